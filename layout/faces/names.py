"""What a font calls itself: its name table, read whatever it is written in.

HarfBuzz reads names in Unicode and in Mac Roman. Fonts made for Chinese before Unicode have theirs
in GBK or Big5 alone, and would be known by the name of their file. Source of the layout and of the
encodings by platform: OpenType 1.9.1, "name"; of names for instances: Adobe technical note 5902.
"""

import struct
from collections.abc import Iterator
from typing import Final

from layout.record import record

FAMILY: Final = 1
FULL: Final = 4
POSTSCRIPT: Final = 6
TYPOGRAPHIC_FAMILY: Final = 16
VARIATIONS_PREFIX: Final = 25
LONGEST: Final = 63
"""Characters of a PostScript name (OpenType, name ID 6)."""
MOST_RECORDS: Final = 2000
_MOST_BYTES: Final = 400  # of one name
_SHOWN: Final = 60  # characters of a name in a message

_CODECS: Final[dict[tuple[int, int], str]] = {
    # platform and encoding: codec
    **{(0, encoding): "utf-16-be" for encoding in range(7)},
    (3, 0): "utf-16-be",  # a symbol face
    (3, 1): "utf-16-be",
    (3, 10): "utf-16-be",
    (3, 2): "cp932",
    (3, 3): "gb18030",
    (3, 4): "big5hkscs",
    (3, 5): "cp949",
    (1, 0): "mac_roman",
    (1, 1): "shift_jis",
    (1, 2): "big5hkscs",
    (1, 3): "euc_kr",
    (1, 25): "gb18030",
}
_CHINESE: Final = frozenset({(3, 0x804), (3, 0x404), (3, 0xC04), (3, 0x1004), (3, 0x1404),
                             (1, 33), (1, 19)})  # fmt: skip
"""Platform and language of names in Chinese."""


@record(kw_only=False)
class NameEntry:
    """One entry of a name table, decoded."""

    text: str
    chinese: bool
    unicode: bool


class Names:
    """The names of a face by their numbers; several where it has them in several languages."""

    __slots__ = ("_by_id",)

    def __init__(self, table: bytes) -> None:
        """Read a name table. One that is damaged has the names that can be read."""
        self._by_id: dict[int, list[NameEntry]] = {}
        for number, name in _entries(table):
            self._by_id.setdefault(number, []).append(name)

    def of(self, number: int) -> str:
        """A name as a machine wants it: in ASCII where there is one such, else in Unicode first.

        The empty string where the face has none.
        """
        found = self._by_id.get(number, [])
        ranked = sorted(found, key=lambda n: (not n.text.isascii(), not n.unicode))
        return ranked[0].text if ranked else ""

    def said(self, number: int) -> str:
        """A name as a Chinese reader knows it: 方正书宋_GBK before FZShuSong-Z01."""
        found = self._by_id.get(number, [])
        ranked = sorted(found, key=lambda n: (n.text.isascii(), not n.chinese, not n.unicode))
        return ranked[0].text if ranked else ""

    @property
    def family(self) -> str:
        """The family it belongs to, without weight and style where the face says so."""
        return (self.said(TYPOGRAPHIC_FAMILY) or self.said(FAMILY))[:_SHOWN]

    @property
    def title(self) -> str:
        """What to call the face before a person; the empty string where it has no name."""
        full, family = self.said(FULL), self.family
        title = family if full.isascii() and not family.isascii() else full or family
        return (title or self.of(POSTSCRIPT))[:_SHOWN]

    @property
    def postscript(self) -> str:
        """The name it has in a PDF: letters, figures and - of ASCII; empty where it has none."""
        return next(filter(None, (safe(self.of(n)) for n in (POSTSCRIPT, FULL, FAMILY))), "")

    @property
    def prefix(self) -> str:
        """What the PostScript names of a variable face's instances begin with."""
        for number in (VARIATIONS_PREFIX, TYPOGRAPHIC_FAMILY):
            kept = safe(self.of(number)).replace("-", "")
            if kept:
                return kept
        return self.postscript.partition("-")[0]


def safe(name: str) -> str:
    """A name cut to what every reader of a PDF takes in one: ASCII letters and figures, - and _.

    Of a name that is partly Chinese nothing is kept: 方正书宋_GBK is not GBK.
    """
    if not name.isascii():
        return ""
    kept = "".join(c for c in name if c.isalnum() or c in "-+_")
    return kept[:LONGEST].strip("-+_")


def spelt(title: str) -> str:
    """A name in Chinese as a PDF may have it: by the codes of its letters, uni65B96B634E665B8B.

    So the glyph list of Adobe spells characters (AGL specification, section 2). Empty for none.
    """
    codes = [f"{ord(c):04X}" for c in title if "\u0020" < c <= "\uffff"]
    return ("uni" + "".join(codes[: (LONGEST - 3) // 4])) if codes else ""


def _entries(table: bytes) -> Iterator[tuple[int, NameEntry]]:
    if len(table) < 6:
        return
    _, count, start = struct.unpack(">HHH", table[:6])
    for at in range(6, 6 + 12 * min(count, MOST_RECORDS), 12):
        if at + 12 > len(table):
            return
        platform, encoding, language, number, length, offset = struct.unpack(
            ">6H", table[at : at + 12]
        )
        raw = table[start + offset : start + offset + min(length, _MOST_BYTES)]
        text = _decoded(raw, platform, encoding)
        if text:
            chinese = (platform, language) in _CHINESE or (platform, encoding) in ((3, 3), (1, 25))
            yield number, NameEntry(text, chinese, _CODECS.get((platform, encoding)) == "utf-16-be")


def _decoded(raw: bytes, platform: int, encoding: int) -> str:
    """The text of an entry on one line; empty where it cannot be read."""
    codec = _CODECS.get((platform, encoding))
    if codec is None:
        return ""
    # Old tools wrote two bytes for a Latin letter, in GBK too.
    raw = raw[: len(raw) & ~1] if codec == "utf-16-be" else raw.replace(b"\0", b"")
    if codec == "mac_roman" and not raw.isascii():
        # Of old Chinese fonts many say Mac Roman and hold GBK; no Roman name reads as Han.
        text = raw.decode("gb18030", "replace")
        if all("\u4e00" <= c <= "\u9fff" or c.isascii() for c in text):
            codec = "gb18030"
    text = raw.decode(codec, "replace")
    return "".join(c for c in text if c.isprintable() and c != "\ufffd").strip()
