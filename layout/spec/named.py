"""Every place where a page's files are, or would be looked for: what a watcher must look at.

A page that failed has no list of its files, and the file that is missing is just the one to wait
for. So the specs are read here without being understood: each value that looks like a file's name
is one, in both places where it would be looked for.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from layout.diagnostics import StopError
from layout.environment import EDITION_FILE, PROJECT_FILE, Environment, PathError
from layout.spec.reader.nodes import MAX_BYTES, Mapping, Node, Scalar, parse_yaml

_FILE: Final = re.compile(r"[^\x00-\x1f\\]{1,400}\.[A-Za-z0-9]{1,8}")
_MOST: Final = 2000
_OTHER_PAGES: Final = frozenset({"pages"})  # of an edition: each is watched for itself


def named_files(env: Environment, spec: Path, overrides: tuple[str, ...] = ()) -> frozenset[Path]:
    """The page spec, what it and its edition and style sheets name, found or not. Never raises."""
    root = Path(os.path.realpath(env.root))
    start = Path(os.path.realpath(spec))
    found: set[Path] = {start, start.parent / EDITION_FILE, start.parent / PROJECT_FILE}
    queue = [start, start.parent / EDITION_FILE]
    done: set[Path] = set()
    for text in overrides:
        found.update(_candidates(text.partition("=")[2].strip(" '\""), start.parent, root))
    while queue and len(found) < _MOST:
        path = queue.pop()
        if path in done:
            continue
        done.add(path)
        for text in _texts(env, path):
            for candidate in _candidates(text, path.parent, root):
                found.add(candidate)
                if candidate.suffix in (".yaml", ".yml") and candidate.is_file():
                    queue.append(candidate)
    return frozenset(found)


def listed_pages(env: Environment, edition: Path) -> frozenset[Path]:
    """The page specs an edition lists, wherever they would be looked for. Never raises."""
    start = Path(os.path.realpath(edition))
    root = Path(os.path.realpath(env.root))
    texts = _texts(env, start, skip=frozenset())
    return frozenset(c for text in texts for c in _candidates(text, start.parent, root))


def _texts(env: Environment, path: Path, skip: frozenset[str] = _OTHER_PAGES) -> Iterator[str]:
    """Every value of a YAML file; nothing where it cannot be read."""
    try:
        stack: list[Node] = [parse_yaml(env.read(path, MAX_BYTES), path.name)]
    except (PathError, StopError):
        return
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            yield node.text
        elif isinstance(node, Mapping):
            stack += [value for key, value in node.entries if key.text not in skip]
        else:
            stack += node.items


def _candidates(text: str, folder: Path, root: Path) -> Iterator[Path]:
    """Where a name would be looked for: beside the file that says it, then at the root."""
    if not _FILE.fullmatch(text) or text.startswith(("/", "~")):
        return
    for base in (folder, root):
        try:
            path = Path(os.path.realpath(base / text))
        except (OSError, ValueError):  # too long, or a loop of links
            continue
        if path.is_relative_to(root):
            yield path
