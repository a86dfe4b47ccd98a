"""The ink of a line, against its outlines drawn one by one."""

import pytest

from layout.faces.catalog import Catalog
from layout.flow.type.inkbox import ink_box
from layout.flow.type.setter import Setter
from tests.flow.conftest import words


@pytest.fixture(scope="module")
def real() -> Setter:
    return Setter(Catalog({}), {})


@pytest.mark.parametrize("text", ["2", "11", "B2", "一", "A1 版"])
@pytest.mark.parametrize("wide", [1.0, 0.7])
def test_it_is_the_hull_of_every_glyph_at_its_pen(real: Setter, text: str, wide: float) -> None:
    line = real.display(words(text, 20.0, h_scale=wide))
    ink = ink_box(real, line)
    edges = []
    for token, pen in zip(line.items.tokens, line.line.xs, strict=True):
        for key, glyph, along, _, _ in token.pieces:
            face = real.catalog.by_key(key)
            left, low, right, high = face.ink(glyph)
            if left != right:
                at = (pen + along) / 1000
                edges.append((at + left / face.upem, high / face.upem, at + right / face.upem, low))
    assert ink.x == pytest.approx(20 * wide * min(e[0] for e in edges))
    assert ink.right == pytest.approx(20 * wide * max(e[2] for e in edges))
    assert ink.y == pytest.approx(20 * (0.88 - max(e[1] for e in edges)))


def test_a_line_without_ink_is_its_em_box(setter: Setter) -> None:
    ink = ink_box(setter, setter.display(words(" ", 20.0)))
    assert (ink.x, ink.y, ink.height) == (0.0, 0.0, 20.0)
