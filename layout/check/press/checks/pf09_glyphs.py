"""PF09: every character of the type that is printed has a glyph."""

from collections.abc import Iterator
from typing import Final

from layout.check.engine import Finding, NotCheckedError
from layout.check.press.check import PressCheck
from layout.check.press.faults import PressFault, font_of
from layout.check.press.marks import Marks, each_page
from layout.check.press.subject import PressSubject
from layout.pdf.fonts import Font
from layout.pdf.program import UnreadFontError, undefined
from layout.pdf.unicodes import blanks, characters
from layout.spec.model.checks import PlainLimits
from layout.words.said import Said, said

CHECK: Final[PressCheck[PlainLimits]] = PressCheck(
    id="PF09",
    title="缺字",
    reason="A code without a glyph prints as an empty box (.notdef), or as nothing.",
    source="ISO 15930-7 (2): no glyph .notdef is shown; ISO 32000-1, 9.6.6 and 9.7.4",
    severity="error",
    limits=PlainLimits,
    run=lambda subject, limits: run(subject, limits),
)


MOST_CODES: Final = 5
"""Codes without a glyph that a finding names."""


def run(subject: PressSubject, _limits: PlainLimits) -> Iterator[Finding]:
    """Type that shows codes which its embedded font has no glyph for."""
    unread: dict[int, tuple[str, Said]] = {}
    yield from each_page(subject, lambda marks: _faults(marks, unread))
    for name, why in unread.values():
        raise NotCheckedError(said("part.press-font-unread", font=name, why=why))


def _faults(marks: Marks, unread: dict[int, tuple[str, Said]]) -> Iterator[PressFault]:
    for one in marks.on_sheet:
        if one.text is None or not one.text.font.program:
            continue
        font = one.text.font
        found = marks.subject.once(f"undefined {id(font)}", lambda: _undefined(marks, font))  # noqa: B023 (called at once)
        if isinstance(found, UnreadFontError):
            if found.broken:
                yield PressFault(
                    key="PF09.broken",
                    box=one.seen,
                    object=font_of(font.base_name, font.reference),
                    mark=one,
                    apart=True,
                    value=found.why,
                )
            else:
                unread[id(font)] = (font.base_name, found.why)
            continue
        missing = found.intersection(one.text.codes()) if found else None
        if missing:
            yield PressFault(
                key="PF09.missing",
                box=one.seen,
                object=font_of(font.base_name, font.reference),
                mark=one,
                apart=True,
                value=tuple(_shown(marks, font, code) for code in sorted(missing)[:MOST_CODES]),
            )


def _shown(marks: Marks, font: Font, code: int) -> str:
    """What a code is called: the character that the file says it is, else its number."""
    known = marks.subject.once(f"characters {id(font)}", lambda: characters(font))
    text = known.get(code, "")
    return text if text.isprintable() and text.strip() and text != "\ufffd" else f"{code:#06x}"


def _undefined(marks: Marks, font: Font) -> frozenset[int] | UnreadFontError:
    """The codes of a font that have no glyph, of those that any page shows; spaces need none."""
    codes: set[int] = set()
    for page in marks.subject.pages:
        if page.contents is not None:
            codes.update(*(u.codes for u in page.contents.fonts if u.font is font))
    try:
        found = undefined(font, codes)
    except UnreadFontError as exc:
        return exc
    return found - blanks(font, found) if found else found
