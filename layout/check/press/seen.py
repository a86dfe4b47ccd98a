"""How a mark of a PDF is told to a person: type by its words, a picture by its pixels, a shape by
the words beside it. The name of a font and the number of an object are for programs."""

from collections.abc import Iterable, Sequence
from typing import Final

from layout.check.press.subject import PressPage
from layout.diagnostics import beginning
from layout.pdf.matrix import Box, grown, meets
from layout.pdf.painted import Painted
from layout.pdf.unicodes import characters
from layout.units import mm
from layout.words.said import Said, said

FEW: Final = 14
"""Characters that are quoted."""
BESIDE_MM: Final = 4.0
"""As near as this words stand beside a shape."""
LEVEL_PT: Final = 0.5
"""By as much two marks on one line may stand apart in height."""


def seen_as(page: PressPage, mark: Painted | None, others: Iterable[Painted | None]) -> Said | None:
    """What a mark is called; `others` stand at the same place with the same fault, and the words of
    those on its line are told with it. None where there is nothing to call it by."""
    if mark is None:
        return None
    if mark.text is not None:
        own = [one for one in others if one is not None and _on_line(one, mark)]
        words = _words(sorted(own or [mark], key=lambda one: (one.seen[0], -one.seen[1])))
        return said("part.seen-words", words=words) if words else _font(mark)
    if mark.image is not None:
        image = mark.image
        return said("part.seen-picture", across=image.width, down=image.height)
    what = said("part.press-shading" if mark.shading is not None else "part.press-path")
    beside = _beside(page, mark)
    return said("part.seen-beside", words=beside, what=what) if beside else what


def _font(mark: Painted) -> Said | None:
    assert mark.text is not None
    name = mark.text.font.base_name
    head, _, tail = name.partition("+")
    return said("part.seen-font", font=tail if tail and len(head) == SUBSET else name or "?")


SUBSET: Final = 6
"""Letters before the + of a subset's name (ISO 32000-1, 9.6.4)."""


def _on_line(one: Painted, mark: Painted) -> bool:
    """Whether type stands on the line of a mark, or in its column."""
    if one.text is None or mark.text is None:
        return False
    along = 4 if mark.text.font.vertical else 5
    return abs(one.text.matrix[along] - mark.text.matrix[along]) < LEVEL_PT


def _words(marks: Sequence[Painted]) -> str:
    """The words of some type, as its fonts say them; empty where they do not."""
    known: dict[int, dict[int, str]] = {}
    out: list[str] = []
    for one in marks:
        if one.text is None:
            continue
        font = one.text.font
        if id(font) not in known:
            known[id(font)] = characters(font)
        table = known[id(font)]
        out += [table.get(code, "") for code in one.text.codes()]
        if sum(map(len, out)) > 2 * FEW:
            break
    words = " ".join("".join(out).split())
    if not words.isprintable() or "\ufffd" in words:
        return ""
    return beginning(words, FEW)


def _beside(page: PressPage, mark: Painted) -> str:
    """The words that stand in a shape or nearest to it."""
    if page.contents is None:
        return ""
    reach = grown(mark.seen, mm(BESIDE_MM) / page.unit)
    near = [
        one
        for one in page.contents.painted
        if one.text is not None and not one.invisible and meets(one.seen, reach)
    ]
    for one in sorted(near, key=lambda one: _apart(one.seen, mark.seen)):
        words = _words([other for other in near if _on_line(other, one) and other.text is not None])
        if words.strip():
            return words
    return ""


def _apart(one: Box, other: Box) -> float:
    """How far apart two boxes are, the longer of across and down."""
    return max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3], 0.0)
