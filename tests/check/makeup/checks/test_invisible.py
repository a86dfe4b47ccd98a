"""Words against what is under them: each page on which they are lost, and its mended twin."""

from typing import Any

import pytest
from PIL import Image

from layout.api import Session
from layout.check.building import told_on_building
from layout.check.makeup.checks import invisible
from layout.color import BLACK, WHITE, Color, parse_color
from layout.diagnostics import Diagnostic, Place
from layout.display.items import Box, Path, Picture
from layout.flow.rules.rounded import panel
from layout.geometry import Rect
from layout.pictures.shade import Shade
from layout.record import replace
from layout.words.said import said
from tests.check.pages import (
    block,
    rect,
    run,
    subject,
    told_by,
)
from tests.conftest import Project
from tests.told import Told

WORDS = run("反白的标题", 60, 110, "w", size=20.0)

GROUND = Rect(50, 80, 200, 60)

WHERE = [block("w", "text", GROUND)]


def ink(text: str) -> Color:
    made = parse_color(text)
    assert made is not None
    return made


def told(words: Color, *grounds: Box | Path | Picture, checks: str = "", **more: Any) -> list[Told]:
    page = subject([*grounds, replace(WORDS, color=words)], blocks=WHERE, checks=checks, **more)
    return told_by(invisible.CHECK, page)


def tint(fill: str, where: Rect = GROUND) -> Box:
    return Box(rect=where, fill=ink(fill), node="w", role="tint")


@pytest.mark.parametrize("fill", ["M8 Y8", "Y100", "K10", "K25", "C20 M5"])
def test_white_on_a_pale_tint_is_lost_and_black_is_not(fill: str) -> None:
    assert len(told(WHITE, tint(fill))) == 1
    assert not told(BLACK, tint(fill))


def test_a_panel_with_round_corners_is_a_ground_as_far_as_it_goes() -> None:
    assert not told(WHITE, panel(GROUND, ink("K100"), 6.0, "w", "panel"))
    assert len(told(BLACK, panel(GROUND, ink("K100"), 6.0, "w", "panel"))) == 1
    # A disc of 60 points at its left holds the first of five characters of 20.
    disc = panel(Rect(50, 74, 60, 60), ink("K100"), 30.0, "w", "panel")
    assert len(told(WHITE, disc)) == 1


@pytest.mark.parametrize("fill", ["K100", "M100 Y90", "C100", "C80 M40", "K40"])
def test_white_on_a_dark_ground_is_seen(fill: str) -> None:
    assert not told(WHITE, tint(fill))


def test_dark_words_on_a_dark_ground_are_lost() -> None:
    assert told(BLACK, tint("K100"))
    assert told(ink("K80"), tint("K100"))
    assert told(ink("C100 M80"), tint("K80"))


def test_words_in_little_ink_on_bare_paper_are_lost() -> None:
    assert told(WHITE) == [
        (
            "INVISIBLE.words",
            {
                "text": "反白的标题", "block": "w", "ink": said("part.no-ink"),
                "ground": said("part.bare-paper"), "lightness": "100", "ground_lightness": "100",
                "least_apart": 25, "lost": "", "more": "", "hint": said("part.see-on-paper"),
            },
        )
    ]  # fmt: skip
    assert told(ink("Y100"))
    assert told(ink("K30"))
    assert not told(ink("K40"))
    assert not told(ink("M100 Y90"))


def test_the_least_is_a_threshold() -> None:
    assert not told(ink("K31"))  # 25.4 apart
    (near,) = told(ink("K30"))  # 24.5, and 75 and 100 would be read as 25 apart
    shown = {name: near[1][name] for name in ("lightness", "ground_lightness", "least_apart")}
    assert shown == {"lightness": "75.5", "ground_lightness": "100.0", "least_apart": 25}
    assert told(ink("K40"), checks="{INVISIBLE: {least: 40}}")
    assert not told(ink("K30"), checks="{INVISIBLE: {least: 10}}")


def test_the_uppermost_ground_counts_and_what_is_painted_later_does_not() -> None:
    assert not told(WHITE, tint("M8 Y8"), tint("K100"))
    assert told(WHITE, tint("K100"), tint("M8 Y8"))
    after = subject([replace(WORDS, color=WHITE), tint("K100")], blocks=WHERE)
    assert told_by(invisible.CHECK, after)


def test_words_that_stand_half_on_a_ground_are_counted() -> None:
    (one,) = told(WHITE, tint("K100", Rect(50, 80, 50, 60)))  # two characters of five
    assert one[1]["lost"] == said("part.lost-of", count=3, characters=5)


def photo(dark: float) -> Shade:
    """A picture of which the left part is black and the rest is white."""
    row = bytes(0 if x < dark * 100 else 255 for x in range(100))
    return Shade(width=100, height=10, light=row * 10, cover=b"\xff" * 1000)


@pytest.mark.parametrize(("dark", "lost"), [(0.0, 1), (0.4, 1), (0.5, 0), (1.0, 0)])
def test_on_a_photograph_the_part_under_each_character_counts(dark: float, lost: int) -> None:
    """The words reach from a twentieth of its width to 0.55 of it."""
    picture = Picture(rect=GROUND, source="p.jpg", node="w")
    found = told(WHITE, picture, light=lambda _: photo(dark))
    assert len(found) == lost, found


def test_a_crop_is_looked_through() -> None:
    right = Picture(rect=GROUND, source="p.jpg", node="w", crop=(0.5, 0.0, 1.0, 1.0))
    assert told(WHITE, right, light=lambda _: photo(0.5))
    left = replace(right, crop=(0.0, 0.0, 0.5, 1.0))
    assert not told(WHITE, left, light=lambda _: photo(0.5))


def test_what_is_behind_a_transparent_picture_counts() -> None:
    clear = Shade(width=1, height=1, light=b"\x00", cover=b"\x00")
    picture = Picture(rect=GROUND, source="cut.png", node="w")
    assert told(WHITE, tint("M8 Y8"), picture, light=lambda _: clear)
    assert not told(WHITE, tint("K100"), picture, light=lambda _: clear)


# On a page as its editor writes it
def built(project: Project) -> list[Diagnostic]:
    page = Session().page(project.spec)
    return [d for d in told_on_building(page) if d.code == "INVISIBLE"]


def test_the_small_page_has_nothing_to_be_said_of(project: Project) -> None:
    assert not built(project)


@pytest.mark.parametrize(
    ("pale", "dark"),
    [
        ("text: [{text: 反白, style: lit}]\n    fill: tint",
         "text: [{text: 反白, style: lit}]\n    fill: black"),
        ("text: [反白]\n    fill: tint\n    reverse: true", "text: [反白]\n    fill: tint"),
        ("text: [{text: 淡黄, style: pale}]", "text: [{text: 淡黄, style: pale}]\n    fill: K100"),
        ("picture: assets/cut.png\n    fill: tint\n    caption: 秋柿\n    caption_at: inside",
         "picture: assets/cut.png\n    fill: K100\n    caption: 秋柿\n    caption_at: inside"),
        ("picture: assets/foot.png\n    caption: 秋柿\n    caption_at: inside",
         "picture: assets/foot.png\n    caption: 秋柿\n    caption_at: inside\n"
         "    caption_fill: tint"),
    ],
)  # fmt: skip
def test_pale_words_are_told_where_they_stand(project: Project, pale: str, dark: str) -> None:
    sheet = "styles:\n  lit: {like: title, color: paper}\n  pale: {like: title, color: Y60}\n"
    project.write("styles.yaml", sheet)
    Image.new("RGBA", (600, 300), (0, 0, 0, 0)).save(project.path("assets/cut.png"))
    foot = Image.new("RGB", (600, 300), (30, 60, 110))
    foot.paste((245, 235, 200), (0, 220, 600, 300))
    foot.save(project.path("assets/foot.png"))
    at = "\n    at: {cols: 1-3, lines: 72-84}\n"
    made = project.spec.read_text(encoding="utf-8")
    project.write("T1.yaml", f"{made}  - id: words\n    {pale}{at}")
    (one,) = built(project)
    assert one.severity == "warning"
    assert one.said["block"] == "words"
    assert isinstance(one.where, Place)
    assert one.where.line == made.count("\n") + 1
    project.write("T1.yaml", f"{made}  - id: words\n    {dark}{at}")
    assert not built(project)


def test_type_in_the_colour_of_its_fill_is_told_once_a_block(project: Project) -> None:
    black = "    columns: 2\n    fill: K100\n    reverse: false"
    project.change("T1.yaml", "    columns: 2", black)
    (one,) = built(project)
    assert one.said["ink"] == "K100"
    assert one.said["ground"] == said("part.ground-of", color="K100")
    assert one.said["more"].key == "part.more-like-it"  # kicker, title, the lines


def test_white_on_the_panel_of_a_label_is_seen_and_accent_is_not(project: Project) -> None:
    project.change("stories/two.md", "title:", "label: 早\ntitle:")
    assert not built(project)
    project.write("styles.yaml", "styles:\n  label: {color: accent}\n")
    assert len(built(project)) == 1


def test_words_that_stand_out_of_their_dark_ground_are_told_as_too_high() -> None:
    lit = run("反白", 100, 200, "w", size=20.0)
    page = subject([replace(lit, color=WHITE)], blocks=[block("w", "text", rect(50, 1, 190, 5))])
    assert told_by(invisible.CHECK, page)
    assert not told_by(invisible.CHECK, replace(page, faults=frozenset({"w"})))
