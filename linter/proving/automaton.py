"""The automaton of an expression: its letters, which of them can follow which, and in how many ways.

Built from what the library's parser makes of the expression. Of repetitions, those that may occur more than
eight times count as endless. What looks ahead or behind, and what gives nothing back (atomic groups), is an
automaton of its own beside the main one; back-references match nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from linter.model.values import dataclass

_WRITTEN_OUT = 8  # repetitions
_WAYS = 2  # more need not be told apart
_STEPS = 4_000  # of looking for ways that read nothing, from one place
_PAIRS = 60_000
_FROM_EACH = 3
_USUAL = "aZ0_ \n\t-.,;:()'\"/é€"

_parser: Any = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - the library parses, and has no public door

Letters = frozenset[str]


class _Builder:
    """Adds the parts of a parsed expression between numbered places."""

    def __init__(self, alphabet: str, *, any_case: bool) -> None:
        self.free: list[list[int]] = [[]]  # for each place, those that are reached without reading
        self.letters: list[tuple[int, Letters, int]] = []
        self._alphabet = alphabet
        self._any_case = any_case

    def place(self) -> int:
        self.free.append([])
        return len(self.free) - 1

    def add(self, tree: Any, start: int) -> int:
        """The place behind a parsed expression that begins at ``start``."""
        for operation, argument in tree:
            start = self._add(str(operation), argument, start)
        return start

    def _add(self, operation: str, argument: Any, start: int) -> int:
        if operation in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeat(argument, start)
        if operation == "BRANCH":
            return self._branches(argument[1], start)
        if operation == "SUBPATTERN":
            return self.add(argument[3], start)
        if operation == "GROUPREF_EXISTS":
            return self._branches([tree for tree in argument[1:] if tree is not None], start)
        if operation in ("ASSERT", "ASSERT_NOT"):
            self.add(argument[1], self.place())
        elif operation == "ATOMIC_GROUP":
            self.add(argument, self.place())
        elif operation == "POSSESSIVE_REPEAT":
            self._repeat(argument, self.place())
        elif operation not in ("AT", "GROUPREF"):
            return self._letter(operation, argument, start)
        return start

    def _letter(self, operation: str, argument: Any, start: int) -> int:
        end = self.place()
        fits = _fits(operation, argument)
        read = {letter for letter in self._alphabet if fits(letter)}
        if self._any_case:
            read |= {letter for letter in self._alphabet if fits(letter.swapcase()[:1])}
        self.letters.append((start, frozenset(read), end))
        return end

    def _branches(self, trees: list[Any], start: int) -> int:
        end = self.place()
        for tree in trees:
            begin = self.place()
            self.free[start].append(begin)
            self.free[self.add(tree, begin)].append(end)
        return end

    def _repeat(self, argument: Any, start: int) -> int:
        least, most, tree = argument
        endless = most == _parser.MAXREPEAT or most > _WRITTEN_OUT
        for _ in range(min(least, _WRITTEN_OUT)):
            start = self.add(tree, start)
        end = self.place()
        if endless:
            begin = self.place()
            behind = self.add(tree, begin)
            self.free[start] += [begin, end]
            self.free[behind] += [begin, end]
            return end
        for _ in range(most - least):
            self.free[start].append(end)
            begin = self.place()
            self.free[start].append(begin)
            start = self.add(tree, begin)
        self.free[start].append(end)
        return end


def _fits(operation: str, argument: Any) -> Callable[[str], bool]:
    """Whether an operation reads a letter."""
    if operation == "LITERAL":
        return lambda letter: ord(letter) == argument
    if operation == "NOT_LITERAL":
        return lambda letter: ord(letter) != argument
    if operation == "RANGE":
        return lambda letter: argument[0] <= ord(letter) <= argument[1]
    if operation == "CATEGORY":
        return _CATEGORIES[str(argument)]
    if operation == "IN":
        turned = str(argument[0][0]) == "NEGATE"
        items = [_fits(str(kind), value) for kind, value in argument[turned:]]
        return lambda letter: any(fits(letter) for fits in items) != turned
    return lambda letter: letter != "\n"  # ANY


_CATEGORIES: Mapping[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_NOT_DIGIT": lambda letter: not letter.isdecimal(),
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_NOT_SPACE": lambda letter: not letter.isspace(),
    "CATEGORY_WORD": lambda letter: letter.isalnum() or letter == "_",
    "CATEGORY_NOT_WORD": lambda letter: not letter.isalnum() and letter != "_",
}


@dataclass(frozen=True, slots=True)
class Automaton:
    """``letters[n]`` is what is read at ``n``; ``after[n]`` tells what follows, in how many ways (2: many).

    ``first`` are those that the expression can begin with.
    """

    letters: tuple[Letters, ...]
    after: tuple[Mapping[int, int], ...]
    first: Mapping[int, int]

    def ambiguous(self) -> str | None:
        """What a repetition can read in two ways, each time anew, such as "aa" of (a+)+; None if nothing."""
        for circle in self._circles():
            for letter in sorted(circle):
                if any(ways >= _WAYS for other, ways in self.after[letter].items() if other in circle):
                    return self._round(letter)
            parting = self._parting(circle)
            if parting is not None:
                return self._round(parting)
        return None

    def loops(self) -> Iterator[tuple[str, str]]:
        """For each repetition what leads to it, and what it can read."""
        for circle in self._circles():
            for letter in sorted(circle)[:_FROM_EACH]:
                yield self._way(self.first, letter), self._round(letter)

    def _circles(self) -> Iterator[frozenset[int]]:
        """The places that can follow each other for ever, those together that do."""
        reached = [self._reached(number) for number in range(len(self.after))]
        done: set[int] = set()
        for number, others in enumerate(reached):
            if number in others and number not in done:
                circle = frozenset(other for other in others if number in reached[other])
                done |= circle
                yield circle

    def _reached(self, number: int) -> set[int]:
        found: set[int] = set()
        waiting = list(self.after[number])
        while waiting:
            other = waiting.pop()
            if other not in found:
                found.add(other)
                waiting.extend(self.after[other])
        return found

    def _parting(self, circle: frozenset[int]) -> int | None:
        """A place of a circle that two ways, which read the same, reach apart from each other."""
        before: dict[int, list[int]] = {number: [] for number in circle}
        after = {number: [other for other in self.after[number] if other in circle] for number in circle}
        for number, others in after.items():
            for other in others:
                before[other].append(number)
        both = self._pairs(after) & self._pairs(before)
        return min(pair[0] for pair in both) if both else None

    def _pairs(self, after: Mapping[int, list[int]]) -> set[tuple[int, int]]:
        """The pairs of different places that two ways from one place lead to while they read the same."""
        found = {(number, number) for number in after}
        waiting = list(found)
        while waiting and len(found) < _PAIRS:
            one, other = waiting.pop()
            for pair in product(after[one], after[other]):
                if pair not in found and self.letters[pair[0]] & self.letters[pair[1]]:
                    found.add(pair)
                    waiting.append(pair)
        return {pair for pair in found if pair[0] != pair[1]}

    def _round(self, number: int) -> str:
        """The shortest text from a place back to it."""
        return self._way(self.after[number], number)[1:] + self._letter(number)

    def _way(self, starts: Iterable[int], goal: int) -> str:
        """The shortest text from any of some places to another, without its last letter ("" if none)."""
        texts = dict.fromkeys(starts, "")
        waiting = list(texts)
        for number in waiting:
            if number == goal:
                break
            for other in self.after[number]:
                if other not in texts:
                    texts[other] = texts[number] + self._letter(number)
                    waiting.append(other)
        return texts.get(goal, "")

    def all_letters(self) -> str:
        """A letter for each place, each once."""
        return "".join(dict.fromkeys(self._letter(number) for number in range(len(self.letters))))

    def _letter(self, number: int) -> str:
        """One of the letters that are read at a place, one that can be seen if there is one."""
        return min(self.letters[number], key=_plainness, default="")


def automaton(expression: str, flags: int = 0) -> Automaton:
    """The automaton of an expression that can be read."""
    tree = _parser.parse(expression, flags)
    any_case = bool((flags | tree.state.flags) & re.IGNORECASE) or "(?i" in expression
    builder = _Builder(_alphabet(tree), any_case=any_case)
    builder.add(tree, 0)
    by_place: dict[int, list[int]] = {}
    for number, (start, _, _) in enumerate(builder.letters):
        by_place.setdefault(start, []).append(number)
    follow = [_following(builder.free, by_place, place) for place in range(len(builder.free))]
    return Automaton(
        tuple(letters for _, letters, _ in builder.letters),
        tuple(follow[end] for _, _, end in builder.letters),
        follow[0],
    )


def _plainness(letter: str) -> tuple[bool, bool, str]:
    return not letter.isalnum(), letter < " ", letter


def _following(free: list[list[int]], by_place: Mapping[int, list[int]], start: int) -> dict[int, int]:
    """What can be read next from a place, and in how many ways one comes to it."""
    found: dict[int, int] = {}
    way: list[int] = []
    waiting: list[tuple[int, int]] = [(start, 0)]
    for _ in range(_STEPS):
        if not waiting:
            break
        place, depth = waiting.pop()
        del way[depth:]
        if place in way:
            continue
        way.append(place)
        for number in by_place.get(place, ()):
            found[number] = min(found.get(number, 0) + 1, _WAYS)
        waiting.extend((other, depth + 1) for other in free[place])
    return found


def _alphabet(tree: Any) -> str:
    """Letters enough to tell what an expression tells apart."""
    found = set(_USUAL)
    for number in _numbers(tree):
        found |= {chr(one) for one in (number - 1, number, number + 1) if 0 < one < 0x110000}
    return "".join(sorted(found | {letter.swapcase()[:1] for letter in found}))


def _numbers(tree: Any) -> Iterator[int]:
    """The letters that an expression names, as numbers; among them some numbers that mean something else."""
    if isinstance(tree, int) and not isinstance(tree, bool):
        yield int(tree)
    elif isinstance(tree, (list, tuple, _parser.SubPattern)):
        for item in tree:
            yield from _numbers(item)
