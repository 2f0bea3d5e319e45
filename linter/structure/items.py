"""The subparagraphs of one paragraph: (a) with (i) below it, dashes, unlettered items."""

from __future__ import annotations

from linter.structure.labels import Label
from linter.structure.labels import parse as parse_label
from linter.structure.lines import Line
from linter.structure.signs import is_dash


class Items:
    """Keeps the open levels of a paragraph; a kind of label seen before closes all levels below it."""

    def __init__(self) -> None:
        self._levels: list[tuple[str, int]] = []
        self._letter = ""

    def __bool__(self) -> bool:
        return bool(self._levels)

    def has(self, kind: str) -> bool:
        """Whether a level with labels of this kind is open."""
        return any(kept == kind for kept, _ in self._levels)

    def close(self) -> None:
        """Forget all levels: a paragraph or heading begins."""
        self._levels.clear()
        self._letter = ""

    def take(self, seen: Line, index: int, paragraph: int | None) -> tuple[str, int, int | None]:
        """Place one item: its name, its level (2 directly under the paragraph), the index of its parent."""
        label = self._label(seen)
        kind = label.kind if label else "dash" if is_dash(seen) else "plain"
        kinds = [kept for kept, _ in self._levels]
        if kind in kinds:
            del self._levels[kinds.index(kind) :]
        parent = self._levels[-1][1] if self._levels else paragraph
        self._levels.append((kind, index))
        if kind in ("letter", "letter-stop"):
            self._letter = seen.label_text
        return label.name if label else "", 1 + len(self._levels), parent

    def _label(self, seen: Line) -> Label | None:
        """The label, "(i)" after "(h)" read as a letter."""
        if not seen.label_text:
            return seen.label
        label = parse_label(seen.label_text, self._letter if self._lettered() else "") or seen.label
        if label and label.kind == "letter-stop" and self._goes_on(label):
            return label._replace(kind="letter")
        return label

    def _lettered(self) -> bool:
        return self.has("letter") or self.has("letter-stop")

    def _goes_on(self, label: Label) -> bool:
        """Whether "c." is the next letter after "(b)"."""
        before = parse_label(self._letter) if self.has("letter") else None
        return before is not None and label.value == before.value + 1 > 1
