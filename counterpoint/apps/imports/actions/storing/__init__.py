"""Batches of records written into the directory, many rows in one statement.

The directory's own actions write one record for a person at a time; a file of a million rows
would take hours that way. What these modules write is what those actions would: the same fields,
the same constraints, a line in the outbox for each record that search must see.
"""
