"""The readings that a proof goes through, and the sign-off after them, as fields of a form."""

from typing import Final

from layout.record import record
from layout.words.said import Language, said

READINGS: Final = ("part.reading-1", "part.reading-2", "part.reading-3")
"""初校 二校 三校: three readings by three people (三校一读, 图书质量保障体系 of 1997)."""
EDITORS: Final = ("part.reading-editor", "part.reading-chief")
"""责任编辑 and 值班总编, who have seen the page before it goes to press."""
SIGN_OFF: Final = "part.reading-sign-off"
"""付印: who lets the page go to press."""


@record
class SignField:
    """A row of the form: what it is for, and the stem of its fields' names. A reading `counts` what
    it has changed (改动几处), and is held against the next proof (核红)."""

    name: str
    title: str
    counts: bool = False


def sign_fields(page: str, lang: Language) -> tuple[SignField, ...]:
    """The rows of a page."""
    return tuple(
        SignField(name=f"{page}-{number}", title=said(key).words(lang), counts=key in READINGS)
        for number, key in enumerate((*READINGS, *EDITORS, SIGN_OFF), 1)
    )
