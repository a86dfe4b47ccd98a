"""From a block on a page to its part of the spec: file, row, column and the path of its keys."""

from collections.abc import Iterator

from layout.diagnostics import Place
from layout.pipeline import Composed
from layout.record import record
from layout.spec.reader.nodes import Mapping, Node, Sequence
from layout.spec.resolve.resolved import RGroup, RStory
from layout.whence.sourcetext import SourceFiles

HEADER = "header"


@record
class BlockSource:
    """Where the spec has a block: its place, and the keys that lead there, numbers from 1, as
    `--set` has them: `blocks.3.stack.1`. `path` is empty where that is not known. `story` is the
    file of its story, or its table."""

    id: str
    place: Place
    path: str = ""
    story: str = ""


class BlockPlaces:
    """Where the blocks of one page come from."""

    def __init__(self, composed: Composed, files: SourceFiles) -> None:
        self._composed = composed
        self._files = files
        self._paths: dict[str, dict[tuple[int, int], str]] = {}

    def of(self, block: str) -> BlockSource | None:
        """The part of the spec that a block or a group is, by its id or the name of its story; None
        for no such block."""
        resolved = self._composed.resolved
        for one in resolved.blocks:
            content = one.content
            if one.id == block or (isinstance(content, RStory) and content.story.name == block):
                story = content.story.name if isinstance(content, RStory) else ""
                return self._source(one.id, one.place, story or getattr(content, "file", ""))
        for group in _groups(resolved.groups):
            if group.id == block:
                return self._source(block, group.place, "")
        if block == HEADER and resolved.header is not None:
            page = self._composed.sources.page
            given = page.places.get(HEADER)
            place = given if given is not None else resolved.header.folio.place
            return self._source(block, place, "")
        return None

    def _source(self, block: str, place: Place, story: str) -> BlockSource:
        path = self._known(place.file).get((place.line, place.column), "")
        return BlockSource(id=block, place=place, path=path, story=story)

    def _known(self, label: str) -> dict[tuple[int, int], str]:
        """The paths of all lists and mappings of a file, by their rows and columns."""
        known = self._paths.get(label)
        if known is None:
            file = self._files.get(label)
            root = file.root if file is not None else None
            pairs = _pathed(root, "") if root is not None else ()
            known = self._paths[label] = {}
            for place, path in pairs:
                known.setdefault((place.line, place.column), path)
        return known


def _groups(groups: tuple[RGroup, ...]) -> Iterator[RGroup]:
    for group in groups:
        yield group
        yield from _groups(tuple([m for m in group.members if isinstance(m, RGroup)]))


def _pathed(node: Node, path: str) -> Iterator[tuple[Place, str]]:
    """The places of the nodes in one, each with its path; of two at one place the inner one last.

    A block's mapping begins where its first key does, and its place is that of its list's item.
    """
    match node:
        case Mapping():
            yield node.place, path
            for key, value in node.entries:
                yield from _pathed(value, f"{path}.{key.text}" if path else key.text)
        case Sequence():
            for number, item in enumerate(node.items, 1):
                yield from _pathed(item, f"{path}.{number}" if path else str(number))
            yield node.place, path
        case _:
            yield node.place, path
