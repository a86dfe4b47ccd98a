"""The spec language: YAML and Markdown in, points out."""
