"""The faces that a page's style sheets give: found, opened, and judged.

Everything is told at the place of its value under `faces:`, before a line is set.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from layout.diagnostics import Diagnostic, did_you_mean, error, shown, warning
from layout.environment import Environment, PathError
from layout.faces.catalog import ALIASES, RARE, ROLES, SUBSTITUTES, Catalog, OwnFace
from layout.faces.face import Face, FaceError
from layout.record import record
from layout.spec.load import Sources
from layout.spec.model.style import OwnFaceSpec
from layout.spec.resolve.defaults import STYLES
from layout.spec.resolve.resolved import RPage, RStory

MOST_LISTED: Final = 12
"""Faces of a collection that a message names; the largest known has 45."""


@record
class GivenFace:
    """A file that a style sheet gives for a role, as it was written and as it was found."""

    name: str  # of the role, as written
    role: str
    spec: OwnFaceSpec
    source: OwnFace
    sheet: Path

    @property
    def file(self) -> str:
        """The file as it was written."""
        return shown(self.spec.file.text)


def given_faces(
    env: Environment, sources: Sources, found: list[Diagnostic]
) -> tuple[GivenFace, ...]:
    """The faces that the style sheets give, the edition's first. A page's own sheet takes a role
    from the edition's; what cannot be found is added to `found`."""
    out: dict[str, list[GivenFace]] = {}
    for sheet, path in sources.sheets:
        here: dict[str, list[GivenFace]] = {}
        for name, specs in (sheet.faces or {}).items():
            role = ALIASES.get(name, name)
            if role in here:
                other = here[role][0].name if here[role] else role
                message = f"faces.{name}: {name} and {other} are one role; {other} is used"
                found.append(warning("FACE-TWICE", message, specs[0].file.place))
                continue
            here[role] = [
                GivenFace(name=name, role=role, spec=spec, source=source, sheet=path)
                for spec in specs
                if (source := _found(env, name, spec, path, found)) is not None
            ]
        out |= here
    return tuple([given for faces in out.values() for given in faces])


def _found(
    env: Environment, name: str, spec: OwnFaceSpec, sheet: Path, found: list[Diagnostic]
) -> OwnFace | None:
    try:
        path = env.find(spec.file.text, sheet.parent)
    except PathError as exc:
        message = f'faces.{name}: "{shown(spec.file.text)}" {exc}'
        found.append(error("FACE", message, spec.file.place))
        return None
    return OwnFace(
        path=path,
        index=spec.index or 0,
        instance=spec.instance,
        axes=tuple(sorted((spec.axes or {}).items())),
    )


def by_role(given: Iterable[GivenFace]) -> dict[str, tuple[OwnFace, ...]]:
    """The files of each role, as a catalogue takes them."""
    out: dict[str, tuple[OwnFace, ...]] = {}
    for face in given:
        out[face.role] = (*out.get(face.role, ()), face.source)
    return out


def check_faces(
    given: Sequence[GivenFace], sources: Sources, catalog: Catalog
) -> Iterator[Diagnostic]:
    """Every face that a style sheet gives can be set with, and every role that a style names is
    there; what stands in for one is said."""
    broken = set()
    for one in given:
        try:
            face = catalog.open(one.source)
        except FaceError as exc:
            broken.add(one.role)
            yield error("FACE", f"faces.{one.name}: {exc}", one.spec.file.place)
            continue
        yield from _remarks(one, face)
    asked = {ALIASES.get(style.face, style.face) for style in STYLES.values()}
    for sheet, _ in sources.sheets:
        for name, style in (sheet.styles or {}).items():
            if style.face is None:
                continue
            try:
                role = catalog.canonical(style.face.text)
            except FaceError as exc:
                yield error("FACE", f"styles.{name}: {exc}", style.face.place)
                continue
            asked.add(role)
            substitute = catalog.substitute(role)
            if substitute is not None:
                used, why = substitute
                yield warning(
                    "FACE-STANDS-IN",
                    f"styles.{name}: {used} stands in for {style.face.text}: {why}",
                    style.face.place,
                )
    yield from _unused(given, asked)


def _remarks(one: GivenFace, face: Face) -> Iterator[Diagnostic]:
    """What a face that can be set with should still be looked at for."""
    from layout.faces.soundness import licence, unread
    from layout.faces.tables import collected

    place = one.spec.file.place
    number = collected(face.path) if one.spec.index is None else 1
    if number > 1:
        yield warning(
            "FACE-INDEX",
            f"faces.{one.name}: {one.file} holds {number} faces; 0 is used, {face.title}",
            place,
            "give its number: " + _listed(face.path, number),
        )
    lost = unread(face.handle, face.tables)
    if lost:
        yield warning(
            "FACE-TABLES",
            f"faces.{one.name}: {one.file} is damaged: its {' and '.join(lost)} can't be read",
            place,
            "its forms for columns and its half-width figures are lost; take a whole copy",
        )
    denied = licence(face.handle)
    if denied:
        yield warning(
            "FACE-LICENCE",
            f"faces.{one.name}: {one.file} ({face.title}): {denied}",
            place,
            "ask its maker, or take another face",
        )


def _listed(path: Path, number: int) -> str:
    """`index: 0 方正书宋, 1 方正黑体`: the faces of a collection."""
    from layout.faces.face import titles

    listed = ", ".join(f"{k} {title}" for k, title in enumerate(titles(path, MOST_LISTED)))
    return f"index: {listed}" + (" …" if number > MOST_LISTED else "")


def _unused(given: Iterable[GivenFace], asked: set[str]) -> Iterator[Diagnostic]:
    """A face under a name that no style asks for is set nowhere: a role misspelt, most often."""
    known = (*ROLES, *SUBSTITUTES, RARE)
    told = set()
    for one in given:
        if one.role in known or one.role in asked or one.role in told:
            continue
        told.add(one.role)
        yield warning(
            "FACE-UNUSED",
            f"faces.{one.name}: no style has the face {one.name}, so {one.file} is not used",
            one.spec.file.place,
            did_you_mean(one.name, (*known, *ALIASES))
            or f"name a role ({'、'.join(ROLES)}), or {RARE} for characters that others lack",
        )


def idle_faces(given: Sequence[GivenFace], page: RPage, catalog: Catalog) -> Iterator[Diagnostic]:
    """A face of the user's own that has not one character of the stories set in it."""
    if not given:
        return
    texts: dict[str, set[str]] = {}
    for block in page.blocks:
        if isinstance(block.content, RStory):
            for paragraph in block.content.story.paragraphs:
                style = block.content.body if paragraph.kind == "body" else block.content.subhead
                role = catalog.canonical(style.face)
                texts.setdefault(role, set()).update(paragraph.text)
    for one in given:
        characters = texts.get(one.role)
        if not characters or one.role == RARE or one.source != catalog.own(one.role)[0]:
            continue
        if not any(catalog.open(one.source).has(c) for c in characters):
            message = f"faces.{one.name}: {one.file} has no character of the text set in it"
            place = one.spec.file.place
            yield warning("FACE-EMPTY", message, place, "others stand in for all of them")
