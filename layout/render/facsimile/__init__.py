"""The facsimile: pages as one HTML file, every glyph in its place."""

from layout.render.facsimile.backend import FacsimileBackend

__all__ = ["FacsimileBackend"]
