"""Regular drafts with a slip of every kind in them, in Word files whose runs are cut as Word cuts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from random import Random

from linter.readers import read
from linter.writers.docx.template import build
from tests.corpus.mutation_kinds import KINDS
from tests.corpus.mutations import regular
from tests.corpus.planting import Slip, Text, planted
from tests.ooxml.wordfiles import unzipped, zipped

_RUN = re.compile(
    r"<w:r>(?P<look><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r'<w:t xml:space="preserve">(?P<words>[^<&]{4,})</w:t></w:r>'
)
_BETWEEN = (
    "",
    "",
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>',
)


def drafts() -> Iterator[tuple[str, bytes]]:
    """Name and Word file of each draft; always the same."""
    for text in regular(adopted=False):
        dice = Random(text.number)  # noqa: S311 - no secret
        source = planted(text.source, tuple(_slips(text, dice)))
        yield f"draft {text.number}", _cut(build(read("draft.md", source.encode())), dice)


def _slips(text: Text, dice: Random) -> Slip:
    """The changes of a slip of each kind, as far as they keep apart."""
    chosen: Slip = ()
    for kind in dice.sample(KINDS, len(KINDS)):
        slips = list(islice(kind.plant(text), 6))
        slip = dice.choice(slips) if slips else ()
        if all(one.end + 3 < other.start or other.end + 3 < one.start for one in slip for other in chosen):
            chosen += slip
    return chosen


def _cut(data: bytes, dice: Random) -> bytes:
    def pieces(match: re.Match[str]) -> str:
        words, look = match["words"], match["look"] or ""
        edges = sorted(dice.sample(range(1, len(words)), dice.choice((0, 0, 1, 2, 3))))
        return "".join(
            dice.choice(_BETWEEN).format(dice.randrange(10_000, 1_000_000))
            + f'<w:r w:rsidR="00{dice.randrange(10**6):06d}">{look}'
            f'<w:t xml:space="preserve">{words[start:end]}</w:t></w:r>'
            for start, end in zip([0, *edges], [*edges, len(words)], strict=True)
        )

    files = unzipped(data)
    for part in ("word/document.xml", "word/footnotes.xml"):
        files[part] = _RUN.sub(pieces, files[part].decode()).encode()
    return zipped(files)
