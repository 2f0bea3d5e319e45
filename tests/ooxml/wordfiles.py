"""Word files made from snippets of WordprocessingML, in which ``w:`` is the only prefix unless declared."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIELD = ("begin", "separate", "end")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="SingleTxt"><w:name w:val="__Single Txt"/>
  <w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/><w:basedOn w:val="Normal"/>
  <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:color w:val="0000FF"/><w:u w:val="single"/></w:rPr></w:style>
"""

_PARTS = {
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footnotes": ("footnotes", "footnotes"),
    "endnotes": ("endnotes", "endnotes"),
    "comments": ("comments", "comments"),
    "settings": ("settings", "settings"),
    "header": ("hdr", "header"),
    "even": ("hdr", "header"),
    "footer": ("ftr", "footer"),
}


def word(body: str, *, strict: bool = False, main: str = "document.main+xml", **parts: str) -> bytes:
    """A Word file with ``body`` in its body and each of ``parts`` in a part of that kind."""
    parts.setdefault("styles", STYLES)
    files = {"word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"}
    overrides = [("/word/document.xml", f"{_OFFICE}.{main}" if "/" not in main else main)]
    relationships = []
    for number, (kind, content) in enumerate(parts.items(), 1):
        root, name = _PARTS[kind]
        files[f"word/{kind}.xml"] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
        overrides.append((f"/word/{kind}.xml", f"{_OFFICE}.{name}+xml"))
        relationships.append(f'<Relationship Id="rId{number}" Type="{R}/{name}" Target="{kind}.xml"/>')
    files["[Content_Types].xml"] = _content_types(overrides)
    files["_rels/.rels"] = _relationships(
        [f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>']
    )
    files["word/_rels/document.xml.rels"] = _relationships(relationships)
    if strict:
        files = {name: _as_strict(text) for name, text in files.items()}
    return zipped({name: (_HEAD + text).encode() for name, text in files.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        assert source.testzip() is None
        return {info.filename: source.read(info) for info in source.infolist()}


def note(identifier: int, text: str, *, mark: str = "<w:r><w:footnoteRef/></w:r>") -> str:
    return f'<w:footnote w:id="{identifier}"><w:p>{mark}{r(" " + text)}</w:p></w:footnote>'


def p(*inside: str, style: str = "", properties: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    before = f"<w:pPr>{style}{properties}</w:pPr>" if style or properties else ""
    return f"<w:p>{before}{''.join(inside)}</w:p>"


def r(text: str, properties: str = "") -> str:
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t></w:r>'


def i(text: str) -> str:
    return r(text, "<w:i/>")


def ref(identifier: int) -> str:
    return (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        f'<w:footnoteReference w:id="{identifier}"/></w:r>'
    )


def field(code: str, result: str) -> str:
    """A field with its instruction and the runs that show its result."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in _FIELD)
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{instruction}{separate}{result}{end}"


def raised(text: str) -> str:
    return r(text, '<w:rStyle w:val="FootnoteReference"/>')


def bookmarked(name: str, inside: str) -> str:
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="7"/>'


def _content_types(overrides: list[tuple[str, str]]) -> str:
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _relationships(inside: list[str]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(inside)}</Relationships>'


def _as_strict(text: str) -> str:
    return text.replace(W, STRICT).replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
