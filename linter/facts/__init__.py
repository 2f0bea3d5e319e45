"""What is known of adopted resolutions and decisions: when, under what title, and who says so."""

from linter.facts.judgement import Judgement, judge
from linter.facts.known import Known
from linter.facts.numbers import Named, named, spaced, stem_of, symbols
from linter.facts.table import Facts, facts_in

__all__ = [
    "Facts",
    "Judgement",
    "Known",
    "Named",
    "facts_in",
    "judge",
    "named",
    "spaced",
    "stem_of",
    "symbols",
]
