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
from layout.words.said import Said, said

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
                found.append(
                    warning(
                        "FACE-TWICE.role", specs[0].file.place, path=f"faces.{name}", name=name,
                        other=other,
                    )
                )  # fmt: skip
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
        file, why = shown(spec.file.text), exc.args[0]
        found.append(error("FACE.file", spec.file.place, path=f"faces.{name}", file=file, why=why))
        return None
    return OwnFace(
        path=path,
        index=spec.index or 0,
        instance=spec.instance,
        axes=tuple(sorted((spec.axes or {}).items())),
        stamp=env.stamp(path),  # before it is read: what is written meanwhile has another
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
            place, path = one.spec.file.place, f"faces.{one.name}"
            yield error("FACE.fault", place, path=path, why=exc.args[0])
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
                place, path = style.face.place, f"styles.{name}"
                yield error("FACE.fault", place, path=path, why=exc.args[0])
                continue
            asked.add(role)
            substitute = catalog.substitute(role)
            if substitute is not None:
                used, why = substitute
                yield warning(
                    "FACE-STANDS-IN.role", style.face.place, path=f"styles.{name}", used=used,
                    role=style.face.text, why=said(why),
                )  # fmt: skip
    yield from _unused(given, asked)


def _remarks(one: GivenFace, face: Face) -> Iterator[Diagnostic]:
    """What a face that can be set with should still be looked at for."""
    from layout.faces.soundness import licence, unread
    from layout.faces.tables import collected

    place, path = one.spec.file.place, f"faces.{one.name}"
    number = collected(face.path) if one.spec.index is None else 1
    if number > 1:
        yield warning(
            "FACE-INDEX.none", place, path=path, file=one.file, faces=number, title=face.title,
            hint=_listed(face.path, number),
        )  # fmt: skip
    lost = unread(face.handle, face.tables)
    if lost:
        yield warning("FACE-TABLES.unread", place, path=path, file=one.file, tables=lost)
    denied = licence(face.handle)
    if denied:
        yield warning(
            "FACE-LICENCE.denied", place, path=path, file=one.file, title=face.title, denied=denied
        )


def _listed(path: Path, number: int) -> Said:
    """`give its number: index: 0 方正书宋, 1 方正黑体`: the faces of a collection."""
    from layout.faces.face import titles

    listed = tuple(
        [
            said("part.face-number", number=k, title=title or said("part.face-nameless"))
            for k, title in enumerate(titles(path, MOST_LISTED))
        ]
    )
    if number > MOST_LISTED:
        return said("part.face-numbers-more", faces=listed)
    return said("part.face-numbers", faces=listed)


def _unused(given: Iterable[GivenFace], asked: set[str]) -> Iterator[Diagnostic]:
    """A face under a name that no style asks for is set nowhere: a role misspelt, most often."""
    known = (*ROLES, *SUBSTITUTES, RARE)
    told = set()
    for one in given:
        if one.role in known or one.role in asked or one.role in told:
            continue
        told.add(one.role)
        yield warning(
            "FACE-UNUSED.role", one.spec.file.place, path=f"faces.{one.name}", name=one.name,
            file=one.file,
            hint=did_you_mean(one.name, (*known, *ALIASES))
            or said("part.face-name-role", roles=tuple(ROLES), rare=RARE),
        )  # fmt: skip


def idle_faces(given: Sequence[GivenFace], page: RPage, catalog: Catalog) -> Iterator[Diagnostic]:
    """A face of the user's own that has not one character of the stories set in it."""
    if not given:
        return
    texts: dict[str, set[str]] = {}
    for block in page.blocks:
        if isinstance(block.content, RStory):
            for paragraph in block.content.story.paragraphs:
                style = block.content.style_of(paragraph)
                role = catalog.canonical(style.face)
                texts.setdefault(role, set()).update(paragraph.text)
    for one in given:
        characters = texts.get(one.role)
        if not characters or one.role == RARE or one.source != catalog.own(one.role)[0]:
            continue
        if not any(catalog.open(one.source).has(c) for c in characters):
            place, path = one.spec.file.place, f"faces.{one.name}"
            yield warning("FACE-EMPTY.text", place, path=path, file=one.file)
