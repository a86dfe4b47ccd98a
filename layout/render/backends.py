"""The renderers by name, and the faces they may ask for."""

from typing import TYPE_CHECKING, Final

from layout.diagnostics import StopError, did_you_mean, error
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.render.base import Backend

if TYPE_CHECKING:
    from layout.render.press.flatten import Ground

RENDERERS: Final = ("press", "weasyprint")


class SessionFaces:
    """The faces of all the catalogues that a session's pages were set with."""

    def __init__(self) -> None:
        self._catalogs: list[Catalog] = []

    def add(self, catalog: Catalog) -> None:
        """Let the faces of a catalogue be found."""
        if all(known is not catalog for known in self._catalogs):
            self._catalogs.append(catalog)

    def by_key(self, key: str) -> Face:
        """The opened face; KeyError when there is none."""
        for catalog in self._catalogs:
            try:
                return catalog.by_key(key)
            except KeyError:
                continue
        raise KeyError(key)


def make_backend(name: str, *, lasting: bool, ground: "Ground | None" = None) -> Backend:
    """A renderer; each is loaded only when it is asked for. Raises `StopError`.

    With `lasting` false it keeps little of the pages it has made. `ground` draws what lies under a
    see-through picture, where a press file may have none.
    """
    if name == "press":
        from layout.render.press.cache import PressCache
        from layout.render.press.document import PressBackend

        return PressBackend(PressCache(lasting=lasting), ground)
    if name == "weasyprint":
        from layout.render.weasy_pdf import WeasyBackend

        return WeasyBackend()
    if name == "facsimile":
        from layout.render.facsimile import FacsimileBackend

        return FacsimileBackend()
    raise StopError([error("RENDERER.unknown", name=name, hint=did_you_mean(name, RENDERERS))])
