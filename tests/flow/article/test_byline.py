"""By-lines at the head of a text: in whole lines of the grid, over one column or all of them."""

import pytest

from layout.api import Session
from layout.color import BLACK
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun
from layout.flow.article.story import Around, make_story
from layout.flow.columns.slots import Obstacle
from layout.flow.placed import Carry, PlacedLine
from layout.spec.resolve.resolved import RByline
from tests.conftest import SENTENCE, Project
from tests.flow.conftest import (
    ASCENT,
    GRID,
    HERE,
    PITCH,
    SIZE,
    block,
    changed,
    headline,
    story,
    words,
)
from tests.told import assert_told

ROWS = 12


def byline(text: str = "记者甲乙", size: float = SIZE, **more: object) -> RByline:
    settings: dict[str, object] = {"over": "column", "rule": "thin", "lines": None, "place": HERE}
    style = {k: more.pop(k) for k in tuple(more) if k == "align"}
    return RByline(text=words(text, size, **style), **(settings | more))  # type: ignore[arg-type]


def made(setter, spec, *, text="中" * 118, columns=2, obstacles=(), carry=None, **more):
    """A story signed at its head, in columns of ten characters: what is told, the by-line's lines,
    its rules, and the lines of each column of the grid that text stands on."""
    asked = story(text, byline_head=spec, byline=words("记者甲乙"), columns=columns, **more)
    place = block(asked, last=ROWS, width=110.0 * columns - 10)
    around = Around(accent=BLACK, obstacles=tuple(obstacles), carry=carry)
    done = make_story(setter, place, asked, GRID, around)
    lines = [i for i in done.items if isinstance(i, PlacedLine)]
    own = [line for line in lines if line.node.endswith("#byline")]
    rules = [i for i in done.items if isinstance(i, Box)]
    rows = [
        [round((i.baseline - GRID.baseline_of(1)) / PITCH) + 1 for i in lines if i.column == k + 1]
        for k in range(columns)
    ]
    return done, own, rules, rows


def test_it_stands_over_the_first_column_with_its_rule_half_way_to_the_text(setter):
    done, (line,), (rule,), rows = made(setter, byline())
    assert (line.x, line.baseline) == (20, pytest.approx(GRID.baseline_of(1)))
    assert rows == [list(range(3, 13)), [1, 2]]
    assert (rule.rect.x, rule.rect.width) == (20, 100)
    foot, text = line.baseline + (1 - ASCENT) * SIZE, GRID.baseline_of(3) - ASCENT * SIZE
    middle = rule.rect.y + rule.rect.height / 2
    assert foot < middle < (foot + text) / 2
    assert [frame.room for frame in done.frames] == [10, 12]
    assert done.fits[0].room == 22


def test_it_stands_over_all_columns(setter):
    done, (line,), (rule,), rows = made(setter, byline(over="all"), columns=3)
    assert line.baseline == pytest.approx(GRID.baseline_of(1))
    assert (rule.rect.x, rule.rect.width) == (20, 320)
    assert rows == [list(range(3, 13)), [3, 4], []]
    assert [frame.room for frame in done.frames] == [10, 10, 10]


@pytest.mark.parametrize(
    ("span", "over", "wide", "rooms"),
    [
        (2, "all", 210, [6, 6, 12]),  # those under the headline, not the one beside it
        (2, "column", 100, [6, 8, 12]),
        (None, "all", 320, [6, 6, 6]),
    ],
)
def test_under_a_headline_over_some_columns(setter, span, over, wide, rooms):
    spec = byline(over=over)
    done, (line,), (rule,), _ = made(
        setter, spec, columns=3, headline=headline("题", lines=4, span=span)
    )
    assert line.baseline == pytest.approx(GRID.baseline_of(5))
    assert rule.rect.width == wide
    assert [frame.room for frame in done.frames] == rooms


@pytest.mark.parametrize(
    ("words", "keys", "taken"),
    [
        (("记者甲乙", 10), {}, 2),
        (("记者甲乙", 10), {"rule": "none"}, 1),
        (("记者甲乙", 10), {"lines": 4}, 4),
        (("记者甲乙丙丁戊己庚辛壬", 10), {}, 3),  # of two lines
        (("记者甲乙", 14), {}, 2),
        (("记者甲乙", 16), {}, 3),
    ],
)
def test_it_takes_whole_lines_as_many_as_it_needs(setter, words, keys, taken):
    text, size = words
    keys = {"rule": "thin"} | keys
    _, own, rules, rows = made(setter, byline(text, size, **keys))
    assert rows[0][0] == taken + 1
    assert len(rules) == (keys["rule"] != "none")
    foot = own[-1].baseline + (1 - ASCENT) * size
    top = GRID.baseline_of(taken + 1) - ASCENT * SIZE
    assert foot <= top
    for box in rules:
        assert foot + 1 < box.rect.y < box.rect.bottom < top - 1
        assert box.rect.y - foot < PITCH  # it is the by-line's, however many lines are stated


def test_fewer_lines_than_it_needs_are_told(setter):
    done, _, _, rows = made(setter, byline("记者甲乙丙丁戊己庚辛壬", lines=2))
    (found,) = [d for d in done.diagnostics if d.code == "BYLINE"]
    assert_told(found, "BYLINE.lines", {"lines": 2, "needed": 3, "path": "byline_at.lines"})
    assert rows[0][0] == 4


@pytest.mark.parametrize(("align", "shift"), [("left", 0), ("center", 30), ("right", 60)])
def test_its_style_ranges_it(setter, align, shift):
    _, (line,), _, _ = made(setter, byline(align=align))
    assert line.x == pytest.approx(20 + shift)


def test_a_column_that_it_fills_has_no_text_and_one_too_short_is_told(setter):
    done, _, _, rows = made(setter, byline(lines=ROWS), text="中" * 18)
    assert rows == [[1, 2], []]  # the second column is the only one that has lines
    assert not [d for d in done.diagnostics if d.severity == "error"]
    done, _, _, _ = made(setter, byline(lines=ROWS + 1), text="中" * 18)
    (found,) = [d for d in done.diagnostics if d.severity == "error"]
    assert found.said.key == "OVERSET.homeless"


def test_below_what_stands_at_the_head_of_its_column(setter):
    corners = ((20, 30), (120, 30), (120, 30 + 3 * PITCH), (20, 30 + 3 * PITCH))
    _, (line,), _, rows = made(setter, byline(), obstacles=[Obstacle(points=corners, standoff=0.0)])
    assert line.baseline == pytest.approx(GRID.baseline_of(4))
    assert rows[0][0] == 6


def test_text_of_its_own_leading_begins_on_its_own_lines(setter):
    body = changed(story("中").body, leading=16.0)
    _, (line,), _, _ = made(setter, byline(), body=body)
    done, _, _, _ = made(setter, byline(), body=body)
    text = next(i for i in done.items if isinstance(i, PlacedLine) and i.body)
    assert text.baseline - line.baseline == pytest.approx(32)


def test_there_is_no_second_one_after_the_text(setter):
    _, own, _, _ = made(setter, byline(), text="中")
    assert len(own) == 1
    _, own, _, rows = made(setter, byline(), text="中" * 38, carry=Carry(offset=10, signed=True))
    assert (own, rows[0]) == ([], [1, 2, 3])
    # A page that goes on with a text that nobody has signed has it at the end.
    _, (line,), rules, _ = made(setter, byline(), text="中" * 38, carry=Carry(offset=10))
    assert (line.baseline, rules) == (pytest.approx(GRID.baseline_of(4)), [])


def test_a_first_character_of_several_lines_stands_below_it(setter):
    _, _, _, rows = made(setter, byline(), initial=2)
    assert rows[0][0] == 3


# On a page

TEXT = "\n\n".join([SENTENCE * 2] * 3)


def write(project: Project, keys: str, at: str, name: str = "T1"):
    """A page with a signed story in a block of these keys."""
    spec = f"page: {name}\nformat: tabloid\nblocks:\n  - id: a\n    story: stories/signed.md\n"
    rows = "".join(f"    {key}\n" for key in keys.split("; "))
    return project.write(f"{name}.yaml", f"{spec}{rows}    at: {at}\n")


@pytest.fixture
def page(project: Project):
    """The page of these keys."""
    project.write("stories/signed.md", f"---\ntitle: 题\nbyline: 记者甲乙\n---\n\n{TEXT}\n")

    def make(keys: str, at: str = "{cols: 1-3, lines: 1-40}", name: str = "T1"):
        return Session().page(write(project, keys, at, name))

    return make


def runs(made, part: str) -> list[GlyphRun]:
    return [i for i in made.display.items if isinstance(i, GlyphRun) and i.node.endswith(part)]


def test_a_page_sets_it_in_black_face_and_at_the_end_as_before(page):
    head, end = page("byline_at: head"), page("byline_at: end")
    assert end.dump() == page("columns: 1").dump()
    (one,), (other,) = runs(head, "#byline"), runs(end, "#byline")
    assert (one.face[:15], other.face[:9]) == ("NotoSansSC-Bold", "BanxinKai")
    assert one.y < runs(head, "#p1")[0].y
    assert other.y > runs(end, "#p3")[-1].y


def test_it_is_read_after_the_headline_and_before_the_text(page):
    made = page("byline_at: {stands: head, over: all}; columns: 2")
    parts = [i.node.partition("#")[2] for i in made.display.items if isinstance(i, GlyphRun)]
    assert parts[:3] == ["title", "byline", "p1"]


@pytest.mark.parametrize(("over", "rooms"), [("column", -2), ("all", -4)])
def test_of_text_that_runs_down_it_takes_columns_at_the_right(page, over, rooms):
    plain = page("vertical: true; columns: 2; byline_at: end")
    made = page(f"vertical: true; columns: 2; byline_at: {{stands: head, over: {over}}}")
    (line,) = runs(made, "#byline")
    first = runs(made, "#p1")[0]
    assert line.vertical
    assert first.x < line.x
    assert made.display.fits[0].room - plain.display.fits[0].room == rooms
    assert not [d for d in made.diagnostics if d.severity == "error"]
    rule = next(i for i in made.display.items if isinstance(i, Box) and i.node.endswith("#byline"))
    assert first.x + first.size / 2 < rule.rect.x < line.x - line.size / 2


@pytest.mark.usefixtures("page")
def test_a_stack_gives_it_its_lines(project: Project):
    spec = (
        "page: T1\nformat: tabloid\nblocks:\n  - stack:\n"
        "      - {{id: a, story: stories/signed.md, columns: {{count: 2, level: true}},"
        " byline_at: {}}}\n"
        "      - {{rule: thin, lines: fill}}\n    at: {{cols: 1-3, lines: 1-60}}\n"
    )
    high = []
    for value in ("end", "head", "{stands: head, over: all}"):
        made = Session().page(project.write("T1.yaml", spec.format(value)))
        assert made.good, made.diagnostics
        own = next(b for b in made.display.blocks if b.id == "a")
        high.append(round(own.rect.height / made.display.grid.pitch))
    plain, column, whole = high
    assert plain < whole
    assert plain <= column <= whole


def test_a_story_that_goes_on_is_signed_once(project: Project, page):
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    for at_first, counts in (("head", (1, 0)), ("end", (0, 1))):
        write(project, "jump_from: T1", "{cols: 1-3, lines: 1-40}", "T2")
        first = page(f"jump_to: T2; byline_at: {at_first}", "{cols: 1, lines: 1-20}")
        second = Session().page(project.path("T2.yaml"))
        assert (len(runs(first, "#byline")), len(runs(second, "#byline"))) == counts
        assert first.good, first.diagnostics
        assert second.good, second.diagnostics


def test_what_does_nothing_is_told(project: Project, page):
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    write(project, "jump_to: T2", "{cols: 1, lines: 1-20}")
    made = page("jump_from: T1; byline_at: head", name="T2")
    (found,) = [d for d in made.diagnostics if d.code == "BYLINE"]
    assert_told(found, "BYLINE.goes-on", {"page": "T1", "path": "byline_at"})
    assert len(runs(made, "#byline")) == 1  # the page before has set none
    project.write("stories/signed.md", f"---\ntitle: 题\n---\n\n{TEXT}\n")
    made = page("byline_at: head")
    (found,) = [d for d in made.diagnostics if d.code == "BYLINE"]
    assert_told(found, "BYLINE.none", {"story": "stories/signed.md"})


@pytest.mark.parametrize("value", ["top", "{stands: middle}", "{over: 2}", "{lines: 0}"])
def test_what_is_no_place_is_an_error(page, value):
    with pytest.raises(StopError) as stop:
        page(f"byline_at: {value}")
    (found,) = stop.value.diagnostics
    assert found.code == "VALUE"
    assert str(found.where).startswith("T1.yaml:6:")
