from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from linter.editing.compose import Composition
from linter.model.diagnostic import MoveNote, Replace, SetLabel, SetStyle
from linter.model.errors import WriteError
from linter.readers.docx import read
from linter.writers.docx import Remark, render
from tests.ooxml.wordfiles import (
    STRICT,
    R,
    bookmarked,
    field,
    i,
    note,
    p,
    r,
    raised,
    ref,
    unzipped,
    word,
    zipped,
)  # fmt: skip
from tests.writers.docx import reals
from tests.writers.docx.drafts import DATE, shown
from tests.writers.docx.edited import body_of, edited, refused
from tests.writers.docx.revisions import accept_all, reject_all, w
from tests.writers.docx.validity import OURS, invalid_parts


def test_words_are_deleted_and_inserted_with_the_style_of_those_they_replace() -> None:
    data = word(p(i("Recalls"), r(" its resolution 60/251,")))
    assert body_of(edited(data, Replace(0, 0, 7, "Recalling"))) == (
        "<w:p><w:del><w:r><w:rPr><w:i/></w:rPr><w:delText>Recalls</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r></w:ins>"
        "<w:r><w:t> its resolution 60/251,</w:t></w:r></w:p>"
    )


def test_a_plain_edit_leaves_no_trace() -> None:
    data = word(p(i("Recalls"), r(" its resolution 60/251,")))
    assert body_of(edited(data, Replace(0, 0, 7, "Recalling"), mode="direct")) == (
        "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r>"
        "<w:r><w:t> its resolution 60/251,</w:t></w:r></w:p>"
    )


def test_a_change_names_its_author_and_date() -> None:
    document = read(word(p(r("Requests  more;"))), "draft.docx")
    changes = Composition.of(document).apply([Replace(0, 8, 10, " ")]).changes()
    result = render(document, changes, author="A. Editor", date=DATE)
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    found = [(one.get(w("author")), one.get(w("date"))) for one in root.iter(w("ins"), w("del"))]
    assert found == [("A. Editor", DATE)] * 2


def test_italics_are_a_recorded_change_of_style() -> None:
    data = word(p(r("Recalling its resolution,")))
    assert body_of(edited(data, SetStyle(0, 0, 9, "italic", True))) == (
        "<w:p><w:r><w:rPr><w:i/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>Recalling</w:t></w:r>"
        "<w:r><w:t> its resolution,</w:t></w:r></w:p>"
    )


def test_italics_that_a_style_gives_are_switched_off_for_the_words_alone() -> None:
    data = word(p(r("Recalling its resolution,"), style="Slanted"))
    result = edited(data, SetStyle(0, 10, 25, "italic", False))
    assert '<w:rPr><w:i w:val="0"/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>' in body_of(result)


def test_a_footnote_mark_moves_by_moving_the_words_beside_it() -> None:
    data = word(p(r("Recalling its resolution"), ref(1), r(", and")), footnotes=note(1, "See above."))
    result = body_of(edited(data, MoveNote(0, 24, 25)))
    assert (
        result.index("<w:t>,</w:t>") < result.index("<w:footnoteReference/>") < result.index(">,</w:delText>")
    )


def test_a_deletion_over_a_footnote_mark_keeps_the_mark() -> None:
    data = word(p(r("the old"), ref(1), r(" words")), footnotes=note(1, "See above."))
    result = edited(data, Replace(0, 4, 13, "text"))
    assert "<w:footnoteReference/>" in body_of(result)


def test_changes_within_a_footnote_stand_in_its_part() -> None:
    data = word(p(r("Recalling"), ref(1), r(",")), footnotes=note(1, "Resolution  60/251."))
    before, after = unzipped(data), unzipped(edited(data, Replace(1, 10, 12, " ")))
    assert {name for name in after if after[name] != before[name]} == {"word/footnotes.xml"}


def test_a_typed_number_is_edited_and_one_of_word_is_not() -> None:
    result = edited(word(p(r("\t4.\tRequests more;"))), SetLabel(0, "5."))
    assert ">4.</w:delText>" in body_of(result)
    assert ">5.</w:t>" in body_of(result)
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = word(p(r("Requests more;"), properties=numbered), numbering=numbering)
    assert "made by Word" in refused(data, SetLabel(0, "5."))


def test_an_insertion_beside_a_link_stands_outside_of_it() -> None:
    words = r("60/251", '<w:rStyle w:val="Hyperlink"/>')
    link = f'<w:hyperlink w:anchor="x">{words}</w:hyperlink>'
    result = body_of(edited(word(p(r("Recalling "), link)), Replace(0, 16, 16, ",")))
    assert result.endswith("</w:hyperlink><w:ins><w:r><w:t>,</w:t></w:r></w:ins></w:p>")


def test_changes_within_someones_insertion_stay_apart_from_it() -> None:
    other = 'w:id="7" w:author="Someone" w:date="2025-01-01T00:00:00Z"'
    data = word(p(r("Requests "), f"<w:ins {other}>{r('all old States')}</w:ins>", r(";")))
    result = edited(data, Replace(0, 13, 16, "new"))
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    assert [one.getparent().tag for one in root.iter(w("ins"))] == [w("p")] * 3
    identifiers = [one.get(w("id")) for one in root.iter(w("ins"), w("del"))]
    assert len(set(identifiers)) == len(identifiers)


def test_new_no_break_hyphens_and_tabs_are_words_own() -> None:
    result = edited(word(p(r("Secretary-General"))), Replace(0, 9, 10, "\u2011"))
    assert "<w:noBreakHyphen/>" in body_of(result)


def test_a_symbol_or_a_break_is_deleted_with_its_element() -> None:
    data = word(p("<w:r><w:t>the</w:t><w:br/><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>"))
    assert "<w:br/>" in body_of(edited(data, Replace(0, 3, 8, " ")))
    assert "<w:tab/>" not in body_of(edited(data, Replace(0, 3, 8, " "), mode="direct"))


def test_the_result_of_a_field_is_not_edited() -> None:
    data = word(p(r("See "), field("REF para \\h", r("paragraph 5")), r(" above.")))
    assert "result of a field" in refused(data, Replace(0, 4, 13, "Paragraph"))
    assert "a field begins or ends" in refused(data, Replace(0, 2, 18, "x"))


def test_the_words_of_a_link_that_is_a_field_are() -> None:
    data = word(p(r("See "), field('HYPERLINK "https://un.org"', r("A/RES/60/251")), r(".")))
    edited(data, Replace(0, 4, 5, "E"))


def test_words_move_over_a_mark_that_is_a_field_and_none_come_into_it() -> None:
    again = field("NOTEREF _Ref1 \\f", raised("1"))
    body = p(r("One,"), bookmarked("_Ref1", ref(1)), r(" again"), again, r(", so."))
    data = word(body, footnotes=note(1, "A/1."))
    moved = body_of(edited(data, MoveNote(0, 10, 11)))
    assert moved.index("<w:ins><w:r><w:t>,</w:t>") < moved.index("NOTEREF") < moved.index("<w:del>")
    assert "result of a field" in refused(data, Replace(0, 10, 10, " ", after_note=True))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<w:del w:id="3" w:author="S"><w:r><w:delText>old</w:delText></w:r></w:del>', "tracked deletion"),
        (r("secret", "<w:vanish/>"), "hidden text"),
    ],
)
def test_nothing_is_replaced_across_what_is_not_seen(content: str, reason: str) -> None:
    assert reason in refused(word(p(r("two "), content, r("words"))), Replace(0, 2, 6, "x"))


def control(settings: str, text: str) -> str:
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (control('<w:lock w:val="contentLocked"/>', "words"), "locked content control"),
        (control("<w:dropDownList/>", "words"), "filled in by a content control"),
        (f'<w:moveTo w:id="4" w:author="S">{r("words")}</w:moveTo>', "moved"),
        ("<m:oMath><m:r><m:t>words</m:t></m:r></m:oMath>", "formula"),
    ],
)
def test_locked_words_stay_as_they_are(content: str, reason: str) -> None:
    data = word(p(r("some "), content, r(" more")))
    assert reason in refused(data, Replace(0, 5, 7, "W"))
    assert reason in refused(data, SetStyle(0, 5, 7, "italic", True))


def test_a_change_of_formatting_by_someone_else_is_not_written_over() -> None:
    change = '<w:i/><w:rPrChange w:id="2" w:author="Someone"><w:rPr/></w:rPrChange>'
    data = word(p(r("Recalling", change)))
    assert "change of formatting" in refused(data, SetStyle(0, 0, 9, "italic", False))
    edited(data, SetStyle(0, 0, 9, "italic", False), mode="direct")


@pytest.mark.parametrize("kind", ["readOnly", "forms", "comments"])
def test_a_protected_document_is_not_edited(kind: str) -> None:
    settings = f'<w:documentProtection w:edit="{kind}" w:enforcement="1"/>'
    assert "protected" in refused(word(p(r("words  here")), settings=settings), Replace(0, 5, 7, " "))


def test_a_document_in_which_changes_must_be_tracked_is_edited_so_alone() -> None:
    settings = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    data = word(p(r("words  here")), settings=settings)
    edited(data, Replace(0, 5, 7, " "))
    assert "must be tracked" in refused(data, Replace(0, 5, 7, " "), mode="direct")


@pytest.mark.parametrize(("named", "held"), [(True, True), (True, False), (False, True)])
def test_a_signed_file_is_not_written(named: bool, held: bool) -> None:
    files = unzipped(word(p(r("words  here"))))
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    signature = f'<Relationship Id="s" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    if named:
        files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", signature.encode())
    if held:
        files["_xmlsignatures/origin.sigs"] = b""
    if not (named and held):
        edited(zipped(files), Replace(0, 5, 7, " "))
        return
    with pytest.raises(WriteError, match="is signed"):
        render(read(zipped(files), "draft.docx"), ())


def test_a_part_that_is_named_and_missing_hinders_no_repair() -> None:
    files = unzipped(word(p(r("words  here"))))
    missing = f'<Relationship Id="h" Type="{R}/header" Target="header9.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b"</Relationships>", missing.encode())
    edited(zipped(files), Replace(0, 5, 7, " "))


def test_a_file_that_is_another_than_was_read_is_not_written() -> None:
    document = read(word(p(r("words"))), "draft.docx")
    other = replace(document.source, data=word(p(r("other words"))))
    with pytest.raises(WriteError, match="has changed"):
        render(replace(document, source=other), ())


def test_without_changes_the_file_is_the_same_to_the_byte(shared: Path) -> None:
    for name in reals.NAMES:
        data = reals.real(shared, name)
        assert render(read(data, name), ()) == data


@pytest.mark.parametrize("name", reals.NAMES)
def test_real_files_keep_all_else_and_stay_valid(shared: Path, name: str) -> None:
    data = reals.real(shared, name)
    document = read(data, name)
    composition, changes = reals.edited(document)
    assert len(changes) > 3
    words = "Is this so?\nUnited Nations Editorial Manual"
    remarks = [Remark(change.block, 3, 9, words) for change in changes[::3]]

    reviewed = render(document, changes, date=DATE, comments=remarks)

    before, after = unzipped(data), unzipped(reviewed)
    differing = {part for part in after if after[part] != before.get(part)}
    assert {part for part in differing if not OURS.fullmatch(part)} == set()
    assert list(after)[: len(before)] == list(before)
    assert invalid_parts(reviewed) == invalid_parts(data)
    assert shown(read(reject_all(reviewed, "resolint"), name)) == shown(document)
    made = {change.block for change in changes}
    wanted = [
        new if new.index in made else old
        for old, new in zip(shown(document), shown(composition.document), strict=True)
    ]
    assert shown(read(reviewed, name)) == wanted
    assert shown(read(accept_all(reviewed, "resolint"), name)) == wanted


def test_macros_keep_their_bytes() -> None:
    files = unzipped(word(p(r("words  here")), main="application/vnd.ms-word.document.macroEnabled.main+xml"))
    files["word/vbaProject.bin"] = bytes(range(256))
    result = edited(zipped(files), Replace(0, 5, 7, " "))
    assert unzipped(result)["word/vbaProject.bin"] == bytes(range(256))


def test_a_strict_file_stays_strict() -> None:
    data = word(p(r("Recalls its  resolution,")), strict=True)
    document = read(data, "draft.docx")
    edits = [Replace(0, 0, 7, "Recalling"), Replace(0, 11, 13, " "), SetStyle(0, 0, 7, "italic", True)]
    composition = Composition.of(document).apply(edits[1:]).apply(edits[:1])
    remarks = [Remark(0, 13, 23, "Which?")]
    result = render(document, composition.changes(), date=DATE, comments=remarks)
    assert shown(read(result, "result.docx")) == shown(composition.document)
    written = unzipped(result)
    for part in ("word/document.xml", "word/comments.xml"):
        assert {one.tag.partition("}")[0][1:] for one in etree.fromstring(written[part]).iter()} == {STRICT}
    assert b"http://schemas.openxmlformats.org/wordprocessingml" not in b"".join(written.values())
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (written["word/_rels/document.xml.rels"])
    )
