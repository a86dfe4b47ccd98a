"""Paragraphs cut at a column's foot, joined again; what every other line is on the page.

A column's end cuts a paragraph in two, and OCR makes two paragraphs of it: `joins` says when one
goes on in the next. What looks like body text but is furniture of the page (a header's fields, a
caption, a picture credit, a by-line) neither ends nor takes part in a join.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from layout.correction.blocks import SourceBlock, read_blocks
from layout.correction.captions import says_what_it_shows, split_credit
from layout.correction.ends import is_ended
from layout.correction.furniture import Furniture, load_furniture
from layout.correction.guide import guide_item, label_of
from layout.correction.joins import (
    SENTENCE,
    SHORT_EM,
    Join,
    begins_with_dash,
    begins_with_mark,
    goes_on,
    join,
    kept_lines,
    text_em,
)
from layout.correction.script import is_han
from layout.record import record

__all__ = ["Join", "Role", "SourcePassage", "classify", "read_passages"]

Role = Literal[
    "heading", "item", "image", "body", "header", "caption", "picture-credit", "byline", "table"
]

# A caption is a short phrase set apart; a longer one, or one with a pause, is a sentence.
CAPTION_HAN: Final = 20
CAPTION_BLANKS: Final = 2
_LABEL_MOST: Final = 20
_SUBTITLE_EM: Final = 40
_HALF_LEAST: Final = 4
"""Characters of half a couplet: 七字 as a rule, four at the least."""
_BARE_EM: Final = 22


@record
class SourcePassage:
    """Blocks that are one paragraph, and what the paragraph is on the page."""

    role: Role
    blocks: tuple[SourceBlock, ...]
    joins: tuple[Join, ...]
    bare: bool  # a heading that the source does not mark as one

    @property
    def text(self) -> str:
        """The words, joined."""
        joins = {join.index: join for join in self.joins}
        out = ""
        for i, block in enumerate(self.blocks):
            if seam := joins.get(i):
                out = out[: len(out) - seam.drop] + seam.glue
            out += block.text
        return out


def read_passages(source: str, furniture: Furniture | None = None) -> tuple[SourcePassage, ...]:
    """The passages of an OCR text, cut paragraphs joined. Pure; takes any text."""
    table = furniture or load_furniture()
    blocks = read_blocks(source)
    wrapped = kept_lines(blocks)
    pieces: list[_Pieces] = []
    before: SourceBlock | None = None
    in_guide = False
    front, headed = True, False
    plain = not any(block.kind == "heading" for block in blocks)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        last = pieces[-1] if pieces else None
        under_title = last is not None and last.role in ("heading", "byline")
        role = classify(
            block, before, table, following=following, front=front, under_title=under_title
        )
        bare = False
        if role == "heading":
            in_guide = label_of(block.text) in table.index
        elif in_guide and role not in ("image", "table") and guide_item(block.text):
            role = "item"
        elif role == "caption" and not _set_apart(block, before, following) and _is_open(pieces):
            role = "body"
        if role == "body" and number not in wrapped and not in_guide:
            if under_title and _is_subtitle(block, following):
                role = "heading"
            elif _bare_heading(
                block,
                following,
                table,
                first=plain and front and not headed,
                plain=plain,
                is_open=_is_open(pieces),
                under_title=under_title,
            ):
                role, bare = "heading", True
        seam = None
        if last and role == "body" and last.role == "body":
            seam = join(
                last.blocks,
                block,
                source,
                table,
                kept_line=number in wrapped,
                bare=goes_on(blocks, number),
            )
        text = role in ("body", "table", "item")
        front = front and not (text and not _is_line(block.text, _BARE_EM))
        headed = headed or role == "heading"
        if last and seam:
            last.blocks.append(block)
            last.joins.append(seam)
        else:
            pieces.append(_Pieces(role=role, blocks=[block], bare=bare))
        if not (role == "picture-credit" and before is not None and before.kind == "image"):
            before = block  # a credit does not part a picture from its caption
    return tuple(
        SourcePassage(role=p.role, blocks=tuple(p.blocks), joins=tuple(p.joins), bare=p.bare)
        for p in pieces
    )


@dataclass(slots=True)
class _Pieces:
    """A passage while its blocks are gathered."""

    role: Role
    blocks: list[SourceBlock]
    bare: bool
    joins: list[Join] = field(default_factory=list)


def classify(
    block: SourceBlock,
    before: SourceBlock | None,
    table: Furniture,
    *,
    following: SourceBlock | None,
    front: bool,
    under_title: bool,
) -> Role:
    """What a block is on the page, as far as it can be told from itself and its neighbours.

    `front` is whether no text of a story has been read yet, `under_title` whether the block stands
    under a heading.
    """
    role = _by_mark(block, table, front=front)
    if role is None:
        role = _by_words(block, before, table, following=following, under_title=under_title)
    return role


def _by_mark(block: SourceBlock, table: Furniture, *, front: bool) -> Role | None:
    """What a block is by the mark before it, or by a label or a page's name; None for text."""
    text = block.text
    role: Role | None = None
    if len(text) <= _LABEL_MOST and label_of(text) in table.index:
        role = "heading"
    elif front and block.kind in ("heading", "text") and table.page_line(text):
        role = "header"
    elif block.kind == "item" and block.bullet not in "-*+" and table.is_byline(text):
        role = "byline"
    elif block.kind in ("item", "image", "table"):
        role = block.kind
    elif block.kind == "heading" and not block.bold:
        role = "header" if front and table.is_dated(text) else "heading"
    return role


def _by_words(
    block: SourceBlock,
    before: SourceBlock | None,
    table: Furniture,
    *,
    following: SourceBlock | None,
    under_title: bool,
) -> Role:
    """What a line of text is by its words and its neighbours."""
    text = block.text
    apart = _set_apart(block, before, following)
    caption, credit = split_credit(text)
    short = not SENTENCE.search(text) and _count_han(text) <= CAPTION_HAN
    below = before is not None and before.kind == "image" and block.kind == "text"
    role: Role = "body"
    if says_what_it_shows(text) or (caption and credit and apart):
        role = "caption"
    elif under_title and table.is_byline(text, under_title=True):
        role = "byline"
    elif table.is_header(text):
        role = "header"
    elif (credit and not caption) or table.is_picture_credit(text):
        role = "picture-credit"
    elif table.is_byline(text):
        role = "byline"
    elif short and below:
        role = "caption"
    elif block.kind == "heading" or (block.bold and not text.startswith(("*", "_"))):
        role = "heading"
    elif before is not None and short and block.blanks >= CAPTION_BLANKS:
        role = "caption"
    return role


def _set_apart(
    block: SourceBlock, before: SourceBlock | None, following: SourceBlock | None
) -> bool:
    """Whether a block stands beside an image's mark, or after more blank lines than a paragraph."""
    beside = any(b is not None and b.kind == "image" for b in (before, following))
    return beside or (before is not None and block.blanks >= CAPTION_BLANKS)


def _is_open(pieces: list["_Pieces"]) -> bool:
    """Whether the passage before stops inside a sentence: what follows may go on with 图为."""
    last = pieces[-1] if pieces else None
    if last is None or last.role != "body" or is_ended(last.blocks[-1].text):
        return False
    line = len(last.blocks) == 1 and _is_line(last.blocks[0].text, SHORT_EM)
    return not line and not begins_with_mark(last.blocks[0].text)


def _is_line(text: str, most_em: float) -> bool:
    """Whether a paragraph is a short line by itself, such as the paper's name."""
    return text_em(text[:60]) <= most_em and not SENTENCE.search(text)


def _is_subtitle(block: SourceBlock, following: SourceBlock | None) -> bool:
    """Whether a line under a title is its 副题: it begins with a dash and is no sentence."""
    if not begins_with_dash(block.text) or text_em(block.text) > _SUBTITLE_EM:
        return False
    if following is not None and following.kind == "text" and begins_with_dash(following.text):
        return not is_ended(block.text) and not is_ended(following.text)  # else they are talking
    return not block.text.rstrip().endswith(("。", ".", "，", ","))


def _bare_heading(
    block: SourceBlock,
    following: SourceBlock | None,
    table: Furniture,
    *,
    first: bool,
    plain: bool,
    is_open: bool,
    under_title: bool,
) -> bool:
    """Whether an unmarked line is a heading all the same: a phrase without a stop that

    - holds a couplet break or ends in ——, or is the first line of a text that marks no headings,
    - counts (一、账怎么算) and stands before a whole paragraph that does not, or
    - in a text that marks no headings, stands before 本报讯 or a by-line: there a story begins.
    """
    text = block.text
    if begins_with_mark(text) or is_ended(text) or not 2 <= len(text) <= 40:
        return False
    phrase = not SENTENCE.search(text) and len(text) >= 4 and _count_han(text) >= 4
    if phrase and (first or _is_couplet(text) or text.endswith(("——", "--"))):
        return True
    if following is None or following.kind != "text" or is_open or block.bold:
        return False
    if text_em(text) > _BARE_EM or text[-1] in "，、；,;" or _count_han(text) < 2:
        return False
    if table.numbered.match(text):
        whole = is_ended(following.text) or text_em(following.text) > _BARE_EM
        return whole and not table.numbered.match(following.text)
    begins = bool(table.lead.match(following.text)) or table.is_byline(following.text)
    return plain and begins and not under_title and not table.lead.match(text)


def _is_couplet(text: str) -> bool:
    """Whether a line is the two halves of a couplet, as long as each other: 明月当空照 繁星堆满天.

    An advert's three phrases and a school with a pupil's name are none.
    """
    halves = text.rpartition("——")[2].split()
    return (
        len(halves) == 2
        and len(halves[0]) == len(halves[1]) >= _HALF_LEAST
        and all(is_han(half[0]) and is_han(half[-1]) for half in halves)
    )


def _count_han(text: str) -> int:
    return sum(1 for c in text if is_han(c))
