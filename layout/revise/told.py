"""What comes of a change by hand: it is done, or refused, or asked about first."""

from typing import Final

from layout.diagnostics import Diagnostic
from layout.errors import BanxinError
from layout.record import record
from layout.words.said import Said

ABSENT: Final = "absent"
"""What stands for the digest of a file of corrections that is not there yet."""


@record
class Done:
    """A file was changed: its name as messages have it, its digest now, the first row that is
    another than before, and what is said of the change where it can be undone."""

    file: str
    digest: str
    line: int
    label: Said


@record
class Ask:
    """What a person must agree to first, and who else is touched by the change. The same change
    with `confirm` is made."""

    question: Said
    users: tuple[str, ...]
    confirm: str


@record
class Refused:
    """Nothing was changed, and why; with `ask` it is changed when a person agrees."""

    diagnostics: tuple[Diagnostic, ...]
    ask: Ask | None = None


class UnansweredError(BanxinError):
    """A change stops at a question; `need` is what is known of it once it is answered."""

    def __init__(self, told: Diagnostic, question: Said, users: tuple[str, ...], need: str) -> None:
        self.diagnostic = told
        self.question = question
        self.users = users
        self.need = need
        super().__init__(need)
