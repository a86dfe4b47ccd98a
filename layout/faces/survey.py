"""What faces there are, for a person to choose from, and which of them has a character."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from layout.faces.catalog import ALIASES, ROLES, Catalog
from layout.record import record
from layout.words.said import Language, said


@record
class RoleInfo:
    """A role of type as a spec names it, the file behind it, and what stands in for what it lacks.

    `note` says why another role's face is used where the role has none of its own; `in_short` is
    its purpose, or that another is used.
    """

    role: str
    purpose: str
    file: str
    face: str
    glyphs: int
    fallback: tuple[str, ...]
    aliases: tuple[str, ...]
    note: str = ""
    in_short: str = ""


@record
class CharacterInfo:
    """Which face draws a character in each role; the empty string where none of its chain has it.

    `has` are the roles whose own face has it.
    """

    char: str
    drawn_by: dict[str, str]
    has: tuple[str, ...]


@record
class FaceUse:
    """A face that a page is set in: what a PDF calls it, what its maker does, its file, and how
    often it draws each character, the commonest first.

    `roles` are those it was given for; `file` is as its project has it, that of a shipped face its
    name alone.
    """

    face: str
    title: str
    file: str
    roles: tuple[str, ...]
    shipped: bool
    characters: dict[str, int]


def used(
    catalog: Catalog, counts: Mapping[str, Mapping[str, int]], root: Path
) -> Iterator[FaceUse]:
    """The faces behind the keys of `counts`, which says for each how often it draws a character.
    `root` is where the project is."""
    for key, characters in counts.items():
        face = catalog.by_key(key)
        shipped = catalog.shipped(face)
        inside = not shipped and face.path.is_relative_to(root)
        yield FaceUse(
            face=face.name,
            title=face.title,
            file=str(face.path.relative_to(root)) if inside else face.path.name,
            roles=catalog.roles_of(face),
            shipped=shipped,
            characters=dict(sorted(characters.items(), key=lambda c: (-c[1], c[0]))),
        )


def roles(catalog: Catalog, lang: Language = "en") -> Iterator[RoleInfo]:
    """Every role in the catalogue's order, in the words of a language.

    Raises `FaceError` for a face that cannot be opened.
    """
    for role in catalog.roles():
        first, *rest = catalog.chain(role)
        substitute = catalog.substitute(role)
        purpose, note, short = ROLES[role][1] if role in ROLES else "part.role-own", "", ""
        if substitute is not None:
            used, why = substitute
            purpose = ROLES[used][1]
            short = said("part.role-used", used=used).words(lang)
            note = said("part.role-stands-in", used=used, why=said(why)).words(lang)
        yield RoleInfo(
            role=role,
            purpose=said(purpose).words(lang),
            file=first.path.name,
            face=first.name,
            glyphs=first.glyph_count,
            fallback=tuple(f.name for f in rest),
            aliases=tuple(alias for alias, name in ALIASES.items() if name == role),
            note=note,
            in_short=short or said(purpose).words(lang),
        )


def characters(catalog: Catalog, text: str) -> Iterator[CharacterInfo]:
    """Each different character of a text, spaces aside, in the order of their first places."""
    names = catalog.roles()
    chains = {role: catalog.chain(role) for role in names}
    for char in dict.fromkeys(text):
        if char.isspace():
            continue
        drawn = {
            role: next((f.name for f in chain if f.has(char)), "") for role, chain in chains.items()
        }
        own = tuple(role for role, chain in chains.items() if chain[0].has(char))
        yield CharacterInfo(char=char, drawn_by=drawn, has=own)
