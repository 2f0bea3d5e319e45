"""Edits in block coordinates, composed in memory before anything is written."""
