"""PDFs that others made, read within limits: the one owner of pikepdf. No page of ours is known."""
