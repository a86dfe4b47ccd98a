"""What is to be said of colours: too much ink on one spot, and words that nobody could read."""

from collections.abc import Iterator

from layout.color import GOOD_INK, WHITE, Color
from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.spec.blocks import walk
from layout.spec.defaults import TextStyle
from layout.spec.load import Sources
from layout.spec.resolved import (
    RBlock,
    RCredits,
    RHeadline,
    RIndex,
    RPage,
    RPictures,
    RStory,
    RText,
    StyledText,
    pictures_of,
)


def heavy_inks(sources: Sources) -> Iterator[Diagnostic]:
    """A warning for each colour as written that lays more on newsprint than it takes."""
    for sheet, _ in sources.sheets:
        for name, color in (sheet.colors or {}).items():
            yield from _heavy(f"colors.{shown(name)}", color, sheet.places["colors"])
        for name, style in (sheet.styles or {}).items():
            place = style.places.get("color", style.place)
            yield from _heavy(f"styles.{shown(name)}.color", style.color, place)
    for path, block in walk(sources.page.blocks):
        place = block.places.get("fill", block.place)
        yield from _heavy(f"{path}.fill", block.fill, place)


def _heavy(what: str, color: object, place: Place) -> Iterator[Diagnostic]:
    if isinstance(color, Color) and color.total > GOOD_INK:
        message = f"{what}: {color} lays {color.total:g} % of ink on one spot"
        yield warning("INK", message, place, f"newsprint takes {GOOD_INK} %, many presses 220")


def invisible(page: RPage, sources: Sources) -> Iterator[Diagnostic]:
    """A warning for each style whose words have the very colour of what is behind them."""
    seen: list[tuple[TextStyle, Color, Place]] = []
    if page.header is not None:
        h = page.header
        # What stands on a panel of the header's own is reversed by itself where it is black.
        if h.style != "band":
            words = (h.name, *h.left, *h.center, *h.right)
            seen += [(t.style, WHITE, t.place) for t in words if t is not None]
            if h.style != "panel":
                seen.append((h.folio.style, WHITE, h.folio.place))
    for block in page.blocks:
        seen += _on_block(block, page.accent)
    for style, behind, place in seen:
        if style.color != behind:
            continue
        on = "bare paper" if behind == WHITE else str(behind)
        yield warning(
            "INVISIBLE",
            f"styles.{shown(style.name)}: words in {_named(style.color)} on {on} cannot be seen",
            _written(style.name, sources) or place,
            "another color, or a fill behind it",
        )


def _on_block(block: RBlock, accent: Color) -> Iterator[tuple[TextStyle, Color, Place]]:
    """Each style of a block's words, what is behind it, and where the words are."""
    fill = block.fill or WHITE
    content = block.content
    if isinstance(content, RStory):
        yield content.body, fill, block.place
        if any(p.kind == "subhead" for p in content.story.paragraphs):
            yield content.subhead, fill, block.place
        if content.label is not None:  # on its own panel
            yield content.label.style, accent, content.label.place
        if content.headline is not None:
            yield from _on_headline(content.headline, fill)
    if isinstance(content, RIndex) and content.label_at != "none":
        yield content.label.style, accent if content.panel else fill, content.label.place
    for picture in pictures_of(content):
        behind = picture.caption_fill if picture.caption_at == "inside" else fill
        for text in (picture.caption, picture.credit):
            if text is not None and behind is not None:
                yield text.style, behind, text.place
    for text in _texts(content):
        if text is not None and text.text.strip():
            yield text.style, fill, text.place


def _on_headline(head: RHeadline, fill: Color) -> Iterator[tuple[TextStyle, Color, Place]]:
    """The same of a headline, which may have a panel of its own; on a picture all can be seen."""
    backing, summary = head.backing, head.summary
    if backing is not None:
        fill = backing.fill or fill
    if backing is None or backing.picture is None:
        for text in (*head.title, head.kicker, head.subtitle):
            if text is not None and text.text.strip():
                yield text.style, fill, text.place
    if summary is not None:
        yield summary.text.style, summary.fill or fill, summary.text.place


def _texts(content: object) -> Iterator[StyledText | None]:
    if isinstance(content, RStory):
        yield from (content.byline, content.foot)
    elif isinstance(content, RText):
        yield from content.lines
    elif isinstance(content, RPictures):
        yield from (content.caption, content.credit)
    elif isinstance(content, RIndex):
        for page, title in content.items:
            yield from (page, *title)
    elif isinstance(content, RCredits):
        for role, names in content.groups:
            yield from (role, names)


def _named(color: Color) -> str:
    return "no ink" if color == WHITE else str(color)


def _written(name: str, sources: Sources) -> Place | None:
    """Where a style sheet gives the style its colour, the page's before the edition's."""
    for sheet, _ in reversed(sources.sheets):
        style = (sheet.styles or {}).get(name)
        if style is not None and "color" in style.places:
            return style.places["color"]
    return None
