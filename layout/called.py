"""What a person calls the blocks of a page: a story by its headline, a picture by its caption.

Messages name blocks by their ids and stories by their files, for machines, for `checks: accept`,
and for who wrote the spec. Who reads a proof knows neither: `told_by_name` gives each of these the
name that stands on the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from layout.diagnostics import Diagnostic, Place, beginning
from layout.display.items import owner_of
from layout.record import record, replace
from layout.spec.resolve.resolved import (
    RBlock,
    RGroup,
    RPage,
    RPicture,
    RStory,
    RTable,
    RText,
    pictures_of,
)
from layout.words.said import Named, Said, Value, said

FEW: Final = 14
"""Characters of words of the page by which a block is called."""
KEYS: Final = frozenset({"node", "nodes", "block", "blocks", "other_block", "group", "story"})
"""Values of messages that name blocks."""
MORE: Final[Mapping[str, frozenset[str]]] = {
    "OVERLAP": frozenset({"other"}),
    "JUMP": frozenset({"other"}),
    "OVER": frozenset({"name"}),
}
"""Values that do so in some messages alone, by their code."""
_KINDS: Final[Mapping[str, str]] = {
    "RCode": "part.called-code",
    "RCredits": "part.the-credits", "RImprint": "part.the-imprint",
    "RIndex": "part.called-index", "RMasthead": "part.the-masthead",
    "RPicture": "part.called-picture", "RPictures": "part.called-pictures",
    "RRule": "part.called-rule", "RStory": "part.called-story", "RTable": "part.called-table",
    "RText": "part.called-text",
}  # fmt: skip
THE_BLOCK: Final = frozenset({"part.display-text", "part.display-line"})
"""What is all of its block."""
OF_MANY: Final = THE_BLOCK | {
    "part.the-headline", "part.the-caption", "part.the-label", "part.index-label",
    "part.index-entry", "part.index-page",
}  # fmt: skip
"""What a page has many of: a message that tells of one says of which block."""
HEADER: Final = "header"


@record
class BlockNames:
    """What the blocks of a page are called: by id and, of a story, by its file; and by where each
    begins in the spec, in its order."""

    by_id: Mapping[str, Said]
    begins: tuple[tuple[Place, Said], ...] = ()

    def of(self, value: str) -> Said | None:
        """The block that a value of a message names; a node by its owner."""
        known = self.by_id
        return known.get(value) or known.get(_block_of(value)) or known.get(owner_of(value))

    def at(self, where: Place) -> Said | None:
        """The block in which a place of the spec is, or that of the story in whose file it is."""
        if where.file in self.by_id:
            return self.by_id[where.file]
        before = [
            called
            for place, called in self.begins
            if place.file == where.file and (place.line, place.column) <= (where.line, where.column)
        ]
        return before[-1] if before else None


def names_of(page: RPage) -> BlockNames:
    """What each block is called, by its id and, of a story, by its file. Of several blocks of one
    story the first has the story's name. What has no words is called by its kind, and by its id
    where the page has several of the kind."""
    found: dict[str, Said] = {HEADER: said("part.the-header")}
    count = Counter(type(block.content) for block in page.blocks)
    for block in page.blocks:
        called = _called(block, alone=count[type(block.content)] == 1)
        found[block.id] = called
        if isinstance(block.content, RStory):
            found.setdefault(block.content.story.name, called)
    for group in _groups(page.groups):
        own = list(_members(group))
        first = found[page.blocks[own[0]].id] if own else said("part.called-block")
        found.setdefault(group.id, said("part.called-group", first=first, count=len(own)))
    begins = sorted(
        ((block.place, found[block.id]) for block in page.blocks),
        key=lambda one: (one[0].file, one[0].line, one[0].column),
    )
    return BlockNames(by_id=found, begins=tuple(begins))


def _groups(groups: Iterable[RGroup]) -> Iterator[RGroup]:
    for group in groups:
        yield group
        yield from _groups(one for one in group.members if isinstance(one, RGroup))


def _members(group: RGroup) -> Iterator[int]:
    """The blocks of a group, by their indices."""
    for one in group.members:
        if isinstance(one, RGroup):
            yield from _members(one)
        else:
            yield one


def _called(block: RBlock, *, alone: bool) -> Said:
    content = block.content
    kind = said(_KINDS.get(type(content).__name__, "part.called-block"))
    words = ""
    if isinstance(content, RPicture) and content.advert:
        client = content.booking.client if content.booking is not None else ""
        kind = said("part.called-advert")
        return said("part.called-words", kind=kind, words=client) if client else kind
    if isinstance(content, RStory):
        title = "".join(line.text for line in content.headline.title) if content.headline else ""
        title = title or str(content.story.front.title or "")
        if title:
            return said("part.called-headline", title=_short(title))
        first = content.story.paragraphs[0].text if content.story.paragraphs else ""
        words = first
    elif isinstance(content, RText):
        words = content.lines[0].text if content.lines else ""
    elif isinstance(content, RTable):
        words = content.title.text if content.title is not None else ""
    else:
        pictures = pictures_of(content)
        caption = pictures[0].caption if len(pictures) == 1 else None
        words = caption.text if caption is not None else ""
    if words.strip():
        return said("part.called-words", kind=kind, words=_short(words))
    if block.id.startswith("block-") or alone:
        return kind
    return said("part.called-words", kind=kind, words=block.id)


def _short(words: str) -> str:
    """Words without spaces and couplet breaks, as many as name a thing."""
    return beginning("".join(words.replace("\u200b", "").split()), FEW)


def told_by_name(found: Iterable[Diagnostic], names: BlockNames) -> tuple[Diagnostic, ...]:
    """Findings with the names of the blocks that they tell of."""
    return tuple([_named(one, names) for one in found])


def _named(one: Diagnostic, names: BlockNames) -> Diagnostic:
    told = _told(one.said, names, MORE.get(one.code, frozenset()))
    what = dict(told.values).get("what")
    if isinstance(what, Said) and what.key in OF_MANY and isinstance(one.where, Place):
        of = names.at(one.where)
        if of is not None:
            whole = what.key in THE_BLOCK
            told = told.having(what=of if whole else said("part.called-of", of=of, what=what))
    return one if told is one.said else replace(one, said=told)


def _told(told: Said, names: BlockNames, more: frozenset[str]) -> Said:
    changed: dict[str, Value] = {}
    for key, value in told.values:
        made = _value(value, names, more, named=key in KEYS or key in more)
        if made is not value:
            changed[key] = made
    return told.having(**changed) if changed else told


def _value(value: Value, names: BlockNames, more: frozenset[str], *, named: bool) -> Value:
    if isinstance(value, Said):
        return _told(value, names, more)
    if isinstance(value, tuple):
        made = tuple([_value(each, names, more, named=named) for each in value])
        same = all(a is b for a, b in zip(made, value, strict=True))
        return value if same else made
    if not named or not isinstance(value, str) or isinstance(value, Named):
        return value
    called = names.of(value)
    return Named(value, called) if called is not None else value


def _block_of(value: str) -> str:
    """The block of `stories/a.md (lead)`, as a story in several blocks is named."""
    return value[value.rfind("(") + 1 : -1] if value.endswith(")") else value
