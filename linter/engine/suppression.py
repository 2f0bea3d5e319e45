"""What a drafter has asked not to see, and whether each such request still does something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.model.diagnostic import Diagnostic
from linter.model.document import Directive, Document
from linter.model.errors import did_you_mean
from linter.model.values import dataclass, field

_IGNORE = re.compile(
    r"ignore\s+(?P<rules>[a-z0-9*-]+(?:\s*,\s*[a-z0-9*-]+)*)(?:\s+(?P<reason>\S.*))?", re.DOTALL
)


@dataclass(slots=True)
class Suppressions:
    """The requests of one document. ``remarks`` must be asked for after all findings have been shown."""

    by_block: dict[int, list[tuple[str, Directive]]]
    everywhere: frozenset[str]
    unreadable: list[Directive]
    known: frozenset[str] = frozenset()
    used: set[tuple[str, int]] = field(default_factory=set)

    def hides(self, diagnostic: Diagnostic) -> bool:
        """Whether this finding is suppressed."""
        if diagnostic.rule in self.everywhere:
            return True
        block = diagnostic.place.block
        for rule, _ in self.by_block.get(block, ()):
            if rule in (diagnostic.rule, "all"):
                self.used.add((rule, block))
                return True
        return False

    def remarks(self) -> Iterator[str]:
        """A remark for each comment that could not be read, and each that suppresses nothing."""
        for directive in self.unreadable:
            yield f"the comment “resolint: {directive.text}” is not understood: write “ignore RULE reason”"
        for block, requests in self.by_block.items():
            for rule, directive in requests:
                if (rule, block) in self.used:
                    continue
                comment = f"the comment “resolint: {directive.text}”"
                if rule == "all" or rule.startswith("grammar") or rule in self.known:
                    yield f"{comment} suppresses nothing: remove it"
                else:
                    nearest = did_you_mean(rule, self.known)
                    yield f"{comment} suppresses nothing: there is no rule “{rule}”{nearest}"


def suppressions(document: Document, everywhere: frozenset[str], names: Iterable[str]) -> Suppressions:
    """The requests in a document's comments, and the rules that settings silence for its path.

    ``names`` are those of all rules.
    """
    by_block: dict[int, list[tuple[str, Directive]]] = {}
    unreadable: list[Directive] = []
    for directive in document.directives:
        match = _IGNORE.fullmatch(directive.text.strip())
        if match is None:
            unreadable.append(directive)
            continue
        for rule in re.split(r"\s*,\s*", match["rules"]):
            by_block.setdefault(directive.before, []).append((rule, directive))
    return Suppressions(by_block, everywhere, unreadable, frozenset(names) if by_block else frozenset())
