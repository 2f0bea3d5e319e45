"""Agreed language: findings in wording that the base has already, with the same slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from linter.engine.settings import Agreed
from linter.model.diagnostic import Diagnostic, Place
from linter.model.fold import fold
from linter.model.resolution import Resolution
from linter.model.values import replace

if TYPE_CHECKING:
    from linter.alignment import Alignment
    from linter.packs import Rule

# Kinds of rules whose verdict depends on the words at the place and on nothing around it.
_OF_WORDS_ALONE = ("terms", "pattern", "number", "grammar")
# A slip as it is known again in another text: the rule, the block, and the words.
Slip = tuple[str, int, str]


class Inherited:
    """Tells what a draft has from its base. ``slips`` gives those that the rules find in the base."""

    def __init__(self, alignment: Alignment, slips: Callable[[], frozenset[Slip]]) -> None:
        self._alignment = alignment
        self._slips = slips

    def marked(
        self, found: Iterable[Diagnostic], rules: Mapping[str, Rule], agreed: Agreed
    ) -> Iterator[Diagnostic]:
        """The findings, each told agreed or not; those that are become advice, unless ``agreed`` is "keep".

        Their fixes are then for a person to look at: nobody changes agreed language in passing.
        """
        for one in found:
            if not self._has(one, rules[one.rule].kind):
                yield replace(one, agreed=False)
            elif agreed == "keep":
                yield replace(one, agreed=True)
            else:
                fix = replace(one.fix, safety="suggested") if one.fix else None
                yield replace(one, severity="advice", fix=fix, agreed=True)

    def _has(self, one: Diagnostic, kind: str) -> bool:
        """Whether the words stand in the base, and the slip with them.

        Words may stand unchanged and be wrong only now: "Requests" after a new paragraph that requests.
        Rules that look at nothing but the words find the same in the base, even if it is older than they.
        """
        places = (one.place, *one.related)
        if not all(self._alignment.agreed(place.block, place.start, place.end) for place in places):
            return False
        if kind in _OF_WORDS_ALONE and all(self._reads_so(place) for place in places):
            return True
        return all(self._is_in_base(one.rule, place) for place in places)

    def _reads_so(self, place: Place) -> bool:
        """Whether the base has the words to the letter, its quotation marks and spaces included."""
        texts = self._alignment.base.document.blocks
        words = self._alignment.draft.document.blocks[place.block].text[place.start : place.end]
        return any(words in texts[block].text for block in self._alignment.of_draft(place.block).base)

    def _is_in_base(self, rule: str, place: Place) -> bool:
        words = _words(self._alignment.draft, place)
        answering = self._alignment.of_draft(place.block).base
        return any((rule, block, words) in self._slips() for block in answering)


def slips_of(resolution: Resolution, found: Iterable[Diagnostic]) -> frozenset[Slip]:
    """What the findings in a text are known by."""
    return frozenset(
        (one.rule, place.block, _words(resolution, place))
        for one in found
        for place in (one.place, *one.related)
    )


def _words(resolution: Resolution, place: Place) -> str:
    return fold(resolution.document.blocks[place.block].text[place.start : place.end])
