"""Instruments, their scoring, change from before to after, and what may be shown of it."""
