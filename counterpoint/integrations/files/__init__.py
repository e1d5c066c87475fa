"""Files that people hand in, opened safely whatever they are and read row by row.

The content decides what a file is, never its name. What cannot be read is refused in words that
say what it is and what to do; what can be read takes the same memory however long it is.
"""
