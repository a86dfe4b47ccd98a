"""When a paragraph that a column's foot has cut goes on in the next block, and when it does not.

The rule (`J1.join`): a block of body text that stops in the middle of a sentence goes on in the
next block, if that is body text too. A short line by itself, a line that begins with ● or a dash
and a paragraph that is bold as a whole are headings, items and signatures: they neither go on nor
continue anything. Print lines that a scan kept (`J3.line`) are joined by their length, and a word
hyphenated at a row's end (`J4.hyphen`) loses its hyphen.
"""

import re
from typing import Final

from layout.correction.blocks import SourceBlock
from layout.correction.ends import is_ended, open_quote
from layout.correction.furniture import Furniture
from layout.correction.script import CLOSERS, OPENERS, is_han, is_western, width_em
from layout.record import record
from layout.words.said import Said, said

SENTENCE: Final = re.compile(r"[，。；！？,;!?：:、“”]")
SHORT_EM: Final = 12.0
"""A piece of a paragraph above a column's foot is a line of its column at least, and columns have
13 characters, less the indent of two; what is shorter is a line by itself."""

# Lines within so much of the longest one are print lines that a scanner kept.
_WRAP_EM: Final = 2.5
_WRAP_MOST_EM: Final = 60
_VERSE_EM: Final = 16
_PIECES: Final = 4
_LOOK: Final = 40
_HARD_EM: Final = 20


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_MARKS: Final = frozenset("●■□▲◆○◎◇△▼▽★☆►▶▷※•·◼◾▪♦❖➤→【◀✦✓✔☎")
_DASHES: Final = "—―─－–⸺"
_PAUSES: Final = "，、；,;"
_ROW_ENDS: Final = tuple("，。；！？,;!?.、：:")
_HYPHENATED = re.compile(r"(?<![A-Za-z-])([A-Za-z]{2,})[-\u2010]$")
_SMALL = re.compile(r"[a-z]{2,}")
# First parts of compounds that keep their hyphen at a row's end (Chicago 7.89).
_KEEP_HYPHEN: Final = _set(
    "self well ex non high low long short half all cross full part real post co anti mid semi so "
    "one two three four five six first second third on off in up by old new"
)


@record
class Join:
    """The seam before `blocks[index]` of a passage: what is put there and why."""

    index: int
    glue: str  # "" or, between two Western words, a space
    rule: str
    note: Said
    drop: int  # characters before the seam that go: a hyphen


def begins_with_mark(text: str) -> bool:
    """Whether a line begins as items, signatures and turns of speech do: with ●, ■ or a dash."""
    return text[:1] in _MARKS or begins_with_dash(text)


def begins_with_dash(text: str) -> bool:
    """Whether a line begins with a dash; a minus before a figure is none."""
    bare = text.lstrip("-" + _DASHES)
    dashes = len(text) - len(bare)
    if not dashes or bare[:1].isdigit():
        return text[:2] == "一一" and len(text) > 3 and is_han(text[2])  # OCR reads —— as 一一
    return text[0] in _DASHES or dashes > 1 or is_han(bare[:1] or " ")


def text_em(text: str) -> float:
    """A rough width of a text in em."""
    return sum(map(width_em, text))


def goes_on(blocks: tuple[SourceBlock, ...], number: int) -> bool:
    """Whether bare pieces, a blank line between each, lead to a piece with a pause: then they are
    pieces of one sentence, cut more than once."""
    for block in blocks[number : number + _PIECES]:
        if block.kind != "text" or block.blanks != 1:
            return False
        if SENTENCE.search(block.text):
            return True
    return False


def join(
    blocks: list[SourceBlock],
    block: SourceBlock,
    source: str,
    table: Furniture,
    *,
    kept_line: bool,
    bare: bool,
) -> Join | None:
    """The join of a body block to the blocks of the passage before it, or None.

    `kept_line` is whether the block is a print line that a scan kept, `bare` whether pieces without
    a pause lead to one that has one.
    """
    before = blocks[-1]
    new = table.enumerator.match(block.text) or table.lead.match(block.text)
    if new or block.indented or block.bold or before.bold or begins_with_mark(block.text):
        return None
    glue, drop = _glue(before, block, source)
    rule, note = "J3.line", said("part.join-line")
    if not kept_line:
        text = "".join(b.text for b in blocks[-_PIECES:])  # what ends it stands at its end
        if is_ended(text) or begins_with_mark(blocks[0].text) or _stands_alone(text, before, block):
            return None
        if not SENTENCE.search(text + block.text) and not bare and not drop:
            return None  # two bare phrases: lines of a list or a poem, not a sentence cut in two
        rule, note = "J1.join", said("part.join-inside")
        for reason in _reasons(text, block):
            note = said("part.both", one=note, other=reason)
    if drop:
        rule, note = "J4.hyphen", said("part.both", one=note, other=said("part.join-hyphen"))
    return Join(index=len(blocks), glue=glue, rule=rule, note=note, drop=drop)


def _reasons(text: str, block: SourceBlock) -> list[Said]:
    """What makes it sure that a block goes on where a text stops."""
    reasons = []
    if open_quote(text) and next((c for c in block.text if c in '“”"'), "") in ("”", '"'):
        reasons.append(said("part.join-quotation"))
    if block.text[0] in CLOSERS or block.text[0] in "，、；：。！？,;.%％℃":
        reasons.append(said("part.join-mark"))
    if text[-1] in OPENERS:
        reasons.append(said("part.join-opening"))
    if is_western(text[-1]) and is_western(block.text[0]):
        reasons.append(said("part.join-goes-on"))
    return reasons


def _stands_alone(text: str, before: SourceBlock, block: SourceBlock) -> bool:
    """Whether one of two blocks is a line by itself: a heading, a signature, a line of a poem."""
    if before.hard and text_em(before.text) < _HARD_EM:
        return True
    sure = bool(_reasons(text, block)) or bool(_HYPHENATED.search(text[-_LOOK:]))
    if not sure and text[-1] not in _PAUSES and _is_short(text):
        return True
    running = sure or is_ended(block.text) or bool(SENTENCE.search(block.text))
    return _is_verse(before, block) or (_is_short(block.text) and not running)


def _is_short(text: str) -> bool:
    return len(text) <= 2 * SHORT_EM and text_em(text) <= SHORT_EM


def _is_verse(before: SourceBlock, block: SourceBlock) -> bool:
    """Whether two rows are lines of a poem: of as many characters, each with a mark at its end."""
    if block.blanks or text_em(before.text) > _VERSE_EM or len(before.text) != len(block.text):
        return False
    marks = "，。；！？、,;!?."
    return before.text[-1] in marks and block.text[-1] in marks


def _glue(before: SourceBlock, block: SourceBlock, source: str) -> tuple[str, int]:
    """What stands at the seam and how many characters before it go.

    A space only where the scan kept one between two Western words; a hyphen at a row's end goes
    where both sides are the two halves of a word.
    """
    if (cut := _HYPHENATED.search(before.text, max(0, len(before.text) - _LOOK))) and _SMALL.match(
        block.text
    ):
        return "", 0 if cut[1].lower() in _KEEP_HYPHEN else 1
    if not (is_western(before.text[-1]) and is_western(block.text[0])):
        return "", 0
    seam = source[before.end : block.start]
    kept = seam.startswith((" ", "\t")) or (block.blanks == 0 and not before.text[-1].isdigit())
    return " " if kept or seam.endswith((" ", "\t")) else "", 0


def kept_lines(blocks: tuple[SourceBlock, ...]) -> frozenset[int]:
    """Numbers of the blocks that continue a print line: in a row of three or more text lines
    without a blank between, those below lines that are nearly as long as the longest.

    A line that begins with a mark or an indent begins anew; rows that each end with a mark are
    verse or items.
    """
    found: set[int] = set()
    start = 0
    for end in range(1, len(blocks) + 1):
        if end < len(blocks) and blocks[end].blanks == 0 and blocks[end].kind == "text":
            continue
        rows = blocks[start:end]
        widths = [text_em(b.text) for b in rows]
        longest = max(widths, default=0)
        if len(rows) >= 3 and 8 <= longest <= _WRAP_MOST_EM:
            for first, last in _groups(rows):
                full = all(longest - w <= _WRAP_EM for w in widths[first : last - 1])
                marked = all(b.text.endswith(_ROW_ENDS) for b in rows[first:last])
                if full and not marked:
                    found.update(range(start + first + 1, start + last))
        start = end
    return frozenset(found)


def _groups(rows: tuple[SourceBlock, ...]) -> list[tuple[int, int]]:
    """Spans of rows that may be the lines of one paragraph."""
    starts = [
        i
        for i, row in enumerate(rows)
        if i == 0
        or begins_with_mark(row.text)
        or row.indented
        or row.bold
        or rows[i - 1].bold
        or (_is_short(row.text) and not is_ended(row.text) and is_ended(rows[i - 1].text))
    ]
    return list(zip(starts, [*starts[1:], len(rows)], strict=True))
