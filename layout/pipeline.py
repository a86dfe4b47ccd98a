"""From a page spec to a display list as one call, and what is kept between two calls.

    load → resolve → faces and picture sizes → compose → lower

Each stage is a pure function; a `Workshop` only keeps their results under keys that hold all they
depend on, so a page made twice is the same page, made faster.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from layout.diagnostics import Diagnostic, Place, Spot, StopError, error, info, warning
from layout.display.cut import CUT_HINT
from layout.display.items import Page
from layout.environment import Environment, Files
from layout.errors import BanxinError
from layout.faces.catalog import Catalog, OwnFace
from layout.flow.block import Materials
from layout.flow.columns.obstacles import stands_over
from layout.flow.compose import compose
from layout.flow.lower import Lowered, lower
from layout.flow.pictures.framing import cuts, settled
from layout.flow.placed import Carry, PlacedPage
from layout.flow.type.missing import told_once
from layout.flow.type.setter import MOST_TOKENS, Setter
from layout.inline.line import SetLine, SetParagraph
from layout.lending import lendings
from layout.ownfaces import by_role, check_faces, given_faces, idle_faces
from layout.pictures import MOST_KEPT, PictureStore
from layout.record import record, replace
from layout.spec.load import Sources, load_page
from layout.spec.model.checks import explained, over
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import RPage, RPicture, RStory, RText, pictures_of

if TYPE_CHECKING:
    from layout.jumps import Other, Rest

# A page with these is still drawn, so that the editor sees what does not fit; it is not good.
STILL_DRAWN: Final = frozenset(
    {
        "OVERSET",
        "LINE-WIDE",
        "DISPLAY-WIDE",
        "DISPLAY-HIGH",
        "PICTURE-ROOM",
        "PLACING",
        "FIT",
        "CROPPED",
        "JUMP-WAITS",
    }
)
NAMED: Final = 4  # pictures that a remark on several names
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
    rests: "tuple[Rest, ...]" = ()
    other_files: tuple[Path, ...] = ()  # of the pages that its stories come from

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
            for picture in pictures_of(block.content):
                if picture.stands_in or picture.source is None:
                    out.append(picture.source or block.id)
            if isinstance(block.content, RText) and block.content.stands_in:
                out.append(block.id)
            if isinstance(block.content, RStory) and block.content.stands_in:
                out.append(block.content.story.name)
        return tuple(out)


class Workshop:
    """What one run or one long session keeps: parsed files, opened faces, set paragraphs."""

    def __init__(
        self, *, picture_bytes: int = MOST_KEPT, most: int = MEMO_MOST, tokens: int = MOST_TOKENS
    ) -> None:
        self.memo: dict[Any, Any] = {}
        self._picture_bytes = picture_bytes
        self._most = most
        self._tokens = tokens
        self.paragraphs: dict[Any, SetParagraph] = {}
        self.lowered: dict[SetLine, Lowered] = {}
        self.underway: list[Path] = []
        self._setters: dict[tuple[tuple[str, tuple[OwnFace, ...]], ...], Setter] = {}
        self._stores: dict[Path, PictureStore] = {}

    def setter(self, own: dict[str, tuple[OwnFace, ...]]) -> Setter:
        """The setter for a set of the user's own faces."""
        key = tuple(sorted(own.items()))
        found = self._setters.get(key)
        if found is None:
            found = self._setters[key] = Setter(Catalog(own), self.paragraphs)
        return found

    def pictures(self, env: Environment) -> PictureStore:
        """The picture store of a project."""
        found = self._stores.get(env.root)
        if found is None:
            found = self._stores[env.root] = PictureStore(env, most=self._picture_bytes)
        return found

    def tidy(self) -> None:
        """Forget what a long session has heaped up."""
        for store in self._stores.values():
            store.tidy()
        if len(self.memo) > self._most:
            self.memo.clear()
        if max(len(self.paragraphs), len(self.lowered) // 16) > self._most:
            self.paragraphs.clear()
            self.lowered.clear()
            for setter in self._setters.values():
                setter.forget(self._tokens)


def compose_page(
    path: Path,
    workshop: Workshop,
    *,
    overrides: tuple[str, ...] = (),
    env: Environment | None = None,
) -> Composed:
    """The page of the spec at `path`. Raises `StopError` where the spec is at fault."""
    if not workshop.underway:  # nor while a page waits for another one that its stories come from
        workshop.tidy()
    env = env if env is not None else Files.around(path)
    sources = load_page(env, path, workshop.memo, overrides)
    resolved = resolve(env, sources)
    found: list[Diagnostic] = []
    given = given_faces(env, sources, found)
    setter = workshop.setter(by_role(given))
    found += check_faces(given, sources, setter.catalog)
    sizes, clear = _picture_sizes(resolved, workshop.pictures(env), found)
    if any(d.severity == "error" for d in found):
        raise StopError(found)
    resolved = settled(resolved, clear)
    found += idle_faces(given, resolved, setter.catalog)
    files: list[Path] = []  # of other pages
    materials = Materials(
        sizes=sizes,
        outlines=_outlines(resolved, workshop.pictures(env), found),
        carries=_carries(env, sources, resolved, workshop=workshop, files=files, found=found),
    )
    if any(d.severity == "error" and d.code not in STILL_DRAWN for d in found):
        raise StopError(dict.fromkeys(found))
    placed = compose(resolved, setter, materials)
    page = lower(resolved, placed, workshop.lowered)
    return Composed(
        page=page,
        resolved=resolved,
        sources=sources,
        catalog=setter.catalog,
        environment=env,
        diagnostics=(
            *found,
            *resolved.remarks,
            *_stories(resolved),
            *told_once(placed.diagnostics),
            *_cropped(sources, resolved, page),
            *lendings(placed, resolved, given, setter.catalog),
        ),
        rests=_rests(resolved, placed),
        other_files=tuple(files),
    )


def _carries(
    env: Environment,
    sources: Sources,
    page: RPage,
    *,
    workshop: Workshop,
    files: list[Path],
    found: list[Diagnostic],
) -> dict[str, Carry]:
    """Where the stories begin that other pages have begun; what those pages are made of is added to
    `files`."""
    if not any(
        isinstance(b.content, RStory) and (b.content.jump_to or b.content.jump_from)
        for b in page.blocks
    ):
        return {}
    from layout.jumps import Other, carries  # most pages have no story that jumps

    def make(path: Path, place: Place) -> Other:
        if path in workshop.underway:
            chain = " → ".join(p.name for p in [*workshop.underway, path])
            raise StopError([error("JUMP-CYCLE", f"stories jump in a circle: {chain}", place)])
        return _other_page(path, workshop, env, files)

    workshop.underway.append(sources.path.resolve())
    try:
        out, said = carries(env, sources, page, workshop.memo, make)
    finally:
        workshop.underway.pop()
    found += said
    return out


def _other_page(path: Path, workshop: Workshop, env: Environment, files: list[Path]) -> "Other":
    """Another page as far as its jumping stories go: what cannot move them is not made up.

    The files it is made of are added to `files`.
    """
    from layout.jumps import Other

    files.append(path)
    sources = load_page(env, path, workshop.memo)
    files += sources.files
    resolved = resolve(env, sources)
    found: list[Diagnostic] = []
    setter = workshop.setter(by_role(given_faces(env, sources, found)))
    page = _jumping_part(resolved)
    store = workshop.pictures(env)
    wanted = any(isinstance(b.content, RPicture) for b in page.blocks)
    sizes: dict[str, tuple[int, int]] = {}
    if wanted:
        sizes, clear = _picture_sizes(page, store, found)
        page = settled(page, clear)
    materials = Materials(
        sizes=sizes,
        outlines=_outlines(page, store, found) if wanted else {},
        carries=_carries(env, sources, page, workshop=workshop, files=files, found=found),
    )
    if any(d.severity == "error" for d in found):
        raise StopError(dict.fromkeys(found))
    return Other(name=page.name, rests=_rests(page, compose(page, setter, materials)))


def _jumping_part(page: RPage) -> RPage:
    """A page without what has no part in where its jumping stories end."""
    if page.groups or any(b.fit is not None for b in page.blocks):
        return page  # heights depend on one another
    stories = [
        b for b in page.blocks if isinstance(b.content, RStory) and b.content.jump_to is not None
    ]
    ids = {b.id for b in stories}
    kept = tuple(
        b
        for b in page.blocks
        if b.id in ids
        or (
            b.wrap is not None
            and (
                b.host in ids
                if b.host
                else any(stands_over(b, area) for s in stories for area in s.areas)
            )
        )
    )
    return replace(page, blocks=kept, header=None)


def _rests(page: RPage, placed: PlacedPage) -> "tuple[Rest, ...]":
    """What the page leaves of its stories to others."""
    jumping = {
        b.id: b.content
        for b in page.blocks
        if isinstance(b.content, RStory) and b.content.jump_to is not None
    }
    if not jumping:
        return ()
    from layout.jumps import Rest

    out = []
    for block in placed.blocks:
        story = jumping.get(block.id)
        if story is not None and story.jump_to is not None:
            out.append(
                Rest(
                    block=block.id, story=story.story.name, page=story.jump_to.page,
                    carry=block.rest,
                )
            )  # fmt: skip
    return tuple(out)


def _outlines(
    page: RPage, store: PictureStore, found: list[Diagnostic]
) -> dict[str, tuple[tuple[float, float], ...]]:
    """The outlines of the pictures that text runs round, in parts of their width and height."""
    out: dict[str, tuple[tuple[float, float], ...]] = {}
    for block in page.blocks:
        content = block.content
        wrap = block.wrap
        if wrap is None or wrap.shape != "outline" or not isinstance(content, RPicture):
            continue
        if content.source is None or content.source in out:
            continue
        try:
            facts = store.info(content.source)
            width, height = block.rect.width, block.rect.width * facts.height / facts.width
            polygon = store.outline(content.source, width, height)
            out[content.source] = tuple((x / width, y / height) for x, y in polygon)
        except BanxinError as exc:
            found.append(error("WRAP", str(exc), block.place))
    return out


def _picture_sizes(
    page: RPage, store: PictureStore, found: list[Diagnostic]
) -> tuple[dict[str, tuple[int, int]], set[str]]:
    """Pixels of every picture the page shows, and which of them have transparent parts."""
    sizes: dict[str, tuple[int, int]] = {}
    clear: set[str] = set()
    noted: dict[str, dict[str, Place]] = {}
    shown = [(p.source, p.place or b.place) for b in page.blocks for p in pictures_of(b.content)]
    for source, place in dict.fromkeys(shown):
        if source is None:
            continue
        try:
            facts = store.info(source)
            sizes[source] = (facts.width, facts.height)
            made = store.press(source)
            if made.mask is not None:
                clear.add(source)
            if made.note:
                noted.setdefault(made.note, {}).setdefault(source, place)
            if facts.frames > 1:
                message = f"{source} holds {facts.frames} pictures; the first of them is shown"
                found.append(warning("PICTURE-FRAMES", message, place))
        except BanxinError as exc:
            told = str(exc)
            message = told if told.startswith(source) else f"{source}: {told}"
            found.append(error("PICTURE", message, place))
    for note, sources in noted.items():
        names = list(sources)
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        said = f"{', '.join(names[:NAMED])}{more}: {note}"
        found.append(info("PICTURE-INKS", said, sources[names[0]]))
    return sizes, clear


def _cropped(sources: Sources, resolved: RPage, page: Page) -> Iterator[Diagnostic]:
    """What is cut off of its pictures, by the thresholds of its checks, less what is explained."""
    found = cuts(resolved, page.items)
    if not found:
        return
    given = sources.page.checks
    rules = over(sources.edition.checks, given).cropped
    severity = rules.severity or "warning"
    meant = [a for a in given.accept if a.check == "CROPPED"] if given is not None else []
    for cut in found:
        message = cut.message(rules.area)
        about = (cut.block, cut.picture.source)
        if (
            cut.share > rules.area
            and severity != "skip"
            and not any(explained(a.at, about, message) for a in meant)
        ):
            said = warning("CROPPED", message, cut.place, CUT_HINT)
            own = "info" if cut.picture.stands_in else severity
            yield replace(said, severity=own, spot=Spot(page.name, cut.picture.rect))


def _stories(page: RPage) -> Iterator[Diagnostic]:
    for block in page.blocks:
        if isinstance(block.content, RText) and block.content.stands_in:
            message = f'the words of "{block.id}" stand in for the true ones'
            yield warning("STANDS-IN", message, block.place)
        if isinstance(block.content, RStory):
            for picture in pictures_of(block.content):  # behind its headline
                if picture.stands_in:
                    message = f"{picture.source} stands in for the picture"
                    yield warning("STANDS-IN", message, picture.place or block.place)
            if block.content.stands_in:
                yield warning(
                    "STANDS-IN",
                    f"the text of {block.content.story.name} stands in for the true one",
                    block.place,
                )
