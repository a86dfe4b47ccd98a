"""`banxin lines`: figures that hold together, and an answer to every bad input."""

import io
import json
import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from layout.cli import main
from tests.pdfread import chars

Capture = pytest.CaptureFixture[str]

TEXT = """\
产业项目建设是经济高质量发展的第一抓手。塔吊林立的工地、机器轰鸣的车间，“新家”正在紧锣密鼓地建设中！

项目达产后，年产量将达500吨，GDP growth 有望成为 China best 国内“最大”且（世界前三）的靶材基地——好……
“从前只有三五个摊。”他说，“如今一百八十个。”《早市》（节选）：“好！”
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def lines_of(capsys: Capture, *words: str) -> list[dict[str, Any]]:
    assert main(["lines", *words, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) <= {"lines", "diagnostics"}
    assert {d["severity"] for d in said.get("diagnostics", [])} <= {"warning"}
    lines: list[dict[str, Any]] = said["lines"]
    return lines


@pytest.mark.parametrize("measure", [8, 13, 20, 21])
@pytest.mark.parametrize("fit", ["total", "first"])
def test_figures_hold_together(text: Path, capsys: Capture, measure: int, fit: str) -> None:
    lines = lines_of(capsys, str(text), "--measure", str(measure), "--fit", fit)
    for line in lines:
        glyphs = line["glyphs"]
        assert {"paragraph", "text", "measure_pt", "natural_pt", "set_pt", "glyphs"} <= set(line)
        assert line["measure_pt"] == 9 * measure
        assert "".join(g["text"] for g in glyphs) == line["text"]
        assert glyphs[-1]["x"] + glyphs[-1]["advance"] == pytest.approx(line["set_pt"], abs=2e-3)
        assert all(g["text"] and g["advance"] >= 0 for g in glyphs)
        for left, right in pairwise(glyphs):
            assert left["x"] + left["advance"] <= right["x"] + 2e-3
        if not line["last"]:
            assert line["set_pt"] == pytest.approx(line["measure_pt"], abs=2e-3)
        else:
            assert line["set_pt"] <= line["measure_pt"] + 2e-3
        if line["tier"].startswith("stretch"):
            assert line["natural_pt"] < line["set_pt"]
        elif line["tier"].startswith("shrink"):
            assert line["natural_pt"] > line["set_pt"]
        else:
            assert line["natural_pt"] == pytest.approx(line["set_pt"], abs=2e-3)


def test_no_character_is_lost(text: Path, capsys: Capture) -> None:
    lines = lines_of(capsys, str(text), "--measure", "13")
    rows = [row for row in TEXT.split("\n") if row]
    for number, row in enumerate(rows, 1):
        got = "".join(line["text"] for line in lines if line["paragraph"] == number)
        assert got.replace(" ", "") == row.replace(" ", "")


def test_indent_is_in_x_and_in_both_widths(text: Path, capsys: Capture) -> None:
    first = lines_of(capsys, str(text), "--measure", "13")[0]
    assert first["glyphs"][0]["x"] == 18
    assert first["natural_pt"] == 117
    flat = lines_of(capsys, str(text), "--measure", "13", "--indent", "0")[0]
    assert flat["glyphs"][0]["x"] == 0
    assert len(flat["text"]) == len(first["text"]) + 2


def test_marks_have_their_blank_or_not(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "m.txt"
    path.write_text("他说，“好。”我们（都）去。", encoding="utf-8")
    (line,) = lines_of(capsys, str(path), "--measure", "30", "--indent", "0")
    got = [(g["text"], g["x"], g["advance"], g["origin"]) for g in line["glyphs"]]
    assert got == [
        ("他", 0, 9, 0),
        ("说", 9, 9, 9),
        ("，", 18, 9, 18),  # keeps its blank, so “ has lost its own and is drawn ½ em to the left
        ("“", 27, 4.5, 22.5),
        ("好", 31.5, 9, 31.5),
        ("。", 40.5, 4.5, 40.5),  # beside ”: only one half em in a row of marks
        ("”", 45, 9, 45),
        ("我", 54, 9, 54),
        ("们", 63, 9, 63),
        ("（", 72, 9, 72),
        ("都", 81, 9, 81),
        ("）", 90, 9, 90),
        ("去", 99, 9, 99),
        ("。", 108, 4.5, 108),  # the line's end
    ]
    assert (line["natural_pt"], line["set_pt"], line["last"]) == (112.5, 112.5, True)


def test_a_mark_at_the_start_of_a_line_is_trimmed(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "m.txt"
    path.write_text("一二三四五“六七八", encoding="utf-8")
    second = lines_of(capsys, str(path), "--measure", "5", "--indent", "0")[1]
    mark = second["glyphs"][0]
    assert (mark["text"], mark["x"], mark["advance"], mark["origin"]) == ("“", 0, 4.5, -4.5)


def test_options_change_what_they_say(text: Path, capsys: Capture) -> None:
    base = lines_of(capsys, str(text), "--measure", "13")
    for words in (
        ["--gap", "0"],
        ["--digits", "proportional", "--face", "黑"],
        ["--size", "12pt"],
    ):
        assert lines_of(capsys, str(text), "--measure", "13", *words) != base, words


def test_first_fit_leaves_the_last_character_alone(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "m.txt"
    path.write_text("一二三四五六七八九十一二", encoding="utf-8")
    ends = {}
    for fit in ("first", "total"):
        lines = lines_of(capsys, str(path), "--measure", "13", "--fit", fit)
        ends[fit] = lines[-1]["text"]
    assert ends["first"] == "二"
    assert len(ends["total"]) > 1


def test_level_none_lets_a_mark_begin_a_line(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "m.txt"
    path.write_text("一二三四五，六七八九十一二", encoding="utf-8")
    starts = {}
    for level in ("gb", "basic", "none"):
        words = ("--measure", "5", "--indent", "0", "--fit", "first", "--level", level)
        starts[level] = [line["text"][0] for line in lines_of(capsys, str(path), *words)]
    assert "，" in starts["none"]
    assert "，" not in starts["gb"] + starts["basic"]


@pytest.mark.parametrize("measure", ["117pt", "13zi", "13字", "41.275mm", "13"])
def test_a_measure_may_have_any_unit(text: Path, capsys: Capture, measure: str) -> None:
    lines = lines_of(capsys, str(text), "--measure", measure)
    assert lines[0]["measure_pt"] == pytest.approx(117, abs=1e-3)
    assert lines[0]["text"] == "产业项目建设是经济高质"


def test_stdin(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("江南好，风景旧曾谙。".encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert lines_of(capsys, "-", "--measure", "13")[0]["text"] == "江南好，风景旧曾谙。"


def test_text_form_is_one_line_a_line(text: Path, capsys: Capture) -> None:
    assert main(["lines", str(text), "--measure", "13"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("13字 = 117 pt")
    assert "|    产业项目建设是经济高质" in rows[1]
    assert "natural  117.000  set  117.000" in rows[1]
    assert rows[-1].startswith(f"{len(rows) - 2} lines:")
    assert main(["lines", str(text), "--measure", "13", "--glyphs"]) == 0
    assert "产 18.00+9.00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--measure", "abc"], "--measure"),
        (["--measure", "13qq"], 'no unit "qq"'),
        (["--measure", "0"], "--measure"),
        (["--measure", "0.5"], "from 1 to 1000"),
        (["--measure", "-13"], "--measure"),
        (["--measure", "nan"], "--measure"),
        (["--measure", "1e400"], "--measure"),
        (["--measure", "99999"], "--measure"),
        (["--measure", "13", "--size", "0"], "--size"),
        (["--measure", "13", "--size", "小屋"], "--size"),
        (["--measure", "13", "--indent", "nan"], "--indent"),
        (["--measure", "13", "--indent", "x"], "--indent"),
        (["--measure", "13", "--gap", "9"], "--gap"),
        (["--measure", "13", "--level", "strikt"], "--level"),
        (["--measure", "13", "--face", "报送"], "报宋"),
        ([], "--measure"),
    ],
)
def test_bad_use_is_2(text: Path, capsys: Capture, words: list[str], said: str) -> None:
    assert main(["lines", str(text), *words]) == 2
    got = capsys.readouterr()
    assert said in got.err
    assert got.out == ""


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (b"", "EMPTY", ":1:1"),
        (b"\xef\xbb\xbf", "EMPTY", ":1:1"),
        (b" \n\t\n\xe3\x80\x80\n", "EMPTY", ":1:1"),
        (b"\xff\xfeA\x00", "ENCODING", ":1:1"),
        ("好\n中文".encode("gbk"), "ENCODING", ":1:1"),
        ("一二\n三".encode() + b"\xed\xa0\x80", "ENCODING", ":2:2"),
        ("一二\n三四\x00五".encode(), "CONTROL", ":2:3"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "NOT-TEXT", ":1:1"),
        ("一二三\n  四😀五".encode(), "NO-GLYPH", ":2:4"),
        ("一".encode() * 1_000_000, "TOO-LARGE", ":1:1"),
    ],
)
def test_bad_text_is_1_and_names_its_place(
    tmp_path: Path, capsys: Capture, data: bytes, code: str, where: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert main(["lines", str(path), "--measure", "13"]) == 1
    err = capsys.readouterr().err
    assert f"{path}{where}: error:" in err
    assert f"[{code}]" in err
    assert main(["lines", str(path), "--measure", "13", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["diagnostics"][0]["code"] == code


def test_a_lost_character_is_named_with_its_code(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "lost.txt"
    path.write_text("好" + "😀" * 80, encoding="utf-8")
    assert main(["lines", str(path), "--measure", "13"]) == 1
    err = capsys.readouterr().err
    assert "U+1F600" in err
    assert len(err.splitlines()) == 1
    assert "80 times, first here (an emoji" in err


@pytest.mark.parametrize("name", ["nothing.txt", ".", "x\0y", "a" * 5000])
def test_a_file_that_cannot_be_read_is_1(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert main(["lines", str(tmp_path / name), "--measure", "13"]) == 1
    assert "[READ]" in capsys.readouterr().err


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, capsys: Capture) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["lines", str(tmp_path / "pipe"), "--measure", "13"]) == 1
    assert "is not a file" in capsys.readouterr().err


def test_a_word_wider_than_the_measure_is_broken(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "wide.txt"
    path.write_text("访问supercalifragilisticexpialidocious网站", encoding="utf-8")
    lines = lines_of(capsys, str(path), "--measure", "5")
    assert "".join(line["text"] for line in lines) == path.read_text(encoding="utf-8")
    assert all(line["set_pt"] <= 45.001 for line in lines)


@pytest.mark.parametrize(
    "row",
    [
        "。。。，，，！！！",
        "——……——……",
        "\u202e好\u200e人\ufeff啊",
        "e\u0301e\u0301",
        "\u2028好\u0085",
    ],
)
def test_odd_lines_are_set_without_loss(tmp_path: Path, capsys: Capture, row: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(row, encoding="utf-8", newline="")
    status = main(["lines", str(path), "--measure", "2", "--json"])
    said = json.loads(capsys.readouterr().out)
    errors = [d for d in said.get("diagnostics", []) if d["severity"] == "error"]
    assert status == (1 if errors else 0)
    if said["lines"]:
        assert "".join(line["text"] for line in said["lines"]) == row.strip()


def test_lines_that_break_a_rule_are_told_with_their_place(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "narrow.txt"
    path.write_text("好\n  一，二。三，四。\n", encoding="utf-8")
    assert main(["lines", str(path), "--measure", "1", "--indent", "0"]) == 0
    err = capsys.readouterr().err
    assert f"{path}:2:3: warning: “一” ends where no line may" in err
    assert "[KINSOKU]" in err
    assert main(["lines", str(path), "--measure", "13", "--indent", "0"]) == 0
    assert capsys.readouterr().err == ""


def test_a_loose_line_is_told(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "loose.txt"
    path.write_text("一二三0123456789-0123456789四五六七八九十", encoding="utf-8")
    assert main(["lines", str(path), "--measure", "11", "--indent", "0"]) == 0
    assert "[LOOSE]" in capsys.readouterr().err


@pytest.mark.parametrize(("indent", "said"), [("30", True), ("12", False), ("12.5", True)])
def test_an_indent_without_room_is_told(
    text: Path, capsys: Capture, indent: str, said: bool
) -> None:
    assert main(["lines", str(text), "--measure", "13", "--indent", indent]) == 0
    err = capsys.readouterr().err
    assert (f"an indent of {indent} 字 in 13 字; set at 12" in err) == said
    assert ("[INDENT]" in err) == said


def test_a_closed_standard_input_is_told(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["lines", "-", "--measure", "13"]) == 1
    assert "standard input is closed" in capsys.readouterr().err


def test_the_galley_holds_the_printed_lines(text: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "new" / "galley.pdf"
    lines = lines_of(capsys, str(text), "--measure", "8", "--pdf", str(out))
    drawn = chars(out.read_bytes())
    assert [c.char for c in drawn] == list("".join(line["text"] for line in lines))
    at = 0
    for line in lines:
        for glyph in line["glyphs"]:
            shift = drawn[at].x - 18 - glyph["origin"]
            if glyph["text"] in "“（":  # its box leaves out some of the white before its ink
                assert -2e-3 <= shift <= 4.5 + 2e-3
            else:
                assert shift == pytest.approx(0, abs=2e-3)
            at += len(glyph["text"])
    again = tmp_path / "again.pdf"
    lines_of(capsys, str(text), "--measure", "8", "--pdf", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_a_galley_that_would_lose_a_character_is_not_written(
    tmp_path: Path, capsys: Capture
) -> None:
    path, out = tmp_path / "lost.txt", tmp_path / "lost.pdf"
    path.write_text("好\U0001f600的", encoding="utf-8")
    assert main(["lines", str(path), "--measure", "13", "--pdf", str(out)]) == 1
    err = capsys.readouterr().err
    assert err.count("[NO-GLYPH]") == 1
    assert f"{out} is not written" in err
    assert not out.exists()


def test_a_galley_larger_than_a_pdf_page_is_refused(tmp_path: Path, capsys: Capture) -> None:
    path, out = tmp_path / "wide.txt", tmp_path / "wide.pdf"
    path.write_text("好", encoding="utf-8")
    words = ["lines", str(path), "--size", "20", "--measure", "1000", "--pdf", str(out)]
    assert main(words) == 1
    assert "14,400 pt a side hold 0 such lines" in capsys.readouterr().err
    assert not out.exists()


def test_a_galley_that_cannot_be_written_is_told(
    text: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["lines", str(text), "--measure", "13", "--pdf", str(tmp_path)]) != 0
    err = capsys.readouterr().err
    assert "cannot be written" in err
    assert "Traceback" not in err
