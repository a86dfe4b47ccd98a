"""The colours of a page: each mixture of inks and each spot, where it is used, and its sum."""

from collections import Counter
from typing import Final

from layout.color import PROCESS, Color
from layout.display.items import Box, GlyphRun, Page, Picture, color_of
from layout.proof.tables.table import ProofRow, ProofTable
from layout.render.svg.numbers import rgb
from layout.words.said import Language, in_words, said

_HEADS: Final = ("part.head-colour", "part.head-tac", "part.head-used-for")
_LETTERS: Final = dict(zip(PROCESS, "CMYK", strict=True))
_USES: Final = {
    "type": "part.use-type", "rule": "part.use-rule", "area": "part.use-area",
    "line": "part.use-line",
}  # fmt: skip


def colours_table(page: Page, lang: Language) -> ProofTable:
    """Each colour once, the most used first; white, which lays no ink, not. A total that is over
    the limit of the press is bad."""
    uses: dict[Color, Counter[str]] = {}
    for item in page.items:
        if isinstance(item, Picture):
            continue
        color = color_of(item)
        if color.inks:
            uses.setdefault(color, Counter())[_use(item)] += (
                len(item.text) if isinstance(item, GlyphRun) else 1
            )
    rows = []
    for color, counts in sorted(uses.items(), key=lambda one: (-sum(one[1].values()), str(one[0]))):
        total = sum(color.inks.values())
        told = tuple(said(_USES[use], number=n) for use, n in counts.most_common())
        used = said("part.uses", uses=told).words(lang)
        rows.append(
            ProofRow(
                cells=(name_of(color), f"{total:g}%", used),
                swatch=rgb(color),
                bad=total > page.press.ink_limit,
            )
        )
    limit = said("part.colours-limit", limit=page.press.ink_limit)
    return ProofTable(
        key="colours",
        title=said("part.table-colours").words(lang),
        heads=in_words(_HEADS, lang),
        rows=tuple(rows),
        numbers=frozenset({1}),
        note=limit.words(lang),
    )


def name_of(color: Color) -> str:
    """A colour as a spec writes it: `M100 Y100`, a spot with its tint."""
    if color.spot:
        return color.spot if color.tint == 100 else f"{color.spot} {color.tint:g}%"
    return " ".join(f"{_LETTERS[ink]}{amount:g}" for ink, amount in color.inks.items())


def _use(item: object) -> str:
    if isinstance(item, GlyphRun):
        return "type"
    if isinstance(item, Box):
        return "rule" if item.role in ("rule", "keyline") else "area"
    return "line"
