"""What a test knows of a value and its type does not say: asserted, so that it holds."""

from collections.abc import Iterable
from typing import Any, TypeVar

import pytest
from PIL import Image

T = TypeVar("T")


def all_of(kind: type[T], items: Iterable[object]) -> list[T]:
    """The items, each of which has to be of that kind."""
    found = []
    for item in items:
        assert isinstance(item, kind), item
        found.append(item)
    return found


def one_of(kind: type[T], items: Iterable[object]) -> T:
    """The only item, which has to be of that kind."""
    (item,) = items
    assert isinstance(item, kind), item
    return item


def those_of(kind: type[T], items: Iterable[object]) -> list[T]:
    """Those of the items that are of that kind."""
    return [item for item in items if isinstance(item, kind)]


def there(value: T | None) -> T:
    """A value that has to be there."""
    assert value is not None
    return value


def near(value: object, *, rel: float | None = None, abs: float | None = None) -> Any:  # noqa: A002
    """`pytest.approx` where a number stands in a tuple or a record that is compared as a whole."""
    return pytest.approx(value, rel=rel, abs=abs)


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The samples of a pixel, in an image of several bands."""
    found = image.getpixel((x, y))
    assert isinstance(found, tuple), found
    return found


def grey(image: Image.Image, x: int, y: int) -> float:
    """The sample of a pixel, in an image of one band."""
    found = image.getpixel((x, y))
    assert isinstance(found, int | float), found
    return found
