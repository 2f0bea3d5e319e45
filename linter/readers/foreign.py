"""Files that only LibreOffice can open: how they are known, and whether it is there."""

from __future__ import annotations

from linter.model.errors import ReadError

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_LOCAL_HEADER = 30
# Where it is on systems that have no PATH to it.
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)


def foreign(data: bytes, path: str) -> str:
    """The usual suffix of such a text: ".doc", ".odt" or ".rtf"; "" for any other file.

    Raises ReadError for a Word file with a password, and for a file like an old one that holds no text.
    """
    if data.startswith(_RICH_TEXT):
        return ".rtf"
    if data.startswith(_OPEN_DOCUMENT, _LOCAL_HEADER):
        return ".odt"
    if not data.startswith(_COMPOUND_FILE):
        return ""
    if "EncryptedPackage".encode("utf-16-le") in data:
        message = "the Word file is protected by a password; take the password off in Word and save it again"
        raise ReadError(message, path)
    if "WordDocument".encode("utf-16-le") not in data:
        raise ReadError("this is not a Word file, or it is damaged: save the draft as .docx", path)
    return ".doc"


def office() -> str | None:
    """The command that starts LibreOffice, or None where it is not installed."""
    from shutil import which

    names = ("soffice", "libreoffice", *_USUAL_PLACES)
    return next((found for name in names if (found := which(name))), None)
