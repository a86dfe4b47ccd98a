"""Printer's marks: where they stand, what they are painted with."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from layout.color import Color
from layout.display.press import MARKS
from layout.record import replace
from layout.render.press.lettering import Lettering
from layout.render.press.marks import (
    ALL,
    HAIR,
    PATCH,
    DrawnMarks,
    MarkedSheet,
    draw_marks,
    strip_paints,
)
from layout.units import mm

SPOT = Color(100, 60, 0, 0, "PANTONE 286 C")
WORDS = Lettering()


@dataclass(frozen=True)
class Painted:
    """What one operator paints: its box from the trim's lower left, how, with what."""

    box: tuple[float, float, float, float]
    how: str
    paint: str


def painted(marks: DrawnMarks) -> Iterator[Painted]:
    """The marks as a reader of ISO 32000-1, 8.5 finds them."""
    matrix, kept = (1.0, 0.0, 0.0), []
    fill = stroke = ""
    numbers: list[float] = []
    points: list[tuple[float, float]] = []
    width, space = 1.0, ""
    for token in marks.content.decode("ascii").replace("[3 1.5] 0 d", "").split():
        if re.fullmatch(r"-?[\d.]+", token):
            numbers.append(float(token))
            continue
        scale, dx, dy = matrix
        if token.startswith("/"):
            space = token
            continue
        if token in ("m", "l", "c"):
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points += [(dx + scale * x, dy + scale * y) for x, y in pairs]
        elif token == "re":
            x, y, wide, high = numbers
            points += [(x, y), (x + wide, y + high)]
        elif token == "cm":
            matrix = (numbers[0], numbers[4], numbers[5])
        elif token in ("q", "Q"):
            kept.append(matrix) if token == "q" else None
            matrix = kept.pop() if token == "Q" else matrix
        elif token == "k":
            fill = " ".join(f"{v:g}" for v in numbers)
        elif token in ("scn", "SCN"):
            name = marks.spots[int(space[2:])].spot
            fill, stroke = (f"{name} {numbers[0]:g}", stroke) if token == "scn" else (fill, name)
        elif token == "w":
            (width,) = numbers
        elif token in ("f", "S"):
            half = width / 2 if token == "S" else 0.0
            xs, ys = [x for x, _ in points], [y for _, y in points]
            grow = [half if min(v) == max(v) else 0.0 for v in (xs, ys)]
            box = (
                min(xs) - grow[0], min(ys) - grow[1], max(xs) + grow[0], max(ys) + grow[1],
            )  # fmt: skip
            yield Painted(box, token, fill if token == "f" else stroke)
            points = []
        elif token not in ("h", "cs", "CS", "n"):
            raise AssertionError(token)
        numbers = []


SHEETS = {
    "broadsheet": MarkedSheet(width=mm(390), height=mm(543), bleed=mm(3), slug=("某报", "版面 B1")),
    "sheet": MarkedSheet(
        width=mm(780), height=mm(543), bleed=mm(3), folds=(mm(390),), spots=(SPOT,),
        slug=("某报", "版面 B4｜B1", "日期 2019-09-20"),
    ),
    "no bleed": MarkedSheet(width=mm(200), height=mm(280), bleed=0.0, slug=("某报",)),
    "card": MarkedSheet(width=mm(54), height=mm(30), bleed=mm(2), slug=("一张很小的报", "版面 1")),
    "stamp": MarkedSheet(width=mm(8), height=mm(8), bleed=mm(5), slug=("一张很小的报纸",)),
    "wide bleed": MarkedSheet(width=mm(200), height=mm(280), bleed=mm(12), slug=("某报",)),
}  # fmt: skip
ASKED = [MARKS, *[(kind,) for kind in MARKS]]


@pytest.mark.parametrize("asked", ASKED, ids="+".join)
@pytest.mark.parametrize("name", SHEETS)
def test_marks_stand_outside_of_the_bleed_and_the_media_ends_with_them(
    name: str, asked: tuple[str, ...]
) -> None:
    sheet = SHEETS[name]
    marks = draw_marks(sheet, asked, WORDS)
    bleed = sheet.bleed
    left, bottom, right, top = marks.room
    wide, high = sheet.width + bleed, sheet.height + bleed
    reach = [-bleed, -bleed, wide, high]
    for mark in painted(marks):
        x1, y1, x2, y2 = mark.box
        inside = min(x2, wide) - max(x1, -bleed) > 0 and min(y2, high) - max(y1, -bleed) > 0
        assert not inside, mark
        if mark.how == "S":  # lines begin at their distance, from the trim and from the bleed
            away = max(-x2, x1 - sheet.width, -y2, y1 - sheet.height)
            assert away > max(6.0, bleed + mm(1)) - 0.01
        reach = [min(reach[0], x1), min(reach[1], y1), max(reach[2], x2), max(reach[3], y2)]
    if asked == ("slug",):  # an em that no letter fills
        assert reach[1] >= -bleed - bottom
        assert reach[2] <= wide + right
        return
    assert left == pytest.approx(-bleed - reach[0], abs=0.001)
    assert top == pytest.approx(reach[3] - high, abs=0.001)
    assert right >= reach[2] - wide - 0.001
    assert bottom >= -bleed - reach[1] - 0.001


@pytest.mark.parametrize("name", SHEETS)
def test_no_mark_lies_on_another(name: str) -> None:
    marks = list(painted(draw_marks(SHEETS[name], MARKS, WORDS)))
    fields = [mark for mark in marks if mark.how == "f"]
    for one, other in itertools.combinations(fields, 2):
        assert not _meet(one, other), (one, other)
    for field, line in itertools.product(fields, [mark for mark in marks if mark.how == "S"]):
        assert not _meet(field, line), (field, line)


def _meet(one: Painted, other: Painted) -> bool:
    a, b = one.box, other.box
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01


def test_crop_marks_point_at_the_corners_of_the_trim() -> None:
    sheet = SHEETS["broadsheet"]
    lines = [m.box for m in painted(draw_marks(sheet, ["crop"], WORDS))]
    level = {round((b[1] + b[3]) / 2, 3) for b in lines if b[3] - b[1] < 2 * HAIR}
    upright = {round((b[0] + b[2]) / 2, 3) for b in lines if b[2] - b[0] < 2 * HAIR}
    assert len(lines) == 8
    assert sorted(level) == pytest.approx([0.0, sheet.height], abs=0.01)
    assert sorted(upright) == pytest.approx([0.0, sheet.width], abs=0.01)


def test_a_fold_has_marks_and_the_targets_make_way_for_them() -> None:
    sheet = SHEETS["sheet"]
    lines = [m.box for m in painted(draw_marks(sheet, ["crop", "registration"], WORDS))]
    middles = [round((b[0] + b[2]) / 2, 2) for b in lines if b[2] - b[0] < 2 * HAIR]
    assert middles.count(round(mm(390), 2)) == 2
    assert middles.count(round(mm(195), 2)) == middles.count(round(mm(585), 2)) == 2


def test_without_a_bleed_there_are_no_bleed_marks() -> None:
    assert list(painted(draw_marks(SHEETS["no bleed"], ["bleed"], WORDS))) == []
    assert draw_marks(SHEETS["no bleed"], ["bleed"], WORDS).room == (0.0, 0.0, 0.0, 0.0)


def test_lines_and_words_are_on_every_plate_and_a_name_on_its_own() -> None:
    marks = list(painted(draw_marks(SHEETS["sheet"], MARKS, WORDS)))
    assert {m.paint for m in marks if m.how == "S"} == {"All"}
    words = [m.paint for m in marks if m.how == "f" and m.box[3] < 0]
    assert words == [
        "All 1", "All 1", "All 1", "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "PANTONE 286 C 1",
    ]  # fmt: skip


def test_the_control_strip_has_solids_tints_overprints_and_greys() -> None:
    marks = list(painted(draw_marks(SHEETS["sheet"], ["strip"], WORDS)))
    for mark in marks:
        assert mark.box[2] - mark.box[0] == pytest.approx(PATCH, abs=0.001)
        assert mark.box[3] - mark.box[1] == pytest.approx(PATCH, abs=0.001)
    assert mm(5) <= PATCH
    paints = [m.paint for m in marks]
    for ink in ("{} 0 0 0", "0 {} 0 0", "0 0 {} 0", "0 0 0 {}", "PANTONE 286 C {}"):
        assert {ink.format(v) for v in ("1", "0.8", "0.4")} <= set(paints)
    assert {"1 1 0 0", "1 0 1 0", "0 1 1 0", "1 1 1 0"} <= set(paints)
    assert len(paints) == len(strip_paints([SPOT])) == 15 + 4 + 6
    assert ALL.spot not in " ".join(paints)


def test_another_press_has_other_greys() -> None:
    greys = ((50.0, Color(c=50, m=40, y=40)),)
    sheet = replace(SHEETS["broadsheet"], greys=greys)
    paints = [m.paint for m in painted(draw_marks(sheet, ["strip"], WORDS))]
    assert paints[-2:] == ["0 0 0 0.5", "0.5 0.4 0.4 0"]
    assert len(paints) == 12 + 4 + 2
