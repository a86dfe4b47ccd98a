"""The head of a story whose fences are not the three hyphens that they should be."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, shown, warning

_LIKE: Final = re.compile(r"[-‐‑‒–—―−─━﹣－_＿=＝*＊~～.…+＋\s]{1,40}")
_KEY: Final = re.compile(r"\s*([A-Za-z_]{1,20}|[\u3400-\u9fff]{1,4})\s*[:：]")


def unfenced(
    rows: Sequence[str], begin: int, file: str, keys: Collection[str]
) -> Diagnostic | None:
    """What is told of a story whose first row with words, `begin`, is no fence: where it looks like
    one and a row with one of the `keys` of a head follows, or is such a row itself."""
    row = rows[begin]
    place = Place(file, begin + 1, len(row) - len(row.lstrip()) + 1)
    if _LIKE.fullmatch(row):
        below = next((r for r in rows[begin + 1 :] if r.strip()), "")
        if _is_key(below, keys, trade=True):
            return error("FRONT-MATTER.fence", place, text=shown(row.strip(), 20))
    elif _is_key(row, keys, trade=False):
        return warning("FRONT-MATTER.no-fence", place, text=shown(row.strip(), 40))
    return None


def not_closed(rows: Sequence[str], begin: int, file: str) -> Diagnostic:
    """What is told of a head, begun in the row `begin`, that no fence closes: the row that may be
    meant as one, if there is one."""
    for number in range(begin + 1, len(rows)):
        row = rows[number]
        if row.strip() and _LIKE.fullmatch(row):
            place = Place(file, number + 1, len(row) - len(row.lstrip()) + 1)
            return error("FRONT-MATTER.fence", place, text=shown(row.strip(), 20))
    return error("FRONT-MATTER.not-closed", Place(file, begin + 1))


def _is_key(row: str, keys: Collection[str], *, trade: bool) -> bool:
    """Whether a row begins with a key of a head, or with the word of the `trade` for one."""
    found = _KEY.match(row)
    if found is None:
        return False
    if found[1] in keys:
        return True
    if not trade or found[1].isascii():
        return False
    from layout.spec.reader.tradewords import key_for

    return key_for(found[1]) in keys
