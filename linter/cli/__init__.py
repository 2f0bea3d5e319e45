"""The command line. What a command needs is imported when it runs."""

from __future__ import annotations

import sys

from linter import __version__


def main() -> None:
    """Run ``resolint`` with the arguments of this process and exit."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"resolint {__version__}\n")
        return
    from linter.cli.expressions import remembered

    keep = remembered()
    from linter.cli.program import run

    status = run(sys.argv[1:])
    keep()
    sys.exit(status)
