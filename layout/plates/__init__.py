"""Separations: a plate an ink, how much ink lies where, and what is over the limit of the press."""
