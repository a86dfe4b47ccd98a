"""The order of pages on sheets, held against sheets that are folded by hand."""

import pytest

from layout.imposition import blanks, sides


def folded(sheets: int) -> dict[tuple[int, str], tuple[int, int]]:
    """The numbers on each side of a pile of sheets, from turning the leaves of the folded pile.

    A sheet is a front and a back half joined at the fold, each with an outer and an inner face.
    Reading the section turns the front halves from the outermost in, then the back halves from the
    innermost out; of a front half the outer face is read first, of a back half the inner one.
    """
    faces = [(sheet, "front", face) for sheet in range(sheets) for face in ("outer", "inner")]
    faces += [
        (sheet, "back", face) for sheet in reversed(range(sheets)) for face in ("inner", "outer")
    ]
    number = {face: at for at, face in enumerate(faces, 1)}
    made = {}
    for sheet in range(sheets):
        # Laid open with its outer side up, a sheet has its front half on the right.
        outer = number[sheet, "back", "outer"], number[sheet, "front", "outer"]
        inner = number[sheet, "front", "inner"], number[sheet, "back", "inner"]
        made[sheet + 1, "outer"] = outer
        made[sheet + 1, "inner"] = inner
    return made


@pytest.mark.parametrize("count", range(2, 26))
def test_pages_stand_where_a_folded_section_has_them(count: int) -> None:
    wanted = folded(-(-count // 4))
    got = sides(count)
    assert len(got) == len(wanted)
    for at, side in enumerate(got):
        left, right = wanted[side.sheet, "inner" if at % 2 else "outer"]
        assert side.left == (left if left <= count else None)
        assert side.right == (right if right <= count else None)


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        (2, [(None, 1), (2, None)]),
        (3, [(None, 1), (2, 3)]),
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
    ],
)
def test_known_sections(count: int, wanted: list[tuple[int | None, int | None]]) -> None:
    assert [(s.left, s.right) for s in sides(count)] == wanted


@pytest.mark.parametrize("count", range(2, 26))
def test_every_page_stands_once(count: int) -> None:
    pages = sorted(page for side in sides(count) for page in side.pages)
    assert pages == list(range(1, count + 1))
    assert 2 * len(sides(count)) - count == blanks(count)


def test_a_lone_page_has_nothing_beside_it() -> None:
    assert sides(1) == sides(0) == ()
    assert blanks(1) == 0
