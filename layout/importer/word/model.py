"""What a .docx holds, read: paragraphs of spans, tables of cells, pictures by their parts.

Paragraphs are known by their numbers: those of the elements `w:p` of the document's part in their
order, from 0, whatever they stand in.
"""

from typing import Final, NamedTuple

from layout.record import record

BOLD: Final = "strong"
KAI: Final = "emphasis"
HIGH: Final = "super"
LOW: Final = "sub"
DOTS: Final = "dots"
UNDERLINE: Final = "underline"
WAVY: Final = "wavy"
FRAME: Final = "box"
BREAK: Final = "\n"
"""The text of a span that ends a line."""
PLAIN: Final[frozenset[str]] = frozenset()


class WordSpan(NamedTuple):
    """Words in some voices, which are those of a story's runs; perhaps with a reading over them, or
    an address behind them, or the sign of a note in their place. `added` are characters that stand
    nowhere in the file's text: Word counts or draws them itself."""

    text: str
    voices: frozenset[str] = PLAIN
    reading: str = ""
    note: str = ""
    link: str = ""
    added: int = 0


@record
class WordPicture:
    """A picture: the part that it is, and its paragraph."""

    part: str
    paragraph: int


@record
class WordMark:
    """The number or bullet before a paragraph, as Word prints it; `level` from 0."""

    text: str
    level: int
    bullet: bool


@record
class WordParagraph:
    """A paragraph: `numbers` are those of the elements that it is made of. `level` is that of a
    heading, from 1, and 0 of text; `part` what its style says it is to a story (title, kicker …).
    `size` is that of most of its characters, in points; `boxed` one of a text box."""

    numbers: tuple[int, ...]
    spans: tuple[WordSpan, ...]
    level: int = 0
    part: str = ""
    align: str = ""
    size: float = 0.0
    bold: bool = False
    mark: WordMark | None = None
    pictures: tuple[WordPicture, ...] = ()
    boxed: bool = False

    @property
    def text(self) -> str:
        """Its words, without what marks them."""
        return "".join([span.text for span in self.spans])


@record
class WordCell:
    """A cell: its paragraphs, and how many columns and rows of the grid it takes."""

    paragraphs: tuple[WordParagraph, ...]
    columns: int = 1
    below: bool = False  # it goes on from the cell above


@record
class WordTable:
    """A table: its rows of cells, how many of these Word repeats on each page, and the number of
    the first paragraph in it."""

    rows: tuple[tuple[WordCell, ...], ...]
    headed: int
    paragraph: int


WordBlock = WordParagraph | WordTable


@record
class WordText:
    """All of a .docx: its blocks in order, and its notes by their labels."""

    blocks: tuple[WordBlock, ...]
    notes: tuple[tuple[str, tuple[WordParagraph, ...]], ...] = ()
