"""CAPTION: a caption that stands away from its picture, or is wider than it."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Check, Finding, NotCheckedError
from layout.check.makeup.drawn import DrawnLine, extent, is_ground
from layout.check.makeup.subject import Subject
from layout.display.items import Picture, owner_of
from layout.geometry import Rect, hull
from layout.units import EPS_PT, to_mm
from layout.words.said import said

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
            raise NotCheckedError(said("part.no-picture", block=owner))
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
        told = said("CAPTION.far", text=text, lines=gap / pitch, most_lines=most / pitch)
    elif rect.width > width + subject.zi / 2:
        told = said("CAPTION.wide", text=text, width_mm=to_mm(rect.width), picture_mm=to_mm(width))
    else:
        return
    yield Finding(
        said=told,
        where=subject.places.get(owner),
        spot=subject.spot(rect),
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
        extent(item)
        for item in subject.page.items
        if owner_of(item.node) == owner and is_ground(item) and item.role == "panel"
    ]


def distance(a: Rect, b: Rect) -> float:
    """The way from one rectangle to another, along the longer of its two legs."""
    across = max(a.x - b.right, b.x - a.right, 0.0)
    down = max(a.y - b.bottom, b.y - a.bottom, 0.0)
    return max(across, down)
