"""The stories of a file that holds several, parted at their titles."""

from itertools import pairwise

from layout.importer.word.captions import has_words
from layout.importer.word.grid import paragraphs_in
from layout.importer.word.model import WordBlock, WordParagraph, WordText


def titles_of(text: WordText) -> list[int]:
    """The blocks at which the stories of a file begin that holds several: each with a title by its
    style or, where no style says so, each heading of the first level. A couplet in two paragraphs
    is one title, and an 引题 before it belongs to it."""
    blocks = text.blocks
    titles = [n for n, b in enumerate(blocks) if isinstance(b, WordParagraph) and b.part == "title"]
    if not titles:
        titles = [n for n, b in enumerate(blocks) if isinstance(b, WordParagraph) and b.level == 1]
    full = [n for n in titles if _is_full(blocks[n])]
    starts: list[int] = []
    for n in full:
        while n and _is_part(blocks[n - 1], "kicker"):
            n -= 1  # noqa: PLW2901  back to the first line of the head
        if not (starts and all(m in full for m in range(starts[-1], n))):
            starts.append(n)
    return starts


def parted(text: WordText) -> list[WordText]:
    """A file's text as that of its stories. What stands before the first title is its own."""
    starts = titles_of(text)
    cuts = [0, *starts[1:], len(text.blocks)]
    out = []
    for first, last in pairwise(cuts):
        blocks = text.blocks[first:last]
        used = {s.note for b in blocks for p in paragraphs_in(b) for s in p.spans if s.note}
        notes = tuple((label, held) for label, held in text.notes if label in used)
        out.append(WordText(blocks=blocks, notes=notes))
    return out


def _is_full(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and has_words(block)


def _is_part(block: WordBlock, part: str) -> bool:
    return isinstance(block, WordParagraph) and block.part == part
