"""Making pages again while a person works on them."""
