"""The display list: items, lowering, dump."""
