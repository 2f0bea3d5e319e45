"""Repair a draft: choose fixes, compose them until the rules are quiet, prove the result."""

from __future__ import annotations

from linter.fixing.proof import rendered
from linter.fixing.rounds import Fixed, Made, Refusals, Refused, fix

__all__ = ["Fixed", "Made", "Refusals", "Refused", "fix", "rendered"]
