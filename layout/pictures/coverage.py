"""How much ink a picture lays on paper from place to place: total area coverage (TAC).

Only of one in CMYK, which is printed as it is; what is converted here keeps to the limit of the
profile. A mean over a small area is taken, as GWG does of 15 mm²: single pixels soil nothing.
"""

from layout.record import record


@record
class Coverage:
    """Per cent of ink, all four together, in the cells of a picture, row by row."""

    cells: tuple[float, ...]

    @property
    def most(self) -> float:
        """Per cent in the cell that has most."""
        return max(self.cells, default=0.0)

    def over(self, limit: float) -> float:
        """Per cent of the cells with more than `limit` per cent."""
        return 100 * sum(cell > limit for cell in self.cells) / max(1, len(self.cells))


def coverage(data: bytes, name: str, pixels: float) -> Coverage | None:
    """The ink of a picture file in cells of `pixels` by `pixels`; None of one that is not CMYK.

    Raises `PictureError`, naming it, where it cannot be read.
    """
    from layout.pictures import pillow

    with pillow.guarded(name):
        image = pillow.open_image(data, name)
        if image.mode != "CMYK":
            return None
        image = pillow.decoded(image, name)
        by = max(1, min(round(pixels), *image.size))
        if by > 1:
            image = image.reduce(by)
        inks = image.tobytes()
        cells = tuple([round(sum(inks[n : n + 4]) / 2.55, 2) for n in range(0, len(inks), 4)])
        return Coverage(cells=cells)
