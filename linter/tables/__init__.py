"""The tables of the packs as plain values; every table is loaded when it is first asked for."""

from linter.tables.words import vocabulary

__all__ = ["vocabulary"]
