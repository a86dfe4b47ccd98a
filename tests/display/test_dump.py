"""The dump is stable, terse, and comes back as it was written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.color import BLACK, Color
from layout.display.dump import dump
from layout.display.items import (
    BlockPlace,
    Box,
    Frame,
    GlyphRun,
    Grid,
    Item,
    LineFacts,
    Page,
    Passage,
    Path,
    Picture,
    StoryFit,
    Stroke,
)
from layout.display.undump import DumpError, parse_dump
from layout.geometry import Rect
from layout.record import replace

FACTS = LineFacts(
    measure=117, natural=117.5, set=117, tier="shrink:2", gap_em=-0.0125, last=True,
    reasons=("one word", "a=b"), why=": “字” a=b",
)  # fmt: skip
RUN = GlyphRun(
    face="Song@12345678", size=9, x=50.12345, y=100, glyphs=(7, 8), xs=(0, 18.00049),
    clusters=(0, 2), text='——"\n', width=27,
)  # fmt: skip
GOLD = Color(m=20, y=60, k=20, spot="PANTONE 871 C")
PAGE = Page(
    name="B1", title="株洲日报 B1", date="2019-09-20", width=1105.5118, height=1559.0551,
    bleed=8.5039,
    grid=Grid(type_area=Rect(50, 60, 1000, 1400), columns=((50, 160), (170, 280)), pitch=12,
              lines=120, baseline=9.25),
    items=(
        RUN,
        replace(RUN, color=Color(m=100, y=90), h_scale=1.05, stroke_em=0.01, node="s:1/2",
                line=FACTS),
        Box(rect=Rect(1, 2, 3, -0.00001), fill=BLACK, role="rule"),
        Box(rect=Rect(1, 2, 3, 4), fill=Color(), node="带 空格"),
        Stroke(x1=0, y1=1, x2=2, y2=3, width=0.5, color=BLACK, dash=(0, 3), round_caps=True,
               node="n"),
        Stroke(x1=0, y1=1, x2=2, y2=3, width=0.5, color=Color(c=12.5)),
        Picture(rect=Rect(0, 0, 9, 9), source="assets/park.jpg", crop=(0.125, 0, 1, 0.9),
                alt="园区", stands_in=True, node="p"),
        Picture(rect=Rect(0, 0, 9, 9), source="stands-in"),
        replace(RUN, vertical=True, ys=(-4.5, 0)),
        replace(RUN, vertical=True, turned=True, ys=(-3.0004, -3.0004), node="n"),
        Path(steps=(("M", (0, 1.5)), ("C", (1, 2, 3, 4, 5, -6)), ("L", (7, 8)), ("Z", ())),
             color=Color(m=100, y=90), width=0.25, round=True, node="n"),
        Path(steps=(("M", (0, 0)), ("L", (1, 0)), ("L", (1, 1))), color=BLACK, filled=True),
        Path(steps=(("M", (0, 0)), ("L", (1, 0)), ("L", (1, 1))), color=BLACK, filled=True,
             role="panel", node="n"),
        Box(rect=Rect(1, 2, 3, 4), fill=GOLD.tinted(30)),
        Picture(rect=Rect(0, 0, 9, 9), source="a.jpg", corners=(2, 0, 2.5, 0)),
    ),
    frames=(Frame(node="f:1", rect=Rect(1, 2, 3, 4), order=1, lines=10, room=12, leading=15.5),),
    blocks=(BlockPlace(id="导读", kind="index", rect=Rect(5, 6, 7, 8), node="导读", boxed=True),),
    fits=(
        StoryFit(
            block="f", node="f:1", columns=2, lines=10, room=12, characters=99, over_lines=1,
            over_characters=9, per_line=13, jumps="B3",
        ),
    ),
)  # fmt: skip

WRITTEN = """\
banxin-dump 1
page B1 date=2019-09-20 size=1105.512,1559.055 bleed=8.504 title="株洲日报 B1"
grid area=50,60,1000,1400 pitch=12 lines=120 baseline=9.25 column=50,160 column=170,280
block "导读" at=5,6,7,8 kind=index boxed node="导读"
frame f:1 at=1,2,3,4 order=1 lines=10 room=12 leading=15.5
fit f columns=2 lines=10 room=12 characters=99 over-lines=1 over-characters=9 \
per-line=13 jumps=B3 node=f:1
run "——\\"\\n" at=50.123,100 face=Song@12345678 size=9 width=27
  glyphs 7 8
  xs 0 18
  clusters 0 2
run "——\\"\\n" at=50.123,100 face=Song@12345678 size=9 width=27 color=M100,Y90 h-scale=1.05 \
stroke-em=0.01 node=s:1/2
  glyphs 7 8
  xs 0 18
  clusters 0 2
  line measure=117 natural=117.5 set=117 gap-em=-0.013 tier=shrink:2 last reason="one word" \
reason="a=b" why=": “字” a=b"
box at=1,2,3,0 fill=K100 role=rule
box at=1,2,3,4 fill=K0 node="带 空格"
stroke from=0,1 to=2,3 width=0.5 color=K100 dash=0,3 round node=n
stroke from=0,1 to=2,3 width=0.5 color=C12.5
picture assets/park.jpg at=0,0,9,9 crop=0.125,0,1,0.9 alt="园区" stands-in node=p
picture stands-in at=0,0,9,9
run "——\\"\\n" at=50.123,100 face=Song@12345678 size=9 width=27 vertical
  glyphs 7 8
  xs 0 18
  ys -4.5 0
  clusters 0 2
run "——\\"\\n" at=50.123,100 face=Song@12345678 size=9 width=27 vertical turned node=n
  glyphs 7 8
  xs 0 18
  ys -3 -3
  clusters 0 2
path d=M0,1.5C1,2,3,4,5,-6L7,8Z color=M100,Y90 width=0.25 round node=n
path d=M0,0L1,0L1,1 color=K100 filled
path d=M0,0L1,0L1,1 color=K100 filled role=panel node=n
box at=1,2,3,4 fill="M20,Y60,K20@30 PANTONE 871 C"
picture a.jpg at=0,0,9,9 corners=2,0,2.5,0
"""


def test_the_form() -> None:
    assert dump(PAGE) == WRITTEN


def test_what_is_read_back_is_the_page_but_for_rounding() -> None:
    back = parse_dump(WRITTEN)
    assert dump(back) == WRITTEN
    rounded = replace(RUN, x=50.123, xs=(0, 18))
    assert back.items[0] == rounded
    assert back.items[3:8] == PAGE.items[3:8]
    assert back.items[8] == replace(rounded, vertical=True, ys=(-4.5, 0))
    assert back.items[9] == replace(
        rounded, vertical=True, turned=True, ys=(-3, -3), node="n"
    )  # fmt: skip
    assert back.items[10:] == PAGE.items[10:]
    assert back.frames == PAGE.frames
    assert back.blocks == PAGE.blocks
    assert back.fits == PAGE.fits
    assert back.grid == PAGE.grid


def test_what_leads_back_to_the_sources_is_not_written() -> None:
    run = replace(RUN, passage=Passage(paragraph=3, offset=204))
    assert dump(replace(PAGE, items=(run, *PAGE.items[1:]))) == WRITTEN


number = st.floats(-2000, 2000, allow_nan=False)
word = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
process = st.builds(Color, *[st.integers(0, 100).map(float)] * 4)
spots = st.builds(
    lambda color, name, tint: replace(color, spot=name).tinted(tint),
    process, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.integers(1, 100),
)  # fmt: skip
inks = st.one_of(process, spots)


@st.composite
def runs(draw: st.DrawFn) -> GlyphRun:
    count = draw(st.integers(0, 5))
    many: dict[str, Any] = {"min_size": count, "max_size": count}
    vertical = draw(st.booleans())
    return GlyphRun(
        face=draw(word), size=draw(number), x=draw(number), y=draw(number),
        glyphs=tuple(draw(st.lists(st.integers(0, 65535), **many))),
        xs=tuple(draw(st.lists(number, **many))),
        clusters=tuple(draw(st.lists(st.integers(0, 9), **many))),
        text=draw(word), width=draw(number), color=draw(inks), h_scale=draw(number),
        stroke_em=draw(number), node=draw(word), vertical=vertical,
        turned=vertical and draw(st.booleans()),
        ys=tuple(draw(st.lists(number, **many))) if vertical else (),
    )  # fmt: skip


rects = st.builds(Rect, number, number, number, number)
steps = st.one_of(
    st.tuples(st.sampled_from("ML"), st.tuples(number, number)),
    st.tuples(st.just("C"), st.tuples(*[number] * 6)), st.just(("Z", ())),
)  # fmt: skip
items = st.one_of(
    runs(),
    st.builds(Box, rect=rects, fill=inks, node=word, role=word),
    st.builds(
        Path, steps=st.lists(steps, max_size=3).map(lambda s: (("M", (0.0, 1.0)), *s)),
        color=inks, width=number, filled=st.booleans(), round=st.booleans(), node=word,
    ),
    st.builds(Picture, rect=rects, source=word, alt=word, stands_in=st.booleans(), node=word),
)  # fmt: skip


@given(st.lists(items, max_size=4), word, word)
def test_any_page_comes_back(found: list[Item], name: str, title: str) -> None:
    written = dump(replace(PAGE, items=tuple(found), name=name, title=title, date=""))
    back = parse_dump(written)
    assert dump(back) == written
    assert (back.name, back.title) == (name, title)
    for ours, theirs in zip(found, back.items, strict=True):
        assert type(ours) is type(theirs)
        assert ours.node == theirs.node
        if isinstance(ours, GlyphRun) and isinstance(theirs, GlyphRun):
            assert (ours.text, ours.glyphs, ours.clusters, ours.vertical, ours.turned) == (
                theirs.text, theirs.glyphs, theirs.clusters, theirs.vertical, theirs.turned,
            )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("banxin-dump 1", "banxin-dump 2", "no dump"),
        ("  xs 0 18\n", "", "line 7 .* as many pens"),
        ("fill=K100", "fill=Q100", "line 16 .* bad colour"),
        ("box at=1,2,3,0 fill=K100", "box at=1,2,3 fill=K100", "wants 4 numbers"),
        ("box at=1,2,3,0 fill=K100", "blot at=1,2,3,0", "'blot', which is no item"),
        ("  glyphs 7 8", "  glyphs 7 x", "whole numbers"),
        ("bleed=8.504 ", "", "line 2 .* has no bleed="),
        ('"株洲日报 B1"', '"株洲日报 B1', "line 2 .* cannot be read"),
        ("picture stands-in at=0,0,9,9\n", "box at=0,0,9,9 fill=K0\n  xs 1\n", "no details"),
        ("  ys -4.5 0\n", "", "line 22 .* one of ys a glyph"),
        ("width=27 vertical turned", "width=27 turned", "line 27 .* one of ys a glyph"),
        ("width=27\n", "width=27 turned\n", "line 7 .* turned and not vertical"),
        ("d=M0,1.5C1,2,3,4,5,-6L7,8Z", "d=L0,1.5", "line 32 .* M at first"),
        ("C1,2,3,4,5,-6", "C1,2,3,4", "line 32 .* 6 numbers after C"),
        ("d=M0,0L1,0L1,1", "d=M0,0Q1,0", "line 33 .* a path that cannot be read"),
        ("Y60,K20@30 P", "Y60,K20@0 P", "bad colour"),
        ("Y60,K20@30 P", "Y60,Q20@30 P", "bad colour"),
        ("Y60,K20@30 PANTONE 871 C", "Y60,K20@30", "bad colour"),
        ("corners=2,0,2.5,0", "corners=2,0,2.5", "four radii of 0 or more"),
        ("corners=2,0,2.5,0", "corners=2,0,2.5,-1", "four radii of 0 or more"),
        ("grid area", "gird area", "wants a page line and a grid line"),
        ("box at=1,2,3,0", "box at=1,nan,3,0", "line 16 .* wants numbers: nan"),
        ("box at=1,2,3,0", "box at=1,2,inf,0", "line 16 .* wants numbers: inf"),
        ("bleed=8.504", "bleed=1e308", "line 2 .* wants numbers: 1e308"),
    ],
)
def test_a_damaged_dump_names_the_line(old: str, new: str, said: str) -> None:
    assert old in WRITTEN
    with pytest.raises(DumpError, match=said):
        parse_dump(WRITTEN.replace(old, new, 1))
