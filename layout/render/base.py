"""What every renderer is given and what it must answer: the seam between layout and output.

A backend turns finished pages into one file. It never measures text and never breaks a line; what
it needs besides the display list (outlines, pictures) it asks of `Resources`.
"""

from collections.abc import Sequence
from typing import Protocol

from layout.diagnostics import Diagnostic
from layout.display.items import GlyphRun, Page
from layout.environment import Environment
from layout.errors import BanxinError
from layout.faces.face import Face
from layout.pictures import PictureStore
from layout.record import record
from layout.words.said import said


class RenderError(BanxinError):
    """A page that a backend cannot draw, with the reason.

    `source` is the picture of which it is, by the name that the page has for it, where it is of
    one.
    """

    source: str = ""


class FaceSource(Protocol):
    """Where a backend finds the face that a glyph run names; `Catalog` is one."""

    def by_key(self, key: str) -> Face:
        """The opened face; KeyError when there is none."""


@record
class Resources:
    """What pages refer to by name. Share one between renderings: pictures are kept decoded."""

    catalog: FaceSource
    environment: Environment
    pictures: PictureStore

    @classmethod
    def of(cls, catalog: FaceSource, environment: Environment) -> "Resources":
        """Resources with an empty picture store of their own."""
        return cls(catalog=catalog, environment=environment, pictures=PictureStore(environment))

    def face(self, key: str) -> Face:
        """The face of a glyph run. Raises `RenderError` for a key that was never opened."""
        try:
            return self.catalog.by_key(key)
        except KeyError:
            raise RenderError(said("part.render-face", face=key)) from None


class Backend(Protocol):
    """A renderer. The same pages and resources give the same bytes."""

    @property
    def name(self) -> str:
        """As it is chosen on the command line."""

    @property
    def suffix(self) -> str:
        """Of the files it makes, with the dot."""

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """Diagnostics of the last rendering: what its libraries warned of."""

    def render(self, pages: Sequence[Page], resources: Resources) -> bytes:
        """One file that holds the pages in order. Raises `BanxinError`."""


def glyph_texts(run: GlyphRun) -> Sequence[str]:
    """The characters each glyph of a run stands for; together they are exactly its text.

    Where several glyphs make one character the last of them has it and the others have none.
    Raises `RenderError` when the clusters do not rise from left to right.
    """
    text, clusters = run.text, run.clusters
    count = len(clusters)
    if count == len(text) and clusters == tuple(range(count)):
        return text  # a character is its own text
    if count == 0:
        return ()
    ends = (*clusters[1:], len(text))
    starts = (0, *clusters[1:])
    pieces = tuple(text[a:b] for a, b in zip(starts, ends, strict=True))
    if "".join(pieces) != text or count != len(run.glyphs):
        raise RenderError(said("part.render-clusters", text=repr(text)))
    return pieces
