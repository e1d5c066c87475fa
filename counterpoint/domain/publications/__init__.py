"""Guidance: what a guide says, for whom, and where each claim comes from."""
