"""The outline of a glyph as steps of a path: for what is drawn and never read."""

from layout.faces.face import Face

Steps = list[tuple[str, tuple[float, ...]]]
"""A letter of `M` `L` `C` `Z`, and its points in em: x to the right, y up from the baseline."""


def contour(face: Face, glyph: int) -> Steps:
    """A glyph's outline, in em from its origin; empty for a blank."""
    pen = _StepPen(face.upem)
    face.font.draw_glyph_with_pen(glyph, pen)
    return pen.steps


class _StepPen:
    """Takes an outline as cubic curves; what fontTools calls a pen."""

    def __init__(self, upem: int) -> None:
        self.steps: Steps = []
        self._unit = 1.0 / upem
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  the names of the protocol
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve as the cubic that it is: its controls lie two thirds on the way."""
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, end
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        self._add("C", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.steps.append(("Z", ()))

    def endPath(self) -> None:  # noqa: N802
        pass

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.steps.append((letter, tuple([v * self._unit for point in points for v in point])))
