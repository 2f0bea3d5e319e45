"""What stands in an amendment: what it asks for, and the paragraphs that it shows in full."""

from __future__ import annotations

from linter.model.resolution import Role
from linter.model.vocabulary import OpeningRole
from linter.structure.amendments import shows
from linter.structure.body import Body, Draft
from linter.structure.labels import Label
from linter.structure.lines import Line
from linter.structure.signs import in_table, numbered, opens


class AmendmentBody(Body):
    """Reads the lines of an amendment in order.

    ``shown`` is the part of the draft to which the paragraphs belong that the last instruction announced.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: OpeningRole | None = None

    def _outright(self, seen: Line, role: Role) -> Draft:
        if role == "other" and not in_table(seen):
            return self._instruction(seen)
        return super()._outright(seen, role)

    def _labelled(self, seen: Line, label: Label, following: Line | None) -> Draft:
        if label.kind in ("pp", "op"):
            return super()._labelled(seen, label, following)
        if (self.colon or self.items) and not numbered(seen):
            return self._subparagraph(seen)
        if self.shown and _is_paragraph(seen):
            return self._announced(seen, label, self.shown)
        return super()._labelled(seen, label, following) if in_table(seen) else self._instruction(seen)

    def _plain(self, seen: Line, following: Line | None) -> Draft:
        if not _is_paragraph(seen):
            return self._instruction(seen)
        if self.shown:
            return self._announced(seen, None, self.shown)
        return super()._plain(seen, following)

    def _announced(self, seen: Line, label: Label | None, shown: OpeningRole) -> Draft:
        if shown == "operative":
            return self._operative(seen, label)
        return self._preambular(seen, label.name if label else "")

    def _instruction(self, seen: Line) -> Draft:
        self.shown = shows(seen.text)
        self.paragraph = None
        self.items.close()
        self.colon = False
        return Draft("other", seen.label.name if seen.label else "")


def _is_paragraph(seen: Line) -> bool:
    return opens(seen, "preambular") or opens(seen, "operative")
