"""A paragraph of a draft as in print, with the words in question marked and the findings numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.model.document import Style
from linter.model.report import Context, Finding
from linter.model.values import dataclass
from linter.reporters.page.elements import Html, element, together

_STYLES: Mapping[Style, str] = {
    "bold": "b", "italic": "i", "underline": "u", "strike": "s", "superscript": "sup",
}  # fmt: skip
_GRAVEST = ("error", "warning", "advice")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number it has on the page."""

    number: int
    finding: Finding

    @property
    def id(self) -> str:
        """What links to its note lead to."""
        return f"f{self.number}"

    @property
    def on_label(self) -> bool:
        """Whether it is about the number of its paragraph."""
        where = self.finding.where
        return where.start == where.end == 0 and bool(self.finding.context.label)


def words(context: Context, findings: Sequence[Numbered]) -> Html:
    """The text of a paragraph in its styles, with footnote marks, found words and numbers of findings."""
    text = context.text
    cuts = {0, len(text), *(offset for offset, _ in context.notes)}
    cuts |= {edge for span, _ in context.styles for edge in span}
    cuts |= {edge for one in findings for edge in (one.finding.where.start, one.finding.where.end)}
    places = sorted(place for place in cuts if 0 <= place <= len(text))
    return together(*_pieces(context, [one for one in findings if not one.on_label], places))


def label(context: Context, findings: Sequence[Numbered]) -> Html:
    """The number of a paragraph, with the findings about it."""
    about = [one for one in findings if one.on_label]
    return together(_found(context.label, about), *map(_reference, about))


def _pieces(context: Context, findings: Sequence[Numbered], places: Sequence[int]) -> Iterator[Html]:
    marks: dict[int, list[str]] = {}
    for offset, name in context.notes:
        marks.setdefault(offset, []).append(name)
    for place, following in zip(places, [*places[1:], places[-1]], strict=True):
        yield from map(_reference, (one for one in findings if one.finding.where.end == place))
        yield from (element("sup", name, class_="note-mark") for name in marks.get(place, ()))
        if place < following:
            here = [one for one in findings if _covers(one.finding, place)]
            piece = _found(context.text[place:following], here)
            for style, name in _STYLES.items():
                if any(span.start <= place < span.end for span, is_ in context.styles if is_ == style):
                    piece = element(name, piece)
            yield piece


def _covers(finding: Finding, place: int) -> bool:
    return finding.where.start <= place < finding.where.end


def _found(text: str, findings: Iterable[Numbered]) -> Html:
    """Words in the colour and line of the gravest finding about them."""
    about = sorted(findings, key=lambda one: _GRAVEST.index(one.finding.severity))
    if not about:
        return together(text)
    names = " ".join(one.id for one in about)
    return element("span", text, class_=f"found {about[0].finding.severity}", data_for=names)


def _reference(one: Numbered) -> Html:
    """The number of a finding, which leads to its note in the margin."""
    finding = one.finding
    said = f"{finding.severity} {one.number}: {finding.message}"
    return element(
        "a", str(one.number), class_=f"ref {finding.severity}", id=f"r{one.number}", href=f"#{one.id}",
        data_for=one.id, aria_label=said, title=said,
    )  # fmt: skip
