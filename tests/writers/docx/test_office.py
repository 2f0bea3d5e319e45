"""LibreOffice as the second judge: it opens what we write, and settles our changes as we mean them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from linter.editing.compose import Composition
from linter.model.diagnostic import MoveNote, Replace, SetStyle
from linter.readers.docx import read
from linter.writers.docx import Remark, render
from tests.ooxml.wordfiles import i, note, p, r, ref, word
from tests.writers.docx.drafts import DATE

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
  script:language="StarBasic">
Sub Settle
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("{folder}/draft.docx", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:{command}", "", 0, Array())
  Dim plain(0) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName" : plain(0).Value = "Text (encoded)"
  document.storeToURL("{folder}/draft.txt", plain())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""

DRAFT = word(
    p(r("The General Assembly,", "<w:i/>"))
    + p(i("Recalls"), r(" its resolution"), ref(1), r(", and  others,"), style="SingleTxt")
    + p(r("1.\tRequests the Secretary-General to report;"), style="SingleTxt"),
    footnotes='<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    + note(1, "Resolution  60/251."),
)


def settled(data: bytes, folder: Path, command: str) -> list[str]:
    """The paragraphs that LibreOffice shows after all tracked changes are accepted or rejected."""
    source = folder / "draft.docx"
    source.write_bytes(data)
    basic = folder / "profile" / "user" / "basic" / "Standard"
    basic.mkdir(parents=True)
    (basic / "Module1.xba").write_text(_MACRO.format(command=command, folder=folder.as_uri()))
    (basic / "script.xlb").write_text(_LIBRARY)
    macro = "macro:///Standard.Module1.Settle"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([str(OFFICE), profile, "--headless", macro], check=True, capture_output=True, timeout=120)
    text = (folder / "draft.txt").read_text(encoding="utf-8-sig")
    return [line.replace("\xa0", " ") for line in text.splitlines()]


def test_libreoffice_settles_the_changes_as_they_are_meant(tmp_path: Path) -> None:
    document = read(DRAFT, "draft.docx")
    words = document.blocks[1].text
    spaces, comma = words.index("  "), words.index(",")
    edits = [
        Replace(1, 0, 7, "Recalling"),
        Replace(1, spaces, spaces + 2, " "),
        MoveNote(1, comma, comma + 1),
    ]
    changes = Composition.of(document).apply([*edits, SetStyle(2, 0, 8, "italic", on=True)]).changes()
    reviewed = render(document, changes, comments=[Remark(2, 13, 30, "Who?")], date=DATE)
    for folder in ("accepted", "rejected"):
        (tmp_path / folder).mkdir()
    assert settled(reviewed, tmp_path / "accepted", "AcceptAllTrackedChanges") == [
        "The General Assembly,",
        "Recalling its resolution,1 and others,",
        "1.\tRequests the Secretary-General to report;",
    ]
    assert settled(reviewed, tmp_path / "rejected", "RejectAllTrackedChanges") == [
        "The General Assembly,",
        "Recalls its resolution1, and  others,",
        "1.\tRequests the Secretary-General to report;",
    ]
