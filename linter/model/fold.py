"""Folding: one spelling for characters that drafters use for the same thing, never a change of length."""

_FOLDED = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\t": " ",
    "\n": " ", "\r": " ",
    "\u2010": "-", "\u2011": "-",
}  # fmt: skip
_TABLE = str.maketrans(_FOLDED)


def straighten(text: str) -> str:
    """Straighten quotation marks, no-break spaces and no-break hyphens, one character for one.

    En and em dashes stay: they mean something else than a hyphen.
    """
    return text if _is_straight(text) else text.translate(_TABLE)


def fold(text: str) -> str:
    """Straighten and lower-case ``text``; the result has the same length, so offsets carry over."""
    lowered = text.lower()
    if len(lowered) != len(text):  # U+0130 alone grows when lower-cased
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered if _is_straight(lowered) else lowered.translate(_TABLE)


def _is_straight(text: str) -> bool:
    """Whether a glance tells that there is nothing to straighten."""
    return text.isascii() and text.isprintable()
