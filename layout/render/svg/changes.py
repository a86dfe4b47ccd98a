"""What of a page looks otherwise than before: what a browser must be sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from layout.record import record

if TYPE_CHECKING:  # a server that tells pages apart begins before it has made any
    from layout.render.svg.scene import Scene, SceneBlock

IDLE_MOST: Final = 2_000
"""Outlines that a browser may keep unused, some 400 KB: a story pasted anew has as many."""


@record
class BlockChange:
    """A block that looks otherwise. Of its pieces the first `start` and those from `end` on (in the
    old block) stay, between them stand `pieces` now."""

    block: "SceneBlock"
    start: int
    end: int
    pieces: tuple[str, ...]


@record
class Changes:
    """What leads from one scene to another. `added` blocks are new, of `changed` ones the pieces
    differ, `gone` are ids; `order` is that of all blocks now. In `reworded` blocks, the added ones
    among them, the words or their places in the story are others, whether or not it is seen.
    """

    added: "tuple[SceneBlock, ...]"
    changed: tuple[BlockChange, ...]
    gone: tuple[str, ...]
    order: tuple[str, ...]
    reworded: "tuple[SceneBlock, ...]"
    resized: bool

    @property
    def seen(self) -> bool:
        """Whether anything looks otherwise."""
        return bool(self.added or self.changed or self.gone or self.resized)


def changes(old: "Scene", new: "Scene") -> Changes:
    """What was added, changed and taken away from one scene of a page to the next."""
    before: Mapping[str, SceneBlock] = {block.id: block for block in old.blocks}
    order = tuple([block.id for block in new.blocks])
    now = set(order)
    added, changed, reworded = [], [], []
    for block in new.blocks:
        other = before.get(block.id)
        if other is block:
            continue
        if other is None:
            added.append(block)
        elif other.digest != block.digest:
            changed.append(block_change(other, block))
        if other is None or other.text != block.text:
            reworded.append(block)
    return Changes(
        added=tuple(added),
        changed=tuple(changed),
        gone=tuple([dom for dom in before if dom not in now]),
        order=order,
        reworded=tuple(reworded),
        resized=(old.width, old.height, old.bleed) != (new.width, new.height, new.bleed),
    )


def block_change(old: "SceneBlock", new: "SceneBlock") -> BlockChange:
    """The fewest pieces that follow one another and must be put in place of others."""
    a, b = old.pieces, new.pieces
    most = min(len(a), len(b))
    start = 0
    while start < most and a[start] == b[start]:
        start += 1
    tail = 0
    while tail < most - start and a[len(a) - 1 - tail] == b[len(b) - 1 - tail]:
        tail += 1
    return BlockChange(block=new, start=start, end=len(a) - tail, pieces=b[start : len(b) - tail])


class HeldOutlines:
    """Which outlines one browser has. Those no longer used are dropped now and then, many at once:
    a word that is changed to and fro costs nothing."""

    __slots__ = ("_most", "names")

    def __init__(self, idle_most: int = IDLE_MOST) -> None:
        self.names: set[str] = set()
        self._most = idle_most

    def take(self, used: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The names to send, and those to drop, before what uses `used` is shown alone."""
        new = used - self.names
        self.names |= new
        idle = self.names - used
        if len(idle) <= self._most:
            return new, frozenset()
        self.names -= idle
        return new, frozenset(idle)
