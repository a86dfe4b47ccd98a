"""The rows of a 小标题: what stands between two ` | ` is a line of its own, as in a headline."""

import re
from bisect import bisect_right
from typing import Final

from layout.record import replace
from layout.spec.markdown.paragraph import ENDS, Paragraph, Run

_BAR: Final = re.compile(r"[ \u3000]+\|[ \u3000]+")


def in_rows(paragraph: Paragraph) -> Paragraph:
    """A small heading with a line's end for each ` | ` in it; one without any as it is."""
    cuts = [match.span() for match in _BAR.finditer(paragraph.text)]
    cuts = [(a, b) for a, b in cuts if a and b < len(paragraph.text)]
    if not cuts:
        return paragraph
    text = paragraph.text
    starts = [a for a, _ in cuts]
    gone = [0]
    for a, b in cuts:
        gone.append(gone[-1] + b - a)

    def moved(offset: int) -> int:
        """Where a character stands once the bars before it are taken out."""
        before = bisect_right(starts, offset - 1)
        if before and offset < cuts[before - 1][1]:
            return starts[before - 1] - gone[before - 1]
        return offset - gone[before]

    # Of one character each, so that none lies across another run.
    ends = [Run(moved(a) - 1, moved(a), ENDS) for a in starts]
    runs = [replace(r, start=moved(r.start), end=moved(r.end)) for r in paragraph.runs]
    lines = [(moved(offset), place) for offset, place in paragraph.lines]
    lines += [(moved(b), paragraph.place_at(b)) for _, b in cuts]
    bare = "".join(
        text[b:a] for b, a in zip([0, *(b for _, b in cuts)], [*starts, len(text)], strict=True)
    )
    return replace(
        paragraph,
        text=bare,
        runs=tuple(sorted((*runs, *ends), key=lambda run: (run.start, -run.end))),
        lines=tuple(sorted(lines, key=lambda line: line[0])),
    )
