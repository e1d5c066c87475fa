"""What matching writes, a file a subject."""
