"""A page of the report as SVG: the page itself, and each overlay under and over it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from layout.api import ComposedPage, Session
from layout.check.makeup.drawn import extent
from layout.display.items import GlyphRun, Item, Page
from layout.geometry import Rect, hull
from layout.pictures.pillow import lighter
from layout.proof.htmlreport.growth import growing_from, larger
from layout.proof.layers.catalogue import layers, title_of
from layout.proof.layers.layer import LayerLabel, ProofFacts
from layout.record import record, replace
from layout.render.base import Resources
from layout.render.svg.numbers import num
from layout.render.svg.scene import SceneMaker
from layout.render.svg.shown import data_address, screen_picture
from layout.render.svg.whole import symbols

if TYPE_CHECKING:
    from layout.proof.htmlreport.printroom import PrintRoom

MOST_PX: Final = 2400
"""Of a side of a picture in the report: over a whole broadsheet 156 an inch."""
QUALITY: Final = 85


@record
class SheetTag:
    """A label that grows about a point of it, so that it can be read at any size of the page;
    `size` is that of its letters, in points. `printed` is where that point is in print, and how
    many times as large the label is there."""

    x: str
    y: str
    size: str
    svg: str
    printed: str


@record
class SheetLayer:
    """An overlay as elements of SVG; `drawn` says that it has any, `shown` that it is to be seen
    when the report is opened. `tags` are the labels of one that is shown; of others these are in
    `over`."""

    name: str
    title: str
    beneath: str
    over: str
    drawn: bool
    shown: bool
    tags: tuple[SheetTag, ...] = ()


@record
class ReportSheet:
    """A page and its overlays as elements of SVG, in points from the trim's top left."""

    svg: str
    layers: tuple[SheetLayer, ...]


class SheetMaker:
    """Draws pages of an edition with the same outlines, each of which is in the report once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._maker = SceneMaker(self._inside)
        self._page: ComposedPage | None = None
        self._names: set[str] = set()
        self._type: list[Rect] = []
        self._taken: list[Rect] = []
        self._room: PrintRoom | None = None

    def sheet(self, page: ComposedPage, facts: ProofFacts, shown: Iterable[str]) -> ReportSheet:
        """The page with all overlays, of which some are `shown`. Raises `BanxinError`."""
        self._page = page
        wanted = frozenset(shown)
        resources = self._session.resources(page)
        svg = self._pieces(page.display, page.display.items, resources)
        self._type = [extent(i) for i in page.display.items if isinstance(i, GlyphRun)]
        self._taken = []
        self._room = None
        made = []
        for one in layers(facts):
            beneath = self._pieces(facts.page, one.beneath, resources)
            own = one.name in wanted
            over = self._pieces(facts.page, one.marks if own else one.over, resources)
            tags = [self.tag(facts.page, label) for label in one.labels if own]
            made.append(
                SheetLayer(
                    name=one.name,
                    title=title_of(one.name, facts.lang),
                    beneath=beneath,
                    over=over,
                    drawn=bool(one.items),
                    shown=own and bool(one.items),
                    tags=tuple(tags),
                )
            )
        return ReportSheet(svg=svg, layers=tuple(made))

    def tag(self, page: Page, label: LayerLabel) -> SheetTag:
        """A label of the page that was drawn last, off its type and its other labels. Raises
        `BanxinError`."""
        assert self._page is not None
        by = larger(label.size, page.height)
        whole = Rect(0.0, 0.0, page.width, page.height)
        (x, y), place = growing_from(label, by, self._type, self._taken, whole)
        self._taken.append(place)
        svg = self._pieces(page, label.items, self._session.resources(self._page))
        return SheetTag(
            x=num(x), y=num(y), size=num(label.size), svg=svg,
            printed=self._printed(label, by, (x, y)),
        )  # fmt: skip

    def _printed(self, label: LayerLabel, by: float, point: tuple[float, float]) -> str:
        """Where the point of a label is in print, and how many times as large it is."""
        from layout.proof.htmlreport.printroom import PrintRoom  # NumPy: only where there are any

        assert self._page is not None
        if self._room is None:
            self._room = PrintRoom(self._page.display)
        made = self._room.put(label, by)
        own = hull([extent(item) for item in label.items])
        x = made.place.x - (own.x - point[0]) * made.by
        y = made.place.y - (own.y - point[1]) * made.by
        return f"{num(x)} {num(y)} {num(made.by, 4)}"

    def symbols(self) -> str:
        """The outlines of all pages drawn, for the `<defs>` of the report."""
        return symbols(self._maker.outlines.drawn(sorted(self._names)))

    def _pieces(self, page: Page, items: tuple[Item, ...], resources: Resources) -> str:
        if not items:
            return ""
        scene = self._maker.scene(replace(page, items=items, blocks=()), resources, "sheet")
        self._names |= scene.names
        return "".join([piece for block in scene.blocks for piece in block.pieces])

    def _inside(self, source: str) -> str:
        """A picture as data."""
        assert self._page is not None
        resources = self._session.resources(self._page)
        picture = screen_picture(source, self._page.display.press, resources)
        small = lighter(picture.data, MOST_PX, QUALITY)
        if small is not None:
            picture = replace(picture, media_type="image/jpeg", data=small)
        return data_address(picture)
