"""Matches as words, cards, tables and files."""
