"""LibreOffice as the second judge: it opens what we write, and settles our changes as we mean them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from linter.editing.compose import Composition
from linter.model.diagnostic import Edit, MoveNote, Replace, SetStyle
from linter.readers.docx import read
from linter.writers.docx import Remark, refusals, render
from tests.ooxml.wordfiles import i, note, p, r, ref, unzipped, word
from tests.writers.docx.drafts import DATE
from tests.writers.docx.revisions import accept_all, reject_all

OFFICE = shutil.which("soffice")
PYTHON = shutil.which("python3", path="/usr/bin:/usr/local/bin")


def _has_bridge() -> bool:
    command = [str(PYTHON), "-c", "import uno"]
    return PYTHON is not None and subprocess.run(command, check=False, capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(
    OFFICE is None or not _has_bridge(), reason="LibreOffice with its Python bridge is not installed"
)

DRAFT = word(
    p(r("The General Assembly,", "<w:i/>"))
    + p(i("Recalls"), r(" its resolution"), ref(1), r(", and  others,"), style="SingleTxt")
    + p(r("1.\tRequests the Secretary-General to report;"), style="SingleTxt"),
    footnotes='<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    + note(1, "Resolution  60/251."),
)


def settled(folder: Path) -> None:
    """Have LibreOffice accept, and reject, all changes of the Word files in ``folder``."""
    script = Path(__file__).with_name("settle.py")
    command = [str(PYTHON), str(script), str(OFFICE), str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def lines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8-sig").replace("\xa0", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


def reviewed_draft() -> bytes:
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


def reviewed_report(shared: Path) -> bytes:
    file = shared / "corpus" / "other" / "docx" / "ECE_TRADE_C_CEFACT_2019_26.docx"
    document = read(file.read_bytes(), file.name)
    edits: list[Edit] = [
        Replace(block.index, at, at + 3, "these")
        for block in document.blocks
        if (at := block.text.find("the ", 2)) > 0
    ]
    composition = Composition.of(document).apply(edits)
    changes = [change for change in composition.changes() if not refusals(document, [change])]
    return render(document, changes, date=DATE)


def test_libreoffice_settles_the_changes_as_they_are_meant(tmp_path: Path, shared: Path) -> None:
    report = reviewed_report(shared)
    files = {"draft": reviewed_draft(), "ours": report}
    files |= {"accept": accept_all(report), "reject": reject_all(report)}
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)

    settled(tmp_path)

    assert lines(tmp_path / "draft.accepted.txt") == [
        "The General Assembly,",
        "Recalling its resolution,1 and others,",
        "1.\tRequests the Secretary-General to report;",
    ]
    assert lines(tmp_path / "draft.rejected.txt") == [
        "The General Assembly,",
        "Recalls its resolution1, and  others,",
        "1.\tRequests the Secretary-General to report;",
    ]
    assert lines(tmp_path / "ours.accepted.txt") == lines(tmp_path / "accept.accepted.txt")
    assert lines(tmp_path / "ours.rejected.txt") == lines(tmp_path / "reject.rejected.txt")


def test_libreoffice_opens_a_file_with_comments(tmp_path: Path) -> None:
    remarks = [Remark(2, 13, 30, "Who?"), Remark(3, 0, 10, "In a note.")]
    (tmp_path / "draft.docx").write_bytes(render(read(DRAFT, "draft.docx"), (), comments=remarks, date=DATE))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "draft.docx")], check=True, capture_output=True, timeout=120)
    assert "Who?" in unzipped((tmp_path / "draft.odt").read_bytes())["content.xml"].decode()
