"""House styles: how a paper sets its lines, as changes of what every style begins with.

`clreq` changes nothing: the defaults are those of W3C's CLREQ and GB/T 15834-2011. The others are
what papers were measured to do; each row has its source. A style's own keys win over them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from layout.record import record, replace
from layout.spec.resolve.defaults import TextStyle


@record
class HousePreset:
    """A house style: `changes` are fields of `TextStyle` with their values, and where each is
    known from."""

    changes: Mapping[str, Any]
    source: str


_EIGHTH: Final = 0.125

HOUSES: Final[Mapping[str, HousePreset]] = MappingProxyType(
    {
        "clreq": HousePreset(
            changes={},
            source="CLREQ, Line adjustment, and GB/T 15834-2011: marks full, squeezed where a line "
            "needs it, the paragraph broken as one",
        ),
        "daily": HousePreset(
            changes={
                "punctuation": "quanjiao",  # marks full …
                "squeeze": "pairs",  # … and narrower only beside another; all else is pushed out
                "line_start": "trim",
                "line_end": "trim",  # the mark at the line's end alone is at half an em
                "fit": "first",  # each line takes what it holds, whatever follows
                "hyphenate": False,  # a word that does not fit is pushed out like all else
                # 2025|年 is a break of print there, where the line was less than ½ em short.
                "bonds": "part",
                "latin_gap_em": _EIGHTH,  # about ⅛ em beside figures, and hardly more in open lines
                "latin_gap_least_em": _EIGHTH,
                "latin_gap_most_em": 2 * _EIGHTH,
            },
            source="the front page of a national daily of 13 September 2025, measured: first fit "
            "with marks kept full met 101 of 169 breaks of print, total fit that squeezes 66",
        ),
        "kaiming": HousePreset(
            changes={
                "punctuation": "kaiming",  # ， 、 ； half, 。 ？ ！ full
                "squeeze_stops": False,  # or a squeezed 。 looks like a pause
                "latin_gap_em": _EIGHTH,  # 0 to ⅛ em beside figures
                "latin_gap_least_em": 0.0,
                "latin_gap_most_em": 2 * _EIGHTH,
            },
            source="xeCJK's manual, PunctStyle, for the widths of marks; page 2 of a national "
            "daily of 25 December 2010, measured, for these and for the gaps. How that paper "
            "breaks its lines was not measured: as clreq does",
        ),
    }
)
"""By the names that `house` takes (`layout.spec.model.style`)."""

_GAPS: Final = frozenset({"latin_gap_em", "latin_gap_least_em", "latin_gap_most_em"})
_PLAIN: Final = {
    field: getattr(TextStyle(), field) for preset in HOUSES.values() for field in preset.changes
}
"""What a house has that says nothing of a field that another one changes."""


def in_house(style: TextStyle, house: str) -> TextStyle:
    """The style as a house sets it. One with no space between Han and Latin, as display type is
    set, keeps none."""
    changes = {**_PLAIN, **HOUSES[house].changes}
    if not style.latin_gap_em:
        changes = {field: value for field, value in changes.items() if field not in _GAPS}
    return replace(style, **changes)
