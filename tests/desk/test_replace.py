"""Words of an edition replaced: all files or none, and nothing that is no story's."""

from pathlib import Path

import pytest

from layout.desk import replace as module
from layout.desk.paper import Paper, paper
from layout.desk.replace import left, places, replace_all, unfit
from layout.diagnostics import StopError
from layout.files import WriteError, put_in_place
from layout.words.said import said
from tests.conftest import Project


@pytest.fixture
def read(project: Project) -> Paper:
    project.change("stories/one.md", "新城", "株州")
    project.change("stories/two.md", "早市有", "株州早市有")
    project.change("T1.yaml", "湖边", "株州湖边")
    return paper(project.root)


def files(project: Project) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in project.root.rglob("*") if p.is_file()}


def test_stories_are_changed_and_specs_are_told(project: Project, read: Paper):
    found = list(places(read, "株州"))
    assert [(one.copy.label, len(one.found)) for one in found] == [
        ("stories/one.md", 24), ("stories/two.md", 1), ("T1.yaml", 1),
    ]  # fmt: skip
    (told,) = left(found)
    assert (told.severity, told.code, told.sub) == ("warning", "WORDS", "spec")
    before = files(project)
    assert replace_all(read, found, "株洲") == ("stories/one.md", "stories/two.md")
    after = files(project)
    assert {p.name for p in after if after[p] != before[p]} == {"one.md", "two.md"}
    for path in after:
        if path.suffix == ".md":
            assert after[path] == before[path].replace("株州".encode(), "株洲".encode())


def test_bytes_beside_the_words_are_kept(project: Project):
    path = project.path("stories/two.md")
    data = b"\xef\xbb\xbf" + "---\r\ntitle: 株州\r\n---\r\n\r\n在株\r\n州。\r\n\r\n完".encode()
    path.write_bytes(data)
    read = paper(project.root)
    replace_all(read, list(places(read, "株州")), "株洲")
    new = b"\xef\xbb\xbf" + "---\r\ntitle: 株洲\r\n---\r\n\r\n在株洲\r\n。\r\n\r\n完".encode()
    assert path.read_bytes() == new


def test_who_may_read_a_file_stays(project: Project, read: Paper):
    path = project.path("stories/two.md")
    path.chmod(0o640)
    replace_all(read, list(places(read, "株州")), "株洲")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_mark_parts_is_told_and_stays(project: Project):
    project.change("stories/two.md", "早市有", "**早**市有")
    read = paper(project.root)
    found = list(places(read, "早市"))
    assert [d.sub for d in left(found)] == ["parted"]
    assert replace_all(read, found, "夜市") == ("stories/two.md",)
    text = project.path("stories/two.md").read_text(encoding="utf-8")
    assert "title: 河边的夜市" in text
    assert "**早**市有" in text


def test_what_would_break_a_page_is_not_written(project: Project, read: Paper):
    before = files(project)
    found = list(places(read, "河边的早市"))
    with pytest.raises(StopError) as caught:
        replace_all(read, found, "河边: 早市")
    codes = [d.code for d in caught.value.diagnostics]
    assert codes[0] == "WORDS"
    assert len(codes) > 1
    assert files(project) == before


def test_a_file_that_was_changed_since_is_left(project: Project, read: Paper):
    found = list(places(read, "株州"))
    project.change("stories/two.md", "四十年", "五十年")
    before = files(project)
    with pytest.raises(StopError) as caught:
        replace_all(read, found, "株洲")
    assert [d.sub for d in caught.value.diagnostics] == ["changed"]
    assert files(project) == before


@pytest.mark.parametrize("failing", [1, 2])
def test_where_one_file_cannot_be_written_none_is(
    project: Project, read: Paper, monkeypatch: pytest.MonkeyPatch, failing: int
):
    before = files(project)
    done: list[Path] = []
    place = put_in_place

    def put(beside: Path, path: Path) -> Path:
        done.append(path)
        if len(done) == failing:
            raise WriteError(said("part.not-written", path=str(path), reason="full"))
        return place(beside, path)

    monkeypatch.setattr(module, "put_in_place", put)
    with pytest.raises(WriteError):
        replace_all(read, list(places(read, "株州")), "株洲")
    assert files(project) == before


def test_what_cannot_be_taken_back_is_named(
    project: Project, read: Paper, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> Path:
        raise WriteError(said("part.not-written", path="x", reason="full"))

    def put(beside: Path, path: Path) -> Path:
        if path.name == "two.md":
            fails()
        return beside.replace(path)

    monkeypatch.setattr(module, "put_in_place", put)
    monkeypatch.setattr(module, "write_file", fails)
    with pytest.raises(WriteError) as caught:
        replace_all(read, list(places(read, "株州")), "株洲")
    assert caught.value.args[0].key == "part.half-changed"
    assert "one.md" in str(caught.value)
    assert not list(project.root.rglob(".*.part"))


@pytest.mark.parametrize(
    ("words", "new", "besides", "sub"),
    [
        ("", "甲", (), "none"),
        (" ", "甲", (), "none"),
        ("甲", "甲", (), "same"),
        ("甲" * 201, "乙", (), "long"),
        ("甲", "乙" * 201, (), "long"),
        ("甲\n乙", "丙", (), "unseen"),
        ("甲", "乙\u200b", (), "unseen"),
        ("甲", "乙", ("丙",), "besides"),
        ("甲", "乙", ("甲",), "besides"),
    ],
)
def test_what_cannot_be_asked_for(words: str, new: str, besides: tuple[str, ...], sub: str):
    told = unfit(words, new, besides)
    assert told is not None
    assert (told.code, told.sub) == ("WORDS", sub)


def test_words_may_be_taken_out():
    assert unfit("甲", "") is None
    assert unfit("甲", "乙", ("甲丙",)) is None
