"""Texts to align, written as Markdown."""

from __future__ import annotations

from linter.alignment import Alignment, Pair, align
from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary

BASE = """\
# Safe water in schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Recalling* its resolution 64/292 of 28 July 2010 on the human right to water and sanitation,[^1]

*Noting* the work of local teachers in rural areas, and the need to train them in good time,

*Aware* that children learn better where wells are near and kept in repair by the community,

1. *Requests* the Secretary-General to report to the General Assembly at its eightieth session;

2. *Calls upon* States to build wells near schools and to keep them in good repair:

   (a) by training local engineers in the upkeep of pumps;

   (b) by setting money aside every year for spare parts;

3. *Invites* the regional commissions to exchange good practices on the testing of water;

4. *Decides* to remain seized of the matter.

[^1]: See *Official Records*, chapter II.
"""


def text(markdown: str, name: str = "text.md") -> Resolution:
    return recognise(read(name, markdown.encode()), vocabulary("en"))


def aligned(base: str, draft: str) -> Alignment:
    return align(text(base), text(draft))


def changed_pairs(alignment: Alignment) -> list[Pair]:
    return [pair for pair in alignment.pairs if pair.kind != "unchanged"]


def words(alignment: Alignment, pair: Pair) -> str:
    """The words of a pair in one flow: [-taken out-], {+new+}, {/restyled/}."""
    base, draft = alignment.base.document.blocks, alignment.draft.document.blocks
    shown = []
    for one in pair.stretches:
        old = base[one.base.block].text[one.base.start : one.base.end]
        new = draft[one.draft.block].text[one.draft.start : one.draft.end]
        if one.kind in ("same", "restyled"):
            shown.append(new if one.kind == "same" else f"{{/{new}/}}")
            continue
        shown += [f"[-{old}-]"] if old else []
        shown += [f"{{+{new}+}}"] if new else []
    return "".join(shown)
