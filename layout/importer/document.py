"""The whole source as one repaired text: joins, marks of Markdown, widths, couplet breaks.

Every passage is repaired as a draft of its own, in which a join is a seam that rules may look
across but not change; between the passages only marks and white space go.
"""

import re
from collections.abc import Iterator, Sequence

from layout.correction.blocks import Mark, SourceBlock
from layout.correction.edits import Change, Draft, DraftPiece, Edit, Repair
from layout.correction.gaps import spread
from layout.correction.joins import begins_with_dash
from layout.correction.normalize import settle
from layout.correction.repair import SourcePassage
from layout.correction.script import is_chinese, is_han
from layout.record import record
from layout.words.said import Said, said

_SPACES = re.compile(r"[ \t\u3000\u00a0]+")
_WITH_SPACES = frozenset({"body"})  # elsewhere a space separates fields or the halves of a couplet
_SPREAD = frozenset({"heading", "item", "caption"})  # but no line of these is spread by hand
_LEADING_DASH = re.compile(r"(?:一一|[-—–―－─⸺])+")
_COUNTED = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}[章节篇部回集辑]|[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)])"
    r"[、.．]?$"
)


@record
class RepairedPassage:
    """A passage with its normalised words and their span in the normalised text."""

    passage: SourcePassage
    text: str
    start: int
    end: int
    cuts: tuple[int, ...]


@record
class RepairedText:
    """The repaired text and its passages."""

    repair: Repair
    parts: tuple[RepairedPassage, ...]


def repair_document(source: str, passages: Sequence[SourcePassage]) -> RepairedText:
    """The source with every repair made. Pure."""
    edits: list[Edit] = []
    out: list[str] = []
    length = 0
    parts: list[RepairedPassage] = []
    before: SourceBlock | None = None
    for passage in passages:
        first = passage.blocks[0]
        gap, made = _gap(source, before, first)
        edits += made
        out.append(gap)
        length += len(gap)
        draft = _draft(source, passage)
        edits += draft.edits()
        out.append(draft.text)
        parts.append(
            RepairedPassage(
                passage=passage,
                text=draft.text,
                start=length,
                end=length + len(draft.text),
                cuts=tuple(_cuts(draft)),
            )
        )
        length += len(draft.text)
        before = passage.blocks[-1]
    gap, made = _gap(source, before, None)
    edits += made
    out.append(gap)
    return RepairedText(repair=Repair(text="".join(out), edits=tuple(edits)), parts=tuple(parts))


def _draft(source: str, passage: SourcePassage) -> Draft:
    joins = {join.index: join for join in passage.joins}
    cells: list[DraftPiece] = []
    for number, block in enumerate(passage.blocks):
        join = joins.get(number)
        if join:
            seam = passage.blocks[number - 1].end
            for i in range(seam - join.drop, seam):
                cells[i - seam] = DraftPiece("", i, i + 1, join.rule, join.note)
            cells.append(DraftPiece(join.glue, seam, block.start, join.rule, join.note, fixed=True))
        at = block.start
        for mark in _inner(block):
            cells += (DraftPiece(source[i], i, i + 1) for i in range(at, mark.start))
            cells.append(DraftPiece("", mark.start, mark.end, mark.rule, mark.note))
            at = mark.end
        cells += (DraftPiece(source[i], i, i + 1) for i in range(at, block.end))
    draft = Draft(source, cells)
    if passage.role == "heading" and begins_with_dash(draft.text):
        draft.apply(list(_opening_dash(draft.text)))
    settle(draft, spaces=passage.role in _WITH_SPACES)
    if passage.role in _SPREAD:
        draft.apply(spread(draft.text))
    if passage.role in ("heading", "item"):
        draft.apply(list(_couplets(draft.text)))
    return draft


def _opening_dash(text: str) -> Iterator[Change]:
    """A 副题 opens with ——, however OCR read it: -, —, 一一. A —— is changed to what it is, which
    is no edit."""
    if match := _LEADING_DASH.match(text):
        yield Change(0, match.end(), "——", "D2.subtitle", said("part.note-subtitle"))


def _inner(block: SourceBlock) -> Iterator[Mark]:
    return (m for m in block.marks if block.start < m.start and m.end < block.end)


def _couplets(text: str) -> Iterator[Change]:
    """A space between Han in a heading is a couplet break, written ` | ` and set as 1 em."""
    for match in _SPACES.finditer(text):
        a, b = text[match.start() - 1], text[match.end()]
        if _COUNTED.fullmatch(text[max(0, match.start() - 8) : match.start()]):
            continue  # 一 账怎么算: the number of a small heading
        ends = is_han(a) or (is_chinese(a) and a not in "：，、") or a in "”’"
        if ends and (is_han(b) or b in "“‘《"):
            yield Change(match.start(), match.end(), " | ", "H1.couplet", said("part.note-couplet"))


def _cuts(draft: Draft) -> Iterator[int]:
    at = 0
    for cell in draft.cells:
        if cell.fixed:
            yield at
        at += len(cell.out)


def _gap(
    source: str, before: SourceBlock | None, after: SourceBlock | None
) -> tuple[str, list[Edit]]:
    """What stands between two passages in the new text, and the edits that make it so."""
    start = before.end if before else 0
    end = after.start if after else len(source)
    wanted = ""
    if before:
        wanted = "\n" if after is None or after.blanks == 0 else "\n\n"
    edits: list[Edit] = []
    at = start
    marks = [m for b in (before, after) if b for m in b.marks if start <= m.start and m.end <= end]
    left = [m for m in marks if before and m.start < _line_end(source, before.end)]
    right = [m for m in marks if m not in left]
    for mark in left:
        edits += _drop(source, at, mark.start, "M3.trailing", said("part.note-white-end"))
        edits += _drop(source, mark.start, mark.end, mark.rule, mark.note)
        at = mark.end
    stop = right[0].start if right else end
    edits += _breaks(source, at, stop, wanted)
    at = stop
    for mark in right:
        edits += _drop(source, at, mark.start, "M5.white", said("part.note-white"))
        edits += _drop(source, mark.start, mark.end, mark.rule, mark.note)
        at = mark.end
    edits += _drop(source, at, end, "M5.white", said("part.note-white"))
    return wanted, edits


def _line_end(source: str, at: int) -> int:
    ends = [i for i in (source.find("\n", at), source.find("\r", at)) if i >= 0]
    return min(ends, default=len(source))


def _drop(source: str, start: int, end: int, rule: str, note: Said | str) -> list[Edit]:
    if start >= end:
        return []
    before = source[start:end]
    return [Edit(rule=rule, start=start, end=end, before=before, after="", note=note)]


def _breaks(source: str, start: int, end: int, wanted: str) -> list[Edit]:
    """The white space between two lines: trailing spaces and needless breaks go."""
    found = source[start:end]
    if found == wanted:
        return []
    trail = len(found) - len(found.lstrip(" \t\u3000\u00a0"))
    if wanted and trail and found[trail:] == wanted:
        return _drop(source, start, start + trail, "M3.trailing", said("part.note-spaces-end"))
    rule, note = "M4.blank", said("part.note-breaks")
    if not found:
        rule, note = "M8.last-line", said("part.note-last-break")
    return [Edit(rule=rule, start=start, end=end, before=found, after=wanted, note=note)]
