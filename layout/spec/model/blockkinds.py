"""The kinds of blocks a page is made of, each known by the one key that names it."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from layout.diagnostics import did_you_mean
from layout.record import record
from layout.spec.model.block import GUTTER, Block
from layout.spec.model.furniture import (
    AdvertBlock,
    CodeBlock,
    CreditsBlock,
    ImprintBlock,
    IndexBlock,
    MastheadBlock,
    PictureBlock,
    PicturesBlock,
    RuleBlock,
    TableBlock,
    TextBlock,
)
from layout.spec.model.story import StoryBlock
from layout.spec.reader.fields import (
    Fault,
    Faults,
    ListKind,
    Schema,
    misplaced,
    option,
    read_record,
    record_schema,
)
from layout.spec.reader.kinds import IntegerKind
from layout.spec.reader.lengths import Length
from layout.spec.reader.nodes import Mapping, Node, Scalar
from layout.words.said import Said, said

MOST_BLOCKS: Final = 100


@record(kw_only=False)
class BlockKind:
    """A block is known by the one key that names its kind."""

    def read(self, node: Node, faults: Faults) -> Any:
        if not isinstance(node, Mapping):
            raise misplaced(node, self, "")
        kinds = _kinds(node)
        if not kinds:
            near = (_near(key.text) for key, _ in node.entries[:40])
            hint = next((h for h in near if h), said("part.one-of", names=tuple(BLOCKS)))
            raise Fault(node, said("BLOCK-KIND.none", hint=hint))
        if len(kinds) > 1:
            names = tuple(key.text for key in kinds)
            raise Fault(kinds[1], said("BLOCK-KIND.two", kinds=names))
        return read_record(self.cls(node), node, faults)

    def cls(self, node: Mapping) -> type[Any]:
        """The model class of a block, by the first key that names a kind."""
        return next((BLOCKS[key.text] for key in _kinds(node)), Block)

    def schema(self) -> Schema:
        """A reference: blocks may stand inside blocks. `definition` is what it refers to."""
        return {"$ref": "#/$defs/block"}

    def definition(self) -> Schema:
        """The schema of any block."""
        return {"oneOf": [record_schema(cls) for cls in BLOCKS.values()]}

    def words(self) -> Said:
        return said("part.kind-block", kinds=tuple(BLOCKS))


_INNER = ListKind(BlockKind(), least=1, most=MOST_BLOCKS)


@record
class StackBlock(Block):
    """Blocks one under the other, each as high as its `lines` say or as what stands in it.

    They have no `at`. Rules, fill and inset are those of the whole.
    """

    stack: "tuple[AnyBlock, ...]" = option(_INNER, "from the top down", required=True)
    gap: int = option(IntegerKind(0, 20), "lines of the grid between two of them", default=1)


@record
class RowBlock(Block):
    """Blocks side by side, each as wide as its `cols` or its `width` say, all as high as the
    highest. They have no `at`.

    Where one of them says `width`, or the row `gutter`, or the row keeps to no columns or to fewer
    than it has blocks, they are measured in lengths.
    """

    row: "tuple[AnyBlock, ...]" = option(_INNER, "from the left", required=True)
    gutter: Length | None = option(GUTTER, "white between two of them; the page's own gutter")


LeafBlock = (
    StoryBlock
    | TextBlock
    | PictureBlock
    | PicturesBlock
    | AdvertBlock
    | TableBlock
    | IndexBlock
    | CreditsBlock
    | MastheadBlock
    | ImprintBlock
    | CodeBlock
    | RuleBlock
)
AnyBlock = LeafBlock | StackBlock | RowBlock

BLOCKS: Final[dict[str, type[AnyBlock]]] = {
    "story": StoryBlock,
    "text": TextBlock,
    "picture": PictureBlock,
    "pictures": PicturesBlock,
    "advert": AdvertBlock,
    "table": TableBlock,
    "index": IndexBlock,
    "credits": CreditsBlock,
    "masthead": MastheadBlock,
    "imprint": ImprintBlock,
    "code": CodeBlock,
    "rule": RuleBlock,
    "stack": StackBlock,
    "row": RowBlock,
}


def _kinds(node: Mapping) -> list[Scalar]:
    """The keys of a block that name a kind. `advert` names one where it stands alone: beside
    `picture` it is a flag."""
    keys = [key for key, _ in node.entries if key.text in BLOCKS]
    if len(keys) > 1 and any(key.text in ("picture", "pictures") for key in keys):
        keys = [key for key in keys if key.text != "advert"]
    return keys


def _near(key: str) -> Said | str:
    """The hint for a key that may have been meant to name a kind; or nothing."""
    if key.isascii():
        return did_you_mean(key, BLOCKS)
    from layout.spec.reader.tradewords import meant_kind

    return meant_kind(key, BLOCKS)


def members(block: AnyBlock) -> tuple[AnyBlock, ...]:
    """The blocks inside a stack or row; none in any other."""
    if isinstance(block, StackBlock):
        return block.stack or ()
    return block.row or () if isinstance(block, RowBlock) else ()


def walk(blocks: Iterable[AnyBlock], path: str = "blocks") -> Iterator[tuple[str, AnyBlock]]:
    """Every block with the keys that lead to it (`blocks.2.stack.1`), groups before their own."""
    for number, block in enumerate(blocks, 1):
        name = f"{path}.{number}"
        yield name, block
        if isinstance(block, StackBlock | RowBlock):
            key = "stack" if isinstance(block, StackBlock) else "row"
            yield from walk(members(block), f"{name}.{key}")


def leaves(blocks: Iterable[AnyBlock]) -> Iterator[LeafBlock]:
    """Every block that is no group, in reading order."""
    for _, block in walk(blocks):
        if not isinstance(block, StackBlock | RowBlock):
            yield block
