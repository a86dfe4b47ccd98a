"""Headlines in whole lines of the grid: where each part stands."""

import pytest

from layout.api import Session
from layout.display.items import GlyphRun
from layout.flow.headline.headline import (
    AIR_ABOVE,
    Under,
    headline_height,
    set_headline,
)
from layout.flow.headline.label import KICKER_GAP
from layout.flow.headline.placing import make_head
from layout.flow.headline.titles import TITLE_GAP
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.resolve.resolved import RSummary
from layout.words.said import said
from tests.conftest import Project
from tests.flow.conftest import ASCENT, GRID, block, changed, headline, story, words
from tests.told import assert_told
from tests.typed import all_of, near, one_of, those_of

RECT = Rect(20, 40, 200, 100)


def tops(placed):
    return [p.baseline - ASCENT * p.style.size for p in placed]


def test_a_title_stands_a_little_under_the_middle_of_its_lines(setter):
    items, said = set_headline(setter, headline("中文字"), RECT, "one.md")
    line = one_of(PlacedLine, items)
    assert (line.x, line.node, said) == (20, "one.md#title", [])
    assert tops([line]) == pytest.approx([40 + AIR_ABOVE * 80])


@pytest.mark.parametrize(("align", "x"), [("left", 20), ("center", 90), ("right", 160)])
def test_align(setter, align, x):
    items, _ = set_headline(setter, headline("中文字", align=align), RECT, "one.md")
    assert one_of(PlacedLine, items).x == pytest.approx(x)


def test_kicker_title_and_subtitle_come_in_reading_order(setter):
    spec = headline("上句", "下句", kicker=words("引题", 10), subtitle=words("副题", 12))
    placed, _ = set_headline(setter, spec, RECT, "one.md")
    assert [p.node for p in placed] == [
        f"one.md#{part}" for part in ("kicker", "title", "title", "subtitle")
    ]
    kicker, first, second, subtitle = tops(placed)
    assert first - kicker == pytest.approx(10 + KICKER_GAP * 10)
    assert second - first == pytest.approx(20 + TITLE_GAP * 20)
    assert subtitle - second == pytest.approx(20 + KICKER_GAP * 12)


def test_steps_range_the_first_line_left_and_the_last_right(setter):
    spec = headline("上句", "中句", "下句", steps=True)
    placed, _ = set_headline(setter, spec, RECT, "one.md")
    assert [p.x for p in all_of(PlacedLine, placed)] == pytest.approx([20, 100, 180])


@pytest.mark.parametrize("size", [10, 30])
def test_a_kicker_beside_the_title_shares_its_foot(setter, size):
    spec = headline("上句", "下句", kicker=words("引题", size), beside=True)
    placed, _ = set_headline(setter, spec, RECT, "one.md")
    kicker, *titles = all_of(PlacedLine, placed)
    assert kicker.node == "one.md#kicker"
    assert kicker.x == 20
    assert {t.x for t in titles} == {20 + 2.6 * size}
    lines = (kicker, *titles)
    feet = [top + p.style.size for p, top in zip(lines, tops(lines), strict=True)]
    assert feet[0] == pytest.approx(feet[-1])


def test_a_headline_too_wide_is_smaller_with_a_warning_then_an_error(setter):
    narrow = Rect(20, 40, 70, 100)
    items, said = set_headline(setter, headline("一二三四"), narrow, "one.md")
    assert one_of(PlacedLine, items).style.size == pytest.approx(17.5)
    assert [d.code for d in said] == ["DISPLAY-SHRUNK"]
    items, said = set_headline(setter, headline("一二三四五六七"), narrow, "one.md")
    assert one_of(PlacedLine, items).style.size == pytest.approx(12)
    assert [(d.code, d.severity) for d in said] == [("DISPLAY-WIDE", "error")]


def test_a_headline_higher_than_its_lines_is_an_error_and_not_silence(setter):
    tall = headline("两行高的题", lines=2, size=40.0, kicker=words("引题", 18.0))
    _, found = set_headline(setter, tall, Rect(0, 0, 400, 2 * 11.575), "n")
    (one,) = found
    sizes = {"height_pt": near(66.1), "room_pt": near(23.15)}
    assert_told(one, "DISPLAY-HIGH.high", {"what": said("part.the-headline")} | sizes)


def test_a_subtitle_is_set_where_the_kicker_stands_beside(setter):
    made = headline(
        "主题", lines=8, kicker=words("引题", 10.0), beside=True, subtitle=words("副题", 9.0)
    )
    lines, found = set_headline(setter, made, Rect(0, 0, 400, 100), "n")
    assert [line.node for line in lines] == ["n#kicker", "n#title", "n#subtitle"]
    assert found == []


def test_centred_beside_it_is_the_title_that_stands_in_the_middle(setter):
    made = headline("主题四字", lines=8, kicker=words("引题", 10.0), beside=True, align="center")
    lines, _ = set_headline(setter, made, Rect(0, 0, 400, 100), "n")
    (title,) = [line for line in all_of(PlacedLine, lines) if line.node == "n#title"]
    assert title.x + title.measure / 2 == pytest.approx(200.0)


# White under a headline


def white_under(setter, head, under, *, width=400.0, lines=None):
    """Points from the last em box of a headline to the first of the text under it."""
    rows = lines or headline_height(setter, head, width, under)
    height = rows * under.pitch
    items, _ = set_headline(setter, head, Rect(0, 0, width, height), "n", under=under)
    foot = max(i.baseline + (1 - ASCENT) * i.style.size for i in those_of(PlacedLine, items))
    return height - foot + under.lead + under.rest


GIST = RSummary(text=words("提要" * 40, 12.0, align="justify"), leading=17.0)


@pytest.mark.parametrize("size", [9.0, 12.5, 17.0, 22.0, 30.0, 41.0, 66.0])
@pytest.mark.parametrize("rows", [1, 2, 3])
def test_automatic_heights_give_the_least_white(setter, size, rows):
    under = Under(pitch=12.0, lead=1.5)
    titles = ["题目"] * rows
    for head in (
        headline(*titles, lines=None, size=size),
        headline(*titles, lines=None, size=size, kicker=words("引题", size / 2)),
        headline(*titles, lines=None, size=size, subtitle=words("副题", size / 2)),
    ):
        last = head.subtitle.style.size if head.subtitle else size
        assert white_under(setter, head, under) >= min(6.0, last / 2) - 1e-6
    under_gist = white_under(setter, headline(*titles, lines=None, size=size, summary=GIST), under)
    assert under_gist >= 12.0 + 1.5 - 1e-6  # a whole line of the grid is clear
    stated = headline(*titles, lines=None, size=size, summary=GIST, white=20.0)
    assert white_under(setter, stated, under) >= 20.0 - 1e-6


def test_a_headline_moves_up_for_the_white_under_it_and_not_out_of_its_lines(setter):
    under = Under(pitch=12.0)
    head = headline("题", size=20.0)
    assert white_under(setter, head, under, lines=3) == pytest.approx(16 * (1 - AIR_ABOVE))
    assert white_under(setter, changed(head, white=10.0), under, lines=3) == pytest.approx(10.0)
    assert white_under(setter, changed(head, white=40.0), under, lines=3) == pytest.approx(16.0)


def test_a_summary_without_a_title_is_set(setter):
    head = headline(lines=None, summary=GIST)
    items, _ = set_headline(setter, head, Rect(0, 0, 400, 60), "n")
    assert [i.node for i in items] == ["n#summary"] * 3


@pytest.mark.parametrize(("size", "lines", "tight"), [
    (31.0, 3, False), (32.0, 3, True), (32.0, 4, False), (43.0, 4, False), (44.0, 4, True),
])  # fmt: skip
def test_lines_hold_a_headline_with_its_white(setter, size, lines, tight):
    """At a pitch of 12 pt and with 10 pt text, 5 of the 6 pt of white are the headline's own."""
    spec = story("文" * 40, headline=headline("题目", lines=lines, size=size))
    head = make_head(setter, block(spec, last=20), spec, GRID)
    assert not head.diagnostics
    assert head.tight == tight


def test_a_summary_holds_with_a_clear_line_under_it(setter):
    gist = RSummary(text=words("提要" * 4, 12.0, align="justify"), leading=17.0, rule="thin")
    for lines, tight in ((5, True), (6, False)):
        spec = story("文" * 40, headline=headline("题", lines=lines, size=20.0, summary=gist))
        head = make_head(setter, block(spec, last=20), spec, GRID)
        assert not head.diagnostics
        assert head.tight == tight


@pytest.mark.parametrize("size", [18, 22, 26, 30])
@pytest.mark.parametrize("lines", ["", "lines: 5, "])
def test_the_white_in_a_frame_is_no_less_over_type_with_a_leading_of_its_own(
    project: Project, size: int, lines: str
) -> None:
    """A frame's inset of half a line puts text on the grid half a line lower, that off it not."""
    project.change("styles.yaml", "styles:\n", "styles:\n  small: {size: 10.5pt, leading: 16pt}\n")
    head = f"headline: {{{lines}size: {size}pt}}, rules: thin"
    rows = [
        f"  - {{id: grid, story: stories/grid.md, {head}, at: {{cols: 1-2, lines: 5-40}}}}",
        f"  - {{id: own, story: stories/own.md, body: small, {head}, "
        "at: {cols: 3-4, lines: 5-40}}",
    ]
    for name in ("grid", "own"):
        project.write(f"stories/{name}.md", "---\ntitle: 新桥通车\n---\n\n新桥昨日通车。\n")
    project.write("T1.yaml", "page: T1\nedition: edition.yaml\nformat: tabloid\nblocks:\n"
                  + "\n".join(rows) + "\n")  # fmt: skip
    page = Session().page(project.spec).display
    runs = [i for i in page.items if isinstance(i, GlyphRun)]

    def white(name: str) -> float:
        title = [r for r in runs if r.node == f"stories/{name}.md#title"]
        text = [r for r in runs if r.node.startswith(f"stories/{name}.md#p")]
        first = min(r.y - ASCENT * r.size for r in text)
        return first - max(r.y + (1 - ASCENT) * r.size for r in title)

    body = next(r.size for r in runs if r.node.startswith("stories/grid.md#p"))
    lead = (page.grid.pitch - body) / 2  # over type in the middle of its line of the grid
    assert white("own") >= white("grid") - lead - 1e-6


@pytest.mark.parametrize(("size", "tight"), [(27.0, False), (31.0, True)])
def test_larger_words_of_its_last_line_count_in_the_white_under_it(setter, size, tight):
    """In type of one and a half times its size; by its own, 31 pt would hold in these lines."""
    plain = words("题目", size)
    big = changed(plain.style, size=1.5 * size)
    title = changed(plain, runs=(Run(1, 2, NAMED, "大"),), named=(("大", big),), beside=plain.style)
    head = changed(headline("题目", lines=4, size=size), title=(title,))
    spec = story("文" * 40, headline=head)
    made = make_head(setter, block(spec, last=20), spec, GRID)
    assert not made.diagnostics
    assert made.tight == tight
