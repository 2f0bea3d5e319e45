"""An amendment against the draft that it amends: its paragraphs, and the words that are quoted from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from linter.checks.base import Hit, Subject, place
from linter.model.document import Block
from linter.model.figures import figure
from linter.model.fold import fold
from linter.model.resolution import Element, Resolution
from linter.structure.amendments import Instruction, Target, amended_draft, instructions, symbol_of
from linter.structure.sessions import ordinal_words

_WORD = re.compile(r"\S+")
_SHOWN = 160
_SEARCHED = 10_000  # characters of a paragraph, and words of a quotation, in looking for the like
_MOST_WORDS = 40


def draft(subject: Subject, base: Resolution) -> Iterator[Hit | None]:
    """One item if both say which draft they are: whether it is one."""
    for element in subject.elements(("sponsors",)):
        named = symbol_of(amended_draft(subject.straight(element.block)))
        if not named or not base.symbol:
            continue
        if fold(named) == fold(base.symbol):
            yield None
            continue
        start = subject.straight(element.block).rfind(named)
        values = {"found": named, "expected": base.symbol}
        yield Hit(place(element.block, start, start + len(named)), values)


def paragraphs(subject: Subject, base: Resolution) -> Iterator[Hit | None]:
    """One item for each paragraph that an instruction names."""
    for instruction in instructions(subject.resolution):
        block = subject.resolution.elements[instruction.element].block
        for target in instruction.targets:
            if _passages(target, base):
                yield None
            else:
                found = block.text[slice(*target.span)]
                yield Hit(place(block, *target.span), {"found": found, "expected": _inventory(target, base)})


def _inventory(target: Target, base: Resolution) -> str:
    """What there is in the place of a paragraph that is missing."""
    same = [one for one in base.elements if one.role == target.role and not one.quoted]
    if target.letters and any(_number(one) == target.number for one in same):
        return f"operative paragraph {target.number} has no subparagraph {_lettered(target)}"
    if not same:
        return f"it has no {target.role} paragraph"
    numbers = [_number(one) for one in same]
    if target.role == "operative":
        return f"its operative paragraphs are {min(numbers)} to {max(numbers)}"
    return f"it has {max(numbers)} preambular paragraphs"


def _lettered(target: Target) -> str:
    return " ".join(f"({letter})" for letter in target.letters)


def words(subject: Subject, base: Resolution) -> Iterator[Hit | None]:
    """One item for each stretch of words that is quoted from the draft, or paragraph that is shown whole."""
    for instruction in instructions(subject.resolution):
        block = subject.resolution.elements[instruction.element].block
        for quotation in instruction.quotations:
            if quotation.old and quotation.span.start < quotation.span.end:
                yield from _quoted(block, *quotation.span, instruction, base)
        if instruction.asked == "delete" and len(instruction.targets) == 1:
            yield from _shown(subject, instruction, base)


def _quoted(
    block: Block, start: int, end: int, instruction: Instruction, base: Resolution
) -> Iterator[Hit | None]:
    wanted = _plain(block.text[start:end])
    if not instruction.targets:
        found = any(wanted in _plain(one.block.text) for one in base.elements)
        yield None if found else _hit(block, start, end, "it has these words nowhere")
        return
    for target in instruction.targets:
        passages = _passages(target, base)
        texts = [one.block.text for one in passages]
        if not texts:
            continue  # another rule tells that there is no such paragraph
        if any(wanted in _plain(text) for text in texts):
            yield None
        else:
            yield _hit(block, start, end, _what_stands(wanted, texts, target, base))


def _shown(subject: Subject, instruction: Instruction, base: Resolution) -> Iterator[Hit | None]:
    """The paragraph that is shown in full, so that nobody deletes another."""
    passages = _passages(instruction.targets[0], base)
    shown = [subject.resolution.elements[index].block for index in instruction.shown]
    for block, passage in zip(shown, passages, strict=False):
        wanted, stands = _plain(block.text).rstrip(".,;"), _plain(passage.block.text).rstrip(".,;")
        if wanted == stands:
            yield None
            continue
        start, end = _first_difference(block.text, passage.block.text)
        told = _what_stands(_plain(block.text[start:end]), [passage.block.text], instruction.targets[0], base)
        yield _hit(block, start, end, told)


def _first_difference(one: str, other: str) -> tuple[int, int]:
    """The words of ``one`` from the first to the last that ``other`` has not so."""
    spans = [match.span() for match in _WORD.finditer(one)]
    mine, theirs = ([_plain(word) for word in _WORD.findall(text)] for text in (one, other))
    same = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    known = {index for match in same for index in range(match.a, match.a + match.size)}
    odd = [index for index in range(len(mine)) if index not in known] or [len(mine) - 1]
    return spans[odd[0]][0], spans[odd[-1]][1]


def _what_stands(wanted: str, texts: Sequence[str], target: Target, base: Resolution) -> str:
    """Where the words stand, or what the paragraph reads in their place."""
    elsewhere = [one for one in base.elements if one.role == target.role and wanted in _plain(one.block.text)]
    if len(wanted.split()) > 1 and elsewhere:
        return f"the words stand in {_name(elsewhere[0])}, not in {target.name}"
    return f"{target.name} reads “{_nearest(wanted, texts)}”"


def _nearest(wanted: str, texts: Sequence[str]) -> str:
    """The words of the texts most like ``wanted``, about as many as it has, cut to what can be shown."""
    best, likest = -1.0, ""
    wanted = " ".join(wanted.split()[:_MOST_WORDS])
    for words in (words for text in texts for words in _windows(text[:_SEARCHED], len(wanted.split()))):
        matcher = SequenceMatcher(None, wanted, _plain(words), autojunk=False)
        if matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
            best, likest = ratio, words
    return likest if len(likest) <= _SHOWN else f"{likest[:_SHOWN].rstrip()} …"


def _windows(text: str, size: int) -> Iterator[str]:
    """The stretches of a text of ``size`` words and of one or two more, without marks at their end."""
    spans = [match.span() for match in _WORD.finditer(text)]
    for length in range(size, size + 3):
        for index in range(max(len(spans) - length, 0) + 1):
            yield text[spans[index][0] : spans[min(index + length, len(spans)) - 1][1]].rstrip(".,;:")


def _passages(target: Target, base: Resolution) -> list[Element]:
    """The paragraph that is named, with its subparagraphs; only those that its letters name, if any."""
    found: list[Element] = []
    for index, element in enumerate(base.elements):
        if element.role == target.role and not element.quoted and _number(element) == target.number:
            below = _below(base, index)
            found += [element, *below] if not target.letters else _with_letters(below, target.letters)
    return found


def _below(base: Resolution, index: int) -> list[Element]:
    within = {index}
    found = []
    for place_of, element in enumerate(base.elements[index + 1 :], index + 1):
        if element.parent in within:
            within.add(place_of)
            found.append(element)
    return found


def _with_letters(below: Sequence[Element], letters: tuple[str, ...]) -> list[Element]:
    return [one for one in below if re.sub(r"\W", "", one.label) in (letters[0], letters[-1])]


def _number(element: Element) -> int:
    digits = re.search(r"\d+", element.label)
    return figure(digits[0]) if digits else element.ordinal


def _name(element: Element) -> str:
    if element.role == "preambular":
        return f"the {ordinal_words(element.ordinal)} preambular paragraph"
    return f"operative paragraph {_number(element)}"


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _hit(block: Block, start: int, end: int, told: str) -> Hit:
    return Hit(place(block, start, end), {"found": block.text[start:end], "expected": told})
