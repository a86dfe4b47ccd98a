"""Stacks, rows and copyfitting: heights that depend on what stands in the blocks."""
