"""What of a page does not fit and is drawn all the same: 溢文, groups that are too high, headlines
and tables without room. Such a page looks finished and is not, so a proof marks it unasked."""

from collections.abc import Iterator
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Diagnostic
from layout.geometry import Rect, hull
from layout.proof.layers.layer import Unfit
from layout.proof.layers.unfit import below
from layout.proof.locate import Locator, kept
from layout.spec.resolve.resolved import RGroup, RStory
from layout.words.said import Language, Said, said

_SHORT: Final = {
    "TABLE-DEEP": "part.unfit-deep",
    "TABLE-WIDE": "part.unfit-wide",
    "DISPLAY-HIGH": "part.unfit-high",
    "DISPLAY-WIDE": "part.unfit-wide",
    "LINE-WIDE": "part.unfit-wide",
    "PICTURE-ROOM": "part.unfit-picture",
    "CODE-ROOM": "part.unfit-code",
}
"""What stands at the place of an error, in a few words; all of it is in the list of findings."""
_GROUP: Final = "PLACING.too-many"
_BLOCK: Final = "OVERSET.block"
_LINES: Final = ("OVERSET.homeless", "OVERSET.narrow")
"""A line that has nowhere to stand. By-lines and the text of stories are told at the foot of the
last column (`ProofFacts.oversets`)."""


def unfit(page: ComposedPage, lang: Language) -> tuple[Unfit, ...]:
    """Everything on a page that has no room, but for the text of stories."""
    found = [d for d in page.diagnostics if d.severity == "error" and _is_told(d)]
    by_place: dict[Rect, Unfit] = {}
    for one in _unfit(page, found, lang) if found else ():
        known = by_place.get(one.rect)
        if known is not None:  # two errors of one block are told in one row
            told = " · ".join(dict.fromkeys((*known.told.split(" · "), one.told)))
            outside = (*known.outside, *one.outside)
            by_place[one.rect] = Unfit(told=told, rect=one.rect, outside=outside)
        else:
            by_place[one.rect] = one
    return tuple(by_place.values())


def _is_told(found: Diagnostic) -> bool:
    key = found.said.key
    return key in (_GROUP, _BLOCK, *_LINES) or found.code in _SHORT


def _unfit(page: ComposedPage, found: list[Diagnostic], lang: Language) -> Iterator[Unfit]:
    groups = {g.id: g for whole in page.composed.resolved.groups for g in whole.nested}
    locator = Locator(page)
    stories = [b.content for b in page.composed.resolved.blocks if isinstance(b.content, RStory)]
    signed = [story.byline.place for story in stories if story.byline is not None]
    for one in found:
        if one.said.key in _LINES and one.where in signed:
            continue
        if one.said.key == _GROUP:
            group = groups.get(str(one.said["group"]))
            if group is not None:
                yield _crowded(page, group, one, lang)
            continue
        rect = kept(page, locator.rect(one))
        if rect is None:
            continue
        told = said(_SHORT[one.code]) if one.code in _SHORT else _over(one.said)
        yield Unfit(told=told.words(lang), rect=rect)


def _over(told: Said) -> Said:
    """How much of a text that runs down is over, or of a line."""
    if told.key in _LINES:
        return said("part.over-line", **dict(told.values))
    return said("part.over", characters=told["characters"], lines=told["columns"])


def _crowded(page: ComposedPage, group: RGroup, found: Diagnostic, lang: Language) -> Unfit:
    """A group whose blocks need more lines than it has: they lie past its foot."""
    display = page.display
    rects = {block.id: block.rect for block in display.blocks}
    blocks = page.composed.resolved.blocks
    own = [rects[blocks[n].id] for n in group.leaves if blocks[n].id in rects]
    past = [below(rect, group.rect.bottom, display) for rect in own]
    told = said("part.unfit-lines", lines=found.said["over_lines"]).words(lang)
    outside = tuple(rect for rect in past if rect is not None)
    return Unfit(told=told, rect=group.rect, outside=(hull(outside),) if outside else ())
