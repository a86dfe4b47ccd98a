"""The layout checks: a page as they see it, and in `checks` a file each."""
