"""Figures and signs that Unicode has as high or low characters (CO₂, m²), and how a spec or story
writes them with marks: CO~2~, m^2^.

Source: Unicode, "Superscripts and Subscripts" (U+2070 to U+209C), and ¹ ² ³ of Latin-1.
"""

import re
from typing import Final

_HIGH: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni", strict=True))
_LOW: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", "0123456789+-=()aeoxhklmnpst", strict=True))
HIGH_AND_LOW: Final = frozenset(_HIGH) | frozenset(_LOW)


def as_marks(text: str) -> str:
    """The text with marks in place of its high and low characters: `CO~2~` for `CO₂`."""
    for table, mark in ((_HIGH, "^"), (_LOW, "~")):
        run = f"[{re.escape(''.join(table))}]+"
        text = re.sub(run, lambda m, t=table, k=mark: k + "".join(t[c] for c in m[0]) + k, text)  # type: ignore[misc]
    return text
