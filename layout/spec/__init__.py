"""YAML and Markdown in, points out: the spec language."""
