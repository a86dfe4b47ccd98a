"""What a page of a PDF has of drawings: its pictures and forms, known by their bytes."""

import hashlib
from typing import Final

from layout.pdf.document import PdfDocument
from layout.pdf.objects import FAULTS, Obj, get, is_stream, items, reference

MOST: Final = 5000
"""Objects that are looked at of one page."""


def drawings(document: PdfDocument, number: int) -> tuple[str, ...]:
    """A digest of each picture and form that page `number`, from 1, may draw, in one order for
    equal sets. Two pages with the same hold the same pictures, whatever their text."""
    node = next(node for node in document.pages if node.number == number)
    found: list[str] = []
    waiting = [get(node.obj, "/Resources")]
    seen: set[int] = set()
    while waiting and len(found) < MOST:
        for _, thing in items(get(waiting.pop(), "/XObject")):
            own = reference(thing)
            if not is_stream(thing) or (own and own in seen):
                continue
            seen.add(own)
            found.append(_digest(thing))
            mask = get(thing, "/SMask")
            if is_stream(mask):
                found.append(_digest(mask))
            waiting.append(get(thing, "/Resources"))
    return tuple(sorted(found))


def _digest(thing: Obj) -> str:
    """Of a stream's own bytes, with the size that it states."""
    state = hashlib.sha256(f"{get(thing, '/Width')}x{get(thing, '/Height')}".encode())
    try:
        state.update(thing.read_raw_bytes())
    except FAULTS:
        state.update(b"-")
    return state.hexdigest()
