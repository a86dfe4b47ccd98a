"""What an entry of the corrections asks for: which of its words are others, and by which mark a
proofreader asks for that."""

import re
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from layout.diagnostics import shown
from layout.proof.layers.layer import ReadingMark
from layout.record import record
from layout.spec.model.corrections import RUN_ON, WordCorrection
from layout.words.said import Said, said

MOST_SWAPPED: Final = 12
"""Characters of a part that changes its place with another."""
LEAST_BETWEEN: Final = 2
"""Characters that stay between two changes of some words, so that each has a mark of its own."""
MOST_CHANGES: Final = 6
"""Changes of some words that are marked one by one."""
_PIECE: Final = re.compile(r"[A-Za-z0-9]+(?:[.,:%-][A-Za-z0-9]+)*%?|.", re.DOTALL)


@record
class WordChange:
    """What a correction asks for: the kind of its mark, which part of its words is another (from,
    to), and what is to stand there; `at` is where that is in the words as they should be, None
    where that is `first`, as before it nothing is another. Of a transposition `cuts` are where its
    first part ends and its other begins; what is between them stays."""

    mark: ReadingMark
    first: int
    last: int
    new: str
    cuts: tuple[int, int] | None = None
    at: int | None = None


def fault_of(entry: WordCorrection) -> Said | None:
    """Why an entry says nothing that can be done; None where it does."""
    if (entry.story is None) == (entry.page is None):
        return said("CORRECTION.of-what")
    asked = [
        name for name, given in (
            ("should_be", entry.should_be is not None), ("delete", entry.delete),
            ("query", entry.query), ("paragraph", entry.paragraph is not None),
            ("face", entry.face is not None),
        ) if given
    ]  # fmt: skip
    if not asked:
        return said("CORRECTION.what")
    if len(asked) > 1:
        return said("CORRECTION.both", keys=tuple(asked))
    if entry.should_be is not None and bare(entry.should_be) == bare(entry.words):
        return said("CORRECTION.same", words=shown(entry.words))
    return None


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def change_of(entry: WordCorrection) -> WordChange:
    """What is another in an entry's words, white space aside."""
    mark: ReadingMark
    old, new = bare(entry.words), bare(entry.should_be or "")
    if entry.paragraph is not None:  # it is asked for at the edge before the words
        mark = "join" if entry.paragraph == RUN_ON else "break"
        return WordChange(mark=mark, first=0, last=0, new="")
    if entry.query or entry.face is not None:
        mark = "query" if entry.query else "face"
        return WordChange(mark=mark, first=0, last=len(old), new="")
    if entry.delete or not new:
        return WordChange(mark="delete", first=0, last=len(old), new="")
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    behind = 0
    while behind < min(len(old), len(new)) - first and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    gone, come = old[first : len(old) - behind], new[first : len(new) - behind]
    mark = "replace"
    cuts = None
    if not gone:
        mark = "insert"
    elif not come:
        mark = "delete"
    elif swapped := _swapped(gone, come):
        mark, cuts = "transpose", (first + swapped[0], first + swapped[1])
    return WordChange(mark=mark, first=first, last=len(old) - behind, new=come, cuts=cuts)


def changes_of(entry: WordCorrection) -> tuple[WordChange, ...]:
    """The single changes in an entry's words, each of which is marked: of words in which two
    characters far apart are others, these two and not all between them. A figure and a Latin word
    are each of a piece."""
    whole = change_of(entry)
    old, new = bare(entry.words), bare(entry.should_be or "")
    if entry.should_be is None:
        return (whole,)
    if whole.mark != "replace" and not _parts_a_piece(old, new, whole):
        return (whole,)
    before, after = _pieces(old), _pieces(new)
    hunks: list[list[int]] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if hunks and a0 - hunks[-1][1] < LEAST_BETWEEN:
            hunks[-1][1], hunks[-1][3] = a1, b1
        else:
            hunks.append([a0, a1, b0, b1])
    if len(hunks) > MOST_CHANGES:
        return (whole,)
    out = []
    for a0, a1, b0, b1 in hunks:
        first, last = len("".join(before[:a0])), len("".join(before[:a1]))
        come = "".join(after[b0:b1])
        mark: ReadingMark = "insert" if a0 == a1 else "delete" if b0 == b1 else "replace"
        at = len("".join(after[:b0]))
        out.append(WordChange(mark=mark, first=first, last=last, new=come, at=at))
    return tuple(out)


def _parts_a_piece(old: str, new: str, change: WordChange) -> bool:
    """Whether a change begins or ends inside of a figure or a Latin word, of the words as they are
    or as they should be."""
    before, after = (set(accumulate(map(len, _pieces(text)), initial=0)) for text in (old, new))
    return not (
        {change.first, change.last, *(change.cuts or ())} <= before
        and {change.first, change.first + len(change.new)} <= after
    )


def _pieces(text: str) -> list[str]:
    """Characters one by one, figures and Latin words whole."""
    return [found[0] for found in _PIECE.finditer(text)]


def _swapped(gone: str, come: str) -> tuple[int, int] | None:
    """Where the first of two parts of some words ends and the other begins, if they change their
    places and nothing else does; of several ways that in which least is moved. A part is no longer
    than `MOST_SWAPPED`: longer ones are not seen to be the same at a glance."""
    whole = len(gone)
    if len(come) != whole:
        return None
    ways = [
        (one, whole - other)
        for one in range(1, min(whole, MOST_SWAPPED + 1))
        for other in range(1, min(whole - one, MOST_SWAPPED) + 1)
        if come == gone[whole - other :] + gone[one : whole - other] + gone[:one]
    ]
    return min(ways, key=lambda way: (way[0] + whole - way[1], way), default=None)


def in_words(entry: WordCorrection, change: WordChange) -> tuple[str, str, str]:
    """What of an entry's words goes, what comes, and the words with the place of it in brackets
    (〔〕), all with their white space."""
    old, new = entry.words, entry.should_be or ""
    first, last = _cut(old, change.first, change.last)
    at = change.first if change.at is None else change.at
    start, end = _cut(new, at, at + len(change.new))
    gone, come = old[first:last], new[start:end] if change.new else ""
    return gone, come, f"{old[:first]}〔{come or gone}〕{old[last:]}"


def _cut(text: str, first: int, last: int) -> tuple[int, int]:
    """Where in a text characters begin and end that are counted without its white space."""
    seen = [k for k, char in enumerate(text) if not char.isspace()]
    begin = seen[first] if first < len(seen) else len(text)
    return begin, seen[last - 1] + 1 if last > first else begin
