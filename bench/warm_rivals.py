"""The rivals in one long process: their page made again after the same changed word."""

from pathlib import Path

from bench.edition import FONTS
from bench.typst_page import typst_source
from bench.watch import Took, Watch
from bench.weasy_page import weasy_source
from layout.api import ComposedPage


class TypstAgain:
    """Typst with its fonts found, its files read and its caches kept; system fonts off."""

    def __init__(self, root: Path) -> None:
        import typst

        self._source = root / "again.typ"
        self._source.write_text("", encoding="utf-8")
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
        self._compiler = typst.Compiler(str(self._source), root=str(root), font_paths=fonts)
        self._last = b""

    def make(self, page: ComposedPage) -> Took:
        """The page as a PDF in memory, from the source on the disk."""
        self._source.write_text(typst_source([page]), encoding="utf-8")
        watch = Watch()
        pdf = self._compiler.compile(format="pdf")
        took = watch.read()
        assert isinstance(pdf, bytes)
        if pdf == self._last:
            raise AssertionError("an edit did not reach Typst's PDF")
        self._last = pdf
        return took


class WeasyAgain:
    """WeasyPrint in a process that has loaded it. Raises `OSError` where Pango is missing."""

    def __init__(self, root: Path) -> None:
        import weasyprint

        self._html = weasyprint.HTML
        self._source = root / "again.html"

    def make(self, page: ComposedPage) -> Took:
        """The page as a PDF in memory, from the source on the disk."""
        self._source.write_text(weasy_source(page), encoding="utf-8")
        watch = Watch()
        self._html(filename=str(self._source)).write_pdf()
        return watch.read()
