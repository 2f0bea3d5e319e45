"""What an editor writes in the margin of a Word draft: what is wrong with the words, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.engine.report import in_words
from linter.fixing import Fixed, Made
from linter.model.diagnostic import Diagnostic, Place
from linter.model.resolution import Resolution
from linter.model.source import Span
from linter.reporters.wording import gathered
from linter.writers.docx import Remark


def refused(fixed: Fixed) -> list[Remark]:
    """A remark for each repair that the file does not allow, with the reason."""
    margin = _Margin(fixed)
    return [margin.left(one.diagnostic) for one in fixed.refused]


def reviewed(fixed: Fixed) -> list[Remark]:
    """A remark for each finding that is left, and for each kind of change that a person should look at.

    A term put in the place of another speaks for itself, and so does a change that no reader could object to.
    """
    margin = _Margin(fixed)
    remarks = [*margin.changed(), *(margin.left(found) for found in fixed.lint.diagnostics)]
    return sorted(remarks, key=lambda remark: (remark.block, remark.start, remark.end))


class _Margin:
    """Words and anchors for the remarks on one draft."""

    def __init__(self, fixed: Fixed) -> None:
        self._fixed = fixed
        self._reasons = {id(one.diagnostic): one.reason for one in fixed.refused}
        self._before, self._after = _names(fixed.before), _names(fixed.lint.resolution)

    def left(self, found: Diagnostic) -> Remark:
        """The remark on a finding in the repaired text."""
        reason = self._reasons.get(id(found))
        refusal = f"Not changed: {reason}." if reason else ""
        text = self._text(found, refusal, _elsewhere(self._after, [found.place, *found.related]))
        now = self._fixed.composed.blocks[found.place.block].text
        span = words_at(now, found.place.start, found.place.end)
        place = self._fixed.composition.read_from(Place(found.place.block, *span))
        return self._remark(place, text, now[span.start : span.end])

    def changed(self) -> Iterator[Remark]:
        """A remark on the first of the changes that one rule asks for in the same words."""
        alike: dict[tuple[str, str], list[Made]] = {}
        for made in self._fixed.made:
            if self._wants_a_reason(made.diagnostic):
                alike.setdefault((made.diagnostic.rule, made.diagnostic.message), []).append(made)
        for group in alike.values():
            group.sort(key=lambda made: (made.place.block, made.place.start))
            places = [one for made in group for one in (made.place, *made.diagnostic.related)]
            text = self._text(group[0].diagnostic, _elsewhere(self._before, places))
            yield self._remark(places[0], text, "")

    def _remark(self, place: Place, text: str, about: str) -> Remark:
        span = words_at(self._fixed.document.blocks[place.block].text, place.start, place.end)
        return Remark(place.block, span.start, span.end, text, about)

    def _wants_a_reason(self, found: Diagnostic) -> bool:
        suggested = found.fix is not None and found.fix.safety == "suggested"
        return suggested and self._fixed.rules[found.rule].kind != "terms"

    def _text(self, found: Diagnostic, *more: str) -> str:
        rule = self._fixed.rules[found.rule]
        authority = ", ".join(filter(None, (rule.authority, rule.section)))
        return "\n".join(filter(None, (found.message, *more, f"{authority} [{rule.name}]".lstrip())))


def _names(resolution: Resolution) -> dict[int, str]:
    """What a drafter calls each block."""
    return {element.block.index: in_words(element, resolution) for element in resolution.elements}


def _elsewhere(names: dict[int, str], places: Sequence[Place]) -> str:
    """The places but the first, unless they are in the same paragraph."""
    first, *others = (names[place.block] for place in places)
    found = [name for name in others if name != first]
    return f"The same in {gathered(found)}." if found else ""


def words_at(text: str, start: int, end: int) -> Span:
    """``[start, end)`` widened to whole words; a gap becomes the word before it, else the one after."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        start = end = len(text[:start].rstrip()) or len(text) - len(text.lstrip())
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)
