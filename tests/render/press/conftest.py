"""What the press tests share: the bundled faces, and a page drawn in one call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from layout.display.items import Item
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.render.base import Resources
from layout.render.press.document import PressBackend
from tests.toypage import Faces, page

Draw = Callable[..., bytes]


@pytest.fixture(scope="session")
def song() -> Face:
    return Catalog().face("报宋")


@pytest.fixture(scope="session")
def hei() -> Face:
    return Catalog().face("超粗黑")


@pytest.fixture(scope="session")
def kai() -> Face:
    return Catalog().face("楷")


@pytest.fixture
def draw(song: Face, hei: Face, kai: Face, tmp_path: Path) -> Draw:
    """Draws items on one page; `own` are further faces."""

    def drawn(*items: Item, own: tuple[Face, ...] = ()) -> bytes:
        faces = Faces(song, hei, kai, *own)
        resources = Resources.of(faces, Files(root=tmp_path))
        return PressBackend().render([page(*items)], resources)

    return drawn
