"""What pages carry besides their text: job numbers, running heads, rules, rows of dashes."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"""
    [-–—_=*·•.\s\\]+ (?: \d+ [-–—_\s]+ )?                  # rows of dashes, "- 2 -"
  | [/\d]{1,4} (?: \s* / \s* \d{1,4} )?                      # page numbers alone, "2/5"
  | [Pp]age \s \d+ (?: \s of \s \d+ )?
  | (?: GE | [NV] )? \.? \d{2} [-\s–‑] ?\d{4,6} (?: \s* \( [A-Z] \) )? (?: \s+ [\d\s]+ )?   # GE.16-12199(E)
  | \* \s? \d{5,9} \s? \*
  | \[? \s* DU\d+ \s* \]? .{0,120}
  | <<ODS .*
  | (?: Please \s recycle .* | .{0,10} recycle \s? ♲? )
  | (?: United \s Nations \s+ )? [A-Z]{1,6} / [A-Z0-9][-A-Za-z0-9./()]* (?<![.])            # symbols alone
    (?: \s \( \d{4} \) )? (?: \s+ \d{1,3} (?: / \d{1,3})? )?
  | \d{1,3} (?: / \d{1,3} )? \s+ [A-Z]{1,6} / [A-Z0-9][-A-Za-z0-9./()]* (?<![.])
  | (?: \d{1,3} \s+ )? General \s Assembly \s? [—–-] \s? [-\w]+ \s Session (?: \s+ \d{1,3} )?
  | (?: \d{1,3} \s+ )? (?: Resolutions | Decisions ) \s adopted \s
    (?: on \s the \s reports | without \s reference ) .{0,80}
  | Distr\. .{0,40} \d{4} .{0,60}
  | !\[ .* \] \( .* \)                                       # an image in Markdown
    """,
    re.VERBOSE,
)
_LONGEST = 140


def is_furniture(text: str) -> bool:
    """Whether a block of this text is page furniture and no part of the draft's words."""
    return len(text) <= _LONGEST and bool(_FURNITURE.fullmatch(text.strip()))
