"""Paragraphs cut at a column's foot, joined again.

A column's end cuts a paragraph in two, and OCR makes two paragraphs of it. The rule (`J1.join`):
a block of body text that stops in the middle of a sentence goes on in the next block, if that is
body text too. What looks like body text but is furniture of the page (a header's fields, a
caption, a picture credit, a by-line) neither ends nor takes part in a join.
"""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from layout.record import record
from layout.text.blocks import Block, read_blocks
from layout.text.captions import says_what_it_shows, split_credit
from layout.text.ends import is_ended, open_quote
from layout.text.furniture import Furniture, load_furniture
from layout.text.guide import guide_item, label_of
from layout.text.script import CLOSERS, OPENERS, is_han, is_western, width_em

Role = Literal["heading", "item", "image", "body", "header", "caption", "picture-credit", "byline"]

# A caption is a short phrase set apart; a longer one, or one with a pause, is a sentence.
CAPTION_HAN: Final = 20
CAPTION_BLANKS: Final = 2
# Lines within so much of the longest one are print lines that a scanner kept.
_WRAP_EM: Final = 2.5
_WRAP_MOST_EM: Final = 60
_PIECES: Final = 4
_LABEL_MOST: Final = 20
_SENTENCE = re.compile(r"[，。；！？,;!?：:、“”]")
_COUPLET = re.compile(r"[\u4e00-\u9fff]{3} +[\u4e00-\u9fff]{3}")


@record
class Join:
    """The seam before `blocks[index]` of a passage: what is put there and why."""

    index: int
    glue: str  # "" or, between two Western words, a space
    rule: str
    note: str


@record
class Passage:
    """Blocks that are one paragraph, and what the paragraph is on the page."""

    role: Role
    blocks: tuple[Block, ...]
    joins: tuple[Join, ...] = ()

    @property
    def text(self) -> str:
        """The words, joined."""
        glue = {join.index: join.glue for join in self.joins}
        return "".join(glue.get(i, "") + block.text for i, block in enumerate(self.blocks))


def read_passages(source: str, furniture: Furniture | None = None) -> tuple[Passage, ...]:
    """The passages of an OCR text, cut paragraphs joined. Pure; takes any text."""
    table = furniture or load_furniture()
    blocks = read_blocks(source)
    wrapped = _wrapped(blocks)
    pieces: list[_Pieces] = []
    before: Block | None = None
    in_guide = False
    plain = not any(block.kind == "heading" for block in blocks)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        role = classify(block, before, table, following=following)
        if role == "heading":
            in_guide = label_of(block.text) in table.index
        elif in_guide and role != "image" and guide_item(block.text):
            role = "item"
        elif role == "caption" and not _set_apart(block, before, following) and _is_open(pieces):
            role = "body"
        if role == "body" and _bare_heading(block, first=plain and before is None):
            role = "heading"
        last = pieces[-1] if pieces else None
        join = None
        if last and role == "body" and last.role == "body":
            join = _join(
                last.blocks,
                block,
                source,
                table,
                kept_line=number in wrapped,
                goes_on=_goes_on(blocks, number),
            )
        if last and join:
            last.blocks.append(block)
            last.joins.append(join)
        else:
            pieces.append(_Pieces(role=role, blocks=[block]))
        if not (role == "picture-credit" and before is not None and before.kind == "image"):
            before = block  # a credit does not part a picture from its caption
    return tuple(Passage(role=p.role, blocks=tuple(p.blocks), joins=tuple(p.joins)) for p in pieces)


@dataclass(slots=True)
class _Pieces:
    """A passage while its blocks are gathered."""

    role: Role
    blocks: list[Block]
    joins: list[Join] = field(default_factory=list)


def classify(
    block: Block, before: Block | None, table: Furniture, *, following: Block | None = None
) -> Role:
    """What a block is on the page, as far as it can be told from itself and its neighbours."""
    text = block.text
    if len(text) <= _LABEL_MOST and label_of(text) in table.index:
        return "heading"
    if block.kind in ("heading", "item", "image"):
        return block.kind
    apart = _set_apart(block, before, following)
    caption, credit = split_credit(text)
    if says_what_it_shows(text) or (caption and credit and apart):
        return "caption"
    if table.is_header(text):
        return "header"
    if (credit and not caption) or table.is_picture_credit(text):
        return "picture-credit"
    if table.byline.match(text):
        return "byline"
    short = not _SENTENCE.search(text) and _count_han(text) <= CAPTION_HAN
    below = before is not None and before.kind == "image"
    if before is not None and short and (below or block.blanks >= CAPTION_BLANKS):
        return "caption"
    return "body"


def _set_apart(block: Block, before: Block | None, following: Block | None) -> bool:
    """Whether a block stands beside an image's mark, or after more blank lines than a paragraph."""
    beside = any(b is not None and b.kind == "image" for b in (before, following))
    return beside or (before is not None and block.blanks >= CAPTION_BLANKS)


def _is_open(pieces: list["_Pieces"]) -> bool:
    """Whether the passage before stops inside a sentence: what follows may go on with 图为."""
    last = pieces[-1] if pieces else None
    return last is not None and last.role == "body" and not is_ended(last.blocks[-1].text)


def _bare_heading(block: Block, *, first: bool) -> bool:
    """Whether an unmarked line is a heading all the same: a phrase without a pause that holds a
    couplet break or ends in ——, or the first line of a text that marks no heading at all."""
    phrase = not _SENTENCE.search(block.text) and 4 <= len(block.text) <= 40
    shape = first or _COUPLET.search(block.text) or block.text.endswith(("——", "--"))
    return phrase and bool(shape) and _count_han(block.text) >= 4


def _goes_on(blocks: tuple[Block, ...], number: int) -> bool:
    """Whether bare pieces, a blank line between each, lead to a piece with a pause: then they are
    pieces of one sentence, cut more than once."""
    for block in blocks[number : number + _PIECES]:
        if block.kind != "text" or block.blanks != 1:
            return False
        if _SENTENCE.search(block.text):
            return True
    return False


def _join(
    blocks: list[Block],
    block: Block,
    source: str,
    table: Furniture,
    *,
    kept_line: bool,
    goes_on: bool,
) -> Join | None:
    """The join of a body block to the blocks of the passage before it, or None."""
    before = blocks[-1]
    index = len(blocks)
    if block.indented or table.enumerator.match(block.text):
        return None
    glue = _glue(before, block, source)
    if kept_line:
        return Join(index=index, glue=glue, rule="J3.line", note="a print line kept by the scan")
    text = "".join(b.text for b in blocks[-_PIECES:])  # what ends it stands at its end
    if is_ended(text):
        return None
    if before.hard and width_em_of(before.text) < CAPTION_HAN:
        return None
    if not _SENTENCE.search(text + block.text) and not goes_on:
        return None  # two bare phrases: lines of a list or a poem, not a sentence cut in two
    reasons = ["stops inside a sentence"]
    if open_quote(text) and next((c for c in block.text if c in '“”"'), "") in ("”", '"'):
        reasons.append("a quotation is open")
    if block.text[0] in CLOSERS or block.text[0] in "，、；：。！？,;":
        reasons.append("the rest begins with a mark")
    if text[-1] in OPENERS:
        reasons.append("ends with an opening mark")
    return Join(index=index, glue=glue, rule="J1.join", note="; ".join(reasons))


def _glue(before: Block, block: Block, source: str) -> str:
    """A space only where the scan kept one between two Western words."""
    if not (is_western(before.text[-1]) and is_western(block.text[0])):
        return ""
    seam = source[before.end : block.start]
    kept = seam.startswith((" ", "\t")) or (block.blanks == 0 and not before.text[-1].isdigit())
    return " " if kept or seam.endswith((" ", "\t")) else ""


def _wrapped(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Numbers of the blocks that continue a print line: rows of three or more text lines without
    a blank between, of nearly one length, but for the last."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(blocks) + 1):
        if end < len(blocks) and blocks[end].blanks == 0 and blocks[end].kind == "text":
            continue
        rows = [width_em_of(b.text) for b in blocks[start:end]]
        longest = max(rows, default=0)
        full = all(longest - w <= _WRAP_EM for w in rows[:-1])
        if len(rows) >= 3 and 8 <= longest <= _WRAP_MOST_EM and full:
            found.update(range(start + 1, end))
        start = end
    return frozenset(found)


def width_em_of(text: str) -> float:
    """A rough width of a text in em."""
    return sum(width_em(c) for c in text)


def _count_han(text: str) -> int:
    return sum(1 for c in text if is_han(c))
