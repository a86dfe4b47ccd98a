"""One page of what is compared, whatever it comes from: a spec, a dump, or a PDF.

What a side is asked for is made then and kept: two pages whose dumps are equal to the byte are
never read, and nothing is drawn for two display lists.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from layout.display.items import Page
from layout.errors import BanxinError
from layout.words.said import Said

Kind = Literal["spec", "dump", "pdf"]


class CompareError(BanxinError):
    """What cannot be compared, and why."""


class PageSide:
    """One page of A or of B.

    `name` is the page's own, or what its file says; `source` is what it comes from, as it is shown.
    `width` and `height` are those of the trim, in points. A side without a display list is some
    PDF; one without a PDF is a lone dump, which no one can draw without its faces. `paper` is what
    its edition says that it is of.
    """

    def __init__(
        self,
        *,
        name: str,
        source: str,
        kind: Kind,
        dump: Callable[[], str] | None = None,
        page: Callable[[], Page] | None = None,
        pdf: Callable[[], tuple[bytes, int]] | None = None,
        size: Callable[[], tuple[float, float]] | None = None,
        contents: Callable[[], Mapping[str, str]] | None = None,
        notes: tuple[Said, ...] = (),
        paper: str = "",
    ) -> None:
        self.name = name
        self.paper = paper
        self.source = source
        self.kind = kind
        self.notes = notes
        self._dump = dump
        self._make = page
        self._pdf = pdf
        self._size = size
        self._contents = contents
        self._page: Page | None = None
        self._text: str | None = None
        self._file: tuple[bytes, int] | None = None
        self._measured: tuple[float, float] | None = None

    @property
    def stem(self) -> str:
        """Its name as a file may bear it."""
        from layout.editions import file_stem  # knows specs, which two dumps have no need of

        return file_stem(self.name)

    @property
    def listed(self) -> bool:
        """Whether it has a display list."""
        return self._make is not None

    @property
    def drawable(self) -> bool:
        """Whether it has a PDF, or one can be made."""
        return self._pdf is not None

    @property
    def page(self) -> Page | None:
        """Its display list. Raises `BanxinError` where a dump cannot be read."""
        if self._page is None and self._make is not None:
            self._page = self._make()
        return self._page

    def dump(self) -> str | None:
        """Its display list as text, without being parsed where it is a file."""
        if self._text is None and self._dump is not None:
            self._text = self._dump()
        return self._text

    def pdf(self) -> tuple[bytes, int]:
        """Its PDF, and which page of that it is, from 0. Raises `BanxinError`."""
        assert self._pdf is not None, "asked for what `drawable` denies"
        if self._file is None:
            self._file = self._pdf()
        return self._file

    def contents(self) -> Mapping[str, str] | None:
        """The digest of each picture's file by its source; None where the files are not at hand."""
        return None if self._contents is None else self._contents()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the trim in points."""
        if self._measured is None:
            page = self.page if self._size is None else None
            if page is not None:
                self._measured = (page.width, page.height)
            else:
                assert self._size is not None
                self._measured = self._size()
        return self._measured

    @property
    def width(self) -> float:
        """Of the trim, in points."""
        return self.size[0]

    @property
    def height(self) -> float:
        """Of the trim, in points."""
        return self.size[1]

    def let_go(self) -> None:
        """Forget what was made of it: an edition has more pages than memory should hold."""
        if self._make is not None and self.kind != "pdf":
            self._page = self._text = None
        self._file = None
