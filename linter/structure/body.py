"""What stands below the organ line: preamble, operative part, adoption, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from linter.model.resolution import Opening, Role
from linter.model.values import dataclass
from linter.structure import adoption
from linter.structure.furniture import is_furniture
from linter.structure.items import Items
from linter.structure.labels import Label
from linter.structure.lines import Line
from linter.structure.masthead import fixed_role
from linter.structure.parts import is_annex
from linter.structure.signs import (
    all_italic,
    declares,
    explains_abbreviations,
    explains_table,
    heads_list,
    heads_rule,
    in_table,
    is_bare_heading,
    is_dash,
    is_lettered_heading,
    is_note,
    is_numeral,
    is_short,
    numbered,
    opening_of,
    opens,
    speaks,
)

Phase = Literal["preamble", "operative", "after", "annex"]
ROLES: tuple[Role, ...] = get_args(Role)
OUTRIGHT = "!"  # behind a role that the source does not only imply


@dataclass(slots=True)
class Draft:
    """What is known of one line before ordinals and parts are counted."""

    role: Role
    label: str = ""
    level: int = 0
    parent: int | None = None
    opening: Opening | None = None
    declaration: bool = False


def hinted(seen: Line) -> Role | None:
    """The role that the source itself states, or None."""
    hint = seen.block.hint.removesuffix(OUTRIGHT)
    return next((role for role in ROLES if role == hint), None) if hint else None


class Body:
    """Reads the lines of one resolution in order.

    ``declares`` is true from a paragraph that adopts a declaration to the next paragraph of the resolution
    itself; ``within`` while the last paragraph is one of the declaration. ``told`` is true after a decision
    that was told in prose and ended: what has a heading of its own then is what the decision approves.
    """

    def __init__(self) -> None:
        self.phase: Phase = "preamble"
        self.paragraph: int | None = None
        self.items = Items()
        self.colon = False
        self.declares = False
        self.within = False
        self.number = 0
        self.closing: Literal["adoption", "vote", ""] = ""
        self.told = False

    def read(self, lines: Sequence[Line]) -> list[Draft]:
        """The role of each of ``lines``; parents are indexes of blocks."""
        following = (*lines[1:], None)
        return [self._one(seen, after) for seen, after in zip(lines, following, strict=False)]

    def _one(self, seen: Line, following: Line | None) -> Draft:
        stated = hinted(seen)
        if stated is not None and seen.block.hint.endswith(OUTRIGHT):
            return self._outright(seen, stated)
        if stated == "operative" and explains_table(seen):
            return Draft("other")
        if stated is not None:
            return self._stated(seen, stated)
        aside = self._aside(seen) or self._closing(seen)
        if aside is not None:
            return aside
        if seen.label is not None:
            return self._labelled(seen, seen.label, following)
        return self._plain(seen, following)

    def _stated(self, seen: Line, role: Role) -> Draft:
        """A role that markup states, which is not always right."""
        if role == "preambular" and is_bare_heading(seen):
            return self._heading(seen)
        if role == "operative" and self._is_quoted(seen):
            return self._subparagraph(seen)
        if role == "operative" and seen.label is None:
            early = self.phase == "preamble" and seen.known("preambular") and seen.stop == ","
            return self._outright(seen, "preambular" if early else role)
        if role == "operative" and is_lettered_heading(seen):
            return self._heading(seen)
        if role == "subparagraph" and self.phase == "annex":
            return Draft("annex")
        if role == "subparagraph" and self.phase == "preamble" and numbered(seen) and seen.known("operative"):
            return self._operative(seen, seen.label)
        return self._outright(seen, role)

    def _is_quoted(self, seen: Line) -> bool:
        """Whether these are the new words of a paragraph that "shall be replaced by the following:"."""
        return self.phase == "operative" and self.colon and seen.label is None and seen.opens_quote

    def _outright(self, seen: Line, role: Role) -> Draft:
        """A role that is taken as it is stated."""
        name = seen.label.name if seen.label else ""
        if role == "preambular":
            counted = seen.label is not None and seen.label.kind in ("number", "pp")
            return self._preambular(seen, name if counted else "")
        if role == "operative":
            return self._operative(seen, seen.label)
        if role == "subparagraph":
            return self._subparagraph(seen)
        if role == "heading":
            return self._heading(seen)
        if role == "annex":
            self.phase = "annex"
        if role == "footnote" and is_note(seen):
            return Draft(role, seen.text.split()[0])
        return Draft(role)

    def _aside(self, seen: Line) -> Draft | None:
        """Annexes, tables, furniture, and notes that the reader took for paragraphs; None for all else."""
        if self.phase != "annex" and (is_annex(seen) or self._is_appended(seen)):
            self.phase = "annex"
        if self.phase == "annex":
            return Draft("annex")
        bare = seen.label is None and not is_numeral(seen.text) and is_furniture(seen.text)
        if seen.block.kind == "cell" or not seen.text or bare or explains_abbreviations(seen):
            return Draft("other")
        return Draft("footnote", seen.text.split()[0]) if is_note(seen) else None

    def _is_appended(self, seen: Line) -> bool:
        """Whether a heading after the adoption begins what is annexed without saying so, as tables are."""
        return self.phase == "after" and seen.block.kind == "heading" and fixed_role(seen) == "other"

    def _closing(self, seen: Line) -> Draft | None:
        """Adoption and vote; None while the operative part goes on."""
        if seen.label is not None and seen.label.kind != "bullet":
            return None
        role = adoption.classify(seen.text, self.closing)
        if not role or (self.phase == "preamble" and self.paragraph is None):
            return None
        if self.closing == "vote" == role and seen.block.kind == "heading":
            return None
        self.phase = "after"
        self.closing = "" if role == "vote" and adoption.vote_ends(seen.text) else role
        return Draft(role)

    def _labelled(self, seen: Line, label: Label, following: Line | None) -> Draft:
        if label.kind == "pp":
            return self._preambular(seen, label.name)
        if label.kind == "op":
            return self._operative(seen, label)
        if label.kind == "number":
            return self._numbered(seen, label)
        if label.kind == "point" and label.value == self.number + 1 and seen.known("operative"):
            return self._operative(seen, label)
        if is_short(seen) and (
            label.kind in ("roman-stop", "letter-stop") or self._stands_between(following)
        ):
            return self._heading(seen)
        if self.paragraph is not None:
            return self._subparagraph(seen)
        return self._preambular(seen) if seen.opening("preambular") is not None else Draft("other")

    def _stands_between(self, following: Line | None) -> bool:
        """Whether a lettered line stands between two paragraphs, as a heading ("(ii) Exceptions")."""
        if self.items or self.colon or following is None:
            return False
        return numbered(following) and opens(following, "operative")

    def _numbered(self, seen: Line, label: Label) -> Draft:
        if self.phase == "after" and not seen.known("operative"):
            return Draft("other")  # a note that was not recognised
        if is_short(seen) and (seen.block.kind == "heading" or not (in_table(seen) or seen.block.marks)):
            return self._heading(seen)
        if self.phase == "preamble" and seen.stop in (",", "") and seen.known("preambular"):
            return self._preambular(seen, label.name)
        return self._subparagraph(seen) if self._is_item(seen, label) else self._operative(seen, label)

    def _is_item(self, seen: Line, label: Label) -> bool:
        """Whether a number belongs to a list within a paragraph and not to the paragraphs."""
        if self.declares or self.paragraph is None or seen.known("operative"):
            return False
        return self.items.has("number") or (label.value == 1 and self.colon and self.number > 0)

    def _plain(self, seen: Line, following: Line | None) -> Draft:
        if self.phase == "after":
            return Draft("other")
        if self._is_heading(seen, following):
            if self.told:
                self.phase, self.paragraph = "after", None
            return self._heading(seen)
        if is_dash(seen) and self.paragraph is not None:
            return self._subparagraph(seen)
        return self._in_preamble(seen) if self.phase == "preamble" else self._in_operative(seen)

    def _is_heading(self, seen: Line, following: Line | None) -> bool:
        if is_numeral(seen.text) or heads_list(seen, following):
            return True
        if not is_short(seen):
            return False
        if seen.block.kind == "heading":
            return True
        if opens(seen, "preambular" if self.phase == "preamble" else "operative"):
            return all_italic(seen) and not in_table(seen)
        if following is None or not seen.text[:1].isupper():
            return False
        in_list = not self.declares and (self.colon or bool(self.items))
        return following.label is not None if in_list else True

    def _in_preamble(self, seen: Line) -> Draft:
        displayed = self.colon and self.paragraph is not None
        if displayed and not opens(seen, "preambular") and not seen.known("operative"):
            return self._subparagraph(seen)
        if self.paragraph is None and speaks(seen):
            return self._operative(seen, None)
        if seen.stop in (",", ""):
            return self._preambular(seen)
        preambular, operative = seen.opening("preambular"), seen.opening("operative")
        if operative is not None and (operative.known or preambular is None):
            return self._operative(seen, None)
        return self._preambular(seen) if preambular is not None or seen.stop == ":" else Draft("other")

    def _in_operative(self, seen: Line) -> Draft:
        new_preamble = opens(seen, "preambular") and seen.stop in (",", "") and not self.colon
        if new_preamble and (not self.declares or seen.known("preambular")):
            return self._preambular(seen)
        if self.declares:
            return self._subparagraph(seen) if self.colon else self._operative(seen, None)
        displayed = self.colon and (self._is_quoted(seen) or not seen.block.marks)
        if opens(seen, "operative") and not displayed:
            return self._operative(seen, None)
        if self.colon or self.items:
            return self._subparagraph(seen)
        if seen.opening("operative") is not None and seen.stop:
            return self._operative(seen, None)
        goes_on = self.paragraph is not None and seen.text[:1].islower()
        return self._subparagraph(seen) if goes_on else Draft("other")

    def _heading(self, seen: Line) -> Draft:
        self.items.close()
        self.colon = False
        if self.phase == "operative" and heads_rule(seen):
            self.declares = self.within = True
        return Draft("heading", seen.label.name if seen.label else "", max(seen.block.level, 1))

    def _preambular(self, seen: Line, label: str = "") -> Draft:
        self.declares = self.within = False
        self._start(seen)
        return Draft("preambular", label, 1, opening=opening_of(seen, "preambular"))

    def _operative(self, seen: Line, label: Label | None) -> Draft:
        self.phase = "operative"
        if label is not None and 0 < label.value <= self.number and not opens(seen, "operative"):
            return Draft("operative", label.name, 1, declaration=True)  # the words of a rule that is amended
        self.told = label is None and seen.stop == "." and speaks(seen)
        if label is not None and label.value == self.number + 1 and seen.known("operative"):
            self.declares = False
        self.within = self.declares
        self._start(seen)
        name = label.name if label else ""
        if self.within:
            return Draft("operative", name, 1, declaration=True)
        self.number = label.value if label else self.number
        self.declares = declares(seen)
        return Draft("operative", name, 1, opening=opening_of(seen, "operative"))

    def _start(self, seen: Line) -> None:
        self.paragraph = seen.block.index
        self.items.close()
        self.colon = seen.stop == ":"

    def _subparagraph(self, seen: Line) -> Draft:
        name, level, parent = self.items.take(seen, seen.block.index, self.paragraph)
        self.colon = seen.stop == ":"
        declared = self.within or (self.declares and not name)
        return Draft("subparagraph", name, level, parent, declaration=declared)
