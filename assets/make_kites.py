"""Draws pictures of a day of kites by a lake, and two cut-outs. A development tool: needs numpy.

usage: python assets/make_kites.py [NAME ...] [--out assets] [--rgb DIR]

NAME is one of lake, kite, reel, swallow, branch; without one all are drawn. They are flat shapes in
layers, as of a print in gouache: nothing in them was photographed or taken from another picture.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import numpy as np  # noqa: E402
from letterpress.press import save  # noqa: E402
from park.press import put_image  # noqa: E402
from PIL import Image, ImageDraw, ImageFilter  # noqa: E402

Point = tuple[float, float]
Colour = tuple[int, int, int]
FINE = 2
"""Times as fine as it is wanted that a picture is drawn."""
DPI = 254


class Sheet:
    """A picture while it is drawn, in pixels of the finished one."""

    def __init__(self, width: int, height: int, seed: int, *, clear: bool = False) -> None:
        self.size = (width, height)
        self.clear = clear
        ground = (0, 0, 0, 0) if clear else (255, 255, 255, 255)
        self.image = Image.new("RGBA", (width * FINE, height * FINE), ground)
        self.random = np.random.default_rng(seed)

    def shade(self, top: Colour, foot: Colour, first: float = 0.0, last: float = 1.0) -> None:
        """A shade down from `first` to `last` of the height."""
        w, h = self.image.size
        rows = np.clip((np.arange(h) / h - first) / (last - first), 0, 1)[:, None]
        band = np.array(top) * (1 - rows) + np.array(foot) * rows
        a, b = round(first * h), round(last * h)
        strip = np.repeat(band[a:b, None, :], w, axis=1).round().astype(np.uint8)
        self.image.paste(Image.fromarray(strip, "RGB"), (0, a))

    def shape(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        """A filled polygon."""
        over = Image.new("RGBA", self.image.size, (*colour, 0))
        ImageDraw.Draw(over).polygon([(x * FINE, y * FINE) for x, y in points], (*colour, alpha))
        self.image.alpha_composite(over)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line with round joins."""
        pen = ImageDraw.Draw(self.image)
        pen.line(
            [(x * FINE, y * FINE) for x, y in points], (*colour, 255),
            max(1, round(width * FINE)), joint="curve",
        )  # fmt: skip

    def disc(self, x: float, y: float, radius: float, colour: Colour, alpha: int = 255) -> None:
        self.shape(ring(x, y, radius), colour, alpha)

    def grain(self, amount: float) -> None:
        """Paper and brush: a noise of two sizes in what is painted."""
        w, h = self.image.size
        fine = self.random.normal(0, 1, (h // 2 + 1, w // 2 + 1)).astype(np.float32)
        broad = self.random.normal(0, 1, (h // 24 + 2, w // 24 + 2)).astype(np.float32)

        def spread(field: np.ndarray) -> np.ndarray:
            return np.asarray(Image.fromarray(field).resize((w, h), Image.Resampling.BICUBIC))

        noise = amount * (0.7 * spread(fine) + 0.9 * spread(broad))
        values = np.asarray(self.image).astype(np.float32)
        values[..., :3] = np.clip(values[..., :3] + noise[..., None], 0, 255)
        self.image = Image.fromarray(values.round().astype(np.uint8), "RGBA")

    def done(self) -> Image.Image:
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        return small if self.clear else small.convert("RGB")


def ring(x: float, y: float, radius: float, squeeze: float = 1.0, parts: int = 72) -> list[Point]:
    turns = (2 * math.pi * k / parts for k in range(parts))
    return [(x + radius * math.cos(t), y + radius * squeeze * math.sin(t)) for t in turns]


def curve(*points: Point, parts: int = 24) -> list[Point]:
    """A smooth line through points (Catmull and Rom)."""
    held = [points[0], *points, points[-1]]
    out: list[Point] = []
    for k in range(1, len(held) - 2):
        p0, p1, p2, p3 = held[k - 1 : k + 3]
        for step in range(parts):
            t = step / parts
            out.append(tuple(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                       + (3 * b - a - 3 * c + d) * t**3)
                for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
            ))  # fmt: skip
    return [*out, points[-1]]


def placed(points: Sequence[Point], x: float, y: float, size: float, turn: float) -> list[Point]:
    c, s = math.cos(turn), math.sin(turn)
    return [(x + size * (c * a - s * b), y + size * (s * a + c * b)) for a, b in points]


RED, INK, WHITE = (196, 44, 36), (38, 36, 44), (250, 246, 236)
GOLD, TEAL, BLUE = (232, 168, 52), (38, 118, 116), (36, 84, 138)


def both(points: Sequence[Point]) -> list[Point]:
    """A half and its mirror image."""
    return [*points, *((-x, y) for x, y in reversed(points))]


def swallow_kite(sheet: Sheet, x: float, y: float, size: float, turn: float = 0.0) -> None:
    """A kite as a swallow (沙燕): head, belly, wings, forked tail, with its patterns."""

    def put(points: Sequence[Point], colour: Colour) -> None:
        sheet.shape(placed(points, x, y, size, turn), colour)

    wing = curve((0.02, -0.30), (0.35, -0.42), (0.72, -0.40), (1.0, -0.22), (0.94, -0.05),
                 (0.66, -0.02), (0.34, 0.02), (0.12, 0.10))  # fmt: skip
    tail = [(0.02, 0.42), (0.12, 0.40), (0.52, 0.98), (0.30, 0.96), (0.10, 0.72), (0.0, 0.62)]
    put(both(wing), INK)
    put(both(tail), INK)
    put(both(curve((0.0, -0.62), (0.15, -0.56), (0.17, -0.40), (0.15, -0.22), (0.19, 0.10),
                   (0.13, 0.38), (0.0, 0.48))), WHITE)  # fmt: skip
    for side in (1, -1):

        def one(points: Sequence[Point], colour: Colour, side: int = side) -> None:
            put([(side * a, b) for a, b in points], colour)

        one(curve((0.20, -0.28), (0.45, -0.35), (0.74, -0.33), (0.90, -0.20), (0.70, -0.12),
                  (0.40, -0.10), (0.20, -0.28)), RED)  # fmt: skip
        for k, (a, r) in enumerate(((0.34, 0.055), (0.50, 0.065), (0.67, 0.06))):
            one(ring(a, -0.225, r), (GOLD, WHITE, GOLD)[k])
            one(ring(a, -0.225, r * 0.5), (TEAL, RED, TEAL)[k])
        for a in (0.30, 0.48, 0.66):
            one(curve((a, -0.06), (a + 0.07, -0.03), (a + 0.14, -0.07)), TEAL)
        one([(0.12, 0.50), (0.22, 0.60), (0.40, 0.90), (0.30, 0.86)], RED)
        one(ring(0.075, -0.46, 0.052), INK)
        one(ring(0.075, -0.46, 0.036), GOLD)
        one(ring(0.08, -0.46, 0.018), INK)
    put(both(curve((0.0, -0.62), (0.12, -0.57), (0.13, -0.53), (0.0, -0.50))), INK)
    put([(-0.03, -0.42), (0.03, -0.42), (0.0, -0.34)], RED)
    put(both(curve((0.0, -0.26), (0.11, -0.20), (0.12, -0.08), (0.0, 0.02))), GOLD)
    put(ring(0.0, -0.12, 0.055), RED)
    for b in (0.08, 0.18, 0.28):
        put(both(curve((0.0, b), (0.12, b + 0.02), (0.11, b + 0.06), (0.0, b + 0.05))), TEAL)


def diamond_kite(sheet: Sheet, x: float, y: float, size: float, colour: Colour) -> None:
    shape = [(0.0, -1.0), (0.7, -0.1), (0.0, 1.0), (-0.7, -0.1)]
    sheet.shape(placed(shape, x, y, size, 0.3), colour)
    sheet.shape(placed([(0.0, -1.0), (0.7, -0.1), (0.0, -0.1)], x, y, size, 0.3), WHITE, 90)
    tail = [placed([(0.15 * math.sin(k), 1.0 + k * 0.3)], x, y, size, 0.3)[0] for k in range(9)]
    sheet.line(tail, colour, max(1.0, size * 0.06))


def hills(sheet: Sheet, level: float, height: float, colour: Colour, seed: float) -> None:
    w, _ = sheet.size
    top = [
        (x, level - height * (0.55 + 0.28 * math.sin(x / w * 5.1 + seed)
                              + 0.14 * math.sin(x / w * 13.3 + 2 * seed)
                              + 0.05 * math.sin(x / w * 37 + 3 * seed)))
        for x in range(0, w + 12, 12)
    ]  # fmt: skip
    sheet.shape([(0, level), *top, (w, level)], colour)


def person(sheet: Sheet, x: float, foot: float, size: float, coat: Colour, arm: Point) -> None:
    """Somebody small, seen from far: a coat, a head, an arm that holds the string."""
    sheet.shape(
        curve((x - 0.16 * size, foot), (x - 0.15 * size, foot - 0.45 * size),
              (x - 0.13 * size, foot - 0.72 * size), (x + 0.13 * size, foot - 0.72 * size),
              (x + 0.15 * size, foot - 0.45 * size), (x + 0.16 * size, foot)), coat,
    )  # fmt: skip
    sheet.shape(
        [(x - 0.13 * size, foot), (x - 0.03 * size, foot), (x - 0.04 * size, foot + 0.22 * size),
         (x - 0.11 * size, foot + 0.22 * size)], INK,
    )  # fmt: skip
    sheet.shape(
        [(x + 0.03 * size, foot), (x + 0.13 * size, foot), (x + 0.12 * size, foot + 0.22 * size),
         (x + 0.05 * size, foot + 0.22 * size)], INK,
    )  # fmt: skip
    sheet.disc(x, foot - 0.86 * size, 0.12 * size, (206, 158, 122))
    sheet.shape(ring(x, foot - 0.92 * size, 0.125 * size, 0.7), INK)
    sheet.line([(x, foot - 0.6 * size), (x + arm[0] * size, foot + arm[1] * size)], coat,
               0.11 * size)  # fmt: skip


def string(sheet: Sheet, start: Point, end: Point, sag: float, colour: Colour) -> None:
    middle = ((start[0] + end[0]) / 2 + sag * 0.2, (start[1] + end[1]) / 2 + sag)
    sheet.line(curve(start, middle, end), colour, 1.1)


def lake() -> Image.Image:
    """The shore in the morning: hills, the lake, people with their kites."""
    sheet = Sheet(2000, 1260, 7)
    sheet.shade((122, 178, 206), (248, 226, 190), 0.0, 0.56)
    sheet.disc(1490, 470, 88, (255, 244, 214), 235)
    for x, y, wide in ((330, 190, 250), (1240, 140, 330), (1790, 300, 220), (760, 330, 170)):
        for k in range(5):
            sheet.shape(
                ring(x + (k - 2) * wide * 0.27, y + 9 * (k % 2), wide * (0.30 - 0.04 * abs(k - 2)),
                     0.27), (255, 252, 244), 150,
            )  # fmt: skip
    for height, colour, seed in (
        (300, (168, 194, 206), 0.4), (215, (128, 168, 180), 2.1), (140, (92, 142, 142), 4.0),
        (72, (62, 116, 106), 5.7),
    ):  # fmt: skip
        hills(sheet, 706, height, colour, seed)
    above = sheet.image.crop((0, 406 * FINE, 2000 * FINE, 706 * FINE))
    mirrored = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).filter(
        ImageFilter.GaussianBlur(5 * FINE)
    )
    sheet.image.paste(mirrored, (0, 706 * FINE))
    over = Image.new("RGBA", sheet.image.size, (0, 0, 0, 0))
    ImageDraw.Draw(over).rectangle((0, 706 * FINE, 2000 * FINE, 1006 * FINE), (120, 176, 190, 110))
    sheet.image.alpha_composite(over)
    for _ in range(150):
        y = 716 + 270 * float(sheet.random.random()) ** 1.2
        x = 2000 * float(sheet.random.random())
        wide = (y - 690) * (0.2 + 0.5 * float(sheet.random.random()))
        sheet.shape(ring(x, y, wide, 1.4 / max(wide, 2)), (252, 244, 224), 90)
    shore = curve((0, 940), (300, 905), (640, 948), (1010, 908), (1400, 960), (1720, 930),
                  (2000, 968))  # fmt: skip
    sheet.shape([(0, 1260), *shore, (2000, 1260)], (126, 160, 84))
    for k, colour in enumerate(((106, 144, 72), (88, 126, 62), (70, 108, 54))):
        edge = [(x, y + 62 + 70 * k + 20 * math.sin(x / 210 + 2 * k)) for x, y in shore]
        sheet.shape([(0, 1260), *edge, (2000, 1260)], colour)
    path = curve((720, 1260), (900, 1120), (1210, 1040), (1500, 1002), (1760, 986))
    back = curve((1760, 992), (1510, 1020), (1260, 1072), (1010, 1160), (900, 1260))
    sheet.shape([*path, *back], (222, 204, 158))
    for _ in range(900):
        x = 2000 * float(sheet.random.random())
        y = 1030 + 230 * float(sheet.random.random())
        high = 9 + 16 * (y - 1000) / 260
        lean = high * (float(sheet.random.random()) - 0.5)
        tone = int(20 * float(sheet.random.random()))
        sheet.line([(x, y), (x + lean, y - high)], (66 + tone, 112 + tone, 52), 1.6)
    _willow(sheet)
    people = (
        (1010, 1050, 92, (176, 58, 44), (0.30, -0.92)), (1130, 1040, 66, GOLD, (-0.20, -0.80)),
        (1420, 1030, 84, BLUE, (-0.28, -0.95)), (1660, 1046, 90, (92, 70, 116), (-0.24, -0.90)),
        (1740, 1050, 58, TEAL, (-0.3, -0.7)), (640, 1080, 98, (236, 232, 222), (0.26, -0.95)),
    )  # fmt: skip
    kites = ((1160, 300), None, (1330, 196), (1610, 420), None, (850, 380))
    for (x, foot, size, coat, arm), kite in zip(people, kites, strict=True):
        if kite is not None:
            hand = (x + arm[0] * size, foot + arm[1] * size)
            string(sheet, hand, kite, 46, (96, 92, 96))
        person(sheet, x, foot, size, coat, arm)
    swallow_kite(sheet, 1160, 270, 96, -0.16)
    diamond_kite(sheet, 1330, 180, 44, RED)
    diamond_kite(sheet, 1610, 400, 34, TEAL)
    swallow_kite(sheet, 850, 360, 62, 0.2)
    sheet.grain(3.2)
    return sheet.done()


def _willow(sheet: Sheet) -> None:
    """A willow at the left, leaning to the water."""
    sheet.shape(
        curve((96, 1260), (128, 1010), (150, 760), (118, 520), (150, 330), (196, 338), (182, 520),
              (212, 760), (214, 1010), (262, 1260)), (82, 66, 58),
    )  # fmt: skip
    for _ in range(190):
        a = float(sheet.random.random())
        crown = 350 - 190 * math.sin(math.pi * a) ** 0.7
        start = (20 + 470 * a, crown + 110 * float(sheet.random.random()))
        fall = 260 + 420 * float(sheet.random.random())
        sway = 26 * (float(sheet.random.random()) - 0.3)
        twig = curve(start, (start[0] + sway, start[1] + fall * 0.5),
                     (start[0] + 2.4 * sway, start[1] + fall), parts=14)  # fmt: skip
        tone = int(46 * float(sheet.random.random()))
        green = (84 + tone, 132 + tone, 62)
        sheet.line(twig, green, 2.0)
        pen = ImageDraw.Draw(sheet.image)
        for k, (x, y) in enumerate(twig[2:]):
            side = 7 if k % 2 else -7
            pen.line([(x * FINE, y * FINE), ((x + side) * FINE, (y + 13) * FINE)], (*green, 255),
                     3 * FINE)  # fmt: skip


def kite() -> Image.Image:
    """One kite near, against the sky."""
    sheet = Sheet(1200, 1500, 11)
    sheet.shade((86, 150, 192), (214, 226, 222), 0.0, 1.0)
    for x, y, wide in ((250, 1180, 360), (960, 1290, 420), (900, 210, 260), (120, 420, 200)):
        for k in range(5):
            sheet.shape(
                ring(x + (k - 2) * wide * 0.27, y + 12 * (k % 2), wide * (0.30 - 0.04 * abs(k - 2)),
                     0.30), (250, 250, 246), 165,
            )  # fmt: skip
    for side in (-1, 1):
        ribbon = [
            (600 + side * (150 + 60 * k / 20 + 26 * math.sin(k / 3 + side)), 1000 + 22 * k)
            for k in range(24)
        ]
        sheet.line(ribbon, RED if side > 0 else GOLD, 17)
    string(sheet, (600, 610), (700, 1500), -30, (60, 58, 62))
    swallow_kite(sheet, 600, 640, 545, -0.06)
    sheet.grain(3.0)
    return sheet.done()


def reel() -> Image.Image:
    """The reel and its string on a bench."""
    sheet = Sheet(1500, 1000, 5)
    sheet.shade((206, 188, 150), (168, 142, 104), 0.0, 1.0)
    for k in range(5):
        y = 200 * k
        sheet.shape([(0, y + 190), (1500, y + 186), (1500, y + 200), (0, y + 204)], (110, 86, 60))
        for n in range(7):
            level = y + 24 + 24 * n
            grain = [
                (x, level + 5 * math.sin(x / (130 + 17 * n) + k + n)) for x in range(0, 1501, 20)
            ]
            sheet.line(grain, (150, 124, 88), 2)
    x, y = 700, 500
    for dx, dy, alpha in ((34, 42, 60), (24, 30, 60)):
        sheet.disc(x + dx, y + dy, 386, (60, 44, 34), alpha)
    sheet.disc(x, y, 380, (126, 62, 40))
    sheet.disc(x, y, 352, (236, 226, 204))
    for k in range(44):
        sheet.line([*ring(x, y, 344 - 5 * k), ring(x, y, 344 - 5 * k)[0]],
                   (222, 210, 184) if k % 2 else (244, 236, 218), 3)  # fmt: skip
    for k in range(6):
        turn = math.pi * k / 3 + 0.2
        end = (x + 384 * math.cos(turn), y + 384 * math.sin(turn))
        sheet.line([(x, y), end], (104, 50, 34), 34)
        sheet.line([(x, y), end], (148, 78, 50), 18)
    sheet.disc(x, y, 88, (104, 50, 34))
    sheet.disc(x, y, 62, (198, 146, 72))
    sheet.disc(x, y, 24, (70, 44, 34))
    sheet.line(curve((x + 330, y - 120), (1180, 300), (1330, 420), (1290, 640), (1500, 700)),
               (244, 236, 218), 7)  # fmt: skip
    swallow_kite(sheet, 1300, 220, 150, 0.5)
    sheet.grain(3.4)
    return sheet.done()


def swallow() -> Image.Image:
    """The kite cut out: a 栏花 that stands on tints and on pictures."""
    sheet = Sheet(1000, 900, 3, clear=True)
    swallow_kite(sheet, 500, 400, 440, -0.1)
    return sheet.done()


def branch() -> Image.Image:
    """A branch of willow cut out, with a soft shadow: what is under it shows through."""
    sheet = Sheet(1400, 660, 9, clear=True)
    stem = curve((1300, 130), (1080, 170), (720, 180), (360, 280), (110, 440))
    sheet.line(stem, (92, 78, 52), 11)
    for k, (x, y) in enumerate(stem[6::3]):
        for side in (1, -1):
            turn = (0.9 if side > 0 else -2.2) + 0.25 * math.sin(k * 1.7)
            leaf = curve((0.0, 0.0), (0.4, -0.12), (1.0, 0.0), (0.4, 0.12), (0.0, 0.0))
            size = 92 + 26 * math.sin(k * 2.3 + side)
            tone = int(28 * (1 + math.sin(k * 3.1 + side)))
            sheet.shape(placed(leaf, x, y, size, turn), (64 + tone, 118 + tone, 58))
    alpha = sheet.image.getchannel("A")
    soft = Image.new("L", alpha.size, 0)
    soft.paste(alpha, (14 * FINE, 20 * FINE))
    soft = soft.filter(ImageFilter.GaussianBlur(9 * FINE))
    ground = Image.new("RGBA", sheet.image.size, (30, 40, 30, 0))
    ground.putalpha(soft.point([round(v * 0.4) for v in range(256)]))
    ground.alpha_composite(sheet.image)
    sheet.image = ground
    return sheet.done()


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "lake": lake, "kite": kite, "reel": reel, "swallow": swallow, "branch": branch,
}  # fmt: skip
CLEAR = ("swallow", "branch")
QUALITY = 82


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("names", nargs="*", metavar="NAME")
    ap.add_argument("--profile", type=Path, default=HERE / "profiles/newsprint-snap-tr002.icc")
    ap.add_argument("--out", type=Path, default=HERE)
    ap.add_argument("--rgb", type=Path)
    args = ap.parse_args()
    for name in args.names or PICTURES:
        if name not in PICTURES:
            raise SystemExit(f"{name} is none of {', '.join(PICTURES)}")
        image = PICTURES[name]()
        if args.rgb:
            image.save(args.rgb / f"{name}.png")
        if name in CLEAR:
            out = args.out / f"{name}.png"
            put_image(image, out, "PNG", dpi=(DPI, DPI), optimize=True)
        else:
            save(image, args.profile, args.out / f"{name}.jpg", QUALITY, DPI)


if __name__ == "__main__":
    main()
