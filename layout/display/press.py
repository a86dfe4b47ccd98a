"""What the press takes: facts that go with a display list to whatever writes or judges its file.

They come from `press:` of a page and its edition (`layout.spec.resolve.press`). A page of which
nothing is said has the defaults, and then its dump says nothing of them either.
"""

from typing import Final

from layout.color import GOOD_INK
from layout.record import record

PDFX: Final = ("x4", "x1a", "none")
"""What the press PDF keeps to: ISO 15930-7, ISO 15930-4, or neither."""

MARKS: Final = ("crop", "bleed", "registration", "bars", "slug", "strip")
"""Kinds of printer's marks. Those of a fold come with `crop`."""
OVERPRINT_LINES_PT: Final = 2.0
"""GWG2015 (newspaper): black lines below this width must overprint."""

INTENTS: Final = ("perceptual", "relative", "saturation", "absolute")
"""How colours that the press has not are brought into those that it has: ICC's rendering intents,
by their numbers, 0 to 3."""
SHARPEN: Final = ("none", "newsprint")
"""What pictures are sharpened for."""


@record
class PressFacts:
    """What the press takes.

    `profile` is the path of its ICC profile from the project's root; empty, the project's own under
    assets/profiles serves, or the shipped one. `condition` is the identifier of the printing
    condition, `condition_info` what it is in words, `registry` where it is registered; what is
    empty is known by the profile. `ink_limit` is per cent of all inks together.
    `marks` are the kinds of printer's marks round the page, with a blank between; none where empty.
    Lines in K alone overprint where they are thinner than `overprint_lines`, in points
    (`layout.display.overprint`).

    The rest is of pictures: by which `intent` their colours become inks, with the press's black for
    theirs or not (`black_point`); how many pixels an inch the press takes (`resolution`, 0 for as
    many as there are); whether they are sharpened for its screen; and of photographs in black
    alone the most K of the shadows and the least dot, in per cent.
    """

    pdfx: str = "x4"
    profile: str = ""
    condition: str = ""
    condition_info: str = ""
    registry: str = ""
    ink_limit: float = float(GOOD_INK)
    marks: str = ""
    overprint_lines: float = OVERPRINT_LINES_PT
    intent: str = INTENTS[0]
    black_point: bool = True
    resolution: float = 0.0
    sharpen: str = SHARPEN[0]
    most_black: float = 85.0
    least_dot: float = 3.0


UNDATED: Final = "1970-01-01"
"""The date of a press PDF whose pages have none. PDF/X asks for one; this is none that could be
taken for the day of an issue."""
PRESS: Final = PressFacts()
"""Of which nothing is said."""
