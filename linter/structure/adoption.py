"""The lines after the last paragraph: meeting and date of adoption, and the vote."""

from __future__ import annotations

import re
from typing import Literal

from linter.structure.sessions import ordinal_value

_ORDINAL_MEETING = re.compile(
    r"(?:\d{1,4}\s?(?:st|nd|rd|th|e|re|ª|a\.?)\s+)(?:\([a-z\s]+\)\s+)?(?:plenary\s+|formal\s+)?"
    r"(?:m\s*e\s*e\s*t\s*i\s*n\s*g|s[ée]ance|sesi[óo]n|reuni[óo]n)\b.{0,60}",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_GLUED_MEETING = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)(?:plenary|resumed)?(?:plenary)?meeting[,.]?.{0,40}", re.IGNORECASE
)
_GLUED_DATE = re.compile(
    r"(?:on)?\d{1,2}(?:st|nd|rd|th)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\d{4}[.,]?",
    re.IGNORECASE,
)
_TORN_DATE = re.compile(r"(\d{1,2})([^\W\d_]{3,10})(\d{4})(?!\d)")
_VOTE = re.compile(
    r"\[?\s*(?:adopted\s+(?:without|by|unanimously|as|at\s+the\s+\d+\w+\s+meeting)\b"
    r"|(?:the )?draft resolution .{0,80}adopted|the voting was"
    r"|in favou?r\s*:|against\s*:|abst(?:aining|entions)\s*:"
    r"|adopt[ée]e? (?:sans|par|à)\b|voix pour|aprobad[ao]\b"
    r"|votent pour|votes? contre|se sont abstenus|ont voté (?:pour|contre))",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"\.\s?\d{0,3}$")  # the mark of a note may stand behind
_LONGEST = 130


def meeting_or_date(text: str) -> bool:
    """Whether ``text`` is a line of adoption, also where a conversion tore its words apart."""
    if len(text) > _LONGEST:
        return False
    if not any(character.isdigit() for character in text[:6]):
        return _is_worded_meeting(text)
    glued = _SPACES.sub("", text).strip("*")
    if _GLUED_DATE.fullmatch(glued):
        return True
    rest = _GLUED_MEETING.match(glued)
    return bool(rest and rest.end() == len(glued)) or bool(_ORDINAL_MEETING.fullmatch(text.strip("* ")))


def _is_worded_meeting(text: str) -> bool:
    """Whether the ordinal is in words, as in the first years ("Ninety-sixth plenary meeting,")."""
    words = text.rstrip(",.").split()
    if len(words) < 2 or words[-1].lower() != "meeting":
        return False
    ordinal = " ".join(word for word in words[:-1] if word.lower() != "plenary")
    return ordinal_value(ordinal) is not None


def spaced_date(text: str) -> str:
    """The words of a line of adoption, a date that a conversion tore apart ("30 Ju ne 2016") mended."""
    glued = _SPACES.sub("", text)
    return _TORN_DATE.sub(r" \1 \2 \3 ", glued)


def vote_starts(text: str) -> bool:
    """Whether ``text`` opens the words on the vote."""
    return bool(_VOTE.match(text))


def vote_ends(text: str) -> bool:
    """Whether the words on the vote end with this line: their bracket closes, or a sentence without one."""
    return text.rstrip(".*").endswith("]") or (not text.startswith("[") and bool(_SENTENCE_END.search(text)))


def classify(text: str, previous: Literal["adoption", "vote", ""]) -> Literal["adoption", "vote", ""]:
    """The role of a line after the operative part; ``previous`` is that of the line before.

    Once the words on the vote have begun, they go on until a line closes their bracket or their sentence.
    """
    if meeting_or_date(text):
        return "adoption"
    if vote_starts(text):
        return "vote"
    return "vote" if previous == "vote" else ""
