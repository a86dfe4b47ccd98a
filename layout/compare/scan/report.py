"""What comparing with a scan tells: lines for a person, data for a program, pictures for both."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import numpy as np

from layout.compare.scan.blocks import measured
from layout.compare.scan.model import (
    BlockReport,
    Measure,
    OurPage,
    Part,
    Registration,
    ScanError,
    ScanFile,
    ScanOptions,
)
from layout.compare.scan.overlay import Pictures, pictures_of
from layout.compare.scan.pieces import cells_of, pieces_of
from layout.compare.scan.raster import GreyRaster
from layout.compare.scan.read import Seen, our_page, seen
from layout.compare.scan.register import (
    Registered,
    inked,
    register,
)
from layout.compare.scan.shape import keystone_of, lattice, stretch_of
from layout.diagnostics import Diagnostic
from layout.record import record
from layout.words.said import Language, Said, said

TOLERANCE_MM: Final = 0.3
UNLIKE: Final = 0.15
"""The share of a block that may look otherwise before it is told: a stamp, a fold."""
BESIDE_MM: Final = 0.15
"""How far a line may lie off its block before it is told."""
DPI_OFF: Final = 0.02
SHOWN: Final = 0.995

_SURE: Final = {
    "good": "part.scan-is-good", "fair": "part.scan-is-fair", "poor": "part.scan-is-poor",
}  # fmt: skip
_SIDES: Final = {
    "left": "part.scan-left", "top": "part.scan-top",
    "right": "part.scan-right", "bottom": "part.scan-bottom",
}  # fmt: skip


@record
class ScanReport:
    """A scan compared with our page. Shifts are in mm: to the right, down."""

    name: str
    scan: str
    size_mm: tuple[float, float]
    tolerance: float
    registration: Registration
    blocks: tuple[BlockReport, ...]
    draw: Callable[[], Pictures]
    found: tuple[Diagnostic, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether something of the page is for certain farther off than is allowed, or another."""
        return any(self.off(block) or block.unlike > UNLIKE for block in self.blocks)

    def off(self, block: BlockReport) -> bool:
        """Whether a block, or a part of it, lies farther off than is allowed."""
        return any(m.beyond(self.tolerance) for m in _measures(block))

    def lines(self, lang: Language) -> list[str]:
        """What a person reads at the terminal."""
        return [part.words(lang) for part in self.told()]

    def told(self) -> Iterator[Said]:
        """All that is told, in its order."""
        lies = self.registration
        yield said(
            "part.scan-lies",
            name=self.name,
            scan=self.scan,
            turn=lies.turn,
            dpi_x=lies.dpi_x,
            dpi_y=lies.dpi_y,
            keystone_mm=lies.keystone,
        )
        yield said(
            "part.scan-sure",
            stretch_mm=lies.stretch,
            error_mm=lies.error,
            found_percent=100 * lies.found,
            confidence=said(_SURE[lies.confidence]),
        )
        told = lies.dpi_told
        if told is not None and abs(lies.dpi_x / told - 1) > DPI_OFF:
            yield said("part.scan-dpi", told_dpi=told, dpi=lies.dpi_x)
        if lies.negative:
            yield said("part.scan-negative")
        if lies.shown < SHOWN:
            yield said("part.scan-shown", percent=100 * lies.shown)
        for block in self.blocks:
            yield from self._block(block)
        count = sum(self.off(b) or b.unlike > UNLIKE for b in self.blocks)
        if count:
            yield said("part.scan-off", count=count, tolerance_mm=self.tolerance)
        else:
            yield said("part.scan-good", tolerance_mm=self.tolerance)

    def _block(self, block: BlockReport) -> Iterator[Said]:
        name = _name(block)
        if block.shown < 0.05:
            yield said("part.scan-out", block=name)
            return
        if block.shift is None:
            if block.unlike:
                yield said("part.scan-other", block=name, percent=100 * block.unlike)
            else:
                yield said("part.scan-bare", block=name)
        else:
            yield said("part.scan-moved", block=name, shift=_shift(block.shift))
            if block.unlike > UNLIKE:
                yield said("part.scan-unlike", block=name, percent=100 * block.unlike)
        for part in block.sides:
            if part.shift is not None and part.shift.beyond(self.tolerance):
                side = said(_SIDES[part.name])
                yield said("part.scan-side", block=name, side=side, shift=_shift(part.shift))
        for part in block.heads:
            if part.shift is not None and part.shift.beyond(self.tolerance):
                yield said(
                    "part.scan-head", block=name, text=_short(part.text), shift=_shift(part.shift)
                )
        for part in alone(block):
            assert part.shift is not None
            yield said(
                "part.scan-line",
                block=name,
                column=part.name.partition("-")[0],
                line=part.name.partition("-")[2],
                text=_short(part.text),
                shift=_shift(part.shift),
            )

    def as_json(self, lang: Language) -> dict[str, Any]:
        """What a program reads; `told` is for a person, in a language."""
        return {
            "page": self.name,
            "scan": self.scan,
            "size_mm": [round(v, 3) for v in self.size_mm],
            "tolerance_mm": self.tolerance,
            "differs": self.differs,
            "registration": self.registration.data(),
            "blocks": [_block_data(block, self.off(block)) for block in self.blocks],
            "told": self.lines(lang),
        }

    def files(self, stem: str, lang: Language) -> Iterable[tuple[str, bytes]]:
        """What is written: pictures of equal size, ours, the scan laid on it, and both in two
        colours, and the data."""
        import json

        data = json.dumps(self.as_json(lang), ensure_ascii=False, indent=1)
        yield f"{stem}-scan.json", data.encode()
        pictures = self.draw()
        yield f"{stem}-scan.png", pictures.both
        yield f"{stem}-scan-ours.png", pictures.ours
        yield f"{stem}-scan-laid.png", pictures.scan


def compared(side: OurPage, scan: ScanFile, options: ScanOptions) -> ScanReport:
    """The scan registered and measured. Raises `ScanError`."""
    if not side.drawable:
        raise ScanError(said("SCAN-LAY.undrawn", name=side.name))
    pdf, index = side.pdf()
    ours = our_page(pdf, index)
    sight = seen(scan)
    blocks = pieces_of(side.page, ours.size_mm)
    registered = register(ours, sight, cells_of(blocks), dpi=options.dpi, points=options.points)
    registered, reports = measured(registered, ours, blocks)
    tolerance = TOLERANCE_MM if options.tolerance_mm is None else options.tolerance_mm
    return ScanReport(
        name=side.name,
        scan=scan.name,
        size_mm=ours.size_mm,
        tolerance=tolerance,
        registration=_registration(registered, ours, sight, options),
        blocks=reports,
        draw=partial(pictures_of, ours, registered, reports, tolerance),
    )


def alone(block: BlockReport) -> tuple[Part, ...]:
    """The lines of text that lie off their block."""
    base = block.shift
    out = []
    for part in block.lines:
        m = part.shift
        if m is None or m.dy is None or m.sd_y is None or part.text == "":
            continue
        away = m.dy - (base.dy if base is not None and base.dy is not None else 0.0)
        if abs(away) - 2 * m.sd_y > BESIDE_MM:
            out.append(part)
    return tuple(out)


def _registration(
    registered: Registered, ours: GreyRaster, sight: Seen, options: ScanOptions
) -> Registration:
    placed, fitted = registered.placed, registered.placed.fitted
    assert fitted is not None
    matrix = np.diag([sight.by, sight.by, 1.0]) @ registered.matrix()
    turn, dpi_x, dpi_y, keystone = keystone_of(matrix, ours)
    points = lattice(ours)
    here = np.clip(
        (points * ours.px).astype(int), 0, np.array(registered.laid.shown.shape)[::-1] - 1
    )
    shown = registered.laid.shown[here[:, 1], here[:, 0]] > 0
    sd = fitted.sd(points[shown])
    most, rms, _ = stretch_of(placed, ours, registered.laid)
    samples = registered.samples
    known = np.isfinite(samples.sd).all(axis=1)
    rest = samples.off[known] - fitted.at(samples.points[known])
    near = np.hypot(*rest.T) < 5 * max(0.01, float(np.median(np.hypot(*rest.T))))
    shifts = fitted.at(points)
    return Registration(
        turn=turn,
        dpi_x=dpi_x,
        dpi_y=dpi_y,
        keystone=keystone,
        stretch=most,
        stretch_rms=rms,
        rest_rms=float(np.sqrt((rest[near] ** 2).sum(axis=1).mean())),
        error=float(2 * np.hypot(*sd.T).max() + 0.02),
        found=len(samples.points) / max(1, inked(registered.found)),
        pieces=inked(registered.found),
        shown=float(registered.laid.shown.mean()),
        matrix=tuple(float(v) for v in matrix.ravel()),
        shifts=tuple(
            (float(x), float(y), float(dx), float(dy))
            for (x, y), (dx, dy) in zip(points, shifts, strict=True)
        ),
        dpi_told=options.dpi or sight.dpi,
        negative=registered.negative,
        by_hand=bool(options.points),
    )


def _name(block: BlockReport) -> Said:
    """A block as it is called; a field of a page without blocks by its row and column."""
    if block.kind != "field":
        return said("part.scan-block", block=block.id)
    row, _, column = block.id.partition("-")
    return said("part.scan-field", row=row, column=column)


def _measures(block: BlockReport) -> Iterator[Measure]:
    if block.shift is not None:
        yield block.shift
    for part in (*block.sides, *block.heads, *block.lines):
        if part.shift is not None:
            yield part.shift


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
    return text if len(text) <= 12 else f"{text[:11]}…"


def _measure_data(measure: Measure | None) -> Mapping[str, Any] | None:
    if measure is None:
        return None
    pairs = {
        "dx_mm": measure.dx, "dy_mm": measure.dy, "sd_x_mm": measure.sd_x, "sd_y_mm": measure.sd_y,
    }  # fmt: skip
    return {k: None if v is None else round(v, 3) for k, v in pairs.items()}


def _block_data(block: BlockReport, off: bool) -> Mapping[str, Any]:
    def parts(of: Iterable[Part]) -> list[Mapping[str, Any]]:
        return [
            {
                "name": part.name,
                "text": part.text,
                "box_mm": [round(v, 2) for v in part.box],
                "shift": _measure_data(part.shift),
            }
            for part in of
        ]

    return {
        "id": block.id,
        "kind": block.kind,
        "box_mm": [round(v, 2) for v in block.box],
        "shift": _measure_data(block.shift),
        "off": off,
        "shown": round(block.shown, 3),
        "unlike": round(block.unlike, 3),
        "unlike_mm": [[round(v, 1) for v in place] for place in block.places],
        "edges": parts(block.sides),
        "heads": parts(block.heads),
        "lines": parts(block.lines),
    }
