"""A fault is told once, as its cause: what follows from it is not told besides."""

from layout.api import Session
from layout.check.building import told_on_building
from layout.check.makeup.checks import collide, tight
from layout.check.makeup.gather import gather
from layout.check.makeup.subject import Subject
from layout.check.run import check_page
from layout.color import BLACK
from layout.display.items import Box
from layout.geometry import Rect
from layout.record import replace
from tests.check.pages import (
    column,
    filler,
    rect,
    story_block,
    subject,
    title,
    told_by,
)
from tests.conftest import SENTENCE, Project
from tests.told import Told

HIGH = title("标题太高", 50, 1, "s.md", size=40.0)
BELOW = column(filler(3), 50, 3, "t.md")
OWN = column(filler(3), 50, 2, "s.md")
BOTH = [story_block("s.md", rect(50, 1, 190, 2)), story_block("t.md", rect(50, 3, 190, 9))]


def told(what: Subject) -> list[Told]:
    return [m for check in (collide.CHECK, tight.CHECK) for m in told_by(check, what)]


def test_what_a_headline_told_too_high_meets_of_its_own_is_not_told_besides() -> None:
    page = subject([HIGH, *OWN], blocks=BOTH)
    assert told(page)
    assert not told(replace(page, faults=frozenset({"s.md"})))


def test_what_it_covers_of_another_block_is_told() -> None:
    """The editor of the other story does not read of it under the name of this one."""
    page = subject([HIGH, *BELOW], blocks=BOTH, faults=frozenset({"s.md"}))
    found = [m for m in told_by(collide.CHECK, page) if m[0] == "COLLIDE.stands-on"]
    assert len(found) == 1
    picture = Box(rect=Rect(60, 60, 40, 30), fill=BLACK, node="q", role="panel")
    page = subject([picture, HIGH], blocks=BOTH, faults=frozenset({"s.md"}))
    assert "COLLIDE.stands-on" in [m[0] for m in told_by(collide.CHECK, page)]


def test_the_frame_that_a_headline_told_too_wide_runs_over_is_told() -> None:
    side = Box(rect=Rect(100, 40, 0.5, 60), fill=BLACK, node="s.md", role="rule")
    page = subject([HIGH, side], blocks=BOTH, faults=frozenset({"s.md"}))
    assert [m[0] for m in told_by(collide.CHECK, page)] == ["COLLIDE.goes-through"]


def test_what_else_meets_in_that_block_is_told_still() -> None:
    """A picture on its running text does not come of its headline."""
    panel = Box(rect=Rect(60, 100, 40, 30), fill=BLACK, node="q", role="panel")
    body = column(filler(5), 50, 3, "s.md")
    page = subject([*body, panel], blocks=BOTH, faults=frozenset({"s.md"}))
    assert told_by(collide.CHECK, page)


def test_a_built_page_tells_the_cause_alone(project: Project) -> None:
    project.change("T1.yaml", "headline: {lines: 6}", "headline: {lines: 2, size: 60pt}")
    page = Session().page(project.spec)
    assert [d.code for d in page.diagnostics if d.severity == "error"] == ["DISPLAY-HIGH"]
    assert not told_on_building(page)
    codes = {d.code for d in check_page(page).diagnostics}
    assert "DISPLAY-HIGH" in codes
    assert not codes & {"COLLIDE", "TIGHT", "OUT"}
    # The same type with the cause not told is what was told three times.
    project.change("T1.yaml", "lines: 2, size: 60pt", "lines: 6, size: 30pt")
    assert not told_on_building(Session().page(project.spec))


def test_a_header_that_is_told_too_wide_is_not_told_to_stand_on_itself(project: Project) -> None:
    long = "".join(f"{part}: [{SENTENCE * 2}]" + end for part, end in
                   (("left", "\n  "), ("center", "\n  "), ("right", "")))  # fmt: skip
    project.change("T1.yaml", 'left: ["{year}年{month}月{day}日 {weekday}"]', long)
    page = Session().page(project.spec)
    assert [d.code for d in page.diagnostics if d.severity == "error"] == ["DISPLAY-WIDE"]
    subject_ = gather(page.composed)
    assert "header" in subject_.faults
    assert told_by(collide.CHECK, replace(subject_, faults=frozenset()))
    assert "COLLIDE" not in {d.code for d in told_on_building(page)}
