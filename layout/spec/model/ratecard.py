"""The rate card of a paper: the sizes of adverts that can be booked (刊例)."""

import re
from typing import Final

from layout.record import record
from layout.spec.reader.fields import Fault, Faults, Schema, Written, option
from layout.spec.reader.kinds import MOST_WRITTEN, scalar
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.reader.nodes import Node
from layout.words.said import Said, said

_PART: Final = re.compile(r"(\d{1,3}(?:\.\d{1,4})?) ?%", re.ASCII)
_LENGTH: Final = LengthKind(units=("mm", "cm", "zi", "pt", "cols", "lines"), most=5000)
PART: Final = "%"
"""The unit of a part of the type area."""


@record(kw_only=False)
class ExtentPartKind:
    """A width or height: a length, columns or lines of the grid, or per cent of the type area."""

    def read(self, node: Node, faults: Faults) -> Length:
        text = scalar(node, self)
        part = _PART.fullmatch(text) if len(text) <= MOST_WRITTEN else None
        if part is None:
            return _LENGTH.read(node, faults)
        if not 0 < float(part[1]) <= 100:
            raise Fault(node, said("VALUE.part-of-area", text=text))
        return Length(float(part[1]), PART)

    def schema(self) -> Schema:
        return {
            "anyOf": [{"type": "string", "pattern": r"^[0-9.]{1,8} ?%$"}, _LENGTH.schema()],
        }

    def words(self) -> Said:
        return said("part.kind-extent-part")


@record
class AdvertSize(Written):
    """A size of the rate card. Per cent are of the type area, under the header where there is one:
    `50%` of the width is half of it less half a gutter."""

    width: Length = option(ExtentPartKind(), "`4cols`, `170mm`, `50%`", required=True)
    height: Length = option(ExtentPartKind(), "`20lines`, `80mm`, `50%`", required=True)
