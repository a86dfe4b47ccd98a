"""What an edition, or a page, says of the press that prints it."""

from typing import Final

from layout.color import MOST_INK
from layout.diagnostics import did_you_mean
from layout.display.press import INTENTS, MARKS, PDFX, SHARPEN
from layout.record import record
from layout.spec.reader.fields import Faults, ListKind, RecordKind, Schema, Written, option
from layout.spec.reader.kinds import (
    FLAG_LIKE,
    ChoiceKind,
    FlagKind,
    Name,
    NameKind,
    NumberKind,
    PercentKind,
    TextKind,
    unread,
)
from layout.spec.reader.lengths import Length, LengthKind
from layout.spec.reader.nodes import Node, Scalar
from layout.words.said import Said, said


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


_SOME: Final = ListKind(ChoiceKind(MARKS), most=len(MARKS), least=1, lone=True)


_OPTION: Final = {"all": "true", "none": "false"}


@record(kw_only=False)
class MarksKind(FlagKind):
    """Whether there are printer's marks, all of them; or which."""

    def read(self, node: Node, faults: Faults) -> tuple[str, ...]:  # type: ignore[override]
        if isinstance(node, Scalar) and node.text.lower() in FLAG_LIKE:
            return MARKS if FlagKind.read(self, node, faults) else ()
        if isinstance(node, Scalar) and node.text.isascii() and node.text not in MARKS:
            hint = did_you_mean(node.text, MARKS)
            if node.text.lower() in _OPTION:  # as the option --marks has it
                hint = said("part.did-you-mean", word=_OPTION[node.text.lower()])
            raise unread(node, self.words(), lambda _: False, hint)
        some: tuple[str, ...] = _SOME.read(node, faults)
        return some

    def schema(self) -> Schema:
        return {"anyOf": [FlagKind.schema(self), _SOME.schema()]}

    def words(self) -> Said:
        return said("part.kind-or-record", kind=FlagKind.words(self), record=_SOME.words())


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
    marks: tuple[str, ...] | None = option(
        MarksKind(),
        "printer's marks outside of the bleed: `true` for all, or some of them, "
        "`[crop, registration, slug]`; none. `--marks` of `banxin build` goes before it",
    )
    overprint_lines: Length | None = option(
        LengthKind(units=("pt", "mm"), least=0, most=20, positive=False),
        "lines in K alone overprint where they are thinner; `2pt`, as GWG has it. Black type "
        "overprints at any size",
    )
    intent: str | None = option(
        ChoiceKind(INTENTS),
        "how the colours of pictures that ink cannot show are brought into those that it can: all "
        "together, as the eye takes a photograph (perceptual); these alone, the others as they are "
        "(relative); as strong as they come; or on paper as white as the original. perceptual",
    )
    black_point: bool | None = option(
        FlagKind(),
        "the black of a picture becomes that of the press, so that its shadows keep their steps; "
        "yes. It tells with `intent: relative`",
    )
    resolution: float | None = option(
        NumberKind(72, 1200),
        "pixels an inch that pictures are brought down to where they stand; as many as they have "
        "when it is not said. Never up; pictures of two levels stay as they are",
    )
    sharpen: str | None = option(
        ChoiceKind(SHARPEN),
        "sharpens pictures that are converted here, and grey ones, for newsprint's screen; none",
    )
    most_black: float | None = option(
        PercentKind(60, 100),
        "most K of the shadows of photographs in black alone and of pictures converted here; what "
        "is darker is opened by a curve that leaves lights and middle tones as they are. 85%; "
        "drawings in black stay solid",
    )
    least_dot: float | None = option(
        PercentKind(0, 10),
        "least K of a photograph in black alone: less becomes this or bare paper, whichever is "
        "nearer; 3%",
    )
