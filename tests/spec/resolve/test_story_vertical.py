"""What a spec says of type that runs down, and what it may not say."""

from typing import Any

import pytest

from layout.spec.resolve.resolved import RStory, RText
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import codes, faults_of, where
from tests.told import assert_told

HEAD = "page: T1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"
STORY = "---\ntitle: 上句 | 下句\nkicker: 引题\n---\n\n正文。\n"


def page(project: Project, block: str, story: str = STORY) -> Project:
    project.write("lead.md", story)
    project.write("T1.yaml", f"{HEAD}  - {block}\n    at: {{cols: 1-3, lines: 1-30}}\n")
    return project


def content(project: Project):
    (made,) = resolved(project).blocks
    return made.content


def test_a_vertical_headline(project: Project) -> None:
    keys = "{vertical: true, title: stack, width: 5zi}"
    made = content(page(project, f"story: lead.md\n    headline: {keys}"))
    assert isinstance(made, RStory)
    head = made.headline
    assert head is not None
    assert (head.vertical, head.side, head.align, head.width) == (True, "left", "center", 45.0)
    assert [t.text for t in head.title] == ["上句", "下句"]
    assert not made.vertical


def test_it_stands_to_the_right_of_text_in_columns(project: Project) -> None:
    block = "story: lead.md\n    vertical: true\n    headline: {vertical: true, align: left}"
    made = content(page(project, block))
    assert isinstance(made, RStory)
    assert made.vertical
    assert made.headline is not None
    assert (made.headline.side, made.headline.align) == ("right", "left")


def test_a_vertical_box(project: Project) -> None:
    made = content(
        page(
            project,
            "vertical: true\n    text: [{text: 竖排, style: kicker}, {text: 一段, style: body}]",
        )
    )
    assert isinstance(made, RText)
    assert made.vertical
    assert [t.style.align for t in made.lines] == ["left", "justify"]


def test_long_numbers_are_a_matter_of_style(project: Project) -> None:
    project.write("styles.yaml", "styles:\n  year: {like: note, column_numbers: upright}\n")
    text = page(project, "text: {text: 2019年, style: year}\n    vertical: true")
    text.change("T1.yaml", "page: T1\n", "page: T1\nstyles: styles.yaml\n")
    made = content(text)
    assert isinstance(made, RText)
    assert made.lines[0].style.column_numbers == "upright"


@pytest.mark.parametrize(
    ("block", "line", "key", "values"),
    [
        (
            "story: lead.md\n    headline: {vertical: true, lines: 5}",
            6,
            "VERTICAL.headline-lines",
            {"path": "headline.lines"},
        ),
        (
            "story: lead.md\n    headline: {side: right}",
            6,
            "VERTICAL.headline-side",
            {"path": "headline.side"},
        ),
        (
            "story: lead.md\n    headline: {width: 3zi}",
            6,
            "VERTICAL.headline-side",
            {"path": "headline.width"},
        ),
        (
            "story: lead.md\n    vertical: true\n    foot: 摄影",
            6,
            "VERTICAL.story",
            {"path": "foot"},
        ),
        (
            "text: [甲, 乙]\n    vertical: true\n    arrange: row",
            7,
            "VERTICAL.arrange",
            {"path": "arrange"},
        ),
    ],
)
def test_what_runs_down_has_not_every_key(
    project: Project, block: str, line: int, key: str, values: dict[str, Any]
) -> None:
    (found,) = faults_of(resolved, page(project, block))
    assert_told(found, key, values)
    assert where(found)[0] == line


@pytest.mark.parametrize(
    ("keys", "white"),
    [
        ("inset: 1zi", (9.0, 9.0)),
        ("rules: thin", (9.0, 350 / 86 / 2 * 72 / 25.4)),
        ("inset: [1zi, 3pt]", (9.0, 3.0)),
        ("fill: tint", (9.0, 350 / 86 / 2 * 72 / 25.4)),
    ],
)
def test_lines_that_run_down_have_white_at_their_ends(
    project: Project, keys: str, white: tuple[float, float]
) -> None:
    (made,) = resolved(page(project, f"story: lead.md\n    vertical: true\n    {keys}")).blocks
    assert made.inner.x - made.rect.x == pytest.approx(white[0])
    assert made.inner.y - made.rect.y == pytest.approx(white[1])
    assert made.rect.bottom - made.inner.bottom == pytest.approx(white[1])


def test_a_vertical_box_has_white_at_its_ends(project: Project) -> None:
    (made,) = resolved(page(project, "text: [竖排]\n    vertical: true\n    rules: thin")).blocks
    assert made.inner.y - made.rect.y == pytest.approx(4.5)
    (flat,) = resolved(page(project, "text: [横排]\n    rules: thin")).blocks
    assert flat.inner.y == flat.rect.y


def test_a_label_over_columns(project: Project) -> None:
    story = STORY.replace("kicker: 引题", "label: 核心阅读")
    found = faults_of(resolved, page(project, "story: lead.md\n    vertical: true", story))
    assert codes(found) == ["VERTICAL"]


def test_too_many_tiers(project: Project) -> None:
    block = "story: lead.md\n    vertical: true\n    columns: 24"
    (found,) = faults_of(resolved, page(project, block))
    assert_told(found, "COLUMNS.no-room-tiers", {"tiers": 24})
