"""The rows that the Chinese of keys, mappings and checks must have, and those that it lacks."""

from layout.check.catalogue import CHECKS
from layout.spec.documents import every_record
from layout.spec.purposes import is_chinese, row_of
from layout.spec.reader.fields import keys_of
from layout.spec.resolve.defaults import STYLES
from layout.words import zh_keys

FILE = "layout/words/zh_keys.py"
ENGLISH = {
    row_of(cls, key): spec.metadata["doc"]
    for cls in every_record()
    for key, spec in keys_of(cls).items()
}
PURPOSES = {cls.__name__: " ".join((cls.__doc__ or "").split()) for cls in every_record()}
WHY = {check.id: f"{check.title}: {check.reason} ({check.source})" for check in CHECKS}
SETS = {
    name: f"a style, {style.face} {style.size:g} pt"
    for name, style in STYLES.items()
    if name.isascii()
}
TABLES = {
    "KEYS": (set(zh_keys.KEYS), {r: text for r, text in ENGLISH.items() if not is_chinese(text)}),
    "CLASSES": (set(zh_keys.CLASSES), PURPOSES),
    "STYLES": (set(zh_keys.STYLES), SETS),
    "CHECKS": (set(zh_keys.CHECKS), WHY),
}
"""By name: the rows that a table has, and those that it needs with their English."""


def to_write(table: str, has: set[str], wanted: dict[str, str]) -> str:
    """What to write, row for row, so that whoever adds a key can write its Chinese at once."""
    rows = [f'    "{row}": …,  # {text}' for row, text in wanted.items() if row not in has]
    return f"write into {table} of {FILE} the Chinese of:\n" + "\n".join(rows) if rows else ""


def missing_rows() -> str:
    """All rows that are missing, with their English; nothing where none is."""
    told = (to_write(name, *rows) for name, rows in TABLES.items())
    return "\n".join(text for text in told if text)
