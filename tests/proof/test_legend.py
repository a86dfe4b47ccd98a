"""A legend tells of no colour that its overlay does not paint."""

import pytest

from layout.color import Color
from layout.diagnostics import Diagnostic, error, info, warning
from layout.display.items import BlockPlace, Box, Frame, GlyphRun, Item, LineFacts, Page
from layout.faces.catalog import Catalog
from layout.geometry import Rect
from layout.proof.layers.catalogue import LAYERS, NAMES, layers
from layout.proof.layers.layer import CorrectionMark, NumberedFinding, ProofFacts
from layout.proof.legend import KEYS
from layout.proof.marks import Letters
from layout.record import replace
from tests import toypage

PLACE = Rect(60, 90, 100, 200)
FACES = Catalog()


def line(text: str, y: float, xs: tuple[float, ...] = (), **facts: object) -> GlyphRun:
    known = LineFacts(
        measure=100, natural=100, set=100, tier="", gap_em=0.0, last=False, block="s", column=1
    )
    run = toypage.run(FACES.face("报宋"), text, 60, y, line=replace(known, **facts), node="s.md#p1")
    return replace(run, xs=xs or run.xs)


def everything() -> ProofFacts:
    """A page that has a case of all that an overlay colours."""
    lines = [
        line("“一”，A1。—", 100),
        *(line("二三", 120 + 12 * k, gap_em=gap) for k, gap in enumerate((0.06, 0.09, 0.2))),
        line("四五", 170, tier="shrink:7"),
        line("一，二。三", 182, (0, 9, 13.5, 22.5, 30.0), tier="shrink:3"),
    ]
    frames = [
        Frame(node="s.md", rect=PLACE, order=1, lines=5, room=9, block="s"),
        Frame(node="s.md", rect=Rect(180, 90, 100, 200), order=2, lines=9, room=9, block="s"),
    ]
    page: Page = replace(
        toypage.page(*lines), frames=tuple(frames),
        blocks=(BlockPlace(id="s", kind="story", rect=PLACE, node="s.md"),),
    )  # fmt: skip
    found: list[Diagnostic] = [
        make("STANDS-IN.words", block="s") for make in (error, warning, info)
    ]
    return ProofFacts(
        page=page, letters=Letters(FACES), lang="zh", oversets={"s.md": "溢文9字（1行）"},
        findings=tuple(
            NumberedFinding(number=k, found=one, rect=PLACE) for k, one in enumerate(found, 1)
        ),
        corrections=(
            CorrectionMark(number=1, mark="delete", spots=(PLACE,), words=""),
            CorrectionMark(number=2, mark="replace", spots=(PLACE,), words="", done=True),
        ),
    )  # fmt: skip


def colour(item: Item) -> Color:
    return item.fill if isinstance(item, Box) else item.color  # type: ignore[union-attr]  # no picture


@pytest.fixture(scope="module")
def painted() -> dict[str, set[Color]]:
    return {one.name: {colour(item) for item in one.items} for one in layers(everything())}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key[0]}-{key[2].rpartition('-')[2]}")
def test_each_colour_of_a_legend_is_painted(
    key: tuple[str, Color, str], painted: dict[str, set[Color]]
) -> None:
    layer, wanted, _ = key
    assert wanted in painted[layer]


def test_each_overlay_with_colours_has_a_legend() -> None:
    told = {name for name, _, _ in KEYS}
    assert set(NAMES) - told == {"numbers"}  # which are what they say
    assert told <= set(LAYERS)
