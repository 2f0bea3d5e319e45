"""Repairs and remarks written into a Word file, as an editor would: nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.changes import BlockChange, Refusal
from linter.model.document import Block, Document
from linter.ooxml.repack import repacked
from linter.writers.docx.comments import Comments, Remark
from linter.writers.docx.operations import Operations, operations
from linter.writers.docx.revise import Mode, Reviser
from linter.writers.docx.saving import contents, refuse_signed
from linter.writers.docx.survey import Survey, refusals, surveyed
from linter.writers.docx.wholewords import in_whole_words

__all__ = ["Mode", "Remark", "refusals", "render"]


def render(
    document: Document,
    changes: Sequence[BlockChange],
    *,
    mode: Mode = "tracked",
    author: str = "resolint",
    date: str = "",
    comments: Iterable[Remark] = (),
) -> bytes:
    """The Word file of ``document`` with ``changes`` made and ``comments`` added.

    "tracked" writes insertions, deletions and changes of style under ``author`` and ``date`` (ISO 8601
    with seconds, as Word writes it; "" for none), "direct" writes plain edits. Parts that do not change
    keep their bytes; without changes and new comments the result is the file itself. Raises Refusal for a
    change that cannot be made safely (``refusals`` tells beforehand), and WriteError for a file that
    must not be written.
    """
    survey = surveyed(document.source, author)
    refuse_signed(survey.package)
    reviser = Reviser(survey, mode, date)
    for change in changes:
        reviser.carry_out(_feasible(survey, document.blocks[change.block], change, mode))
    remarks = Comments(survey, reviser, date)
    remarks.add(document, comments)
    reviser.finish()
    roots = {part: survey.package.tree(part) for part in reviser.touched} | remarks.roots
    return repacked(survey.package, contents(survey.package, roots))


def _feasible(survey: Survey, block: Block, change: BlockChange, mode: Mode) -> Operations:
    """What a change comes to: tracked in whole words where that is possible. Raises Refusal."""
    tracked = mode == "tracked"
    if tracked:
        work = operations(block, in_whole_words(block, change))
        if survey.obstacle(work, tracked=True) is None:
            return work
    work = operations(block, change)
    reason = survey.obstacle(work, tracked=tracked)
    if reason is not None:
        raise Refusal(reason)
    return work
