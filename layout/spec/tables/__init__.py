"""A table's file read: Markdown or CSV, its cells with their places, those that are joined."""
