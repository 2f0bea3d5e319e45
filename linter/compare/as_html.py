"""A comparison as a page for a browser: both texts side by side as in print, complete in one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from linter.alignment import Alignment, Pair
from linter.compare.fragments import Fragment, Teller
from linter.compare.naming import fate, name_of
from linter.compare.summary import in_a_sentence, summary
from linter.model.resolution import ORGAN_NAMES, Resolution
from linter.reporters.page.elements import Html, element, together
from linter.reporters.page.shell import shell, stylesheet

_DEEPEST = 4
_KEY = (
    "Words that were taken out are struck, new words underlined and bold, words whose italics changed dotted."
)


def render(alignment: Alignment) -> str:
    """The page: the summary, a list of what is not as it was, and the two texts paragraph by paragraph."""
    style = stylesheet() + Path(__file__).with_name("page.css").read_text("utf-8")
    base, draft = (one.document.source.path for one in (alignment.base, alignment.draft))
    said = in_a_sentence(summary(alignment))
    top = element(
        "header",
        element("h1", f"{draft} against {base}"),
        element("p", f"{said[:1].upper()}{said[1:]}.", class_="counts"),
        element("p", _KEY, class_="key"),
        _changes(alignment),
        element(
            "label", Html('<input type="checkbox" id="hide">'), " Hide what stands unchanged", class_="choice"
        ),
        class_="top",
    )
    skip = element("a", "Skip to the two texts", class_="skip", href="#compared")
    return shell(f"resolint: {draft} against {base}", style, skip, top, element("main", _table(alignment)))


def _changes(alignment: Alignment) -> Html:
    """Links to all that is not as it was."""
    items = [
        element("li", element("a", name_of(pair, alignment), href=f"#p{number}"), f" {fate(pair)}")
        for number, pair in enumerate(alignment.pairs)
        if pair.kind != "unchanged"
    ]
    if not items:
        return Html("")
    return element(
        "details", element("summary", "What is not as it was"), element("ol", *items), class_="changes"
    )


def _table(alignment: Alignment) -> Html:
    heads = (
        element("th", text, scope="col")
        for text in ("What became of it", *map(_known, (alignment.base, alignment.draft)))
    )
    return element(
        "table",
        element("caption", "The two texts side by side, in the order of the draft", class_="said"),
        Html('<colgroup><col class="fate"><col><col></colgroup>'),
        element("thead", element("tr", *heads)),
        element("tbody", *_rows(alignment)),
        class_="compared",
        id="compared",
        tabindex="-1",
    )


def _known(resolution: Resolution) -> str:
    known = (ORGAN_NAMES.get(resolution.organ or ""), resolution.stage, resolution.symbol)
    return " · ".join(filter(None, (resolution.document.source.path, *known)))


def _rows(alignment: Alignment) -> Iterator[Html]:
    teller, in_notes = Teller(alignment), False
    for number, pair in enumerate(alignment.pairs):
        if _is_note(pair, alignment) and not in_notes:
            in_notes = True
            yield element("tr", element("th", "Footnotes", colspan="3", scope="colgroup"), class_="section")
        yield element(
            "tr",
            element(
                "th",
                element("span", fate(pair), class_="fate-name"),
                element("span", name_of(pair, alignment), class_="place"),
                scope="row",
            ),
            _side(alignment.base, pair.base, teller.base(pair), "base"),
            _side(alignment.draft, pair.draft, teller.draft(pair), "draft"),
            class_=pair.kind,
            id=f"p{number}",
        )


def _is_note(pair: Pair, alignment: Alignment) -> bool:
    blocks = [alignment.draft.document.blocks[one] for one in pair.draft]
    blocks += [alignment.base.document.blocks[one] for one in pair.base]
    return blocks[0].kind == "note"


def _side(resolution: Resolution, blocks: tuple[int, ...], fragments: Iterable[Fragment], side: str) -> Html:
    """The cell of one text: its paragraphs as in print."""
    if not blocks:
        return element("td", element("span", f"not in the {side}", class_="none"), data_side=side)
    parts: list[list[Fragment]] = [[]]
    for one in fragments:
        if one.new_block:
            parts.append([])
        parts[-1].append(one)
    shown = [_paragraph(resolution, block, part) for block, part in zip(blocks, parts, strict=False)]
    return element("td", *shown, data_side=side, lang=resolution.language)


def _paragraph(resolution: Resolution, block: int, fragments: Iterable[Fragment]) -> Html:
    found = resolution.elements[block]
    label = found.block.label.text if found.block.label else ""
    names = ["text", found.block.kind, found.role, f"level-{min(max(found.level, 0), _DEEPEST)}"]
    return element(
        "div",
        element("span", label, class_="label") if label else "",
        *_words(fragments),
        class_=" ".join(dict.fromkeys(names)),
    )


def _words(fragments: Iterable[Fragment]) -> Iterator[Html]:
    for standing, group in groupby(fragments, key=lambda one: one.standing):
        inside = together(*map(_fragment, group))
        if standing == "same":
            yield inside
        elif standing == "restyled":
            yield element("span", _said("italics changed: "), inside, class_="restyled")
        else:
            yield element("del" if standing == "deleted" else "ins", _said(f"{standing}: "), inside)


def _said(words: str) -> Html:
    """Words for those who hear the page."""
    return element("span", f" {words}", class_="said")


def _fragment(one: Fragment) -> Html:
    if one.mark:
        return element("sup", one.text, class_="note-mark")
    return element("i", one.text) if one.italic else together(one.text)
