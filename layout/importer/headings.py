"""A heading's words taken apart: 引题 and 主题, the two halves of a couplet."""

import re

from layout.record import record

_KICKER = re.compile(r"^(.{1,30}?(?:——|：：))\s*(?:\|\s*)?(.*)$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@record(kw_only=False)
class TitleParts:
    """引题 with its ——, and 主题 with ` | ` for each couplet break."""

    kicker: str
    title: str


def split_heading(text: str) -> TitleParts:
    """The parts of a normalised heading; a leading —— marks a 副题 and is no kicker."""
    clean = _BOLD.sub(r"\1", text).strip()
    match = _KICKER.match(clean)
    if match and not clean.startswith("——"):
        return TitleParts(match.group(1).strip(), match.group(2).strip())
    return TitleParts("", clean)


def slug(text: str, limit: int = 16) -> str:
    """The words of a heading as a file's name: letters, digits and Han only."""
    return "".join(c for c in text.split("|", maxsplit=1)[0] if c.isalnum())[:limit]
