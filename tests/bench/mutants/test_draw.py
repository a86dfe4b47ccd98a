"""Which changes are drawn: by the seed alone, of every kind, ten of a room at most."""

from collections import Counter
from pathlib import Path

import pytest

from bench.edition import ROOT
from bench.mutants.changes import KINDS
from bench.mutants.draw import MOST, ROOMS, SEED, candidates, drawn, shares

CODE = """
def f(a: int, b: int = 1) -> int:
    if a < b and b > 2:
        return a + b
    if a:
        return b - 3
    return a if b else 4
"""


def room(folder: Path, **files: str) -> Path:
    for name, code in files.items():
        path = folder / "layout" / "flow" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return folder


def test_a_seed_draws_the_same_each_time_and_another_seed_others() -> None:
    pool = candidates(ROOT, "inline")
    once, again = drawn(pool, 8, SEED), drawn(candidates(ROOT, "inline"), 8, SEED)
    assert once == again
    assert [m.place for m in drawn(pool, 8, SEED + 1)] != [m.place for m in once]


def test_every_kind_is_drawn_and_no_line_twice() -> None:
    found = drawn(candidates(ROOT, "flow"), 14, SEED)
    assert set(Counter(m.change.kind for m in found).values()) == {2}
    assert {m.change.kind for m in found} == set(KINDS)
    assert len({m.place for m in found}) == 14
    assert found == sorted(found, key=lambda m: (m.path, m.change.start))


def test_an_edit_of_one_file_leaves_what_is_drawn_of_another(tmp_path: Path) -> None:
    """Lines that move are the same lines."""
    root = room(tmp_path, one=CODE, two=CODE.replace("f(", "g("))
    before = [(m.path, m.before, m.after) for m in drawn(candidates(root, "flow"), 6, 5)]
    room(tmp_path, one="\n# a remark\n" + CODE)
    assert [(m.path, m.before, m.after) for m in drawn(candidates(root, "flow"), 6, 5)] == before


def test_a_small_room_gives_what_it_has(tmp_path: Path) -> None:
    pool = candidates(room(tmp_path, one=CODE), "flow")
    found = drawn(pool, 50, 1)
    assert {m.change.line for m in found} == {2, 3, 4, 5, 6, 7}
    assert drawn([], 5, 1) == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [(60, [8, 8, 7]), (23, [8, 8, 7]), (300, [MOST, MOST, 7]), (3, [1, 1, 1]), (4, [2, 1, 1])],
)
def test_rooms_share_alike_and_none_has_more_than_ten(count: int, expected: list[int]) -> None:
    pools = {"large": [None] * 900, "middle": [None] * 500, "small": [None] * 7}
    found = shares(pools, count if count != 60 else 23)  # type: ignore[arg-type]
    assert list(found.values()) == expected


def test_sixty_are_drawn_of_the_rooms_there_are() -> None:
    pools = {name: candidates(ROOT, name) for name in ROOMS}
    found = shares(pools, 60)
    assert sum(found.values()) == 60
    assert max(found.values()) <= MOST
