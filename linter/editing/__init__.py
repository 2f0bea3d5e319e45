"""Edits in block coordinates, composed in memory: what a fix makes of a document before anything is written."""
