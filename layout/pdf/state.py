"""The graphics state while content is read: what q keeps and Q gives back."""

from collections.abc import Callable
from typing import Final

from layout.pdf.fonts import Font
from layout.pdf.matrix import EVERYWHERE, IDENTITY, Box, Matrix
from layout.pdf.objects import (
    Obj,
    array,
    flag,
    get,
    integer,
    is_array,
    is_dict,
    keys,
    name,
    number,
)
from layout.pdf.painted import BLACK, Paint, PaintState
from layout.record import replace

BLENDS: Final = frozenset(
    {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
     "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color",
     "Luminosity"}
)  # fmt: skip
STATE_KEYS: Final = frozenset(
    {"Type", "LW", "LC", "LJ", "ML", "D", "RI", "OP", "op", "OPM", "Font", "BG", "BG2", "UCR",
     "UCR2", "TR", "TR2", "HT", "FL", "SM", "SA", "BM", "SMask", "CA", "ca", "AIS", "TK", "HTP",
     "HTO", "UseBlackPtComp"}
)  # fmt: skip
"""ISO 32000-2, table 57, with HTP of PDF 1.2; what else stands in an ExtGState is told."""


class GraphicsState:
    """A graphics state. Copied by `q`, changed by operators."""

    __slots__ = (
        "char_space",
        "clip",
        "ctm",
        "fill",
        "font",
        "font_size",
        "leading",
        "line_width",
        "look",
        "mode",
        "rise",
        "scale",
        "stroke",
        "word_space",
    )

    def __init__(self, ctm: Matrix = IDENTITY, clip: Box = EVERYWHERE) -> None:
        self.ctm = ctm
        self.clip = clip
        self.fill: Paint = BLACK
        self.stroke: Paint = BLACK
        self.look = PaintState()
        self.line_width = 1.0
        self.font: Font | None = None
        self.font_size = 0.0
        self.char_space = 0.0
        self.word_space = 0.0
        self.scale = 1.0
        self.leading = 0.0
        self.rise = 0.0
        self.mode = 0

    def copy(self) -> "GraphicsState":
        """The same state apart."""
        made = GraphicsState.__new__(GraphicsState)
        for key in GraphicsState.__slots__:
            setattr(made, key, getattr(self, key))
        return made


def apply_state(state: GraphicsState, given: Obj) -> tuple[tuple[str, ...], Obj, Obj]:
    """Change a state by an ExtGState: keys that are not known or have no such value, the font that
    it sets, its soft mask where that is a dictionary."""
    strange = [key for key in keys(given) if key not in STATE_KEYS]
    changes: dict[str, object] = {}
    for key, reads in _READS.items():
        value = get(given, f"/{key}")
        if value is None:
            continue
        found = reads(value)
        if found is None:
            strange.append(key)
        else:
            changes |= found
    if get(given, "/op") is None and "overprint_stroke" in changes:
        # ISO 32000-1, table 58: OP sets both where op is missing.
        changes["overprint_fill"] = changes["overprint_stroke"]
    width = number(get(given, "/LW"))
    if width is not None:
        state.line_width = abs(width)
    mask = get(given, "/SMask")
    if changes or has_press_functions(given):
        state.look = replace(state.look, **changes, **_press_functions(given))
    return tuple(strange), get(given, "/Font"), mask if is_dict(mask) else None


def has_press_functions(given: Obj) -> bool:
    """Whether an ExtGState says anything of transfer curves, halftones or black."""
    return any(get(given, f"/{key}") is not None for key in _PRESS_KEYS)


def _flagged(word: str) -> Callable[[Obj], dict[str, object] | None]:
    def reads(value: Obj) -> dict[str, object] | None:
        found = flag(value)
        return None if found is None else {word: found}

    return reads


def _numbered(word: str) -> Callable[[Obj], dict[str, object] | None]:
    def reads(value: Obj) -> dict[str, object] | None:
        found = number(value)
        return None if found is None else {word: found}

    return reads


def _mode(value: Obj) -> dict[str, object] | None:
    found = integer(value)
    return {"overprint_mode": found} if found in (0, 1) else None


def _dashes(value: Obj) -> dict[str, object] | None:
    parts = array(value)
    return {"dash": dash_of(parts[0])} if parts else None


def _intent(value: Obj) -> dict[str, object] | None:
    word = name(value)
    return None if word is None else {"intent": word}


def _blending(value: Obj) -> dict[str, object] | None:
    word = _blend(value)
    return {"blend": word} if word != "?" else None


def _soft(value: Obj) -> dict[str, object] | None:
    if is_dict(value):
        return {"soft_mask": name(get(value, "/S")) or "?"}
    return {"soft_mask": ""} if name(value) == "None" else None


_READS: Final[dict[str, Callable[[Obj], dict[str, object] | None]]] = {
    "D": _dashes,
    "RI": _intent,
    "OP": _flagged("overprint_stroke"),
    "op": _flagged("overprint_fill"),
    "OPM": _mode,
    "CA": _numbered("alpha_stroke"),
    "ca": _numbered("alpha_fill"),
    "BM": _blending,
    "SMask": _soft,
    "AIS": _flagged("alpha_is_shape"),
    "FL": _numbered("flatness"),
    "SM": _numbered("smoothness"),
}
_PRESS_KEYS: Final = ("TR", "TR2", "HT", "BG", "BG2", "UCR", "UCR2")


def _press_functions(given: Obj) -> dict[str, object]:
    """Transfer curves, halftones and black of an ExtGState: of two keys the newer one counts."""
    out: dict[str, object] = {}
    for key in ("TR2", "TR"):
        value = get(given, f"/{key}")
        if value is not None:
            out["transfer"] = _word(value, "function")
            break
    halftone = get(given, "/HT")
    if halftone is not None:
        out["halftone"] = _word(halftone, "dictionary")
    for both, word in ((("BG2", "BG"), "black_generation"), (("UCR2", "UCR"), "undercolor")):
        for key in both:
            value = get(given, f"/{key}")
            if value is not None:
                out[word] = name(value) != "Default"
                break
    return out


def _word(value: Obj, other: str) -> str:
    if is_array(value):
        words = {name(one) or other for one in array(value)}
        return words.pop() if len(words) == 1 else other
    return name(value) or other


def _blend(value: Obj) -> str:
    """A blend mode; of several the first that is known, as ISO 32000-1, 11.6.3 says."""
    if is_array(value):
        words = [name(one) or "?" for one in array(value)]
        return next((w for w in words if w in BLENDS), words[0] if words else "Normal")
    return name(value) or "?"


def dash_of(value: Obj) -> tuple[float, ...]:
    """The lengths of a dash array; empty for a solid line."""
    found = tuple(number(one) or 0.0 for one in array(value)[:64])
    return found if any(found) else ()
