"""Grammar and general spelling, as LanguageTool sees them, for texts of this kind.

The program itself is a Java server: one that is started here and ended with the process, or one of the
user's own. What it finds is filtered (:mod:`linter.grammar.choice`) and told as diagnostics.
"""

from __future__ import annotations

from linter.grammar.examination import Grammar
from linter.grammar.trouble import GrammarError

__all__ = ["Grammar", "GrammarError"]
