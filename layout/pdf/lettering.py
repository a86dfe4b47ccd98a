"""Operators of text."""

from layout.pdf.fonts import Font, differing, type3_procs
from layout.pdf.frame import ContentFrame
from layout.pdf.matrix import IDENTITY, around, common, grown, least_scale, scales, times
from layout.pdf.objects import Obj, array, get, is_dict, is_stream, number, string
from layout.pdf.painted import FILLED, STROKED, Painted, Text
from layout.pdf.resources import resource
from layout.pdf.showing import Shown, glyph_matrix, show


def begin_text(frame: ContentFrame) -> None:
    if frame.in_text:
        frame.tell("part.pdfread-text-in-text")
    frame.in_text = True
    frame.text_clip = None
    frame.tm = frame.tlm = IDENTITY


def end_text(frame: ContentFrame) -> None:
    if not frame.in_text:
        frame.tell("part.pdfread-outside-text", operator="ET")
    frame.in_text = False
    if frame.text_clip is not None:
        frame.state.clip = common(frame.state.clip, frame.text_clip)
        frame.text_clip = None


def set_char_space(frame: ContentFrame, value: float) -> None:
    frame.state.char_space = value


def set_word_space(frame: ContentFrame, value: float) -> None:
    frame.state.word_space = value


def set_scale(frame: ContentFrame, value: float) -> None:
    frame.state.scale = value / 100


def set_leading(frame: ContentFrame, value: float) -> None:
    frame.state.leading = value


def set_rise(frame: ContentFrame, value: float) -> None:
    frame.state.rise = value


def set_mode(frame: ContentFrame, value: float) -> None:
    frame.state.mode = int(value)
    if value not in range(8):
        frame.tell("part.pdfread-operands", operator="Tr")


def set_font(frame: ContentFrame, word: str, size: float) -> None:
    given = resource(frame.resources, "Font", word)
    if not is_dict(given):
        frame.tell("part.pdfread-missing", kind="Font", name=word)
        frame.state.font = None
        return
    frame.state.font = frame.store.font(given)
    frame.state.font_size = size
    if frame.state.font.fault:
        frame.tell("part.pdfread-font", name=word, fault=frame.state.font.fault)


def next_line(frame: ContentFrame, x: float, y: float) -> None:
    frame.tlm = frame.tm = times((1.0, 0.0, 0.0, 1.0, x, y), frame.tlm)


def next_line_leading(frame: ContentFrame, x: float, y: float) -> None:
    frame.state.leading = -y
    next_line(frame, x, y)


def next_line_plain(frame: ContentFrame) -> None:
    next_line(frame, 0.0, -frame.state.leading)


def set_matrix(frame: ContentFrame, *m: float) -> None:
    a, b, c, d, e, f = m
    frame.tlm = frame.tm = (a, b, c, d, e, f)


def show_string(frame: ContentFrame, value: bytes) -> None:
    _show(frame, (value,))


def show_next(frame: ContentFrame, value: bytes) -> None:
    next_line_plain(frame)
    _show(frame, (value,))


def show_spaced(frame: ContentFrame, word: float, char: float, value: bytes) -> None:
    frame.state.word_space, frame.state.char_space = word, char
    show_next(frame, value)


def show_array(frame: ContentFrame, given: Obj) -> None:
    parts: list[bytes | float] = []
    for one in array(given):
        value = string(one)
        if value is not None:
            parts.append(value)
            continue
        moved = number(one)
        if moved is None:
            frame.tell("part.pdfread-operands", operator="TJ")
        else:
            parts.append(moved)
    _show(frame, tuple(parts))


def _show(frame: ContentFrame, shown: Shown) -> None:
    state = frame.state
    font = state.font
    if font is None:
        frame.tell("part.pdfread-no-font")
        return
    text, box, frame.tm, count = show(state, font, frame.tm, shown)
    if not count:
        return
    frame.page.budget.spend("characters", count)
    mode = state.mode
    stroke = mode in STROKED and font.subtype != "Type3"
    if stroke:
        box = grown(box, state.line_width / 2 * max(scales(state.ctm)))
    if mode >= 4:
        # ISO 32000-1, 9.4.1: from ET on all glyphs together are the clip. Glyphs may reach out of
        # the font's box, so it is taken an em larger: what is clipped away must be so for certain.
        reach, clip = grown(box, text.size), frame.text_clip
        frame.text_clip = reach if clip is None else around(clip, reach)
    made = frame.put(
        "text",
        box,
        fill=state.fill if mode in FILLED else None,
        stroke=state.stroke if stroke else None,
        line_width=state.line_width * least_scale(state.ctm) if stroke else 0.0,
        text=text,
        matrix=text.matrix,
    )
    key = font.reference or -id(font)
    entry = frame.page.fonts.setdefault(key, (font, set(), made.order, []))
    entry[1].update(text.codes())
    entry[3].append(not made.invisible)
    if font.subtype == "Type3" and mode != 3:
        _glyphs(frame, font, text, made)


def _glyphs(frame: ContentFrame, font: Font, text: Text, made: Painted) -> None:
    """The procedures of the glyphs of a Type 3 font, each once for a colour and size."""
    names, procs = differing(font), type3_procs(font)
    resources = get(font.raw, "/Resources")
    for code, x, y, _ in text.glyphs():
        fill = made.fill and made.fill.key
        key = ("glyph", font.reference, code, fill, round(text.size, 2))
        if key in frame.page.done:
            continue
        frame.page.done.add(key)
        proc = procs.get(names.get(code, ""))
        if not is_stream(proc):
            continue  # a glyph that is missing: the business of whoever looks at fonts
        data = frame.page.bytes_of(proc)
        if data is None:
            continue
        state = frame.state.copy()
        state.ctm = glyph_matrix(text, x, y)
        stencil = made.fill if _is_stencil(data) else None
        frame.hosted(
            "glyph", proc, made, data,
            resources=resources if is_dict(resources) else frame.resources,
            state=state, stencil=stencil,
        )  # fmt: skip


def _is_stencil(data: bytes) -> bool:
    """Whether a glyph of a Type 3 font begins with d1: its colours are those of the text."""
    return b"d1" in data[:200].split()
