"""OCR text of a page into an edition: stories, facts, a first page spec and a log of every repair.

`import_text` is pure; `write_edition` puts its result into a folder and never over a person's
work.
"""

from layout.importer.build import import_text
from layout.importer.model import Imported
from layout.importer.write import write_edition

__all__ = ["Imported", "import_text", "write_edition"]
