"""Our page is drawn once for all tests of this room, which lay many scans on it."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from layout.compare.scan import read, report


@pytest.fixture(autouse=True, scope="module")
def drawn_once() -> Iterator[None]:
    """A page's raster by its PDF, as long as a module runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "our_page", lru_cache(maxsize=2)(read.our_page))
        yield
