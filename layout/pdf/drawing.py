"""Operators of the graphics state and of paths."""

from collections.abc import Callable
from typing import Any

from layout.pdf.frame import ContentFrame
from layout.pdf.limits import LimitError, over
from layout.pdf.matrix import common, grown, least_scale, scales, times
from layout.pdf.objects import Obj, array, get, is_dict, is_stream, keys, number, reference
from layout.pdf.resources import resource
from layout.pdf.state import GraphicsState, apply_state, dash_of
from layout.record import replace


def save(frame: ContentFrame) -> None:
    if len(frame.saved) >= frame.page.limits.saved:
        raise LimitError(over("saved", frame.page.limits.saved))
    frame.saved.append(frame.state.copy())


def restore(frame: ContentFrame) -> None:
    if frame.saved:
        frame.state = frame.saved.pop()
    else:
        frame.tell("part.pdfread-unsaved")


def transform(frame: ContentFrame, *m: float) -> None:
    a, b, c, d, e, f = m
    frame.state.ctm = times((a, b, c, d, e, f), frame.state.ctm)


def set_width(frame: ContentFrame, width: float) -> None:
    frame.state.line_width = abs(width)


def set_dash(frame: ContentFrame, lengths: Obj, _phase: float) -> None:
    frame.state.look = replace(frame.state.look, dash=dash_of(lengths))


def set_intent(frame: ContentFrame, word: str) -> None:
    frame.state.look = replace(frame.state.look, intent=word)


def set_flatness(frame: ContentFrame, value: float) -> None:
    frame.state.look = replace(frame.state.look, flatness=value)


def set_state(frame: ContentFrame, word: str) -> None:
    given = resource(frame.resources, "ExtGState", word)
    if not is_dict(given):
        frame.tell("part.pdfread-missing", kind="ExtGState", name=word)
        return
    frame.page.states[reference(given) or -len(frame.page.states) - 1] = keys(given)
    strange, font, mask = apply_state(frame.state, given)
    for key in strange:
        frame.tell("part.pdfread-state-key", key=key)
    if font is not None:
        parts = array(font)
        if len(parts) == 2 and is_dict(parts[0]):
            frame.state.font = frame.store.font(parts[0])
            frame.state.font_size = number(parts[1]) or 0.0
    if mask is not None:
        _mask(frame, mask)


def _mask(frame: ContentFrame, mask: Obj) -> None:
    """The group of a soft mask is read once where it is set."""
    group = get(mask, "/G")
    if not is_stream(group):
        frame.tell("part.pdfread-missing", kind="SMask", name="G")
        return
    key = ("mask", reference(group))
    if key[1] and key in frame.page.done:
        return
    frame.page.done.add(key)
    state = GraphicsState(frame.state.ctm, frame.page.node.media)
    frame.page.form(group, frame.resources, state, "mask")


def move(frame: ContentFrame, x: float, y: float) -> None:
    frame.path.move(frame.state.ctm, x, y)


def line(frame: ContentFrame, x: float, y: float) -> None:
    frame.path.line(frame.state.ctm, x, y)


def curve(frame: ContentFrame, *points: float) -> None:
    frame.path.curve(frame.state.ctm, points)


def curve_v(frame: ContentFrame, *points: float) -> None:
    frame.path.curve_from_last(frame.state.ctm, points)


def curve_y(frame: ContentFrame, x1: float, y1: float, x3: float, y3: float) -> None:
    frame.path.curve(frame.state.ctm, (x1, y1, x3, y3, x3, y3))


def close(frame: ContentFrame) -> None:
    frame.path.close()


def rectangle(frame: ContentFrame, x: float, y: float, w: float, h: float) -> None:
    frame.path.rectangle(frame.state.ctm, x, y, w, h)


def paint_path(
    frame: ContentFrame, *, fill: bool, stroke: bool, close: bool, even_odd: bool
) -> None:
    path = frame.path
    if close:
        path.close()
    if path and (fill or stroke):
        frame.page.budget.spend("points", len(path.segments))
        width = frame.state.line_width
        box = path.box
        if stroke:
            box = grown(box, width / 2 * max(scales(frame.state.ctm)))
        frame.put(
            "path",
            box,
            fill=frame.state.fill if fill else None,
            stroke=frame.state.stroke if stroke else None,
            line_width=width * least_scale(frame.state.ctm) if stroke else 0.0,
            path=path.made(even_odd=even_odd),
        )
    _end_path(frame)


def end_path(frame: ContentFrame) -> None:
    _end_path(frame)


def clip(frame: ContentFrame) -> None:
    frame.clipping = True


def _end_path(frame: ContentFrame) -> None:
    if frame.clipping and frame.path:
        frame.state.clip = common(frame.state.clip, frame.path.box)
    frame.clipping = False
    frame.path.clear()


def painting(
    *, fill: bool = False, stroke: bool = False, close: bool = False, even_odd: bool = False
) -> Callable[[ContentFrame], None]:
    def paint(frame: ContentFrame) -> None:
        paint_path(frame, fill=fill, stroke=stroke, close=close, even_odd=even_odd)

    return paint


def nothing(_frame: ContentFrame, *_: Any) -> None:
    """Caps, joins and miters change no ink that is judged here."""
