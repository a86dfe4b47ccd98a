"""What a person calls the blocks of a drawn page: a story by its headline, a picture by its
caption.

A display list has no spec beside it, so the words are those that are drawn. `layout.called` has the
names of a page whose spec is at hand.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from layout.compare.blocks import Blocks
from layout.compare.changes import PageChange
from layout.diagnostics import beginning
from layout.display.items import BlockPlace, GlyphRun, Page, part_of
from layout.record import replace
from layout.words.said import Named, Said, said

FEW: Final = 14
"""Characters of words of the page by which a block is called."""
KINDS: Final[Mapping[str, str]] = {
    "advert": "part.called-advert", "code": "part.called-code", "credits": "part.the-credits",
    "header": "part.the-header", "imprint": "part.the-imprint", "index": "part.called-index",
    "masthead": "part.the-masthead", "picture": "part.called-picture",
    "pictures": "part.called-pictures", "rule": "part.called-rule", "story": "part.called-story",
    "table": "part.called-table", "text": "part.called-text",
}  # fmt: skip
POINTERS: Final = frozenset("▲▼◀▶△▽◁▷◄►")
STORY: Final = "story"
TITLE: Final = "title"
CAPTION: Final = "caption"
BY_WORDS: Final = frozenset({STORY, "picture", "pictures", "table", "text"})
"""Kinds that are called by what stands in them; of the others a page has one, or they are alike."""
VALUES: Final = ("block", "other")
"""Values of changes that name blocks."""
OF_A: Final = frozenset({("block", "renamed"), ("lines", "block")})
"""Changes that tell of a block as it was in A, and of another as it is in B."""


def names(page: Page | None, blocks: Blocks | None) -> Mapping[str, Said]:
    """What each block of a page is called, by its id."""
    if page is None or blocks is None:
        return {}
    titles: dict[str, str] = {}
    captions: dict[str, str] = {}
    words: dict[str, str] = {}
    for item in page.items:
        if not isinstance(item, GlyphRun):
            continue
        block = blocks.of(item.node, item.x, item.y)[1]
        part = part_of(item.node)
        for kept, asked in (
            (titles, part == TITLE), (captions, part.endswith(CAPTION)), (words, True),
        ):  # fmt: skip
            if asked:
                kept[block] = kept.get(block, "") + item.text
    count = Counter(block.kind for block in page.blocks)

    def called(block: BlockPlace) -> Said:
        kind = said(KINDS.get(block.kind, "part.called-block"))
        if block.kind == STORY and titles.get(block.id):
            return said("part.called-headline", title=_short(titles[block.id]))
        shown = captions.get(block.id) or words.get(block.id, "")
        if block.kind in BY_WORDS and shown:
            return said("part.called-words", kind=kind, words=_short(shown))
        if block.id.startswith("block-") or count[block.kind] == 1:
            return kind
        return said("part.called-words", kind=kind, words=block.id)

    return {block.id: called(block) for block in page.blocks}


def _short(words: str) -> str:
    """Words without spaces and the signs that point from a caption to its picture."""
    return beginning("".join(c for c in words if not c.isspace() and c not in POINTERS), FEW)


def named(change: PageChange, a: Mapping[str, Said], b: Mapping[str, Said]) -> PageChange:
    """A change with the names of the blocks that it tells of: those of its page in A and in B."""

    def of(block: str, sides: Sequence[Mapping[str, Said]]) -> str:
        found = next((side[block] for side in sides if block in side), None)
        return block if found is None else Named(block, found)

    new_first = (b, a) if change.after is not None else (a, b)
    old_first = (a, b) if (change.kind, change.what) in OF_A else new_first
    made = {
        key: of(value, old_first if key == "block" else new_first)
        for key, value in change.said.values
        if key in VALUES and isinstance(value, str)
    }
    return replace(
        change,
        block=of(change.block, new_first) if change.block else "",
        said=change.said.having(**made) if made else change.said,
    )
