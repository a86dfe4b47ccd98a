"""Blocks that stand over others on purpose (`over`): what they name, and in which order."""

from collections.abc import Sequence

from layout.diagnostics import Diagnostic, did_you_mean, error, shown
from layout.spec.model.blockkinds import AnyBlock, RowBlock, StackBlock, walk
from layout.spec.resolve.resolved import RBlock, RStory
from layout.words.said import said


def lower_nodes(
    written: Sequence[tuple[str, AnyBlock]],
    names: Sequence[str],
    blocks: Sequence[RBlock],
    faults: list[Diagnostic],
) -> dict[str, tuple[str, ...]]:
    """For each block that stands over another, by its id, the nodes of that, and of the blocks in
    it. `written` are all blocks of the page with their paths, `names` the ids of its leaves."""
    order = {block.id: number for number, (_, block) in enumerate(written) if block.id}
    resolved = {block.id: block for block in blocks}
    leaves = iter(names)
    out: dict[str, tuple[str, ...]] = {}
    for number, (_, block) in enumerate(written):
        name = block.id or ""
        if not isinstance(block, StackBlock | RowBlock):
            name = next(leaves)
        if block.over is None:
            continue
        place, lower = block.over.place, block.over.text
        if not block.at:
            faults.append(error("OVER.group", place, path="over"))
        elif lower not in order or lower == block.id:
            near = did_you_mean(lower, [other for other in order if other != block.id])
            told = said("OVER.no-block", path="over", name=shown(lower), hint=near)
            faults.append(error(told, place))
        elif order[lower] > number:
            faults.append(error("OVER.order", place, path="over", name=shown(lower)))
        else:
            below = [inner.id for _, inner in walk((written[order[lower]][1],)) if inner.id]
            out[name] = tuple(_node(resolved.get(one), one) for one in below)
    return out


def _node(block: RBlock | None, name: str) -> str:
    """What the nodes of a block's items begin with."""
    content = block.content if block is not None else None
    return content.story.name if isinstance(content, RStory) else name
