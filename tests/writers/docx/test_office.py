"""LibreOffice as the second judge: it opens what we write, and settles our changes as we mean them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from lxml import etree

from linter.editing.compose import Composition
from linter.model.diagnostic import MoveNote, Replace, SetStyle
from linter.readers.docx import read
from linter.writers.docx import Remark, render
from tests.ooxml.libreoffice import converted
from tests.ooxml.wordfiles import i, note, p, r, ref, unzipped, word, zipped
from tests.writers.docx import reals, slipped
from tests.writers.docx.drafts import DATE, shown
from tests.writers.docx.office import Settled, needs_office, settled_in_office, shown_in_office
from tests.writers.docx.offices import reviewed
from tests.writers.docx.revisions import accept_all, reject_all, w
from tests.writers.docx.test_joining import broken, made
from tests.writers.docx.test_reviewed import drafts

pytestmark = needs_office

DRAFT = word(
    p(r("The General Assembly,", "<w:i/>"))
    + p(i("Recalls"), r(" its resolution"), ref(1), r(", and  others,"), ref(2), style="SingleTxt")
    + p(r("1.\tRequests the Secretary-General to report;"), style="SingleTxt"),
    footnotes='<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    + note(1, "Resolution  60/251.")
    + note(2, "Resolution 70/1."),
)


def _draft() -> bytes:
    document = read(DRAFT, "draft.docx")
    words = document.blocks[1].text
    spaces, comma = words.index("  "), words.index(",")
    edits = [
        Replace(1, 0, 7, "Recalling"),
        Replace(1, spaces, spaces + 2, " "),
        MoveNote(1, comma, comma + 1),
    ]
    changes = Composition.of(document).apply([*edits, SetStyle(2, 0, 8, "italic", on=True)]).changes()
    return render(document, changes, date=DATE)


def _manageable(data: bytes) -> bytes:
    """The file without what hinders LibreOffice; every tracked change stays.

    That is comments, which one without windows cannot show, and falls over; and the frames around
    paragraphs: it forgets that changes in them, and in the paragraph after them, are tracked.
    """
    files = unzipped(data)
    root = etree.fromstring(files["word/document.xml"])
    hindrances = root.iter(*map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "framePr")))
    for one in list(hindrances):
        gone = one.getparent() if one.tag == w("commentReference") else one
        gone.getparent().remove(gone)
    files["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return zipped(files)


@pytest.fixture(scope="module")
def from_office(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Our drafts as LibreOffice writes them."""
    written = converted(drafts(root), tmp_path_factory.mktemp("written"))
    return {f"office-{name}": data for name, data in written.items()}


@pytest.fixture(scope="module")
def settled(root: Path, from_office: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Settled:
    """The lines of a file after LibreOffice has accepted or rejected all changes in it."""
    files = {"draft": _draft()}
    for name, data in (drafts(root) | from_office | dict(islice(slipped.drafts(), 1))).items():
        fixed, result = reviewed(data)
        files[name] = _manageable(result)
        files[f"{name}-before"] = data
        files[f"{name}-after"] = render(fixed.document, fixed.changes, mode="direct")
    for name, between in (("joined", ()), ("joined-over-a-gap", (p(), p(r("  "))))):
        files |= {
            name: made(broken(*between), "tracked"),
            f"{name}-before": broken(*between),
            f"{name}-after": made(broken(*between), "direct"),
        }
    return settled_in_office(files, tmp_path_factory.mktemp("settled"))


def test_changes_are_accepted_and_rejected_as_they_are_meant(settled: Settled) -> None:
    assert settled("draft.accepted") == [
        "The General Assembly,",
        "Recalling its resolution,1 and others,2",
        "1.\tRequests the Secretary-General to report;",
    ]
    assert settled("draft.rejected") == [
        "The General Assembly,",
        "Recalls its resolution1, and  others,2",
        "1.\tRequests the Secretary-General to report;",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "example", "new-york", "geneva", "office-example", "office-new-york", "office-geneva",
        "joined", "joined-over-a-gap", "draft 0",
    ],
)  # fmt: skip
def test_a_reviewed_file_is_accepted_to_the_repaired_and_rejected_to_the_draft(
    settled: Settled, name: str
) -> None:
    assert settled(f"{name}.accepted") == settled(f"{name}-after.accepted")
    assert settled(f"{name}.rejected") == settled(f"{name}-before.rejected")
    assert settled(f"{name}.accepted") != settled(f"{name}.rejected")


def test_the_real_files_are_accepted_and_rejected_with_their_looks_and_notes(
    shared: Path, tmp_path: Path
) -> None:
    files = {}
    for name in reals.NAMES:
        data = reals.real(shared, name)
        document = read(data, name)
        _, changes = reals.edited(document)
        files[name] = _manageable(render(document, changes, date=DATE))
        files[f"{name}-before"] = _manageable(data)
        files[f"{name}-after"] = _manageable(render(document, changes, mode="direct"))
    settled = shown_in_office(files, tmp_path)
    for name in reals.NAMES:
        accepted, rejected = settled(f"{name}.accepted"), settled(f"{name}.rejected")
        assert accepted == settled(f"{name}-after.accepted"), name
        assert rejected == settled(f"{name}-before.rejected"), name
        changed = [(new, old) for new, old in zip(accepted, rejected, strict=True) if new != old]
        assert any("these " in new.text and new.styles[:2] != old.styles[:2] for new, old in changed), name


@pytest.mark.parametrize("name", ["office-example", "office-new-york", "office-geneva"])
def test_a_file_that_libreoffice_has_written_is_reviewed_like_any(
    from_office: dict[str, bytes], name: str
) -> None:
    data = from_office[name]
    fixed, once = reviewed(data)
    assert len(fixed.made) > 5
    assert shown(read(accept_all(once), "accepted.docx")) == shown(fixed.composed)
    assert shown(read(reject_all(once, "resolint"), "rejected.docx")) == shown(read(data, "draft.docx"))
    assert reviewed(once)[1] == once


def test_comments_are_shown_and_the_notes_beside_them_keep_their_words(tmp_path: Path) -> None:
    remarks = [Remark(1, 8, 11, "Whose?"), Remark(1, 24, 27, "Between the notes."), Remark(2, 13, 30, "Who?")]
    remarks += [Remark(3, 0, 10, "In a note."), Remark(4, 0, 10, "In another.")]
    result = render(read(DRAFT, "draft.docx"), (), comments=remarks, date=DATE)
    shown_there = unzipped(converted({"draft": result}, tmp_path, "odt")["draft"])["content.xml"].decode()
    for words in (*(remark.text for remark in remarks), "Resolution <text:s/>60/251.", "Resolution 70/1."):
        assert shown_there.count(words) == 1
