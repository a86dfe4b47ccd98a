"""The room of text: columns, slots, and what stands in their way."""
