"""What a spec says of headlines and small headings, and what it may not say."""

from typing import Any

import pytest

from layout.color import WHITE, Color
from layout.spec.resolve.resolved import RStory
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import codes, faults_of
from tests.told import OfKey, assert_told

HEAD = "page: T1\nformat: tabloid\ndate: 2024-05-06\n"
STORY = """\
---
kicker: 引题
title: 上句 | 下句|?在此
subtitle: 副题
summary: 提要在此
---

正文。
"""
PLAIN = "---\ntitle: 主题\n---\n\n正文。\n"


def page(project: Project, keys: str, block: str = "", story: str = STORY) -> Project:
    project.write("lead.md", story)
    at = "    at: {cols: 1-3, lines: 1-30}\n"
    text = f"{HEAD}blocks:\n  - story: lead.md\n    headline: {{{keys}}}\n{block}{at}"
    project.write("T1.yaml", text)
    return project


def content(project: Project) -> RStory:
    (made,) = resolved(project).blocks
    assert isinstance(made.content, RStory)
    return made.content


def head(project: Project, keys: str, block: str = "", story: str = STORY):
    found = content(page(project, keys, block, story)).headline
    assert found is not None
    return found


def test_what_is_not_said(project: Project) -> None:
    made = head(project, "")
    assert (made.lines, made.span, made.fit) == (None, None, None)
    assert (made.stands, made.balance) == ("above", False)
    assert made.backing is None
    assert [t.text for t in made.title] == ["上句\u3000下句在此"]  # soft marks are not set
    assert made.summary is not None
    assert made.summary.text.text == "提要在此"
    assert made.summary.text.style.name == "summary"


def test_the_title_alone_leaves_out_what_stands_about_it(project: Project) -> None:
    made = head(project, "alone: true, kicker: beside")
    assert (made.kicker, made.subtitle, made.summary, made.beside) == (None, None, None, False)
    assert [t.text for t in made.title] == ["上句\u3000下句在此"]


def test_a_headline_without_a_title_has_nothing_to_stand_alone(project: Project) -> None:
    made = head(project, "alone: true", story=STORY.replace("title: 上句 | 下句|?在此\n", ""))
    assert made.kicker is not None
    assert made.subtitle is not None


def test_where_it_stands(project: Project) -> None:
    over = head(project, "span: 2", "    columns: 3\n")
    assert (over.stands, over.span) == ("above", 2)
    side = head(project, "stands: beside, side: right, width: 9zi")
    assert (side.stands, side.side, side.width) == ("beside", "right", 81.0)
    inside = head(project, "stands: inside, cols: 2-3, row: 4, lines: 5", "    columns: 4\n")
    assert inside.cols is not None
    assert (inside.stands, inside.cols.first, inside.cols.last) == ("inside", 2, 3)
    assert (inside.row, inside.lines) == (4, 5)


def test_a_balanced_title_keeps_its_marks(project: Project) -> None:
    made = head(project, "title: balance, rows: 3")
    assert (made.balance, made.rows) == (True, 3)
    assert [t.text for t in made.title] == ["上句", "下句\u200b在此"]


@pytest.mark.parametrize(
    ("keys", "limits"),
    [
        ("size: fit", (21.6, 36.0)),  # 0.6 of the style's, and the style's
        ("size: fit, lines: 6", (21.6, 0.0)),
        ("size: fit, least: 30pt", (30.0, 36.0)),
        ("size: fit, least: 40pt", (40.0, 40.0)),
        ("size: fit, most: 20pt", (20.0, 20.0)),
        ("size: fit, least: 12pt, most: 48pt", (12.0, 48.0)),
    ],
)
def test_between_what_a_fitted_size_lies(project: Project, keys: str, limits: object) -> None:
    assert head(project, keys).fit == pytest.approx(limits)


def test_a_size_and_a_width(project: Project) -> None:
    assert head(project, "size: 20pt").title[0].style.size == 20
    filled = head(project, "align: fill")
    assert (filled.align, filled.title[0].style.align) == ("left", "fill")


def test_summary(project: Project) -> None:
    made = head(project, "summary: {style: subtitle, measure: 20zi, rule: thin, fill: tint}")
    summary = made.summary
    assert summary is not None
    assert (summary.text.style.name, summary.measure, summary.rule) == ("subtitle", 180.0, "thin")
    assert summary.fill == Color(m=8.0, y=8.0)
    assert head(project, "summary: subtitle").summary.text.style.name == "subtitle"


def test_behind_it(project: Project) -> None:
    made = head(project, "fill: tint").backing
    assert made is not None
    pitch = resolved(project).grid.pitch
    assert made.inset == pytest.approx((pitch / 2, 9.0, pitch / 2, 9.0))
    assert made.below == pytest.approx(pitch / 2)
    given = head(project, "fill: tint, inset: [1pt, 2pt, 3pt, 4pt]").backing
    assert given.inset == (1.0, 2.0, 3.0, 4.0)
    keys = "picture: assets/park.jpg, focus: [0.2, 0.3], stands_in: true"
    picture = head(project, keys).backing.picture
    assert picture is not None
    assert (picture.source, picture.focus) == ("assets/park.jpg", (0.2, 0.3))
    assert picture.stands_in


def test_words_on_a_dark_panel_are_reversed(project: Project) -> None:
    made = head(project, "fill: K100")
    assert {t.style.color for t in (*made.title, made.kicker, made.subtitle)} == {WHITE}
    assert made.summary.text.style.color == WHITE
    own = head(project, "fill: K100, summary: {fill: tint}")
    assert own.summary.text.style.color != WHITE


def test_small_headings(project: Project) -> None:
    plain = content(page(project, ""))
    assert (plain.subhead.align, plain.subhead_lines) == ("left", 1)
    two = content(page(project, "", "    subhead: {lines: 2, align: center, style: kicker}\n"))
    assert (two.subhead.name, two.subhead.align, two.subhead_lines) == ("kicker", "center", 2)
    indented = content(page(project, "", "    subhead: {align: indent}\n"))
    assert indented.subhead.indent_em == 2.0
    assert content(page(project, "", "    subhead: 2\n")).subhead_lines == 2


@pytest.mark.parametrize(
    ("keys", "key", "values"),
    [
        ("lines: 30", "HEADLINE.lines", {"path": "headline.lines", "lines": 30, "of": 30}),
        ("rows: 2", "HEADLINE.rows", {"path": "headline.rows"}),
        ("least: 12pt", "HEADLINE.not-fitted", {"path": "headline.least"}),
        ("size: 20pt, most: 30pt", "HEADLINE.not-fitted", {"path": "headline.most"}),
        (
            "size: fit, least: 30pt, most: 20pt",
            "HEADLINE.least-most",
            {"path": "headline.least", "least_pt": 30.0, "most_pt": 20.0},
        ),
        ("span: 2", "HEADLINE.columns", {"given": "2", "columns": 1, "path": "headline.span"}),
        (
            "cols: 1",
            "HEADLINE.stands",
            {"at": said("part.inside"), "stands": "inside", "path": "headline.cols"},
        ),
        (
            "row: 3",
            "HEADLINE.stands",
            {"at": said("part.inside"), "stands": "inside", "path": "headline.row"},
        ),
        (
            "stands: inside, cols: 1-2",
            "HEADLINE.columns",
            {"given": "1-2", "columns": 1, "path": "headline.cols"},
        ),
        (
            "stands: inside, cols: 1, span: 1",
            "HEADLINE.stands",
            {"at": said("part.above"), "stands": "above", "path": "headline.span"},
        ),
        ("stands: beside, size: fit", "HEADLINE.fitted-width", {"path": "headline.width"}),
        ("stands: beside, title: balance", "HEADLINE.balanced-width", {"path": "headline.width"}),
        (
            "stands: beside, width: 40zi",
            "HEADLINE.width",
            {"width_pt": 360.0, "room_pt": 315.0, "path": "headline.width"},
        ),
        ("side: left", "VERTICAL.headline-side", {"path": "headline.side"}),
        ("width: 9zi", "VERTICAL.headline-side", {"path": "headline.width"}),
        ("vertical: true, lines: 4", "VERTICAL.headline-lines", {"path": "headline.lines"}),
        ("vertical: true, span: 1", "VERTICAL.headline-stands", {"path": "headline.span"}),
        ("inset: 1zi", "HEADLINE.nothing-behind", {"path": "headline.inset"}),
        ("focus: [0.5, 0.5]", "HEADLINE.nothing-behind", {"path": "headline.focus"}),
        ("fill: tint, inset: [1pt, 2pt, 3pt]", "INSET.three", {"path": "headline.inset"}),
        (
            "fill: tnt",
            "UNKNOWN-COLOR.name",
            {"name": "tnt", "hint": said("part.did-you-mean", word="tint")},
        ),
        (
            "picture: assets/perk.jpg",
            "MISSING-FILE.named",
            {
                "path": "picture",
                "name": "assets/perk.jpg",
                "fault": said("part.path-missing"),
                "hint": said("part.did-you-mean", word="assets/park.jpg"),
            },
        ),
        (
            "size: fitt",
            "VALUE.kind",
            {
                "what": said("part.node-text", text="fitt"),
                "kind": said(
                    "part.kind-fit-or",
                    kind=said("part.kind-length", examples=("9pt", "350mm", "13q", "13zi", "小五")),
                ),
                "path": "blocks.1.headline.size",
            },
        ),
        (
            "stands: under",
            "VALUE.kind",
            {
                "what": said("part.node-text", text="under"),
                "kind": said("part.one-of", names=("above", "beside", "inside")),
                "path": "blocks.1.headline.stands",
            },
        ),
        (
            "title: balanced",
            "VALUE.kind",
            {
                "what": said("part.node-text", text="balanced"),
                "kind": said("part.one-of", names=("line", "stack", "steps", "balance")),
                "hint": said("part.did-you-mean", word="balance"),
                "path": "blocks.1.headline.title",
            },
        ),
        (
            "rows: 7",
            "VALUE.kind",
            {
                "what": said("part.node-text", text="7"),
                "kind": said("part.kind-integer", low=1, high=6),
                "path": "blocks.1.headline.rows",
            },
        ),
        (
            "summary: {rule: thinn}",
            "UNKNOWN-RULE.name",
            {"name": "thinn", "hint": said("part.did-you-mean", word="thin")},
        ),
        (
            "summary: {style: nosuch}",
            "UNKNOWN-STYLE.name",
            {"name": "nosuch", "hint": OfKey("part.known-styles")},
        ),
    ],
)
def test_what_it_may_not_say(project: Project, keys: str, key: str, values: dict[str, Any]) -> None:
    (found,) = faults_of(resolved, page(project, keys, story=PLAIN))
    assert_told(found, key, values)
    assert str(found.where).startswith("T1.yaml:")


def test_a_summary_has_its_own_faults(project: Project) -> None:
    (narrow,) = faults_of(resolved, page(project, "summary: {measure: 5pt}"))
    assert_told(narrow, "HEADLINE.summary-narrow", {"width_pt": 5.0, "size_pt": 12.0})
    found = faults_of(resolved, page(project, "vertical: true"))
    assert found[0].said.key == "VERTICAL.headline-summary"


def test_no_headline_beside_text_that_runs_down(project: Project) -> None:
    keys = "stands: beside, width: 9zi"
    found = faults_of(resolved, page(project, keys, "    vertical: true\n", PLAIN))
    assert codes(found) == ["VERTICAL"]


@pytest.mark.parametrize(
    ("head", "told"),
    [("", ["headline"]), ("byline: 甲\n", ["headline"]), ("label: 甲\n", []), ("kicker: 甲\n", [])],
)
def test_a_headline_is_set_of_a_story_without_a_title(
    project: Project, head: str, told: list[str]
) -> None:
    made = page(project, "lines: 4", story=f"---\n{head}---\n\n甲。\n")
    remarks = [d for d in resolved(made).remarks if d.code == "NO-TITLE"]
    assert [(d.sub, d.severity) for d in remarks] == [(sub, "info") for sub in told]
