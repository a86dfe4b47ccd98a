"""One page of a press PDF: its boxes and its content stream."""

from collections.abc import Hashable, Mapping
from typing import Final

from layout.display.items import Box, GlyphRun, Page, Picture, Stroke
from layout.render.press.cache import PressCache
from layout.render.press.content import Writer, show
from layout.render.press.flate import stream
from layout.render.press.numbers import box
from layout.render.press.setting import FaceUse, texts_of

MARKS_ROOM: Final = 0.0
"""Room around the bleed for printer's marks, in points; none are drawn yet."""


def page_stream(page: Page, uses: Mapping[str, FaceUse], cache: PressCache) -> tuple[bytes, bool]:
    """The body of a page's content stream, and whether it needs the overprint states."""
    coding: Hashable = tuple(
        (key, use.name, tuple(use.codes.more.items())) for key, use in uses.items()
    )
    kept = cache.pages.get(page.name)
    if kept is not None and kept[1] == coding and kept[0] == page:
        return kept[2], kept[3]

    kept_runs = cache.shown

    def shown(run: GlyphRun) -> str:
        use = uses[run.face]
        codes = use.codes
        written = codes.codes(run.glyphs, texts_of(run, cache)[0]) if codes.more else run.glyphs
        em = run.size * run.h_scale
        key = (run.face, em, written, run.xs)
        found = kept_runs.get(key)
        if found is None:
            found = kept_runs.put(key, show(written, run.xs, use.by_code, em))
        return found

    margin = page.bleed + MARKS_ROOM
    writer = Writer(
        left=margin,
        top=margin + page.height,
        font_name=lambda key: uses[key].name,
        shown=shown,
        picture_name=picture_names(page).__getitem__,
    )
    for item in page.items:
        match item:
            case GlyphRun():
                writer.run(item)
            case Box():
                writer.box(item)
            case Stroke():
                writer.stroke(item)
            case Picture():
                writer.picture(item)
    body = stream(b"", writer.finish(), cache.compressor)
    cache.pages.put(page.name, (page, coding, body, writer.uses_overprint))
    return body, writer.uses_overprint


def picture_names(page: Page) -> dict[str, str]:
    """The resource name of each picture on a page."""
    sources = dict.fromkeys(i.source for i in page.items if isinstance(i, Picture))
    return {source: f"P{at}" for at, source in enumerate(sources, 1)}


def page_boxes(page: Page) -> bytes:
    """MediaBox, BleedBox and TrimBox; the trim starts where bleed and marks end."""
    edge = MARKS_ROOM + page.bleed
    media = (0.0, 0.0, page.width + 2 * edge, page.height + 2 * edge)
    bleed = (MARKS_ROOM, MARKS_ROOM, media[2] - MARKS_ROOM, media[3] - MARKS_ROOM)
    trim = (edge, edge, edge + page.width, edge + page.height)
    return f"/MediaBox{box(media)}/BleedBox{box(bleed)}/TrimBox{box(trim)}".encode("ascii")
