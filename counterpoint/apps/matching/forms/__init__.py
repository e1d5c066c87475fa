"""What visitors ask and send, read."""
