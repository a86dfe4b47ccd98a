"""What the layout checks look at: a page as drawn, what its spec says of it, its edition."""

from collections.abc import Callable, Mapping
from typing import Protocol

from layout.check.makeup.drawn import DrawnLine, Title, block_at
from layout.check.makeup.ink import Inks
from layout.diagnostics import Place, Spot
from layout.display.cut import Cut, Grain
from layout.display.items import Page, Picture
from layout.display.overprint import Look
from layout.geometry import Rect
from layout.pdf.art import PlacedForm
from layout.record import field, record
from layout.spec.markdown.paragraph import Paragraph
from layout.spec.markdown.story import Story
from layout.spec.model.checks import Checks
from layout.spec.model.evidence import Evidence
from layout.spec.reader.lengths import Length
from layout.units import ABSOLUTE_PT


@record
class StoryFacts:
    """An article in one block, as its spec gives it."""

    block: str
    node: str
    story: Story
    columns: int
    end_level: bool  # whether its columns are to
    level: str = "gb"  # of its line ends
    script: str = "zh-hans"
    place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    white: float | None = None  # stated for under its headline, in points
    down: bool = False  # its text runs down, whatever its headline does


@record
class TableFacts:
    """A table in its block: lines of the grid that it has too few, or that stay empty."""

    block: str
    file: str
    columns: int
    rows: int
    characters: int
    over: int
    empty: int


@record
class CodeFacts:
    """A code in its place: `rect` is the code with the white that belongs to it, `across` that in
    modules, `tall` the height of a bar code's bars in points, 0 of a QR code."""

    block: str
    node: str
    rect: Rect
    across: int
    tall: float
    place: Place | None = None

    @property
    def module(self) -> float:
        """Points of a module."""
        return self.rect.width / self.across


@record
class AdvertFacts:
    """An advert in its frame: `size` are the width and height that were booked, in points; `seen`
    is where its artwork stands, None where there is none yet; `marked` whether the word 广告 is
    set."""

    block: str
    rect: Rect
    client: str = ""
    booked: str = ""
    size: tuple[float, float] | None = None
    file: str = ""
    seen: Rect | None = None
    ppi: float = 0.0
    stands_in: bool = False
    marked: bool = True
    place: Place | None = None


@record
class PlacedArtwork:
    """Vector artwork where it stands: the `form` of its file, and its picture on the page."""

    block: str
    form: PlacedForm
    picture: Picture
    place: Place
    advert: bool = False

    @property
    def file(self) -> str:
        """The name of its file, and of the page in it."""
        return self.picture.source

    @property
    def scale(self) -> float:
        """By how much it is larger than it was made."""
        left, _, right, _ = self.picture.crop
        return self.picture.rect.width / ((right - left) * self.form.width)


@record
class IndexEntry:
    """A line of a 导读: a page and the title it should have, without couplet breaks."""

    block: str
    node: str
    page: str
    title: str
    place: Place | None = None


@record
class Words:
    """A text of the page that is no story's: as set, with the place of its value in the spec."""

    block: str
    text: str
    place: Place | None = None


@record
class PageFacts:
    """Another page of the edition: its names, more than one where it is two facing pages, and every
    title it shows, without spaces."""

    names: tuple[str, ...]
    titles: tuple[str, ...]


@record
class Shown:
    """A picture on the page whose pixels are known, its block, and where it is named."""

    grain: Grain
    block: str
    place: Place
    line_art: bool = False  # of two levels


class EditionView(Protocol):
    """The pages of the edition, read when a check asks for them."""

    def pages(self) -> Mapping[str, PageFacts]:
        """By name, this page among them. Raises `NotCheckedError` where they cannot be known."""


class InkFacts(Protocol):
    """How much ink a picture has from place to place, all four together."""

    @property
    def most(self) -> float:
        """Per cent where it is most."""

    def over(self, limit: float) -> float:
        """Per cent of its area that has more than `limit` per cent."""


class Light(Protocol):
    """A picture, for how light its parts are."""

    def under(self, left: float, top: float, right: float, foot: float) -> tuple[float, float]:
        """Of a part in fractions: its mean luminance, and how much of it is covered."""


@record
class Subject:
    """All that a check may ask. `zi` is one 字 in points."""

    page: Page
    rules: Checks
    zi: float
    lines: tuple[DrawnLine, ...]
    titles: tuple[Title, ...]
    stories: tuple[StoryFacts, ...] = ()
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Level and script of the running text in blocks that are no stories, by block."""
    index: tuple[IndexEntry, ...] = ()
    words: tuple[Words, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)  # of blocks, by id
    place: Place | None = None  # of the page
    cuts: tuple[Cut, ...] = ()
    shown: tuple[Shown, ...] = ()
    inks: Inks = field(default_factory=Inks)
    """Where the ink of its runs is: all checks ask the one, which looks each glyph up once."""
    light: Callable[[str], Light | None] | None = None  # of pictures, by their source
    edition: EditionView | None = None
    faults: frozenset[str] = frozenset()
    """Blocks of which composing has told that display type does not fit its place, by id."""
    tables: tuple[TableFacts, ...] = ()
    codes: tuple[CodeFacts, ...] = ()
    adverts: tuple[AdvertFacts, ...] = ()
    artwork: tuple[PlacedArtwork, ...] = ()
    spots: tuple[str, ...] = ()  # inks of its own that the paper names
    ink: Callable[[str, float], "InkFacts | None"] | None = None
    """The ink of a picture, by its source, as means of so many of its pixels."""
    look: Look | None = None
    """The inks of pictures under black type, as `layout.display.overprint` asks of them."""
    wrapped: Mapping[str, tuple[tuple[float, float], ...]] = field(default_factory=dict)
    """Of blocks that text runs round by a polygon of their own, its points on the page, by id."""
    over: frozenset[tuple[str, str]] = frozenset()
    """Nodes of which the second stands over the first as the spec says: it covers that on purpose.
    """
    focuses: Mapping[tuple[str, str], tuple[str, float, bool]] = field(default_factory=dict)
    """Of the pictures of two facing pages, by node and file: the block, where the main point is in
    parts of the width, and whether the spec says so."""
    in_strip: frozenset[str] = frozenset()
    """Blocks that stand in the strip between two facing pages, by id."""

    def block_place(self, node: str) -> Place | None:
        """Where the block of a node is written: by its id, or as the place of its story."""
        block = next((b.id for b in self.page.blocks if b.node == node), node)
        return self.places.get(block) or self.places.get(node, self.place)

    def block_of(self, owner: str, rect: Rect) -> str:
        """The id of the block that something of a node stands in; a story may have several blocks.
        Of what stands behind a story the node is the id itself."""
        return block_at(self.page, owner, rect) or owner

    def in_fault(self, name: str) -> bool:
        """Whether composing has told of a block, by its id or its story's node, that display type
        does not fit it: the cause is told, and its consequences are not told besides."""
        return name in self.faults or any(
            block.id in self.faults for block in self.page.blocks if block.node == name
        )

    def points(self, length: Length) -> float:
        """Points of a threshold."""
        own = {"zi": self.zi, "lines": self.page.grid.pitch}
        return length.value * (own.get(length.unit) or ABSOLUTE_PT[length.unit])

    def spot(self, rect: Rect) -> Spot:
        """A rectangle of the page, for a finding."""
        return Spot(self.page.name, rect)

    def story(self, node: str, block: str = "") -> StoryFacts | None:
        """An article by its node; where a page has it in several blocks, as `block` has it."""
        own = [s for s in self.stories if s.node == node]
        return next((s for s in own if s.block == block), own[0] if own else None)

    def title_place(self, title: Title) -> Place | None:
        """Where a headline is written; else where its block is."""
        facts = self.story(title.owner)
        if facts is not None and facts.story is not None:
            front = facts.story.front
            key = "title" if front.title else "kicker"
            return front.places.get(key, front.place)
        return self.places.get(title.block)

    def paragraph(self, line: DrawnLine) -> Paragraph | None:
        """The paragraph of an article that a line is of; None where it cannot be told."""
        facts = self.story(line.owner)
        if facts is None or facts.story is None or not line.paragraph:
            return None
        paragraphs = facts.story.paragraphs
        return paragraphs[line.paragraph - 1] if line.paragraph <= len(paragraphs) else None

    def about(self, line: DrawnLine) -> tuple[str, str]:
        """What a finding of a line is about: the block and the article it stands in."""
        block = self.page.frames[line.frame].block if line.frame >= 0 else line.owner
        return block, line.owner

    def line_place(self, line: DrawnLine) -> Place | None:
        """The place in its file of the first character of a line of an article."""
        paragraph = self.paragraph(line)
        if paragraph is None or line.passage is None:
            facts = self.story(line.owner)
            return self.places.get(line.owner, facts.place if facts is not None else None)
        return paragraph.place_at(line.passage.offset)
