"""The specimen of furniture, and pairs of small pages that must look alike or must not."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.display.items import GlyphRun
from layout.display.items import Path as Curve
from layout.spec.resolve.defaults import RULE_NAMES
from tests import pdfread
from tests.conftest import Project

F1 = Path(__file__).parents[1] / "specs/furniture/F1.yaml"
HEAD = "page: G1\nformat: tabloid\nstyles: own.yaml\nblocks:\n"
SHEET = "rules:\n  own: {like: thick}\n  hair: 0.1mm\n"


def test_the_specimen_builds_without_a_word_and_shows_every_rule():
    page = Session().page(F1)
    assert not page.diagnostics
    wanted = "".join(i.text for i in page.display.items if isinstance(i, GlyphRun))
    of_paper = {RULE_NAMES["masthead"], RULE_NAMES["foot"]}  # shown in specs/masthead
    for name in {*RULE_NAMES.values()} - of_paper:
        assert name.removeprefix("花边: ").replace("正线", "") in wanted
    assert sum(isinstance(i, Curve) for i in page.display.items) >= 9
    assert "".join(pdfread.text(page.pdf()).split()) == "".join(wanted.split())


@pytest.mark.parametrize("style", ["plain", "panel", "band", "centered", "divided"])
@pytest.mark.parametrize("outer", ["left", "right"])
def test_it_builds_with_every_header(style: str, outer: str):
    page = Session().page(F1, overrides=(f"header.style={style}", f"header.outer={outer}"))
    assert not page.diagnostics


PICTURE = "  - {{picture: assets/park.jpg, {keys}, at: {{cols: 1-2, lines: 1-14}}}}\n"
TEXT = "  - {{text: 甲乙, {keys}, at: {{cols: 1-2, lines: 1-8}}}}\n"
SAME = [
    (TEXT, "rules: wenwu", "rules: {all: wenwu}"),
    (TEXT, "rules: thin", "rules: {top: thin, right: thin, bottom: thin, left: thin}"),
    (TEXT, "rules: own", "rules: thick"),
    (TEXT, "fill: K100", "fill: K100, reverse: true"),
    (TEXT, "fill: K10", "fill: K10, reverse: false"),
    (PICTURE, "caption: 甲乙", "caption: 甲乙, caption_at: below, credit_at: end"),
    (PICTURE, "caption: 甲乙", "caption: 甲乙, caption_lines: 1"),
    (PICTURE, "caption: 甲, caption_at: left", "caption: 甲, caption_at: left, caption_width: 9zi"),
]  # fmt: skip
OTHER = [
    (TEXT, "rules: own", "rules: hair"),
    (TEXT, "rules: wavy", "rules: double-wavy"),
    (TEXT, "rules: meander", "rules: {top: meander, bottom: meander}"),
    (TEXT, "fill: K100", "fill: K100, reverse: false"),
    (TEXT, "fill: K10", "fill: K10, reverse: true"),
    (PICTURE, "caption: 甲乙", "caption: 甲乙, caption_at: above"),
    (PICTURE, "caption: 甲乙, caption_at: left", "caption: 甲乙, caption_at: right"),
    (PICTURE, "caption: 甲乙, credit: 丙", "caption: 甲乙, credit: 丙, credit_at: below"),
]


def dumps(project: Project, block: str, *keys: str) -> list[str]:
    project.write("own.yaml", SHEET)
    made = []
    for written in keys:
        page = project.composed(HEAD + block.format(keys=written))
        assert page.good, page.diagnostics
        made.append(page.dump())
    return made


@pytest.mark.parametrize(("block", "one", "other"), SAME)
def test_two_ways_to_say_one_thing(project: Project, block: str, one: str, other: str):
    first, second = dumps(project, block, one, other)
    assert first == second


@pytest.mark.parametrize(("block", "one", "other"), OTHER)
def test_two_things_are_not_one(project: Project, block: str, one: str, other: str):
    first, second = dumps(project, block, one, other)
    assert first != second
