"""What a specification asks, and whether it asks for ends or for means."""
