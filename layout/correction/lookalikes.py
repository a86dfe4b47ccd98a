"""Radicals and other look-alikes of ideographs become the ideographs themselves."""

from layout.correction.edits import Change
from layout.text.radicals import LOOK_ALIKES, equivalent


def ideographs(text: str) -> list[Change]:
    """Radicals (F2), compatibility ideographs (F3) and vertical, small or half-width forms of
    marks (F4) as the characters they stand for."""
    changes = []
    for match in LOOK_ALIKES.finditer(text):
        char = match.group()
        after, rule = equivalent(char)
        if after != char:
            changes.append(Change(match.start(), match.end(), after, rule, f"U+{ord(char):04X}"))
    return changes
