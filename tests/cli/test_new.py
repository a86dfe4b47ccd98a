"""`banxin new`: what it makes builds at once; what it refuses; nothing is left half made."""

import json
import os
from pathlib import Path

import pytest

from layout.api import Session
from layout.check.run import check_page
from layout.cli import main
from layout.spec.resolve.resolved import RStory
from tests import pdfread

Capture = pytest.CaptureFixture[str]
STANDING = {"STANDS-IN", "PICTURE-INKS", "CROPPED"}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["broadsheet", "tabloid"])
@pytest.mark.parametrize("pages", [1, 2, 4])
def test_it_builds_with_no_finding_but_what_stands_in(kind: str, pages: int) -> None:
    assert main(["new", "mine", "--format", kind, "--pages", str(pages), "-q"]) == 0
    session = Session()
    for number in range(1, pages + 1):
        page = session.page(Path(f"mine/A{number}.yaml"))
        report = check_page(page)
        assert {d.code for d in report.diagnostics} <= STANDING, report.diagnostics
        assert not report.accepted
        text = squeeze(pdfread.text(page.pdf()))
        stories = [
            block.content
            for block in page.composed.resolved.blocks
            if isinstance(block.content, RStory)
        ]
        assert len(stories) >= 2
        for content in stories:
            for paragraph in content.story.paragraphs:
                assert squeeze(paragraph.text) in text
        set_ = {fit.node: fit.characters for fit in page.display.fits}
        for content in stories:
            body = squeeze("".join(p.text for p in content.story.paragraphs))
            assert set_[content.story.name] == len(body)


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_the_edition_as_a_whole(capsys: Capture) -> None:
    assert main(["new", "mine", "--format", "tabloid"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "mine/A1.yaml" in said
    assert said[-1] == "mine: 4 pages; now: banxin build mine --to pdf,png"
    assert main(["build", "mine", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert set(made["editions"][0]["written"]) == {"book", "spreads"}
    assert made["editions"][0]["diagnostics"] == []
    assert main(["check", "mine", "-q"]) == 0
    capsys.readouterr()
    assert main(["build", "mine", "--final", "-o", "final"]) == 1
    assert "NOT-FINAL" in capsys.readouterr().err
    assert not Path("final").exists()


def test_the_same_command_makes_the_same_bytes() -> None:
    files = []
    for name in ("one", "two"):
        assert main(["new", name, "-q"]) == 0
        root = Path(name)
        files.append({p.relative_to(root): p.read_bytes() for p in root.rglob("*") if p.is_file()})
    assert files[0] == files[1]


def test_json(capsys: Capture) -> None:
    assert main(["new", "mine", "--pages", "1", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["folder"] == "mine"
    assert made["pages"] == 1
    assert made["diagnostics"] == []
    there = {p.relative_to("mine").as_posix() for p in Path("mine").rglob("*") if p.is_file()}
    assert set(made["written"]) == there


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "is no name"),
        (".", "is no name"),
        ("..", "is no name"),
        (".hidden", "is no name"),
        ("-", "is no name"),
        ("a b", "is no name"),
        ("a\nb", "is no name"),
        ("a\0b", "is no name"),
        ("n" * 61, "is no name"),
        ("../out", "leads out of this folder"),
        ("sub/../../out", "leads out of this folder"),
        ("away/out", "leads out of this folder"),
        ("no/where", "is not a folder"),
        ("file/mine", "is not a folder"),
        ("\0/mine", "cannot be looked at"),
        ("full", "is not empty"),
        ("file", "is not a folder"),
        ("link", "is not a folder"),
    ],
)
def test_what_is_refused(here: Path, capsys: Capture, name: str, said: str) -> None:
    work = here / "work"
    for folder in ("work/sub", "work/full", "work/empty", "elsewhere"):
        (here / folder).mkdir(parents=True)
    (work / "full/kept.txt").write_text("mine", encoding="utf-8")
    (work / "file").write_text("mine", encoding="utf-8")
    (work / "link").symlink_to(work / "empty")
    (work / "away").symlink_to(here / "elsewhere")
    os.chdir(work)
    before = sorted(here.rglob("*"))
    assert main(["new", "--", name] if name.startswith("-") else ["new", name]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert ") [NEW-FOLDER]" in told.err or said == "cannot be looked at"  # with what to do
    assert told.out == ""
    assert sorted(here.rglob("*")) == before
    assert (work / "full/kept.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("words", [["--pages", "0"], ["--pages", "33"], ["--format", "a4"], []])
def test_bad_use(capsys: Capture, words: list[str]) -> None:
    assert main(["new", *(["mine", *words] if words else [])]) == 2
    assert capsys.readouterr().err.startswith("banxin new: ")
    assert not Path("mine").exists()


def test_an_empty_folder_and_a_whole_path(here: Path) -> None:
    (here / "empty").mkdir()
    assert main(["new", "empty", "--pages", "1", "-q"]) == 0
    assert main(["new", str(here / "other"), "--pages", "1", "-q"]) == 0
    assert (here / "empty/A1.yaml").is_file()
    assert (here / "other/A1.yaml").is_file()


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_half_made(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, fault: BaseException
) -> None:
    true = Path.write_bytes
    written: list[Path] = []

    def write(path: Path, data: bytes) -> int:
        if len(written) == 4:
            raise fault
        written.append(path)
        return true(path, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    status = main(["new", "mine"])
    assert status == (1 if isinstance(fault, OSError) else 130)
    assert len(written) == 4
    assert list(here.iterdir()) == []
    if isinstance(fault, OSError):
        assert "mine cannot be written: No space left on device" in capsys.readouterr().err


def test_a_folder_filled_meanwhile_stays(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Someone else makes the folder while ours is being written."""
    true = Path.replace

    def replace(path: Path, target: Path) -> Path:
        (here / "mine").mkdir()
        (here / "mine/theirs.txt").write_text("theirs", encoding="utf-8")
        return true(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert main(["new", "mine"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert [p.name for p in here.rglob("*")] == ["mine", "theirs.txt"]
