"""Fonts: catalogue, faces, subsets."""
