"""Whole pictures in a stack or row that is too low are made smaller, as in a place of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layout.flow.groups.yielding import LEAST_WHOLE, give_way
from layout.spec.resolve.resolved import Framing, RGroup
from tests.conftest import Project
from tests.flow.conftest import HERE, block
from tests.flow.groups.helpers import codes, page, places
from tests.flow.pictures.helpers import picture


@pytest.fixture
def shown(project: Project) -> Project:
    for name, size in (("wide", (1600, 400)), ("tall", (800, 1600))):
        Image.new("RGB", size, (20, 90, 160)).save(project.path(f"assets/{name}.png"))
    return project


def group(kind: str, blocks: str, lines: int, cols: str = "1-2") -> str:
    return f"- {{id: g, {kind}: [{blocks}], at: {{cols: {cols}, lines: 1-{lines}}}}}\n"


ADVERTS = "{id: a, picture: assets/wide.png, advert: true}, {id: b, picture: assets/tall.png, %s}"


def test_two_adverts_in_a_row_of_fixed_height_fit_in_it(shown: Project) -> None:
    made = page(shown, group("row", ADVERTS % "advert: true", 10, "1-4"))
    assert "PLACING" not in codes(made)
    assert places(made) == {"g": (1, 10), "a": (1, 10), "b": (1, 10)}


def test_one_that_is_cut_to_its_place_is_not_made_lower_in_silence(shown: Project) -> None:
    made = page(shown, group("row", ADVERTS % "fit: cover", 10, "1-4"))
    assert "PLACING" in codes(made)


def test_a_stack_takes_from_its_whole_pictures_what_it_lacks(shown: Project) -> None:
    made = page(shown, group("stack", ADVERTS % "fit: whole", 20))
    found = places(made)
    assert "PLACING" not in codes(made)
    assert found["a"][0] == 1
    assert found["b"][0] == found["a"][1] + 2  # a line between them
    assert found["b"][1] == 20
    assert found["b"][1] - found["b"][0] > found["a"][1] - found["a"][0]
    made = page(shown, group("stack", ADVERTS % "fit: whole, lines: 17", 20))
    assert "PLACING" in codes(made)  # two lines are left for a picture that needs three


def test_a_row_inside_a_stack_and_a_stack_of_stated_height_in_it(shown: Project) -> None:
    inner = "{id: t, text: 甲, lines: 4}, {id: r, lines: 9, stack: [%s]}"
    made = page(shown, group("stack", inner % (ADVERTS % "fit: whole"), 14))
    found = places(made)
    assert (found["a"][0], found["b"][1]) == (6, 14)
    assert "PLACING" not in codes(made)
    inner = "{id: t, text: 甲, lines: 4}, {id: r, row: [%s]}"
    made = page(shown, group("stack", inner % (ADVERTS % "fit: whole"), 13, "1-4"))
    assert places(made)["b"] == (6, 13)
    assert "PLACING" not in codes(made)


@given(
    heights=st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=6),
    room=st.integers(1, 120),
    gap=st.integers(0, 2),
)
def test_a_stack_is_as_high_as_its_room_wherever_that_can_be(heights, room, gap):
    """Each whole picture keeps its least, none grows, and nothing else changes."""
    blocks = [
        block(picture(framing=Framing(fit="whole" if whole else "cover"))) for _, whole in heights
    ]
    stack = RGroup(
        id="g", kind="stack", place=HERE, rect=blocks[0].rect, inset=(0.0,) * 4, gap=gap,
        fill=None, rules=("none",) * 4, lines=None, members=tuple(range(len(blocks))),
    )  # fmt: skip
    before = [h for h, _ in heights]

    def height_of(k: int | RGroup) -> int:
        assert isinstance(k, int)
        depth = blocks[k].lines
        return before[k] if depth is None else depth

    give_way(stack, blocks, room, height_of=height_of, ends=lambda _: 0)
    after = [height_of(k) for k in range(len(blocks))]
    gaps = gap * (len(blocks) - 1)
    least = [min(h, LEAST_WHOLE) if whole else h for h, whole in heights]
    if sum(before) + gaps <= room or sum(least) + gaps > room:
        assert after == before
    else:
        assert sum(after) + gaps == room
    assert all(low <= now <= was for low, now, was in zip(least, after, before, strict=True))
