"""Tables: how wide their columns are, their cells set, their rows on the grid, their rules."""
