"""What colours a JPEG 2000 picture says that it has: a PDF may leave it to the picture itself."""

from typing import Final

ENUMERATED: Final = {12: "DeviceCMYK", 16: "DeviceRGB", 17: "DeviceGray", 18: "DeviceRGB"}
"""ISO 15444-1, table I.10, and ISO 15444-2, table M.25: CMYK, sRGB, grey, sYCC."""
BY_COUNT: Final = {1: "DeviceGray", 2: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
LOOK_WITHIN: Final = 1 << 16
"""Bytes from the beginning in which the boxes of the head stand."""
_CODESTREAM: Final = b"\xff\x4f\xff\x51"


def jpx_family(data: bytes) -> str:
    """`DeviceGray`, `DeviceRGB`, `DeviceCMYK`, or `ICCBased` where it has a profile; empty where it
    can't be read."""
    head = data[:LOOK_WITHIN]
    at = head.find(b"colr")
    if at >= 4 and len(head) >= at + 11:
        if head[at + 4] == 1:
            return ENUMERATED.get(int.from_bytes(head[at + 7 : at + 11], "big"), "")
        return "ICCBased"
    at = head.find(_CODESTREAM)
    if at < 0 or len(head) < at + 42:
        return ""
    return BY_COUNT.get(int.from_bytes(head[at + 40 : at + 42], "big"), "")
