"""A comparison in Markdown, for a message or the discussion of a draft."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from linter.alignment import Alignment, Pair
from linter.compare.fragments import Fragment, Teller
from linter.compare.naming import fate, name_of, unchanged
from linter.compare.summary import in_a_sentence, summary
from linter.reporters.markdown import escaped

_TAGS = {"deleted": "del", "inserted": "ins", "restyled": "ins"}


def render(alignment: Alignment) -> str:
    """The summary, then each paragraph that is not as it was, with its changes as ``<del>`` and ``<ins>``."""
    teller = Teller(alignment)
    base, draft = (escaped(one.document.source.path) for one in (alignment.base, alignment.draft))
    said = in_a_sentence(summary(alignment))
    parts = [f"### {base} → {draft}", f"**{said[:1].upper()}{said[1:]}.**"]
    for changed, group in groupby(alignment.pairs, key=lambda pair: pair.kind != "unchanged"):
        if changed:
            parts += [_pair(pair, alignment, teller) for pair in group]
        else:
            parts.append(f"{escaped(unchanged(group, alignment))}: unchanged.")
    return "\n\n".join(parts) + "\n"


def _pair(pair: Pair, alignment: Alignment, teller: Teller) -> str:
    head = f"**{escaped(name_of(pair, alignment))}**, {fate(pair)}:"
    return f"{head}\n\n> {_words(teller.both(pair))}"


def _words(fragments: Iterable[Fragment]) -> str:
    shown = []
    for standing, group in groupby(fragments, key=lambda one: one.standing):
        inside = "".join(_fragment(one) for one in group)
        tag = _TAGS.get(standing)
        shown.append(f"<{tag}>{inside}</{tag}>" if tag else inside)
    return "".join(shown)


def _fragment(one: Fragment) -> str:
    text = escaped(one.text)
    if one.mark:
        return f"<sup>{text}</sup>"
    before = " ¶ " if one.new_block else ""
    return f"{before}<em>{text}</em>" if one.italic else before + text
