"""A face cut down to the glyphs of a document, as a PDF embeds it.

HarfBuzz's subsetter does the work: ten to a hundred times faster than a pure Python one, and the
same bytes for the same glyphs. Only tables that a PDF reader needs are kept (ISO 32000-1, 9.9,
table 126); names, layout and vertical metrics stay behind in the file on disk.
"""

import hashlib
import struct
from collections.abc import Iterable, Mapping
from typing import Final, Literal

import uharfbuzz as hb

from layout.diagnostics import shown
from layout.faces.composites import with_copies
from layout.faces.copies import Copy
from layout.faces.face import Face, FaceError
from layout.record import record
from layout.words.said import said

_KEPT: Final = frozenset(
    ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ", "CFF2", "gvar", "fvar", "avar", "HVAR")
)
"""What the subsetter may look at: outlines, advances, and what moves them in a variable font."""


@record
class SubsetProgram:
    """A font program ready to embed, uncompressed.

    A code is the original id of a glyph, or stands for a copy of one. For kind "glyf", `program` is
    a TrueType file and `new_ids` maps codes onto the glyphs of its own. For "cff" it is the bare
    CFF table, CID-keyed, in which the codes are the CIDs, so that `new_ids` maps each onto itself.
    `bbox` is in font units.
    """

    program: bytes
    kind: Literal["glyf", "cff"]
    new_ids: Mapping[int, int]
    digest: str
    bbox: tuple[int, int, int, int]


def subset(
    face: Face,
    glyph_ids: Iterable[int],
    texts: Mapping[int, str] | None = None,
    copies: Mapping[int, Copy] | None = None,
) -> SubsetProgram:
    """The outlines of `glyph_ids` (and of .notdef and their components) as a font program.

    `copies` are further glyphs by their codes, none of them the id of a glyph that is asked for.
    `texts` says what glyphs stand for, where that is known: it makes the work faster and changes
    nothing of the result. A variable face is cut at the instance it was opened with. Raises
    `FaceError` for a glyph that the face does not have and for outlines that cannot be read.
    """
    copies = copies or {}
    asked = set(glyph_ids)
    wanted = sorted(asked.union([copy.glyph for copy in copies.values()]))
    if wanted and not 0 <= wanted[0] <= wanted[-1] < face.glyph_count:
        told = said(
            "part.font-no-glyph", face=face.name, glyphs=face.glyph_count, number=wanted[-1]
        )
        raise FaceError(told)
    order = hb.SubsetInput()
    chars = _characters(face, wanted, texts) if texts is not None else None
    if chars is None:
        order.glyph_set.update(wanted)
    else:
        order.unicode_set.update(map(ord, chars))
    order.drop_table_tag_set.update(
        int.from_bytes(tag.encode("latin-1"), "big")
        for tag in face.handle.table_tags
        if tag not in _KEPT
    )
    order.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_BIDI_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    if face.is_cff:
        # Without subroutines it is smaller when deflated, and its outlines can be moved.
        order.flags |= hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.DOWNGRADE_CFF2
    for tag, value in face.axes.items():
        order.pin_axis_location(face.handle, tag, value)
    try:
        plan = hb.SubsetPlan(face.handle, order)
        cut = plan.execute()
        mapping = dict(
            plan.old_to_new_glyph_mapping.items()
        )  # one by one it takes three times as long
        program: bytes = cut.reference_table("CFF ").data if face.is_cff else cut.blob.data
        head: bytes = cut.reference_table("head").data
        if not program or len(head) < 44:
            raise ValueError("an empty table")
        if face.is_cff:
            from layout.faces.cff import coded  # only own faces have such outlines

            program = coded(program, _by_code(asked, copies, mapping))
            mapping = {code: code for code in (*asked, *copies)}
        else:
            program, mapping = _with_copies(face, program, mapping, copies)
    except (
        hb.HarfBuzzError,
        RuntimeError,
        ValueError,
        LookupError,
        ArithmeticError,
        struct.error,
    ) as exc:
        raise _damaged(face) from exc
    low_x, low_y, high_x, high_y = (
        int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)
    )
    return SubsetProgram(
        program=program,
        kind="cff" if face.is_cff else "glyf",
        new_ids=mapping,
        digest=hashlib.sha256(program).hexdigest(),
        bbox=(low_x, low_y, high_x, high_y),
    )


def _damaged(face: Face) -> FaceError:
    return FaceError(said("part.font-outlines-unread", file=shown(face.path.name), face=face.name))


def _by_code(
    asked: Iterable[int], copies: Mapping[int, Copy], mapping: Mapping[int, int]
) -> dict[int, int | Copy]:
    """What each code of a CFF font stands for, in the numbers of the subset."""
    found: dict[int, int | Copy] = {gid: mapping[gid] for gid in asked}
    for code, copy in copies.items():
        found[code] = copy._replace(glyph=mapping[copy.glyph])
    return found


def _with_copies(
    face: Face, program: bytes, mapping: dict[int, int], copies: Mapping[int, Copy]
) -> tuple[bytes, dict[int, int]]:
    """A TrueType program with the copies in it, and the glyphs of its codes.

    A copy that is nowhere unlike its glyph is that glyph: the map of codes can lead there twice.
    """
    by_code = {code: mapping[copy.glyph] for code, copy in copies.items()}
    moved = {
        code: copy._replace(glyph=mapping[copy.glyph])
        for code, copy in copies.items()
        if copy.left or copy.height or copy.width != face.advance(copy.glyph)
    }
    if moved:
        made = list(dict.fromkeys(moved.values()))
        first = max(mapping.values()) + 1
        number = {copy: first + at for at, copy in enumerate(made)}
        program = with_copies(program, made)
        by_code |= {code: number[copy] for code, copy in moved.items()}
    return program, mapping | by_code


def _characters(face: Face, glyph_ids: list[int], texts: Mapping[int, str]) -> list[str] | None:
    """The characters whose own glyphs are exactly `glyph_ids`; None where there are others.

    Asked for glyphs, HarfBuzz first reads the whole character map, some 30,000 entries, to learn
    what they stand for: half a millisecond a face, where cutting a headline's glyphs takes 0.05.
    """
    chars = [texts.get(gid, "") for gid in glyph_ids]
    alone = set(map(len, chars)) == {1}
    return chars if alone and list(map(face.glyph, chars)) == glyph_ids else None
