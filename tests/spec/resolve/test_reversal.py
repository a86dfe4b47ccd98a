"""Words on a dark panel stand in the colour of the paper, unless the spec says otherwise."""

import pytest

from layout.color import BLACK, WHITE, Color, parse_color
from layout.record import replace
from layout.spec.resolve.resolved import RIndex, RPicture, RStory
from tests.conftest import Project
from tests.spec.conftest import resolved


def story(project: Project, keys: str) -> RStory:
    project.change("T1.yaml", "    columns: 2", f"    columns: 2\n    {keys}")
    content = resolved(project).blocks[0].content
    assert isinstance(content, RStory)
    return content


@pytest.mark.parametrize(
    ("inks", "dark"),
    [
        ("K100", True), ("M100 Y100", True), ("C100 M60", True), ("K75", True), ("M85 Y85", True),
        ("K0", False), ("K60", False), ("Y100", False), ("C100", False), ("M8 Y8", False),
        ("M50 Y50", False), ("C20", False),
    ],
)  # fmt: skip
def test_dark_is_what_white_words_stand_out_from(inks: str, dark: bool):
    color = parse_color(inks)
    assert color is not None
    assert color.is_dark is dark


def test_more_ink_is_never_lighter():
    for ink in "cmyk":
        steps = [replace(Color(), **{ink: v}).luminance for v in (0.0, 25.0, 50.0, 100.0)]
        assert steps == sorted(steps, reverse=True)
        assert steps[0] == 1.0


def test_a_story_on_a_dark_fill_is_reversed(project: Project):
    made = story(project, "fill: accent")
    assert made.body.color == made.subhead.color == made.strong.color == made.runin.color == WHITE
    assert made.headline is not None
    assert made.headline.title[0].style.color == WHITE
    assert made.headline.kicker is not None
    assert made.headline.kicker.style.color == WHITE


def test_on_a_tint_it_is_not(project: Project):
    assert story(project, "fill: tint").body.color == BLACK


def test_the_spec_has_the_last_word(project: Project):
    assert story(project, "fill: K100\n    reverse: false").body.color == BLACK
    project.change("T1.yaml", "reverse: false", "reverse: true")
    project.change("T1.yaml", "fill: K100", "fill: K10")
    content = resolved(project).blocks[0].content
    assert isinstance(content, RStory)
    assert content.body.color == WHITE


def test_a_style_with_a_colour_of_its_own_keeps_it(project: Project):
    sheet = "  ours: {color: K100}\n  news: {like: ours}\n  title: {color: C100}\n"
    project.write("styles.yaml", f"styles:\n{sheet}")
    made = story(project, "fill: accent\n    body: news")
    assert made.body.color == BLACK
    assert made.headline is not None
    assert made.headline.title[0].style.color == Color(c=100.0)


def test_rules_of_an_index_are_reversed_with_it(project: Project):
    index = "  - index: [{page: T2, title: 甲}, {page: T3, title: 乙}]\n    fill: K100\n"
    at = "    at: {cols: 1-3, lines: 72-80}\n"
    project.change("T1.yaml", "blocks:\n", f"blocks:\n{index}{at}")
    content = resolved(project).blocks[0].content
    assert isinstance(content, RIndex)
    assert content.items[0][1][0].style.color == WHITE
    assert content.items[0][0].style.color == Color(m=100.0, y=100.0)  # index-page is in accent
    assert not isinstance(content.between, str)
    assert content.between.color == WHITE
    assert content.leader == "none"


@pytest.mark.parametrize(
    ("keys", "color"),
    [
        ("caption_at: inside", WHITE),
        ("caption_at: inside\n    caption_fill: K100", WHITE),
        ("caption_at: inside\n    caption_fill: tint", BLACK),
        ("caption_at: inside\n    caption_fill: K0\n    fill: K100", BLACK),
        ("caption_at: below", BLACK),
        ("caption_at: below\n    fill: K100", WHITE),
    ],
)
def test_a_caption_is_judged_by_what_is_behind_it(project: Project, keys: str, color: Color):
    project.change("T1.yaml", "    caption: 湖边的新园区", f"    caption: 新园区\n    {keys}")
    content = resolved(project).blocks[-1].content
    assert isinstance(content, RPicture)
    assert content.caption is not None
    assert content.caption.style.color == color
