"""CAPTION: how far a caption stands from its picture."""

import pytest

from layout.check.engine import NotCheckedError
from layout.check.makeup.checks import caption
from layout.check.makeup.subject import Subject
from layout.display.items import Picture
from layout.geometry import Rect
from layout.units import to_mm
from tests.check.pages import (
    block,
    found,
    run,
    subject,
    told_by,
)
from tests.typed import near


def captioned(gap: float, words: str = "图说") -> Subject:
    picture = Picture(rect=Rect(60, 100, 100, 80), source="p.jpg", node="p")
    line = run(words, 60, 180 + gap + 8.8, "p#caption")
    return subject([picture, line], blocks=[block("p", "picture", Rect(60, 100, 100, 120))])


def test_a_caption_stands_within_two_lines_of_its_picture() -> None:
    assert not told_by(caption.CHECK, captioned(24.0))
    assert told_by(caption.CHECK, captioned(24.1)) == [
        ("CAPTION.far", {"text": "图说", "lines": near(24.1 / 12), "most_lines": 2})
    ]


def test_a_caption_is_no_wider_than_its_picture() -> None:
    assert not told_by(caption.CHECK, captioned(4, "十个字的图说刚好宽了"))
    assert told_by(caption.CHECK, captioned(4, "十一个字的图说就太宽了")) == [
        (
            "CAPTION.wide",
            {
                "text": "十一个字的图说就太宽了", "width_mm": near(to_mm(110)),
                "picture_mm": near(to_mm(100)),
            },
        )
    ]  # fmt: skip


def test_a_caption_without_a_picture_is_not_checked() -> None:
    with pytest.raises(NotCheckedError):
        found(caption.CHECK, subject([run("图说", 60, 100, "p#caption")]))


def test_the_distance_of_two_rectangles() -> None:
    a = Rect(0, 0, 10, 10)
    assert [caption.distance(a, b) for b in (a, Rect(15, 0, 5, 5), Rect(0, -8, 5, 5))] == [0, 5, 3]
