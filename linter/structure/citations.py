"""Resolutions, decisions and documents that a block names, with organ and date."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from linter.model.document import Block
from linter.model.fold import fold
from linter.model.resolution import Citation
from linter.model.source import Span
from linter.model.vocabulary import Vocabulary
from linter.structure import dates, organs

_NUMBER = re.compile(
    r"""
    (?<![\w/.,’'-]) (?<!\d[–‑])
    (?:
      (?P<modern> (?P<session> (?:E?S[-‑])? \d{1,4} ) / \d{1,4} (?: \s? [A-Z] \b (?![-’'/]) (?: (?: ,\s[A-Z]\b )* \s (?:and|to|et|à|y|a) \s [A-Z] \b )? )? )
    | (?P<old> \d{1,4} (?: \s [A-Z] (?: (?: ,\s[A-Z] )* \s (?:and|to|et|à) \s [A-Z] )? )? \s? \( (?: E?S[-‑] )? [IVXLC]+ \) )
    | (?P<sc> \d{1,4} \s? \( \s? (?:19|20)\d\d \) )
    )
    (?! [\w/] )
    """,
    re.VERBOSE,
)
_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z]{1,10}(?:/[A-Z0-9](?:[\w.‑-]|\((?=[\w.\s]{1,12}\))[\w.\s]{1,12}\))*)+(?:\s\((?:19|20)\d\d\))?"
)
_HEAD = re.compile(
    r"(?P<word>resolutions?|decisions?|r[ée]solutions?|d[ée]cisions?|resoluci(?:ón|ones)|decisi(?:ón|ones))"
    r"(?:\s+(?:nos?\.?|n[°o]s?))?[\s,]*$",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"[\s,;]*(?:(?:and|or|to|through|et|ou|y|as well as|namely|both|in particular|including)[\s,]+)*"
    r"(?:(?:sections?|paragraphs?|parts?|annex)\s.{0,30}\sof\s+)?",
    re.IGNORECASE,
)
_OF = re.compile(r",?\s+(?:of|du|de|del)\s+", re.IGNORECASE)
_OWN = re.compile(r"(?:\b(?:its|the present|sa|ses|su|sus)|\bown)(?:\s+[a-z]+){0,2}$")
_BACK = 110
_YEAR_SESSION = re.compile(r"\d{4}")
_PREFIXES: dict[str, int] = {"ga": 31, "hrc": 1}

Kind = Literal["resolution", "decision"]


class _Head(NamedTuple):
    kind: Kind
    organ: str | None


def find(block: Block, own: str | None, vocabulary: Vocabulary) -> list[Citation]:
    """The citations of ``block`` in order; ``own`` is the organ that "its resolution" belongs to.

    ``organ`` is "ga", "hrc", "sc", "ecosoc", "chr", "" for any other body, and None where neither the
    words before nor the form of the number tell.
    """
    text = block.text
    if "/" not in text and "(" not in text:
        return []
    found = _documents(block, vocabulary) if "/" in text else []
    found += _Reader(block, own, vocabulary).read()
    found.sort(key=lambda citation: citation.span.start)
    return found


def _documents(block: Block, vocabulary: Vocabulary) -> list[Citation]:
    found = []
    for match in _SYMBOL.finditer(block.text):
        symbol = match[0].rstrip(".-‑")
        if not any(character.isdigit() for character in symbol):
            continue
        span = Span(match.start(), match.start() + len(symbol))
        organ = organs.of_symbol(symbol, vocabulary)
        found.append(Citation("document", organ, "", symbol, *_date(block, span.end, vocabulary, span)))
    return found


def _date(block: Block, end: int, vocabulary: Vocabulary, span: Span) -> tuple[str, int, Span, Span | None]:
    """The last four fields of a citation that ends at ``end``: date, block, span, span of the date."""
    of = _OF.match(block.text, end)
    mention = dates.at(block.text, of.end(), vocabulary) if of else None
    if mention is None:
        return "", block.index, span, None
    return mention.iso, block.index, span, mention.span


class _Reader:
    """Reads the numbers of one block from left to right, keeping the head that governs a list."""

    def __init__(self, block: Block, own: str | None, vocabulary: Vocabulary) -> None:
        self.block = block
        self.text = block.text
        self.own = own
        self.vocabulary = vocabulary
        self.head: _Head | None = None
        self.end = 0

    def read(self) -> list[Citation]:
        """All resolutions and decisions of the block."""
        found: list[Citation] = []
        for match in _NUMBER.finditer(self.text):
            chained = bool(found) and bool(_CHAIN.fullmatch(self.text, self.end, match.start()))
            fields = _date(self.block, match.end(), self.vocabulary, Span(*match.span()))
            head = self._head_before(match)
            if head is None and (chained or (fields[0] and self.head)):
                head = self.head
            if head is None:
                continue
            self.head = head
            session = (match["session"] or "").replace("‑", "-")
            organ = self._resolved(head.organ, match, session)
            citation = Citation(head.kind, organ, session, _printed(match[0]), *fields)
            if chained and citation.date_span:
                _share_date(found, citation)
            found.append(citation)
            self.end = citation.date_span.end if citation.date_span else match.end()
        return found

    def _head_before(self, match: re.Match[str]) -> _Head | None:
        start = max(self.end, match.start() - 40)
        word = _HEAD.search(self.text, start, match.start())
        if word is None:
            return None
        kind: Kind = "decision" if word["word"][0] in "dD" else "resolution"
        return _Head(kind, self._organ_before(word.start("word")))

    def _organ_before(self, offset: int) -> str | None:
        """What the words before "resolution" say: an organ, "own", or None for nothing."""
        before = self.text[max(0, offset - _BACK) : offset].rstrip()
        folded = fold(before).removesuffix("'s").removesuffix("'")
        named = _named_at_end(folded, self.vocabulary)
        if named is not None:
            return named
        last = before.removesuffix("’s").removesuffix("'s").rsplit(None, 1)
        word = last[-1] if last else ""
        if word in ("Assembly", "Council", "Commission"):
            return self._short(word.lower(), last[0] if len(last) > 1 else "", offset)
        if _OWN.search(folded):
            return self._subject(offset)
        if (
            word[:1].isupper()
            and len(last) > 1
            and word not in ("Nations", "Recalling", "In")
            and offset - len(word) > 2
        ):
            return ""
        return None

    def _short(self, word: str, before: str, offset: int) -> str | None:
        """ "Assembly resolution", "Council resolution": the organ of that short name."""
        previous = before.rsplit(None, 1)[-1] if before.strip() else ""
        if previous[:1].isupper() and len(before.split()) > 1:
            return ""
        if word == "assembly":
            return "ga"
        if word == "council" and self.own in ("hrc", "sc", "ecosoc"):
            return self.own
        mentioned = self._mentioned(offset, (word,))
        return mentioned or ("council" if word == "council" else "commission")

    def _subject(self, offset: int) -> str | None:
        """Whose "its" is: an organ named just before in the sentence, else the text's own organ."""
        near = _mentions(self.vocabulary).finditer(self.text, max(0, offset - 70), offset)
        last = None
        for last in near:
            pass
        if last is None or ";" in self.text[last.end() : offset]:
            return self.own
        between = fold(self.text[last.end() : offset])
        if re.match(
            r",?\s*(?:in|by|through|under|pursuant|with|adopted|at|has|requested|decided|recalled)\b", between
        ):
            return self._of_name(last[0])
        return self.own

    def _of_name(self, name: str) -> str | None:
        folded = " ".join(fold(name).split())
        for organ in self.vocabulary.organs:
            if fold(organ.name) == folded:
                return organ.key
        if folded == "assembly":
            return "ga"
        return self.own if folded == "council" and self.own in ("hrc", "sc", "ecosoc") else None

    def _mentioned(self, offset: int, endings: tuple[str, ...]) -> str | None:
        """The last organ with its full name before ``offset`` whose name ends so."""
        key = None
        for match in _mentions(self.vocabulary).finditer(self.text, 0, offset):
            folded = " ".join(fold(match[0]).split())
            if folded.endswith(endings) or (endings == ("commission",) and folded.startswith("commission")):
                key = self._of_name(match[0]) or key
        return key

    def _resolved(self, organ: str | None, match: re.Match[str], session: str) -> str | None:
        """The organ by words, or by the form of the number where the words leave it open."""
        if match["sc"]:
            return "sc" if organ in (None, "sc", "council", self.own) else organ
        if organ in ("council", "commission"):
            return _by_short_name(organ, session)
        if match["old"]:
            return (
                "ga"
                if organ is None or organ == "hrc" or (organ == self.own and organ != "ecosoc")
                else organ
            )
        if organ is not None and organ != self.own:
            return organ
        if organ is None:
            organ = self._previous(match.start()) or self.own
        return organ if _fits(organ, session) else _only_fit(session, self.own)

    def _previous(self, offset: int) -> str | None:
        """For a bare "resolution": the organ whose resolutions were last spoken of in the block."""
        if self.own == "ga":
            return None
        spoken = re.findall(r"\b(Assembly|Council|Commission)\s+(?:resolution|decision)", self.text[:offset])
        return {"Assembly": "ga", "Council": self.own}.get(spoken[-1]) if spoken else None


def _printed(number: str) -> str:
    return " ".join(number.replace("‑", "-").split())


def _named_at_end(folded: str, vocabulary: Vocabulary) -> str | None:
    """The key of the organ whose full name ends ``folded``; the longest name wins."""
    best = max(
        (organ for organ in vocabulary.organs if folded.endswith(fold(organ.name))),
        key=lambda organ: len(organ.name),
        default=None,
    )
    if folded.endswith("commission on human rights"):
        return "chr"
    return best.key if best else None


@lru_cache(maxsize=8)
def _mentions_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    spelled = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join(spelled)}|Assembly|Council|Commission)\b")


def _mentions(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _mentions_pattern(tuple(organ.name for organ in vocabulary.organs))


def _by_short_name(name: str, session: str) -> str | None:
    """ "Council resolution 2005/20", "Commission resolution 1993/51" with no full name before."""
    if name == "commission":
        return "chr" if _YEAR_SESSION.fullmatch(session) and session < "2007" else ""
    if _YEAR_SESSION.fullmatch(session):
        return "ecosoc"
    return "hrc" if session else None


def _fits(organ: str | None, session: str) -> bool:
    """Whether an organ numbers its resolutions so."""
    by_year = bool(_YEAR_SESSION.fullmatch(session))
    if organ in ("ecosoc", "chr"):
        return by_year
    if organ == "ga":
        return session.startswith(("S-", "ES-")) or (not by_year and int(session) > 30)
    if organ == "hrc":
        return session.startswith("S-") or (not by_year and int(session) < 130)
    return organ == ""


def _only_fit(session: str, own: str | None) -> str | None:
    if session.startswith("ES-"):
        return "ga"
    if not _YEAR_SESSION.fullmatch(session) and own == "sc":
        return "ga" if not session.startswith("S-") and int(session) > 65 else None
    return None


def _share_date(found: list[Citation], last: Citation) -> None:
    """ "resolutions 45/110 and 45/112 of 14 December": the date is that of all of one session."""
    for place in range(len(found) - 1, -1, -1):
        earlier = found[place]
        same = earlier.session == last.session and earlier.organ == last.organ and earlier.kind == last.kind
        if earlier.date_span is not None or not same or not last.session:
            return
        found[place] = Citation(
            earlier.kind, earlier.organ, earlier.session, earlier.number, last.date,
            earlier.block, earlier.span, last.date_span,
        )  # fmt: skip
