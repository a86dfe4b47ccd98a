"""Codes as modules: against the tables of their standard, and read back by another library."""

import itertools
import random
from collections.abc import Sequence

import numpy
import pytest
import zxingcpp

from layout.symbols import SymbolError, check_figure, ean_13, qr_code
from tests.codereading import read_image

# ISO/IEC 15420: the odd (A) set; B is C reversed, C is A with light and dark exchanged.
A = [
    *("0001101", "0011001", "0010011", "0111101", "0100011"),
    *("0110001", "0101111", "0111011", "0110111", "0001011"),
]
C = ["".join("10"[int(bit)] for bit in one) for one in A]
B = [one[::-1] for one in C]
FIRST = [
    *("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB"),
    *("ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"),
]
TWO = ["AA", "AB", "BA", "BB"]
FIVE = ["BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB"]


def drawn(rows: Sequence[str]) -> numpy.ndarray:
    """A QR code as a grey image with its white, four pixels a module."""
    pixels = numpy.array([[255 * (bit == "0") for bit in row] for row in rows], numpy.uint8)
    return numpy.kron(numpy.pad(pixels, 4, constant_values=255), numpy.ones((4, 4), numpy.uint8))


def encoded(figures: str, sets: str) -> list[str]:
    return [{"A": A, "B": B}[one][int(figure)] for figure, one in zip(figures, sets, strict=True)]


def by_the_tables(figures: str, addon: str) -> tuple[str, str]:
    """An EAN-13 and its add-on, written out of the tables."""
    left = "".join(encoded(figures[1:7], FIRST[int(figures[0])]))
    right = "".join(C[int(figure)] for figure in figures[7:])
    added = ""
    if len(addon) == 2:
        added = "1011" + "01".join(encoded(addon, TWO[int(addon) % 4]))
    if len(addon) == 5:
        odd, even = (sum(map(int, addon[n::2])) for n in (0, 1))
        added = "1011" + "01".join(encoded(addon, FIVE[(3 * odd + 9 * even) % 10]))
    return f"101{left}01010{right}101", added


def test_bars_are_those_of_the_tables() -> None:
    chance = random.Random(15420)
    for first, many in itertools.product(range(10), (0, 2, 5)):
        twelve = str(first) + "".join(str(chance.randrange(10)) for _ in range(11))
        figures = twelve + check_figure(twelve)
        addon = "".join(str(chance.randrange(10)) for _ in range(many))
        assert ean_13(figures, addon) == by_the_tables(figures, addon), (figures, addon)


@pytest.mark.parametrize(
    ("twelve", "right"), [("978030640615", "7"), ("400638133393", "1"), ("977999999900", "8")]
)
def test_the_check_figure(twelve: str, right: str) -> None:
    assert check_figure(twelve) == right


TEXTS = [
    "https://www.example.com/",
    "HTTPS://WWW.EXAMPLE.COM/2026",
    "https://www.example.com/客户端?版=1",
    "中文",  # two Han: kanji in Shift JIS, or a Micro QR, where the library is left to itself
    "版心样报 第1207期：“扫一扫”",
    "café ＡＢ ｶﾅ 𠮷",
    "7" * 200,
]


@pytest.mark.parametrize("level", "LMQH")
@pytest.mark.parametrize("text", TEXTS)
def test_a_qr_code_says_its_text(text: str, level: str) -> None:
    rows = qr_code(text, level)
    assert len(rows) >= 21
    assert {len(row) for row in rows} == {len(rows)}
    assert "".join(row[:7] for row in rows[:7]).startswith("1111111" + "1000001")
    (code,) = read_image(drawn(rows))
    assert (code.text, code.format) == (text, zxingcpp.BarcodeFormat.QRCode)
    assert "LMQH".index(code.ec_level) >= "LMQH".index(level)


def test_a_text_that_is_not_ascii_is_declared_as_utf_8() -> None:
    # The symbology identifier of a QR code with a declared character set is ]Q2 (ISO/IEC 18004).
    (code,) = read_image(drawn(qr_code("中文", "M")))
    assert "中文".encode() in bytes(code.bytes)


@pytest.mark.parametrize(("text", "level"), [("a" * 3000, "L"), ("中" * 900, "H")])
def test_a_text_too_long_for_any_code(text: str, level: str) -> None:
    with pytest.raises(SymbolError):
        qr_code(text, level)
