"""Whether the date of a citation is the one that is known."""

from __future__ import annotations

from typing import Literal

from linter.facts.known import Known
from linter.facts.numbers import symbols
from linter.facts.table import Facts
from linter.model.resolution import Citation
from linter.model.values import dataclass

Verdict = Literal["confirmed", "contradicted", "unknown"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome for a dated citation; ``known`` is what it was compared with, None where nothing is."""

    verdict: Verdict
    known: Known | None = None


_UNKNOWN = Judgement("unknown")


def judge(citation: Citation, facts: Facts) -> Judgement:
    """Compare the date of ``citation`` with what is known.

    What is absent from the table, or there on weak evidence, is unknown and never wrong; so is a resolution
    cited without the letter of its part where the parts were adopted on different days.
    """
    if not citation.date or citation.kind == "document":
        return _UNKNOWN
    found = [
        known
        for symbol in symbols(citation.organ, citation.kind, citation.number)
        for known in facts.all_of(symbol)
    ]
    dated = [known for known in found if known.adopted]
    for known in dated:
        if known.adopted == citation.date:
            return Judgement("confirmed", known)
    if not dated or not all(known.certain for known in dated) or len({known.adopted for known in dated}) > 1:
        return _UNKNOWN
    return Judgement("contradicted", dated[0])
