"""An edition as the frame of another day: furniture as it is written, the day's things to come."""

import datetime
from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Place, StopError
from layout.files import WriteError
from layout.spec.markdown.story import parse_story
from layout.starter.frame import PENDING, DayFrame, empty, frame_of
from layout.words.said import said
from tests.conftest import EDITION, Project

DAY = datetime.date(2026, 12, 1)
REST = """\
  # 一句话：明天还用
  - {id: weather, story: stories/weather.md, at: {cols: 5-6, lines: 22-30}}   # 天气
  - id: main
    text:    # 大标题
      - {text: 昨天的大标题, style: main}
    at: {cols: 1-6, lines: 71-76}
  - {text: [{text: 本版导读, style: label}], at: {cols: 1, lines: 78}}
  - pictures: [{picture: assets/park.jpg}, {picture: assets/park.jpg, stands_in: true}]
    at: {cols: 3-6, lines: 78-84}
"""


@pytest.fixture
def yesterday(project: Project) -> Project:
    project.write("T1.yaml", project.spec.read_text(encoding="utf-8") + REST)
    project.write("edition.yaml", EDITION.replace("styles:", "weekday: 星期一  # 印着的\nstyles:"))
    project.write("stories/weather.md", "---\nlabel: 天气\n---\n\n晴。\n")
    project.change("stories/two.md", "title:", "byline: 本报记者 江帆\ntitle:")
    return project


def made(yesterday: Project, name: str = "1201", **how: object) -> tuple[Path, DayFrame]:
    folder = yesterday.root.parent / name
    return folder, frame_of(yesterday.root, folder, date=DAY, **how)  # type: ignore[arg-type]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_it_builds_and_says_nothing_of_yesterday(yesterday: Project):
    folder, frame = made(yesterday)
    page = Session().page(folder / "T1.yaml")
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} >= {"STANDS-IN", "UNDERSET"}
    assert frame.emptied == ("stories/one.md", "stories/two.md", "stories/weather.md")
    words = "".join(s.text for s in page.composed.sources.stories if s)
    for gone in ("早市", "老周", "公交车", "江帆"):
        assert gone not in words
    text = read(folder / "edition.yaml")
    assert "date: 2026-12-01\n" in text
    assert "weekday: 星期二  # 印着的\n" in text


def test_furniture_is_kept_as_it_is_written(yesterday: Project):
    folder, _ = made(yesterday)
    old, new = read(yesterday.spec), read(folder / "T1.yaml")
    added = [row for row in new.splitlines() if row.strip(" -") == "stands_in: true"]
    assert len(added) == 3 - 1  # the picture, and the main headline
    assert "pictures: [{stands_in: true, picture: assets/park.jpg}, {picture: assets" in new
    assert "# 一句话：明天还用" in new
    assert "{text: [{text: 本版导读, style: label}], at: {cols: 1, lines: 78}}" in new
    unmarked = new.replace("{stands_in: true, picture", "{picture", 1).splitlines()
    assert [r for r in unmarked if r.strip(" -") != "stands_in: true"] == old.splitlines()
    for same in ("styles.yaml", "assets/park.jpg", "banxin.yaml"):
        assert (folder / same).read_bytes() == yesterday.path(same).read_bytes()


def test_a_story_keeps_the_parts_of_its_head_and_how_long_it_was(yesterday: Project):
    folder, _ = made(yesterday)
    assert read(folder / "stories/one.md").startswith(
        "---\nkicker: 引题待定\ntitle: 题目待定 | 题目待定\nstands_in: true\n---\n\n待稿，约"
    )
    two = parse_story(yesterday.path("stories/two.md").read_bytes(), "two.md")
    count = sum(len(p.text) for p in two.paragraphs)
    assert f"待稿，约{count}字。" in read(folder / "stories/two.md")
    assert "byline: 作者待定" in read(folder / "stories/two.md")
    assert 'label: "天气"' in read(folder / "stories/weather.md")


@pytest.mark.parametrize("name", ["weather", "weather.md", "stories/weather.md"])
def test_what_is_named_is_kept(yesterday: Project, name: str):
    folder, frame = made(yesterday, keep=[name])
    assert read(folder / "stories/weather.md") == read(yesterday.path("stories/weather.md"))
    assert frame.kept == ("stories/weather.md",)
    assert "stories/weather.md" not in frame.emptied


def test_a_story_that_stands_twice_is_kept_by_either_block(yesterday: Project):
    again = "  - {id: again, story: stories/two.md, at: {cols: 1-2, lines: 85-90}}\n"
    yesterday.write("T1.yaml", yesterday.spec.read_text(encoding="utf-8") + again)
    for name, keep in (("1201", "again"), ("1202", "side")):
        folder, frame = made(yesterday, name, keep=[keep])
        assert read(folder / "stories/two.md") == read(yesterday.path("stories/two.md"))
        assert "stories/two.md" not in frame.emptied


def test_pictures_are_kept_by_id_or_file(yesterday: Project):
    folder, _ = made(yesterday, keep=["picture"])
    assert read(folder / "T1.yaml").count("stands_in: true, picture") == 1
    folder, _ = made(yesterday, "1202", keep=["park.jpg", "main"])
    assert read(folder / "T1.yaml") == read(yesterday.spec)


def test_a_name_that_nothing_has_is_told_with_the_nearest(yesterday: Project):
    with pytest.raises(StopError) as caught:
        made(yesterday, keep=["wether"])
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.sub) == ("FRAME", "keep")
    assert 'did you mean "weather"?' in str(fault)
    assert not (yesterday.root.parent / "1201").exists()


def test_inside_a_project_what_all_share_is_not_copied(tmp_path: Path, yesterday: Project):
    project = tmp_path / "project"
    project.mkdir()
    yesterday.root.rename(project / "1130")
    (project / "1130/banxin.yaml").rename(project / "banxin.yaml")
    (project / "1130/assets").rename(project / "assets")
    frame = frame_of(project / "1130", project / "1201", date=DAY)
    assert not any(n.startswith("assets") for n in frame.starter.written)
    assert Session().page(project / "1201/T1.yaml").good
    outside = frame_of(project / "1130", tmp_path / "else", date=DAY)
    assert {"assets/park.jpg", "banxin.yaml"} <= set(outside.starter.written)
    assert Session().page(tmp_path / "else/T1.yaml").good


def test_a_story_that_goes_on_is_filled():
    rows = "一二三四五六七八九十" * 3
    story = parse_story(f"---\ntitle: 甲\n---\n\n{rows}\n\n短\n".encode(), "a.md")
    filled = parse_story(empty(story, filled=True).encode(), "a.md")
    assert [len(p.text) for p in filled.paragraphs] == [28, 2]
    assert set("".join(p.text for p in filled.paragraphs)) == set("待稿")


def test_an_emptied_story_is_a_story_whatever_its_head_held():
    head = "".join(f"{key}: 甲 | 乙\n" for key in PENDING)
    text = f"---\n{head}label: '“a: b”'\nparagraphs: rows\n---\n\n字\n"
    story = parse_story(text.encode(), "a.md")
    again = parse_story(empty(story).encode(), "a.md")
    assert again.front.label == "“a: b”"
    assert again.front.paragraphs == "rows"
    assert again.front.stands_in
    assert again.front.title == "题目待定 | 题目待定"


def test_a_typed_lunar_date_is_taken_out_and_told(yesterday: Project):
    yesterday.change("edition.yaml", "date:", "lunar: 农历三月廿八\ndate:")
    folder, frame = made(yesterday)
    assert "lunar" not in read(folder / "edition.yaml")
    assert "lunar" in [d.sub for d in frame.remarks]


def test_what_is_to_be_looked_at_is_told_where_it_stands_now(yesterday: Project):
    index = "  - index: [{page: T2, title: 早市}]\n    at: {cols: 1-6, lines: 85-90}\n"
    yesterday.write("T1.yaml", yesterday.spec.read_text(encoding="utf-8") + index)
    folder, frame = made(yesterday)
    (told,) = frame.remarks
    assert told.sub == "index"
    assert isinstance(told.where, Place)
    assert told.where.file == (folder / "T1.yaml").as_posix()
    assert "index:" in read(folder / "T1.yaml").splitlines()[told.where.line - 1]


def test_an_edition_without_a_date_gets_one(yesterday: Project):
    yesterday.change("edition.yaml", "date: 2024-05-06\nweekday: 星期一  # 印着的\n", "")
    folder, _ = made(yesterday)
    assert read(folder / "edition.yaml").startswith("date: 2026-12-01\n")


def test_what_cannot_be_a_frame(yesterday: Project, tmp_path: Path):
    with pytest.raises(StopError):
        frame_of(yesterday.spec, tmp_path / "new", date=DAY)  # a page
    with pytest.raises(StopError):
        frame_of(tmp_path / "gone", tmp_path / "new", date=DAY)
    yesterday.change("T1.yaml", "columns: 2", "colums: 2")
    with pytest.raises(StopError):
        made(yesterday)
    assert not (tmp_path / "new").exists()


def test_where_it_cannot_be_written_nothing_is_left(
    yesterday: Project, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(WriteError):
        made(yesterday)
    assert sorted(p.name for p in yesterday.root.parent.iterdir()) == ["paper"]


def test_yesterdays_dateline_leaves_its_place(yesterday: Project):
    yesterday.change("stories/two.md", "title:", "dateline: 本报城关{month}月讯（记者 甲）\ntitle:")
    folder, _ = made(yesterday)
    assert "dateline: 本报讯（记者待定）" in read(folder / "stories/two.md")


@pytest.mark.parametrize(
    ("issue", "following"),
    [
        ("{first: 2026-01-01, weekdays: [一, 五]}", "2026-12-04"),
        ("{first: 2026-01-01, without: 2026-12-01/2026-12-02}", "2026-12-03"),
        ("{first: 2027-01-01}", "2027-01-01"),
    ],
)
def test_a_day_without_an_issue_is_told(yesterday: Project, issue: str, following: str):
    text = read(yesterday.edition).replace("styles:", f"paper: {{issue: {issue}}}\nstyles:", 1)
    yesterday.write("edition.yaml", text)
    folder, frame = made(yesterday)
    (one,) = [d for d in frame.remarks if d.sub == "no-issue"]
    assert (one.severity, one.said["date"], one.said["weekday"]) == ("warning", str(DAY), "星期二")
    assert one.said["after"] == said("part.next-issue", date=following)
    assert folder.is_dir()


def test_a_day_with_an_issue_is_not_told(yesterday: Project):
    text = read(yesterday.edition)
    paper = "paper: {issue: {first: 2026-01-01, weekdays: [二]}}\nstyles:"
    yesterday.write("edition.yaml", text.replace("styles:", paper, 1))
    assert [d for d in made(yesterday)[1].remarks if d.sub == "no-issue"] == []
