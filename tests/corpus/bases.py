"""How the rules that need a base fare: ``python -m tests.corpus.bases`` writes BASES.md, and prints it.

Real successors are what a careful drafter made of the base: what is found in them is to be a slip. The base
offered again, with nothing moved on but its session, is what a careless one makes: there something is to be
found.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from linter.checks import base_text
from linter.checks.base import Hit, Request, Subject
from linter.model.resolution import Resolution
from linter.packs import Rule, load
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.corpus.rolls import successors

PAGE = Path(__file__).with_name("BASES.md")
# Real amendments and the drafts that they amend, by the ends of their symbols.
AMENDMENTS = {
    "80_L.19": "80_L.18", "80_L.20": "80_L.18", "80_L.29": "80_L.22", "80_L.30": "80_L.25",
    "80_L.31": "80_L.25", "80_L.32": "80_L.25", "80_L.33": "80_L.25", "80_L.36": "80_L.25",
    "80_L.35": "80_L.27", "C.3_80_L.56": "C.3_80_L.2", "C.3_80_L.58": "C.3_80_L.50",
    "C.3_80_L.65": "C.3_80_L.24",
}  # fmt: skip
_HEAD = """\
# Rules that need a base

“Real”: {count} resolutions of the General Assembly, each with the one of the same title a session before as
its base. “Again”: the base itself offered as the draft of the next session. Applied counts the texts that a
rule had something to judge in, found those in which it found something. The rules on amendments ran on
{amendments} real ones, with the drafts that they amend. `python -m tests.corpus.bases` counts again.

| rule | real: applied | found | again: applied | found |
| --- | ---: | ---: | ---: | ---: |
"""

Tally = Counter[tuple[str, str]]


def again(base: Resolution) -> Resolution:
    """The base as the draft of the next session, with nothing moved on."""
    elements = tuple(
        replace(one, role="other") if one.role in ("masthead", "adoption") else one for one in base.elements
    )
    return replace(
        base, elements=elements, session=base.session + 1, date="", symbol="", title="", stage="draft"
    )


def judged(pairs: Iterable[tuple[Resolution, Resolution]], rules: Iterable[Rule]) -> Tally:
    """For each rule, in how many drafts it applied and found something."""
    tally: Tally = Counter()
    chosen = list(rules)
    for base, draft in pairs:
        subject = Subject(draft, vocabulary(), (), base)
        for rule in chosen:
            params = base_text.Params(**rule.parameters)
            results: list[Hit | None] = list(base_text.check(params, subject, Request(rule.roles, rule.name)))
            tally[rule.name, "applied"] += bool(results)
            tally[rule.name, "found"] += any(results)
    return tally


def amended(folder: Path) -> list[tuple[Resolution, Resolution]]:
    """The drafts, and the amendments to them."""
    files = folder / "corpus" / "GA" / "drafts"
    return [
        (_recognised(files / f"A_{draft}.html"), _recognised(files / f"A_{amendment}.html"))
        for amendment, draft in AMENDMENTS.items()
    ]


def _recognised(path: Path) -> Resolution:
    return recognise(read(str(path)), vocabulary())


def table(folder: Path) -> str:
    """The page."""
    rules = [rule for rule in load().all_rules() if rule.kind == "base-text"]
    of_amendments = [rule for rule in rules if str(rule.parameters["require"]).startswith("amended-")]
    pairs, amendments = successors(folder), amended(folder)
    real = judged(pairs, rules) + judged(amendments, of_amendments)
    repeated = judged(((base, again(base)) for base, _ in pairs), rules)
    lines = [_row(rule.name, real, None if rule in of_amendments else repeated) for rule in rules]
    return _HEAD.format(count=len(pairs), amendments=len(amendments)) + "\n".join(lines) + "\n"


def _row(name: str, real: Tally, repeated: Tally | None) -> str:
    told = [str(real[name, "applied"]), str(real[name, "found"])]
    told += ["", ""] if repeated is None else [str(repeated[name, how]) for how in ("applied", "found")]
    return f"| {name} | {' | '.join(told)} |"


if __name__ == "__main__":
    page = table(Path(__file__).parents[3] / "shared")
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
