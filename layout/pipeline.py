"""From a page spec to a display list as one call, and what is kept between two calls.

    load → resolve → faces and picture sizes → compose → lower

Each stage is a pure function; a `Workshop` only keeps their results under keys that hold all they
depend on, so a page made twice is the same page, made faster.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from layout.diagnostics import Diagnostic, StopError, error, info, warning
from layout.display.items import Page
from layout.display.lower import Lowered, lower
from layout.environment import Environment, Files, PathError
from layout.errors import BanxinError
from layout.faces.catalog import Catalog, OwnFace
from layout.faces.face import FaceError
from layout.flow.compose import compose
from layout.flow.setter import Setter
from layout.inline.line import SetLine, SetParagraph
from layout.pictures import PictureStore
from layout.record import record
from layout.spec.load import Sources, load_page
from layout.spec.resolve import resolve
from layout.spec.resolved import RPage, RPicture, RStory

# A page with these is still drawn, so that the editor sees what does not fit; it is not good.
STILL_DRAWN: Final = frozenset({"OVERSET", "LINE-WIDE", "DISPLAY-WIDE", "DISPLAY-HIGH"})
MEMO_MOST: Final = 256
"""Paragraphs and files kept in a long session; then all are forgotten and met anew."""


@record
class Composed:
    """A page made up: its display list, what it came from, and what is to be said of it."""

    page: Page
    resolved: RPage
    sources: Sources
    catalog: Catalog
    environment: Environment
    diagnostics: tuple[Diagnostic, ...]

    @property
    def drawable(self) -> bool:
        """Whether the page may be written at all; one with characters lost may not."""
        return all(d.severity != "error" or d.code in STILL_DRAWN for d in self.diagnostics)

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(d.severity != "error" for d in self.diagnostics)

    @property
    def stands_in(self) -> tuple[str, ...]:
        """What on the page is not the true thing."""
        out = []
        for block in self.resolved.blocks:
            if isinstance(block.content, RPicture) and (
                block.content.stands_in or block.content.source is None
            ):
                out.append(block.content.source or block.id)
            if isinstance(block.content, RStory) and block.content.stands_in:
                out.append(block.content.story.name)
        return tuple(out)


class Workshop:
    """What one run or one long session keeps: parsed files, opened faces, set paragraphs."""

    def __init__(self) -> None:
        self.memo: dict[Any, Any] = {}
        self.paragraphs: dict[Any, SetParagraph] = {}
        self.lowered: dict[SetLine, Lowered] = {}
        self._setters: dict[tuple[tuple[str, OwnFace], ...], Setter] = {}
        self._stores: dict[Path, PictureStore] = {}

    def setter(self, own: dict[str, OwnFace]) -> Setter:
        """The setter for a set of the user's own faces."""
        key = tuple(sorted(own.items()))
        found = self._setters.get(key)
        if found is None:
            found = self._setters[key] = Setter(Catalog(own), self.paragraphs)
        return found

    def pictures(self, env: Environment) -> PictureStore:
        """The picture store of a project."""
        return self._stores.setdefault(env.root, PictureStore(env))

    def tidy(self) -> None:
        """Forget what a long session has heaped up."""
        most = max(len(self.memo), len(self.paragraphs), len(self.lowered) // 16)
        if most > MEMO_MOST:
            self.memo.clear()
            self.paragraphs.clear()
            self.lowered.clear()
            for setter in self._setters.values():
                setter.forget()


def compose_page(
    path: Path,
    workshop: Workshop,
    *,
    overrides: tuple[str, ...] = (),
    env: Environment | None = None,
) -> Composed:
    """The page of the spec at `path`. Raises `StopError` where the spec is at fault."""
    workshop.tidy()
    env = env if env is not None else Files.around(path)
    sources = load_page(env, path, workshop.memo, overrides)
    resolved = resolve(env, sources)
    found: list[Diagnostic] = []
    setter = workshop.setter(_own_faces(env, sources, found))
    found += _check_faces(sources, setter.catalog)
    found += _idle_faces(sources, resolved, setter.catalog)
    sizes = _picture_sizes(resolved, workshop.pictures(env), found)
    if any(d.severity == "error" for d in found):
        raise StopError(found)
    placed = compose(resolved, setter, sizes)
    return Composed(
        page=lower(resolved, placed, workshop.lowered),
        resolved=resolved,
        sources=sources,
        catalog=setter.catalog,
        environment=env,
        diagnostics=(*found, *resolved.remarks, *_stories(resolved), *placed.diagnostics),
    )


def _own_faces(env: Environment, sources: Sources, found: list[Diagnostic]) -> dict[str, OwnFace]:
    """The faces that the style sheets give, by role."""
    own: dict[str, OwnFace] = {}
    for sheet, path in sources.sheets:
        for role, spec in (sheet.faces or {}).items():
            try:
                own[role] = OwnFace(
                    path=env.find(spec.file.text, path.parent),
                    index=spec.index,
                    instance=spec.instance,
                    axes=tuple(sorted((spec.axes or {}).items())),
                )
            except PathError as exc:
                found.append(
                    error("FACE", f'faces.{role}: "{spec.file.text}" {exc}', spec.file.place)
                )
    return own


def _check_faces(sources: Sources, catalog: Catalog) -> Iterator[Diagnostic]:
    """Every face a style sheet names can be opened, or what stands in for it is said."""
    for sheet, _ in sources.sheets:
        for role, spec in (sheet.faces or {}).items():
            fault = _face_fault(catalog, role)
            if fault:
                yield error("FACE", f"faces.{role}: {fault}", spec.file.place)
        for name, style in (sheet.styles or {}).items():
            if style.face is None:
                continue
            fault = _face_fault(catalog, style.face.text)
            if fault:
                yield error("FACE", f"styles.{name}: {fault}", style.face.place)
                continue
            substitute = catalog.substitute(style.face.text)
            if substitute is not None:
                used, why = substitute
                yield warning(
                    "FACE-STANDS-IN",
                    f"styles.{name}: {used} stands in for {style.face.text}: {why}",
                    style.face.place,
                )


def _face_fault(catalog: Catalog, role: str) -> str:
    try:
        catalog.chain(role)
    except FaceError as exc:
        return str(exc)
    return ""


def _idle_faces(sources: Sources, page: RPage, catalog: Catalog) -> Iterator[Diagnostic]:
    """A face of the user's own that has not one character of the stories set in it."""
    own = {role: spec for sheet, _ in sources.sheets for role, spec in (sheet.faces or {}).items()}
    if not own:
        return
    texts: dict[str, set[str]] = {}
    for block in page.blocks:
        if isinstance(block.content, RStory):
            for paragraph in block.content.story.paragraphs:
                style = block.content.body if paragraph.kind == "body" else block.content.subhead
                texts.setdefault(style.face, set()).update(paragraph.text)
    for face, characters in texts.items():
        spec = None if _face_fault(catalog, face) else own.get(catalog.canonical(face))
        if spec is not None and not any(catalog.face(face).has(c) for c in characters):
            message = f"faces.{face}: {spec.file.text} has no character of the text set in it"
            yield warning("FACE-EMPTY", message, spec.file.place, "others stand in for all of them")


def _picture_sizes(
    page: RPage, store: PictureStore, found: list[Diagnostic]
) -> dict[str, tuple[int, int]]:
    """Pixels of every picture the page shows."""
    sizes: dict[str, tuple[int, int]] = {}
    for block in page.blocks:
        content = block.content
        if not isinstance(content, RPicture) or content.source is None:
            continue
        try:
            facts = store.info(content.source)
            sizes[content.source] = (facts.width, facts.height)
            if facts.mode == "rgb":
                note = store.press(content.source).note
                found.append(info("PICTURE-INKS", f"{content.source}: {note}", block.place))
        except BanxinError as exc:
            found.append(error("PICTURE", f"{content.source}: {exc}", block.place))
    return sizes


def _stories(page: RPage) -> Iterator[Diagnostic]:
    for block in page.blocks:
        if isinstance(block.content, RStory) and block.content.stands_in:
            yield warning(
                "STANDS-IN",
                f"the text of {block.content.story.name} stands in for the true one",
                block.place,
            )
