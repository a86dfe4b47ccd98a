"""The overlays there are, in the order in which they are painted."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from layout.proof.layers import (
    baselines,
    blocks,
    classes,
    corrections,
    findings,
    frames,
    grid,
    lines,
    loose,
    numbers,
    squeezes,
    threads,
    unfit,
)
from layout.proof.layers.layer import Layer, ProofFacts
from layout.words.said import Language, said


class _Overlay(Protocol):
    NAME: str
    TITLE: str

    def layer(self, facts: ProofFacts) -> Layer: ...


_ALL: Final[tuple[_Overlay, ...]] = (
    frames, baselines, lines, grid, numbers, blocks, threads, classes, squeezes, loose, unfit,
    findings, corrections,
)  # fmt: skip
LAYERS: Final[Mapping[str, _Overlay]] = MappingProxyType({one.NAME: one for one in _ALL})
"""Each overlay by its name, in the order of painting."""
NAMES: Final = (
    "grid", "lines", "baselines", "numbers", "frames", "blocks", "threads", "classes", "squeezes",
    "loose", "unfit", "findings", "corrections",
)  # fmt: skip
"""Their names as they are listed to a person."""


def title_of(name: str, lang: Language) -> str:
    """What an overlay is called in a language."""
    return said(LAYERS[name].TITLE).words(lang)


def layers(facts: ProofFacts, show: Collection[str] = NAMES) -> tuple[Layer, ...]:
    """The layers asked for by name, in the order of painting; each is what it is without the
    others. Raises `KeyError` for a name that is none of `NAMES`."""
    unknown = [name for name in show if name not in LAYERS]
    if unknown:
        raise KeyError(unknown[0])
    return tuple([LAYERS[name].layer(facts) for name in LAYERS if name in show])
