"""One page of a press PDF: its content stream."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from layout.color import Color
from layout.display.items import Box, GlyphRun, Item, Page, Path, Picture, Stroke
from layout.display.overprint import Laid, Look, laid_parts
from layout.lastmade import NEVER
from layout.pdf.art import PlacedForm
from layout.render.base import glyph_texts
from layout.render.press.cache import PressCache
from layout.render.press.content import PlacedArt, State, UprightPart, Writer, show
from layout.render.press.cuts import NONE, Cuts, box_starts
from layout.render.press.reading import SPACE, PagePart
from layout.render.press.setting import DOWN, EmbeddedFace

W = TypeVar("W", bound=Writer)

NO_ART: Final[Mapping[int, PlacedArt]] = MappingProxyType({})


class PageStream(NamedTuple):
    """The deflated content of a page, whether it needs the overprint states, and the spots that it
    calls by the names that `spot_name` gives, at full strength."""

    packed: bytes
    overprints: bool
    spots: tuple[Color, ...]


def page_stream(
    page: Page,
    parts: Sequence[PagePart],
    uses: Mapping[str, EmbeddedFace],
    cache: PressCache,
    art: Mapping[str, PlacedForm] | None = None,
    *,
    look: Look | None = None,
) -> PageStream:
    """A page, in its parts, as it is written. `art` is what it shows of vector artwork, by its
    source; `look` tells of the pictures that black type stands on."""
    last = cache.last_on(page.name)
    overprinting = laid_parts(page, [(part.name, part.items) for part in parts], look, last)
    placed: dict[int, PlacedArt] = {}
    if art:
        from layout.render.press.art import placed_art  # few pages have any

        shown = [i for part in parts for i in part.items if isinstance(i, Picture)]
        placed = {id(i): placed_art(page, i, art[i.source]) for i in shown if i.source in art}
    faces = [
        (key, use.name, *use.codes.more.items(), *use.codes.boxed.items())
        for key, use in uses.items()
    ]
    coding = (tuple(faces), tuple(placed.values()))
    laid = tuple(overprinting)
    kept = cache.pages.get(page.name)
    if kept is not None and kept[1] == (coding, laid) and kept[0] == page:
        return PageStream(*kept[2:])

    writer = written(
        page, parts, uses, cache, Writer, overprinting=overprinting, left=page.bleed,
        top=page.bleed + page.height, placed=placed, coding=coding,
    )  # fmt: skip
    packed = cache.compressor.compress(writer.finish())
    made = PageStream(packed, writer.uses_overprint, tuple(writer.spots))
    cache.pages.put(page.name, (page, (coding, laid), *made))
    return made


def written(
    page: Page,
    parts: Sequence[PagePart],
    uses: Mapping[str, EmbeddedFace],
    cache: PressCache,
    make: Callable[..., W],
    *,
    overprinting: Sequence[Sequence[Laid]],
    left: float,
    top: float,
    placed: Mapping[int, PlacedArt] = NO_ART,
    coding: Hashable = None,
) -> W:
    """A writer that `make` has made, after the whole page was written with it. How each item of
    each part is printed says `overprinting`; the trim's top left is at `left` and `top` in PDF
    space. With `coding`, which says what codes and what is placed beside the items, a part is as it
    was when the page was last written, where nothing has changed."""
    cuts: dict[int, Cuts] = {}
    indents: dict[int, int] = {}
    ends: set[int] = set()
    for part in parts:
        cuts |= part.cuts
        indents |= part.indents
        ends |= part.ends

    def coded(run: GlyphRun) -> tuple[int, ...]:
        codes = uses[run.face].codes
        cut = cuts.get(id(run), NONE)
        if not (codes.more or cut):
            return run.glyphs
        return codes.codes(run.glyphs, glyph_texts(run), cut, down=run.vertical)

    def line(run: GlyphRun) -> tuple[float, str]:
        this = id(run)
        return _shown(
            run, coded(run), cuts.get(this, NONE), uses[run.face], cache,
            spaces=indents.get(this, 0), ends=this in ends,
        )  # fmt: skip

    columns = _columns(parts, uses, coded, cuts)
    names = picture_names(page)
    writer = make(
        left=left,
        top=top,
        font_name=lambda key, column: uses[key].name + DOWN * column,
        line=line,
        parts=columns.__getitem__,
        picture_name=names.__getitem__,
        art=lambda picture: placed.get(id(picture)),
    )
    # An upright run is written with an eye to the runs beside it, whatever part they are of.
    last = cache.last_on(page.name) if coding is not None and not columns else NEVER
    beside = (coding, names, left, top)
    beside = last.of("beside", beside, lambda: beside)  # compared once for all parts
    lines: list[str] = []
    for part, laid in zip(parts, overprinting, strict=True):
        given = (part, laid, writer.state, beside)
        own, writer.state = last.of(
            ("written", part.name), given, partial(_written, writer, part.items, laid)
        )
        lines += own
    writer.lines = lines
    return writer


def _written(
    writer: Writer, items: Sequence[Item], overprinting: Sequence[Laid]
) -> tuple[list[str], State]:
    """The operators of some items, and the state in which they leave the page."""
    writer.lines = []
    for item, laid in zip(items, overprinting, strict=True):
        match item:
            case GlyphRun():
                writer.run(item, laid)
            case Box():
                writer.box(item, laid)
            case Stroke():
                writer.stroke(item, laid)
            case Path():
                writer.path(item, laid)
            case Picture():
                writer.picture(item)
    return writer.lines, writer.state


def _shown(
    run: GlyphRun,
    codes: tuple[int, ...],
    cuts: Cuts,
    use: EmbeddedFace,
    cache: PressCache,
    *,
    spaces: int,
    ends: bool,
) -> tuple[float, str]:
    """Where the first box of a run begins, in points from its beginning, and its operators."""
    em = run.size if run.turned else run.size * run.h_scale
    xs = run.xs
    if cuts:
        xs = box_starts(run, cuts, use.face.upem)
    if spaces:
        gid = use.face.glyph(SPACE)
        codes = (use.codes.more.get((gid, SPACE), gid),) * spaces + codes
        xs = (*[at * em for at in range(-spaces, 0)], *xs)
    first = xs[0] if cuts or spaces else 0.0
    if first:
        xs = tuple([x - first for x in xs])
    key = (run.face, em, codes, xs, ends)
    shown = cache.shown.get(key)
    if shown is None:
        shown = cache.shown.put(key, show(codes, xs, use.by_code, em, ends=ends))
    return first, shown


def _columns(
    parts: Iterable[PagePart],
    uses: Mapping[str, EmbeddedFace],
    coded: Callable[[GlyphRun], tuple[int, ...]],
    cuts: Mapping[int, Cuts],
) -> dict[GlyphRun, list[UprightPart]]:
    """The parts of every upright run of a page, each made with an eye to what comes after it."""
    runs = [i for part in parts for i in part.items if isinstance(i, GlyphRun) and i.glyphs]
    if not any(run.vertical for run in runs):
        return {}
    from layout.render.press.columns import Beginning, column_parts  # few pages have any

    made: dict[GlyphRun, list[UprightPart]] = {}
    after: Beginning | None = None
    for at in range(len(runs) - 1, -1, -1):
        run = runs[at]
        start = run.y
        if run.vertical and not run.turned:
            use = uses[run.face]
            last = runs[at - 1] if at else None
            settled = last is not None and (last.turned or not last.vertical)
            before = Beginning(last.y, last.size) if last is not None and settled else None
            cut = cuts.get(id(run), NONE)
            made[run] = column_parts(
                run, coded(run), use.by_code, down=use.down, before=before, after=after, cuts=cut
            )
            start += made[run][0].y
        after = Beginning(start, run.size)
    return made


def picture_names(page: Page) -> dict[str, str]:
    """The resource name of each picture on a page."""
    sources = dict.fromkeys(i.source for i in page.items if isinstance(i, Picture))
    return {source: f"P{at}" for at, source in enumerate(sources, 1)}
