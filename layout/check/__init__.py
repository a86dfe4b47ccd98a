"""Checks of finished pages: a reason and a source each, a place and a measured value a finding."""
