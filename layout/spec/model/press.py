"""What an edition, or a page, says of the press that prints it."""

from layout.color import MOST_INK
from layout.display.press import PDFX
from layout.record import record
from layout.spec.reader.fields import RecordKind, Written, option
from layout.spec.reader.kinds import ChoiceKind, Name, NameKind, PercentKind, TextKind


@record
class Condition(Written):
    """印刷条件: what the file says that it is made for (its output intent). Its identifier may
    stand for it: `condition: IFRA26`."""

    identifier: str = option(
        TextKind(80, copy=False),
        "its name in the ICC's registry, such as `CGATS TR 002` or `IFRA26`; or the press's own",
        required=True,
    )
    info: str | None = option(
        TextKind(200, copy=False), "what it is in words; what the registry, or the profile, says"
    )
    registry: str | None = option(
        TextKind(200, copy=False), "where it is registered, as a URL, where that is not the ICC's"
    )


@record
class Press(Written):
    """What the press takes. A page's goes over the edition's, key by key; a profile brings its
    condition along."""

    pdfx: str | None = option(
        ChoiceKind(PDFX),
        "what the press PDF keeps to: PDF/X-4, PDF/X-1a:2003, or neither; x4. `--pdfx` of "
        "`banxin build` goes before it",
    )
    profile: Name | None = option(
        NameKind("part.path"),
        "ICC profile of the press, CMYK; else the first under `assets/profiles`, else the shipped "
        "one of newsprint",
    )
    condition: Condition | None = option(
        RecordKind(Condition, short=("identifier",)),
        "printing condition that the file names; what the profile is of when it is not said",
    )
    ink_limit: float | None = option(
        PercentKind(100, MOST_INK), "most ink on one spot, all inks together: `240%`"
    )
