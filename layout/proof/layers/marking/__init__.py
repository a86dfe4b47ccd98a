"""Corrections as a proofreader marks them on paper: marks, leads, and the new words beside."""
