"""Two pages as pixels: what of the one is not in the other within a tolerance.

A pixel is explained where the other page has its tone, or one lighter and one darker, as near as
the tolerance. So what anti-aliasing makes of an edge, and a shift that no press holds, count for
nothing, and a comma that is missing counts whole. pdfium sets each letter on whole pixels, so a
shift below a pixel may show as one: where the coarse drawing differs by so little, the place is
drawn finer, and judged there.
"""

from typing import Any, Final

import numpy as np

from layout.record import record

STRONG: Final = 64
"""Tones of 255 by which a pixel is darker or lighter than all about it on the other page."""
RAW: Final = 6
"""Tones by which two pixels differ at all; less is rounding."""
FAINT: Final = 3
"""Tones by which flat ground has another tint."""
FLAT: Final = 10
"""Tones between the lightest and the darkest pixel of a patch of flat ground."""
PATCH: Final = 8
"""Pixels of the side of such a patch."""
TILE: Final = 96
"""Pixels of the side of a part that is drawn finer."""

Pixels = Any
"""A NumPy array of bytes: rows, columns, and blue, green, red where it has a third side."""


@record
class PixelMarks:
    """What is not explained, a mask each, at one resolution: ink that is `gone`, ink that is `new`,
    and flat ground of another `tint`. `doubt` are tiles, by row and column, that differ by no more
    than where letters are set on whole pixels."""

    gone: Pixels
    new: Pixels
    tint: Pixels
    doubt: tuple[tuple[int, int], ...]


def marks(a: Pixels, b: Pixels, reach: int = 1) -> PixelMarks:
    """What differs for certain between two coarse drawings, and where it must be drawn finer.
    `reach` is the tolerance in whole pixels, or one for that on which letters are set."""
    apart = unequal(a, b)
    gone = np.zeros(apart.shape, dtype=bool)
    new = gone.copy()
    doubt: list[tuple[int, int]] = []
    rows, columns = apart.shape
    a, b = a[..., :3], b[..., :3]
    for top in range(0, rows, TILE):
        band = apart[top : top + TILE].any(axis=0)
        for left in range(0, columns, TILE):
            here = (slice(top, top + TILE), slice(left, left + TILE))
            if not band[left : left + TILE].any():
                continue
            if (np.maximum(a[here], b[here]) - np.minimum(a[here], b[here])).max() <= RAW:
                continue
            about = (
                slice(max(0, top - reach), top + TILE + reach),
                slice(max(0, left - reach), left + TILE + reach),
            )  # fmt: skip
            less, more = unexplained(a[about], b[about], reach)
            inner = (
                slice(top - about[0].start, top - about[0].start + TILE),
                slice(left - about[1].start, left - about[1].start + TILE),
            )
            less, more = less[inner], more[inner]
            if less.any() or more.any():
                gone[here], new[here] = less, more
            else:
                doubt.append((top, left))
    return PixelMarks(gone=gone, new=new, tint=_tinted(a, b), doubt=tuple(doubt))


def unequal(a: Pixels, b: Pixels) -> Pixels:
    """A mask of the pixels that are not the same. Those of four bytes are compared as one number
    each, whose last byte says nothing: that is eight times as fast as colour by colour."""
    if a.ndim == 3 and a.shape[2] == 4 and a.flags.c_contiguous and b.flags.c_contiguous:
        colors = np.frombuffer(b"\xff\xff\xff\x00", dtype=np.uint32)[0]
        one, other = (each.view(np.uint32)[..., 0] for each in (a, b))
        return ((one ^ other) & colors) != 0
    return (a != b).any(axis=2)


def unexplained(a: Pixels, b: Pixels, reach: int) -> tuple[Pixels, Pixels]:
    """Masks of the pixels where A is darker and where B is darker than all within `reach` pixels
    of the other page, or the other one lighter than all."""
    low_a, high_a = _least(a, reach), _most(a, reach)
    low_b, high_b = _least(b, reach), _most(b, reach)
    strong = np.uint8(STRONG)
    gone = (_above(low_b, a) > strong) | (_above(b, high_a) > strong)
    new = (_above(low_a, b) > strong) | (_above(a, high_b) > strong)
    if gone.ndim == 3:
        dark = a.astype(np.uint16).sum(axis=2) < b.astype(np.uint16).sum(axis=2)
        either = gone.any(axis=2) | new.any(axis=2)
        return either & dark, either & ~dark
    return gone, new


def _above(a: Pixels, b: Pixels) -> Pixels:
    """By how much A is above B; nothing where it is not."""
    return np.maximum(a, b) - b


def _least(a: Pixels, reach: int) -> Pixels:
    return _filtered(a, reach, np.minimum)


def _most(a: Pixels, reach: int) -> Pixels:
    return _filtered(a, reach, np.maximum)


def _filtered(a: Pixels, reach: int, take: Any) -> Pixels:
    """Each pixel and all within `reach` of it in rows and columns, by one function."""
    out = a.copy()
    for step in range(1, reach + 1):
        take(out[:-step], a[step:], out=out[:-step])
        take(out[step:], a[:-step], out=out[step:])
    across = out.copy()
    for step in range(1, reach + 1):
        take(across[:, :-step], out[:, step:], out=across[:, :-step])
        take(across[:, step:], out[:, :-step], out=across[:, step:])
    return across


def _tinted(a: Pixels, b: Pixels) -> Pixels:
    """Patches that are flat on both pages, and of two tones."""
    rows, columns = (side // PATCH for side in a.shape[:2])
    out = np.zeros(a.shape[:2], dtype=bool)
    near = np.abs(a[::PATCH, ::PATCH].astype(np.int16) - b[::PATCH, ::PATCH]).max(axis=2)
    apart = near[:rows, :columns] >= FAINT
    places = np.nonzero(apart)  # of a flat patch any pixel says whether it is of two tones
    if not len(places[0]):
        return out
    one, other = _patches(a, places), _patches(b, places)
    flat = np.ones(len(one), dtype=bool)
    for each in (one, other):
        flat &= (each.max(axis=1) - each.min(axis=1)).max(axis=1) <= FLAT
    means = [each.mean(axis=1, dtype=np.float32) for each in (one, other)]
    flat &= np.abs(means[0] - means[1]).max(axis=1) >= FAINT
    patches = np.zeros((rows, columns), dtype=bool)
    patches[places[0][flat], places[1][flat]] = True
    whole = np.repeat(np.repeat(patches, PATCH, axis=0), PATCH, axis=1)
    out[: rows * PATCH, : columns * PATCH] = whole
    return out


def _patches(a: Pixels, places: tuple[Pixels, ...]) -> Pixels:
    """Some patches, by the rows and columns they stand in: patch, pixel, colour."""
    rows, columns = (side // PATCH for side in a.shape[:2])
    whole = a[: rows * PATCH, : columns * PATCH].reshape(rows, PATCH, columns, PATCH, -1)
    found = whole[places[0], :, places[1]]
    return found.reshape(len(found), PATCH * PATCH, -1)


def grey(pixels: Pixels) -> Pixels:
    """Pixels as their luminance, a byte each."""
    weights = np.array([29, 150, 77], dtype=np.uint16)  # of blue, green and red: BT.601, of 256
    return ((pixels[..., :3].astype(np.uint16) @ weights) >> 8).astype(np.uint8)


def shrunk(mask: Pixels, times: int) -> Pixels:
    """How many of the pixels of a fine mask are set, for each coarse one."""
    rows, columns = (side // times for side in mask.shape)
    cut = mask[: rows * times, : columns * times]
    return cut.reshape(rows, times, columns, times).sum(axis=(1, 3), dtype=np.uint16)
