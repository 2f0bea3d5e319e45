"""One task for each of many drafts, in this process or in several, with the same outcome."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.cli.progress import Progress
from linter.cli.session import Draft, Session, untold
from linter.model.report import Failure, FileReport
from linter.model.values import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from linter.grammar.local import Started

# Fewer drafts than these are done before the other processes have started.
_WORTH_IT = 24
_LARGEST_SHARE = 16

Task = Callable[[Session, Draft], Any]


class Done(NamedTuple):
    """What came of one draft: ``result`` is None where it could not be done, and ``failures`` tell why.

    ``trouble`` is why grammar could not be looked at, "" where it was or was not to be.
    """

    path: str
    result: Any
    remarks: tuple[str, ...]
    failures: tuple[Failure, ...]
    trouble: str = ""


class Workers:
    """Does ``task`` with each draft under the settings that a session of ``config`` and ``options`` finds.

    ``jobs`` is the number of processes; None takes as many as there are processors where that pays. Task,
    options and results cross between processes, so all of them must pickle.
    """

    def __init__(
        self, config: Path | None, options: Mapping[str, Any], task: Task, jobs: int | None = None
    ) -> None:
        self.session = Session(config, options)
        self._worker = config, dict(options), task
        self._jobs = jobs

    def run(
        self,
        places: Sequence[str],
        stdin_filename: str | None,
        take: Callable[[Any], None],
        *,
        quiet: bool,
        remarks: bool = True,
    ) -> tuple[Failure, ...]:
        """Give ``take`` the result of each draft and tell the ``remarks`` on it; what could not be done."""
        failures: dict[Failure, None] = {}
        troubles: set[str] = set()
        with Progress(quiet=quiet) as progress:
            for done in self.each(places, stdin_filename):
                failures |= dict.fromkeys(done.failures)
                for remark in done.remarks if remarks else ():
                    progress.note(remark)
                if done.trouble and done.trouble not in troubles:
                    troubles.add(done.trouble)
                    progress.note(untold(done.trouble))
                if done.result is not None:
                    take(done.result)
                progress.step(done.path)
        return tuple(failures)

    def status(self, files: Sequence[FileReport], failures: Sequence[Failure]) -> int:
        """The exit status of a run with these reports and failures."""
        self.session.failures = list(failures)
        return self.session.status([(file, self.session.settings(file.path)) for file in files])

    def each(self, places: Sequence[str], stdin_filename: str | None = None) -> Iterator[Done]:
        """The outcomes for all drafts in files and folders, in the order given and searched."""
        listing = self.session.search(places)
        outcomes = self.outcomes([path for path in listing if isinstance(path, str)], stdin_filename)
        for path in listing:
            if isinstance(path, str):
                yield next(outcomes)
            else:
                yield Done(path.path, None, (), (Failure(path.path, path.message),))

    def outcomes(self, paths: Sequence[str], stdin_filename: str | None = None) -> Iterator[Done]:
        """The outcomes for these drafts, in their order."""
        jobs = self._jobs or (_processors() if len(paths) >= _WORTH_IT else 1)
        jobs = min(jobs, len(paths))
        waiting = jobs > 1 and self.session.wants_server(paths)
        for number, path in enumerate(paths):
            waiting = waiting and _server() is None  # the first who needs it starts it, and here, for all
            if jobs > 1 and not waiting:
                yield from self._in_processes(jobs, paths[number:])
                return
            yield do(self.session, self._worker[2], path, stdin_filename)

    def _in_processes(self, jobs: int, paths: Sequence[str]) -> Iterator[Done]:
        from concurrent.futures import ProcessPoolExecutor

        started = _server() if self.session.wants_server(paths) else None
        worker = (*self._worker, started)
        share = max(1, min(_LARGEST_SHARE, len(paths) // (jobs * 4)))
        pool = ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_prepare, initargs=worker)
        try:
            yield from pool.map(_do, paths, chunksize=share)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def do(session: Session, task: Task, path: str, stdin_filename: str | None = None) -> Done:
    """Read one draft and do ``task`` with it."""
    name = stdin_filename or path if path == "-" else path
    session.failures, session.remarks, session.trouble, result = [], [], "", None
    with session.guarded(name):
        result = task(session, session.draft(path, stdin_filename))
    return Done(name, result, tuple(session.remarks), tuple(session.failures), session.trouble)


def _server() -> Started | None:
    """What came of starting LanguageTool in this process, None as long as nobody has needed it."""
    from linter.grammar.local import asked_for

    return asked_for()


def _context() -> BaseContext:
    """How to start processes: as copies of this one, which is quickest, where no other thread is running."""
    import multiprocessing
    import threading

    quick = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if quick else "spawn")


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_prepared: list[tuple[Session, Task]] = []


def _prepare(config: Path | None, options: Mapping[str, Any], task: Task, server: Started | None) -> None:
    """Make a process ready for drafts; an interrupt is the business of the one that started it.

    ``server`` is the LanguageTool that it started, for all to share.
    """
    import signal

    if server is not None:
        from linter.grammar.local import share

        share(server)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prepared[:] = [(Session(config, options), task)]


def _do(path: str) -> Done:
    session, task = _prepared[0]
    return do(session, task, path)
