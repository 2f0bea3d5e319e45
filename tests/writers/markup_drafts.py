"""Drafts in HTML and in AKN4UN, made up by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "the", "Secretary-General", "of", "Member", "States", "report", "2030", "A/RES/78/1", "to", "note",
    "“quoted”", "R&amp;D",
)  # fmt: skip
_BREAKS = (" ", " ", " ", "\n", "\n      ")
_HTML_OPENINGS = (
    "Recalling", "<i>Recalling</i>", "<em>Deeply concerned</em>", "<b><i>Urges</i></b>",
    "<i>Tak</i><i>es</i> note",
    '<span style="font-style: italic">Noting</span>', "<i class='x'>Stressing </i>it",
)  # fmt: skip
_HTML_INNER = (
    "<i>inter alia</i>", "a&nbsp;b", "&lt;x&gt;", "<br>", "<u>under</u>", "<i>one</i> <i>two</i>",
    '<a href="https://example.org">A/75/1</a>', 'word,<sup><a href="#fn1">1</a></sup>', "a<!-- x -->b",
)  # fmt: skip
_HTML_ENDS = (",", ";", ".", ',<sup><a href="#fn1">1</a></sup>', ";<sup>2</sup>")
_LABELS = ("", "1. ", "12.&nbsp;", "(a) ", "OP4 bis. ")
_AKN_OPENINGS = (
    "Recalling",
    '<span class="italic">Recalling</span>',
    '<span class="bold italic">Urges</span>',
)
_AKN_INNER = (
    '<span class="italic">inter alia</span>', "a&#160;b", '<a href="https://example.org">A/75/1</a>',
    "\n        ",
    'word,<authorialNote marker="1" id="n"><p>See <span class="italic">A</span>.</p></authorialNote>',
)  # fmt: skip


@st.composite
def _words(draw: st.DrawFn, openings: tuple[str, ...], inner: tuple[str, ...], ends: tuple[str, ...]) -> str:
    words = draw(st.lists(st.sampled_from(WORDS + inner), min_size=1, max_size=8))
    text = draw(st.sampled_from(openings))
    for word in words:
        text += draw(st.sampled_from(_BREAKS)) + word
    return text + draw(st.sampled_from(ends))


@st.composite
def html_drafts(draw: st.DrawFn) -> str:
    """A draft in HTML: header, organ line, some paragraphs, notes."""
    paragraphs = draw(st.lists(_words(_HTML_OPENINGS, _HTML_INNER, _HTML_ENDS), min_size=1, max_size=4))
    labels = [draw(st.sampled_from(_LABELS)) for _ in paragraphs]
    body = "\n".join(f"<p>{label}{words}</p>" for label, words in zip(labels, paragraphs, strict=True))
    notes = "".join(f'<p id="fn{number}"><sup>{number}</sup> See A/{number}.</p>' for number in (1, 2))
    head = "<h1>Draft</h1>\n<p><i>The General Assembly</i>,</p>"
    page = f'<html><body>\n{head}\n{body}\n<aside class="footnotes">{notes}</aside>\n</body></html>\n'
    return page.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


@st.composite
def akn_drafts(draw: st.DrawFn) -> str:
    """A resolution in AKN4UN."""
    paragraphs = draw(st.lists(_words(_AKN_OPENINGS, _AKN_INNER, (",", ";", ".")), min_size=1, max_size=4))
    body = "".join(
        f"\n<paragraph><num>{number}.</num><content><p>\t{words}</p></content></paragraph>"
        for number, words in enumerate(paragraphs, start=1)
    )
    preamble = (
        '<preamble><formula><p><span class="italic">The General Assembly</span>,</p></formula></preamble>'
    )
    return f"<akomaNtoso><statement>{preamble}<mainBody>{body}\n</mainBody></statement></akomaNtoso>\n"
