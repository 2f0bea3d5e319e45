# ruff: noqa: E501 - drafts and tables of words
"""Small drafts of our own in each format, and words that mean something to a reader, for fuzzing."""

from __future__ import annotations

from tests.ooxml.wordfiles import i, note, p, r, ref, word
from tests.readers.pdf.pdffiles import column, pdf

MARKDOWN = """\
A/C.3/80/L.12

# The colours of the house

*The General Assembly*,

*Recalling* its resolution 60/251 of 15 March 2006, entitled “Human Rights Council”,[^1]

*Noting with appreciation* the report of the the Secretary-General,[^2]

1. *Affirms* the importance of the colour scheme:

   (a) Walls; and

   (b) Doors;

2. *Requests* the Secretary-General to report to the Assembly at its 81st session;

<!-- resolint: ignore repeated-word it is meant -->

3. *Decides* to remain seized of the matter.

[^1]: A/60/L.48.
[^2]: Ibid.
"""
TEXT = MARKDOWN.replace("*", "").replace("[^1]", "1").replace("[^2]", "2")
HTML = """\
<!DOCTYPE html><html><head><style>.i {font-style: italic}</style></head><body>
<h1>The colours of the house</h1><p><i>The General Assembly</i>,</p>
<p><em>Recalling</em> its resolution 60/251 of 15 March 2006,<sup><a href="#n1">1</a></sup></p>
<ol><li><span class="i">Affirms</span> the importance &amp; use of colour;<ol type="a"><li>Walls; and</li></ol></li>
<li><i>Decides</i> to remain seized of the matter.</li></ol><!-- resolint: ignore all no -->
<table><tr><td>x</td></tr></table><p id="n1">1 A/60/L.48.</p></body></html>
"""
AKN = """\
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta>
<identification source="#u"><FRBRWork><FRBRthis value="/akn/un/statement/resolution/x"/></FRBRWork></identification></meta>
<preface><p><docTitle>The colours of the house</docTitle></p></preface>
<preamble><formula name="enacting"><p><i>The General Assembly</i>,</p></formula><container name="Recalling">
<p><i>Recalling</i> its resolution 60/251,<authorialNote marker="1"><p>A/60/L.48.</p></authorialNote></p></container>
</preamble><mainBody><paragraph><num>1.</num><content><p><i>Affirms</i> the the use of colour;</p></content></paragraph>
<paragraph><num>2.</num><content><p><i>Decides</i> to remain seized of the matter.</p></content></paragraph></mainBody>
</statement></akomaNtoso>
"""
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
WORD = word(
    p(r("The colours of the house"), style="H1")
    + p(i("The General Assembly"), r(","))
    + p(i("Recalling"), r(" its resolution 60/251 of 15 March 2006,"), ref(2))
    + p(i("Affirms"), r(" the the use of colour;"), properties=_NUMBERED)
    + p(i("Decides"), r(" to remain seized of the matter."), properties=_NUMBERED),
    footnotes=note(2, "A/60/L.48."),
    numbering=_NUMBERING,
)
PDF = pdf(
    column(
        "The General Assembly,", "Recalling its resolution 60/251 of 15 March 2006,",
        "1. Affirms the the use of colour;", "2. Decides to remain seized of the matter.",
    )
)  # fmt: skip

WORDS = tuple(
    text.encode()
    for text in (
        "<", ">", "</p>", "<p>", "<i>", "</i>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#x110000;", "&lt;", "&x;",
        "<!DOCTYPE x [<!ENTITY y 'z'>]>", "<ol>", "</ol>", "<li>", "<table>", "<script>", "<style>", '="', "'",
        "*", "**", "_", "[^1]", "[^", "]:", "\n\n", "\r", "\n", "    ", "\t", "#", "- ", "> ", "| ", "```", "---\n",
        "1. ", "(a) ", "(i) ", "1 bis. ", "OP1 ", "[", "]", "“", "”", "‘", "’", "\u202e", "\u00a0", "\u2028", "\ufeff", "¹",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "e\u0301", "İ", "ß", "ﬁ", "\x1b[31m", "\x0c", "\x0b",
        "*The General Assembly*,", "Annex", "60/251", "resolution 60/251 of 31 February 2006", "Ibid.", ", and",
        "<w:ins w:id='1'>", "</w:ins>", "<w:del>", "<w:p/>", "<w:r><w:t>x</w:t></w:r>", "<w:tab/>", "<w:br/>", "w:val='-1'",
        "<w:fldChar w:fldCharType='begin'/>", "99999999999999999999", "-1", "0", "endobj", "stream\n", "/Length 9999999",
    )
)  # fmt: skip


def drafts() -> list[tuple[str, bytes]]:
    """The name and the bytes of a draft in each format."""
    texts = {"draft.md": MARKDOWN, "draft.txt": TEXT, "draft.html": HTML, "draft.xml": AKN}
    return [(name, text.encode()) for name, text in texts.items()] + [
        ("draft.docx", WORD),
        ("draft.pdf", PDF),
    ]
