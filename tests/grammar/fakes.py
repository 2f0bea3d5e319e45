"""Servers that answer as LanguageTool does, or as it should not."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs

Answer = Callable[[BaseHTTPRequestHandler], None]


def match(text: str, words: str, *replacements: str, rule: str = "SLIP", category: str = "GRAMMAR") -> Any:
    """What LanguageTool says of ``words`` where they first stand in ``text``."""
    before, found, _ = text.partition(words)
    return {
        "message": f"Something is wrong with ‘{words}’",
        "offset": len(before.encode("utf-16-le")) // 2,
        "length": len(found.encode("utf-16-le")) // 2,
        "replacements": [{"value": value} for value in replacements],
        "rule": {"id": rule, "description": "A slip", "category": {"id": category}},
    }


class Fake:
    """Finds ``slips`` (words, and what to put in their place) in each text; ``answer`` does otherwise.

    ``texts`` are those that it was asked about, ``options`` the rest of the last question.
    """

    def __init__(self) -> None:
        self.slips: list[tuple[str, ...]] = []
        self.matches: Callable[[str], list[Any]] = self._found
        self.answer: Answer = self._said
        self.texts: list[str] = []
        self.options: dict[str, list[str]] = {}
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                fake.texts += form.pop("text")
                fake.options = form
                fake.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *args: object) -> None:  # those who hang up are expected
                pass

        self._server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _found(self, text: str) -> list[Any]:
        return [match(text, *slip) for slip in self.slips if slip[0] in text]

    def _said(self, handler: BaseHTTPRequestHandler) -> None:
        send(handler, json.dumps({"matches": self.matches(self.texts[-1])}).encode())


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """A complete answer."""
    handler.send_response(status)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def hang(handler: BaseHTTPRequestHandler) -> None:  # noqa: ARG001
    """Say nothing for a long time."""
    time.sleep(3)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """An answer of which a byte comes now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    end = time.monotonic() + 3
    while time.monotonic() < end:
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def die(handler: BaseHTTPRequestHandler) -> None:
    """Hang up in the middle of the answer."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"matches": [')


def refuse(handler: BaseHTTPRequestHandler) -> None:
    """Too many questions."""
    send(handler, b"Limit exceeded", 429)


def chat(handler: BaseHTTPRequestHandler) -> None:
    """The answer of some other server."""
    send(handler, b"<html>Welcome!</html>")


def misunderstand(handler: BaseHTTPRequestHandler) -> None:
    """JSON, but not LanguageTool's."""
    send(handler, b'{"matches": [{"offset": "far"}]}')
