"""Drafts in .doc, .odt and .rtf, read through LibreOffice."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from linter.model.errors import ReadError
from linter.readers import office, read
from tests.ooxml import libreoffice
from tests.ooxml.wordfiles import i, note, p, r, ref, word
from tests.writers.docx.drafts import shown
from tests.writers.docx.offices import geneva

DRAFT = word(
    p(i("The General Assembly"), r(","))
    + p(i("Recalling"), r(" its resolution 60/251 of 15\u00a0March 2006,"), ref(1), r(" and others,"))
    + p(r("1.\t"), i("Requests"), r(" the Secretary\u2011General to “report”;")),
    footnotes=note(1, "See A/80/1."),
)
SUFFIXES = ("doc", "odt", "rtf")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
RICH = rb"{\rtf1\ansi *The General Assembly*}"
OPEN = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The draft and one with numbers made by Word, in each format, as "draft.doc" and so on."""
    folder = tmp_path_factory.mktemp("foreign")
    drafts = {"draft": DRAFT, "geneva": geneva()}
    return {
        f"{name}.{suffix}": data
        for suffix in SUFFIXES
        for name, data in libreoffice.converted(drafts, folder, suffix).items()
    }


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder in which temporary ones are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def a_program(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put a program of these lines into the place of LibreOffice."""
    tools = folder / "tools"
    tools.mkdir()
    (tools / "soffice").write_text("\n".join([f"#!{sys.executable}", *lines]), "utf-8")
    (tools / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read("draft.doc", data)
    assert caught.value.path == "draft.doc"
    return caught.value.message


@libreoffice.needed
@pytest.mark.parametrize(
    ("name", "suffix", "original"),
    [*(("draft", suffix, DRAFT) for suffix in SUFFIXES), ("geneva", "doc", geneva())],
)
def test_what_is_seen_is_read_whatever_the_format(
    files: dict[str, bytes], temporary: Path, name: str, suffix: str, original: bytes
) -> None:
    path = f"{name}.{suffix}"
    document = read(path, files[path])
    assert shown(document) == shown(read("draft.docx", original))
    assert (document.source.path, document.source.format) == (path, "docx")
    assert list(temporary.iterdir()) == []


@libreoffice.needed
def test_one_file_gives_the_same_bytes_at_any_time(files: dict[str, bytes]) -> None:
    once, again = (read("draft.rtf", files["draft.rtf"]).source.data for _ in range(2))
    assert once == again
    assert zipfile.ZipFile(io.BytesIO(once)).testzip() is None


@pytest.mark.parametrize(
    ("data", "kind"), [(OLD, "of the old kind (.doc)"), (OPEN, "(.odt)"), (RICH, "(.rtf)")]
)
def test_without_libreoffice_the_way_out_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes, kind: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    message = refused(data)
    assert kind in message
    assert message.endswith(
        "which is read through LibreOffice, and that is not installed: install it, or open it in Word and"
        " save it as .docx"
    )


def test_what_libreoffice_cannot_open_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path
) -> None:
    a_program(tmp_path, monkeypatch)
    assert "cannot open it: it may have a password, or be damaged" in refused(OLD)
    assert list(temporary.iterdir()) == []


def test_a_libreoffice_that_hangs_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path
) -> None:
    started = tmp_path / "started"
    a_program(
        tmp_path,
        monkeypatch,
        "import os, pathlib, time",
        "if os.fork(): os.wait()",
        f"pathlib.Path({str(started)!r}).write_text(str(os.getpid()))",
        "time.sleep(60)",
    )
    monkeypatch.setattr(office, "SECONDS", 2)
    assert "took longer than 2 seconds" in refused(OLD)
    assert list(temporary.iterdir()) == []
    status = Path(f"/proc/{started.read_text()}/stat")
    assert not status.exists() or " Z " in status.read_text()  # at most waiting to be buried


def test_an_enormous_file_is_not_given_to_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a_program(tmp_path, monkeypatch)
    monkeypatch.setattr(office, "MOST", 100)
    assert "no draft resolution is that large" in refused(OLD)


def test_libreoffice_has_a_profile_of_its_own_without_macros_and_links(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    a_program(
        tmp_path,
        monkeypatch,
        "import os, pathlib, sys, urllib.parse, urllib.request",
        "profile = next(one.partition('=')[2] for one in sys.argv if one.startswith('-env:User'))",
        "folder = pathlib.Path(urllib.request.url2pathname(urllib.parse.urlparse(profile).path))",
        "text = (folder / 'user' / 'registrymodifications.xcu').read_text()",
        f"pathlib.Path({str(seen)!r}).write_text(os.environ['HOME'] + text)",
    )
    refused(OLD)
    text = seen.read_text()
    assert not text.startswith(os.environ["HOME"])
    for name, value in (("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"), ("Link", "0")):
        assert f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value>' in text


def test_a_web_page_that_word_saved_as_doc_is_one() -> None:
    assert read("draft.doc", b"<html><body><p>Decides so.</p></body></html>").source.format == "html"
