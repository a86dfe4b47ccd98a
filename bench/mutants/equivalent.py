"""Changes that change nothing anybody sees, each with the reason: no test can fail for them."""

from functools import cache
from pathlib import Path
from typing import Final

Equivalent = str
"""Why a change is none."""
_FILE: Final = Path(__file__).with_name("equivalent.txt")


@cache
def known() -> dict[tuple[str, str, str], Equivalent]:
    """The reasons by file, line before and line after.

    Each is four rows of the file and a blank one: the path, the two lines, the reason. A line that
    has since been written otherwise is no longer meant, and its row may go.
    """
    parts = _FILE.read_text(encoding="utf-8").split("\n\n")
    rows = [part.strip().split("\n") for part in parts if part.strip() and part[0] != "#"]
    return {(path, before, after): why for path, before, after, why in rows}
