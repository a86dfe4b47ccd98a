"""Page content rewritten in grey, once for each ink: what a plate shows of it.

A colour becomes the grey of its amount of the ink; a colour that has nothing of it becomes white,
which knocks out what lies under it. Where overprint says that a plate is not touched, the operator
that paints is taken off it, and nothing else: a path stays a clip, text moves on. All inks are
written in one passage, since most operators are the same for every plate.
"""

import warnings
from collections.abc import Sequence
from typing import Any, Final

import pikepdf

from layout.pdf.document import PdfDocument
from layout.pdf.inks.painting import Painting
from layout.pdf.inks.platetext import Content, Tile, decimal
from layout.pdf.inks.samples import (
    Pixels,
    Separated,
    UnmeasuredError,
    separated_picture,
)
from layout.pdf.inks.states import InkState
from layout.pdf.layers import Layers
from layout.pdf.limits import Budget, LimitError, over
from layout.pdf.objects import (
    FAULTS,
    Obj,
    flag,
    get,
    integer,
    is_dict,
    number,
    numbers,
    reference,
)
from layout.pdf.resources import Store
from layout.pdf.spaces import ColorSpace
from layout.pdf.streams import UnreadStreamError, decoded
from layout.words.said import Said, said

DEEPEST: Final = 24
MOST_DRAWN: Final = 1_000_000
"""Operators that a page draws, those of a form as often as it is called. A page of an atlas may
have some hundred thousand."""


class Separator:
    """Rewrites the content of one page into `out`. `missed` is what it could not put apart, `laid`
    the inks of which anything was painted."""

    def __init__(
        self,
        document: PdfDocument,
        inks: Sequence[str],
        out: pikepdf.Pdf,
        pixels: Pixels,
        finest: int,
    ) -> None:
        self.document = document
        self.inks = tuple(inks)
        self.out = out
        self.pixels = pixels
        self.finest = finest
        self.store = Store()
        self.layers = Layers(document.root)
        self.budget = Budget(document.limits)
        self.missed: dict[Said, None] = {}
        self.laid: set[str] = set()
        self.recent: set[str] = set()  # of the pattern that is being read
        self._tiles: dict[object, Tile] = {}
        self._carried: dict[tuple[int, int], Any] = {}
        self._pictures: dict[tuple[int, int], Separated | None] = {}
        self._forms: dict[object, tuple[dict[str, Any], int]] = {}
        self._drawn = 0
        self._within: list[tuple[int, int]] = []

    def carried(self, obj: Any) -> Any:
        """An object of the page's file in `out`."""
        if not isinstance(obj, pikepdf.Object) or not isinstance(
            obj, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream
        ):
            return obj
        source = obj if obj.is_indirect else self.document.pdf.make_indirect(obj)
        key = source.objgen
        if key not in self._carried:
            self._carried[key] = self.out.copy_foreign(source)
        return self._carried[key]

    def tell(self, what: Said) -> None:
        """Keep what is not measured."""
        self.missed[what] = None

    def content(
        self, data: bytes, resources: Obj, state: InkState, *, begin: bool = False
    ) -> Content:
        """Operators rewritten for each ink; where they `begin` a page, in its first colour.

        Raises `LimitError`.
        """
        run = Painting(self, resources, state)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")  # pikepdf warns of content that ends too early
            try:
                stream = pikepdf.Stream(self.document.pdf, data)
                found = pikepdf.parse_content_stream(stream)
            except FAULTS:
                self.tell(said("part.plates-unread"))
                found = []
        if warned:
            self.tell(said("part.plates-unread"))
        self._draw(len(found))
        for one in found:
            run.take(one)
        return run.finish(begin=begin)

    def bytes_of(self, stream: Obj) -> bytes:
        """The operators of a stream; what cannot be read is told."""
        try:
            data = decoded(stream, self.document.limits.content)
        except UnreadStreamError:
            self.tell(said("part.plates-unread"))
            return b""
        self.budget.spend("content", len(data))
        return data

    def picture(self, image: Any, space: ColorSpace | None) -> Separated | None:
        """A picture ink by ink; None, and told, where it cannot be."""
        key = image.objgen
        if key != (0, 0) and key in self._pictures:
            return self._pictures[key]
        made: Separated | None = None
        try:
            made = separated_picture(image, space, self)
            if made.guessed:
                self.tell(said("part.plates-rgb"))
        except UnmeasuredError as exc:
            self.tell(exc.why)
        if key != (0, 0):
            self._pictures[key] = made
        return made

    def form(self, obj: Any, resources: Obj, state: InkState) -> dict[str, Any]:
        """A form XObject for each ink."""
        key = (obj.objgen, state.key, frozenset(self.laid), reference(resources))
        if key in self._forms:
            made, weight = self._forms[key]
            self._draw(weight)
            return made
        if obj.objgen in self._within or len(self._within) > DEEPEST:
            self.tell(said("part.plates-unread"))
            return {}
        self._within.append(obj.objgen)
        own = get(obj, "/Resources")
        inner = state.copy()
        group = get(obj, "/Group")
        if is_dict(group):
            inner.blend = "Normal"  # ISO 32000-1, 11.6.6: what a group begins with
            if flag(get(group, "/K")):
                inner.group = "K"
            elif flag(get(group, "/I")):
                inner.group = "I"
        before = self._drawn
        content = self.content(self.bytes_of(obj), own if is_dict(own) else resources, inner)
        self._within.pop()
        made = {ink: self._stream(obj, *parts) for ink, parts in content.items()}
        self._forms[key] = made, self._drawn - before
        return made

    def _draw(self, operators: int) -> None:
        """So many more are drawn. Raises `LimitError` where they are too many."""
        self._drawn += operators
        if self._drawn > MOST_DRAWN:
            raise LimitError(over("operators", MOST_DRAWN))

    def _stream(self, obj: Any, data: bytes, resources: pikepdf.Dictionary) -> Any:
        """A form or tile of `out` with the geometry of another one."""
        made = pikepdf.Stream(self.out, data)
        for key in ("/Type", "/Subtype", "/FormType", "/PatternType", "/TilingType"):
            if get(obj, key) is not None:
                made[key] = obj[key]
        for key in ("/BBox", "/Matrix"):
            found = numbers(get(obj, key))
            if found:
                made[key] = pikepdf.Array([decimal(v) for v in found])
        for key in ("/XStep", "/YStep"):
            step = number(get(obj, key))
            if step is not None:
                made[key] = decimal(step)
        group = get(obj, "/Group")
        if is_dict(group):
            made.Group = grey_group(group)
        made.Resources = resources
        return self.out.make_indirect(made)

    def tile(self, obj: Any, resources: Obj) -> Tile:
        """A tiling pattern for each ink, and what it lays; one without colours serves all inks."""
        if integer(get(obj, "/PaintType")) == 2:
            return Tile(dict.fromkeys(self.inks, self.carried(obj)), frozenset())
        key = (obj.objgen, frozenset(self.laid), reference(resources))
        if key in self._tiles:
            return self._tiles[key]
        if obj.objgen in self._within or len(self._within) > DEEPEST:
            self.tell(said("part.plates-unread"))
            return Tile({}, frozenset())
        outer, self.recent = self.recent, set()
        self._within.append(obj.objgen)
        own = get(obj, "/Resources")
        inner = own if is_dict(own) else resources
        made = {}
        for ink, parts in self.content(self.bytes_of(obj), inner, InkState(), begin=True).items():
            made[ink] = self._stream(obj, *parts)
            made[ink].PaintType = 1
        self._within.pop()
        tile = self._tiles[key] = Tile(made, frozenset(self.recent))
        self.recent |= outer
        return tile


def grey_group(group: Obj) -> pikepdf.Dictionary:
    """A transparency group that mixes in grey."""
    made = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray)
    for key in ("/I", "/K"):
        if isinstance(flag(get(group, key)), bool):
            made[key] = bool(flag(get(group, key)))
    return made
