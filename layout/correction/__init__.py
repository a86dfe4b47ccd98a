"""Correcting Chinese text: marks, widths, joins and doubts, by rules; each edit logged."""
