"""A page as blocks of SVG in the order of painting, with the words that stand in them.

Making a scene again costs what has changed: a run that is the one it was (lines that an edit has
not moved keep theirs, see `workshop`) keeps its piece and its line in the dump, and a block whose
items are all what they were is the block it was. Nothing kept changes what is made.
"""

from collections.abc import Sequence
from hashlib import blake2b, sha256
from typing import Final

from layout.display.bleed import whole_art
from layout.display.dump import dump, head_text, item_text
from layout.display.items import Box, GlyphRun, Item, Page, Path, Picture, Stroke
from layout.display.press import PressFacts
from layout.pictures.artwork import parted
from layout.pictures.facts import ScreenPicture
from layout.record import record
from layout.render.base import Resources
from layout.render.svg.blocks import Share, shares
from layout.render.svg.outlines import Outlines
from layout.render.svg.pieces import (
    Address,
    SvgPiece,
    box_piece,
    path_piece,
    picture_piece,
    run_piece,
    stroke_piece,
)
from layout.render.svg.shown import screen_picture
from layout.render.svg.text import WordLine, text_lines

FIGURES: Final = 32
"""Of a picture's digest in its address."""


@record
class SceneBlock:
    """A block as it is painted. `id` is good for the DOM, `block` is its id in the spec.

    `pieces` are elements of SVG, one an item, in points from the trim's top left, y down; `names`
    are the outlines that they use and `pictures` the sources of what they show. `digest` tells
    blocks that look otherwise apart.
    """

    id: str
    block: str
    pieces: tuple[str, ...]
    digest: str
    names: frozenset[str]
    pictures: tuple[str, ...]
    text: tuple[WordLine, ...]

    @property
    def svg(self) -> str:
        """Its elements in one group that bears its id."""
        return f'<g id="{self.id}">{"".join(self.pieces)}</g>'


@record
class Scene:
    """A page for a browser: lengths in points, blocks in the order of painting.

    `digest` is that of the page's dump, so of all that is printed. `names` are the outlines that
    are used; `Outlines.drawn` has them.
    """

    name: str
    width: float
    height: float
    bleed: float
    blocks: tuple[SceneBlock, ...]
    digest: str
    names: frozenset[str]

    def block(self, dom: str) -> SceneBlock | None:
        """The block of an id of the DOM."""
        return next((block for block in self.blocks if block.id == dom), None)


def dump_digest(page: Page) -> str:
    """The digest of a page's dump, as `Scene.digest` is."""
    return sha256(_bytes(dump(page))).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class _KeptItem:
    """An item with what was made of it."""

    __slots__ = ("dumped", "item", "piece")

    def __init__(self, item: Item, piece: SvgPiece, dumped: str) -> None:
        self.item = item
        self.piece = piece
        self.dumped = dumped


class _Made:
    """A block as it was last made, and of which items."""

    __slots__ = ("addresses", "block", "dumped", "items")

    def __init__(
        self, items: Sequence[Item], block: SceneBlock, dumped: bytes, addresses: tuple[str, ...]
    ) -> None:
        self.items = items
        self.block = block
        self.dumped = dumped
        self.addresses = addresses

    def of(self, items: Sequence[Item], addresses: tuple[str, ...]) -> bool:
        """Whether it is made of these items, and pictures whose files are the same."""
        return (
            len(self.items) == len(items)
            and self.addresses == addresses
            and all(a is b or a == b for a, b in zip(self.items, items, strict=True))
        )


class SceneMaker:
    """Makes scenes of pages, and keeps of the last one of each name what the next can use.

    `address` says where the browser finds a picture: by default under `picture/` by the digest of
    its file, `source_of` leads back. `outlines` are those of all its pages.
    """

    def __init__(self, address: Address | None = None) -> None:
        self.outlines = Outlines()
        self._address = address
        self._runs: dict[str, dict[int, _KeptItem]] = {}
        self._blocks: dict[str, dict[str, _Made]] = {}
        self._shown: dict[str, tuple[str, PressFacts]] = {}

    def forget(self, keep: Sequence[str] = ()) -> None:
        """Let go of the pages that are not named, and of all outlines where none is."""
        for name in [name for name in self._runs if name not in keep]:
            del self._runs[name], self._blocks[name]
        if not self._runs:
            self.outlines.forget()

    def scene(self, page: Page, resources: Resources, name: str = "") -> Scene:
        """The scene of a page; `name` is that under which it comes again, by default the page's
        own. Raises `BanxinError`."""
        name = name or page.name
        before = self._runs.get(name, {})
        made_before = self._blocks.get(name, {})
        runs: dict[int, _KeptItem] = {}
        made: dict[str, _Made] = {}
        state = sha256(_bytes(head_text(page)))
        for share in shares(page):
            for item in share.items:
                if isinstance(item, GlyphRun) and (kept := before.get(id(item))) is not None:
                    runs[id(item)] = kept
            addresses = self._addresses(share.items, page, resources)
            old = made_before.get(share.dom)
            if old is None or not old.of(share.items, addresses):
                old = self._make(share, addresses, page, resources, runs)
            made[share.dom] = old
            state.update(old.dumped)
        self._runs[name] = runs
        self._blocks[name] = made
        blocks = tuple([one.block for one in made.values()])
        return Scene(
            name=page.name,
            width=page.width,
            height=page.height,
            bleed=page.bleed,
            blocks=blocks,
            digest=state.hexdigest(),
            names=frozenset().union(*[block.names for block in blocks]),
        )

    def _make(
        self,
        share: Share,
        addresses: tuple[str, ...],
        page: Page,
        resources: Resources,
        runs: dict[int, _KeptItem],
    ) -> _Made:
        """A block anew, of what is kept of its runs."""
        drawn: list[_KeptItem] = []
        for item in share.items:
            kept = runs.get(id(item))
            if kept is None:
                kept = _KeptItem(item, self._piece(item, page, resources), item_text(item))
                if isinstance(item, GlyphRun):
                    runs[id(item)] = kept
            drawn.append(kept)
        pieces = tuple([one.piece.svg for one in drawn])
        joined = "\0".join(pieces)
        return _Made(
            share.items,
            SceneBlock(
                id=share.dom,
                block=share.block,
                pieces=pieces,
                digest=blake2b(_bytes(joined), digest_size=8).hexdigest(),
                names=frozenset().union(*[one.piece.names for one in drawn]),
                pictures=tuple([one.piece.picture for one in drawn if one.piece.picture]),
                text=text_lines([item for item in share.items if isinstance(item, GlyphRun)]),
            ),
            _bytes("".join([one.dumped for one in drawn])),
            addresses,
        )

    def _piece(self, item: Item, page: Page, resources: Resources) -> SvgPiece:
        match item:
            case GlyphRun():
                return run_piece(item, resources.face, self.outlines)
            case Box():
                return box_piece(item)
            case Stroke():
                return stroke_piece(item)
            case Path():
                return path_piece(item)
            case Picture():
                shown = item
                store = resources.pictures
                if store.info(item.source).vector:
                    shown = whole_art(page, item, store.art(item.source, page.press))
                return picture_piece(item, shown, self._where(item, page, resources))

    def _addresses(
        self, items: Sequence[Item], page: Page, resources: Resources
    ) -> tuple[str, ...]:
        """Where the browser finds the pictures of a block as they are now."""
        return tuple([self._where(i, page, resources) for i in items if isinstance(i, Picture)])

    def _where(self, picture: Picture, page: Page, resources: Resources) -> str:
        if self._address is not None:
            return self._address(picture.source)
        key = resources.pictures.digest(picture.source)[:FIGURES]
        if resources.pictures.info(picture.source).vector:  # shown in the inks of the press
            told = f"{key} {parted(picture.source)[1]} {page.press!r}"
            key = sha256(_bytes(told)).hexdigest()[:FIGURES]
        self._shown[key] = (picture.source, page.press)
        return f"picture/{key}"

    def elements(
        self, items: Sequence[Item], page: Page, resources: Resources
    ) -> tuple[str, frozenset[str]]:
        """Things that lie over a page or under it, as elements, and the outlines that they use.
        Raises `BanxinError`."""
        pieces = [self._piece(item, page, resources) for item in items]
        names: frozenset[str] = frozenset().union(*[piece.names for piece in pieces])
        return "".join([piece.svg for piece in pieces]), names

    def picture(self, key: str, resources: Resources) -> ScreenPicture | None:
        """What the browser is given for the picture of an address `picture/` and `key`; None for a
        key that stands in no scene. Raises `PictureError`."""
        known = self._shown.get(key)
        return screen_picture(*known, resources) if known is not None else None
