"""Makes the pages of a proof: one session, used by the worker's thread alone."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from layout.api import ComposedPage, Session
from layout.diagnostics import Diagnostic, StopError, error
from layout.errors import BanxinError
from layout.preview.about import Digests, Paths, aspect_of
from layout.preview.overlays import drawn_layers
from layout.preview.state import (
    Aspect,
    DrawnLayer,
    PageState,
    Told,
    defect,
    worst_told,
)
from layout.record import replace
from layout.words.said import Language

if TYPE_CHECKING:
    from layout.pictures.facts import ScreenPicture

MOST_OUTLINES: Final = 40_000
"""Outlines kept, some 8 MB; then all are let go and the pages in view drawn anew."""


class Maker:
    """Makes pages and all that is made of them."""

    def __init__(self) -> None:
        self.session = Session()
        self._digests = Digests()
        self._paths = Paths()

    def renew(self) -> None:
        """Begin anew: with faces that have changed."""
        self.session = Session()

    def made(self, state: PageState) -> PageState:
        """A page as its files are now. Where they are at fault the last good page stays."""
        begun = time.perf_counter()
        if len(self.session.scenes.outlines) > MOST_OUTLINES:
            self.session.scenes.forget()
        try:
            page = self.session.page(state.spec)
            if not page.drawable:
                return _faulty(state, page.diagnostics)
            resources = self.session.resources(page)
            scene = self.session.scenes.scene(page.display, resources, state.key)
            symbols = self.session.scenes.outlines.drawn(scene.names)
            aspect = aspect_of(page, scene, symbols, self._digests, self._paths)
        except StopError as stop:
            return _faulty(state, stop.diagnostics)
        except BanxinError as exc:
            return _faulty(state, (error("BUILD.fault", file=state.spec.name, why=exc.args[0]),))
        except Exception as exc:  # a defect must not end the proof: the next state may be good
            return _faulty(state, (defect(state.spec, exc),))
        made_ms = (time.perf_counter() - begun) * 1000
        return _good(state, page, aspect, made_ms)

    def laid(
        self, state: PageState, wanted: Iterable[tuple[Language, str]], corrections: Path
    ) -> dict[tuple[Language, str], DrawnLayer]:
        """Overlays of a page as SVG, as `drawn_layers` has them."""
        if state.page is None:
            return {}
        told = [one.found for one in worst_told(state.told)]
        return drawn_layers(self.session, state.page, told, wanted, corrections)

    def told(self, state: PageState) -> tuple[Told, ...]:
        """What stands on a page as it was just made: what composing has said, and what checks have
        said of it before, each with its place on the page."""
        if state.page is None:
            return ()
        told = [Told(found=found, source="compose") for found in state.page.diagnostics]
        told += [replace(one, old=True) for one in state.told if one.source != "compose"]
        return self.placed(state.page, told)

    def placed(self, page: ComposedPage, told: Iterable[Told]) -> tuple[Told, ...]:
        """Findings with their places on the page."""
        from layout.proof.locate import numbered

        given = tuple(told)
        places = numbered(page, [one.found for one in given])
        return tuple(
            replace(one, rect=place.rect) for one, place in zip(given, places, strict=True)
        )

    def picture(self, key: str, state: PageState) -> "ScreenPicture | None":
        """The picture behind an address of the scene of a page. Raises `BanxinError`."""
        if state.page is None:
            return None
        return self.session.scenes.picture(key, self.session.resources(state.page))


def _faulty(state: PageState, found: tuple[Diagnostic, ...]) -> PageState:
    """A page whose newest state cannot be shown."""
    from layout.preview.naming import named  # loaded where something fails

    first = [one for one in found if one.severity == "error"]
    fault = tuple(first or found)
    return replace(state, fault=fault, named=named(fault, state.spec))


def _good(state: PageState, page: ComposedPage, aspect: Aspect, made_ms: float) -> PageState:
    old = state.aspect
    same = old is not None and old == aspect
    facing = page.composed.resolved.facing
    return replace(
        state,
        name=page.name,
        title=page.display.title,
        date=page.display.date,
        facing=facing.names if facing is not None else None,
        rev=state.rev if same else state.rev + 1,
        page=page,
        aspect=old if same else aspect,
        before=state.before if same or not _seen(old, aspect) else old,
        fault=(),
        named=(),
        made_ms=made_ms,
        layers=state.layers if same else {},
    )


def _seen(old: Aspect | None, new: Aspect) -> bool:
    """Whether a page looks otherwise than before."""
    return old is not None and old.scene.digest != new.scene.digest
