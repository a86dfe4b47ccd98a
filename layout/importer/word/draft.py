"""A .docx as copy: the head of a story, its rows, and the tables and pictures beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from layout.correction.captions import CAPTION_MOST
from layout.correction.ends import is_ended
from layout.importer.word.captions import (
    CopyPicture,
    CopyTable,
    added_in,
    bracketed,
    captioned,
    has_words,
    one_blank,
)
from layout.importer.word.grid import (
    is_frame,
    paragraphs_in,
    paragraphs_of,
    shows_pictures,
    too_large,
)
from layout.importer.word.head import DAY, WordHead, find_head
from layout.importer.word.model import (
    BOLD,
    BREAK,
    HIGH,
    KAI,
    LOW,
    WordBlock,
    WordParagraph,
    WordSpan,
    WordTable,
    WordText,
)
from layout.importer.word.told import WordTold
from layout.importer.word.written import KAI_STYLE, rows_of
from layout.record import record, replace
from layout.spec.markdown.items import BULLETS, item

_MOSTLY: Final = 0.6
"""Of all characters: a voice that more of them have is that of the text, and marks nothing."""
_IN_CELLS: Final = frozenset({BOLD, KAI, HIGH, LOW})
_SUBHEAD_MOST: Final = 30
_LIMITS: Final = {"kicker": 200, "title": 200, "subtitle": 300, "byline": 200}
"""Characters that a story's head takes; a longer text is a paragraph."""


@record
class CopyRow:
    """A paragraph of a story before it is written: what stands before its lines, those lines, the
    numbers of its paragraphs, and how many of its characters stand in none of them."""

    prefix: str
    lines: tuple[tuple[WordSpan, ...], ...]
    numbers: tuple[int, ...]
    added: int = 0
    subhead: bool = False
    mark: str = ""

    @property
    def words(self) -> str:
        """Its words as they are set."""
        return self.mark + "".join([s.text for line in self.lines for s in line])


@record
class HeadText:
    """A part of a story's head: its words, their paragraphs, and characters that are in none."""

    text: str
    numbers: tuple[int, ...]
    added: int = 0


@dataclass(slots=True)
class WordDraft:
    """The copy of one .docx."""

    head: dict[str, HeadText] = field(default_factory=dict)
    rows: list[CopyRow] = field(default_factory=list)
    notes: dict[str, CopyRow] = field(default_factory=dict)
    pictures: list[CopyPicture] = field(default_factory=list)
    tables: list[CopyTable] = field(default_factory=list)
    guessed: bool = False


def draft(text: WordText, told: WordTold) -> WordDraft:
    """What a .docx holds, by what it is to a story."""
    blocks = [*_opened(text.blocks, told)]
    whole = [p for b in blocks for p in paragraphs_in(b)]
    usual = _usual([b for b in blocks if isinstance(b, WordParagraph)] or whole)
    made = WordDraft()
    for label, paragraphs in text.notes:
        note = _note(paragraphs, usual)
        if note is None:
            told.note("note", _first_number(paragraphs))
        else:
            made.notes[label] = note
    made.pictures, made.tables, taken = captioned(blocks)
    for n in taken:
        note_plain(blocks[n], told)
    for table in made.tables:
        for paragraph in paragraphs_of(table.table):
            note_plain(paragraph, told, kept=_IN_CELLS)
    before = next((n for n, b in enumerate(blocks) if isinstance(b, WordTable)), len(blocks))
    texts: list[WordParagraph] = []
    early = 0  # of these, how many stand before the first table
    for n, block in enumerate(blocks):
        if isinstance(block, WordParagraph) and n not in taken and has_words(block):
            texts += _apart(block)
            early = len(texts) if n < before else early
    sizes: dict[float, int] = {}
    for p in texts:
        sizes[p.size] = sizes.get(p.size, 0) + len(p.text)
    size = max(sizes, key=lambda s: sizes[s]) if sizes else 10.5
    head = find_head(texts[:early] or texts, size) if texts else WordHead()
    if len(head.all) >= len(texts):
        head = WordHead()
    made.guessed = head.guessed
    in_head = {id(p) for p in _headed(head, made, told)}
    rest = [p for p in texts if id(p) not in in_head]
    for n, paragraph in enumerate(rest):
        below = rest[n + 1] if n + 1 < len(rest) else None
        made.rows += _rows(paragraph, below, usual, made, told)
    _lost_notes(made, told)
    return _relabelled(made)


def _opened(blocks: Iterable[WordBlock], told: WordTold) -> Iterable[WordBlock]:
    """The blocks with a table that is none, or too large for one, as its paragraphs."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        elif shown := shows_pictures(block):
            told.note("gallery", shown[0].numbers[0])
            yield from (p if p.pictures else replace(p, part="caption") for p in shown)
        elif is_frame(block) or too_large(block):
            full = [p for p in paragraphs_of(block) if has_words(p) or p.pictures]
            if full:
                told.note("frame" if is_frame(block) else "large-table", full[0].numbers[0])
            yield from (replace(p, boxed=True) for p in full)
        else:
            yield block


def _apart(paragraph: WordParagraph) -> list[WordParagraph]:
    """A paragraph of Word as those that it holds, parted by line ends."""
    rows = rows_of(paragraph.spans)
    if len(rows) < 2:
        return [paragraph]
    out = []
    for n, lines in enumerate(rows):
        spans = [s for line in lines for s in (WordSpan(BREAK), *line)][1:]
        first = n == 0
        out.append(
            replace(
                paragraph, spans=tuple(spans), mark=paragraph.mark if first else None,
                pictures=paragraph.pictures if first else (),
            )
        )  # fmt: skip
    return out


def _usual(paragraphs: Sequence[WordParagraph]) -> frozenset[str]:
    """The voices that most of the text is in."""
    total, seen = 0, {BOLD: 0, KAI: 0}
    for span in (s for p in paragraphs for s in p.spans):
        total += len(span.text)
        for voice in seen:
            seen[voice] += len(span.text) if voice in span.voices else 0
    return frozenset(v for v, count in seen.items() if count > _MOSTLY * total)


def _first_number(paragraphs: Sequence[WordParagraph]) -> int:
    return paragraphs[0].numbers[0] if paragraphs else -1


def note_plain(
    block: WordBlock, told: WordTold, kept: frozenset[str] = frozenset({BOLD, KAI})
) -> None:
    """Tell the marks of a paragraph that a head, a caption or a cell has not; it has those `kept`,
    or needs none of them."""
    for paragraph in paragraphs_in(block):
        if any(s.text.strip() and s.voices - kept for s in paragraph.spans):
            told.note("head-mark", paragraph.numbers[0])
        if any(s.reading for s in paragraph.spans):
            held = next(s for s in paragraph.spans if s.reading)
            told.note("reading", paragraph.numbers[0], f"{held.text}（{held.reading}）")


def _numbers(paragraphs: Iterable[WordParagraph]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(n for p in paragraphs for n in p.numbers))


def _note(paragraphs: Sequence[WordParagraph], usual: frozenset[str]) -> CopyRow | None:
    """A note's row: its paragraphs, one behind the other."""
    spans: list[WordSpan] = []
    added = 0
    for paragraph in paragraphs:
        spans += [WordSpan("　")] if spans else []
        spans += [
            s._replace(text=" ") if s.text == BREAK else s for s in paragraph.spans if not s.note
        ]
        if paragraph.mark is not None:
            spans.append(WordSpan(paragraph.mark.text))
            added += len(paragraph.mark.text)
    lines = rows_of(_plainer(spans, usual))
    if not lines:
        return None
    line = tuple(s for row in lines for line in row for s in line)
    return CopyRow(
        prefix="", lines=(line,), numbers=_numbers(paragraphs),
        added=added + sum(s.added for s in line),
    )  # fmt: skip


def _plainer(spans: Iterable[WordSpan], usual: frozenset[str]) -> list[WordSpan]:
    return [s._replace(voices=s.voices - usual) if usual & s.voices else s for s in spans]


def _headed(head: WordHead, made: WordDraft, told: WordTold) -> list[WordParagraph]:
    """Give a draft its head; returns the paragraphs that it took."""
    took: list[WordParagraph] = []
    for key, paragraphs in (
        ("kicker", head.kicker), ("title", head.title), ("subtitle", head.subtitle),
        ("byline", head.byline),
    ):  # fmt: skip
        if not paragraphs:
            continue
        lines = [line for p in paragraphs for line in _lines(p)]
        pairs = key == "title" and len(lines) == 2
        text = (" | " if pairs else "　").join(lines)
        added = 1 if pairs else 0
        if key == "title" and len(lines) == 1:
            text, added = _couplet(text)
        if not text or len(text) > _LIMITS[key]:
            continue
        if key == "subtitle" and not made.head.keys() & {"kicker", "title"}:
            continue  # no 副题 stands without a 主题
        made.head[key] = HeadText(text=text, numbers=_numbers(paragraphs), added=added + sum(
            added_in(p) for p in paragraphs
        ))  # fmt: skip
        took += paragraphs
        for paragraph in paragraphs:
            note_plain(paragraph, told)
    return took


def _lines(paragraph: WordParagraph) -> list[str]:
    out = [""]
    for span in paragraph.spans:
        if span.text == BREAK:
            out.append("")
        else:
            out[-1] += bracketed(span)
    return [text for line in out if (text := one_blank(line))]


def _couplet(text: str) -> tuple[str, int]:
    """A title in two halves of one length, with a blank between them, as a couplet."""
    halves = text.replace("\u3000", " ").split(" ")
    if len(halves) == 2 and len(halves[0]) == len(halves[1]) >= 4 and not text.isascii():
        return " | ".join(halves), 1
    return text, 0


def _rows(
    paragraph: WordParagraph, below: WordParagraph | None, usual: frozenset[str], made: WordDraft,
    told: WordTold,
) -> list[CopyRow]:  # fmt: skip
    """The rows of a paragraph that is none of the head's."""
    spans = [s for s in paragraph.spans if not s.note or s.note in made.notes]
    if any(s.voices and not s.text.strip() and s.voices & {"underline", "wavy"} for s in spans):
        told.note("blank", paragraph.numbers[0])
    mark = paragraph.mark.text if paragraph.mark is not None else ""
    if _is_subhead(paragraph, below):
        bare = [s._replace(voices=s.voices - {BOLD, KAI}) for s in spans]
        held = [line for row in rows_of(bare) for line in row]
        if mark:
            held[0].insert(
                0, WordSpan(mark + ("　" if mark[-1:].isalnum() else ""), added=len(mark))
            )
        return [_row("### ", held, paragraph, subhead=True)]
    out: list[CopyRow] = []
    for lines in rows_of(_plainer(spans, usual)):
        out.append(_body(lines, paragraph, mark if not out else ""))
    return out


def _body(lines: list[list[WordSpan]], paragraph: WordParagraph, mark: str) -> CopyRow:
    if mark and paragraph.mark is not None:
        first = lines[0][0].text[:1]
        if paragraph.mark.bullet:
            level = min(paragraph.mark.level, len(BULLETS) - 1)
            prefix = "  " * level + "- "
            return _row(prefix, lines, paragraph, mark=BULLETS[level], added=1)
        apart = " " if first.isascii() and first.isalnum() else ""
        if item(mark + apart + "字", listed=True) is not None:
            return _row(f"{{列表}} {mark}{apart}", lines, paragraph, mark=mark, added=len(mark))
        before = WordSpan(mark + "　", added=len(mark))
        return _row("", [[before, *lines[0]], *lines[1:]], paragraph)
    names = []
    solid = [s for line in lines for s in line if s.text.strip() and not s.note]
    if solid and all(KAI in s.voices for s in solid):
        names.append(KAI_STYLE)
        lines = [[s._replace(voices=s.voices - {KAI}) for s in line] for line in lines]
    if paragraph.part == "quote":
        names = ["引文"]
    if paragraph.align in ("center", "right", "end"):
        dated = DAY.fullmatch("".join(s.text for line in lines for s in line).strip())
        names.append("居中" if paragraph.align == "center" else "日期" if dated else "落款")
    return _row(f"{{{' '.join(names)}}} " if names else "", lines, paragraph)


def _row(
    prefix: str, lines: Sequence[Sequence[WordSpan]], paragraph: WordParagraph, *, mark: str = "",
    added: int = 0, subhead: bool = False,
) -> CopyRow:  # fmt: skip
    return CopyRow(
        prefix=prefix, lines=tuple(tuple(line) for line in lines), numbers=paragraph.numbers,
        added=added + sum(s.added for line in lines for s in line), subhead=subhead, mark=mark,
    )  # fmt: skip


def _is_subhead(paragraph: WordParagraph, below: WordParagraph | None) -> bool:
    """Whether a paragraph is a small heading: by its level, or because it is short, without a stop
    and in 黑 as a whole, with text below it that is not."""
    text = paragraph.text.strip()
    if (paragraph.level or paragraph.part == "title") and text and len(text) <= 2 * CAPTION_MOST:
        return True
    if paragraph.part in ("caption", "quote"):
        return False
    if not paragraph.bold or len(text) > _SUBHEAD_MOST or is_ended(text) or not text:
        return False
    return below is not None and not below.bold and not paragraph.boxed and bool(below.text.strip())


def _relabelled(made: WordDraft) -> WordDraft:
    """A draft whose notes are counted from 1 in their order."""
    used = [s.note for row in made.rows for line in row.lines for s in line if s.note]
    labels = {label: str(n) for n, label in enumerate(dict.fromkeys(used), 1)}
    if all(label == new for label, new in labels.items()):
        return made
    made.notes = {labels[label]: note for label, note in made.notes.items() if label in labels}
    made.rows = [
        replace(
            row,
            lines=tuple(
                tuple(s._replace(note=labels.get(s.note, "")) for s in line) for line in row.lines
            ),
        )
        for row in made.rows
    ]
    return made


def _lost_notes(made: WordDraft, told: WordTold) -> None:
    """Notes whose signs stand where a story has none, in a head or a table: rows at its end."""
    used = {s.note for row in made.rows for line in row.lines for s in line if s.note}
    for label in [label for label in made.notes if label not in used]:
        note = made.notes.pop(label)
        told.note("note", note.numbers[0])
        made.rows.append(note)
