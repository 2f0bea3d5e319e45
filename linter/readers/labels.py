"""Labels that are typed before a paragraph: "5.", "(a)", "OP3 bis.", "IV.".

Readers of every format take them off the words with ``find_label``; a year ("2030 Agenda"), a date
("3 April 2020"), an ordinal ("81st") and a resolution's number ("61/12. …") are words, not labels.
"""

from __future__ import annotations

import re

from linter.model.values import NamedTuple

_REPEATED = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|alt)"
_LABEL = re.compile(
    rf"""
    (?P<label>
        (?:PP|OP)[ \u00a0]?\d{{1,3}}(?:[ \u00a0.]?{_REPEATED}\b)*[.:)]?
      | \d{{1,3}}[ \u00a0]?{_REPEATED}\b[.)]?
      | \d{{1,3}}\.(?=[A-Z][a-z])
      | \d{{1,3}}[.)]
      | \((?:\d{{1,3}}|[a-z]|([a-z])\2|[ivxl]{{1,6}})(?:[ ]{_REPEATED})?\)(?:[ ]{_REPEATED}\b)?
      | (?:[a-z]|[ivxl]{{1,6}})[.)]
      | (?:[IVXL]{{1,6}}|[A-Z])\.(?=\s)
      | \d{{1,3}}(?=\t[^\t]*\Z)
    )
    (?P<gap>\s+ | (?=[A-Z][a-z]) | (?<=\))(?=\S) )
    (?=\S)
    """,
    re.VERBOSE,
)
_FIRST = frozenset("0123456789(POabcdefghijklmnopqrstuvwxyzIVXLABCDEFGHJKMNQRSTUWYZ")
_WIDEST = 40
_ROMAN = frozenset("ivxl")


class TypedLabel(NamedTuple):
    """A label at the head of a text: as printed, where it ends, and where the words begin."""

    text: str
    end: int
    words: int


def find_label(text: str) -> TypedLabel | None:
    """The label that ``text`` begins with, or None; a label without words after it is no label."""
    if not text or text[0] not in _FIRST:
        return None
    match = _LABEL.match(text)
    if match is None:
        return None
    label = match["label"]
    if label[-1].isdigit() and label.isdigit() and "\t" in text[match.end() :]:
        return None
    return TypedLabel(label, match.end("label"), match.end())


def label_level(label: str, previous: str = "") -> int:
    """Level of a label: 1 for "1." and "OP1", 2 for "(a)", 3 for "(i)", 0 for headings ("IV.", "A.").

    ``previous`` is the label of the paragraph before: "(v)" is a letter after "(u)" and a number after
    "(iv)", "(i)" is a letter only after "(h)".
    """
    core = label.strip("().: \u00a0").split(" ")[0].lower()
    if not core or core[:2] in ("pp", "op") or core[0].isdigit():
        return 1
    if label[0].isupper():
        return 0
    if not _ROMAN.issuperset(core):
        return 2
    before = previous.strip("().: \u00a0").split(" ")[0].lower()
    if len(core) == 1 and len(before) == 1 and ord(core) == ord(before) + 1:
        return 2
    return (
        2
        if len(core) > 1 and core == core[0] * len(core) and before == chr(ord(core[0]) - 1) * len(core)
        else 3
    )
