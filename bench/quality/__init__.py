"""What `python -m bench.setting` is made of: how well a PDF's lines are set, counted from it."""
