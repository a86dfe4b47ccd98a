"""Names of PDF and of inks that a person knows by other words: the key of those words by the name.

Colour spaces go by what an editor calls them in a picture program; ISO 32000-1, 8.6.
"""

from collections.abc import Mapping
from typing import Final

TERMS: Final[Mapping[str, str]] = {
    "Cyan": "part.ink-cyan",
    "Magenta": "part.ink-magenta",
    "Yellow": "part.ink-yellow",
    "Black": "part.ink-black",
    "DeviceRGB": "part.term-rgb",
    "CalRGB": "part.term-rgb",
    "ICCRGB": "part.term-rgb",
    "DeviceGray": "part.term-grey",
    "CalGray": "part.term-grey",
    "ICCGray": "part.term-grey",
    "DeviceCMYK": "part.term-cmyk",
    "ICCCMYK": "part.term-cmyk",
    "ICCBased": "part.term-profiled",
    "Indexed": "part.term-indexed",
    "Pattern": "part.term-pattern",
    "Separation": "part.term-spot",
    "DeviceN": "part.term-spot",
    "CreationDate": "part.term-made",
    "xmp:CreateDate": "part.term-made",
    "ModDate": "part.term-changed",
    "xmp:ModifyDate": "part.term-changed",
    "xmp:MetadataDate": "part.term-told",
    "Title": "part.term-title",
    "dc:title": "part.term-title",
    "xmpMM:DocumentID": "part.term-document",
    "xmpMM:VersionID": "part.term-version",
    "xmpMM:RenditionClass": "part.term-rendition",
    "LZWDecode": "part.term-lzw",
    "JPXDecode": "part.term-jpx",
    "JBIG2Decode": "part.term-jbig2",
    "Crypt": "part.term-locked",
    "Multiply": "part.term-multiply",
    "Screen": "part.term-screen",
    "Overlay": "part.term-overlay",
    "MediaBox": "part.term-media",
    "BleedBox": "part.term-bleed",
    "TrimBox": "part.term-trim",
    "CropBox": "part.term-crop",
    "ArtBox": "part.term-art",
}
