"""The marks inside a paragraph of a story: which of them are markup, and what they make of it.

A mark is markup when it has its partner in the same paragraph and there are words between the two.
One that has none is text, and said where it looks like a slip.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from layout.diagnostics import Place
from layout.spec.markdown import strays
from layout.spec.markdown.markpieces import BREAK, JOIN, STARS, Piece, cut
from layout.spec.markdown.paragraph import NAMED, NOTE, RUBY, Paragraph, Run
from layout.spec.markdown.strays import Stray

_RUNS: Final = {
    "*": ("emphasis",), "**": ("strong",), "***": ("strong", "emphasis"),
    "^": ("super",), "~": ("sub",), "[": ("link",), "<": ("link",),
    NOTE: ("super", NOTE),
}  # fmt: skip

NO_SIGNS: Final[Mapping[str, str]] = {}


def marked(
    rows: list[tuple[int, str]],
    file: str,
    kind: str,
    found: list[Stray],
    *,
    skip: int = 0,
    display: bool = False,
    names: AbstractSet[str] = frozenset(),
    signs: Mapping[str, str] = NO_SIGNS,
) -> list[Paragraph]:
    """A paragraph's rows, numbered from 0, without their marks; one more at each forced line end.

    `skip` characters of the first row are no text. In `display` type links and emphasis are no
    marks. `names` are those of the styles and colours that words may be in, `signs` those of
    notes by their labels. What was left as it stands although somebody meant it as markup is added
    to `found`.
    """
    pieces: list[Piece] = []
    pairs: list[tuple[int, int]] = []
    last = rows[-1][0]
    seam = ""
    for number, row in rows:
        start = skip + len(row[skip:]) - len(row[skip:].lstrip())
        body = row[start:].rstrip()
        place = Place(file, number + 1, start + 1)
        if seam:
            pieces.append(Piece("", place, seam))
        seam = JOIN
        if number != last and (len(body) - len(body.rstrip("\\"))) % 2:
            seam = BREAK
            body = body[:-1].rstrip()
        cut(body, place, pieces, pairs, names, signs=signs, display=display)
        skip = 0
    _pair(pieces, pairs, found)
    found += [
        strays.unclosed(p.text, p.place)
        for p in pieces
        # A lone * may be a mark of multiplication; two are markup that somebody forgot to close.
        if p.mark in STARS[1:] and (p.opens or p.closes) and not p.markup
    ]
    return _joined(pieces, pairs, kind, found)


def _pair(pieces: list[Piece], pairs: list[tuple[int, int]], found: list[Stray]) -> None:
    """Find the marks that open and close a voice; those without a partner stay text."""
    waiting: dict[str, list[int]] = {mark: [] for mark in (*STARS, "[")}
    brackets = waiting["["]
    halved = 0  # brackets whose link was cut in two by other marks
    for i, piece in enumerate(pieces):
        mark = piece.mark
        partner = None
        if mark in STARS:
            mine = waiting[mark]
            # What stands between the two must be more than the marks themselves.
            if piece.closes and mine and i - mine[-1] > 1:
                partner = mine.pop()
            elif piece.opens:
                mine.append(i)
        elif mark == "[":
            piece.opens = True
            brackets.append(i)
        elif mark == "](" and halved and not (brackets and pieces[brackets[-1]].opens):
            halved -= 1
            found.append(strays.no_link(piece.text, piece.place))
        elif mark[:1] == "]":
            partner = _bracketed(pieces, i, brackets, found)
        elif mark == "strange":
            found.append(strays.no_link(piece.target, piece.place))
        if partner is not None:
            for others in waiting.values():  # what was opened inside and never closed is text
                while others and others[-1] > partner:
                    others.pop()
                    halved += others is brackets
            pieces[partner].markup = piece.markup = True
            pairs.append((partner, i))


def _bracketed(
    pieces: list[Piece], closed: int, brackets: list[int], found: list[Stray]
) -> int | None:
    """The bracket that one with an address or a brace belongs to, taken from those that wait; None
    where it stays text."""
    piece = pieces[closed]
    if piece.mark == "]{":
        opened = brackets.pop() if brackets else closed
        if pieces[opened].text == "[" and _words(pieces, opened, closed):
            return opened
        found.append(strays.no_words(piece.text, piece.place))
        return None
    if not brackets or not (pieces[brackets[-1]].opens or piece.mark == "]"):
        return None
    opened = brackets.pop()
    linked = piece.mark == "]("
    if linked and pieces[opened].text == "[" and _words(pieces, opened, closed):
        for k in brackets:  # CommonMark 6.3: links hold no other links
            pieces[k].opens = False
        return opened
    if linked or (piece.target and pieces[opened].opens):
        more = "" if linked else f"({piece.target})"
        found.append(_no_link(pieces, opened, closed, more))
    return None


def _words(pieces: list[Piece], opened: int, closed: int) -> bool:
    """Whether there are words between two pieces."""
    return any(pieces[k].text.strip() for k in range(opened + 1, closed))


def _no_link(pieces: list[Piece], opened: int, closed: int, more: str) -> Stray:
    words = ""
    for i in range(opened, closed + 1):
        words += pieces[i].text
        if len(words) > 80:  # more of it is not shown
            break
    return strays.no_link(words + more, pieces[opened].place)


def _joined(
    pieces: list[Piece], pairs: list[tuple[int, int]], kind: str, found: list[Stray]
) -> list[Paragraph]:
    """The words without what is markup, in one paragraph or, at forced line ends, several."""
    parts: list[str] = []
    at = 0  # characters in `parts`
    last = "\u3000"  # of them
    offsets: list[int] = []
    lines: list[tuple[int, Place]] = []
    cuts = [0]
    following = _following(pieces)
    for i, piece in enumerate(pieces):
        offsets.append(at)
        added = ""
        if piece.mark == JOIN:
            if last.isascii() and following[i].isascii():
                added = " "
        elif piece.mark == BREAK and at > cuts[-1]:
            cuts.append(at)
        elif not piece.markup:
            added = piece.text
        if added or not piece.markup:
            lines.append((at, piece.place))
        if added:
            parts.append(added)
            at += len(added)
            last = added[-1]
    text = "".join(parts)
    cuts.append(at)
    runs = _runs(pieces, pairs, offsets)
    if any(run.voice == RUBY for run in runs):
        from layout.spec.markdown.readings import spelled  # few paragraphs have any

        runs = spelled(text, runs, lines, found)
    if len(cuts) == 2:
        return [Paragraph(text=text, kind=kind, runs=runs, lines=tuple(lines))]
    return list(_parted(Paragraph(text=text, kind=kind, runs=runs, lines=tuple(lines)), cuts))


def _following(pieces: list[Piece]) -> list[str]:
    """For each piece the first character that is set after it; a wide one if a line ends before
    it, none where the next words are empty."""
    out = ["\u3000"] * len(pieces)
    for i in range(len(pieces) - 2, -1, -1):
        after = pieces[i + 1]
        if after.mark == BREAK:
            continue
        out[i] = out[i + 1] if after.markup else after.text[:1]
    return out


def _runs(pieces: list[Piece], pairs: list[tuple[int, int]], offsets: list[int]) -> tuple[Run, ...]:
    """The runs of the pairs, outer ones first; one inside another of its own voice is dropped."""
    runs: list[Run] = []
    until: dict[tuple[str, str], int] = {}
    for a, b in sorted(pairs):
        opener, closer = pieces[a], pieces[b]
        target = closer.target if opener.mark == "[" else opener.target
        for voice, wanted in closer.asked or [(v, target) for v in _RUNS[opener.mark]]:
            kind = (voice, wanted if voice == NAMED else "")
            if (until.get(kind, -1) < a or voice == RUBY) and offsets[a] < offsets[b]:
                until[kind] = b
                runs.append(Run(offsets[a], offsets[b], voice, wanted))
    return tuple(runs)


def _parted(whole: Paragraph, cuts: list[int]) -> Iterator[Paragraph]:
    """A paragraph cut at `cuts`, each run going on in the next part."""
    lines, runs = list(whole.lines), list(whole.runs)
    line = run = 0
    going: list[Run] = []
    for n, (start, end) in enumerate(pairwise(cuts)):
        if start == end:
            continue
        first = line
        while line < len(lines) and lines[line][0] < end:
            line += 1
        while run < len(runs) and runs[run].start < end:
            going.append(runs[run])
            run += 1
        going = [r for r in going if r.end > start]
        yield Paragraph(
            text=whole.text[start:end],
            kind="continued" if n else whole.kind,
            runs=tuple(r.within(start, end) for r in going),
            lines=tuple((offset - start, place) for offset, place in lines[first:line]),
        )
