"""The bare protocol, for what a well-bred editor would not send, and for measuring."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "linter.cli"]


class Wire:
    """The bare protocol: messages as they go over the pipe."""

    def __init__(self, *arguments: str, folder: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, *(arguments or ("lsp",))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )
        self._number = 0

    def raw(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def send(self, method: str, params: Any, **more: Any) -> None:
        self.raw(json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode())

    def read(self) -> dict[str, Any]:
        """The next message of the server."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def ask(self, method: str, params: Any) -> dict[str, Any]:
        """The answer to a request; what comes before it is left aside."""
        self._number += 1
        self.send(method, params, id=self._number)
        while (message := self.read()).get("id") != self._number or "method" in message:
            pass
        return message

    def findings(self) -> dict[str, Any]:
        """What is published next."""
        while (message := self.read()).get("method") != "textDocument/publishDiagnostics":
            pass
        params: dict[str, Any] = message["params"]
        return params

    def start(self, capabilities: dict[str, Any] | None = None) -> dict[str, Any]:
        params = {"processId": None, "rootUri": None, "capabilities": capabilities or {}}
        answer = self.ask("initialize", params)
        self.send("initialized", {})
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, text: str, uri: str = "file:///tmp/none/draft.md") -> dict[str, Any]:
        item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})
        return self.findings()

    def stop(self) -> tuple[int, str]:
        """Exit status, and what was said on standard error."""
        self.ask("shutdown", None)
        self.send("exit", None)
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, (errors or b"").decode()

    def kill(self) -> None:
        """Leave nothing behind, whatever came before: a server that is left alone ends by itself."""
        with suppress(OSError):
            if self.process.stdin is not None:
                self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        self.process.wait()
