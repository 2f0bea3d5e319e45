"""Runs a command for as long as standard input is open: ends it when the one who started us has ended.

It is run as a program of its own, and imports nothing but the standard library. A server would outlive a
check that is killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence

_GRACE = 5  # seconds to end in


def main(command: Sequence[str]) -> None:
    """Run ``command``; its exit status becomes ours when it ends first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    silent = subprocess.DEVNULL
    server = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent)  # noqa: S603
    threading.Thread(target=lambda: os._exit(server.wait() & 0xFF), daemon=True).start()
    sys.stdin.buffer.read()
    server.terminate()
    try:
        server.wait(_GRACE)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    main(sys.argv[1:])
