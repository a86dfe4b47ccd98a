"""Pages made and written: one, many on the cores, an edition, or anew as soon as a file changes."""
