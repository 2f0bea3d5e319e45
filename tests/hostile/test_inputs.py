"""Files that were made to harm: refused with file and way out, or read, in bounded time; never written to."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from linter.cli.program import run
from linter.model.errors import ReadError
from linter.readers import read
from tests.fuzz.drafts import AKN, HTML, MARKDOWN, PDF, TEXT, WORD
from tests.fuzz.fuzz import attempt
from tests.ooxml.wordfiles import i, note, p, r, ref, unzipped, word, zipped

HEAD = "*The General Assembly*,\n\n"
TAIL = "\n\n1. *Decides* to remain seized of the matter.\n"
SECONDS = 20.0  # of the processor; most take less than one

Check = Callable[[str, "bytes | str"], tuple[int, str]]


@pytest.fixture
def check(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Check:
    """Checks and repairs a file; its status and what was said. The file stays as it was, and alone."""

    def called(name: str, data: bytes | str) -> tuple[int, str]:
        path = tmp_path / name
        content = data if isinstance(data, bytes) else data.encode()
        path.write_bytes(content)
        start = process_time()
        status = run(["check", "--no-cache", "--format", "concise", str(path)])
        said = capfd.readouterr()
        assert process_time() - start < SECONDS
        assert status in {0, 1, 2}
        assert "internal error" not in said.err
        assert not set(said.out + said.err) & set("\x1b\x00\u202e\x9b")
        if status == 2:
            assert str(path) in said.err
            assert run(["fix", str(path)]) == 2
            assert path.read_bytes() == content
            capfd.readouterr()
        assert [file.name for file in tmp_path.iterdir()] == [name]
        return status, said.err

    return called


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("long.md", HEAD + "a " * 200_000 + TAIL, "put an empty line between"),
        ("commas.md", HEAD + "a, , " * 300 + TAIL, ""),
        ("dashes.md", HEAD + "*Recalling* " + "—" * 6_000 + TAIL, "findings"),
        ("marks.md", HEAD + "x[^1]" * 1_000 + TAIL, "footnote marks"),
        ("line.txt", "a" * 2_000_000, ""),
        ("huge.txt", b"a " * 50_000_000, "more than 4 MB"),
        ("huge.html", b"<p>" + b"a " * 17_000_000, "more than 32 MB"),
        ("notes.txt", HEAD + "Recalling x,1\n\n" * 1_000_000, "more than 4 MB"),
        ("notes.html", "<html>" + "<p>x<sup>1</sup></p>" * 1_000_000, "4,000,001 tags and entities"),
        ("notes.xml", "<akomaNtoso>" + "<authorialNote><p>x</p></authorialNote>" * 250_001, "1,000,005 tags"),
        ("entities.html", "<html>" + "&amp;" * 1_000_000, "1,000,001 tags and entities"),
        ("notes.md", HEAD + "[^1]: x\n" * 50_001, "more than 50,000 paragraphs, headings, table cells and"),
        ("subparagraphs.txt", HEAD + "(a) x;\n" * 50_001, "split it, or name the draft itself"),
        ("cells.md", HEAD + "| x " * 50_001, "more than 50,000 paragraphs"),
        ("spaces.txt", HEAD + " " * 1_000_000 + TAIL, ""),
        ("zero.txt", "a\x00b", "zero bytes"),
        ("bytes.md", b"*The General Assembly*,\n\n\xff\xfe\x81\x8d" + "é".encode() * 9, "damaged"),
        ("quoted.md", HEAD + "> " * 20_000 + "a" + TAIL, ""),
        ("levels.md", HEAD + "".join("   " * level + "(a) x\n\n" for level in range(150)) + TAIL, ""),
        ("turned.md", HEAD + "*Recalling* \u202ethe the\u202c \u2066words\x1b[31m,\n" + TAIL, ""),
        ("open.html", "<b><i>" * 20_000 + "x", ""),
        ("lists.html", "<ol><li>" * 5_000 + "x", ""),
        ("attribute.html", "<p a='" + "b" * 1_000_000, ""),
        ("attributes.html", "<p " + "a='b' " * 50_000 + ">x", ""),
        ("angles.html", "<html>" + "<" * 60_000, ""),
        ("comments.html", "<html>" + "<!--" * 50_000, ""),
        ("deep.xml", "<akomaNtoso>" + "<p>" * 30_000, ""),
        ("attribute.xml", "<akomaNtoso a='" + "x" * 11_000_000 + "'><p>x</p></akomaNtoso>", ""),
        ("wrong.xml", "<akomaNtoso><nonsense><p>x</p><num/></nonsense></akomaNtoso>", ""),
        ("laughs.xml", '<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>', "entities"),
        ("plain.xml", "<notes><p>x</p></notes>", ""),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_text_made_to_harm(check: Check, name: str, data: bytes | str, said: str) -> None:
    status, err = check(name, data)
    assert said in err
    assert status == 2 or not said


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.md", "*The General Assembly*,\n\n" + "x[^1]\n\n" * 50 + "[^1]: x\n" * 49),
        ("draft.txt", "The General Assembly,\n\n" + "x\n\n" * 99),
        ("draft.html", "<html><p>x</p>" + "<table><tr><td>x<td>y</tr></table>" * 48 + "<h1>x</h1>" * 3),
        ("draft.xml", f"<akomaNtoso>{'<p>x<authorialNote><p>y</p></authorialNote></p>' * 50}</akomaNtoso>"),
        ("draft.docx", word(p(r("x")) + p(r("x"), ref(1)) * 98, footnotes=note(1, "y"))),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_the_blocks_of_each_format_are_counted(
    monkeypatch: pytest.MonkeyPatch, name: str, data: bytes | str
) -> None:
    content = data if isinstance(data, bytes) else data.encode()
    monkeypatch.setattr("linter.readers.limits._BLOCKS", 100)
    assert len(read(name, content).blocks) == 100
    monkeypatch.setattr("linter.readers.limits._BLOCKS", 99)
    with pytest.raises(ReadError, match="more than 99 paragraphs, headings, table cells and footnotes"):
        read(name, content)


def test_the_tags_of_a_word_file_are_counted(check: Check) -> None:
    paragraphs = "".join(p(r(f"{number * 7919 % 99991:x}")) for number in range(166_666))
    status, said = check("long.docx", word(paragraphs))
    assert (status, "word/document.xml has 1,000,001 tags, more than 1,000,000" in said) == (2, True)


def test_many_notes_and_paragraphs_are_read(check: Check) -> None:
    marks = "".join(f"*Recalling* x[^{number}],\n\n" for number in range(400))
    notes = "".join(f"[^{number}]: x\n" for number in range(400))
    assert check("notes.md", f"{HEAD}{marks}1. *Decides* y.\n\n{notes}")[0] == 1


def test_styles_and_numberings_that_lead_to_themselves(check: Check) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/>'
        f'<w:link w:val="{other}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for one, other in (("A", "B"), ("B", "A"), ("C", "C"))
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="A"/><w:numStyleLink w:val="A"/>'
        "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
    )
    body = "".join(p(i("Noting"), r(" x,"), style=style) for style in ("A", "B", "C"))
    assert check("round.docx", word(body, styles=styles, numbering=numbering))[0] in {0, 1}


def test_levels_and_numbers_of_a_list_beyond_all_measure(check: Check) -> None:
    properties = '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="999999999"><w:start w:val="99999999999999999999"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%999999999."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    check("large.docx", word(p(r("x"), properties=properties) * 3, numbering=numbering))


def test_a_word_file_nested_deeply(check: Check) -> None:
    check("deep.docx", word("<w:sdt><w:sdtContent>" * 5_000 + p(r("x")) + "</w:sdtContent></w:sdt>" * 5_000))


@pytest.mark.parametrize("digits", ["9" * 5_000, "²"], ids=["many", "raised"])
def test_figures_that_python_does_not_read_as_numbers(root: Path, digits: str) -> None:
    amendment = (root / "examples" / "reading-rooms" / "amendment.md").read_text("utf-8")
    for name, text in (("a.md", MARKDOWN), ("a.xml", AKN), ("amendment.md", amendment)):
        for figure in re.finditer(r"\d+", text):
            attempt(name, f"{text[: figure.start()]}{digits}{text[figure.end() :]}".encode())
    parts = unzipped(WORD)
    for part in ("word/document.xml", "word/numbering.xml", "word/footnotes.xml"):
        for value in re.finditer(rb'(?<=")\d+(?=")', parts[part]):
            changed = parts[part][: value.start()] + digits.encode() + parts[part][value.end() :]
            attempt("a.docx", zipped(parts | {part: changed}))


@pytest.mark.parametrize(
    "name", ["../../evil.xml", "/etc/evil.xml", "word/../../evil", "C:\\evil", "word\\x"]
)
def test_names_in_a_package_lead_nowhere(check: Check, tmp_path: Path, name: str) -> None:
    check("draft.docx", zipped(unzipped(WORD) | {name: b"<x/>"}))
    assert not list(tmp_path.parent.glob("evil*"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("draft.docx", WORD),
        ("draft.xml", AKN.encode()),
        ("draft.html", HTML.encode()),
        ("draft.pdf", PDF),
        ("draft.md", MARKDOWN.encode()),
        ("draft.txt", TEXT.encode()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_cut_short_at_every_byte(name: str, data: bytes) -> None:
    """A PDF at some: it takes longest."""
    step = 1 if name != "draft.pdf" else 151
    for length in range(1, len(data), step):
        with suppress(ReadError):
            read(name, data[:length])


def test_deep_markup_leaves_the_stack_alone() -> None:
    limit = sys.getrecursionlimit()
    for name, text in (("a.html", "<div>" * 8_000 + "x"), ("a.md", "*_" * 8_000 + "x")):
        read(name, text.encode())
    assert sys.getrecursionlimit() == limit
