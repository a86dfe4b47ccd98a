"""The characters of a .docx that print, counted in its XML, and those that came out of it.

This walk knows nothing of the reader's: it goes through the elements of text as they stand and
leaves out what is deleted, hidden, told to a field, or a second form of the same thing. What both
find must agree, paragraph by paragraph.
"""

from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from layout.importer.word.tags import (
    ALTERNATE,
    OFF,
    PARAGRAPH,
    RUN,
    TEXT,
    VAL,
    WORD_ART,
    M,
    W,
)
from layout.importer.word.text import counted
from layout.record import record

_SYMBOL: Final = f"{W}sym"
_HYPHEN: Final = f"{W}noBreakHyphen"
_FIELD: Final = f"{W}fldChar"
_FORMULA: Final = f"{M}t"
_HELD: Final = frozenset({TEXT, _FORMULA, _SYMBOL, _HYPHEN, WORD_ART})
_GONE: Final = (f"{W}del", f"{W}moveFrom")
_HIDDEN: Final = f"{W}vanish"
_NOTES: Final = ("footnote", "endnote")


@record
class MadeText:
    """A piece of what was written: the paragraphs that it is of, and its characters that stood in
    them."""

    numbers: tuple[int, ...]
    characters: int


@record
class Amiss:
    """Paragraphs of which more or fewer characters came out than stand in the file."""

    numbers: tuple[int, ...]
    words: str
    stand: int
    came: int


def printed(roots: Sequence[Element], styles: Element | None) -> list[str]:
    """The characters that print of each paragraph, by its number. The first root is the document,
    others are its notes, of which those count that it refers to."""
    hidden = _hidden_styles(styles)
    out: list[str] = []
    for n, root in enumerate(roots):
        gone = _left_out(root, hidden)
        if n:
            named = _referred(roots[0])
            for note in root:
                if (note.tag, note.get(f"{W}id", "")) not in named:
                    gone.update(note.iter())
        first = len(out)
        owner: dict[Element, int] = {}
        for number, paragraph in enumerate(root.iter(PARAGRAPH), first):
            out.append("")
            for tag in _HELD:
                for each in paragraph.iter(tag):
                    owner[each] = number
        parts: dict[int, list[str]] = {}
        loose = _unclosed(root, gone)
        fields: list[bool] = []  # of each that is open, whether its result has begun
        last = first
        for each in root.iter():
            if each in gone or (each.tag not in _HELD and each.tag != _FIELD):
                continue
            if each.tag == _FIELD:
                if each in loose:
                    continue
                _step(fields, each.get(f"{W}fldCharType", ""))
            elif all(fields):
                last = owner.get(each, last)
                parts.setdefault(last, []).append(_text(each))
        for number, texts in parts.items():
            if number < len(out):
                out[number] = counted("".join(texts))
    return out


def compared(stand: Sequence[str], made: Iterable[MadeText]) -> tuple[Amiss, ...]:
    """Where what was written has more or fewer characters than stand in the file. Pieces that share
    a paragraph are counted together."""
    home = list(range(len(stand)))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    came: dict[int, int] = {}
    pieces = list(made)
    for piece in pieces:
        for number in piece.numbers[1:]:
            home[root(number)] = root(piece.numbers[0])
    for piece in pieces:
        at = root(piece.numbers[0])
        came[at] = came.get(at, 0) + piece.characters
    groups: dict[int, list[int]] = {}
    for number in range(len(stand)):
        groups.setdefault(root(number), []).append(number)
    out = []
    for at, numbers in groups.items():
        words = "".join([stand[n] for n in numbers])
        if len(words) != came.get(at, 0):
            out.append(
                Amiss(numbers=tuple(numbers), words=words, stand=len(words), came=came.get(at, 0))
            )
    return tuple(sorted(out, key=lambda a: a.numbers))


def _left_out(root: Element, hidden: frozenset[str]) -> set[Element]:
    """Every element that does not print."""
    gone: set[Element] = set()
    for tag in _GONE:
        for each in root.iter(tag):
            if each not in gone:
                gone.update(each.iter())
    for each in root.iter(ALTERNATE):
        if each in gone:
            continue
        forms = [form for form in each if form.tag.endswith(("}Choice", "}Fallback"))]
        full = [form for form in forms if any(t.text for t in form.iter(TEXT))]
        kept = (full or forms)[:1]
        for form in forms:
            if form not in kept:
                gone.update(x for x in form.iter() if x.tag != WORD_ART or full)
    if hidden or next(root.iter(_HIDDEN), None) is not None:
        for paragraph in root.iter(PARAGRAPH):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            whole = style is not None and style.get(VAL, "") in hidden
            for run in paragraph.iter(RUN):
                if _is_hidden(run, hidden, whole=whole):
                    gone.update(x for x in run.iter() if x.tag in _HELD and _own(run, x))
    return gone


def _own(run: Element, held: Element) -> bool:
    """Whether something stands in a run itself, not in a text box or a base of it."""
    return held in list(run)


def _is_hidden(run: Element, hidden: frozenset[str], *, whole: bool) -> bool:
    about = run.find(f"{W}rPr")
    if about is None:
        return whole
    mark = about.find(_HIDDEN)
    if mark is not None:
        return mark.get(VAL, "1") not in OFF
    style = about.find(f"{W}rStyle")
    own = style is not None and style.get(VAL, "") in hidden
    return own != whole


def _hidden_styles(styles: Element | None) -> frozenset[str]:
    """The ids of styles whose words are hidden, and of those that are based on them."""
    if styles is None or next(styles.iter(_HIDDEN), None) is None:
        return frozenset()
    says: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        mark = style.find(f"{W}rPr/{_HIDDEN}")
        says.setdefault(name, None if mark is None else mark.get(VAL, "1") not in OFF)
        base = style.find(f"{W}basedOn")
        based.setdefault(name, base.get(VAL, "") if base is not None else "")
    out = set()
    for name in says:
        at, seen = name, set()
        while at in says and says[at] is None and at not in seen:
            seen.add(at)
            at = based[at]
        if says.get(at):
            out.add(name)
    return frozenset(out)


def _referred(document: Element) -> set[tuple[str, str]]:
    """The notes that the document's text refers to: what they are, and their ids."""
    gone = {x for tag in _GONE for e in document.iter(tag) for x in e.iter()}
    return {
        (f"{W}{kind}", e.get(f"{W}id", ""))
        for kind in _NOTES
        for e in document.iter(f"{W}{kind}Reference")
        if e not in gone
    }


def _unclosed(root: Element, gone: set[Element]) -> set[Element]:
    """Beginnings of fields that have no end, with what parts them: Word prints what follows."""
    out: set[Element] = set()
    fields: list[list[Element]] = []
    for each in root.iter(_FIELD):
        if each in gone:
            continue
        kind = each.get(f"{W}fldCharType", "")
        if kind == "begin":
            fields.append([each])
        elif kind == "end" and fields:
            fields.pop()
        elif fields:
            fields[-1].append(each)
    for marks in fields:
        out.update(marks)
    return out


def _step(fields: list[bool], kind: str) -> None:
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _text(element: Element) -> str:
    if element.tag == _SYMBOL:
        return "〓"
    if element.tag == _HYPHEN:
        return "-"
    return element.get("string", "") if element.tag == WORD_ART else element.text or ""
