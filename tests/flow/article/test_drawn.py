"""Paragraphs that name a style, in their columns: where lines stand, and the white between."""

from itertools import pairwise

import pytest

from layout.color import BLACK, Color
from layout.color import WHITE as PAPER
from layout.flow.article.drawn import LEAST_EM
from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.story import Around, make_story
from layout.flow.article.thread import Thread, ruby_beside
from layout.flow.article.vertical import make_vertical_story
from layout.flow.placed import Carry, PlacedLine
from layout.record import replace
from layout.spec.resolve.defaults import PARAGRAPHS
from tests.flow.article.styled import column, edges, poured, rows_of, spec
from tests.flow.conftest import BODY, GRID, PITCH, SIZE, block, words

RED = Color(m=100.0, y=100.0)


@pytest.mark.parametrize(
    ("name", "text", "edge"),
    [
        ("落款", "中中中", (50, 80)),
        ("居中", "中中中", (35, 65)),
        ("顶格", "中中中", (0, 30)),
        ("此致", "此致", (20, 40)),
        ("敬礼", "敬礼", (0, 20)),
        ("楷体", "中", (20, 30)),
    ],
)
def test_where_the_line_of_each_style_stands(setter, name, text, edge):
    (entry,) = poured(setter, f"{{{name}}} {text}", [column(3)]).columns[0]
    assert edges(entry) == edge


@pytest.mark.parametrize("measure", [100.0, 95.0])
def test_every_line_that_is_centred_or_ranged_right_is(setter, measure):
    """Not the last one alone; and none is drawn out to the measure."""
    for name, right in (("居中", 0.0), ("落款", 2 * SIZE)):
        done = poured(setter, f"{{{name}}} {'中' * 23}", [column(9, measure)])
        assert len(done.columns[0]) >= 3
        for entry in done.columns[0]:
            first, last = edges(entry)
            assert entry.line.line.tier == ""
            if name == "居中":
                assert first == pytest.approx(measure - last)
            else:
                assert last == pytest.approx(measure - right)


def test_ragged_lines_break_where_the_rules_let_them(setter):
    """A 。 goes over with its character rather than begin a line, unsqueezed."""
    done = poured(setter, "{居中} " + "中" * 10 + "。" + "中" * 3, [column(9)])
    assert [e.line.characters for e in done.columns[0]] == [9, 5]
    done = poured(setter, "{顶格} " + "中" * 9 + "，" + "中" * 3, [column(9)])
    assert [e.line.characters for e in done.columns[0]] == [10, 3]


def test_a_ragged_word_wider_than_its_measure_is_cut(setter):
    done = poured(setter, "{居中} " + "a" * 60, [column(9, 40.0)])
    assert "".join(t.text for e in done.columns[0] for t in _tokens(e)) == "a" * 60


def _tokens(entry):
    return entry.line.items.tokens[entry.line.line.first : entry.line.line.last + 1]


def test_a_date_stands_centred_under_its_signature_but_no_further_right(setter):
    done = poured(setter, "{落款} 中中中中中\n{日期} 中", [column(3)])
    assert [edges(e) for e in done.columns[0]] == [(30, 80), (50, 60)]
    done = poured(setter, "{落款} 中\n{日期} 中中中中中", [column(3)])
    assert [edges(e) for e in done.columns[0]] == [(70, 80), (30, 80)]
    done = poured(setter, "中\n\n{日期} 中", [column(3)])
    assert [edges(e) for e in done.columns[0]] == [(20, 30), (70, 80)]
    done = poured(setter, "{落款} 中中中\n\n中\n\n{日期} 中", [column(3)])
    assert edges(done.columns[0][2]) == (70, 80)
    wide = poured(setter, "{落款} 中中中\n{日期} 中", [column(1), column(3, 60.0)])
    assert edges(wide.columns[1][0]) == (20, 30)  # of 60 points: as far from the right edge


@pytest.mark.parametrize("measure", [100.0, 90.0])
@pytest.mark.parametrize("level", [False, True])
def test_a_date_does_not_stand_without_its_signature(setter, measure, level):
    """Neither at a column's head nor at its foot alone."""
    text = "中" * 18 + "\n\n{落款} 中中中\n{日期} 中"
    columns = [column(3), column(9, measure)]
    done = poured(setter, text, columns, level=level, widows=False)
    assert [len(c) for c in done.columns] == [2, 2]
    apart = poured(setter, text.replace("{日期}", "{居中}"), columns, level=level, widows=False)
    assert [len(c) for c in apart.columns] == ([2, 2] if level else [3, 1])


DRAWN = {"函": {"left_em": 1.0, "right_em": 2.0, "hang_em": 1.0, "indent_em": 0.0}}


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_a_paragraph_is_drawn_in_on_both_sides_and_its_later_lines_hang(setter, measure):
    """Set at one measure, and slot by slot."""
    columns = [column(2), column(9, measure)]
    done = poured(setter, "{函} " + "中" * 24, columns, own=DRAWN)
    entries = [e for c in done.columns for e in c]
    wide = [e.slot.measure for e in entries]
    assert [edges(e) for e in entries[:-1]] == [
        (10.0 if k == 0 else 20.0, m - 20.0) for k, m in enumerate(wide[:-1])
    ]
    assert sum(e.line.characters for e in entries) == 24


def test_what_goes_on_from_another_page_hangs_from_its_first_line(setter):
    whole = spec("{函} " + "中" * 24, own=DRAWN)
    terms = Terms(
        level=False, widows=True, keep=2, byline=None, pitch=PITCH, measure=100.0, jumps=True
    )
    first = pour(Thread(setter, whole), [column(1)], terms)
    line = first.setting.lines[first.done]
    carry = Carry(paragraph=line.paragraph, offset=line.offset)
    rest = pour(Thread(setter, whole, carry), [column(9)], terms)
    assert [edges(e)[0] for e in rest.columns[0]] == [20.0] * 3
    told = [e.line.characters for c in (*first.columns, *rest.columns) for e in c if e.line]
    assert told == [7, 6, 6, 5]


def test_a_narrow_measure_keeps_room_for_characters(setter):
    own = {"函": {"left_em": 9.0, "right_em": 9.0, "hang_em": 9.0}}
    done = poured(setter, "{函} " + "中" * 20, [column(9)], own=own)
    assert done.done == len(done.setting.lines)
    for entry in done.columns[0]:
        before, own_measure = entry.line.place(100.0)
        assert own_measure == pytest.approx(LEAST_EM * SIZE)
        assert before + own_measure <= 100.0 + 1e-6


WHITE = {"上": {"before": 2}, "下": {"after": 1}, "诗行": {"before": 1, "after": 1}}


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_white_holds_the_grid_and_the_larger_of_two_counts(setter, measure):
    text = "中\n\n{上} 中\n\n中\n\n{下} 中\n\n{上} 中\n\n{下} 中\n\n中"
    done = poured(setter, text, [column(0, measure), column(20)], own=WHITE)
    assert rows_of(done)[1] == [0, 3, 4, 5, 8, 9, 11]
    assert done.blanks == 5
    assert done.setting.lines[1].white == 2


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_white_stays_out_at_a_columns_head_and_foot(setter, measure):
    done = poured(
        setter, "中\n\n{上} 中\n\n{下} 中\n\n中", [column(3), column(9, measure)], own=WHITE
    )
    assert rows_of(done) == [[0], [0, 1, 3]]
    done = poured(setter, "{上} 中\n\n{下} 中", [column(3), column(9, measure)], own=WHITE)
    assert rows_of(done) == [[0, 1], []]


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_the_white_of_a_verse_is_above_each_stanza_and_not_between_its_lines(setter, measure):
    done = poured(setter, "中\n\n| 一\n| 二\n\n| 三\n| 四\n\n中", [column(0, measure), column(20)])
    assert rows_of(done)[1] == [0, 2, 3, 5, 6, 8]
    assert {edges(e)[0] for e in done.columns[1][1:-1]} == {2 * SIZE}


def test_level_columns_count_the_white(setter):
    text = "\n\n".join(["{诗行} 中"] * 6)
    done = poured(setter, text, [column(20), column(20)], own=WHITE, level=True)
    assert rows_of(done) == [[0, 2, 4], [0, 2, 4]]


def test_the_white_of_a_small_heading_and_of_a_paragraph_do_not_add_up(setter):
    done = poured(setter, "{下} 中\n\n### 题\n\n{上} 中", [column(9)], own=WHITE, subhead_lines=2)
    assert rows_of(done)[0] == [0, 2, 5]


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_no_column_ends_with_a_question(setter, measure):
    text = "中\n\n{问} 中\n\n{答} " + "中" * 30
    done = poured(setter, text, [column(2), column(9, measure)])
    assert rows_of(done)[0] == [0]


def test_the_name_that_opens_an_answer_is_in_its_face(setter):
    thread = Thread(setter, spec("{答} 答：中中\n\n{答} 中中\n\n{答} #中：\n\n**中**"))
    runs = [p.runs for p, _ in thread.set_solid(100.0).sets]
    assert [[(r.start, r.end, r.voice) for r in own] for own in runs[:3]] == [
        [(0, 2, "runin")], [], [(0, 3, "runin")],
    ]  # fmt: skip


def test_a_vertical_story_draws_in_from_the_top_and_keeps_the_white(setter):
    text = "中\n\n{上} 中\n\n{落款} 中中"
    made = make_vertical_story(setter, block(None), spec(text, own=WHITE, vertical=True), GRID)
    lines = [item for item in made.items if isinstance(item, PlacedLine)]
    xs = [line.x for line in lines]
    gaps = [round((a - b) / (xs[1] - xs[2])) for a, b in pairwise(xs)]
    assert gaps == [3, 1]
    length = lines[0].measure
    last = lines[2]
    assert last.baseline + 2 * SIZE == pytest.approx(lines[0].baseline + length - 2 * SIZE)
    assert made.fits[0].room == made.frames[0].room - 2


def test_the_mark_at_the_end_stands_behind_a_line_that_is_centred(setter):
    end = words("□", SIZE)
    made = make_story(setter, block(None), spec("{居中} 中中", end=end), GRID, Around(accent=BLACK))
    line, mark = [item for item in made.items if isinstance(item, PlacedLine)]
    assert mark.x > line.x + 2 * SIZE


def test_a_signature_under_an_initial_that_took_its_paragraph_stands(setter):
    text = "中\n\n{日期} 中"
    made = make_story(setter, block(None), spec(text, initial=2), GRID, Around(accent=BLACK))
    lines = [item for item in made.items if isinstance(item, PlacedLine)]
    assert len(lines) == 2


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_the_style_of_a_whole_story_is_set_as_one_that_is_named(setter, measure):
    """`body: 落款` on a block."""
    text = "中" * 23 + "\n\n### 题\n\n{楷体} 中中\n\n中"
    whole = replace(BODY, **PARAGRAPHS["落款"], before=1)
    named = tuple((n, replace(s, **PARAGRAPHS["落款"], before=1)) for n, s in spec(text).styles)
    its = replace(spec(text), body=whole, styles=named)
    terms = Terms(level=False, widows=True, keep=2, byline=None, pitch=PITCH, measure=100.0)
    done = pour(Thread(setter, its), [column(1), column(20, measure)], terms)
    for entry in [e for c in done.columns for e in c]:
        if entry.line is not None and not entry.line.head:
            assert edges(entry)[1] == pytest.approx(entry.slot.measure - 2 * SIZE)
    assert done.blanks == 2


def test_words_of_a_heading_in_a_style_are_in_what_they_name(setter):
    """A colour or a style, between fences too, where a heading is dressed as its box."""
    named = (("红", RED), ("楷", replace(BODY, face="楷")))
    for marked, inks in (("[中中]{红}", [RED, RED, None]), ("[中中]{楷}", [None] * 3)):
        for fence in ("楷体", "居中"):
            text = f":::{fence}\n### {marked}中\n\n中中\n\n:::"
            done = poured(setter, text, [column(5)], named=named)
            head = done.columns[0][0].line
            assert [token.manner.ink for token in head.items.tokens] == inks


@pytest.mark.parametrize(("own", "ink"), [(BLACK, None), (RED, RED)])
def test_words_in_a_style_without_a_colour_have_that_of_their_paragraph(setter, own, ink):
    """White in a dark box: black ones would be lost in it. One that has a colour keeps it."""
    named = (("楷", replace(BODY, face="楷", color=own)),)
    done = poured(
        setter, "{白} [中中]{楷}中", [column(5)], named=named, own={"白": {"color": PAPER}}
    )
    line = done.columns[0][0].line
    assert line.style.color == PAPER
    assert [t.manner.ink for t in line.items.tokens] == [ink, ink, None]


def test_letters_over_words_have_the_colour_of_their_paragraph():
    told = spec("中", ruby=replace(BODY, size=4.0))
    white = replace(BODY, color=PAPER)
    assert ruby_beside(told, BODY).color == BLACK
    assert ruby_beside(told, white).color == PAPER
    own = replace(told, ruby=replace(BODY, size=4.0, color=RED))
    assert ruby_beside(own, white).color == RED
