"""Lists in their columns: where marks and the text behind them stand."""

import pytest

from layout.color import BLACK
from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.story import Around, make_story
from layout.flow.article.thread import Thread, faults, rest
from layout.flow.article.vertical import make_vertical_story
from layout.flow.placed import Made, PlacedLine
from layout.flow.type.missing import no_glyph
from layout.record import replace
from tests.flow.article.styled import column, edges, poured, spec
from tests.flow.conftest import GRID, HERE, PITCH, SIZE, block

TERMS = Terms(level=False, widows=True, keep=2, byline=None, pitch=PITCH, measure=100.0, jumps=True)


def lines(made: Made) -> list[PlacedLine]:
    return [item for item in made.items if isinstance(item, PlacedLine)]


def words(line: PlacedLine) -> str:
    return "".join(t.text for t in line.items.tokens[line.line.first : line.line.last + 1])


def set_list(setter, text, **more) -> list[tuple[str, float]]:
    """Each line and mark of a story in its order, and how far from the left it begins."""
    made = make_story(setter, block(None), spec(text, **more), GRID, Around(accent=BLACK))
    assert not [d for d in made.diagnostics if d.severity == "error"]
    left = block(None).inner.x
    return [
        (words(line), round(line.x + line.line.indent * SIZE / 1000 - left, 3))
        for line in lines(made)
    ]


def test_the_text_hangs_behind_its_mark(setter):
    assert set_list(setter, "- " + "中" * 12 + "\n- 文") == [
        ("●", 0), ("中" * 9, 10), ("中" * 3, 10), ("●", 0), ("文", 10),
    ]  # fmt: skip


def test_all_items_of_a_list_hang_alike_and_figures_end_together(setter):
    found = set_list(setter, "1. 中\n10. 中")
    assert [w for w, _ in found] == ["1.", "中", "10.", "中"]
    first, x, ten, then = [at for _, at in found]
    assert first > ten
    assert then == x
    (mark, _), (_, behind) = set_list(setter, "1. 中")
    assert mark == "1."
    assert behind < x


def test_marks_that_are_no_figures_begin_at_one_edge(setter):
    found = set_list(setter, ":::列表\n一、中\n\n十一、中\n:::")
    assert [(w, x) for w, x in found if "、" in w] == [("一、", 0), ("十一、", 0)]
    assert {x for w, x in found if "、" not in w} == {30}


def test_a_level_stands_where_the_text_above_it_begins(setter):
    assert set_list(setter, "- 中\n  - 文\n    - 字\n- 中") == [
        ("●", 0), ("中", 10), ("○", 10), ("文", 20), ("—", 20), ("字", 30), ("●", 0), ("中", 10),
    ]  # fmt: skip


def test_a_further_paragraph_of_an_item_stands_under_its_text(setter):
    text = ":::列表\n●中\n\n文\n:::"
    assert set_list(setter, text) == [("●", 0), ("中", 10), ("文", 10)]
    assert set_list(setter, "- 中\\\n文") == [("●", 0), ("中", 10), ("文", 10)]


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_items_go_on_in_the_next_column(setter, measure):
    done = poured(setter, "- " + "中" * 30, [column(2), column(9, measure)])
    entries = [e for c in done.columns for e in c]
    assert [e.line.mark is not None for e in entries] == [True] + [False] * (len(entries) - 1)
    assert {edges(e)[0] for e in entries} == {10}
    assert sum(e.line.characters for e in entries) == 31


def test_a_mark_goes_over_with_its_line(setter):
    whole = spec("文\n\n- 中" + "中" * 20)
    first = pour(Thread(setter, whole), [column(1)], TERMS)
    carry = rest(first.setting.lines, first.done)
    assert carry is not None
    assert (carry.paragraph, carry.offset) == (2, 0)
    then = pour(Thread(setter, whole, carry), [column(9)], TERMS)
    head = then.columns[0][0].line
    assert head is not None
    assert head.mark is not None
    half = pour(Thread(setter, whole), [column(2)], TERMS)
    carry = rest(half.setting.lines, half.done)
    then = pour(Thread(setter, whole, carry), [column(9)], TERMS)
    assert all(e.line is not None and e.line.mark is None for e in then.columns[0])
    assert {edges(e)[0] for e in then.columns[0]} == {10}


def test_what_goes_on_elsewhere_hangs_as_it_did(setter):
    """As wide as the widest mark of the whole list, though that stands on the page before."""
    whole = spec(":::列表\n十一、中\n\n一、" + "中" * 20 + "\n:::")
    first = pour(Thread(setter, whole), [column(2)], TERMS)
    carry = rest(first.setting.lines, first.done)
    then = pour(Thread(setter, whole, carry), [column(9)], TERMS)
    assert edges(then.columns[0][0])[0] == edges(first.columns[0][1])[0] == 30


def test_a_mark_has_its_passage(setter):
    made = make_story(setter, block(None), spec("- 中"), GRID, Around(accent=BLACK))
    mark, line = lines(made)
    assert mark.passage is not None
    assert line.passage is not None
    assert (mark.passage.paragraph, mark.passage.offset) == (1, 0)
    assert (line.passage.paragraph, line.passage.offset) == (1, 1)
    assert mark.baseline == line.baseline
    assert not mark.body


def test_what_is_told_of_a_mark_is_told(setter):
    setting = Thread(setter, spec("- 中")).set_solid(100.0)
    (line,) = setting.lines
    assert line.mark is not None
    said = no_glyph("●", HERE)
    told = line.mark._replace(line=replace(line.mark.line, diagnostics=(said,)))
    setting.lines[0] = line._replace(mark=told)
    assert list(faults(setting, 1)) == [said]
    assert list(faults(setting, 0)) == []


def test_a_list_in_a_vertical_story(setter):
    made = make_vertical_story(setter, block(None), spec("- 中\n  - 文", vertical=True), GRID)
    one, first, two, second = lines(made)
    assert first.baseline - one.baseline == pytest.approx(SIZE)
    assert two.baseline == pytest.approx(first.baseline)
    assert second.baseline - two.baseline == pytest.approx(SIZE)
    assert one.x == first.x > two.x == second.x


def test_an_item_takes_no_initial(setter):
    text = "1. " + "中" * 30
    made = make_story(setter, block(None), spec(text, initial=2), GRID, Around(accent=BLACK))
    assert "INITIAL" in [d.code for d in made.diagnostics]
    assert words(lines(made)[0]) == "1."
