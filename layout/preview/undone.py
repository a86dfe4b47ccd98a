"""What is said of a change that was made or may be undone: blocks by what they are called on their
page, as in all else that a window says."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from layout.words.said import Said

if TYPE_CHECKING:
    from layout.preview.state import PageState

BLOCKS: Final = frozenset({"block", "a", "b", "of"})
"""Values of what is said of a change that may be ids of blocks."""


def told_of(label: Said, file: str, states: Iterable["PageState"]) -> Said:
    """What is said of a change of a file, which is named from the edition's folder or any above it.
    What is no block of the page that the file is of stays as it is."""
    ids = {key: value for key, value in label.values if key in BLOCKS and isinstance(value, str)}
    page = next(
        (one.page for one in states if f"/{one.spec.as_posix()}".endswith(f"/{file}")), None
    )
    if not ids or page is None:
        return label
    from layout.called import names_of  # loaded where there is a page

    names = names_of(page.composed.resolved).by_id
    return label.having(**{key: names.get(one, one) for key, one in ids.items()})
