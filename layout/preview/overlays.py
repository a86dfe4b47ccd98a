"""Overlays of a page as SVG, for the process that shows it and for the one that checks it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Diagnostic
from layout.errors import BanxinError
from layout.preview.state import NOTHING_DRAWN, DrawnLayer
from layout.words.said import Language, said

if TYPE_CHECKING:
    from layout.api import ComposedPage, Session
    from layout.proof.layers.layer import CorrectionMark

UNFIT: Final = "unfit"
"""The overlay that every window shows, asked or not: what does not fit."""
CORRECTIONS: Final = "corrections"
"""The overlay whose marks are weighed against one another, which takes its time."""


def drawn_layers(
    session: "Session",
    page: "ComposedPage",
    told: Sequence[Diagnostic],
    wanted: Iterable[tuple[Language, str]],
    corrections: Path,
) -> dict[tuple[Language, str], DrawnLayer]:
    """Overlays of a page as SVG, by language and name; of names that are none nothing. `told` are
    its findings as they are listed, `corrections` those of the last reading, where there is such a
    file."""
    from layout.proof.facts import proof_facts
    from layout.proof.layers.catalogue import LAYERS, layers
    from layout.proof.marks import Letters

    found: dict[tuple[Language, str], DrawnLayer] = {}
    wanted = list(wanted)
    if not any(one.severity == "error" for one in page.diagnostics):  # all that is set fits
        found |= {(lang, name): NOTHING_DRAWN for lang, name in wanted if name == UNFIT}
        wanted = [one for one in wanted if one not in found]
        if not wanted:  # as after most changes, while no overlay is looked at
            return found
    scenes, resources = session.scenes, session.resources(page)
    letters = Letters(page.composed.catalog)
    shown = any(name == CORRECTIONS for _, name in wanted)
    marks = _marks(page, corrections) if shown else ()
    for lang in dict.fromkeys(lang for lang, _ in wanted):
        names = [name for other, name in wanted if other == lang and name in LAYERS]
        facts = proof_facts(page, lang, findings=told, corrections=marks, letters=letters)
        for layer in layers(facts, names):
            under, below = scenes.elements(layer.beneath, page.display, resources)
            over, above = scenes.elements(layer.marks, page.display, resources)
            outlines = below | above
            for label in layer.labels:
                svg, used = scenes.elements(label.items, page.display, resources)
                over += labelled(label.at, label.size, svg, fine=label.fine)
                outlines |= used
            symbols = scenes.outlines.drawn(outlines)
            found[lang, layer.name] = DrawnLayer(
                under=under, over=over, symbols=symbols, keys=_keys(layer.name, lang)
            )
    return found


def labelled(at: tuple[float, float], size: float, svg: str, *, fine: bool) -> str:
    """A label of an overlay, with what a browser needs to know to draw it large enough."""
    x, y = at
    kind = "label fine" if fine else "label"
    return f'<g class="{kind}" data-x="{x:.2f}" data-y="{y:.2f}" data-pt="{size:g}">{svg}</g>'


def _keys(layer: str, lang: Language) -> tuple[tuple[str, str], ...]:
    """What the colours of an overlay mean, as the foot of a proof has it."""
    from layout.proof.legend import KEYS
    from layout.render.svg.numbers import rgb

    return tuple(
        [(rgb(color), said(key).words(lang)) for name, color, key in KEYS if name == layer]
    )


def _marks(page: "ComposedPage", corrections: Path) -> "tuple[CorrectionMark, ...]":
    """The marks of a reading on a page; none where its file is not there or at fault, which `banxin
    proof` tells."""
    from layout.making.proofset import read_corrections  # few pages have any

    if not corrections.is_file():
        return ()
    try:
        env = page.composed.environment
        found = read_corrections(env.find(corrections.name, corrections.parent)).on(page)
    except BanxinError:
        return ()
    return tuple([mark for one in found for mark in one.marks])
