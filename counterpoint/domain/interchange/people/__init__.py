"""Private persons in lists of grants: found, so that their names can be left out.

Lists of grants to artists mix companies and people in one column and do not say which is which.
A name that reads as a person's is treated as one: to hide a company's name is a nuisance that the
directory can mend, to publish a person's is a harm that it cannot.
"""
