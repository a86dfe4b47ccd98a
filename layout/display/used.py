"""Which face of a page draws which characters, as its display list has them."""

from collections import Counter

from layout.display.items import GlyphRun, Page


def characters_by_face(page: Page) -> dict[str, Counter[str]]:
    """For each face's key, in the order of their first glyphs, how often it draws each character;
    spaces aside."""
    out: dict[str, Counter[str]] = {}
    for item in page.items:
        if isinstance(item, GlyphRun) and item.glyphs:
            out.setdefault(item.face, Counter()).update(item.text)
    for counts in out.values():
        for char in [c for c in counts if c.isspace() or not c.isprintable()]:
            del counts[char]
    return {face: counts for face, counts in out.items() if counts}
