"""Findings as one types, through the protocol."""

from __future__ import annotations

import linecache
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

HTML = """\
<html><body>
<p><i>The General Assembly</i>,</p>
<p><i>Recalling</i> its behavior,</p>
<p><i>Decides</i> to continue its consideration of the matter.</p>
</body></html>
"""
AKN = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<preamble><formula><p><span class="italic">The General Assembly</span>,</p></formula></preamble>
<mainBody><paragraph><content><p><span class="italic">Decides</span> to continue the behavior.</p></content>
</paragraph></mainBody></statement></akomaNtoso>
"""
TEXT = """\
The General Assembly,

Recalling its work ,

Decides to continue its consideration of the matter.
"""


def rules(found: list[types.Diagnostic]) -> list[object]:
    return [one.code for one in found]


async def test_a_regular_draft_is_quiet(editor: Editor) -> None:
    assert await editor.open(DRAFT) == []


async def test_findings_come_and_go_as_one_types(editor: Editor) -> None:
    await editor.open(DRAFT)
    (found,) = await editor.type("importance of the", " behavior of the")
    assert (found.code, found.source, editor.words(found.range)) == (
        "spelling-british",
        "resolint",
        "behavior",
    )
    assert found.severity == types.DiagnosticSeverity.Error
    assert await editor.change(types.TextDocumentContentChangePartial(found.range, "behaviour")) == []
    assert editor.shown().version == editor.version == 3


async def test_a_finding_leads_to_the_reference(editor: Editor, root: Path) -> None:
    (found,) = await editor.open(DRAFT.replace("behaviour", "behavior"))
    assert found.code_description is not None
    file, _, line = found.code_description.href.partition("#L")
    page = root / "rules" / "README.md"
    assert file == page.as_uri()
    assert linecache.getline(str(page), int(line)) == f"### {found.code}\n"


async def test_several_changes_at_once_apply_one_after_the_other(editor: Editor) -> None:
    await editor.open(DRAFT)
    place = editor.at("behaviour;")
    start = types.Position(place.line, 0)
    found = await editor.change(
        types.TextDocumentContentChangePartial(types.Range(place, place), "big "),
        types.TextDocumentContentChangePartial(types.Range(start, start), "\n"),
        types.TextDocumentContentChangePartial(
            types.Range(
                types.Position(place.line + 1, place.character),
                types.Position(place.line + 1, place.character + 4),
            ),
            "  ",
        ),
    )
    assert [editor.words(one.range) for one in found] == ["   "]


async def test_a_whole_text_is_taken_as_well(editor: Editor) -> None:
    await editor.open(DRAFT)
    (found,) = await editor.replace(DRAFT.replace("behaviour", "behavior"))
    assert editor.words(found.range) == "behavior"


async def test_astral_characters_and_crlf_keep_their_places(editor: Editor) -> None:
    text = DRAFT.replace("behaviour", "😀😀 ﷽ é 𝔘 behavior").replace("\n", "\r\n")
    found = await editor.open(text)
    assert "behavior" in [editor.words(one.range) for one in found]
    found = await editor.type("𝔘", " behavior")
    assert [editor.words(one.range) for one in found].count("behavior") == 2


async def test_separators_that_are_no_ends_of_lines_are_none(editor: Editor) -> None:
    text = DRAFT.replace("Guided* by", "Guided* by\u2028the\x0b\x0c\x85").replace("behaviour", "behavior")
    found = await editor.open(text)
    assert "behavior" in [editor.words(one.range) for one in found]


@pytest.mark.parametrize(
    ("name", "language", "text", "words"),
    [
        ("draft.html", "html", HTML, "behavior"),
        ("draft.txt", "plaintext", TEXT, " "),
        ("notes", "markdown", DRAFT.replace("behaviour", "behavior"), "behavior"),
        ("draft.md", "quarto", DRAFT.replace("behaviour", "behavior"), "behavior"),
    ],
)
async def test_all_formats_that_are_text(
    editor: Editor, name: str, language: str, text: str, words: str
) -> None:
    found = await editor.open(text, name, language)
    assert words in [editor.words(one.range) for one in found]


async def test_xml_of_the_united_nations(editor: Editor) -> None:
    found = await editor.open(AKN, "draft.xml", "xml")
    assert "behavior" in [editor.words(one.range) for one in found]


async def test_a_text_that_was_never_saved(editor: Editor) -> None:
    (found,) = await editor.show("untitled:Untitled-1", DRAFT.replace("behaviour", "behavior"))
    assert editor.words(found.range) == "behavior"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "# A list\n\n1. Milk\n2. Bread\n",
        "\0\0\0" * 200,
        DRAFT.replace("behaviour", "behavior") * 9_000,
    ],
)
async def test_what_is_no_draft_is_left_alone(editor: Editor, text: str) -> None:
    assert await editor.open(text) == []


async def test_characters_that_no_file_holds_do_no_harm(editor: Editor) -> None:
    text = "\ufeff" + DRAFT.replace("behaviour", "\0 behavior \ud800")
    found = await editor.open(text)
    assert "behavior" in [editor.words(one.range) for one in found]


async def test_a_closed_file_has_no_findings(editor: Editor) -> None:
    assert await editor.open(DRAFT.replace("behaviour", "behavior"))
    assert await editor.close() == []


async def test_related_places_are_linked(editor: Editor) -> None:
    found = await editor.open(
        DRAFT.replace("*", "").replace("The General", "*The General*").replace("Guided", "*Guided*")
    )
    assert all(one.related_information is None or one.related_information[0].location.uri for one in found)
