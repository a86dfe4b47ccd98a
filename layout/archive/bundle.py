"""The files of a project that pages are made of, in one piece, for a machine that has them not.

A line of JSON with the name, the size and the digest of each, then their bytes. It holds data and
nothing that is run. Who unpacks it believes none of it: names stay below the folder, sizes are
limited and add up, digests are those of the bytes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from layout.diagnostics import shown
from layout.environment import MAX_PATH, Files, PathError
from layout.errors import BanxinError
from layout.words.said import Said, said

MOST_BYTES: Final = 256 << 20
MOST_FILES: Final = 4096
MOST_HEAD: Final = 4 << 20
_ROW: Final = re.compile(r"[0-9a-f]{64}")


class BundleError(BanxinError):
    """Files that cannot be sent, or a bundle that is none; what is wrong with it."""


def pack(root: Path, names: Iterable[str]) -> bytes:
    """The files of a project by their names, those left out that are not there. Raises
    `BundleError`."""
    env = Files(root)
    rows: list[list[object]] = []
    bodies: list[bytes] = []
    room = MOST_BYTES
    for name in sorted(set(names)):
        try:
            path = env.find(name, root)  # no link leads outside
            size = path.stat().st_size
            if size > room or len(rows) >= MOST_FILES:
                raise BundleError(said("part.bundle-large", most=MOST_BYTES, files=MOST_FILES))
            data = env.read(path, room)
        except (PathError, OSError):
            continue
        room -= len(data)
        if not _safe(name):
            raise _fault("part.bundle-name", name)
        rows.append([name, len(data), sha256(data).hexdigest()])
        bodies.append(data)
    head = json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogateescape")
    return b"".join((head, b"\n", *bodies))


def unpack(data: bytes, digest: str, folder: Path) -> None:
    """Write the files of a bundle below an empty folder. Raises `BundleError` before anything is
    written."""
    if len(data) > MOST_BYTES + MOST_HEAD:
        raise BundleError(said("part.bundle-large", most=MOST_BYTES, files=MOST_FILES))
    if sha256(data).hexdigest() != digest:
        raise BundleError(said("part.bundle-other"))
    for name, body in _files(data).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(body)


def _files(data: bytes) -> Mapping[str, memoryview]:
    """The files of a bundle by their names. Raises `BundleError`."""
    end = data.find(b"\n", 0, MOST_HEAD)
    try:
        rows: Any = json.loads(data[: max(end, 0)])
    except (ValueError, RecursionError):
        rows = None
    if not isinstance(rows, list) or len(rows) > MOST_FILES:
        raise BundleError(said("part.bundle-head"))
    out: dict[str, memoryview] = {}
    folded: set[str] = set()
    body = memoryview(data)[end + 1 :]
    at = 0
    for row in rows:
        match row:
            case [str(name), int(size), str(digest)] if size >= 0 and _ROW.fullmatch(digest):
                part = body[at : at + size]
            case _:
                raise BundleError(said("part.bundle-head"))
        if not _safe(name) or name.casefold() in folded:
            raise _fault("part.bundle-name", name)
        if len(part) != size or sha256(part).hexdigest() != digest:
            raise _fault("part.bundle-file", name)
        folded.add(name.casefold())
        out[name] = part
        at += size
    if at != len(body):
        raise BundleError(said("part.bundle-head"))
    for name in folded:  # no file is a folder of another
        if any(parent in folded for parent in _above(name)):
            raise _fault("part.bundle-name", name)
    return out


def _above(name: str) -> Iterable[str]:
    parts = name.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _safe(name: str) -> bool:
    """Whether a name stays below the folder it is written into, on any system."""
    if not name or len(name) > MAX_PATH or re.search(r"[\\:\x00-\x1f]", name):
        return False
    return all(part.strip(" .") for part in name.split("/"))


def _fault(key: str, name: str) -> BundleError:
    what: Said = said(key, file=shown(name, 200))
    return BundleError(what)
