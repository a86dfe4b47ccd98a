"""From the colours of a picture to the inks of a press, by LittleCMS.

What a picture's numbers mean is said by the profile that it carries, by its camera (Exif), or by
nobody: then they are sRGB, as on the web. A profile that is damaged, or is for other colours, is
told, and sRGB taken for it. Inks are never converted: whoever separated a picture meant its
numbers, and a black of K alone would come out in four inks.
"""

import io
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from layout.display.press import INTENTS, PressFacts
from layout.pictures.facts import noted
from layout.pictures.profile import PressProfile, ProfileError, profile_facts
from layout.record import record
from layout.units import ROUNDING
from layout.words.said import Said, said

if TYPE_CHECKING:
    from PIL.Image import Image

MARGIN: Final = 4.0
"""Per cent of ink that is kept from the limit: for what lies between the colours that are tried."""
CODED: Final = 4.0
"""Per cent that coding as a JPEG may add to one ink at edges."""
CODED_ALL: Final = 10.0
"""Per cent that it may add to all four together, beside `MARGIN`: of 400 pictures of noise,
gradients and hard edges the worst gained 12 by both."""
TRIED: Final = 18
"""Reds, greens and blues by which the most ink of a conversion is found: 0, 15, … 255."""
FINE: Final = 52
"""Of the table that keeps to a limit: 0, 5, … 255."""
_SPACES: Final = {"rgb": "RGB ", "gray": "GRAY", "cmyk": "CMYK"}
_EXIF: Final = 0x8769
_INTEROP: Final = 0xA005
_COLOUR_SPACE: Final = 0xA001
_ADOBE_RGB: Final = 2  # not in Exif 2.3, and what many cameras write
_UNCALIBRATED: Final = 0xFFFF  # with R03, DCF's option file: Adobe RGB (Exif 2.3, annex F)

Change = Callable[["Image"], "Image"]


@record
class Meaning:
    """What the numbers of a picture mean: the profile that says so, None where nobody does, and
    what is amiss with the one that it carries."""

    profile: bytes | None = None
    amiss: Said | None = None
    description: str = ""


def meaning_of(image: "Image", kind: str) -> Meaning:
    """What the numbers of an opened picture of a kind (rgb, gray, cmyk) mean."""
    carried = image.info.get("icc_profile")
    if carried:
        return read_meaning(carried, kind)
    if kind == "rgb" and _is_adobe_rgb(image):
        from layout.pictures.adobergb import adobe_rgb

        return Meaning(profile=adobe_rgb(), description="Adobe RGB (1998)")
    return Meaning()


def read_meaning(carried: bytes, kind: str) -> Meaning:
    """What an embedded profile says of a picture of a kind."""
    try:
        facts = profile_facts(carried, "")
    except ProfileError:
        return Meaning(amiss=noted("PICTURE-PROFILE.damaged"))
    if facts.space != _SPACES[kind] or facts.kind not in ("mntr", "scnr", "prtr", "spac"):
        space = facts.space.strip()
        return Meaning(amiss=noted("PICTURE-PROFILE.other", profile=facts.description, space=space))
    if kind != "cmyk" and not _opens(carried):
        return Meaning(amiss=noted("PICTURE-PROFILE.damaged"))
    return Meaning(profile=carried, description=facts.description)


def _opens(data: bytes) -> bool:
    """Whether LittleCMS can turn colours of a profile into others."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(data))
        mode = "L" if data[16:20] == b"GRAY" else "RGB"
        ImageCms.buildTransform(own, ImageCms.createProfile("LAB"), mode, "LAB")
    except (OSError, ImageCms.PyCMSError):
        return False
    return True


def _is_adobe_rgb(image: "Image") -> bool:
    """Whether a camera says so."""
    exif = image.getexif()
    facts = exif.get_ifd(_EXIF)
    space = facts.get(_COLOUR_SPACE)
    if space == _UNCALIBRATED:
        return str(exif.get_ifd(_INTEROP).get(1, "")).startswith("R03")
    return bool(space == _ADOBE_RGB)


def inks_of(
    rgb: bytes, profile: PressProfile | None, own: bytes | None, facts: PressFacts
) -> bytes:
    """Colours of three bytes each as four bytes of ink each, as a press's facts ask; `own` is the
    profile that says what they mean, where one does."""
    from PIL import Image

    meaning = read_meaning(own, "rgb").profile if own else None
    made = separation(
        profile,
        meaning,
        intent=facts.intent,
        black_point=facts.black_point,
        limit=facts.ink_limit,
    )
    return made.change(Image.frombytes("RGB", (len(rgb) // 3, 1), rgb)).tobytes()


@record
class Separation:
    """A change of colours into inks. `most` is the most ink that it would lay without the limit, in
    per cent, where that is more than the limit; else 0."""

    change: Change
    most: float = 0.0


@lru_cache(maxsize=8)  # the colours of an artwork come a few at a time
def separation(
    profile: PressProfile | None,
    own: bytes | None,
    *,
    lab: bool = False,
    intent: str = INTENTS[0],
    black_point: bool = True,
    limit: float = 400.0,
    coded: bool = False,
) -> Separation:
    """What turns RGB (or Lab) into CMYK that keeps to a limit of ink.

    `own` is the profile of the picture, None for sRGB; inks that are `coded` as a JPEG afterwards
    keep farther from the limit. Without a profile of the press all grey goes into K and the rest
    into at most two inks, never more than 200 %; that is no match of colours.
    Raises `ProfileError` where LittleCMS cannot use the profile of the press.
    """
    if profile is None:
        return Separation(change=_chained(from_lab, _replaced) if lab else _replaced)
    change = _transform(profile, own, "LAB" if lab else "RGB", intent, black_point=black_point)
    straight = _transform(profile, None, "RGB", intent, black_point=black_point) if lab else change
    most = max(_sums(straight(_cube(TRIED)))) / 2.55
    room = limit - MARGIN - (CODED_ALL if coded else 0.0)
    if most <= room:
        return Separation(change=change)
    limited = _limited(straight(_cube(FINE)), room)
    return Separation(
        change=_chained(from_lab, limited) if lab else limited, most=most if most > limit else 0.0
    )


def black_alone(
    profile: PressProfile, own: bytes | None, *, grey: bool, intent: str, black_point: bool
) -> Sequence[int]:
    """K, 0 to 255, of each of 256 greys: as light as the four inks that the press's profile gives
    for it, the darkest of them K 100.

    `own` is what the greys mean: a profile of grey where `grey` is said, else of RGB or None for
    sRGB. Raises `ProfileError`.
    """
    from PIL import Image

    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    if grey:
        inks = _transform(profile, own, "L", intent, black_point=black_point)(ramp)
    else:
        inks = _transform(profile, own, "RGB", intent, black_point=black_point)(ramp.convert("RGB"))
    alone = Image.frombytes("CMYK", (256, 1), bytes([v for k in range(256) for v in (0, 0, 0, k)]))
    light = _lightness(profile, inks)
    scale = _lightness(profile, alone)
    paper, black = scale[0], scale[255]
    darkest = min(light)
    out = []
    for value in light:
        wanted = paper - (paper - value) * (paper - black) / max(paper - darkest, ROUNDING)
        ink = next((k for k in range(256) if scale[k] <= wanted + ROUNDING), 255)
        if ink and scale[ink - 1] - scale[ink] > ROUNDING:
            ink = ink - 1 if scale[ink - 1] - wanted < wanted - scale[ink] else ink
        out.append(ink)
    return out


def _lightness(profile: PressProfile, inks: "Image") -> list[float]:
    """L* of a row of inks, smoothed over what 8 bits leave out, and falling or rising only."""
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        _opened(profile), ImageCms.createProfile("LAB"), "CMYK", "LAB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )  # fmt: skip
    made = _applied(inks, transform).tobytes()[::3]
    reach = 4
    out = []
    for at in range(len(made)):
        near = min(reach, at, len(made) - 1 - at)
        window = made[at - near : at + near + 1]
        out.append(sum(window) / len(window) / 2.55)
    return out


def _transform(
    profile: PressProfile, own: bytes | None, mode: str, intent: str, *, black_point: bool
) -> Change:
    from PIL import ImageCms

    if mode == "LAB":
        source: Any = ImageCms.createProfile("LAB")
    elif own is None:
        source = ImageCms.createProfile("sRGB")
    else:
        source = ImageCms.ImageCmsProfile(io.BytesIO(own))
    try:
        transform = ImageCms.buildTransform(
            source,
            _opened(profile),
            mode,
            "CMYK",
            renderingIntent=ImageCms.Intent(INTENTS.index(intent)),
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION if black_point else ImageCms.Flags.NONE,
        )
    except (OSError, ImageCms.PyCMSError) as exc:
        raise unusable(profile) from exc
    return lambda image: _applied(image, transform)


def _opened(profile: PressProfile) -> Any:
    from PIL import ImageCms

    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile.data))
    except (OSError, ImageCms.PyCMSError) as exc:
        raise unusable(profile) from exc


def unusable(profile: PressProfile) -> ProfileError:
    """What is said of a profile of the press whose tables LittleCMS does not take."""
    why = said("part.profile-unusable")
    return ProfileError(said("part.profile-fault", profile=profile.file, why=why))


def _applied(image: "Image", transform: Any) -> "Image":
    from PIL import ImageCms

    return ImageCms.applyTransform(image, transform) or image


def from_lab(image: "Image") -> "Image":
    """CIE L*a*b* to sRGB, which Pillow does through LittleCMS only."""
    from PIL import ImageCms

    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return _applied(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))


def _chained(first: Change, then: Change) -> Change:
    return lambda image: then(first(image))


def _cube(steps: int) -> "Image":
    """Each colour of a cube of RGB, red changing first."""
    from PIL import Image

    values = [round(n * 255 / (steps - 1)) for n in range(steps)]
    cube = bytes([v for b in values for g in values for r in values for v in (r, g, b)])
    return Image.frombytes("RGB", (steps * steps, steps), cube)


def _sums(inks: "Image") -> list[int]:
    data = inks.tobytes()
    return [sum(four) for four in zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True)]


def _limited(inks: "Image", limit: float) -> Change:
    """A table of the inks of `_cube(FINE)` in which cyan, magenta and yellow give way, in step,
    where all four are over the limit. Between its points it is linear, so nowhere over it."""
    from PIL import ImageFilter

    most = limit * 2.55
    data = list(inks.tobytes())
    for at, total in enumerate(_sums(inks)):
        if total > most:
            colours = slice(4 * at, 4 * at + 3)
            room = max(0.0, most - data[4 * at + 3])
            by = room / max(1, total - data[4 * at + 3])
            data[colours] = [int(v * by) for v in data[colours]]
    table = ImageFilter.Color3DLUT(
        FINE, [v / 255 for v in data], channels=4, target_mode="CMYK", _copy_table=False
    )
    return lambda image: image.filter(table)


def _replaced(image: "Image") -> "Image":
    from PIL import Image, ImageChops

    red, green, blue = (ImageChops.invert(band) for band in image.split())
    black = ImageChops.darker(ImageChops.darker(red, green), blue)
    inks = [ImageChops.subtract(band, black) for band in (red, green, blue)]
    return Image.merge("CMYK", (*inks, black))
