"""Display lines at their own width, made smaller where they must be; paragraphs by style."""

import pytest

from layout.faces.catalog import Catalog, OwnFace
from layout.faces.face import FaceError
from layout.flow.type.setter import LEAST_SHRINK, Setter, _parts
from layout.flow.type.voices import HIGH, LOW, SCRIPT_SIZE, Voices
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.markdown.story import parse_story
from tests.flow.conftest import BODY, HERE, changed, words
from tests.told import assert_told, told


def test_a_display_line_has_its_natural_width(setter):
    line = setter.display(words("中文，“字", 20))
    assert (line.width, line.height) == (5 * 20 - 10, 20)  # one half em between ， and “
    assert line.diagnostics == ()


def test_tracking_width_and_han_latin_gap_are_those_of_the_style(setter):
    assert setter.display(words("中文字", 20, tracking_em=0.1)).width == pytest.approx(64)
    assert setter.display(words("中文", 20, h_scale=1.2)).width == pytest.approx(48)
    assert setter.display(words("中A", 20, latin_gap_em=0.125)).width == pytest.approx(32.5)
    assert setter.display(words("中A", 20, latin_gap_em=0.0)).width == pytest.approx(30)


@pytest.mark.parametrize(
    "text",
    ["42.6公里 12个站点", "邮发代号 41-88 总第12187期", "0731-26501188 投稿邮箱",
     "公交车 3辆 停在 A口", "通讯员 A组", "2025-01-01 星期三"],
)  # fmt: skip
def test_each_space_typed_in_display_type_is_as_wide_as_one_between_han(setter, text):
    for gap in (0.0, 0.125):
        one = setter.display(words("中 文", 20)).width - setter.display(words("中文", 20)).width
        solid = setter.display(words(text.replace(" ", ""), 20, latin_gap_em=gap)).width
        wide = setter.display(words(text, 20, latin_gap_em=gap)).width
        assert one > 0
        assert wide - solid == pytest.approx(one * text.count(" "))
        caption = words(text, 20, latin_gap_em=gap)  # of several lines
        done = setter.paragraph(caption.paragraph, caption.style, Voices.of(caption.style), 900.0)
        assert done.lines[0].width * 20 / 1000 == pytest.approx(wide)


def test_a_space_behind_a_topic_stays_and_the_gap_stands_outside_it(setter):
    line = setter.display(words("#今天# 成了", 20))
    assert line.width > setter.display(words("#今天#成了", 20)).width
    spaced = setter.display(words("#今天#成了", 20, latin_gap_em=0.25))
    assert [g.natural for g in spaced.items.gaps[:-1]] == [0, 0, 0, 250, 0]


def test_in_a_story_a_typed_space_stays_in_small_headings_only(setter):
    style = changed(BODY, latin_gap_em=0.25)
    story = parse_story("全长 42 公里\n\n### 全长 42 公里\n\n全长42公里\n".encode(), "s.md")
    text, head, solid = (
        setter.paragraph(p, style, Voices.of(style), 900.0).lines[0].width for p in story.paragraphs
    )
    assert text == solid
    assert head > solid


def test_a_line_too_wide_is_set_smaller_with_a_warning(setter):
    line = setter.display(words("中文字句", 20), 60.0)
    assert line.height == pytest.approx(15)
    assert line.width == pytest.approx(60)
    (said,) = line.diagnostics
    assert (said.severity, said.where) == ("warning", HERE)
    assert_told(said, "DISPLAY-SHRUNK.line", {"size_pt": "15.0", "asked_pt": "20"})


@pytest.mark.parametrize(
    ("measure", "shown"),
    [
        (79.7, None),  # 0.4 % smaller: nobody sees it
        (79.5, ("79.5", "19.9")),
        (79.98, None),
        (66.7, ("66.7", "16.7")),
    ],
)
def test_how_much_smaller_is_told_when_it_can_be_seen(setter, measure, shown):
    found = setter.display(words("中文字句", 20), measure).diagnostics
    assert len(found) == (shown is not None)
    for one in found:
        room, size = shown
        sizes = {"long_pt": "80.0", "room_pt": room, "size_pt": size, "asked_pt": "20"}
        assert_told(one, "DISPLAY-SHRUNK.line", sizes)


def test_lengths_that_differ_are_told_so_that_they_differ(setter):
    (said,) = setter.display(words("中文字句", 4.04), 16.07).diagnostics
    sizes = {"long_pt": "16.2", "room_pt": "16.1", "size_pt": "4.02", "asked_pt": "4.04"}
    assert_told(said, "DISPLAY-SHRUNK.line", sizes)


def test_a_line_far_too_wide_is_an_error_at_its_least_size(setter):
    line = setter.display(words("中文字句", 20), 40.0)
    assert line.height == 20 * LEAST_SHRINK
    (said,) = line.diagnostics
    assert (said.code, said.severity) == ("DISPLAY-WIDE", "error")


def test_fill_spreads_a_line_over_the_measure(setter):
    line = setter.display(words("中文字", 20, align="fill"), 100.0)
    assert line.width == 100
    assert [x * 20 / 1000 for x in line.line.xs] == pytest.approx([0, 40, 80])
    assert (line.line.tier, line.line.width) == ("spread", 5000)
    alone = setter.display(words("中", 20, align="fill"), 100.0)
    assert alone.width == 20


def test_fill_makes_the_couplet_break_one_em_wider_than_the_rest(setter):
    line = setter.display(words("上下\u3000左右", 20, align="fill"), 160.0)
    steps = [b - a for a, b in zip(line.line.xs, line.line.xs[1:], strict=False)]
    assert steps == pytest.approx([2000, 3000, 2000])


def test_an_empty_line_has_no_width(setter):
    line = setter.display(words(" ", 20), 50.0)
    assert (line.width, line.items.count, line.diagnostics) == (0.0, 0, ())


def test_the_top_of_the_em_box_is_where_it_is_asked_for(setter):
    placed = setter.display(words("中", 20)).at(5, 100, 20, "node")
    assert (placed.x, placed.baseline) == (5, pytest.approx(117.6))


def test_a_character_in_no_face_is_an_error_at_the_words(setter):
    (said,) = setter.display(words("中👍", 20)).diagnostics
    assert (said.code, said.severity, said.where) == ("NO-GLYPH", "error", HERE)
    assert told(said, "char", "number") == ("NO-GLYPH.char", {"char": "👍", "number": "1F44D"})


def paragraph(text):
    (found,) = parse_story(text.encode(), "one.md").paragraphs
    return found


def test_a_paragraph_is_set_by_its_style(setter):
    style = changed(BODY, indent_em=2.0)
    done = setter.paragraph(paragraph("中文字句段章节"), style, Voices.plain(style), 50.0)
    assert done.measures == (5000,)
    assert [(line.first, line.last, line.indent) for line in done.lines] == [
        (0, 2, 2000),
        (3, 6, 0),
    ]


def test_a_wide_face_holds_fewer_characters(setter):
    style = changed(BODY, h_scale=1.25)
    done = setter.paragraph(paragraph("中文字句段章节"), style, Voices.plain(style), 50.0)
    assert done.measures == (4000,)


def test_bold_and_emphasis_are_in_their_own_voices(toy, setter):
    digits = changed(BODY, face="黑", half_digits=False)
    done = setter.paragraph(paragraph("中12**34**5"), BODY, Voices(digits, BODY, BODY), 200.0)
    assert [(t.text, t.body) for t in done.items.tokens] == [
        ("中", 1000), ("12", 1000), ("34", 1200), ("5", 500)
    ]  # fmt: skip


def test_high_and_low_type_is_smaller_off_the_baseline_and_tied(setter):
    voices = Voices.plain(BODY)
    parts = _parts(setter.voice, paragraph("中^2^文H~2~O"), BODY, voices)
    assert [(p.text, p.size, p.rise, p.tied) for p in parts] == [
        ("中", 1000, 0, False), ("2", SCRIPT_SIZE, HIGH, True), ("文H", 1000, 0, False),
        ("2", SCRIPT_SIZE, LOW, True), ("O", 1000, 0, False),
    ]  # fmt: skip
    assert {p.voice for p in parts} == {setter.voice(BODY)}
    # Two em of measure: the mark would be alone on the second line, were it not tied.
    done = setter.paragraph(paragraph("中文^2^"), BODY, voices, 20.0)
    assert [(line.first, line.last) for line in done.lines] == [(0, 0), (1, 2)]


def test_words_of_a_link_are_set_as_if_there_were_none(setter):
    voices = Voices.plain(BODY)
    linked = setter.paragraph(paragraph("中[文字](https://a.b)句"), BODY, voices, 50.0)
    assert linked == setter.paragraph(paragraph("中文字句"), BODY, voices, 50.0)


def test_paragraphs_are_kept(setter):
    one = paragraph("中文字句段章节")
    assert setter.paragraph(one, BODY, Voices.plain(BODY), 50.0) is setter.paragraph(
        one, BODY, Voices.plain(BODY), 50.0
    )


def test_a_face_that_there_is_not_is_an_error(toy):
    setter = Setter(Catalog({"坏": OwnFace(path=toy.with_name("no.ttf"))}))
    with pytest.raises(FaceError):
        setter.voice(changed(BODY, face="没有"))


def named(text, at, size=30.0, **more):
    """Words of 20 pt, the one at an offset in a style of its own."""
    look = words("", size, **more).style
    plain = words(text, 20)
    return changed(
        plain, runs=(Run(at, at + 1, NAMED, "大"),), named=(("大", look),), beside=plain.style
    )


def test_larger_words_make_a_line_wider_and_higher(setter):
    line = setter.display(named("一二三", 1))
    assert (line.width, line.height) == (70, 30)
    assert line.at(0, 0, 70, "n").baseline == pytest.approx(0.88 * 30)
    low = setter.display(named("一二三", 1, size=10.0))
    assert (low.width, low.height) == (50, 20)


def test_narrower_words_make_a_line_shorter_and_a_column_only_narrower(setter):
    narrow = named("一二三", 1, size=20.0, h_scale=0.6)
    assert setter.display(narrow).width == pytest.approx(52)
    column = setter.display(narrow, vertical=True)
    assert (column.width, column.height) == (60, 20)
    wide = setter.display(named("一二三", 1, size=20.0, h_scale=1.5), vertical=True)
    assert (wide.width, wide.height) == (60, 30)


def test_a_line_that_is_set_smaller_keeps_its_sizes_to_one_another(setter):
    line = setter.display(named("一二三", 1), 56)
    assert line.style.size == pytest.approx(16)
    assert line.height == pytest.approx(24)


@pytest.mark.parametrize(
    ("text", "all_of_it", "little"),
    [
        ("“一”二", 3.5, 3.1),  # a quote at the edge has none
        ("一，二", 3, 2.6),
        ("一，“二", 3.5, 3.1),  # of two side by side one blank is left
        ("（一）《二》三", 6, 5.2),
        ("一。二", 3, 2.6),
        ("一·二", 2.5, 2.5),
        ("一二", 2, 2),
    ],
)
def test_the_blank_of_marks_is_closed_to_what_the_style_says(setter, text, all_of_it, little):
    assert setter.display(words(text, 20)).width == pytest.approx(20 * all_of_it)
    assert setter.display(words(text, 20, mark_blank_em=0.5)).width == pytest.approx(20 * all_of_it)
    closed = setter.display(words(text, 20, mark_blank_em=0.1)).width
    assert closed == pytest.approx(20 * little)
    none = setter.display(words(text, 20, mark_blank_em=0.0)).width
    assert none == pytest.approx(20 * (all_of_it - 1.25 * (all_of_it - little)))


def test_it_is_closed_in_columns_and_paragraphs_too_and_a_typed_em_stays(setter):
    column = setter.display(words("一，二", 20, mark_blank_em=0.1), vertical=True)
    assert column.width == pytest.approx(52)
    style = changed(BODY, mark_blank_em=0.1)
    story = parse_story("一，二三四\n".encode(), "s.md")
    (paragraph,) = story.paragraphs
    done = setter.paragraph(paragraph, style, Voices.of(style), 900.0)
    assert done.lines[0].width == 4600
    wide = setter.display(words("“一”\u3000二", 20, mark_blank_em=0.1)).width
    assert wide == pytest.approx(20 * 4.1)
