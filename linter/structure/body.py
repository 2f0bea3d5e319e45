"""What stands below the organ line: preamble, operative part, adoption, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from linter.model.fold import fold
from linter.model.resolution import Opening, Role
from linter.model.vocabulary import OpeningRole
from linter.structure import adoption
from linter.structure.furniture import is_furniture
from linter.structure.labels import Label
from linter.structure.labels import parse as parse_label
from linter.structure.lines import Line
from linter.structure.openings import plausible
from linter.structure.parts import is_annex

Phase = Literal["preamble", "operative", "after", "annex"]
ROLES = frozenset(get_args(Role))
_NOTE = re.compile(
    r"\*{1,3} (?:[A-Z].*\.$|See )"
    r"|\d{1,3}/?\s+(?:See\b|Ibid\b|Voir\b|(?:Official Records|Resolution \d|Proc[èe]s-verbaux|United Nations, Treaty)|[A-Z]{1,6}/\S*\d)"
)
_DASH = re.compile(r"[-–—•·*▪◦]\s*\S")
_ROMAN_HEADING = re.compile(r"(?:[IVXL]+|[A-Z]|\d{1,2})\.?")
_DECLARES = re.compile(
    r"\b(?:adopts?|proclaims?|endorses?|approves?|declares?|agrees)\b[^;]{0,300}"
    r"\b(?:following|follows|declaration|below)\b[^;]{0,150}:$|\bresolves that:$",
    re.IGNORECASE,
)
_LONGEST_HEADING = 320
_LONGEST_WITH_COLON = 70


@dataclass(slots=True)
class Draft:
    """What is known of one line before ordinals and parts are counted."""

    role: Role
    label: str = ""
    level: int = 0
    parent: int | None = None
    opening: Opening | None = None
    declaration: bool = False


class Body:
    """Reads the lines of one resolution in order."""

    def __init__(self, *, amends: bool = False) -> None:
        self.amends = amends
        self.phase: Phase = "preamble"
        self.paragraph: int | None = None
        self.stack: list[tuple[str, int]] = []
        self.last_label = ""
        self.colon = False
        self.declaration = False
        self.inside = False
        self.outer_number = 0
        self.adoption: Literal["adoption", "vote", ""] = ""

    def read(self, lines: Sequence[Line]) -> list[Draft]:
        """The role of each of ``lines``; parents are indexes of blocks."""
        following = (*lines[1:], None)
        return [
            self._one(seen, seen.block.index, after) for seen, after in zip(lines, following, strict=False)
        ]

    def _one(self, seen: Line, index: int, following: Line | None) -> Draft:
        if seen.block.hint in ROLES:
            return self._hinted(seen, index)
        if self.phase == "annex":
            return Draft("annex")
        if seen.block.kind == "cell":
            return Draft("other")
        if is_annex(seen):
            self.phase = "annex"
            return Draft("annex")
        if not seen.text or (seen.label is None and is_furniture(seen.text) and not _is_roman(seen.text)):
            return Draft("other")
        closing = self._closing(seen)
        if closing is not None:
            return closing
        if _NOTE.match(seen.text) and (seen.label is None or seen.label.kind == "bullet"):
            return Draft("footnote", seen.text.split()[0])
        if seen.label is not None:
            return self._labelled(seen, seen.label, index)
        return self._plain(seen, index, following)

    def _hinted(self, seen: Line, index: int) -> Draft:
        """A role that the source itself states."""
        role: Role = seen.block.hint  # type: ignore[assignment]
        if role == "preambular":
            return self._preambular(seen, index)
        if role == "operative":
            return self._operative(seen, seen.label, index)
        if role == "subparagraph":
            return self._subparagraph(seen, seen.label, index)
        if role == "annex":
            self.phase = "annex"
        if role == "heading":
            self.stack.clear()
            return Draft("heading", level=max(seen.block.level, 1))
        return Draft(role)

    def _closing(self, seen: Line) -> Draft | None:
        """Adoption and vote; None while the operative part goes on."""
        if seen.label is not None and seen.label.kind != "bullet":
            return None
        role = adoption.classify(seen.text, self.adoption)
        if self.adoption == "vote" and role == "vote" and self._vote_is_over(seen):
            role = ""
        if not role:
            return None
        if self.phase == "preamble" and self.paragraph is None:
            return None
        self.phase = "after"
        self.adoption = "" if role == "vote" and seen.text.rstrip(".*").endswith("]") else role
        return Draft(role)

    def _vote_is_over(self, seen: Line) -> bool:
        return seen.block.kind == "heading" or (seen.opening("operative") is not None and seen.stop == ";")

    def _labelled(self, seen: Line, label: Label, index: int) -> Draft:
        if label.kind == "pp":
            return self._preambular(seen, index, label.name)
        if label.kind == "op":
            return self._operative(seen, label, index)
        if self.amends and not seen.known("operative") and not seen.known("preambular"):
            return Draft("other", label.name)
        if label.kind == "number":
            return self._numbered(seen, label, index)
        if (
            label.kind in ("roman-stop", "letter-stop")
            and not seen.stop
            and len(seen.text) <= _LONGEST_HEADING
        ):
            return self._heading(seen)
        if self.paragraph is None:
            return self._without_paragraph(seen, index)
        return self._subparagraph(seen, label, index)

    def _without_paragraph(self, seen: Line, index: int) -> Draft:
        if seen.opening("preambular") is not None:
            return self._preambular(seen, index)
        return Draft("other")

    def _numbered(self, seen: Line, label: Label, index: int) -> Draft:
        if self.phase == "after":
            return self._numbered_after(seen, label, index)
        if not seen.stop and (seen.block.kind == "heading" or self._heads(seen)):
            return self._heading(seen)
        if self.phase == "preamble" and seen.stop in (",", ""):
            if seen.known("preambular"):
                return self._preambular(seen, index, label.name)
        if self._is_item(seen, label):
            return self._subparagraph(seen, label, index)
        return self._operative(seen, label, index)

    def _is_item(self, seen: Line, label: Label) -> bool:
        """Whether a number belongs to a list within a paragraph and not to the paragraphs."""
        if self.declaration or self.paragraph is None or seen.known("operative"):
            return False
        within = any(kind == "number" for kind, _ in self.stack)
        return within or (label.value == 1 and self.colon and self.outer_number > 0)

    def _heads(self, seen: Line) -> bool:
        """Whether a numbered line without a stop is a heading and not a paragraph that lost its stop."""
        return (
            len(seen.text) < _LONGEST_HEADING
            and not seen.known("operative")
            and not seen.known("preambular")
            and not seen.block.marks
        )

    def _numbered_after(self, seen: Line, label: Label, index: int) -> Draft:
        """A paragraph after the adoption is a note that was not recognised, unless it opens as one."""
        if not seen.known("operative"):
            return Draft("other")
        self.phase = "operative"
        return self._operative(seen, label, index)

    def _plain(self, seen: Line, index: int, following: Line | None) -> Draft:
        if self.phase == "after" or (
            self.amends and not _known(seen, "preambular") and not _known(seen, "operative")
        ):
            return Draft("other")
        if self._is_heading(seen, following):
            return self._heading(seen)
        if _DASH.match(seen.text) and self.paragraph is not None:
            return self._subparagraph(seen, None, index)
        if self.phase == "preamble":
            return self._in_preamble(seen, index)
        return self._in_operative(seen, index)

    def _is_heading(self, seen: Line, following: Line | None) -> bool:
        if _is_roman(seen.text):
            return True
        if seen.stop == ":" and len(seen.text) <= _LONGEST_WITH_COLON and _numbers(following):
            return not seen.known("operative") and not seen.known("preambular")
        if seen.stop in (",", ";", ":", ".") or len(seen.text) > _LONGEST_HEADING:
            return False
        if seen.block.kind == "heading":
            return True
        if _known(seen, "preambular" if self.phase == "preamble" else "operative"):
            return _all_italic(seen) and not seen.known("preambular") and not seen.known("operative")
        if following is None or not seen.text[:1].isupper():
            return False
        if self.declaration:
            return True
        if self.colon or self.stack:
            return following.label is not None
        return True

    def _in_preamble(self, seen: Line, index: int) -> Draft:
        if self.colon and self.paragraph is not None and not _known(seen, "preambular"):
            if not seen.known("operative"):
                return self._subparagraph(seen, None, index)
        if self.paragraph is None and _speaks(seen):
            return self._operative(seen, None, index)
        preambular = seen.opening("preambular")
        if seen.stop in (",", ""):
            return self._preambular(seen, index)
        operative = seen.opening("operative")
        if operative is not None and (operative.known or preambular is None):
            return self._operative(seen, None, index)
        if preambular is not None or seen.stop == ":":
            return self._preambular(seen, index)
        return Draft("other")

    def _in_operative(self, seen: Line, index: int) -> Draft:
        if self.declaration and not (seen.known("preambular") and seen.stop == ","):
            return self._subparagraph(seen, None, index) if self.colon else self._operative(seen, None, index)
        if _known(seen, "preambular") and seen.stop in (",", "") and not self.colon:
            return self._preambular(seen, index)
        if _known(seen, "operative") and (not self.colon or seen.block.marks):
            return self._operative(seen, None, index)
        if self.colon or self.stack:
            return self._subparagraph(seen, None, index)
        if seen.opening("operative") is not None and seen.stop in (";", ".", ":"):
            return self._operative(seen, None, index)
        if self.paragraph is not None and seen.text[:1].islower():
            return self._subparagraph(seen, None, index)
        return Draft("other")

    def _heading(self, seen: Line) -> Draft:
        self.stack.clear()
        self.colon = False
        return Draft("heading", label=seen.label.name if seen.label else "", level=max(seen.block.level, 1))

    def _preambular(self, seen: Line, index: int, label: str = "") -> Draft:
        self.declaration = False
        self._start(seen, index)
        opening = seen.opening("preambular") or _of_other_role(seen)
        return Draft("preambular", label, 1, opening=opening)

    def _operative(self, seen: Line, label: Label | None, index: int) -> Draft:
        self.phase = "operative"
        opening = seen.opening("operative") or _of_other_role(seen)
        if (
            self.declaration
            and label is not None
            and label.value == self.outer_number + 1
            and opening
            and opening.known
        ):
            self.declaration = False
        inside = self.inside = self.declaration
        self._start(seen, index)
        if not inside:
            self.outer_number = label.value if label else self.outer_number
            self.declaration = bool(_DECLARES.search(seen.text[-600:])) and seen.stop == ":"
        name = label.name if label else ""
        return Draft("operative", name, 1, opening=None if inside else opening, declaration=inside)

    def _start(self, seen: Line, index: int) -> None:
        self.paragraph = index
        self.stack.clear()
        self.last_label = ""
        self.colon = seen.stop == ":"

    def _subparagraph(self, seen: Line, label: Label | None, index: int) -> Draft:
        if label is not None and seen.label_text:
            label = parse_label(seen.label_text, self._last_of("letter")) or label
        kind = label.kind if label else ("dash" if _DASH.match(seen.text) else "plain")
        kinds = [kept for kept, _ in self.stack]
        if kind in kinds:
            del self.stack[kinds.index(kind) :]
        parent = self.stack[-1][1] if self.stack else self.paragraph
        self.stack.append((kind, index))
        if kind == "letter":
            self.last_label = seen.label_text
        self.colon = seen.stop == ":"
        return Draft(
            "subparagraph",
            label.name if label else "",
            1 + len(self.stack),
            parent,
            declaration=self.inside or (self.declaration and label is None),
        )

    def _last_of(self, kind: str) -> str:
        return self.last_label if any(kept == kind for kept, _ in self.stack) else ""


def _speaks(seen: Line) -> bool:
    """Whether a decision begins, with the organ as its subject: "The General Assembly, recalling …, decides"."""
    return any(seen.head.startswith(f"the {fold(organ.name)}") for organ in seen.vocabulary.organs)


def _numbers(following: Line | None) -> bool:
    return following is not None and following.label is not None and following.label.kind == "number"


def _known(seen: Line, role: OpeningRole) -> bool:
    """Whether a phrase of the table opens the line, or one in italics that has the form of such."""
    opening = seen.opening(role)
    return opening is not None and (opening.known or (bool(seen.block.marks) and plausible(opening, role)))


def _of_other_role(seen: Line) -> Opening | None:
    """The phrase of a paragraph that opens as the other kind does ("5. Recalling …"): it is not known here."""
    roles: tuple[OpeningRole, ...] = ("preambular", "operative")
    found = next(
        (opening for role in roles if (opening := seen.opening(role)) is not None and opening.known), None
    )
    return replace(found, known=False) if found else None


def _is_roman(text: str) -> bool:
    return bool(_ROMAN_HEADING.fullmatch(text)) and not text[0].isdigit()


def _all_italic(seen: Line) -> bool:
    return any(
        mark.style in ("italic", "bold") and mark.start == 0 and mark.end >= len(seen.text)
        for mark in seen.block.marks
    )
