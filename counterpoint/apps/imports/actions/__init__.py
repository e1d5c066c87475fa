"""Bringing files in, settling doubts, and taking an import back."""
