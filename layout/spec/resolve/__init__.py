"""From what is written to points, styles and colours: nothing is left open."""
