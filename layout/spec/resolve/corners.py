"""Round corners (圆角) of panels and frames: the radii in points, and what can have none."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

from layout.diagnostics import Diagnostic, Place, error
from layout.record import record
from layout.spec.model.rule import PILL
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import Rule, style_of
from layout.words.said import Said, said

FOUR: Final = 4
ROUND_ENDS: Final = 10_000.0
"""Points: a radius that is drawn as large as there is room for it."""


@record
class Cornered:
    """What has corners: whether it has a `fill`, and its `rules` with their `names` as they are
    written (top, right, bottom, left); `bare` is what is told of it where it has neither."""

    fill: bool
    rules: Sequence[Rule] = ("none",) * FOUR
    names: Sequence[str] = ()
    bare: str = "CORNERS.nothing"


class Rounded(Protocol):
    """A mapping of a spec with the key `corners`."""

    @property
    def corners(self) -> tuple[Length, ...] | str: ...

    @property
    def places(self) -> Mapping[str, Place]: ...


def radii(
    spec: Rounded,
    points: Callable[[Length], float],
    faults: list[Diagnostic],
    cornered: Cornered,
    *,
    path: str = "corners",
) -> tuple[float, ...]:
    """The radii that the key `corners` of a mapping says, from the top left clockwise; none where
    it says none, or, with a fault, where there can be none."""
    given = spec.corners
    if not given:
        return ()
    told = _count(given) or _fault(cornered)
    if told is not None:
        faults.append(error(told.having(path=path), spec.places["corners"]))
        return ()
    if isinstance(given, str):
        return (ROUND_ENDS,) * FOUR
    made = tuple(points(length) for length in given)
    made = made * FOUR if len(made) == 1 else made
    return made if any(made) else ()


def _count(given: Sequence[Length] | str) -> Said | None:
    if given == PILL or len(given) in (1, FOUR):
        return None
    return said("CORNERS.count", values=len(given))


def _fault(cornered: Cornered) -> Said | None:
    """Why something can have no round corners: it has no ground and no frame, or a frame that
    does not go round them."""
    rules = cornered.rules
    if any(rule != rules[0] for rule in rules):
        return said("CORNERS.sides")
    style = style_of(rules[0])
    if style is None:
        return None if cornered.fill else said(cornered.bare)
    if style.dash or style.ornamental:
        return said("CORNERS.rule", rule=cornered.names[0])
    return None
