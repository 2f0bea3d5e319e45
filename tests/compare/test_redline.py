from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from linter.model.document import Document
from linter.readers import read
from tests.compare.drafts import BASE, DRAFT
from tests.compare.redlines import exact
from tests.ooxml.wordfiles import bookmarked, field, i, note, p, r, raised, ref, unzipped, word
from tests.writers.docx.drafts import files
from tests.writers.docx.offices import geneva, new_york
from tests.writers.docx.settled import w
from tests.writers.docx.validity import invalid_parts

NUMBERS = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
"""
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'


def md(text: str) -> Document:
    return read("text.md", text.encode())


def docx(data: bytes) -> Document:
    return read("text.docx", data)


def story(data: bytes, part: str = "document") -> etree._Element:
    return etree.fromstring(unzipped(data)[f"word/{part}.xml"])


def words_in(data: bytes, kind: str) -> str:
    """All words in changes of one kind."""
    return "|".join("".join(one.itertext()) for one in story(data).iter(w(kind)) if len(one))


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, Document]:
    """Texts of several formats, as several templates make them."""
    return {
        "base": md(BASE),
        "draft": md(DRAFT),
        "plain": read("text.txt", re.sub(r"[*#]|\[\^\d\]:?", "", DRAFT).encode()),
        "new-york": docx(new_york()),
        "geneva": docx(geneva()),
        "example": docx((root / "examples" / "school-meals.docx").read_bytes()),
        "rivers": md((root / "examples" / "river-communities.md").read_text("utf-8")),
    }


@pytest.mark.parametrize("base", ["base", "draft", "plain", "new-york", "geneva", "example", "rivers"])
def test_a_redline_holds_both_texts(base: str, texts: dict[str, Document]) -> None:
    for draft in texts.values():
        assert invalid_parts(exact(texts[base], draft)) == set()


def test_changes_are_tracked_word_by_word() -> None:
    data = exact(md(BASE), md(DRAFT))
    assert "|eighty-first|" in words_in(data, "del")
    assert "|eighty-second|" in words_in(data, "ins")
    assert words_in(data, "rPrChange") == ""
    (restyled,) = [
        run for run in story(data).iter(w("r")) if run.find(f"{w('rPr')}/{w('rPrChange')}") is not None
    ]
    assert "".join(restyled.itertext()) == "upon"


def test_a_paragraph_that_moves_unchanged_is_a_move_in_word() -> None:
    line = "*Guided* by the purposes and principles of the Charter of the United Nations,\n\n"
    draft = BASE.replace(line, "").replace("1. *Takes", line + "1. *Takes")
    data = exact(md(BASE), md(draft))
    assert words_in(data, "moveFrom") == words_in(data, "moveTo") == line.replace("*", "").strip()
    assert not words_in(data, "ins")
    names = [
        one.get(w("name")) for kind in ("From", "To") for one in story(data).iter(w(f"move{kind}RangeStart"))
    ]
    assert names == ["move1", "move1"]


def test_a_paragraph_that_goes_is_struck_with_its_mark() -> None:
    gone = "2. *Calls upon* States to build wells near schools and to keep them in good repair:\n\n"
    data = exact(md(BASE), md(BASE.replace(gone, "")))
    path = f"{w('pPr')}/{w('rPr')}/{w('del')}"
    struck = [one for one in story(data).iter(w("p")) if one.find(path) is not None]
    assert len(struck) == 1
    assert "".join(struck[0].itertext()) in words_in(data, "del").replace("|", "")
    assert "Calls upon States" in words_in(data, "del").replace("|", "")
    assert not words_in(data, "moveFrom")


def test_a_paragraph_that_moves_and_changes_is_deleted_and_inserted() -> None:
    line = "*Noting* the work of local teachers in rural areas, and the need to train them in good time,\n\n"
    draft = BASE.replace(line, "").replace("1. *Takes", line.replace("good", "due") + "1. *Takes")
    data = exact(md(BASE), md(draft))
    assert not words_in(data, "moveTo")
    assert "in due time" in words_in(data, "ins")


def test_footnotes_come_go_and_change() -> None:
    draft = BASE.replace("sanitation,[^1]", "sanitation,").replace("rural areas,", "rural areas,[^1]")
    draft = draft.replace("A/80/123", "A/80/321").replace(
        "See *Official Records*, chapter II", "New & *true*"
    )
    data = exact(md(BASE), md(draft))
    notes = story(data, "footnotes")
    assert any("New & true." in "".join(one.itertext()) for one in notes.iter(w("ins")))
    assert "A/80/123" in "".join("".join(one.itertext()) for one in notes.iter(w("del")))
    gone = [
        one for one in story(data).iter(w("del")) if next(one.iter(w("footnoteReference")), None) is not None
    ]
    assert len(gone) == 1


def test_a_mark_of_a_note_that_word_shows_once_more_stays() -> None:
    first, again = bookmarked("_Ref1", ref(1)), field("NOTEREF _Ref1 \\f \\h", raised("1"))
    base = docx(word(p(i("Noting"), r(" it,"), first, r(" again"), again, r(".")), footnotes=note(1, "A/1.")))
    data = exact(base, md("*Noting* it,[^1] once again[^1].\n\n[^1]: A/1.\n"))
    assert (words_in(data, "ins"), words_in(data, "del")) == ("once ", "")
    assert words_in(exact(base, md("*Noting* it,[^1] again.\n\n[^1]: A/1.\n")), "del") == "again|1"


def test_a_file_without_footnotes_gains_the_part_for_them() -> None:
    base = word(p(i("The General Assembly"), r(",")) + p(i("Recalling"), r(" its resolution 60/251,")))
    draft = "*The General Assembly*,\n\n*Recalling* its resolution 60/251,[^1]\n\n[^1]: See there.\n"
    data = exact(docx(base), md(draft))
    assert "word/footnotes.xml" in unzipped(data)
    assert invalid_parts(data) == set()


def _numbered(*texts: str) -> bytes:
    paragraphs = [
        p(i(text.split()[0]), r(text[len(text.split()[0]) :]), properties=NUMBERED) for text in texts
    ]
    return word(p(i("The General Assembly"), r(",")) + "".join(paragraphs), numbering=NUMBERS)


def _typed(*paragraphs: str) -> str:
    return "\n\n".join(("*The General Assembly*,", *paragraphs)) + "\n"


def test_numbers_that_word_makes_count_on() -> None:
    base = _numbered("Affirms the right to rest;", "Decides to meet.")
    draft = _typed("1. *Affirms* the right to rest;", "2. *Invites* States to rest;", "3. *Decides* to meet.")
    data = exact(docx(base), md(draft))
    assert "2." not in words_in(data, "ins")
    assert not list(story(data).iter(w("pPrChange")))


def test_numbers_that_word_would_make_otherwise_are_typed() -> None:
    base = _numbered("Affirms the right to rest;", "Invites States to rest;", "Decides to meet.")
    bis = _typed(
        "1. *Affirms* the right to rest;", "1 bis. *Invites* States to rest;", "2. *Decides* to meet."
    )
    exact(docx(base), md(bis))
    exact(docx(base), md(_typed("*Affirms* the right to rest.")))


def test_changes_tracked_in_the_base_are_accepted_beforehand() -> None:
    by = 'w:id="9" w:author="Someone" w:date="2025-01-01T00:00:00Z"'
    old = f"<w:del {by}><w:r><w:delText>old</w:delText></w:r></w:del>"
    new = f"<w:ins {by}><w:r><w:t>new</w:t></w:r></w:ins>"
    gone = p(
        f"<w:del {by}><w:r><w:delText>Gone.</w:delText></w:r></w:del>",
        properties=f"<w:rPr><w:del {by}/></w:rPr>",
    )
    base = docx(word(p(i("Recalling"), r(" the "), old, new, r(" text,")) + gone + p(r("1. Decides."))))
    data = exact(base, md("*Recalling* the newer text,\n\n1. Decides.\n"))
    assert "Someone" not in unzipped(data)["word/document.xml"].decode()
    assert words_in(data, "del") == "new"


def test_formatting_of_the_base_stays() -> None:
    base = word(
        p(r("The General Assembly", '<w:i/><w:color w:val="FF0000"/>'), r(","))
        + p(
            r("Recalling", '<w:i/><w:sz w:val="26"/>'),
            r(" its resolution,", '<w:sz w:val="26"/>'),
            style="SingleTxt",
        )
    )
    data = exact(
        docx(base), md("*The General Assembly*,\n\n*Recalling* its old resolution,\n\n*Noting* this,\n")
    )
    sizes = [run.find(f"{w('rPr')}/{w('sz')}") for run in story(data).iter(w("r"))]
    assert sum(size is not None for size in sizes) >= 5
    assert [one.get(w("val")) for one in story(data).iter(w("pStyle"))] == ["SingleTxt"] * 3


def test_parts_that_do_not_change_keep_their_bytes() -> None:
    base = geneva()
    data = exact(docx(base), md(DRAFT))
    before, after = unzipped(base), unzipped(data)
    assert [name for name in before if before[name] != after[name]] == [
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels",
    ]  # fmt: skip


def test_the_same_texts_give_the_same_bytes_without_changes() -> None:
    data = exact(md(BASE), md(BASE))
    assert not [one for kind in ("ins", "del", "moveFrom") for one in story(data).iter(w(kind))]
    assert exact(md(BASE), md(BASE)) == data
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None


def test_marks_in_a_table_and_a_header_stay_where_they_are() -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>{p(r('A/C.3/80/L.1'))}</w:tc></w:tr></w:tbl>"
    base = word(
        table + p(i("The General Assembly"), r(",")) + p(i("Noting"), r(" this,"), ref(1)),
        footnotes=note(1, "So."),
    )
    draft = "A/C.3/81/L.2\n\nAgenda item 5\n\n*The General Assembly*,\n\n*Noting* that.\n"
    data = exact(docx(base), md(draft))
    cell = next(story(data).iter(w("tc")))
    assert "A/C.3/81/L.2" in "".join(cell.itertext())
    assert "Agenda item 5" not in "".join(cell.itertext())


def runs_added(data: bytes, part: str) -> list[str]:
    """What stands in the runs of the last insertion, tabs as such."""
    *_, last = (one for one in story(data, part).iter(w("ins")) if len(one))
    return ["".join("\t" if node.tag == w("tab") else node.text or "" for node in run) for run in last]


def test_a_new_paragraph_begins_with_the_white_space_of_those_around_it() -> None:
    base = word(p(i("The General Assembly"), r(",")) + p(r("\t"), i("Recalling"), r(" it,")))
    data = exact(docx(base), md("*The General Assembly*,\n\n*Recalling* it,\n\n*Noting* this,\n"))
    assert runs_added(data, "document")[:2] == ["\t", "Noting"]


def test_whole_paragraphs_are_dated_later_than_words() -> None:
    """LibreOffice (7.4) would take changes of one moment that touch for one."""
    draft = BASE.replace("well", "deep well").replace(
        "3. *Invites*", "3. *Thanks* the Chair;\n\n4. *Invites*"
    )
    changes = [one for one in story(exact(md(BASE), md(draft))).iter(w("ins")) if len(one)]
    dates = {one.get(w("date")) for one in changes if "Thanks" in "".join(one.itertext())}
    assert dates == {"2026-01-02T03:06:05Z"}
    assert "2026-01-02T03:04:05Z" in {one.get(w("date")) for one in changes}


@pytest.mark.parametrize("around", ['<w:hyperlink w:anchor="x">{}</w:hyperlink>', field("REF para", "{}")])
def test_new_words_after_a_field_or_a_link_stand_outside_of_it(around: str) -> None:
    data = exact(docx(word(p(r("See "), around.format(r("paragraph 5"))))), md("See paragraph 5 and 6\n"))
    (new,) = story(data).iter(w("ins"))
    assert new.getparent().tag == w("p")
    assert new.getnext() is None


@pytest.mark.parametrize(("before", "after"), [("\t", "\t "), ("", " "), ("Note ", " ")])
def test_a_new_footnote_has_the_white_space_of_the_others_around_its_mark(before: str, after: str) -> None:
    mark = r(before) + "<w:r><w:footnoteRef/></w:r>" + r(after[:-1])
    base = word(p(i("Noting"), r(" this,"), ref(1)), footnotes=note(1, "So.", mark=mark))
    draft = "*Noting* this,[^1]\n\n*Noting* that,[^2]\n\n[^1]: So.\n\n[^2]: Then.\n"
    found = runs_added(exact(docx(base), md(draft)), "footnotes")
    assert "".join(found) == f"{before if before.isspace() else ''}{after}Then."


@pytest.mark.parametrize("body", ["", "<w:sectPr/>"])
def test_a_base_without_words_is_filled(body: str) -> None:
    data = exact(docx(word(body)), md("*The General Assembly*,\n\n*Noting* this,\n"))
    assert words_in(data, "ins") == "The General Assembly,|Noting this,"


@settings(max_examples=25, deadline=None)
@given(files(), files())
def test_any_two_word_files_make_a_redline(base: bytes, draft: bytes) -> None:
    exact(docx(base), docx(draft))


_LINES = [
    "*Noting* the work of local teachers,[^1]", "*Recalling* its resolution 64/292 of 28 July 2010,[^2]",
    "1. *Requests* the Secretary-General to report at its next session;", "(a) by training engineers;",
    "2. *Calls upon* States to build wells near *all* schools;[^1]", "3 bis. *Invites* “all” to meet.[^*]",
    "*Noting* the work of others, and of local teachers,[^3]", "Annex", "A\u00a0line  of text\u2011only",
    "## Heading",
]  # fmt: skip
_texts = st.lists(st.sampled_from(_LINES), max_size=8).map(
    lambda lines: (
        "*The General Assembly*,\n\n"
        + "\n\n".join(lines)
        + "\n\n[^1]: One.\n\n[^2]: *Two*.\n\n[^3]: Three & four.\n\n[^*]: Star.\n"
    )
)


@settings(max_examples=25, deadline=None)
@given(_texts, _texts)
def test_any_two_drafts_make_a_redline(base: str, draft: str) -> None:
    exact(md(base), md(draft))
