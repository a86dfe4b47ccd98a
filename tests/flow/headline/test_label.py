"""栏目: a label stands over the headline of its story, in whatever form, and covers nothing."""

import pytest

from layout.color import Color
from layout.display.items import Box
from layout.flow.article.story import Around, make_story
from layout.flow.placed import PlacedLine
from layout.geometry import Rect
from layout.spec.reader.kinds import Span
from layout.spec.resolve.resolved import RBacking, RSummary
from tests.flow.conftest import ASCENT, GRID, PITCH, block, headline, story, words

RED = Color(m=100.0, y=100.0)
TINT = Color(k=10.0)


def made(setter, head, *, label="河湾时评", width=300.0, last=30, columns=3, **more):
    spec = story("文" * 90, headline=head, label=words(label, 13.0), columns=columns)
    return make_story(setter, block(spec, last=last, width=width), spec, GRID, Around(accent=RED))


def em_box(line: PlacedLine) -> Rect:
    size = line.style.size
    if line.vertical:
        length = line.line.width * size / 1000
        return Rect(line.x - size / 2, line.baseline, size, length)
    width = line.line.width * size / 1000
    return Rect(line.x, line.baseline - ASCENT * size, width, size)


def panel(items) -> Rect:
    (box,) = [i for i in items if isinstance(i, Box) and i.node.endswith("#label")]
    return box.rect


HEADS = {
    "above": headline("把桥走完", size=24),
    "automatic": headline("把桥走完", lines=None, size=24),
    "one line": headline("把桥走完", lines=2, size=20),
    "all parts": headline(
        "把桥走完", "再修一座", lines=None,
        kicker=words("引题", 14.0), subtitle=words("副题", 12.0),
        summary=RSummary(text=words("提要" * 20, 12.0, align="justify"), leading=17.0),
    ),
    "over two columns": headline("把桥走完", lines=None, span=2),
    "inside": headline("把桥走完", lines=None, stands="inside", cols=Span(1, 3)),
    "at the head": headline("把桥走完", lines=3, stands="inside", cols=Span(1, 2), row=1),
    "beside": headline("把桥走完", lines=0, stands="beside"),
    "beside at the right": headline("把桥走完", lines=0, stands="beside", side="right"),
    "vertical": headline("把桥走完", lines=0, vertical=True),
    "on a panel": headline(
        "把桥走完", lines=None, backing=RBacking(inset=(6.0, 9.0, 6.0, 9.0), below=6.0, fill=TINT)
    ),
    "none": None,
}  # fmt: skip


@pytest.mark.parametrize("form", HEADS)
def test_a_label_covers_no_headline_and_no_text(setter, form):
    done = made(setter, HEADS[form])
    assert not [d for d in done.diagnostics if d.severity == "error"]
    label = panel(done.items)
    lines = [i for i in done.items if isinstance(i, PlacedLine) and "#label" not in i.node]
    assert {line.node.partition("#")[2] for line in lines} >= {"p1"} | (
        {"title"} if HEADS[form] else set()
    )
    for line in lines:
        assert not label.meets(em_box(line)), line.node
    grounds = [i.rect for i in done.items if isinstance(i, Box) and i.fill == TINT]
    assert not any(label.meets(ground) for ground in grounds)


@pytest.mark.parametrize("form", [n for n in HEADS if n not in ("none", "beside", "vertical")])
def test_it_stands_over_a_headline_that_stands_over_text(setter, form):
    done = made(setter, HEADS[form])
    title = min(
        em_box(i).y for i in done.items if isinstance(i, PlacedLine) and i.node.endswith("#title")
    )
    assert form == "beside at the right" or panel(done.items).bottom < title


def test_it_is_read_first(setter):
    done = made(setter, HEADS["above"])
    assert [i.node.partition("#")[2] for i in done.items][:3] == ["label", "label", "title"]


def test_the_lines_of_a_headline_are_its_own(setter):
    """A label takes its lines besides: 4 of the headline, and 3 for 29.9 pt at a pitch of 12."""
    done = made(setter, headline("题", lines=4))
    first = min(i.baseline for i in done.items if isinstance(i, PlacedLine) and i.body)
    assert first == pytest.approx(GRID.baseline_of(8))


def test_a_label_wider_than_its_place_is_set_smaller_and_told(setter):
    done = made(setter, HEADS["above"], label="很长的栏目名字", width=100.0, columns=1)
    assert panel(done.items).right <= 20 + 100 + 1e-6
    assert [d.code for d in done.diagnostics][:1] == ["DISPLAY-SHRUNK"]


def test_text_beyond_the_span_begins_at_the_head(setter):
    done = made(setter, HEADS["over two columns"])
    third = [f for f in done.frames if f.order == 3]
    assert third[0].rect.y == pytest.approx(GRID.top_of(1))
    assert all(f.rect.y > third[0].rect.y + PITCH for f in done.frames if f.order < 3)
