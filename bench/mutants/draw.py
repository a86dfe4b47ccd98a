"""Which changes are made: some of each room, by a seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from bench.mutants.changes import KINDS, Change, changes_of

SEED: Final = 20190920
"""The project's own: the day of the pages that it sets."""
COUNT: Final = 60
MOST: Final = 10
"""Changes of one room."""
PACKAGE: Final = "layout"
ROOMS: Final = (
    "inline", "text", "flow", "check", "spec", "render", "importer", "correction",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A change of one file of a room; `path` is from the root of the tree."""

    room: str
    path: str
    change: Change
    before: str
    after: str

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.path}:{self.change.line}"


def candidates(root: Path, room: str) -> list[Mutant]:
    """Every change of a room."""
    found = []
    for path in sorted((root / PACKAGE / room).rglob("*.py")):
        source = path.read_bytes()
        for change in changes_of(source):
            before, after = change.lines(source)
            name = path.relative_to(root).as_posix()
            found.append(Mutant(room=room, path=name, change=change, before=before, after=after))
    return found


def drawn(pool: Sequence[Mutant], count: int, seed: int) -> list[Mutant]:
    """`count` of a room's changes, of each kind about as many, none of a line twice.

    Each has a number that depends on the seed, its file and its line alone, and the least are
    taken: what is drawn of one file stays the same when another one is edited.
    """
    ranked = sorted(pool, key=lambda m: _number(seed, m))
    order = sorted(KINDS, key=lambda kind: _digest(f"{seed} {pool[0].room if pool else ''} {kind}"))
    queues = {kind: [m for m in ranked if m.change.kind == kind] for kind in order}
    out: list[Mutant] = []
    lines: set[str] = set()
    while len(out) < count and any(queues.values()):
        for kind in order:
            while queues[kind] and queues[kind][0].place in lines:
                queues[kind].pop(0)
            if queues[kind] and len(out) < count:
                mutant = queues[kind].pop(0)
                lines.add(mutant.place)
                out.append(mutant)
    return sorted(out, key=lambda m: (m.path, m.change.start))


def shares(pools: Mapping[str, Sequence[Mutant]], count: int) -> dict[str, int]:
    """How many changes each room gets: as many as any other, one more for the largest ones."""
    each, over = divmod(count, len(pools))
    large = sorted(pools, key=lambda room: -len(pools[room]))[:over]
    return {room: min(MOST, len(pool), each + (room in large)) for room, pool in pools.items()}


def _number(seed: int, mutant: Mutant) -> str:
    return _digest(f"{seed} {mutant.path} {mutant.before} {mutant.after} {mutant.change.kind}")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
