"""What a change is worth, always as a range with every assumption in sight."""
