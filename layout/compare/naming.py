"""Names of files on two sides that lie in two folders: a copy of an edition is that edition.

Stories and pictures go by their path from the project's root. Where the pages of A lie in one
folder and those of B in another, all of these differ by it; what is compared goes by the rest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from layout.display.items import Item, Page, Picture, owner_of
from layout.record import record, replace

SLASH: Final = "/"
STORY: Final = "story"
"""The kind of a block whose node is a file."""


@record(kw_only=False)
class OneFolder:
    """Pages of both sides with the names that they have in common, and what each name of A and of B
    was before."""

    a: tuple[Page | None, ...]
    b: tuple[Page | None, ...]
    was_a: Mapping[str, str]
    was_b: Mapping[str, str]


def as_one_folder(a: Sequence[Page | None], b: Sequence[Page | None]) -> OneFolder:
    """The pages of both sides as if they lay in one folder."""
    names_a, names_b = _names(a), _names(b)
    folder_a, folder_b = _folders(names_a, names_b)
    new_a, new_b = _without(names_a, folder_a), _without(names_b, folder_b)
    return OneFolder(
        tuple([_renamed(page, new_a) for page in a]),
        tuple([_renamed(page, new_b) for page in b]),
        {new: old for old, new in new_a.items()},
        {new: old for old, new in new_b.items()},
    )


def _names(pages: Iterable[Page | None]) -> frozenset[str]:
    """What stories and pictures are called on some pages."""
    out: set[str] = set()
    for page in pages:
        if page is None:
            continue
        out.update(item.source for item in page.items if isinstance(item, Picture))
        out.update(block.node for block in page.blocks if block.kind == STORY)
    return frozenset(out)


def _folders(a: frozenset[str], b: frozenset[str]) -> tuple[str, str]:
    """The folders by which most names of A differ from one of B, which ends as it does; none where
    no two do."""
    others: dict[str, list[str]] = {}
    for name in b - a:
        others.setdefault(PurePosixPath(name).name, []).append(name)
    votes = Counter(
        _parted(one, other)
        for one in a - b
        for other in others.get(PurePosixPath(one).name, ())
    )  # fmt: skip
    return min(votes, key=lambda pair: (-votes[pair], len(pair[0]) + len(pair[1]), pair),
               default=("", ""))  # fmt: skip


def _parted(one: str, other: str) -> tuple[str, str]:
    """What stands before the steps that two paths end with alike."""
    left, right = one.split(SLASH), other.split(SLASH)
    while left and right and left[-1] == right[-1]:
        left.pop()
        right.pop()
    return _folder(left), _folder(right)


def _folder(steps: Sequence[str]) -> str:
    return "".join(f"{step}{SLASH}" for step in steps)


def _without(names: frozenset[str], folder: str) -> dict[str, str]:
    """Each name in a folder with what it is called there; none where two would be one."""
    new = {name: name[len(folder) :] for name in names if folder and name.startswith(folder)}
    kept = names - new.keys()
    return {} if kept & set(new.values()) else new


def _renamed(page: Page | None, new: Mapping[str, str]) -> Page | None:
    if page is None or not new:
        return page

    def node(name: str) -> str:
        owner = owner_of(name)
        return new[owner] + name[len(owner) :] if owner in new else name

    def item(one: Item) -> Item:
        named = node(one.node)
        if isinstance(one, Picture) and one.source in new:
            return replace(one, node=named, source=new[one.source])
        return one if named == one.node else replace(one, node=named)

    return replace(
        page,
        items=tuple([item(one) for one in page.items]),
        blocks=tuple([replace(one, node=node(one.node)) for one in page.blocks]),
        frames=tuple([replace(one, node=node(one.node)) for one in page.frames]),
        fits=tuple([replace(one, node=node(one.node)) for one in page.fits]),
    )
