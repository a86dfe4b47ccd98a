"""报头: the paper's name with what stands about it, over a rule.

    across   the name on one side or in the middle, the date block on the other, a line of entries
             below them from side to side
    stack    one under the other, for a masthead over some columns
    down     the name runs down beside all the rest, for a narrow one

The Latin name is as wide as the name over it. The day stands large beside the lines of the date, as
high as they are; over them where the name runs down.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic, Place, warning
from layout.flow.furniture.imprint import row_width, spread_row
from layout.flow.pictures.picture import frame_picture
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.align import too_broad, too_high, too_wide
from layout.flow.type.setter import LEAST_SHRINK, UNSEEN_SHRINK, DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.defaults import Rule
from layout.spec.resolve.resolved import RBlock, RMasthead, RPicture, StyledText
from layout.units import EM_ASCENT, fits
from layout.words.said import said

if TYPE_CHECKING:  # loaded where a masthead has codes
    from layout.flow.furniture.coderow import CodeRow

CAPS: Final = 0.74
"""em: height of figures and capitals."""
LATIN_GAP: Final = 0.08
"""em of the name, to the Latin name under it."""
BLOCK_GAP: Final = 2.0
"""em of the date's type, between the name and the date block."""
DAY_GAP: Final = 0.7
"""em of the date's type, between the day and the lines beside it or under it."""
LEADING: Final = 1.45
"""em, from line to line of the date."""
NOTE_LEADING: Final = 1.55
RULE_AIR: Final = 0.55
"""em of the type over a rule, between them."""
SIDE_GAP: Final = 0.35
"""em of a name that runs down, to what stands beside it."""
PART_GAP: Final = 0.9
"""em of the date's type, at least, between two parts of a stack."""
MOST_SPACED: Final = 0.7
"""em, at most, between two letters of a Latin name: with more they are no words."""
BLANK: Final = 0.25
"""em: a blank between two words of it, besides what the letters are apart."""
DATE_BLOCK: Final = "part.the-date-block"
LOGO_SHAPE: Final = (4.0, 1.0)
"""Width and height of a lettering that is not there yet."""


def make_masthead(setter: Setter, block: RBlock, spec: RMasthead) -> Made:
    """The masthead in its block."""
    bare = block.inner == block.rect
    return _Masthead(setter, spec, block.id, block.place, bare=bare).make(block.inner)


def masthead_height(setter: Setter, spec: RMasthead, width: float) -> float:
    """Points that a masthead takes in `width` points, without white around it."""
    return _Masthead(setter, spec, "", Place("")).height(width)


@record(kw_only=False)
class MastheadPart:
    """Lines with their places from a part's top left; `logo` fills `tall` points over them."""

    lines: Sequence[tuple[DisplayLine, float, float]]
    width: float
    height: float
    node: str = "date"
    logo: RPicture | None = None
    tall: float = 0.0
    found: Sequence[Diagnostic] = ()
    codes: "CodeRow | None" = None


class _Masthead:
    """Makes one masthead: what is drawn, and what is told of it."""

    def __init__(
        self, setter: Setter, spec: RMasthead, node: str, place: Place, *, bare: bool = False
    ) -> None:
        self._setter = setter
        self._spec = spec
        self._node = node
        self._place = place
        self._bare = bare  # nothing stands round it, on whose edge the white of a code would be
        self._items: list[PlacedItem] = []
        self._found: list[Diagnostic] = []

    def make(self, rect: Rect) -> Made:
        body = self._foot(rect)
        if self._spec.arrange == "across":
            self._across(body)
        elif self._spec.arrange == "stack":
            self._stack(body, self._parts(body.width))
        else:
            self._down(body)
        return Made(items=self._items, diagnostics=self._found)

    def height(self, width: float) -> float:
        """What the parts take in `width` points, with the rule under them."""
        spec = self._spec
        below = 2 * rules.reach(spec.below) + self._air
        if spec.arrange == "across":
            if spec.foot:
                below += (1 + 2 * RULE_AIR) * _largest(spec.foot)
            codes = self._codes(width, None).height if spec.codes else 0.0
            date = self._date(width)
            return below + max(self._name(width).height, date.height if date else 0.0, codes)
        if spec.arrange == "down":
            name = self._setter.display(spec.name, vertical=True)
            rest = self._parts(width - name.height * (1 + SIDE_GAP))
            return below + max(name.width, self._stacked(rest))
        return below + self._stacked(self._parts(width))

    # The rule at the foot and the entries over it

    def _foot(self, rect: Rect) -> Rect:
        """The rule, and across the page the line of entries; the room above them."""
        spec = self._spec
        reach = rules.reach(spec.below)
        self._rule(spec.below, rect, rect.bottom - reach)
        bottom = rect.bottom - 2 * reach - self._air
        if spec.arrange != "across" or not spec.foot:
            return Rect(rect.x, rect.y, rect.width, bottom - rect.y)
        size = _largest(spec.foot)
        row = spread_row(
            self._setter, spec.foot,
            Rect(rect.x, bottom - size, rect.width, size), f"{self._node}#foot",
        )  # fmt: skip
        self._items += row.items
        wanted = row_width(self._setter, spec.foot)
        self._found += too_wide("part.masthead-foot", wanted, rect.width, self._place)
        self._found += row.diagnostics
        middle = bottom - size * (1 + RULE_AIR)
        self._rule(spec.between, rect, middle)
        return Rect(rect.x, rect.y, rect.width, middle - RULE_AIR * size - rect.y)

    def _rule(self, rule: Rule, rect: Rect, y: float) -> None:
        self._items += rules.horizontal(rule, rect.x, y, rect.width, self._node)

    # The arrangements

    def _across(self, body: Rect) -> None:
        if self._spec.codes:
            body = self._beside_codes(body)
        left = self._spec.date_at == "left"
        taken = 0.0
        date = self._date(body.width)
        if date is not None:
            taken = date.width + BLOCK_GAP * (_largest(self._spec.date) or date.height / 4)
            x = body.x if left else body.right - date.width
            self._put(date, x, body.bottom - date.height)
            self._found += too_high(DATE_BLOCK, date.height, body.height, self._place)
        room = body.width - taken
        start = body.x + (taken if left else 0.0)
        name = self._name(room, body.height)
        x = start if not left else start + room - name.width
        if self._spec.align == "center":
            # In the middle of the page, as far as the date block lets it.
            middle = body.x + (body.width - name.width) / 2
            x = min(max(middle, start), start + room - name.width)
        self._put(name, x, body.bottom - name.height)
        self._found += too_high("part.the-masthead", name.height, body.height, self._place)

    def _beside_codes(self, body: Rect) -> Rect:
        """The codes at their side, their feet on those of the rest; the room beside them."""
        codes = self._codes(body.width, body.height, self._spec.codes_at if self._bare else "")
        gap = BLOCK_GAP * (_largest(self._spec.date) or codes.height / 8)
        left = self._spec.codes_at == "left"
        x = body.x if left else body.right - codes.width
        self._put(codes, x, body.bottom - codes.height)
        taken = min(codes.width + gap, body.width)
        return body.inset(taken if left else 0.0, 0.0, 0.0 if left else taken, 0.0)

    def _stack(self, body: Rect, parts: Sequence[MastheadPart]) -> None:
        """Parts one under another, what is left of the height shared among the white."""
        need = self._stacked(parts)
        more = max(0.0, body.height - need) / max(1, len(parts) - 1)
        y = body.y
        for part in parts:
            self._put(part, body.x + (body.width - part.width) / 2, y)
            y += part.height + self._gap + more
        self._found += too_high("part.the-masthead", need, body.height, self._place)

    def _down(self, body: Rect) -> None:
        """The name at the left, or at the right of a date block at the left."""
        right = self._spec.date_at == "left"
        name = self._setter.display(self._spec.name, body.height, vertical=True)
        self._found += name.diagnostics
        x = body.right - name.height if right else body.x
        top = body.y + (body.height - name.width) / 2 * (self._spec.align == "center")
        self._items.append(name.at(x, top, name.width, f"{self._node}#name"))
        taken = name.height * (1 + SIDE_GAP)
        self._found += too_broad("part.the-masthead", taken, body.width, self._place)
        start = body.x if right else body.x + taken
        room = max(1.0, body.width - taken)
        self._stack(Rect(start, body.y, room, body.height), self._parts(room))

    # The parts

    def _parts(self, room: float) -> list[MastheadPart]:
        """What stands one under another: the name unless it runs down, or the Latin name alone;
        the date block; the entries of the foot."""
        spec = self._spec
        parts: list[MastheadPart] = []
        if spec.arrange == "stack":
            parts.append(self._name(room))
        elif spec.latin is not None:
            parts.append(self._latin(spec.latin, room))
        date = self._date(room)
        if date is not None:
            parts.append(date)
        if spec.foot:
            rows = [self._setter.display(words, room) for words in spec.foot]
            parts.append(_column(rows, NOTE_LEADING, "foot"))
        if spec.codes:
            parts.append(self._codes(room, None))
        return parts

    def _codes(self, room: float, height: float | None, out: str = "") -> MastheadPart:
        """The codes side by side, in `room` points and as high as `height` allows."""
        from layout.flow.furniture.coderow import CodeRow  # few mastheads have any

        row = CodeRow(self._setter, self._spec.codes, room, height, out)
        found = row.told(room, height)
        return MastheadPart((), row.width, row.height, "codes", found=found, codes=row)

    def _name(self, room: float, height: float = 0.0) -> MastheadPart:
        """The name, or its lettering as large as `room` and `height` allow, with the Latin name
        under it."""
        spec = self._spec
        lines: list[tuple[DisplayLine, float, float]] = []
        if spec.logo is not None:
            wide, high = spec.logo.pixels or LOGO_SHAPE
            width, tall = room, room * high / wide
            below = 0.0 if spec.latin is None else 1.5 * spec.latin.style.size
            if height and tall > height - below:
                tall = max(1.0, height - below)
                width = tall * wide / high
        else:
            line = self._setter.display(spec.name, max(1.0, room))
            lines.append((line, 0.0, 0.0))
            width, tall = line.width, line.height
        latin = self._latin(spec.latin, width) if spec.latin is not None else None
        total = tall
        if latin is not None:
            top = tall + LATIN_GAP * tall
            left = (width - latin.width) / 2
            lines += [(line, left + x, top + y) for line, x, y in latin.lines]
            total = top + latin.height
        return MastheadPart(
            lines=lines, width=width, height=total, node="name",
            logo=spec.logo, tall=tall if spec.logo is not None else 0.0,
        )  # fmt: skip

    def _latin(self, words: StyledText, width: float) -> MastheadPart:
        """The Latin name, its letters spaced to `width` points with `align: fill`."""
        plain = replace(words, style=replace(words.style, align="left"))
        line = self._setter.display(plain, max(1.0, width))
        letters = [letter for letter in words.text if not letter.isspace()]
        if words.style.align != "fill" or len(letters) < 2 or fits(width, line.width):
            return MastheadPart([(line, 0.0, 0.0)], line.width, line.height, "latin")
        # A word is one item of a line, so that each letter is a line of its own here; between two
        # words there are a blank and two gaps.
        bare = replace(plain, runs=())
        each = [self._setter.display(replace(bare, text=letter)) for letter in letters]
        blanks = [bool(blank) for blank in re.findall(r"\S(\s*)(?=\S)", words.text)]
        blank = BLANK * line.height
        free = width - sum(one.width for one in each) - blank * sum(blanks)
        gap = min(max(0.0, free) / (len(blanks) + sum(blanks)), MOST_SPACED * line.height)
        lines, x = [], 0.0
        for one, parted in zip(each, [*blanks, False], strict=True):
            lines.append((one, x, 0.0))
            x += one.width + gap + (gap + blank) * parted
        x -= gap
        return MastheadPart(lines, x, line.height, "latin")

    def _date(self, room: float) -> MastheadPart | None:
        """The day, large, and the lines of the date; smaller, and told, where they have no room."""
        spec = self._spec
        if spec.day is None and not spec.date:
            return None
        part = self._dated(spec.day, spec.date)
        share = max(room / part.width, LEAST_SHRINK) if part.width else 1.0
        if share > 1.0 - UNSEEN_SHRINK:
            return part
        words = [line.resized(line.style.size * share) for line in spec.date]
        day = spec.day.resized(spec.day.style.size * share) if spec.day is not None else None
        made = self._dated(day, words)
        if not fits(made.width, room):
            return replace(made, found=too_wide(DATE_BLOCK, made.width, room, self._place))
        told = warning(
            "DISPLAY-SHRUNK.part", self._place, what=said(DATE_BLOCK),
            width_pt=part.width, room_pt=room, percent=100 * share,
        )  # fmt: skip
        return replace(made, found=(told,))

    def _dated(self, day_words: StyledText | None, date: Sequence[StyledText]) -> MastheadPart:
        lines = [self._setter.display(words) for words in date]
        if day_words is None:
            return _column(lines, LEADING, "date", share=0.0)
        day = self._setter.display(day_words)
        ink = CAPS * day.height
        if not lines:
            return MastheadPart([(day, 0.0, ink - EM_ASCENT * day.height)], day.width, ink)
        column = _column(lines, LEADING, "date", share=0.5 if self._over else 0.0)
        gap = DAY_GAP * lines[0].height
        if self._over:
            width = max(day.width, column.width)
            at = (width - column.width) / 2
            below = [(line, at + x, ink + gap + y) for line, x, y in column.lines]
            first = (day, (width - day.width) / 2, ink - EM_ASCENT * day.height)
            return MastheadPart([first, *below], width, ink + gap + column.height)
        # The numeral's ink stands in the middle of the lines beside it.
        height = max(column.height, ink)
        first = (day, 0.0, (height + ink) / 2 - EM_ASCENT * day.height)
        top = (height - column.height) / 2
        beside = [(line, day.width + gap + x, top + y) for line, x, y in column.lines]
        return MastheadPart([first, *beside], day.width + gap + column.width, height)

    def _put(self, part: MastheadPart, x: float, y: float) -> None:
        node = f"{self._node}#{part.node}"
        if part.logo is not None:
            area = Rect(x, y, part.width, part.tall)
            drawn, told = frame_picture(part.logo, area, node, self._place)
            self._items += drawn
            self._found += told
        if part.codes is not None:
            self._items += part.codes.at(x, y, self._node)
        for line, right, down in part.lines:
            self._items.append(line.at(x + right, y + down, line.width, node))
            self._found += line.diagnostics
        self._found += part.found

    # Measures

    def _stacked(self, parts: Sequence[MastheadPart]) -> float:
        return sum(part.height for part in parts) + self._gap * max(0, len(parts) - 1)

    @property
    def _over(self) -> bool:
        """Whether the day stands over the lines of the date."""
        return self._spec.arrange == "down"

    @property
    def _air(self) -> float:
        """White over the rule at the foot."""
        return RULE_AIR * (_largest(self._spec.foot) or _largest(self._spec.date) or 9.0)

    @property
    def _gap(self) -> float:
        return PART_GAP * (_largest((*self._spec.date, *self._spec.foot)) or 9.0)


def _largest(words: Sequence[StyledText]) -> float:
    """The largest size among texts; 0 where there is none."""
    return max((one.style.size for one in words), default=0.0)


def _column(
    lines: Sequence[DisplayLine], leading: float, node: str, share: float = 0.5
) -> MastheadPart:
    """Lines one under another, `share` of the free width before each."""
    width = max(line.width for line in lines)
    placed, y = [], 0.0
    for line in lines:
        placed.append((line, share * (width - line.width), y))
        y += leading * line.height
    return MastheadPart(placed, width, y - (leading - 1) * lines[-1].height, node)
