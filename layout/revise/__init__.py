"""改样: what is changed by hand on a proof, written into the files of its edition, and undone."""
