"""Where ink meets, against brute force."""

from layout.check.makeup.ink import drawn, inside_of, meeting
from layout.color import Color
from layout.display.items import Path
from layout.record import replace

K = Color(k=100.0)


# What it stands on
def test_every_pair_of_boxes_is_met_as_brute_force_meets_them() -> None:
    from random import Random

    random = Random(5)
    for _ in range(60):
        boxes = []
        for _ in range(random.randint(0, 40)):
            x, y = random.uniform(0, 90), random.uniform(0, 90)
            boxes.append((x, y, x + random.uniform(0.1, 30), y + random.uniform(0.1, 30)))
        expected = {
            (i, j)
            for j, b in enumerate(boxes)
            for i, a in enumerate(boxes[:j])
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        }
        assert sorted(meeting(boxes)) == sorted(expected)


def test_a_border_is_met_at_its_lines_and_a_polygon_in_its_inside() -> None:
    square = Path(
        steps=(("M", (0, 0)), ("L", (10, 0)), ("L", (10, 10)), ("L", (0, 10)), ("L", (0, 0))),
        color=K, width=1.0,
    )  # fmt: skip
    assert drawn(square).meets((3, 3, 7, 7)) is None
    assert drawn(square).meets((3, -1, 7, 1)) == (3, -0.5, 7, 0.5)
    assert drawn(replace(square, filled=True)).meets((3, 3, 7, 7)) == (3, 3, 7, 7)
    assert inside_of(((0, 0), (10, 0), (0, 10)), 3, 3)
    assert not inside_of(((0, 0), (10, 0), (0, 10)), 8, 8)
