"""Pictures and groups of pictures resolved: their files, their captions, where these stand."""

from typing import Final

from layout.color import BLACK, Color
from layout.diagnostics import Diagnostic, error, warning
from layout.environment import Environment, MissingPathError, PathError
from layout.geometry import Rect
from layout.pictures.artwork import named, parted
from layout.record import record
from layout.spec.load import Sources, bad_path, no_such_file
from layout.spec.model.furniture import CaptionedBlock, PictureBlock, PictureItem, PicturesBlock
from layout.spec.model.rule import Keyline
from layout.spec.reader.kinds import Name
from layout.spec.reader.lengths import Length
from layout.spec.resolve.defaults import THIN, Rule, RuleStyle
from layout.spec.resolve.resolved import Framing, ROver, RPicture, RPictures, StyledText
from layout.spec.resolve.rule import TWO_INKS_PT, inks_of
from layout.spec.resolve.sheet import Sheet
from layout.spec.resolve.style import Styles
from layout.spec.resolve.texts import styled
from layout.units import fits, mm
from layout.words.said import said

GROUP_GAP_ZI: Final = 0.5
OVER_SHARE: Final = 40.0
OVER_EDGE: Final = mm(1.0)
_OVER: Final = ("corner", "width", "out", "beyond", "edge")
"""Keys of a picture that stands over the first one of its group."""
_POINTS: Final = {"below": "▲", "above": "▼", "left": "▶", "right": "◀", "inside": ""}
"""The mark of a caption, by where it stands to its picture: it points to it."""
SIDE_CAPTION_ZI: Final = 9.0
"""Measure of a caption beside its picture: the least that sets without holes."""
STACKED: Final = ("below", "above")
SIDES: Final = ("left", "right")
SHARES: Final = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
"""Of the white beside a picture, what lies to its left or above it."""
_AT: Final = {
    "below": "part.below", "above": "part.above", "left": "part.left", "right": "part.right",
    "inside": "part.inside",
}  # fmt: skip
"""Where a caption stands, with the keys of the words for it."""
_GROUPS: Final = {
    "row": "part.row", "column": "part.column", "mosaic": "part.mosaic", "overlap": "part.overlap",
}  # fmt: skip
"""Groups of pictures that are no grid, with the keys of the words for them."""


@record
class Pictured:
    """Resolves blocks of pictures; faults are gathered, never raised."""

    env: Environment
    sources: Sources
    sheet: Sheet
    styles: Styles
    faults: list[Diagnostic]

    def of(self, block: PictureBlock | PicturesBlock, inner: Rect | None) -> RPicture | RPictures:
        """A block of one picture or of several, in the room `inner`."""
        if isinstance(block, PictureBlock):
            return self.picture(block, inner)
        return self.pictures(block, inner)

    def picture(self, block: PictureBlock, inner: Rect | None) -> RPicture:
        """A block of one picture, in the room `inner`."""
        self._check(block, inner)
        return RPicture(
            source=self.source(block.picture) if block.picture is not None else None,
            caption=self._words(block, "caption", _mark(block.caption_mark, block.caption_at)),
            credit=self._words(block, "credit"),
            caption_lines=block.caption_lines,
            keyline=self._keyline(block.keyline),
            corners=self._corners(block),
            focus=(block.focus[0], block.focus[1]),
            framing=self._framing(block, _fit_of(block)),
            advert=block.advert,
            stands_in=block.stands_in,
            place=block.places.get("picture"),
            caption_at=block.caption_at,
            caption_width=self._width(block),
            caption_fill=self._fill(block),
            credit_at=block.credit_at,
        )

    def pictures(self, block: PicturesBlock, inner: Rect | None) -> RPictures:
        """A block of several pictures, in the room `inner`."""
        self._check(block, inner)
        if block.caption_at == "inside":
            place = block.places["caption_at"]
            self.faults.append(error("CAPTION.group-inside", place, path="caption_at"))
        if "columns" in block.places and block.arrange != "grid":
            told = said("CAPTION.no-columns", path="columns", arrange=said(_GROUPS[block.arrange]))
            self.faults.append(error(told, block.places["columns"]))
        if block.arrange == "overlap" and block.captions == "own":
            place = block.places["captions"]
            self.faults.append(error("CAPTION.overlap", place, path="captions"))
        captions = block.captions or ("together" if block.arrange == "overlap" else "own")
        together = captions != "own"
        signed = together or block.caption_mark is None
        own_mark = "" if signed else _mark(block.caption_mark, block.caption_at)
        return RPictures(
            pictures=tuple(
                self._item(block, item, number, together=together)
                for number, item in enumerate(block.pictures)
            ),
            captions=captions,
            arrange=block.arrange,
            columns=min(block.columns, len(block.pictures)),
            sizes=block.sizes,
            gap=self.sheet.points(block.gap)
            if block.gap is not None
            else GROUP_GAP_ZI * self.sheet.body_size,
            caption=self._words(block, "caption", own_mark),
            credit=self._words(block, "credit"),
            caption_lines=block.caption_lines,
            caption_at=block.caption_at,
            caption_width=self._width(block),
            caption_fill=self._fill(block),
            credit_at=block.credit_at,
        )

    def _item(
        self, block: PicturesBlock, item: PictureItem, number: int, *, together: bool
    ) -> RPicture:
        said = item.caption_mark if item.caption_mark is not None else block.caption_mark
        mark = _mark(said, "below")
        if together and (said is None or said is True):
            mark = _towards(block, item, number)
        return RPicture(
            source=self.source(item.picture) if item.picture is not None else None,
            caption=self._words(item, "caption", mark),
            credit=self._words(item, "credit"),
            caption_lines=None,
            keyline=self._keyline(item.keyline if item.keyline is not None else block.keyline),
            corners=self._corners(item if item.corners else block),
            focus=(item.focus[0], item.focus[1]),
            framing=self._framing(item, item.fit or _fit_of(block)),
            stands_in=item.stands_in,
            place=item.place_of("picture"),
            over=self._over(block, item, number),
        )

    def _over(self, block: PicturesBlock, item: PictureItem, number: int) -> ROver | None:
        """How a picture stands over the first one; what it says of that is told where it does
        not."""
        if block.arrange != "overlap" or number == 0:
            for key in _OVER:
                if key in item.places:
                    name = "OVER.first" if block.arrange == "overlap" else "OVER.other"
                    self.faults.append(error(name, item.places[key], path=key))
            return None
        out, beyond = self._pair(item.out), self._pair(item.beyond)
        if any(some and not fits(some, most) for most, some in zip(out, beyond, strict=True)):
            place = item.places["beyond"]
            self.faults.append(error("OVER.beyond", place, path="beyond"))
        corner = item.corner or "bottom-right"
        return ROver(
            right=corner.endswith("right"),
            bottom=corner.startswith("bottom"),
            width=(item.width if item.width is not None else OVER_SHARE) / 100,
            out=out,
            beyond=beyond,
            edge=self.sheet.points(item.edge) if item.edge is not None else OVER_EDGE,
        )

    def _pair(self, lengths: tuple[Length, ...]) -> tuple[float, float]:
        """Two lengths in points, or one for both."""
        if not lengths:
            return 0.0, 0.0
        return self.sheet.points(lengths[0]), self.sheet.points(lengths[-1])

    def _framing(self, said: PictureBlock | PictureItem, fit: str) -> Framing:
        """How a picture stands in its frame, its shift in points."""
        dx, dy = (self.sheet.points(length) for length in said.shift) if said.shift else (0.0, 0.0)
        return Framing(
            fit=fit,
            scale=said.scale / 100,
            across=SHARES[said.align] if said.align is not None else None,
            down=SHARES[said.valign] if said.valign is not None else None,
            shift=(dx, dy),
        )

    def _corners(self, said: PictureBlock | PicturesBlock | PictureItem) -> tuple[float, ...]:
        """The radii of a picture's corners; none where all are square, as most are."""
        if not said.corners:
            return ()
        from layout.spec.resolve.corners import Cornered, radii

        return radii(said, self.sheet.points, self.faults, Cornered(fill=True))

    def _keyline(self, said: Keyline | bool) -> Rule:
        """The rule round a picture."""
        if isinstance(said, bool):
            return "thin" if said else "none"
        width = self.sheet.points(said.width) if said.width is not None else THIN
        color = self.styles.color(said.color) if said.color is not None else None
        made = RuleStyle(lines=((0.0, width),), color=color or BLACK)
        inks = inks_of(made)
        if inks > 1 and width < TWO_INKS_PT:
            told = warning(
                "RULE-INKS.thin", said.place_of("color"), path="keyline", inks=inks,
                width_pt=width, least_pt=TWO_INKS_PT,
            )  # fmt: skip
            self.faults.append(told)
        return made

    def _words(
        self, said: CaptionedBlock | PictureItem, key: str, mark: str = ""
    ) -> StyledText | None:
        """A caption or credit in the style of its name, with a mark before it."""
        text: str | None = getattr(said, key)
        if not text:
            return None
        return styled(mark + text, self.styles.get(key), said.places[key], self.styles)

    def _width(self, block: CaptionedBlock) -> float | None:
        if block.caption_width is not None:
            return self.sheet.points(block.caption_width)
        return SIDE_CAPTION_ZI * self.sheet.body_size if block.caption_at in SIDES else None

    def _fill(self, block: CaptionedBlock) -> Color | None:
        return self.styles.color(block.caption_fill) if block.caption_fill is not None else None

    def _check(self, block: CaptionedBlock, inner: Rect | None) -> None:
        """What a caption cannot have where it stands, and room for the picture beside it."""
        if block.caption_fill is not None and block.caption_at != "inside":
            told = said("CAPTION.no-panel", path="caption_fill", at=said(_AT[block.caption_at]))
            self.faults.append(error(told, block.places["caption_fill"]))
        if block.caption_lines is not None and block.caption_at not in STACKED:
            told = said("CAPTION.no-lines", path="caption_lines", at=said(_AT[block.caption_at]))
            self.faults.append(error(told, block.places["caption_lines"]))
        if inner is None:
            return
        lines = block.caption_lines or 0
        if fits(inner.height, lines * self.sheet.grid.pitch):
            place = block.place_of("caption_lines")
            self.faults.append(error("PICTURE-ROOM.lines", place, lines=lines))
        width = self._width(block)
        if width is not None and block.caption_at in SIDES and fits(inner.width, width):
            told = said("PICTURE-ROOM.width", width_pt=width, room_pt=inner.width)
            self.faults.append(error(told, block.place_of("caption_width")))

    def source(self, name: Name, key: str = "picture") -> str | None:
        """The path below the root of the picture that the value of `key` names."""
        folder = self.sources.path.parent
        path, page = parted(name.text)
        try:
            return named(self.env.label(self.env.find(path, folder)), page)
        except MissingPathError as exc:
            self.faults.append(no_such_file(self.env, name, key, folder, exc))
        except PathError as exc:
            self.faults.append(bad_path(name, key, exc))
        return None


def _fit_of(block: CaptionedBlock) -> str:
    """What a block says of how its pictures fill their frames; empty where it says nothing."""
    said = block.fit.picture if block.fit is not None else None
    return said or ("whole" if block.advert else "")


def _mark(said: bool | str | None, at: str) -> str:
    """The mark before a caption that stands `at` its picture; empty where it has none."""
    if isinstance(said, str):
        return said
    return _POINTS[at] if said else ""


def _towards(block: PicturesBlock, item: PictureItem, number: int) -> str:
    """The mark that points from captions that stand together to one of their pictures: those under
    or over a group begin at its left, below or above the first one."""
    at = block.caption_at
    if at not in STACKED or number == 0 or block.arrange == "column":
        return _POINTS[at]
    if block.arrange == "overlap":
        return "◀" if (item.corner or "").endswith("left") else "▶"
    if block.arrange == "grid" and number % block.columns == 0:
        return _POINTS[at]
    return "▶"
