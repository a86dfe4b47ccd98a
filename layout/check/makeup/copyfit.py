"""The copyfit table: how much every story and table is over or under, as an editor says it."""

from collections.abc import Iterable, Iterator
from typing import Final

from layout.check.makeup.drawn import in_frames
from layout.check.makeup.subject import Subject
from layout.flow.copyfit import about
from layout.record import record
from layout.units import ROUNDING, fits, near
from layout.words.said import Language, in_words

_HEADS: Final = (
    "part.head-story", "part.head-block", "part.head-columns", "part.head-lines-room",
    "part.head-count", "part.head-copyfit",
)  # fmt: skip


@record
class FitRow:
    """A story in one block. `over` lines are left off, `empty` ones are free; `characters` is how
    many those hold."""

    node: str
    block: str
    columns: int
    per_line: float
    lines: int
    room: int
    set: int
    over: int
    empty: int
    characters: int
    jumps: str
    nothing: bool  # comes from the page on which the story begins
    down: bool  # its text runs down, in tiers

    @property
    def shape(self) -> str:
        """Its columns and the characters of a line: 3×15, 4×16.25."""
        quarters = near(4 * self.per_line, round(4 * self.per_line), ROUNDING)
        wide = f"{round(self.per_line, 2):g}" if quarters else f"{self.per_line:.1f}"
        return f"{self.columns}×{wide}"

    @property
    def words(self) -> str:
        """欠 3行 约60字."""
        if self.nothing:
            return "无来文"
        if self.jumps and not self.empty:
            return f"转{self.jumps}版"
        if self.over:
            return f"溢 {self.over}行 {self.characters}字"
        return f"欠 {self.empty}行 约{self.characters}字" if self.empty else "正好"

    def as_json(self) -> dict[str, object]:
        """The stable JSON form."""
        return {
            "story": self.node,
            "block": self.block,
            "columns": self.columns,
            "characters_per_line": round(self.per_line, 3),
            "lines": self.lines,
            "room": self.room,
            "characters": self.set,
            "over_lines": self.over,
            "empty_lines": self.empty,
            "about_characters": self.characters if self.over or self.empty else 0,
            "says": self.words,
        }


@record
class TableRow:
    """A table in its block, in lines of the grid: `over` are those it has too few, `empty` free."""

    node: str  # its file
    block: str
    columns: int
    rows: int
    room: int
    set: int  # characters
    over: int
    empty: int

    @property
    def lines(self) -> int:
        """Those it takes."""
        return self.room + self.over - self.empty

    @property
    def shape(self) -> str:
        """Its columns and rows: 6列60行."""
        return f"{self.columns}列{self.rows}行"

    @property
    def words(self) -> str:
        """空 3行."""
        if self.over:
            return f"缺 {self.over}行"
        return f"空 {self.empty}行" if self.empty else "正好"

    def as_json(self) -> dict[str, object]:
        """The stable JSON form."""
        return {
            "table": self.node,
            "block": self.block,
            "columns": self.columns,
            "rows": self.rows,
            "lines": self.lines,
            "room": self.room,
            "characters": self.set,
            "over_lines": self.over,
            "empty_lines": self.empty,
            "says": self.words,
        }


def table_rows(subject: Subject) -> Iterator[TableRow]:
    """A row for each table, in reading order."""
    places = {block.id: block.rect for block in subject.page.blocks}
    for facts in subject.tables:
        yield TableRow(
            node=facts.file,
            block=facts.block,
            columns=facts.columns,
            rows=facts.rows,
            room=round(places[facts.block].height / subject.page.grid.pitch),
            set=facts.characters,
            over=facts.over,
            empty=facts.empty,
        )


def fit_rows(subject: Subject) -> Iterator[FitRow]:
    """A row for each block of a story, in reading order. The line of a by-line is not empty; those
    of a note at the foot and of jump lines are none of the room, as composing has it."""
    inside = in_frames(subject.page, subject.lines)
    for fit in subject.page.fits:
        own = [k for k, frame in enumerate(subject.page.frames) if frame.block == fit.block]
        taken = sum(_furniture(subject, k) for k in own)
        lines = sum(len(inside[k]) for k in own) if own else fit.lines
        empty = max(0, fit.room - lines - taken) if not fit.over_lines or fit.jumps else 0
        empty = 0 if fit.nothing else empty
        over = fit.over_lines and not fit.jumps
        yield FitRow(
            node=fit.node,
            block=fit.block,
            columns=fit.columns,
            per_line=fit.per_line,
            lines=lines,
            room=fit.room,
            set=fit.characters,
            over=0 if fit.jumps else fit.over_lines,
            empty=empty,
            characters=fit.over_characters if over else about(empty * fit.per_line),
            jumps=fit.jumps,
            nothing=fit.nothing,
            down=any(line.vertical for k in own for line in inside[k]),
        )


def _furniture(subject: Subject, index: int) -> int:
    """Lines of a by-line that stand in a column's place for text."""
    frame = subject.page.frames[index]
    levels = {
        round(line.baseline, 1)
        for line in subject.lines
        if line.facts is None
        and line.part == "byline"
        and frame.rect.x - 0.5 <= line.rect.x + line.rect.width / 2 <= frame.rect.right + 0.5
        and fits(frame.rect.y, line.rect.y + line.rect.height / 2)
        and fits(line.rect.y + line.rect.height / 2, frame.rect.bottom)
    }
    return len(levels)


def table(rows: Iterable[FitRow | TableRow], lang: Language = "en") -> list[tuple[str, ...]]:
    """The table as cells, its head first."""
    out: list[tuple[str, ...]] = [in_words(_HEADS, lang)]
    for row in rows:
        out.append(
            (
                row.node.rpartition("/")[2],
                row.block,
                row.shape,
                f"{row.lines}/{row.room}",
                str(row.set),
                row.words,
            )
        )
    return out
