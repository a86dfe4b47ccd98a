"""Elements of the facsimile that are placed by themselves."""

import base64
import re
from typing import Any, cast

import pytest

from layout.color import BLACK
from layout.display.items import Stroke
from layout.render.facsimile.css import Classes
from layout.render.facsimile.markup import Markup


def drawn(stroke: Stroke) -> str:
    """The drawing of a stroke, as SVG."""
    nothing = cast(Any, None)
    markup = Markup(
        resources=nothing, plan=nothing, fonts=(), cells={}, classes=Classes(), inks=False
    )
    found = re.search(r"base64,([A-Za-z0-9+/=]+)", markup.stroke(stroke))
    return base64.b64decode(found[1]).decode() if found else markup.stroke(stroke)


@pytest.mark.parametrize(
    ("dash", "caps", "said"),
    [
        ((), False, ()),
        ((2.0, 1.0), False, ("stroke-dasharray:2 1",)),
        ((0.0, 2.0), True, ("stroke-dasharray:0 2", "stroke-linecap:round")),
    ],
)
def test_a_rule_is_dashed_or_dotted_as_it_says(
    dash: tuple[float, ...], caps: bool, said: tuple[str, ...]
):
    stroke = Stroke(x1=10, y1=5, x2=90, y2=5, width=1.0, color=BLACK, dash=dash, round_caps=caps)
    told = drawn(stroke)
    assert [w for w in ("dasharray", "linecap") if w in told] == [
        w for w in ("dasharray", "linecap") if any(w in s for s in said)
    ]
    assert all(s in told for s in said)


@pytest.mark.parametrize(
    ("ends", "line"),
    [
        ((10, 5, 90, 5), "M2 2L82 2"),
        ((90, 45, 10, 5), "M82 42L2 2"),
        ((10, 45, 90, 5), "M2 42L82 2"),
    ],
)
def test_a_rule_goes_from_end_to_end_of_its_drawing(ends: tuple[float, ...], line: str):
    """With its own width of air on every side, level or slanting, whichever end is first."""
    x1, y1, x2, y2 = ends
    assert f'd="{line}"' in drawn(Stroke(x1=x1, y1=y1, x2=x2, y2=y2, width=2.0, color=BLACK))
