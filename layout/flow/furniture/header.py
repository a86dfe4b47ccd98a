"""报眉: the band above the page, in six styles.

    plain     folio and name at the outer edge, groups of lines on one foot, a rule below
    panel     the same, with the folio reversed on a panel that stands on the rule
    band      all of it reversed on one panel
    centered  the name in the middle between two rules
    divided   folio, name and groups in compartments, with thin rules between them
    hung      as plain, with the name or the folio on a panel that hangs from the rule above

What stands where is the spec's in each of them.
"""

from typing import Final

from layout.color import BLACK, WHITE, Color
from layout.diagnostics import Diagnostic
from layout.flow.furniture.headergroups import Free, Stood, stand
from layout.flow.placed import Made, PlacedItem
from layout.flow.rules import rules
from layout.flow.type.align import too_high
from layout.flow.type.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.record import record, replace
from layout.spec.resolve.resolved import RHeader, StyledText
from layout.units import EM_ASCENT

NODE: Final = "header"
HEADER_RULE_UP: Final = 6.5
"""The rule under the 报眉 stands so far above the foot of its lines: room for what follows."""
HEADER_AIR: Final = 6.0
"""From the foot of the 报眉's words to the middle of its rule."""
CAP_HEIGHT: Final = 0.74  # em: of capitals and digits in the faces a folio is set in
HAN_FOOT: Final = 0.07  # em: how far ideographs go below the baseline
HEADER_LEADING: Final = 1.5
FOLIO_GAP: Final = 0.45  # em of the folio, to the group beside it
NAME_GAP: Final = 0.6  # em of the name, to what stands beside it
PANEL_SIDE: Final = 0.32  # em of the folio, on either side of it on its panel
HUNG_SIDE: Final = 0.7  # em of the words, on either side of them on a panel that hangs
HUNG_HIGH: Final = 1.7  # em: how far such a panel comes down below its rule
PART_GAP: Final = 0.22  # em of the smaller type, between the parts of a folio


@record(kw_only=False)
class Folio:
    """A folio set, its parts from its left edge: `height` is the size of its largest type."""

    lines: tuple[tuple[DisplayLine, float], ...]
    width: float
    height: float

    def at(self, x: float, foot: float) -> list[PlacedItem]:
        """Its parts on one baseline."""
        node = f"{NODE}#folio"
        return [
            line.at(x + dx, foot - EM_ASCENT * line.height, line.width, node)
            for line, dx in self.lines
        ]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Those of its parts."""
        return [d for line, _ in self.lines for d in line.diagnostics]


def make_header(setter: Setter, header: RHeader) -> Made:
    """The header's items and its diagnostics."""
    return _Header(setter=setter, header=header).make()


@record
class _Header:
    setter: Setter
    header: RHeader

    @property
    def rule_y(self) -> float:
        """The middle of the rule below; a band ends there."""
        return self.header.rect.bottom - HEADER_RULE_UP

    @property
    def _above(self) -> float:
        """How broad the rule is from which something hangs."""
        return 2 * rules.reach(self.header.above)

    def make(self) -> Made:
        header, rect = self.header, self.header.rect
        items: list[PlacedItem] = []
        reversed_ = header.style == "band" and header.fill.is_dark
        folio = self._set_folio(reverse=reversed_)
        found: list[Diagnostic] = []
        foot, ceiling = self.rule_y - HEADER_AIR, rect.y
        if header.hangs:
            ceiling += self._above + HEADER_AIR / 2
        if header.style == "band":
            panel = Rect(rect.x, rect.y, rect.width, self.rule_y - rect.y)
            items.append(rules.ground(panel, header.fill, header.corners, NODE, "panel"))
            foot = _middle(panel, CAP_HEIGHT * folio.height)
        elif header.style in ("centered", "divided"):
            foot = _middle(Rect(rect.x, rect.y, 0.0, self.rule_y - rect.y), _caps(folio))
        if header.style == "panel" or header.hangs == "folio":
            more, left, right, said = self._on_panel(folio)
            items += more
        else:
            left, right = self._folio(folio, foot, items)
            said = too_high("part.the-folio", _caps(folio), foot - ceiling, header.folio.place)
        found += said + folio.diagnostics
        free = self._name(items, found, (left, right), foot, reverse=reversed_)
        groups = {"left": header.left, "center": header.center, "right": header.right}
        stood, said = stand(
            self.setter,
            {k: [_inked(t, reverse=reversed_) for t in group] for k, group in groups.items()},
            free,
        )
        found += said
        for side, group in stood.items():
            items += self._group(group, side, foot, found)
        if header.hangs:  # inside the type area, as what hangs from it
            y = rect.y + self._above / 2
            items += rules.horizontal(header.above, rect.x, y, rect.width, NODE, flip=True)
        elif header.above != "none":
            items += rules.horizontal(header.above, rect.x, rect.y, rect.width, NODE, flip=True)
        elif header.style in ("centered", "divided"):
            items += rules.horizontal("thin", rect.x, rect.y, rect.width, NODE)
        if header.style != "band":
            items += rules.horizontal(header.rule, rect.x, self.rule_y, rect.width, NODE)
        return Made(items=items, diagnostics=found)

    def _set_folio(self, *, reverse: bool) -> Folio:
        """The folio, or its parts one behind the other."""
        header = self.header
        lines: list[tuple[DisplayLine, float]] = []
        x = 0.0
        for words in header.parts or (header.folio,):
            line = self.setter.display(_inked(words, reverse=reverse), header.rect.width)
            if lines:
                x += PART_GAP * min(line.height, lines[-1][0].height)
            lines.append((line, x))
            x += line.width
        return Folio(tuple(lines), x, max(line.height for line, _ in lines))

    def _folio(self, folio: Folio, foot: float, items: list[PlacedItem]) -> tuple[float, float]:
        """The folio at the outer edge, with its baseline on the foot: capitals and digits have no
        descent. The room that is left."""
        header, rect = self.header, self.header.rect
        pad = FOLIO_GAP * folio.height if header.style == "band" else 0.0
        left, right = rect.x + pad, rect.right - pad
        taken = folio.width + FOLIO_GAP * folio.height
        outer = header.outer == "left"
        x = left if outer else right - folio.width
        items += folio.at(x, foot)
        if header.style == "divided":
            em = HEADER_LEADING * self._size()
            edge = x + folio.width + em if outer else x - em
            items += self._divider(edge)
            taken = folio.width + 2 * em
        return (left + taken, right) if outer else (left, right - taken)

    def _on_panel(self, folio: Folio) -> tuple[list[PlacedItem], float, float, list[Diagnostic]]:
        """The folio in the middle of a panel that stands on the rule, or hangs from that above."""
        header, rect = self.header, self.header.rect
        if header.fill.is_dark:
            folio = self._set_folio(reverse=True)
        width = folio.width + 2 * PANEL_SIDE * folio.height
        outer = header.outer == "left"
        x = rect.x if outer else rect.right - width
        panel = Rect(x, rect.y, width, self.rule_y - rect.y)
        inside = panel
        if header.hangs:
            reach = self._above
            panel = Rect(x, rect.y, width, reach + HUNG_HIGH * CAP_HEIGHT * folio.height)
            inside = panel.inset(0.0, reach, 0.0, 0.0)
        base = _middle(inside, _caps(folio))
        items: list[PlacedItem] = [
            rules.ground(panel, header.fill, header.corners, f"{NODE}#folio", "panel"),
            *folio.at(x + (width - folio.width) / 2, base),
        ]
        taken = width + FOLIO_GAP * folio.height
        room = self.rule_y - rect.y
        high = panel.height if header.hangs else _caps(folio)
        found = too_high("part.the-folio", high, room, header.folio.place)
        left, right = (rect.x + taken, rect.right) if outer else (rect.x, rect.right - taken)
        return items, left, right, found

    def _name(
        self,
        items: list[PlacedItem],
        found: list[Diagnostic],
        room: tuple[float, float],
        foot: float,
        *,
        reverse: bool,
    ) -> Free:
        """The name beside the folio, or in the middle of the page; what is left free."""
        header, rect = self.header, self.header.rect
        left, right = room
        if header.name is None:
            return Free(left=left, right=right)
        most = right - left
        if header.style == "centered":
            middle = rect.x + rect.width / 2
            most = 2 * min(middle - left, right - middle)
        if header.hangs == "name":
            return self._hung_name(items, found, header.name, room)
        name = self.setter.display(_inked(header.name, reverse=reverse), max(1.0, most))
        found += name.diagnostics
        found += too_high("part.header-name", _han(name), foot - rect.y, header.name.place)
        # On the folio's baseline where both stand on the foot, else in the middle of the band.
        top = foot - EM_ASCENT * name.height
        if header.style in ("band", "centered", "divided"):
            top = (rect.y + self.rule_y - name.height) / 2
        if header.style == "centered":
            x = rect.x + (rect.width - name.width) / 2
            items.append(name.at(x, top, name.width, f"{NODE}#name"))
            gap = NAME_GAP * name.height
            return Free(left=left, right=right, taken=(x - gap, x + name.width + gap))
        gap = NAME_GAP * name.height
        outer = header.outer == "left"
        x = left if outer else right - name.width
        items.append(name.at(x, top, name.width, f"{NODE}#name"))
        taken = name.width + gap
        if header.style == "divided":
            em = HEADER_LEADING * self._size()
            items += self._divider(x + name.width + em if outer else x - em)
            taken = name.width + 2 * em
        if outer:
            return Free(left=left + taken, right=right)
        return Free(left=left, right=right - taken)

    def _hung_name(
        self,
        items: list[PlacedItem],
        found: list[Diagnostic],
        words: StyledText,
        room: tuple[float, float],
    ) -> Free:
        """The name on a panel that hangs from the rule above, beside the folio; what is left
        free."""
        header, rect = self.header, self.header.rect
        left, right = room
        sides = 2 * HUNG_SIDE * words.style.size
        inked = _inked(words, reverse=header.fill.is_dark)
        name = self.setter.display(inked, max(1.0, right - left - sides))
        reach = self._above
        width = name.width + 2 * HUNG_SIDE * name.height
        outer = header.outer == "left"
        x = left if outer else right - width
        panel = Rect(x, rect.y, width, reach + HUNG_HIGH * name.height)
        node = f"{NODE}#name"
        items.append(rules.ground(panel, header.fill, header.corners, node, "panel"))
        top = panel.y + reach + (panel.height - reach - name.height) / 2
        items.append(name.at(x + (width - name.width) / 2, top, name.width, node))
        found += name.diagnostics
        found += too_high("part.header-name", panel.height, self.rule_y - rect.y, words.place)
        taken = width + NAME_GAP * name.height
        if outer:
            return Free(left=left + taken, right=right)
        return Free(left=left, right=right - taken)

    def _group(
        self, group: Stood, side: str, foot: float, found: list[Diagnostic]
    ) -> list[PlacedItem]:
        """Lines one under another, their last on the foot."""
        lines = [line for line, _ in group.lines]
        band = self.header.rect
        if self.header.style in ("band", "centered", "divided"):
            # In the middle of the band: their foot is half of what they take below it.
            deep = sum(HEADER_LEADING * n.height for n in lines[1:]) + _caps(lines[0])
            foot = _middle(Rect(0.0, band.y, 0.0, self.rule_y - band.y), deep)
        y = foot
        stacked: list[PlacedItem] = []
        for line, x in reversed(group.lines):
            top = y - EM_ASCENT * line.height
            stacked.append(line.at(x, top, line.width, f"{NODE}#{side}"))
            y -= HEADER_LEADING * line.height
        used = foot - y - HEADER_LEADING * lines[0].height + EM_ASCENT * lines[0].height
        place = getattr(self.header, side)[0].place
        found += too_high("part.the-header", used, foot - band.y, place)
        return stacked[::-1]

    def _divider(self, x: float) -> list[rules.Drawn]:
        """A thin rule between two compartments."""
        top, foot = self.header.rect.y, self.rule_y
        air = (foot - top) * 0.2
        return rules.vertical("thin", x, top + air, foot - top - 2 * air, NODE)

    def _size(self) -> float:
        """Size of the groups' type, which white is counted in."""
        header = self.header
        sizes = [t.style.size for t in (*header.left, *header.center, *header.right)]
        return min(sizes, default=8.0)


def _inked(words: StyledText, *, reverse: bool) -> StyledText:
    """Words as they stand on a dark panel: in the colour of the paper where they are black."""
    if not reverse or words.style.color != BLACK:
        return words
    color: Color = WHITE
    return replace(words, style=replace(words.style, color=color))


def _middle(band: Rect, ink: float) -> float:
    """The baseline of ink so high that stands in the middle of a band."""
    return band.y + (band.height + ink) / 2


def _caps(line: DisplayLine | Folio) -> float:
    return CAP_HEIGHT * line.height


def _han(line: DisplayLine) -> float:
    return (EM_ASCENT - HAN_FOOT) * line.height
