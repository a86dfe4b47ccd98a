"""A and B held against each other: each pair of pages by what both have, the cheapest way first.

Equal bytes end it; display lists where both sides have them; pixels where not.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from layout.compare.changes import Comparison, PageChange, PageResult
from layout.compare.listed import changes
from layout.compare.naming import OneFolder, as_one_folder
from layout.compare.pairing import PagePair, pair_pages
from layout.compare.side import CompareError, PageSide
from layout.compare.sides import Sides
from layout.display.items import Page, Picture
from layout.errors import BanxinError
from layout.record import record
from layout.units import mm
from layout.words.said import Said, said

TOLERANCE_MM: Final = 0.05
"""How far a thing may have moved and be where it was: a third of a pixel at 150 dpi, and less than
any press holds."""
DPI: Final = 150.0


@record
class CompareOptions:
    """How pages are compared. `tolerance` in mm; `pixels` asks for pixels where display lists would
    do."""

    tolerance: float = TOLERANCE_MM
    dpi: float = DPI
    pixels: bool = False


Work = Callable[[int], "PageResult | BanxinError"]
Share = Callable[[Work, int], Iterator[tuple[int, "PageResult | BanxinError"]]]
"""How pages that are drawn are shared out: the number of each and what came of it, in any order."""


def in_turn(work: Work, count: int) -> Iterator[tuple[int, PageResult | BanxinError]]:
    """One page after the other."""
    for number in range(count):
        yield number, work(number)


def compare(a: Sides, b: Sides, options: CompareOptions) -> Comparison:
    """All that differs between A and B. Raises `BanxinError` where something cannot be read."""
    return Comparing(a, b, options).comparison()


class Comparing:
    """A comparison under way, and what was drawn for it: a report shows that again. Pages that are
    drawn are independent, so `share` may give them to several processes."""

    def __init__(self, a: Sides, b: Sides, options: CompareOptions, share: Share = in_turn) -> None:
        self._share = share
        self.a = a
        self.b = b
        self.options = options
        self.pairs = pair_pages(a.pages, b.pages)

    def comparison(self) -> Comparison:
        """All that differs."""
        both = [pair for pair in self.pairs if pair.a is not None and pair.b is not None]
        return Comparison(
            a=self.a.given,
            b=self.b.given,
            pages=tuple(self._pages(both)),
            only_a=tuple([pair.a.name for pair in self.pairs if pair.a and not pair.b]),
            only_b=tuple([pair.b.name for pair in self.pairs if pair.b and not pair.a]),
            notes=(*self.a.notes, *self.b.notes),
        )

    def _pages(self, pairs: Sequence[PagePair]) -> list[PageResult]:
        ways = [self._way(pair) for pair in pairs]
        listed = [n for n, way in enumerate(ways) if way == "list"]
        tolerance = mm(self.options.tolerance)
        found: dict[int, list[PageChange]] = {}
        held = [pairs[n] for n in listed]
        named = as_one_folder([_page(one.a) for one in held], [_page(one.b) for one in held])
        pictures = _SamePictures(held, named)
        if listed:
            each = changes(named.a, named.b, tolerance, pictures.same)
            found = dict(zip(listed, each, strict=True))
        drawn = self._by_pixels([pairs[n] for n, way in enumerate(ways) if way == "pixels"])
        out: list[PageResult] = []
        for number, (pair, way) in enumerate(zip(pairs, ways, strict=True)):
            a, b = pair.a, pair.b
            assert a is not None
            assert b is not None
            if way == "bytes":
                out.append(PageResult(a=a.name, b=b.name, way="bytes"))
            elif way == "list":
                own = tuple(found[number])
                notes: tuple[Said, ...] = ()
                if pictures.unknown(listed.index(number)):
                    notes = (said("part.compare-contents"),)
                elif not own and a.dump() != b.dump():
                    notes = (said("part.compare-small"),)
                out.append(PageResult(a=a.name, b=b.name, way="list", changes=own, notes=notes))
            else:
                out.append(next(drawn))
        return out

    def _way(self, pair: PagePair) -> str:
        """How two pages are compared: `bytes` where they are equal to the byte."""
        a, b = pair.a, pair.b
        assert a is not None
        assert b is not None
        listed = a.listed and b.listed and not self.options.pixels
        if listed:
            if a.dump() != b.dump():
                return "list"
            one, other = a.contents(), b.contents()
            if one is not None and other is not None:
                return "bytes" if one == other else "list"
            if a.kind == b.kind == "dump" and a.drawable and b.drawable:
                return "bytes" if a.pdf() == b.pdf() else "list"
            return "list"
        for side in (a, b):
            if not side.drawable:
                raise CompareError(said("part.compare-lone-dump", file=side.source))
        return "bytes" if a.pdf() == b.pdf() else "pixels"

    def _by_pixels(self, pairs: Sequence[PagePair]) -> Iterator[PageResult]:
        """What differs of pages that are drawn, in their order. Raises `BanxinError`, of the first
        that cannot be drawn."""
        if not pairs:
            return
        from layout.compare.drawn import by_pixels  # NumPy and pdfium: not for display lists

        def work(number: int) -> PageResult | BanxinError:
            a, b = pairs[number].a, pairs[number].b
            assert a is not None
            assert b is not None
            try:
                return by_pixels(a, b, self.options.tolerance, self.options.dpi)
            except BanxinError as exc:
                return exc

        found = dict(self._share(work, len(pairs)))
        for number in range(len(pairs)):
            one = found[number]
            if isinstance(one, BanxinError):
                raise one
            yield one


def _page(side: PageSide | None) -> Page | None:
    return None if side is None else side.page


class _SamePictures:
    """Whether pictures show the same: by their files, by what the PDFs hold of them, or by how
    they look."""

    def __init__(self, pairs: Sequence[PagePair], named: OneFolder) -> None:
        self._pairs = pairs
        self._named = named
        self._known: dict[int, Callable[[Picture, Picture], bool | None]] = {}
        self._unknown: set[int] = set()

    def same(self, one: Picture, other: Picture, number: int) -> bool | None:
        """Whether two pictures of a pair of pages show the same; None where it is not known."""
        if number not in self._known:
            self._known[number] = self._of(number)
        found = self._known[number](one, other)
        if found is None:
            self._unknown.add(number)
        return found

    def unknown(self, number: int) -> bool:
        """Whether a picture of a page could not be looked at."""
        return number in self._unknown

    def _of(self, number: int) -> Callable[[Picture, Picture], bool | None]:
        a, b = self._pairs[number].a, self._pairs[number].b
        assert a is not None
        assert b is not None
        one, other = a.contents(), b.contents()
        if one is not None and other is not None:
            was_a, was_b = self._named.was_a, self._named.was_b
            return lambda x, y: (
                one.get(was_a.get(x.source, x.source)) == other.get(was_b.get(y.source, y.source))
            )
        if not (a.drawable and b.drawable):
            return lambda x, y: None
        (data_a, index_a), (data_b, index_b) = a.pdf(), b.pdf()
        if data_a == data_b and index_a == index_b:
            return lambda x, y: True
        from layout.pdf.document import open_pdf
        from layout.pdf.within import drawings

        if drawings(open_pdf(data_a), index_a + 1) == drawings(open_pdf(data_b), index_b + 1):
            return lambda x, y: True
        return _looked(a, b)


def _looked(a: PageSide, b: PageSide) -> Callable[[Picture, Picture], bool | None]:
    """Pictures by how they look, of pages whose PDFs hold others."""
    from layout.compare.drawn import pictures_alike

    drawn: list[Any] = []

    def same(one: Picture, other: Picture) -> bool | None:
        apart = (one.rect.width - other.rect.width, one.rect.height - other.rect.height)
        if one.crop != other.crop or max(map(abs, apart)) > 1.0 or one.clip != other.clip:
            return True  # another cut of it: that is told, and pixels cannot say more
        return pictures_alike(a, b, (one.rect, other.rect), drawn)

    return same
