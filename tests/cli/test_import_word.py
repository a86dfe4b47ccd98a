"""`banxin import` of .docx files as its user meets it: what is said, exit status, JSON, builds."""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from layout.cli import main
from layout.importer.word.line import LineReader
from tests.worddocs import docx, p, r, table

LONG = "这一段是正文，写得长些，好让它看上去就是正文，不会被当作标题，也不会被当作作者。"
BODY = p("步道贯通", style="a3") + p(LONG) + p("甲", r("乙", "<w:b/>"), "丙。") + p("表1 里程")
BODY += table([["段", "公里"], ["南段", "3.2"], ["北段", "2.8"]])


def banxin(*words: str) -> int:
    return main(["import", *words])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "步道.docx"
    path.write_bytes(docx(BODY))
    return path


def test_good(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    out = capsys.readouterr().out
    assert "1 story, 1 table, 0 pictures" in out
    assert "65 characters in 1 file: 48 in stories, 13 in tables, 4 in captions; they agree" in out
    assert "4 files written" in out
    assert (tmp_path / "out/stories/步道.md").is_file()


def test_chinese(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out"), "--lang", "zh") == 0
    assert "原稿1份65字：稿件48字，表13字，图说表题4字；相符" in capsys.readouterr().out
    assert "# P1：由Word稿件排出的初样。" in (tmp_path / "out/P1.yaml").read_text(encoding="utf-8")
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    assert "# P1: a first page" in (tmp_path / "out/P1.yaml").read_text(encoding="utf-8")


def test_json(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out"), "--json", "--page", "A3") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["page"] == "A3"
    assert report["stories"] == ["stories/步道.md"]
    assert report["tables"] == ["tables/步道-1.md"]
    assert report["characters"] == {
        "files": 65, "stories": 48, "tables": 13, "captions": 4, "agree": True,
    }  # fmt: skip


def test_it_builds_at_once(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert banxin(str(source), "-o", str(out)) == 0
    capsys.readouterr()
    assert main(["build", str(out / "P1.yaml"), "-o", str(tmp_path / "made")]) == 0
    assert (tmp_path / "made/P1.pdf").is_file()
    assert "error" not in capsys.readouterr().err


def test_lacking_characters_are_an_error_that_writes_all_the_same(
    source: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = LineReader._run

    def dropping(self: LineReader, run: Element, depth: int) -> None:
        if not any((t.text or "") == "乙" for t in run):
            whole(self, run, depth)

    monkeypatch.setattr(LineReader, "_run", dropping)
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 1
    out = capsys.readouterr().out
    assert "they do not agree" in out
    assert "paragraph 3, “甲乙丙。”: 4 characters in the file, 3 came out" in out
    assert (tmp_path / "out/P1.yaml").is_file()


def test_again_changes_nothing_and_an_edit_is_kept(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert banxin(str(source), "-o", out) == 0
    assert banxin(str(source), "-o", out) == 0
    assert "0 files written, 4 as they were" in capsys.readouterr().out
    story = tmp_path / "out/stories/步道.md"
    story.write_text("改过\n", encoding="utf-8")
    assert banxin(str(source), "-o", out) == 1
    assert "has been edited" in capsys.readouterr().err
    assert banxin(str(source), "-o", out, "--beside") == 0
    assert story.read_text(encoding="utf-8") == "改过\n"
    assert story.with_name("步道.md.new").is_file()


def test_copy_is_added_to_an_edition_that_is_there(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert banxin(str(source), "-o", str(out)) == 0
    other = tmp_path / "又一篇.docx"
    other.write_bytes(docx(p("又一题", style="a3") + p(LONG)))
    pages = (out / "P1.yaml").read_bytes()
    capsys.readouterr()
    assert banxin(str(other), "-o", str(out)) == 0
    told = capsys.readouterr().out
    assert "has pages already" in told
    assert "stories/又一篇.md" in told
    assert (out / "P1.yaml").read_bytes() == pages
    assert (out / "stories/又一篇.md").is_file()
    assert banxin(str(source), "-o", str(out)) == 0  # the first one is still its own
    assert (out / "P1.yaml").read_bytes() == pages


def test_an_edition_of_ones_own_takes_copy_again_and_again(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["new", str(out), "--format", "tabloid"]) == 0
    pages = {path.name: path.read_bytes() for path in out.glob("*.yaml")}
    for _ in range(2):
        assert banxin(str(source), "-o", str(out)) == 0
    assert "0 files written, 2 as they were" in capsys.readouterr().out
    assert pages == {path.name: path.read_bytes() for path in out.glob("*.yaml")}


def test_there_is_nothing_to_undo(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert banxin(str(source), "-o", str(tmp_path / "out")) == 0
    assert banxin("--undo", str(tmp_path / "out")) == 1
    assert "nothing to undo" in capsys.readouterr().err


def test_several_files_are_one_page(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "又一篇.docx"
    other.write_bytes(docx(p("又一题", style="a3") + p(LONG)))
    assert banxin(str(source), str(other), "-o", str(tmp_path / "out")) == 0
    page = (tmp_path / "out/P1.yaml").read_text(encoding="utf-8")
    assert "stories/步道.md" in page
    assert "stories/又一篇.md" in page


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("老.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为 .docx"),
        ("坏.docx", b"PK\x03\x04", "the file is damaged"),
        ("文.docx", "不是".encode(), "no .docx"),
        ("没有.docx", None, "the file:"),
    ],
)
def test_bad(
    name: str,
    data: bytes | None,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert banxin(str(tmp_path / name), "-o", str(tmp_path / "out")) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_word_and_text_do_not_mix(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "版.md"
    text.write_text("# 题\n\n正文。\n", encoding="utf-8")
    assert banxin(str(source), str(text), "-o", str(tmp_path / "out")) == 1
    assert "no Word file" in capsys.readouterr().err
    assert banxin(str(text), str(text), "-o", str(tmp_path / "out")) == 2
    assert "one page at a time" in capsys.readouterr().err
