"""Overlays of a proof, a file each: what lies under a page's type and over it."""
