"""Mastheads and codes for the tests of furniture, with the toy face."""

from layout.color import Color
from layout.flow.furniture.furniture import make_furniture
from layout.flow.placed import Made
from layout.geometry import Rect
from layout.spec.resolve.resolved import RCode, RMasthead, RSymbol
from layout.symbols import ean_13, qr_code
from tests.flow.conftest import HERE, PITCH, block, words

RED = Color(m=100.0, y=100.0)
DATE = ("二〇二六年九月", "星期三", "农历八月十三")


def masthead(arrange: str = "across", **more: object) -> RMasthead:
    settings: dict[str, object] = {
        "name": words("城北样报", 60.0 if arrange == "across" else 40.0),
        "logo": None, "latin": words("CITY NEWS", 9.0, align="fill"), "day": words("23", 40.0),
        "date": tuple(words(line, 9.0) for line in DATE),
        "foot": tuple(words(f"项目{n}", 8.0) for n in "一二三"),
        "arrange": arrange, "date_at": "right", "align": "left", "below": "masthead",
        "between": "thin",
    }  # fmt: skip
    return RMasthead(**(settings | more))  # type: ignore[arg-type]


def made(setter, spec: RMasthead, width: float = 0.0, lines: int = 20) -> tuple[Made, Rect]:
    width = width or {"across": 500.0, "stack": 200.0, "down": 200.0}[spec.arrange]
    place = block(spec, 1, lines, width)
    return make_furniture(setter, place, pitch=PITCH, accent=RED), place.inner


MM = 72 / 25.4
QR = RSymbol(rows=qr_code("https://www.example.com/", "M"))
FIGURES = "9779999999008"


def code(symbol: RSymbol = QR, *caption: str, **more: object) -> RCode:
    lines = tuple(words(line, 8.0, align="center") for line in caption)
    settings: dict[str, object] = {"symbol": symbol, "caption": lines, "place": HERE}
    return RCode(**(settings | more))  # type: ignore[arg-type]


def bars(addon: str = "") -> RSymbol:
    main, added = ean_13(FIGURES, addon)
    style = words("0").style
    return RSymbol(rows=(main,), addon=added, figures=(FIGURES, addon), style=style)
