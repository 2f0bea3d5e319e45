"""How long a drafter's editor waits for the language server, through the protocol.

A letter is typed in the middle of a draft, seven a second as a quick typist does, and the time until the
findings of that version are there is taken, and how much of it the server worked, which is nearer to what a
quiet machine shows. The table is for reading: nothing fails.
``python -m tests.benchmarks.latency [LETTERS]``
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.bench import markdown
from tests.lsp.wire import Wire

LETTERS = 40
WARM = 3
PAUSE = 1 / 7
URI = "file:///tmp/none/draft.md"
FILE = {"textDocument": {"uri": URI}}
TYPED = " of the Member States concerned, as set out in the report"


def typed(wire: Wire, text: str, letters: range) -> list[float]:
    """The seconds until the findings were there, for each letter typed into a paragraph in the middle."""
    offset = text.index(",", len(text) // 2)
    line, column = text.count("\n", 0, offset), offset - text.rindex("\n", 0, offset) - 1
    times = []
    for number in letters:
        place = {"line": line, "character": column + number}
        change = {"range": {"start": place, "end": place}, "text": TYPED[number % len(TYPED)]}
        version = number + 2
        begun = time.perf_counter()
        identifier = {"uri": URI, "version": version}
        wire.send("textDocument/didChange", {"textDocument": identifier, "contentChanges": [change]})
        while wire.findings()["version"] != version:
            pass
        times.append(time.perf_counter() - begun)
        time.sleep(PAUSE)
    return times


def answered(ask: Callable[[], object], runs: int) -> list[float]:
    """The seconds that an answer took, each time."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begun)
    return times


def processor(wire: Wire) -> float | None:
    """The seconds that the server has kept a processor busy; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{wire.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(name: str, times: list[float]) -> None:
    """One line of the table."""
    ordered = sorted(times)
    late = ordered[int(len(ordered) * 0.95)]
    print(f"  {name:28}{statistics.median(times) * 1000:10.1f}{late * 1000:10.1f}{ordered[-1] * 1000:10.1f}")


def measure(size: int, letters: int) -> None:
    """The table for a draft of about ``size`` characters."""
    text = markdown(size)
    paragraphs = text.count("\n\n") - 3
    wire = Wire()
    try:
        wire.start()
        (opening,) = answered(lambda: wire.open(text, URI), 1)
        print(f"\n{paragraphs} paragraphs, {len(text) / 1000:.0f} kB; opened in {opening * 1000:.0f} ms")
        print(f"  {'':28}{'median ms':>10}{'95 %':>10}{'longest':>10}")
        typed(wire, text, range(WARM))
        before = processor(wire)
        report("a letter typed: findings", typed(wire, text, range(WARM, WARM + letters)))
        if before is not None and (after := processor(wire)) is not None:
            print(f"  {'of it the processor’s':28}{(after - before) / letters * 1000:10.1f}")
        middle = {"position": {"line": text.count("\n") // 2, "character": 8}}
        report("hover", answered(lambda: wire.ask("textDocument/hover", {**FILE, **middle}), 20))
        report("completion", answered(lambda: wire.ask("textDocument/completion", {**FILE, **middle}), 20))
        report("outline", answered(lambda: wire.ask("textDocument/documentSymbol", FILE), 20))
        options = {"options": {"tabSize": 4, "insertSpaces": True}}
        report("formatting", answered(lambda: wire.ask("textDocument/formatting", {**FILE, **options}), 5))
    finally:
        wire.kill()


def main() -> None:
    """Print the tables."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS
    for size in (10_000, 37_000, 110_000):
        measure(size, letters)


if __name__ == "__main__":
    main()
