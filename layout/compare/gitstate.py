"""A spec as it was: the files that it is made of, read from git into a folder of their own.

git runs as a process of its own, without a shell, a pager, a hook, a fetch or a prompt; what it
gives is data. Only what the page needs is taken: the texts below the project's root, and the files
that they name. No file that is not tracked is there, as it was not in that state.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from layout.compare.side import CompareError
from layout.diagnostics import shown
from layout.environment import PROJECT_FILE, Files
from layout.record import record
from layout.spec.named import listed_pages, named_files
from layout.words.said import Said, said

SECONDS: Final = 60
MOST_FILES: Final = 50_000
MOST_TEXT: Final = 4 << 20
MOST_BYTES: Final = 512 << 20
"""Of one file; and of all that are taken."""
TEXTS: Final = frozenset({".yaml", ".yml", ".md", ".markdown", ".csv", ".tsv", ".txt"})
PROFILES: Final = "assets/profiles/"
"""Where a project keeps the profile of its press; no spec need name it."""
POINTER: Final = b"version https://git-lfs.github.com/spec/v1\n"
_OID: Final = re.compile(rb"^oid sha256:([0-9a-f]{64})$", re.MULTILINE)
_LINK, _MODULE = "120000", "160000"


@record
class TreeEntry:
    """A file of a tree of git: its path there, its object, its size in bytes."""

    mode: str
    oid: str
    size: int
    path: str


@record
class GitState:
    """What was read of a state: the path that was asked for, in a folder; what is told of it."""

    path: Path
    notes: tuple[Said, ...]


def state_of(given: str, rev: str, into: Path) -> GitState:
    """Read what a path is made of at a state `into` an empty folder. Raises `CompareError`."""
    git = _Git(given, rev)
    folder, inside = _inside(git, given)
    commit = git.commit(folder)
    entries, notes = _entries(git, folder, commit)
    files = {entry.path: entry for entry in entries}
    wanted = inside
    if wanted and wanted not in files and not any(p.startswith(f"{wanted}/") for p in files):
        raise CompareError(said("part.compare-git-file", file=shown(given, 200), rev=rev))
    root, known = _project(files, wanted)
    taken = _Taken(git, folder, into, files)
    taken.take(
        entry for entry in entries
        if _below(entry.path, root) and PurePosixPath(entry.path).suffix.lower() in TEXTS
        and entry.size <= MOST_TEXT
    )  # fmt: skip
    taken.take([files[wanted]] if wanted in files else _directly(entries, wanted))
    profiles = f"{root}/{PROFILES}" if root else PROFILES
    taken.take(entry for entry in entries if entry.path.startswith(profiles))
    start = into / wanted if wanted else into
    if not known:  # else a project above the temporary folder would count as its own
        (into / root / PROJECT_FILE).touch()
    _named(taken, start, into)
    return GitState(path=start, notes=(*notes, *taken.notes))


def _below(path: str, root: str) -> bool:
    return not root or path.startswith(f"{root}/")


def _directly(entries: Iterable[TreeEntry], folder: str) -> Iterator[TreeEntry]:
    """The files that stand in a folder itself: a build's PDFs that someone has committed."""
    for entry in entries:
        if str(PurePosixPath(entry.path).parent) == (folder or "."):
            yield entry


def _project(files: dict[str, TreeEntry], path: str) -> tuple[str, bool]:
    """The folder of the project that a path belongs to, as `Files.around` finds it, and whether a
    file says so."""
    here = PurePosixPath(path)
    folders = list(here.parents) if path in files else [here, *here.parents]
    for folder in folders:
        if str(folder / PROJECT_FILE) in files:
            return "" if str(folder) == "." else str(folder), True
    first = str(folders[0])
    return "" if first == "." else first, False


def _named(taken: "_Taken", start: Path, into: Path) -> None:
    """Take the files that a spec or an edition names, and those that these name."""
    real = into.resolve()
    for _ in range(8):
        specs = [start]
        if start.is_dir():
            specs = [start / "edition.yaml"]
        env = Files.around(specs[0])
        pages = listed_pages(env, specs[0])
        names: set[Path] = set()
        for spec in (*specs, *pages):
            names |= named_files(env, spec)
        paths = [p.relative_to(real).as_posix() for p in names if p.is_relative_to(real)]
        stories = [p for p in paths if p in taken.files]
        if not taken.take(taken.files[p] for p in stories) and not taken.again(start):
            return


class _Taken:
    """What has been written into the folder so far."""

    def __init__(self, git: "_Git", folder: Path, into: Path, files: dict[str, TreeEntry]) -> None:
        self.files = files
        self.notes: list[Said] = []
        self._git = git
        self._folder = folder
        self._into = into
        self._done: set[str] = set()
        self._bytes = 0

    def take(self, entries: Iterable[TreeEntry]) -> bool:
        """Write files that are not there yet; whether there were any."""
        wanted = [entry for entry in entries if entry.path not in self._done]
        if not wanted:
            return False
        for entry in wanted:
            self._done.add(entry.path)
            self._bytes += entry.size
            if entry.size > MOST_BYTES or self._bytes > MOST_BYTES:
                told = said(
                    "part.compare-git-large", file=shown(entry.path, 200), rev=self._git.rev,
                    most=MOST_BYTES,
                )  # fmt: skip
                raise CompareError(told)
        for entry, data in zip(wanted, self._git.blobs(self._folder, wanted), strict=True):
            path = self._into / entry.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._filled(entry, data))
        return True

    def again(self, start: Path) -> bool:
        """Take the pictures that stories name, which stand in their texts: once."""
        words: set[str] = set()
        for path in self._into.rglob("*.md"):
            text = path.read_text(encoding="utf-8", errors="replace")
            folder = path.parent
            for name in re.findall(r"[^\s\"'()<>\[\]{},，：:]{1,300}\.[A-Za-z0-9]{2,5}", text):
                for base in (folder, start if start.is_dir() else start.parent, self._into):
                    whole = Path(os.path.normpath(base / name))
                    if whole.is_relative_to(self._into):
                        words.add(whole.relative_to(self._into).as_posix())
        return self.take(self.files[name] for name in sorted(words) if name in self.files)

    def _filled(self, entry: TreeEntry, data: bytes) -> bytes:
        """A file; what a pointer of Git LFS stands for where it is on this machine."""
        if not data.startswith(POINTER):
            return data
        found = _OID.search(data)
        if found is not None:
            oid = found[1].decode("ascii")
            store = self._git.common(self._folder) / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
            if store.is_file() and store.stat().st_size <= MOST_BYTES:
                return store.read_bytes()
        self.notes.append(
            said("part.compare-git-lfs", file=shown(entry.path, 200), rev=self._git.rev)
        )
        return data


def _inside(git: "_Git", given: str) -> tuple[Path, str]:
    """A folder of the repository that is there, and the path from its top, with slashes; the path
    itself may be there no more."""
    path = Path(os.path.abspath(given))  # noqa: PTH100  a link within the repository stays one
    folder = path if path.is_dir() else path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    top = git.top(folder)
    real = Path(os.path.realpath(folder)) / path.relative_to(folder)
    try:
        inside = real.relative_to(os.path.realpath(top)).as_posix()
    except ValueError as exc:
        told = said("part.compare-git-none", folder=shown(str(folder), 200), rev=git.rev)
        raise CompareError(told) from exc
    return folder, "" if inside == "." else inside


def _entries(git: "_Git", folder: Path, commit: str) -> tuple[list[TreeEntry], list[Said]]:
    """The files of a state, and what of it is left out."""
    out: list[TreeEntry] = []
    notes: list[Said] = []
    for row in git.tree(folder, commit):
        head, _, path = row.partition("\t")
        mode, _, oid, size = head.split()
        name = shown(path, 200)
        if mode == _MODULE:
            notes.append(said("part.compare-git-left-module", file=name, rev=git.rev))
        elif mode == _LINK:
            notes.append(said("part.compare-git-left-link", file=name, rev=git.rev))
        elif not _safe(path):
            notes.append(said("part.compare-git-left-name", file=name, rev=git.rev))
        else:
            out.append(TreeEntry(mode=mode, oid=oid, size=int(size), path=path))
            if len(out) > MOST_FILES:
                raise CompareError(
                    said("part.compare-git-many", rev=git.rev, most=MOST_FILES, folder=folder.name)
                )
    return out, notes


def _safe(path: str) -> bool:
    """Whether a path of a tree stays below the folder it is written into. git refuses to check out
    others, and lists them."""
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or "\0" in path or len(path) > 1024:
        return False
    return all(part not in ("", ".", "..") and part.casefold() != ".git" for part in parts)


class _Git:
    """git as a process, for one state."""

    def __init__(self, given: str, rev: str) -> None:
        found = shutil.which("git")
        if found is None:
            raise CompareError(said("part.compare-git-missing", rev=shown(rev)))
        self.rev = shown(rev)
        self._rev = rev
        self._given = given
        self._program = found

    def top(self, folder: Path) -> Path:
        """The top folder of the repository."""
        done = self._run(folder, ["rev-parse", "--show-toplevel"])
        if done.returncode:
            text = done.stderr.decode("utf-8", "replace").strip()
            if "dubious ownership" in text:
                raise CompareError(said("part.compare-git-fault", text=shown(text, 200)))
            told = said("part.compare-git-none", folder=shown(str(folder), 200), rev=self.rev)
            raise CompareError(told)
        return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))

    def common(self, folder: Path) -> Path:
        """The folder in which the repository keeps its own files."""
        done = self._run(folder, ["rev-parse", "--git-common-dir"])
        return folder / os.fsdecode(done.stdout.removesuffix(b"\n"))

    def commit(self, folder: Path) -> str:
        """The commit that a name means."""
        if not self._rev.isprintable() or self._rev.startswith("-"):
            raise CompareError(said("part.compare-git-rev", rev=self.rev))
        name = f"{self._rev}^{{commit}}"
        done = self._run(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", name])
        if done.returncode:
            raise CompareError(said("part.compare-git-rev", rev=self.rev))
        return done.stdout.decode("ascii", "replace").strip().split("\n")[-1]

    def tree(self, folder: Path, commit: str) -> list[str]:
        """The rows of all files of a commit: mode, type, object, size, a tab, path."""
        done = self._run(folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit])
        if done.returncode:
            text = done.stderr.decode("utf-8", "replace").strip()
            raise CompareError(said("part.compare-git-fault", text=shown(text, 200)))
        rows = done.stdout.decode("utf-8", "surrogateescape").split("\0")
        return [row for row in rows if row]

    def blobs(self, folder: Path, entries: Sequence[TreeEntry]) -> Iterator[bytes]:
        """The content of files, in order."""
        asked = "".join(f"{entry.oid}\n" for entry in entries).encode("ascii")
        done = self._run(folder, ["cat-file", "--batch"], asked)
        at = 0
        for entry in entries:
            end = done.stdout.find(b"\n", at)
            head = done.stdout[at:end].split()
            if end < 0 or len(head) != 3 or not head[2].isdigit():
                told = said("part.compare-git-fault", text=shown(entry.path, 200))
                raise CompareError(told)
            size = int(head[2])
            yield done.stdout[end + 1 : end + 1 + size]
            at = end + size + 2

    def _run(
        self, folder: Path, args: list[str], given: bytes = b""
    ) -> "subprocess.CompletedProcess[bytes]":
        env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        env |= {
            "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
            "GIT_ALLOW_PROTOCOL": "", "LC_ALL": "C",
        }  # fmt: skip
        command = [
            self._program, "--no-pager", "-c", "core.fsmonitor=false", "-c",
            "core.hooksPath=/dev/null", "-C", str(folder), *args,
        ]  # fmt: skip
        try:
            return subprocess.run(  # noqa: S603  a program found, a list of words, no shell
                command, input=given, capture_output=True, env=env, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as exc:
            raise CompareError(said("part.compare-git-slow", seconds=SECONDS)) from exc
        except (OSError, ValueError) as exc:
            raise CompareError(said("part.compare-git-fault", text=shown(str(exc), 200))) from exc
