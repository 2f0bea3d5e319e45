"""Whether an expression can take for ever: by what it is made of, and by the clock over hard texts.

An engine that goes back and tries again takes twice as long with each letter where one text can be matched in
two ways within a repetition, and nothing after it fits. Such a repetition is found in the automaton of the
expression; what looks ahead or behind and back-references are left out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linter.matching.limited import LimitedPattern, TooSlowError, within_limit
from linter.packs.expressions import EXPRESSIONS
from linter.proving.automaton import Automaton, automaton

_LENGTH = 4_000  # letters of a hard text: a long paragraph
_TIME = 0.25  # seconds of the processor over one of them; ours take less than a hundredth
_MANY = ("a ", "a, ", "1", "A", "(", '"', "; ", "a-", " ")


def problems(parameters: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the expressions among a rule's parameters, one sentence each."""
    flags = re.IGNORECASE if parameters.get("case") == "any" else 0
    for key in EXPRESSIONS:
        expression = parameters.get(key)
        if isinstance(expression, str):
            yield from (f"“{key}” {problem}" for problem in dangers(expression, flags))


def dangers(expression: str, flags: int = 0) -> Iterator[str]:
    """Why an expression could take for ever, at most one sentence."""
    made = automaton(expression, flags)
    repeated = made.ambiguous()
    if repeated is not None:
        yield (
            f"can take for ever: it repeats what matches “{repeated}” in more than one way; "
            "let nothing repeated end with what it can begin with"
        )
        return
    if not _is_quick(LimitedPattern(expression, flags), made):
        yield f"is slow, {_TIME} seconds or more over a long paragraph: bound what it repeats, as in {{0,40}}"


def _is_quick(pattern: LimitedPattern, made: Automaton) -> bool:
    try:
        for text in hard_texts(made, _LENGTH):
            within_limit(pattern.finditer(text), _TIME)
    except TooSlowError:
        return False
    return True


def hard_texts(made: Automaton, length: int) -> Iterator[str]:
    """Texts of about this length that a repetition can run along, and that then break off."""
    end = "\x00" + made.all_letters()  # an engine may look first whether all that is needed is there
    for lead, unit in dict.fromkeys((*made.loops(), *(("", unit) for unit in _MANY))):
        if unit:
            yield lead + unit * (length // len(unit)) + end
