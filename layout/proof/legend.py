"""What the marks of a proof mean, at the foot of the sheet, with the page's figures."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from layout.color import Color
from layout.display.items import Item, Page
from layout.geometry import Rect
from layout.proof.marks import (
    BASELINE,
    BLOCK,
    CLASSES,
    COLUMN,
    DONE,
    EMPTY,
    FRAME,
    GAVE,
    GRAVE,
    GRID_LINE,
    GUTTER,
    LOOSE,
    OVER,
    READING,
    SCALE,
    THREAD,
    TIGHT,
    TIGHT_FIGURE,
    WORDS,
    Letters,
    area,
    outline,
)
from layout.proof.setlines import PageLine
from layout.units import to_mm
from layout.words.said import Language, Said, said

_SIZE: Final = 7.0
_STEP: Final = 12.0
_LEAST_STEP: Final = 8.5
_TIGHT_DROP: Final = 16.0  # to it, where rows stand closer: the numbers of the columns between
_SMALL: Final = 5.2  # the faces of the page, which are many words
_SMALL_STEP: Final = 7.5
_SMALL_GAP: Final = 2.0
_SWATCH: Final = 12.0
_DROP: Final = 31.0  # from the type area to the first line

_KINDS: Final = {
    "open": "part.layer-class-open",
    "close": "part.layer-class-close",
    "pause": "part.layer-class-pause",
    "stop": "part.layer-class-stop",
    "other": "part.layer-class-other",
    "latin": "part.layer-class-latin",
    "digit": "part.layer-class-digit",
}
# overlay, colour of the swatch, key of what it means
KEYS: Final[tuple[tuple[str, Color, str], ...]] = (
    ("grid", COLUMN, "part.proof-column"),
    ("grid", GUTTER, "part.proof-gutter"),
    ("grid", GRID_LINE, "part.layer-grid-edge"),
    ("baselines", BASELINE, "part.proof-baseline"),
    ("lines", GRID_LINE, "part.proof-fifth-line"),
    ("blocks", BLOCK, "part.proof-block"),
    ("frames", FRAME, "part.proof-frame"),
    ("frames", EMPTY, "part.proof-empty"),
    ("unfit", OVER, "part.layer-unfit"),
    ("loose", LOOSE[2][1], "part.proof-loose-5"),
    ("loose", LOOSE[1][1], "part.proof-loose-8"),
    ("loose", LOOSE[0][1], "part.proof-loose-12"),
    ("loose", TIGHT, "part.proof-squeezed"),
    ("threads", THREAD, "part.layer-thread"),
    *(("classes", CLASSES[kind], meaning) for kind, meaning in _KINDS.items()),
    ("squeezes", GAVE[1][1], "part.layer-gave-quarter"),
    ("squeezes", GAVE[0][1], "part.layer-gave-half"),
    ("squeezes", TIGHT_FIGURE, "part.layer-gave-tier"),
    ("findings", GRAVE["error"], "part.error"),
    ("findings", GRAVE["warning"], "part.warning"),
    ("findings", GRAVE["info"], "part.info"),
    ("corrections", READING, "part.layer-correction"),
    ("corrections", DONE, "part.layer-correction-done"),
)


def legend(
    page: Page,
    letters: Letters,
    show: Collection[str],
    lines: Collection[PageLine],
    faces: Sequence[str] = (),
    *,
    lang: Language = "en",
) -> list[Item]:
    """The page's name and figures in one line, the keys of the overlays shown in the next, and
    then which faces draw the page."""
    zone = page.grid.type_area
    keys: list[tuple[float, int, Color, str]] = []
    x, row = zone.x, 1
    for overlay, color, meaning in KEYS:
        if overlay not in show:
            continue
        words = said(meaning).words(lang)
        width = _SWATCH + letters.width(words, _SIZE)
        if x > zone.x and x + width > zone.right:
            x, row = zone.x, row + 1
        keys.append((x, row, color, words))
        x += width + 2 * _SIZE
    row_of_keys = row
    named: list[tuple[float, int, str]] = []
    if faces:
        x, at = zone.x, 1
        for words in faces:
            width = letters.width(words, _SMALL)
            if x > zone.x and x + width > zone.right:
                x, at = zone.x, at + 1
            named.append((x, at, words))
            x += width + 2 * _SMALL
    rows = max((at for _, at, _ in named), default=0)
    # Where the foot margin is small the rows stand closer, then the legend moves up rather than off
    # the sheet.
    room = page.height - _SIZE - zone.bottom - _TIGHT_DROP - rows * _SMALL_STEP - _SMALL_GAP
    step = max(_LEAST_STEP, min(_STEP, room / row))
    top = min(
        zone.bottom + _DROP, page.height - _SIZE - row * step - rows * _SMALL_STEP - _SMALL_GAP
    )
    items: list[Item] = []
    x = zone.x
    for fact in summary(page, lines, lang):
        items += letters.put(fact, (x, top), _SIZE, WORDS)
        x += letters.width(fact, _SIZE) + 2 * _SIZE
    for x, row, color, words in keys:
        y = top + row * step
        swatch = Rect(x, y - 5.6, 9.0, 6.4)
        items += [area(swatch, color), *outline(swatch, SCALE)]
        items += letters.put(words, (x + _SWATCH, y), _SIZE, WORDS)
    for x, at, words in named:
        y = top + row_of_keys * step + at * _SMALL_STEP + _SMALL_GAP
        items += letters.put(words, (x, y), _SMALL, WORDS)
    return items


def summary(page: Page, lines: Iterable[PageLine], lang: Language = "en") -> tuple[str, ...]:
    """The page in a few words each: size, grid, lines set, how many are loose or tight."""
    lines = tuple(lines)
    grid = page.grid
    facts: list[Said | str] = [
        said("part.proof-name", page=page.name),
        page.date,
        said("part.proof-size", width_mm=to_mm(page.width), height_mm=to_mm(page.height)),
        said("part.proof-grid", columns=len(grid.columns), lines=grid.lines)
        if grid.columns
        else said(
            "part.proof-grid-across",
            width_em=round(grid.type_area.width / grid.em, 2),
            lines=grid.lines,
        ),
    ]
    if page.frames:
        used, room = sum(f.lines for f in page.frames), sum(f.room for f in page.frames)
        count = len(page.frames)
        facts.append(said("part.proof-frames", frames=count, lines=used, room=room))
    if lines:
        loose, tight = sum(line.loose for line in lines), sum(line.tight for line in lines)
        told = said("part.proof-lines", loose=loose, squeezed=tight, lines=len(lines))
        facts.append(told)
    return tuple([f.words(lang) if isinstance(f, Said) else f for f in facts if f])
