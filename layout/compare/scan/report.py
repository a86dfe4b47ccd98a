"""What comparing with a scan gives: lines for a person, data for a program, pictures and a report
for both."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final

import numpy as np

from layout.compare.scan.asdata import block_data
from layout.compare.scan.blocks import measured
from layout.compare.scan.model import (
    BlockReport,
    OurPage,
    Registration,
    ScanError,
    ScanFile,
    ScanOptions,
)
from layout.compare.scan.overlay import ScanPictures, pictures_of
from layout.compare.scan.pieces import cells_of, pieces_of
from layout.compare.scan.raster import GreyRaster
from layout.compare.scan.read import Seen, our_page, seen
from layout.compare.scan.register import Registered, inked, register
from layout.compare.scan.shape import keystone_of, lattice, stretch_of
from layout.compare.scan.sheet import report_html
from layout.compare.scan.telling import BlockTold, another, differs, is_off, lies, of_block, unseen
from layout.compare.whose import Whose, whose
from layout.diagnostics import Diagnostic
from layout.record import record
from layout.words.said import Language, Said, said

TOLERANCE_MM: Final = 0.3


@record
class ScanReport:
    """A scan compared with our page. Shifts are in mm: to the right, down."""

    name: str
    scan: str
    size_mm: tuple[float, float]
    tolerance: float
    registration: Registration
    blocks: tuple[BlockReport, ...]
    draw: Callable[[], ScanPictures]
    source: str = ""
    whose: Whose = Whose()
    found: tuple[Diagnostic, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether something of the page is for certain farther off than is allowed, or another."""
        return any(differs(block, self.tolerance) for block in self.blocks)

    @property
    def wanting(self) -> bool:
        """Whether something is off, or was not on the scan to be compared."""
        return self.differs or bool(self.unseen())

    @property
    def strange(self) -> bool:
        """Whether a whole block is another in print: it may be another page."""
        return any(another(block) for block in self.blocks)

    def unseen(self) -> tuple[str, ...]:
        """The blocks that the scan does not show whole: of them it says nothing, or not all."""
        return tuple([block.id for block in self.blocks if unseen(block)])

    def lines(self, lang: Language) -> list[str]:
        """What a person reads at the terminal."""
        blocks = (told.said for told in self.told())
        return [one.words(lang) for one in (*self.lies(), *blocks, self.end())]

    def lies(self) -> tuple[Said, ...]:
        """How the scan lies on the page."""
        return tuple(lies(self.name, self.scan, self.registration))

    def told(self) -> Iterator[BlockTold]:
        """What is told of the blocks, in their order."""
        for block in self.blocks:
            yield from of_block(block, self.tolerance)

    def end(self) -> Said:
        """What came of it."""
        count = sum(differs(block, self.tolerance) for block in self.blocks)
        came = said("part.scan-good", tolerance_mm=self.tolerance)
        if count:
            came = said("part.scan-off", count=count, tolerance_mm=self.tolerance)
        lost = len(self.unseen())
        if not lost:
            return came
        percent = 100 * (1 - self.registration.shown)
        return said("part.scan-part-only", came=came, percent=percent, count=lost)

    def as_json(self, lang: Language) -> dict[str, Any]:
        """What a program reads; `told` is for a person, in a language."""
        return {
            "page": self.name,
            "scan": self.scan,
            "size_mm": [round(v, 3) for v in self.size_mm],
            "tolerance_mm": self.tolerance,
            "differs": self.differs,
            "unseen": list(self.unseen()),
            "registration": self.registration.data(),
            "blocks": [block_data(block, is_off(block, self.tolerance)) for block in self.blocks],
            "told": self.lines(lang),
        }

    def files(self, stem: str, lang: Language) -> Iterable[tuple[str, bytes]]:
        """What is written: the report, pictures of equal size (ours, the scan laid on it, both in
        two colours), the data."""
        pictures = self.draw()
        html = report_html(
            (self.name, self.scan),
            (self.source, self.scan),
            self.whose,
            pictures,
            self.size_mm,
            lies=self.lies(),
            told=tuple(self.told()),
            end=self.end(),
            lang=lang,
        )
        yield f"{stem}-scan.html", html.encode("utf-8")
        yield f"{stem}-scan.png", pictures.png("both")
        yield f"{stem}-scan-ours.png", pictures.png("ours")
        yield f"{stem}-scan-laid.png", pictures.png("scan")
        data = json.dumps(self.as_json(lang), ensure_ascii=False, indent=1)
        yield f"{stem}-scan.json", f"{data}\n".encode()


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
        source=side.source,
        whose=whose(side),
        scan=scan.name,
        size_mm=ours.size_mm,
        tolerance=tolerance,
        registration=_registration(registered, ours, sight, options),
        blocks=reports,
        draw=partial(pictures_of, ours, registered),
    )


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
