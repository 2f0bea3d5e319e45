"""What ``resolint fix`` does with each draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.output import replace_file, write
from linter.cli.reviewed import moment, reviewed_path, write_copy
from linter.cli.session import Draft, Session
from linter.model.errors import WriteError
from linter.model.report import FileReport
from linter.model.values import dataclass
from linter.reporters.wording import count

if TYPE_CHECKING:
    from linter.fixing import Fixed
    from linter.fixing.proof import Render
    from linter.writers.docx import Mode


@dataclass(frozen=True, slots=True)
class Repaired:
    """What remains in a draft, and what is to go to standard output: the draft itself or a diff, or None."""

    report: FileReport
    result: str | bytes | None


@dataclass(frozen=True, slots=True)
class Repair:
    """The work on each draft, as the options of the command ask for it; ``whole`` reports show the draft.

    ``named`` are the paths given: a draft found in a folder, and only read, is reported and no failure.
    """

    suggested: bool
    diff: bool
    renumber: bool
    clean: bool
    accept: bool
    force: bool
    output: Path | None
    whole: bool
    named: frozenset[str]

    def __call__(self, session: Session, draft: Draft) -> Repaired:
        """Repair one draft and write it, unless it goes to standard output; raises WriteError of a PDF."""
        from linter.writers import must_write

        try:
            must_write(draft.document.source)
        except WriteError as error:
            if draft.path in self.named or draft.from_stdin:
                raise
            return _Job(self, session, draft).left(error.message)
        return _Job(self, session, draft).done()


class _Job:
    """The repair of one draft."""

    def __init__(self, asked: Repair, session: Session, draft: Draft) -> None:
        self._asked = asked
        self._session = session
        self._draft = draft
        self._linter = session.linter(draft.settings)

    def done(self) -> Repaired:
        from linter.drafting.first import prepared
        from linter.engine.recognising import words_of
        from linter.fixing import fix
        from linter.writers import refusals

        asked, draft = self._asked, self._draft
        refuses = partial(refusals, tracked=not asked.accept, author=draft.settings.author)
        words = words_of(draft.settings)
        document, first = prepared(
            draft.document, words, clean=asked.clean, renumber=asked.renumber, tell=self._remark
        )
        fixed = fix(document, self._linter, suggested=asked.suggested, refuses=refuses, first=first)
        self._session.trouble = fixed.lint.trouble
        data = self._rendered(fixed)
        result = self._delivered(fixed, data)
        report = self._report(data, fixed)
        for refused in fixed.refused:
            self._remark(f"not repaired: {refused.diagnostic.message} The reason: {refused.reason}.")
        if fixed.made and result is None:
            self._remark(f"{count(len(fixed.made), 'repair')} made")
        return Repaired(report, result)

    def left(self, reason: str) -> Repaired:
        """Say why the draft is left as it is, and report what there is to repair."""
        self._remark(f"not repaired: {reason}")
        return Repaired(self._report(self._draft.data), None)

    def _remark(self, text: str) -> None:
        """Say something of the draft, once."""
        said = f"{self._draft.path}: {text}"
        if said not in self._session.remarks:
            self._session.remarks.append(said)

    def _rendered(self, fixed: Fixed) -> bytes:
        from linter.fixing import rendered

        if _is_word(self._draft) and (fixed.changes or fixed.refused):
            return rendered(fixed, self._linter, self._word_writer(fixed))
        untouched = not fixed.changes and fixed.document.source == self._draft.document.source
        return self._draft.data if untouched else rendered(fixed, self._linter)

    def _word_writer(self, fixed: Fixed) -> Render:
        """Writes tracked changes, with a comment for each that the file does not allow; or plain edits."""
        from linter.cli.remarks import refused
        from linter.writers.docx import render

        mode: Mode = "direct" if self._asked.accept else "tracked"
        comments = () if self._asked.accept else refused(fixed)
        settings = self._draft.settings
        return partial(render, mode=mode, author=settings.author, date=moment(settings), comments=comments)

    def _delivered(self, fixed: Fixed, data: bytes) -> str | bytes | None:
        """Write the repaired draft where it belongs; what belongs on standard output is given back."""
        if self._asked.diff:
            return _difference(self._draft, fixed, data)
        if self._asked.output is not None:
            spared = (self._draft.path,) if _is_word(self._draft) else ()
            write(data, self._asked.output, drafts=spared)
        elif self._draft.from_stdin:
            return data
        elif data != self._draft.data:
            self._write(data)
        return None

    def _write(self, data: bytes) -> None:
        path = Path(self._draft.path)
        if _is_word(self._draft):
            copy = write_copy(reviewed_path(path), data, self._draft.data, force=self._asked.force)
            self._remark(f"the repaired draft is {copy}")
        else:
            replace_file(path, data, expected=self._draft.data)

    def _report(self, data: bytes, fixed: Fixed | None = None) -> FileReport:
        """What the rules find in the draft as it was written; places in Word are those of the paragraphs."""
        from linter.engine.report import file_report
        from linter.readers import read

        if fixed is not None and (data == self._draft.data or _is_word(self._draft)):
            return file_report(fixed.lint, whole=self._asked.whole)
        lint = self._linter.lint(read(self._draft.path, data))
        self._session.trouble = self._session.trouble or lint.trouble
        return file_report(lint, whole=self._asked.whole)


def _is_word(draft: Draft) -> bool:
    return draft.document.source.format == "docx"


def _difference(draft: Draft, fixed: Fixed, data: bytes) -> str:
    """A unified diff from the draft to its repaired text; of Word, of both as Markdown."""
    from difflib import unified_diff

    source = draft.document.source
    before, after = source.text, ""
    if _is_word(draft):
        from linter.writers.as_markdown import to_markdown

        before, after = to_markdown(fixed.document), to_markdown(fixed.composed)
    else:
        after = data.decode(source.encoding)
    lines = unified_diff(_lines(before), _lines(after), f"a/{draft.path}", f"b/{draft.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> Sequence[str]:
    """Lines with their ends; only a line feed ends one, as in ``diff`` and ``patch``."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + (
        [last] if (last := text.rsplit("\n", 1)[-1]) else []
    )
