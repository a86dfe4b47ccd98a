"""The day of issue in the name of an edition's folder: special-2026-05-04."""

import datetime
import re
from typing import Final

_DATE_IN_NAME: Final = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def date_in(name: str) -> datetime.date | None:
    """The date that a name holds; None where it holds none."""
    found = _DATE_IN_NAME.search(name)
    if found:
        try:
            return datetime.date.fromisoformat(found[1])
        except ValueError:  # 2025-02-30 is a name like any other
            pass
    return None
