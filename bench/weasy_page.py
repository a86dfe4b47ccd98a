"""A page as HTML for WeasyPrint: the same faces, sizes, columns and places, in plain CSS.

Display lines stand where the display list has them; a story is one block of CSS columns that
WeasyPrint fills, breaks and justifies itself.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from bench.edition import FONTS
from bench.source import face_file, pt, spread, stories
from layout.api import ComposedPage
from layout.color import Color
from layout.display.items import Box, GlyphRun, Picture
from layout.units import EM_ASCENT

_STYLE: Final = """\
@page {{ size: {width} {height}; margin: 0 }}
{faces}
body {{ margin: 0 }}
div, p, img {{ position: absolute; margin: 0; white-space: pre }}
article {{ column-fill: auto; text-align: justify; orphans: 1; widows: 1 }}
article p {{ position: static; white-space: normal }}
"""


def weasy_source(page: ComposedPage) -> str:
    """The page as one HTML file; pictures are found beside the project's root."""
    display = page.display
    files = dict.fromkeys(face_file(i) for i in display.items if isinstance(i, GlyphRun))
    faces = "\n".join(
        f"@font-face {{ font-family: {name}; src: url({(FONTS / f'{name}.ttf').as_uri()}) }}"
        for name in files
    )
    edge = display.bleed
    style = _STYLE.format(
        width=pt(display.width + 2 * edge), height=pt(display.height + 2 * edge), faces=faces
    )
    body = "\n".join((*_items(page), *_stories(page)))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">'
        f"<title>{escape(display.name)}</title><style>{style}</style>\n<body>\n{body}\n"
    )


def _items(page: ComposedPage) -> Iterator[str]:
    edge = page.display.bleed
    for item in page.display.items:
        match item:
            case Box():
                r = item.rect
                place = _place(r.x + edge, r.y + edge, r.width, r.height)
                yield f'<div style="{place};background:{_ink(item.fill)}"></div>'
            case Picture():
                r = item.rect
                place = _place(r.x + edge, r.y + edge, r.width, r.height)
                yield f'<img src="{escape(item.source)}" style="{place};object-fit:cover">'
            case GlyphRun(line=None):
                top = item.y + edge - EM_ASCENT * item.size
                place = _place(item.x + edge, top, item.width + item.size, item.size)
                yield (
                    f'<p style="{place};font:{pt(item.size)}/{pt(item.size)} '
                    f'{face_file(item)};color:{_ink(item.color)};letter-spacing:{pt(spread(item))}">'
                    f"{escape(item.text)}</p>"
                )


def _stories(page: ComposedPage) -> Iterator[str]:
    for it in stories(page):
        paragraphs = "".join(f"<p>{escape(p)}</p>" for p in it.paragraphs)
        # Two lines more than the page has: without squeezed marks the text comes out longer, and
        # what does not fit would go into further columns.
        height = it.height + 2 * it.pitch
        place = _place(it.x, it.y, it.width, height)
        yield (
            f'<div style="{place}"><article style="height:{pt(height)};'
            f"font:{pt(it.size)}/{pt(it.pitch)} {it.face};columns:{it.count};"
            f'column-gap:{pt(it.gap)};text-indent:{pt(it.indent)}">{paragraphs}</article></div>'
        )


def _place(x: float, y: float, width: float, height: float) -> str:
    return f"left:{pt(x)};top:{pt(y)};width:{pt(width)};height:{pt(height)}"


def _ink(color: Color) -> str:
    return f"device-cmyk({color.c:g}% {color.m:g}% {color.y:g}% {color.k:g}%)"
