"""Type that is too high for its place."""

from layout.api import Session
from layout.flow.type.align import too_high
from tests.conftest import Project


def test_a_place_without_room_has_none_below_zero(project: Project) -> None:
    place = Session().page(project.spec).place
    (none,) = too_high("part.the-folio", 20.0, -1.0, place)
    assert none.message == "the folio is 20.0 pt high, and there is no room for it"
    (some,) = too_high("part.the-folio", 20.0, 10.0, place)
    assert some.message == "the folio is 20.0 pt high in 10.0 pt"
