"""Paragraphs of a story that are set by hand, in their columns, and what is told of them."""

import pytest

from layout.color import BLACK
from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.story import Around, make_story
from layout.flow.article.thread import Thread, rest
from layout.flow.article.vertical import make_vertical_story
from tests.flow.article.styled import column, poured, spec
from tests.flow.conftest import GRID, PITCH, block

PLAIN = "中中中中中中中中，文文文文文文，字字字字，句句句句，中中文"
"""In lines of ten characters, the first two less: four as they fall, three if all are squeezed."""
TERMS = Terms(level=False, widows=True, keep=2, byline=None, pitch=PITCH, measure=100.0, jumps=True)


def lengths(done) -> list[int]:
    return [e.line.characters for c in done.columns for e in c]


def told(setter, text, **more):
    made = make_story(setter, block(None, 1, 30), spec(text, **more), GRID, Around(accent=BLACK))
    return [d for d in made.diagnostics if d.code == "HAND"]


@pytest.mark.parametrize("measure", [100.0, 90.0])
def test_a_paragraph_loses_a_line_and_says_so(setter, measure):
    plain = poured(setter, PLAIN, [column(0), column(9, measure)])
    text = f"{{缩1行}} {PLAIN}"
    won = poured(setter, text, [column(0), column(9, measure)])
    assert sum(lengths(won)) == sum(lengths(plain))
    if measure == 100.0:
        assert len(lengths(won)) == len(lengths(plain)) - 1
        (said,) = told(setter, f"中\n\n{text}")
        assert (said.sub, said.severity) == ("fewer", "info")
        assert (said.said["before"], said.said["after"]) == (4, 3)
        assert said.said["how"] in ("挤进", "字距稍紧", "字距紧", "标点半角", "半角字紧")
        assert str(said.where) == "one.md:3:2"


def test_a_paragraph_wins_a_line_and_says_so(setter):
    """With two characters in its last line, none of which is alone."""
    text = "中" * 28
    assert lengths(poured(setter, text, [column(9)])) == [8, 10, 10]
    assert lengths(poured(setter, f"{{撑1行}} {text}", [column(9)])) == [8, 9, 9, 2]
    (said,) = told(setter, f"{{撑1行}} {text}")
    assert (said.sub, said.said["before"], said.said["after"]) == ("more", 3, 4)


def test_what_cannot_be_done_is_told_with_numbers_that_do_it(setter):
    """Without so many characters at its end the paragraph loses its line, with so many it wins."""
    text = "中" * 25
    (said,) = told(setter, f"{{缩1行}} {text}")
    assert (said.sub, said.severity) == ("not-fewer", "warning")
    assert (said.said["before"], said.said["after"]) == (3, 2)
    cut = text[: -said.said["characters"]]
    assert [d.sub for d in told(setter, f"{{缩1行}} {cut}")] != ["fewer"]
    assert len(lengths(poured(setter, cut, [column(9)]))) == 2
    (said,) = told(setter, f"{{撑1行}} {text}")
    assert said.sub == "not-more"
    longer = text + "一" * said.said["characters"]
    assert (
        len(lengths(poured(setter, f"{{撑1行}} {longer}", [column(9)]))) == 4
        or lengths(poured(setter, longer, [column(9)]))[3:]
    )


@pytest.mark.parametrize("name", ["居中", "落款"])
def test_lines_that_are_not_flush_are_not_set_by_hand(setter, name):
    (said,) = told(setter, f"{{{name} 缩1行}} {PLAIN}")
    assert (said.sub, said.severity) == ("ragged", "warning")
    assert len(lengths(poured(setter, f"{{{name} 缩1行}} {PLAIN}", [column(9)]))) == len(
        lengths(poured(setter, f"{{{name}}} {PLAIN}", [column(9)]))
    )


def test_a_paragraph_of_one_line_loses_none(setter):
    (said,) = told(setter, "{缩1行} 中文")
    assert (said.sub, said.said["after"], said.said["characters"]) == ("not-fewer", 0, 2)


def test_what_goes_on_elsewhere_is_set_as_it_was(setter):
    whole = spec(f"{{缩1行}} {PLAIN}")
    first = pour(Thread(setter, whole), [column(1)], TERMS)
    carry = rest(first.setting.lines, first.done)
    then = pour(Thread(setter, whole, carry), [column(9)], TERMS)
    alone = pour(Thread(setter, whole), [column(9)], TERMS)
    assert [*lengths(first), *lengths(then)] == lengths(alone)
    assert len(lengths(alone)) == 3


def test_a_vertical_story_is_set_by_hand(setter):
    made = make_vertical_story(
        setter, block(None, 1, 10), spec(f"{{缩1行}} {PLAIN}", vertical=True), GRID
    )
    assert [d.sub for d in made.diagnostics if d.code == "HAND"] in (["fewer"], ["not-fewer"])


def test_a_line_ends_where_somebody_says_and_is_flush(setter):
    done = poured(setter, "中中中[中文]{断行}文文文", [column(9)])
    assert lengths(done) == [5, 3]
    first = done.columns[0][0].line
    assert first is not None
    assert not first.line.is_last
    assert first.line.width + first.line.indent == pytest.approx(10_000)
    assert first.paragraph == done.columns[0][1].line.paragraph
    assert not done.columns[0][1].line.opens
