"""Annotations as a page lists them, and which of their appearances is shown."""

from layout.pdf.matrix import ordered
from layout.pdf.objects import Obj, get, integer, is_dict, is_stream, name, numbers, reference
from layout.pdf.painted import Annotation


def read_annotation(index: int, obj: Obj) -> Annotation:
    corners = numbers(get(obj, "/Rect"))
    return Annotation(
        index=index,
        subtype=name(get(obj, "/Subtype")) or "?",
        rect=ordered(corners) if len(corners) == 4 else None,
        flags=integer(get(obj, "/F")) or 0,
        reference=reference(obj),
        appearance=appearance_of(obj) is not None,
        action=name(get(get(obj, "/A"), "/S")) or ("?" if get(obj, "/A") is not None else ""),
        actions=is_dict(get(obj, "/AA")),
        raw=obj,
    )


def appearance_of(obj: Obj) -> Obj:
    """The normal appearance of an annotation, in its state; None for none."""
    normal = get(get(obj, "/AP"), "/N")
    if normal is None or is_stream(normal):
        return normal
    state = name(get(obj, "/AS"))
    chosen = get(normal, f"/{state}") if state is not None else None
    return chosen if is_stream(chosen) else None
