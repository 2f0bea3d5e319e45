"""A Word file as a package of parts, opened with suspicion; parts are found by relationship and type."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator

from linter.model.errors import ReadError
from linter.model.values import NamedTuple
from linter.ooxml.xml import Element, parse

MAX_ENTRIES = 10_000
MAX_PART = 64 << 20
MAX_TOTAL = 1 << 30
MAX_RATIO = 400
MAX_TAGS = 1_000_000
_SMALL = 1 << 20

_UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two ways that the format allows
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTENT_TYPES = "[Content_Types].xml"
_WORD_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.",
    "application/vnd.ms-word.",
)
_OTHERS = {
    "spreadsheetml": "an Excel workbook",
    "ms-excel": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
    "ms-powerpoint": "a PowerPoint presentation",
}


class Relationship(NamedTuple):
    """A relationship of a part: ``kind`` is the last word of its type, ``target`` a part's name."""

    id: str
    kind: str
    target: str
    external: bool


def relationships_name(part: str) -> str:
    """Name of the part that holds the relationships of ``part`` ("" for those of the package)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Package:
    """A Word file opened for reading. ``main`` is the name of its main document part.

    Raises ReadError for what is no Word file, is encrypted, damaged or enormous.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.data = data
        self._zip = _open_zip(data, path)
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        self._trees: dict[str, Element] = {}
        self._check_sizes()
        self._defaults, self._overrides = self._content_types()
        self.main = self._main_part()

    @property
    def entries(self) -> list[zipfile.ZipInfo]:
        """All entries of the zip file, in its order."""
        return self._zip.infolist()

    def has(self, part: str) -> bool:
        """Whether the package holds a part of this name (case does not count)."""
        return part.lower() in self._names

    def name(self, part: str) -> str:
        """The name of ``part`` in the spelling of the zip file."""
        return self._names[part.lower()].filename

    def read(self, part: str) -> bytes:
        """Content of a part. Raises ReadError when it is missing, damaged or too large."""
        info = self._names.get(part.lower())
        if info is None:
            raise self._damaged(f"{part} is missing")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except _UNREADABLE as error:
            raise self._damaged(f"{part} cannot be unpacked ({error})") from None
        if len(data) > MAX_PART:
            raise self._enormous(f"{part} unpacks to more than {MAX_PART >> 20} MB")
        return data

    def tree(self, part: str) -> Element:
        """Root element of an XML part; parsed once."""
        root = self._trees.get(part)
        if root is None:
            root = self._trees[part] = parse(self._xml(part), part, self.path)
        return root

    def _xml(self, part: str) -> bytes:
        data = self.read(part)
        tags = data.count(b"<")
        if tags > MAX_TAGS:
            raise self._enormous(f"{part} has {tags:,} tags, more than {MAX_TAGS:,}")
        return data

    def content_type(self, part: str) -> str:
        """Content type of a part, "" where none is declared."""
        override = self._overrides.get(part.lower())
        return override or self._defaults.get(posixpath.splitext(part)[1][1:].lower(), "")

    def relationships(self, part: str = "") -> Iterator[Relationship]:
        """Relationships of a part, or of the package; those whose target leaves the package are left out."""
        name = relationships_name(part)
        if not self.has(name):
            return
        for element in self.tree(name).iterchildren("{*}Relationship"):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            resolved = target if external else _resolve(part, target)
            if resolved is not None:
                kind = element.get("Type", "").rsplit("/", 1)[-1]
                yield Relationship(element.get("Id", ""), kind, resolved, external)

    def related(self, kind: str, part: str | None = None) -> str | None:
        """Name of the first existing part that ``part`` (default: the main part) relates to as ``kind``."""
        source = self.main if part is None else part
        for relationship in self.relationships(source):
            if relationship.kind == kind and not relationship.external and self.has(relationship.target):
                return relationship.target
        return None

    def related_tree(self, kind: str) -> Element | None:
        """Root of the part that the main part relates to as ``kind``, or None."""
        part = self.related(kind)
        return None if part is None else self.tree(part)

    def _check_sizes(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise self._enormous(f"it holds {len(infos)} parts, more than {MAX_ENTRIES}")
        if len(self._names) != len(infos):
            raise self._damaged("two parts have one name")
        if sum(info.file_size for info in infos) > MAX_TOTAL:
            raise self._enormous(f"it unpacks to more than {MAX_TOTAL >> 20} MB")
        for info in infos:
            if info.flag_bits & 1:
                raise ReadError("the file has a password; save a copy without one and check that", self.path)
            if info.compress_type not in _PACKED:
                raise self._damaged(f"{info.filename} is packed in a way that Word does not know")
            if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
                raise self._enormous(f"{info.filename} unpacks to {info.file_size >> 20} MB of repetition")

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if not self.has(_CONTENT_TYPES):
            raise ReadError(f"this is not a Word file but {_other_zip(self._names)}; {_SAVE_AS}", self.path)
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        for element in self.tree(_CONTENT_TYPES).iterchildren("{*}Default", "{*}Override"):
            kind = element.get("ContentType", "")
            if (extension := element.get("Extension")) is not None:
                defaults[extension.lower()] = kind
            elif (name := element.get("PartName")) is not None:
                overrides[_spelled(name).lstrip("/").lower()] = kind
        return defaults, overrides

    def _main_part(self) -> str:
        part = self.related("officeDocument", "")
        if part is None:
            raise self._damaged("it has no main document part")
        kind = self.content_type(part)
        if not kind.startswith(_WORD_TYPES):
            found = next((words for key, words in _OTHERS.items() if key in kind), "another kind of file")
            raise ReadError(f"this is not a Word file but {found}; {_SAVE_AS}", self.path)
        return part

    def _damaged(self, what: str) -> ReadError:
        return ReadError(
            f"the Word file is damaged: {what}; open it in Word, which may repair it, and save it anew",
            self.path,
        )

    def _enormous(self, what: str) -> ReadError:
        return ReadError(
            f"the Word file is refused: {what}; a draft resolution is never that large", self.path
        )


_SAVE_AS = "save the draft as .docx and check that"


def _open_zip(data: bytes, path: str) -> zipfile.ZipFile:
    if not data:
        raise ReadError("the file is empty", path)
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError("the Word file has a password; save a copy without one and check that", path)
        raise ReadError(f"this is a Word file of the old kind (.doc); {_SAVE_AS}", path)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE:
        if not data.startswith(b"PK"):
            said = "this is no Word file, whatever its name says; save it in Word as .docx, or name it .txt"
            raise ReadError(said, path) from None
        said = "the Word file is damaged: it is cut short or broken; open it in Word and save it anew"
        raise ReadError(said, path) from None


def _other_zip(names: dict[str, zipfile.ZipInfo]) -> str:
    return "an OpenDocument file" if "meta-inf/manifest.xml" in names else "another kind of zip file"


def _resolve(part: str, target: str) -> str | None:
    """Name of the part that ``target``, written in the relationships of ``part``, means; None outside."""
    target = _spelled(target.split("#", 1)[0])
    if not target.startswith("/"):
        target = posixpath.join("/", posixpath.dirname(part), target)
    depth = 0
    for step in target.split("/"):
        depth += -1 if step == ".." else step not in ("", ".")
        if depth < 0:
            return None
    return posixpath.normpath(target).lstrip("/")


def _spelled(name: str) -> str:
    """A part's name without the escapes of an address: few have any."""
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)
