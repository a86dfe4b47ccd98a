"""Punctuation styles, hanging stops, indents of marks, tightening, hyphens, bonds, own measures."""

import pytest

from layout.inline.line import FORBIDDEN, LOOSE, OVER, UNBOUND
from layout.inline.paragraph import ParagraphRules, paragraph_items, set_paragraph
from layout.inline.parts import VoicedText
from layout.inline.spacing import SHRINK_HAN
from layout.text.bonds import Bond
from layout.text.charclass import CharClass
from layout.text.shape import Voice
from tests.inline.conftest import line_texts
from tests.typed import there


@pytest.mark.parametrize(("first_mark", "ink"), [("half", 2000), ("full", 2500), ("hang", 1500)])
def test_clreq_first_line_indent_before_an_opening_mark(set_text, first_mark, ink):
    done = set_text("“中文字句段章节。”他说。", 9000, indent=2000, first_mark=first_mark)
    line = done.lines[0]
    assert line.indent + line.xs[0] == ink
    plain = set_text("中文字句段章节。", 9000, indent=2000, first_mark=first_mark)
    assert plain.lines[0].indent == 2000
    flat = set_text("“中文字句段章节。”他说。", 9000, indent=0, first_mark=first_mark)
    assert flat.lines[0].indent + flat.lines[0].xs[0] == max(0, ink - 2000)


def test_edges_that_keep_their_blank(set_text):
    text = "中文字句，“段章节目”中文字句。"
    kept = set_text(text, 4500, line_start="keep", line_end="keep")
    for line in kept.lines:
        tokens = kept.items.tokens
        first, last = tokens[line.first], tokens[line.last]
        assert line.xs[0] == (500 if first.cls is CharClass.OPEN else 0)
        after = 500 if last.cls in (CharClass.PAUSE, CharClass.STOP, CharClass.CLOSE) else 0
        assert line.width == pytest.approx(line.xs[-1] + last.body + after)
        assert line.is_last or line.width == pytest.approx(4500)


def test_a_mark_that_keeps_its_blank_may_not_find_room(set_text):
    text = "中文字句。段章节目文"
    assert line_texts(set_text(text, 4500))[0] == "中文字句。"
    assert line_texts(set_text(text, 4500, line_end="keep"))[0] == "中文字"


def test_a_mark_may_hang_and_the_line_is_flush_without_it(set_text):
    text = "中文字句段章，中文字句段章节目。"
    plain = set_text(text, 6000)
    assert plain.lines[0].hung is False
    assert plain.lines[0].gap > 50
    hung = set_text(text, 6000, hanging=True)
    line = hung.lines[0]
    assert line_texts(hung)[0] == "中文字句段章，"
    assert (line.hung, line.gap, line.width, line.xs[-1]) == (True, 0, 6000, 6000)
    last = hung.lines[-1]
    assert line_texts(hung)[-1][-1] == "。"
    assert last.is_last


def test_a_last_mark_hangs_only_where_it_has_no_room(set_text):
    assert set_text("中文字。", 4000, hanging=True).lines[0].hung is False
    (line,) = set_text("中文字句。", 4000, hanging=True).lines
    assert (line.hung, line.width) == (True, 4000)


@pytest.mark.parametrize(
    ("mark", "may"), [*((m, True) for m in "，、。．"), *((m, False) for m in "”）：；！？")]
)
def test_clreq_only_pauses_and_full_stops_hang(set_text, mark, may):
    done = set_text(f"中文字句{mark}中文字句", 4000, hanging=True)
    assert any(line.hung for line in done.lines) == may


def test_han_are_closer_than_solid_only_as_far_as_the_style_allows(set_text):
    text = "中文字句段章节目" * 4
    solid = set_text(text, 7800)
    assert min(line.gap for line in solid.lines) >= 0
    tight = set_text(text, 7800, tighten=30)
    assert [line.last + 1 for line in tight.lines] == [8, 16, 24, 32]
    line = tight.lines[0]
    assert line.tier == f"shrink:{SHRINK_HAN}"
    assert line.gap == pytest.approx(-200 / 7)
    assert line.width == pytest.approx(7800)
    assert len(set_text(text, 7700, tighten=30).lines) > 4  # 3 % of 7 gaps is not 300


def test_the_han_latin_gap_keeps_to_its_limits(set_text):
    text = "中文AB字句段章"
    fixed = {"latin_gap": 250, "gap_least": 250, "gap_most": 250}
    narrow = set_text(text, 7250, latin_gap=250)
    assert narrow.lines[0].tier == "shrink:6"
    assert line_texts(narrow) == [text]
    assert line_texts(set_text(text, 7250, **fixed)) != [text]


@pytest.fixture(scope="module")
def song():
    from layout.faces.catalog import Catalog

    return Voice(Catalog().chain("报宋"), half_digits=True)


def test_a_foreign_word_is_cut_where_its_language_allows(song):
    text = "国际化写作internationalization，一行放不下。"
    rules = ParagraphRules(indent=0, latin_gap=0)
    done = set_paragraph([VoicedText(text, song)], rules, 11_000)
    cut = [line for line in done.lines if line.hyphen]
    assert len(cut) == 1
    line = cut[0]
    assert line.width == pytest.approx(11_000)
    words = "".join(line_texts(done))
    assert words == text  # the hyphen is no part of the text
    tail = there(done.items.tokens[line.last].tail)
    assert tail.body > 0
    whole = set_paragraph(
        [VoicedText(text, song)], ParagraphRules(indent=0, hyphenate=False), 11_000
    )
    assert not any(line.hyphen for line in whole.lines)
    assert any("internationalization" in t for t in line_texts(whole))


def test_the_parts_of_a_word_stand_as_in_the_whole(song):
    text = "typography中文"
    rules = ParagraphRules(indent=0, latin_gap=0)
    parts = [VoicedText(text, song)]
    cut = set_paragraph(parts, rules, 20_000)
    assert not cut.items.tails  # no hyphen is needed, so none is looked for
    items = paragraph_items(parts, rules, 20_000)
    assert len(items.tails) == 3

    def pens(items):
        return [
            (p.glyph, x + p.x)
            for t, x in zip(items.tokens, items.body, strict=True)
            for p in t.pieces
        ]

    assert pens(items) == pens(cut.items)


@pytest.mark.parametrize(
    "word", ["GDP", "Facebook", "iPhone", "WeasyPrint", "2019abcdefgh", "www.example.com", "short"]
)
def test_names_in_capitals_numbers_and_addresses_are_not_hyphenated(song, word):
    items = paragraph_items([VoicedText(f"中文{word}中文", song)], ParagraphRules(indent=0), 60_000)
    assert not items.tails


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("他说9月20日是", "9月20日"),
        ("建于2019年的", "2019年"),
        ("长约15 km的", "15 km"),
        ("重达30 kg的", "30 kg"),
        ("总值（GDP）达", "（GDP）"),
        ("世贸（World Trade）的", "（World Trade）"),
        ("增长63%的", "63%"),
        ("增长６３％的", "６３％"),
        ("每元/m2的", "元/m2"),
        ("每km/时的", "km/时"),
    ],
)
def test_what_may_not_be_parted(items, set_text, text, whole):
    for ems in range(2, 12):
        done = set_text(text * 6, ems * 1000)
        if any(line.reasons and line.reasons != (LOOSE,) for line in done.lines):
            continue  # too narrow for it
        joined = "\n".join(line_texts(done))
        assert joined.count(whole) == 6


@pytest.mark.parametrize("end", ["——", "……", "字——", "字。", "字”。"])
def test_a_last_line_of_one_character_and_marks_is_avoided(set_text, end):
    text = "中文字句段章节目" * 3 + end
    for ems in range(6, 20):
        *before, last = line_texts(set_text(text, ems * 1000))
        assert not before or sum("\u4e00" <= c <= "\u9fff" for c in last) > 1


def test_a_figure_and_its_unit_stay_at_one_distance(items):
    found = items("长15 km的", bonds=[Bond(2, 6)])
    gap = found.gaps[1]
    assert (gap.natural, gap.soft, gap.grow, gap.breakable) == (250, 0, 0, False)


def test_a_date_wider_than_its_line_is_parted_and_told(set_text):
    done = set_text("他说9月20日是", 2500)
    assert [UNBOUND in line.reasons for line in done.lines] == [False, True, False]
    assert line_texts(done)[1] == "9月20"
    assert not any(FORBIDDEN in line.reasons for line in done.lines)


def test_lines_beside_a_picture_have_measures_of_their_own(set_text):
    text = "中文字句段章节目" * 5
    done = set_text(text, (4000, 6000, 3000, 8000))
    assert [line.last - line.first + 1 for line in done.lines][:3] == [4, 6, 3]
    assert [line.width for line in done.lines[:4]] == [4000, 6000, 3000, 8000]
    assert done.measure(0) == 4000
    assert done.measure(9) == 8000


def test_a_line_of_its_own_measure_that_nothing_fits_is_told(set_text):
    done = set_text("——中文", (1000, 4000))
    assert OVER in done.lines[0].reasons


def test_high_type_is_smaller_and_stays_with_what_it_stands_at(voice):
    parts = [VoicedText("面积", voice), VoicedText("2", voice, size=600, rise=340, tied=True)]
    done = set_paragraph(
        [*parts, VoicedText("为", voice)], ParagraphRules(indent=0, latin_gap=0), 2000
    )
    assert line_texts(done)[0] != "面积"
    token = next(t for t in done.items.tokens if t.text == "2")
    assert token.body == 300
    assert token.manner.size == 600
    assert {p.y for p in token.pieces} == {340}


def test_a_bond_parts_before_a_line_opens_beyond_a_quarter_em_and_not_sooner(set_text):
    # Seven em: six Han and an em to fill, 20 %, are borne; two em to fill are not.
    def lines(han):
        return line_texts(set_text("一二三四五六"[:han] + "11月24日中文字句段章节目录", 7000))

    assert lines(6)[:2] == ["一二三四五六", "11月24日中文字"]
    assert lines(5)[0] == "一二三四五11月"
    assert lines(4)[0] == "一二三四11月24"  # one bond goes either way, and this line is full


@pytest.mark.parametrize("number", ["３．１４１５９２６", "314,159,265"])
def test_a_number_is_never_parted(set_text, number):
    for ems in range(9, 13):
        lines = line_texts(set_text(f"一二三四五{number}中文字句段章节", ems * 1000))
        assert any(number in line for line in lines)


def test_a_loose_line_says_what_kept_it_so(set_text):
    def why(text, measure, **rules):
        return [str(line.why) for line in set_text(text, measure, **rules).lines if line.why]

    word = why("一二三四五六abcd012345六七八九十", 10_000)
    assert word == [": “abcd012345” after it, 5 em, may not be parted"]
    date = why("一二三四五六11月24日中文字句段章节目录", 7000)
    assert date == [": “11月24日” after it, 4 em, should not be parted"]
    marks = why("一二三四五（（（好”，六七八九十一", 6500)
    assert marks == [": “（（（好”，” after it stays together by the rules of line ends (禁则)"]
    runt = why("一二三四五六七八九十一二三四五六七八九", 9000)
    assert len(runt) == 1
    assert "one character (孤字)" in runt[0] or "would be looser" in runt[0]
    assert why("一二三四五六七八九十", 5000) == []


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_line_is_loose_before_a_mark_of_two_em(set_text, mark):
    """Six em, and five characters before a mark that is whole on one line or the next."""
    first = set_text(f"一二三四五{mark}六七八九十一二三四", 6000).lines[0]
    assert first.why
    assert first.why.key == "part.why-mark"
