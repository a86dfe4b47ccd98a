"""YAML read: text to nodes with their places, nodes to records, and what an editor's slips are."""
