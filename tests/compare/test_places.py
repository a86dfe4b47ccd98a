"""Numbers of changes beside one another, and the parts of a page that are shown finer."""

import itertools
import random
from typing import Any

from layout.compare.places import ABOUT, FLAG, MOST_SHARE, flag_scale, numbered, parts


def change(*rect: float) -> dict[str, Any]:
    return {"now": rect, "was": None}


def test_numbers_of_changes_at_one_place_do_not_lie_on_one_another() -> None:
    same = [change(100.0, 200.0, 50.0, 20.0)] * 20
    scale = flag_scale(1690.0)
    boxes = []
    for number, one in enumerate(numbered(same, 1690.0), 1):
        x, y = one["tag"]
        wide = (FLAG[0] + FLAG[1] * len(str(number))) * scale
        boxes.append((x - 2 * scale, y - FLAG[2] * scale, wide, FLAG[2] * scale))
    near = 0.2  # they are rounded to a tenth
    for a, b in itertools.combinations(boxes, 2):
        apart = (
            a[0] + a[2] <= b[0] + near or b[0] + b[2] <= a[0] + near
            or a[1] + a[3] <= b[1] + near or b[1] + b[3] <= a[1] + near
        )  # fmt: skip
        assert apart, (a, b)


def test_a_number_alone_stands_at_its_place() -> None:
    (one,) = numbered([change(100.0, 200.0, 5.0, 5.0)], 700.0)
    assert one["tag"] == (100.0, 200.0)
    (none,) = numbered([{"now": None, "was": None}], 700.0)
    assert none["tag"] == (0.0, 0.0)


def test_what_has_changed_is_shown_finer_once() -> None:
    chance = random.Random(4)
    size = (1690, 2380)
    rects = [
        (chance.uniform(0, 1600), chance.uniform(0, 2300), chance.uniform(1, 60), 15.0)
        for _ in range(6)
    ]
    found = list(parts(rects, size))
    covered = {
        (x, y)
        for p in found
        for x in range(p.left, p.left + p.width, 10)
        for y in range(p.top, p.top + p.height, 10)
    }
    assert sum(len(range(0, p.width, 10)) * len(range(0, p.height, 10)) for p in found) == len(
        covered
    )
    for x, y, w, h in rects:
        for px, py in ((x - ABOUT / 2, y), (x + w, y + h)):
            at_x, at_y = min(max(px, 0), size[0] - 1), min(max(py, 0), size[1] - 1)
            assert any(
                p.left <= at_x <= p.left + p.width and p.top <= at_y <= p.top + p.height
                for p in found
            )
    assert all(p.left + p.width <= size[0] and p.top + p.height <= size[1] for p in found)


def test_a_file_does_not_hold_more_than_a_part_of_the_page() -> None:
    size = (1690, 2380)
    assert list(parts([(0.0, 0.0, 1600.0, 2000.0)], size)) == []
    spread = [
        (float(x), float(y), 9.0, 9.0) for x in range(0, 1690, 90) for y in range(0, 2380, 90)
    ]
    area = sum(p.width * p.height for p in parts(spread, size))
    assert area <= MOST_SHARE * size[0] * size[1]
