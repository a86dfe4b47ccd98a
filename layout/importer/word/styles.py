"""Styles of a .docx: what a paragraph or a run is by its style, and how it looks in the end.

A style has what those that it is based on have; what stands at a run goes before its styles
(ECMA-376 part 1, 17.7.2). A property that toggles, as bold, is off where a paragraph's style and a
run's both have it (17.7.3).
"""

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from layout.importer.word.tags import OFF, VAL, W

Look = dict[str, str]
"""Properties of type by their names, with their values; `on` and `off` of those that toggle."""

TOGGLES: Final = frozenset({"b", "i", "caps", "strike", "dstrike", "vanish"})
MOST_FIGURES: Final = 6
_KEPT: Final = TOGGLES | {"u", "em", "vertAlign", "color", "sz", "highlight", "bdr"}
_HEADING: Final = re.compile(r"(?:heading|标题|標題|titre|überschrift)[ _]?([1-9])$")
_RANKED: Final = re.compile(r"(?:([一二三四])级标题|小标题|文中标题)$")
"""Headings of a text, by the names that offices give their own styles."""
_PARTS: Final = {
    "title": ("title", "标题", "主题", "主标题", "大标题", "文章标题", "正题", "題目", "题目"),
    "kicker": ("引题", "肩题", "眉题", "kicker"),
    "subtitle": ("subtitle", "副标题", "副题", "子题", "標題 副"),
    "byline": ("作者", "署名", "byline", "author"),
    "quote": ("quote", "intense quote", "block text", "引用", "明显引用", "引文"),
    "caption": ("caption", "题注", "图题", "图注", "图片说明", "表题", "image caption",
                "table caption"),
}  # fmt: skip
_PART_OF: Final = {name: part for part, names in _PARTS.items() for name in names}


class ParagraphStyle(NamedTuple):
    """What a paragraph is by its style: a part of a story's head, a heading's level, and where it
    is ranged and listed."""

    part: str
    level: int
    align: str
    list: tuple[str, int] | None  # the list's id and the level


class WordStyles:
    """The style sheet of one .docx."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._looks: dict[str, Look] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._base: Look = {}
        for style in root if root is not None else ():
            if style.tag == f"{W}docDefaults":
                run = style.find(f"{W}rPrDefault/{W}rPr")
                self._base = look_of(run) if run is not None else {}
            elif style.tag == f"{W}style":
                name = style.get(f"{W}styleId", "")
                self._styles.setdefault(name, style)
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in (
                    "1",
                    "true",
                ):
                    self._default = name

    def look(self, style: str) -> Look:
        """What a style asks of type, with what it is based on."""
        made = self._looks.get(style)
        if made is None:
            made = {}
            for each in self._chain(style):
                run = each.find(f"{W}rPr")
                if run is not None:
                    made |= look_of(run)
            self._looks[style] = made
        return made

    def text_look(self, paragraph: str) -> Look:
        """How the text of a paragraph looks that has a style, or none."""
        return self._base | self.look(paragraph or self._default)

    def paragraph(self, style: str) -> ParagraphStyle:
        """What a paragraph is by its style, or by none."""
        made = self._paragraphs.get(style)
        if made is None:
            made = self._paragraphs[style] = self._read(style or self._default)
        return made

    def _chain(self, style: str) -> list[Element]:
        """A style after all that it is based on; a circle ends where it closes."""
        out: list[Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            out.append(self._styles[style])
            style = value(out[-1].find(f"{W}basedOn"))
        return out[::-1]

    def _read(self, style: str) -> ParagraphStyle:
        part, level, align = "", 0, ""
        listed: tuple[str, int] | None = None
        for each in self._chain(style):
            name = value(each.find(f"{W}name")).strip().lower()
            if found := _HEADING.match(name):
                part, level = "", int(found[1])
            elif found := _RANKED.match(name):
                part, level = "", 2 + ("一二三四".find(found[1]) if found[1] else 0)
            part = _PART_OF.get(name, part)
            own = each.find(f"{W}pPr")
            if own is None:
                continue
            level = outline_of(own, level)
            align = value(own.find(f"{W}jc")) or align
            listed = list_of(own) or listed
        return ParagraphStyle(part, level, align, listed)


def look_of(run: Element) -> Look:
    """What the properties of a run or a style say of type."""
    out: Look = {}
    for each in run:
        name = each.tag[len(W) :] if each.tag.startswith(W) else ""
        if name in TOGGLES:
            out[name] = "off" if each.get(VAL, "1") in OFF else "on"
        elif name == "rFonts":
            face = each.get(f"{W}eastAsia")
            if face is not None and each.get(f"{W}eastAsiaTheme") is None:
                out["face"] = face
            elif each.get(f"{W}eastAsiaTheme") is not None:
                out["face"] = ""
            latin = each.get(f"{W}ascii")
            if latin is not None:
                out["latin"] = latin
        elif name == "shd":
            out["shd"] = each.get(f"{W}fill", "auto")
        elif name == "eastAsianLayout":
            joins = {each.get(f"{W}{what}", "0") for what in ("combine", "vert")}
            out["combined"] = "off" if joins <= OFF else "on"
        elif name in _KEPT:
            out[name] = each.get(VAL, "")
    return out


def combined(text: Look, style: Look, own: Look) -> Look:
    """The look of a run: that of its paragraph's text, its own style, and what stands at it."""
    if not style:
        return text | own if own else text
    out = text | style
    for name in TOGGLES & style.keys() & text.keys():
        out[name] = "on" if (text[name] == "on") != (style[name] == "on") else "off"
    return out | own


def outline_of(paragraph: Element, otherwise: int) -> int:
    """The level of a heading, from 1, that a paragraph's properties say; 0 of text."""
    said = number_of(value(paragraph.find(f"{W}outlineLvl")), -1)
    if said < 0:
        return otherwise
    return said + 1 if said < 9 else 0


def list_of(paragraph: Element) -> tuple[str, int] | None:
    """The list that a paragraph's properties name, and the level in it."""
    found = paragraph.find(f"{W}numPr")
    if found is None:
        return None
    return value(found.find(f"{W}numId")), number_of(value(found.find(f"{W}ilvl")), 0)


def value(element: Element | None) -> str:
    """The value of a property; empty where there is none."""
    return element.get(VAL, "") if element is not None else ""


def number_of(text: str | None, otherwise: int) -> int:
    """A whole number; another where a file says none, or one that is none or has no end."""
    text = text or ""
    return int(text) if text.isdecimal() and len(text) <= MOST_FIGURES else otherwise
