"""报眉: the band above the page, in five styles.

    plain     folio and name at the outer edge, groups of lines on one foot, a rule below
    panel     the same, with the folio reversed on a panel that stands on the rule
    band      all of it reversed on one panel
    centered  the name in the middle between two rules
    divided   folio, name and groups in compartments, with thin rules between them

What stands where is the spec's in each of them.
"""

from typing import Final

from layout.color import BLACK, WHITE, Color
from layout.diagnostics import Diagnostic
from layout.display.items import Box
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

    def make(self) -> Made:
        header, rect = self.header, self.header.rect
        items: list[PlacedItem] = []
        reversed_ = header.style == "band" and header.fill.is_dark
        folio = self.setter.display(_inked(header.folio, reverse=reversed_), rect.width)
        found: list[Diagnostic] = []
        foot, ceiling = self.rule_y - HEADER_AIR, rect.y
        if header.style == "band":
            panel = Rect(rect.x, rect.y, rect.width, self.rule_y - rect.y)
            items.append(Box(rect=panel, fill=header.fill, node=NODE, role="panel"))
            foot = _middle(panel, CAP_HEIGHT * folio.height)
        elif header.style in ("centered", "divided"):
            foot = _middle(Rect(rect.x, rect.y, 0.0, self.rule_y - rect.y), _caps(folio))
        if header.style == "panel":
            more, left, right, said = self._on_panel(folio)
            items += more
        else:
            left, right = self._folio(folio, foot, items)
            said = too_high("part.the-folio", _caps(folio), foot - ceiling, header.folio.place)
        found += said + list(folio.diagnostics)
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
        if header.above != "none":
            items += rules.horizontal(header.above, rect.x, rect.y, rect.width, NODE, flip=True)
        elif header.style in ("centered", "divided"):
            items += rules.horizontal("thin", rect.x, rect.y, rect.width, NODE)
        if header.style != "band":
            items += rules.horizontal(header.rule, rect.x, self.rule_y, rect.width, NODE)
        return Made(items=items, diagnostics=found)

    def _folio(
        self, folio: DisplayLine, foot: float, items: list[PlacedItem]
    ) -> tuple[float, float]:
        """The folio at the outer edge, with its baseline on the foot: capitals and digits have no
        descent. The room that is left."""
        header, rect = self.header, self.header.rect
        pad = FOLIO_GAP * folio.height if header.style == "band" else 0.0
        left, right = rect.x + pad, rect.right - pad
        top = foot - EM_ASCENT * folio.height
        taken = folio.width + FOLIO_GAP * folio.height
        outer = header.outer == "left"
        x = left if outer else right - folio.width
        items.append(folio.at(x, top, folio.width, f"{NODE}#folio"))
        if header.style == "divided":
            em = HEADER_LEADING * self._size()
            edge = x + folio.width + em if outer else x - em
            items += self._divider(edge)
            taken = folio.width + 2 * em
        return (left + taken, right) if outer else (left, right - taken)

    def _on_panel(
        self, folio: DisplayLine
    ) -> tuple[list[PlacedItem], float, float, list[Diagnostic]]:
        """The folio in the middle of a panel that stands on the rule."""
        header, rect = self.header, self.header.rect
        if header.fill.is_dark:
            folio = self.setter.display(_inked(header.folio, reverse=True), rect.width)
        width = folio.width + 2 * PANEL_SIDE * folio.height
        outer = header.outer == "left"
        x = rect.x if outer else rect.right - width
        panel = Rect(x, rect.y, width, self.rule_y - rect.y)
        base = _middle(panel, _caps(folio))
        items: list[PlacedItem] = [
            Box(rect=panel, fill=header.fill, node=f"{NODE}#folio", role="panel"),
            folio.at(
                x + (width - folio.width) / 2,
                base - EM_ASCENT * folio.height,
                folio.width,
                f"{NODE}#folio",
            ),
        ]
        taken = width + FOLIO_GAP * folio.height
        found = too_high("part.the-folio", _caps(folio), panel.height, header.folio.place)
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


def _caps(line: DisplayLine) -> float:
    return CAP_HEIGHT * line.height


def _han(line: DisplayLine) -> float:
    return (EM_ASCENT - HAN_FOOT) * line.height
