"""Says how many branches of the program the tests take, from coverage's report as JSON on standard input."""

from __future__ import annotations

import json
import sys

LEAST = 95  # per cent


def main() -> int:
    totals = json.load(sys.stdin)["totals"]
    taken, there = totals["covered_branches"], totals["num_branches"]
    sys.stdout.write(f"{taken:,} of {there:,} branches are taken, {taken / there:.1%}; {LEAST} % must be\n")
    return int(100 * taken < LEAST * there)


if __name__ == "__main__":
    sys.exit(main())
