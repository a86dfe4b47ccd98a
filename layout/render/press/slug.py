"""What printer's marks say of the leaf that they stand round: its pages, their day, their build."""

import hashlib
from collections.abc import Iterable, Sequence

from layout.color import Color
from layout.pictures import PictureStore
from layout.render.press.imposed import ImposedPage
from layout.render.press.marks import GREYS, MarkedSheet
from layout.render.press.numbers import num
from layout.render.press.prepared import PreparedPage


def sheet_of(
    leaf: ImposedPage, pages: Sequence[PreparedPage], store: PictureStore | None = None
) -> MarkedSheet:
    """What the marks of a leaf stand round; `pages` are those of its document, `store` knows the
    profile of their press. Raises what it raises."""
    here = [pages[at] for at in leaf.pages]
    spots = {solid: None for page in here for solid in page.spots}
    names = "｜".join([page.name for page in here])
    titles = dict.fromkeys(_paper(page) for page in here)
    dates = dict.fromkeys(page.date for page in here if page.date)
    builds = [build_of(page) for page in here]
    return MarkedSheet(
        width=leaf.width,
        height=leaf.height,
        bleed=leaf.bleed,
        folds=leaf.folds,
        spots=tuple(spots),
        greys=_greys(here[0], store) if store is not None and "strip" in leaf.marks else GREYS,
        slug=(
            *[title for title in titles if title],
            f"版面 {names}",
            *[f"日期 {date}" for date in dates],
            f"编号 {'｜'.join(builds)}",
        ),
    )


def _greys(page: PreparedPage, store: PictureStore) -> tuple[tuple[float, Color], ...]:
    """The pairs of grey by the profile of a page's press; without one those of newsprint."""
    profile = store.profile(page.press)
    if profile is None:
        return GREYS
    from layout.pictures.greys import grey_of

    return tuple([(black, grey_of(profile.data, black, profile.file)) for black, _ in GREYS])


def _paper(page: PreparedPage) -> str:
    """The title of a page without its name, which stands beside it in the slug."""
    return "" if page.title == page.name else page.title.removesuffix(f" {page.name}").strip()


def build_of(page: PreparedPage) -> str:
    """The build id of a page, the same in a file of its own, in the book and in a spread."""
    pictures = [need.digest for need in page.pictures]
    faces = [f"{need.name} {need.key}" for need in page.faces]
    size = f"{num(page.width)} {num(page.height)} {num(page.bleed)}"
    return build_id((page.name, page.title, page.date, size, page.packed, *pictures, *faces))


def build_id(parts: Iterable[bytes | str]) -> str:
    """What tells one build of a page from another: it follows from its content, and from no clock.
    Twelve figures in groups of four."""
    state = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        state.update(b"%d:" % len(data))
        state.update(data)
    digits = state.hexdigest()[:12].upper()
    return " ".join(digits[at : at + 4] for at in range(0, 12, 4))
