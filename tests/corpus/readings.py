"""What a person said on reading findings in real texts: the values of ``readings.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "readings.yaml"


@dataclass(frozen=True, slots=True)
class Reading:
    """Of ``read`` findings of a rule, how many were slips, false alarms, and undecidable."""

    read: int = 0
    true: int = 0
    false: int = 0
    unclear: int = 0
    note: str = ""


def readings() -> dict[str, Reading]:
    """The readings by rule."""
    data = yaml.safe_load(FILE.read_text("utf-8")) or {}
    return {
        rule: Reading(**{str(key).lower(): value for key, value in entry.items()})
        for rule, entry in data.items()
    }
