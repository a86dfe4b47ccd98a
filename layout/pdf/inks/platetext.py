"""One stream of operators on its way to all plates: what each of them has of it so far."""

from decimal import Decimal
from typing import Any, NamedTuple, Protocol

import pikepdf

from layout.pdf.document import PdfDocument
from layout.pdf.inks.samples import Pixels, Separated
from layout.pdf.inks.states import InkState
from layout.pdf.layers import Layers
from layout.pdf.objects import Obj
from layout.pdf.resources import Store
from layout.pdf.spaces import ColorSpace
from layout.words.said import Said

Content = dict[str, tuple[bytes, pikepdf.Dictionary]]
"""Operators and resources for each ink."""


class Tile(NamedTuple):
    """A pattern of each ink, and the inks of which there is anything in it."""

    plates: dict[str, Any]
    lays: frozenset[str]


class Host(Protocol):
    """The page that a stream belongs to: what its streams share, and what they find out."""

    document: PdfDocument
    inks: tuple[str, ...]
    out: pikepdf.Pdf
    pixels: Pixels
    finest: int
    store: Store
    layers: Layers
    laid: set[str]
    recent: set[str]

    def carried(self, obj: Any) -> Any:
        """An object of the page's file in `out`."""

    def tell(self, what: Said) -> None:
        """Keep what is not measured."""

    def picture(self, image: Any, space: ColorSpace | None) -> Separated | None:
        """A picture ink by ink; None, and told, where it cannot be."""

    def form(self, obj: Any, resources: Obj, state: InkState) -> dict[str, Any]:
        """A form XObject for each ink."""

    def tile(self, obj: Any, resources: Obj) -> Tile:
        """A tiling pattern for each ink, and what it lays."""


class PlateText:
    """What is written on each plate of one stream, with the resources that it names."""

    def __init__(self, host: Host, resources: Obj, state: InkState) -> None:
        self.on = host
        self.resources = resources
        self.state = state
        self.saved: list[InkState] = []
        self.parts: dict[str, list[bytes]] = {ink: [] for ink in host.inks}
        self.waiting: list[Any] = []
        self.entries: dict[str, dict[str, dict[str, Any]]] = {ink: {} for ink in host.inks}
        self.names: dict[object, str] = {}
        self.hidden: list[bool] = []

    def flush(self) -> None:
        """Give every plate what is the same for all."""
        if self.waiting:
            data = pikepdf.unparse_content_stream(self.waiting)
            for part in self.parts.values():
                part.append(data)
            self.waiting = []

    def put(self, ink: str, text: str) -> None:
        """Write on one plate."""
        self.parts[ink].append(text.encode("latin-1"))

    def finish(self, *, begin: bool) -> Content:
        """What every plate has."""
        self.flush()
        out: Content = {}
        for ink, parts in self.parts.items():
            head = _start(ink) if begin else b""
            resources = pikepdf.Dictionary()
            for kind, found in self.entries[ink].items():
                resources[f"/{kind}"] = pikepdf.Dictionary(
                    {f"/{word}": one for word, one in found.items()}
                )
            out[ink] = (b"\n".join((head, *parts)), resources)
        return out

    def add(self, ink: str, kind: str, word: str, obj: Any) -> None:
        """An entry of a plate's resources."""
        self.entries[ink].setdefault(kind, {})[word] = obj

    def named(self, key: object) -> str:
        """A name of this stream's own."""
        return self.names.setdefault(key, f"B{len(self.names)}")

    @property
    def off(self) -> bool:
        """Whether a layer that is not shown is being drawn."""
        return any(self.hidden)


def _start(ink: str) -> bytes:
    grey = b"0" if ink == "Black" else b"1"
    return grey + b" g " + grey + b" G"


def grey(amount: float) -> str:
    return f"{1.0 - amount:.4f}".rstrip("0").rstrip(".") or "0"


def decimal(number_: float) -> Decimal:
    return Decimal(f"{number_:.6f}")
