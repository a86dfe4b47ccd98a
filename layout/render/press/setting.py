"""The faces of a document: which glyphs of each are used, under which codes, as which font."""

from collections.abc import Mapping, Sequence

from layout.display.items import GlyphRun, Page
from layout.faces.face import Face
from layout.faces.subset import subset
from layout.record import record
from layout.render.base import Resources, glyph_texts
from layout.render.press.cache import PressCache, Widths
from layout.render.press.codes import CodeTable, RunTexts, run_texts
from layout.render.press.fonts import FontParts, make_parts


@record
class FaceUse:
    """A face on its way into the document; `name` is what page contents call it."""

    face: Face
    name: str
    codes: CodeTable
    widths: Widths  # by glyph
    by_code: Mapping[int, int]


def collect(pages: Sequence[Page], resources: Resources, cache: PressCache) -> dict[str, FaceUse]:
    """The faces of the pages in order of appearance, with the codes of their glyphs."""
    runs: dict[str, list[RunTexts]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, GlyphRun) and item.glyphs:
                meanings = texts_of(item, cache)[1]
                found = runs.get(item.face)
                if found is None:
                    runs[item.face] = [meanings]
                else:
                    found.append(meanings)
    uses: dict[str, FaceUse] = {}
    for at, (key, meant) in enumerate(runs.items(), 1):
        face = resources.face(key)
        widths = cache.widths_of(face)
        codes = CodeTable(meant)
        uses[key] = FaceUse(
            face=face,
            name=f"F{at}",
            codes=codes,
            widths=widths,
            by_code=codes.widths(widths) if codes.more else widths,
        )
    return uses


def texts_of(run: GlyphRun, cache: PressCache) -> tuple[tuple[str, ...], RunTexts]:
    """The text of each glyph of a run, and the meanings of its glyphs."""
    key = (run.glyphs, run.clusters, run.text)
    found = cache.texts.get(key)
    if found is None:
        texts = glyph_texts(run)
        found = cache.texts.put(key, (texts, run_texts(run.glyphs, texts)))
    return found


def font_of(use: FaceUse, cache: PressCache) -> FontParts:
    """The finished bytes of a face's font, with the glyphs that the document uses."""
    face, table, flate = use.face, use.codes, cache.compressor
    gids = tuple(sorted(table.texts))
    key = (face.key, tuple(map(table.texts.get, gids)), gids, tuple(table.more.items()), flate.name)
    found = cache.fonts.get(key)
    if found is None:
        aliases = {code: pair for pair, code in table.more.items()}
        found = make_parts(
            face,
            program=subset(face, gids),
            texts=table.texts,
            aliases=aliases,
            widths=use.widths,
            compressor=flate,
        )
        cache.fonts.put(key, found)
    return found
