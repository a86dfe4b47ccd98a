"""栏目 as a spec says it: its inks, its form, and what cannot be together."""

from typing import Any

import pytest
from PIL import Image

from layout.color import BLACK, WHITE, parse_color
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun, Path, Picture
from layout.units import mm
from tests.conftest import SENTENCE, Project

PAGE = """\
page: G1
format: {preset: tabloid}
blocks:
  - story: stories/a.md
    headline: {lines: 7%s}
    label: %s
    at: {cols: 1-3, lines: 1-30}
"""
STORY = f"---\ntitle: 题目六个字呢\nkicker: 引题\nlabel: 河湾 | 时评\n---\n\n{SENTENCE}\n"


def made(project: Project, label: str, *, story: str = STORY, headline: str = "") -> Any:
    flower = project.path("assets/flower.png")
    flower.parent.mkdir(exist_ok=True)
    Image.new("RGBA", (600, 200), (0, 0, 0, 0)).save(flower)
    return project.composed(PAGE % (headline, label), {"a": story})


def drawn(page: Any) -> list[Any]:
    return [i for i in page.display.items if i.node.endswith("#label")]


def words(page: Any) -> list[GlyphRun]:
    return [i for i in drawn(page) if isinstance(i, GlyphRun)]


def test_a_lone_word_is_its_style_and_today_s_look(project: Project) -> None:
    project.write("styles.yaml", "styles:\n  small: {like: label, size: 8pt}\n")
    short = made(project, "small").display
    assert short == made(project, "{style: small}").display
    ground, run = drawn(made(project, "small"))
    assert isinstance(ground, Box)
    assert (run.size, run.color) == (8.0, WHITE)


def test_words_on_a_pale_panel_are_black_and_without_one_in_its_ink(project: Project) -> None:
    assert words(made(project, "{color: tint}"))[0].color == BLACK
    assert words(made(project, "{color: C100 M60}"))[0].color == WHITE
    for look in ("plain", "outline"):
        page = made(project, f"{{color: C100 M60, look: {look}}}")
        assert words(page)[0].color == parse_color("C100 M60")
    rules = [i for i in drawn(page) if isinstance(i, Box)]
    assert {rule.fill for rule in rules} == {parse_color("C100 M60")}


def test_a_style_that_has_a_colour_keeps_it(project: Project) -> None:
    project.write("styles.yaml", "styles:\n  green: {like: label, color: C90 Y100}\n")
    for look in ("panel", "plain", "outline"):
        page = made(project, f"{{style: green, look: {look}}}")
        assert words(page)[0].color == parse_color("C90 Y100")


def test_words_on_a_panel_are_for_the_panel_and_not_for_the_block(project: Project) -> None:
    page = PAGE % ("", "{color: tint}\n    fill: K100")
    run = words(project.composed(page, {"a": STORY}))[0]
    assert run.color == BLACK


def test_its_parts_stand_in_one_line_or_in_several(project: Project) -> None:
    (one,) = words(made(project, "{stands: above}"))
    assert one.text == "河湾\u3000时评"
    first, second = words(made(project, "{stands: above, arrange: stack}"))
    assert (first.text, second.text) == ("河湾", "时评")
    assert second.y - first.y == pytest.approx(1.25 * first.size)


@pytest.mark.parametrize(("corners", "radius"), [("pill", 1.75 * 13 / 2), ("1mm", mm(1))])
def test_round_corners_and_ends(project: Project, corners: str, radius: float) -> None:
    (pill,) = [i for i in drawn(made(project, f"{{corners: {corners}}}")) if isinstance(i, Path)]
    start, left = pill.steps[0][1][0], min(p[-2] for _, p in pill.steps if p)
    assert start - left == pytest.approx(radius)


def test_a_picture_stands_for_words_and_needs_none(project: Project) -> None:
    look = "{picture: assets/flower.png, height: 10mm, stands: beside}"
    bare = STORY.replace("label: 河湾 | 时评\n", "")
    for story, alt in ((STORY, "河湾\u3000时评"), (bare, "")):
        page = made(project, look, story=story)
        assert not [d for d in page.diagnostics if d.severity == "error"]
        (picture,) = drawn(page)
        assert isinstance(picture, Picture)
        assert (picture.rect.width, picture.rect.height) == pytest.approx((mm(30), mm(10)))
        assert picture.alt == alt


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("{height: 8mm}", "LABEL.no-picture"),
        ("{stands_in: true}", "LABEL.no-picture"),
        ("{picture: assets/flower.png}", "LABEL.height"),
        ("{picture: assets/flower.png, height: 8mm, color: tint}", "LABEL.picture"),
        ("{picture: assets/none.png, height: 8mm}", "MISSING-FILE.named"),
        ("{rule: thick}", "LABEL.rule"),
        ("{level: title}", "LABEL.level"),
        ("{look: plain, corners: 1mm}", "CORNERS.label"),
        ("{look: outline, rule: none}", "LABEL.no-frame"),
        ("{look: outline, rule: wavy, corners: 1mm}", "CORNERS.rule"),
        ("{style: none-such}", "UNKNOWN-STYLE.name"),
    ],
)
def test_what_cannot_be_is_told(project: Project, label: str, key: str) -> None:
    with pytest.raises(StopError) as stopped:
        made(project, label)
    assert [d.said.key for d in stopped.value.diagnostics if d.severity == "error"] == [key]


def test_a_vertical_headline_has_its_label_at_the_corner(project: Project) -> None:
    page = (PAGE % ("", "{stands: above}")).replace("{lines: 7}", "{vertical: true}")
    with pytest.raises(StopError) as stopped:
        project.composed(page, {"a": STORY})
    assert [d.said.key for d in stopped.value.diagnostics] == ["LABEL.vertical"]


@pytest.mark.parametrize(
    ("story", "label", "key"),
    [
        (STORY.replace("title: 题目六个字呢\nkicker: 引题\n", ""), "{stands: above}",
         "LABEL.no-headline"),
        (STORY.replace("kicker: 引题\n", ""), "{stands: beside, level: kicker}",
         "LABEL.no-kicker"),
    ],
)  # fmt: skip
def test_where_it_cannot_stand_is_told_and_it_stands_elsewhere(
    project: Project, story: str, label: str, key: str
) -> None:
    page = made(project, label, story=story)
    assert [d.said.key for d in page.diagnostics if d.code == "LABEL"] == [key]
    assert words(page)


def test_a_title_at_the_right_has_its_shoulder_over_its_first_character(project: Project) -> None:
    """A rule under the 肩题 is as long as its words; a bar stands before them."""
    keys = ", align: right, kicker: shoulder, shoulder: %s"
    page = made(project, "label", headline=keys % "under")
    at = {i.node.partition("#")[2]: i for i in page.display.items if isinstance(i, GlyphRun)}
    assert at["kicker"].x == at["title"].x
    rules = [i for i in page.display.items if i.node.endswith("#kicker") and isinstance(i, Box)]
    assert [r.rect.x for r in rules] == [at["kicker"].x]
    assert rules[0].rect.width == pytest.approx(at["kicker"].width)
    assert at["kicker"].y < rules[0].rect.y < at["title"].y - 0.88 * at["title"].size

    page = made(project, "label", headline=keys % "{stands: beside, rule: thick}")
    at = {i.node.partition("#")[2]: i for i in page.display.items if isinstance(i, GlyphRun)}
    (bar,) = [i for i in page.display.items if i.node.endswith("#kicker") and isinstance(i, Box)]
    assert bar.rect.x == pytest.approx(at["title"].x)
    assert bar.rect.right < at["kicker"].x
    assert bar.rect.height > bar.rect.width


@pytest.mark.parametrize(
    ("headline", "key"),
    [(", shoulder: under", "HEADLINE.shoulder"),
     (", kicker: shoulder, vertical: true", "VERTICAL.shoulder")],
)  # fmt: skip
def test_what_no_shoulder_has(project: Project, headline: str, key: str) -> None:
    page = (PAGE % (headline, "label")).replace("lines: 7, ", "")
    with pytest.raises(StopError) as stopped:
        project.composed(page, {"a": STORY})
    assert [d.said.key for d in stopped.value.diagnostics] == [key]
