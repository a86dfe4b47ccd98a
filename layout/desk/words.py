"""Words found in the text of a file, place by place, and put in place of others.

They are looked for as they are typed. In a story whose rows are joined a word may go on in the next
row; in its head the keys are no words of the story. A mark may stand inside words (**株**洲,
[株]{红}洲, the | of a couplet): they are found, and not changed, for nobody knows where the mark
would belong.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from layout.record import record

AROUND: Final = 12
"""Characters shown on either side of a place: with the words in the middle, half a row."""
_ROW_END: Final = r"\r\n?|\n"
_NAME: Final = r"\]\{[^{}\r\n]{1,80}\}"
_MARK: Final = rf"\*{{1,3}}|[ ]?\|\??[ ]?|(?:{_NAME})?\[|{_NAME}"
_KEY: Final = r"[ \t]*(?:- )?[A-Za-z_]+[ \t]*:"


@record
class WordPlace:
    """A place of the words: from `start` to `end` in the text, and its line and column from 1.

    `before` and `after` are what stands round it in its row, `words` the words as they stand: with
    the end of a row in them where they go on in the next, and with the marks that part them.
    """

    start: int
    end: int
    line: int
    column: int
    before: str
    words: str
    after: str
    parted: bool = False
    """Whether marks stand inside the words."""


def find(
    text: str,
    words: str,
    *,
    besides: Sequence[str] = (),
    joined: bool = False,
    keyed: bool = False,
) -> Iterator[WordPlace]:
    """The places of `words` in a text, in order, none over another.

    Longer words of `besides` that hold them are left out where they stand. In a `joined` text a
    row's end may stand inside the words, its head (between two rows of ---) aside; with `keyed`
    every row may begin with a key, else those of the head may.
    """
    head = _head(text)
    within = _pattern(words, joined=joined)
    kept = [m.span() for other in besides if words in other
            for m in re.finditer(_pattern(other, joined=joined), text)]  # fmt: skip
    starts = [0, *(m.end() for m in re.finditer(_ROW_END, text))]
    at = 0
    for match in re.finditer(within, text):
        start, end = match.span()
        if any(first <= start and end <= last for first, last in kept):
            continue
        while at + 1 < len(starts) and starts[at + 1] <= start:
            at += 1
        if start < head or keyed:
            key = re.compile(_KEY).match(text, starts[at])
            if key and start < key.end():
                continue
            if re.search(_ROW_END, match[0]):
                continue
        row_end = re.compile(_ROW_END).search(text, end)
        yield WordPlace(
            start=start,
            end=end,
            line=at + 1,
            column=start - starts[at] + 1,
            before=text[max(starts[at], start - AROUND) : start],
            words=match[0],
            after=text[end : min(end + AROUND, row_end.start() if row_end else len(text))],
            parted=re.sub(_ROW_END, "", match[0]) != words,
        )


def replaced(text: str, places: Sequence[WordPlace], new: str) -> str:
    """The text with `new` at each place that no mark parts; a row that ended inside the words ends
    after them."""
    out: list[str] = []
    at = 0
    for place in places:
        if place.parted:
            continue
        row_end = re.search(_ROW_END, place.words)
        out += [text[at : place.start], new, row_end[0] if row_end else ""]
        at = place.end
    return "".join([*out, text[at:]])


def _head(text: str) -> int:
    """Where a story's head ends; 0 where it has none."""
    found = re.match(r"---[ \t]*(?:\r\n?|\n)", text)
    last = re.compile(r"^---[ \t]*\r?$", re.MULTILINE).search(text, found.end()) if found else None
    return last.end() if last else 0


def _pattern(words: str, *, joined: bool) -> str:
    between = f"(?:{_MARK}|{_ROW_END})?" if joined else f"(?:{_MARK})?"
    return between.join(map(re.escape, words))
