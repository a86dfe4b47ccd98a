"""One page of a press PDF: its content stream."""

from collections.abc import Callable, Hashable, Mapping

from layout.display.items import Box, GlyphRun, Page, Path, Picture, Stroke
from layout.render.press.cache import PressCache
from layout.render.press.content import Part, Writer, show
from layout.render.press.leaves import MARKS_ROOM
from layout.render.press.setting import DOWN, FaceUse, texts_of


def page_stream(page: Page, uses: Mapping[str, FaceUse], cache: PressCache) -> tuple[bytes, bool]:
    """The deflated content of a page, and whether it needs the overprint states."""
    coding: Hashable = tuple(
        (key, use.name, tuple(use.codes.more.items())) for key, use in uses.items()
    )
    kept = cache.pages.get(page.name)
    if kept is not None and kept[1] == coding and kept[0] == page:
        return kept[2], kept[3]

    kept_runs = cache.shown

    def coded(run: GlyphRun) -> tuple[int, ...]:
        codes = uses[run.face].codes
        return codes.codes(run.glyphs, texts_of(run, cache)[0]) if codes.more else run.glyphs

    def shown(run: GlyphRun) -> str:
        written = coded(run)
        em = run.size if run.turned else run.size * run.h_scale
        key = (run.face, em, written, run.xs)
        found = kept_runs.get(key)
        if found is None:
            found = kept_runs.put(key, show(written, run.xs, uses[run.face].by_code, em))
        return found

    margin = page.bleed + MARKS_ROOM
    writer = Writer(
        left=margin,
        top=margin + page.height,
        font_name=lambda key, column: uses[key].name + DOWN * column,
        shown=shown,
        parts=_columns(page, uses, coded).__getitem__,
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
            case Path():
                writer.path(item)
            case Picture():
                writer.picture(item)
    packed = cache.compressor.compress(writer.finish())
    cache.pages.put(page.name, (page, coding, packed, writer.uses_overprint))
    return packed, writer.uses_overprint


def _columns(
    page: Page, uses: Mapping[str, FaceUse], coded: Callable[[GlyphRun], tuple[int, ...]]
) -> dict[GlyphRun, list[Part]]:
    """The parts of every upright run of a page, each made with an eye to what comes after it."""
    runs = [i for i in page.items if isinstance(i, GlyphRun) and i.glyphs]
    if not any(run.vertical for run in runs):
        return {}
    from layout.render.press.columns import Beginning, column_parts  # few pages have any

    made: dict[GlyphRun, list[Part]] = {}
    after: Beginning | None = None
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        start = run.y
        if run.vertical and not run.turned:
            use = uses[run.face]
            last = runs[at - 1] if at else None
            settled = last is not None and (last.turned or not last.vertical)
            before = Beginning(last.y, last.size) if last is not None and settled else None
            parts = column_parts(
                run, coded(run), use.by_code, down=use.down, before=before, after=after
            )
            made[run] = parts
            start += parts[0].y
        after = Beginning(start, run.size)
    return made


def picture_names(page: Page) -> dict[str, str]:
    """The resource name of each picture on a page."""
    sources = dict.fromkeys(i.source for i in page.items if isinstance(i, Picture))
    return {source: f"P{at}" for at, source in enumerate(sources, 1)}
