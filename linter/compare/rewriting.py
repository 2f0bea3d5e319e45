"""What changes within a paragraph of a Word file that is to read like one of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from linter.alignment.words import Match, matches
from linter.compare.tokens import Lines, Token
from linter.model.document import Block, Style
from linter.model.source import Span
from linter.model.sourcemap import source_span
from linter.writers.docx.redline_plan import Content, Insertion, NewNote, Restyle, Rewrite, Words

_PLAIN: frozenset[Style] = frozenset()


class Rewriter:
    """Rewrites blocks of a base into blocks of a draft.

    ``partner`` leads from the notes of the draft to those of the base; ``italics`` tells whether the draft
    shows any: where it does not, words that stand keep theirs, and new ones look like those beside.
    """

    def __init__(
        self, base: Sequence[Block], draft: Sequence[Block], partner: Mapping[int, int], *, italics: bool
    ) -> None:
        self._base, self._draft, self._italics = base, draft, italics
        self._lines = Lines(base, draft, partner)

    def rewrite(self, base: int, draft: int, *, labelled: bool, alike: bool = True) -> Rewrite:
        """What makes a block of the base that of the draft, with its label where that is to be typed.

        Without ``alike`` all words are replaced, also where some agree by chance.
        """
        ours, theirs = self._lines.base(base), self._lines.draft(draft, labelled=labelled)
        agreed = matches([one.key for one in ours], [one.key for one in theirs]) if alike else []
        strikes: list[Span] = []
        insertions: list[Insertion] = []
        before = Match(0, 0, 0)
        for match in (*agreed, Match(len(ours), len(theirs), 0)):
            start = before.base + before.length
            strikes += (one.span for one in ours[start : match.base] if one.span)
            added = theirs[before.draft + before.length : match.draft]
            if added:
                content = tuple(self._content(added, self._draft[draft], beside=not self._italics))
                insertions.append(_insertion(ours, start, match.base, content))
            before = match
        restyles = self._restyles(base, draft, ours, theirs, agreed) if self._italics else ()
        return Rewrite(tuple(_joined(strikes)), tuple(insertions), tuple(restyles))

    def whole(self, draft: int, *, labelled: bool) -> tuple[Content, ...]:
        """All of a block of the draft as new content."""
        return tuple(self._content(self._lines.draft(draft, labelled=labelled), self._draft[draft]))

    def _content(self, tokens: Iterable[Token], block: Block, *, beside: bool = False) -> Iterator[Content]:
        letters: list[tuple[str, frozenset[Style] | None]] = []
        for token in tokens:
            if token.note is not None:
                yield from _words(letters)
                letters = []
                yield self._note(token.note, token.own)
            elif token.is_label or beside:
                letters += ((letter, None if beside else _PLAIN) for letter in token.text)
            else:
                letters += zip(token.text, _looks(block, token), strict=True)
        yield from _words(letters)

    def _note(self, note: int, own: str) -> NewNote:
        block = self._draft[note]
        found = self._content(self._lines.draft(note, labelled=False), block)
        return NewNote(own, tuple(one for one in found if isinstance(one, Words)))

    def _restyles(
        self, base: int, draft: int, ours: Sequence[Token], theirs: Sequence[Token], agreed: Sequence[Match]
    ) -> Iterator[Restyle]:
        """The stretches of kept words whose italics differ."""
        old, new = self._base[base], self._draft[draft]
        for match in agreed:
            for place in range(match.length):
                one, other = ours[match.base + place], theirs[match.draft + place]
                if one.text and not one.text.isspace() and not one.is_label:
                    yield from _restyled(old, one, _italic(old, one), _italic(new, other))


def _restyled(block: Block, token: Token, was: Sequence[bool], now: Sequence[bool]) -> Iterator[Restyle]:
    offset = token.offset
    for (before, after), group in groupby(zip(was, now, strict=True)):
        length = len(list(group))
        if before != after:
            yield Restyle(source_span(block, offset, offset + length), after)
        offset += length


def _italic(block: Block, token: Token) -> list[bool]:
    return ["italic" in looks for looks in _looks(block, token)]


def _looks(block: Block, token: Token) -> list[frozenset[Style]]:
    """The styles of each character of a token."""
    start, end = token.offset, token.offset + len(token.text)
    near = [mark for mark in block.marks if mark.start < end and mark.end > start]
    if not near:
        return [_PLAIN] * len(token.text)
    return [
        frozenset(mark.style for mark in near if mark.start <= place < mark.end)
        for place in range(start, end)
    ]


def _words(letters: Sequence[tuple[str, frozenset[Style] | None]]) -> Iterator[Words]:
    for styles, group in groupby(letters, key=lambda letter: letter[1]):
        yield Words("".join(letter for letter, _ in group), styles)


def _insertion(line: Sequence[Token], start: int, end: int, content: tuple[Content, ...]) -> Insertion:
    """New content in the place of ``line[start:end]``, behind it, in the looks of its first word."""
    anchor = line[end - 1] if end else line[0]
    at = anchor.span or Span(0, 0)
    words = [
        one.span for one in (*line[start:end], *reversed(line[:start]), *line[end:]) if one.span and one.text
    ]
    model = words[0] if words else at
    return Insertion(at.end - 1 if end else at.start, not end, model.start, content)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans that meet as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and last.end == span.start:
            last = Span(last.start, span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
