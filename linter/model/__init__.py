"""The values that every other package speaks in: nothing here knows of files, rules or output.

All offsets are code points, half open, counted in the text of a block unless a name says ``source``.
"""
