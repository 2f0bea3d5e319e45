"""``--diff-base``: what changed in a draft since a revision of git, by lines or, in Word, by paragraphs."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Hashable, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from pathlib import Path

from linter.cli.session import Draft, Session
from linter.model.document import Block, Document
from linter.model.errors import ConfigError, ReadError
from linter.model.report import FileReport, Where
from linter.model.values import dataclass, replace

_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_PAIRS = 20_000_000


@dataclass(frozen=True, slots=True)
class Changed:
    """The lines of a draft, or the blocks of one without lines, that a revision does not have."""

    lines: frozenset[int]
    blocks: frozenset[int]

    def holds(self, where: Where) -> bool:
        """Whether a place lies in what has changed."""
        if where.range is None:
            return where.block in self.blocks
        return any(line in self.lines for line in range(where.range.start.line, where.range.end.line + 1))


def only_changed(
    report: FileReport, document: Document, draft: Draft, session: Session, revision: str
) -> FileReport:
    """The report with only the findings that have a place in what changed since ``revision``.

    ``document`` is the one that was linted. Raises ConfigError where git knows no such revision.
    """
    changed = _changed(document, _as_it_was(draft, session, revision))
    kept = tuple(
        finding for finding in report.findings if any(map(changed.holds, (finding.where, *finding.related)))
    )
    return replace(report, findings=kept, unchanged=len(report.findings) - len(kept))


def _changed(now: Document, then: Document | None) -> Changed:
    if now.source.has_lines:
        before = _LINE_END.split(then.source.text) if then else []
        lines = _new(before, _LINE_END.split(now.source.text))
        return Changed(frozenset(line + 1 for line in lines), frozenset())
    blocks = _new([_seen(block) for block in then.blocks] if then else [], [_seen(b) for b in now.blocks])
    return Changed(frozenset(), frozenset(now.blocks[place].index for place in blocks))


def _seen(block: Block) -> Hashable:
    """What a reader sees of a paragraph, without the number that the format gives it."""
    label = block.label.text if block.label and not block.label.automatic else ""
    marks = tuple((mark.start, mark.end, mark.style) for mark in block.marks)
    return block.kind, label, block.text, marks, tuple(note.offset for note in block.notes)


def _new(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[int]:
    """The places in ``after`` of what does not stand there in ``before``.

    Of texts so long and so unlike that a comparison would take minutes, what stands nowhere in ``before``.
    """
    head = sum(1 for _ in takewhile(_alike, zip(before, after, strict=False)))
    room = min(len(before), len(after)) - head
    tails = zip(reversed(before), reversed(after), strict=False)
    tail = sum(1 for _ in islice(takewhile(_alike, tails), room))
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(old) * len(new) > _MOST_PAIRS:
        known = frozenset(old)
        return [head + place for place, one in enumerate(new) if one not in known]
    from difflib import SequenceMatcher

    steps = SequenceMatcher(None, old, new).get_opcodes()
    return [
        head + place for step, _, _, start, end in steps if step != "equal" for place in range(start, end)
    ]


def _alike(pair: tuple[Hashable, Hashable]) -> bool:
    return pair[0] == pair[1]


def _as_it_was(draft: Draft, session: Session, revision: str) -> Document | None:
    """The draft at a revision, read as the draft is; None where it was not there or was no draft."""
    from linter.readers import read

    path = Path(draft.path)
    path = path.parent.resolve() / path.name
    root = _repository(path.parent)
    commit = _commit(root, revision)
    name = _names_then(root, commit).get(path.relative_to(root).as_posix())
    if name is None:
        return None
    data = _git(root, "cat-file", "blob", f"{commit}:{name}")
    try:
        document = read(draft.path, data)
    except ReadError:
        return None
    if document.source.has_lines:
        return document
    return session.linter(draft.settings).recognise(document).document


@lru_cache(maxsize=64)
def _repository(folder: Path) -> Path:
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))).resolve()
    except subprocess.CalledProcessError as error:
        message = "--diff-base needs a repository of git, and this folder is in none"
        raise ConfigError(message, str(folder)) from error


@lru_cache(maxsize=64)
def _commit(root: Path, revision: str) -> str:
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except subprocess.CalledProcessError as error:
        raise ConfigError(
            f"git knows no revision “{revision}” here: give --diff-base another", str(root)
        ) from error
    return found.decode().strip()


@lru_cache(maxsize=64)
def _names_then(root: Path, commit: str) -> dict[str, str]:
    """The path that each file had at ``commit``, by its path now: its own, or the one it was moved from."""
    listing = _git(root, "ls-tree", "-r", "-z", "--name-only", commit).split(b"\0")
    names = {os.fsdecode(name): os.fsdecode(name) for name in listing if name}
    moved = _git(
        root, "diff", "--no-ext-diff", "--name-status", "--find-renames", "--diff-filter=R", "-z", commit
    )
    fields = iter(moved.split(b"\0"))
    for _ in fields:
        old, new = next(fields, b""), next(fields, b"")
        if new:
            names[os.fsdecode(new)] = os.fsdecode(old)
    return names


def _git(folder: Path, *args: str) -> bytes:
    command = ["git", "--no-optional-locks", "-C", str(folder), *args]
    try:
        return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
    except FileNotFoundError as error:
        raise ConfigError("--diff-base needs git, and there is no program of that name here") from error
