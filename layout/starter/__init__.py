"""A small edition that builds at once, made out of the templates in this package."""

from layout.starter.make import FORMATS, MOST_PAGES, Starter, make_edition

__all__ = ["FORMATS", "MOST_PAGES", "Starter", "make_edition"]
