"""Run the examples of a rule, and say what is not as they state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.fixing import fix, rendered
from linter.model.document import Document
from linter.model.values import dataclass, replace
from linter.packs.book import RuleBook
from linter.packs.folder import BUILT_IN
from linter.packs.rule import Example, Rule
from linter.proving.frame import framed, framed_base, organ_of, regular, stage_of
from linter.readers import read

_PLACE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bench:
    """A rule book set up to run examples."""

    book: RuleBook

    def problems(self, rule: Rule) -> Iterator[str]:
        """What is wrong with a rule's examples, one sentence each; nothing if all hold."""
        examples = rule.examples
        if not any(example.bad is not None for example in examples):
            yield "it has no bad example"
        if not any(example.good is not None for example in examples):
            yield "it has no good example"
        for number, example in enumerate(examples, 1):
            check = self._good if example.good is not None else self._bad
            for problem in check(rule, example):
                yield f"example {number}: {problem}"

    def _linter(self, rule: Rule, example: Example) -> Linter:
        options: dict[str, Any] = {"organ": organ_of(rule, example), "stage": stage_of(rule, example)}
        if rule.status != "stable":
            stable = [other.name for other in self.book.all_rules() if other.status == "stable"]
            options["select"] = (rule.name, *stable)
        if not example.whole and any(pack.name not in BUILT_IN for pack in self.book.packs):
            options["ignore"] = tuple(self._of_the_frame(options, rule))
        linter = Linter(self.book, Settings(**options))
        if example.base is None:
            return linter
        base = linter.recognise(_read(framed_base(rule, example)))
        return Linter(self.book, linter.settings, replace(base, stage="adopted"))

    def _of_the_frame(self, options: dict[str, Any], rule: Rule) -> set[str]:
        """Other rules that find something in the frame itself, such as one that asks for a line above it."""
        frame = Linter(self.book, Settings(**options)).lint(_read(regular(options["organ"])))
        return {found.rule for found in frame.diagnostics} - {rule.name}

    def _good(self, rule: Rule, example: Example) -> Iterator[str]:
        lint = self._linter(rule, example).lint(_read(framed(rule, example, example.good or "")))
        yield from _told(lint, "a good example must be quiet, but")

    def _bad(self, rule: Rule, example: Example) -> Iterator[str]:
        marked = framed(rule, example, example.bad or "")
        places = _places(marked)
        if not places:
            yield "a bad example marks the place with [[ ]]"
            return
        document = _read(_PLACE.sub(r"\1", marked))
        linter = self._linter(rule, example)
        lint = linter.lint(document)
        others = [found for found in lint.diagnostics if found.rule != rule.name]
        yield from _told(lint, "only its own rule may speak, but", {rule.name})
        found = sorted(_found(lint, rule.name))
        if found != places and not others:
            shown = [document.source.text[start:end] for start, end in found]
            yield f"the rule was to be found at {_shown(document, places)}, it is found at {shown}"
        yield from _fixed(rule, example, document, linter)


def _fixed(rule: Rule, example: Example, document: Document, linter: Linter) -> Iterator[str]:
    if example.fix is None:
        if rule.fix != "none" and any(found.fix for found in linter.lint(document).diagnostics):
            yield "the rule has a fix: the example must state what it gives"
        return
    outcome = fix(document, linter, suggested=True)
    written = rendered(outcome, linter).decode()
    expected = framed(rule, example, example.fix)
    if written != expected:
        yield f"the fix was to give\n{expected}\nit gives\n{written}"
    yield from _told(outcome.lint, "after the fix all must be quiet, but")


def _read(text: str) -> Document:
    return read("example.md", text.encode())


def _told(lint: Lint, lead: str, apart: set[str] | frozenset[str] = frozenset()) -> Iterator[str]:
    yield from lint.failures
    if not lint.resolution.is_draft:
        yield "the example is not recognised as a draft"
    for found in lint.diagnostics:
        if found.rule not in apart:
            block = lint.resolution.document.blocks[found.place.block]
            words = block.text[found.place.start : found.place.end]
            yield f"{lead} {found.rule} says at “{words}” of “{block.text[:60]}”: {found.message}"


def _places(marked: str) -> list[tuple[int, int]]:
    """The marked places as offsets of the text without the marks, emphasis at their ends left out."""
    found = []
    removed = 0
    for match in _PLACE.finditer(marked):
        inner = match[1]
        left = len(inner) - len(inner.lstrip("*_"))
        right = len(inner) - len(inner.rstrip("*_"))
        start = match.start() - removed
        found.append((start + left, start + len(inner) - right))
        removed += 4
    return sorted(found)


def _found(lint: Lint, rule: str) -> Iterator[tuple[int, int]]:
    for finding in file_report(lint).findings:
        if finding.rule == rule:
            for where in (finding.where, *finding.related):
                if where.range is not None:
                    yield where.range.start.offset, where.range.end.offset


def _shown(document: Document, places: list[tuple[int, int]]) -> list[str]:
    return [document.source.text[start:end] for start, end in places]
