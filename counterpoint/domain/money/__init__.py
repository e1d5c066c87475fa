"""Money of different kinds: each kind is a type, so that adding two kinds is an error."""
