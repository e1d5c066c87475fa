"""The controlled terms of both languages, arts and commissioning, and the crosswalk between them."""
