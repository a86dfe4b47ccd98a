"""Operators that place XObjects, pictures and shadings, and those of marked content."""

from typing import Any

from layout.pdf.frame import ContentFrame, layer_of
from layout.pdf.matrix import box_of, common, ordered
from layout.pdf.objects import FAULTS, Obj, get, is_dict, is_stream, name, numbers, reference
from layout.pdf.pagerun import Operands
from layout.pdf.painted import Image
from layout.pdf.resources import resource


def do(frame: ContentFrame, word: str) -> None:
    obj = resource(frame.resources, "XObject", word)
    if not is_stream(obj):
        frame.tell("part.pdfread-missing", kind="XObject", name=word)
        return
    kind = name(get(obj, "/Subtype")) or "?"
    if name(get(obj, "/Subtype2")) == "PS" or get(obj, "/PS") is not None:
        kind = "PS"
    frame.page.xobjects[reference(obj) or -len(frame.page.xobjects) - 1] = (kind, obj)
    content = get(obj, "/OC")
    if content is not None:
        frame.mark(content)
    if kind == "Image":
        _image(frame, frame.store.image(obj, frame.resources))
    elif kind == "Form":
        _form(frame, obj)
    elif kind != "PS":  # a program for PostScript devices alone: it is among the xobjects
        frame.tell("part.pdfread-xobject", kind=kind)
    if content is not None:
        frame.marks.pop()


def _form(frame: ContentFrame, obj: Obj) -> None:
    """A form, with the layers it stands in."""
    page = frame.page
    before = page.hidden_above, page.layer_above
    hidden, layer = layer_of(frame.marks)
    page.hidden_above, page.layer_above = hidden or before[0], layer or before[1]
    page.form(obj, frame.resources, frame.state, "form", frame.stencil)
    page.hidden_above, page.layer_above = before


def inline(frame: ContentFrame, operands: Operands) -> None:
    try:
        picture = operands[0]
        image = frame.store.inline(
            list(picture._image_object),
            len(picture._data._inline_image_raw_bytes()),
            frame.resources,
        )
    except FAULTS:
        frame.tell("part.pdfread-inline")
        return
    _image(frame, image)


def _image(frame: ContentFrame, image: Image) -> None:
    if image.inline:
        frame.page.inline_images.append(image)
    else:
        frame.page.images.setdefault(image.reference or -id(image), image)
    for fault in image.faults:
        frame.tell("part.pdfread-image", object=image.reference, fault=fault)
    frame.put(
        "image",
        box_of(frame.state.ctm, (0.0, 0.0, 1.0, 1.0)),
        fill=frame.state.fill if image.mask else None,
        stroke=None,
        image=image,
        matrix=frame.state.ctm,
    )


def shade(frame: ContentFrame, word: str) -> None:
    given = resource(frame.resources, "Shading", word)
    if not is_dict(given):
        frame.tell("part.pdfread-missing", kind="Shading", name=word)
        return
    shading = frame.store.shading(given, frame.resources)
    frame.check_shading(shading)
    box = frame.state.clip
    bounds = numbers(get(given, "/BBox"))
    if len(bounds) == 4:
        box = common(box, box_of(frame.state.ctm, ordered(bounds)))
    frame.put("shading", box, fill=None, stroke=None, shading=shading, matrix=frame.state.ctm)


def point(frame: ContentFrame, *_: Any) -> None:
    """A marked point paints nothing."""


def begin_mark(frame: ContentFrame, _tag: str) -> None:
    frame.marks.append((False, ""))


def begin_marked(frame: ContentFrame, tag: str, properties: Obj) -> None:
    if tag != "OC":
        frame.marks.append((False, ""))
        return
    word = name(properties)
    content = resource(frame.resources, "Properties", word) if word is not None else properties
    if not is_dict(content):
        frame.tell("part.pdfread-missing", kind="Properties", name=word or "?")
        frame.marks.append((False, ""))
        return
    frame.mark(content)


def end_mark(frame: ContentFrame) -> None:
    if frame.marks:
        frame.marks.pop()
    else:
        frame.tell("part.pdfread-unmarked")


def begin_compatible(frame: ContentFrame) -> None:
    frame.compatible += 1


def end_compatible(frame: ContentFrame) -> None:
    frame.compatible = max(0, frame.compatible - 1)


def glyph_width(frame: ContentFrame, *_: float) -> None:
    """d0 and d1 stand at the head of a glyph of a Type 3 font."""
    if not frame.page.within or frame.page.within[-1][0] != "glyph":
        frame.tell("part.pdfread-outside-glyph")
