"""The words the recogniser needs to know, as plain values; the tables package fills them from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.model.values import dataclass

VerbClass = Literal["statement", "directive"]
OpeningRole = Literal["preambular", "operative"]


@dataclass(frozen=True, slots=True)
class OpeningEntry:
    """One opening phrase: exactly the words that are italic, in the base form without also or further.

    ``phrase`` is as printed at the head of a paragraph ("Takes note", "Deeply concerned"). ``then`` are
    the roman words that most often follow ("of", "that"). ``organs`` are the keys of the only organs
    that use the phrase (Security Council: "Calls on", "Recognising"); empty when all may.
    """

    phrase: str
    role: OpeningRole
    verb_class: VerbClass = "statement"
    then: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganName:
    """An organ that adopts texts. ``key`` is "ga", "hrc", "sc", "ecosoc" or "" for any other body.

    ``name`` is without the article ("General Assembly"); ``symbol`` is a prefix of its document symbols
    ("A/HRC/", "S/"), the longest matching prefix decides.
    """

    key: str
    name: str
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words of one language. Keys of mappings and adverbs are folded (``linter.model.fold.fold``).

    There is one for each language, so that what was worked out with it can be remembered under it.
    ``before`` are adverbs that may stand in front of an operative phrase, ``after`` those that may follow any
    phrase; "also" and "further" first, the others strengthen it and make it a phrase of its own ("once
    again", "strongly").
    """

    language: str
    openings: Mapping[str, tuple[OpeningEntry, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    organs: tuple[OrganName, ...]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
