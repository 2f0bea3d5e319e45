"""What ``resolint roll`` makes of adopted texts, against what their real successors became.

``python -m tests.corpus.rolls`` prints the table of ROLLS.md and writes it there.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from linter.alignment import Alignment, align
from linter.drafting.roll import roll
from linter.drafting.rolling import Change
from linter.facts import facts_in
from linter.model.fold import fold
from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise, renewal
from linter.tables import vocabulary
from linter.tables.location import rules_folder

PAGE = Path(__file__).with_name("ROLLS.md")
TWELVE = 12
_WHAT = {
    "head": "session, committee, agenda item and title in the head",
    "session": "a session to come",
    "date": "a day to come",
    "latest": "“the latest being” names the base",
    "recalled": "the base among the resolutions recalled",
    "pursuant": "reports submitted pursuant to the base",
    "report": "report of the new session at its place",
    "supplement": "session of a supplement of the Official Records",
}
_HEAD = """\
# Rolled forward

What `resolint roll` makes of adopted resolutions of the General Assembly, against the resolution of the same
title that followed a session later. A change is right where the real text says the same at the same place,
wrong where it says something else; “missed” are the changes of this sort that the real text has and ours has
not. A paragraph that was dropped or written anew says nothing.
Twelve texts stand for all {count} pairs, at even distances; `python -m tests.corpus.rolls` counts again.

| change | twelve texts: right | wrong | missed | all {count} pairs: right | wrong | missed |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
"""

Tally = Counter[tuple[str, str]]


def successors(folder: Path) -> list[tuple[Resolution, Resolution]]:
    """Each text with the one of the same title in the next session, where each is the only one."""
    words = vocabulary("en")
    by_title: dict[str, dict[int, list[Resolution]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted((folder / "corpus" / "akn4un" / "GA").glob("*.xml")):
        resolution = recognise(read(str(path)), words)
        by_title[title_of(resolution)][resolution.session].append(resolution)
    found = []
    for of_title in by_title.values():
        for session, texts in of_title.items():
            following = of_title.get(session + 1, [])
            if len(texts) == len(following) == 1:
                found.append((texts[0], following[0]))
    return sorted(found, key=lambda pair: pair[0].document.source.path)


def title_of(resolution: Resolution) -> str:
    """The title without its number, folded."""
    return re.sub(r"^\S*\d+/\d+\S*\s*", "", fold(resolution.title))


def judged(base: Resolution, real: Resolution) -> Tally:
    """How the changes that the program makes fare against the real text."""
    words = vocabulary("en")
    facts = facts_in(rules_folder() / "tables" / "resolutions.tsv")
    rolled = roll(base, facts, words, real.session)
    alignment = align(base, real)
    tally: Tally = Counter()
    for change in rolled.changes:
        if change.what in _WHAT and change.block is not None and change.where != "masthead":
            verdict = _verdict(change, alignment, base)
            if verdict:
                tally[change.what, verdict] += 1
    new = recognise(read("rolled.md", rolled.markdown.encode()), words)
    for right in _head(new, real):
        tally["head", "right" if right else "wrong"] += 1
    moved = {(change.what, change.block) for change in rolled.changes}
    tally.update((what, "missed") for what, block in _real_changes(alignment) if (what, block) not in moved)
    return tally


def _verdict(change: Change, alignment: Alignment, base: Resolution) -> str:
    pair = alignment.of_base(change.block if change.block is not None else -1)
    texts = [fold(alignment.draft.document.blocks[index].text) for index in pair.draft]
    if not texts:
        return ""
    text = " ".join(texts)
    if change.what == "session":
        there = {mention.number for mention in renewal.sessions(text)}
        return _when(fold(change.written) in text, bool(there))
    if change.what == "date":
        years = re.findall(r"20\d\d", change.written)
        return _when(any(year in text for year in years), bool(re.search(r"20\d\d", text)))
    if change.what in ("report", "supplement"):
        sessions = {int(number) for number in re.findall(r"a/(?:hrc/)?(\d+)/", text)}
        return _when(alignment.draft.session in sessions, base.session in sessions)
    own = renewal.own_number(base)
    if not change.written.strip(", "):
        return ""
    return _when(own in text, bool(re.search(r"\d+/\d+", text)))


def _when(right: bool, comparable: bool) -> str:
    return "right" if right else "wrong" if comparable else ""


def _head(new: Resolution, real: Resolution) -> Iterator[bool]:
    """Session, title, the title of the agenda item, and the committee that reported."""
    yield new.session == real.session
    yield title_of(real) == fold(new.title)
    items = [
        [fold(one.block.text) for one in text.elements if one.role == "agenda-item"] for text in (new, real)
    ]
    yield items[0][1:] == items[1][1:]
    heads = [
        " ".join(fold(one.block.text) for one in text.elements if one.role == "masthead")
        for text in (new, real)
    ]
    named = re.search(r"report of the (.*?committee)", heads[1])
    yield (named[1] in heads[0]) if named else ("committee" not in heads[0])


def _real_changes(alignment: Alignment) -> Iterator[tuple[str, int]]:
    """The changes of these sorts that the real text has: what, and the block of the base."""
    base, real = alignment.base, alignment.draft
    steps = real.session - base.session
    own = renewal.own_number(base)
    for element in base.elements:
        pair = alignment.of_base(element.block.index)
        if len(pair.draft) != 1 or element.role not in ("preambular", "operative", "subparagraph"):
            continue
        before, after = fold(element.block.text), fold(real.document.blocks[pair.draft[0]].text)
        then = [mention.number for mention in renewal.sessions(before)]
        now = [mention.number for mention in renewal.sessions(after)]
        if len(then) == len(now) and any(
            old > base.session and new == old + steps for old, new in zip(then, now, strict=True)
        ):
            yield "session", element.block.index
        if own in after and own not in before and "report" in after and "pursuant" in after:
            yield "pursuant", element.block.index


def table(pairs: list[tuple[Resolution, Resolution]]) -> str:
    """The page."""
    step = max(len(pairs) // TWELVE, 1)
    chosen = pairs[step // 2 :: step][:TWELVE]
    twelve: Tally = sum((judged(*pair) for pair in chosen), Counter())
    every: Tally = sum((judged(*pair) for pair in pairs), Counter())
    lines = [_row(text, what, twelve, every) for what, text in _WHAT.items()]
    lines.append(_row("all", "", twelve, every))
    names = ", ".join(renewal.own_number(base) for base, _ in chosen)
    return _HEAD.format(count=len(pairs)) + "\n".join(lines) + f"\n\nThe twelve: {names}.\n"


def _row(text: str, what: str, *tallies: Tally) -> str:
    numbers = [
        sum(count for (which, how), count in tally.items() if how == verdict and what in ("", which))
        for tally in tallies
        for verdict in ("right", "wrong", "missed")
    ]
    return f"| {text} | {' | '.join(map(str, numbers))} |"


if __name__ == "__main__":
    page = table(successors(Path(__file__).parents[3] / "shared"))
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
