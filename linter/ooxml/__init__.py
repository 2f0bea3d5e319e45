"""Word files below the level of words: the package, its XML, styles, numbering, and the walk over its text.

Shared by the reader and the writer, so that both see the same text at the same offsets.
"""
