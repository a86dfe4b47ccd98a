"""The day's work at the desk, over all stories of an edition: words found and replaced."""
