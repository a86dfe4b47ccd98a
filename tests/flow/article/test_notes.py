"""What stands with a text in its columns: the note at its foot, and the rule above that."""

import pytest

from layout.color import BLACK
from layout.display.items import Box
from layout.flow.article.story import Around, make_story
from layout.flow.placed import PlacedLine
from layout.spec.resolve.resolved import RJump
from layout.words.said import said
from tests.flow.conftest import ASCENT, BODY, GRID, HERE, PITCH, block, changed, story, words
from tests.told import told

NOTE = 8.0
ROWS = 9
"""Lines of the block; the last of them is the note's."""


def footed(setter, text, *, columns=1, rows=ROWS, **more):
    """The note, the rules above it, and the baselines of the text of its column."""
    note = words("注：图为资料", NOTE, align=more.pop("align", "left"))
    spec = story(text, foot=note, columns=columns, **more)
    width = 100.0 * columns + 10.0 * (columns - 1)
    asked = block(spec, last=rows, width=width)
    made = make_story(setter, asked, spec, GRID, Around(accent=BLACK))
    lines = [i for i in made.items if isinstance(i, PlacedLine)]
    (foot,) = [i for i in lines if i.node.endswith("#foot")]
    rules = [i for i in made.items if isinstance(i, Box)]
    own = [i.baseline for i in lines if i.body and i.x >= foot.x - 1 and i.x < foot.x + 100]
    return foot, rules, own


@pytest.mark.parametrize(("align", "shift"), [("left", 0), ("right", 100 - 6 * NOTE)])
def test_the_note_stands_on_the_last_line_of_the_last_column(setter, align, shift):
    foot, _, _ = footed(setter, "中" * 18, align=align)
    assert foot.baseline == pytest.approx(GRID.baseline_of(ROWS))
    assert foot.x == pytest.approx(20 + shift)
    foot, _, _ = footed(setter, "中" * 128, columns=2, align=align)
    assert foot.x == pytest.approx(130 + shift)
    assert foot.baseline == pytest.approx(GRID.baseline_of(ROWS))


@pytest.mark.parametrize("lines", range(1, ROWS))
def test_a_rule_stands_in_the_white_between_text_and_note(setter, lines):
    """As long as the column is wide, half-way from the first empty line to the note; where the
    text ends on the line above the note, there is none."""
    _, rules, text = footed(setter, "中" * (10 * lines - 2))
    assert len(text) == lines
    if lines == ROWS - 1:
        assert rules == []
        return
    (rule,) = rules
    assert (rule.rect.x, rule.rect.width) == (20, 100)
    top = GRID.baseline_of(ROWS) - ASCENT * NOTE
    middle = rule.rect.y + rule.rect.height / 2
    assert middle == pytest.approx((GRID.baseline_of(lines + 1) + top) / 2)
    assert max(text) + 2 < rule.rect.y < rule.rect.bottom < top


@pytest.mark.parametrize("before", [0, 1, 2])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_lines_empty_above_a_heading_are_no_room_for_the_rule(setter, before, lines):
    text = "中" * 18 + "\n\n### 小题\n\n" + "文" * (10 * lines - 2)
    _, rules, own = footed(setter, text, subhead_lines=1 + before)
    last = round((max(own) - GRID.baseline_of(1)) / PITCH) + 1
    assert last == 3 + lines + before
    assert len(rules) == (last < ROWS - 1)
    assert all(max(own) < rule.rect.y for rule in rules)


@pytest.mark.parametrize("level", [False, True])
def test_the_rule_stands_below_notes_of_the_text(setter, level):
    """Those of its column stand between the text and the note at its foot."""
    style = changed(BODY, size=8.0, leading=9.0, name="脚注")
    text = "中" * 10 + "[^1]\n\n[^1]: " + "注" * 20
    given = {"note": style, "strong": style, "emphasis": style, "level": level}
    note = words("注：图为资料", NOTE, align="left")
    spec = story(text, foot=note, columns=1, **given)
    made = make_story(setter, block(spec, last=ROWS), spec, GRID, Around(accent=BLACK))
    noted = [i.baseline for i in made.items if isinstance(i, PlacedLine) and "#note" in i.node]
    assert noted
    rules = [i for i in made.items if isinstance(i, Box) and i.node.endswith("#foot")]
    assert all(rule.rect.y > max(noted) + 2 for rule in rules)
    assert len(rules) == level


def test_the_rule_stands_below_the_line_that_says_where_a_story_goes_on(setter):
    jump = RJump(page="A2", words="", line=words("下转A2版", NOTE), place=HERE)
    foot, rules, _ = footed(setter, "中" * 400, jump_to=jump)
    assert rules == []
    assert foot.baseline == pytest.approx(GRID.baseline_of(ROWS))


def test_the_column_of_a_note_may_be_empty_but_for_it(setter):
    foot, rules, text = footed(setter, "中" * 18, columns=2)
    assert text == []
    (rule,) = rules
    assert rule.rect.x == foot.x == 130
    assert rule.rect.y > GRID.baseline_of(1)


@pytest.mark.parametrize(
    ("key", "what", "text"),
    [
        ("foot", "part.foot", "注"),
        ("jump_from", "part.jump-line", "上接A1版"),
    ],
)
def test_what_has_no_line_at_all_is_told_as_over(setter, key, what, text):
    line = words(text, NOTE)
    own = RJump(page="A1", words="", line=line, place=HERE) if key == "jump_from" else line
    spec = story("中", **{key: own})
    empty = changed(block(spec, last=1), areas=(block(spec, last=1).rect.inset(0, 9, 0, 0),))
    made = make_story(setter, empty, spec, GRID, Around(accent=BLACK))
    (over,) = [d for d in made.diagnostics if d.said.key in ("OVERSET.homeless", "OVERSET.narrow")]
    assert told(over) == (
        "OVERSET.homeless", {"what": said(what), "text": text, "characters": len(text)}
    )  # fmt: skip
    assert BODY.size < PITCH


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_where_a_story_comes_from_and_where_it_goes_has_lines_of_its_own(setter, columns):
    """上接 has the first line of the first column, 下转 the last of the last; the text fills every
    line between them."""
    lines = ROWS * columns - 2
    spec = story(
        "中" * (10 * lines + 8),  # an indent of two, and a line more than there are
        jump_from=RJump(page="A1", words="", line=words("上接A1版", NOTE), place=HERE),
        jump_to=RJump(page="A3", words="", line=words("下转A3版", NOTE), place=HERE),
        columns=columns,
    )
    asked = block(spec, last=ROWS, width=110.0 * columns - 10.0)
    made = make_story(setter, asked, spec, GRID, Around(accent=BLACK))
    stand: dict[str, list[tuple[int, int]]] = {}
    for item in made.items:
        if isinstance(item, PlacedLine):
            column = round(item.x - 20) // 110
            row = round((item.baseline - GRID.baseline_of(1)) / PITCH) + 1
            stand.setdefault(item.node.partition("#")[2], []).append((column, row))
    assert stand.pop("jump-from") == [(0, 1)]
    assert stand.pop("jump-to") == [(columns - 1, ROWS)]
    places = [(c, r) for c in range(columns) for r in range(1, ROWS + 1)]
    assert stand == {"p1": places[1:-1]}
    assert [d.said.key for d in made.diagnostics] == []
