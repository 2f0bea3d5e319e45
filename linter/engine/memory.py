"""What rules found in single paragraphs, kept while a draft is being typed: most of it stays as it is.

Only rules that look at each paragraph alone take part (:class:`linter.checks.base.Look`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from linter.checks.base import Hit, Look, Request, Subject
from linter.model.resolution import Citation, Element, Resolution
from linter.model.values import replace
from linter.structure.citations import by_block

_LIMIT = 4_096  # paragraphs

_Items = tuple[Hit | None, ...]
_Found = dict[str, _Items]  # what there is of a paragraph, by rule


class Memory:
    """The paragraphs that were examined, with the block in which each stood then, and what was found."""

    def __init__(self) -> None:
        self._draft: Hashable = None
        self._known: dict[Hashable, tuple[int, _Found]] = {}

    def recall(self, resolution: Resolution, subject: Callable[[list[int]], Subject]) -> Recall:
        """What is known of the paragraphs of a draft; ``subject`` is made of those of which nothing is."""
        draft = _nature(resolution)
        if draft != self._draft:
            self._draft, self._known = draft, {}
        cited = by_block(resolution.citations)
        recall = Recall(
            self,
            {one.block.index: _look_of(one, cited.get(one.block.index, ())) for one in resolution.elements},
        )
        recall.subject = subject([block for block in recall.keys if block not in recall.known])
        return recall

    def known(self, key: Hashable, block: int) -> _Found | None:
        """What is known of a paragraph, as if it had been found in this block."""
        known = self._known.get(key)
        if known is None or known[0] == block:
            return known[1] if known else None
        return {rule: tuple(_moved(item, block) for item in items) for rule, items in known[1].items()}

    def keep(self, found: dict[Hashable, tuple[int, _Found]]) -> None:
        """Remember the paragraphs of one draft, and forget others when they become too many."""
        if len(self._known) + len(found) > _LIMIT:
            self._known = {}
        self._known.update(found)


class Recall:
    """The examination of one draft, in which what is known is not looked at again."""

    subject: Subject

    def __init__(self, memory: Memory, keys: dict[int, Hashable]) -> None:
        self._memory = memory
        self.keys = keys
        self.known = {
            block: known for block, key in keys.items() if (known := memory.known(key, block)) is not None
        }
        self._made: dict[int, _Found] = {block: {} for block in keys if block not in self.known}
        self._by_rule: dict[str, dict[int, _Items]] = {}
        for block, found in self.known.items():
            for rule, items in found.items():
                self._by_rule.setdefault(rule, {})[block] = items

    def items(self, look: Look, params: Any, request: Request) -> list[Hit | None]:
        """What :meth:`Look.check` gives for the whole draft."""
        found = self._by_rule.setdefault(request.rule, {})
        for element in look.which(params, self.subject, request):
            items = tuple(look.judge(params, self.subject, element))
            if items:
                block = element.block.index
                self._made[block][request.rule] = found[block] = items
        return [item for block in sorted(found) for item in found[block]]

    def keep(self) -> None:
        """Remember what was found, once all rules have run."""
        found = self.known | self._made
        self._memory.keep({key: (block, found[block]) for block, key in self.keys.items()})


def _nature(resolution: Resolution) -> Hashable:
    """What the draft as a whole is."""
    return (
        resolution.organ, resolution.stage, resolution.session, resolution.date, resolution.language,
        resolution.kind, resolution.document.carries, resolution.document.source.format,
    )  # fmt: skip


def _look_of(element: Element, citations: Sequence[Citation]) -> Hashable:
    """All that a look at a paragraph can see."""
    block, label = element.block, element.block.label
    return (
        element.role, element.label, element.level, element.opening, element.declaration, element.quoted,
        block.kind, block.text, block.hint,
        tuple((mark.start, mark.end, mark.style) for mark in block.marks),
        tuple((note.offset, note.label, note.automatic, note.note is None) for note in block.notes),
        (label.text, label.automatic, label.source is None) if label else None,
        tuple((one.kind, one.organ, one.number, one.date, one.span, one.date_span) for one in citations),
    )  # fmt: skip


def _moved(item: Hit | None, block: int) -> Hit | None:
    """The same item in another block."""
    if item is None:
        return None
    return replace(
        item,
        place=replace(item.place, block=block),
        edits=tuple(replace(edit, block=block) for edit in item.edits),
        related=tuple(replace(place, block=block) for place in item.related),
    )
