"""Words to be set: classes of characters, tokens, what stays together, shaping."""
