"""Reads the text form of a page back: see `layout.display.dump`."""

import json
import re
from typing import Any, Final

from layout.color import Color, parse_color
from layout.diagnostics import shown
from layout.display.dump import HEADER
from layout.display.items import (
    BlockPlace,
    Box,
    Frame,
    GlyphRun,
    Grid,
    Item,
    LineFacts,
    Page,
    Path,
    Picture,
    Step,
    StoryFit,
    Stroke,
)
from layout.display.press import PRESS, PressFacts
from layout.errors import BanxinError
from layout.geometry import Rect
from layout.record import fields
from layout.words.said import Said, said

_STRING: Final = r'"(?:[^"\\]|\\.)*"'
_TOKEN = re.compile(rf"({_STRING})|([a-z-]+)=({_STRING}|[^\s\"]+)|([^\s=\"]+)")
_STEP = re.compile(r"([MLCZ])([-0-9.,]*)")
_SPOT = re.compile(r"([^@]+)@(\d{1,3}(?:\.\d{1,6})?) (.+)", re.ASCII | re.DOTALL)
_POINTS: Final = {"M": 2, "L": 2, "C": 6, "Z": 0}
MOST: Final = 1e12
"""Of a number of a dump, and of those of one list together: a page is some thousand points."""
_DETAILS: Final = ("glyphs", "xs", "ys", "clusters", "line")


class DumpError(BanxinError):
    """A text that is no dump, with the number of the line."""


class _Line:
    """One line of a dump: its kind, what stands bare, and its values by name."""

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.indented = text.startswith("  ")
        self.bare: list[str] = []
        self.values: dict[str, list[str]] = {}
        at = 0
        body = text.strip(" ")
        while at < len(body):
            match = _TOKEN.match(body, at)
            if match is None or (match.end() < len(body) and body[match.end()] != " "):
                raise self.fault(said("part.dump-unread", text=repr(shown(body[at:], 30))))
            quoted, name, value, word = match.groups()
            if name:
                self.values.setdefault(name, []).append(self.unquoted(value))
            else:
                self.bare.append(word if quoted is None else self.unquoted(quoted))
            at = match.end() + 1
        self.kind = self.bare.pop(0) if self.bare else ""

    def fault(self, what: Said) -> DumpError:
        return DumpError(said("part.dump-line", line=self.number, fault=what))

    def unquoted(self, value: str) -> str:
        if not value.startswith('"'):
            return value
        try:
            return str(json.loads(value, strict=False))
        except ValueError as exc:
            raise self.fault(said("part.dump-bad-string", text=shown(value, 30))) from exc

    def word(self, name: str, default: str | None = None) -> str:
        found = self.values.get(name)
        if found is None:
            if default is None:
                raise self.fault(said("part.dump-no-value", name=name))
            return default
        return found[0]

    def subject(self) -> str:
        if not self.bare:
            raise self.fault(said("part.dump-no-name", kind=self.kind))
        return self.bare[0]

    def numbers(self, name: str, count: int | None, default: str | None = None) -> list[float]:
        text = self.word(name, default)
        values = self.floats(text.split(",") if text else [])
        if count is not None and len(values) != count:
            raise self.fault(said("part.dump-count", numbers=count, name=name))
        return values

    def floats(self, words: list[str]) -> list[float]:
        try:
            values = [float(word) for word in words]
        except ValueError as exc:
            raise self.fault(said("part.dump-no-numbers", reason=str(exc))) from exc
        if not sum(map(abs, values)) <= MOST:  # one of them is no number, or has no end
            reason = next(
                (word for word, v in zip(words, values, strict=True) if not abs(v) <= MOST), ""
            )
            raise self.fault(said("part.dump-no-numbers", reason=shown(reason, 30)))
        return values

    def ints(self, words: list[str]) -> tuple[int, ...]:
        try:
            return tuple(int(word) for word in words)
        except ValueError as exc:
            raise self.fault(said("part.dump-no-whole-numbers", reason=str(exc))) from exc

    def number_of(self, name: str, default: str | None = None) -> float:
        return self.numbers(name, 1, default)[0]

    def whole(self, name: str) -> int:
        return self.ints([self.word(name)])[0]

    def rect(self, name: str) -> Rect:
        return Rect(*self.numbers(name, 4))

    def color(self, name: str, default: str | None = None) -> Color:
        text = self.word(name, default)
        spot = _SPOT.fullmatch(text)
        color = parse_color(spot[1] if spot else text)
        if color is not None and spot is not None and 0.0 < float(spot[2]) <= 100.0:
            full = Color(color.c, color.m, color.y, color.k, spot=spot[3])
            return full.tinted(float(spot[2]))
        if color is None or spot is not None:
            raise self.fault(said("part.dump-bad-color", text=shown(text, 30)))
        return color


def parse_dump(text: str, known: dict[str, Item] | None = None) -> Page:
    """The page a dump describes. Raises `DumpError` with the line that is wrong.

    `known` keeps the items of dumps by their rows, for one that has most of another's: two states
    of a page.
    """
    rows = text.removesuffix("\n").split("\n")
    if rows[0] != HEADER:
        raise DumpError(said("part.dump-none", text=repr(HEADER)))
    lines = [_Line(number, row) for number, row in enumerate(rows[1:3], 2)]
    if len(lines) < 2 or lines[0].kind != "page" or lines[1].kind != "grid":
        raise DumpError(said("part.dump-no-head"))
    head, grid = lines
    found = _Found({} if known is None else known)
    at = 3
    while at < len(rows):
        details = at + 1
        while details < len(rows) and rows[details].startswith("  "):
            details += 1
        found.take(at + 1, rows[at:details])
        at = details
    width, height = head.numbers("size", 2)
    return Page(
        name=head.subject(),
        title=head.word("title"),
        date=head.word("date"),
        width=width,
        height=height,
        bleed=head.number_of("bleed"),
        fold=head.number_of("fold", "0"),
        grid=_grid(grid),
        press=found.press,
        items=tuple(found.items),
        frames=tuple(found.frames),
        blocks=tuple(found.blocks),
        fits=tuple(found.fits),
    )


class _Found:
    """What the lines of a dump describe, in order."""

    def __init__(self, known: dict[str, Item]) -> None:
        self._known = known
        self.blocks: list[BlockPlace] = []
        self.fits: list[StoryFit] = []
        self.frames: list[Frame] = []
        self.items: list[Item] = []
        self.press = PRESS

    def take(self, number: int, rows: list[str]) -> None:
        """What a row describes with the indented ones below it; `number` is that of its line."""
        key = "\n".join(rows)
        item = self._known.get(key)
        if item is not None:
            self.items.append(item)
            return
        before = len(self.items)
        line, *below = (_Line(number + k, row) for k, row in enumerate(rows))
        self.add(line, below)
        if len(self.items) > before:
            self._known[key] = self.items[-1]

    def add(self, line: _Line, below: list[_Line]) -> None:
        """What a line describes, with the indented ones below it, which only a run may have."""
        match line.kind:
            case "block":
                self.blocks.append(_block(line))
            case "fit":
                self.fits.append(_fit(line))
            case "press":
                self.press = _press(line)
            case "frame":
                self.frames.append(_frame(line))
            case "run":
                self.items.append(_run(line, below))
            case "box":
                self.items.append(_box(line))
            case "stroke":
                self.items.append(_stroke(line))
            case "path":
                self.items.append(_path(line))
            case "picture":
                self.items.append(_picture(line))
            case _:
                raise line.fault(said("part.dump-no-item", text=repr(shown(line.kind, 30))))
        if below and line.kind != "run":
            raise below[0].fault(said("part.dump-no-details"))


def _grid(line: _Line) -> Grid:
    """The page's grid: its type area, its columns, its lines."""
    columns = [line.floats(pair.split(",")) for pair in line.values.get("column", [])]
    if any(len(column) != 2 for column in columns):
        raise line.fault(said("part.dump-two-edges"))
    return Grid(
        type_area=line.rect("area"),
        columns=tuple((left, right) for left, right in columns),
        pitch=line.number_of("pitch"),
        lines=line.whole("lines"),
        baseline=line.number_of("baseline"),
    )


def _press(line: _Line) -> PressFacts:
    """What the press takes: texts and numbers, by the names of the facts."""
    facts: dict[str, Any] = {}
    for field in fields(PressFacts):
        name = field.name.replace("_", "-")
        if name in line.values:
            kind = type(field.default)
            facts[field.name] = line.word(name) if kind is str else kind(line.number_of(name))
    return PressFacts(**facts)


def _block(line: _Line) -> BlockPlace:
    return BlockPlace(
        id=line.subject(),
        kind=line.word("kind"),
        rect=line.rect("at"),
        node=line.word("node", ""),
        boxed="boxed" in line.bare[1:],
    )


def _fit(line: _Line) -> StoryFit:
    return StoryFit(
        block=line.subject(),
        node=line.word("node", ""),
        columns=line.whole("columns"),
        lines=line.whole("lines"),
        room=line.whole("room"),
        characters=line.whole("characters"),
        over_lines=line.whole("over-lines"),
        over_characters=line.whole("over-characters"),
        per_line=line.number_of("per-line"),
        jumps=line.word("jumps", ""),
    )


def _frame(line: _Line) -> Frame:
    return Frame(
        node=line.subject(),
        rect=line.rect("at"),
        order=line.whole("order"),
        lines=line.whole("lines"),
        room=line.whole("room"),
        block=line.word("block", ""),
        leading=line.number_of("leading", "0"),
    )


def _box(line: _Line) -> Box:
    return Box(
        rect=line.rect("at"),
        fill=line.color("fill"),
        role=line.word("role", ""),
        node=line.word("node", ""),
    )


def _stroke(line: _Line) -> Stroke:
    x1, y1 = line.numbers("from", 2)
    x2, y2 = line.numbers("to", 2)
    return Stroke(
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        width=line.number_of("width"),
        color=line.color("color"),
        dash=tuple(line.numbers("dash", None, "")),
        round_caps="round" in line.bare,
        node=line.word("node", ""),
    )


def _path(line: _Line) -> Path:
    text = line.word("d")
    steps: list[Step] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise line.fault(said("part.dump-unread-path", text=repr(shown(text[at:], 30))))
        letter, numbers = match.groups()
        points = tuple(line.floats(numbers.split(",") if numbers else []))
        if len(points) != _POINTS[letter] or (not steps and letter != "M"):
            raise line.fault(said("part.dump-step", numbers=_POINTS[letter], letter=letter))
        steps.append((letter, points))
        at = match.end()
    return Path(
        steps=tuple(steps),
        color=line.color("color"),
        width=line.number_of("width", "0"),
        filled="filled" in line.bare,
        round="round" in line.bare,
        node=line.word("node", ""),
        role=line.word("role", ""),
    )


def _picture(line: _Line) -> Picture:
    left, top, right, bottom = line.numbers("crop", 4, "0,0,1,1")
    clip = line.numbers("clip", None, "")
    if len(clip) % 2 or len(clip) in (2, 4):
        raise line.fault(said("part.dump-clip"))
    corners = line.numbers("corners", None, "")
    if len(corners) not in (0, 4) or any(radius < 0 for radius in corners):
        raise line.fault(said("part.dump-corners"))
    return Picture(
        rect=line.rect("at"),
        source=line.subject(),
        crop=(left, top, right, bottom),
        alt=line.word("alt", ""),
        stands_in="stands-in" in line.bare[1:],
        node=line.word("node", ""),
        clip=tuple(zip(clip[::2], clip[1::2], strict=True)),
        corners=tuple(corners),
    )


def _run(line: _Line, below: list[_Line]) -> GlyphRun:
    details = {detail.kind: detail for detail in below}
    for detail in below:
        if detail.kind not in _DETAILS:
            raise detail.fault(said("part.dump-no-detail", text=repr(shown(detail.kind, 30))))
    glyphs = details["glyphs"].ints(details["glyphs"].bare) if "glyphs" in details else ()
    xs = tuple(details["xs"].floats(details["xs"].bare)) if "xs" in details else ()
    ys = tuple(details["ys"].floats(details["ys"].bare)) if "ys" in details else ()
    vertical, turned = (word in line.bare[1:] for word in ("vertical", "turned"))
    clusters = tuple(range(len(glyphs)))
    if "clusters" in details:
        clusters = details["clusters"].ints(details["clusters"].bare)
    if not len(glyphs) == len(xs) == len(clusters):
        raise line.fault(said("part.dump-pens"))
    if len(ys) != (len(glyphs) if vertical else 0):
        raise line.fault(said("part.dump-ys"))
    if turned and not vertical:
        raise line.fault(said("part.dump-turned"))
    x, y = line.numbers("at", 2)
    return GlyphRun(
        face=line.word("face"),
        size=line.number_of("size"),
        x=x,
        y=y,
        glyphs=glyphs,
        xs=xs,
        clusters=clusters,
        text=line.subject(),
        width=line.number_of("width"),
        color=line.color("color", "K100"),
        h_scale=line.number_of("h-scale", "1"),
        stroke_em=line.number_of("stroke-em", "0"),
        node=line.word("node", ""),
        line=_facts(details["line"]) if "line" in details else None,
        vertical=vertical,
        turned=turned,
        ys=ys,
        hollow="hollow" in line.bare[1:],
    )


def _facts(line: _Line) -> LineFacts:
    return LineFacts(
        measure=line.number_of("measure"),
        natural=line.number_of("natural"),
        set=line.number_of("set"),
        tier=line.word("tier", ""),
        gap_em=line.number_of("gap-em", "0"),
        last="last" in line.bare,
        reasons=tuple(line.values.get("reason", ())),
        why=line.word("why", ""),
    )
