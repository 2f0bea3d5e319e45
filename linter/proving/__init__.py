"""Prove a rule pack: every bad example gives its rule at its place, every good one is quiet."""
