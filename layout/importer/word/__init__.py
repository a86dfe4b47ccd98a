"""Copy from Word and WPS: a .docx into stories, tables and pictures, with its characters counted.

The container is read by `zipfile`, its XML by expat, and nothing of it is run, fetched or followed.
"""

from layout.importer.word.build import WordImport, import_word

__all__ = ["WordImport", "import_word"]
