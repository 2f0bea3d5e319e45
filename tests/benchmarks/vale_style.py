"""A style for Vale made of our tables: the words that resolint knows, as Vale would be given them.

Conditions on the words beside become assertions in the pattern. What Vale has no means for stays behind:
whether a noun follows, whether a word is part of a name, phrases in which it is right, sessions, and all that
depends on the structure. ``python -m tests.benchmarks.vale_style FOLDER`` writes the style and its settings.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linter.tables.names import abbreviations, entities, instruments
from linter.tables.terms import TermEntry, term_table

TABLES = ("capitals", "countries", "entities", "hyphenation", "instruments", "spelling", "wording")
SETTINGS = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = Resolutions\n"
_SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")

Rule = dict[str, Any]


def rules() -> dict[str, Rule]:
    """The rules of the style by name: what stands in the file of each."""
    style: dict[str, Rule] = {}
    for table in TABLES:
        for entry in filter(_applies, term_table(table)):
            name = f"{table}-{entry.group}-{entry.case}"
            rule = style.setdefault(name, _substitution(ignore_case=entry.case == "any"))
            rule["swap"].update((pattern, entry.right) for pattern in _patterns(entry))
    style["acronyms"] = _substitution(ignore_case=False)
    bodies = [(body.name, body.acronyms) for body in entities()]
    treaties = [(treaty.name, treaty.acronyms) for treaty in instruments()]
    for name, acronyms in (*bodies, *treaties):
        style["acronyms"]["swap"].update((_literal(acronym), name) for acronym in acronyms)
    known = abbreviations()
    style["abbreviations"] = {
        "extends": "existence",
        "message": "“%s” is written out.",
        "level": "suggestion",
        "ignorecase": False,
        "tokens": [r"[A-Z]{3,}"],
        "exceptions": sorted(known.stand | known.defined),
    }
    return style


def _substitution(*, ignore_case: bool) -> Rule:
    return {
        "extends": "substitution",
        "message": "Write “%s” in place of “%s”.",
        "level": "warning",
        "ignorecase": ignore_case,
        "swap": {},
    }


def _applies(entry: TermEntry) -> bool:
    """Whether the entry is for drafts like those measured: the General Assembly's, of today."""
    return (not entry.organs or "ga" in entry.organs) and not entry.session.startswith("<")


def _patterns(entry: TermEntry) -> Iterator[str]:
    for wrong in entry.wrong:
        yield (
            _neighbours("(?<=", r"\b(?:{}) ", entry.after)
            + _neighbours("(?<!", r"\b(?:{}) ", entry.not_after)
            + _literal(wrong)
            + _neighbours("(?=", r" (?:{})\b", entry.before)
            + _neighbours("(?!", r" (?:{})\b", entry.not_before)
        )


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _neighbours(assertion: str, form: str, words: tuple[str, ...]) -> str:
    return f"{assertion}{form.format('|'.join(words))})" if words else ""


def write(folder: Path) -> None:
    """Write the style and the settings that use it into ``folder``."""
    import yaml

    style = folder / "styles" / "Resolutions"
    style.mkdir(parents=True)
    for name, rule in rules().items():
        text = yaml.safe_dump(rule, allow_unicode=True, sort_keys=False, width=1000)
        (style / f"{name}.yml").write_text(text, "utf-8")
    (folder / ".vale.ini").write_text(SETTINGS, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
