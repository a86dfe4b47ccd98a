"""What a person calls the blocks of a page: a story by its headline, a picture by its caption.

Messages name blocks by their ids and stories by their files, for machines, for `checks: accept`,
and for who wrote the spec. Who reads a proof knows neither: `told_by_name` gives each of these the
name that stands on the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from layout.diagnostics import Diagnostic, beginning
from layout.display.items import owner_of
from layout.record import replace
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
HEADER: Final = "header"


def names_of(page: RPage) -> dict[str, Said]:
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
    return found


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


def told_by_name(found: Iterable[Diagnostic], names: Mapping[str, Said]) -> tuple[Diagnostic, ...]:
    """Findings with the names of the blocks that they tell of."""
    return tuple([_named(one, names) for one in found])


def _named(one: Diagnostic, names: Mapping[str, Said]) -> Diagnostic:
    told = _told(one.said, names, MORE.get(one.code, frozenset()))
    return one if told is one.said else replace(one, said=told)


def _told(told: Said, names: Mapping[str, Said], more: frozenset[str]) -> Said:
    changed: dict[str, Value] = {}
    for key, value in told.values:
        made = _value(value, names, more, named=key in KEYS or key in more)
        if made is not value:
            changed[key] = made
    return told.having(**changed) if changed else told


def _value(value: Value, names: Mapping[str, Said], more: frozenset[str], *, named: bool) -> Value:
    if isinstance(value, Said):
        return _told(value, names, more)
    if isinstance(value, tuple):
        made = tuple([_value(each, names, more, named=named) for each in value])
        same = all(a is b for a, b in zip(made, value, strict=True))
        return value if same else made
    if not named or not isinstance(value, str) or isinstance(value, Named):
        return value
    called = names.get(value) or names.get(_block_of(value)) or names.get(owner_of(value))
    return Named(value, called) if called is not None else value


def _block_of(value: str) -> str:
    """The block of `stories/a.md (lead)`, as a story in several blocks is named."""
    return value[value.rfind("(") + 1 : -1] if value.endswith(")") else value
