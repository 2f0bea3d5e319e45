"""The example draft in Word, made from the one in Markdown: ``python -m tests.project.example`` writes it."""

from __future__ import annotations

from pathlib import Path

from linter.readers import read
from linter.writers.docx.template import build

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WORD = EXAMPLES / "school-meals.docx"


def built() -> bytes:
    return build(read(str(EXAMPLES / "school-meals.md")))


if __name__ == "__main__":
    WORD.write_bytes(built())
