"""What a comparison with a scan says to a person: how the scan lies, then what of each block."""

from collections.abc import Iterator
from typing import Final

from layout.compare.changes import called
from layout.compare.scan.model import BlockPart, BlockReport, Box, Measure, Registration
from layout.record import record
from layout.words.said import Said, said

UNLIKE: Final = 0.15
"""The share of a block that may look otherwise before it is told: a stamp, a fold."""
BESIDE_MM: Final = 0.15
"""How far a line may lie off its block before it is told."""
DPI_OFF: Final = 0.02
SHOWN: Final = 0.995
WHOLE: Final = 0.95
"""The share of a block that a scan shows at least of one that has been compared as a whole."""
ANOTHER: Final = 0.8
"""The share of a block that looks otherwise where it is another block."""
OUT: Final = 0.05
"""The share under which it shows nothing of a block."""
TEXT: Final = 12
"""Characters of a line that are told."""

UNSEEN: Final = frozenset({"part.scan-out", "part.scan-partly", "part.scan-bare"})
_SURE: Final = {
    "good": "part.scan-is-good", "fair": "part.scan-is-fair", "poor": "part.scan-is-poor",
}  # fmt: skip
_SIDES: Final = {
    "left": "part.scan-left", "top": "part.scan-top",
    "right": "part.scan-right", "bottom": "part.scan-bottom",
}  # fmt: skip


@record
class BlockTold:
    """Something told of a block: where it is on our page, its shift, and whether it is a
    difference."""

    said: Said
    block: str
    box: Box
    shift: Measure | None = None
    off: bool = False
    seen: bool = True  # whether it says something of the print: what is on no scan is not in place


def lies(name: str, scan: str, found: Registration) -> Iterator[Said]:
    """How a scan lies on our page."""
    yield said(
        "part.scan-lies",
        name=called(name),
        scan=scan,
        turn=found.turn,
        dpi_x=found.dpi_x,
        dpi_y=found.dpi_y,
        keystone_mm=found.keystone,
    )
    yield said(
        "part.scan-sure",
        stretch_mm=found.stretch,
        error_mm=found.error,
        found_percent=100 * found.found,
        confidence=said(_SURE[found.confidence]),
    )
    told = found.dpi_told
    if told is not None and abs(found.dpi_x / told - 1) > DPI_OFF:
        yield said("part.scan-dpi", told_dpi=told, dpi=found.dpi_x)
    if found.negative:
        yield said("part.scan-negative")
    if found.shown < SHOWN:
        yield said("part.scan-shown", percent=100 * found.shown)


def of_block(block: BlockReport, tolerance: float) -> Iterator[BlockTold]:
    """What is told of a block: itself, and what of it is off."""
    name = _name(block)

    def told(
        key: str, box: Box, shift: Measure | None, off: bool, **values: Said | str
    ) -> BlockTold:
        given = values if shift is None else {**values, "shift": _shift(shift)}
        return BlockTold(
            said=said(key, block=name, **given), block=block.id, box=box, shift=shift, off=off,
            seen=key not in UNSEEN,
        )  # fmt: skip

    other = block.unlike > UNLIKE
    if block.shown < OUT:
        yield told("part.scan-out", block.box, None, False)
        return
    if unseen(block):
        share = said("part.scan-percent", percent=100 * block.shown)
        yield told("part.scan-partly", block.box, None, False, share=share)
    if block.shift is not None:
        yield told("part.scan-moved", block.box, block.shift, block.shift.beyond(tolerance))
    if block.shift is None and not block.unlike:
        yield told("part.scan-bare", block.box, None, False)
    elif block.shift is None or other:
        share = said("part.scan-percent", percent=100 * block.unlike)
        key = "part.scan-other" if block.shift is None else "part.scan-unlike"
        yield told(key, block.box, None, True, share=share)
    for part in block.sides:
        if part.shift is not None and part.shift.beyond(tolerance):
            side = said(_SIDES[part.name])
            yield told("part.scan-side", part.box, part.shift, True, side=side)
    for part in block.heads:
        if part.shift is not None and part.shift.beyond(tolerance):
            yield told("part.scan-head", part.box, part.shift, True, text=_short(part.text))
    for part in alone(block):
        column, _, line = part.name.partition("-")
        assert part.shift is not None
        text = _short(part.text)
        yield told(
            "part.scan-line", part.box, part.shift, True, column=column, line=line, text=text
        )


def alone(block: BlockReport) -> tuple[BlockPart, ...]:
    """The lines of text that lie off their block."""
    base = block.shift
    out = []
    for part in block.lines:
        m = part.shift
        if m is None or m.dy is None or m.sd_y is None:
            continue
        away = m.dy - (base.dy if base is not None and base.dy is not None else 0.0)
        if abs(away) - 2 * m.sd_y > BESIDE_MM:
            out.append(part)
    return tuple(out)


def is_off(block: BlockReport, tolerance: float) -> bool:
    """Whether a block, or a part of it, lies farther off than is allowed."""
    parts = (*block.sides, *block.heads, *block.lines)
    shifts = (block.shift, *(part.shift for part in parts))
    return any(shift is not None and shift.beyond(tolerance) for shift in shifts)


def unseen(block: BlockReport) -> bool:
    """Whether a scan does not show a block, or a part of it alone."""
    return block.shown < WHOLE


def differs(block: BlockReport, tolerance: float) -> bool:
    """Whether a block is off, or another."""
    other = block.unlike > UNLIKE and block.shown >= OUT
    return other or is_off(block, tolerance)


def another(block: BlockReport) -> bool:
    """Whether next to nothing of a block is found in print, though the scan shows it."""
    return block.shift is None and block.unlike > ANOTHER and block.shown >= OUT


def _name(block: BlockReport) -> Said:
    """A block as it is called; a field of a page without blocks by its row and column."""
    if block.kind != "field":
        return said("part.scan-block", block=block.id)
    row, _, column = block.id.partition("-")
    return said("part.scan-field", row=row, column=column)


def _shift(measure: Measure) -> Said:
    """A shift in words: which way and how far, with what it may be off by."""
    parts = []
    for value, sd, ways in (
        (measure.dx, measure.sd_x, ("part.scan-right-by", "part.scan-left-by")),
        (measure.dy, measure.sd_y, ("part.scan-down-by", "part.scan-up-by")),
    ):
        if value is not None and sd is not None:
            parts.append(said(ways[value < 0], mm=abs(value), error_mm=2 * sd))
    return said("part.scan-shift", parts=tuple(parts))


def _short(text: str) -> str:
    return text if len(text) <= TEXT else f"{text[: TEXT - 1]}…"
