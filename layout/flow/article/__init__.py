"""Articles made up: text poured into columns, level, with its notes; or set in 竖排 columns."""
