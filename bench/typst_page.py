"""A page as Typst source: the same text, picture, faces, sizes, colours, columns and places.

Display lines, rules, tints and the picture are placed where the display list has them. The body of
a story is one flowing text in a block of as many columns, of the same measure, gutter and pitch:
Typst breaks and justifies it itself, as it does for its users.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bench.source import face_file, pt, spread, stories
from layout.api import ComposedPage
from layout.color import Color
from layout.display.items import Box, GlyphRun, Picture, Stroke

_FAMILIES: Final = {
    "NotoSerifSC": "Noto Serif SC",
    "NotoSansSC": "Noto Sans SC",
    "BanxinKai": "Banxin Kai",
}
_MARKUP: Final = frozenset("\\#[]*_`$<>@=-+/~\"'")
_WEIGHTS: Final = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "Black": 900}

_HEAD: Final = """\
// Made by `python -m bench`: a page of the edition as its display list has it. Not for editing.
#set page(width: {width}, height: {height}, margin: 0pt)
#set text(lang: "zh", region: "cn", cjk-latin-spacing: none, costs: (orphan: 0%, widow: 0%))
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let words(x, y, family, weight, size, ink, spread, it) = at(x, y, text(
  font: family, weight: weight, size: size, fill: ink, tracking: spread,
  top-edge: "baseline", bottom-edge: "baseline", it))
#let story(x, y, w, h, n, gap, family, weight, size, pitch, indent, it) = at(x, y, block(
  width: w, height: h, columns(n, gutter: gap, {{
    set text(font: family, weight: weight, size: size, features: ("hwid",),
      top-edge: 0.88em, bottom-edge: -0.12em)
    set par(justify: true, leading: pitch - size, spacing: pitch - size,
      first-line-indent: (amount: indent, all: true))
    it
  }})))
"""


def typst_source(pages: Sequence[ComposedPage]) -> str:
    """One Typst document that holds the pages. Its root is the edition's project folder."""
    first = pages[0].display
    width, height = first.width + 2 * first.bleed, first.height + 2 * first.bleed
    parts = [_HEAD.format(width=pt(width), height=pt(height))]
    parts += ["\n#pagebreak()\n".join("\n".join(_page(page)) + "\n" for page in pages)]
    return "".join(parts)


def _page(page: ComposedPage) -> Iterator[str]:
    display = page.display
    edge = display.bleed
    for item in display.items:
        match item:
            case Box():
                yield (
                    f"#at({pt(item.rect.x + edge)}, {pt(item.rect.y + edge)}, "
                    f"rect(width: {pt(item.rect.width)}, height: {pt(item.rect.height)}, "
                    f"fill: {_ink(item.fill)}))"
                )
            case Picture():
                yield (
                    f"#at({pt(item.rect.x + edge)}, {pt(item.rect.y + edge)}, "
                    f'image("/{item.source}", width: {pt(item.rect.width)}, '
                    f'height: {pt(item.rect.height)}, fit: "cover"))'
                )
            case Stroke():
                yield (
                    f"#at({pt(item.x1 + edge)}, {pt(item.y1 + edge)}, "
                    f"line(end: ({pt(item.x2 - item.x1)}, {pt(item.y2 - item.y1)}), "
                    f"stroke: {pt(item.width)} + {_ink(item.color)}))"
                )
            case GlyphRun(line=None):
                yield _words(item, edge)
    yield from _stories(page)


def _words(run: GlyphRun, edge: float) -> str:
    return (
        f"#words({pt(run.x + edge)}, {pt(run.y + edge)}, {_face(face_file(run))}, {pt(run.size)}, "
        f"{_ink(run.color)}, {pt(spread(run))}, {_content(run.text)})"
    )


def _stories(page: ComposedPage) -> Iterator[str]:
    for it in stories(page):
        text = "\n\n".join(_escaped(p) for p in it.paragraphs)
        yield (
            f"#story({pt(it.x)}, {pt(it.y)}, {pt(it.width)}, {pt(it.height)}, {it.count}, "
            f"{pt(it.gap)}, {_face(it.face)}, {pt(it.size)}, {pt(it.pitch)}, {pt(it.indent)})[\n"
            f"{text}\n]"
        )


def _face(file: str) -> str:
    family, _, style = file.partition("-")
    return f'"{_FAMILIES[family]}", {_WEIGHTS[style]}'


def _ink(color: Color) -> str:
    return f"cmyk({color.c:g}%, {color.m:g}%, {color.y:g}%, {color.k:g}%)"


def _content(text: str) -> str:
    return f"[{_escaped(text)}]"


def _escaped(text: str) -> str:
    return "".join("\\" + c if c in _MARKUP else c for c in text)
