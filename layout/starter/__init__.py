"""A small edition that builds at once, made out of the templates in this package."""

from layout.starter.date import date_in
from layout.starter.make import FORMATS, MOST_PAGES, Starter, make_edition

__all__ = ["FORMATS", "MOST_PAGES", "Starter", "date_in", "make_edition"]
