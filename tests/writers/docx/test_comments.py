from __future__ import annotations

import pytest
from lxml import etree

from linter.editing.compose import Composition
from linter.model.diagnostic import Replace
from linter.readers.docx import read
from linter.writers.docx import Mode, Remark, render
from tests.ooxml.wordfiles import R, note, p, r, ref, unzipped, word
from tests.writers.docx.drafts import DATE, shown
from tests.writers.docx.revisions import reject_all, w
from tests.writers.docx.validity import invalid_parts

WORDS = "An operative paragraph ends in a semicolon.\nUnited Nations Editorial Manual, Resolutions"
DRAFT = word(
    p(r("Requests the States")) + p(r("Decides"), ref(1), r(" to meet.")),
    footnotes=note(1, "Resolution 60/251."),
)


def commented(data: bytes) -> list[tuple[str, str, str]]:
    """Author, text and anchored words of each comment."""
    files = unzipped(data)
    texts = {}
    for comment in etree.fromstring(files["word/comments.xml"]):
        lines = ["".join(t.text for t in one.iter(w("t"))) for one in comment.iter(w("p"))]
        texts[comment.get(w("id"))] = (comment.get(w("author")), "\n".join(lines))
    found = []
    for part in sorted({"word/document.xml", "word/footnotes.xml"} & set(files)):
        for start in etree.fromstring(files[part]).iter(w("commentRangeStart")):
            identifier, words = start.get(w("id")), ""
            for element in start.itersiblings():
                if element.tag == w("commentRangeEnd") and element.get(w("id")) == identifier:
                    break
                words += "".join(t.text for t in element.iter(w("t"), w("delText")))
            found.append((*texts[identifier], words))
    return found


def test_a_remark_stands_at_its_words_in_a_part_that_is_made_for_it() -> None:
    result = render(read(DRAFT, "draft.docx"), (), comments=[Remark(0, 13, 19, WORDS)], date=DATE)
    assert commented(result) == [("resolint", WORDS, "States")]
    assert invalid_parts(result) == set()
    files = unzipped(result)
    assert f'Type="{R}/comments" Target="comments.xml"'.encode() in files["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in files["[Content_Types].xml"]
    assert shown(read(result, "result.docx")) == shown(read(DRAFT, "draft.docx"))


def test_a_remark_is_not_made_twice_but_another_is() -> None:
    remark = Remark(0, 13, 19, WORDS)
    once = render(read(DRAFT, "draft.docx"), (), comments=[remark, remark], date=DATE)
    assert render(read(once, "once.docx"), (), comments=[remark], date="2027-01-01T00:00:00Z") == once
    more = render(read(once, "once.docx"), (), comments=[remark, Remark(1, 0, 7, WORDS)], date=DATE)
    assert commented(more) == [("resolint", WORDS, "States"), ("resolint", WORDS, "Decides")]


@pytest.mark.parametrize("mode", ["tracked", "direct"])
def test_a_reviewed_file_reviewed_again_gains_nothing(mode: Mode) -> None:
    document = read(DRAFT, "draft.docx")
    composition = Composition.of(document).apply([Replace(0, 9, 12, "all"), Replace(1, 16, 16, "!")])
    remarks = [Remark(0, 9, 12, "Which?"), Remark(0, 0, 19, WORDS), Remark(2, 0, 10, "In a note.")]
    reviewed = render(document, composition.changes(), mode=mode, comments=remarks, date=DATE)
    assert len(commented(reviewed)) == 3
    again = read(reviewed, "reviewed.docx")
    assert shown(again) == shown(composition.document)
    assert render(again, (), comments=remarks, date=DATE) == reviewed


def test_a_remark_about_a_footnote_stands_at_the_word_with_its_mark() -> None:
    result = render(read(DRAFT, "draft.docx"), (), comments=[Remark(2, 11, 17, "Which?")], date=DATE)
    assert commented(result) == [("resolint", "“60/251”: Which?", "Decides")]


def test_a_remark_about_a_footnote_without_a_word_stands_at_its_mark() -> None:
    data = word(p(ref(1), r(" to meet.")), footnotes=note(1, "Resolution 60/251."))
    result = render(read(data, "draft.docx"), (), comments=[Remark(1, 11, 17, "Which?")], date=DATE)
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    [start] = root.iter(w("commentRangeStart"))
    assert start.getnext().find(w("footnoteReference")) is not None


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("one", ["commentReference", "footnoteReference", "footnoteReference"]),
        ("and", ["footnoteReference", "footnoteReference", "commentReference"]),
        ("so", ["footnoteReference", "footnoteReference", "commentReference"]),
    ],
)
def test_no_comment_is_referred_to_between_the_first_two_note_marks(words: str, order: list[str]) -> None:
    """LibreOffice would lose the words of the notes."""
    body = p(r("Recalls one"), ref(1), r(" and two"), ref(2), r(" so,"))
    document = read(word(body, footnotes=note(1, "A.") + note(2, "B.")), "draft.docx")
    start = document.blocks[0].text.index(words)
    result = render(document, (), comments=[Remark(0, start, start + len(words), "Which?")], date=DATE)
    assert commented(result) == [("resolint", "Which?", words)]
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    found = [etree.QName(one).localname for one in root.iter(w("commentReference"), w("footnoteReference"))]
    assert found == order


def test_a_remark_about_a_place_between_words_stands_at_the_character_there() -> None:
    result = render(read(DRAFT, "draft.docx"), (), comments=[Remark(0, 8, 8, "Hm.")], date=DATE)
    assert commented(result) == [("resolint", "Hm.", " ")]


def test_a_mark_of_its_own_stays_with_its_reference() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{0}"/><w:t>{0}</w:t></w:r>'
    body = p(r("Recalls the one,"), own.format(1), r(" the other,"), own.format(2), r(" and more,"))
    notes = (note(number, f"Resolution 60/{number}.", mark=r(str(number))) for number in (1, 2))
    document = read(word(body, footnotes="".join(notes)), "draft.docx")
    remarks = [Remark(0, 12, 16, "Which?"), Remark(0, 21, 27, "And which?"), Remark(1, 0, 10, "Of whom?")]
    result = render(document, (), comments=remarks, date=DATE)
    assert shown(read(result, "result.docx")) == shown(document)
    assert len(commented(result)) == 3


def test_a_remark_quotes_the_words_as_they_will_stand() -> None:
    document = read(DRAFT, "draft.docx")
    changes = Composition.of(document).apply([Replace(2, 11, 17, "60/1")]).changes()
    remarks = [Remark(2, 11, 17, "Which?", "60/1")]
    result = render(document, changes, comments=remarks, date=DATE)
    assert commented(result) == [("resolint", "“60/1”: Which?", "Decides")]
    assert render(read(result, "again.docx"), (), comments=[Remark(2, 11, 15, "Which?")], date=DATE) == result


def test_a_remark_at_words_inserted_beside_an_earlier_anchor_is_not_made_twice() -> None:
    document = read(DRAFT, "draft.docx")
    composition = Composition.of(document).apply([Replace(0, 8, 8, " all")])
    result = render(document, composition.changes(), comments=[Remark(0, 0, 8, "Hm.")], date=DATE)
    assert render(read(result, "again.docx"), (), comments=[Remark(0, 9, 12, "Hm.")], date=DATE) == result


def test_a_remark_about_a_header_stands_at_the_first_words_of_the_body() -> None:
    data = word(
        p(r("Requests more")) + '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>',
        styles="",
        header=p(r("A/80/L.1")),
        footnotes="",
    )
    document = read(data, "draft.docx")
    assert [block.hint for block in document.blocks] == ["masthead", ""]
    result = render(document, (), comments=[Remark(0, 0, 8, "Which?")], date=DATE)
    assert commented(result) == [("resolint", "“A/80/L.1”: Which?", "Requests more")]


def test_a_remark_about_deleted_words_stands_at_the_deletion() -> None:
    document = read(DRAFT, "draft.docx")
    changes = Composition.of(document).apply([Replace(0, 8, 12, "")]).changes()
    result = render(document, changes, comments=[Remark(0, 9, 12, "Not needed.")], date=DATE)
    assert commented(result) == [("resolint", "Not needed.", " the")]


def test_a_remark_within_a_field_does_not_break_it() -> None:
    field = '<w:fldSimple w:instr=" REF x ">' + r("paragraph 5") + "</w:fldSimple>"
    data = word(p(r("See "), field, r(".")))
    result = render(read(data, "draft.docx"), (), comments=[Remark(0, 4, 13, "Is it?")], date=DATE)
    assert commented(result) == [("resolint", "Is it?", "paragraph")]
    assert invalid_parts(result) == set()


def test_comments_of_others_stay() -> None:
    def other(name: int) -> str:
        return f'<w:comment w:id="{name}" w:author="Someone"><w:p><w:r><w:t>Hm.</w:t></w:r></w:p></w:comment>'

    body = p('<w:commentRangeStart w:id="0"/>', r("Requests"), '<w:commentRangeEnd w:id="0"/>', r(" more"))
    body += p('<w:commentRangeStart w:id="1"/>', r("Decides"), '<w:commentRangeEnd w:id="1"/>')
    data = word(body, comments=other(0) + other(1), footnotes="")
    result = render(read(data, "draft.docx"), (), comments=[Remark(0, 0, 8, "Hm.")], date=DATE)
    assert sorted(commented(result)) == [
        ("Someone", "Hm.", "Decides"),
        ("Someone", "Hm.", "Requests"),
        ("resolint", "Hm.", "Requests"),
    ]


def test_a_comment_may_be_a_directive() -> None:
    words = "<w:p><w:r><w:t>resolint: ignore double-space as tabled</w:t></w:r></w:p>"
    body = p(r("First.")) + p(
        '<w:commentRangeStart w:id="0"/>', r("Second."), '<w:commentRangeEnd w:id="0"/>'
    )
    data = word(body, comments=f'<w:comment w:id="0" w:author="A">{words}</w:comment>')
    [directive] = read(data, "draft.docx").directives
    assert (directive.text, directive.before) == ("ignore double-space as tabled", 1)


def test_what_resolint_has_written_is_rejected_to_the_draft_as_it_came() -> None:
    document = read(DRAFT, "draft.docx")
    changes = Composition.of(document).apply([Replace(0, 0, 8, "Calls upon")]).changes()
    reviewed = render(document, changes, comments=[Remark(0, 0, 8, "Hm.")], date=DATE)
    assert shown(read(reject_all(reviewed), "rejected.docx")) == shown(document)
