"""The faces of a document: which glyphs of each are used, under which codes, as which font."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from threading import Thread
from typing import Final

from layout.display.items import GlyphRun
from layout.faces.copies import Copy
from layout.faces.face import Face
from layout.faces.subset import subset
from layout.lastmade import LastMade
from layout.record import record
from layout.render.base import Resources, glyph_texts
from layout.render.press.cache import CodeWidths, PressCache, Widths
from layout.render.press.codes import Boxed, CodeTable, Meanings, meanings
from layout.render.press.cuts import NONE, Cuts
from layout.render.press.fonts import FontParts, make_parts
from layout.render.press.reading import SPACE, PagePart

DOWN: Final = "V"
"""What follows a font's name where it writes down."""


@record
class EmbeddedFace:
    """A face on its way into the document; `name` is what page contents call it.

    `down`: it stands upright in columns, and has a second font that writes down, called the same
    with `DOWN` after it.
    """

    face: Face
    name: str
    codes: CodeTable
    widths: Widths  # by glyph
    by_code: Mapping[int, int]
    down: bool


def collect(
    parts: Iterable[PagePart], resources: Resources, cache: PressCache, last: LastMade
) -> dict[str, EmbeddedFace]:
    """The faces of a page in order of appearance, with the codes of their glyphs."""
    seen: dict[str, list[_Seen]] = {}
    for part in parts:
        for key, here in last.of(("faces", part.name), part, partial(_seen, part)).items():
            seen.setdefault(key, []).append(here)
    return {
        key: last.of(
            ("use", key), (at, found), partial(_use, f"F{at}", key, found, resources, cache)
        )
        for at, (key, found) in enumerate(seen.items(), 1)
    }


def _use(
    name: str, key: str, found: "Sequence[_Seen]", resources: Resources, cache: PressCache
) -> EmbeddedFace:
    """A face of a page, from what is seen of it in the page's parts."""
    face = resources.face(key)
    widths = cache.widths_of(face)
    spaces = any(here.spaces for here in found)
    space = Meanings(glyphs={face.glyph(SPACE): SPACE}) if spaces else None
    codes = CodeTable([_meant(found, space)], face.glyph_count)
    return EmbeddedFace(
        face=face,
        name=name,
        codes=codes,
        widths=widths,
        by_code=by_code(codes, widths),
        down=any(here.down for here in found),
    )


class _Seen:
    """What is seen of a face in a part of a page: its glyphs with their texts in reading order,
    those with boxes of their own, whether any stands upright in a column, and whether spaces are
    written."""

    __slots__ = ("boxed", "down", "glyphs", "meant", "spaces", "texts")

    def __init__(self) -> None:
        self.glyphs: list[int] = []
        self.texts: list[str] = []
        self.boxed: dict[Boxed, None] = {}
        self.down = self.spaces = False
        self.meant = Meanings(glyphs={})

    def add(self, run: GlyphRun, texts: Sequence[str], cuts: Cuts) -> None:
        """Take up a run, with the texts of its glyphs."""
        first = len(self.glyphs)
        self.glyphs += run.glyphs
        self.texts += texts
        if cuts:
            for at, cut in cuts.items():
                self.boxed[Boxed(run.glyphs[at], texts[at], cut, run.vertical)] = None
            for at in sorted(cuts, reverse=True):
                del self.glyphs[first + at], self.texts[first + at]
        self.down = self.down or (run.vertical and not run.turned)


def _seen(part: PagePart) -> dict[str, _Seen]:
    """What is seen of each face in a part of a page."""
    seen: dict[str, _Seen] = {}
    for run in part.items:
        if not (isinstance(run, GlyphRun) and run.glyphs):
            continue
        here = seen.get(run.face)
        if here is None:
            here = seen[run.face] = _Seen()
        here.add(run, glyph_texts(run), part.cuts.get(id(run), NONE))
        if id(run) in part.indents:
            here.spaces = True
    for here in seen.values():
        here.meant = meanings(here.glyphs, here.texts, here.boxed)
    return seen


def _meant(found: Sequence[_Seen], space: Meanings | None) -> Meanings:
    """What the glyphs of a face mean on a page, from its parts."""
    parts = [here.meant for here in found]
    if space is not None:
        parts.append(space)
    glyphs: dict[int, str] = {}
    for part in parts:
        glyphs.update(part.glyphs)
    known = glyphs.items()
    boxed = dict.fromkeys([it for part in parts for it in part.boxed])
    if all(part.glyphs.items() <= known and not part.others for part in parts):
        return Meanings(glyphs=glyphs, boxed=tuple(boxed))
    # The rare case: a glyph has several meanings. Which is the first is seen in reading order.
    several, texts = [], list[str]()
    for here in found:
        several += here.glyphs
        texts += here.texts
    if space is not None:
        several += space.glyphs
        texts += space.glyphs.values()
    return meanings(several, texts, boxed)


def by_code(codes: CodeTable, widths: Widths) -> Mapping[int, int]:
    """The advances of a face's codes, from those of its glyphs."""
    return widths if codes.plain else CodeWidths(codes.further_widths(widths), widths)


def fonts_of(uses: Mapping[str, EmbeddedFace], cache: PressCache) -> dict[str, FontParts]:
    """The finished bytes of every face's font, with the glyphs that the document uses.

    The largest of several new fonts is made in a thread of its own: deflating lets go of the
    interpreter's lock, and a body face deflates for as long as all the headline faces together.
    Where every core has work of its own (`PressCache.beside` is false) that would only cost.
    """
    keys = {name: _key(use, cache) for name, use in uses.items()}
    known = {name: cache.fonts.get(key) for name, key in keys.items()}
    made = {name: parts for name, parts in known.items() if parts is not None}
    new = sorted(uses.keys() - made.keys(), key=lambda n: (-len(uses[n].codes.texts), n))
    beside = None
    if len(new) > 1 and cache.beside:
        beside = _Beside(uses[new[0]], cache)
        beside.start()
    for name in new[1:] if beside is not None else new:
        made[name] = _make(uses[name], cache)
    if beside is not None:
        made[new[0]] = beside.result()
    for name in new:
        cache.fonts.put(keys[name], made[name])
    return made


class _Beside(Thread):
    """Makes one font while the others are made."""

    def __init__(self, use: EmbeddedFace, cache: PressCache) -> None:
        super().__init__(daemon=True)
        self._use = use
        self._cache = cache
        self._parts: FontParts | None = None
        self._fault: Exception | None = None

    def run(self) -> None:
        try:
            self._parts = _make(self._use, self._cache)
        except Exception as exc:  # raised again where the result is asked for
            self._fault = exc

    def result(self) -> FontParts:
        """The font, when it is done; raises what making it raised."""
        self.join()
        if self._parts is None:
            raise self._fault or RuntimeError("the font's thread ended early")
        return self._parts


def _key(use: EmbeddedFace, cache: PressCache) -> tuple[object, ...]:
    """All that a font's bytes depend on."""
    return (use.face.key, use.codes.key, cache.compressor.name)


def _make(use: EmbeddedFace, cache: PressCache) -> FontParts:
    face, table = use.face, use.codes
    known = table.texts
    copies = {code: Copy(gid, 0, face.advance(gid)) for (gid, _), code in table.more.items()}
    if table.boxed:
        known = {it.glyph: it.text for it in table.boxed} | known
        scale = face.upem / 1000
        for it, code in table.boxed.items():
            left, whole = round(it.cut[0] * scale), face.advance(it.glyph)
            if it.down:  # where it stands in its box, W2 says
                height = face.upem - round(sum(it.cut) * scale)
                copies[code] = Copy(it.glyph, 0, whole, height)
            else:
                copies[code] = Copy(it.glyph, left, whole - round(sum(it.cut) * scale))
    return make_parts(
        face,
        program=subset(face, table.texts, known, copies),
        meaning=table.meaning,
        widths=use.by_code,
        heights=table.heights(),
        compressor=cache.compressor,
    )
