"""COLBAL: columns of a story that end apart, each broken page and its mended twin."""

from layout.check.makeup.checks import colbal, underset
from layout.check.makeup.subject import Subject
from layout.record import replace
from layout.words.said import said
from tests.check.pages import (
    column,
    facts,
    filler,
    fit,
    frame,
    rect,
    run,
    story,
    story_block,
    subject,
    told_by,
    top,
    two_columns,
)
from tests.told import Told
from tests.typed import near


def apart(lines: float, short: tuple[int, ...]) -> Told:
    """The columns of the story s end so many lines apart, each so many short of its foot."""
    return "COLBAL.apart", {
        "node": "s", "lines": near(lines), "most_lines": 1, "short_lines": short,
        "hint": said("part.mend-level"),
    }  # fmt: skip


def test_columns_end_within_a_line() -> None:
    assert not told_by(colbal.CHECK, two_columns(filler(10), filler(9)))
    assert told_by(colbal.CHECK, two_columns(filler(10), filler(8))) == [apart(2, (0, 2))]
    assert not told_by(
        colbal.CHECK, two_columns(filler(10), filler(8), checks="{COLBAL: {lines: 2}}")
    )


def test_a_line_is_one_of_the_texts_own_leading() -> None:
    """Columns of one more line end one of their own lines apart, though that is more of the
    grid's."""
    own = 18.0  # one and a half of the grid's 12
    items = []
    frames = []
    for order, (x, count) in enumerate(((50, 6), (260, 5)), 1):
        items += [
            run(w, x, top(1) + 9.8 + own * k, f"s#p{n}", line=facts(last=last))
            for k, (w, n, last) in enumerate(filler(count))
        ]
        frames.append(frame("s", x, 1, 9, order=order, used=count))
    made = subject(items, frames=frames, blocks=[story_block("s", rect(50, 1, 400, 9))])
    assert told_by(colbal.CHECK, made) == [apart(1.5, (1, 2))]
    page = replace(made.page, frames=tuple(replace(f, leading=own) for f in frames))
    assert not told_by(colbal.CHECK, replace(made, page=page))


def test_a_note_at_the_foot_ends_a_column() -> None:
    made = two_columns(filler(10), filler(7))
    assert told_by(colbal.CHECK, made)
    note = run("本版图片", 300, top(10) + 8.8, "s#foot")
    page = replace(made.page, items=(*made.page.items, note))
    assert not told_by(colbal.CHECK, replace(made, page=page))


def test_columns_that_are_to_end_level_are_not_asked_to() -> None:
    uneven = two_columns(filler(10), filler(7))
    asked = replace(uneven, stories=(story("甲。", end_level=True),))
    (level,), (text,) = (told_by(colbal.CHECK, made) for made in (uneven, asked))
    assert level[1]["hint"] == said("part.mend-level")
    assert text[1]["hint"] == said("part.mend-text")


def ragged(left: int, right: int, **more: object) -> Subject:
    """Two columns of ten lines with so many set."""
    items = [
        *column(filler(left), 50, 1, "s"),
        *column(filler(right, paragraph=2), 260, 1, "s"),
    ]
    return subject(
        items,
        frames=[frame("s", 50, 1, 10, used=left), frame("s", 260, 1, 10, order=2, used=right)],
        blocks=[story_block("s", rect(50, 1, 400, 10))],
        fits=[fit("s", left + right, 20, columns=2)],
        **more,  # type: ignore[arg-type]
    )


def test_one_empty_foot_is_told_once() -> None:
    short = ragged(10, 4)
    assert len(told_by(underset.CHECK, short)) == 1
    assert not told_by(colbal.CHECK, short)
    assert told_by(colbal.CHECK, ragged(10, 4, checks="{UNDERSET: skip}"))


def test_columns_that_are_not_level_for_another_cause_are_told() -> None:
    assert told_by(colbal.CHECK, ragged(5, 10))  # a hole in the first column
    assert told_by(colbal.CHECK, ragged(10, 8))  # as few lines as may be empty
    assert not told_by(colbal.CHECK, ragged(9, 9))
