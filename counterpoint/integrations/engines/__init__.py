"""Search engines behind the port of `domain.matching.engine`."""
