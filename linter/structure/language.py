"""Which of the languages of the Organization a text is in, by its commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COMMON = {
    "en": frozenset(["the", "of", "and", "to", "in", "on", "for", "its", "with", "by", "that"]),
    "fr": frozenset(
        ["le", "la", "les", "de", "des", "du", "et", "à", "aux", "dans", "que", "sur", "par", "une", "l", "d"]
    ),
    "es": frozenset(
        ["el", "la", "los", "las", "de", "del", "y", "en", "que", "por", "una", "con", "su", "al"]
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 400


def detect(texts: Iterable[str], default: str) -> str:
    """The language of ``texts`` ("en", "fr", "es"), judged by the first few hundred words."""
    counts = dict.fromkeys(_COMMON, 0)
    seen = 0
    for text in texts:
        for word in _WORD.findall(text.lower()):
            seen += 1
            for language, common in _COMMON.items():
                counts[language] += word in common
        if seen > _ENOUGH:
            break
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] > counts.get(default, 0) else default
