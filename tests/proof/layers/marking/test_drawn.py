"""Ways to write corrections held against one another all at once, as they are one by one."""

import random

from layout.geometry import Rect
from layout.proof.layers.marking.drawn import WayDrawn, WaysDrawn


def way(dice: random.Random) -> WayDrawn:
    """A label, a lead of up to three pieces and a mark of up to two, on a small page."""

    def rect(wide: float, high: float) -> Rect:
        x, y = dice.uniform(0, 60), dice.uniform(0, 60)
        return Rect(x, y, dice.choice((wide, 0.25)), dice.choice((high, 0.25)))

    return WayDrawn(
        rect(12.0, 4.0),
        [rect(9.0, 9.0) for _ in range(dice.randint(0, 3))],
        [rect(5.0, 5.0) for _ in range(dice.randint(0, 2))],
        free=dice.random() < 0.1,
    )


def test_all_at_once_is_one_by_one() -> None:
    dice = random.Random(7)
    seen = set()
    for _ in range(60):
        ways, one = [way(dice) for _ in range(dice.randint(1, 20))], way(dice)
        found = WaysDrawn(ways).at_odds(one).tolist()
        assert found == [one.at_odds(other) for other in ways]
        seen |= set(found)
    assert seen == {True, False}
