"""Run the rules over real texts and write down what they find: ``python -m tests.corpus.evidence``.

    --sample N       lint about N documents of each corpus, and print the page instead of writing it
    --findings FILE  also write each finding with its words, a line each, for a person to read

The page, ``rules/EVIDENCE.md``, holds counts only. What a person said of the findings comes from
``readings.yaml`` beside this file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from linter.tables.location import rules_folder
from tests.corpus.counts import CORPUS, Evidence, outcomes
from tests.corpus.evidence_page import page
from tests.corpus.mutations import measure

SLIPS_OF_A_KIND = 12


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.evidence")
    parser.add_argument(
        "--sample", type=int, metavar="N", help="about N documents of each corpus; print only"
    )
    parser.add_argument("--findings", type=Path, metavar="FILE", help="write each finding with its words")
    options = parser.parse_args(arguments)
    if not CORPUS.is_dir():
        sys.exit(f"the reference documents are not beside this checkout: there is no {CORPUS}")
    evidence, lines = Evidence(), []
    for outcome in outcomes(options.sample):
        evidence.take(outcome)
        lines += [found.words for found in outcome.found]
    if options.findings:
        options.findings.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    text = page(evidence, measure(number=2 if options.sample else SLIPS_OF_A_KIND))
    if options.sample:
        sys.stdout.write(text)
    else:
        (rules_folder() / "EVIDENCE.md").write_text(text, encoding="utf-8")
    for failure in evidence.failures:
        sys.stderr.write(failure + "\n")


if __name__ == "__main__":
    main()
