"""``python -m linter.cli``."""

from linter.cli import main

main()
