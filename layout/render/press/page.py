"""One page of a press PDF: its content stream."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from layout.color import Color
from layout.display.items import Box, GlyphRun, Page, Path, Picture, Stroke
from layout.display.overprint import Laid, Look, overprints
from layout.pdf.art import PlacedForm
from layout.render.base import glyph_texts
from layout.render.press.cache import PressCache
from layout.render.press.content import PlacedArt, UprightPart, Writer, show
from layout.render.press.cuts import NONE, Cuts, box_starts
from layout.render.press.reading import SPACE, Aids
from layout.render.press.setting import DOWN, EmbeddedFace

W = TypeVar("W", bound=Writer)

NO_ART: Final[Mapping[int, PlacedArt]] = MappingProxyType({})


class WrittenRun(NamedTuple):
    """A run as it is written: with the codes, cuts, spaces and end that it has, where its first box
    begins, in points from the run's beginning, and its text-showing operators."""

    run: GlyphRun
    codes: tuple[int, ...]
    cuts: Cuts
    spaces: int
    ends: bool
    first: float
    shown: str


class PageStream(NamedTuple):
    """The deflated content of a page, whether it needs the overprint states, and the spots that it
    calls by the names that `spot_name` gives, at full strength."""

    packed: bytes
    overprints: bool
    spots: tuple[Color, ...]


def page_stream(
    page: Page,
    uses: Mapping[str, EmbeddedFace],
    aids: Aids,
    cache: PressCache,
    art: Mapping[str, PlacedForm] | None = None,
    *,
    look: Look | None = None,
) -> PageStream:
    """A page as it is written. `art` is what it shows of vector artwork, by its source; `look`
    tells of the pictures that black type stands on."""
    overprinting = overprints(page, look)
    coding: Hashable = (
        tuple(overprinting),
        *(
            (key, use.name, *use.codes.more.items(), *use.codes.boxed.items())
            for key, use in uses.items()
        ),
    )
    placed: dict[int, PlacedArt] = {}
    if art:
        from layout.render.press.art import placed_art  # few pages have any

        shown = [i for i in page.items if isinstance(i, Picture) and i.source in art]
        placed = {id(item): placed_art(page, item, art[item.source]) for item in shown}
        coding = (coding, tuple(placed.values()))
    kept = cache.pages.get(page.name)
    if kept is not None and kept[1] == coding and kept[0] == page:
        return PageStream(*kept[2:])

    left, top = page.bleed, page.bleed + page.height
    writer = written(
        page, uses, aids, cache, Writer,
        overprinting=overprinting, left=left, top=top, placed=placed,
    )  # fmt: skip
    packed = cache.compressor.compress(writer.finish())
    made = PageStream(packed, writer.uses_overprint, tuple(writer.spots))
    cache.pages.put(page.name, (page, coding, *made))
    return made


def written(
    page: Page,
    uses: Mapping[str, EmbeddedFace],
    aids: Aids,
    cache: PressCache,
    make: Callable[..., W],
    *,
    overprinting: Sequence[Laid],
    left: float,
    top: float,
    placed: Mapping[int, PlacedArt] = NO_ART,
) -> W:
    """A writer that `make` has made, after the whole page was written with it. How each item is
    printed says `overprinting`; the trim's top left is at `left` and `top` in PDF space."""
    before: dict[int, WrittenRun] = cache.lines_on(page.name)
    lines: dict[int, WrittenRun] = {}

    def coded(run: GlyphRun) -> tuple[int, ...]:
        codes = uses[run.face].codes
        cut = aids.cuts.get(id(run), NONE)
        if not (codes.more or cut):
            return run.glyphs
        return codes.codes(run.glyphs, glyph_texts(run), cut, down=run.vertical)

    def line(run: GlyphRun) -> WrittenRun:
        this = id(run)
        found = lines.get(this)
        if found is not None:
            return found
        codes, cuts = coded(run), aids.cuts.get(this, NONE)
        spaces, ends = aids.indents.get(this, 0), this in aids.ends
        found = before.get(this)
        if not (
            found is not None
            and found.run is run
            and found.codes == codes
            and found.cuts == cuts
            and found.spaces == spaces
            and found.ends is ends
        ):
            found = _written(run, codes, cuts, uses[run.face], cache, spaces=spaces, ends=ends)
        lines[this] = found
        return found

    writer = make(
        left=left,
        top=top,
        font_name=lambda key, column: uses[key].name + DOWN * column,
        shown=lambda run: line(run).shown,
        parts=_columns(page, uses, coded, aids).__getitem__,
        picture_name=picture_names(page).__getitem__,
        first=lambda run: line(run).first,
        art=lambda picture: placed.get(id(picture)),
    )
    for item, laid in zip(page.items, overprinting, strict=True):
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
    before.clear()
    before.update(lines)
    return writer


def _written(
    run: GlyphRun,
    codes: tuple[int, ...],
    cuts: Cuts,
    use: EmbeddedFace,
    cache: PressCache,
    *,
    spaces: int,
    ends: bool,
) -> WrittenRun:
    """A line with its operators, and where they begin."""
    em = run.size if run.turned else run.size * run.h_scale
    xs, shown_codes = run.xs, codes
    if cuts:
        xs = box_starts(run, cuts, use.face.upem)
    if spaces:
        gid = use.face.glyph(SPACE)
        shown_codes = (use.codes.more.get((gid, SPACE), gid),) * spaces + codes
        xs = (*[at * em for at in range(-spaces, 0)], *xs)
    first = xs[0] if cuts or spaces else 0.0
    if first:
        xs = tuple([x - first for x in xs])
    key = (run.face, em, shown_codes, xs, ends)
    shown = cache.shown.get(key)
    if shown is None:
        shown = cache.shown.put(key, show(shown_codes, xs, use.by_code, em, ends=ends))
    return WrittenRun(run, codes, cuts, spaces, ends, first, shown)


def _columns(
    page: Page,
    uses: Mapping[str, EmbeddedFace],
    coded: Callable[[GlyphRun], tuple[int, ...]],
    aids: Aids,
) -> dict[GlyphRun, list[UprightPart]]:
    """The parts of every upright run of a page, each made with an eye to what comes after it."""
    runs = [i for i in page.items if isinstance(i, GlyphRun) and i.glyphs]
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
            cuts = aids.cuts.get(id(run), NONE)
            parts = column_parts(
                run, coded(run), use.by_code, down=use.down, before=before, after=after, cuts=cuts
            )
            made[run] = parts
            start += parts[0].y
        after = Beginning(start, run.size)
    return made


def picture_names(page: Page) -> dict[str, str]:
    """The resource name of each picture on a page."""
    sources = dict.fromkeys(i.source for i in page.items if isinstance(i, Picture))
    return {source: f"P{at}" for at, source in enumerate(sources, 1)}
