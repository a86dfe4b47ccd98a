"""Pages as one HTML document that needs nothing beside it: no script, no file, no network."""

from collections.abc import Sequence
from html import escape
from typing import Final, Literal

from layout.display.items import Box, GlyphRun, Page, Path, Picture, Stroke
from layout.render.base import RenderError, Resources
from layout.render.facsimile.cells import CharCell, cells_of
from layout.render.facsimile.css import Classes, num
from layout.render.facsimile.fonts import DocumentFont, FontPlan, pen_of
from layout.render.facsimile.lines import NodeLine, gather
from layout.render.facsimile.markup import Markup, data_uri
from layout.words.said import said

_SHEET: Final = """\
html{color-scheme:light only;-webkit-text-size-adjust:none;text-size-adjust:none}
body{margin:0;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{position:relative}
.page+.page{break-before:page}
.page *{position:absolute}
.page p{margin:0;white-space:pre;direction:ltr;unicode-bidi:isolate-override;\
transform-origin:0 0;font-synthesis:none;\
text-rendering:geometricPrecision;text-spacing-trim:space-all;text-autospace:no-autospace}
.page span{position:static}
.page .up{position:absolute}
.page p::before,.up::before{content:"";display:inline-block;position:static;height:1em}
.page svg{overflow:visible}
.page .window{overflow:hidden}
@media screen{body{background:#777}.page{margin:0 auto 5mm;background:#fff;overflow:hidden}}"""
"""What every facsimile has. The empty box before each line, and before each upright character of a
column (WeasyPrint has no vertical writing mode), is one em high and stands on the
baseline: so the baseline is where the file says, and not where a renderer rounds a font's ascent
to. Marks keep their widths: browsers that squeeze them by themselves are told not to."""


def facsimile(
    pages: Sequence[Page],
    resources: Resources,
    *,
    inks: bool = False,
    flavor: Literal["woff2"] | None = "woff2",
) -> bytes:
    """The pages at true size, in points, as UTF-8. Raises `BanxinError`.

    `inks` is for making a PDF of it: pictures stay in CMYK where they are JPEGs, and every visible
    character has ink. `flavor` None gives bare font files, for a reader that would only unpack
    them again.
    """
    if not pages:
        raise RenderError(said("part.render-no-page"))
    plan = FontPlan()
    cells: dict[GlyphRun, tuple[CharCell, ...]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, GlyphRun) and item.glyphs:
                face = resources.face(item.face)
                found = cells[item] = cells_of(item, face, again=inks)
                plan.count(face, pen_of(item), ((c.char, c.look) for c in found))
    fonts = plan.settle()
    classes = Classes()
    markup = Markup(
        resources=resources, plan=plan, fonts=fonts, cells=cells, classes=classes, inks=inks
    )
    bodies = [_page(number, page, markup) for number, page in enumerate(pages, 1)]
    first = pages[0]
    return markup.whole(
        "\n".join(
            (
                '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">',
                f"<title>{escape(first.title or first.name)}</title>",
                f'<meta name="dcterms.created" content="{escape(first.date)}">',
                f'<meta name="dcterms.modified" content="{escape(first.date)}">',
                "<style>",
                _SHEET,
                *(_sheet(number, page) for number, page in enumerate(pages, 1)),
                classes.rules(),
                *(_font_face(font, flavor) for font in fonts),
                "</style>\n</head>\n<body>",
                *bodies,
                "</body>\n</html>\n",
            )
        )
    )


def _page(number: int, page: Page, markup: Markup) -> str:
    parts = [f'<section class="page p{number}" aria-label="{escape(page.name)}">']
    for item in gather(page.items):
        match item:
            case NodeLine():
                parts.append(markup.line(item))
            case Box():
                parts.append(markup.box(item))
            case Stroke():
                parts.append(markup.stroke(item))
            case Path():
                parts.append(markup.path(item))
            case Picture():
                parts.append(markup.picture(item, page))
    parts.append("</section>")
    return "\n".join(parts)


def _sheet(number: int, page: Page) -> str:
    """The size of one page's sheet, on screen and on paper."""
    width, height = f"{num(page.width)}pt", f"{num(page.height)}pt"
    return (
        f"@page p{number}{{size:{width} {height};margin:0;bleed:{num(page.bleed)}pt}}\n"
        f".p{number}{{page:p{number};width:{width};height:{height}}}"
    )


def _font_face(font: DocumentFont, flavor: Literal["woff2"] | None) -> str:
    program = font.program(flavor)
    kind = "woff2" if flavor else "opentype" if font.face.is_cff else "truetype"
    source = data_uri(f"font/{'woff2' if flavor else 'sfnt'}", program)
    return f'@font-face{{font-family:"{font.family}";src:url({source}) format("{kind}")}}'
