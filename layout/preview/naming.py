"""Blocks by their names in what is told of a page: `lead.at.cols` for `blocks.2.at.cols`.

A spec's reader knows a block by its number, for it tells of blocks that have no name too. A person
knows it by its `id`, and counts nothing.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from layout.diagnostics import Diagnostic, StopError
from layout.environment import Files, PathError
from layout.preview.raw import entry, raw_blocks, text_of
from layout.record import replace
from layout.spec.reader.chars import decode
from layout.spec.reader.nodes import MAX_BYTES, parse_text

_BLOCKS: Final = "blocks."


def named(found: Iterable[Diagnostic], spec: Path) -> tuple[Diagnostic, ...]:
    """What is told of a page, blocks of its spec that have an `id` by that; as it is where the spec
    cannot be read."""
    given = tuple(found)
    if not any(_path(one) for one in given):
        return given
    names = _names(spec)
    return tuple([_named(one, names) for one in given])


def _path(found: Diagnostic) -> str:
    """The keys that lead to what is told of, where they lead into a block; else nothing."""
    path = dict(found.said.values).get("path", "")
    return path if isinstance(path, str) and path.startswith(_BLOCKS) else ""


def _named(found: Diagnostic, names: Mapping[str, str]) -> Diagnostic:
    path = _path(found)
    keys = path.split(".")
    for length in range(len(keys), 1, -1):  # the innermost block
        name = names.get(".".join(keys[:length]))
        if name:
            told = found.said.having(path=".".join((name, *keys[length:])))
            return replace(found, said=told)
    return found


def _names(spec: Path) -> Mapping[str, str]:
    """The ids of blocks by the keys and numbers that lead to them."""
    env = Files.around(spec)
    faults: list[Diagnostic] = []
    try:
        text = decode(env.read(spec.resolve(), MAX_BYTES), env.label(spec))
        root = parse_text(text, env.label(spec), faults=faults)
    except (PathError, StopError):  # it is being saved: it was another one when it was told of
        return {}
    return {
        ".".join(map(str, block.path)): own
        for block in raw_blocks(root)
        if (own := text_of(entry(block.node, "id")))
    }
