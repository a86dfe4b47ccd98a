"""A fault is told once, as its cause: what follows from it is not told besides."""

import pytest

from layout.api import Session
from layout.check.building import told_on_building
from layout.check.makeup.checks import colbal, collide, invisible, out, tight, underset
from layout.check.makeup.gather import gather
from layout.check.makeup.subject import Subject
from layout.check.run import check_page
from layout.color import BLACK, WHITE
from layout.diagnostics import Diagnostic
from layout.display.items import Box
from layout.flow.type.align import too_high
from layout.geometry import Rect
from layout.record import replace
from layout.units import unlike
from tests.check.pages import (
    block,
    column,
    filler,
    fit,
    frame,
    messages,
    rect,
    run,
    story_block,
    subject,
    title,
)
from tests.conftest import SENTENCE, Project

HIGH = title("标题太高", 50, 1, "s.md", size=40.0)
BELOW = column(filler(3), 50, 3, "t.md")
BOTH = [story_block("s.md", rect(50, 1, 190, 2)), story_block("t.md", rect(50, 3, 190, 9))]


def told(what: Subject) -> list[str]:
    return [m for check in (collide.CHECK, tight.CHECK) for m in messages(check, what)]


def test_what_a_headline_meets_that_is_told_too_high_is_not_told_besides() -> None:
    page = subject([HIGH, *BELOW], blocks=BOTH)
    assert told(page)
    assert not told(replace(page, faults=frozenset({"s.md"})))


def test_what_else_meets_in_that_block_is_told_still() -> None:
    """A picture on its running text does not come of its headline."""
    panel = Box(rect=Rect(60, 100, 40, 30), fill=BLACK, node="q", role="panel")
    body = column(filler(5), 50, 3, "s.md")
    page = subject([*body, panel], blocks=BOTH, faults=frozenset({"s.md"}))
    assert messages(collide.CHECK, page)


def test_ink_off_the_page_is_an_error_whatever_was_told() -> None:
    from tests.check.test_page import Square

    off = run("出页", 456, 100, "s.md#title", size=24.0)
    page = subject([off], blocks=BOTH, faults=frozenset({"s.md"}), face=lambda _: Square())
    assert messages(out.CHECK, page)
    inside = replace(page, page=replace(page.page, width=600))
    assert not messages(out.CHECK, inside)
    assert messages(out.CHECK, replace(inside, faults=frozenset()))


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
    assert messages(collide.CHECK, replace(subject_, faults=frozenset()))
    assert "COLLIDE" not in {d.code for d in told_on_building(page)}


def test_words_that_stand_out_of_their_dark_ground_are_told_as_too_high() -> None:
    lit = run("反白", 100, 200, "w", size=20.0)
    page = subject([replace(lit, color=WHITE)], blocks=[block("w", "text", rect(50, 1, 190, 5))])
    assert messages(invisible.CHECK, page)
    assert not messages(invisible.CHECK, replace(page, faults=frozenset({"w"})))


def test_a_touch_that_is_an_error_is_no_warning_besides() -> None:
    words = run("正文一行字", 100, 200, "s.md#p1")
    through = Box(rect=Rect(100, 196, 20, 0.5), fill=BLACK, node="q", role="rule")
    near = Box(rect=Rect(125, 200.2, 20, 0.5), fill=BLACK, node="q", role="rule")
    assert len(messages(collide.CHECK, subject([words, through]))) == 1
    (one,) = messages(collide.CHECK, subject([words, near]))
    assert " touches " in one
    (both,) = messages(collide.CHECK, subject([words, through, near]))
    assert " goes through " in both


@pytest.mark.parametrize(
    ("value", "least", "said"),
    [(4.69, 4.73, ("4.69", "4.73")), (4.6, 4.73, ("4.6", "4.7")), (1.0, 1.0, ("1.0", "1.0")),
     (0.9996, 1.0, ("0.9996", "1.0000"))],
)  # fmt: skip
def test_two_numbers_are_read_as_two(value: float, least: float, said: tuple[str, str]) -> None:
    assert unlike(value, least) == said


def test_a_place_without_room_has_none_below_zero(project: Project) -> None:
    place = Session().page(project.spec).place
    (none,) = too_high("the folio", 20.0, -1.0, place)
    assert none.message == "the folio is 20.0 pt high, and there is no room for it"
    (some,) = too_high("the folio", 20.0, 10.0, place)
    assert some.message == "the folio is 20.0 pt high in 10.0 pt"


# Empty columns


def under(page: object) -> list[Diagnostic]:
    return [d for d in page.diagnostics if d.code == "UNDERSET"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("front", "block_"),
    [
        ("title: 短", ""),
        ("title: 短\nbyline: 记者　周立新", ""),
        ("title: 短", "\n    foot: 图片由本报提供"),
        ("title: 短\nbyline: 记者　周立新", "\n    foot: 图片由本报提供"),
        ("byline: 记者　周立新", "\n    vertical: true"),
        ("title: 短", "\n    end: ■"),
    ],
)
def test_build_check_and_the_table_count_alike(project: Project, front: str, block_: str) -> None:
    project.write("stories/two.md", f"---\n{front}\n---\n\n{SENTENCE}\n")
    where = "    at: {cols: 5-6, lines: 5-20}"
    head = "    headline: {lines: 6, size: 22pt}\n" if "title" in front else ""
    project.change("T1.yaml", f"{where}\n    headline: {{lines: 6, size: 22pt}}\n",
                   f"{where}{block_}\n{head}")  # fmt: skip
    page = Session().page(project.spec)
    report = check_page(page)
    (built,) = [d for d in under(page) if "two" in d.message]
    (checked,) = [d for d in under(report) if "two" in d.message]
    assert checked.message.startswith(built.message + " (")
    (row,) = [r for r in report.copyfit if r.node == "stories/two.md"]
    assert f": {row.empty} lines, about {row.characters} characters, " in built.message


def ragged(left: int, right: int, **more: object) -> Subject:
    """Two columns of ten lines with so many set."""
    items = [
        *column(filler(left), 50, 1, "s"),
        *column(filler(right, paragraph=2), 260, 1, "s"),
    ]
    return subject(
        items,
        frames=[frame("s", 50, 1, 10, used=left), frame("s", 260, 1, 10, order=2, used=right)],
        blocks=[story_block("s", rect(50, 1, 400, 10))],
        fits=[fit("s", left + right, 20, columns=2)],
        **more,  # type: ignore[arg-type]
    )


def test_one_empty_foot_is_told_once() -> None:
    short = ragged(10, 4)
    assert len(messages(underset.CHECK, short)) == 1
    assert not messages(colbal.CHECK, short)
    assert messages(colbal.CHECK, ragged(10, 4, checks="{UNDERSET: skip}"))


def test_columns_that_are_not_level_for_another_cause_are_told() -> None:
    assert messages(colbal.CHECK, ragged(5, 10))  # a hole in the first column
    assert messages(colbal.CHECK, ragged(10, 8))  # as few lines as may be empty
    assert not messages(colbal.CHECK, ragged(9, 9))


def test_pictures_separated_for_the_press_are_one_line_a_page(project: Project) -> None:
    from PIL import Image

    more = ""
    for k in range(6):
        Image.new("RGB", (300, 200), (40 * k, 90, 120)).save(project.path(f"assets/n{k}.png"))
        more += f"  - {{picture: assets/n{k}.png, at: {{cols: {k + 1}, lines: 72-80}}}}\n"
    project.write("T1.yaml", project.spec.read_text(encoding="utf-8") + more)
    (one,) = [d for d in Session().page(project.spec).diagnostics if d.code == "PICTURE-INKS"]
    assert one.severity == "info"
    assert one.message.endswith(" more: converted to CMYK")
