"""The tools that set a text: each takes the same paragraphs and gives a PDF and where to look.

The measure, the indent, the face, half-em digits and the gap between Han and Latin are the same
where a tool has them; all else is what its users get.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Any, Final, Protocol

from bench.edition import FONTS
from bench.quality.lines import Frame
from layout.api import Session
from layout.galley.lines import TextSetting
from layout.galley.sheet import GUTTER_EM, MARGIN_EM
from layout.record import record

SIZE: Final = 9.0
INDENT_EM: Final = 2.0
_MARGIN: Final = 2 * SIZE
_FACE: Final = FONTS / "NotoSerifSC-Regular.ttf"
_DIGITS: Final = re.compile(r"[0-9%]+")


@record
class Setting:
    """How a text is to be set; the measure in characters, the gap in em."""

    measure: float
    gap: float
    hanging: bool = False


class Tool(Protocol):
    """A tool under test."""

    name: str

    def pdf(self, paragraphs: Sequence[str], setting: Setting) -> tuple[bytes, Frame]:
        """The text as a PDF, and the frame its lines stand in."""


class Banxin:
    """This project: the galley of `banxin lines`. Keeps the last setting, for the least."""

    name = "Banxin"

    def __init__(self) -> None:
        self._session = Session()
        self.last: TextSetting | None = None

    def pdf(self, paragraphs: Sequence[str], setting: Setting) -> tuple[bytes, Frame]:
        """See `Tool.pdf`. Raises `BanxinError`."""
        done = self._session.set_text(
            "\n".join(paragraphs),
            measure=setting.measure * SIZE,
            size=SIZE,
            indent_em=INDENT_EM,
            latin_gap_em=setting.gap,
            hanging=setting.hanging,
        )
        self.last = done
        frame = _frame(setting, MARGIN_EM * SIZE, (setting.measure + GUTTER_EM) * SIZE)
        return self._session.galley(done), frame


class Typst:
    """`typst compile`, with Chinese language and region; it breaks by its default costs."""

    name = "Typst"
    _HEAD: Final = """\
#set page(width: {width}pt, height: 14000pt, margin: {margin}pt)
#set text(font: "Noto Serif SC", size: {size}pt, lang: "zh", region: "cn",
  cjk-latin-spacing: {gap})
#set par(justify: true, first-line-indent: (amount: {indent}em, all: true))
#show regex("[0-9%]+"): set text(features: ("hwid",))

"""

    def source(self, paragraphs: Sequence[str], setting: Setting) -> str:
        """The document; a paragraph is a string, so that no character of it is markup."""
        head = self._HEAD.format(
            width=_points(setting.measure * SIZE + 2 * _MARGIN),
            margin=_points(_MARGIN),
            size=_points(SIZE),
            gap="auto" if setting.gap else "none",
            indent=_points(INDENT_EM),
        )
        quoted = (p.replace("\\", "\\\\").replace('"', '\\"') for p in paragraphs)
        return head + "\n\n".join(f'#"{p}"' for p in quoted) + "\n"

    def pdf(self, paragraphs: Sequence[str], setting: Setting) -> tuple[bytes, Frame]:
        """See `Tool.pdf`."""
        import typst

        compiled: Any = typst.compile  # its types know no bytes
        made: bytes = compiled(
            self.source(paragraphs, setting).encode("utf-8"),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
        )
        return made, _frame(setting, _MARGIN, setting.measure * SIZE + _MARGIN)


class WeasyPrint:
    """HTML with `text-align: justify`. It has no gap between Han and Latin."""

    name = "WeasyPrint"
    _STYLE: Final = """\
@font-face {{ font-family: S; src: url({face}) }}
@page {{ size: {width}pt 1400pt; margin: {margin}pt }}
body {{ margin: 0; font: {size}pt/1.286 S }}
p {{ margin: 0; text-align: justify; text-indent: {indent}em; orphans: 1; widows: 1 }}
i {{ font-style: normal; font-feature-settings: "hwid" }}
"""

    def source(self, paragraphs: Sequence[str], setting: Setting) -> str:
        """The document."""
        style = self._STYLE.format(
            face=_FACE.as_uri(),
            width=_points(setting.measure * SIZE + 2 * _MARGIN),
            margin=_points(_MARGIN),
            size=_points(SIZE),
            indent=_points(INDENT_EM),
        )
        body = "".join(f"<p>{_DIGITS.sub(_italic, escape(p, quote=False))}</p>" for p in paragraphs)
        return f'<!DOCTYPE html><html lang="zh-CN"><style>{style}</style><body>{body}</body></html>'

    def pdf(self, paragraphs: Sequence[str], setting: Setting) -> tuple[bytes, Frame]:
        """See `Tool.pdf`."""
        import weasyprint

        made = weasyprint.HTML(string=self.source(paragraphs, setting)).write_pdf()
        return made, _frame(setting, _MARGIN, setting.measure * SIZE + _MARGIN)


RIVALS: Final[dict[str, type[Tool]]] = {"typst": Typst, "weasyprint": WeasyPrint}


def _italic(match: "re.Match[str]") -> str:
    return f"<i>{match[0]}</i>"


def _points(value: float) -> str:
    return f"{value:.6g}"


def _frame(setting: Setting, left: float, step: float) -> Frame:
    return Frame(
        em=SIZE,
        measure=setting.measure * SIZE,
        left=left,
        step=step,
        indent_em=INDENT_EM,
        hanging=setting.hanging,
    )
