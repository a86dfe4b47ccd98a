"""The checks of preflight in the order of their numbers."""

from typing import Any, Final

from layout.check.press.check import PressCheck
from layout.check.press.checks import pf00_readable, pf07_empty

CHECKS: Final[tuple[PressCheck[Any], ...]] = (
    pf00_readable.CHECK,
    pf07_empty.CHECK,
)
