"""Texts put back by the stretches that were changed."""

import random

from layout.revise.stretches import put_back, spans_between, straight


def test_texts_are_put_back_by_their_stretches():
    rng = random.Random(1)
    rows = [f"行{n} " + "字" * rng.randrange(9) for n in range(40)]
    for _ in range(200):
        old = "\n".join(rng.sample(rows, 20))
        new = old
        for _ in range(rng.randrange(1, 4)):
            at = rng.randrange(len(new))
            new = new[:at] + rng.choice(["", "新\n", "x"]) + new[at + rng.choice([0, 1, 9]) :]
        spans = spans_between(old, new)
        assert straight(new, spans, again=False) == old
        assert straight(old, spans, again=True) == new
        head = "# 别处改了\n" + new
        assert put_back(head, spans, again=False) in ("# 别处改了\n" + old, None)


def test_a_stretch_that_stands_twice_is_not_put_back():
    old, new = "k: 1\n", "k: 2\n"
    spans = spans_between(old, new)
    assert put_back(new, spans, again=False) == old
    assert put_back(new + "\n" + new, spans, again=False) is None
    assert put_back("k: 3\n", spans, again=False) is None
