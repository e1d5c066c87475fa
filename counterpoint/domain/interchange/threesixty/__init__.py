"""Grants in the form of the 360Giving Data Standard, in files that follow it more or less."""
