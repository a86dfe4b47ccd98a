"""Words that are picked on a page as an entry of the corrections: whose they are, and so many of
those round them that they are found there alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from layout.display.items import owner_of, part_of
from layout.preview.asked import line_of
from layout.preview.neighbours import MOST_SAME, MOST_WORDS, spots_in, told_apart
from layout.preview.received import StrangeMessageError
from layout.proof.standing import judge, names_story, texts_of
from layout.record import record
from layout.render.svg.text import WordLine
from layout.spec.markdown.story import Story
from layout.spec.model.corrections import BEGIN, RUN_ON, WordCorrection
from layout.spec.resolve.resolved import RStory
from layout.words.said import said

if TYPE_CHECKING:
    from layout.preview.state import PageState

Data = dict[str, Any]
HEAD: Final = ("kicker", "title", "jump_title", "subtitle", "summary", "label", "byline")
"""The parts of a story's head, in the order of `texts_of`."""
PARAGRAPHS: Final[Mapping[str, str]] = {"join": RUN_ON, "break": BEGIN}
KINDS: Final = frozenset(("replace", "delete", "insert", "transpose", "query", "face", *PARAGRAPHS))
MOST_FACE: Final = 20
MOST_NEW: Final = 400


@record
class PickedWords:
    """Words of a page: of which story, or of none; all the texts of that as corrections are held
    against them; and in which of these from where to where they stand."""

    story: str | None
    texts: tuple[str, ...]
    which: int
    start: int
    end: int


def picked(state: "PageState", message: Mapping[str, Any]) -> PickedWords:
    """The words that a browser means: a line with the number of its first character, and all the
    words from there on. Raises `StrangeMessageError`."""
    line = line_of(state, message)
    words = _bare(str(message.get("words", ""))[: 4 * MOST_WORDS])
    if state.page is None or state.aspect is None or line is None or not words:
        raise StrangeMessageError(said("part.no-words-here"))
    index = message.get("index")
    index = index if isinstance(index, int) and not isinstance(index, bool) else 0
    stories = stories_on(state)
    owner, part = owner_of(line.node), part_of(line.node)
    story = stories.get(owner) or next(
        (stories[name] for block, name in _story_blocks(state) if block == owner), None
    )
    if story is not None and line.passage is not None:
        texts = texts_of(story)
        which = len(HEAD) + line.passage.paragraph - 1
        text = texts[which] if which < len(texts) else ""
        about = len(_bare(text[: max(line.passage.offset + index, 0)]))
    elif story is not None and part in HEAD:
        texts = texts_of(story)
        which = HEAD.index(part)
        about = _before(state, line, index, part)
    else:
        story = None
        units = units_of(state)
        texts = ["".join(one.text for one in unit) for unit in units]
        which = next((k for k, unit in enumerate(units) if line in unit), -1)
        about = len(_bare("".join(_until(units[which], line)) + line.text[: max(index, 0)]))
    text = texts[which] if 0 <= which < len(texts) else ""
    bare = _bare(text)
    places = [at for at in range(len(bare)) if bare.startswith(words, at)]
    if not places:
        raise StrangeMessageError(said("part.words-apart", words=words[:24]))
    at = min(places, key=lambda one: abs(one - about))
    seen = [k for k, char in enumerate(text) if not char.isspace()]
    return PickedWords(
        story=story.name if story is not None else None,
        texts=tuple(texts),
        which=which,
        start=seen[at],
        end=seen[at + len(words) - 1] + 1,
    )


def short_name(name: str, others: Iterable[str]) -> str:
    """A story's file without the folders that it is known without."""
    rest = [other for other in others if other != name]
    parts = name.split("/")
    for count in range(1, len(parts)):
        short = "/".join(parts[-count:])
        if not any(names_story(short, other) for other in rest):
            return short
    return name


def entry_of(
    found: PickedWords,
    page: str,
    kind: str,
    new: str,
    note: str,
    *,
    others: Iterable[WordCorrection] = (),
) -> Data:
    """The entry that asks for a change of picked words. So many words round them are taken along
    that they stand once, over the place of none of the `others` of the same texts where that can
    be; where that is too many, `nth` says which of them is meant. Raises `StrangeMessageError`
    where nothing can be asked for so."""
    text = found.texts[found.which]
    old = text[found.start : found.end]
    if kind not in KINDS:
        raise StrangeMessageError(said("part.message-lacks", name="kind"))
    if len(new) > MOST_NEW or len(old) > MOST_WORDS:
        raise StrangeMessageError(said("part.words-many", most=MOST_WORDS))
    made = "" if kind == "delete" else new
    asks = kind not in ("delete", "query", *PARAGRAPHS)  # for other words, or a face
    if asks and not _bare(new):
        raise StrangeMessageError(said("part.words-none"))
    if kind == "face" and len(new) > MOST_FACE:
        raise StrangeMessageError(said("part.words-many", most=MOST_FACE))
    if kind in PARAGRAPHS:
        _paragraphs(found, kind)
    if asks and kind != "face" and _bare(new) == _bare(old):
        raise StrangeMessageError(said("CORRECTION.same", words=old))
    if kind == "query" and not note.strip():
        raise StrangeMessageError(said("part.words-no-note"))
    asked, place = _tried(old, made, kind), (found.start, found.end)
    aside = spots_in(found.texts, found.which, others)
    entry = told_apart(found.texts, found.which, place, asked, made=made, aside=aside)
    if entry is not None:
        words, should = entry.words, (made if kind == "face" else entry.should_be or "")
        return _entry(found, page, words, should, kind=kind, note=note)
    nth = _number(found, kind, made)
    return _entry(found, page, old, made, kind=kind, note=note) | {"nth": nth}


def _paragraphs(found: PickedWords, kind: str) -> None:
    """Refuse what cannot be asked of paragraphs."""
    first = not _bare(found.texts[found.which][: found.start])
    if found.story is None or found.which < len(HEAD):
        raise StrangeMessageError(said("part.words-no-paragraph"))
    if kind == "break" and first:
        raise StrangeMessageError(said("part.words-begin"))
    if kind == "join" and (not first or found.which == len(HEAD)):
        raise StrangeMessageError(said("part.words-begin-not"))


def _tried(words: str, should: str, kind: str, nth: int | None = None) -> WordCorrection:
    if kind in PARAGRAPHS:
        return WordCorrection(story="", words=words, paragraph=PARAGRAPHS[kind], nth=nth)
    if kind == "face":
        return WordCorrection(story="", words=words, face=should, nth=nth)
    if kind == "query":
        return WordCorrection(story="", words=words, query=True, nth=nth)
    gone = not _bare(should)
    return WordCorrection(
        story="", words=words, should_be=None if gone else should, delete=gone, nth=nth
    )


def _at(found: PickedWords, words: str, start: int) -> tuple[int, int]:
    """In which text some words stand, and how often they have stood in it before."""
    text, old = _bare(found.texts[found.which]), _bare(words)
    at = len(_bare(found.texts[found.which][:start]))
    return found.which, sum(text.startswith(old, k) for k in range(at))


def _number(found: PickedWords, kind: str, made: str) -> int:
    """Which of the same words is meant, as an entry counts them."""
    words = found.texts[found.which][found.start : found.end]
    here = _at(found, words, found.start)
    for nth in range(1, MOST_SAME):
        state, count, which = judge(found.texts, _tried(words, made, kind, nth))
        if state == "open" and which == here:
            return nth
        if nth >= count:
            break
    raise StrangeMessageError(said("part.words-many-times", words=words))


def _entry(found: PickedWords, page: str, words: str, should: str, *, kind: str, note: str) -> Data:
    out: Data = {"story": found.story} if found.story is not None else {"page": page}
    out["words"] = words
    if kind in PARAGRAPHS:
        out["paragraph"] = PARAGRAPHS[kind]
    elif kind == "face":
        out["face"] = should.strip()
    elif kind == "query":
        out["query"] = True
    elif _bare(should):
        out["should_be"] = should
    else:
        out["delete"] = True
    if note.strip():
        out["note"] = note.strip()[:MOST_NEW]
    return out


# The page


def stories_on(state: "PageState") -> dict[str, Story]:
    """The stories of a page by their names."""
    page = state.page
    return {
        block.content.story.name: block.content.story
        for block in (page.composed.resolved.blocks if page is not None else ())
        if isinstance(block.content, RStory)
    }


def _story_blocks(state: "PageState") -> list[tuple[str, str]]:
    page = state.page
    return [
        (block.id, block.content.story.name)
        for block in (page.composed.resolved.blocks if page is not None else ())
        if isinstance(block.content, RStory)
    ]


def units_of(state: "PageState") -> list[list[WordLine]]:
    """The lines of a page that are of no story, those of one text together."""
    stories = stories_on(state)
    units: dict[str, list[WordLine]] = {}
    for block in state.aspect.scene.blocks if state.aspect is not None else ():
        for line in block.text:
            if owner_of(line.node) not in stories:
                units.setdefault(line.node, []).append(line)
    return list(units.values())


def _before(state: "PageState", line: WordLine, index: int, part: str) -> int:
    """How many characters of a part of a story's head stand before one on the page."""
    lines = [
        one
        for block in (state.aspect.scene.blocks if state.aspect is not None else ())
        for one in block.text
        if one.node == line.node
    ]
    before = len(_bare("".join(_until(lines, line))))
    return before + (index if index < 0 else len(_bare(line.text[:index])))


def _until(lines: Sequence[WordLine], line: WordLine) -> list[str]:
    out: list[str] = []
    for one in lines:
        if one is line:
            break
        out.append(one.text)
    return out


def _bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())
