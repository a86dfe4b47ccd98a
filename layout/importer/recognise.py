"""From repaired passages to a page: what each of them is, by rules that hold for any page.

Heading levels are sizes of type. Structure comes from what stands below a heading: with text below
it a heading begins a story; with another heading, or nothing, below it is a banner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from layout.correction.ends import is_ended
from layout.correction.furniture import Furniture
from layout.correction.guide import guide_item, label_of
from layout.correction.joins import text_em
from layout.importer.banners import FoundBanner, assign
from layout.importer.document import RepairedPassage
from layout.importer.facts import Found, names_staff, read_facts
from layout.importer.gallery import Gallery
from layout.importer.headings import slug, split_heading
from layout.importer.model import SourceIndexItem, SourcePage, SourceParagraph, SourceStory
from layout.record import record, replace

_SUBHEAD_MOST: Final = 14
_BESIDE: Final = frozenset({"header", "caption", "picture-credit", "image"})
_BOLD_LEVEL: Final = 6  # smaller than any marked heading but the last
_COUNTED_MOST: Final = 30
_LINE_EM: Final = 22.0  # the most of a line by itself
_TITLE_MOST: Final = 100

NamedBy = Literal["told", "header", "line", "file", "nothing"]


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A story while it is read."""

    level: int = 0
    kicker: str = ""
    title: str = ""
    subtitle: str = ""
    label: str = ""
    byline: str = ""
    paragraphs: list[SourceParagraph] = field(default_factory=list)


@record
class Recognised:
    """The page, and for each part of the document what it became."""

    page: SourcePage
    roles: tuple[str, ...]
    found: Found
    named_by: NamedBy


class _Walker:
    """Walks the parts once; holds what has been seen so far."""

    def __init__(self, parts: Sequence[RepairedPassage], table: Furniture) -> None:
        self.parts = parts
        self.table = table
        self.stories: list[_Draft] = []
        self.current: _Draft | None = None
        self.banners: list[FoundBanner] = []
        self.gallery = Gallery()
        self.header: list[str] = []
        self.index: list[SourceIndexItem] = []
        self.index_label = ""
        self.in_index = False
        self.before_index: _Draft | None = None
        self.page_is_sure = False
        self.paper = self.page = self.kicker = self.byline = ""
        self.roles: list[str] = []

    def read(self) -> None:
        for number, part in enumerate(self.parts):
            role = part.passage.role
            if role == "heading" and len(part.text) <= _TITLE_MOST:
                self.roles.append(self._heading(number, part))
            elif role == "header" and (self._front() or names_staff(part.text, self.table)):
                self.header.append(part.text)
                self.roles.append("header")
            elif role == "header":
                self._body(part)
                self.roles.append("unplaced")
            elif role in ("caption", "image"):
                self.gallery.show(number, part.text, image=role == "image")
                self.roles.append("caption")
            elif role == "picture-credit":
                self.gallery.credit(number, part.text)
                self.roles.append("picture-credit")
            elif self.in_index and (item := guide_item(part.text)):
                self.index.append(SourceIndexItem(page=item[0], title=item[1]))
                self.roles.append("index")
            elif role == "byline" and self._signs(number):
                self.roles.append("byline")
            else:
                self.roles.append(self._body(part))

    def close(self) -> None:
        """Heads that got no text become banners, so that no word is lost."""
        for story in self.stories:
            if story.paragraphs:
                continue
            if story.byline:
                text, story.byline = story.byline, ""
                story.paragraphs.append(SourceParagraph(text=text, start=0, end=0))
                continue
            words = " ".join(t for t in (story.kicker, story.title, story.subtitle) if t)
            self.banners.append(FoundBanner(words, story.level, front=False))
        for words in filter(None, (self.kicker, self.byline)):
            self.banners.append(FoundBanner(words, 9, front=False))

    def _heading(self, number: int, part: RepairedPassage) -> str:
        label = label_of(part.text)
        if label in self.table.index:
            self.before_index = self.current or self.before_index
            self.in_index, self.index_label, self.current = True, label, None
            return "index-label"
        if not self.header and not self.stories and self.table.paper.match(label):
            self.paper = label
            return "paper"
        heading = split_heading(part.text)
        level = _BOLD_LEVEL if _is_bold(part) else part.passage.blocks[0].level
        has_text, following = self._below(number)
        if role := self._inside(part, has_text):
            return role
        if label in self.table.brief and has_text:
            self._begin(_Draft(level=level, label=label))
            return "label"
        if heading.kicker and not heading.title and following:
            self.kicker = heading.kicker
            return "kicker"
        if not has_text and not (following and following.text.startswith("——")):
            self.in_index = False
            text = " ".join(t for t in (self.kicker, heading.kicker, heading.title) if t)
            self.banners.append(FoundBanner(text, level, front=not self.stories))
            self.kicker = ""
            return "banner"
        if self._is_subhead(heading.kicker, part.text, level):
            return self._subhead(part)
        kicker = self.kicker or heading.kicker
        title = heading.title if not self.kicker else heading.kicker + heading.title
        self._begin(_Draft(level=level, kicker=kicker, title=title))
        self.kicker = ""
        return "headline"

    def _signs(self, number: int) -> bool:
        """Give a by-line to its story: the one that it stands in, or that begins below it."""
        text = self.parts[number].text
        if self.current and self.current.title and not self.current.byline:
            self.current.byline = text
        elif self.current is None and not self.byline and self._below(number)[1] is not None:
            self.byline = text
        else:
            return False
        return True

    def _front(self) -> bool:
        """Whether no story has text yet: a date or a telephone further on belongs to a story. Short
        lines above the header are none."""
        return not any(
            story.title or is_ended(p.text) or text_em(p.text) > _LINE_EM
            for story in self.stories
            for p in story.paragraphs
        )

    def _begin(self, draft: _Draft) -> None:
        self.in_index = False
        if not draft.label:
            draft.byline, self.byline = self.byline, ""
        self.stories.append(draft)
        self.current = draft

    def _below(self, number: int) -> tuple[bool, RepairedPassage | None]:
        """Whether text stands below a heading, and the heading that stands there instead."""
        for part in self.parts[number + 1 :]:
            if part.passage.role in _BESIDE:
                continue
            if part.passage.role == "heading" and len(part.text) <= _TITLE_MOST:
                if self.table.numbered.match(part.text) or _is_bold(part):
                    return True, None  # a small heading of the story that begins here
                return False, part
            return True, None
        return False, None

    def _inside(self, part: RepairedPassage, has_text: bool) -> str:
        """What a heading is that belongs to the story it stands in, and adds it; else nothing."""
        if self.current is None:
            return ""
        if part.text.startswith("——") and not self.current.paragraphs:
            joined = (self.current.subtitle, part.text)
            self.current.subtitle = "　".join(filter(None, joined))
            return "subtitle"
        if self._counts(part) or self._is_bold_subhead(part, has_text):
            return self._subhead(part)
        if _is_bold(part) and not has_text and self.current.paragraphs:
            self.current.paragraphs.append(_paragraph(part, subhead=False))
            return "paragraph"
        return ""

    def _subhead(self, part: RepairedPassage) -> str:
        assert self.current is not None
        self.current.paragraphs.append(_paragraph(part, subhead=True))
        return "subhead"

    def _counts(self, part: RepairedPassage) -> bool:
        """Whether a heading inside a story counts: 一 账怎么算, （二）往哪里去."""
        return bool(
            self.current
            and (self.current.title or self.current.kicker)
            and len(part.text) <= _COUNTED_MOST
            and self.table.numbered.match(part.text)
        )

    def _is_bold_subhead(self, part: RepairedPassage, has_text: bool) -> bool:
        """Whether a paragraph that is bold as a whole stands inside a story, with text below it."""
        return bool(
            _is_bold(part)
            and has_text
            and self.current
            and (self.current.title or self.current.kicker)
            and not self.current.label
            and label_of(part.text) not in self.table.brief
        )

    def _is_subhead(self, kicker: str, text: str, level: int) -> bool:
        """A short plain heading smaller than the one that began the story stands inside it."""
        return bool(
            self.current
            and self.current.paragraphs
            and not self.current.label
            and not kicker
            and level > self.current.level > 0
            and "|" not in text
            and len(text) <= _SUBHEAD_MOST
        )

    def _body(self, part: RepairedPassage) -> str:
        front = not self.stories and not self.in_index
        if front and (paper := self.table.paper.match(part.text)):
            self.paper = paper["name"]
            self.header += [paper["latin"]] if paper["latin"] else []
            return "paper"
        if front and (page := self.table.page.match(part.text)):
            self.page = page[1]
            self.page_is_sure = "版" in part.text or page[1][0].isalpha()
            return "page"
        if self.in_index and self.index and not self.current:
            self.current = self.before_index  # the 导读 stood inside a story, which goes on
        if self.current is None:
            label = self.index_label if self.in_index else ""
            in_index = self.in_index
            self._begin(_Draft(label=label))
            self.in_index = in_index
        assert self.current is not None
        self.current.paragraphs.append(_paragraph(part, subhead=False))
        return "paragraph"


def _is_bold(part: RepairedPassage) -> bool:
    """Whether a heading is one by its bold type alone."""
    first = part.passage.blocks[0]
    return first.bold and first.kind == "text"


def _paragraph(part: RepairedPassage, *, subhead: bool) -> SourceParagraph:
    return SourceParagraph(
        text=part.text, start=part.start, end=part.end, subhead=subhead, cuts=part.cuts
    )


def recognise(
    parts: Sequence[RepairedPassage], table: Furniture, *, told: str = "", derived: str = ""
) -> Recognised:
    """The page that the parts make.

    Its name is `told`; else what stands beside the header's date, or on a line of its own with a
    letter or 版; else `derived`, from the file's name; else a bare number on a line of its own.
    """
    reader = _Walker(parts, table)
    reader.read()
    reader.close()
    found = read_facts(reader.header, table)
    name, source = _name(reader, told, derived, found.page)
    pictures, whose = reader.gallery.close()
    page = SourcePage(
        name=name,
        facts=replace(found.facts, paper=reader.paper or found.facts.paper),
        banners=assign(reader.banners),
        stories=tuple(_stories(reader.stories)),
        pictures=pictures,
        credits=whose,
        header_rest=found.rest,
        index_label=reader.index_label,
        index=tuple(reader.index),
    )
    return Recognised(page=page, roles=tuple(reader.roles), found=found, named_by=source)


def _name(reader: _Walker, told: str, derived: str, header: str) -> tuple[str, NamedBy]:
    """The page's name, and where it was taken from."""
    sources: tuple[tuple[str, NamedBy], ...] = (
        (told, "told"),
        (header, "header"),
        (reader.page if reader.page_is_sure else "", "line"),
        (derived, "file"),
        (reader.page, "line"),
        ("P1", "nothing"),
    )
    return next((name, source) for name, source in sources if name)


def _stories(drafts: Sequence[_Draft]) -> list[SourceStory]:
    stories: list[SourceStory] = []
    names: set[str] = set()
    number = 0
    for draft in (d for d in drafts if d.paragraphs):
        if draft.label:
            stem = slug(draft.label) or "提要"
        else:
            number += 1
            stem = f"{number:02d}-{slug(draft.kicker) or slug(draft.title) or '无题'}"
        unique, n = stem, 1
        while unique in names:
            n += 1
            unique = f"{stem}-{n}"
        names.add(unique)
        stories.append(
            SourceStory(
                file=f"stories/{unique}.md",
                kicker=draft.kicker,
                title=draft.title,
                subtitle=draft.subtitle,
                label=draft.label,
                byline=draft.byline,
                paragraphs=tuple(draft.paragraphs),
            )
        )
    return stories
