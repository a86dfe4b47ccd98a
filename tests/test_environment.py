"""Files below a root: what is found, what is refused, and that nothing waits."""

import os
from pathlib import Path

import pytest

from layout.environment import MAX_PATH, Files, MissingPathError, PathError
from tests.cost import no_hang


@pytest.fixture
def files(tmp_path: Path) -> Files:
    root = tmp_path / "paper"
    (root / "stories").mkdir(parents=True)
    (root / "banxin.yaml").touch()
    (root / "stories" / "一　二.md").write_text("文", encoding="utf-8")
    (root / "B1.yaml").write_text("page: B1", encoding="utf-8")
    (tmp_path / "outside.md").write_text("外", encoding="utf-8")
    return Files(root)


def test_the_root_is_the_nearest_folder_with_the_project_file(files: Files) -> None:
    assert Files.around(files.root / "stories" / "x.yaml").root == files.root
    lone = files.root.parent / "lone"
    lone.mkdir()
    assert Files.around(lone / "x.yaml").root == lone


def test_a_name_is_looked_for_beside_and_then_at_the_root(files: Files) -> None:
    inner = files.root / "stories"
    assert files.find("一　二.md", inner) == inner / "一　二.md"
    assert files.find("B1.yaml", inner) == files.root / "B1.yaml"
    assert files.find("../B1.yaml", inner) == files.root / "B1.yaml"
    (inner / "B1.yaml").touch()
    assert files.find("B1.yaml", inner) == inner / "B1.yaml"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "is empty"), (" ", "is empty"), ("a" * (MAX_PATH + 1), "longer than"),
        ("a" * 300, "cannot be looked up"), ("a\0b", "cannot be seen"), ("a\nb", "cannot be seen"),
        ("\u202egnp.exe", "cannot be seen"), ("a\ufeff", "cannot be seen"), ("\ud800", "not text"),
        (r"\\host\share", "backslash"), ("file:///etc/passwd", "not a path"), ("C:x", "not a path"),
        ("http://127.0.0.1:9/x", "not a path"), ("/etc/passwd", "relative"), ("~/x", "relative"),
        ("-output=x", "relative"), ("|touch x", "relative"), ("$HOME/x", "relative"),
        ("..", "outside"), ("../outside.md", "outside"), ("stories/../../outside.md", "outside"),
        ("link.md", "outside"), (".", "not a file"), ("stories", "not a file"),
        ("pipe", "not a file"), ("loop", ""), ("none.md", "does not exist"),
        ("B1.yaml/x", "does not exist"), ("dangling", "does not exist"),
    ],
)  # fmt: skip
def test_what_is_refused(files: Files, name: str, words: str) -> None:
    (files.root / "link.md").symlink_to(files.root.parent / "outside.md")
    (files.root / "loop").symlink_to(files.root / "loop")
    (files.root / "dangling").symlink_to(files.root / "nowhere")
    os.mkfifo(files.root / "pipe")
    with no_hang(), pytest.raises(PathError) as caught:
        files.find(name, files.root)
    assert words in str(caught.value)
    assert isinstance(caught.value, MissingPathError) == (words == "does not exist") or not words


def test_reading(files: Files) -> None:
    path = files.root / "B1.yaml"
    assert files.read(path, 8) == b"page: B1"
    with pytest.raises(PathError, match="larger than 7 bytes"):
        files.read(path, 7)
    with pytest.raises(MissingPathError, match="does not exist"):
        files.read(files.root / "none", 9)


@pytest.mark.parametrize("name", ["pipe", "stories", "/dev/zero", "/dev/null", "/proc/self/fd"])
def test_only_files_are_read_and_nothing_waits(files: Files, name: str) -> None:
    os.mkfifo(files.root / "pipe")
    before = len(list(Path("/proc/self/fd").iterdir()))
    with no_hang(), pytest.raises(PathError, match="is not a file"):
        files.read(files.root / name, 100)
    assert len(list(Path("/proc/self/fd").iterdir())) == before  # what was opened is closed


def test_a_file_that_says_it_is_empty_is_read_to_the_limit(files: Files) -> None:
    # Files of the system say they have no size; the limit holds for what is read.
    with pytest.raises(PathError, match="larger than 10 bytes"):
        files.read(Path("/proc/self/status"), 10)


def test_a_path_that_is_no_path(files: Files) -> None:
    with pytest.raises(PathError, match="cannot be read"):
        files.read(files.root / "a\0b", 10)
    with pytest.raises(PathError, match="cannot be read"):
        files.read(files.root / ("a" * 5000), 10)


def test_labels_are_below_the_root(files: Files) -> None:
    assert files.label(files.root / "stories" / "x.md") == "stories/x.md"
    link = files.root.parent / "link"
    link.symlink_to(files.root)
    assert Files(link).label(link / "B1.yaml") == "B1.yaml"
    assert Files(link).label(files.root / "B1.yaml") == "B1.yaml"
    assert files.label(Path("given/as.yaml")) == "given/as.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "stories/in/a.md", "stories/./in/a.md", "stories//in/a.md", "stories/in/../in/a.md",
        "elsewhere/a.md", "stories/elsewhere/../a.md", "stories/in/b.md", "stories/back/in/a.md",
    ],
)  # fmt: skip
def test_a_name_is_followed_as_the_system_does(files: Files, name: str) -> None:
    inner = files.root / "stories" / "in"
    inner.mkdir()
    (inner / "a.md").touch()
    (inner / "b.md").symlink_to(inner / "a.md")
    (files.root / "elsewhere").symlink_to(inner)
    (inner.parent / "elsewhere").symlink_to(inner)
    (inner.parent / "back").symlink_to("../stories")
    for _ in range(2):  # where a folder lies is known the second time
        try:
            expected = (files.root / name).resolve(strict=True)
        except OSError:
            with pytest.raises(PathError):
                files.find(name, files.root)
        else:
            assert files.find(name, files.root) == expected
