"""小样: a text set at a measure, line by line, and drawn on a sheet."""
