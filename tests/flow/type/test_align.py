"""Type that is too high for its place."""

from layout.api import Session
from layout.flow.type.align import too_high
from layout.words.said import said
from tests.conftest import Project
from tests.told import assert_told


def test_a_place_without_room_has_none_below_zero(project: Project) -> None:
    place = Session().page(project.spec).place
    (none,) = too_high("part.the-folio", 20.0, -1.0, place)
    assert none.said == said("DISPLAY-HIGH.no-room", what=said("part.the-folio"), height_pt=20.0)
    (some,) = too_high("part.the-folio", 20.0, 10.0, place)
    assert_told(some, "DISPLAY-HIGH.high", {"height_pt": 20.0, "room_pt": 10.0})
