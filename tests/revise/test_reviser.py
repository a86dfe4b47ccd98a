"""Changes by hand, through the door: written, refused, asked about, undone."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from layout import files
from layout.revise import folder
from layout.revise.carried import _said_of_words
from layout.revise.operation import Operation
from layout.revise.reading import read_anew
from layout.revise.reviser import Done, Refused, Reviser
from layout.rewrite import yamltext
from layout.rewrite.yamltext import YamlText, yaml_text
from layout.spec.readcorrections import load_corrections
from tests.revise.edition import FILES, edit, key, made


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return made(tmp_path)


def now(spec: Path) -> dict[str, str]:
    return {name: (spec.parent / name).read_bytes().decode() for name in FILES}


def changed(spec: Path, name: str, *rows: tuple[str, str]) -> bool:
    """Whether a file has just these changes, and all others none."""
    text = FILES[name]
    for old, new in rows:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return now(spec) == FILES | {name: text}


def said_of(given: dict[str, object]) -> str:
    """What is said of changed words."""
    op = Operation(kind="words", file="a.md", base="x", given=given)
    return _said_of_words(op).words("zh")


def test_a_block_is_placed(spec: Path):
    reviser = Reviser(spec)
    done = edit(reviser, op="place", block="lead", cols=[2, 3], lines=[6, 31])
    assert isinstance(done, Done)
    assert changed(spec, "A1.yaml", ("{cols: 1-3, lines: 5-30}", "{cols: 2-3, lines: 6-31}"))
    assert (done.file, done.line, done.digest) == ("A1.yaml", 9, reviser.digest("A1.yaml"))
    assert done.label.words("zh") == "lead的位置"
    assert isinstance(edit(reviser, op="place", block="side", cols=[4, 4]), Done)
    assert "at: {cols: 4, lines: 5-10}" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="place", block="two", frame=2, lines=[32, 35]), Done)
    assert "{cols: 3-5, lines: 32-35}    # 第二个框" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="place", block="blocks.3.stack.1", height=6), Done)
    assert "        lines: 6\n" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="place", block="top", lines=[1, 5]), Done)
    assert isinstance(edit(reviser, op="place", block="foot", height=3), Done)
    assert "        text: 下\n        lines: 3\n" in now(spec)["A1.yaml"]


def test_two_blocks_are_swapped(spec: Path):
    reviser = Reviser(spec)
    assert isinstance(edit(reviser, op="swap", a="lead", b="side"), Done)
    assert changed(
        spec, "A1.yaml",
        ("{cols: 1-3, lines: 5-30}", "{cols: 4-5, lines: 5-10}"),
        ("style: second}]\n    at: {cols: 4-5, lines: 5-10}",
         "style: second}]\n    at: {cols: 1-3, lines: 5-30}"),
    )  # fmt: skip
    assert isinstance(edit(reviser, op="swap", a="lead", b="side"), Done)
    assert now(spec) == FILES
    assert isinstance(edit(reviser, op="swap", a="top", b="foot"), Done)
    assert "text: 下\n      - id: top" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="swap", a="lead", b="two"), Done)
    assert "- {cols: 1-2, lines: 32-40}" not in now(spec)["A1.yaml"]


@pytest.mark.parametrize(
    ("op", "told"),
    [
        ({"op": "place", "block": "foot", "lines": [1, 5]}, "REVISE.height-follows"),
        ({"op": "place", "block": "top", "cols": [1, 2]}, "REVISE.breadth-follows"),
        ({"op": "place", "block": "top"}, "REVISE.place-follows"),
        ({"op": "place", "block": "two", "lines": [1, 5]}, "REVISE.which-frame"),
        ({"op": "place", "block": "lead", "height": 4}, "REVISE.no-member"),
        ({"op": "place", "block": "none", "lines": [1, 5]}, "OVERRIDE.no-member"),
        ({"op": "place", "block": "lead", "lines": [9, 5]}, "REVISE.form"),
        ({"op": "place", "block": "lead", "lines": "5"}, "REVISE.form"),
        ({"op": "place", "block": "lead", "lines": [1, 10**9]}, "REVISE.form"),
        ({"op": "place", "block": {"a": 1}, "lines": [1, 2]}, "REVISE.form"),
        ({"op": "swap", "a": "lead", "b": "top"}, "REVISE.swap-groups"),
        ({"op": "picture", "block": "lead", "scale": "120%"}, "REVISE.no-picture"),
        ({"op": "set", "path": "blocks.lead.headline.lines", "value": "many"}, "VALUE.kind"),
        ({"op": "set", "path": "blocks.lead.hedline", "value": "x"}, "UNKNOWN-KEY.key"),
        ({"op": "set", "path": "", "value": "x"}, "REVISE.form"),
        ({"op": "set", "path": "title", "value": "\u202e"}, "CONTROL.value"),
        ({"op": "set", "path": "title", "value": float("nan")}, "REWRITE.no-value"),
        ({"op": "set", "path": ["a"] * 50, "value": 1}, "REVISE.form"),
        ({"op": "set", "path": "title"}, "REVISE.form"),
        ({"op": "remove", "path": "blocks.9"}, "OVERRIDE.no-member"),
        ({"op": "eat", "path": "blocks.9"}, "REVISE.kind"),
        ({"op": "set", "file": "../x.yaml", "path": "a", "value": 1, "base": "0"},
         "REVISE.no-file"),
        ({"op": "set", "file": "/etc/passwd", "path": "a", "value": 1, "base": "0"},
         "REVISE.no-file"),
        ({"op": "set", "path": "title", "value": "x", "base": "0"}, "UNDERNEATH.file"),
        ({"op": "set", "path": "title", "value": "x", "base": None}, "REVISE.form"),
        ({"op": "words", "file": "stories/甲.md", "paragraph": 1, "start": 0, "end": 1,
          "before": "二", "after": "x"}, "REWRITE.other-words"),
        ({"op": "place", "file": "stories/甲.md", "block": "lead", "lines": [1, 2]},
         "REVISE.not-here"),
        ({"op": "place", "file": "styles.yaml", "block": "lead", "lines": [1, 2]},
         "REVISE.not-here"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_named_and_changes_nothing(
    spec: Path, op: dict[str, object], told: str
):
    reviser = Reviser(spec)
    assert key(edit(reviser, **op)) == told
    assert now(spec) == FILES
    assert reviser.labels() == (None, None)


def test_nothing_that_a_browser_sends_ends_in_a_traceback(spec: Path):
    reviser = Reviser(spec)
    odd: tuple[Any, ...] = (
        *([], "x", None, {}, {"op": []}, {"op": "set", "file": 3}),
        {"op": "set", "file": "A1.yaml"},
    )
    for given in odd:
        assert isinstance(reviser.edit(given), Refused)


def test_values_are_set_and_taken_out(spec: Path):
    reviser = Reviser(spec)
    assert isinstance(edit(reviser, op="set", path="blocks.lead.headline.lines", value=7), Done)
    assert isinstance(edit(reviser, op="set", path="blocks.lead.fill", value="tint"), Done)
    assert "    fill: tint\n    at: {cols: 1-3" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="set", path="blocks.lead.fill", value=None), Done)
    both = [{"path": "title", "value": "要闻"}, {"path": "blocks.side.gap", "value": "2pt"}]
    assert isinstance(edit(reviser, op="set", values=both), Done)
    assert "title: 要闻\n" in now(spec)["A1.yaml"]
    assert reviser.undo()
    assert "要闻" not in now(spec)["A1.yaml"]
    assert "gap" not in now(spec)["A1.yaml"]


def test_what_others_use_is_asked_about(spec: Path):
    reviser = Reviser(spec)
    op = {"op": "set", "file": "styles.yaml", "path": "styles.lead.size", "value": "38pt"}
    asked = edit(reviser, **op)
    assert isinstance(asked, Refused)
    assert asked.ask is not None
    assert asked.ask.users == ("A1: lead", "A1: side")  # the second is like it
    assert now(spec) == FILES
    assert isinstance(edit(reviser, "no such", **op), Refused)
    assert isinstance(edit(reviser, asked.ask.confirm, **op), Done)
    assert changed(spec, "styles.yaml", ("size: 40pt", "size: 38pt"))
    op["value"] = "39pt"  # what was agreed to holds for the style
    assert isinstance(edit(reviser, asked.ask.confirm, **op), Done)
    other = {"op": "set", "file": "edition.yaml", "path": "date", "value": "2026-11-30"}
    asked = edit(reviser, asked.ask.confirm, **other)
    assert isinstance(asked, Refused)
    assert asked.ask is not None
    assert asked.ask.users == ("A1", "A2")
    assert isinstance(edit(reviser, asked.ask.confirm, **other), Done)
    assert "date: 2026-11-30    # 周日" in now(spec)["edition.yaml"]
    assert isinstance(edit(reviser, op="set", file="styles.yaml", path="styles.second.size",
                           value="20pt"), Done)  # fmt: skip
    found = reviser.uses("styles.yaml", "styles.lead")
    assert (found.pages, found.blocks) == (1, 2)


def test_comments_that_would_go_are_asked_about(spec: Path):
    reviser = Reviser(spec)
    op: dict[str, Any] = {"op": "set", "path": "blocks.lead.story", "value": None}
    asked = edit(reviser, **op)
    assert key(asked) == "REWRITE.comments"
    assert isinstance(asked, Refused)
    assert asked.ask is not None
    refused = edit(reviser, asked.ask.confirm, **op)  # a block must say what it is
    assert key(refused) == "BLOCK-KIND.none"
    op = {"op": "set", "path": "blocks.lead.at", "value": None}
    assert isinstance(edit(reviser, asked.ask.confirm, **op), Refused)


def test_an_anchor_that_others_use_is_asked_about(spec: Path):
    path = spec.parent / "A2.yaml"
    path.write_text(
        "page: A2\nformat: tabloid\nblocks:\n"
        "  - {id: x, text: 字, at: &p {cols: 1-2, lines: 1-4}}\n"
        "  - {id: y, text: 词, over: x, at: *p}\n", encoding="utf-8",
    )  # fmt: skip
    reviser = Reviser(spec)
    for block in ("x", "y"):
        op = {"op": "set", "file": "A2.yaml", "path": f"blocks.{block}.at.lines", "value": "1-5"}
        asked = edit(reviser, **op)
        assert key(asked) == "REVISE.shared"
        moved = edit(reviser, op="place", file="A2.yaml", block=block, lines=[1, 5])
        assert key(moved) == "REVISE.shared"
        assert isinstance(asked, Refused)
        assert isinstance(moved, Refused)
        assert moved.ask == asked.ask
    assert isinstance(asked, Refused)
    assert asked.ask is not None
    assert isinstance(edit(reviser, asked.ask.confirm, **op), Done)
    assert "&p {cols: 1-2, lines: 1-5}" in path.read_text(encoding="utf-8")


def test_words(spec: Path):
    reviser = Reviser(spec)
    words = {"op": "words", "file": "stories/甲.md"}
    done = edit(reviser, **words, paragraph=2, start=4, end=5, before="黑", after="白*")
    assert isinstance(done, Done)
    assert done.label.words("zh") == "“黑”改“白*”"
    put = said_of({"before": "", "after": "我的"}), said_of({"before": "我的", "after": ""})
    assert put == ("加“我的”", "删“我的”")
    assert changed(spec, "stories/甲.md", ("**黑**", "**白\\***"))
    reviser.undo()
    assert isinstance(edit(reviser, **words, key="title", before="甲题", after="乙: 题"), Done)
    assert changed(spec, "stories/甲.md", ("甲题", '"乙: 题"'))
    reviser.undo()
    start, end = reviser.span("stories/甲.md", paragraph=2)
    text = FILES["stories/甲.md"]
    assert text[start:end] == "第二段，**黑**字。"
    assert isinstance(
        edit(reviser, **words, start=start, end=start + 1, before="第", after="**第**"), Done
    )
    reviser.undo()
    assert isinstance(edit(reviser, **words, line=5, column=3, before="段", after="节"), Done)
    assert changed(spec, "stories/甲.md", ("第一段", "第一节"))
    reviser.undo()
    row = FILES["A1.yaml"][: FILES["A1.yaml"].index("标语")].count("\n") + 1
    column = FILES["A1.yaml"].split("\n")[row - 1].index("标语") + 1
    done = edit(reviser, op="words", line=row, column=column, before="标", after="口#")
    assert isinstance(done, Done)
    assert changed(spec, "A1.yaml", ("text: 标语", "text: 口#语"))
    start, end = reviser.span("stories/甲.md", key="title")
    assert text[start:end] == "甲题"


def test_blocks_are_put_in_moved_and_taken_out(spec: Path):
    reviser = Reviser(spec)
    new = {"id": "new", "text": "新", "at": {"cols": "1-2", "lines": "41-44"}}
    assert isinstance(edit(reviser, op="insert", path="blocks", after=1, value=new), Done)
    assert "  - id: new\n    text: 新\n    at: {cols: 1-2, lines: 41-44}\n" in now(spec)["A1.yaml"]
    assert isinstance(edit(reviser, op="move", path="blocks.new", to=1), Done)
    assert isinstance(edit(reviser, op="remove", path="blocks.new"), Done)
    asked = edit(reviser, op="remove", path="blocks.lead")
    assert isinstance(asked, Refused)
    assert asked.ask is not None  # its comments would go with it
    done = edit(reviser, op="remove", path="blocks.lead", confirm=asked.ask.confirm)
    assert isinstance(done, Done)
    assert "头条" not in now(spec)["A1.yaml"]
    for _ in range(4):
        assert isinstance(reviser.undo(), Done)
    assert now(spec) == FILES


def test_undo_and_redo_after_a_restart(spec: Path):
    first = Reviser(spec)
    for lines in ([6, 31], [7, 32], [8, 33]):
        assert isinstance(edit(first, op="place", block="lead", lines=lines), Done)
    assert isinstance(edit(first, op="words", file="stories/乙.md", paragraph=1, start=0, end=1,
                           before="乙", after="丙"), Done)  # fmt: skip
    last = now(spec)
    second = Reviser(spec)
    undo, redo = second.labels()
    assert undo is not None
    assert undo.words("zh") == "“乙”改“丙”"
    assert redo is None
    for _ in range(4):
        assert isinstance(second.undo(), Done)
    assert now(spec) == FILES
    assert key(second.undo()) == "REVISE.nothing"
    third = Reviser(spec)
    for _ in range(4):
        assert isinstance(third.redo(), Done)
    assert now(spec) == last
    assert key(third.redo()) == "REVISE.nothing-again"
    assert isinstance(first.undo(), Done)  # the first process sees what the third did
    assert isinstance(edit(first, op="place", block="side", lines=[5, 9]), Done)
    assert third.labels()[1] is None


def test_a_file_that_changed_elsewhere_is_undone_where_it_was_changed(spec: Path):
    reviser = Reviser(spec)
    edit(reviser, op="place", block="lead", lines=[6, 31])
    path = spec.parent / "A1.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("page: A1", "page: A1\ntitle: 新"), encoding="utf-8")
    assert isinstance(reviser.undo(), Done)
    assert path.read_text(encoding="utf-8") == FILES["A1.yaml"].replace(
        "page: A1", "page: A1\ntitle: 新"
    )
    assert isinstance(reviser.redo(), Done)
    path.write_text(path.read_text(encoding="utf-8").replace("6-31", "6-29"), encoding="utf-8")
    kept = path.read_bytes()
    assert key(reviser.undo()) == "UNDERNEATH.undo"
    assert path.read_bytes() == kept


def test_a_change_that_was_logged_and_never_written_is_not_undone(spec: Path):
    reviser = Reviser(spec)
    edit(reviser, op="place", block="lead", lines=[6, 31])
    edit(reviser, op="place", block="lead", lines=[7, 31])
    path = spec.parent / "A1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("7-31", "6-31"), encoding="utf-8")
    assert isinstance(Reviser(spec).undo(), Done)
    assert now(spec) == FILES


def test_a_link_that_leads_out_is_not_followed(spec: Path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "甲.md"
    inside = spec.parent / "stories" / "甲.md"
    (spec.parent / "stories" / "丙.md").write_bytes(inside.read_bytes())
    (spec.parent / "banxin.yaml").write_text("", encoding="utf-8")
    outside.write_bytes(inside.read_bytes())
    inside.unlink()
    inside.symlink_to(spec.parent / "stories" / "丙.md")
    reviser = Reviser(spec)
    words: dict[str, Any] = {
        "op": "words",
        "paragraph": 1,
        "start": 0,
        "end": 1,
        "before": "第",
        "after": "弟",
    }
    assert isinstance(edit(reviser, file="stories/丙.md", **words), Done)
    assert inside.is_symlink()
    assert "弟一段" in inside.read_text(encoding="utf-8")
    inside.unlink()
    inside.symlink_to(outside)
    assert isinstance(reviser.edit({"file": "stories/甲.md", "base": "x", **words}), Refused)
    assert "弟" not in outside.read_text(encoding="utf-8")


def test_a_folder_of_its_own_that_leads_out_is_not_used(spec: Path, tmp_path_factory):
    (spec.parent / ".banxin").symlink_to(tmp_path_factory.mktemp("outside"))
    assert key(edit(Reviser(spec), op="place", block="lead", lines=[6, 31])) == "REVISE.no-folder"
    assert now(spec) == FILES


def test_mode_mark_and_row_ends_stay(spec: Path):
    path = spec.parent / "A1.yaml"
    text = FILES["A1.yaml"].replace("\n", "\r\n").rstrip()
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    reviser = Reviser(spec)
    assert isinstance(edit(reviser, op="place", block="lead", lines=[6, 31]), Done)
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace("5-30", "6-31").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert isinstance(reviser.undo(), Done)
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.encode()
    path.chmod(0o440)
    assert key(edit(reviser, op="place", block="lead", lines=[6, 31])) == "REVISE.read-only"


def test_a_file_that_cannot_be_written_is_as_it_was(spec: Path, monkeypatch: pytest.MonkeyPatch):
    reviser = Reviser(spec)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    assert key(edit(reviser, op="place", block="lead", lines=[6, 31])) == "REVISE.unwritten"
    monkeypatch.undo()
    assert now(spec) == FILES
    assert reviser.labels() == (None, None)
    assert [p.name for p in spec.parent.iterdir() if p.name.endswith(".part")] == []


def test_a_file_that_is_saved_just_then_is_not_written_over(
    spec: Path, monkeypatch: pytest.MonkeyPatch
):
    reviser, path = Reviser(spec), spec.parent / "A1.yaml"
    saved = FILES["A1.yaml"].replace("page: A1", "page: A1\ntitle: 新").encode()

    def saving(at: Path, data: bytes, mark: str = "") -> Path:
        beside = files.write_beside(at, data, mark)
        path.write_bytes(saved)
        return beside

    monkeypatch.setattr(folder, "write_beside", saving)
    assert key(edit(reviser, op="place", block="lead", lines=[6, 31])) == "UNDERNEATH.file"
    assert path.read_bytes() == saved
    assert reviser.labels() == (None, None)
    assert [p.name for p in spec.parent.iterdir() if p.name.endswith(".part")] == []


def test_a_page_alone_knows_its_edition(spec: Path):
    reviser = Reviser(spec.parent / "A2.yaml")
    op = {"op": "set", "file": "edition.yaml", "path": "date", "value": "2026-11-30"}
    asked = edit(reviser, **op)
    assert isinstance(asked, Refused)
    assert asked.ask is not None
    assert asked.ask.users == ("A2", "A1")


def test_a_broken_page_can_be_mended(spec: Path):
    path = spec.parent / "A1.yaml"
    path.write_text(FILES["A1.yaml"].replace("cols: 1-3", "cols: a-b"), encoding="utf-8")
    reviser = Reviser(spec)
    assert isinstance(edit(reviser, op="place", block="lead", cols=[1, 3]), Done)
    assert now(spec) == FILES


def test_what_is_tried_is_not_written(spec: Path):
    reviser = Reviser(spec)
    op = {"op": "place", "file": "A1.yaml", "block": "lead", "lines": [6, 31]}
    tried = reviser.tried({**op, "base": reviser.digest("A1.yaml")})
    assert not isinstance(tried, Refused)
    assert tried[0].name == "A1.yaml"
    assert b"6-31" in tried[1]
    assert now(spec) == FILES


# Corrections of a reading


def marked(reviser: Reviser, words: str, **more: Any) -> Done | Refused:
    entry = {"story": "甲.md", "words": words, "delete": True}
    return edit(reviser, op="mark", file="corrections.yaml", entry=entry, **more)


def test_a_file_of_corrections_is_begun_kept_and_taken_away(spec: Path):
    file = spec.parent / "corrections.yaml"
    reviser = Reviser(spec)
    assert reviser.digest("corrections.yaml") == "absent"
    done = marked(reviser, "第一段", reading="二校", by="王")
    assert isinstance(done, Done)
    first = "reading: 二校\nby: 王\ncorrections:\n  - {story: 甲.md, words: 第一段, delete: true}\n"
    assert file.read_text(encoding="utf-8") == first
    assert isinstance(marked(reviser, "第二段"), Done)
    assert isinstance(edit(reviser, op="unmark", file="corrections.yaml", number=1), Done)
    assert isinstance(edit(reviser, op="unmark", file="corrections.yaml", number=1), Done)
    assert file.read_text(encoding="utf-8") == "reading: 二校\nby: 王\ncorrections: []\n"
    # An empty list is opened in rows again.
    assert isinstance(marked(reviser, "字"), Done)
    assert "corrections:\n  - {story: 甲.md, words: 字, delete: true}\n" in file.read_text("utf-8")
    reading = edit(reviser, op="reading", file="corrections.yaml", reading="")
    assert isinstance(reading, Done)
    assert not file.read_text("utf-8").startswith("reading")
    for _ in range(6):
        assert isinstance(Reviser(spec).undo(), Done)
    assert not file.exists()
    assert key(Reviser(spec).undo()) == "REVISE.nothing"
    for _ in range(6):
        assert isinstance(Reviser(spec).redo(), Done)
    assert file.read_text("utf-8").startswith("by: 王\ncorrections:\n  - {story: 甲.md, words: 字")


def test_another_reading_at_the_head_changes_none_of_an_entry(spec: Path):
    file = spec.parent / "corrections.yaml"
    text = """\
# 二校的清样
reading: 二校   # 王
corrections:
  - {story: 甲.md, words: 第一段, delete: true}   # 一
  # 二
  - story: 甲.md
    words: 第二段
    delete: true
  - {story: 甲.md, words: 字, delete: true, reading: 初校}
"""
    file.write_text(text, encoding="utf-8")
    reviser = Reviser(spec)
    assert isinstance(edit(reviser, op="reading", file="corrections.yaml", reading="三校"), Done)
    made = file.read_text("utf-8")
    given = load_corrections(made.encode(), "corrections.yaml")
    assert given.reading == "三校"
    assert [one.reading for one in given.corrections] == ["二校", "二校", "初校"]
    for words in ("# 二校的清样", "reading: 三校   # 王", "}   # 一", "  # 二\n"):
        assert words in made
    assert isinstance(edit(reviser, op="reading", file="corrections.yaml", reading="三校"), Done)
    assert file.read_text("utf-8") == made
    while not isinstance(reviser.undo(), Refused):
        pass
    assert file.read_text("utf-8") == text


def test_many_entries_are_given_their_reading_at_once(spec: Path, monkeypatch: pytest.MonkeyPatch):
    """The file is read anew so many times, however many entries it has."""
    counts = []
    for count in (3, 60):
        rows = [f"  - {{story: 甲.md, words: 第{k}处, delete: true}}\n" for k in range(count)]
        text = f"reading: 初校\ncorrections:\n{''.join(rows)}"
        read: list[str] = []

        def counted(
            text: str, file: str, first: tuple[int, int] = (1, 1), read: list[str] = read
        ) -> YamlText:
            read.append(file)
            return yaml_text(text, file, first)

        monkeypatch.setattr(yamltext, "yaml_text", counted)
        given = {"reading": "二校"}
        op = Operation(kind="reading", file="corrections.yaml", base="x", given=given)
        made, _ = read_anew(op, text, "corrections.yaml")
        monkeypatch.undo()
        assert made.count("reading: 初校") == count
        counts.append(len(read))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("text", ["", "# 二校\n", "\n# 甲\n\n# 乙", "corrections: []   # 空\n"])
def test_a_file_that_says_nothing_keeps_its_comments(spec: Path, text: str):
    file = spec.parent / "corrections.yaml"
    file.write_text(text, encoding="utf-8")
    reviser = Reviser(spec)
    assert isinstance(marked(reviser, "第一段"), Done)
    made = file.read_text("utf-8")
    assert "\n  - {story: 甲.md, words: 第一段, delete: true}" in f"\n{made}"
    for row in text.splitlines():
        comment = row[row.find("#") :] if "#" in row else ""
        assert comment in made
    assert isinstance(reviser.undo(), Done)
    assert file.read_text("utf-8") == text


def test_comments_of_an_entry_go_when_that_is_agreed_to(spec: Path):
    file, reviser = spec.parent / "corrections.yaml", Reviser(spec)
    entry = "{story: 甲.md, words: 字, delete: true}"
    plain = f"corrections:\n  - {entry}\n"
    for own in ("  # 甲的注\n  - ", "  - ", "  -  # 注\n    "):
        for end in ("\n", "    # 尾注\n"):
            text = plain + own + entry.replace("字", "段") + end
            file.write_text(text, "utf-8")
            asked = edit(reviser, op="unmark", file="corrections.yaml", number=2)
            if "#" in text:
                assert isinstance(asked, Refused), text
                assert asked.ask is not None, text
                assert file.read_text("utf-8") == text
                confirm = asked.ask.confirm
                asked = edit(
                    reviser, op="unmark", file="corrections.yaml", number=2, confirm=confirm
                )
            assert isinstance(asked, Done), text
            assert file.read_text("utf-8") == plain


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda text: text + "  - {story: 甲.md, words: 手写, delete: true}\n",
         "reading: 二校\ncorrections:\n  - {story: 甲.md, words: 手写, delete: true}\n"),
        (lambda text: text.replace("二校", "三校"), "reading: 三校\ncorrections: []\n"),
        (lambda text: "# 注\n" + text, "# 注\nreading: 二校\ncorrections: []\n"),
        (lambda text: text + "# 注\n", "reading: 二校\ncorrections: []\n# 注\n"),
        (lambda text: text.replace("{story: 甲.md, words: 第一段, delete: true}",
                                   "story: 甲.md\n    words: 第一段\n    delete: true"),
         "reading: 二校\ncorrections: []\n"),
    ],
)  # fmt: skip
def test_the_first_entry_is_taken_back_from_a_file_that_others_changed(
    spec: Path, change: Callable[[str], str], left: str
):
    """It began the file; and it holds up no change that was made before it."""
    file, reviser = spec.parent / "corrections.yaml", Reviser(spec)
    assert isinstance(edit(reviser, op="place", block="lead", lines=[6, 31]), Done)
    assert isinstance(marked(reviser, "第一段", reading="二校"), Done)
    changed = change(file.read_text("utf-8"))
    file.write_text(changed, "utf-8")
    assert isinstance(reviser.undo(), Done)
    assert file.read_text("utf-8") == left
    assert isinstance(reviser.redo(), Done)
    assert file.read_text("utf-8").count("第一段") == 1
    assert isinstance(reviser.undo(), Done)
    assert isinstance(reviser.undo(), Done)
    assert now(spec) == FILES


def test_entries_of_a_file_that_was_taken_away_hold_up_no_undo(spec: Path):
    file, reviser = spec.parent / "corrections.yaml", Reviser(spec)
    assert isinstance(edit(reviser, op="place", block="lead", lines=[6, 31]), Done)
    assert isinstance(marked(reviser, "第一段"), Done)
    assert isinstance(marked(reviser, "第二段"), Done)
    file.unlink()
    assert isinstance(reviser.undo(), Done)
    while isinstance(reviser.undo(), Done):
        assert not file.exists()
    assert now(spec) == FILES


def test_an_entry_that_was_changed_by_hand_is_not_taken_back(spec: Path):
    file, reviser = spec.parent / "corrections.yaml", Reviser(spec)
    assert isinstance(marked(reviser, "第一段"), Done)
    for other in ("第一行", "第一段, by: 王"):
        text = f"corrections:\n  - {{story: 甲.md, words: {other}, delete: true}}\n"
        file.write_text(text, "utf-8")
        assert key(reviser.undo()) == "UNDERNEATH.undo"
        assert file.read_text("utf-8") == text


def test_what_is_no_file_of_corrections_is_refused(spec: Path, tmp_path: Path):
    reviser = Reviser(spec)
    entry = {"story": "甲.md", "words": "字", "delete": True}
    assert key(edit(reviser, op="mark", file="A1.yaml", entry=entry)) == "REVISE.not-here"
    assert key(edit(reviser, op="mark", file="corrections.yaml", entry={})) == "REVISE.form"
    wrong = {"story": "甲.md", "words": "字", "nth": 0}
    assert isinstance(edit(reviser, op="mark", file="corrections.yaml", entry=wrong), Refused)
    assert not (spec.parent / "corrections.yaml").exists()
    assert key(edit(reviser, op="unmark", file="corrections.yaml", number=1))
    # A link that leads nowhere, or elsewhere, is not written through.
    outside = tmp_path.parent / "elsewhere.yaml"
    (spec.parent / "corrections.yaml").symlink_to(outside)
    refused = edit(reviser, op="mark", file="corrections.yaml", base="absent", entry=entry)
    assert isinstance(refused, Refused)
    assert not outside.exists()


def test_a_change_of_corrections_that_was_never_written_is_struck(spec: Path, monkeypatch: Any):
    """Its process died between the log and the file."""
    monkeypatch.setattr("layout.revise.reviser.put", lambda *_: (_ for _ in ()).throw(OSError()))
    with pytest.raises(OSError):  # noqa: PT011  whatever ends a process
        marked(Reviser(spec), "第一段")
    monkeypatch.undo()
    reviser = Reviser(spec)
    assert key(reviser.undo()) == "REVISE.nothing"


# What is said of a change


@pytest.mark.parametrize(
    ("file", "path", "value", "says"),
    [
        (
            "A1.yaml", "blocks.side.text.1.style", "lead",
            ("side的文字第1项样式：second → lead", "text.1.style of side: second → lead"),
        ),
        (
            "A1.yaml", "blocks.group.stack.top.lines", 6,
            ("top的行：4 → 6", "lines of top: 4 → 6"),
        ),
        ("A1.yaml", "blocks.4.body", "lead", ("two的正文样式：lead", "body of two: lead")),
        (
            "A1.yaml", "blocks.lead.headline", None,
            ("去掉lead的标题", "headline of lead taken out"),
        ),
        (
            "A2.yaml", "format", "broadsheet",
            ("开本：tabloid → broadsheet", "format: tabloid → broadsheet"),
        ),
        (
            "stories/甲.md", "title", "乙题",
            ("甲.md的主题：甲题 → 乙题", "title of 甲.md: 甲题 → 乙题"),
        ),
    ],
)  # fmt: skip
def test_a_changed_value_is_called_as_the_trade_calls_it(
    spec: Path, file: str, path: str, value: Any, says: tuple[str, str]
):
    zh, en = says
    reviser = Reviser(spec)
    done = edit(reviser, op="set", file=file, path=path.split("."), value=value)
    assert isinstance(done, Done), done
    assert (done.label.words("zh"), done.label.words("en")) == (zh, en)
    undo, _ = Reviser(spec).labels()  # from the log
    assert undo is not None
    assert undo.words("zh") == zh


def _with_entry(spec: Path) -> dict[str, Any]:
    """A change of words of a story, with that of a correction beside them."""
    text = "corrections:\n  - {story: lead.md, words: 甲乙, should_be: 甲丙, nth: 2}  # 一\n"
    (spec.parent / "corrections.yaml").write_text(text, encoding="utf-8")
    reviser = Reviser(spec)
    also = {
        "op": "amend",
        "file": "corrections.yaml",
        "base": reviser.digest("corrections.yaml"),
        "entries": [{"number": 1, "words": "乙丁", "should_be": "丙丁", "nth": None}],
    }
    name = next(name for name in FILES if name.endswith(".md"))
    story = reviser.story(name)[0]
    word = story.paragraphs[0].text[:2]
    return {
        "op": "words", "file": name, "base": reviser.digest(name), "paragraph": 1,
        "start": 0, "end": 2, "before": word, "after": "新话", "also": also,
    }  # fmt: skip


def test_a_step_of_two_files_is_one(spec: Path):
    op = _with_entry(spec)
    reading, story = spec.parent / "corrections.yaml", spec.parent / op["file"]
    texts = [(reading.read_text("utf-8"), story.read_text("utf-8"))]
    reviser = Reviser(spec)
    assert isinstance(reviser.edit(op), Done)
    assert "{story: lead.md, words: 乙丁, should_be: 丙丁}  # 一" in reading.read_text("utf-8")
    assert "新话" in story.read_text("utf-8")
    texts.append((reading.read_text("utf-8"), story.read_text("utf-8")))
    for step, left in (("undo", 0), ("redo", 1), ("undo", 0)):
        assert isinstance(getattr(Reviser(spec), step)(), Done)  # from the log alone
        assert (reading.read_text("utf-8"), story.read_text("utf-8")) == texts[left]


def test_of_a_step_of_two_files_both_are_written_or_none(
    spec: Path, monkeypatch: pytest.MonkeyPatch
):
    op = _with_entry(spec)
    reading, story = spec.parent / "corrections.yaml", spec.parent / op["file"]
    before = (reading.read_text("utf-8"), story.read_text("utf-8"))
    real = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "corrections.yaml":
            raise OSError(28, "no space")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert key(Reviser(spec).edit(op)) == "REVISE.unwritten"
    monkeypatch.undo()
    assert (reading.read_text("utf-8"), story.read_text("utf-8")) == before
    assert Reviser(spec).labels() == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"op": "unmark", "number": 1},
        {"entries": []},
        {"entries": [{"number": 2, "words": "一"}]},
        {"entries": [{"number": 1, "story": "other.md"}]},
        {"entries": [{"number": "1", "words": "一"}]},
        {"file": "../corrections.yaml"},
        {"base": "old"},
    ],
)
def test_what_else_a_step_may_change_is_the_words_of_corrections(spec: Path, wrong: dict[str, Any]):
    op = _with_entry(spec)
    reading, story = spec.parent / "corrections.yaml", spec.parent / op["file"]
    before = (reading.read_text("utf-8"), story.read_text("utf-8"))
    op["also"] |= wrong
    assert isinstance(Reviser(spec).edit(op), Refused)
    assert (reading.read_text("utf-8"), story.read_text("utf-8")) == before
