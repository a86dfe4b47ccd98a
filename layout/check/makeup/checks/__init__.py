"""The layout checks, a file each: what an editor is told by a good sub."""
