"""电头: where and when a story was filed and by whom, run into its first paragraph in 黑.

It is given in the story's head, or marked in the text itself (`[本报讯]{电头}`); it is looked for
there only where a block asks for that.
"""

import re
from collections.abc import Callable
from typing import Final

from layout.diagnostics import Diagnostic, Place, shown, warning
from layout.record import replace
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.markdown.paragraph import NAMED, Paragraph, Run
from layout.spec.markdown.story import Story
from layout.spec.resolve.texts import IDEOGRAPHIC_SPACE
from layout.words.said import said

STYLE: Final = "电头"
"""The style of its words."""
CLOSED: Final = "）)】〕：:"
"""Marks after which the text follows at once; after anything else stands an em of white."""
_SHOWN: Final = 16

_FOUND: Final = re.compile(
    r"据?[\u4e00-\u9fff]{1,6}?(?:报|刊|社|台|网)"  # 本报, a news agency
    r"[^，。；：！？“”‘’（）()]{0,24}?(?:讯|电|消息)"  # the place, the day
    r"(?:[ \u3000]*[（(][^（）()]{1,60}[）)]|：|(?=[ \u3000]))"  # by whom
)
"""An 电头 at the beginning of a text: 本报北京9月12日讯（记者 …）, 本报讯 and a space."""


def dated(
    story: Story,
    expand: Callable[[str, Place], str],
    faults: list[Diagnostic],
    *,
    find: Place | None,
    boxed: frozenset[str] = frozenset(),
    initial: bool = False,
) -> Story:
    """A story whose first paragraph has its 电头 in the style of that name.

    `expand` fills in the fields of its words; `find` is the place where a block asks that it be
    looked for in the text; a paragraph in one of the boxes of the names `boxed` is not the first of
    the text; `initial` is whether the block sets the first character over several
    lines, which an 电头 cannot begin.
    """
    number = next(
        (n for n, p in enumerate(story.paragraphs) if p.kind == "body" and not boxed & _round(p)),
        None,
    )
    words = story.front.dateline
    place = story.front.place_of("dateline")
    # What begins an item of a list stands behind its mark, and is no beginning of a text.
    if number is None or (words and _listed(story.paragraphs[number])):
        if words:
            told = said("DATELINE.no-text", words=shown(words), path="dateline")
            faults.append(warning(told, place))
        return story
    first = story.paragraphs[number]
    marked = first.runs and first.runs[0] == Run(0, first.runs[0].end, NAMED, STYLE)
    found = _FOUND.match(first.text)
    end = found.end() if found is not None else 0
    if words:
        if end or marked:
            until = end or first.runs[0].end
            told = said("DATELINE.twice", there=shown(first.text[:until]), path="dateline")
            faults.append(warning(told, place))
        made = _before(first, expand(words, place), place)
    elif find is not None and not marked:
        if not end:
            told = said("DATELINE.none", story=story.name, begins=shown(first.text[:_SHOWN]))
            faults.append(warning(told, find))
            return story
        made = replace(first, runs=(Run(0, end, NAMED, STYLE), *first.runs))
    else:
        made = first
    if initial and (made is not first or marked):
        faults.append(warning("DATELINE.initial", find or place, story=story.name))
    paragraphs = (*story.paragraphs[:number], made, *story.paragraphs[number + 1 :])
    return replace(story, paragraphs=paragraphs)


def _before(first: Paragraph, words: str, place: Place) -> Paragraph:
    """A paragraph with an 电头 at its beginning."""
    text, runs = unmarked(words, frozenset())
    after = len(text)
    text += "" if text[-1:] in CLOSED else IDEOGRAPHIC_SPACE
    return first.behind(text, (Run(0, after, NAMED, STYLE), *runs), ((0, place),))


def _listed(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the item of a list."""
    return paragraph.asked is not None and paragraph.asked.mark > 0


def _round(paragraph: Paragraph) -> frozenset[str]:
    """The names of the fences round a paragraph."""
    asked = paragraph.asked
    return frozenset(f.text for f in asked.styles[: asked.fenced]) if asked else frozenset()
