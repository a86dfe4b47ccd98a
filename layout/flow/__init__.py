"""Lines become a page."""
