"""Columns that run down, set in one call: for the tests of lowering and of the renderers."""

from collections.abc import Sequence
from typing import Any

from layout.display.items import GlyphRun
from layout.faces.face import Face
from layout.flow.lower import lower_line
from layout.flow.placed import PlacedLine
from layout.inline.items import make_items
from layout.inline.justify import natural_line
from layout.inline.parts import VoicedText, shape_text
from layout.inline.spacing import Spacing
from layout.spec.resolve.defaults import TextStyle
from layout.text.scripts import script
from layout.text.upright import UprightVoice

SPACING = Spacing(script=script("zh-hans", vertical=True))

HARD = (
    "国庆“七十周年”：，5G商用、AI与GDP",
    "增长100%——2019年（节选）12月……",
    "《日报》：‘天元’·高新区～B1？！",
    "使用AlphaGo和iPhone 11手机，3.5%",
    "题",
    "短文。",
    "·《书》【】〖〗：；？！。、",
    "12",
    "Word",
    "第100期",
)
"""One column each: what stands upright, abreast and turned, short columns side by side."""


def column(
    chain: Sequence[Face],
    text: str,
    x: float,
    top: float,
    size: float = 20.0,
    *,
    parts: Sequence[VoicedText] | None = None,
    **more: object,
) -> list[GlyphRun]:
    """The runs of one column; `parts` are its stretches, where it is more than a text."""
    voice = UprightVoice(chain, half_digits=True)
    items = make_items(shape_text(parts or [VoicedText(text, voice)], 10**6), SPACING)
    line = natural_line(items, 0, items.count - 1)
    style = TextStyle(size=size, **more)  # type: ignore[arg-type]
    placed = PlacedLine(
        items=items, line=line, style=style, x=x, baseline=top, measure=700.0, node="n",
        vertical=True,
    )  # fmt: skip
    return lower_line(placed)


def columns(chain: Sequence[Face], size: float = 20.0, **more: Any) -> list[GlyphRun]:
    """The hard columns from the right to the left, in reading order."""
    out: list[GlyphRun] = []
    for k, text in enumerate(HARD):
        out += column(chain, text, 500 - 1.7 * size * k, 60 + (k % 3) * size, size, **more)
    return out
