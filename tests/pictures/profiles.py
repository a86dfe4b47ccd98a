"""Profiles for tests: a small one of a press, made byte by byte, and what can be wrong with it."""

import struct
from pathlib import Path

SHIPPED = Path(__file__).parents[2] / "assets/profiles/newsprint-snap-tr002.icc"


def lut(inputs: int, outputs: int) -> bytes:
    """A table of type mft1 with two points an axis (ICC.1:2022, 10.11)."""
    matrix = struct.pack(">9i", *(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x10000))
    curve = bytes(range(256))
    cube = bytes(outputs * 2**inputs)
    return (
        b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0)) + matrix
        + curve * inputs + cube + curve * outputs
    )  # fmt: skip


def described(text: str) -> bytes:
    """A description tag of version 2."""
    words = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words + bytes(78)


def in_unicode(text: str) -> bytes:
    """A description tag of version 4."""
    words = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(words), 28) + words


def profile(
    text: str = "A press of tests",
    *,
    kind: bytes = b"prtr",
    space: bytes = b"CMYK",
    pcs: bytes = b"Lab ",
    version: tuple[int, int] = (2, 4),
    tags: dict[bytes, bytes] | None = None,
) -> bytes:
    """A profile with the tags that are looked at; `tags` go over them, an empty one is left out."""
    made = {b"desc": described(text), b"A2B0": lut(4, 3), b"B2A0": lut(3, 4)} | (tags or {})
    made = {name: body for name, body in made.items() if body}
    at = 132 + 12 * len(made)
    table, bodies = struct.pack(">I", len(made)), b""
    for name, body in made.items():
        table += struct.pack(">4sII", name, at + len(bodies), len(body))
        bodies += body
    head = bytearray(128)
    head[0:4] = (128 + len(table) + len(bodies)).to_bytes(4, "big")
    head[8:10] = bytes((version[0], version[1] << 4))
    head[12:24] = kind + space + pcs
    head[36:40] = b"acsp"
    return bytes(head) + table + bodies
