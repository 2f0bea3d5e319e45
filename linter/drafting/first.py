"""What is asked for before the rules have a say: a clean text, numbers in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.fixing.rounds import First
from linter.model.diagnostic import Diagnostic, Edit, Fix
from linter.model.document import Document
from linter.model.resolution import Resolution
from linter.model.values import replace
from linter.model.vocabulary import Vocabulary


def prepared(
    document: Document,
    vocabulary: Vocabulary,
    *,
    clean: bool,
    renumber: bool,
    tell: Callable[[str], None],
) -> tuple[Document, First | None]:
    """The draft to repair, with its notes in order if asked, and what ``fix`` is to make first.

    ``tell`` is given what a person has to decide, perhaps more than once.
    """
    notes: dict[str, str] = {}
    if renumber:
        from linter.drafting.notes import left_as_they_are, order_notes

        document, notes = order_notes(document)
        if reason := left_as_they_are(document):
            tell(reason)

    def first(resolution: Resolution) -> Diagnostic | None:
        found: list[Diagnostic | None] = []
        if clean:
            from linter.drafting import clean as cleaning

            cleaned = cleaning.clean(resolution, vocabulary)
            found.append(cleaned.found)
            _each(tell, cleaned.doubts)
        if renumber:
            from linter.drafting import renumber as renumbering

            numbered = renumbering.renumber(resolution, vocabulary, notes)
            found.append(numbered.found)
            _each(tell, numbered.doubts)
        return _together([one for one in found if one is not None])

    return document, first if clean or renumber else None


def _each(tell: Callable[[str], None], doubts: Sequence[str]) -> None:
    for doubt in doubts:
        tell(doubt)


def _together(asked: Sequence[Diagnostic]) -> Diagnostic | None:
    """Several requests as one; in a block that two want to change, the first is made."""
    if not asked:
        return None
    edits: list[Edit] = []
    for one in asked:
        taken = {edit.block for edit in edits}
        edits += [edit for edit in (one.fix.edits if one.fix else ()) if edit.block not in taken]
    return replace(asked[0], fix=Fix(asked[0].message, tuple(edits), "safe"))
