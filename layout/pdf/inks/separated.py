"""A page of a PDF as a file with a page of grey for each of its inks. ISO 32000-1, 8.6 and 11.7."""

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import pikepdf

from layout.pdf.document import PageNode, PdfDocument
from layout.pdf.inks.laid import ALL, INKS, NONE
from layout.pdf.inks.rewriting import Separator, grey_group
from layout.pdf.inks.samples import Pixels
from layout.pdf.inks.states import InkState
from layout.pdf.matrix import Box
from layout.pdf.objects import Obj, array, get, integer, is_dict, items, one_or_many
from layout.pdf.spaces import ColorSpace, Spaces
from layout.record import record
from layout.words.said import Said, said

MOST_INKS: Final = 12
HIDDEN: Final = 0b10_0010
"""Flags of an annotation that is not printed: Hidden, NoView. ISO 32000-1, table 165."""
DEEPEST: Final = 24


@record
class SeparatedPage:
    """`pdf` has a page of grey for each of `inks`, in order, black is full ink: those of which
    anything is laid. `names` are all inks of the page, `missed` what is not in any of them."""

    pdf: bytes
    inks: tuple[str, ...]
    names: tuple[str, ...]
    missed: tuple[Said, ...]


def separated(
    document: PdfDocument, node: PageNode, area: Box, pixels: Pixels, finest: int
) -> SeparatedPage:
    """A page put apart. `area` becomes the media of every plate; a picture of more pixels a side
    than `finest` is reduced. Raises `PdfError`."""
    spots, more = spots_of(document, node)
    out = pikepdf.new()
    separator = Separator(document, (*INKS, *spots), out, pixels, finest)
    if more:
        separator.tell(said("part.plates-inks", count=len(spots) + more, most=MOST_INKS))
    streams = one_or_many(get(node.obj, "/Contents"))
    data = b"\n".join(separator.bytes_of(one) for one in streams)
    content = separator.content(data, node.resources, InkState(), begin=True)
    if any(_shown(one) for one in array(get(node.obj, "/Annots"))):
        separator.tell(said("part.plates-annotations"))
    laid = tuple([ink for ink in separator.inks if ink in separator.laid])
    media = pikepdf.Array([Decimal(f"{v:.6f}") for v in area])
    for ink in laid:
        data, resources = content[ink]
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=media,
            Resources=resources,
            Contents=pikepdf.Stream(out, data),
        )
        group = get(node.obj, "/Group")
        if is_dict(group):
            page.Group = grey_group(group)
        out.pages.append(pikepdf.Page(out.make_indirect(page)))
    target = io.BytesIO()
    if laid:
        out.save(
            target,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return SeparatedPage(
        pdf=target.getvalue(), inks=laid, names=separator.inks, missed=tuple(separator.missed)
    )


def spots_of(document: PdfDocument, node: PageNode) -> tuple[tuple[str, ...], int]:
    """The spots that a page's resources name, and how many more there are than are put apart."""
    found: dict[str, None] = {}
    spaces = Spaces()
    seen: set[tuple[int, int]] = set()
    for obj, resources in _spaces(node.resources, seen, 0, document.limits.objects):
        for ink in _inks(spaces.read(obj, resources)):
            if ink not in (*INKS, ALL, NONE):
                found[ink] = None
    spots = tuple(found)
    most = MOST_INKS - len(INKS)
    return spots[:most], max(0, len(spots) - most)


def _inks(space: ColorSpace) -> tuple[str, ...]:
    inner = space
    while inner.family in ("Indexed", "Pattern") and inner.base is not None:
        inner = inner.base
    return inner.inks if inner.family in ("Separation", "DeviceN") else ()


def _spaces(
    resources: Obj, seen: set[tuple[int, int]], deep: int, most: int
) -> Iterator[tuple[Obj, Obj]]:
    """Every colour space of resources and of what they hold, with the resources it is named in."""
    if not is_dict(resources) or deep > DEEPEST or len(seen) > most:
        return
    for _, obj in items(get(resources, "/ColorSpace")):
        yield obj, resources
    for kind in ("/XObject", "/Pattern", "/Shading"):
        for _, obj in items(get(resources, kind)):
            if not is_dict(obj) or (obj.objgen != (0, 0) and obj.objgen in seen):
                continue
            seen.add(obj.objgen)
            for holder in (obj, get(obj, "/Shading")):
                given = get(holder, "/ColorSpace")
                if given is not None:
                    yield given, resources
            yield from _spaces(get(obj, "/Resources"), seen, deep + 1, most)


def _shown(annotation: Obj) -> bool:
    """Whether an annotation has an appearance that is printed."""
    flags = integer(get(annotation, "/F")) or 0
    return is_dict(get(annotation, "/AP")) and not flags & HIDDEN
