"""A draft written as AKN4UN is valid, and reads back as the same draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from linter.facts.numbers import addresses
from linter.model.document import Block
from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from linter.writers.akn_meta import Dates
from linter.writers.as_akn import to_akn
from tests.readers.conformance import check_document
from tests.writers.drafts import paragraphs

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
DRAFT = """A/C.3/90/L.7

2 May 2035

Agenda item 5 (a)

Rights of the reader

Norway: draft resolution

90/... Rights of the reader

*The General Assembly*,

*Recalling* its resolutions 60/251 of 15 March 2006 and 217 A (III) of 10 December 1948,[^1]

*Deeply concerned* that few read,

1. *Requests* the Secretary-General:

    (a) To read, ~~again~~ and <u>slowly</u>;

    (b) To read on:

        (i) By day;

        (ii) By night;

2. *Decides* to remain seized of the matter.[^2]

8th plenary meeting

3 May 2035

[Adopted without a vote.]

Annex

**Reading list**

1. A book.[^1]

[^1]: Resolution 217 A (III).

[^2]: See A/90/1, *chapter* 2.

[^3]: Nowhere marked.
"""


def recognised(text: str | bytes, name: str = "draft.md") -> Resolution:
    return recognise(read(name, text.encode() if isinstance(text, str) else text), vocabulary())


def written(resolution: Resolution, dates: Dates | None = None) -> str:
    return to_akn(resolution, addresses(resolution.citations), dates or Dates())


def read_back(resolution: Resolution) -> Resolution:
    document = read("draft.xml", written(resolution).encode())
    check_document(document)
    return recognise(document, vocabulary())


def seen(resolution: Resolution) -> tuple[list[object], list[object]]:
    """What a reader sees of the body and of the notes, with the role of each paragraph."""
    blocks = resolution.document.blocks
    body, notes = [], []
    for element in resolution.elements:
        block = element.block
        label = block.label.text if block.label else ""
        marks = [(mark.start, mark.end, mark.style) for mark in block.marks]
        links = [(note.offset, note.label, answer(note.note, blocks)) for note in block.notes]
        if block.kind == "note":
            notes.append((label, block.text, sorted(marks)))
        else:
            place = element.role, element.label, element.declaration, element.quoted
            body.append((*place, label, block.text, sorted(marks), links))
    return body, sorted(notes)


def answer(note: int | None, blocks: tuple[Block, ...]) -> str | None:
    return None if note is None else blocks[note].text


def tree(resolution: Resolution, dates: Dates | None = None) -> etree._Element:
    return etree.fromstring(written(resolution, dates).encode())


def values(root: etree._Element, path: str, attribute: str = "") -> list[str]:
    names = "/".join(f"{AKN}{name}" for name in path.split("/"))
    found = root.findall(f".//{names}")
    return [node.get(attribute, "") if attribute else "".join(node.itertext()) for node in found]


def test_all_that_a_reader_sees_comes_back() -> None:
    resolution = recognised(DRAFT)
    assert {"agenda-item", "sponsors", "title", "vote", "annex"} <= {
        element.role for element in resolution.elements
    }
    assert seen(read_back(resolution)) == seen(resolution)


def test_the_containers_are_those_of_the_official_files() -> None:
    root = tree(recognised(DRAFT))
    (statement,) = root.findall(f"{AKN}statement")
    assert [node.tag.removeprefix(AKN) for node in statement] == [
        "meta", "coverPage", "preface", "preamble", "mainBody", "conclusions", "attachments",
    ]  # fmt: skip
    assert values(root, "preamble/container", "name") == ["Recalling", "Deeply concerned"]
    assert values(root, "mainBody/paragraph/list/sublist/point/num") == ["(i)", "(ii)"]
    assert values(root, "preface/p/docNumber") == ["90/..."]
    assert values(root, "coverPage/p/docNumber") == ["A/C.3/90/L.7"]
    assert values(root, "preamble/formula", "name") == ["enactingFormula"]


def test_what_is_cited_is_linked() -> None:
    root = tree(recognised(DRAFT))
    found = dict(zip(values(root, "a"), values(root, "a", "href"), strict=True))
    assert found["60/251"] == "https://docs.un.org/en/A/RES/60/251"
    assert found["217 A (III)"] == "https://docs.un.org/en/A/RES/217(III)"
    assert found["A/90/1"] == "https://docs.un.org/en/A/90/1"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (Dates(), ["0001-01-01"] * 3),
        (Dates("2035-05-03"), ["2035-05-03"] * 3),
        (Dates("2035-05-03", "2036-01-01"), ["2035-05-03", "2035-05-03", "2036-01-01"]),
    ],
)
def test_dates_are_those_given(dates: Dates, expected: list[str]) -> None:
    root = tree(recognised(DRAFT), dates)
    assert values(root, "statement/meta/identification/FRBRWork/FRBRdate", "date") == expected[:1]
    assert values(root, "FRBRdate", "date")[:3] == expected
    assert written(recognised(DRAFT), dates) == written(recognised(DRAFT), dates)


def test_the_markup_is_that_of_the_official_files_to_the_letter() -> None:
    folder = Path(__file__).parent / "akn4un"
    draft, expected = (
        (folder / name).read_bytes().decode().replace("\r\n", "\n") for name in ("draft.md", "draft.xml")
    )
    resolution = recognised(draft)
    assert written(resolution, Dates("2035-05-03", "2036-01-01")) == expected
    assert seen(read_back(resolution)) == seen(resolution)


@pytest.mark.parametrize(
    ("head", "organ", "work", "author"),
    [
        ("A/RES/90/12", "*The General Assembly*", "unga/0001-01-01/90-12", "ga"),
        ("## 61/4. Rivers", "*The Human Rights Council*", "unhrc/0001-01-01/61-4", "hrc"),
        ("Rivers", "*The Conference of the Parties*", "un/0001-01-01/draft", "un"),
    ],
)
def test_the_metadata_name_text_and_author(head: str, organ: str, work: str, author: str) -> None:
    root = tree(recognised(f"{head}\n\n{organ},\n\n*Recalling* it,\n\n1. *Decides* so.\n"))
    path = "statement/meta/identification/FRBRWork"
    assert values(root, f"{path}/FRBRuri", "value") == [f"/akn/un/statement/deliberation/{work}/"]
    assert values(root, f"{path}/FRBRauthor", "href") == [f"#{author}"]
    assert values(root, f"{path}/FRBRdate", "name") == ["draft"]
    assert author in values(root, "references/TLCOrganization", "eId")


def test_a_note_of_two_paragraphs_stays_one() -> None:
    text = (
        "<akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula></preamble>"
        '<mainBody><paragraph><num>1.</num><content><p>Acts.<authorialNote marker="1"><p>One.</p><p>Two.</p>'
        "</authorialNote></p></content></paragraph><paragraph><num>2.</num><content><p>Acts more."
        '<authorialNote marker="2"><p>Three.</p></authorialNote></p></content></paragraph></mainBody>'
        "</statement></akomaNtoso>"
    )
    resolution = recognised(text, "draft.xml")
    notes = tree(resolution).findall(f".//{AKN}authorialNote")
    assert [["".join(one.itertext()) for one in note] for note in notes] == [["One.", "Two."], ["Three."]]
    assert seen(read_back(resolution)) == seen(resolution)


def test_a_number_that_is_none_stays_in_the_words() -> None:
    draft = "*The General Assembly*,\n\n*Recalling* it,\n\n1. *Decides* so.\n\n### 7\\) Words\n"
    resolution = recognised(draft)
    assert seen(read_back(resolution)) == seen(resolution)


def test_several_resolutions_are_a_collection() -> None:
    part = "*The General Assembly*,\n\n*Recalling* its work,\n\n1. *Decides* to go on.\n\n"
    resolution = recognised(f"A\n\n{part}B\n\n{part}")
    root = tree(resolution)
    assert (
        len(root.findall(f"{AKN}documentCollection/{AKN}collectionBody/{AKN}component/{AKN}statement")) == 2
    )
    assert seen(read_back(resolution)) == seen(resolution)


def test_characters_that_xml_forbids_are_replaced() -> None:
    resolution = recognised('*The General Assembly*,\n\n*Recalling* \x01 & <x> "y",\n\n1. *Decides* so.\n')
    assert 'Recalling \ufffd & <x> "y",' in [block.text for block in read_back(resolution).document.blocks]


@settings(max_examples=40, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=8))
def test_any_draft_comes_back(drafted: list[str]) -> None:
    text = "*The General Assembly*,\n\n" + "\n\n".join(drafted) + "\n\n[^1]: See A/1.\n"
    resolution = recognised(text)
    assume(resolution.is_draft)
    assert seen(read_back(resolution)) == seen(resolution)


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "schemas/akn/akomantoso30.xsd"))


def sample(shared: Path, root: Path) -> Mapping[str, list[Path]]:
    corpus = shared / "corpus"
    return {
        "examples": sorted(root.glob("examples/*.md")) + sorted(root.glob("examples/*.docx")),
        "seeds": sorted((shared / "seeds").glob("*.txt")),
        "drafts": sorted(corpus.glob("GA/drafts/*.html"))[::20],
        "official": sorted(corpus.glob("akn4un/*/*RES*.xml"))[::120],
        "parts": sorted(corpus.glob("akn4un/GA/*-[B-F].xml"))[::2],
        "old": sorted(corpus.glob("*/text/*.txt"))[::25] + sorted(corpus.glob("SC/1946-2002/*.txt"))[::25],
        "council": sorted(corpus.glob("HRC/*.txt"))[::50] + sorted(corpus.glob("ECOSOC/*.txt"))[::40],
    }


@pytest.mark.parametrize("kind", ["examples", "seeds", "drafts", "official", "parts", "old", "council"])
def test_real_drafts_are_valid_and_come_back(
    kind: str, schema: etree.XMLSchema, shared: Path, root: Path
) -> None:
    paths = sample(shared, root)[kind]
    assert len(paths) >= 3
    for path in paths:
        resolution = recognise(read(str(path)), vocabulary())
        if not resolution.is_draft:
            continue
        valid = schema.validate(tree(resolution).getroottree())
        assert valid, (path, schema.error_log.filter_from_errors()[:3])
        assert seen(read_back(resolution)) == seen(resolution), path


def test_what_this_draft_says_is_valid(schema: etree.XMLSchema) -> None:
    rich = (Path(__file__).parent / "akn4un/draft.md").read_text(encoding="utf-8")
    for text in (DRAFT, DRAFT + "\n" + DRAFT, DRAFT.partition("1. *Requests*")[0], rich):
        assert schema.validate(tree(recognised(text)).getroottree()), schema.error_log[:3]
