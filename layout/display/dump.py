"""The stable text form of a page: what tests compare and people read in a diff.

A line an item, in the order of painting; a run's glyphs, pens and facts stand indented below it.
Lengths are points with at most three decimals, colours are inks, and what has its default value is
left out. `parse_dump` reads the form back: writing what was read gives the same text, and a page
read back differs from the one written by rounding, and its lines know neither their `Passage` nor
their frame: these lead back to where a line comes from, and are none of what is printed.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from layout.color import BLACK, Color
from layout.display.items import Box, GlyphRun, Item, LineFacts, Page, Path, Picture, Step, Stroke
from layout.display.press import PRESS, PressFacts
from layout.geometry import Rect
from layout.record import fields

HEADER: Final = "banxin-dump 1"
_BARE = re.compile(r"[A-Za-z0-9_.:@/+#-]+")


def dump(page: Page) -> str:
    """A page as text, with a line end after the last line."""
    return head_text(page) + "".join([item_text(item) for item in page.items])


def head_text(page: Page) -> str:
    """The lines of a page before those of its items."""
    return "\n".join(_head(page)) + "\n"


def item_text(item: Item) -> str:
    """The lines of one item. For who keeps them from one making of a page to the next."""
    return "\n".join(_item(item)) + "\n"


def _head(page: Page) -> Iterator[str]:
    yield HEADER
    yield (
        f"page {_word(page.name)} date={_word(page.date)} size={_list(page.width, page.height)}"
        f" bleed={_num(page.bleed)}"
        + (f" fold={_num(page.fold)}" if page.fold else "")
        + f" title={_word(page.title)}"
    )
    grid = page.grid
    columns = " ".join(f"column={_list(left, right)}" for left, right in grid.columns)
    yield (
        f"grid area={_rect(grid.type_area)} pitch={_num(grid.pitch)} lines={grid.lines}"
        f" baseline={_num(grid.baseline)} {columns}".rstrip()
    )
    if page.press != PRESS:
        yield f"press{_press(page.press)}"
    for block in page.blocks:
        boxed = " boxed" if block.boxed else ""
        yield (
            f"block {_word(block.id)} at={_rect(block.rect)} kind={_word(block.kind)}{boxed}"
            f"{_node(block.node)}"
        )
    for frame in page.frames:
        yield (
            f"frame {_word(frame.node)} at={_rect(frame.rect)} order={frame.order}"
            f" lines={frame.lines} room={frame.room}"
            + (f" block={_word(frame.block)}" if frame.block else "")
            + (f" leading={_num(frame.leading)}" if frame.leading else "")
        )
    for fit in page.fits:
        jumps = f" jumps={_word(fit.jumps)}" if fit.jumps else ""
        yield (
            f"fit {_word(fit.block)} columns={fit.columns} lines={fit.lines} room={fit.room}"
            f" characters={fit.characters} over-lines={fit.over_lines}"
            f" over-characters={fit.over_characters} per-line={_num(fit.per_line)}{jumps}"
            f"{_node(fit.node)}"
        )


def _press(press: PressFacts) -> str:
    """What is not as it is of a press of which nothing is said, by the names of the facts."""
    out = ""
    for field in fields(PressFacts):
        value = getattr(press, field.name)
        if value != field.default:
            written = _word(value) if isinstance(value, str) else _num(value)
            out += f" {field.name.replace('_', '-')}={written}"
    return out


def _item(item: Item) -> Iterator[str]:
    match item:
        case GlyphRun():
            yield from _run(item)
        case Box():
            role = f" role={_word(item.role)}" if item.role else ""
            yield f"box at={_rect(item.rect)} fill={_color(item.fill)}{role}{_node(item.node)}"
        case Stroke():
            dash = f" dash={_list(*item.dash)}" if item.dash else ""
            caps = " round" if item.round_caps else ""
            yield (
                f"stroke from={_list(item.x1, item.y1)} to={_list(item.x2, item.y2)}"
                f" width={_num(item.width)} color={_color(item.color)}{dash}{caps}"
                f"{_node(item.node)}"
            )
        case Path():
            width = f" width={_num(item.width)}" if _num(item.width) != "0" else ""
            marks = f"{' filled' if item.filled else ''}{' round' if item.round else ''}"
            marks += f" role={_word(item.role)}" if item.role else ""
            yield (
                f"path d={_steps(item.steps)} color={_color(item.color)}{width}{marks}"
                f"{_node(item.node)}"
            )
        case Picture():
            crop = f" crop={_fractions(item.crop)}" if item.crop != (0.0, 0.0, 1.0, 1.0) else ""
            alt = f" alt={_word(item.alt)}" if item.alt else ""
            stand_in = " stands-in" if item.stands_in else ""
            clip = f" clip={_list(*[v for xy in item.clip for v in xy])}" if item.clip else ""
            clip += f" corners={_list(*item.corners)}" if item.corners else ""
            yield (
                f"picture {_word(item.source)} at={_rect(item.rect)}{crop}{alt}{stand_in}{clip}"
                f"{_node(item.node)}"
            )


def _run(run: GlyphRun) -> Iterator[str]:
    color = f" color={_color(run.color)}" if run.color != BLACK else ""
    scale = f" h-scale={_num(run.h_scale)}" if _num(run.h_scale) != "1" else ""
    stroke = f" stroke-em={_num(run.stroke_em)}" if _num(run.stroke_em) != "0" else ""
    down = f" vertical{' turned' if run.turned else ''}" if run.vertical else ""
    down += " hollow" if run.hollow else ""
    yield (
        f"run {json.dumps(run.text, ensure_ascii=False)} at={_list(run.x, run.y)}"
        f" face={_word(run.face)} size={_num(run.size)} width={_num(run.width)}"
        f"{color}{scale}{stroke}{down}{_node(run.node)}"
    )
    yield "  glyphs " + " ".join(map(str, run.glyphs))
    yield "  xs " + " ".join(map(_num, run.xs))
    if run.vertical:
        yield "  ys " + " ".join(map(_num, run.ys))
    if run.clusters != tuple(range(len(run.glyphs))):
        yield "  clusters " + " ".join(map(str, run.clusters))
    if run.line is not None:
        yield _facts(run.line)


def _facts(line: LineFacts) -> str:
    gap = f" gap-em={_num(line.gap_em)}" if _num(line.gap_em) != "0" else ""
    tier = f" tier={_word(line.tier)}" if line.tier else ""
    reasons = "".join(f" reason={_word(reason)}" for reason in line.reasons)
    why = f" why={_word(str(line.why))}" if line.why else ""
    return (
        f"  line measure={_num(line.measure)} natural={_num(line.natural)} set={_num(line.set)}"
        f"{gap}{tier}{' last' if line.last else ''}{reasons}{why}"
    )


def _num(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _list(*values: float) -> str:
    return ",".join(map(_num, values))


def _steps(steps: tuple[Step, ...]) -> str:
    return "".join([letter + _list(*points) for letter, points in steps])


def _fractions(values: tuple[float, ...]) -> str:
    """Parts of a picture: six decimals, a tenth of a pixel of the largest."""
    return ",".join(f"{v:.6f}".rstrip("0").rstrip(".") or "0" for v in values)


def _rect(rect: Rect) -> str:
    return _list(rect.x, rect.y, rect.width, rect.height)


def _color(color: Color) -> str:
    if color.spot:  # the ink's alternate at full strength, how much is laid, and its name
        return json.dumps(f"{_inks(color.solid)}@{color.tint:g} {color.spot}", ensure_ascii=False)
    return _inks(color)


def _inks(color: Color) -> str:
    return str(Color(color.c, color.m, color.y, color.k)).replace(" ", ",")


def _word(text: str) -> str:
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _node(node: str) -> str:
    return f" node={_word(node)}" if node else ""
