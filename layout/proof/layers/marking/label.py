"""What is written beside a mark: its number, and the new words or what else is asked."""

from collections.abc import Iterator
from typing import Final

from layout.color import WHITE
from layout.display.items import Item
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.signs import Point, loop, tick
from layout.proof.marks import DONE, READING, Letters, area
from layout.record import record, replace
from layout.units import EM_ASCENT

WORDS_PT: Final = 9.0
DOWN_PT: Final = 8.3
"""Of words one under the other: they stand in gutters, which may be no wider than the body."""
NUMBER_PT: Final = 8.4
"""Over 11 pixels at 96 an inch: it is read on a screen at its true size."""
ROW_PT: Final = 10.6
DOWN_ROW_PT: Final = 9.6
HIGH_PT: Final = 1.16 * NUMBER_PT
"""Of a number on its ground."""
HOOK_PT: Final = 6.0
"""A tick before a number."""
GAP_PT: Final = 1.6
"""Between a number and the words."""
WIDEST_PT: Final = 150.0
"""Of a row of words."""
TALLEST: Final = 18
"""Characters one under the other."""
NARROWEST: Final = 0.66
"""Of figures in a gutter."""
ASKED: Final = "？"


@record
class LabelShape:
    """A way to write what is beside a mark, and its size: the words in `rows` behind the number, or
    `down`, one character under the other below it. `sign` is that of a deletion; of a correction
    that is `done` it is a tick before the number."""

    number: int
    rows: tuple[str, ...]
    down: bool
    sign: bool
    width: float
    height: float
    done: bool = False


def shapes(mark: CorrectionMark, letters: Letters) -> tuple[LabelShape, ...]:
    """The ways to write what is beside a mark, the best to read first."""
    if mark.done:
        return (number_alone(mark, letters),)
    words = "" if mark.mark in ("delete", "transpose") else " ".join(mark.words.split())
    if mark.mark == "query":
        words = ASKED + words.rstrip("？? ")  # the sign is not written twice
    words = letters.drawable(words)
    sign = mark.mark == "delete"
    tag = _tag_width(mark.number, letters)
    if not words:
        made = [
            LabelShape(
                number=mark.number, rows=(), down=False, sign=sign,
                width=tag + (GAP_PT + WORDS_PT) * sign, height=HIGH_PT,
            )
        ]  # fmt: skip
        if sign:
            made.append(_down(mark.number, (), letters, sign=True))
        return tuple(made)
    out = []
    for rows in _wrapped(words, letters):
        wide = max(letters.width(row, WORDS_PT) for row in rows)
        if wide <= WIDEST_PT:
            out.append(
                LabelShape(
                    number=mark.number, rows=rows, down=False, sign=False,
                    width=tag + GAP_PT + wide, height=max(HIGH_PT, ROW_PT * len(rows)),
                )
            )  # fmt: skip
    if len(words) <= TALLEST and _upright(words):
        out.append(_down(mark.number, tuple(words), letters))
    return tuple(out)


def _down(
    number: int, chars: tuple[str, ...], letters: Letters, *, sign: bool = False
) -> LabelShape:
    tag = _tag_width(number, letters) * _narrow(number, letters)
    high = DOWN_PT if sign else DOWN_ROW_PT * len(chars)
    return LabelShape(
        number=number, rows=chars, down=True, sign=sign,
        width=max(tag, DOWN_PT), height=HIGH_PT + GAP_PT + high,
    )  # fmt: skip


def number_alone(mark: CorrectionMark, letters: Letters) -> LabelShape:
    """The number, where there is no room for more, or where no more is asked: then with a tick."""
    if mark.done:
        wide = HOOK_PT + GAP_PT + letters.width(str(mark.number), NUMBER_PT)
        return LabelShape(
            number=mark.number, rows=(), down=False, sign=True, width=wide, height=HIGH_PT,
            done=True,
        )  # fmt: skip
    return LabelShape(
        number=mark.number, rows=(), down=False, sign=False,
        width=_tag_width(mark.number, letters), height=HIGH_PT,
    )  # fmt: skip


def written(shape: LabelShape, at: Point, letters: Letters) -> list[Item]:
    """A label with its upper left corner at a place."""
    x, y = at
    if shape.done:
        base = y + 0.5 * HIGH_PT + 0.36 * NUMBER_PT
        number = letters.put(str(shape.number), (x + HOOK_PT + GAP_PT, base), NUMBER_PT, DONE)
        return [tick(x, base - HOOK_PT, HOOK_PT), *number]
    tag = _tag_width(shape.number, letters)
    out: list[Item] = []
    if shape.down:
        middle = x + shape.width / 2
        by = _narrow(shape.number, letters)
        out += _tag(shape.number, (middle - by * tag / 2, y), letters, by)
        top = y + HIGH_PT + GAP_PT
        if shape.sign:
            out.append(loop(middle - DOWN_PT / 2, top, DOWN_PT))
        for k, char in enumerate(shape.rows):
            base = top + DOWN_ROW_PT * k + EM_ASCENT * DOWN_PT
            out += letters.put(char, (middle, base), DOWN_PT, READING, "center")
        return out
    out += _tag(shape.number, (x, y), letters)
    left = x + tag + GAP_PT
    if shape.sign:
        out.append(loop(left, y, WORDS_PT))
    for k, row in enumerate(shape.rows):
        out += letters.put(row, (left, y + ROW_PT * k + EM_ASCENT * WORDS_PT), WORDS_PT, READING)
    return out


def place_of(shape: LabelShape, at: Point) -> Rect:
    """What a label takes up."""
    return Rect(at[0], at[1], shape.width, shape.height)


def _tag_width(number: int, letters: Letters) -> float:
    return letters.width(str(number), NUMBER_PT) + 0.36 * NUMBER_PT


def _narrow(number: int, letters: Letters) -> float:
    """How wide a number is drawn in a gutter, in parts of its own width: one of two figures is
    drawn as narrow as one character."""
    return min(max(DOWN_PT / _tag_width(number, letters), NARROWEST), 1.0)


def _tag(number: int, at: Point, letters: Letters, by: float = 1.0) -> list[Item]:
    """White figures on the proofreader's red, drawn `by` so much of their width."""
    x, y = at
    width = _tag_width(number, letters) * by
    base = y + 0.5 * HIGH_PT + 0.36 * NUMBER_PT
    figures = [
        replace(
            run, x=x + 0.18 * NUMBER_PT * by + (run.x - x) * by, width=run.width * by,
            xs=tuple(place * by for place in run.xs), h_scale=run.h_scale * by,
        )
        for run in letters.put(str(number), (x, base), NUMBER_PT, WHITE)
    ]  # fmt: skip
    return [area(Rect(x, y, width, HIGH_PT), READING), *figures]


def _upright(words: str) -> bool:
    """Whether words can be read one character under the other: no Latin words."""
    return not any(a.isascii() and a.isalpha() for a in words)


def _wrapped(words: str, letters: Letters) -> Iterator[tuple[str, ...]]:
    """The words in one row, in two, and so on, of nearly one length; Latin words are not cut, and
    no row begins with a mark that belongs to the one before it."""
    units = _units(words)
    widths = [letters.width(unit, WORDS_PT) if unit.strip() else WORDS_PT / 3 for unit in units]
    whole = sum(widths)
    seen = set()
    for count in (1, 2, 3, 4, 6, 8, 12):
        measure = whole / count + WORDS_PT * (count > 1)
        rows: list[str] = []
        row, reached = "", 0.0
        for unit, width in zip(units, widths, strict=True):
            if row and reached + width > measure + 0.01 and unit not in "，。；：、？！”’）》 ":
                rows.append(row.strip())
                row, reached = "", 0.0
            row, reached = row + unit, reached + width
        rows.append(row.strip())
        made = tuple(row for row in rows if row)
        if made not in seen:
            seen.add(made)
            yield made


def _units(words: str) -> list[str]:
    """Characters, and Latin words and figures whole."""
    out: list[str] = []
    for char in words:
        joins = char.isascii() and not char.isspace()
        if joins and out and out[-1][-1].isascii() and not out[-1][-1].isspace():
            out[-1] += char
        else:
            out.append(char)
    return out
