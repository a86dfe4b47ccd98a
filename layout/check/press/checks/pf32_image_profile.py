"""PF32: pictures, and whatever else has a profile of CMYK, are for the press of the output
intent."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding, NotCheckedError
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, object_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.pdf.limits import PdfError
from layout.pdf.painted import Painted
from layout.pdf.spaces import ColorSpace
from layout.pdf.streams import UnreadStreamError, decoded
from layout.pictures.profile import ProfileError, profile_facts
from layout.spec.model.checks import PlainLimits
from layout.words.said import said

MOST_PROFILE: Final = 32 << 20
IDENTIFIER: Final = slice(84, 100)
"""ICC.1:2010, 7.2.18: the MD5 of a profile, where its maker has written it."""

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF32",
    title="图像特性文件",
    reason="A picture separated for another press has another dot gain and ink limit.",
    source="house rules of newspaper prepress",
    severity="warning",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """What is in CMYK with a profile that is not the output intent's."""
    known: dict[int, str | None] = {}
    intents = [one.profile for one in subject.identity.intents if one.profile]
    asked = False

    def look(marks: Marks) -> Iterator[PressFault]:
        nonlocal asked
        for one, space in ((it, space) for it in marks.printed for space in _profiled(it)):
            asked = True
            if not intents:
                continue
            if space.profile not in known or not space.profile:
                known[space.profile] = _unlike(space, intents[0])
            name = known[space.profile]
            if name is not None:
                yield PressFault(
                    key="PF32.unlike",
                    box=one.seen,
                    object=object_of(one),
                    mark=one,
                    value=name,
                    limit=_name(intents[0]),
                )

    yield from each_page(subject, look)
    if asked and not intents:
        raise NotCheckedError(said("part.press-no-intent"))


def _profiled(one: Painted) -> Iterator[ColorSpace]:
    """The spaces of a painting that are CMYK by a profile: of a picture, a shading, a colour."""
    spaces = [paint.space for paint in one.paints]
    shadings = [paint.pattern.shading for paint in one.paints if paint.pattern is not None]
    spaces += [shading.space for shading in (one.shading, *shadings) if shading is not None]
    if one.image is not None and one.image.space is not None:
        spaces.append(one.image.space)
    for flat in {id(space.flat): space.flat for space in spaces}.values():
        if flat.family == "ICCBased" and flat.components == 4:
            yield flat


def _unlike(space: ColorSpace, intent: bytes) -> str | None:
    """The name of a picture's profile that is another than the intent's; None where it is that."""
    try:
        data = decoded(space.raw, MOST_PROFILE)
    except (UnreadStreamError, PdfError):
        return "?"
    if data == intent:
        return None
    if any(data[IDENTIFIER]) and data[IDENTIFIER] == intent[IDENTIFIER]:
        return None
    return _name(data)


def _name(data: bytes) -> str:
    try:
        return profile_facts(data, "").description or "?"
    except ProfileError:
        return "?"
