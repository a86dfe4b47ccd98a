"""Codes for machines as modules, dark and light: QR codes, and EAN-13 with an add-on.

A module is the narrowest bar, or the smallest square. What they say and how they are arranged is
the library's; where they stand, how large they are and in which ink is ours.

zint is asked for both: one library, an extension that loads in 18 ms, and what it makes of an ISSN
with its add-on is read back to the last figure. python-barcode's ISSN is its eight figures alone
and no EAN-13; treepoem's add-on stands 12 modules off, further than readers look for it.
"""

from typing import TYPE_CHECKING, Final

from layout.errors import BanxinError

if TYPE_CHECKING:
    from zint import Symbol

LEVELS: Final = {"L": 1, "M": 2, "Q": 3, "H": 4}
"""How much of a QR code may be lost, 7 15 25 30 per cent, with the library's numbers for it."""
UTF_8: Final = 26
"""Its number among the character sets that may be declared (ECI). Bytes of none are ISO 8859-1 by
ISO/IEC 18004, and readers guess."""
EAN_MODULES: Final = 95
"""Modules of an EAN-13 from guard to guard."""

Rows = tuple[str, ...]
"""Rows of modules, `1` for a dark one."""


class SymbolError(BanxinError):
    """There is no such code: the text is too long for one."""


def qr_code(text: str, level: str) -> Rows:
    """A QR code (ISO/IEC 18004) of a text, at least at an error level, without the white round it.

    ASCII is encoded as it is; any other text as UTF-8 that is declared. Raises `SymbolError` for a
    text that no QR code holds.
    """
    import zint

    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.QRCODE
    symbol.option_1 = LEVELS[level]
    if not text.isascii():
        # Not as the library would have it by itself: kanji in Shift JIS, which is not declared.
        symbol.eci = UTF_8
        symbol.input_mode = zint.InputMode.UNICODE
    return _encoded(symbol, text)


def ean_13(figures: str, add_on: str = "") -> tuple[str, str]:
    """The modules of an EAN-13 (ISO/IEC 15420) from guard to guard, and of its add-on.

    `figures` are all thirteen, the check digit with them; `add_on` two, five or none.
    """
    import zint

    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.EANX
    (row,) = _encoded(symbol, f"{figures[:12]}+{add_on}" if add_on else figures[:12])
    return row[:EAN_MODULES], row[EAN_MODULES:].strip("0") if add_on else ""


def check_figure(figures: str) -> str:
    """The last figure of an EAN-13 after its first twelve: weights 1 and 3 (ISO/IEC 15420)."""
    total = sum(int(figure) * (1, 3)[n % 2] for n, figure in enumerate(figures))
    return str(-total % 10)


def _encoded(symbol: "Symbol", text: str) -> Rows:
    """What a symbol is after it has encoded a text."""
    try:
        symbol.encode(text)
    except (RuntimeError, ValueError) as exc:
        raise SymbolError(str(exc)) from exc
    width, rows, data = symbol.width, symbol.rows, symbol.encoded_data
    bits, stride = data.tobytes(), data.nbytes // len(data)
    return tuple(
        [
            "".join(str(bits[row * stride + n // 8] >> n % 8 & 1) for n in range(width))
            for row in range(rows)
        ]
    )
