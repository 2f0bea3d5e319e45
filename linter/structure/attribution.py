"""Whose resolution a number is: by the words before it, by the form of the number, by its date."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.model.fold import fold
from linter.model.vocabulary import Vocabulary

_BACK = 110
_FAR_BACK = 600
_NEAR = 70
_OWN = re.compile(r"(?:\b(?:its|the present|sa|ses|su|sus)|\bown)(?:\s+[a-z]+){0,2}$")
_ACTS = re.compile(r",?\s*(?:in|by|through|under|pursuant|with|adopted|at|has|requested|decided|recalled)\b")
_YEAR = re.compile(r"\d{4}")
_CHR_ENDED = "2007"
# The Human Rights Council has met three times a year since 2006 and adopts some forty resolutions each time;
# its decisions are numbered from 101.
_HRC_SESSIONS = 75
_HRC_RESOLUTIONS = 65
_HRC_DECISIONS = range(101, 141)
_HRC_FIRST_YEAR = 2006
# Special sessions of the Assembly since there is a Council that numbers its own in the same way.
_GA_SPECIAL = {"S-29": 2014, "S-30": 2016, "S-31": 2020, "S-32": 2021}
_GA_FIRST_SESSION = 31


class Attribution:
    """The organs behind the resolutions of one text; ``own`` is the organ that the text belongs to.

    Keys are "ga", "hrc", "sc", "ecosoc", "chr", "" for any other body, and None where nothing tells.
    """

    def __init__(self, text: str, own: str | None, vocabulary: Vocabulary) -> None:
        self.text = text
        self.own = own
        self.vocabulary = vocabulary

    def by_words(self, offset: int) -> str | None:
        """What stands before the word "resolution" at ``offset``: a key, a short name yet open, or None."""
        before = self.text[max(0, offset - _BACK) : offset].rstrip().removesuffix("’s").removesuffix("'s")
        folded = fold(before)
        named = _named_at_end(folded, self.vocabulary)
        if named is not None:
            return named
        words = before.split()
        if not words:
            return None
        if words[-1] in ("Assembly", "Council", "Commission"):
            return self._short(words[-1].lower(), len(words) > 2 and words[-2][:1].isupper(), offset)
        if _OWN.search(folded):
            return self._subject(offset)
        capital = words[-1][:1].isupper() and words[-1] not in ("Nations", "In") and len(words) > 1
        return "" if capital else None

    def by_name(self, name: str, offset: int) -> str | None:
        """The organ of a body that is named behind the number, at ``offset``: a key, "" or a short name."""
        named = _named_at_end(fold(" ".join(name.split())), self.vocabulary)
        if named is not None:
            return named
        return (
            self._short(name.lower(), False, offset) if name in ("Assembly", "Council", "Commission") else ""
        )

    def resolve(self, organ: str | None, number: str, session: str, year: str) -> str | None:
        """The organ of ``number``, from what the words said and, where they leave it open, from its form.

        ``session`` is the number before the stroke, "" for other forms; ``year`` that of the date given.
        """
        if not session:
            return self._of_old_form(organ, number)
        if organ in ("council", "commission"):
            return _of_short_name(organ, session)
        if organ is None:
            organ = self._bare(number, session, year)
        if organ == "sc":
            organ = "ga"  # "General Assembly and Security Council resolutions 60/180 and 1645 (2005)"
        if organ != self.own or organ is None:
            return organ
        can = [key for key in (organ, "ga", "hrc") if _fits(key, number, session)]
        of_year = [key for key in can if _is_of_year(key, session, year)]
        return of_year[0] if of_year else (organ if organ in can else None)

    def _short(self, name: str, longer: bool, offset: int) -> str | None:
        """The organ of "Assembly resolution", "Council resolution"; a ``longer`` name is another body's."""
        if longer:
            return ""
        if name == "assembly":
            return "ga"
        if name == "council" and self.own in ("hrc", "sc", "ecosoc"):
            return self.own
        keys = [key for spelled, key in self._mentioned(offset, _FAR_BACK) if name in spelled and key]
        return keys[-1] if keys else name

    def _subject(self, offset: int) -> str | None:
        """Whose "its" is: an organ named just before in the sentence, else the text's own organ."""
        last = None
        for match in _mentions(self.vocabulary).finditer(self.text, max(0, offset - _NEAR), offset):
            last = match
        if last is None or not _ACTS.match(fold(self.text[last.end() : offset])):
            return self.own
        name = _spelled(last[0])
        return self._short(name, False, offset) if name == "council" else self._key(name)

    def _key(self, name: str) -> str | None:
        for organ in self.vocabulary.organs:
            if fold(organ.name) == name:
                return "chr" if name == "commission on human rights" else organ.key
        if name == "assembly":
            return "ga"
        return self.own if name == "council" and self.own in ("hrc", "sc", "ecosoc") else None

    def _mentioned(self, offset: int, back: int) -> list[tuple[str, str | None]]:
        """The organs named before ``offset``, in order: name and key."""
        matches = _mentions(self.vocabulary).finditer(self.text, max(0, offset - back), offset)
        return [(name, self._key(name)) for match in matches for name in (_spelled(match[0]),)]

    def _bare(self, number: str, session: str, year: str) -> str | None:
        """A resolution with no organ before it: the text's own, unless another named before fits better."""
        place = self.text.find(number)
        spoken = [key for _, key in self._mentioned(place, _FAR_BACK) if key in ("ga", "hrc")]
        other = {"ga": "hrc", "hrc": "ga"}.get(self.own or "", "")
        if not spoken or other not in spoken or not _is_hrc(number, session):
            elsewhere = "ga" if _is_ga(session) and not _is_hrc(number, session) else None
            return self.own if _fits(self.own, number, session) else elsewhere
        if year:
            return "ga" if _is_ga(session) and _is_of_year("ga", session, year) else "hrc"
        return spoken[-1]

    def _of_old_form(self, organ: str | None, number: str) -> str | None:
        if number.endswith(")") and number[-2].isdigit():
            return "sc" if organ in (None, "sc", "council", self.own) else organ
        if organ in (None, "hrc", "sc") or organ == self.own:
            return organ if organ == "ecosoc" else "ga"
        return "ecosoc" if organ == "council" else organ


def _spelled(name: str) -> str:
    return " ".join(fold(name).split())


def _named_at_end(folded: str, vocabulary: Vocabulary) -> str | None:
    """The key of the organ whose full name ends ``folded``; the longest name wins."""
    if folded.endswith("commission on human rights"):
        return "chr"
    return next((key for name, key in _folded_names(vocabulary) if folded.endswith(name)), None)


@lru_cache(maxsize=8)
def _folded_names(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """The names of the organs with their keys, the longest first."""
    named = sorted(vocabulary.organs, key=lambda organ: len(organ.name), reverse=True)
    return tuple((fold(organ.name), organ.key) for organ in named)


@lru_cache(maxsize=8)
def _mentions_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    spelled = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(spelled)}|Assembly|Council|Commission)\b")


def _mentions(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _mentions_pattern(tuple(organ.name for organ in vocabulary.organs))


def _of_short_name(name: str, session: str) -> str:
    """The organ of "Council resolution 2005/20", "Commission resolution 1993/51" with no full name before."""
    if name == "commission":
        return "chr" if _YEAR.fullmatch(session) and session < _CHR_ENDED else ""
    return "ecosoc" if _YEAR.fullmatch(session) else "hrc"


def _is_ga(session: str) -> bool:
    return session.isdecimal() and _GA_FIRST_SESSION <= int(session) < 1000


def _is_hrc(number: str, session: str) -> bool:
    """Whether the Human Rights Council can have adopted a resolution or decision of this number."""
    second = int(re.sub(r"\D.*", "", number.partition("/")[2]) or "0")
    in_range = session.startswith("S-") or (session.isdecimal() and int(session) <= _HRC_SESSIONS)
    return in_range and (second <= _HRC_RESOLUTIONS or second in _HRC_DECISIONS)


def _fits(organ: str | None, number: str, session: str) -> bool:
    """Whether an organ numbers its resolutions so."""
    if organ in ("ecosoc", "chr"):
        return bool(_YEAR.fullmatch(session))
    if organ == "ga":
        return session.startswith(("S-", "ES-")) or _is_ga(session)
    if organ == "hrc":
        return _is_hrc(number, session)
    return organ == ""


def _is_of_year(organ: str | None, session: str, year: str) -> bool:
    """Whether the session can have met in ``year``; so taken where that is not known."""
    if not year or organ not in ("ga", "hrc"):
        return True
    if session.startswith("S-"):
        assembly = int(year) < _HRC_FIRST_YEAR or _GA_SPECIAL.get(session) == int(year)
        return assembly if organ == "ga" else int(year) >= _HRC_FIRST_YEAR  # both may meet in one year
    if not session.isdecimal():
        return True
    if organ == "ga":
        return int(year) - 1945 - int(session) in (0, 1)
    return int(year) == _HRC_FIRST_YEAR + (int(session) - 1) // 3
