"""Drafts in .doc, .odt and .rtf: LibreOffice, where it is installed, makes Word files of them."""

from __future__ import annotations

import io
import os
import signal
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from linter.model.document import Document
from linter.model.errors import ReadError
from linter.readers import docx
from linter.readers.foreign import foreign, office

_KINDS = {
    ".doc": "a Word file of the old kind (.doc)",
    ".odt": "an OpenDocument text (.odt)",
    ".rtf": "a Rich Text file (.rtf)",
}
SECONDS = 90
MOST = 64 << 20
_WAY_OUT = "open it in Word and save it as .docx"
_NEW_YEAR_1980 = struct.pack("<2H", 0, 1 << 5 | 1)
# No macros, nothing fetched from elsewhere: the draft is a stranger's, and confidential.
_SETTINGS = {
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Writer/Content/Update", "Link"): "0",
}


def read(data: bytes, path: str) -> Document:
    """The draft in a .doc, .odt or .rtf file, as LibreOffice converts it: a document of format "docx".

    LibreOffice runs apart from the user's own, without windows, macros or links, for a minute and a half at
    most; its copies are removed. Raises ReadError where it is not installed or cannot open the file.
    """
    return docx.read(_converted(data, path), path)


def _converted(data: bytes, path: str) -> bytes:
    suffix = foreign(data, path)
    what = f"this is {_KINDS[suffix]}, which is read through LibreOffice, and that"
    program = office()
    if program is None:
        raise ReadError(f"{what} is not installed: install it, or {_WAY_OUT}", path)
    if len(data) > MOST:
        raise ReadError(f"the file has more than {MOST >> 20} MB; no draft resolution is that large", path)
    with (
        _ending_in_order(),
        tempfile.TemporaryDirectory(prefix="resolint-", ignore_cleanup_errors=True) as name,
    ):
        folder = Path(name)
        source, target = folder / f"draft{suffix}", folder / "out" / "draft.docx"
        source.write_bytes(data)
        _write_settings(folder / "profile")
        if not _run(_command(program, folder, source), folder):
            raise ReadError(f"{what} took longer than {SECONDS} seconds over it: {_WAY_OUT}", path)
        if not target.is_file():
            reason = "it may have a password, or be damaged"
            raise ReadError(f"{what} cannot open it: {reason}; {_WAY_OUT}", path)
        return _undated(target.read_bytes())


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Take the copies of the draft away, and end LibreOffice, also where the program is told to end."""

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {}
    with suppress(ValueError):  # signals come to the main thread alone
        before = {number: signal.signal(number, end) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


def _undated(data: bytes) -> bytes:
    """A zip package without the hour of its making, so that one file always gives the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        offsets, entry = [info.header_offset for info in package.infolist()], package.start_dir
    out = bytearray(data)
    for offset in offsets:
        out[offset + 10 : offset + 14] = _NEW_YEAR_1980
    while out[entry : entry + 4] == b"PK\x01\x02":
        out[entry + 12 : entry + 16] = _NEW_YEAR_1980
        entry += 46 + sum(struct.unpack_from("<3H", out, entry + 28))
    return bytes(out)


def _command(program: str, folder: Path, source: Path) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
        "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "out"),
        str(source),
    ]  # fmt: skip


def _run(command: list[str], folder: Path) -> bool:
    """Run LibreOffice to its end; False where it had to be stopped."""
    with subprocess.Popen(  # noqa: S603 - the program that was found, with arguments of ours
        command,
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return False
        finally:
            if process.poll() is None:
                _stop(process)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the process, and of those that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()


def _environment(folder: Path) -> Mapping[str, str]:
    """The user's environment, but with a home of its own, so that nothing is left in the user's."""
    return {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{place}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for (place, name), value in _SETTINGS.items()
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>\n',
        "utf-8",
    )
