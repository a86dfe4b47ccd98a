"""Part of the table of words while messages are moved into it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {}
