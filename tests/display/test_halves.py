"""A sheet of two facing pages cut at the fold."""

from layout.color import BLACK
from layout.display.dump import dump
from layout.display.halves import halves, moved
from layout.display.items import BlockPlace, Box, Frame, GlyphRun, Grid, Page, Path, Picture, Stroke
from layout.display.undump import parse_dump
from layout.geometry import Rect

GRID = Grid(
    type_area=Rect(20, 20, 360, 200), columns=((20, 180), (220, 380)), pitch=12, lines=16,
    baseline=9.4,
)  # fmt: skip


def box(x: float, width: float, node: str = "a") -> Box:
    return Box(rect=Rect(x, 30, width, 10), fill=BLACK, node=node)


def run(x: float, width: float) -> GlyphRun:
    return GlyphRun(
        face="F", size=10, x=x, y=50, glyphs=(1,), xs=(0.0,), clusters=(0,), text="字", width=width
    )


def sheet(*items: Box | GlyphRun) -> Page:
    return Page(
        name="T2-T3", title="", date="", width=400, height=240, bleed=8, grid=GRID, items=items,
        frames=(Frame(node="s", rect=Rect(20, 30, 160, 90), order=1, lines=1, room=1),
                Frame(node="s", rect=Rect(220, 30, 160, 90), order=2, lines=1, room=1)),
        blocks=(BlockPlace(id="wide", kind="text", rect=Rect(20, 20, 360, 9)),
                BlockPlace(id="right", kind="story", rect=Rect(220, 30, 160, 90))),
        fold=200,
    )  # fmt: skip


def test_each_half_has_its_own_and_what_stands_over_the_fold() -> None:
    left, right = halves(
        sheet(box(30, 50), box(150, 100), box(300, 20), run(40, 10), run(205, 60)), ("T2", "T3")
    )
    assert [page.name for page in (left, right)] == ["T2", "T3"]
    assert [(page.width, page.fold) for page in (left, right)] == [(200, 0), (200, 0)]
    assert [i.rect.x for i in left.items if isinstance(i, Box)] == [30, 150]
    assert [i.rect.x for i in right.items if isinstance(i, Box)] == [-50, 100]
    # Within the bleed of the left half, since the cut may be off by that.
    assert [i.x for i in left.items if isinstance(i, GlyphRun)] == [40, 205]
    assert [i.x for i in right.items if isinstance(i, GlyphRun)] == [5]
    assert [f.rect.x for f in (*left.frames, *right.frames)] == [20, 20]
    assert [b.id for b in left.blocks] == ["wide"]
    assert [b.id for b in right.blocks] == ["wide", "right"]


def test_each_half_has_its_own_columns() -> None:
    for half in halves(sheet(), ("T2", "T3")):
        assert list(half.grid.columns) == [(20.0, 180.0)]
        assert half.grid.type_area == Rect(20, 20, 160, 200)


def test_every_kind_of_item_is_moved_whole() -> None:
    stroke = Stroke(x1=1, y1=2, x2=3, y2=4, width=1, color=BLACK)
    assert moved(stroke, 10) == Stroke(x1=11, y1=2, x2=13, y2=4, width=1, color=BLACK)
    path = Path(steps=(("M", (1, 2)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())), color=BLACK)
    assert moved(path, 10) == Path(
        steps=(("M", (11, 2)), ("C", (11, 2, 13, 4, 15, 6)), ("Z", ())), color=BLACK
    )
    picture = Picture(rect=Rect(1, 2, 3, 4), source="p", clip=((1, 2), (3, 4)))
    assert moved(picture, 10) == Picture(
        rect=Rect(11, 2, 3, 4), source="p", clip=((11, 2), (13, 4))
    )
    assert moved(run(5, 6), -5) == run(0, 6)


def test_a_dump_has_the_fold_and_gives_it_back() -> None:
    page = sheet(box(30, 50))
    assert " fold=200 " in dump(page)
    assert parse_dump(dump(page)).fold == 200
    assert "fold" not in dump(halves(page, ("T2", "T3"))[0])
