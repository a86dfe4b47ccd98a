"""Headlines: how their lines are parted and balanced, how high they are, where they stand."""
