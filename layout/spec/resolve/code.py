"""Codes resolved: what they say with the fields of the day, as modules, and their words.

An ISSN is an EAN-13 of 977, its first seven figures and two more, in the place of its own check
figure (GB/T 16827-1997, ISO 3297:2022 annex B).
"""

import re
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, shown
from layout.record import replace
from layout.spec.model.furniture import Code, CodeBlock
from layout.spec.reader.serials import issn_parts, wrong_issn
from layout.spec.resolve.resolved import RCode, RSymbol
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import Texts
from layout.symbols import SymbolError, check_figure, ean_13, qr_code
from layout.units import mm
from layout.words.said import Said, said

SERIALS: Final = "977"
"""Prefix of periodicals among the EAN."""
MODULE_MM: Final = 0.33
"""Of a bar code at 100 % (ISO/IEC 15420)."""
ADDONS: Final = (2, 5)
"""Figures that an add-on may have."""
OF_QR: Final = ("error", "size")
OF_BARS: Final = ("magnification", "height", "variant", "addon", "addon_gap")


def code_block(
    block: CodeBlock, sheet: Sheet, styles: Styles, texts: Texts, faults: list[Diagnostic]
) -> RCode | None:
    """A block of one code; None, with a fault, where there can be none."""
    made = resolve_code(block.code, sheet, styles, texts, faults)
    return replace(made, align=block.align, valign=block.valign) if made is not None else None


def resolve_code(
    code: Code, sheet: Sheet, styles: Styles, texts: Texts, faults: list[Diagnostic]
) -> RCode | None:
    """A code; None, with a fault, where it can say nothing."""
    if code.qr is None and code.barcode is None:
        if not {"qr", "barcode"} & set(code.places):  # else it is told already
            faults.append(error("CODE-DATA.none", code.place))
        return None
    if code.qr is not None and code.barcode is not None:
        faults.append(error("CODE-DATA.two", code.places["barcode"]))
        return None
    key = "qr" if code.qr is not None else "barcode"
    told, idle = ("CODE-KEY.qr", OF_BARS) if key == "qr" else ("CODE-KEY.barcode", OF_QR)
    for name in idle:
        if name in code.places:
            faults.append(error(said(told, path=name), code.places[name]))
    symbol = _Symbols(code, styles, texts, faults).made()
    if symbol is None:
        return None

    def points(name: str) -> float | None:
        length = getattr(code, name)
        return sheet.points(length) if length is not None else None

    magnified = code.magnification
    return RCode(
        symbol=symbol,
        caption=tuple([texts.line(line, "code") for line in code.caption]),
        place=code.places[key],
        caption_at=code.caption_at,
        size=points("size"),
        module=mm(MODULE_MM) * magnified / 100 if magnified is not None else None,
        height=points("height"),
        gap=code.addon_gap,
        reduction=points("reduction") or 0.0,
    )


class _Symbols:
    """The modules of one code. Faults are gathered, never raised."""

    def __init__(self, code: Code, styles: Styles, texts: Texts, faults: list[Diagnostic]) -> None:
        self._code = code
        self._styles = styles
        self._texts = texts
        self._faults = faults

    def made(self) -> RSymbol | None:
        code = self._code
        key = "qr" if code.qr is not None else "barcode"
        place = code.places[key]
        text = self._texts.expand(code.qr or code.barcode or "", place).strip()
        if not text:
            self._fault(said("CODE-DATA.empty"), place)
            return None
        if code.qr is None:
            return self._bars(text, place)
        try:
            return RSymbol(rows=qr_code(text, code.error))
        except SymbolError:
            told = said("CODE-DATA.long", characters=len(text), bytes=len(text.encode()))
            self._fault(told, place)
            return None

    def _fault(self, told: Said, place: Place) -> None:
        self._faults.append(error(told, place))

    def _bars(self, text: str, place: Place) -> RSymbol | None:
        figures = self._figures(text, place)
        addon = self._addon()
        if figures is None or addon is None:
            return None
        main, added = ean_13(figures, addon)
        style = self._styles.get("code-figures")
        return RSymbol(rows=(main,), addon=added, figures=(figures, addon), style=style)

    def _figures(self, text: str, place: Place) -> str | None:
        """The thirteen figures of a number; None, with a fault, where it is none."""
        serial = issn_parts(text)
        if serial is not None:
            told = wrong_issn(text, *serial)
            if told is not None:
                self._fault(told, place)
                return None
            variant = self._code.variant
            if not re.fullmatch("[0-9]{2}", variant):
                told = said("CODE-DATA.variant", path="variant", text=shown(variant))
                self._fault(told, self._code.place_of("variant"))
                return None
            twelve = SERIALS + serial[0] + variant
            return twelve + check_figure(twelve)
        bare = re.sub("[ -]", "", text)
        if not re.fullmatch("[0-9]{12,13}", bare):
            self._fault(said("CODE-DATA.barcode", text=shown(text)), place)
            return None
        if "variant" in self._code.places:
            self._fault(said("CODE-KEY.variant", path="variant"), self._code.places["variant"])
        right = check_figure(bare[:12])
        if bare[12:] not in ("", right):
            told = said(
                "CODE-DATA.check-figure", text=shown(text), given=bare[12], right=right,
                meant=bare[:12] + right,
            )  # fmt: skip
            self._fault(told, place)
            return None
        return bare[:12] + right

    def _addon(self) -> str | None:
        """The figures of the add-on, empty for none; None, with a fault, for what is no add-on."""
        given = self._code.addon
        if given is None:
            return ""
        place = self._code.places["addon"]
        text = self._texts.expand(given, place).strip()
        if not re.fullmatch("[0-9]{1,5}", text):
            self._fault(said("CODE-DATA.addon", path="addon", text=shown(text)), place)
            return None
        return text.zfill(next(many for many in ADDONS if many >= len(text)))
