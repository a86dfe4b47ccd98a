"""Who uses a value that a change would touch: pages, and blocks of theirs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from layout.diagnostics import StopError
from layout.environment import PathError
from layout.record import record
from layout.revise.issue import RevisedIssue, pages_with, sheet_pages
from layout.rewrite.comments import leaves
from layout.rewrite.yamltext import YamlText
from layout.spec.load import Sources
from layout.spec.model.page import PageSpec
from layout.spec.override import kind_within
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind
from layout.spec.reader.kinds import NameKind
from layout.spec.reader.nodes import MAX_BYTES, Mapping, Node, Scalar, parse_yaml
from layout.spec.reader.nodes import Sequence as ListNode
from layout.spec.reader.spans import SpanAlias
from layout.spec.resolve.defaults import STYLES

_STYLE: Final = "part.style-name"


@record
class Uses:
    """The users of a value, each once and in order: pages, and blocks as `B1: lead`."""

    page_names: tuple[str, ...] = ()
    block_names: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages use it."""
        return len(self.page_names)

    @property
    def blocks(self) -> int:
        """How many blocks name it."""
        return len(self.block_names)


def style_uses(issue: RevisedIssue, sheet: Path, name: str) -> Uses:
    """Who uses a style of a sheet: the blocks and stories that name it, or a style that is like it;
    of one that every page has, all pages of the sheet."""
    pages = sheet_pages(issue, sheet)
    blocks: list[str] = []
    using: list[Path] = []
    for page in pages:
        sources = issue.sources[page]
        names = _like(sources, name)
        found = [f"{sources.page.page}: {block}" for block in _naming(issue, page, names)]
        if found or name in STYLES:
            using.append(page)
        blocks += found
    return Uses(page_names=tuple(issue.page_names(using)), block_names=tuple(dict.fromkeys(blocks)))


def _like(sources: Sources, name: str) -> set[str]:
    """A style and those that begin with it."""
    names = {name}
    like: dict[str, str] = {}
    for sheet, _ in sources.sheets:
        for own, style in (sheet.styles or {}).items():
            if style.like is not None:
                like[own] = style.like.text
    while True:
        more = {own for own, other in like.items() if other in names} - names
        if not more:
            return names
        names |= more


def _naming(issue: RevisedIssue, page: Path, names: set[str]) -> Iterator[str]:
    """The blocks of a page that name one of some styles, and those whose stories do."""
    env = issue.environment
    try:
        root = parse_yaml(env.read(page, MAX_BYTES), env.label(page), [])
    except (PathError, StopError):
        return
    for path, text in _named(root, RecordKind(PageSpec), ()):
        if text in names:
            yield _block_of(root, path)
    sources = issue.sources[page]
    from layout.spec.model.blockkinds import leaves as blocks_of

    for block, story in zip(blocks_of(sources.page.blocks), sources.stories, strict=True):
        if story is None:
            continue
        used = {name for p in story.paragraphs for name in p.styles}
        used |= {run.target for p in story.paragraphs for run in p.runs if run.voice == "named"}
        if used & names:
            yield block.id or story.name


def _named(
    node: Node, kind: Kind | None, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names of styles in a tree, each with the keys that lead to it."""
    if isinstance(kind, ListKind) and kind.lone and not isinstance(node, ListNode):
        kind = kind.of
    if isinstance(node, Mapping):
        for key, value in node.entries:
            inner = kind.of if isinstance(kind, MapKind) else kind_within(node, key.text, kind)
            yield from _named(value, inner, (*path, key.text))
    elif isinstance(node, ListNode):
        of = kind.of if isinstance(kind, ListKind) else None
        for number, item in enumerate(node.items, 1):
            yield from _named(item, of, (*path, str(number)))
    elif isinstance(kind, NameKind) and kind.purpose == _STYLE:
        yield path, node.text


def _block_of(root: Node, path: Sequence[str]) -> str:
    """What the block is called that some keys lead into; the keys where it has no id."""
    node, name, at = root, "", 0
    for number, key in enumerate(path):
        if isinstance(node, Mapping):
            node = next(value for own, value in node.entries if own.text == key)
        elif isinstance(node, ListNode):
            node = node.items[int(key) - 1]
            own = {k.text: v for k, v in node.entries} if isinstance(node, Mapping) else {}
            found = own.get("id")
            if isinstance(found, Scalar):
                name = found.text
            if path[number - 1] in ("blocks", "stack", "row"):
                at = number + 1
    return name or ".".join(path[:at] or path[:1])


def file_uses(issue: RevisedIssue, path: Path) -> Uses:
    """The pages that read a file."""
    return Uses(page_names=tuple(issue.page_names(pages_with(issue, path))))


def anchor_uses(doc: YamlText, names: Sequence[str]) -> Uses:
    """Where the anchors of a file are used: by the rows of their aliases, and the blocks."""
    found = []
    for leaf in leaves(doc.root):
        if isinstance(leaf, SpanAlias) and leaf.name in names:
            found.append(f"*{leaf.name} {doc.place(leaf.start)}")
    return Uses(block_names=tuple(found))


def of_value(issue: RevisedIssue, path: Path, kind: str, keys: Sequence[str]) -> Uses:
    """Who uses a value of a file that several pages may share."""
    if kind == "styles":
        if keys[0] == "styles" and len(keys) > 1:
            return style_uses(issue, path, keys[1])
        return Uses(page_names=tuple(issue.page_names(sheet_pages(issue, path))))
    if kind == "edition":
        return file_uses(issue, path)
    return Uses()
