"""A composed page as the layout checks see it: the only place here that knows of composing."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from layout.check.engine import Acceptance
from layout.check.makeup.drawn import drawn_lines, titles
from layout.check.makeup.edition import EditionPages, index_items
from layout.check.makeup.ink import Inks
from layout.check.makeup.subject import (
    AdvertFacts,
    CodeFacts,
    IndexEntry,
    InkFacts,
    Light,
    PageFacts,
    PlacedArtwork,
    Shown,
    StoryFacts,
    Subject,
    TableFacts,
    Words,
)
from layout.diagnostics import Place, StopError
from layout.display.cut import Grain
from layout.display.extent import Ltrb
from layout.display.items import Box, Page, Picture, owner_of
from layout.display.overprint import Look
from layout.environment import Environment, PathError
from layout.errors import BanxinError
from layout.flow.pictures.framing import MIDDLE, cuts, over_one_another, owners_of
from layout.pdf.art import PlacedForm
from layout.pictures.artwork import parted
from layout.pictures.facts import MAX_BYTES, PictureError
from layout.pictures.store import PictureStore
from layout.pipeline import Composed
from layout.record import fields
from layout.spec.model.checks import Accept, Checks, over
from layout.spec.reader.fields import keys_of
from layout.spec.resolve.resolved import (
    RBlock,
    RCell,
    RCode,
    RCredits,
    RImprint,
    RIndex,
    RMasthead,
    RPage,
    RPicture,
    RPictures,
    RStory,
    RTable,
    RText,
    StyledText,
    pictures_of,
)
from layout.spec.resolve.swatches import named_colors
from layout.units import PT_PER_INCH, fits

WORDED: Final = (
    RText, RPicture, RPictures, RTable, RCell, RIndex, RCredits, RMasthead, RImprint, RCode,
)  # fmt: skip
"""What stands in blocks and holds texts of the spec itself."""


def gather(composed: Composed, known: dict[Path, PageFacts | StopError] | None = None) -> Subject:
    """The facts of a page. `known` are pages of its edition that were read before."""
    page, resolved, sources = composed.page, composed.resolved, composed.sources
    lines = drawn_lines(page)
    edition = EditionPages(composed.environment, sources, resolved, known)
    blocks = resolved.blocks
    pictures = _Pictures(composed.environment, composed.art)
    return Subject(
        page=page,
        rules=over(sources.edition.checks, sources.page.checks),
        zi=resolved.body.size,
        lines=lines,
        titles=titles(page, lines),
        stories=tuple(
            _story(block, block.content) for block in blocks if isinstance(block.content, RStory)
        ),
        texts={
            block.id: (block.content.lines[0].style.level, block.content.lines[0].style.script)
            for block in blocks
            if isinstance(block.content, RText)
        },
        index=tuple(
            entry
            for block in blocks
            if isinstance(block.content, RIndex)
            for entry in _index(block, block.content)
        ),
        words=tuple(_words(resolved)),
        places={block.id: block.place for block in blocks},
        tables=tuple(_tables(composed)),
        codes=tuple(_codes(composed)),
        adverts=tuple(_adverts(composed)),
        artwork=tuple(_artwork(composed)),
        spots=tuple(
            color.spot
            for color in named_colors(tuple([sheet for sheet, _ in sources.sheets]), []).values()
            if color.spot
        )
        if composed.art
        else (),
        ink=pictures.ink,
        look=pictures.look(page),
        wrapped=dict(_wrapped(composed)),
        over=frozenset(over_one_another(resolved)),
        faults=frozenset(_faults(composed)),
        place=sources.page.place_of("page"),
        cuts=tuple(cuts(resolved, page.items)),
        shown=tuple(_shown(composed)),
        inks=Inks(composed.catalog.by_key),
        light=pictures.light,
        focuses=dict(_focuses(resolved)) if resolved.facing is not None else {},
        in_strip=frozenset(_in_strip(resolved)),
        edition=edition,
    )


def _shown(composed: Composed) -> Iterator[Shown]:
    """The pictures of a page whose pixels are known, in reading order."""
    owners = owners_of(composed.resolved)
    for item in composed.page.items:
        if not isinstance(item, Picture) or (item.node, item.source) not in owners:
            continue
        block, picture = owners[item.node, item.source]
        if picture.pixels is not None and not picture.vector:
            yield Shown(
                grain=Grain(picture=item, pixels=picture.pixels),
                block=block.id,
                place=picture.place or block.place,
                line_art=picture.line_art,
            )


def _artwork(composed: Composed) -> Iterator[PlacedArtwork]:
    """The vector artwork of a page, in reading order."""
    if not composed.art:
        return
    owners = owners_of(composed.resolved)
    within = {
        (block.id, picture.source): (block, picture)
        for block in composed.resolved.blocks
        for picture in pictures_of(block.content)
    }
    for item in composed.page.items:
        if not isinstance(item, Picture) or item.source not in composed.art:
            continue
        block, picture = (
            owners.get((item.node, item.source)) or within[owner_of(item.node), item.source]
        )
        yield PlacedArtwork(
            block=block.id, form=composed.art[item.source], picture=item,
            place=picture.place or block.place, advert=picture.advert,
        )  # fmt: skip


def _focuses(page: RPage) -> Iterator[tuple[tuple[str, str], tuple[str, float, bool]]]:
    """Where the main point of each picture is, from its left, and whether the spec says so."""
    for (node, source), (block, picture) in owners_of(page).items():
        if source is not None:
            yield (node, source), (block.id, picture.focus[0], picture.focus != MIDDLE)


def _in_strip(page: RPage) -> Iterator[str]:
    """The blocks that stand in the strip between two facing pages."""
    strip = page.facing.strip if page.facing is not None else None
    if strip is None:
        return
    for block in page.blocks:
        if fits(strip[0], block.rect.x) and fits(block.rect.right, strip[1]):
            yield block.id


class _Pictures:
    """Pictures read for what checks ask of their pixels; of one that cannot be read that is None:
    composing has told it."""

    def __init__(self, environment: Environment, art: Mapping[str, PlacedForm]) -> None:
        self._environment = environment
        self._art = art
        self._lights: dict[str, Light | None] = {}

    def light(self, source: str) -> Light | None:
        """The shade of a picture that type stands on, made when it is first asked for."""
        if source not in self._lights:
            from layout.pictures.shade import shade

            try:
                self._lights[source] = shade(self._pixels(source), source)
            except BanxinError:
                self._lights[source] = None
        return self._lights[source]

    def ink(self, source: str, pixels: float) -> InkFacts | None:
        """How much ink a picture has, as means of `pixels` by `pixels`; None where it has none of
        its own."""
        from layout.pictures.coverage import coverage  # few pages have an advert

        try:
            return coverage(self._read(source), source, pixels)
        except (PathError, PictureError):
            return None

    def look(self, page: Page) -> Look:
        """What tells of the inks of a picture that black type stands on."""
        from layout.pictures.underlay import Underlay

        under = Underlay(PictureStore(self._environment), page)

        def most(picture: Picture, box: Ltrb) -> float | None:
            try:
                return under.most(picture, box)
            except BanxinError:
                return None

        return most

    def _pixels(self, source: str) -> bytes:
        """A picture as a file of pixels, whatever it is. Raises `PathError`, `BanxinError`."""
        art = self._art.get(source)
        if art is None:
            return self._read(source)
        from layout.pictures.shade import SIDE
        from layout.render.artshot import art_shot

        return art_shot(art, dpi=SIDE * PT_PER_INCH / max(art.width, art.height))

    def _read(self, source: str) -> bytes:
        """The bytes of a picture. Raises `PathError`."""
        path = self._environment.find(parted(source)[0], self._environment.root)
        return self._environment.read(path, MAX_BYTES)


def _words(page: RPage) -> Iterator[Words]:
    """Every text that the spec itself gives, each once."""
    header = page.header
    if header is not None:
        for line in (*header.left, *header.center, *header.right, header.name):
            if line is not None:
                yield Words(block="header", text=line.text, place=line.place)
    for block in page.blocks:
        for line in _texts(block.content):
            yield Words(block=block.id, text=line.text, place=line.place)


def _texts(value: object) -> Iterator[StyledText]:
    """The texts inside a block's content; those of a story's head are the story's."""
    if isinstance(value, StyledText):
        yield value
    elif isinstance(value, RStory):
        yield from _texts(value.foot)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, WORDED):
        for one in fields(type(value)):
            yield from _texts(getattr(value, one.name))


def acceptances(accept: Iterable[Accept]) -> list[Acceptance]:
    """The findings that a page explains."""
    return [Acceptance(check=a.check, at=a.at, why=a.why, place=a.place) for a in accept]


def severities(rules: Checks) -> dict[str, str]:
    """The severities that a spec gives, by check."""
    given = {key: getattr(rules, spec.name).severity for key, spec in keys_of(Checks).items()}
    return {key: severity for key, severity in given.items() if severity is not None}


def _story(block: RBlock, content: RStory) -> StoryFacts:
    return StoryFacts(
        block=block.id,
        node=content.story.name,
        place=block.place,
        story=content.story,
        level=content.body.level,
        script=content.body.script,
        evidence=content.evidence,
        columns=content.columns.count,
        end_level=content.columns.level,
        white=content.headline.white if content.headline is not None else None,
        down=content.vertical,
    )


def _tables(composed: Composed) -> Iterator[TableFacts]:
    """The tables of a page; how they fit is what composing has told of them."""
    found = [d.said for d in composed.diagnostics if d.code in ("TABLE-DEEP", "TABLE-SPARE")]
    told = {one["block"]: one for one in found}
    for block in composed.resolved.blocks:
        content = block.content
        if isinstance(content, RTable):
            one = told.get(block.id)
            yield TableFacts(
                block=block.id,
                file=content.file,
                columns=len(content.columns),
                rows=content.rows,
                characters=sum(len(line.text) for cell in content.cells for line in cell.lines),
                over=one["over_lines"] if one is not None and one.code == "TABLE-DEEP" else 0,
                empty=one["lines"] if one is not None and one.code == "TABLE-SPARE" else 0,
            )


def _codes(composed: Composed) -> Iterator[CodeFacts]:
    """The codes of a page, each where it stands: the white it is drawn on."""
    known: dict[str, tuple[str, RCode]] = {}
    for block in composed.resolved.blocks:
        content = block.content
        if isinstance(content, RCode):
            known[f"{block.id}#code"] = (block.id, content)
        elif isinstance(content, RMasthead):
            codes = enumerate(content.codes, 1)
            known |= {f"{block.id}#code{n}": (block.id, code) for n, code in codes}
    if not known:
        return
    from layout.flow.furniture.code import bars_tall, modules_across  # few pages have one

    for item in composed.page.items:
        if isinstance(item, Box) and item.role == "quiet" and item.node in known:
            block_id, code = known[item.node]
            across = modules_across(code)
            yield CodeFacts(
                block=block_id, node=item.node, rect=item.rect, across=across,
                tall=bars_tall(code, item.rect), place=code.place,
            )  # fmt: skip


def _adverts(composed: Composed) -> Iterator[AdvertFacts]:
    """The adverts of a page, in reading order: blocks of their own, and pictures that say so."""
    blocks = [
        block
        for block in composed.resolved.blocks
        if isinstance(block.content, RPicture) and block.content.advert
    ]
    if not blocks:
        return
    rects = {placed.id: placed.rect for placed in composed.page.blocks}
    drawn = {item.node: item for item in composed.page.items if isinstance(item, Picture)}
    for block in blocks:
        advert, shown = block.content, drawn.get(block.id)
        assert isinstance(advert, RPicture)
        booking = advert.booking
        ppi = 0.0
        if shown is not None and advert.pixels is not None and not advert.vector:
            ppi = Grain(picture=shown, pixels=advert.pixels).ppi
        yield AdvertFacts(
            block=block.id, rect=rects[block.id], file=advert.source or "",
            client=booking.client if booking is not None else "",
            booked=booking.booked if booking is not None else "",
            size=booking.size if booking is not None else None,
            seen=shown.rect if shown is not None else None, ppi=ppi,
            stands_in=advert.stands_in, marked=booking is None or booking.mark is not None,
            place=advert.place or block.place,
        )  # fmt: skip


OUTGROWN: Final = ("DISPLAY-HIGH", "DISPLAY-WIDE", "TABLE-DEEP", "TABLE-WIDE")
"""What composing says where display type stands out of its place."""


def _faults(composed: Composed) -> Iterator[str]:
    """The blocks whose display type does not fit: told at the block, inside it, or in its story."""
    told = [d.where for d in composed.diagnostics if d.code in OUTGROWN and d.severity == "error"]
    places = [where for where in told if isinstance(where, Place)]
    if not places:
        return
    blocks = sorted(composed.resolved.blocks, key=lambda b: (b.place.line, b.place.column))
    header = composed.resolved.header
    heads = (
        [header.folio, header.name, *header.left, *header.center, *header.right] if header else []
    )
    if any(text is not None and text.place in places for text in heads):
        yield "header"
    for where in places:
        before = [b for b in blocks if b.place.file == where.file and _starts(b.place, where)]
        if before:
            yield before[-1].id
        for block in blocks:
            content = block.content
            if isinstance(content, RStory) and content.story.front.place.file == where.file:
                yield block.id


def _starts(place: Place, where: Place) -> bool:
    return (place.line, place.column) <= (where.line, where.column)


def _wrapped(composed: Composed) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
    """The blocks with a polygon that text runs round, where they stand."""
    at = {placed.id: placed.rect for placed in composed.page.blocks}
    for block in composed.resolved.blocks:
        if block.wrap is not None and block.wrap.points and block.id in at:
            r = at[block.id]
            yield (
                block.id,
                tuple((r.x + r.width * x, r.y + r.height * y) for x, y in block.wrap.points),
            )


def _index(block: RBlock, content: RIndex) -> list[IndexEntry]:
    pairs = zip(content.items, index_items(content), strict=True)
    return [
        IndexEntry(
            block=block.id,
            node=f"{block.id}#{number}",
            page=page,
            title=title,
            place=item[1][0].place if item[1] else item[0].place,
        )
        for number, (item, (page, title)) in enumerate(pairs, 1)
    ]
