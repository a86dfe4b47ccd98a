"""The drawn stand-in for the campus photograph: a small deferred renderer in numpy.

A development tool, never imported by the toolkit: it makes ``assets/park.jpg``.
World axes are the campus grid in metres (x, y on the ground, z up). Arrays are float32.
"""
