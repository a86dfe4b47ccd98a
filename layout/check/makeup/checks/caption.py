"""CAPTION: a caption that stands away from its picture, or is wider than it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding, NotCheckedError
from layout.check.makeup.drawn import DrawnLine
from layout.check.makeup.subject import Subject
from layout.display.items import Box, Picture, owner_of
from layout.geometry import Rect, hull
from layout.units import EPS_PT, to_mm

CHECK: Final[Check[Subject]] = Check(
    id="CAPTION",
    title="图文分离",
    reason="A caption is read with the picture it touches.",
    source="CLREQ, captions above or below; the distance is the project's proposal",
    severity="warning",
    run=lambda subject: run(subject),
)


def run(subject: Subject) -> Iterator[Finding]:
    """Each caption against the pictures of its block."""
    captions: dict[str, list[DrawnLine]] = {}
    for line in subject.lines:
        if line.part.startswith("caption"):
            captions.setdefault(line.node, []).append(line)
    for node, lines in captions.items():
        owner = owner_of(node)
        pictures = _pictures(subject, owner)
        if not pictures:
            raise NotCheckedError(f"the caption of “{owner}” has no picture on the page")
        yield from _held(subject, owner, hull(line.rect for line in lines), pictures, lines)


def _held(
    subject: Subject, owner: str, rect: Rect, pictures: list[Rect], lines: list[DrawnLine]
) -> Iterator[Finding]:
    text = "".join(line.text for line in lines)
    pitch = subject.page.grid.pitch
    most = subject.points(subject.rules.caption.gap)
    gap = min(distance(rect, picture) for picture in pictures)
    width = hull(pictures).width
    if gap > most + EPS_PT:
        fault = (
            f"“{text}” stands {gap / pitch:.1f} lines from its picture (at most {most / pitch:g})"
        )
    elif rect.width > width + subject.zi / 2:
        fault = f"“{text}” is {to_mm(rect.width):.1f} mm wide, its picture {to_mm(width):.1f} mm"
    else:
        return
    yield Finding(
        message=fault,
        where=subject.places.get(owner),
        spot=subject.spot(rect),
        hint="set it in more lines, or beside the picture it belongs to",
        about=(owner,),
    )


def _pictures(subject: Subject, owner: str) -> list[Rect]:
    """The pictures of a block; a panel stands for one that is still to come."""
    found = [
        item.rect
        for item in subject.page.items
        if owner_of(item.node) == owner and isinstance(item, Picture)
    ]
    return found or [
        item.rect
        for item in subject.page.items
        if item.node == owner and isinstance(item, Box) and item.role == "panel"
    ]


def distance(a: Rect, b: Rect) -> float:
    """The way from one rectangle to another, along the longer of its two legs."""
    across = max(a.x - b.right, b.x - a.right, 0.0)
    down = max(a.y - b.bottom, b.y - a.bottom, 0.0)
    return max(across, down)
