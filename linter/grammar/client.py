"""Talks to a LanguageTool server: one text, its matches, within a limit of time and size.

No redirect is followed and no proxy used, so that a draft goes where the user said and nowhere else.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from linter.grammar.trouble import GrammarError
from linter.model.values import dataclass

PUBLIC = "https://api.languagetool.org"
_SIZE_LIMIT = 16_000_000
_CHUNK = 65_536
_CONNECTING = 10.0  # seconds; a server that is there takes a call at once
_WAY_OUT = "look at the server, or leave --grammar out"


@dataclass(frozen=True, slots=True)
class Match:
    """What LanguageTool says of ``[start, end)`` of a text, in code points."""

    rule: str
    category: str
    message: str
    description: str
    start: int
    end: int
    replacements: tuple[str, ...]


class Client:
    """A server at ``address``; each question may take ``seconds``."""

    def __init__(self, address: str, seconds: float) -> None:
        parts = urlsplit(address)
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname or "", parts.port
        self._path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2") + "/v2"
        self._seconds = seconds
        self.address = address

    def check(self, text: str, options: dict[str, str]) -> list[Match]:
        """What is found in ``text``; raises GrammarError."""
        body = urlencode({**options, "text": text}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        answer = self._asked("POST", "check", body, headers)
        try:
            return [_match(text, found) for found in json.loads(answer)["matches"]]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise GrammarError(f"what answers at {self.address} is no LanguageTool server") from error

    def is_ready(self) -> bool:
        """Whether the server answers at all."""
        try:
            self._asked("GET", "healthcheck", None, {})
        except GrammarError:
            return False
        return True

    def _asked(self, method: str, name: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=min(_CONNECTING, self._seconds))
        try:
            connection.connect()
            with _limited(connection.sock, self._seconds):
                connection.request(method, f"{self._path}/{name}", body, headers)
                return self._answer(connection.getresponse())
        except TimeoutError as error:
            said = f"LanguageTool at {self.address} does not answer within {self._seconds:g} seconds"
            raise GrammarError(f"{said}: {_WAY_OUT}") from error
        except (OSError, http.client.HTTPException) as error:
            said = f"LanguageTool at {self.address} cannot be reached ({_reason(error)})"
            raise GrammarError(f"{said}: {_WAY_OUT}") from error
        finally:
            connection.close()

    def _answer(self, response: http.client.HTTPResponse) -> bytes:
        """The body of an answer that says yes; a slow one is cut off by the alarm."""
        chunks, size = [], 0
        while chunk := response.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > _SIZE_LIMIT:
                raise GrammarError(f"LanguageTool at {self.address} answers without end")
        if response.length:  # the server fell silent in the middle
            raise http.client.IncompleteRead(b"", response.length)
        if response.status != http.client.OK:
            said = f"{response.status} {response.reason}".strip()
            raise GrammarError(f"LanguageTool at {self.address} answers “{said}”: {_WAY_OUT}")
        return b"".join(chunks)


@contextmanager
def _limited(line: socket.socket, seconds: float) -> Iterator[None]:
    """Hang up when a call takes longer, however lively the other side is; it then ends in a TimeoutError."""
    late = threading.Event()

    def hang_up() -> None:
        late.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    line.settimeout(seconds)
    alarm = threading.Timer(seconds, hang_up)
    alarm.start()
    try:
        yield
    finally:
        alarm.cancel()
        if late.is_set():
            raise TimeoutError


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _match(text: str, found: dict[str, Any]) -> Match:
    """One match; its offsets count units of UTF-16, as Java does."""
    rule, start = found["rule"], int(found["offset"])
    end = start + int(found["length"])
    if text and max(text) > "\uffff":
        units = text.encode("utf-16-le", "surrogatepass")
        start, end = (len(units[: 2 * at].decode("utf-16-le", "ignore")) for at in (start, end))
    return Match(
        rule=str(rule["id"]),
        category=str(rule["category"]["id"]),
        message=str(found["message"]),
        description=str(rule.get("description", "")),
        start=start,
        end=end,
        replacements=tuple(str(one["value"]) for one in found["replacements"]),
    )
