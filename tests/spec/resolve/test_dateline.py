"""电头 run into a story's first paragraph, or found there where a block asks for it."""

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic, Place
from layout.display.items import GlyphRun
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.markdown.story import Story, parse_story
from layout.spec.resolve.dateline import STYLE, dated
from tests.conftest import SENTENCE, Project
from tests.told import assert_told

HERE = Place("page.yaml", 7, 5)


def made(
    text: str, dateline: str = "", *, find: bool = False, initial: bool = False
) -> tuple[Story, list[Diagnostic]]:
    """The story as it is resolved, and what is told."""
    front = f"---\ndateline: {dateline}\n---\n\n" if dateline else ""
    story = parse_story((front + text).encode(), "one.md", None, frozenset({STYLE}))
    faults: list[Diagnostic] = []
    asked = HERE if find else None
    done = dated(story, lambda words, place: words, faults, find=asked, initial=initial)
    return done, faults


def words(story: Story, number: int = 0) -> list[str]:
    """The words of a paragraph that are in the style of an 电头."""
    p = story.paragraphs[number]
    return [p.text[r.start : r.end] for r in p.runs if (r.voice, r.target) == (NAMED, STYLE)]


@pytest.mark.parametrize(
    ("dateline", "begins"),
    [
        ("本报讯（记者 甲）", "本报讯（记者 甲）正文"),
        ("本报讯", "本报讯\u3000正文"),
        ("本报城关9月12日电：", "本报城关9月12日电：正文"),
        ("【本报讯】", "【本报讯】正文"),
        ("本报讯 (记者 甲)", "本报讯 (记者 甲)正文"),
    ],
)
def test_it_is_run_into_the_first_paragraph(dateline: str, begins: str) -> None:
    story, faults = made("正文一。\n\n正文二。\n", f'"{dateline}"')
    assert story.paragraphs[0].text.startswith(begins)
    assert words(story) == [dateline]
    assert story.paragraphs[1].text == "正文二。"
    assert faults == []


def test_runs_and_places_of_the_paragraph_move_with_its_words() -> None:
    story, _ = made("头**黑体**尾。\n", "本报讯")
    p = story.paragraphs[0]
    (bold,) = [r for r in p.runs if r.voice == "strong"]
    assert p.text[bold.start : bold.end] == "黑体"
    assert p.place_at(p.text.index("尾")) == Place("one.md", 5, 8)
    assert p.place_at(0).line == 2


def test_marks_in_it_are_taken() -> None:
    story, _ = made("正文。\n", '"本报讯（**记者 甲**）"')
    p = story.paragraphs[0]
    assert p.text == "本报讯（记者 甲）正文。"
    assert [p.text[r.start : r.end] for r in p.runs if r.voice == "strong"] == ["记者 甲"]


def test_a_small_heading_before_the_text_stays_above_it() -> None:
    story, _ = made("### 小题\n\n正文。\n", "本报讯")
    assert [p.text for p in story.paragraphs] == ["小题", "本报讯\u3000正文。"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报讯（记者 甲 通讯员 乙）今天上午，", "本报讯（记者 甲 通讯员 乙）"),
        ("本报城关9月12日讯（记者 甲）今天，", "本报城关9月12日讯（记者 甲）"),
        ("本报城关9月12日电 （记者 甲）今天，", "本报城关9月12日电 （记者 甲）"),
        ("本报讯\u3000今天上午，", "本报讯"),
        ("据某某社城关9月12日电：今天，", "据某某社城关9月12日电："),
        ("本刊消息(记者 甲)今天，", "本刊消息(记者 甲)"),
    ],
)
def test_where_a_block_asks_it_is_found(text: str, found: str) -> None:
    story, faults = made(f"{text}正文。\n", find=True)
    assert words(story) == [found]
    assert story.paragraphs[0].text == f"{text}正文。"
    assert faults == []
    plain, faults = made(f"{text}正文。\n")
    assert words(plain) == []  # nobody asked
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "今天上午，本报讯（记者 甲）",
        "报社电话已经改了。",
        "本报记者甲乙城关报道，今天",
        "本报讯今天上午",
        "电（记者）",
        "这家日报，今天上午通电（第二次）。",
    ],
)
def test_what_is_none_is_told_and_left(text: str) -> None:
    story, (found,) = made(f"{text}正文。\n", find=True)
    assert words(story) == []
    assert_told(found, "DATELINE.none", {"story": "one.md"})
    assert (found.where, found.severity) == (HERE, "warning")


def test_one_that_is_marked_is_neither_looked_for_nor_told() -> None:
    story, faults = made("[本台快讯]{电头}　正文。\n", find=True)
    assert words(story) == ["本台快讯"]
    assert faults == []


@pytest.mark.parametrize("text", ["本报讯（记者 乙）正文。", "[快讯]{电头} 正文。"])
def test_two_of_them_are_told(text: str) -> None:
    _, (found,) = made(f"{text}\n", "本报讯（记者 甲）")
    there = "快讯" if "快讯" in text else "本报讯（记者 乙）"
    assert_told(found, "DATELINE.twice", {"there": there, "path": "dateline"})
    assert str(found.where).startswith("one.md:2:")


def test_a_first_character_of_several_lines_is_told() -> None:
    _, (found,) = made("正文。\n", "本报讯", initial=True)
    assert_told(found, "DATELINE.initial", {"story": "one.md"})
    _, faults = made("正文。\n", initial=True)
    assert faults == []


def test_runs_of_it_are_the_first() -> None:
    story, _ = made("正文。\n", "本报讯（记者 甲）")
    assert story.paragraphs[0].runs == (Run(0, 9, NAMED, STYLE),)


def test_one_without_a_text_is_told() -> None:
    story, (found,) = made("### 只有小标题\n", "本报讯")
    assert_told(found, "DATELINE.no-text", {"words": "本报讯", "path": "dateline"})
    assert [p.text for p in story.paragraphs] == ["只有小标题"]


@pytest.mark.parametrize("item", ["- 甲乙", "1. 甲乙", "{列表} 一、甲乙"])
def test_one_before_the_item_of_a_list_is_told_and_not_set(item: str) -> None:
    """It would stand before the mark, and part of it be taken for that."""
    done, (found,) = made(f"{item}\n\n正文", "本报讯")
    assert_told(found, "DATELINE.no-text", {"words": "本报讯", "path": "dateline"})
    assert not any("本报讯" in paragraph.text for paragraph in done.paragraphs)


# On a page


def page(project: Project, front: str, keys: str = ""):
    project.write("stories/two.md", f"---\ntitle: 题\n{front}\n---\n\n{SENTENCE * 3}\n")
    project.change(
        "T1.yaml",
        "    at: {cols: 5-6, lines: 5-20}\n",
        f"    at: {{cols: 5-6, lines: 5-20}}\n{keys}",
    )
    return Session().page(project.spec)


def runs(made, text: str) -> list[GlyphRun]:
    return [
        i for i in made.display.items
        if isinstance(i, GlyphRun) and i.node == "stories/two.md#p1" and text in i.text
    ]  # fmt: skip


def test_fields_are_those_of_the_edition_and_the_style_changes_it(project: Project) -> None:
    made = page(project, "dateline: 本报城关{month}月{day}日讯（记者 甲）")
    assert made.good, made.diagnostics
    (first, *_) = runs(made, "本报城关")
    (text, *_) = runs(made, "清晨")
    assert first.face.startswith("NotoSansSC-Bold")
    assert first.text.startswith("本报城关5月6日讯")
    assert first.y == text.y
    assert not text.face.startswith("NotoSansSC-Bold")
    project.write("styles.yaml", "styles:\n  电头: {face: 楷}\n")
    (kai, *_) = runs(Session().page(project.spec), "本报城关")
    assert kai.face.startswith("BanxinKai")


def test_an_unknown_field_of_it_is_an_error(project: Project) -> None:
    from layout.diagnostics import StopError

    with pytest.raises(StopError) as stop:
        page(project, "dateline: 本报{months}月讯")
    (found,) = stop.value.diagnostics
    assert found.code == "UNKNOWN-FIELD"
    assert str(found.where).startswith("stories/two.md:3:")


@pytest.mark.parametrize("keys", ["    vertical: true\n", "    columns: 2\n"])
def test_it_stands_in_text_of_every_kind(project: Project, keys: str) -> None:
    made = page(project, "dateline: 本报城关讯（记者 甲）", keys)
    (first, *_) = runs(made, "本报城关")
    assert first.face.startswith("NotoSansSC-Bold")
    assert first.vertical == ("vertical" in keys)


def test_a_story_that_goes_on_has_it_once(project: Project) -> None:
    text = f"---\ndateline: 本报城关{{month}}月讯（记者 甲）\n---\n\n{SENTENCE * 9}\n"
    project.write("stories/long.md", text)
    head = "format: tabloid\nblocks:\n  - {story: stories/long.md, "
    project.write("T1.yaml", f"page: T1\n{head}jump_to: T2, at: {{cols: 1, lines: 1-12}}}}\n")
    project.write("T2.yaml", f"page: T2\n{head}jump_from: T1, at: {{cols: 2, lines: 1-70}}}}\n")
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    words = ""
    for name in ("T1", "T2"):
        made = Session().page(project.path(f"{name}.yaml"))
        assert made.good, made.diagnostics
        own = [i for i in made.display.items if isinstance(i, GlyphRun) and "#p1" in i.node]
        words += "".join(run.text for run in own)
    assert words.replace(" ", "") == "本报城关5月讯（记者甲）" + SENTENCE * 9
