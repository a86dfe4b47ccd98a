"""Boxes by name: built-in ones, changed ones, those that cannot be had."""

import pytest

from layout.api import Session
from layout.diagnostics import StopError
from layout.display.items import Box, GlyphRun
from tests.conftest import SENTENCE, Project
from tests.told import assert_told

STORY = f"""\
---
title: 题
---

:::编者按
编者按：{SENTENCE}
:::

{SENTENCE * 2}

:::链接
### 路怎么走
{SENTENCE}
:::
"""


@pytest.fixture
def boxed(project: Project) -> Project:
    project.write("stories/two.md", STORY)
    project.change("T1.yaml", "lines: 5-20", "lines: 5-40")
    return project


def page(project: Project, sheet: str = ""):
    project.write("styles.yaml", sheet or "colors: {tint: K10}\n")
    return Session().page(project.spec)


def drawn(made) -> list[Box]:
    return [i for i in made.display.items if isinstance(i, Box) and i.node.endswith("two.md#box")]


def face(made, words: str) -> str:
    runs = [
        i for i in made.display.items
        if isinstance(i, GlyphRun) and words in i.text and i.node.startswith("stories/two.md")
    ]  # fmt: skip
    return runs[0].face.split("-")[0]


def test_the_editors_note_has_a_rule_under_it_and_what_is_linked_a_ground(boxed: Project) -> None:
    made = page(boxed)
    assert made.good, made.diagnostics
    assert [(b.role, b.fill.k) for b in drawn(made)] == [("rule", 100.0), ("tint", 10.0)]
    assert face(made, "编者按：") == "NotoSansSC"  # its first words
    assert face(made, "第一班") == "BanxinKai"
    (heading,) = [i for i in made.display.items if isinstance(i, GlyphRun) and i.text == "路怎么走"]
    ground = drawn(made)[1].rect
    middle = heading.x + heading.width / 2
    assert middle == pytest.approx(ground.x + ground.width / 2, abs=0.5)


def test_a_sheet_changes_them_and_adds_its_own(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接", ":::路线")
    made = page(
        boxed,
        "boxes:\n  编者按: {rules: none, fill: K20}\n"
        "  路线: {like: 延伸阅读, style: note, heading: foot, inset: 2zi}\n"
        "styles:\n  note: {like: body, face: 细黑}\n",
    )
    assert made.good, made.diagnostics
    assert [b.role for b in drawn(made)] == ["tint", *["rule"] * 4]
    runs = [i for i in made.display.items if isinstance(i, GlyphRun) and i.line is not None]
    last = [r for r in runs if r.node == "stories/two.md#p4" and r.line]
    text = next(r for r in runs if r.node == "stories/two.md#p2" and r.line)
    assert text.line is not None
    assert last[0].line is not None
    assert text.line.measure - last[0].line.measure == pytest.approx(4 * text.size)
    assert last[0].face != face(made, "第一班")


def test_the_style_of_its_own_name_is_that_of_its_text(boxed: Project) -> None:
    made = page(boxed, "styles:\n  链接: {face: 细黑}\n")
    runs = [
        i for i in made.display.items
        if isinstance(i, GlyphRun) and i.node == "stories/two.md#p4"
    ]  # fmt: skip
    plain = page(boxed)
    before = [
        i for i in plain.display.items
        if isinstance(i, GlyphRun) and i.node == "stories/two.md#p4"
    ]  # fmt: skip
    assert runs[0].face != before[0].face


def test_words_on_a_dark_ground_are_reversed(boxed: Project) -> None:
    made = page(boxed, "boxes:\n  链接: {fill: K100}\n")
    runs = [
        i for i in made.display.items
        if isinstance(i, GlyphRun) and i.node in ("stories/two.md#p3", "stories/two.md#p4")
    ]  # fmt: skip
    assert {r.color.k for r in runs} == {0.0}


def test_words_on_a_light_ground_in_a_dark_block_are_not(boxed: Project) -> None:
    boxed.change("T1.yaml", "at: {cols: 5-6", "fill: K100\n    at: {cols: 5-6")
    made = page(boxed)
    colors = {
        node: {
            i.color.k for i in made.display.items
            if isinstance(i, GlyphRun) and i.node == f"stories/two.md#p{node}"
        }
        for node in (1, 2, 3, 4)
    }  # fmt: skip
    assert colors == {1: {0.0}, 2: {0.0}, 3: {100.0}, 4: {100.0}}  # 编者按 has no ground
    assert [(b.role, b.fill.k) for b in drawn(made)] == [("rule", 0.0), ("tint", 10.0)]


def test_a_fence_that_is_no_box_is_a_style(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接", ":::楷体")
    made = page(boxed)
    assert made.good, made.diagnostics
    assert [b.role for b in drawn(made)] == ["rule"]


@pytest.mark.parametrize(
    ("sheet", "key", "values"),
    [
        ("boxes:\n  甲: {like: 乙}\n  乙: {like: 甲}\n", "BOX-CYCLE.like", {}),
        ("boxes:\n  甲: {like: 连接}\n", "UNKNOWN-BOX.name", {"name": "连接"}),
        ("boxes:\n  甲: {style: 没有}\n", "UNKNOWN-STYLE.name", {"name": "没有"}),
        ("boxes:\n  甲: {heading: 没有}\n", "UNKNOWN-STYLE.name", {"name": "没有"}),
        ("boxes:\n  甲: {rules: 没有}\n", "UNKNOWN-RULE.name", {"name": "没有"}),
        ("boxes:\n  甲: {fill: 没有}\n", "UNKNOWN-COLOR.name", {"name": "没有"}),
        (
            "boxes:\n" + "".join(f"  b{n}: {{like: b{n + 1}}}\n" for n in range(12))
            + "  b12: {fill: K10}\n",
            "BOX-CYCLE.deep",
            {"most": 8},
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_told_also_where_no_story_asks(
    project: Project, sheet: str, key: str, values: dict[str, object]
) -> None:
    with pytest.raises(StopError) as stop:
        page(project, sheet)
    found = stop.value.diagnostics[0]
    assert_told(found, key, values)
    assert str(found.where).startswith("styles.yaml:")


def test_a_fence_of_no_name_there_is_is_told(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接", ":::连接")
    with pytest.raises(StopError) as stop:
        page(boxed)
    (found,) = stop.value.diagnostics
    assert_told(found, "UNKNOWN-STYLE.name", {"name": "连接"})
    assert "链接" in str(found.said.hint())


def test_one_of_the_sheets_own_is_meant_by_a_name_like_it(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接", ":::路线土")
    with pytest.raises(StopError) as stop:
        page(boxed, "boxes:\n  路线图: {fill: K10}\n")
    (found,) = stop.value.diagnostics
    assert "路线图" in str(found.said.hint())


def test_a_heading_behind_its_name_is_told_where_it_goes(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接\n### 路怎么走", ":::链接 路怎么走")
    with pytest.raises(StopError) as stop:
        page(boxed)
    (found,) = stop.value.diagnostics
    assert_told(found, "UNKNOWN-STYLE.name", {"name": "路怎么走"})
    assert "### 路怎么走 on the row below :::链接" in str(found.said.hint())


def test_a_brace_makes_none(boxed: Project) -> None:
    boxed.change("stories/two.md", ":::链接\n### 路怎么走\n", "{链接} ")
    text = boxed.path("stories/two.md").read_text(encoding="utf-8").rstrip()
    boxed.write("stories/two.md", text.removesuffix(":::"))
    made = page(boxed)
    (found,) = [d for d in made.diagnostics if d.code == "BOX"]
    assert [b.role for b in drawn(made)] == ["rule"]
    assert_told(found, "BOX.brace", {"name": "链接"})


def test_one_in_another_is_told(boxed: Project) -> None:
    boxed.change("stories/two.md", "### 路怎么走\n", ":::延伸阅读\n甲\n:::\n")
    with pytest.raises(StopError) as stop:
        page(boxed)
    (found,) = stop.value.diagnostics
    assert_told(found, "BOX.inside", {"name": "延伸阅读", "outer": "链接"})


def test_an_empty_one_is_told(boxed: Project) -> None:
    boxed.change("stories/two.md", f"### 路怎么走\n{SENTENCE}\n", "\n")
    with pytest.raises(StopError) as stop:
        page(boxed)
    (found,) = stop.value.diagnostics
    assert_told(found, "FENCE.empty", {"name": "链接"})


def test_text_that_runs_down_has_none_and_says_so(boxed: Project) -> None:
    boxed.change(
        "T1.yaml",
        "at: {cols: 5-6, lines: 5-40}",
        "vertical: true\n    at: {cols: 5-6, lines: 5-40}",
    )
    made = page(boxed)
    told = [d for d in made.diagnostics if d.code == "BOX"]
    assert [(d.said.key, d.said["name"]) for d in told] == [
        ("BOX.vertical", "编者按"), ("BOX.vertical", "链接"),
    ]  # fmt: skip
    assert drawn(made) == []


def test_no_first_character_of_several_lines_stands_in_one(boxed: Project) -> None:
    boxed.change(
        "T1.yaml", "at: {cols: 5-6, lines: 5-40}", "initial: 2\n    at: {cols: 5-6, lines: 5-40}"
    )
    made = page(boxed)
    assert [d.said.key for d in made.diagnostics if d.code == "INITIAL"] == ["INITIAL.in-box"]


def test_an_editors_note_stands_before_the_dateline(boxed: Project) -> None:
    boxed.change("stories/two.md", "title: 题\n", "title: 题\ndateline: 本报讯（记者 甲）\n")
    made = page(boxed)
    runs = [i for i in made.display.items if isinstance(i, GlyphRun) and "本报讯" in i.text]
    assert [r.node for r in runs] == ["stories/two.md#p2"]
