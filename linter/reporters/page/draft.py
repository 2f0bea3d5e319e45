"""One draft on the page: its paragraphs as in print, each with its notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.model.report import FileReport, Paragraph
from linter.reporters.page.elements import Html, element
from linter.reporters.page.margin import note
from linter.reporters.page.words import Numbered, label, words
from linter.reporters.wording import count, heading

_DEEPEST = 4


def draft(file: FileReport, findings: Sequence[Numbered], number: int) -> Html:
    """The section of one file; ``number`` tells the ids of its paragraphs from those of other files."""
    anchor = f"p{number}-"
    by_block: dict[int, list[Numbered]] = {}
    for one in findings:
        by_block.setdefault(one.finding.where.block, []).append(one)
    known = heading(file)
    rows = list(_rows(_paragraphs(file), by_block, anchor))
    return element(
        "section",
        element(
            "h2", file.path, element("span", f" {known}", class_="known") if known else "", id=f"d{number}"
        ),
        *(element("p", remark, class_="remark") for remark in _remarks(file)),
        element("div", *rows, class_="draft", lang=file.language) if rows else "",
        class_="file",
        aria_labelledby=f"d{number}",
    )


def _remarks(file: FileReport) -> Iterator[str]:
    yield from file.notes
    if file.suppressed:
        yield f"{count(file.suppressed, 'finding')} kept silent by comments or settings"
    if file.baselined:
        yield f"{count(file.baselined, 'finding')} left out that the baseline knows"
    if file.whole is not None and not file.findings:
        yield "Nothing to remark."


def _paragraphs(file: FileReport) -> Sequence[Paragraph]:
    """The whole draft; where the report does not hold it, the paragraphs with findings."""
    if file.whole is not None:
        return file.whole.paragraphs
    places = {finding.where.block: finding for finding in file.findings}
    return [
        Paragraph(block, "paragraph", finding.where.role, finding.where.text, 1, finding.context)
        for block, finding in sorted(places.items())
    ]


def _rows(
    paragraphs: Sequence[Paragraph], by_block: Mapping[int, list[Numbered]], anchor: str
) -> Iterator[Html]:
    in_notes = False
    for paragraph in paragraphs:
        findings = by_block.get(paragraph.block, [])
        first_note = paragraph.kind == "note" and not in_notes
        in_notes = in_notes or first_note
        text = element(
            "div",
            element("span", label(paragraph.context, findings), class_="label")
            if paragraph.context.label
            else "",
            words(paragraph.context, findings),
            class_=_classes(paragraph, first_note),
            id=f"{anchor}{paragraph.block}",
            title=paragraph.name,
        )
        margin = element("div", *(note(one, anchor) for one in findings), class_="margin", lang="en")
        yield element("div", text, margin if findings else "", class_="row")


def _classes(paragraph: Paragraph, first_note: bool) -> str:
    names = ["text", paragraph.kind, paragraph.role, f"level-{min(max(paragraph.level, 0), _DEEPEST)}"]
    return " ".join(dict.fromkeys([*names, *(["first-note"] if first_note else [])]))
