"""The copyfit table: how much every story and table is over or under, as an editor says it; and
the adverts of the page."""

from collections.abc import Iterable, Iterator
from typing import Final

from layout.check.makeup.drawn import in_frames
from layout.check.makeup.subject import Subject
from layout.flow.copyfit import about
from layout.record import record
from layout.units import ROUNDING, fits, near, to_mm
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
        """欠文约60字（3行）."""
        if self.nothing:
            return "无来文"
        if self.jumps and not self.empty:
            return f"转{self.jumps}版"
        if self.over:
            return f"溢文{self.characters}字（{self.over}行）"
        return f"欠文约{self.characters}字（{self.empty}行）" if self.empty else "正好"

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
        """空3行."""
        if self.over:
            return f"缺{self.over}行"
        return f"空{self.empty}行" if self.empty else "正好"

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


@record
class AdvertRow:
    """An advert in its frame, in millimetres; what was booked; whether its artwork has come."""

    node: str  # its client, else its file
    block: str
    client: str
    booked: str
    width: float
    height: float
    size: tuple[float, float] | None
    file: str
    state: str  # "there", "stands-in", "missing"

    @property
    def words(self) -> str:
        """图稿未到."""
        return {"there": "图稿已到", "stands-in": "图稿代用", "missing": "图稿未到"}[self.state]

    def cells(self) -> tuple[str, ...]:
        """Its row of the table."""
        frame = f"{self.width:.0f}×{self.height:.0f}mm"
        return (self.node, self.block, self.booked or "广告", frame, "", self.words)

    def as_json(self) -> dict[str, object]:
        """The stable JSON form."""
        booked = self.size or (None, None)
        return {
            "advert": self.client,
            "block": self.block,
            "booked": self.booked,
            "width_mm": round(self.width, 1),
            "height_mm": round(self.height, 1),
            "booked_width_mm": round(booked[0], 1) if booked[0] is not None else None,
            "booked_height_mm": round(booked[1], 1) if booked[1] is not None else None,
            "file": self.file,
            "state": self.state,
            "says": self.words,
        }


def advert_rows(subject: Subject) -> Iterator[AdvertRow]:
    """A row for each advert, in reading order."""
    for one in subject.adverts:
        size = (to_mm(one.size[0]), to_mm(one.size[1])) if one.size is not None else None
        state = "stands-in" if one.stands_in else "there"
        yield AdvertRow(
            node=one.client or one.file.rpartition("/")[2] or one.block, block=one.block,
            client=one.client, booked=one.booked, width=to_mm(one.rect.width),
            height=to_mm(one.rect.height), size=size, file=one.file,
            state=state if one.file else "missing",
        )  # fmt: skip


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


def table(
    rows: Iterable[FitRow | TableRow | AdvertRow], lang: Language = "en"
) -> list[tuple[str, ...]]:
    """The table as cells, its head first."""
    out: list[tuple[str, ...]] = [in_words(_HEADS, lang)]
    for row in rows:
        if isinstance(row, AdvertRow):
            out.append(row.cells())
            continue
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
