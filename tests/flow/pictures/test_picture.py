"""A picture and its caption in a block: how they share it."""

import pytest

from layout.color import Color
from layout.display.items import Path, Picture
from layout.display.rounded import rounded
from layout.flow.pictures.picture import LEAST_CAPTION, make_picture
from layout.flow.placed import PlacedLine
from layout.record import replace
from layout.spec.resolve.corners import ROUND_ENDS
from layout.spec.resolve.defaults import RuleStyle
from layout.spec.resolve.resolved import Framing
from layout.units import to_mm
from tests.flow.conftest import PITCH, block
from tests.flow.pictures.helpers import picture
from tests.told import assert_told
from tests.typed import near


def made(setter, **more):
    """What is seen of the picture and the lines of its caption, 100 pt wide at most."""
    done = make_picture(setter, block(None, 1, 30), picture("图" * 40, **more), PITCH)
    seen = next((i.rect for i in done.items if isinstance(i, Picture)), None)
    return seen, [i for i in done.items if isinstance(i, PlacedLine)]


WHOLE = Framing(fit="whole", scale=0.5)


@pytest.mark.parametrize("at", ["above", "below"])
def test_a_caption_stands_at_what_is_seen_of_the_picture(setter, at):
    """Half of 100 points wide: too little for eight characters of 10 points, which are 80."""
    seen, lines = made(setter, framing=WHOLE, caption_at=at)
    assert seen.width == pytest.approx(50)
    assert {line.measure for line in lines} == {LEAST_CAPTION * 10.0}
    assert {round(line.x, 6) for line in lines} == {20 + (100 - 80) / 2}


@pytest.mark.parametrize("at", ["above", "below"])
@pytest.mark.parametrize("shift", [(300.0, 0.0), (0.0, 300.0)])
def test_where_none_of_the_picture_is_seen_the_caption_has_the_whole_block(setter, at, shift):
    """It was moved out of its frame on one side: no edge of it is left to stand at."""
    moved = replace(WHOLE, shift=shift)
    _, lines = made(setter, framing=moved, caption_at=at)
    assert {(line.x, line.measure) for line in lines} == {(20, 100)}


def test_round_corners_are_those_of_what_is_seen_and_its_keyline_goes_round_them(setter):
    rule = RuleStyle(lines=((0.0, 2.0),), color=Color(k=50))
    one = picture(None, corners=(9.0, 0.0, 5.0, 0.5), keyline=rule)
    done = make_picture(setter, block(None, 1, 30), one, PITCH)
    (seen,) = [i for i in done.items if isinstance(i, Picture)]
    (line,) = [i for i in done.items if isinstance(i, Path)]
    assert seen.corners == one.corners
    assert (line.width, line.color, line.filled) == (2.0, Color(k=50), False)
    # Wholly inside: its middle is half its width in, and so are its radii smaller.
    inner = seen.rect.inset(1, 1, 1, 1)
    assert line.steps == rounded(inner, (8.0, 0.0, 4.0, 0.0))


def test_a_place_that_is_kept_has_round_corners_too(setter):
    done = make_picture(
        setter, block(None, 1, 30), picture(None, source=None, corners=(9.0,) * 4), PITCH
    )
    (panel,) = done.items
    assert isinstance(panel, Path)
    assert (panel.role, panel.filled) == ("panel", True)


def test_corners_too_round_for_a_picture_are_told_with_what_they_become(setter):
    def told(*radii):
        one = picture(None, corners=radii, framing=Framing(fit="whole"), pixels=(1000, 500))
        done = make_picture(setter, block(None, 1, 30), one, PITCH)
        return [d for d in done.diagnostics if d.code == "CORNERS"]

    # 100 by 50 points: half of its height is the most, of two on one side.
    assert not told(25.0, 25.0, 25.0, 25.0)
    assert not told(50.0, 0.0, 50.0, 0.0)
    (one,) = told(26.0, 10.0, 10.0, 26.0)
    assert one.severity == "warning"
    sizes = {"radius_mm": near(to_mm(26)), "set_mm": near(to_mm(25))}
    assert_told(one, "CORNERS.large", {"block": "a.jpg"} | sizes)
    assert not told(*[ROUND_ENDS] * 4)  # `pill` asks for as much as there is
