"""What WeasyPrint has made, finished: pictures in inks, and PDF/X-4 where the page's press asks.

WeasyPrint's own `pdf/x-*` stamps an identification on a file that it leaves as it is. Here the file
is held to ink first, and what it then says of itself is what the press renderer says.
"""

from collections.abc import Sequence
from functools import partial

from layout.diagnostics import shown
from layout.display.items import Page, Picture
from layout.pdf.finish import FinishError, InkPicture, PressIdentity, finish
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.press.flate import zlib_compressor
from layout.render.press.images import image_object
from layout.render.press.objects import Parts
from layout.render.press.pdfx import (
    PRODUCER,
    Identification,
    PressIntent,
    intent_entries,
    intent_of,
    one_intent,
)
from layout.words.said import said


def intent_of_pages(pages: Sequence[Page], resources: Resources) -> PressIntent | None:
    """What the pages are made for; None where they keep to no PDF/X. Raises `RenderError` where
    their presses differ, or take PDF/X-1a, and where a placed PDF would have to be in RGB."""
    profile = resources.pictures.profile
    intent = one_intent(
        [(page.name, intent_of(page.press, partial(profile, page.press))) for page in pages]
    )
    if intent is None:
        return None
    if not intent.standard.transparency:
        raise RenderError(said("part.weasyprint-x1a", pdfx=intent.standard.name))
    for source in _sources(pages):
        if resources.pictures.info(source).vector:
            told = said("part.weasyprint-artwork", file=shown(source), pdfx=intent.standard.name)
            raise RenderError(told)
    return intent


def finished(
    made: bytes,
    pages: Sequence[Page],
    resources: Resources,
    *,
    intent: PressIntent | None,
    identity: bytes,
    version: str,
) -> bytes:
    """A PDF of `pages` that WeasyPrint of a `version` has made, finished. Raises `RenderError`."""
    pictures: dict[str, InkPicture | None] = {}
    for page in pages:
        for source in _sources([page]):
            if resources.pictures.info(source).vector:
                pictures.setdefault(source, None)
                continue
            press = resources.pictures.press(source, page.press)
            body = image_object(press)  # two files alike are one image
            entries, data = _parted(body.parts)
            mask = _parted(body.mask) if body.mask is not None else None
            pictures.setdefault(press.digest, InkPicture(entries=entries, data=data, mask=mask))
    says = None
    if intent is not None:
        told = Identification.of(
            pages[0].title or pages[0].name, pages[0].date, zlib_compressor(), intent.standard
        )
        told = replace(told, producer=f"{PRODUCER}, WeasyPrint {version}")
        says = PressIdentity(
            version="{}.{}".format(*intent.standard.version),
            info=told.info(),
            packet=told.packet(identity),
            intent=b"<<%s>>" % intent_entries(intent),
            profile=intent.profile.data,
        )
    try:
        return finish(made, tuple(pictures.values()), identity, says)
    except FinishError as exc:
        raise RenderError(said("part.weasyprint-lost", what=exc.args[0])) from exc


def _sources(pages: Sequence[Page]) -> tuple[str, ...]:
    """The files of the pictures on pages, each once, as they are painted."""
    items = [item for page in pages for item in page.items]
    return tuple(dict.fromkeys(item.source for item in items if isinstance(item, Picture)))


def _parted(parts: Parts) -> tuple[bytes, bytes]:
    """The dictionary and the data of a stream object in pieces."""
    head, *data, _ = parts
    return head.removesuffix(b"\nstream\n"), b"".join(data)
