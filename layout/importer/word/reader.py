"""The document's part read: its blocks in order, with what Word keeps beside the words left out.

Insertions that nobody has accepted are kept, deletions left out, as the copy reads in the end; of
a choice between a newer form and an older one (mc:AlternateContent) one is read, never both; of a
field its result, of a content control its content.
"""

from typing import Final
from xml.etree.ElementTree import Element

from layout.diagnostics import StopError, error, whole_file
from layout.importer.word.choice import chosen
from layout.importer.word.grid import paragraphs_in
from layout.importer.word.line import LineReader
from layout.importer.word.model import WordBlock, WordCell, WordParagraph, WordTable, WordText
from layout.importer.word.numbering import Numbering
from layout.importer.word.package import WordPackage
from layout.importer.word.styles import WordStyles, list_of, number_of, outline_of, value
from layout.importer.word.tags import ALTERNATE, PARAGRAPH, SHUT, TABLE, TEXT, W, local
from layout.importer.word.told import WordTold
from layout.record import replace
from layout.words.said import said

MOST_DEPTH: Final = 100
"""Of those, elements that hold text: Word's own come to some 20."""
_OPEN: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_FIELD: Final = f"{W}fldChar"
_NOTES: Final = (("footnote", "footnotes"), ("endnote", "endnotes"))


class WordReader:
    """Reads one .docx."""

    def __init__(self, package: WordPackage, told: WordTold) -> None:
        """Raises `StopError` where a part of it cannot be read."""
        self.package, self.told = package, told
        self.relations = package.relations(package.main)
        root = package.xml(package.main)
        body = root.find(f"{W}body") if root is not None else None
        if root is None or body is None:
            fault = said("IMPORT-DOCX.none", kind=said("part.file-zip"))
            raise StopError([error(fault, whole_file(package.file))])
        self.root, self._body = root, body
        self.sheet = self._part("styles")
        self.styles = WordStyles(self.sheet)
        self._numbering = Numbering(self._part("numbering"))
        self.roots = [root]
        self._notes: dict[tuple[str, str], Element] = {}
        for kind, part in _NOTES:
            found = self._part(part) if root.find(f".//{W}{kind}Reference") is not None else None
            if found is not None:
                self.roots.append(found)
                self._notes |= {(kind, e.get(f"{W}id", "")): e for e in found}
        self.numbers: dict[Element, int] = {}
        for each in self.roots:
            for paragraph in each.iter(PARAGRAPH):
                self.numbers[paragraph] = len(self.numbers)
        self._paragraphs = list(self.numbers)
        self.loose = frozenset(mark for each in self.roots for mark in loose_marks(each))
        self.labels: dict[tuple[str, str], str] = {}
        self._line = LineReader(self)

    def read(self) -> WordText:
        """All of it."""
        blocks = self.blocks(self._body, 0)
        notes: list[tuple[str, tuple[WordParagraph, ...]]] = []
        for key, label in list(self.labels.items()):
            made = self.blocks(self._notes[key], 0) if key in self._notes else []
            held = [p for block in made for p in paragraphs_in(block)]
            for paragraph in held:
                if paragraph.pictures:
                    self.told.note("note-picture", paragraph.numbers[0])
            notes.append((label, tuple(held)))
        self._beside()
        return WordText(blocks=tuple(blocks), notes=tuple(notes))

    def words_of(self, number: int) -> str:
        """The words of a paragraph by its number, all that there are."""
        return _words(self._paragraphs[number])

    def blocks(self, parent: Element, depth: int) -> list[WordBlock]:
        """What stands in the body, a cell, a note or a text box."""
        self.deeper(depth)
        out: list[WordBlock] = []
        joins = False  # the mark at the end of the last paragraph is deleted
        for each in parent:
            if each.tag == PARAGRAPH:
                made = self._paragraph(each, depth + 1)
                first = made[0]
                last = next((n for n in range(len(out) - 1, -1, -1) if not _boxed(out[n])), -1)
                before = out[last] if out else None
                if joins and isinstance(before, WordParagraph) and isinstance(first, WordParagraph):
                    out[last] = _joined(before, first)
                    out += made[1:]
                else:
                    out += made
                joins = _mark_deleted(each)
                if each.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None:
                    joins = True  # its large first letter is a paragraph of its own
                    self.told.note("drop-cap", self.numbers[each])
                continue
            joins = False
            name = local(each.tag)
            if each.tag == TABLE:
                out.append(self._table(each, depth + 1))
            elif each.tag == ALTERNATE:
                out += self.blocks(chosen(each), depth + 1)
            elif name in _OPEN:
                self.tracked(each)
                out += self.blocks(each, depth + 1)
            elif name in SHUT:
                self.tracked(each)
            elif name == "altChunk":
                self.told.note("chunk", max(0, len(out) - 1))
            elif name in ("oMathPara", "oMath"):
                out += self._line.lone(each)
        return out

    def deeper(self, depth: int) -> None:
        """Raises `StopError` where elements stand too deep in one another."""
        if depth > MOST_DEPTH:
            told = error(said("IMPORT-DOCX.deep", most=MOST_DEPTH), whole_file(self.package.file))
            raise StopError([told])

    def tracked(self, element: Element) -> None:
        """Note a change that nobody has accepted, and a control that nobody has filled."""
        name = local(element.tag)
        if name == "sdt":
            if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                self.told.note("placeholder", self._number_in(element))
        elif name in ("ins", "moveTo"):
            self.told.note("inserted", self._number_in(element))
        elif name in SHUT:
            self.told.note("deleted", self._number_in(element))

    def _number_in(self, element: Element) -> int:
        found = next(element.iter(PARAGRAPH), None)
        return self.numbers[found] if found is not None else self._line.number

    def _paragraph(self, element: Element, depth: int) -> list[WordBlock]:
        """A paragraph, and what stands in its text boxes behind it."""
        own = element.find(f"{W}pPr")
        style = value(own.find(f"{W}pStyle")) if own is not None else ""
        kind = self.styles.paragraph(style)
        level, align, listed = kind.level, kind.align, kind.list
        if own is not None:
            level = outline_of(own, level)
            align = value(own.find(f"{W}jc")) or align
            named = list_of(own)
            if named is not None:  # a style says the level where the paragraph does not
                listed = None if named[0] == "0" else (named[0] or (listed or ("", 0))[0], named[1])
        made = self._line.read(element, style, depth)
        # Word numbers a paragraph without words too, but none that is deleted as a whole.
        counts = made.words or not _mark_deleted(element)
        mark = self._numbering.mark(listed, style) if counts else None
        paragraph = WordParagraph(
            numbers=(self.numbers[element],), spans=tuple(made.spans), level=level, part=kind.part,
            align=align, size=made.size, bold=made.bold, mark=mark if made.words else None,
            pictures=tuple(made.pictures),
        )  # fmt: skip
        return [paragraph, *made.boxed]

    def _table(self, element: Element, depth: int) -> WordTable:
        rows: list[tuple[WordCell, ...]] = []
        headed = 0
        for row in _within(element, f"{W}tr"):
            about = row.find(f"{W}trPr")
            cells: list[WordCell] = []
            if about is not None:
                if about.find(f"{W}del") is not None and not any(t.text for t in row.iter(TEXT)):
                    self.told.note("deleted", self._number_in(row))
                    continue
                before = number_of(value(about.find(f"{W}gridBefore")), 0)
                cells += [WordCell(paragraphs=())] * min(before, 63)
                head = about.find(f"{W}tblHeader")
                if head is not None and headed == len(rows) and head.get(f"{W}val", "1") != "0":
                    headed += 1
            cells += [self._cell(cell, depth + 1) for cell in _within(row, f"{W}tc")]
            rows.append(tuple(cells))
        return WordTable(rows=tuple(rows), headed=headed, paragraph=self._number_in(element))

    def _cell(self, element: Element, depth: int) -> WordCell:
        about = element.find(f"{W}tcPr")
        columns, below = 1, False
        if about is not None:
            columns = min(max(1, number_of(value(about.find(f"{W}gridSpan")), 1)), 63)
            merged = about.find(f"{W}vMerge")
            below = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        paragraphs: list[WordParagraph] = []
        for block in self.blocks(element, depth):
            if not isinstance(block, WordParagraph):
                self.told.note("nested", block.paragraph)
            paragraphs += paragraphs_in(block)
        return WordCell(paragraphs=tuple(paragraphs), columns=columns, below=below)

    def _part(self, name: str) -> Element | None:
        """A part that the document refers to by its kind."""
        target = next(
            (r.target for r in self.relations.values()
             if r.kind.endswith(f"/{name}") and not r.outside), "",
        )  # fmt: skip
        return self.package.xml(target) if target else None

    def _beside(self) -> None:
        """Note what stands beside the document: comments, headers and footers with words."""
        comments = self._part("comments")
        if comments is not None and len(comments):
            first = self.root.find(f".//{W}commentReference")
            within = {r: p for p in self._paragraphs for r in p.iter(f"{W}commentReference")}
            number = self.numbers[within[first]] if first is not None and first in within else -1
            self.told.note("comment", number, _words(comments[0]), len(comments))
        for kind in ("header", "footer"):
            for relation in self.relations.values():
                if relation.kind.endswith(f"/{kind}") and not relation.outside:
                    part = self.package.xml(relation.target)
                    words = _words(part) if part is not None else ""
                    if words:
                        self.told.note(kind, -1, words)


def loose_marks(root: Element) -> list[Element]:
    """The marks of fields that begin and never end, which are none."""
    gone = {m for tag in SHUT for each in root.iter(f"{W}{tag}") for m in each.iter(_FIELD)}
    open_fields: list[list[Element]] = []
    for mark in root.iter(_FIELD):
        kind = mark.get(f"{W}fldCharType") if mark not in gone else None
        if kind == "begin":
            open_fields.append([])
        if kind and open_fields:
            open_fields[-1].append(mark)
            if kind == "end":
                open_fields.pop()
    return [mark for marks in open_fields for mark in marks]


def _within(parent: Element, tag: str) -> list[Element]:
    """The rows of a table, or the cells of a row, those in content controls among them."""
    out: list[Element] = []
    todo = list(parent)[::-1]
    while todo:
        each = todo.pop()
        if each.tag == tag:
            out.append(each)
        elif local(each.tag) in _OPEN:
            todo += list(each)[::-1]
        elif each.tag == ALTERNATE:
            todo += list(chosen(each))[::-1]
    return out


def _boxed(block: WordBlock) -> bool:
    return isinstance(block, WordParagraph) and block.boxed


def _mark_deleted(paragraph: Element) -> bool:
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(marks.find(f"{W}{n}") is not None for n in SHUT)


def _joined(first: WordParagraph, second: WordParagraph) -> WordParagraph:
    """Two paragraphs whose end between them is deleted: one, which is what the second is."""
    if not first.spans and not first.pictures:
        return replace(second, numbers=(*first.numbers, *second.numbers))
    return replace(
        first, numbers=(*first.numbers, *second.numbers), spans=(*first.spans, *second.spans),
        pictures=(*first.pictures, *second.pictures),
    )  # fmt: skip


def _words(element: Element) -> str:
    return "".join([t.text or "" for t in element.iter(TEXT)]).strip()
