"""From a page spec to a display list as one call, and what is kept between two calls.

    load → resolve → faces and pictures → compose → lower

Each stage is a pure function; a `Workshop` only keeps their results under keys that hold all they
depend on, so a page made twice is the same page, made faster.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from layout.called import names_of, told_by_name
from layout.diagnostics import Diagnostic, Spot, StopError, names_it, warning
from layout.display.items import Page
from layout.environment import Environment, Files
from layout.faces.catalog import Catalog
from layout.flow.compose import compose
from layout.flow.lower import lower
from layout.flow.pictures.framing import cuts, over_one_another
from layout.flow.placed import Carry
from layout.flow.type.missing import told_once
from layout.lending import lendings
from layout.materials import art_of, brought_down, with_outlines, with_pixels
from layout.ownfaces import by_role, check_faces, given_faces, idle_faces
from layout.pdf.art import PlacedForm
from layout.record import field, record, replace
from layout.spec.load import Sources, load_page
from layout.spec.model.checks import over
from layout.spec.resolve.defaults import NAMES
from layout.spec.resolve.page import resolve
from layout.spec.resolve.resolved import (
    RMasthead,
    RPage,
    RStory,
    RTable,
    RText,
    pictures_of,
)
from layout.words.said import LANGUAGES, Said
from layout.workshop import Workshop

# A page with these is still drawn, so that the editor sees what does not fit; it is not good.
STILL_DRAWN: Final = frozenset(
    {
        "OVERSET",
        "LINE-WIDE",
        "DISPLAY-WIDE",
        "DISPLAY-HIGH",
        "PICTURE-ROOM",
        "TABLE-DEEP",
        "TABLE-WIDE",
        "PLACING",
        "FIT",
        "CROPPED",
        "CODE-ROOM",
        "JUMP-WAITS",
    }
)


@record
class Composed:
    """A page made up: its display list, what it came from, and its diagnostics."""

    page: Page
    resolved: RPage
    sources: Sources
    catalog: Catalog
    environment: Environment
    diagnostics: tuple[Diagnostic, ...]
    other_files: tuple[Path, ...] = ()  # of the pages that its stories come from
    art: Mapping[str, PlacedForm] = field(
        default_factory=dict
    )  # vector, by the source of its picture

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
            if isinstance(block.content, RText | RTable | RMasthead) and block.content.stands_in:
                out.append(block.id)
            if isinstance(block.content, RStory) and block.content.stands_in:
                out.append(block.content.story.name)
        return tuple(out)


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
    sources = load_page(env, path, workshop.memo, overrides, NAMES)
    resolved = resolve(env, sources, workshop.last)
    found: list[Diagnostic] = []
    given = given_faces(env, sources, found)
    setter = workshop.setter(by_role(given))
    found += check_faces(given, sources, setter.catalog)
    store = workshop.pictures(env)
    resolved = with_pixels(resolved, store, found)
    if any(d.severity == "error" for d in found):
        raise StopError(found)
    found += idle_faces(given, resolved, setter.catalog)
    resolved = with_outlines(resolved, store, found)
    files: list[Path] = []  # of other pages
    carries: dict[str, Carry] = {}
    jumping = any(
        isinstance(b.content, RStory) and (b.content.jump_to or b.content.jump_from)
        for b in resolved.blocks
    )
    if jumping:
        from layout import jumps  # most pages have no story that jumps

        carries = jumps.carries(env, sources, resolved, workshop, files=files, found=found)
    if any(d.severity == "error" and d.code not in STILL_DRAWN for d in found):
        raise StopError(dict.fromkeys(found))
    placed = compose(resolved, setter, carries)
    page = lower(resolved, placed, workshop.lowered, workshop.last)
    told = (
        *found,
        *resolved.remarks,
        *_stories(resolved),
        *told_once(placed.diagnostics),
        *_cropped(sources, resolved, page),
        *_covered(resolved, page),
        *brought_down(resolved, page),
        *lendings(placed, resolved, given, setter.catalog, workshop.last),
    )
    return Composed(
        page=page,
        resolved=resolved,
        sources=sources,
        catalog=setter.catalog,
        environment=env,
        diagnostics=told_by_name(told, names_of(resolved)) if told else (),
        other_files=tuple(files),
        art=art_of(resolved, store),
    )


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
        most = cut.most(rules.area)
        told = cut.told(most)
        about = (cut.block, cut.picture.source)
        if (
            cut.share > most
            and severity != "skip"
            and not any(_means(a.at, about, told) for a in meant)
        ):
            one = warning(told, cut.place)
            own = "info" if cut.picture.stands_in else severity
            yield replace(one, severity=own, spot=Spot(page.name, cut.picture.rect))


def _covered(page: RPage, drawn: Page) -> Iterator[Diagnostic]:
    """What is covered on purpose; few pages have anything that is."""
    if next(over_one_another(page), None) is None:
        return
    from layout.flow.pictures.covering import covered

    yield from covered(page, drawn.items)


def _means(at: str, about: Iterable[str], told: Said) -> bool:
    """Whether an acceptance at `at` takes what is told, by its words in any language at last."""
    return names_it(at, about, told) or any(at in told.words(lang) for lang in LANGUAGES)


def _stories(page: RPage) -> Iterator[Diagnostic]:
    for block in page.blocks:
        if isinstance(block.content, RText | RTable | RMasthead) and block.content.stands_in:
            yield warning("STANDS-IN.words", block.place, block=block.id)
        if isinstance(block.content, RStory):
            for picture in pictures_of(block.content):  # behind its headline
                if picture.stands_in:
                    place = picture.place or block.place
                    yield warning("STANDS-IN.picture", place, file=picture.source or "")
            if block.content.stands_in:
                yield warning("STANDS-IN.text", block.place, story=block.content.story.name)
