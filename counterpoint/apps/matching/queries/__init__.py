"""Questions that matching answers, a file a subject."""
