"""How well a profile agrees with the readings that it was made of, and how much ink it lays.

    python assets/profiles/measure.py                  # prints the tables
    python assets/profiles/measure.py --write          # and puts them into the docs

The readings are Debian's `icc-profiles-free` (TR002.ti3, 928 patches); where that is not installed
the agreement is not measured, and said so. The tables of the profile are read here by themselves
(ICC.1, 10.8), interpolated linearly between their points: the colour management that converts
pictures shares no code with it. Ink is what LittleCMS lays, by Pillow. Needs numpy and Pillow.
"""

from __future__ import annotations

import argparse
import io
import itertools
import struct
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROFILE = HERE / "newsprint-snap-tr002.icc"
READINGS = Path("/usr/share/color/icc/TR002.ti3")
D50 = np.array((0.9642, 1.0, 0.8249))
GRID = 86
"""Steps of red, green and blue between 0 and 255 for which the ink is looked up."""
INK_BUILT = 215.0
"""What build.sh asks for: within it a colour of the readings can be made again."""
BEGIN, END = "<!-- measured by assets/profiles/measure.py -->", "<!-- end of what is measured -->"


class Table:
    """One table of 16 bits of a profile (mft2): what it makes of numbers between 0 and 1."""

    def __init__(self, profile: bytes, tag: bytes) -> None:
        (count,) = struct.unpack_from(">I", profile, 128)
        entries = (struct.unpack_from(">4sII", profile, 132 + 12 * n) for n in range(count))
        offset = next(at for name, at, _ in entries if name == tag)
        kind, self.inputs, self.outputs, self.grid = struct.unpack_from(">4s4xBBB", profile, offset)
        assert kind == b"mft2", f"{tag!r} is {kind!r}: only tables of 16 bits are read"
        before, after = struct.unpack_from(">HH", profile, offset + 48)
        at = offset + 52

        def numbers(*shape: int) -> np.ndarray:
            nonlocal at
            count = int(np.prod(shape))
            found = np.frombuffer(profile, ">u2", count, at).astype(float).reshape(shape) / 65535
            at += 2 * count
            return found

        self.before = numbers(self.inputs, before)
        self.colours = numbers(*[self.grid] * self.inputs, self.outputs)
        self.after = numbers(self.outputs, after)

    def __call__(self, values: np.ndarray) -> np.ndarray:
        """Rows of `inputs` numbers to rows of `outputs` numbers."""
        at = np.stack([_curve(c, values[:, n]) for n, c in enumerate(self.before)], 1)
        at *= self.grid - 1
        low = np.clip(np.floor(at).astype(int), 0, self.grid - 2)
        part = at - low
        out = np.zeros((len(values), self.outputs))
        for corner in itertools.product((0, 1), repeat=self.inputs):
            weight = np.prod(np.where(np.array(corner) == 1, part, 1 - part), axis=1)
            out += weight[:, None] * self.colours[tuple((low + corner).T)]
        return np.stack([_curve(c, out[:, n]) for n, c in enumerate(self.after)], 1)


def _curve(curve: np.ndarray, values: np.ndarray) -> np.ndarray:
    return np.interp(np.clip(values, 0, 1), np.linspace(0, 1, len(curve)), curve)


def lab_of(numbers: np.ndarray) -> np.ndarray:
    """Lab of what a table says of it (ICC.1:2001, 6.3.4.2: white is FF00, no colour 8000)."""
    return numbers * (65535 / 65280) * np.array((100, 255, 255)) - np.array((0, 128, 128))


def numbers_of(lab: np.ndarray) -> np.ndarray:
    """`lab_of` turned round."""
    return (lab + np.array((0, 128, 128))) / np.array((100, 255, 255)) * (65280 / 65535)


def xyz_of(lab: np.ndarray) -> np.ndarray:
    """XYZ for D50, of which the white has Y = 1."""
    y = (lab[:, 0] + 16) / 116
    f = np.stack((y + lab[:, 1] / 500, y, y - lab[:, 2] / 200), 1)
    return np.where(f > 6 / 29, f**3, (f - 4 / 29) * 3 * (6 / 29) ** 2) * D50


def lab_of_xyz(xyz: np.ndarray) -> np.ndarray:
    """`xyz_of` turned round."""
    t = xyz / D50
    f = np.where(t > (6 / 29) ** 3, np.cbrt(t), t / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack((116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])), 1)


def paper_of(profile: bytes) -> np.ndarray:
    """XYZ of the bare paper: its tag `wtpt`."""
    (count,) = struct.unpack_from(">I", profile, 128)
    entries = (struct.unpack_from(">4sII", profile, 132 + 12 * n) for n in range(count))
    offset = next(at for name, at, _ in entries if name == b"wtpt")
    return np.array(struct.unpack_from(">3i", profile, offset + 8)) / 65536


def delta_76(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """ΔE*ab, CIE 1976: the distance in Lab."""
    return np.linalg.norm(a - b, axis=1)


def delta_2000(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """ΔE00 (CIE 142-2001), all factors 1."""
    chroma = (np.hypot(a[:, 1], a[:, 2]) + np.hypot(b[:, 1], b[:, 2])) / 2
    g = 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))
    a1, a2 = a[:, 1] * (1 + g), b[:, 1] * (1 + g)
    c1, c2 = np.hypot(a1, a[:, 2]), np.hypot(a2, b[:, 2])
    h1, h2 = np.degrees(np.arctan2(a[:, 2], a1)) % 360, np.degrees(np.arctan2(b[:, 2], a2)) % 360
    bare = c1 * c2 == 0
    turn = np.where(bare, 0, (h2 - h1 + 180) % 360 - 180)
    turn = np.where((turn == -180) & (h2 > h1), 180, turn)
    dl, dc = b[:, 0] - a[:, 0], c2 - c1
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, cm = (a[:, 0] + b[:, 0]) / 2, (c1 + c2) / 2
    far = np.abs(h1 - h2) > 180
    total = h1 + h2
    mean = np.where(far, (total + np.where(total < 360, 360, -360)) / 2, total / 2)
    hue = np.where(bare, total, mean)
    r = np.radians
    t = (
        1
        - 0.17 * np.cos(r(hue - 30))
        + 0.24 * np.cos(r(2 * hue))
        + 0.32 * np.cos(r(3 * hue + 6))
        - 0.20 * np.cos(r(4 * hue - 63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    turning = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    rt = -2 * np.sqrt(cm**7 / (cm**7 + 25.0**7)) * np.sin(r(turning))
    x, y, z = dl / sl, dc / sc, dh / sh
    return np.sqrt(x * x + y * y + z * z + rt * y * z)


def readings(text: str) -> tuple[np.ndarray, np.ndarray]:
    """The patches of a CGATS file: inks from 0 to 1, and Lab as measured (D50, absolute)."""
    names = text.split("BEGIN_DATA_FORMAT")[1].split("END_DATA_FORMAT", maxsplit=1)[0].split()
    rows = text.split("BEGIN_DATA\n")[1].split("END_DATA", maxsplit=1)[0].strip().splitlines()
    data = np.array([[float(v) for v in row.split()] for row in rows])
    inks = data[:, [names.index(f"CMYK_{ink}") for ink in "CMYK"]] / 100
    return inks, data[:, [names.index(f"LAB_{axis}") for axis in "LAB"]]


def forward(profile: bytes, inks: np.ndarray) -> np.ndarray:
    """What the profile says that inks look like: A2B1, with the paper's own white (absolute)."""
    relative = xyz_of(lab_of(Table(profile, b"A2B1")(inks)))
    return lab_of_xyz(relative / D50 * paper_of(profile))


def there_and_back(profile: bytes, inks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A colour that can be printed, and what comes of it: A2B1 of the inks, and A2B1 of the inks
    that B2A1 asks for it; both with the paper's own white."""
    out = Table(profile, b"A2B1")
    wanted = out(inks)
    made = out(Table(profile, b"B2A1")(wanted))
    paper = paper_of(profile) / D50
    return tuple(lab_of_xyz(xyz_of(lab_of(n)) * paper) for n in (wanted, made))  # type: ignore[return-value]


def spread(deltas: np.ndarray) -> tuple[float, float, float]:
    """Mean, the value that 95 % do not pass, and most."""
    return float(deltas.mean()), float(np.percentile(deltas, 95)), float(deltas.max())


def agreement(
    profile: bytes, text: str
) -> dict[str, tuple[int, tuple[float, ...], tuple[float, ...]]]:
    """Each way round: how many colours, and the `spread` of ΔE76 and of ΔE00."""
    inks, measured = readings(text)
    said = forward(profile, inks)
    made = {"A2B1": (measured, said)}
    within = inks.sum(1) * 100 <= INK_BUILT
    made["B2A1"] = there_and_back(profile, inks[within])
    return {
        name: (len(a), spread(delta_76(a, b)), spread(delta_2000(a, b)))
        for name, (a, b) in made.items()
    }


def inks_laid(profile: bytes, grid: int = GRID) -> dict[tuple[str, bool], tuple[float, float]]:
    """By intent, and whether black is compensated: the most ink, all four together, that any colour
    of sRGB gets, and the most K, in per cent."""
    steps = np.rint(np.linspace(0, 255, grid)).astype(np.uint8)
    cube = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(grid, -1, 3)
    image = Image.fromarray(cube, "RGB")
    out = {}
    for intent in ImageCms.Intent:
        for black_point in (False, True):
            transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"),
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                "RGB",
                "CMYK",
                renderingIntent=intent,
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION if black_point else 0,
            )
            made = np.asarray(ImageCms.applyTransform(image, transform), float) / 2.55
            name = intent.name.partition("_")[0].lower()
            out[name, black_point] = float(made.sum(-1).max()), float(made[..., 3].max())
    return out


WORDS = {
    "en": {
        "ways": {
            "A2B1": "inks → colour: the table A2B1 with the paper's white, against the readings",
            "B2A1": f"colour → inks → colour: A2B1 of B2A1, of the patches within {INK_BUILT:g} %",
        },
        "head": "| which way round | patches | ΔE76 mean | 95 % | most | ΔE00 mean | 95 % | most |",
        "ink": "| intent | most ink | most K | with black point compensation | most K |",
    },
    "zh": {
        "ways": {
            "A2B1": "油墨→颜色：A2B1表，带纸白，与实测相比",
            "B2A1": f"颜色→油墨→颜色：B2A1再经A2B1，总墨量{INK_BUILT:g}%以内的色块",
        },
        "head": "| 方向 | 色块 | ΔE76平均 | 95% | 最大 | ΔE00平均 | 95% | 最大 |",
        "ink": "| 意图 | 最大墨量 | 最大K | 加黑场补偿 | 最大K |",
    },
}


def tables(lang: str, agrees: dict | None, laid: dict) -> str:
    """What is measured, as Markdown."""
    words = WORDS[lang]
    lines = []
    if agrees is not None:
        lines += [words["head"], "|---|---|---|---|---|---|---|---|"]
        for name, (count, old, new) in agrees.items():
            numbers = " | ".join(f"{v:.2f}" for v in (*old, *new))
            lines.append(f"| {words['ways'][name]} | {count} | {numbers} |")
        lines.append("")
    lines += [words["ink"], "|---|---|---|---|---|"]
    for intent in dict.fromkeys(name for name, _ in laid):
        numbers = " | ".join(f"{v:.1f} %" for on in (False, True) for v in laid[intent, on])
        lines.append(f"| {intent} | {numbers} |")
    return "\n".join(lines)


def written(path: Path, text: str) -> None:
    """The file with the text between its two marks."""
    old = path.read_text(encoding="utf-8")
    head, _, rest = old.partition(BEGIN)
    tail = rest.partition(END)[2]
    path.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profile", type=Path, default=PROFILE)
    parser.add_argument("--readings", type=Path, default=READINGS)
    parser.add_argument("--write", action="store_true", help="put the tables into the docs")
    given = parser.parse_args()
    profile = given.profile.read_bytes()
    agrees = None
    if given.readings.is_file():
        agrees = agreement(profile, given.readings.read_text(encoding="latin-1"))
    else:
        print(f"not measured: {given.readings} is missing: install icc-profiles-free")
    laid = inks_laid(profile)
    print(tables("en", agrees, laid))
    if given.write and agrees is not None:
        for lang, path in (
            ("en", HERE / "README.md"),
            ("en", ROOT / "docs/softproof.md"),
            ("zh", ROOT / "docs/zh/softproof.md"),
        ):
            if path.is_file() and BEGIN in path.read_text(encoding="utf-8"):
                written(path, tables(lang, agrees, laid))
                print("written:", path.relative_to(ROOT))


if __name__ == "__main__":
    main()
