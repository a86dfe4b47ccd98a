"""Measurements of speed, memory and size, beside the same work in other programs."""
