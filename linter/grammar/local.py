"""The LanguageTool server of this process: started when the first draft asks for it, ended with us."""

from __future__ import annotations

import atexit
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from linter.grammar.client import Client
from linter.grammar.trouble import GrammarError
from linter.model.values import dataclass

_STARTING = 180.0  # seconds that starting may take, first check included, on a machine that is busy
_BEAT = 0.2
_GRACE = 8.0
_OWN = "or name a server of your own as `server` under [grammar]"


# Half the time until the first answer; a server that runs for days would want it otherwise.
_SOON = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True, slots=True)
class Started:
    """What came of starting the server: where it is, or why there is none."""

    address: str = ""
    trouble: str = ""


class _Local:
    """At most one server for a process, and for those that it shares its work with."""

    def __init__(self) -> None:
        self.started: Started | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    def start(self) -> Started:
        try:
            port = _free_port()
            self._guard = _guarded(_command(port))
            atexit.register(self.stop)
            address = f"http://localhost:{port}"
            self._wait(address)
        except GrammarError as error:
            self.stop()
            return Started(trouble=str(error))
        return Started(address)

    def _wait(self, address: str) -> None:
        """Return when the server has answered its first question, which takes it longest."""
        end = time.monotonic() + _STARTING
        while not Client(address, 5.0).is_ready():
            status = self._guard.poll() if self._guard else None
            if status is not None:
                raise GrammarError(f"LanguageTool ended as soon as it was started, with the status {status}")
            if time.monotonic() > end:
                raise GrammarError(f"LanguageTool was not ready within {_STARTING:g} seconds")
            time.sleep(_BEAT)
        Client(address, max(end - time.monotonic(), 1.0)).check("Ready.", {"language": "en-GB"})

    def stop(self) -> None:
        """End the server, if there is one."""
        guard, self._guard = self._guard, None
        if guard is None or guard.stdin is None:
            return
        with suppress(OSError):
            guard.stdin.close()
        try:
            guard.wait(_GRACE)
        except subprocess.TimeoutExpired:
            guard.kill()
            guard.wait()


_local = _Local()


def server() -> Started:
    """The server, started if it has not been asked for; what went wrong then is not tried again."""
    if _local.started is None:
        _local.started = _local.start()
    return _local.started


def asked_for() -> Started | None:
    """What came of starting the server, None as long as nobody has asked for it."""
    return _local.started


def share(started: Started | None) -> None:
    """Use the server that another process has started."""
    _local.started = started


def _command(port: int) -> list[str]:
    """What starts the server; LanguageTool is downloaded where it is not there yet."""
    if shutil.which("java") is None:
        raise GrammarError(f"it needs Java, and there is none here: install Java 17 or later, {_OWN}")
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError as error:
        wanted = f"it needs language-tool-python: pip install 'resolint[grammar]', {_OWN}"
        raise GrammarError(wanted) from error
    try:
        tool = LocalLanguageTool.get_latest_installed_version() or LocalLanguageTool.from_version_name()
        tool.download()
        java, *rest = tool.get_server_cmd(port)
    except Exception as error:  # whatever goes wrong there, the other findings come
        said = str(error).partition("\n")[0] or type(error).__name__
        raise GrammarError(f"LanguageTool cannot be downloaded or run ({said}): try again, {_OWN}") from error
    return [java, *_SOON, *rest]


def _guarded(command: list[str]) -> subprocess.Popen[bytes]:
    guard = Path(__file__).with_name("guard.py")
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", str(guard), *command], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
