"""Stories of toy type whose paragraphs name styles, poured into columns."""

from layout.flow.article.pour import pour
from layout.flow.article.slotwise import Terms
from layout.flow.article.thread import Thread
from layout.flow.columns.slots import Slot
from layout.record import replace
from layout.spec.markdown.story import parse_story
from layout.spec.resolve.defaults import PARAGRAPHS
from tests.flow.conftest import BODY, PITCH, story

INDENTED = replace(BODY, indent_em=2.0)


def spec(text: str, **more):
    """A story of toy type whose named styles are the built-in ones, and `more` of its own."""
    own = more.pop("own", {})
    known = PARAGRAPHS | own
    known_words = frozenset(name for name, _ in more.get("named", ()))
    told = parse_story(text.encode(), "one.md", names=known_words)
    rows = {p.styles for p in told.paragraphs if p.styles}
    styles = []
    for names in rows:
        style = INDENTED
        for name in names:
            style = replace(style, **known[name])
        styles.append((names, style))
    return story(text, story=told, body=INDENTED, styles=tuple(styles), **more)


def column(rows: int, measure: float = 100.0) -> list[Slot]:
    return [Slot(0.0, k * PITCH, measure) for k in range(rows)]


def poured(setter, text, columns, **more):
    terms = Terms(
        level=more.pop("level", False), widows=more.pop("widows", True), keep=2, byline=None,
        pitch=PITCH, measure=100.0,
    )  # fmt: skip
    return pour(Thread(setter, spec(text, **more)), columns, terms)


def edges(entry) -> tuple[float, float]:
    """Where the ink of a line begins and ends in its slot, in points."""
    line = entry.line
    before, _ = line.place(entry.slot.measure)
    return before + line.line.indent * line.em / 1000, before + (
        line.line.indent + line.line.width
    ) * line.em / 1000


def rows_of(done) -> list[list[int]]:
    """The rows of the grid on which each column's lines stand."""
    return [[round(e.slot.baseline / PITCH) for e in c] for c in done.columns]
