"""What is drawn at the words of a story and set over them, and whether its lines leave room."""

from collections.abc import Iterator, Sequence
from typing import Final

from layout.diagnostics import Diagnostic, shown, warning
from layout.flow.article.thread import SetText, ruby_beside
from layout.flow.placed import PlacedItem, PlacedLine
from layout.flow.type.linemarks import drawn_at, meets_letters, middle_of, takes_of, words_of
from layout.flow.type.ruby import GAP, LONG, starts_of
from layout.flow.type.setter import DisplayLine, Setter
from layout.spec.markdown.paragraph import RUBY, Paragraph
from layout.spec.resolve.resolved import RStory
from layout.text.charclass import IDEOGRAPHIC
from layout.text.scripts import EM
from layout.units import EM_ASCENT, fits
from layout.words.said import said

CALLED: Final = {
    "dots": "part.drawn-dots", "underline": "part.drawn-underline", "wavy": "part.drawn-wavy",
    "box": "part.drawn-box", RUBY: "part.drawn-ruby",
}  # fmt: skip
"""The key of what each is called."""
RUBY_FOOT: Final = 0.22
"""From the baseline of letters down to the foot of a g, in em of theirs: it stands on the em box of
the text."""
RUBY_HEIGHT: Final = 1.14
"""From there to the top of ǚ, and a hair of white, in em of the letters."""
RUBY_BREADTH: Final = 1.2
"""Of letters that lie beside a column, from the foot of a g to the top of ǚ and a hair of white, in
em: they stand with the middle of their capitals in the middle of it."""


def marked(
    setter: Setter, story: RStory, lines: Sequence[PlacedLine], setting: SetText, leading: float
) -> tuple[list[PlacedItem], list[Diagnostic]]:
    """What is drawn at the words of lines that stand `leading` points apart, the letters over them,
    and a warning for each kind in a paragraph for which that is too little.

    The letters come after the whole text, so that a program that reads the page back meets it
    undivided.
    """
    items: list[PlacedItem] = []
    for line in lines:
        items += drawn_at(line, line.marks, beside=RUBY_BREADTH * _ruby_size(story, line))
    paragraphs = _paragraphs(setting)
    found = [*_nothing(lines, paragraphs), *_no_room(story, lines, paragraphs, leading)]
    if story.ruby is not None:
        for line in lines:
            items += _letters(setter, story, line, paragraphs[_number(line)], found)
    return items, found


def _paragraphs(setting: SetText) -> dict[int, Paragraph]:
    """The paragraphs of a text as they were set, by their number in the story."""
    out: dict[int, Paragraph] = {}
    at = 0
    for paragraph, done in setting.sets:
        if done.lines:
            out[setting.lines[at].paragraph] = paragraph
            at += len(done.lines)
    return out


def _ruby_size(story: RStory, line: PlacedLine) -> float:
    """The size of letters over a line, in points; 0 in a story that has none."""
    return ruby_beside(story, line.style).size if story.ruby is not None else 0.0


def _number(line: PlacedLine) -> int:
    """The number of a line's paragraph."""
    return line.passage.paragraph if line.passage is not None else 0


def _nothing(lines: Sequence[PlacedLine], paragraphs: dict[int, Paragraph]) -> Iterator[Diagnostic]:
    """Words that have dots and no Han in them: a warning for each, where it begins."""
    for line in lines:
        for run in line.marks:
            words = words_of(line, run) if run.voice == "dots" else None
            if words is None or words.open[0]:
                continue
            items, end = line.items, run.end
            tokens = zip(items.tokens[words.first :], items.offsets[words.first :], strict=True)
            if not any(t.cls in IDEOGRAPHIC for t, at in tokens if at < end):
                paragraph = paragraphs[_number(line)]
                text = paragraph.text[run.start : run.end]
                yield warning("MARK-NONE.dots", paragraph.place_at(run.start), text=shown(text, 40))


def _no_room(
    story: RStory,
    lines: Sequence[PlacedLine],
    paragraphs: dict[int, Paragraph],
    leading: float,
) -> Iterator[Diagnostic]:
    told: set[tuple[int, str]] = set()
    for line in lines:
        size = line.style.size * (line.style.h_scale if line.vertical else 1.0)
        number = _number(line)
        for run in (r for r in line.marks if r.voice in CALLED):
            ruby = _ruby_size(story, line)
            if run.voice == RUBY:
                takes = (RUBY_BREADTH if line.vertical else RUBY_HEIGHT) * ruby
            else:
                takes = takes_of(run, line.marks) * line.style.size
                if line.vertical and run.voice == "dots" and meets_letters(run, line.marks):
                    takes += RUBY_BREADTH * ruby
            if (number, run.voice) in told or fits(takes, leading - size):
                continue
            told.add((number, run.voice))
            yield warning(
                "MARK-ROOM.drawn", paragraphs[number].place_at(run.start),
                mark=said(CALLED[run.voice]), takes_pt=takes, room_pt=max(0.0, leading - size),
            )  # fmt: skip


def _letters(
    setter: Setter,
    story: RStory,
    line: PlacedLine,
    paragraph: Paragraph,
    found: list[Diagnostic],
) -> Iterator[PlacedLine]:
    """The letters over the characters of a line, or to the right of a column."""
    style, down = line.style, line.vertical
    ruby = ruby_beside(story, style)
    set_lines: list[DisplayLine] = []
    middles: list[float] = []
    for run in line.marks:
        words = words_of(line, run) if run.voice == RUBY else None
        if words is None:
            continue
        made = setter.letters(paragraph, run, ruby, vertical=down)
        set_lines.append(made)
        middles.append((middle_of(line, words.first) + middle_of(line, words.last)) / 2)
        found += made.diagnostics
        em = style.size * (1.0 if down else style.h_scale)
        if made.width > LONG * em / EM:
            found.append(
                warning(
                    "RUBY.long",
                    paragraph.place_at(run.start),
                    text=run.target,
                    character=paragraph.text[run.start : run.end],
                    width=made.width / em,
                    most=LONG / EM,
                )
            )
    begin = line.baseline if down else line.x
    widths = [made.width for made in set_lines]
    starts = starts_of(middles, widths, GAP * ruby.size, begin, begin + line.measure)
    node = f"{story.story.name}#ruby{_number(line)}"
    for made, start in zip(set_lines, starts, strict=True):
        if down:
            beside = line.x + style.size * style.h_scale / 2 + (RUBY_BREADTH - 1) / 2 * ruby.size
            yield made.at(beside, start, made.width, node)
        else:
            foot = line.baseline - EM_ASCENT * style.size
            top = foot - (RUBY_FOOT + EM_ASCENT) * ruby.size
            yield made.at(start, top, made.width, node)
