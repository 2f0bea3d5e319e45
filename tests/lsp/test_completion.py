"""What is offered while one types; ``|`` marks the place."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Offered:
    """The outcome: labels in their order, and what the first makes of the paragraph."""

    def __init__(self, editor: Editor, found: types.CompletionList) -> None:
        self.items = sorted(found.items, key=lambda item: item.sort_text or "")
        self.labels = [item.label for item in self.items]
        self._editor = editor

    def chosen(self, label: str) -> str:
        """The line after choosing an offer."""
        item = self.items[self.labels.index(label)]
        assert isinstance(item.text_edit, types.TextEdit)
        typed = self._editor.words(item.text_edit.range)
        assert (item.filter_text or item.label).lower().startswith(typed.rstrip("*").lower())
        return self._editor.edited([item.text_edit]).split("\n")[item.text_edit.range.start.line]


async def complete(
    editor: Editor, paragraph: str, draft: str = DRAFT, after: str = "Nations,\n\n"
) -> Offered:
    """What is offered where ``|`` stands in a paragraph that comes after the preamble, or after ``after``."""
    text = draft.replace(after, f"{after}{paragraph}\n\n", 1)
    place = text.index("|")
    await editor.open(text.replace("|", ""))
    params = types.CompletionParams(editor.file, editor.position(place))
    found = await editor.client.text_document_completion_async(params)
    assert isinstance(found, types.CompletionList)
    return Offered(editor, found)


@pytest.mark.parametrize(
    ("typed", "label", "line"),
    [
        ("Recal|", "Recalling", "*Recalling*"),
        ("*Recal|", "Recalling", "*Recalling*"),
        ("*Recal|*", "Recalling", "*Recalling*"),
        ("_Recal|", "Recalling", "_Recalling_"),
        ("*Recal|* its work", "Recalling", "*Recalling* its work"),
        ("*Noting with c|", "Noting with concern", "*Noting with concern*"),
        ("*Recalling a|", "Recalling also", "*Recalling also*"),
        ("1. Req|", "Requests", "1. *Requests*"),
        ("1\\. Also req|", "Also requests", "1\\. *Also requests*"),
        ("|", "Guided", "*Guided*"),
        ("De|", "Decides", "*Decides*"),
        ("PP1 Recal|", "Recalling", "PP1 *Recalling*"),
    ],
)
async def test_opening_phrases(editor: Editor, typed: str, label: str, line: str) -> None:
    found = await complete(editor, typed)
    assert found.chosen(label) == line


async def test_the_role_of_the_paragraph_decides(editor: Editor) -> None:
    numbered = await complete(editor, "1. |")
    assert "Requests" in numbered.labels
    assert "Recalling" not in numbered.labels
    operative = await complete(editor, "Re|", after="behaviour;\n\n")
    assert "Requests" in operative.labels
    assert "Recalling" not in operative.labels
    preambular = await complete(editor, "Re|", after="Assembly*,\n\n")
    assert "Requests" not in preambular.labels
    assert "Recalling" in preambular.labels


async def test_the_security_council_has_phrases_of_its_own(editor: Editor) -> None:
    council = DRAFT.replace("General Assembly", "Security Council").replace("A/C.3/80/L.12", "S/2025/7")
    assert "Calls on" in (await complete(editor, "1. Calls|", council)).labels
    assert "Calls on" not in (await complete(editor, "1. Calls|")).labels


async def test_subparagraphs_have_no_opening_phrases(editor: Editor) -> None:
    assert (await complete(editor, "   (a) Re|", after="behaviour;\n\n")).labels == []


async def test_html_and_plain_text_have_italics_of_their_own(editor: Editor) -> None:
    text = "<p><i>The General Assembly</i>,</p>\n<p>Recal</p>\n<p>1. <i>Decides</i> to go on.</p>\n"
    await editor.open(text, "draft.html", "html")
    params = types.CompletionParams(editor.file, editor.at("Recal", 5))
    found = Offered(editor, await editor.client.text_document_completion_async(params))
    assert found.chosen("Recalling") == "<p><i>Recalling</i></p>"
    await editor.open("The General Assembly,\n\nRecal\n\nDecides to go on.\n", "draft.txt", "plaintext")
    params = types.CompletionParams(editor.file, editor.at("Recal", 5))
    found = Offered(editor, await editor.client.text_document_completion_async(params))
    assert found.chosen("Recalling") == "Recalling"


@pytest.mark.parametrize(
    ("typed", "label", "line"),
    [
        (
            "*Recalling* its resolution 60/251|",
            "60/251 of 15 March 2006",
            "*Recalling* its resolution 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* its resolution 60/25|",
            "60/251 of 15 March 2006",
            "*Recalling* its resolution 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* its resolution 60/251| of 15 March 2006",
            "60/251",
            "*Recalling* its resolution 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* its resolutions 60/1 of 16 September 2005 and 60/25|",
            "60/251 of 15 March 2006",
            "*Recalling* its resolutions 60/1 of 16 September 2005 and 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* Human Rights Council resolution 52/1|",
            "52/1 of 3 April 2023",
            "*Recalling* Human Rights Council resolution 52/1 of 3 April 2023",
        ),
        (
            "*Recalling* Security Council resolution 1325|",
            "1325 (2000) of 31 October 2000",
            "*Recalling* Security Council resolution 1325 (2000) of 31 October 2000",
        ),
        (
            "*Recalling* 60/251|",
            "60/251 of 15 March 2006",
            "*Recalling* General Assembly resolution 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* A/RES/60/251|",
            "60/251 of 15 March 2006",
            "*Recalling* General Assembly resolution 60/251 of 15 March 2006",
        ),
        (
            "*Recalling* its decision 60/559|",
            "60/559 of 6 June 2006",
            "*Recalling* its decision 60/559 of 6 June 2006",
        ),
    ],
)
async def test_citations_get_their_dates(editor: Editor, typed: str, label: str, line: str) -> None:
    found = await complete(editor, typed)
    assert found.chosen(label) == line


async def test_numbers_come_in_their_order_with_their_titles(editor: Editor) -> None:
    found = await complete(editor, "*Recalling* Human Rights Council resolution 52/|")
    numbers = [label.partition(" ")[0] for label in found.labels]
    assert numbers[:3] == ["52/1", "52/2", "52/3"]
    found = await complete(editor, "*Recalling* its resolution 60/251|")
    assert found.items[0].detail == "Human Rights Council"


@pytest.mark.parametrize("typed", ["in 2006/07 and 3/4 of|", "see para. 60|", "*Recalling* its resolution |"])
async def test_what_is_no_number_of_a_resolution(editor: Editor, typed: str) -> None:
    assert (await complete(editor, f"*Noting* the state {typed}")).labels == []


@pytest.mark.parametrize(
    ("typed", "label", "line"),
    [
        ("*Noting* the World H|", "World Health Organization", "*Noting* the World Health Organization"),
        ("*Noting* UNICE|", "United Nations Children’s Fund", "*Noting* United Nations Children’s Fund"),
        ("*Noting* Gam|", "the Gambia", "*Noting* the Gambia"),
        ("*Noting* the Gam|", "Gambia", "*Noting* the Gambia"),
        ("*Noting* that Côte|", "Côte d’Ivoire", "*Noting* that Côte d’Ivoire"),
    ],
)
async def test_official_names(editor: Editor, typed: str, label: str, line: str) -> None:
    found = await complete(editor, typed)
    assert found.chosen(label) == line


async def test_sponsors_stand_as_in_a_list(editor: Editor) -> None:
    found = await complete(editor, "Norway and Gamb|: draft resolution", after="A/C.3/80/L.12\n\n")
    assert found.chosen("Gambia") == "Norway and Gambia: draft resolution"


async def test_what_is_no_draft_has_no_offers(editor: Editor) -> None:
    await editor.open("# Notes\n\nRec\n")
    params = types.CompletionParams(editor.file, editor.at("Rec", 3))
    assert await editor.client.text_document_completion_async(params) is None
