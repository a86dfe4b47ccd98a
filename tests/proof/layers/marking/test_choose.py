"""Choices that are not at odds and cost least, held against trying all of them."""

import random
from collections.abc import Callable
from itertools import combinations, product

import pytest

from layout.proof.layers.marking.choose import Odds, choose, cost_of

Odd = set[tuple[tuple[int, int], tuple[int, int]]]


def case(seed: int, things: int, most: int) -> tuple[list[list[float]], Odd]:
    """Costs and pairs at odds; the last choice of each thing, the dearest, is at odds with none."""
    dice = random.Random(seed)
    costs = [
        [float(dice.randint(1, 30)) for _ in range(dice.randint(0, most))] + [100.0 + k]
        for k in range(things)
    ]
    odd: Odd = set()
    for a, c in combinations(range(things), 2):
        for b, d in product(range(len(costs[a]) - 1), range(len(costs[c]) - 1)):
            if dice.random() < 0.4:
                odd |= {((a, b), (c, d)), ((c, d), (a, b))}
    return costs, odd


def bits(costs: list[list[float]], odds: Callable[[int, int, int, int], bool]) -> Odds:
    """What is said of two choices at a time said of all choices of a thing."""
    return lambda a, c, d: sum(odds(a, b, c, d) << b for b in range(len(costs[a])))


def fit(chosen: tuple[int, ...] | list[int], odd: Odd) -> bool:
    taken = list(enumerate(chosen))
    return not any((one, other) in odd for one, other in combinations(taken, 2))


@pytest.mark.parametrize("seed", range(40))
def test_it_is_as_cheap_as_the_cheapest_of_all(seed: int) -> None:
    costs, odd = case(seed, things=5, most=4)
    chosen = choose(costs, bits(costs, lambda a, b, c, d: ((a, b), (c, d)) in odd))
    assert fit(chosen, odd)
    every = product(*(range(len(of)) for of in costs))
    assert cost_of(costs, chosen) == min(cost_of(costs, one) for one in every if fit(one, odd))


def test_things_that_never_meet_are_chosen_for_by_themselves() -> None:
    asked: list[tuple[int, int]] = []

    def odds(a: int, b: int, c: int, d: int) -> bool:
        asked.append((a, c))
        return b == d == 0

    costs = [[1.0, 2.0]] * 4
    chosen = choose(costs, bits(costs, odds), meets=lambda a, c: a // 2 == c // 2)
    assert chosen in ([0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 0], [1, 0, 0, 1])
    assert {(a // 2, c // 2) for a, c in asked} == {(0, 0), (1, 1)}


def test_many_that_all_meet_are_chosen_for_in_so_many_steps() -> None:
    things, asked = 400, 0

    def odds(a: int, b: int, c: int, d: int) -> bool:
        nonlocal asked
        asked += 1
        return b == d and b < 3

    costs = [[1.0, 2.0, 3.0, 50.0]] * things
    chosen = choose(costs, bits(costs, odds), steps=200)
    assert sorted(chosen)[:3] == [0, 1, 2]
    assert all(one == 3 for one in sorted(chosen)[3:])
    assert asked < 4_000_000


def test_where_the_steps_run_out_what_is_chosen_still_fits() -> None:
    costs, odd = case(7, things=12, most=6)
    chosen = choose(costs, bits(costs, lambda a, b, c, d: ((a, b), (c, d)) in odd), steps=13)
    assert fit(chosen, odd)


def test_one_that_comes_last_is_not_left_what_costs_most() -> None:
    """Those before it take what it needs only if they need it more, also without any steps."""
    costs = [[1.0, 2.0, 900.0]] * 10 + [[5.0, 900.0]]
    chosen = choose(costs, bits(costs, lambda a, b, c, d: 10 in (a, c) and b == d == 0), steps=0)
    assert cost_of(costs, chosen) == 10 * 2.0 + 5.0


def test_a_thing_without_a_choice_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no choice"):
        choose([[1.0], []], lambda *_: 0)
    assert choose([], lambda *_: 0) == []
