"""Characters of an import that no shipped face has: told at once, and not first by the build."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, warning
from layout.faces.catalog import Catalog
from layout.importer.model import SourcePage

_TEXT_ROLE: Final = "报宋"
_MOST_SHOWN: Final = 20


def missing_glyphs(page: SourcePage, name: str) -> Diagnostic | None:
    """A warning that names the characters of the page that no shipped face has: a text in
    traditional characters, a rare one, a symbol. The page builds when a face is given for them."""
    chain = Catalog().chain(_TEXT_ROLE)
    lacks = sorted(
        char
        for char in set("".join(_words(page)))
        if not char.isspace() and not any(face.has(char) for face in chain)
    )
    if not lacks:
        return None
    shown = " ".join(
        char if char.isprintable() else f"U+{ord(char):04X}" for char in lacks[:_MOST_SHOWN]
    )
    if len(lacks) > _MOST_SHOWN:
        more = len(lacks) - _MOST_SHOWN
        return warning("IMPORT-GLYPH.more", Place(name), chars=shown, more=more)
    return warning("IMPORT-GLYPH.chars", Place(name), chars=shown)


def _words(page: SourcePage) -> list[str]:
    """Every word of the page that is set."""
    words = [b.text for b in page.banners]
    for story in page.stories:
        words += [story.label, story.kicker, story.title, story.subtitle, story.byline]
        words += [p.text for p in story.paragraphs]
    words += [w for p in page.pictures for w in (p.caption, p.credit)]
    words += [*page.credits, page.index_label, *page.header_rest, page.facts.paper]
    words += [i.title for i in page.index]
    for role in (*page.facts.staff, *page.facts.credits):
        words += [role.role, *role.names]
    return words
