"""The outside world as one object that is passed in: files below a root, and nothing more.

Stages are pure functions of their inputs and an `Environment`. There is no clock here on purpose
(dates come from the spec), no registry and no working directory.
"""

import contextlib
import os
import re
import stat
from pathlib import Path
from typing import Final, Protocol

from layout.errors import BanxinError
from layout.words.said import Said, said

PROJECT_FILE: Final = "banxin.yaml"
EDITION_FILE: Final = "edition.yaml"
CORRECTIONS_FILE: Final = "corrections.yaml"
"""What the file is called, beside the edition or the page."""
MAX_PATH: Final = 1024
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HIDDEN = r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
_TURNS: Final = frozenset({"", ".", ".."})
"""Parts of a path that do not lead further down."""
_NOT_WAITING: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_AS_IT_IS: Final = getattr(os, "O_BINARY", 0)  # else Windows would turn the ends of lines


class PathError(BanxinError):
    """A path that may not be read: outside the root, not a file, missing, or too large.

    It carries what is wrong with the path, to be put behind its name.
    """


class MissingPathError(PathError):
    """Nothing stands at the path: the one fault where the nearest name is worth telling."""


class Environment(Protocol):
    """What a stage may ask of the outside. Implementations cache nothing."""

    @property
    def root(self) -> Path:
        """The folder that every path of a spec stays inside."""

    def find(self, name: str, beside: Path) -> Path:
        """The file a spec names: relative to the file that names it, else to the root."""

    def read(self, path: Path, limit: int) -> bytes:
        """The bytes of a file of at most `limit` bytes."""

    def stamp(self, path: Path) -> tuple[int, ...]:
        """Numbers that change whenever the file may have; empty when it is not there."""

    def label(self, path: Path) -> str:
        """The path as shown in messages and dumps: relative to the root, with slashes."""


def dead_link(path: Path) -> Said | None:
    """Why there is no file behind a path that is not free either: a link to what is not there, or
    links in a circle. None of any other path."""
    try:
        if not path.is_symlink() or path.exists():
            return None
        return said("part.path-dead-link", to=os.readlink(path))  # noqa: PTH115  as it is written
    except (OSError, RuntimeError, ValueError) as exc:
        return said("part.path-not-looked-up", reason=_reason(exc))


class Files:
    """The real file system below `root`. One is made anew for each page; where the root and the
    folders of its specs really lie is looked up once for it."""

    __slots__ = ("_folders", "_within", "root")

    def __init__(self, root: Path) -> None:
        self.root = root
        self._within = ""
        self._folders: dict[str, str] = {}

    @property
    def within(self) -> str:
        """What the paths of all that is below the root begin with, where links are followed."""
        if not self._within:
            self._within = os.path.join(os.path.realpath(self.root), "")  # noqa: PTH118
        return self._within

    @classmethod
    def around(cls, spec: Path) -> "Files":
        """The project that holds `spec`: the nearest folder upward with banxin.yaml, else its own.

        The spec itself need not exist; a missing file is reported when it is read.
        """
        folder = at = os.path.dirname(os.path.abspath(spec))  # noqa: PTH100, PTH120  resolve() would follow links
        while not os.path.isfile(os.path.join(at, PROJECT_FILE)):  # noqa: PTH113, PTH118
            above = os.path.dirname(at)  # noqa: PTH120
            if above == at:
                return cls(root=Path(folder))
            at = above
        return cls(root=Path(at))

    def find(self, name: str, beside: Path) -> Path:
        """See `Environment.find`. Raises `PathError` with what is wrong with the name."""
        fault = _unsafe(name)
        if fault:
            raise PathError(fault)
        outside = False
        for base in (beside, self.root):
            try:
                found, mode = self._followed(base, name)
                if not f"{found}{os.sep}".startswith(self.within):
                    outside = True
                    continue
                if stat.S_ISREG(mode):
                    return Path(found)
                if mode:
                    raise PathError(said("part.path-no-file"))
            except (OSError, RuntimeError, ValueError) as exc:  # too long a name, a loop of links
                raise PathError(said("part.path-not-looked-up", reason=_reason(exc))) from exc
        if outside:
            raise PathError(said("part.path-outside"))
        raise MissingPathError(said("part.path-missing"))

    def _followed(self, base: Path, name: str) -> tuple[str, int]:
        """`(base / name).resolve()` and its mode, 0 where nothing is there. Where a folder really
        lies is looked up once, and a file in it is asked whether it is a link."""
        head, _, leaf = name.rpartition("/")
        folder = os.path.join(base, head)  # noqa: PTH118  few of these become paths
        at = self._folders.get(folder)
        if at is None:
            at = self._folders[folder] = os.path.realpath(folder)
        with contextlib.suppress(OSError):  # what is amiss with it, `resolve` knows better
            found = os.path.join(at, leaf)  # noqa: PTH118
            mode = os.lstat(found).st_mode
            if leaf not in _TURNS and not stat.S_ISLNK(mode):
                return found, mode
        path = (base / name).resolve()
        return os.fspath(path), path.stat().st_mode if path.exists() else 0

    def read(self, path: Path, limit: int) -> bytes:
        """See `Environment.read`. Raises `PathError`; never waits for a device or a pipe."""
        try:
            # Without O_NONBLOCK the opening of a pipe waits for someone to write into it.
            number = os.open(path, os.O_RDONLY | _NOT_WAITING | _AS_IT_IS)
            try:
                facts = os.fstat(number)
                if not stat.S_ISREG(facts.st_mode):
                    raise PathError(said("part.path-no-file"))
                # Room is made for what is asked, however little there is.
                data = _read(number, min(facts.st_size, limit) + 1)
                if facts.st_size < len(data) <= limit:  # it grows, or claims to have no size
                    data += _read(number, limit + 1 - len(data))
            finally:
                os.close(number)
        except FileNotFoundError as exc:
            raise MissingPathError(said("part.path-missing")) from exc
        except (OSError, ValueError) as exc:  # ValueError: a NUL in the path
            raise PathError(said("part.path-unreadable", reason=_reason(exc))) from exc
        if len(data) > limit:
            raise PathError(said("part.path-large", most=limit))
        return data

    def stamp(self, path: Path) -> tuple[int, ...]:
        """See `Environment.stamp`."""
        return stamp_of(path)

    def label(self, path: Path) -> str:
        """See `Environment.label`."""
        text = os.fspath(path)
        if text.startswith(self.within):
            return text[len(self.within) :].replace(os.sep, "/")
        return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix()


def _read(number: int, most: int) -> bytes:
    """As many bytes of an open file as there are, up to `most`."""
    data = os.read(number, most)
    while 0 < len(data) < most and (more := os.read(number, most - len(data))):
        data += more
    return data


def stamp_of(path: Path) -> tuple[int, ...]:
    """Size, both times, and which file it is; empty where there is none."""
    try:
        facts = os.stat(path)  # noqa: PTH116  called for every picture of every rebuild
    except (OSError, ValueError):
        return ()
    return (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino)


def _unsafe(name: str) -> Said | None:
    """Why a path text is refused before the file system is asked; None when it may be asked."""
    if not name.strip():
        return said("part.path-empty")
    if len(name) > MAX_PATH:
        return said("part.path-long", most=MAX_PATH)
    if not name.isprintable():
        if re.search(_HIDDEN, name):
            return said("part.path-unseen")
        if any("\ud800" <= c <= "\udfff" for c in name):
            return said("part.path-no-text")
    if "\\" in name:
        return said("part.path-backslash")
    if _SCHEME.match(name):
        return said("part.path-scheme")
    if name.startswith(("/", "~", "-", "|", "$")):
        return said("part.path-absolute")
    return None


def _reason(exc: OSError | ValueError | RuntimeError) -> Said | str:
    """Why a path could not be used: what the system says, or what Python calls it."""
    from layout.words.system import reason  # loaded where something fails

    return reason(exc) if isinstance(exc, OSError) else exc.__class__.__name__


def cores() -> int:
    """Cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
