"""图说: a caption in as many lines as it needs, its credit at its end or under it."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic
from layout.flow.placed import PlacedLine
from layout.flow.type.align import share
from layout.flow.type.setter import DisplayLine, Setter
from layout.record import record, replace
from layout.spec.markdown.paragraph import Run
from layout.spec.resolve.resolved import RPicture, RPictures, StyledText
from layout.units import EM_ASCENT, fits

LEADING: Final = 1.3
"""Of a caption's type, from line to line, where its style gives none."""
JOINT: Final = "\u3000"
"""Between two captions of one paragraph: an em."""
CREDIT_GAP: Final = 1.0  # em of the credit, between the caption's last words and it


@record
class SetCaption:
    """A caption set, its top left at the origin. `height` is that of its em boxes, in points."""

    lines: tuple[PlacedLine, ...]
    height: float
    diagnostics: tuple[Diagnostic, ...] = ()

    def at(self, x: float, y: float) -> list[PlacedLine]:
        """Its lines with its top left at `x` and `y`."""
        return [replace(n, x=n.x + x, baseline=n.baseline + y) for n in self.lines]


NOTHING: Final = SetCaption(lines=(), height=0.0)


def set_caption(
    setter: Setter,
    caption: StyledText | None,
    credit: StyledText | None,
    measure: float,
    node: str,
    *,
    credit_at: str = "end",
) -> SetCaption:
    """Caption and credit in lines of `measure` points.

    A caption of one line stands as its style ranges it; one of more is a paragraph without indent.
    The credit is ranged right on the last line, or on a line of its own where there is no room.
    """
    found: list[Diagnostic] = []
    lines: list[PlacedLine] = []
    height = used = leading = 0.0
    owed = setter.display(credit, measure) if credit is not None else None
    beside = (owed.width + CREDIT_GAP * owed.height) if owed and credit_at == "end" else 0.0
    if caption is not None:
        style = caption.style
        leading = style.leading or LEADING * style.size
        alone = setter.display(caption)
        if alone.width <= measure - beside or alone.width <= measure < beside:
            x = share(style.align) * (measure - beside - alone.width)
            lines.append(alone.at(x, 0.0, alone.width, f"{node}#caption"))
            used = x + alone.width
            found += alone.diagnostics
        else:
            from layout.flow.type.paragraph import lined  # few captions run over lines

            lines, used, said = lined(setter, caption, measure, leading, f"{node}#caption")
            found += said
        height = (len(lines) - 1) * leading + style.size
    if owed is not None:
        found += owed.diagnostics
        beside_it = caption is not None and credit_at == "end" and fits(used + beside, measure)
        lines.append(_credit(owed, lines, measure, node, leading=0.0 if beside_it else leading))
        if not beside_it:
            height = lines[-1].baseline + (1 - EM_ASCENT) * owed.height
    return SetCaption(lines=tuple(lines), height=height, diagnostics=tuple(found))


def captions_of(
    setter: Setter, spec: RPicture | RPictures, measure: float, node: str
) -> SetCaption:
    """The caption and credit of a picture or a group; of a group whose captions stand `together`,
    those of its pictures one under another, and then its own; or all `joined` in one paragraph.

    A group's credit that has no caption of its own is ranged right on the last of these lines.
    """
    if not isinstance(spec, RPictures) or spec.captions != "together":
        caption = spec.caption
        if isinstance(spec, RPictures) and spec.captions == "joined":
            caption = _joined(spec)
        return set_caption(setter, caption, spec.credit, measure, node, credit_at=spec.credit_at)
    parts = [
        (own.caption, own.credit, f"{node}#{number}")
        for number, own in enumerate(spec.pictures, 1)
        if own.caption is not None or own.credit is not None
    ]
    if spec.caption is None and parts and parts[-1][1] is None:
        parts[-1] = (parts[-1][0], spec.credit, parts[-1][2])
    elif spec.caption is not None or spec.credit is not None:
        parts.append((spec.caption, spec.credit, node))
    lines: list[PlacedLine] = []
    found: list[Diagnostic] = []
    height = 0.0
    for caption, credit, own in parts:
        first = caption or credit
        assert first is not None
        if lines:
            height += (first.style.leading or LEADING * first.style.size) - first.style.size
        made = set_caption(setter, caption, credit, measure, own, credit_at=spec.credit_at)
        lines += made.at(0.0, height)
        height += made.height
        found += made.diagnostics
    return SetCaption(lines=tuple(lines), height=height, diagnostics=tuple(found))


def _joined(group: RPictures) -> StyledText | None:
    """The captions of a group's pictures with their credits, and its own, an em apart."""
    words = [w for own in group.pictures for w in (own.caption, own.credit) if w is not None]
    words += [group.caption] if group.caption is not None else []
    if not words:
        return None
    text = ""
    runs: list[Run] = []
    for part in words:
        text += JOINT if text else ""
        runs += [run.moved(len(text)) for run in part.runs]
        text += part.text
    return replace(words[0], text=text, runs=tuple(runs))


def _credit(
    credit: DisplayLine, above: Sequence[PlacedLine], measure: float, node: str, *, leading: float
) -> PlacedLine:
    """The credit at the right, on the last line's baseline or `leading` under it."""
    top = 0.0
    if above:
        top = above[-1].baseline + leading - EM_ASCENT * credit.height
    return credit.at(measure - credit.width, top, credit.width, f"{node}#credit")
