"""The runs of a paragraph read: spans of words, line ends, signs of notes, pictures, text boxes."""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from layout.importer.word.choice import chosen
from layout.importer.word.drawing import WordAround, read_drawing
from layout.importer.word.looks import size_of, untold, voices_of
from layout.importer.word.model import (
    BOLD,
    BREAK,
    PLAIN,
    WordBlock,
    WordParagraph,
    WordPicture,
    WordSpan,
)
from layout.importer.word.readings import over
from layout.importer.word.styles import Look, combined, look_of, value
from layout.importer.word.symbols import draws, field_words, symbol
from layout.importer.word.tags import (
    ALTERNATE,
    RUN,
    SHUT,
    TEXT,
    M,
    R,
    W,
    local,
)
from layout.importer.word.text import clean

_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]{1,1500})"', re.IGNORECASE)
_LINKED: Final = frozenset({"hyperlink", "internet link", "followedhyperlink"})
_OPEN: Final = frozenset(
    [
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "bdo",
        "dir",
        "fldSimple",
        "subDoc",
    ]
)


@dataclass(slots=True)
class LineRead:
    """What a paragraph's runs hold, and how many characters are of each size, and in 黑."""

    spans: list[WordSpan] = field(default_factory=list)
    pictures: list[WordPicture] = field(default_factory=list)
    boxed: list[WordBlock] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    heavy: int = 0  # characters in 黑

    @property
    def words(self) -> bool:
        """Whether there is anything to be set."""
        return any(span.text.strip() or span.note for span in self.spans)

    @property
    def size(self) -> float:
        """That of most of its characters, in points."""
        return max(self.sizes, key=lambda s: self.sizes[s]) if self.sizes else 0.0

    @property
    def bold(self) -> bool:
        """Whether all of it is in 黑."""
        whole = sum(self.sizes.values())
        return whole > 0 and self.heavy == whole


@dataclass(slots=True)
class _Field:
    """A field that is open: what it is told to do, until its result begins."""

    told: str = ""
    result: bool = False
    held: bool = False  # whether there was a result
    link: str = ""  # the address before it


class LineReader:
    """Reads paragraphs one by one; a field may go on from one to the next."""

    def __init__(self, reader: WordAround) -> None:
        self._reader = reader
        self._fields: list[_Field] = []
        self._made = LineRead()
        self._style = ""
        self._text: Look = {}
        self._link = ""
        self.number = 0

    def read(self, paragraph: Element, style: str, depth: int) -> LineRead:
        """The runs of a paragraph that has a style. A paragraph may stand in a box of another."""
        kept = (self._made, self._style, self._text, self._link, self.number)
        made = self._made = LineRead()
        self._style, self._link = style, ""
        self._text = self._reader.styles.text_look(style)
        self.number = self._reader.numbers[paragraph]
        self._inline(paragraph, depth)
        self._made, self._style, self._text, self._link, self.number = kept
        return made

    def lone(self, equation: Element) -> list[WordBlock]:
        """An equation that stands between paragraphs."""
        kept, self._made = self._made, LineRead()
        self._equation(equation)
        spans, self._made = tuple(self._made.spans), kept
        return [WordParagraph(numbers=(self.number,), spans=spans)] if spans else []

    def _inline(self, parent: Element, depth: int) -> None:
        self._reader.deeper(depth)
        for each in parent:
            tag = each.tag
            if tag == RUN:
                self._run(each, depth + 1)
                continue
            name = local(tag)
            if name in _OPEN:
                self._reader.tracked(each)
                self._inline(each, depth + 1)
            elif name in SHUT:
                self._reader.tracked(each)
            elif name == "hyperlink":
                relation = self._reader.relations.get(each.get(f"{R}id", ""))
                kept = self._link
                self._link = relation.target if relation is not None and relation.outside else kept
                self._inline(each, depth + 1)
                self._link = kept
            elif tag == ALTERNATE:
                self._inline(chosen(each), depth + 1)
            elif name in ("oMath", "oMathPara"):
                self._equation(each)

    def _run(self, run: Element, depth: int) -> None:
        own = run.find(f"{W}rPr")
        look, linked = self._text, False
        style: Look = {}
        own_look: Look = {}
        if own is not None:
            named = value(own.find(f"{W}rStyle"))
            linked = bool(self._link) or named.lower() in _LINKED
            style = self._reader.styles.look(named) if named else {}
            own_look = look_of(own)
            look = combined(look, style, own_look)
        hidden = look.get("vanish") == "on"
        voices = voices_of(look)
        if linked:
            voices -= {"underline"}
        for each in run:
            self._of_run(each, look, voices, hidden=hidden, depth=depth)
        if own is not None and not hidden and not self._silent:
            words = any((e.text or "").strip() for e in run if e.tag == TEXT)
            for kind in untold(style | own_look) if words else ():
                if not (linked and kind == "colour"):
                    self._reader.told.note(kind, self.number)

    def _of_run(
        self, each: Element, look: Look, voices: frozenset[str], *, hidden: bool, depth: int
    ) -> None:
        """One thing in a run."""
        tag = each.tag
        if tag == TEXT:
            self._words(each.text or "", look, voices, hidden=hidden)
            return
        if tag == ALTERNATE:
            self._reader.deeper(depth)
            for inner in chosen(each):
                self._of_run(inner, look, voices, hidden=hidden, depth=depth + 1)
            return
        match local(tag):
            case "br" | "cr":
                if each.get(f"{W}type") == "page":
                    self._reader.told.note("page-break", self.number)
                self._span(WordSpan(BREAK))
            case "tab" | "ptab":
                self._span(WordSpan("\t", voices))
            case "noBreakHyphen":
                self._words("-", look, voices, hidden=hidden)
            case "sym":
                self._symbol(each, look, voices, hidden=hidden)
            case "fldChar" | "instrText":
                self._field(each, voices)
            case "footnoteReference" | "endnoteReference" as name:
                self._note(name.removesuffix("Reference"), each.get(f"{W}id", ""))
            case "ruby":
                self._ruby(each, look, voices, depth)
            case "drawing" | "pict" | "object" as name if not self._silent:
                if name == "object":
                    self._reader.told.note("object", self.number)
                pictures, boxed = read_drawing(each, self._reader, self.number, depth + 1)
                self._made.pictures += pictures
                self._made.boxed += boxed

    @property
    def _silent(self) -> bool:
        """Whether what stands here is told to a field, and not to be printed."""
        return any(not f.result for f in self._fields)

    def _words(self, text: str, look: Look, voices: frozenset[str], *, hidden: bool) -> None:
        if not text or self._silent:
            return
        if hidden:
            self._reader.told.note("hidden", self.number, text)
            return
        kept = clean(text)
        if any("\uf000" <= c <= "\uf0ff" for c in kept):
            kept = self._drawn(kept, look)
        if len(kept) < len(text):
            self._reader.told.note("control", self.number, count=len(text) - len(kept))
        if look.get("caps") == "on":
            kept = "".join([c.upper() if len(c.upper()) == 1 else c for c in kept])
        self._span(WordSpan(kept, voices, link=self._link), look)

    def _drawn(self, text: str, look: Look) -> str:
        """Words with characters of a face of symbols, which some programs type as such."""
        out = ""
        for char in text:
            drawn, known = char, True
            if "\uf000" <= char <= "\uf0ff":
                face = look.get("latin") or look.get("face", "")
                drawn, known = symbol(face, f"{ord(char):04X}")
            if not known:
                self._reader.told.note("symbol", self.number, f"{face} {ord(char):04X}")
            out += drawn
        return out

    def _span(self, span: WordSpan, look: Look | None = None) -> None:
        if self._silent:
            return
        for each in self._fields:
            each.held = each.held or each.result
        if look is not None:
            seen = len(span.text.strip())
            size = size_of(look)
            self._made.sizes[size] = self._made.sizes.get(size, 0) + seen
            self._made.heavy += seen if BOLD in span.voices else 0
        spans = self._made.spans
        joined = _joined(spans[-1], span) if spans else None
        if joined is not None:
            spans[-1] = joined
        else:
            spans.append(span)

    def _symbol(self, each: Element, look: Look, voices: frozenset[str], *, hidden: bool) -> None:
        face, code = each.get(f"{W}font", ""), each.get(f"{W}char", "")
        char, known = symbol(face, code)
        self._words(char, look, voices, hidden=hidden)
        if not known and not hidden:
            self._reader.told.note("symbol", self.number, f"{face} {code}")

    def _field(self, each: Element, voices: frozenset[str]) -> None:
        if each in self._reader.loose:
            return
        match each.get(f"{W}fldCharType"):
            case None if self._fields and not self._fields[-1].result:
                self._fields[-1].told += each.text or ""
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].result = True
                self._fields[-1].link = self._link
                if found := _ADDRESS.match(self._fields[-1].told):
                    self._link = found[1]
            case "end" if self._fields:
                done = self._fields.pop()
                self._link = done.link if done.result else self._link
                if done.held or self._silent:
                    return
                if done.result and not draws(done.told):
                    return  # its result is empty, and so is what it prints
                words, reading, known = field_words(done.told)
                if words:
                    bare = WordSpan(words, voices, added=len(words))
                    span = over(bare, reading)
                    if span is not None and span.reading:
                        span = span._replace(added=len(words) + len("".join(span.reading.split())))
                    self._span(span or bare)
                if not known:
                    self._reader.told.note("field", self.number, " ".join(done.told.split()))

    def _note(self, kind: str, name: str) -> None:
        if self._silent:
            return
        labels = self._reader.labels
        label = labels.setdefault((kind, name), str(len(labels) + 1))
        self._span(WordSpan("", note=label))

    def _ruby(self, ruby: Element, look: Look, voices: frozenset[str], depth: int) -> None:
        base, letters = ruby.find(f"{W}rubyBase"), ruby.find(f"{W}rt")
        if base is None or self._silent:
            return
        kept, self._made = self._made, LineRead()
        self._inline(base, depth + 1)
        held, self._made = self._made.spans, kept
        reading = "".join([t.text or "" for t in letters.iter(TEXT)]) if letters is not None else ""
        words = "".join([s.text for s in held])
        same = frozenset.intersection(*[s.voices for s in held]) if held else voices
        span = over(WordSpan(words, same, link=self._link), clean(reading))
        if span is not None:
            self._span(span, look)
            return
        for each in held:  # all that was printed stays, if not over one another
            self._span(each, look)
        if reading.strip():
            self._reader.told.note("reading", self.number, f"{words}（{reading}）")
            self._span(WordSpan(f"（{clean(reading)}）", same, added=2), look)

    def _equation(self, equation: Element) -> None:
        gone = {t for d in equation.iter(f"{W}del") for t in d.iter(f"{M}t")}
        text = "".join([t.text or "" for t in equation.iter(f"{M}t") if t not in gone])
        if clean(text).strip() and not self._silent:
            self._reader.told.note("equation", self.number, text)
            self._span(WordSpan(clean(text), PLAIN))


def _joined(one: WordSpan, other: WordSpan) -> WordSpan | None:
    """Two spans as one, where nothing parts them; readings stay a group a character."""
    if one.voices != other.voices or one.link != other.link or one.note or other.note:
        return None
    if BREAK in (one.text, other.text) or bool(one.reading) != bool(other.reading):
        return None
    if one.reading and any(c.isascii() and c.isalnum() for c in one.text[-1:] + other.text[:1]):
        return None  # two words of Latin would be one character
    reading = f"{one.reading} {other.reading}" if one.reading else ""
    return one._replace(text=one.text + other.text, reading=reading, added=one.added + other.added)
