"""A picture as it goes to press: colours in inks, greys in black alone and within what prints, no
more pixels than are wanted.

A JPEG in inks, or in grey, goes in as it is: what is done to greys is a table of 256 values that
stands beside the data.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from layout.display.press import PressFacts
from layout.pictures import tone
from layout.pictures.facts import PictureInfo, PressPicture, noted
from layout.pictures.jpeg import read_header
from layout.pictures.profile import PressProfile
from layout.words.said import Said, said

if TYPE_CHECKING:
    from PIL.Image import Image

LEVEL: Final = 6
"""Of deflating."""
SAMPLE: Final = 64
"""Pixels across and down by which a picture in colours that is all grey is suspected of it."""
COMMON: Final = 8
DRAWN: Final = 0.8
"""A picture of which the commonest 8 greys, beside bare paper, make up so much is a drawing or
type, and no photograph: its black stays solid, as a screen would fray its edges."""

_INTENTS: Final = {
    "perceptual": "part.intent-perceptual", "relative": "part.intent-relative",
    "saturation": "part.intent-saturation", "absolute": "part.intent-absolute",
}  # fmt: skip
FELT: Final = 1.0
"""Per cent of a picture whose tones are changed, from which that is told."""

Profile = Callable[[], PressProfile | None]
Size = tuple[int, int]


class _Packed:
    """Bytes deflated as they come."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(LEVEL)
        self._parts: list[bytes] = []

    def add(self, data: bytes) -> None:
        self._parts.append(self._packer.compress(data))

    def end(self) -> bytes:
        self._parts.append(self._packer.flush())
        return b"".join(self._parts)


def for_press(
    data: bytes,
    source: str,
    info: PictureInfo,
    facts: PressFacts,
    profile: Profile,
    *,
    digest: str,
    size: Size | None = None,
    ppi: float = 0.0,
) -> PressPicture:
    """The picture file `data`, which `digest` tells from any others, in the inks of a press, of at
    most `size` pixels.

    `ppi` is how many pixels an inch it has in print after that, where it is known. Raises
    `PictureError` naming `source`, and `ProfileError`.
    """
    whole = size is None or size[0] >= info.width or size[1] >= info.height
    if info.plain and whole and (info.mode == "cmyk" or facts.sharpen == "none"):
        return _as_it_is(data, source, info, facts, profile, digest=digest)
    return _Making(source, info, facts, profile).made(data, None if whole else size, ppi)


def _as_it_is(
    data: bytes,
    source: str,
    info: PictureInfo,
    facts: PressFacts,
    profile: Profile,
    *,
    digest: str,
) -> PressPicture:
    """A JPEG whose data stay: inks as they are, greys with the table that opens them."""
    notes: tuple[Said, ...] = ()
    warned: tuple[Said, ...] = ()
    table: bytes | None = None
    header = read_header(data)
    carried = header.profile if header is not None else b""
    if info.mode == "cmyk" and carried:
        notes, warned = _inks_kept(carried, profile)
    elif info.mode == "gray":
        from layout.pictures import pillow

        with pillow.guarded(source):
            image = pillow.open_image(data, source)
            image.load()
            greys = _Greys(facts, profile)
            greys.meant(image)
            table = greys.table(image.convert("L").histogram())
            notes, warned = tuple(greys.notes), tuple(greys.warned)
    if table is not None:
        both = hashlib.sha256(data)
        both.update(table)
        digest = both.hexdigest()
    return PressPicture(
        mode="cmyk" if info.mode == "cmyk" else "gray",
        width=info.width,
        height=info.height,
        data=data,
        jpeg=True,
        inverted=info.inverted,
        digest=digest,
        table=table,
        untouched=True,
        notes=notes,
        warned=warned,
    )


def _inks_kept(carried: bytes, profile: Profile) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What is said of a picture in inks that carries a profile: that its numbers are kept, where
    that is not the press's own."""
    own = profile()
    if own is not None and own.data == carried:
        return (), ()
    from layout.pictures.separation import read_meaning

    meaning = read_meaning(carried, "cmyk")
    if meaning.amiss is not None:
        return (), (noted("PICTURE-PROFILE.damaged-inks"),)
    if own is not None and own.description and own.description == meaning.description:
        return (), ()
    return (noted("PICTURE-INKS.kept", profile=meaning.description),), ()


class _Greys:
    """The table by which a picture's greys become K, and what is told of it."""

    def __init__(self, facts: PressFacts, profile: Profile) -> None:
        self._facts = facts
        self._profile = profile
        self._base: tone.Table = tone.AS_IT_IS
        self.notes: list[Said] = []
        self.warned: list[Said] = []

    def meant(self, image: "Image") -> None:
        """Greys of a picture that may carry a profile of grey. Without one they are amounts of ink,
        as a press takes them."""
        if not image.info.get("icc_profile"):
            return
        from layout.pictures.separation import meaning_of

        meaning = meaning_of(image, "gray")
        if meaning.amiss is not None:
            self.warned.append(meaning.amiss)
        elif meaning.profile is not None:
            self.of_colours(meaning.profile, grey=True)
            self.notes.append(noted("PICTURE-INKS.greys", profile=meaning.description))

    def of_colours(self, own: bytes | None, *, grey: bool = False) -> None:
        """Greys whose meaning a profile says, or sRGB: K of the same lightness as their inks."""
        profile = self._profile()
        if profile is None:
            return
        from layout.pictures.separation import black_alone

        self._base = black_alone(
            profile,
            own,
            grey=grey,
            intent=self._facts.intent,
            black_point=self._facts.black_point,
        )

    def table(self, histogram: list[int]) -> bytes | None:
        """The table for a picture of which the greys are counted; None where each grey is as much
        K as it lacks to white, as in a file that says nothing."""
        base, facts = self._base, self._facts
        made = base
        if not is_drawn(histogram):
            darkest = tone.darkest(histogram, base)
            made = tone.opened(base, darkest, facts.most_black)
            area = tone.share(histogram, base, facts.most_black)
            if area >= FELT:
                was, most = darkest / 2.55, facts.most_black
                self.notes.append(noted("PICTURE-TONE.opened", most=most, was=was, area=area))
            area = tone.share(histogram, made, 0.0, facts.least_dot)
            if area >= FELT:
                self.notes.append(noted("PICTURE-TONE.held", least=facts.least_dot))
            if area:
                made = tone.held(made, facts.least_dot)
        return None if made == tone.AS_IT_IS else bytes(made)


def is_drawn(histogram: list[int]) -> bool:
    """Whether the counted greys are those of a drawing or of type, and not of a photograph."""
    inked = histogram[:255]
    total = sum(inked)
    return total == 0 or sum(sorted(inked)[-COMMON:]) >= DRAWN * total


class _Making:
    """A picture that has to be decoded, on its way."""

    def __init__(self, source: str, info: PictureInfo, facts: PressFacts, profile: Profile) -> None:
        self._source = source
        self._info = info
        self._facts = facts
        self._profile = profile
        self._notes: list[Said] = []
        self._warned: list[Said] = []

    def made(self, data: bytes, size: Size | None, ppi: float) -> PressPicture:
        """The picture in inks."""
        from layout.pictures import pillow

        with pillow.guarded(self._source):
            image = pillow.decoded(pillow.open_image(data, self._source), self._source)
            mode = pillow.plain_mode(image)
            greys: _Greys | None = None
            histogram: list[int] = []
            change: Callable[[Image], Image] | None = None
            if mode == "RGB":
                image, change, greys = self._coloured(image)
                mode = "CMYK" if greys is None else "L"
            elif mode == "L":
                greys = _Greys(self._facts, self._profile)
                greys.meant(image)
            elif mode == "CMYK" and image.info.get("icc_profile"):
                notes, warned = _inks_kept(image.info["icc_profile"], self._profile)
                self._notes += notes
                self._warned += warned
            if greys is not None:
                histogram = _counted(image)
            image = self._finished(image, size, ppi)
            clear = False  # many a file has an alpha channel and nothing transparent
            rows, mask = _Packed(), _Packed()

            def parts() -> "Iterator[Image]":
                nonlocal clear
                for colours, alpha in pillow.strips(image, lab=change is not None):
                    if alpha is not None:
                        clear = clear or alpha.getextrema() != (255, 255)
                        mask.add(alpha.tobytes())
                    yield change(colours) if change is not None else colours

            made_of = image.size
            jpeg = self._info.format == "JPEG" and mode in ("CMYK", "L")
            if jpeg:
                whole = pillow.joined(mode, made_of, parts())
                del image
                out = pillow.encode(whole, "JPEG", quality=pillow.JPEG_QUALITY, subsampling=0)
            else:
                for part in parts():
                    rows.add(part.tobytes())
                del image  # before its rows are put together: either may be large
                out = rows.end()
            veil = mask.end() if clear else None
            table = greys.table(histogram) if greys is not None else None
            if greys is not None:
                self._notes += greys.notes
                self._warned += greys.warned
            digest = hashlib.sha256(out)
            digest.update(veil or b"")
            digest.update(table or b"")
            return PressPicture(
                mode={"1": "bilevel", "L": "gray"}.get(mode, "cmyk"),  # type: ignore[arg-type]
                width=made_of[0],
                height=made_of[1],
                data=out,
                jpeg=jpeg,
                inverted=jpeg and mode == "CMYK",  # Pillow writes CMYK as Adobe does
                digest=digest.hexdigest(),
                mask=veil,
                table=table,
                notes=tuple(self._notes),
                warned=tuple(self._warned),
            )

    def _coloured(
        self, image: "Image"
    ) -> "tuple[Image, Callable[[Image], Image] | None, _Greys | None]":
        """A picture in colours, with what turns them into inks; or its greys, where it has no
        other colours."""
        from layout.pictures.separation import CODED, meaning_of, separation

        profile, facts = self._profile(), self._facts
        meaning = meaning_of(image, "rgb")
        if meaning.amiss is not None and image.mode != "LAB":
            self._warned.append(meaning.amiss)
        grey = _all_grey(image)
        if grey is not None:
            greys = _Greys(facts, self._profile)
            greys.of_colours(meaning.profile)
            self._notes.append(noted("PICTURE-INKS.grey"))
            return grey, None, greys
        made = separation(
            profile,
            meaning.profile,
            lab=image.mode == "LAB",
            intent=facts.intent,
            black_point=facts.black_point,
            limit=facts.ink_limit,
            coded=self._info.format == "JPEG",
        )
        most = facts.most_black
        if profile is None:
            self._notes.append(noted("PICTURE-INKS.no-profile"))
        else:
            how = said(_INTENTS[facts.intent])
            self._notes.append(noted("PICTURE-INKS.converted", intent=how, most=most))
        if made.most:
            told = noted("PICTURE-INKS.over", most=made.most, limit=facts.ink_limit)
            self._warned.append(told)
        if profile is None or most >= 100:
            return image, made.change, None
        room = CODED if self._info.format == "JPEG" else 0.0
        curve = [*range(256)] * 3 + [*tone.opened(range(256), 255, most - room)]
        return image, lambda part: made.change(part).point(curve), None

    def _finished(self, image: "Image", size: Size | None, ppi: float) -> "Image":
        """The picture of as many pixels as are wanted, sharpened where that is asked."""
        if (size is None and self._facts.sharpen == "none") or image.mode == "1":
            return image
        from layout.pictures.fineness import brought_down, sharpened

        if size is not None:
            image = brought_down(image, size)
        if self._facts.sharpen != "none" and image.mode != "CMYK":
            image = sharpened(image, ppi)
            self._notes.append(noted("PICTURE-FINE.sharpened"))
        return image


def _counted(image: "Image") -> list[int]:
    """How many pixels there are of each grey, of those that are seen."""
    from layout.pictures import pillow

    counts = [0] * 256
    for colours, alpha in pillow.strips(image, spread=False):
        mask = alpha.point([0] + [255] * 255) if alpha is not None else None
        for grey, count in enumerate(colours.convert("L").histogram(mask)):
            counts[grey] += count
    return counts


def _all_grey(image: "Image") -> "Image | None":
    """A picture in colours as grey, with what it has of transparency, where red, green and blue are
    alike in every pixel; else None."""
    from PIL import Image

    from layout.pictures import pillow

    if image.mode == "LAB":
        return None
    sample = image.resize((SAMPLE, SAMPLE), Image.Resampling.NEAREST).convert("RGB")
    if len(set(sample.getchannel(0).tobytes())) == 1:  # a flat tint is no picture in grey
        return None
    if not (_alike(sample) and all(_alike(part) for part in _colours(image))):
        return None
    mode = "RGBA" if pillow.has_alpha(image) else "RGB"
    out = image if image.mode == mode else image.convert(mode)  # a copy may be 200 MB
    grey = out.getchannel(0)
    if mode == "RGBA":
        grey.putalpha(out.getchannel("A"))
    grey.format = image.format
    return grey


def _colours(image: "Image") -> "Iterator[Image]":
    from layout.pictures import pillow

    for colours, _ in pillow.strips(image):
        yield colours


def _alike(image: "Image") -> bool:
    """Whether red, green and blue are the same everywhere."""
    from PIL import ImageChops

    red, green, blue = image.split()
    return all(ImageChops.difference(red, c).getextrema() == (0, 0) for c in (green, blue))
