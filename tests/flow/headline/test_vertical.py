"""Vertical headlines, boxes of columns and stories in tiers: places, order, what does not fit."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.color import Color
from layout.display.dump import dump
from layout.display.items import Box, GlyphRun, Page
from layout.display.undump import parse_dump
from layout.flow.article.story import Around, make_story
from layout.flow.article.vertical import make_vertical_story
from layout.flow.columns.frames import column_step
from layout.flow.furniture.columns import make_columns
from layout.flow.headline.vertical import END, headline_beside
from layout.flow.lower import lower_line
from layout.flow.placed import PlacedLine
from layout.spec.resolve.resolved import RBacking, RText
from tests.flow.conftest import BODY, GRID, PITCH, block, changed, headline, story, words
from tests.told import assert_told
from tests.typed import near

TEXT = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 3
RUNNING = {"align": "justify", "face": "报宋", "indent_em": 2.0}


def lines_of(items):
    return [i for i in items if isinstance(i, PlacedLine)]


def text_of(line):
    return "".join(r.text for r in lower_line(line))


def stood(setter, head, width=200.0, height=30 * PITCH, **more):
    made = block(None, 1, 30, width)
    return headline_beside(setter, story("正文。", headline=head, **more), head, made.inner, "n")


def test_columns_go_from_right_to_left_in_reading_order(setter):
    head = headline(
        "主题一句", "主题二句", vertical=True, align="center", kicker=words("引题在右", 12),
        subtitle=words("副题在左", 11),
    )  # fmt: skip
    lines, found, _ = stood(setter, head)
    assert not found
    assert [text_of(line) for line in lines] == ["引题在右", "主题一句", "主题二句", "副题在左"]
    assert [line.node for line in lines] == ["n#kicker", "n#title", "n#title", "n#subtitle"]
    assert all(line.vertical for line in lines)
    right = [line.x for line in lines]
    assert right == sorted(right, reverse=True)
    for one, other in pairwise(lines):
        white = one.x - other.x - (one.style.size + other.style.size) / 2
        assert 0 < white < one.style.size


def test_it_stands_in_the_middle_of_the_height_or_where_it_is_asked(setter):
    for align, share in (("left", 0.0), ("center", 0.5), ("right", 1.0)):
        (line,), _, _ = stood(setter, headline("主题一句", vertical=True, align=align))
        free = 30 * PITCH - 4 * 20 - 2 * END * 20
        assert line.baseline == pytest.approx(GRID.top_of(1) + END * 20 + share * free)
        assert line.measure == pytest.approx(80)


def test_beside_it_the_kicker_stands_higher_and_the_subtitle_lower(setter):
    head = headline(
        "主题", vertical=True, align="center", beside=True, kicker=words("引题", 10),
        subtitle=words("副题", 10),
    )  # fmt: skip
    (kicker, title, subtitle), _, _ = stood(setter, head)
    top, bottom = GRID.top_of(1), GRID.top_of(1) + 30 * PITCH
    assert kicker.baseline == pytest.approx(top + END * 10)
    assert title.baseline == pytest.approx((top + bottom) / 2 - 20)
    assert subtitle.baseline + 20 == pytest.approx(bottom - END * 10)


def test_a_vertical_headline_is_fitted_and_balanced(setter):
    text = "人工智能走进课堂乡村孩子看见世界"
    head = headline(text, vertical=True, balance=True, rows=2, fit=(10.0, 0.0), width=90.0)
    lines, found, _ = stood(setter, head)
    assert not found
    assert [text_of(line) for line in lines] == [text[:8], text[8:]]
    # (8 characters + a blank at both ends) of 30 × 12 pt; two columns and their gap in 90 pt.
    assert {line.style.size for line in lines} == {min(36.0, int(90 / 2.66 * 2) / 2)}


def test_a_vertical_headline_takes_the_height_less_a_blank_at_both_ends(setter):
    """n characters of a size and their two blanks are n + 2 of it (字数 + 2) × 字号."""
    for text, rows in (("四个字呢", 1), ("四个字呢一共八个", 2)):
        head = headline(
            text, vertical=True, fit=(10.0, 0.0), width=400.0, balance=rows > 1, rows=rows
        )
        lines, found, _ = stood(setter, head, width=500.0)
        assert not found
        assert len(lines) == rows
        assert {line.style.size for line in lines} == {30 * PITCH / (4 + 2 * END)}
        assert {line.baseline for line in lines} == {GRID.top_of(1) + 60.0}


def test_steps_go_from_head_to_foot(setter):
    head = headline("上句在此", "下句在此", vertical=True, steps=True)
    (first, second), _, _ = stood(setter, head)
    assert first.baseline == pytest.approx(GRID.top_of(1) + 20)
    assert second.baseline + 80 == pytest.approx(GRID.top_of(1) + 30 * PITCH - 20)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_text_takes_whole_characters_of_the_rest(setter, side):
    lines, _, room = stood(setter, headline("主题", vertical=True, side=side), width=205.0)
    assert room.width == 170  # 205 less 20 of the headline and 10 of white, down to whole em
    edge = 20.0 if side == "left" else 205.0
    assert lines[0].x - 10 == pytest.approx(edge if side == "left" else 20 + 205 - 20)
    assert room.x == pytest.approx(20 + 205 - 170 if side == "left" else 20)


def test_a_story_is_set_beside_its_headline(setter):
    head = headline("主题", vertical=True, side="left")
    made = block(None, 1, 30, 200.0)
    done = make_story(
        setter, made, story(TEXT, headline=head, columns=2), GRID, Around(accent=Color(m=100.0))
    )
    items, frames, found = done.items, done.frames, done.diagnostics
    assert [d.code for d in found] == ["UNDERSET"]
    title, *text = lines_of(items)
    assert text_of(title) == "主题"
    assert text[0].x >= title.x + 10 + 10
    assert "".join(map(text_of, text)) == TEXT
    assert frames[0].rect.x == text[0].x
    assert frames[0].rect.y == made.inner.y  # over the whole height: nothing stands above it
    assert text[0].baseline == pytest.approx(GRID.baseline_of(1))


def test_too_long_is_set_smaller_with_numbers_or_refused(setter):
    _, found, _ = stood(setter, headline("一二三四五六", vertical=True), height=0)
    assert not found
    high = block(None, 1, 10, 200.0)  # 120 pt for 6 × 20 and two blanks
    head = headline("一二三四五六", vertical=True)
    lines, (said,), _ = headline_beside(setter, story("文", headline=head), head, high.inner, "n")
    assert said.severity == "warning"
    sizes = {"long_pt": "120.0", "room_pt": "90", "size_pt": "15.0", "asked_pt": "20", "over": 2}
    assert_told(said, "DISPLAY-SHRUNK.line-down", {"text": "一二三四五六"} | sizes)
    assert lines_of(lines)[0].style.size == pytest.approx(15)
    head = headline("一二三四五六七八九十甲乙丙丁", vertical=True)
    _, (said,), _ = headline_beside(setter, story("文", headline=head), head, high.inner, "n")
    assert said.severity == "error"
    assert_told(said, "DISPLAY-WIDE.line-down", {"long_pt": "168.0", "size_pt": 12.0, "over": 6})


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("width", [None, 50.0])
def test_a_tint_behind_it_is_as_high_as_its_block_and_keeps_the_text_off(setter, side, width):
    tint = Color(k=10.0)
    backing = RBacking(inset=(10.0, 8.0, 6.0, 4.0), below=5.0, fill=tint)
    head = headline("甲乙丙", vertical=True, side=side, width=width, backing=backing)
    items, found, room = stood(setter, head)
    assert not found
    (ground,), (line,) = [i for i in items if isinstance(i, Box)], lines_of(items)
    inner = block(None, 1, 30, 200.0).inner
    assert (ground.fill, ground.role, ground.node) == (tint, "panel", "n")
    assert (ground.rect.y, ground.rect.height) == (inner.y, inner.height)
    assert ground.rect.width == pytest.approx(width or 20.0 + 8.0 + 4.0)
    assert (ground.rect.x if side == "left" else ground.rect.right) == pytest.approx(
        inner.x if side == "left" else inner.right
    )
    assert not ground.rect.meets(room)
    middle = (ground.rect.x + 4.0 + ground.rect.right - 8.0) / 2
    assert line.x == pytest.approx(middle)
    assert line.baseline == pytest.approx(inner.y + 10.0 + END * 20.0)


def test_its_words_keep_to_the_inset_of_what_is_behind_it(setter):
    backing = RBacking(inset=(30.0, 8.0, 30.0, 8.0), below=5.0, fill=Color(k=10.0))
    plain = headline("一二三四五六", vertical=True)
    high = block(None, 1, 14, 200.0).inner  # 168 pt: six of 20 and two blanks are 160
    spec = story("文", headline=plain)
    _, found, _ = headline_beside(setter, spec, plain, high, "n")
    assert not found
    backed = changed(plain, backing=backing)
    _, (told,), _ = headline_beside(setter, spec, backed, high, "n")
    assert_told(told, "DISPLAY-SHRUNK.line-down", {"asked_pt": "20"})
    fitted = changed(plain, width=40.0, fit=(10.0, 0.0), backing=backing)
    items, found, _ = headline_beside(setter, spec, fitted, high, "n")
    assert not found
    assert lines_of(items)[0].style.size <= (168 - 60) / 8 + 1e-6


def test_too_wide_for_its_strip_or_its_block(setter):
    head = headline("甲", "乙", vertical=True, width=30.0)
    _, (said,), _ = stood(setter, head)
    assert_told(said, "DISPLAY-HIGH.broad", {"width_pt": near(43.2), "room_pt": 30.0})
    assert said.said["what"].key == "part.the-headline"
    _, (said,), room = stood(setter, headline("甲", "乙", "丙", vertical=True), width=60.0)
    assert_told(said, "DISPLAY-HIGH.broad", {"width_pt": near(66.4), "room_pt": 40.0})
    assert room.width > 0


def box(setter, *lines, width=100.0, last=10, **more):
    settings = {"arrange": "stack", "valign": "middle", "gap": None, "vertical": True} | more
    content = RText(lines=lines, **settings)
    made = block(content, 1, last, width)
    items, found = make_columns(setter, made, content, PITCH)
    return lines_of(items), found, made


def test_running_text_fills_columns_from_the_right(setter):
    lines, found, made = box(setter, words(TEXT, 10, **RUNNING), last=10)
    assert not found
    assert "".join(map(text_of, lines)) == TEXT
    steps = [a.x - b.x for a, b in pairwise(lines)]
    assert steps == pytest.approx([column_step(0, PITCH, 10)] * len(steps))
    assert lines[0].x == pytest.approx(made.inner.right - 5)
    assert {line.measure for line in lines} == {120}
    assert {line.baseline for line in lines} == {made.inner.y}
    assert all(line.body and line.vertical for line in lines)
    assert lines[0].line.indent == 2000
    assert [line.line.width for line in lines[1:-1]] == [12_000] * (len(lines) - 2)


def test_columns_follow_the_rules_of_lines(setter):
    text = "甲乙丙丁戊己庚辛，壬癸子丑“寅卯”辰巳午未申酉戌——亥甲乙丙丁。"
    for height in range(4, 12):
        lines, *_ = box(
            setter, words(text, 10, **RUNNING | {"indent_em": 0.0}), width=200.0, last=height
        )
        assert "".join(map(text_of, lines)) == text
        for line in lines:
            assert text_of(line)[0] not in "，。”"
            assert not text_of(line).endswith("“")


def test_what_is_over_is_told_and_not_drawn(setter):
    lines, (said,), _ = box(setter, words(TEXT, 10, **RUNNING), width=40.0)
    assert len(lines) == 3
    left = len(TEXT) - sum(len(text_of(line)) for line in lines)
    counts = {"node": "lead", "characters": left, "columns": 3, "of": 6, "room": 3}
    assert_told(said, "OVERSET.block", counts)


def test_a_heading_and_its_text_stand_side_by_side(setter):
    lines, found, _ = box(
        setter, words("题目", 20, align="center"), words(TEXT[:12], 10, **RUNNING)
    )
    assert not found
    assert text_of(lines[0]) == "题目"
    assert lines[0].x > lines[1].x
    assert lines[0].baseline == pytest.approx(GRID.top_of(1) + (120 - 40) / 2)


@pytest.mark.parametrize(("valign", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0)])
def test_display_columns_stand_where_they_are_put(setter, valign, share):
    (one, two), found, made = box(
        setter, words("甲乙", 10), words("丙丁", 10), valign=valign, gap=5
    )
    assert not found
    assert one.x - two.x == pytest.approx(15)
    assert made.inner.right - one.x - 5 == pytest.approx(share * (100 - 25))


def test_display_columns_that_are_too_many(setter):
    _, (said,), _ = box(setter, *[words("甲", 20) for _ in range(6)])
    assert_told(said, "DISPLAY-HIGH.broad", {"width_pt": 155.0, "room_pt": 100.0})
    assert said.said["what"].key == "part.display-text"


def test_a_character_no_face_has(setter):
    _, found, _ = box(setter, words("甲\U0002a6d6乙", 10, **RUNNING))
    assert "NO-GLYPH" in [d.code for d in found]


def tiers(setter, text, count, width=100.0, last=20, **more):
    made = block(None, 1, last, width)
    settings = {"columns": count, "vertical": True} | more
    done = make_vertical_story(setter, made, story(text, **settings), GRID)
    return done.items, done.frames, done.diagnostics, made


def test_a_story_in_tiers_goes_right_to_left_and_down(setter):
    items, frames, found, made = tiers(setter, TEXT, 2, width=48.0)
    lines = lines_of(items)
    assert "".join(map(text_of, lines)) == TEXT
    assert not found
    assert [f.order for f in frames] == [1, 2]
    assert frames[0].room == 4
    measure = (20 * PITCH - 10) // 2 // 10 * 10
    assert {line.measure for line in lines} == {measure}
    tops = sorted({line.baseline for line in lines})
    assert tops == pytest.approx([made.inner.y, made.inner.y + 20 * PITCH - measure])
    first = [line.x for line in lines if line.baseline == tops[0]]
    assert first == sorted(first, reverse=True)
    assert first[0] == pytest.approx(made.inner.right - 5)
    assert len(first) == 4


def test_a_tiered_story_tells_what_is_left(setter):
    *_, (said,), _ = tiers(setter, TEXT, 2)
    assert_told(said, "UNDERSET.tiers", {"columns": 2})


def test_a_tiered_story_tells_what_is_over(setter):
    items, _, found, _ = tiers(setter, TEXT * 4, 1, width=30.0)
    (one,) = found
    shown = sum(len(text_of(line)) for line in lines_of(items))
    assert_told(one, "OVERSET.down", {"characters": len(TEXT) * 4 - shown})


def test_the_by_line_stands_at_the_foot_of_the_next_column(setter):
    items, _, found, made = tiers(setter, "甲乙丙。", 1, byline=words("某人", 10))
    text, byline = lines_of(items)
    assert [d.code for d in found] == ["UNDERSET"]
    assert text.x - byline.x == pytest.approx(12.5)
    assert byline.baseline + 20 == pytest.approx(made.inner.bottom)
    *_, found, _ = tiers(setter, "甲乙丙。", 1, width=12.0, byline=words("某人", 10))
    (one,) = found
    assert_told(one, "OVERSET.homeless", {"text": "某人", "characters": 2})
    assert one.said["what"].key == "part.byline"


@pytest.mark.parametrize("vertical", [True, False])
def test_a_tiered_story_under_or_beside_its_headline(setter, vertical):
    head = headline("主题", vertical=vertical, side="right", lines=3)
    items, frames, _, made = tiers(setter, TEXT, 1, headline=head)
    title, *text = lines_of(items)
    assert title.vertical is vertical
    if vertical:
        assert title.x > text[0].x
        assert frames[0].rect.right == pytest.approx(made.inner.right - 20 - 10)
        assert frames[0].rect.y == made.inner.y
    else:
        assert frames[0].rect.y == pytest.approx(
            made.inner.y + 3 * PITCH + 2
        )  # 204 pt, 200 of text


def test_bold_and_high_type_in_columns(setter):
    items, *_ = tiers(setter, "甲**乙**丙^2^丁", 1)
    assert "".join(map(text_of, lines_of(items))) == "甲乙丙2丁"


def test_flat_type_makes_columns_wider(setter):
    flat = changed(BODY, h_scale=1.2)
    items, *_ = tiers(setter, TEXT, 1, body=flat)
    lines = lines_of(items)
    assert lines[0].x - lines[1].x == pytest.approx(column_step(0, PITCH, 12))
    assert lines[0].measure % 10 == 0


def test_nothing_is_lost_on_the_way_to_the_page(setter):
    text = "国庆“七十”周年，5G、100%——2019年（第12期）AlphaGo……"
    lines, *_ = box(setter, words(text, 10, **RUNNING), last=8)
    page = [r for line in lines for r in lower_line(line)]
    assert "".join(r.text for r in page) == text


ALPHABET = "中国，。“”‘’：；？！（）《》…—·～、12345%ABGDab +-.\u3000é"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(ALPHABET, min_size=1, max_size=60).filter(str.strip), st.integers(3, 14))
def test_every_character_is_in_the_dump_once_and_in_order(setter, text, height):
    lines, *_ = box(setter, words(text, 10, **RUNNING), width=2000.0, last=height)
    runs = [run for line in lines for run in lower_line(line)]
    sheet = Page(
        name="T1", title="", date="", width=2100.0, height=400.0, bleed=0.0, grid=GRID,
        items=tuple(runs),
    )  # fmt: skip
    back = parse_dump(dump(sheet))
    found = "".join(item.text for item in back.items if isinstance(item, GlyphRun))
    assert "".join(found.replace("\u00ad", "").split()) == "".join(text.split())
    for run, item in zip(runs, back.items, strict=True):
        assert isinstance(item, GlyphRun)
        for ours, theirs in zip(item.origins(), run.origins(), strict=True):
            assert ours == pytest.approx(theirs, abs=0.002)
