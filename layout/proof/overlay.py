"""A page with the marks of a proof laid over and under it: page in, page out, nothing drawn.

What is faint (columns, empty lines, the colour of a loose line) lies under the page's text, so that
it stays readable; edges, figures and tags lie on top.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from layout.display.items import Box, Item, Page, Path, fill_of
from layout.proof.layers import unfit
from layout.proof.layers.catalogue import layers
from layout.proof.layers.layer import ProofFacts
from layout.proof.legend import legend
from layout.proof.marks import Letters
from layout.proof.setlines import page_lines
from layout.record import replace
from layout.words.said import Language

OVERLAYS: Final = ("grid", "lines", "baselines", "numbers", "frames", "blocks", "loose")
"""Those of a picture for which nothing is asked: how the page is made up."""
_LIGHT: Final = 60.0
"""Total ink of a tint that grid lines may cross; on a full panel they would shout."""


def overlay(
    page: Page,
    letters: Letters,
    show: Collection[str] = OVERLAYS,
    oversets: Mapping[str, str] | None = None,
    faces: Sequence[str] = (),
    *,
    lang: Language = "en",
) -> Page:
    """The page with the overlays named in `show`.

    `oversets` says for each node whose text does not fit how much is over, `faces` in a few words
    each which faces draw the page, `lang` in which language the legend is.
    """
    facts = ProofFacts(page=page, letters=letters, lang=lang, oversets=oversets or {})
    return overlaid(facts, show, faces)


def overlaid(facts: ProofFacts, show: Collection[str], faces: Sequence[str] = ()) -> Page:
    """The page of some facts with the overlays named in `show`, and their legend at its foot. The
    page's own items are all there, as they were; tints only move under the grid. What does not
    fit is marked unasked."""
    page = facts.page
    if facts.oversets or facts.unfit:
        show = (*show, unfit.NAME)
    lines = page_lines(page) if "loose" in show else ()
    foot = legend(page, facts.letters, show, lines, faces, lang=facts.lang)
    shown = layers(replace(facts, foot=(*facts.foot, *foot)), show)
    return replace(
        page,
        items=(
            *(item for one in shown for item in one.ground),
            *(item for item in page.items if _is_tint(item)),
            *(item for one in shown for item in one.under),
            *(item for item in page.items if not _is_tint(item)),
            *(item for one in shown for item in one.over),
            *foot,
        ),
    )


def _is_tint(item: Item) -> bool:
    if not isinstance(item, Box | Path) or item.role != "tint":
        return False
    return fill_of(item).total <= _LIGHT
