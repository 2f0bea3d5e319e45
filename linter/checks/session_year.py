"""Sessions of the General Assembly and the Human Rights Council against the year that is given with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.base import Hit, Request, Subject, place
from linter.structure.sessions import ordinal_value, ordinal_words

_ORGANS = {
    "general assembly": "ga",
    "assembly": "ga",
    "human rights council": "hrc",
    "council": "hrc",
}
_ASSEMBLY_BEGAN = 1945
_COUNCIL_BEGAN = 2006
_SESSIONS_A_YEAR = 3
_NAMED = re.compile(
    r"""
    (?: \bthe\ (?P<before>general\ assembly|assembly|human\ rights\ council|council)
        ,?\ (?:to\ be\ submitted\ )?(?:at|during|in|before|until|by|for)\ (?:its|the)\ )?
    (?P<ordinal>\b(?:one\ hundred\ and\ )?[a-z]+(?:-[a-z]+)?)
    (?P<session>\ session)
    (?:\ of\ the\ (?P<after>(?:general\ )?assembly|human\ rights\ council|council))?
    ,?\ (?:\(|(?:in|on|held|to\ be\ held|which\ will\ be|scheduled|no\ later\ than|by)\b[^;,()]{0,40}?\b)
    (?P<year>(?:19|20)\d\d)\b
    """,
    re.VERBOSE,
)


def check(subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each session of a named organ that stands beside a year."""
    own = subject.resolution.organ
    for element in subject.elements_with((" session",), request.roles, all_text=False):
        for match in _NAMED.finditer(subject.folded(element.block)):
            organ = _ORGANS.get(match["after"] or match["before"] or "")
            number = ordinal_value(match["ordinal"])
            if number is None or organ is None or subject.is_protected(element.block, *match.span()):
                continue
            if organ == "hrc" and "human" not in match[0] and own != "hrc":
                continue  # "the Council" of another organ's text
            years = _years(organ, number)
            if int(match["year"]) in years:
                yield None
                continue
            others = [ordinal_words(other) for other in _sessions(organ, int(match["year"]))]
            values = {
                "found": match["year"],
                "expected": " and ".join(map(str, years)),
                "session": match["ordinal"],
                "others": " or ".join(filter(None, (", ".join(others[:-1]), others[-1]))),
            }
            yield Hit(place(element.block, *match.span("year")), values)


def _years(organ: str, number: int) -> tuple[int, ...]:
    """The years in which a session meets; the Assembly's lasts from September to September."""
    if organ == "ga":
        return _ASSEMBLY_BEGAN + number, _ASSEMBLY_BEGAN + number + 1
    return (_COUNCIL_BEGAN + (number - 1) // _SESSIONS_A_YEAR,)


def _sessions(organ: str, year: int) -> tuple[int, ...]:
    """The sessions that meet in ``year``."""
    if organ == "ga":
        return year - _ASSEMBLY_BEGAN - 1, year - _ASSEMBLY_BEGAN
    first = (year - _COUNCIL_BEGAN) * _SESSIONS_A_YEAR + 1
    return tuple(range(first, first + _SESSIONS_A_YEAR))
