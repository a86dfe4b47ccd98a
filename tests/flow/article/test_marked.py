"""Whether the lines of a story leave room for what is drawn at its words; letters over them."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from layout.color import BLACK
from layout.display.items import Box, Path
from layout.flow.article.marked import RUBY_BREADTH, RUBY_HEIGHT
from layout.flow.article.story import Around, make_story
from layout.flow.article.vertical import make_vertical_story
from layout.flow.lower import lower_line
from layout.flow.placed import Made, PlacedLine
from layout.flow.type.linemarks import BOX_ROUND, LEAST_WHITE, TAKES
from layout.flow.type.setter import Setter
from tests.flow.conftest import ASCENT, BODY, GRID, PITCH, SIZE, block, changed, story
from tests.spec.helpers import where

MARKS = {"着重": "dots", "下划线": "underline", "波浪线": "wavy", "框": "box"}


def told(setter: Setter, text: str, leading: float, *, down: bool = False):
    spec = story(text, body=changed(BODY, leading=leading), vertical=down)
    asked = block(spec, last=20, width=100.0)
    if down:
        made = make_vertical_story(setter, asked, spec, GRID)
    else:
        made = make_story(setter, asked, spec, GRID, Around(accent=BLACK))
    return made, [d for d in made.diagnostics if d.code == "MARK-ROOM"]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("mark", MARKS)
def test_a_leading_that_leaves_too_little_is_told_with_both_numbers(
    setter: Setter, mark: str, down: bool
):
    takes = TAKES[MARKS[mark]] * SIZE
    text = f"甲乙丙[丁戊]{{{mark}}}己。"
    assert told(setter, text, SIZE + takes, down=down)[1] == []
    made, (one,) = told(setter, text, SIZE + takes - 0.1, down=down)
    assert one.said["mark"].key == f"part.drawn-{MARKS[mark]}"
    assert one.said["takes_pt"] == pytest.approx(takes)
    assert one.said["room_pt"] == pytest.approx(takes - 0.1)
    assert where(one) == (1, 5)
    assert any(isinstance(i, Box | Path) for i in made.items)  # it is drawn all the same


def test_it_is_told_once_a_paragraph_and_mark_at_the_first_place(setter: Setter):
    text = "[甲]{着重}乙[丙]{着重}[丁]{框}\n\n[甲]{着重}乙[丙]{着重}[丁]{框}"
    found = told(setter, text, SIZE)[1]
    assert [(d.said["mark"].key, *where(d)) for d in found] == [
        ("part.drawn-dots", 1, 2), ("part.drawn-box", 1, 17),
        ("part.drawn-dots", 3, 2), ("part.drawn-box", 3, 17),
    ]  # fmt: skip


def test_a_box_with_dots_in_it_takes_more(setter: Setter):
    text = "甲[乙[丙]{着重}]{框}丁"
    takes = (BOX_ROUND + LEAST_WHITE) * SIZE
    assert told(setter, text, SIZE + takes)[1] == []
    (one,) = told(setter, text, SIZE + takes - 0.1)[1]
    assert one.said["mark"].key == "part.drawn-box"


def test_the_grid_leaves_room_for_each_where_its_lines_are_as_far_apart(setter: Setter):
    text = "".join(f"[甲]{{{mark}}}" for mark in MARKS)
    found = told(setter, text, 0.0)[1]
    assert [TAKES[MARKS[m]] * SIZE > PITCH - SIZE for m in MARKS] == [
        any(d.said["mark"].key == f"part.drawn-{MARKS[m]}" for d in found) for m in MARKS
    ]


def test_dots_that_have_no_han_to_stand_under_are_told(setter: Setter):
    made, _ = told(setter, "甲[ABC 12，]{着重}乙[丙D]{着重}", 20.0)
    (one,) = [d for d in made.diagnostics if d.code == "MARK-NONE"]
    assert one.said["text"] == "ABC 12，"
    assert where(one) == (1, 3)


# Letters

RUBY_SIZE = 5.0
RUBY = changed(BODY, size=RUBY_SIZE, indent_em=0.0, half_digits=False)


def lettered(
    setter: Setter, text: str, *, down: bool = False, leading: float = 20.0, width: float = 100.0
) -> Made:
    spec = story(text, body=changed(BODY, leading=leading), ruby=RUBY, vertical=down)
    asked = block(spec, last=30, width=width)
    if down:
        return make_vertical_story(setter, asked, spec, GRID)
    return make_story(setter, asked, spec, GRID, Around(accent=BLACK))


def placed(made: Made, *, letters: bool) -> Iterator[PlacedLine]:
    for item in made.items:
        if isinstance(item, PlacedLine) and ("#ruby" in item.node) == letters:
            yield item


def words(line: PlacedLine) -> str:
    return "".join(run.text for run in lower_line(line))


def middles(made: Made) -> dict[str, tuple[float, float]]:
    """The middle of each character along its line, and the line's axis."""
    out = {}
    for line in placed(made, letters=False):
        for run in lower_line(line):
            begin, axis = (run.y, line.x) if line.vertical else (run.x, run.y)
            for at, x in zip(run.clusters, run.xs, strict=True):
                half = (0.5 - ASCENT if line.vertical else 0.5) * SIZE
                out[run.text[at]] = (begin + x + half, axis)
    return out


@pytest.mark.parametrize("down", [False, True])
def test_letters_stand_over_the_middle_of_their_character(setter: Setter, down: bool):
    made = lettered(setter, "甲乙[丙丁]{音 aa bb}戊己庚[辛]{音 c}壬癸子丑", down=down)
    at = middles(made)
    found = list(placed(made, letters=True))
    assert len(found) == 3
    for line, char in zip(found, "丙丁辛", strict=True):
        along, axis = at[char]
        begin = line.baseline if down else line.x
        assert begin + line.measure / 2 == pytest.approx(along)
        if down:
            assert line.x - RUBY_SIZE / 2 >= axis + SIZE / 2
        else:
            foot = line.baseline + (1 - ASCENT) * RUBY_SIZE
            assert foot <= axis - ASCENT * SIZE + 0.2 * RUBY_SIZE


@pytest.mark.parametrize("down", [False, True])
def test_long_letters_open_their_words_and_never_meet(setter: Setter, down: bool):
    made = lettered(setter, "甲[乙丙丁]{音 aaaaaa bbbbbb cccccc}戊己庚", down=down)
    lines = list(placed(made, letters=True))
    spans = sorted((n.baseline if down else n.x, n.measure) for n in lines)
    for (start, long), (after, _) in pairwise(spans):
        assert after - start - long >= 0.25 * RUBY_SIZE - 1e-3


def test_letters_at_a_lines_edge_stay_in_it(setter: Setter):
    made = lettered(setter, "[甲]{音 aaaaaa}乙丙丁戊己庚辛壬[癸]{音 bbbbbb}子丑", width=100.0)
    body = list(placed(made, letters=False))
    for line in placed(made, letters=True):
        assert line.x >= body[0].x - 1e-6
        assert line.x + line.measure <= body[0].x + body[0].measure + 1e-6


@pytest.mark.parametrize("down", [False, True])
def test_too_little_room_for_letters_is_told_with_both_numbers(setter: Setter, down: bool):
    takes = (RUBY_BREADTH if down else RUBY_HEIGHT) * RUBY_SIZE
    text = "甲[乙]{音 a}丙"
    enough = lettered(setter, text, down=down, leading=SIZE + takes)
    assert [d for d in enough.diagnostics if d.code == "MARK-ROOM"] == []
    made = lettered(setter, text, down=down, leading=SIZE + takes - 0.1)
    (one,) = [d for d in made.diagnostics if d.code == "MARK-ROOM"]
    assert one.said["mark"].key == "part.drawn-ruby"
    assert one.said["takes_pt"] == pytest.approx(takes)
    assert one.said["room_pt"] == pytest.approx(takes - 0.1)
    assert where(one) == (1, 3)


def test_letters_twice_as_wide_as_their_character_are_told(setter: Setter):
    made = lettered(setter, "甲[乙]{音 aaaaaaaaaaaaaaaa}丙")
    (one,) = [d for d in made.diagnostics if d.code == "RUBY"]
    assert (one.said.key, one.said["text"], one.said["character"]) == (
        "RUBY.long", "aaaaaaaaaaaaaaaa", "乙",
    )  # fmt: skip
    assert one.said["width"] > one.said["most"] == 2


def test_letters_that_no_face_has_are_told_where_they_stand(setter: Setter):
    made = lettered(setter, "甲[乙]{音 \u1ebf}丙")
    (one,) = [d for d in made.diagnostics if d.code == "NO-GLYPH"]
    assert one.said["char"] == "\u1ebf"
    assert where(one) == (1, 3)


def test_letters_come_after_the_whole_text(setter: Setter):
    made = lettered(setter, "[甲]{音 a}乙丙丁戊己庚辛壬癸[子]{音 b}丑寅")
    order = ["#ruby" in i.node for i in made.items if isinstance(i, PlacedLine)]
    assert order == sorted(order)
    assert "".join(words(n) for n in placed(made, letters=False)) == "甲乙丙丁戊己庚辛壬癸子丑寅"


def test_in_a_column_dots_stand_beyond_the_letters(setter: Setter):
    made = lettered(setter, "甲[[乙]{着重}]{音 aa}丙", down=True, leading=30.0)
    (line,) = placed(made, letters=True)
    (dot,) = [i for i in made.items if isinstance(i, Path)]
    assert dot.bounds().x > line.x + RUBY_SIZE / 2
