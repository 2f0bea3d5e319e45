"""Stands in for ``java``: says its version, or serves as LanguageTool does; keeps a diary of its starts."""

from __future__ import annotations

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.say(b"OK")

    def do_POST(self) -> None:
        (text,) = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["text"]
        rule = {"id": "SLIP", "description": "A slip", "category": {"id": "GRAMMAR"}}
        found = {"message": "A slip", "offset": text.find("submits"), "length": 7, "replacements": []}
        self.say(json.dumps({"matches": [{**found, "rule": rule}] if "submits" in text else []}).encode())

    def say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def main(arguments: list[str]) -> None:
    if "-version" in arguments:
        print(f'openjdk version "{os.environ["JAVA_SAYS"]}" 2024-01-16')  # noqa: T201
        return
    with Path(os.environ["DIARY"]).open("a", encoding="utf-8") as diary:
        diary.write(f"{os.getpid()}\n")
    if "BROKEN" not in os.environ:
        HTTPServer(("localhost", int(arguments[arguments.index("-p") + 1])), Handler).serve_forever()


main(sys.argv[1:])
