"""The readings that a proof goes through, and the sign-off after them, as fields of a form."""

from typing import Final

from layout.record import record
from layout.words.said import Language, said

READINGS: Final = ("part.reading-1", "part.reading-2", "part.reading-3")
"""初校 二校 三校: three readings by three people (三校一读, 图书质量保障体系 of 1997)."""
SIGN_OFF: Final = "part.reading-sign-off"
"""付印: who lets the page go to press."""


@record
class SignField:
    """A row of the form: what it is for, and the stem of its fields' names."""

    name: str
    title: str


def sign_fields(page: str, lang: Language) -> tuple[SignField, ...]:
    """The rows of a page."""
    return tuple(
        SignField(name=f"{page}-{number}", title=said(key).words(lang))
        for number, key in enumerate((*READINGS, SIGN_OFF), 1)
    )
