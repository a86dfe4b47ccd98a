"""What an OCR text holds, once recognised. All text is normalised; offsets count characters."""

from typing import Literal

from layout.correction.edits import Repair
from layout.diagnostics import Diagnostic
from layout.record import record
from layout.words.said import Said

Severity = Literal["info", "doubt"]
Kind = Literal["edit", "kept", "doubt", "cut", "part", "note"]

BannerRole = Literal["main", "series", "series-sub"]


@record
class SourceParagraph:
    """A paragraph of a story and its span in the normalised text."""

    text: str
    start: int
    end: int
    subhead: bool = False
    cuts: tuple[int, ...] = ()  # offsets in `text` where a column's foot had cut it
    written: str = ""  # as the story's file has it, where it is more than its words


@record
class SourceStory:
    """One article; `file` is its name below the edition's folder."""

    file: str
    paragraphs: tuple[SourceParagraph, ...]
    kicker: str = ""
    title: str = ""
    subtitle: str = ""
    label: str = ""
    byline: str = ""
    notes: str = ""


@record
class Banner:
    """A heading without text of its own: the main headline or a line of the series title."""

    text: str
    role: BannerRole


@record
class SourceRole:
    """A function and who filled it."""

    role: str
    names: tuple[str, ...]


@record
class Facts:
    """What the header and the credits say; empty where the text does not say it."""

    paper: str = ""
    date: str = ""  # ISO 8601
    weekday: str = ""
    phone: str = ""
    staff: tuple[SourceRole, ...] = ()
    credits: tuple[SourceRole, ...] = ()


@record
class SourcePicture:
    """A picture. One that a text only names has no `file`; else `aspect` is width by height."""

    caption: str
    credit: str = ""
    file: str = ""
    aspect: float = 1.0


@record
class SourceTable:
    """A table in a file of its own: what stands over it, its rows, how many of these are its head,
    and the characters of the longest cell of each column."""

    file: str
    title: str
    rows: int
    header: int
    widest: tuple[int, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()


@record
class SourceIndexItem:
    """One line of the 导读."""

    page: str
    title: str


@record
class SourcePage:
    """Everything recognised on the page, in the order of the text."""

    name: str
    facts: Facts
    banners: tuple[Banner, ...]
    stories: tuple[SourceStory, ...]
    pictures: tuple[SourcePicture, ...]
    credits: tuple[str, ...]  # picture credits that belong to no one picture
    header_rest: tuple[str, ...]  # words of the header that are no known field
    index_label: str
    index: tuple[SourceIndexItem, ...]
    tables: tuple[SourceTable, ...] = ()


@record
class Entry:
    """One record of the log. `start` and `end` are offsets in the source, `to` in the new text."""

    kind: Kind
    rule: str
    start: int
    end: int
    to: int
    before: str = ""
    after: str = ""
    note: Said | str = ""
    severity: Severity = "info"
    file: str = ""  # the story it lies in, for parts, doubts and cuts
    paragraph: int | None = None  # from 1, where it lies in a story
    offset: int | None = None  # characters into the paragraph, of doubts and cuts


@record
class Imported:
    """The result of an import: the source, the repair that normalised it, what was recognised."""

    source_name: str
    source: bytes
    text: str  # the source, decoded
    repair: Repair
    page: SourcePage
    log: tuple[Entry, ...]
    format: str = "broadsheet"  # or "tabloid"
    diagnostics: tuple[Diagnostic, ...] = ()
