"""CODE: a QR code or bar code that no reader is sure of."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding
from layout.check.makeup.drawn import named
from layout.check.makeup.ink import common, drawn
from layout.check.makeup.subject import CodeFacts, Subject
from layout.color import WHITE
from layout.display.extent import Ltrb
from layout.display.items import Box, GlyphRun, Item, owner_of
from layout.geometry import Rect
from layout.spec.reader.lengths import Length
from layout.units import EPS_PT, fits, to_mm, unlike
from layout.words.said import Said, said

SHOWN: Final = 16  # characters that a message quotes

CHECK: Final[Check[Subject]] = Check(
    id="CODE",
    title="扫不出",
    reason="A code whose modules close up on newsprint, or whose white is not kept, is ink without "
    "a use.",
    source="GS1 General Specifications 5.12.3.1: modules of 0.396 mm for a QR code, bars of 0.264 "
    "mm (80 %) that are 18.28 mm high for an EAN-13; the white is that of ISO/IEC 18004 and 15420",
    severity="error",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each code by its modules, the height of its bars, and what stands on its white."""
    limits = subject.rules.code
    for code in subject.codes:
        yield from _small(subject, code, limits.bars if code.tall else limits.qr)
        least = subject.points(limits.height)
        if code.tall and not fits(least, code.tall):
            told = said(
                "CODE.low", block=code.block, tall_mm=to_mm(code.tall), least_mm=to_mm(least)
            )
            yield _finding(subject, code, told, code.rect, warning=True)
        yield from _crowded(subject, code)


def _small(subject: Subject, code: CodeFacts, limit: Length) -> Iterator[Finding]:
    least = subject.points(limit)
    if fits(least, code.module):
        return
    module, wanted = unlike(to_mm(code.module), to_mm(least), 3)
    told = said(
        "CODE.module-bars" if code.tall else "CODE.module",
        block=code.block, module_mm=module, least_mm=wanted,
        need_mm=to_mm(least * code.across), wide_mm=to_mm(code.rect.width),
    )  # fmt: skip
    yield _finding(subject, code, told, code.rect)


def _crowded(subject: Subject, code: CodeFacts) -> Iterator[Finding]:
    """What is printed on the white of a code after it: the worst of each block."""
    r = code.rect
    white = (r.x, r.y, r.right, r.bottom)
    worst: dict[str, tuple[float, Item, Ltrb]] = {}
    over = False
    for item in subject.page.items:
        if item.node == code.node:
            over = True
        elif over and not (isinstance(item, Box) and item.fill == WHITE):
            for box in _ink(subject, item, white):
                shared = common(box, white)
                if shared is None:
                    continue
                deep = min(shared[2] - shared[0], shared[3] - shared[1])
                owner = owner_of(item.node)
                if deep > max(EPS_PT, worst[owner][0] if owner in worst else 0.0):
                    worst[owner] = (deep, item, shared)
    for owner, (deep, item, (left, top, right, foot)) in worst.items():
        thing = named(item, owner, SHOWN)
        told = said("CODE.quiet", block=code.block, thing=thing, in_mm=to_mm(deep))
        spot = Rect(left, top, right - left, foot - top)
        yield _finding(subject, code, told, spot, owner)


def _ink(subject: Subject, item: Item, near: Ltrb) -> list[Ltrb]:
    """The boxes of an item's ink, where it comes near."""
    if isinstance(item, GlyphRun):
        return subject.inks.boxes(item) if common(subject.inks.rough(item), near) else []
    shape = drawn(item)
    return [box for box in shape.pieces if shape.meets(near) is not None]


def _finding(
    subject: Subject, code: CodeFacts, told: Said, spot: Rect, *also: str, warning: bool = False
) -> Finding:
    return Finding(
        said=told,
        where=code.place,
        spot=subject.spot(spot),
        about=tuple(dict.fromkeys((code.block, *also))),
        severity="warning" if warning else None,
    )
