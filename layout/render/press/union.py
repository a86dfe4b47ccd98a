"""The faces of a document, united from those of its prepared pages."""

from collections.abc import Mapping, Sequence
from functools import partial

from layout.faces.face import Face
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.cache import PressCache
from layout.render.press.codes import CodeTable, Meanings
from layout.render.press.prepared import FaceNeed, PreparedPage
from layout.render.press.setting import EmbeddedFace, by_code
from layout.words.said import said

Uses = Mapping[str, EmbeddedFace]


def needs_of(uses: Uses) -> tuple[FaceNeed, ...]:
    """What a page needs of its faces, from how it uses them."""
    return tuple(
        [
            FaceNeed(
                key=key,
                name=use.name,
                path=use.face.path,
                index=use.face.index,
                axes=use.face.axes,
                meant=Meanings(
                    glyphs=use.codes.texts,
                    others=tuple(use.codes.more),
                    boxed=tuple(use.codes.boxed),
                ),
                codes=use.codes.more,
                boxed=use.codes.boxed,
                down=use.down,
            )
            for key, use in uses.items()
        ]
    )


def unite(
    pages: Sequence[PreparedPage], resources: Resources, cache: PressCache
) -> tuple[Uses, Mapping[int, Uses]]:
    """The faces of a document by key, and for each page that is to be written anew, its own.

    A page stays as it is while the glyphs mean to the document what they mean to the page.
    """
    needs: dict[str, list[FaceNeed]] = {}
    for page in pages:
        for need in page.faces:
            needs.setdefault(need.key, []).append(need)
    last = cache.last_on(pages[0].name)
    uses = {
        key: last.of(("united", key), found, partial(_united, found, resources, cache))
        for key, found in needs.items()
    }
    changed: dict[int, Uses] = {}
    for at, page in enumerate(pages):
        if not all(_holds(uses[need.key], need) for need in page.faces):
            changed[at] = {n.key: replace(uses[n.key], name=n.name) for n in page.faces}
    return uses, changed


def _united(needs: Sequence[FaceNeed], resources: Resources, cache: PressCache) -> EmbeddedFace:
    first = needs[0]
    face = _face(first, resources)
    widths = cache.widths_of(face)
    codes = CodeTable([need.meant for need in needs], face.glyph_count)
    return EmbeddedFace(
        face=face,
        name=first.name,
        codes=codes,
        widths=widths,
        by_code=by_code(codes, widths),
        down=any(need.down for need in needs),
    )


def _face(need: FaceNeed, resources: Resources) -> Face:
    try:
        return resources.catalog.by_key(need.key)
    except KeyError:  # another process has opened it
        face = need.open()
    if face.key != need.key:  # its file is another one by now, of other glyphs
        raise RenderError(said("part.render-face", face=need.key))
    return face


def _holds(use: EmbeddedFace, need: FaceNeed) -> bool:
    table = use.codes
    return (
        need.meant.glyphs.items() <= table.texts.items()
        and need.codes.items() <= table.more.items()
        and need.boxed.items() <= table.boxed.items()
    )
