"""From bytes to a Document: ``read`` finds the format, and the reader for it."""

from __future__ import annotations

import re

from linter.model.document import Document
from linter.model.errors import ReadError
from linter.model.source import Format
from linter.readers.foreign import foreign
from linter.readers.limits import refuse_crowd, refuse_mass

SUFFIXES: dict[str, Format] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".txt": "text", ".text": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "akn4un", ".akn": "akn4un", ".pdf": "pdf",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".doc": "docx", ".dot": "docx",
    ".odt": "docx", ".ott": "docx", ".rtf": "docx",
}  # fmt: skip
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_HEAD = 2048


def read(path: str, data: bytes | None = None, *, format: Format | None = None) -> Document:  # noqa: A002
    """Read one draft.

    ``path`` names the file, in messages too; with ``data`` nothing is opened. ``format`` overrides what name
    and content tell. Raises ReadError when the file is missing, empty, damaged, too large or of no format
    that is read.
    """
    content = _load(path) if data is None else data
    if not content:
        raise ReadError("the file is empty; write or paste the draft into it first", path)
    found = format or detect(path, content)
    refuse_mass(content, path, found)
    if found == "docx" and foreign(content, path):
        from linter.readers.office import read as reader
    elif found == "markdown":
        from linter.readers.markdown import read as reader
    elif found == "text":
        from linter.readers.text import read as reader
    elif found == "html":
        from linter.readers.html import read as reader
    elif found == "akn4un":
        from linter.readers.akn import read as reader
    elif found == "docx":
        from linter.readers.docx import read as reader
    else:
        from linter.readers.pdf import read as reader
    document = reader(content, path)
    refuse_crowd(len(document.blocks), path)
    return document


def detect(path: str, data: bytes) -> Format:
    """The format of a file, by its content where that is plain, else by its name.

    What LibreOffice makes a Word file of (.doc, .odt, .rtf) counts as one. Raises ReadError for a Word file
    with a password.
    """
    if data.startswith(b"PK\x03\x04") or foreign(data, path):
        return "docx"
    if data.startswith(b"%PDF"):
        return "pdf"
    named = SUFFIXES.get("." + path.lower().rpartition(".")[2])
    head = data[:_HEAD].replace(b"\0", b"")
    if named in (None, "text", "akn4un", "html", "docx"):  # Word saves web pages as .doc, too
        if b"<akomaNtoso" in head:
            return "akn4un"
        if _HTML.search(head):
            return "html"
    return named or "text"


def _load(path: str) -> bytes:
    from pathlib import Path

    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        message = "there is no such file; check the name and the folder"
    except IsADirectoryError:
        message = "this is a folder; name the files in it"
    except PermissionError:
        message = "the file may not be read; ask for the right to read it, or copy it"
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
    except ValueError:
        message = "this cannot be the name of a file"
    raise ReadError(message, path)
