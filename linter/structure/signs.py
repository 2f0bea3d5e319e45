"""What single lines of a body look like: headings, items, notes, declarations, decisions."""

from __future__ import annotations

import re

from linter.model.fold import fold
from linter.model.resolution import Opening
from linter.model.values import replace
from linter.model.vocabulary import OpeningRole
from linter.structure.lines import Line
from linter.structure.openings import plausible

_NOTE = re.compile(
    r"\*{1,3} (?:[A-Z].*\.$|See )"
    r"|\d{1,3}/?\s+(?:See\b|Ibid\b|Voir\b|Official Records|Resolution \d|Proc[èe]s-verbaux"
    r"|United Nations, Treaty|[A-Z]{1,6}/\S*\d)"
)
_DASH = re.compile(r"[-–—•·*▪◦]\s*\S")
_NUMERAL = re.compile(r"(?:[IVXL]+|[A-Z])\.?")
_DECLARES = re.compile(
    r"\b(?:adopts?|proclaims?|declares?|agrees)\b[^;]{0,300}\b(?:following|follows|declaration|below)\b[^;]{0,150}:$"
    r"|\b(?:endorses?|approves?)\b[^;]{0,300}\bdeclaration\b[^;]{0,150}:$|\bresolves that(?:, [^;:]{,80})?:$",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[A-Z][a-z]+ )?(?:[Aa]rticle|[Rr]ule|[Rr]egulation) \d[\d.]*(?: [a-z]+)?")
_LONGEST_DECLARING = 600
_LONGEST_HEADING = 320
_LONGEST_WITH_COLON = 70


def is_note(seen: Line) -> bool:
    """Whether a footnote stands here as a paragraph ("6 See A/53/6.", "* Any changes …")."""
    return (seen.label is None or seen.label.kind == "bullet") and bool(_NOTE.match(seen.text))


def is_dash(seen: Line) -> bool:
    """Whether a dash or bullet begins the words."""
    return bool(_DASH.match(seen.text))


def is_numeral(text: str) -> bool:
    """Whether a roman numeral or a letter stands alone, as the heading of a section does."""
    return bool(_NUMERAL.fullmatch(text))


def is_short(seen: Line) -> bool:
    """Whether a line without a stop is no longer than headings are."""
    return not seen.stop and len(seen.text) <= _LONGEST_HEADING


def all_italic(seen: Line) -> bool:
    """Whether the whole line is italic or bold."""
    return any(
        mark.style in ("italic", "bold") and mark.start == 0 and mark.end >= len(seen.text)
        for mark in seen.block.marks
    )


def numbered(seen: Line | None) -> bool:
    """Whether a line is there and has a number."""
    return seen is not None and seen.label is not None and seen.label.kind == "number"


def in_table(seen: Line) -> bool:
    """Whether the line opens with a phrase of the table, of either role."""
    return seen.known("operative") or seen.known("preambular")


def opens(seen: Line, role: OpeningRole) -> bool:
    """Whether a phrase of the table opens the line, or one in italics that has the form of such."""
    opening = seen.opening(role)
    return opening is not None and (opening.known or (bool(seen.block.marks) and plausible(opening, role)))


def opening_of(seen: Line, role: OpeningRole) -> Opening | None:
    """The opening phrase; one of the other role ("5. Recalling …") counts as not known."""
    own = seen.opening(role)
    other: OpeningRole = "operative" if role == "preambular" else "preambular"
    foreign = seen.opening(other) if own is None and seen.known(other) else None
    return replace(foreign, known=False) if foreign is not None else own


def declares(seen: Line) -> bool:
    """Whether the text of a declaration follows ("Adopts the following declaration:", "Resolves that:")."""
    return seen.stop == ":" and bool(_DECLARES.search(seen.text[-_LONGEST_DECLARING:]))


def speaks(seen: Line) -> bool:
    """Whether a decision begins, the organ its subject: "The General Assembly, recalling …, decides"."""
    return any(seen.head.startswith(f"the {fold(organ.name)}") for organ in seen.vocabulary.organs)


def heads_list(seen: Line, following: Line | None) -> bool:
    """Whether a short line with a colon stands above a numbered paragraph ("Reporting:")."""
    short = seen.stop == ":" and len(seen.text) <= _LONGEST_WITH_COLON
    return short and numbered(following) and not in_table(seen)


def heads_rule(seen: Line) -> bool:
    """Whether a rule is quoted below ("Article 10", "Staff regulation 3.2")."""
    return bool(_RULE.fullmatch(seen.text))


def explains_table(seen: Line) -> bool:
    """Whether the words explain abbreviations or marks of a table above ("a From extrabudgetary funds.")."""
    return explains_abbreviations(seen) or (seen.label is None and bool(re.match(r"[a-z] [A-Z]", seen.text)))


def explains_abbreviations(seen: Line) -> bool:
    """Whether the words explain abbreviations of a table above, which only a table needs."""
    return seen.label is None and seen.text.startswith(("Abbreviations:", "Abbreviation:"))


def is_lettered_heading(seen: Line) -> bool:
    """Whether markup has a heading such as "A. Salary scale" among the numbered paragraphs."""
    return seen.label is not None and seen.label_text[:1].isupper() and is_short(seen)


def is_bare_heading(seen: Line) -> bool:
    """Whether markup has a heading such as "Humanitarian situation" among the paragraphs of a preamble."""
    return is_short(seen) and seen.opening("preambular") is None and seen.text[:1].isupper()
