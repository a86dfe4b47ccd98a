"""Everything on a page that is not an article: 报眉, display lines, pictures, 导读, credits."""

from collections.abc import Mapping
from typing import Final

from layout.color import Color
from layout.diagnostics import Diagnostic, warning
from layout.display.items import Box, Grid, Picture
from layout.flow import rules
from layout.flow.headline import too_high
from layout.flow.placed import PlacedItem
from layout.flow.setter import DisplayLine, Setter
from layout.geometry import Rect
from layout.spec.resolve import EM_ASCENT
from layout.spec.resolved import (
    RBlock,
    RCredits,
    RHeader,
    RIndex,
    RPicture,
    RRule,
    RText,
    StyledText,
)

Made = tuple[list[PlacedItem], list[Diagnostic]]

HEADER_RULE_UP: Final = 6.5
"""The rule under the 报眉 stands so far above the foot of its lines: room for what follows."""
HEADER_AIR: Final = 6.0
"""From the foot of the 报眉's words to the middle of its rule."""
CAP_HEIGHT: Final = 0.74  # em: of capitals and digits in the faces a folio is set in
HEADER_LEADING: Final = 1.5
FOLIO_GAP: Final = 0.45  # em of the folio, to the group beside it
STACK_GAP: Final = 0.35  # em of the lower of two stacked lines
CREDIT_GAP: Final = 4.0  # em between two groups of credits
CREDIT_COLON: Final = 0.4  # em after the colon of a function, which is trimmed to its ink
LABEL_SIDE: Final = 0.3  # em on either side of a vertical label
INDEX_INDENT: Final = 0.9  # em of the page number, between label, number and title
CAPTION_GAP: Final = 4.5
"""Points from a picture's foot to the top of its caption."""
PLACEHOLDER: Final = Color(k=12.0)


def make_header(setter: Setter, header: RHeader) -> Made:
    """The band above the page: folio at the outer edge, groups of lines on one foot, a rule."""
    rect = header.rect
    node = "header"
    rule_y = rect.bottom - HEADER_RULE_UP
    foot = rule_y - HEADER_AIR
    items: list[PlacedItem] = []
    found: list[Diagnostic] = []
    folio = setter.display(header.folio)
    # Capitals and digits have no descent: the folio stands on the foot with its baseline.
    top = foot - EM_ASCENT * folio.height
    left_edge, right_edge = rect.x, rect.right
    if header.outer == "left":
        items.append(folio.at(rect.x, top, folio.width, node))
        left_edge += folio.width + FOLIO_GAP * folio.height
    else:
        items.append(folio.at(rect.right - folio.width, top, folio.width, node))
        right_edge -= folio.width + FOLIO_GAP * folio.height
    room = right_edge - left_edge
    for group, share in ((header.left, 0.0), (header.center, 0.5), (header.right, 1.0)):
        lines = [setter.display(t, room) for t in group]
        y = foot
        stacked: list[PlacedItem] = []
        for line in reversed(lines):
            x = left_edge + share * (room - line.width)
            stacked.append(line.at(x, y - EM_ASCENT * line.height, line.width, node))
            y -= HEADER_LEADING * line.height
        items += reversed(stacked)
        if lines:
            used = foot - y - HEADER_LEADING * lines[0].height + EM_ASCENT * lines[0].height
            found += too_high("the header", used, foot - rect.y, group[0].place)
        found += [d for line in lines for d in line.diagnostics]
    found += folio.diagnostics
    cap = CAP_HEIGHT * folio.height
    found += too_high("the folio", cap, foot - rect.y, header.folio.place)
    items += rules.horizontal(header.rule, rect.x, rule_y, rect.width, node)
    return items, found


def make_text(setter: Setter, block: RBlock, text: RText) -> Made:
    """Display lines, stacked or side by side."""
    inner = block.inner
    if text.arrange == "row":
        return _row(setter, block, text.lines)
    lines = [setter.display(t, inner.width) for t in text.lines]
    gaps = [0.0] + [
        text.gap if text.gap is not None else STACK_GAP * line.height for line in lines[1:]
    ]
    height = sum(line.height for line in lines) + sum(gaps)
    free = inner.height - height
    y = inner.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[text.valign] * free + block.nudge
    items: list[PlacedItem] = []
    for line, gap in zip(lines, gaps, strict=True):
        y += gap
        x = inner.x + _share(line.style.align) * (inner.width - line.width)
        items.append(line.at(x, y, line.width, block.id))
        y += line.height
    found = [d for line in lines for d in line.diagnostics]
    return items, found + too_high("the display text", height, inner.height, block.place)


def _row(setter: Setter, block: RBlock, texts: tuple[StyledText, ...]) -> Made:
    """Lines side by side on one middle: the first at the left, the last at the right."""
    inner = block.inner
    lines = [setter.display(t) for t in texts]
    total = sum(line.width for line in lines)
    if total > inner.width:
        share = inner.width / total
        lines = [setter.display(t, w.width * share) for t, w in zip(texts, lines, strict=True)]
        total = sum(line.width for line in lines)
    gap = (inner.width - total) / (len(lines) - 1) if len(lines) > 1 else 0.0
    x = (
        inner.x
        if len(lines) > 1
        else inner.x + _share(lines[0].style.align) * (inner.width - total)
    )
    items: list[PlacedItem] = []
    # One baseline for all, that of the largest, which stands in the middle.
    largest = max(line.height for line in lines)
    baseline = inner.y + (inner.height - largest) / 2 + EM_ASCENT * largest + block.nudge
    for line in lines:
        items.append(line.at(x, baseline - EM_ASCENT * line.height, line.width, block.id))
        x += line.width + gap
    found = [d for line in lines for d in line.diagnostics]
    return items, found + too_high("the line", largest, inner.height, block.place)


def make_picture(
    setter: Setter,
    block: RBlock,
    picture: RPicture,
    grid: Grid,
    sizes: Mapping[str, tuple[int, int]],
) -> Made:
    """The picture cut to its frame, and its caption with the credit at the end."""
    inner = block.inner
    found: list[Diagnostic] = []
    area = Rect(inner.x, inner.y, inner.width, inner.height - picture.caption_lines * grid.pitch)
    items: list[PlacedItem] = []
    alt = picture.caption.text if picture.caption is not None else ""
    if picture.source is None:
        items.append(Box(rect=area, fill=PLACEHOLDER, node=block.id, role="panel"))
        found.append(warning("STANDS-IN", "a tint stands in for a picture", block.place))
    else:
        crop = _crop(sizes[picture.source], area, picture.focus)
        items.append(
            Picture(
                rect=area,
                source=picture.source,
                crop=crop,
                alt=alt,
                stands_in=picture.stands_in,
                node=block.id,
            )
        )
        if picture.stands_in:
            found.append(
                warning("STANDS-IN", f"{picture.source} stands in for the picture", block.place)
            )
    if picture.keyline:
        items += rules.frame(("thin",) * 4, area, block.id)
    y = area.bottom + CAPTION_GAP
    edge = inner.right
    credit: DisplayLine | None = None
    if picture.credit is not None:
        credit = setter.display(picture.credit, inner.width)
        edge -= credit.width + credit.height
    if picture.caption is not None:
        line = setter.display(picture.caption, max(1.0, edge - inner.x))
        items.append(line.at(inner.x, y, line.width, f"{block.id}#caption"))
        found += line.diagnostics
    if credit is not None:
        x = inner.right - credit.width
        items.append(credit.at(x, y, credit.width, f"{block.id}#credit"))
        found += credit.diagnostics
    return items, found


def _crop(
    size: tuple[int, int], area: Rect, focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The part of the picture that fills the area, cut as near to the focus as may be."""
    width, height = size
    wanted = area.width / area.height
    have = width / height
    if have > wanted:
        part = wanted / have
        left = min(max(0.0, focus[0] - part / 2), 1.0 - part)
        return (left, 0.0, left + part, 1.0)
    part = have / wanted
    top = min(max(0.0, focus[1] - part / 2), 1.0 - part)
    return (0.0, top, 1.0, top + part)


def make_index(setter: Setter, block: RBlock, index: RIndex, accent: Color) -> Made:
    """导读: a vertical label on a panel, then a row for each page with its title beside it."""
    rect = block.rect
    found: list[Diagnostic] = []
    items: list[PlacedItem] = []
    size = index.label.style.size
    panel = Rect(rect.x, rect.y, size * (1 + 2 * LABEL_SIDE), rect.height)
    items.append(Box(rect=panel, fill=accent, node=f"{block.id}#label", role="panel"))
    step = size * 1.5
    y = rect.y + (rect.height - step * (len(index.label.text) - 1) - size) / 2
    for char in index.label.text:
        part = StyledText(text=char, style=index.label.style, place=index.label.place)
        line = setter.display(part)
        items.append(
            line.at(panel.x + (panel.width - line.width) / 2, y, line.width, f"{block.id}#label")
        )
        found += line.diagnostics
        y += step
    inner = Rect(panel.right, block.inner.y, block.inner.right - panel.right, block.inner.height)
    number = max((setter.display(p).width for p, _ in index.items), default=0.0)
    height = inner.height / max(1, len(index.items))
    for row, (page, title) in enumerate(index.items):
        top = inner.y + row * height
        node = f"{block.id}#{row + 1}"
        folio = setter.display(page)
        air = INDEX_INDENT * folio.height
        x = inner.x + air + number + air
        width = max(1.0, inner.right - air / 2 - x)
        lines = [setter.display(t, width) for t in title]
        gap = 0.3 * lines[0].height if lines else 0.0
        block_height = sum(t.height for t in lines) + gap * (len(lines) - 1)
        middle = top + height / 2
        found += too_high("an entry", max(block_height, folio.height), height, block.place)
        items.append(folio.at(inner.x + air, middle - folio.height / 2, folio.width, node))
        y = middle - block_height / 2
        for line in lines:
            items.append(line.at(x, y, line.width, node))
            y += line.height + gap
        found += [d for line in (folio, *lines) for d in line.diagnostics]
        if row:
            items += rules.horizontal("thin", inner.x + air, top, inner.width - 2 * air, node)
    return items, found


def make_credits(setter: Setter, block: RBlock, spec: RCredits) -> Made:
    """策划 and 执行 in one line: the function in 黑, names in 楷."""
    inner = block.inner
    pairs = [(setter.display(role), setter.display(names)) for role, names in spec.groups]
    if not pairs:
        return [], []
    em = pairs[0][1].height
    width = sum(r.width + CREDIT_COLON * em + n.width for r, n in pairs)
    width += CREDIT_GAP * em * (len(pairs) - 1)
    x = inner.x + _share(spec.align) * (inner.width - width)
    items: list[PlacedItem] = []
    height = max(n.height for _, n in pairs)
    baseline = inner.y + (inner.height - height) / 2 + EM_ASCENT * height + block.nudge
    for role, names in pairs:
        for line in (role, names):
            top = baseline - EM_ASCENT * line.height
            items.append(line.at(x, top, line.width, block.id))
            x += line.width + (CREDIT_COLON * em if line is role else 0.0)
        x += CREDIT_GAP * em
    return items, [d for pair in pairs for line in pair for d in line.diagnostics]


def make_rule(block: RBlock, rule: RRule) -> Made:
    """A rule through the middle of its lines."""
    y = block.rect.y + block.rect.height / 2 + block.nudge
    return list(rules.horizontal(rule.rule, block.rect.x, y, block.rect.width, block.id)), []


def _share(align: str) -> float:
    """How much of the free width stands before a line."""
    return {"center": 0.5, "right": 1.0}.get(align, 0.0)
