"""Pixels are judged with a tolerance; the filters against every pixel looked at by itself."""

import numpy as np

from layout.compare.pixels import grey, marks, shrunk, unequal, unexplained


def test_unexplained_is_what_no_neighbour_has() -> None:
    chance = np.random.default_rng(3)
    a, b = (chance.integers(0, 256, (17, 19), dtype=np.uint8) for _ in "ab")
    for reach in (1, 2):
        gone, new = unexplained(a, b, reach)
        for y in range(17):
            for x in range(19):
                about = (
                    slice(max(0, y - reach), y + reach + 1), slice(max(0, x - reach), x + reach + 1)
                )  # fmt: skip
                near_a, near_b = a[about].astype(int), b[about].astype(int)
                one, other = int(a[y, x]), int(b[y, x])
                less = near_b.min() - one > 64 or other - near_a.max() > 64
                more = near_a.min() - other > 64 or one - near_b.max() > 64
                assert (bool(gone[y, x]), bool(new[y, x])) == (less, more)


def test_edges_that_are_smoothed_otherwise_are_only_doubted() -> None:
    a = np.full((200, 200, 3), 255, dtype=np.uint8)
    a[50:90, 50:90] = 0
    b = a.copy()
    b[50:90, 49] = 170  # the edge a third of a pixel farther
    b[50:90, 89] = 85
    found = marks(a, b)
    assert not found.gone.any()
    assert not found.new.any()
    assert found.doubt == ((0, 0),)
    assert marks(a, a).doubt == ()


def test_a_change_of_colour_at_equal_light_is_found() -> None:
    a = np.full((64, 64, 3), 255, dtype=np.uint8)
    b = a.copy()
    a[20:40, 20:40] = (0, 0, 200)
    b[20:40, 20:40] = (0, 102, 0)
    assert abs(int(grey(a)[30, 30]) - int(grey(b)[30, 30])) < 3
    found = marks(a, b)
    assert (found.gone | found.new).sum() == 400


def test_a_tint_that_is_a_little_darker_is_found_as_such() -> None:
    a = np.full((96, 96, 3), 255, dtype=np.uint8)
    a[16:80, 16:80] = 230
    b = a.copy()
    b[16:80, 16:80] = 225
    found = marks(a, b)
    assert found.tint[24:72, 24:72].all()
    assert not found.tint[:16].any()
    assert not (found.gone | found.new).any()


def test_shrunk_counts() -> None:
    mask = np.zeros((8, 8), dtype=bool)
    mask[0:3, 0:4] = True
    assert shrunk(mask, 4).tolist() == [[12, 0], [0, 0]]


def test_pixels_of_four_bytes_are_compared_as_those_of_three() -> None:
    """The fourth byte says nothing, and each of the others counts."""
    dice = np.random.default_rng(5)
    a = dice.integers(0, 255, (130, 150, 4), dtype=np.uint8)
    b = a.copy()
    b[..., 3] = dice.integers(0, 255, (130, 150))
    assert not unequal(a, b).any()
    for k in range(300):
        b[dice.integers(130), dice.integers(150), k % 3] ^= 1 << (k % 8)
    expected = (a[..., :3] != b[..., :3]).any(axis=2)
    assert expected.sum() > 250
    assert np.array_equal(unequal(a, b), expected)
    assert np.array_equal(unequal(a[..., :3], b[..., :3]), expected)
    one, other = marks(a, b), marks(a[..., :3].copy(), b[..., :3].copy())
    for name in ("gone", "new", "tint"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    assert one.doubt == other.doubt
