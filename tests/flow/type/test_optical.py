"""Characters set apart by their ink: gaps more even, the line as long as before."""

import random
from functools import partial
from itertools import pairwise, product
from statistics import median, pstdev

import pytest

from layout.faces.catalog import Catalog
from layout.flow.type.optical import MOST, changes_of, evened, seen
from layout.flow.type.setter import Setter
from layout.spec.resolve.resolved import StyledText
from tests.flow.conftest import changed, words

TITLES = ("四口之家一日三餐小有讲究", "创新之一在于一心一意", "上下一心同建小康之城")


@pytest.fixture(scope="module")
def real() -> Setter:
    return Setter(Catalog())


def title(text: str, face: str, *, optical: bool) -> StyledText:
    return words(text, 38.0, face=face, optical=optical)


def gaps(setter: Setter, words: StyledText, *, vertical: bool = False) -> list[float]:
    """What is seen between the characters of a line, in 1/1000 em."""
    line = setter.display(words, vertical=vertical)
    look = partial(setter._profile, down=vertical)
    sides = []
    for token in line.items.tokens:
        (piece,) = token.pieces
        rows = look(piece.face, piece.glyph)
        sides.append([None if s is None else (s[0] + piece.x, s[1] + piece.x) for s in rows])
    found = []
    for (one, other), (x, to_x) in zip(pairwise(sides), pairwise(line.line.xs), strict=True):
        apart = seen(one, other, to_x - x)
        assert apart is not None
        found.append(apart)
    return found


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("face", ["超粗黑", "黑", "大标宋"])
@pytest.mark.parametrize("text", TITLES)
def test_gaps_are_more_even_and_the_line_as_long(
    real: Setter, text: str, face: str, vertical: bool
) -> None:
    solid, even = (title(text, face, optical=o) for o in (False, True))
    before, after = (gaps(real, w, vertical=vertical) for w in (solid, even))
    # 上下 and the ends of 一 are a third of an em loose: `MOST` takes a part of that alone.
    assert pstdev(after) < 0.87 * pstdev(before)
    assert vertical or median(after) - min(after) < 0.6 * (median(before) - min(before))
    assert max(after) - min(after) < max(before) - min(before)
    lines = [real.display(w, vertical=vertical) for w in (solid, even)]
    assert lines[0].width == lines[1].width
    assert lines[1].line.xs[0] == 0
    assert lines[1].line.xs[-1] == pytest.approx(lines[0].line.xs[-1])
    steps = [b - a for a, b in pairwise(lines[1].line.xs)]
    assert all(1000 - MOST - 1e-6 <= step <= 1000 + MOST + 1e-6 for step in steps)


def test_a_line_that_is_spread_stays_as_long_as_its_measure(real: Setter) -> None:
    style = title("", "超粗黑", optical=True).style
    filled = changed(title(TITLES[0], "超粗黑", optical=True), style=changed(style, align="fill"))
    line = real.display(filled, 600)
    assert line.width == 600
    end = line.line.xs[-1] + 1000
    assert end * line.style.size / 1000 == pytest.approx(600)


def test_marks_latin_and_words_of_another_size_keep_their_gaps(real: Setter) -> None:
    for text in ("之A一", "“之”一", "之 一"):
        solid, even = (real.display(title(text, "黑", optical=o)) for o in (False, True))
        assert solid.line.xs == even.line.xs


@pytest.mark.parametrize("seed", range(20))
def test_no_other_changes_are_more_even(seed: int) -> None:
    """Against all changes in steps of ten of four gaps that keep their sum and their limits."""
    chance = random.Random(seed)
    found = [float(chance.randrange(0, 400)) for _ in range(4)]
    changes = changes_of(found)
    assert sum(changes) == pytest.approx(0, abs=1e-4)
    assert all(abs(c) <= MOST for c in changes)

    def uneven(by: list[float]) -> float:
        made = [gap + change for gap, change in zip(found, by, strict=True)]
        mean = sum(made) / len(made)
        return sum((gap - mean) ** 2 for gap in made)

    steps = range(-MOST, MOST + 1, 10)
    others = [
        [float(a), float(b), float(c), float(-a - b - c)]
        for a, b, c in product(steps, repeat=3)
        if abs(a + b + c) <= MOST
    ]
    assert uneven(changes) <= min(map(uneven, others)) + 1e-3


def test_what_is_near_counts_more_than_what_is_far() -> None:
    near, far = (0.0, 950.0), (0.0, 600.0)
    after = [(50.0, 950.0)] * 6
    assert seen([near] * 6, after, 1000) == pytest.approx(100)
    assert seen([far] * 6, after, 1000) == pytest.approx(450)
    one = seen([far] * 3 + [near] + [far] * 2, after, 1000)
    assert one is not None
    assert 100 < one < 200
    assert seen([near, None, None, None], [None, None, None, near], 1000) is None


def test_one_gap_alone_has_nothing_to_be_even_with(real: Setter) -> None:
    line = real.display(title("之一", "黑", optical=False))
    assert evened(line.items, line.line, partial(real._profile, down=False)) == line.line
