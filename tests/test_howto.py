"""docs/howto.md as a newcomer follows it: every command is run, every piece is written."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.api import Session
from layout.check.run import check_page
from layout.cli import main
from layout.cli.build import build_all

TEXT = (Path(__file__).parents[1] / "docs" / "howto.md").read_text(encoding="utf-8")
CHAPTER = TEXT[: TEXT.index("## How the lines are set")]
FENCE = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"`(my-paper/[^`]+\.(?:yaml|md))`")


def steps() -> Iterator[tuple[str, str, str]]:
    """Language, content, and the file that was last named before it."""
    for fence in FENCE.finditer(CHAPTER):
        files = FILE.findall(CHAPTER[: fence.start()])
        yield fence[1], fence[2], files[-1] if files else ""


def put(path: Path, piece: str) -> None:
    """A piece of a page where the text says: all of it, in place of a block, or at its end."""
    if piece.startswith("page:"):
        path.write_text(piece, encoding="utf-8")
        return
    page = path.read_text(encoding="utf-8")
    names = re.findall(r"^ *- id: (\S+)$|^ +(?=\S)", piece, re.M)
    for name in [n for n in names if n]:
        found = re.search(rf"^( *)- id: {name}\n(?:\1 .*\n)*", page, re.M)
        if found:
            page = page[: found.start()] + piece + page[found.end() :]
            break
    else:
        page += piece
    path.write_text(page, encoding="utf-8")


def once(session: Session, args: argparse.Namespace, formats: list[str]) -> int:
    """In place of the watch, which goes on for ever: what it does when it begins."""
    return build_all(session, args, formats, ["pages"])


def test_every_command_and_every_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("layout.making.watch.watch", once)
    ran = written = 0
    for language, content, name in steps():
        if language != "sh":
            assert language in ("yaml", "markdown"), language
            if language == "markdown":
                Path(name).write_text(content, encoding="utf-8")
            else:
                put(Path(name), content)
            written += 1
            continue
        for row in content.splitlines():
            program, *words = shlex.split(row, comments=True)
            assert program == "banxin"
            status = main(words)
            said = capsys.readouterr()
            assert status == (1 if "# refused" in row else 0), f"{row}\n{said.err}"
            ran += 1
    assert ran >= 10
    assert written >= 8
    for file in ("A1.png", "A4.pdf", "my-paper.pdf", "my-paper-spreads.pdf", "proof"):
        assert (tmp_path / "out" / file).exists(), file


def test_what_the_chapter_says_of_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page as the chapter leaves it: what it says the commands tell, they do tell."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-paper", "--format", "tabloid", "-q"]) == 0
    found: dict[str, set[str]] = {}
    page = Path("my-paper/A4.yaml")
    for language, content, name in steps():
        if language == "markdown":
            Path(name).write_text(content, encoding="utf-8")
        elif language == "yaml":
            put(Path(name), content)
            if content.startswith("checks:"):
                found["after"] = codes(page)
            elif "jump_from" in content:
                found["before"] = codes(page)
            elif content.startswith("page:"):
                found["first"] = codes(page)
    assert "UNDERSET" in found["first"]
    assert found["before"] == {"STANDS-IN", "FITTED"}
    assert found["after"] == {"STANDS-IN", "FITTED"}
    composed = Session().page(page)
    assert any('"from": headline 6 lines' in str(d) for d in composed.diagnostics)
    report = check_page(composed)
    assert [e.met for e in report.evidence] == [True]
    assert [a.diagnostic.code for a in report.accepted] == ["GUTTER-RUN"]


def codes(page: Path) -> set[str]:
    return {d.code for d in check_page(Session().page(page)).diagnostics} - {
        "PICTURE-INKS",
        "CROPPED",
    }
