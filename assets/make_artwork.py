"""Makes the adverts of the specimen that come as PDF and SVG: clients and offers there are not.

The PDF is as an agency sends it: a TrimBox with 3 mm of bleed round it, crop marks outside, one
spot ink, its fonts embedded, black type that overprints.

usage: python assets/make_artwork.py [--out assets]
"""

from __future__ import annotations

import argparse
from math import cos, pi, sin
from pathlib import Path

from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "fonts"
MM = 72 / 25.4
BLEED, ROOM = 3 * MM, 10 * MM
OFF = 1 * MM
"""From the bleed to the crop marks."""
BLACK = CMYKColor(0, 0, 0, 1)
WHITE = CMYKColor(0, 0, 0, 0)


def orange(tint: float) -> CMYKColorSep:
    """A spot ink, and what stands for it where there is none."""
    return CMYKColorSep(0, 0.55, 1, 0, spotName="PANTONE 151 C", density=tint)


def sheet(path: Path, wide: float, high: float) -> Canvas:
    """A page with its boxes and crop marks, begun at the trim's lower left corner."""
    media = (wide + 2 * ROOM, high + 2 * ROOM)
    trim = (ROOM, ROOM, ROOM + wide, ROOM + high)
    bleed = (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED)
    canvas = Canvas(
        str(path), pagesize=media, trimBox=trim, bleedBox=bleed, invariant=1, pageCompression=1,
        pdfVersion=(1, 4), initialFontName="serif",
    )  # fmt: skip
    canvas.setTitle("Stand-in advert: a flower market that there is not")
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.25)
    for x in trim[0], trim[2]:
        canvas.line(x, 0, x, ROOM - BLEED - OFF)
        canvas.line(x, media[1], x, media[1] - ROOM + BLEED + OFF)
    for y in trim[1], trim[3]:
        canvas.line(0, y, ROOM - BLEED - OFF, y)
        canvas.line(media[0], y, media[0] - ROOM + BLEED + OFF, y)
    canvas.translate(ROOM, ROOM)
    return canvas


def blossom(canvas: Canvas, x: float, y: float, size: float, tint: float) -> None:
    """A flower of eight petals."""
    canvas.setFillColor(orange(tint))
    for n in range(8):
        angle = n * pi / 4
        canvas.saveState()
        canvas.translate(x + size * 0.62 * cos(angle), y + size * 0.62 * sin(angle))
        canvas.rotate(n * 45)
        canvas.ellipse(-size * 0.5, -size * 0.24, size * 0.5, size * 0.24, stroke=0, fill=1)
        canvas.restoreState()
    canvas.setFillColor(CMYKColor(0, 0.1, 0.9, 0))
    canvas.circle(x, y, size * 0.26, stroke=0, fill=1)


def flowers(path: Path, wide: float, high: float) -> None:
    """A strip on a tint of the spot ink, to the bleed."""
    canvas = sheet(path, wide, high)
    canvas.setFillColor(orange(0.22))
    canvas.rect(-BLEED, -BLEED, wide + 2 * BLEED, high + 2 * BLEED, stroke=0, fill=1)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(-BLEED, -BLEED, wide + 2 * BLEED, high + 2 * BLEED)
    canvas.clipPath(clip, stroke=0, fill=0)
    for at, (size, tint) in enumerate(((30, 0.9), (19, 0.5), (25, 0.7), (15, 1.0), (22, 0.6))):
        blossom(canvas, 20 + 34 * at, high * (0.62, 0.3, 0.7, 0.34, 0.6)[at], size, tint)
    canvas.restoreState()
    canvas.setFillColor(BLACK)
    canvas.setFillOverprint(True)
    canvas.setOverprintMask(1)
    left = 208
    canvas.setFont("serif", 34)
    canvas.drawString(left, high - 44, "早市花比人先醒")
    canvas.setFont("sans", 12)
    canvas.drawString(left, high - 66, "鲜切花、盆栽、种子，四点开门，十点收摊")
    canvas.setFont("sans", 8.5)
    canvas.drawString(left, 14, "某某花市　某市某路2号　0000-00000003")
    canvas.setFillOverprint(False)
    side = 150
    canvas.setFillColor(orange(1.0))
    canvas.rect(wide - side, -BLEED, side + BLEED, high + 2 * BLEED, stroke=0, fill=1)
    canvas.setFillColor(WHITE)
    canvas.setFont("serif", 30)
    canvas.drawCentredString(wide - side / 2, high / 2 + 2, "买三送一")
    canvas.setFont("sans", 11)
    canvas.drawCentredString(wide - side / 2, high / 2 - 20, "本周六、周日")
    canvas.showPage()
    canvas.save()


def concert(wide: float, high: float) -> str:
    """A choir's evening: gradients, a clip, type; in RGB, as drawings are."""
    waves = "".join(
        f'<path d="M0 {66 + 7 * n} C 60 {44 + 7 * n} 110 {96 + 7 * n} 170 {80 + 7 * n}'
        f' S 270 {62 + 7 * n} 334 {74 + 7 * n}" fill="none" stroke="url(#line)"'
        f' stroke-width="{2.4 - 0.4 * n:.1f}"/>'
        for n in range(4)
    )
    notes = "".join(
        f'<g transform="translate({x} {y}) rotate(-18)"><ellipse rx="6" ry="4.4"/>'
        f'<path d="M4.6 -1.5 L10 -26" stroke="#000000" stroke-width="1.6" fill="none"/></g>'
        for x, y in ((46, 68), (84, 72), (122, 84), (160, 86))
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{wide}mm" height="{high}mm"
 viewBox="0 0 {wide * 3:g} {high * 3:g}">
<title>Stand-in advert: a choir that there is not</title>
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="1" y2="0.4">
<stop offset="0" stop-color="#dff1f4"/><stop offset="1" stop-color="#8cc5d6"/></linearGradient>
<linearGradient id="line" x1="0" x2="1">
<stop offset="0" stop-color="#0b5f7a"/><stop offset="1" stop-color="#e2902c"/></linearGradient>
<clipPath id="frame"><rect width="{wide * 3:g}" height="{high * 3:g}"/></clipPath>
</defs>
<g clip-path="url(#frame)">
<rect width="{wide * 3:g}" height="{high * 3:g}" fill="url(#sky)"/>
<circle cx="52" cy="40" r="60" fill="#ffffff"/>
{waves}
<g fill="#000000">{notes}</g>
</g>
<g fill="#000000">
<text x="186" y="38" font-family="Noto Serif SC" font-weight="900" font-size="27">江声合唱</text>
<text x="187" y="58" font-family="Noto Sans SC" font-size="11.5">秋夜音乐会　十首旧歌</text>
<text x="187" y="103" font-family="Noto Sans SC" font-size="8.5">某某合唱团　0000-00000004</text>
</g>
</svg>
"""


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=HERE)
    out: Path = ap.parse_args().out
    for name, file in (("serif", "NotoSerifSC-Black.ttf"), ("sans", "NotoSansSC-Medium.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    flowers(out / "advert-flowers.pdf", 225.4 * MM, 36.7 * MM)
    (out / "advert-choir.svg").write_text(concert(111.2, 36.7), encoding="utf-8")


if __name__ == "__main__":
    main()
