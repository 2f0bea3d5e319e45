"""From blocks to structure: what each block is, and what stands in it.

``recognise`` is the door; rules also use ``openings.parse``, ``addressees.addressees``, ``spans.protected``,
``dates.find``, ``sessions.ordinal_value`` and ``sessions.ordinal_words``.
"""

from linter.structure.recognise import paragraphs, recognise

__all__ = ["paragraphs", "recognise"]
