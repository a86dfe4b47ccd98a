"""What is written beside a mark: its number, and the new words or what else is asked."""

from collections.abc import Iterator
from typing import Final

from layout.display.items import Item
from layout.geometry import Rect
from layout.proof.layers.layer import CorrectionMark
from layout.proof.layers.marking.signs import loop
from layout.proof.marks import READING, Letters
from layout.record import record
from layout.units import EM_ASCENT

WORDS_PT: Final = 9.0
NUMBER_PT: Final = 8.4
"""Over 11 pixels at 96 an inch: it is read on a screen at its true size."""
ROW_PT: Final = 10.6
HIGH_PT: Final = 1.16 * NUMBER_PT
"""Of a number on its ground."""
GAP_PT: Final = 1.6
"""Between a number and the words."""
WIDEST_PT: Final = 150.0
"""Of a row of words."""
TALLEST: Final = 18
"""Characters one under the other."""
ASKED: Final = "？"


@record
class LabelShape:
    """A way to write what is beside a mark, and its size: the words in `rows` behind the number, or
    `down`, one character under the other below it. `sign` is that of a deletion."""

    number: int
    rows: tuple[str, ...]
    down: bool
    sign: bool
    width: float
    height: float


def shapes(mark: CorrectionMark, letters: Letters) -> tuple[LabelShape, ...]:
    """The ways to write what is beside a mark, the best to read first."""
    words = "" if mark.mark in ("delete", "transpose") else " ".join(mark.words.split())
    if mark.mark == "query":
        words = ASKED + words
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
            made.append(
                LabelShape(
                    number=mark.number, rows=(), down=True, sign=True,
                    width=max(tag, WORDS_PT), height=HIGH_PT + GAP_PT + WORDS_PT,
                )
            )  # fmt: skip
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
        out.append(
            LabelShape(
                number=mark.number, rows=tuple(words), down=True, sign=False,
                width=max(tag, WORDS_PT), height=HIGH_PT + GAP_PT + ROW_PT * len(words),
            )
        )  # fmt: skip
    return tuple(out)


def number_alone(mark: CorrectionMark, letters: Letters) -> LabelShape:
    """The number, where there is no room for more."""
    return LabelShape(
        number=mark.number, rows=(), down=False, sign=False,
        width=_tag_width(mark.number, letters), height=HIGH_PT,
    )  # fmt: skip


def written(shape: LabelShape, at: tuple[float, float], letters: Letters) -> list[Item]:
    """A label with its upper left corner at a place."""
    x, y = at
    tag = _tag_width(shape.number, letters)
    out: list[Item] = []
    if shape.down:
        middle = x + shape.width / 2
        out += _tag(shape.number, (middle - tag / 2, y), letters)
        top = y + HIGH_PT + GAP_PT
        if shape.sign:
            out.append(loop(middle - WORDS_PT / 2, top, WORDS_PT))
        for k, char in enumerate(shape.rows):
            base = top + ROW_PT * k + EM_ASCENT * WORDS_PT
            out += letters.put(char, (middle, base), WORDS_PT, READING, "center")
        return out
    out += _tag(shape.number, (x, y), letters)
    left = x + tag + GAP_PT
    if shape.sign:
        out.append(loop(left, y, WORDS_PT))
    for k, row in enumerate(shape.rows):
        out += letters.put(row, (left, y + ROW_PT * k + EM_ASCENT * WORDS_PT), WORDS_PT, READING)
    return out


def place_of(shape: LabelShape, at: tuple[float, float]) -> Rect:
    """What a label takes up."""
    return Rect(at[0], at[1], shape.width, shape.height)


def _tag_width(number: int, letters: Letters) -> float:
    return max(letters.width(str(number), NUMBER_PT) + 0.36 * NUMBER_PT, HIGH_PT)


def _tag(number: int, at: tuple[float, float], letters: Letters) -> list[Item]:
    from layout.color import WHITE
    from layout.proof.marks import area

    x, y = at
    width = _tag_width(number, letters)
    base = y + 0.5 * HIGH_PT + 0.36 * NUMBER_PT
    figures = letters.put(str(number), (x + width / 2, base), NUMBER_PT, WHITE, "center")
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
