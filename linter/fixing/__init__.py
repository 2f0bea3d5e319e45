"""Repair a draft: choose fixes, compose them until the rules are quiet, prove the result."""

from __future__ import annotations

from linter.fixing.rounds import Fixed, Made, Refusals, Refused, fix
from linter.fixing.proof import rendered

__all__ = ["Fixed", "Made", "Refusals", "Refused", "fix", "rendered"]
