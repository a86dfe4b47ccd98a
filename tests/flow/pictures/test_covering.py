"""What stands over a picture on purpose: where it may, and what is told of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layout.api import Session
from layout.check.run import check_page
from layout.display.items import Picture
from layout.flow.pictures.covering import union
from layout.geometry import Rect
from tests.conftest import Project
from tests.typed import near

PAGE = """\
page: T1
edition: edition.yaml
styles: voice.yaml
format: tabloid
blocks:
  - id: view
    picture: assets/view.png
    fit: cover
    at: {cols: 1-4, lines: 5-34}
  - id: upper
    UPPER
    over: view
    at: {cols: 4-4, lines: 20-29}
"""
WORDS = "text: [{text: 湖边, style: small, align: center}]"


@given(
    st.lists(
        st.builds(Rect, *[st.integers(0, 12)] * 2, *[st.integers(0, 6)] * 2), max_size=6
    )
)  # fmt: skip
def test_the_area_of_several_is_that_of_the_squares_they_cover(rects: list[Rect]) -> None:
    squares = {
        (x, y)
        for r in rects
        for x in range(int(r.x), int(r.right))
        for y in range(int(r.y), int(r.bottom))
    }
    assert union(rects) == pytest.approx(len(squares))


@pytest.fixture
def view(project: Project) -> Project:
    Image.new("RGB", (3000, 2000), (20, 60, 40)).save(project.path("assets/view.png"))
    Image.new("RGB", (1200, 1200), (200, 160, 90)).save(project.path("assets/small.png"))
    clear = Image.new("RGBA", (1200, 1200), (200, 30, 30, 0))
    clear.paste((200, 30, 30, 255), (200, 200, 1000, 1000))
    clear.save(project.path("assets/clear.png"))
    small = "small: {like: title, size: 20pt}\n  white: {like: small, color: K0}"
    project.write("voice.yaml", f"styles:\n  {small}\n")
    return project


def told(view: Project, upper: str, *codes: str) -> list[tuple[str, str]]:
    """What is told of a page with these codes: the key, and how bad it is."""
    view.write("T1.yaml", PAGE.replace("UPPER", upper))
    page = Session().page(view.spec)
    found = check_page(page).diagnostics
    return [(d.said.key, d.severity) for d in found if d.code in codes]


def test_a_picture_over_another_collides_with_nothing_and_what_it_covers_is_told(
    view: Project,
) -> None:
    assert told(view, "picture: assets/small.png", "COLLIDE", "OVERLAP", "OVER") == [
        ("OVER.covers", "info")
    ]
    page = Session().page(view.spec)
    (one,) = [d for d in page.diagnostics if d.code == "OVER"]
    lower, upper = [i.rect for i in page.display.items if isinstance(i, Picture)]
    part = upper.width * upper.height / (lower.width * lower.height)
    assert one.said["percent"] == near(100 * part)
    assert (one.said["name"], one.said["file"]) == ("assets/small.png", "assets/view.png")


def test_a_transparent_one_is_told_as_such_and_covers_nothing(view: Project) -> None:
    assert told(view, "picture: assets/clear.png", "COLLIDE", "OVER") == [("OVER.clear", "info")]


def test_in_x1a_nothing_is_live_and_nobody_says_so(view: Project) -> None:
    view.write(
        "T1.yaml", PAGE.replace("UPPER", "picture: assets/clear.png") + "press: {pdfx: x1a}\n"
    )
    assert [d for d in Session().page(view.spec).diagnostics if d.code == "OVER"] == []


def test_words_stand_on_a_picture_or_on_a_panel_of_their_own(view: Project) -> None:
    white = WORDS.replace("small", "white")
    for upper, codes in (
        (white, []),
        (f"{WORDS}\n    fill: K0", [("OVER.covers", "info")]),
        (WORDS, [("INVISIBLE.words", "warning")]),
    ):
        view.write("T1.yaml", PAGE.replace("UPPER", upper))
        found = check_page(Session().page(view.spec)).diagnostics
        seen = ("COLLIDE", "OVERLAP", "OVER", "INVISIBLE")
        assert [(d.said.key, d.severity) for d in found if d.code in seen] == codes


def test_a_story_on_a_panel_covers_what_its_panel_does(view: Project) -> None:
    upper = "story: stories/two.md\n    fill: K0"
    assert told(view, upper, "OVER", "OVERLAP") == [("OVER.covers", "info")]


def test_words_across_the_edge_of_the_picture_are_told_unless_they_have_a_panel(
    view: Project,
) -> None:
    across = PAGE.replace("lines: 20-29", "lines: 34-35")
    for upper, codes in ((WORDS, ["COLLIDE.stands-across"]), (f"{WORDS}\n    fill: K0", [])):
        view.write("T1.yaml", across.replace("UPPER", upper))
        found = check_page(Session().page(view.spec)).diagnostics
        assert [d.said.key for d in found if d.code == "COLLIDE" and d.severity == "error"] == codes


def test_what_is_not_said_to_stand_over_it_overlaps(view: Project) -> None:
    view.write("T1.yaml", PAGE.replace("UPPER", "picture: assets/small.png").replace(
        "    over: view\n", ""
    ))  # fmt: skip
    with pytest.raises(Exception, match="OVERLAP"):
        Session().page(view.spec)
