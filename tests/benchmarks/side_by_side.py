"""How long resolint takes beside the tools that a person would pick in its place, on the same drafts.

Each tool runs as a person starts it, from the command line, and in turn with the others, so that a busy
machine is slow for all alike; medians count. A tool that is not on the PATH is named by ``--at NAME=PLACE``,
and one that is not there is left out, with a line that says how to install it. ``--readme`` writes the table
into the README. ``python -m tests.benchmarks.side_by_side [--runs N] [--at NAME=PLACE ...] [--readme]``
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.bench import COMMAND, ENVIRONMENT, RUNS, markdown
from tests.benchmarks.others import OURS, PROBE, TOOLS, Row, resolint, rows, said
from tests.benchmarks.vale_style import write

README = Path(__file__).resolve().parents[2] / "README.md"
PLACE = re.compile(r"(?<=<!-- side by side -->\n\n).*?(?=\n<!-- /side by side -->)", re.DOTALL)
SIZES = {"1 kB": 1_000, "25 kB": 25_000, "1 MB": 1_000_000}
# What takes longer than this many seconds is run fewer times.
SLOW, SLOW_RUNS = 10, 3


class Cost(NamedTuple):
    """What one run took: wall-clock time, and the most memory that it held at once."""

    seconds: float
    megabytes: float


class Measured(NamedTuple):
    """A row with its medians for each size."""

    row: Row
    costs: dict[str, Cost]


def prepare(folder: Path) -> None:
    """Write the drafts and Vale's style; in a process of its own, which keeps this one small."""
    for name, size in SIZES.items():
        (folder / f"{name}.md").write_text(markdown(size), "utf-8")
    (folder / "probe.md").write_text(PROBE, "utf-8")
    write(folder)


def run(command: Sequence[str], folder: Path) -> Cost:
    """One run. A child counts the memory of its parent until it begins: the parent has to be small."""
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": str(folder / "cache")}
    nowhere = subprocess.DEVNULL
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere
    )
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode < 0:
        sys.exit(f"{' '.join(command)} was ended by signal {-process.returncode}")
    return Cost(elapsed, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def measured(them: Sequence[Row], folder: Path, runs: int) -> list[Measured]:
    """The rows with the medians of their runs, all in turn, after one run of each that warms the caches."""
    cases = [(row, size) for size in SIZES for row in them]
    costs: dict[tuple[Row, str], list[Cost]] = {}
    counted: dict[tuple[Row, str], int] = {}
    for row, size in cases:
        first = run((*row.command, f"{size}.md"), folder)
        costs[row, size] = []
        counted[row, size] = min(runs, SLOW_RUNS) if first.seconds > SLOW else runs
    for number in range(runs):
        print(f"round {number + 1} of {runs}", file=sys.stderr)
        for row, size in cases:
            if number < counted[row, size]:
                costs[row, size].append(run((*row.command, f"{size}.md"), folder))
    return [Measured(row, {size: _median(costs[row, size]) for size in SIZES}) for row in them]


def _median(costs: Iterable[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def table(them: Sequence[Measured], today: date, runs: int) -> str:
    """The table in Markdown, the day, and in what resolint is behind."""
    columns = ["", "version", "rules", *SIZES, *(f"memory, {size}" for size in _larger())]
    lines = [_line(columns), _line(["---"] * 3 + ["--:"] * (len(columns) - 3))]
    for row, costs in them:
        times = [_seconds(costs[size].seconds) for size in SIZES]
        memory = [f"{costs[size].megabytes:,.0f} MB" for size in _larger()]
        lines.append(_line([row.name, row.version, row.rules, *times, *memory]))
    day = f"{today.day} {today:%B %Y}"
    measuring = f"Measured on {day} with {os.cpu_count()} processors; medians of {runs} runs in turn"
    slow = f" ({SLOW_RUNS} of what takes over {SLOW} seconds)" if runs > SLOW_RUNS else ""
    return f"{''.join(lines)}\n{measuring}{slow}.\n{''.join(behind(them)) if them else ''}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _larger() -> list[str]:
    """The drafts for which memory is shown: the smallest needs what the next one does."""
    return list(SIZES)[1:]


def _seconds(value: float) -> str:
    return f"{value:.2f} s" if value < SLOW else f"{value:.0f} s"


def behind(them: Sequence[Measured]) -> Iterable[str]:
    """Sentences that name the tools that do better than resolint with a draft that it never saw."""
    others = [one for one in them if not one.row.name.startswith(OURS)]
    aspects: list[tuple[str, Iterable[str], Callable[[Cost], float]]] = [
        ("Faster than resolint", SIZES, lambda cost: cost.seconds),
        ("Smaller in memory", _larger(), lambda cost: cost.megabytes),
    ]
    for words, sizes, figure in aspects:
        parts = []
        for size in sizes:
            own = figure(them[0].costs[size])
            better = [one.row.name for one in others if figure(one.costs[size]) < own]
            parts.append(f"at {size} {', '.join(better) or 'none'}")
        if parts:
            yield f"{words}: {'; '.join(parts)}.\n"


def probed(them: Iterable[Row], folder: Path) -> None:
    """Stop if a tool has nothing to say about a draft that is full of slips: it is not at work."""
    for row in them:
        if not said(*row.command, folder / "probe.md", also=subprocess.STDOUT).strip():
            sys.exit(f"{row.name} finds nothing: {' '.join(row.command)}")


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each case is run")
    parser.add_argument(
        "--at",
        action="append",
        default=[],
        metavar="NAME=PLACE",
        help=f"where a tool is that is not on the PATH: {', '.join(tool.name for tool in TOOLS)}",
    )
    parser.add_argument("--readme", action="store_true", help="write the table into the README")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Measure what is there, and print the table."""
    asked = arguments(given)
    places = dict(place.split("=", 1) for place in asked.at)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pool.submit(prepare, folder).result()
        there, absent = rows(places, folder)
        print("\n".join(absent), file=sys.stderr)
        probed(there, folder)
        them = [*resolint((COMMAND,)), *there]
        text = table(measured(them, folder, asked.runs), datetime.now(UTC).date(), asked.runs)
    print(text)
    if asked.readme and absent:
        sys.exit("The README stays as it is: it shows all tools or none.")
    if asked.readme:
        README.write_text(PLACE.sub(lambda _: text, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
