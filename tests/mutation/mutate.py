"""Plant small faults in the program, one at a time, and see whether a test notices.

    python -m tests.mutation.mutate linter/fixing linter/writers --share 0.05 --seed 1

Of each file a share of the faults is tried, at least four. The tests (of linter/fixing those in tests/fixing,
or those given) run once, which tells the lines that each executes; then for each fault those that execute its
line run in a process of their own, until one fails. A fault that nothing notices is listed: it changes
nothing that matters, it shows code that nobody needs, or a test is missing.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import math
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from types import FunctionType
from typing import Any, TextIO

import coverage
import pytest

from tests.mutation.expressions import Slip, slips
from tests.mutation.faults import Fault, faults

_AT_LEAST = 4
_LONGEST = 30  # seconds of work for one fault; then it is taken for an endless loop
_OPTIONS = ("-qs", "-pno:xdist", "-pno:cacheprovider", "--hypothesis-profile=ci")
_ROW = "{:<20}{:>8}{:>9}{:>8}{:>7}"


class Trial:
    """Takes the place of the loop in which pytest runs the tests that it has collected."""

    def __init__(self, options: argparse.Namespace, report: TextIO) -> None:
        self._options = options
        self._report = report
        self._files = sorted(file for path in options.paths for file in path.rglob("*.py"))
        self._noticing: dict[Path, Counter[str]] = defaultdict(Counter)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record the tests, then try the faults."""
        for file in self._files:
            importlib.import_module(_module(file))
        with tempfile.TemporaryDirectory() as folder:
            _in_child(partial(_record, session, self._files, Path(folder)))
            known = json.loads((Path(folder) / "record.json").read_text())
        counts: dict[str, Counter[bool]] = defaultdict(Counter)
        for fault in self._chosen():
            noticed = self._notices(session, fault, known)
            counts["/".join(fault.path.parts[:2])][noticed] += 1
            if not noticed:
                print(f"{fault.path}:{fault.lines[0]}  {fault.change}", file=self._report, flush=True)
        print(_ROW.format("package", "faults", "noticed", "missed", "share"), file=self._report)
        for package, found in counts.items():
            share = f"{found[True] / found.total():.0%}"
            print(_ROW.format(package, found.total(), found[True], found[False], share), file=self._report)
        return True

    def _chosen(self) -> Iterator[Fault | Slip]:
        for file in self._files:
            found = [*slips(file, _module(file)), *(() if self._options.expressions else faults(file))]
            number = min(max(_AT_LEAST, math.ceil(len(found) * self._options.share)), len(found))
            chance = random.Random(f"{self._options.seed} {file}")  # noqa: S311
            yield from (found[place] for place in sorted(chance.sample(range(len(found)), number)))

    def _notices(self, session: pytest.Session, fault: Fault | Slip, known: dict[str, Any]) -> bool:
        """Whether a test fails; those that noticed faults of the file before run first, then quick ones."""
        lines, seconds, before = known[str(fault.path)], known["seconds"], self._noticing[fault.path]
        names = {name for line in fault.lines for name in lines.get(str(line), ())}
        tests = [item for item in session.items if item.nodeid in names & seconds.keys()]
        tests.sort(key=lambda item: (-before[item.nodeid], seconds[item.nodeid]))
        status = _in_child(partial(_first_failing, session, fault, tests, self._files)) if tests else 0
        if os.WIFEXITED(status) and 0 < os.WEXITSTATUS(status) <= len(tests):
            before[tests[os.WEXITSTATUS(status) - 1].nodeid] += 1
        return status != 0


def _in_child(work: Callable[[], int]) -> int:
    """The status of a process of its own that does the work in silence."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silence, stream)
        status = 255
        try:
            status = work()
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def _record(session: pytest.Session, files: Sequence[Path], folder: Path) -> int:
    """Run all tests; keep how long each takes that does not fail, and which lines it executes."""
    seconds: dict[str, float] = {}
    measured = coverage.Coverage(
        str(folder / "data"), include=[str(file) for file in files], config_file=False
    )
    measured.start()
    for item in session.items:
        _forget(files)  # else only the first of many tests would execute what is computed once
        measured.switch_context(item.nodeid)
        failed, began = session.testsfailed, time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed == failed:
            seconds[item.nodeid] = time.process_time() - began
    measured.stop()
    data = measured.get_data()
    lines = {str(file): data.contexts_by_lineno(str(file.resolve())) for file in files}
    (folder / "record.json").write_text(json.dumps({"seconds": seconds, **lines}))
    return 0


def _first_failing(
    session: pytest.Session, fault: Fault | Slip, tests: Sequence[pytest.Item], files: Sequence[Path]
) -> int:
    """The number of the first test that fails with the fault, 0 if none does."""
    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST))
    _plant(fault)
    _forget(files)
    for number, item in enumerate(tests, 1):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            return min(number, 254)
    return 0


def _plant(fault: Fault | Slip) -> None:
    """Give the function that is in use the code with the fault, or its module the expression."""
    if isinstance(fault, Slip):
        fault.plant()
        return
    code, file = fault.code(), str(fault.path.resolve())
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == file:
            same = (one.__code__.co_name, one.__code__.co_firstlineno) == fault.function
            one.__code__ = code if same else one.__code__


def _forget(files: Sequence[Path]) -> None:
    """Forget what was computed once, in memory and in the user's cache folder."""
    for kept in Path(os.environ["XDG_CACHE_HOME"]).glob("resolint/result-*"):
        kept.unlink()
    for file in files:
        for one in vars(sys.modules[_module(file)]).values():
            if isinstance(one, _lru_cache_wrapper):
                one.cache_clear()


def _module(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def main() -> int:
    """Let pytest collect the tests, and try the faults."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, help="folders of the program")
    parser.add_argument("--share", type=float, default=0.05, help="how many of the faults to try")
    parser.add_argument("--seed", default="1", help="which of them")
    parser.add_argument("--expressions", action="store_true", help="only faults of regular expressions")
    parser.add_argument("--tests", nargs="+", help="folders of tests that should notice")
    options = parser.parse_args()
    tests = options.tests or [f"tests/{path.parts[1]}" for path in options.paths]
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as report, tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        return int(pytest.main([*_OPTIONS, f"--basetemp={folder}/tests", *tests], [Trial(options, report)]))


if __name__ == "__main__":
    sys.exit(main())
