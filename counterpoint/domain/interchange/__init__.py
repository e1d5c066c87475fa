"""Our records to and from the files that others publish; the only place their spellings appear.

A row of a file goes in, and a record of ours comes out, or a finding that says in words what is
wrong with which cell and what to do about it. Nothing here opens a file or a database.
"""
