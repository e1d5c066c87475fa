"""Where things are: places over time, how they lie in one another, and their names in text."""
