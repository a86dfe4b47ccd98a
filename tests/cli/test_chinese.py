"""With `--lang zh` every command says what is wrong in Chinese, on the bad inputs of the suite."""

import os
import re
from pathlib import Path

import pytest

from layout.cli import main
from tests.conftest import PAGE, Project
from tests.spec.attacks import ATTACKS, Files

Capture = pytest.CaptureFixture[str]

QUOTED = re.compile(r"“[^”]*”?|`[^`]*`|\[[A-Z][A-Z-]*\]|'[^']*'|\{[^{}]*\}|（[a-z, ]+）")
"""What is not in our words: quoted input, keys and commands, codes, names of a list."""
TOKEN = re.compile(r"[\w.*-]*[./_=:*\\-][\w.*/\\:=-]*|--?\w[\w-]*")
"""Paths, keys with their dots, options."""
ENGLISH = re.compile(r"(?<![A-Za-z])[A-Za-z]+(?:[ ,]+[A-Za-z]+){2,}")


def english(told: str) -> list[str]:
    """Runs of three Latin words and more in what a command has said."""
    found = []
    for line in told.splitlines():
        place = re.match(r"[^：]*?:\d+:\d+: ", line)
        words = line[place.end() :] if place else line
        found += ENGLISH.findall(TOKEN.sub("·", QUOTED.sub("·", words)))
    return found


def answer(capsys: Capture, args: list[str]) -> str:
    """What a command says with `--lang zh`, which must be Chinese."""
    assert main([*args, "--lang", "zh"]) in (1, 2), args
    both = capsys.readouterr()
    told = both.err + both.out
    assert re.search(r"[\u4e00-\u9fff]", told), args
    return told


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("a.yaml:1:2: 错误：no such file or directory [READ]", ["no such file or directory"]),
        ("a.yaml:1:2: 错误：没有“a b c d”，见`banxin build --help` [READ]", []),
        ("错误：assets/a.jpg specs/b.yaml blocks.lead.at 都没有", []),
    ],
)
def test_english_is_seen(told: str, found: list[str]):
    assert english(told) == found


def laid_out(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(data)
    return folder / "T1.yaml"


def test_attacks(project: Project, tmp_path: Path, capsys: Capture):
    (project.root / "loop").symlink_to(project.root / "loop")
    (project.root / "link").symlink_to("/etc/passwd")
    os.mkfifo(project.root / "pipe")
    kept = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    told = {}
    for name, (files, *_) in ATTACKS.items():
        spec = laid_out(project.root, files)
        told[name] = english(answer(capsys, ["build", str(spec), "-o", str(tmp_path / "out")]))
        for file in files:
            path = project.root / file
            path.unlink()
            if path in kept:
                path.write_bytes(kept[path])
    assert {name: words for name, words in told.items() if words} == {}


BAD_PAGES = {
    "unknown keys": PAGE.replace("columns: 2", "colums: 2"),
    "a kind": PAGE.replace("columns: 2", "columns: many"),
    "a rule": PAGE + "rules:\n  - thicker\n",
    "off the grid": PAGE.replace("lines: 5-40", "lines: 5-4000"),
    "no block": "page: T1\nblocks:\n  - {at: {cols: 1, lines: 2}}\n",
    "two kinds": PAGE.replace("story: stories/one.md", "story: stories/one.md\n    rule: thin"),
    "a date": PAGE.replace("format: tabloid", "format: tabloid\ndate: 2026-02-30"),
    "a colour": PAGE.replace("format: tabloid", "format: tabloid\nblocks_: M300"),
    "an overset": PAGE.replace("lines: 5-40", "lines: 5-9"),
    "a jump": PAGE.replace("columns: 2", "columns: 2\n    jump_to: T9"),
    "a field": PAGE.replace("{weekday}", "{weakday}"),
}  # fmt: skip


@pytest.mark.parametrize("command", ["build", "check", "proof", "dump"])
@pytest.mark.parametrize("name", list(BAD_PAGES))
def test_bad_pages(project: Project, tmp_path: Path, capsys: Capture, command: str, name: str):
    spec = laid_out(project.root, {"T1.yaml": BAD_PAGES[name]})
    out = [] if command == "check" else ["-o", str(tmp_path / "out.txt")]
    assert english(answer(capsys, [command, str(spec), *out])) == []


@pytest.mark.parametrize(
    "args",
    [
        ["build", "gone"],
        ["build", "gone.yaml", "--to", "word"],
        ["build", "gone.yaml", "--only", "bok"],
        ["build", "gone.yaml", "--only", "book", "--to", "png"],
        ["build", "gone.yaml", "--dpi", "9999"],
        ["build", "gone.yaml", "--wach"],
        ["build", "paper", "--set", "nothing"],
        ["build", "paper", "--set", "blocks.lead.columns=many"],
        ["build", "paper/T1.yaml", "-o", "banxin.txt"],
        ["check", "gone.yaml"],
        ["check", "paper/T1.yaml", "--set", "checks.WIDOE=skip"],
        ["proof", "gone.yaml", "--dpi", "1"],
        ["proof", "gone.yaml", "--show", "grids"],
        ["proof", "gone.yaml", "--show", ","],
        ["dump", "gone.yaml"],
        ["fonts", "--text", "\U0003ffff"],
        ["fonts", "--used", "gone.yaml"],
        ["schema", "pag"],
        ["new", "full"],
        ["new", "../outside"],
        ["new", "x", "--pages", "99"],
        ["import", "gone.md", "-o", "x"],
        ["import", "bytes.md", "-o", "x"],
        ["import", "empty.md", "-o", "x"],
        ["import", "text.md"],
        ["import", "text.md", "-o", "x", "--page", "?!"],
        ["import", "--undo", "full"],
        ["lines", "gone.txt", "--measure", "13"],
        ["lines", "bytes.md", "--measure", "13"],
        ["lines", "text.md", "--measure", "wide"],
        ["lines", "text.md", "--measure", "13", "--face", "報"],
        ["lines", "text.md", "--measure", "13", "--gap", "9"],
        ["lines", "text.md", "--measure", "13", "--pdf", "full"],
        ["find", "甲", "gone"],
        ["todo", "gone"],
        ["new", "x", "--date", "2026-12-01"],
        ["new", "x", "--from", "paper"],
        ["new", "x", "--from", "paper", "--date", "12月1日"],
        ["new", "x", "--from", "paper", "--pages", "2"],
        ["new", "x", "--from", "gone", "--date", "2026-12-01"],
        ["new", "x", "--from", "paper", "--date", "2026-12-01", "--keep", "nobody"],
        ["find", "", "full"],
        ["find", "甲", "paper", "--except", "乙"],
        ["replace", "甲", "甲", "paper"],
        ["replace", "甲", "乙", "gone", "--write"],
        ["biuld"],
        [],
    ],
    ids=" ".join,
)
def test_bad_use(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch,
    args: list[str],
):  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "banxin.txt").write_text("a file where a folder is wanted")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "note.txt").write_text("here already")
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00\x81")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "text.md").write_text("甲乙丙丁。\n", encoding="utf-8")
    assert english(answer(capsys, args)) == []
