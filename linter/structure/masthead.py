"""What stands above the organ line: symbol, session, agenda item, sponsors, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linter.model.fold import fold
from linter.model.resolution import Role, Stage
from linter.model.vocabulary import Vocabulary
from linter.structure.furniture import is_furniture
from linter.structure.lines import Line
from linter.structure.sessions import ordinal_value

SYMBOL = re.compile(
    r"(?<![A-Z/])(?<![a-z]/)(?:A|S|E|HSP|UNEP|TD|ST|CCPR|CRC)(?:/[A-Z0-9][A-Za-z0-9.()]*(?:-[A-Z0-9]+)*)+(?:\s?\(\d{4}\))?"
)
_AGENDA = re.compile(
    r"(?:agenda\s+)?items?\s+(?:\d+|\[)|points?\s+\d+.{0,20}ordre du jour|tema\s+\d+", re.IGNORECASE
)
_AGENDA_WITHIN = re.compile(r"\bsession\b.{0,80}\bAgenda items? \d")
_SPONSORS = re.compile(
    r":\s*\**\s*.{0,50}(?:draft\s+(?:resolution|decision)|amendments?\b|projet de r[ée]solution)"
    r"|^(?:revised\s+)?draft (?:resolution|decision)s? (?:submitted|proposed|recommended|prepared)\b"
    r"|^(?:submitted|proposed|introduced) by\b"
    r"|^(?:(?:main |co-?)?(?:sponsor|submitter|author)s?|signator(?:y|ies))\s*:",
    re.IGNORECASE,
)
_DECISION = re.compile(r"(?:revised )?draft (?:decision|resolution)s?(?:\s[IVX\d]+)?", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_LONGEST_SPONSORS = 3000
_FIXED = re.compile(
    r"distr\.|original\s*:|united nations$|nations unies$|resolutions? (?:and decisions? )?adopted"
    r"|decision adopted|adopted by|r[ée]solution(?:s)? adopt[ée]e|\["
    r"|(?:committee|forum)\s*:"
    r"|draft (?:resolution|decision)\s*(?:[ivx\d]+)?$|[\w-]+ special session|.{0,40}\bsession\b.{0,40}$"
    r"|(?:first|second|third|fourth|fifth|sixth) committee|\(fourth committee\)"
    r"|special political and decolonization|as adopted|provisional|limited$|general$|english|of \d"
    r"|(?:president’s statement|statement by the president)$|at (?:the|its) .{,250} statement:$"
    r"|\d{1,2}\s\w+.{0,3}\d{4}|\d{1,2}.{1,40}\d{4}$|substantive session|\d{4} session",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:resolution\s+)?(?:PRST\s(?:OS/|S-)?\d{1,3}/\d{1,3}|(?:S-|ES-|HRC/)?\d{1,4}/(?:\d{1,4}|\.{2,}|…|\[.{0,3}\]|[xX]{1,3})?|\d{1,4}(?:\s[A-Z])?\s\((?:S-|ES-)?[IVXLC]+\)|\d{1,4}\s\(\d{4}\))"
    r"(?:\s[A-Z](?:\s(?:and|to)\s[A-Z])?)?\.?",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"\[\s*(?:on|without|adopted|sur|sans)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_PAGE = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})")
_PART_LETTER = re.compile(r"(?:(?:[Dd]raft\s+)?[Rr]esolution\s+)?(?P<letter>[A-Z])\.?")
_SESSION_WORDS = re.compile(
    r"((?:one\s+hundred(?:\s+and)?\s+)?[a-z]+(?:[-‑\s][a-z]+)?)\s+(?:(?:regular|resumed)\s+)?session",
    re.IGNORECASE,
)
_OF_A_TEXT = re.compile(r"/(?:RES|L|CRP|DEC|PRST)[/.]|/Res\.")
_SHORT = 120
_NEW_SESSION = re.compile(r"/(?:S-|ES-)?(\d{1,4})(?=/|$)")


def roles(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Role]:
    """The role of each line above an organ line; the title is the last that is nothing else."""
    names = {fold(organ.name) for organ in vocabulary.organs}
    found: list[Role] = ["masthead" if line.head in names else fixed_role(line) for line in lines]
    title = _title_start(lines, found)
    in_agenda = False
    for index, role in enumerate(found):
        if role == "other" and part_letter(lines[index].text):
            found[index] = "heading"
        elif role == "other" and (index == title or (index > title and not is_furniture(lines[index].text))):
            found[index] = "title"
        elif role == "agenda-item":
            in_agenda = True
        elif role == "other" and not is_furniture(lines[index].text):
            found[index] = "agenda-item" if in_agenda else "masthead"
        elif role in ("sponsors", "masthead"):
            in_agenda = False
    return found


def fixed_role(line: Line) -> Role:
    """The role that the words alone settle; "other" leaves it open."""
    text = line.text
    if "/" in text and SYMBOL.search(text) and len(text) < _SHORT and _is_symbol_line(text):
        return "masthead"
    if is_furniture(text) and not text.startswith("Distr"):
        return "other"
    if _AGENDA.match(text) or (len(text) < 400 and _AGENDA_WITHIN.search(text)):
        return "agenda-item"
    if len(text) < _LONGEST_SPONSORS and _SPONSORS.search(text):
        return "sponsors"
    if _FIXED.match(text) and not _numbered_title(text) and not _is_open_title(line):
        return "masthead"
    return "other"


def _is_open_title(line: Line) -> bool:
    """Whether a line in brackets is a title that is not agreed, and no remark on whence the text comes."""
    if not line.text.startswith("[") or _ORIGIN.match(line.text):
        return False
    return line.block.kind == "heading" or bool(re.search(r"\w", _BRACKETED.sub("", line.text)))


def _is_symbol_line(text: str) -> bool:
    return not _NUMBER.match(text) and (is_furniture(text) or text.startswith("United Nations"))


def _numbered_title(text: str) -> bool:
    return bool(_NUMBER.match(text)) and not re.match(r"\d{4} session", text)


def _title_start(lines: Sequence[Line], found: Sequence[Role]) -> int:
    """Index of the first line of the title: the last open line, or the number that stands above it."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if _may_be_title(lines[i], found[i])), len(lines))
    numbered = next(
        (i for i in range(last, -1, -1) if i < len(lines) and _numbered_title(lines[i].text)), None
    )
    if numbered is None or any(found[i] != "other" for i in range(numbered, last)):
        return last
    return last if _is_page(lines, numbered) else numbered


def _is_page(lines: Sequence[Line], index: int) -> bool:
    """Whether "2/5" is a page of the document and no number of a resolution: the session is another."""
    match = _PAGE.fullmatch(lines[index].text)
    if match is None or int(match[1]) > int(match[2]):
        return False
    others = [line.text for line in lines if line is not lines[index]]
    return session(symbol(others, ()), "", others) not in (0, int(match[1]))


def _may_be_title(line: Line, role: Role) -> bool:
    return role == "other" and not is_furniture(line.text) and not part_letter(line.text)


def part_letter(text: str) -> str:
    """The letter of a line that is nothing but the letter of a part ("B", "Resolution B"), else ""."""
    match = _PART_LETTER.fullmatch(text)
    return match["letter"] if match else ""


def sponsors_line(texts: Sequence[str]) -> int | None:
    """Index of the first line that names sponsors or says "draft decision"; None for any other file."""
    for index, text in enumerate(texts):
        if len(text) < _LONGEST_SPONSORS and (_SPONSORS.search(text) or _DECISION.fullmatch(text)):
            return index
    return None


def amends(text: str) -> bool:
    """Whether a line of sponsors announces amendments."""
    return bool(_AMENDMENT.search(text))


def title(texts: Iterable[tuple[str, str]]) -> str:
    """The title with its number, from pairs of a label and a text of the title's blocks."""
    words = (f"{label} {text}" if label else text for label, text in texts)
    return " ".join(" ".join(words).split())


def symbol(above: Iterable[str], elsewhere: Iterable[str]) -> str:
    """The draft's own symbol: that of the masthead, or one of a resolution or draft in a running head.

    Words in square brackets name the report that a text comes from, not the text.
    """
    found = (_symbol_in(text) for text in above if not text.startswith("["))
    own = next((one for one in found if one), "")
    if own:
        return own
    found = (_symbol_in(text) for text in elsewhere)
    return next((one for one in found if _OF_A_TEXT.search(one)), "")


def _symbol_in(text: str) -> str:
    match = SYMBOL.search(text) if "/" in text and len(text) < _SHORT else None
    return " ".join(match[0].rstrip(".").split()) if match else ""


def session(of_symbol: str, of_title: str, texts: Iterable[str]) -> int:
    """The number of the session: by the symbol, by the title's number, or by the words of the masthead."""
    match = _NEW_SESSION.search(of_symbol) or re.match(r"(?:Resolution\s+)?(?:S-|ES-)?(\d{1,4})/", of_title)
    if match and not of_symbol.startswith("S/"):
        return int(match[1])
    for text in texts:
        worded = _SESSION_WORDS.search(text) if len(text) < 200 else None
        value = ordinal_value(worded[1]) if worded else None
        if value is None and worded:
            value = ordinal_value(worded[1].split()[-1])
        if value:
            return value
    return 0


def stage(of_symbol: str, of_title: str, texts: Iterable[str]) -> Stage | None:
    """Draft or adopted, by the symbol, the words above the organ line, or an open number ("61/")."""
    if "/L." in of_symbol or "/CRP." in of_symbol:
        return "draft"
    if "/RES/" in of_symbol or "/RES." in of_symbol:
        return "adopted"
    joined = fold("\n".join(text for text in texts if len(text) < 400))
    if "draft resolution" in joined or "draft decision" in joined or "projet de resolution" in joined:
        return "draft"
    if re.search(r"(?:resolution|decision) adopted by|adopted by the|résolution adoptée", joined):
        return "adopted"
    if re.match(r"\d{1,4}/(?:\.{2,}|…|\[|[xX]{1,3}\b|\s|\t|$)", of_title):
        return "draft"
    if _numbered_title(of_title):
        return "adopted"
    return None
