"""Repair a draft: choose fixes, compose them until the rules are quiet, prove the result."""

from __future__ import annotations

from linter.fixing.fix import Fixed, fix

__all__ = ["Fixed", "fix"]
