"""How well an offer answers a need, always with the reasons."""
