"""What a finding is known by when the draft around it has moved: its rule and the words about it."""

from __future__ import annotations

import re

from linter.model.fold import fold
from linter.model.report import Finding

_AROUND = 5  # words on each side
_WORD = re.compile(r"[^\W\d_]+")


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits, the same wherever the paragraph stands and whatever its number is.

    Made of the rule, the words found and a few words before and after them in their paragraph, without
    case, punctuation, spaces and numbers. A slip of the whole document is known by its rule alone. Two
    findings may share one: whoever compares has to count.
    """
    import hashlib

    words = "" if finding.document_wide else "\0".join(_words(finding))
    return hashlib.sha256(f"{finding.rule}\0{words}".encode()).hexdigest()[:16]


def _words(finding: Finding) -> tuple[str, str, str]:
    text, start, end = finding.context.text, finding.where.start, finding.where.end
    before, found, after = (_plain(part) for part in (text[:start], text[start:end], text[end:]))
    return " ".join(before[-_AROUND:]), " ".join(found), " ".join(after[:_AROUND])


def _plain(text: str) -> list[str]:
    return _WORD.findall(fold(text))
