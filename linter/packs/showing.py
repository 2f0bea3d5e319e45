"""The examples of a rule as they are shown: what each text is, and where it would stand."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.resolution import ORGAN_NAMES
from linter.packs.rule import Example

ORGANS = {**ORGAN_NAMES, "other": "other bodies"}
_STAGES = {"negotiation": "under negotiation", "draft": "in a draft", "adopted": "in an adopted text"}


def shown(example: Example) -> Iterator[tuple[str, str, str]]:
    """The texts of an example in order: what each is, where it stands (" (session 52)"), and itself.

    What is found in it stands in ⟦ ⟧.
    """
    setting = _setting(example)
    texts = (
        ("Base", "", example.base),
        ("Wrong", setting, example.bad),
        ("Repaired", "", example.fix),
        ("Right", setting, example.good),
    )
    for title, where, text in texts:
        if text is not None:
            yield title, where, text.strip("\n").replace("[[", "⟦").replace("]]", "⟧")


def _setting(example: Example) -> str:
    said = [
        ORGANS.get(example.organ or "", ""),
        f"session {example.session}" if example.session else "",
        _STAGES.get(example.stage or "", ""),
        example.note.rstrip("."),
    ]
    told = ", ".join(filter(None, said))
    return f" ({told})" if told else ""
