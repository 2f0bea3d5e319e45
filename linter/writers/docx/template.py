"""A Word file from nothing, in the manner of the New York template for draft resolutions."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Container, Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from linter.model.document import Block, Document
from linter.model.values import NamedTuple
from linter.ooxml.xml import legal

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)

_CHARACTERS = re.compile("([\t\n\u2011])")
_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}
_PROPERTIES = {
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "strike": "<w:strike/>",
    "underline": '<w:u w:val="single"/>',
    "superscript": '<w:vertAlign w:val="superscript"/>',
}
_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_TABS = "".join(f'<w:tab w:val="left" w:pos="{place}"/>' for place in range(1742, 6100, 475))

_STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr>
  <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman"
    w:cs="Times New Roman"/>
  <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault>
  <w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
  </w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="SingleTxt"><w:name w:val="__Single Txt"/>
  <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:tabs>{_TABS}</w:tabs><w:spacing w:after="120"/>
  <w:ind w:left="1267" w:right="1267"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="H1"><w:name w:val="_ H_1"/>
  <w:basedOn w:val="Normal"/><w:next w:val="SingleTxt"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>
  <w:spacing w:before="120" w:after="120" w:line="270" w:lineRule="exact"/>
  <w:ind w:left="1267" w:right="1267"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/>
  </w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="HCh"><w:name w:val="_ H _Ch"/>
  <w:basedOn w:val="H1"/><w:next w:val="SingleTxt"/><w:qFormat/><w:pPr>
  <w:spacing w:line="300" w:lineRule="exact"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="28"/>
  </w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="H23"><w:name w:val="_ H_2/3"/>
  <w:basedOn w:val="H1"/><w:next w:val="SingleTxt"/><w:qFormat/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>
  <w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>
  <w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="418"/></w:tabs>
  <w:spacing w:line="210" w:lineRule="exact"/><w:ind w:left="475" w:hanging="475"/></w:pPr><w:rPr>
  <w:sz w:val="17"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>
  <w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""
_SECTION = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1440"'
    ' w:left="1200" w:header="432" w:footer="504" w:gutter="0"/></w:sectPr>'
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def build(document: Document) -> bytes:
    """A Word file with the words, styles, labels and footnotes of ``document``, whatever its format.

    Labels are typed, as drafters type them. A footnote whose label is the number that Word gives it is
    numbered by Word, any other keeps its own mark. The same document gives the same bytes.
    """
    body = [block for block in document.blocks if block.kind != "note"]
    notes = {block.index: block for block in document.blocks if block.kind == "note"}
    references = _references(body, notes)
    paragraphs = "".join(_paragraph(block, references) for block in body)
    texts = "".join(_note(notes[one.note], one.place, one.own) for one in references.values())
    return _zipped({
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {"styles": "styles.xml", "settings": "settings.xml", "footnotes": "footnotes.xml"}
        ),
        "word/document.xml": _part("document", f"<w:body>{paragraphs}{_SECTION}</w:body>"),
        "word/styles.xml": _part("styles", _STYLES),
        "word/settings.xml": _part("settings", _SETTINGS),
        "word/footnotes.xml": _part("footnotes", _SEPARATORS + texts),
    })  # fmt: skip


class _Reference(NamedTuple):
    """A mark in the file, by its ``place`` among all of them, and the ``note`` that it leads to.

    ``first`` is the place where that note was marked first, ``own`` the label where Word does not number it.
    """

    place: int
    note: int
    first: int
    own: str


def _references(body: Iterable[Block], notes: Container[int]) -> dict[tuple[int, int], _Reference]:
    """For each mark that leads to a note, by its block and its place there, what stands in the file.

    Word would count a second mark of a note as one of another, so it shows its label. LibreOffice (7.4) gives
    the first mark the first footnote of the file, and so on: the file holds one for each mark.
    """
    found: dict[tuple[int, int], _Reference] = {}
    first: dict[int, int] = {}
    counted = 0
    for block in body:
        for index, mark in enumerate(block.notes):
            if mark.note is None or mark.note not in notes:
                continue
            place = len(found) + 1
            automatic = mark.note not in first and mark.label == str(counted + 1)
            counted += automatic
            before = first.setdefault(mark.note, place)
            found[block.index, index] = _Reference(place, mark.note, before, "" if automatic else mark.label)
    return found


def _paragraph(block: Block, references: Mapping[tuple[int, int], _Reference]) -> str:
    style = "SingleTxt"
    if block.kind == "heading":
        style = {0: "H1", 1: "HCh", 2: "H1"}.get(block.level, "H23")
    before = "\t" if style == "SingleTxt" and block.hint != "masthead" else ""
    if block.label is not None and block.label.text:
        before = "\t" * max(block.level, 1) + block.label.text + "\t"
    words = "".join(_words(block, references))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(before)}{words}</w:p>'


def _note(block: Block, number: int, own: str) -> str:
    mark = _run(own, _MARK) if own else f"<w:r>{_MARK}<w:footnoteRef/></w:r>"
    text = f"{_run(chr(9))}{mark}{_run(chr(9))}{''.join(_words(block, {}))}"
    properties = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{properties}{text}</w:p></w:footnote>'


def _words(block: Block, references: Mapping[tuple[int, int], _Reference]) -> Iterator[str]:
    """The runs of a block: cut where a style begins or ends and where a footnote mark stands."""
    edges = {0, len(block.text)}
    edges |= {offset for mark in block.marks for offset in (mark.start, mark.end)}
    edges |= {mark.offset for mark in block.notes}
    waiting = list(enumerate(block.notes))
    start = 0
    for end in sorted(edges):
        styles = {mark.style for mark in block.marks if mark.start <= start and end <= mark.end}
        properties = "".join(xml for style, xml in _PROPERTIES.items() if style in styles)
        yield _run(block.text[start:end], f"<w:rPr>{properties}</w:rPr>" if properties else "")
        while waiting and waiting[0][1].offset <= end:
            index, mark = waiting.pop(0)
            yield _mark(mark.label, references.get((block.index, index)))
        start = end


def _mark(label: str, reference: _Reference | None) -> str:
    if reference is None:
        return _run(label, _MARK)
    if not reference.own:
        return f'<w:r>{_MARK}<w:footnoteReference w:id="{reference.first}"/></w:r>'
    own = f'<w:footnoteReference w:customMarkFollows="1" w:id="{reference.first}"/>'
    return f"<w:r>{_MARK}{own}<w:t>{_escaped(reference.own)}</w:t></w:r>"


def _run(text: str, properties: str = "") -> str:
    if not text:
        return ""
    content = "".join(
        _ELEMENTS.get(part) or f'<w:t xml:space="preserve">{_escaped(part)}</w:t>'
        for part in _CHARACTERS.split(text)
        if part
    )
    return f"<w:r>{properties}{content}</w:r>"


def _escaped(text: str) -> str:
    return escape(legal(text))


def _part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{_W}" xmlns:r="{_OFFICE}">{content}</w:{root}>'


def _content_types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "footnotes": "footnotes",
    }
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relationships}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relationships(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, (_HEAD + text).encode())
    return out.getvalue()
