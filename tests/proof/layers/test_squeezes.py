"""What marks gave up, held against lines whose widths are known."""

import pytest

from layout.api import Session
from layout.display.items import Box
from layout.faces.catalog import Catalog
from layout.proof.cells import cells, cells_of_page
from layout.proof.facts import proof_facts
from layout.proof.layers import squeezes
from layout.proof.marks import GAVE
from layout.proof.setlines import page_lines
from layout.record import replace
from tests import toypage
from tests.conftest import Project

FACES = Catalog()


@pytest.mark.parametrize(
    ("pens", "end", "gave"),
    [
        ((0, 10, 20), 30, {}),
        ((0, 10, 15), 25, {"，": 0.5}),
        ((0, 10, 17.5), 27.5, {"，": 0.25}),
        ((0, 10, 21), 31, {}),
    ],
)
def test_a_mark_gives_up_what_the_next_one_is_nearer(
    pens: tuple[float, ...], end: float, gave: dict[str, float]
) -> None:
    run = toypage.run(FACES.face("报宋"), "一，二", size=10)
    row = cells([replace(run, xs=pens, width=end)], FACES)
    found = {cell.text: share for cell, share in squeezes.given_up(row)}
    assert found == pytest.approx(gave)


def test_an_opening_mark_gives_up_what_is_before_it() -> None:
    run = toypage.run(FACES.face("报宋"), "一，“二", size=10)
    row = cells([replace(run, xs=(0, 10, 10, 20), width=30)], FACES)
    assert {c.text: share for c, share in squeezes.given_up(row)} == pytest.approx(
        {"，": 0.5, "“": 0.5}
    )


def test_a_line_that_was_opened_took_nothing_from_its_marks() -> None:
    run = toypage.run(FACES.face("报宋"), "一，二", size=10)
    row = cells([replace(run, xs=(0, 11, 17), width=27)], FACES)
    assert {c.text: g for c, g in squeezes.given_up(row, 0.1)} == pytest.approx({"，": 0.5})


@pytest.mark.parametrize(("gave", "colour"), [(0.01, None), (0.1, 1), (0.26, 1), (0.5, 0)])
def test_a_mark_is_coloured_by_how_much(gave: float, colour: int | None) -> None:
    wanted = None if colour is None else GAVE[colour][1]
    assert squeezes.gave_colour(gave) == wanted


def test_each_squeezed_line_of_a_page_has_a_mark_that_gave_and_its_tier(project: Project) -> None:
    page = Session().page(project.spec)
    lines = page_lines(page.display)
    squeezed = [k for k, line in enumerate(lines) if line.facts.tier.startswith("shrink")]
    assert squeezed, "the page has a squeezed line"
    rows = list(cells_of_page(page.display, page.composed.catalog))
    made = squeezes.layer(proof_facts(page, "zh"))
    for k in squeezed:
        if lines[k].facts.tier != "shrink:2":  # at the foot of the scale: 间隔号
            assert any(gave > 0.01 for _, gave in squeezes.given_up(rows[k]))
    texts = [item.text for item in made.over if not isinstance(item, Box) and hasattr(item, "text")]
    assert len(texts) == len(squeezed)
