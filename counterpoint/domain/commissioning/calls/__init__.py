"""A call for applications: where it stands, what it asks, until when, and who may answer it."""
