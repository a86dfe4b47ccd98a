"""Words that an OCR gives twice: loops of a reader, the last line of one crop on the next."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from layout.words.said import Said, said

Find = tuple[int, int, Said]

RULE: Final = "X19.repeat"
_THRICE = re.compile(r"(?P<w>[^\W\d_].{1,29}?)(?P=w){2,}")
_TWICE = re.compile(r"(?P<w>[^\W\d_].{7,59}?)(?P=w)")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_LEAST: Final = 12  # characters of a sentence that no page says twice
_SEAM: Final = (5, 40)


def within(text: str) -> Iterator[Find]:
    """Words that follow themselves in one paragraph: the later ones."""
    done = 0
    for pattern in (_THRICE, _TWICE):
        for match in pattern.finditer(text):
            if match.start() >= done or pattern is _THRICE:
                done = max(done, match.end())
                yield (match.start() + len(match["w"]), match.end(), said("part.doubt-again"))


def across(texts: Sequence[str]) -> tuple[tuple[Find, ...], ...]:
    """For each paragraph of a page, in order: its sentences that stood before, and its head where
    it is the tail of the paragraph before it."""
    seen: set[str] = set()
    out: list[tuple[Find, ...]] = []
    before = ""
    for text in texts:
        finds: list[Find] = []
        if size := _overlap(before, text):
            finds.append((0, size, said("part.doubt-tail")))
        told = max((end for _, end, _ in within(text)), default=0)  # and said there
        for match in _SENTENCE.finditer(text):
            words = match.group().strip()
            if len(words) < _LEAST:
                continue
            again = match.start() < told or (finds and match.start() < finds[-1][1])
            if words in seen and not again:
                finds.append((*match.span(), said("part.doubt-before")))
            seen.add(words)
        out.append(tuple(finds))
        before = text
    return tuple(out)


def at_seam(text: str, cut: int) -> int:
    """How many characters before a column's foot stand again behind it; 0 for none."""
    return _overlap(text[:cut], text[cut:])


def _overlap(before: str, after: str) -> int:
    least, most = _SEAM
    for size in range(min(most, len(before), len(after)), least - 1, -1):
        if before.endswith(after[:size]) and any(c.isalpha() for c in after[:size]):
            return size
    return 0
