"""A redline: one Word file with tracked changes that holds the base and the draft."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from linter.alignment import Alignment, Pair, align, shows_italics
from linter.alignment.chain import Edge, heaviest_rising
from linter.compare.models import Models
from linter.compare.printable import printable
from linter.compare.rewriting import Rewriter
from linter.model.document import Block, Document
from linter.model.resolution import Resolution
from linter.model.values import replace
from linter.readers import read
from linter.writers.docx.redline import redline as written
from linter.writers.docx.redline_plan import Added, Dropped, Kept, Plan, Row
from linter.writers.docx.template import build

_ROUNDS = 4


def as_word(document: Document) -> Document:
    """The base as a Word document without tracked changes: itself, or set in the style of the template."""
    path = document.source.path
    if document.source.format == "docx":
        from linter.ooxml.settle import settled

        data = settled(document.source.data, path)
        return document if data == document.source.data else read(path, data, format="docx")
    return read(path, build(printable(document)), format="docx")


def redline(base: Resolution, draft: Resolution, *, author: str = "resolint", date: str = "") -> bytes:
    """The Word file ``base`` (see ``as_word``) with tracked changes that lead to ``draft``.

    Rejecting all gives the base, accepting all the draft, in words, italics, numbers and footnotes. Raises
    WriteError for a file that must not be written.
    """
    base = _unjoined(base)
    planner = Planner(align(base, _of(draft, printable(draft.document))))
    typed: set[int] = set()
    for number in range(_ROUNDS):
        data = written(base.document, planner.plan(typed), author=author, date=date)
        wrong = planner.wrong_labels(read(base.document.source.path, data, format="docx"))
        if not wrong:
            return data
        typed |= set(wrong if number else wrong[:1])  # the first may put all after it out
    return written(base.document, planner.plan(planner.labelled), author=author, date=date)


def unlike(data: bytes, draft: Resolution) -> list[str]:
    """The paragraphs and notes in which a redline with all changes accepted differs from the draft.

    None, but for characters that Word cannot hold, and for what the headers of the base's pages say.
    """
    accepted = Counter(map(_line, printable(read("redline.docx", data, format="docx")).blocks))
    meant = Counter(map(_line, printable(draft.document).blocks))
    return [line for line in ((accepted - meant) + (meant - accepted)).elements() if line]


def _line(block: Block) -> str:
    """Label and words; the label of a note is that of its mark."""
    label = block.label.text if block.label and block.kind != "note" else ""
    return " ".join(f"{label} {block.text}".split())


class Planner:
    """Plans the changes between two texts that are aligned."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._base, self._draft = alignment.base.document.blocks, alignment.draft.document.blocks
        partner = {pair.draft[0]: pair.base[0] for pair in alignment.pairs if pair.base and pair.draft}
        italics = shows_italics(alignment.draft)
        self._rewriter = Rewriter(self._base, self._draft, partner, italics=italics)
        self._models = Models(alignment.base)
        self._partners, self._moves = self._arranged()
        self._shown = [one.index for one in self._draft if one.kind != "note" and (one.text or one.notes)]
        self.labelled = {index for index in self._shown if self._label(index)}

    def plan(self, typed: Collection[int]) -> Plan:
        """The plan in which the numbers of these blocks of the draft are typed, whatever Word would count."""
        rows = tuple(self._rows(typed))
        notes = tuple(
            Kept(pair.base[0], self._rewriter.rewrite(pair.base[0], pair.draft[0], labelled=False))
            for pair in self._alignment.pairs
            if pair.base and pair.draft and self._base[pair.base[0]].kind == "note"
        )
        return Plan(rows, notes)

    def wrong_labels(self, accepted: Document) -> list[int]:
        """The blocks of the draft whose numbers would be others with all changes accepted."""
        found = [block for block in accepted.blocks if block.kind != "note"]
        if len(found) != len(self._shown):
            return []
        return [
            index
            for index, block in zip(self._shown, found, strict=True)
            if block.label is not None and block.label.automatic and block.label.text != self._label(index)
        ]

    def _label(self, index: int) -> str:
        label = self._draft[index].label
        return label.text if label else ""

    def _arranged(self) -> tuple[dict[int, int], dict[int, str]]:
        """Which block of the base each of the draft stays, and the names of those that move unchanged.

        Moves are named by the blocks of the draft, and below 0 by those of the base.
        """
        pairs = [one for one in self._alignment.pairs if one.base and one.draft and not self._is_note(one)]
        mains = [self._main(pair) for pair in pairs]
        edges = [Edge(base, draft, 1 + len(self._draft[draft].text)) for base, draft in mains]
        staying = {edge.draft: edge.base for edge in heaviest_rising(edges)}
        moves: dict[int, str] = {}
        for base, draft in mains:
            if draft not in staying and self._is_whole_move(base, draft):
                moves[draft] = moves[-1 - base] = f"move{len(moves) // 2 + 1}"
        return staying, moves

    def _is_note(self, pair: Pair) -> bool:
        return self._base[pair.base[0]].kind == "note"

    def _main(self, pair: Pair) -> tuple[int, int]:
        """Of a pair that was split or merged the two blocks that share most."""
        shared = dict.fromkeys(((base, draft) for base in pair.base for draft in pair.draft), 0)
        for one in pair.stretches:
            if one.kind in ("same", "restyled"):
                shared[one.base.block, one.draft.block] += one.draft.end - one.draft.start
        return max(shared, key=lambda key: shared[key])

    def _is_whole_move(self, base: int, draft: int) -> bool:
        """Whether a paragraph moves without any change: Word shows edits and notes within a move badly."""
        old, new = self._base[base], self._draft[draft]
        return (
            old.text == new.text
            and not (old.notes or new.notes)
            and (old.label is None) == (new.label is None)
            and not self._rewriter.rewrite(base, draft, labelled=False).restyles
        )

    def _rows(self, typed: Collection[int]) -> Iterator[Row]:
        bodies = iter([block.index for block in self._base if block.kind != "note"])
        new: list[int] = []
        near = 0
        for draft in self._shown:
            base = self._partners.get(draft)
            if base is None:
                new.append(draft)
                continue
            yield from self._dropped(bodies, base)
            yield from (self._added(one, near, typed) for one in new)
            yield self._kept(base, draft, typed)
            new, near = [], base
        yield from self._tail(list(self._dropped(bodies, None)), new, near, typed)

    def _tail(
        self, dropped: Sequence[Dropped], new: Sequence[int], near: int, typed: Collection[int]
    ) -> Iterator[Row]:
        """What goes and what comes after the last paragraph that stays.

        The mark that ends a text cannot go. Where the last paragraph goes and one comes that is numbered (or
        not) as it was, the new one takes its place, so that no empty paragraph is left.
        """
        last = dropped[-1] if dropped and new else None
        takes_over = (
            last is not None
            and not (last.move or self._moves.get(new[-1]))
            and (self._base[last.block].label is None) == (not self._label(new[-1]))
        )
        yield from dropped[:-1] if takes_over else dropped
        yield from (self._added(one, near, typed) for one in (new[:-1] if takes_over else new))
        if last is not None and takes_over:
            yield self._kept(last.block, new[-1], typed, alike=False)

    def _dropped(self, bodies: Iterator[int], until: int | None) -> Iterator[Dropped]:
        for base in bodies:
            if base == until:
                return
            yield Dropped(base, self._moves.get(-1 - base, ""))

    def _kept(self, base: int, draft: int, typed: Collection[int], *, alike: bool = True) -> Kept:
        label = self._base[base].label
        automatic = label is not None and label.automatic
        numbered = automatic and bool(self._label(draft)) and draft not in typed
        rewrite = self._rewriter.rewrite(base, draft, labelled=not numbered, alike=alike)
        return Kept(base, rewrite, unnumbered=automatic and not numbered)

    def _added(self, draft: int, near: int, typed: Collection[int]) -> Added:
        element = self._alignment.draft.elements[draft]
        labelled = bool(self._label(draft))
        like = self._models.like(element, near, labelled=labelled)
        numbered = labelled and draft not in typed and self._is_numbered_like(like, element.level)
        content = self._rewriter.whole(draft, labelled=not numbered)
        return Added(content, like, numbered, self._moves.get(draft, ""))

    def _is_numbered_like(self, like: int | None, level: int) -> bool:
        """Whether Word numbers this paragraph of the base, at this level."""
        label = None if like is None else self._base[like].label
        return (
            like is not None
            and label is not None
            and label.automatic
            and self._alignment.base.elements[like].level == level
        )


def _of(resolution: Resolution, document: Document) -> Resolution:
    """The resolution with other blocks in the places of its own."""
    elements = zip(resolution.elements, document.blocks, strict=True)
    return replace(
        resolution,
        document=document,
        elements=tuple(replace(element, block=block) for element, block in elements),
    )


def _unjoined(base: Resolution) -> Resolution:
    """The resolution with the printable blocks of the file, where the recogniser joined some."""
    source = base.document.source
    document = printable(read(source.path, source.data, format="docx"))
    starts = [element.block.span.start for element in base.elements]
    elements = tuple(
        replace(base.elements[max(bisect_right(starts, block.span.start) - 1, 0)], block=block)
        for block in document.blocks
    )
    return replace(base, document=document, elements=elements)
