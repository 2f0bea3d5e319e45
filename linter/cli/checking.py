"""A run of ``resolint check``: from drafts to a report, with what a baseline knows left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from linter.cli.output import note
from linter.cli.results import Kept, Result
from linter.cli.session import Draft, Session
from linter.cli.workers import Workers
from linter.model.report import FileReport, Report
from linter.model.values import dataclass
from linter.reporters.wording import count


@dataclass(frozen=True, slots=True)
class Check:
    """What is done with each draft. ``whole`` reports show the draft; ``since`` is a revision of git."""

    whole: bool = False
    since: str | None = None

    def __call__(self, session: Session, draft: Draft) -> FileReport:
        """The report on one draft."""
        if self.whole or self.since is not None or not draft.settings.cache:
            return self._checked(session, draft)
        kept = Kept(draft)
        found = kept.read()
        if found is None:
            found = Result(self._checked(session, draft), tuple(session.remarks))
            if not session.failures and not session.trouble:
                kept.write(found)
        session.remarks[:] = found.remarks
        return found.report

    def _checked(self, session: Session, draft: Draft) -> FileReport:
        from linter.engine.report import file_report

        lint = session.lint(draft)
        unchecked = not lint.tallies and bool(lint.notes) and not draft.settings.grammar
        if unchecked or not lint.resolution.is_draft:
            session.remarks.append(f"resolint: {draft.path}: {lint.notes[0]}")
        report = file_report(lint, whole=self.whole)
        if self.since is not None:
            from linter.cli.since import only_changed

            report = only_changed(report, lint.resolution.document, draft, session, self.since)
        return report


@dataclass(frozen=True, slots=True)
class Run:
    """One run: ``workers`` makes the workers anew, so that changed settings and rules are seen.

    ``baseline`` holds findings to leave out, ``write_baseline`` is where to write all of them. A ``narrow``
    run does not look for all that a baseline may know, and cannot tell what is gone. ``remarks`` on files
    are told apart where the report does not show them.
    """

    workers: Callable[[], Workers]
    places: Sequence[str]
    stdin_filename: str | None
    baseline: Path | None
    write_baseline: Path | None
    quiet: bool
    remarks: bool
    narrow: bool

    def __call__(self) -> tuple[Report, int]:
        """The report and the exit status."""
        workers = self.workers()
        files: list[FileReport] = []
        failures = workers.run(
            self.places, self.stdin_filename, files.append, quiet=self.quiet, remarks=self.remarks
        )
        files = self._against_baseline(files)
        self._tell_left_out(files)
        return Report(tuple(files), failures), workers.status(files, failures)

    def _against_baseline(self, files: list[FileReport]) -> list[FileReport]:
        if self.write_baseline is not None:
            return _written(self.write_baseline, files)
        if self.baseline is None:
            return files
        from linter.cli.baseline import Baseline

        shown, gone = Baseline.read(self.baseline).without(files)
        if gone and not self.quiet and not self.narrow:
            found = count(gone, "finding")
            note(f"resolint: {self.baseline}: {found} no longer there: write it again with --write-baseline")
        return shown

    def _tell_left_out(self, files: Sequence[FileReport]) -> None:
        unchanged, known = sum(file.unchanged for file in files), sum(file.baselined for file in files)
        if unchanged and not self.quiet:
            note(f"resolint: {count(unchanged, 'finding')} left out where nothing has changed")
        if known and self.write_baseline is None and not self.quiet:
            note(f"resolint: {count(known, 'finding')} left out that the baseline knows")


def _written(place: Path, files: Sequence[FileReport]) -> list[FileReport]:
    """The reports without their findings, once a baseline at ``place`` knows all of them."""
    from linter.cli.baseline import Baseline

    known = Baseline.at(place).replaced(files)
    found = count(sum(file.baselined for file in known), "finding")
    note(f"resolint: {found} of {count(len(files), 'draft')} written to {place}")
    return known
