"""The command line. What a command needs is imported when it runs."""

from __future__ import annotations

import gc
import sys

from linter import __version__

# At its usual pace the collector takes a tenth of a check and finds nothing: our values make no rings.
_COLLECT_AFTER = 100_000


def main() -> None:
    """Run ``resolint`` with the arguments of this process and exit."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"resolint {__version__}\n")
        return
    gc.set_threshold(_COLLECT_AFTER)
    from linter.cli.later import import_later

    import_later()
    from linter.cli.expressions import remembered

    keep = remembered()
    from linter.cli.program import run

    status = run(sys.argv[1:])
    keep()
    _end(status)


def _end(status: int) -> None:
    """Leave as ``sys.exit`` does, but do not take all apart first: that is a fiftieth of a short check."""
    import atexit
    import os

    atexit._run_exitfuncs()  # noqa: SLF001 - there is no public door
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # there is no output, it is closed, or nobody reads it
        sys.exit(status)
    os._exit(status)
