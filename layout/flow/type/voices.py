"""The parts of a paragraph that are set in another face, size or height than its lines."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from layout.record import record, replace
from layout.spec.markdown.paragraph import Paragraph
from layout.spec.resolve.defaults import TextStyle

SCRIPT_SIZE: Final = 600
"""High and low type, in thousandths of the line's: 5.4 pt beside 9 pt. Smaller type fills in on
newsprint; larger is not told from the text around it."""
HIGH: Final = 340
"""How far high type is raised, in thousandths of an em. Han of the bundled faces end 0.83 em above
the baseline: so do those of 600 ‰ then, and no line comes nearer to the one above it."""
LOW: Final = -140
"""The rise of low type. Its figures, 0.44 em high, stand across the baseline by a third of their
height (H₂O), and their feet are no lower than those of a Latin p."""


class Voices(NamedTuple):
    """The styles of a paragraph's runs: of each its face and digits, of `runin` its size too."""

    strong: TextStyle
    emphasis: TextStyle
    runin: TextStyle

    @classmethod
    def plain(cls, style: TextStyle) -> "Voices":
        """Those of a text without runs."""
        return cls(style, style, style)

    @classmethod
    def of(cls, style: TextStyle) -> "Voices":
        """Those of display type: bold in 黑, emphasis in 楷."""
        return cls(replace(style, face="黑"), replace(style, face="楷"), style)


@record
class StyleStretch:
    """Characters in one style; only its face and digits count.

    `size` and `rise` are in thousandths of the line's type, the rise up from the baseline. `tied`:
    no line may end before it.
    """

    text: str
    style: TextStyle
    size: int = 1000
    rise: int = 0
    tied: bool = False


def stretches(paragraph: Paragraph, style: TextStyle, voices: Voices) -> Iterator[StyleStretch]:
    """A paragraph's text in order, cut where its face, size or height changes and nowhere else.

    Where both hold, 黑 goes before 楷, and either before the face of a run-in heading, whose size
    they take. High and low type are smaller than what they stand in. A link changes nothing.
    """
    edges = sorted(
        [(r.start, 1, r.voice) for r in paragraph.runs]
        + [(r.end, -1, r.voice) for r in paragraph.runs]
    )
    held: Counter[str] = Counter()
    parts: list[tuple[int, StyleStretch]] = [(0, _manner(held, style, voices))]
    for offset, change, voice in edges:
        held[voice] += change
        manner = _manner(held, style, voices)
        if offset == parts[-1][0]:
            parts.pop()
        if not parts or parts[-1][1] != manner:
            parts.append((offset, manner))
    parts.append((len(paragraph.text), parts[-1][1]))
    for (start, manner), (end, _) in pairwise(parts):
        if start < end:
            yield StyleStretch(
                text=paragraph.text[start:end],
                style=manner.style,
                size=manner.size,
                rise=manner.rise,
                tied=manner.tied and start > 0,
            )


def _manner(held: Counter[str], style: TextStyle, voices: Voices) -> StyleStretch:
    """How characters are set that are in the voices held, without the characters."""
    size = voices.runin.size / style.size if held["runin"] else 1.0
    face = (
        voices.strong if held["strong"]
        else voices.emphasis if held["emphasis"]
        else voices.runin if held["runin"]
        else style
    )  # fmt: skip
    script = bool(held["super"] or held["sub"])
    rise = HIGH if held["super"] else LOW if held["sub"] else 0
    return StyleStretch(
        text="",
        style=face,
        size=round(size * (SCRIPT_SIZE if script else 1000)),
        rise=round(size * rise),
        tied=script,
    )
