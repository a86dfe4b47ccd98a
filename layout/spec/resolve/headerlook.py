"""A 报眉 whose name or folio hangs on a panel from the rule above, and a folio whose number has a
style of its own."""

import re
from typing import Final

from layout.diagnostics import Diagnostic, error
from layout.record import replace
from layout.spec.model.page import Header
from layout.spec.resolve.corners import Cornered, radii
from layout.spec.resolve.resolved import RHeader, StyledText
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import styled

PANELLED: Final = ("panel", "band", "hung")
_NUMBER: Final = re.compile(r"[0-9A-Za-z]+")


def looked(  # noqa: PLR0917  as a header is resolved
    made: RHeader, spec: Header, folio: str, sheet: Sheet, styles: Styles, faults: list[Diagnostic]
) -> RHeader:
    """A header with what `hangs`, `corners` and `numeral` say of it; `folio` are its words."""
    hung = spec.style == "hung"
    if "hangs" in spec.places and not hung:
        faults.append(error("HEADER.hung", spec.places["hangs"], path="header.hangs"))
    if hung and spec.hangs == "name" and spec.name is None:
        faults.append(error("HEADER.name", spec.place_of("style"), path="header.style"))
    what = Cornered(fill=spec.style in PANELLED, bare="CORNERS.header")
    return replace(
        made,
        above=styles.rule(spec.above) if "above" in spec.places or not hung else "thick",
        hangs=spec.hangs if hung else "",
        corners=radii(spec, sheet.points, faults, what, path="header.corners"),
        parts=_parts(spec, folio, styles, faults),
    )


def _parts(
    spec: Header, folio: str, styles: Styles, faults: list[Diagnostic]
) -> tuple[StyledText, ...]:
    """The folio parted where its number has a style of its own; none where it has not."""
    if spec.numeral is None:
        return ()
    number, plain = styles.named(spec.numeral, "folio"), styles.get("folio")
    found = _NUMBER.search(folio)
    if found is None:
        place = spec.places["numeral"]
        faults.append(error("HEADER.numeral", place, path="header.numeral", text=folio))
        return ()
    before, after = folio[: found.start()].strip(), folio[found.end() :].strip()
    place = spec.place_of("folio")
    cut = ((before, plain), (found[0], number), (after, plain))
    return tuple([styled(text, style, place, styles) for text, style in cut if text])
