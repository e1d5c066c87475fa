"""What an arts organisation is likely to be asked for, and what it has in place."""
