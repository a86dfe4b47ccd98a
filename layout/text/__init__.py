"""Words: normalising, repairing, classes of characters, tokens, shaping."""
