"""FOLD: text, small type and faces in the fold of two facing pages."""

import pytest

from layout.check.makeup.checks import fold
from layout.check.makeup.subject import CodeFacts, Subject
from layout.display.items import GlyphRun, Picture
from layout.geometry import Rect
from layout.record import replace
from layout.units import mm
from tests.check.pages import Square, block, facts, found, run, story_block, subject, told_by
from tests.typed import near

FOLD = 250.0
CLEAR = mm(3)


def sheet(*items: GlyphRun | Picture, checks: str = "", **more: object) -> Subject:
    made = subject(
        items,
        blocks=[
            story_block("a", Rect(50, 60, 400, 300)),
            block("b", "text", Rect(50, 400, 400, 90)),
        ],
        face=lambda key: Square(),
        checks=checks,
    )
    return replace(made, page=replace(made.page, fold=FOLD), **more)


def text(x: float, words: str = "正文一行") -> GlyphRun:
    return run(words, x, 200, "a#p1", line=facts())


def small(x: float, size: float = 10.0) -> GlyphRun:
    return run("小字", x, 420, "b", size=size)


def picture(left: float, width: float) -> Picture:
    return Picture(rect=Rect(left, 100, width, 100), source="p.jpg", node="b")


def test_a_line_of_text_over_the_fold_is_an_error_with_both_sides_in_mm() -> None:
    (one,) = found(fold.CHECK, sheet(text(220)))
    assert (one.said.key, one.severity) == ("FOLD.text-across", None)
    assert (one.said["left_mm"], one.said["right_mm"]) == (near(30 / mm(1)), near(10 / mm(1)))
    assert (one.said["block"], one.said["lines"], one.said["text"]) == ("a", 1, "正文一行")


def test_lines_of_a_block_are_told_together_by_the_worst() -> None:
    one, other = text(215), replace(text(228, "第二行字"), y=220.0)
    (told,) = found(fold.CHECK, sheet(one, other))
    assert (told.said["lines"], told.said["text"]) == (2, "第二行字")


def test_white_to_the_fold_by_the_threshold() -> None:
    edge = FOLD - CLEAR - 40
    assert not told_by(fold.CHECK, sheet(text(edge)))
    (one,) = found(fold.CHECK, sheet(text(edge + 0.3)))
    assert (one.said.key, one.severity) == ("FOLD.near", "warning")
    assert one.said["white_mm"] == near((CLEAR - 0.3) / mm(1))
    assert not told_by(fold.CHECK, sheet(text(FOLD + CLEAR)))
    assert told_by(fold.CHECK, sheet(text(FOLD + CLEAR - 0.3)))
    wider = sheet(text(edge), checks="{FOLD: {clear: 4mm}}")
    assert told_by(fold.CHECK, wider)


def test_small_type_may_not_cross_and_large_may() -> None:
    (one,) = found(fold.CHECK, sheet(small(240)))
    assert one.said.key == "FOLD.small-across"
    assert (one.said["size_pt"], one.said["size_least_pt"]) == (10.0, 30.0)
    assert not told_by(fold.CHECK, sheet(small(220, 30.0)))
    assert told_by(fold.CHECK, sheet(small(220, 29.5)))
    assert not told_by(fold.CHECK, sheet(small(220, 29.5), checks="{FOLD: {size: 24pt}}"))


def test_what_stands_in_the_strip_is_meant_for_the_fold() -> None:
    assert not told_by(fold.CHECK, sheet(text(220), in_strip=frozenset({"a"})))


def test_a_page_alone_has_no_fold() -> None:
    made = sheet(text(220))
    assert not told_by(fold.CHECK, replace(made, page=replace(made.page, fold=0.0)))


@pytest.mark.parametrize(
    ("left", "focus", "stated", "key"),
    [
        (150.0, 0.5, True, "FOLD.focus"),
        (150.0, 0.5, False, "FOLD.middle"),
        (150.0, 0.53, True, "FOLD.focus"),
        (150.0, 0.55, True, ""),
        (150.0, 0.25, True, ""),
        (250.0, 0.0, True, ""),  # beside the fold, and not over it
    ],
)
def test_the_main_point_of_a_picture_keeps_off_the_fold(
    left: float, focus: float, stated: bool, key: str
) -> None:
    made = sheet(picture(left, 200.0), focuses={("b", "p.jpg"): ("b", focus, stated)})
    told = found(fold.CHECK, made)
    assert [f.said.key for f in told] == ([key] if key else [])
    if told:
        assert told[0].severity == "warning"
        assert told[0].said["off_mm"] == near(abs(left + 200 * focus - FOLD) / mm(1))


def test_the_main_point_is_where_the_crop_shows_it() -> None:
    cropped = replace(picture(150.0, 200.0), crop=(0.5, 0.0, 1.0, 1.0))
    where = {("b", "p.jpg"): ("b", 0.75, True)}
    assert told_by(fold.CHECK, sheet(cropped, focuses=where))
    assert not told_by(fold.CHECK, sheet(picture(150.0, 200.0), focuses=where))


def test_a_code_is_not_folded() -> None:
    def with_code(x: float) -> Subject:
        code = CodeFacts(block="b", node="b", rect=Rect(x, 420, 40, 40), across=33, tall=0.0)
        return sheet(codes=(code,))

    (one,) = found(fold.CHECK, with_code(FOLD - 20))
    assert (one.said.key, one.severity, one.said["left_mm"]) == (
        "FOLD.code", None, near(20 / mm(1)),
    )  # fmt: skip
    assert not found(fold.CHECK, with_code(FOLD - CLEAR - 40))
