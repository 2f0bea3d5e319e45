"""Checks one document or many; settings, search, suppression, reports."""
