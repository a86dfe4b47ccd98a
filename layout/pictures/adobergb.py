"""A profile of the colours that a camera calls Adobe RGB (1998), made of its published numbers.

Exif has a tag for it and no place for a profile, and a photograph taken for sRGB loses its strong
colours. ICC.1:2001, 6.3.3.1: three colorants, three curves and white are all that a profile of RGB
needs. Adobe RGB (1998) Color Image Encoding, 4.3.2: a gamma of 2 51/256.
"""

import struct
from typing import Final

_COLORANTS: Final = (
    (b"rXYZ", (0.60974, 0.31111, 0.01947)),
    (b"gXYZ", (0.20528, 0.62567, 0.06087)),
    (b"bXYZ", (0.14919, 0.06322, 0.74457)),
)
"""Its red, green and blue, adapted to D50 (4.3.1 and annex B)."""
_D50: Final = (0.9642, 1.0, 0.8249)
_GAMMA: Final = 0x0233  # 2 51/256 as u8Fixed8Number


def adobe_rgb() -> bytes:
    """The profile as a file."""
    name = b"Adobe RGB (1998), by its numbers"
    text = b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name + bytes(1 + 11 + 67)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, _GAMMA) + bytes(2)
    bodies = {
        b"desc": text + bytes(-len(text) % 4),
        b"cprt": b"text" + bytes(4) + b"no rights claimed\0" + bytes(2),
        b"wtpt": _xyz(_D50),
        **{tag: _xyz(numbers) for tag, numbers in _COLORANTS},
    }
    tags = [*bodies, b"rTRC", b"gTRC", b"bTRC"]
    at = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for tag, body in bodies.items():
        table += struct.pack(">4sII", tag, at + len(data), len(body))
        data += body
    for tag in tags[-3:]:
        table += struct.pack(">4sII", tag, at + len(data), len(curve))
    data += curve
    header = struct.pack(
        ">I4sI4s4s4s6H4s4s6I3i48x",
        128 + len(table) + len(data), b"\0\0\0\0", 0x02200000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, 0, 0, 0, 0, 0, *_fixed(_D50),
    )  # fmt: skip
    return header + table + data


def _xyz(numbers: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *_fixed(numbers))


def _fixed(numbers: tuple[float, ...]) -> list[int]:
    """As s15Fixed16Number."""
    return [round(number * 65536) for number in numbers]
