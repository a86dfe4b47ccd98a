"""The command as a whole: help, exit status, unknown commands, output that a pipe can carry."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layout.cli import COMMANDS, main
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


def test_no_command_shows_help_and_is_bad_use(capsys: Capture) -> None:
    assert main([]) == 2
    out = capsys.readouterr().out
    for name in COMMANDS:
        assert name in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches(name: str, capsys: Capture) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"usage: banxin {name}" in out
    assert out.count(f"banxin {name} ") >= 2, "help without an example"
    assert "xit status" in out, "help that does not say how it ends"


@pytest.mark.parametrize(
    ("typed", "meant"), [("biuld", "build"), ("proofs", "proof"), ("line", "lines")]
)
def test_unknown_command_is_told_the_nearest(typed: str, meant: str, capsys: Capture) -> None:
    assert main([typed, "x.yaml"]) == 2
    err = capsys.readouterr().err
    assert f'no command "{typed}"' in err
    assert f'did you mean "{meant}"?' in err


def test_a_command_far_from_all_lists_them(capsys: Capture) -> None:
    assert main(["\x1b[31mqqqqq"]) == 2
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert all(name in err for name in COMMANDS)


def test_unknown_option_is_told_the_nearest(capsys: Capture) -> None:
    assert main(["lines", "x.txt", "--mesure", "13", "--measure", "13"]) == 2
    err = capsys.readouterr().err
    assert "banxin lines" in err
    assert 'did you mean "--measure"?' in err


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("banxin ")


@pytest.mark.parametrize("name", ["build", "proof", "dump", "lines", "import"])
def test_nothing_to_work_on_is_bad_use(name: str, capsys: Capture) -> None:
    assert main([name]) == 2
    assert "missing: " in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_no_traceback_on_a_terminal_without_chinese(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "文.txt").write_text("江南好，风景旧曾谙。", encoding="utf-8")
    for more in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "layout", "lines", "文.txt", "--measure", "13", *more],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONIOENCODING": encoding,
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
        assert ("江南" in done.stdout.decode(encoding)) == (encoding == "utf-8")


@pytest.mark.parametrize(
    ("typed", "there", "meant"),
    [
        ("build p/A2.yaml", "p/A1.yaml", "p/A1.yaml"),
        ("check page/A1.yaml", "pages/A1.yaml", "pages/A1.yaml"),
        ("build isue", "issue/x.yaml", "issue"),
        ("lines p/one.txt --measure 13", "p/ones.txt", "p/ones.txt"),
        ("import p/one.txt -o o", "p/ones.txt", "p/ones.txt"),
    ],
)
def test_a_path_that_leads_nowhere_has_no_line_and_names_the_nearest(
    project: Project, capsys: Capture, typed: str, there: str, meant: str
) -> None:
    root = project.root
    (root / there).parent.mkdir(exist_ok=True)
    (root / there).write_text("甲", encoding="utf-8")
    name, path, *more = typed.split()
    assert main([name, str(root / path), *more]) in (1, 2)
    err = capsys.readouterr().err
    assert err.startswith(f"{root / path}: error: ")
    assert f'did you mean "{root / meant}"?' in err


def test_a_story_is_no_page_spec(tmp_path: Path, capsys: Capture) -> None:
    story = tmp_path / "lead.md"
    story.write_text("---\ntitle: 甲\n---\n\n乙。\n", encoding="utf-8")
    for name in ("build", "check", "todo"):
        assert main([name, str(story)]) == 1
        assert f"{story}: error: this is a story and no page spec" in capsys.readouterr().err
