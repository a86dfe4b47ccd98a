"""Drawings of a paragraph: pictures, text boxes, WordArt, and what is none of these."""

from typing import Final, Protocol
from xml.etree.ElementTree import Element

from layout.importer.word.choice import chosen
from layout.importer.word.model import WordBlock, WordParagraph, WordPicture, WordSpan
from layout.importer.word.package import PartRelation
from layout.importer.word.styles import WordStyles
from layout.importer.word.tags import ALTERNATE, BOX, WORD_ART, A, R, V
from layout.importer.word.text import clean
from layout.importer.word.told import WordTold
from layout.record import replace

_CHARTS: Final = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
        "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
    }
)
_CROPPED: Final = f"{A}srcRect"


class WordAround(Protocol):
    """What a line and its drawings ask of the reader of the whole."""

    told: WordTold
    styles: WordStyles
    relations: dict[str, PartRelation]
    numbers: dict[Element, int]
    labels: dict[tuple[str, str], str]
    loose: frozenset[Element]

    def blocks(self, parent: Element, depth: int) -> list[WordBlock]:
        """What stands in a text box."""

    def deeper(self, depth: int) -> None:
        """Stops where elements stand too deep in one another."""

    def tracked(self, element: Element) -> None:
        """Notes a change that nobody has accepted."""


def read_drawing(
    parent: Element, around: WordAround, number: int, depth: int
) -> tuple[list[WordPicture], list[WordBlock]]:
    """The pictures of a drawing in a paragraph, newer or older, and what stands in its boxes."""
    around.deeper(depth)
    pictures: list[WordPicture] = []
    boxed: list[WordBlock] = []
    for each in parent:
        tag = each.tag
        if tag == BOX:
            made = around.blocks(each, depth + 1)
            if any(not isinstance(b, WordParagraph) or b.spans or b.pictures for b in made):
                around.told.note("textbox", number)
            boxed += [replace(b, boxed=True) if isinstance(b, WordParagraph) else b for b in made]
        elif tag in (f"{A}blip", f"{V}imagedata"):
            pictures += _picture(each, around, number)
        elif tag == WORD_ART:
            words = clean(each.get("string", ""))
            if words.strip():
                around.told.note("word-art", number, words)
                spans = (WordSpan(words),)
                boxed.append(WordParagraph(numbers=(number,), spans=spans, boxed=True))
        elif tag in _CHARTS:
            around.told.note("chart", number)
        else:
            if tag == _CROPPED and any(v.strip("0") for v in each.attrib.values()):
                around.told.note("crop", number)
            inner = chosen(each) if tag == ALTERNATE else each
            shown, held = read_drawing(inner, around, number, depth + 1)
            pictures += shown
            boxed += held
    return pictures, boxed


def _picture(element: Element, around: WordAround, number: int) -> list[WordPicture]:
    """A picture that is in the file; what is elsewhere is told, and never fetched."""
    relation = around.relations.get(element.get(f"{R}embed", element.get(f"{R}id", "")))
    if relation is not None and not relation.outside:
        return [WordPicture(part=relation.target, paragraph=number)]
    link = element.get(f"{R}link", element.get(f"{R}href", ""))
    outside = relation or around.relations.get(link)
    around.told.note("picture-outside", number, outside.target if outside is not None else "")
    return []
