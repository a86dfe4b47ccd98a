"""A field fitted to measures: what it finds, what it leaves alone, what it says of its error."""

import numpy as np

from layout.compare.scan.field import Samples, StretchField, fit, without
from layout.compare.scan.raster import Points

SIZE = (390.0, 550.0)


def places(seed: int, count: int = 600) -> Points:
    dice = np.random.default_rng(seed)
    return dice.uniform((5, 5), (SIZE[0] - 5, SIZE[1] - 5), (count, 2))


def waves(points: Points, size: float) -> Points:
    """Paper that is stretched: one wave over the page, at most `size` mm."""
    x, y = points[:, 0] / SIZE[0], points[:, 1] / SIZE[1]
    both = np.stack([np.sin(2 * np.pi * (x + 0.2) + 2 * y), np.cos(2 * np.pi * y - x)], axis=1)
    return np.asarray(size * both / np.sqrt(2))


def measures(points: Points, off: Points, seed: int, sd: float = 0.02) -> Samples:
    dice = np.random.default_rng(seed)
    return Samples(points, off + dice.normal(0, sd, off.shape), np.full(off.shape, sd))


def grid() -> Points:
    across, down = np.meshgrid(np.linspace(0, SIZE[0], 30), np.linspace(0, SIZE[1], 40))
    return np.column_stack([across.ravel(), down.ravel()])


def test_a_shift_a_turn_and_a_keystone_are_no_stretch():
    points = places(1)

    def plain(at: Points) -> Points:
        x, y = at[:, 0] / 400, at[:, 1] / 400
        return np.stack([0.7 + 0.3 * y + 0.2 * x * x, -0.4 + 0.2 * x + 0.2 * x * y], axis=1)

    fitted, _, _ = fit(StretchField(SIZE), measures(points, plain(points), 2))
    assert np.hypot(*(fitted.at(grid()) - plain(grid())).T).max() < 0.02
    assert np.hypot(*fitted.stretch(grid()).T).max() < 0.02


def test_paper_that_is_stretched_is_found_and_its_error_is_said():
    points = places(3)
    fitted, _, _ = fit(StretchField(SIZE), measures(points, waves(points, 0.3), 4))
    away = np.abs(fitted.at(grid()) - waves(grid(), 0.3))
    assert away.max() < 0.1
    assert np.hypot(*fitted.stretch(grid()).T).max() > 0.15
    assert (away < 3 * fitted.sd(grid()) + 0.01).mean() > 0.97


def test_wrong_measures_weigh_nothing():
    points = places(5)
    off = waves(points, 0.2)
    wrong = np.random.default_rng(6).random(len(points)) < 0.25
    off[wrong] += np.random.default_rng(7).uniform(-2.5, 2.5, (int(wrong.sum()), 2))
    fitted, _, _ = fit(StretchField(SIZE), measures(points, off, 8))
    assert np.hypot(*(fitted.at(grid()) - waves(grid(), 0.2)).T).max() < 0.12
    assert fitted.weights[wrong & (np.hypot(*(off - waves(points, 0.2)).T) > 0.6)].max() == 0


def test_without_a_group_is_a_fit_without_its_measures():
    points = places(9)
    groups = (points[:, 0] // 100).astype(np.int64)
    off = waves(points, 0.2)
    off[groups == 2] += (0.5, 0.0)
    samples = measures(points, off, 10)
    fitted, parts, total = fit(StretchField(SIZE), samples, groups)
    rest = without(fitted, total, [parts[2]])
    inside = points[groups == 2]
    away = (off[groups == 2] - rest.at(inside)).mean(axis=0)
    assert abs(away[0] - 0.5) < 0.1
    assert abs(away[1]) < 0.1


def test_what_is_not_measured_one_way_is_left_out_that_way():
    points = places(11)
    sd = np.full((len(points), 2), 0.02)
    sd[::2, 0] = np.inf
    off = np.tile([0.4, -0.3], (len(points), 1))
    off[::2, 0] = 99.0
    fitted, _, _ = fit(StretchField(SIZE), Samples(points, off, sd))
    assert np.abs(fitted.at(grid()) - [0.4, -0.3]).max() < 0.01
