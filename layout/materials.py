"""What a page's pictures learn from their files: pixels, and the outlines that text runs round."""

from collections.abc import Callable, Iterator
from typing import Final

from layout.diagnostics import Diagnostic, Place, error, info, warning
from layout.display.items import Page
from layout.errors import BanxinError
from layout.pdf.art import PlacedForm
from layout.pictures import PictureStore
from layout.pictures.fineness import by_source, wanted
from layout.record import replace
from layout.spec.resolve.resolved import (
    Content,
    RBlock,
    RMasthead,
    RPage,
    RPicture,
    RPictures,
    RStory,
    pictures_of,
)
from layout.words.said import Said, said

NAMED: Final = 4  # pictures that a remark on several names


def with_pixels(page: RPage, store: PictureStore, found: list[Diagnostic]) -> RPage:
    """The page whose pictures know their pixels, and how they fill their frames where the spec does
    not say: those with transparent parts and vector artwork stand whole.

    What is wrong with a file is added to `found`; its picture then has no pixels.
    """
    sizes: dict[str, tuple[int, int]] = {}
    clear: set[str] = set()
    line_art: set[str] = set()
    vector: set[str] = set()
    noted: dict[tuple[Said, bool], dict[str, Place]] = {}
    shown = [(p.source, p.place or b.place) for b in page.blocks for p in pictures_of(b.content)]
    for source, place in dict.fromkeys(shown):
        if source is None:
            continue
        try:
            facts = store.info(source)
            sizes[source] = (facts.width, facts.height)
            if facts.vector:
                from layout.pictures.judged import told_of  # few pages have any

                again = source in vector
                told = told_of(store.art(source, page.press), source, place, page.press)
                found += [one for one in told if not again or one.severity == "error"]
                vector.add(source)
                continue
            made = store.judged(source, page.press)
            if made.mode == "bilevel":
                line_art.add(source)
            if made.mask is not None:
                clear.add(source)
            for note in (*made.notes, *made.warned):
                noted.setdefault((note, note in made.warned), {}).setdefault(source, place)
            if facts.frames > 1:
                found.append(
                    warning("PICTURE-FRAMES.first", place, file=source, pictures=facts.frames)
                )
        except BanxinError as exc:
            why = exc.args[0]
            if isinstance(why, Said) and dict(why.values).get("file") == source:
                found.append(error("PICTURE.fault", place, why=why))
            else:
                found.append(error("PICTURE.fault-of", place, file=source, why=why))
    for (note, grave), sources in noted.items():
        names = list(sources)
        more = said("part.and-more", count=len(names) - NAMED) if len(names) > NAMED else ""
        tell = warning if grave else info
        found.append(tell(note.having(files=tuple(names[:NAMED]), more=more), sources[names[0]]))

    def known(picture: RPicture) -> RPicture:
        if picture.source not in sizes:
            return picture
        drawn = picture.source in vector
        whole = (drawn or picture.source in clear) and not picture.framing.fit
        framing = replace(picture.framing, fit="whole") if whole else picture.framing
        return replace(
            picture,
            pixels=sizes[picture.source],
            line_art=picture.source in line_art,
            clear=drawn or picture.source in clear,
            vector=drawn,
            framing=framing,
        )

    return _each(page, lambda block: replace(block, content=_with_pictures(block.content, known)))


def art_of(page: RPage, store: PictureStore) -> dict[str, PlacedForm]:
    """The vector artwork that a page shows, by its source."""
    shown = (p for b in page.blocks for p in pictures_of(b.content) if p.vector)
    return {p.source: store.art(p.source, page.press) for p in shown if p.source is not None}


def with_outlines(page: RPage, store: PictureStore, found: list[Diagnostic]) -> RPage:
    """The page whose pictures know their outlines, where text runs round these.

    What is wrong with them is added to `found`.
    """
    known: dict[str, tuple[tuple[float, float], ...]] = {}

    def outlined(block: RBlock) -> RBlock:
        content, wrap = block.content, block.wrap
        if wrap is None or wrap.shape != "outline" or not isinstance(content, RPicture):
            return block
        if content.source is None or content.pixels is None:
            return block
        if content.vector:
            found.append(error("WRAP.no-vector", block.place, file=content.source))
            return block
        if content.corners and not store.info(content.source).alpha:
            return block  # text runs round its corners
        if content.source not in known:
            width = block.rect.width
            height = width * content.pixels[1] / content.pixels[0]
            try:
                polygon = store.outline(content.source, width, height)
            except BanxinError as exc:
                found.append(error("WRAP.no-outline", block.place, why=exc.args[0]))
                return block
            known[content.source] = tuple((x / width, y / height) for x, y in polygon)
        return replace(block, content=replace(content, outline=known[content.source]))

    return _each(page, outlined)


def brought_down(page: RPage, drawn: Page) -> Iterator[Diagnostic]:
    """What is said of pictures that are printed with fewer pixels than they have, as the press
    asks."""
    if not page.press.resolution:
        return
    shown, told = by_source(drawn.items), set[str]()
    for block in page.blocks:
        for picture in pictures_of(block.content):
            source, pixels = picture.source, picture.pixels
            if source is None or pixels is None or source in told:
                continue
            told.add(source)
            if picture.line_art or picture.vector:
                continue
            size, ppi = wanted(shown.get(source, ()), pixels, page.press.resolution)
            if size != pixels:
                yield info(
                    "PICTURE-FINE.brought-down",
                    picture.place or block.place,
                    file=source,
                    across=pixels[0],
                    down=pixels[1],
                    ppi=ppi,
                    to_across=size[0],
                    to_down=size[1],
                )


def _each(page: RPage, change: Callable[[RBlock], RBlock]) -> RPage:
    """The page with those of its blocks changed that show pictures."""
    blocks = [change(b) if pictures_of(b.content) else b for b in page.blocks]
    return replace(page, blocks=tuple(blocks))


def _with_pictures(content: Content, change: Callable[[RPicture], RPicture]) -> Content:
    """What stands in a block, with each of its pictures changed."""
    if isinstance(content, RPicture):
        return change(content)
    if isinstance(content, RPictures):
        return replace(content, pictures=tuple(change(p) for p in content.pictures))
    if isinstance(content, RMasthead) and content.logo is not None:
        return replace(content, logo=change(content.logo))
    if isinstance(content, RStory):
        headline, label = content.headline, content.label
        backing = headline.backing if headline is not None else None
        if headline is not None and backing is not None and backing.picture is not None:
            behind = replace(backing, picture=change(backing.picture))
            content = replace(content, headline=replace(headline, backing=behind))
        if label is not None and label.picture is not None:
            content = replace(content, label=replace(label, picture=change(label.picture)))
    return content
