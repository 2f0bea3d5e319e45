"""Where the resolutions of a file begin and end: parts A, B, C; files run together; a quoted draft."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.model.values import NamedTuple
from linter.model.vocabulary import Vocabulary
from linter.structure import adoption, masthead
from linter.structure.furniture import is_furniture
from linter.structure.lines import Line
from linter.structure.organs import OrganLine, organ_line

_ANNEX = re.compile(
    r"(?:annex(?:es)?|appendix|annexe|anexo|enclosure)(?:\s+(?:[ivxl]+|\d+|[a-z]))?[.:]?", re.IGNORECASE
)
_ANNEX_HEAD = re.compile(r"(?:annex(?:es)?|appendix|annexe|anexo)\b.{0,200}", re.IGNORECASE)
_ANNEX_TITLED = re.compile(
    r"(?:Annex|ANNEX|Appendix)(?:\s+(?:[IVXL]+|\d+|[A-Z])\b)?"
    r"(?:\s*[:–—]\s.*|\s+to (?:the )?(?:present )?resolution\b.*)"
)
_NEW_TITLE = re.compile(
    r"(?:(?:draft\s+)?resolution\s+)?"
    r"(?:[A-Z]|[IVX]+|(?:S-|ES-)?\d{1,4}/(?:\d{1,4}|\.+|…|\s).*|\d+(?:\s[A-Z])?\s\([IVXLC\d]+\).*)"
    r"|resolution adopted.*",
    re.IGNORECASE,
)
_CLOSING_QUOTE = ("”", '"', "»", "”.", '".', "”;", '";')
_MASTHEAD_LINES = 40


class Scope(NamedTuple):
    """One resolution: lines ``[first, organ)`` are its masthead, ``(organ, end)`` its body.

    Without an organ line ``organ`` equals ``body`` and ``line`` is None. ``quoted`` is true of a draft in
    quotation marks and of the paragraphs that an amendment proposes; ``outer`` is the index of the scope
    that quotes this one. ``told`` is true of a text in prose, whose paragraphs have no opening phrases.
    """

    first: int
    organ: int
    body: int
    end: int
    line: OrganLine | None
    quoted: bool = False
    outer: int | None = None
    told: bool = False


def is_annex(seen: Line) -> bool:
    """Whether a line is the heading of an annex."""
    if seen.label is not None or seen.block.kind == "cell" or len(seen.text) > 200:
        return False
    if _ANNEX.fullmatch(seen.text) or _ANNEX_TITLED.fullmatch(seen.text):
        return True
    return seen.block.kind == "heading" and bool(_ANNEX_HEAD.fullmatch(seen.text))


def scopes(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Scope]:
    """The resolutions among ``lines``, in order; a quoted one follows the one that quotes it."""
    organs = _organ_lines(lines, vocabulary)
    if not organs:
        return _without_organ(lines)
    return _bounded(lines, organs)


def _organ_lines(lines: Sequence[Line], vocabulary: Vocabulary) -> list[tuple[int, OrganLine]]:
    found: list[tuple[int, OrganLine]] = []
    annex = -1
    for index, seen in enumerate(lines):
        if is_annex(seen):
            annex = index
            continue
        named = organ_line(seen.text, vocabulary) if seen.label is None else None
        if named is None or not _body_follows(lines, index, named):
            continue
        if found and annex > found[-1][0] and not _titled(lines, index, annex):
            continue
        found.append((index, named))
    return found


def _body_follows(lines: Sequence[Line], index: int, named: OrganLine) -> bool:
    """Whether a paragraph stands soon after; for a body that no table knows, one with an opening phrase."""
    for seen in lines[index + 1 : index + 6]:
        if seen.known("preambular") or (named.certain and seen.opening("preambular") is not None):
            return True
        if named.certain and (seen.label is not None or seen.stop in (",", ";", ":")):
            return True
        if seen.opening("operative") is not None:
            return True
    return False


def _titled(lines: Sequence[Line], index: int, annex: int) -> bool:
    """Whether a title with number or letter, or words of adoption, stand between annex and organ line."""
    return any(_NEW_TITLE.fullmatch(seen.text) for seen in lines[max(annex + 1, index - 12) : index])


def _instructs(lines: Sequence[Line]) -> bool:
    from linter.structure.amendments import instructs  # only amendments pay for it

    return any(instructs(seen.text) for seen in lines)


def _without_organ(lines: Sequence[Line]) -> list[Scope]:
    """A draft decision, an amendment, or a draft whose organ line is missing; nothing else has a scope."""
    heading = masthead.sponsors_line([seen.text for seen in lines[:_MASTHEAD_LINES]])
    if heading is not None:
        amends = masthead.amends(lines[heading].text)
        untitled = amends and _instructs(lines[heading + 1 : heading + 2])
        start = min(heading + (1 if untitled else 2), len(lines))
        return [Scope(0, start, start, len(lines), None, quoted=amends)]
    found = _start_without_organ(lines)
    return [] if found is None else [Scope(0, found, found, len(lines), None)]


def _start_without_organ(lines: Sequence[Line]) -> int | None:
    """The first of two opening phrases in succession, or of two numbered operative paragraphs."""
    run: list[int] = []
    for index, seen in enumerate(lines):
        if not seen.text or is_furniture(seen.text):
            continue
        if _looks_like_paragraph(seen):
            run.append(index)
            if len(run) == 2:
                return run[0]
        elif seen.block.kind != "heading" and not (
            seen.label and seen.label.kind in ("letter", "roman", "bullet")
        ):
            run.clear()
    return None


def _looks_like_paragraph(seen: Line) -> bool:
    if seen.label is not None and seen.label.kind in ("pp", "op"):
        return True
    if seen.stop == "," and (seen.label is None or seen.label.kind == "number"):
        return seen.known("preambular")
    if seen.stop in (";", ".", ":") and seen.label is not None and seen.label.kind == "number":
        return seen.known("operative")
    return False


def _bounded(lines: Sequence[Line], organs: Sequence[tuple[int, OrganLine]]) -> list[Scope]:
    found: list[Scope] = []
    outer: int | None = None  # the last that is not quoted
    for place, (index, named) in enumerate(organs):
        following = organs[place + 1][0] if place + 1 < len(organs) else None
        quoted = lines[index].opens_quote and place > 0
        first = (
            _first_of_file(lines, index) if place == 0 else _first_line(lines, index, organs[place - 1][0])
        )
        end = len(lines) if following is None else _first_line(lines, following, index)
        if quoted:
            end = min(end, _quote_end(lines, index, end))
        else:
            outer = place
        found.append(Scope(first, index, index + 1, end, named, quoted, outer if quoted else None))
    return _with_nested(lines, found)


def _with_nested(lines: Sequence[Line], found: list[Scope]) -> list[Scope]:
    """Let the scope that quotes others reach to the end of what follows them."""
    ends = list(found)
    following = len(lines)
    for place in range(len(found) - 1, -1, -1):
        if not found[place].quoted:
            ends[place] = found[place]._replace(end=following)
            following = found[place].first
    return ends


def _quote_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Behind the last line, in succession, that opens a quotation mark, with the lines between."""
    last = start
    for index in range(start, end):
        if lines[index].opens_quote:
            last = index
        if (
            lines[index].text.endswith(_CLOSING_QUOTE)
            and index > start
            and index >= last
            and not _opens_soon(lines, index, end)
        ):
            return index + 1
    return last + 1


def _opens_soon(lines: Sequence[Line], index: int, end: int) -> bool:
    return any(seen.opens_quote for seen in lines[index + 1 : min(index + 3, end)])


def _first_of_file(lines: Sequence[Line], organ: int) -> int:
    """The first line of the first masthead: 0, or behind the end of a neighbouring text on the same page."""
    for index in range(organ - 1, -1, -1):
        seen = lines[index]
        if seen.stop == ";" or seen.known("preambular") or (seen.stop == "." and seen.known("operative")):
            return next(
                (i for i in range(index + 1, organ) if not adoption.meeting_or_date(lines[i].text)), organ
            )
    return 0


def _first_line(lines: Sequence[Line], organ: int, previous: int) -> int:
    """The first line of the masthead above an organ line that is not the first of its file."""
    first = organ
    for index in range(organ - 1, max(previous, organ - _MASTHEAD_LINES), -1):
        seen = lines[index]
        if is_furniture(seen.text):
            continue
        if _belongs_to_body(seen) and not _is_date_of_masthead(lines, index):
            break
        first = index
    return first


def _is_date_of_masthead(lines: Sequence[Line], index: int) -> bool:
    """Whether a date follows other lines of a masthead, and neither a meeting nor a paragraph."""
    if not adoption.meeting_or_date(lines[index].text) or "meeting" in lines[index].head or index == 0:
        return False
    return not _belongs_to_body(lines[index - 1])


def _belongs_to_body(seen: Line) -> bool:
    text = seen.text
    if adoption.meeting_or_date(text) or adoption.vote_starts(text):
        return True
    if text.endswith("]") and not text.startswith("["):
        return True
    if seen.label is not None and seen.label.kind != "roman-stop":
        return not _NEW_TITLE.fullmatch(text) and seen.stop != ""
    if seen.stop == "." and seen.known("operative"):
        return True
    return seen.stop in (",", ";", ":") or (seen.stop == "." and len(text) > 30 and not text.startswith("["))
