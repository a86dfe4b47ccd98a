"""Ways to write corrections held against one another all at once, as they are one by one."""

import random

from layout.geometry import Rect
from layout.proof.layers.marking.drawn import WayDrawn, WaysDrawn, WaysOfEach


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
    for _ in range(40):
        ways, others = ([way(dice) for _ in range(dice.randint(0, 9))] for _ in range(2))
        found = WaysDrawn(ways).at_odds(WaysDrawn(others)).tolist()
        assert found == [[one.at_odds(other) for other in others] for one in ways]
        seen |= {odd for of in found for odd in of}
    assert seen == {True, False}


def test_those_of_each_are_the_bits_of_a_number() -> None:
    dice = random.Random(3)
    each = [[way(dice) for _ in range(count)] for count in (9, 1, 20)]
    odds = WaysOfEach(each).odds
    for c, of in enumerate(each):
        for d, one in enumerate(of):
            for a, ways in enumerate(each):
                odd = [bool(odds(a, c, d) >> k & 1) for k in range(len(ways))]
                assert odd == [other.at_odds(one) for other in ways]
