"""The files of a new rule pack."""

from __future__ import annotations

import re
from pathlib import Path

from linter.model.errors import WriteError
from linter.packs.folder import PACK_FILE

_PACK = """\
name: {name}
summary: The words of our house.
extends: [un]
# for: {{organ: [ga]}}              # only drafts of these organs: ga, hrc, sc, ecosoc, other
# disable: [em-dash]              # rules that your house does not follow
# override:
#   double-space: {{severity: advice}}
"""
_TOPIC = """\
# A rule is data: a kind from a closed set, its parameters, its words for people, its authority, its examples.
# `resolint explain RULE` shows what a rule says, `resolint pack check` proves the examples.
topic: Words of our house
rules:
  - name: {name}-civil-society
    summary: Non-governmental organizations are called civil society organizations.
    kind: terms
    in: [text]
    with: {{pairs: [{{right: civil society organizations, wrong: [non-governmental organizations, NGOs]}}]}}
    severity: warning
    fix: suggested
    message: "We write “{{expected}}” for “{{found}}”."
    why: The delegation has used one term for both since its first draft.
    source: {{title: Drafting guide of our house, section: Terms}}
    convention: []
    examples:
      - bad: "1. *Invites* [[non-governmental organizations]] to take part;"
        fix: "1. *Invites* civil society organizations to take part;"
      - good: "1. *Invites* civil society organizations to take part;"
"""


def start(folder: Path) -> tuple[Path, ...]:
    """Write a pack with one rule into ``folder``, which is made; returns its files.

    Raises WriteError where a pack lies already or nothing can be written.
    """
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "ours"
    name = name if name[0].isalpha() else f"pack-{name}"
    files = {folder / PACK_FILE: _PACK.format(name=name), folder / "words.yaml": _TOPIC.format(name=name)}
    for file in files:
        if file.exists():
            raise WriteError("is there already: name another folder", str(file))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            file.write_text(text, "utf-8")
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", str(error.filename or folder)) from error
    return tuple(files)
