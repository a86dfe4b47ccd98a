"""Drawings are looked through before they are drawn: what they may not hold, and ask for."""

import pytest

from layout.pictures import PictureError
from layout.pictures.artwork import is_svg
from layout.pictures.svgread import MOST_DEEP, in_rgb, read_svg, svg_text

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, head: str = "", attributes: str = 'width="100" height="50"') -> str:
    return f"{head}<svg {NS} {attributes}>{body}</svg>"


LAUGHS = "".join(
    f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (svg('<image href="photo.jpg"/>'), r"takes from another file \(photo\.jpg\)"),
        (svg('<image xlink:href="http://a.cn/x.png"/>'), "another file"),
        (svg('<use href="other.svg#a"/>'), "another file"),
        (svg('<rect fill="url(http://a.cn/#g)"/>'), "another file"),
        (svg('<rect style="fill:url( &quot;b.svg#g&quot;)"/>'), "another file"),
        (svg("<style>@import 'a.css';</style>"), "another file"),
        (svg("<style>@font-face{src:url(a.ttf)}</style>"), "another file"),
        (svg("", '<?xml-stylesheet href="a.css"?>'), "another file"),
        (svg("<script>alert(1)</script>"), "holds a script"),
        (svg("<foreignObject/>"), "foreignObject"),
        (svg('<rect fill="device-cmyk(0 0 1 0)"/>'), r"colour device-cmyk\(\)"),
        (svg('<rect style="fill:var(--red)"/>'), r"colour var\(\)"),
        (svg("<style>.a{stroke:oklch(60% 0.2 30)}</style>"), r"colour oklch\(\)"),
        (svg("", '<!DOCTYPE svg [<!ENTITY a "b">]>'), "defines entities"),
        (svg("", '<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd">]>'), "defines entities"),
        (svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "no picture of pixels"),
        (svg('<use href="data:image/png;base64,AAAA"/>'), "no picture of pixels"),
        (svg("<g>" * (MOST_DEEP + 1) + "</g>" * (MOST_DEEP + 1)), "nested deeper than 100"),
        (svg('<g id="g0"><path/></g>' + LAUGHS + '<use href="#g8"/>'), "unfolds to more"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "draws itself"),
        (svg("<g>"), r"a\.svg is damaged: line 1"),
        (svg("<g/>")[:-8], "is damaged"),
        ('<?xml version="1.0"?><html/>', "no SVG drawing"),
        ("<svg/>", "no SVG drawing"),
    ],
)  # fmt: skip
def test_what_may_not_be_in_a_drawing(data: str, said: str) -> None:
    with pytest.raises(PictureError, match=said):
        read_svg(data, "a.svg")


def test_a_marker_on_many_points_unfolds() -> None:
    mark = '<marker id="m">' + "<path/>" * 500 + "</marker>"
    path = f'<path marker-mid="url(#m)" d="{"L1 1" * 2000}"/>'
    with pytest.raises(PictureError, match="unfolds"):
        read_svg(svg(mark + path), "a.svg")


@pytest.mark.parametrize(
    "body",
    [
        '<linearGradient id="a"/><rect fill="url(#a)"/>',
        '<linearGradient id="a" href="#a"/>',  # of itself: drawn without
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="https://example.cn"><rect/></a>',  # a link is no part of the picture
        '<metadata><x xmlns="urn:x" href="other.svg"/></metadata>',
        '<g onclick="alert(1)"/>',  # does nothing on paper
        '<g id="a"><clipPath id="c"/><rect clip-path="url(#c)"/></g><use href="#a"/>',
    ],
)
def test_what_may_be_in_one(body: str) -> None:
    read_svg(svg(body), "a.svg")


def test_a_doctype_of_old_programs_is_taken() -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )
    assert is_svg(svg("", head).encode())
    read_svg(svg("", head), "a.svg")


def test_what_it_asks_for_is_known() -> None:
    facts = read_svg(
        svg(
            '<style>.a{font-family: "Noto Serif SC", serif}</style><title>not drawn</title>'
            '<text font-family="serif">版心 <tspan style="font-family:方正书宋">报</tspan></text>'
            "<rect><animate/></rect>"
        ),
        "a.svg",
    )
    assert facts.families == ("Noto Serif SC", "方正书宋")
    assert facts.letters == frozenset("版心报")
    assert (facts.moving, facts.filters) == (True, False)
    assert read_svg(svg('<filter id="f"/>'), "a.svg").filters


@pytest.mark.parametrize(
    ("attributes", "wide", "high"),
    [
        ('width="96" height="48"', 72, 36),
        ('width="10mm" height="1in"', 28.3465, 72),
        ('viewBox="0 0 200 100"', 150, 75),
        ('width="100%" height="50%" viewBox="0,0 200,100"', 150, 75),
        ("", 14400, 14400),
    ],
)
def test_its_area_is_known_before_it_is_drawn(attributes: str, wide: float, high: float) -> None:
    assert read_svg(svg("", attributes=attributes), "a.svg").area == pytest.approx(
        wide * high, 1e-4
    )


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        (b"<svg xmlns='a'>", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -->\n<svg>", True),
        (b"<html><svg>", False),
        (b"%PDF-1.4 <svg>", False),
        (b"<?xml version='1.0'?><html/>", False),
    ],
)
def test_a_drawing_is_known_by_its_bytes(data: bytes, drawn: bool) -> None:
    assert is_svg(data) is drawn


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('fill="#00ff00 icc-color(SWOP, 0, 0, 1, 0)"', 'fill="#00ff00"'),
        ('style="fill:#0f0 device-cmyk(0 0 1 0);x:1"', 'style="fill:#0f0;x:1"'),
        ('fill="rgb(1, 2, 3) icc-color(a,1)"', 'fill="rgb(1, 2, 3)"'),
        ('fill="black icc-color(a,1)"', 'fill="black"'),
        ('fill="#fff"', 'fill="#fff"'),
    ],
)
def test_of_a_colour_with_inks_its_rgb_is_taken(given: str, made: str) -> None:
    data = svg(f"<rect {given}/>")
    assert in_rgb(data) == svg(f"<rect {made}/>")
    assert read_svg(data, "a.svg").fallbacks is (given != made)


HAN = "<svg>版心</svg>"


@pytest.mark.parametrize(
    "data",
    [
        HAN.encode(),
        b"\xef\xbb\xbf" + HAN.encode(),
        HAN.encode("utf-16"),
        f'<?xml version="1.0" encoding="GB18030"?>{HAN}'.encode("gb18030"),
        f"<?xml version='1.0' encoding='gbk' standalone='no'?>\n{HAN}".encode("gbk"),
    ],
)
def test_its_coding_is_what_it_says(data: bytes) -> None:
    assert svg_text(data, "a.svg").endswith(HAN)


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (b"<svg>\xff</svg>", "utf-8"),
        (HAN.encode("gbk"), "utf-8"),
        (b'<?xml version="1.0" encoding="klingon"?><svg/>', "klingon"),
    ],
)
def test_one_of_another_coding_is_told(data: bytes, coding: str) -> None:
    with pytest.raises(PictureError, match=f"not of its encoding, {coding}"):
        svg_text(data, "a.svg")
