"""PF08: the fonts that a page prints are in the file."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, font_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.pdf.painted import Painted, UsedFont
from layout.record import record
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import option
from layout.spec.reader.kinds import FlagKind


@record
class EmbedLimits(Limits):
    """PF08: which type needs its font in the file."""

    invisible: bool = option(
        FlagKind(),
        "whether type that is not painted, as under a scan, needs its font too: X-1a says so",
        default=False,
    )


CHECK: Final[PressCheck[EmbedLimits]] = PressCheck(
    id="PF08",
    title="字体嵌入",
    reason="A font that is not in the file is replaced by whatever the RIP has; a Type 3 font is "
    "drawn without hinting, often of pixels.",
    source="ISO 15930-4 and -7 (2): all fonts embedded; house rules on Type 3",
    severity="error",
    limits=EmbedLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, limits: EmbedLimits) -> Iterator[Finding]:
    """Each font that shows something and is not embedded, and each of Type 3."""
    return each_page(subject, lambda marks: _faults(marks, limits))


def _faults(marks: Marks, limits: EmbedLimits) -> Iterator[PressFault]:
    shown = {id(one.text.font) for one in marks.on_sheet if one.text is not None}
    for used in marks.contents.fonts:
        if not used.codes or not (id(used.font) in shown or limits.invisible):
            continue
        key = _fault_of(used)
        if key is not None:
            first = _first(marks, used)
            yield PressFault(
                key=key,
                box=first.seen if first is not None else marks.page.trim,
                object=font_of(used.font.base_name, used.font.reference),
                mark=first,
                apart=True,
                value=used.font.subtype,
                severity="warning" if key == "PF08.type3" else None,
            )


def _fault_of(used: UsedFont) -> str | None:
    if used.font.subtype == "Type3":
        return "PF08.type3"
    return None if used.font.embedded else "PF08.not-embedded"


def _first(marks: Marks, used: UsedFont) -> Painted | None:
    """The first mark that shows the font."""
    own = (o for o in marks.contents.painted if o.text is not None and o.text.font is used.font)
    return next(own, None)
