"""What a page needs of its pictures: their pixels, and the outlines that text runs round."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, error, info, warning
from layout.errors import BanxinError
from layout.pictures import PictureStore
from layout.spec.resolve.resolved import RPage, RPicture, pictures_of

NAMED: Final = 4  # pictures that a remark on several names


def picture_sizes(
    page: RPage, store: PictureStore, found: list[Diagnostic]
) -> tuple[dict[str, tuple[int, int]], set[str]]:
    """Pixels of every picture the page shows, and which of them have transparent parts."""
    sizes: dict[str, tuple[int, int]] = {}
    clear: set[str] = set()
    noted: dict[str, dict[str, Place]] = {}
    shown = [(p.source, p.place or b.place) for b in page.blocks for p in pictures_of(b.content)]
    for source, place in dict.fromkeys(shown):
        if source is None:
            continue
        try:
            facts = store.info(source)
            sizes[source] = (facts.width, facts.height)
            made = store.press(source)
            if made.mask is not None:
                clear.add(source)
            if made.note:
                noted.setdefault(made.note, {}).setdefault(source, place)
            if facts.frames > 1:
                message = f"{source} holds {facts.frames} pictures; the first of them is shown"
                found.append(warning("PICTURE-FRAMES", message, place))
        except BanxinError as exc:
            told = str(exc)
            message = told if told.startswith(source) else f"{source}: {told}"
            found.append(error("PICTURE", message, place))
    for note, sources in noted.items():
        names = list(sources)
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        said = f"{', '.join(names[:NAMED])}{more}: {note}"
        found.append(info("PICTURE-INKS", said, sources[names[0]]))
    return sizes, clear


def outlines(
    page: RPage, store: PictureStore, found: list[Diagnostic]
) -> dict[str, tuple[tuple[float, float], ...]]:
    """The outlines of the pictures that text runs round, in parts of their width and height."""
    out: dict[str, tuple[tuple[float, float], ...]] = {}
    for block in page.blocks:
        content = block.content
        wrap = block.wrap
        if wrap is None or wrap.shape != "outline" or not isinstance(content, RPicture):
            continue
        if content.source is None or content.source in out:
            continue
        try:
            facts = store.info(content.source)
            width, height = block.rect.width, block.rect.width * facts.height / facts.width
            polygon = store.outline(content.source, width, height)
            out[content.source] = tuple((x / width, y / height) for x, y in polygon)
        except BanxinError as exc:
            found.append(error("WRAP", str(exc), block.place))
    return out
