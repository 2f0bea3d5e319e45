"""A real LanguageTool for the tests: its jars from the Maven registry, its server shared by all workers."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linter.grammar import guard
from linter.grammar.client import Client
from linter.grammar.local import _SOON, _free_port

POM = Path(__file__).with_name("pom.xml")
FOLDER = Path(__file__).resolve().parents[2] / ".languagetool"
_DOWNLOADING = 900
_STARTING = 180


class Missing(Exception):
    """There is no LanguageTool to be had here."""


def installed() -> Path:
    """A folder laid out as language-tool-python lays out its downloads, made with Maven; raises Missing."""
    version = POM.read_text("utf-8").partition("<languagetool>")[2].partition("<")[0]
    home = FOLDER / f"LanguageTool-{version}"
    FOLDER.mkdir(exist_ok=True)
    with locked(FOLDER / "lock"):
        if not (home / "languagetool-server.jar").exists():
            for program in ("java", "mvn"):
                if shutil.which(program) is None:
                    raise Missing(f"{program} is not installed: no LanguageTool to test with")
            _with_maven(home)
    return FOLDER


def _with_maven(home: Path) -> None:
    libraries = home / "libs"
    command = ["mvn", "-q", "-B", "-f", POM, "dependency:copy-dependencies", f"-DoutputDirectory={libraries}"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_DOWNLOADING)
    if outcome.returncode:
        raise Missing(f"Maven does not give LanguageTool: {outcome.stdout[-600:]}")
    begun = home / "begun.jar"
    with zipfile.ZipFile(begun, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", _manifest(sorted(libraries.glob("*.jar"))))
    begun.rename(home / "languagetool-server.jar")


def _manifest(jars: list[Path]) -> str:
    """Names all ``jars``, on lines as short as the format wants them."""
    rest = "Class-Path: " + " ".join(f"libs/{jar.name}" for jar in jars)
    lines = ["Manifest-Version: 1.0"]
    while rest:
        lines.append(rest[:70])
        rest = rest[70:] and f" {rest[70:]}"
    return "\r\n".join([*lines, "", ""])


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the server that all users of ``folder`` share: the first starts it.

    It ends with the last of them, or when all of them are killed: the guard waits for the end of a pipe that
    each holds open.
    """
    pipe, address = folder / "languagetool.pipe", folder / "languagetool.address"
    with locked(folder / "languagetool.lock"):
        held = _joined(pipe)
        if held is None:
            held, found = _start(pipe)
            address.write_text(found, "utf-8")
    try:
        yield address.read_text("utf-8")
    finally:
        os.close(held)


def _joined(pipe: Path) -> int | None:
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:  # nobody reads it: no server is running
        return None


def _start(pipe: Path) -> tuple[int, str]:
    jar = next(installed().glob("*/languagetool-server.jar"))
    if not pipe.exists():
        os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    held = os.open(pipe, os.O_WRONLY)
    os.set_blocking(reading, True)
    port = _free_port()
    server = ["java", *_SOON, "-cp", str(jar), "org.languagetool.server.HTTPServer", "-p", str(port)]
    process = subprocess.Popen([sys.executable, "-I", guard.__file__, *server], stdin=reading)
    os.close(reading)
    address, end = f"http://localhost:{port}", time.monotonic() + _STARTING
    while not Client(address, 5).is_ready():
        if process.poll() is not None or time.monotonic() > end:
            os.close(held)
            raise Missing("LanguageTool does not start")
        time.sleep(0.2)
    process.returncode = 0  # it is not ours to wait for: others may need it longer
    return held, address


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone with ``path`` among all processes."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
