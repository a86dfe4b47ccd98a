"""How a run looks, in the voices that a story has; and what of its look has none."""

from typing import Final

from layout.importer.word.model import (
    BOLD,
    DOTS,
    FRAME,
    HIGH,
    KAI,
    LOW,
    UNDERLINE,
    WAVY,
)
from layout.importer.word.styles import Look
from layout.importer.word.tags import OFF

_KAI: Final = ("楷", "kaiti", "stkaiti", "dfkai", "kai_gb", "simkai", "kaiu")
_HEI: Final = ("黑", "simhei", "heiti", "stheiti", "小标宋", "source han sans sc heavy")
_SCRIPTS: Final = {"superscript": HIGH, "subscript": LOW}
_DARK: Final = 0x48
"""Of red, green and blue: what is no more than this is black to whoever typed it."""


def voices_of(look: Look) -> frozenset[str]:
    """The voices of a run that looks so."""
    if not look:
        return frozenset()
    out = set()
    face = look.get("face", "").lower()
    if look.get("b") == "on":
        out.add(BOLD)
    if face:
        if any(name in face for name in _KAI):
            out.add(KAI)
        elif any(name in face for name in _HEI):
            out.add(BOLD)
    line = look.get("u", "none")
    if line not in OFF and line:
        out.add(WAVY if line.startswith("wav") else UNDERLINE)
    if look.get("em", "none") not in OFF:
        out.add(DOTS)
    if look.get("bdr", "none") not in ("none", "nil"):
        out.add(FRAME)
    script = _SCRIPTS.get(look.get("vertAlign", ""))
    if script:
        out.add(script)
    return frozenset(out)


def untold(look: Look) -> list[str]:
    """The kinds of what a run's look has and a story has not."""
    out = []
    color = look.get("color", "auto")
    if color != "auto" and not _dark(color):
        out.append("colour")
    if look.get("i") == "on":
        out.append("italic")
    if look.get("combined") == "on":
        out.append("combined")
    if "on" in (look.get("strike"), look.get("dstrike")):
        out.append("strike")
    if look.get("highlight", "none") not in OFF or look.get("shd", "auto").lower() not in (
        "auto",
        "ffffff",
        "",
    ):
        out.append("highlight")
    return out


def size_of(look: Look) -> float:
    """The size of type in points; Word's own where nothing is said."""
    half = look.get("sz", "")
    return int(half) / 2 if half.isdecimal() and len(half) < 5 else 10.5


def _dark(color: str) -> bool:
    try:
        return len(color) == 6 and all(int(color[n : n + 2], 16) <= _DARK for n in (0, 2, 4))
    except ValueError:
        return False
