"""What no editor should send, and what a rule should not do: the server says so and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.editor import DRAFT
from tests.lsp.wire import Wire


@pytest.fixture
def wire() -> Iterator[Wire]:
    opened = Wire()
    yield opened
    opened.kill()


def test_an_orderly_end_is_silent(wire: Wire) -> None:
    wire.start()
    assert wire.open(DRAFT)["diagnostics"] == []
    assert wire.stop() == (0, "")


def test_messages_that_cannot_be_understood_are_left_behind(wire: Wire) -> None:
    wire.raw(b"{not json")
    wire.raw(b"[]")
    wire.raw(b'"jsonrpc"')
    wire.raw(b'{"jsonrpc": "1.0", "method": "initialize"}')
    wire.raw(b"\xff\xfe")
    wire.start()
    wire.send(
        "textDocument/didChange",
        {"textDocument": {"uri": "file:///never/opened.md", "version": 7}, "contentChanges": []},
    )
    wire.send("textDocument/didClose", {"textDocument": {"uri": "file:///never/opened.md"}})
    wire.send("textDocument/didOpen", {"textDocument": 5})
    wire.send("no/such/notification", {"a": 1})
    assert wire.open(DRAFT)["diagnostics"] == []
    status, errors = wire.stop()
    assert status == 0
    assert "Traceback" in errors


def test_every_request_is_answered(wire: Wire) -> None:
    assert "result" in wire.ask(
        "textDocument/hover", {"textDocument": {"uri": "x"}, "position": {"line": 0, "character": 0}}
    )
    wire.start()
    wire.open(DRAFT)
    uri = "file:///tmp/none/draft.md"
    assert "error" in wire.ask("textDocument/hover", {"textDocument": {}, "position": "here"})
    assert "error" in wire.ask("no/such/request", {})
    assert "error" in wire.ask("workspace/executeCommand", {"command": "rm", "arguments": ["-r"]})
    far = {"line": 10**6, "character": 10**6}
    for method in ("textDocument/hover", "textDocument/completion"):
        answer = wire.ask(method, {"textDocument": {"uri": uri}, "position": far})
        assert "error" not in answer
        answer = wire.ask(method, {"textDocument": {"uri": "file:///never/opened.md"}, "position": far})
        assert answer["result"] is None
    wire.send(
        "textDocument/didOpen",
        {"textDocument": {"uri": "file:///a/b.py", "languageId": "python", "version": 1, "text": DRAFT}},
    )
    nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    asked = {
        "range": nowhere,
        "context": {"diagnostics": []},
        "options": {"tabSize": 4, "insertSpaces": True},
    }
    for method in ("codeAction", "documentSymbol", "formatting"):
        for name in ("file:///never/opened.md", "file:///a/b.py"):
            answer = wire.ask(f"textDocument/{method}", {"textDocument": {"uri": name}, **asked})
            assert answer["result"] is None
    answer = wire.ask("codeAction/resolve", {"title": "x", "data": {"uri": ["a"]}})
    assert answer["result"]["title"] == "x"


@pytest.mark.parametrize(
    ("offered", "chosen", "column"),
    [
        (None, "utf-16", 26),
        (["utf-8"], "utf-8", 32),
        (["utf-32", "utf-16"], "utf-32", 24),
        (["utf-7"], "utf-16", 26),
    ],
)
def test_the_unit_of_columns_is_agreed_on(
    wire: Wire, offered: list[str] | None, chosen: str, column: int
) -> None:
    capabilities = {"general": {"positionEncodings": offered}} if offered else {}
    assert wire.start(capabilities)["capabilities"]["positionEncoding"] == chosen
    found = wire.open(DRAFT.replace("importance of the behaviour", "[😀𝔘] — behavior"))
    (place,) = [one["range"]["start"] for one in found["diagnostics"] if one["code"] == "spelling-british"]
    assert place == {"line": 8, "character": column}


def test_an_editor_of_few_talents_is_served_as_well(wire: Wire) -> None:
    wire.start()
    found = wire.open(DRAFT.replace("behaviour", "behavior"))["diagnostics"]
    file = {"textDocument": {"uri": "file:///tmp/none/draft.md"}}
    actions = wire.ask(
        "textDocument/codeAction", {**file, "range": found[0]["range"], "context": {"diagnostics": []}}
    )
    assert all(list(action["edit"]) == ["changes"] for action in actions["result"])
    assert len(actions["result"]) == 3
    symbols = wire.ask("textDocument/documentSymbol", file)["result"]
    assert {
        "name": "1. Affirms the importance of the behaviour;".replace("behaviour", "behavior"),
        "containerName": "Operative part",
    }.items() <= symbols[-2].items()


def test_the_loss_of_the_editor_ends_the_server(wire: Wire) -> None:
    wire.start()
    assert wire.process.stdin is not None
    wire.process.stdin.close()
    assert wire.process.wait(timeout=60) == 0


def test_a_rule_that_breaks_down_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "sitecustomize.py").write_text(
        "import linter.checks.pattern as p\n"
        "def look(_):\n    raise ZeroDivisionError('planted')\n"
        "p.look = look\n"
    )
    wire = Wire()
    wire.start()
    wire.open(DRAFT)
    status, errors = wire.stop()
    assert status == 0
    assert "ZeroDivisionError: planted" in errors
