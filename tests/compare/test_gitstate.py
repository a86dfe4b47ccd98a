"""A spec at two states of git, in repositories made here; and what a hostile tree may hold."""

import shutil
import subprocess
from pathlib import Path

import pytest

from layout.cli import main
from layout.compare.gitstate import _safe, state_of
from layout.compare.side import CompareError
from tests.conftest import Project

GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")


def git(folder: Path, *args: str, given: bytes = b"") -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false",
         "-C", str(folder), *args],
        input=given, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


@pytest.fixture
def kept(project: Project) -> Project:
    """The project in a repository, with a commit, a tag and a second commit."""
    git(project.root, "init", "-q", "-b", "main")
    git(project.root, "add", "-A")
    git(project.root, "commit", "-q", "-m", "one")
    git(project.root, "tag", "v1")
    project.change("stories/two.md", "四十年", "五十年")
    git(project.root, "commit", "-q", "-am", "two")
    return project


def test_what_changed_since_a_commit(kept: Project, capsys: pytest.CaptureFixture[str]) -> None:
    spec = str(kept.spec)
    assert main(["compare", f"{spec}@v1", spec]) == 1
    assert "[四 → 五]" in capsys.readouterr().out
    assert main(["compare", spec, "@HEAD~1"]) == 1
    assert "[五 → 四]" in capsys.readouterr().out
    assert main(["compare", spec, "--at", "v1"]) == 1
    assert "[四 → 五]" in capsys.readouterr().out
    assert main(["compare", f"{spec}@v1", f"{spec}@HEAD"]) == 1
    assert main(["compare", spec, "--at", "HEAD"]) == 0
    assert main(["compare", str(kept.root), "--at", "main"]) == 0


def test_the_working_tree_is_left_as_it_is(kept: Project) -> None:
    kept.change("stories/two.md", "四点", "五点")
    kept.write("new.yaml", "page: X\n")
    kept.path("assets/park.jpg").unlink()
    before = git(kept.root, "status", "--porcelain")
    assert main(["compare", str(kept.root), "--at", "HEAD", "-q"]) == 2  # the picture is missing
    assert main(["compare", f"{kept.spec}@v1", f"{kept.spec}@main", "-q"]) == 1
    assert git(kept.root, "status", "--porcelain") == before


def test_a_picture_and_a_file_that_was_not_tracked(
    kept: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    from PIL import Image

    Image.new("CMYK", (300, 200), (0, 90, 90, 0)).save(kept.path("assets/park.jpg"))
    assert main(["compare", str(kept.spec), "--at", "HEAD"]) == 1
    assert "shows another picture" in capsys.readouterr().out
    kept.change("T1.yaml", "stories/two.md", "stories/new.md")
    kept.write("stories/new.md", "---\ntitle: 早市\n---\n\n新的。\n")
    git(kept.root, "add", "T1.yaml")
    git(kept.root, "commit", "-q", "-m", "without its story")
    assert main(["compare", str(kept.spec), "--at", "HEAD"]) == 2
    told = capsys.readouterr().err
    assert "MISSING-FILE" in told
    assert "stories/new.md" in told


def test_a_page_in_a_folder_below_the_top(kept: Project, tmp_path: Path) -> None:
    (kept.root / "paper").mkdir()
    for name in ("T1.yaml", "edition.yaml", "styles.yaml", "stories", "banxin.yaml", "assets"):
        git(kept.root, "mv", name, f"paper/{name}")
    git(kept.root, "commit", "-q", "-m", "below")
    spec = kept.root / "paper/T1.yaml"
    into = tmp_path / "state"
    into.mkdir()
    state = state_of(str(spec), "HEAD", into)
    assert state.path == into / "paper/T1.yaml"
    assert (into / "paper/assets/park.jpg").read_bytes() == (
        kept.root / "paper/assets/park.jpg"
    ).read_bytes()
    assert main(["compare", str(spec), "--at", "HEAD", "-q"]) == 0
    # The file is no more where it was, and was there.
    assert main(["compare", f"{kept.spec}@v1", str(spec), "-q"]) == 1


@pytest.mark.parametrize(
    ("rev", "words"),
    [
        ("nowhere", "git knows no nowhere"),
        ("--all", "git knows no --all"),
        ("HEAD:T1.yaml", "git knows no HEAD:T1.yaml"),
        ("a\nb", "git knows no"),
    ],
)
def test_a_state_that_is_none(
    kept: Project, rev: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", f"{kept.spec}", f"--at={rev}"]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told


def test_no_repository_and_no_git(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["compare", str(project.spec), "--at", "HEAD"]) == 2
    assert "is in no git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["compare", str(project.spec), "--at", "HEAD", "--lang", "zh"]) == 2
    assert "apt install git" in capsys.readouterr().err


def test_links_submodules_and_bad_names_are_left_out(
    kept: Project, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A tree made by hand, which git would not check out."""
    outside = tmp_path / "secret.md"
    outside.write_text("---\ntitle: 外面\n---\n\n不该读到。\n", encoding="utf-8")
    blob = git(kept.root, "hash-object", "-w", "--stdin", given=b"evil: true\n")
    link = git(kept.root, "hash-object", "-w", "--stdin", given=str(outside).encode())
    commit = git(kept.root, "rev-parse", "HEAD")
    rows = git(kept.root, "ls-tree", "HEAD")
    rows += f"\n100644 blob {blob}\t..\n120000 blob {link}\tlink.md\n160000 commit {commit}\tsub\n"
    tree = git(kept.root, "mktree", "--missing", given=rows.encode())
    made = git(kept.root, "commit-tree", tree, "-m", "bad")
    into = tmp_path / "state"
    into.mkdir()
    state = state_of(str(kept.spec), made, into)
    told = " ".join(note.words("en") for note in state.notes)
    assert "link.md" in told
    assert "submodule" in told
    assert "no name for a file" in told
    assert not (into / "link.md").exists()
    assert sorted(p.name for p in into.parent.iterdir()) == ["paper", "secret.md", "state"]
    assert main(["compare", str(kept.spec), "--at", made]) == 0
    assert "submodule" in capsys.readouterr().out


def test_pointers_of_lfs(kept: Project, tmp_path: Path) -> None:
    import hashlib

    data = kept.path("assets/park.jpg").read_bytes()
    oid = hashlib.sha256(data).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(data)}\n"
    kept.path("assets/park.jpg").write_text(pointer)
    git(kept.root, "commit", "-q", "-am", "lfs")
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    state = state_of(str(kept.spec), "HEAD", one)
    assert [note.key for note in state.notes] == ["part.compare-git-lfs"]
    assert (one / "assets/park.jpg").read_text() == pointer
    store = kept.root / ".git/lfs/objects" / oid[:2] / oid[2:4]
    store.mkdir(parents=True)
    (store / oid).write_bytes(data)
    state = state_of(str(kept.spec), "HEAD", other)
    assert state.notes == ()
    assert (other / "assets/park.jpg").read_bytes() == data


def test_nothing_of_the_repository_is_run(kept: Project, tmp_path: Path) -> None:
    """Filters, hooks, fsmonitor and text conversion of a repository are programs of others."""
    mark = tmp_path / "ran"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "filter.x.smudge", "filter.x.process", "diff.x.textconv",
                "core.pager", "core.sshCommand", "core.editor"):  # fmt: skip
        git(kept.root, "config", key, str(script))
    kept.write(".gitattributes", "* filter=x diff=x\n")
    mark.unlink(missing_ok=True)
    assert main(["compare", str(kept.spec), "--at", "v1", "-q"]) == 1
    assert not mark.exists()


def test_names_that_climb_are_not_safe() -> None:
    for path in ("../a", "a/../b", "/a", "a//b", ".git/config", "a/.GIT/x", "a\\b", "./a", "a\0"):
        assert not _safe(path), path
    assert _safe("stories/01-产业 a.md")


def test_a_file_that_was_not_there(kept: Project, tmp_path: Path) -> None:
    with pytest.raises(CompareError, match="there is no"):
        state_of(str(kept.root / "other.yaml"), "HEAD", tmp_path)
