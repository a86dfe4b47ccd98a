"""The operators of page content with their operands: ISO 32000-1, annex A. A list of what is known;
what is not in it is told, and not passed over."""

from typing import Final

OPERANDS: Final[dict[str, str]] = {
    # general graphics state
    "w": "n", "J": "n", "j": "n", "M": "n", "d": "an", "ri": "N", "i": "n", "gs": "N",
    # special graphics state
    "q": "", "Q": "", "cm": "nnnnnn",
    # path construction
    "m": "nn", "l": "nn", "c": "nnnnnn", "v": "nnnn", "y": "nnnn", "h": "", "re": "nnnn",
    # path painting and clipping
    "S": "", "s": "", "f": "", "F": "", "f*": "", "B": "", "B*": "", "b": "", "b*": "", "n": "",
    "W": "", "W*": "",
    # text objects and state
    "BT": "", "ET": "", "Tc": "n", "Tw": "n", "Tz": "n", "TL": "n", "Tf": "Nn", "Tr": "n",
    "Ts": "n", "Td": "nn", "TD": "nn", "Tm": "nnnnnn", "T*": "", "Tj": "s", "TJ": "a", "'": "s",
    '"': "nns",
    # Type 3 fonts
    "d0": "nn", "d1": "nnnnnn",
    # colour
    "CS": "N", "cs": "N", "SC": "*", "SCN": "*", "sc": "*", "scn": "*",
    "G": "n", "g": "n", "RG": "nnn", "rg": "nnn", "K": "nnnn", "k": "nnnn",
    # shadings, XObjects, marked content, compatibility
    "sh": "N", "Do": "N", "MP": "N", "DP": "NP", "BMC": "N", "BDC": "NP", "EMC": "",
    "BX": "", "EX": "",
}  # fmt: skip
"""n: a number, N: a name, s: a string, a: an array, P: a name or dictionary, *: as the colour space
has it. An inline image is met as one instruction."""

IN_A_TEXT: Final = frozenset(["Td", "TD", "Tm", "T*", "Tj", "TJ", "'", '"'])
"""What stands between BT and ET alone; text state may stand anywhere."""
