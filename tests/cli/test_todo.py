"""`banxin todo`: what is still to come, by place; and that nothing is."""

import json

import pytest

from layout.cli import main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


def test_the_frame_of_a_day_is_all_to_come(project: Project, capsys: Capture):
    new = project.root.parent / "paper-2026-12-01"
    assert main(["new", str(new), "--from", str(project.root), "-q"]) == 0
    assert main(["todo", str(new)]) == 1
    out = capsys.readouterr().out
    assert "stories/one.md" in out
    assert "assets/park.jpg" in out
    assert "still to come on 1 page" in out
    text = (new / "stories/two.md").read_text(encoding="utf-8")
    (new / "stories/two.md").write_text(text.replace("stands_in: true\n", ""), encoding="utf-8")
    assert main(["todo", str(new), "--lang", "zh"]) == 1
    out = capsys.readouterr().out
    assert "stories/two.md:2:8: 警告：title：“题目待定”还没写" in out
    assert "正文开头还是“待稿”" in out


def test_nothing_to_come_is_said(project: Project, capsys: Capture):
    page = "page: T1\nblocks:\n  - {text: [甲], at: {cols: 1-2, lines: 1-4}}\n"
    spec = project.write("T2.yaml", page)
    assert main(["todo", str(spec)]) == 0
    assert "nothing is to come on 1 page" in capsys.readouterr().out
    project.write("T2.yaml", page.replace("}}", "}, stands_in: true}"))
    assert main(["todo", str(spec), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["pages"]
    assert [d["code"] for d in found["to_come"]] == ["STANDS-IN"]


def test_what_is_named_and_not_there_is_told(project: Project, capsys: Capture):
    project.path("stories/two.md").unlink()
    assert main(["todo", str(project.root)]) == 1
    assert "MISSING-FILE" in capsys.readouterr().out


def test_a_page_with_a_fault_is_told_apart(project: Project, capsys: Capture):
    project.change("T1.yaml", "columns: 2", "colums: 2")
    assert main(["todo", str(project.root)]) == 1
    both = capsys.readouterr()
    assert "UNKNOWN-KEY" in both.err
    assert "UNKNOWN-KEY" not in both.out
    assert main(["todo", str(project.root / "gone")]) == 2
