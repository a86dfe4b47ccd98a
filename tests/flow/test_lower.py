"""Set lines to glyph runs: every character in a run, every glyph where the line has it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.faces.face import Face
from layout.flow.lower import lower_line
from layout.flow.placed import PlacedLine
from layout.inline.items import make_items
from layout.inline.justify import justified_line, natural_line
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.inline.spacing import Spacing
from layout.record import replace
from layout.spec.resolve.defaults import TextStyle
from layout.text.segment import tokens
from layout.text.shape import Manner, Voice
from layout.text.upright import UprightVoice
from tests.columns import HARD, column
from tests.toyfont import toy_face
from tests.typed import near

STYLE = TextStyle(size=10.0)


@pytest.fixture(scope="module")
def voice(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lower")
    part = Face(toy_face(folder / "part.ttf", only="中文字，。“”ab "))
    return Voice([part, Face(toy_face(folder / "toy.ttf"))], half_digits=True)


def placed(items, line, **more):
    settings = {"items": items, "line": line, "style": STYLE, "x": 5.0, "baseline": 50.0,
                "measure": 100.0, "node": "n", "body": True} | more  # fmt: skip
    return PlacedLine(**settings)


def runs_of(voice, text, measure=None, **more):
    items = make_items(voice.shape(tokens(text)), Spacing(latin_gap=0))
    last = items.count - 1
    line = (
        natural_line(items, 0, last)
        if measure is None
        else justified_line(items, 0, last, measure, is_last=False)
    )
    return lower_line(placed(items, line, **more))


def test_one_run_for_one_face(voice):
    (run,) = runs_of(voice, "中，“文")
    assert run.text == "中，“文"
    assert run.clusters == (0, 1, 2, 3)
    assert (run.x, run.y, run.size, run.node) == (5.0, 50.0, 10.0, "n")
    # The opening mark's ink stands in its half em: its pen lies half an em to the left of it.
    assert run.xs == pytest.approx((0, 10, 20 - 5, 25))
    assert run.width == pytest.approx(35)


def test_another_face_in_the_middle_begins_a_run(voice):
    runs = runs_of(voice, "中句文")
    assert [r.text for r in runs] == ["中", "句", "文"]
    assert [r.x for r in runs] == pytest.approx([5, 15, 25])
    assert len({r.face for r in runs}) == 2
    assert [r.width for r in runs] == pytest.approx([10, 10, 10])
    assert runs[0].line is runs[1].line is runs[2].line is not None


def test_another_face_inside_a_word(voice):
    runs = runs_of(voice, "abßa")  # no face has it whole: the missing letter is with the first
    assert "".join(r.text for r in runs) == "abßa"


def test_spaces_inside_keep_their_glyph_and_those_outside_have_none(voice):
    (run,) = runs_of(voice, " a b ")
    assert run.text == "a b"
    assert run.clusters == (0, 1, 2)
    assert run.xs == pytest.approx((0, 5, 7.5))


def test_justified_pens_and_facts(voice):
    (run,) = runs_of(voice, "中文字", measure=3300)
    assert run.xs == pytest.approx((0, 11.5, 23))
    assert run.width == pytest.approx(33)
    facts = run.line
    assert (facts.natural, facts.set, facts.measure, facts.last) == (30, 33, 100.0, False)
    assert (facts.tier, facts.gap_em, facts.reasons) == ("stretch:3", 0.15, ("loose",))


def test_furniture_has_no_facts(voice):
    (run,) = runs_of(voice, "中", body=False)
    assert run.line is None


def test_the_indent_moves_the_first_line(voice):
    done = set_paragraph([VoicedText("中文字中文字", voice)], ParagraphRules(indent=2000), 4000)
    first, second = (lower_line(placed(done.items, line))[0] for line in done.lines)
    assert (first.x, second.x) == (25.0, 5.0)


def test_wide_type_is_placed_wide(voice):
    (run,) = runs_of(voice, "中文", style=TextStyle(size=10.0, h_scale=1.2))
    assert run.xs == pytest.approx((0, 12))
    assert (run.width, run.h_scale) == (pytest.approx(24), 1.2)


def test_an_empty_line_has_no_runs(voice):
    items = make_items([])
    blank = natural_line(make_items(voice.shape(["中"])), 0, 0)
    empty = type(blank)(first=0, last=-1, xs=(), natural=0, width=0, is_last=True)
    assert lower_line(placed(items, empty)) == []


PIECES = st.sampled_from(["中", "句", "，", "“", "——", "……", "12%", "ab", "cd", " ", "\u3000", "é",
                          "中\ufe00", "👍", "？！", "שלום", "a\u200bb", "·"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join), st.integers(2, 20))
def test_every_character_of_every_line_is_in_a_run(voice, text, ems):
    done = set_paragraph(
        [VoicedText(text, voice)], ParagraphRules(indent=0, latin_gap=250), ems * 1000
    )
    for line in done.lines:
        runs = lower_line(placed(done.items, line))
        expected = ""
        for i in range(line.first, line.last + 1):
            space = done.items.spaces[i] if i < line.last else None
            expected += done.items.tokens[i].text + (space.text if space else "")
        expected += "\u00ad" if line.hyphen else ""
        assert "".join(r.text for r in runs) == expected
        for run in runs:
            assert len(run.glyphs) == len(run.xs) == len(run.clusters) > 0
            assert list(run.clusters) == sorted(run.clusters)
            assert run.clusters[0] == 0
            assert run.clusters[-1] < len(run.text)
            assert run.xs[0] == 0
        edge = max(r.x + r.width for r in runs)
        assert edge == pytest.approx(5.0 + line.width / 100, abs=1e-6)


def test_high_and_low_type_are_runs_of_their_own(voice):
    parts = [VoicedText("中a", voice), VoicedText("2", voice, size=600, rise=340),
             VoicedText("文", voice), VoicedText("字", voice, size=1500)]  # fmt: skip
    done = set_paragraph(parts, ParagraphRules(indent=0, latin_gap=0), 10_000)
    runs = lower_line(placed(done.items, done.lines[0]))
    assert [(r.text, r.size, r.y) for r in runs] == [
        ("中a", 10, 50), ("2", 6, pytest.approx(46.6)), ("文", 10, 50), ("字", 15, 50)
    ]  # fmt: skip
    assert [r.x for r in runs] == pytest.approx([5, 20, 23, 33])
    assert runs[0].line is runs[3].line


def test_a_hyphen_stands_at_the_end_of_its_line(voice):
    hyphen = voice.shape(["-"])[0]._replace(text="\u00ad")
    items = make_items([voice.shape(["中"])[0]._replace(tail=hyphen), *voice.shape(["文"])])
    line = natural_line(items, 0, 0)
    plain, cut = (replace(line, hyphen=hyphen, width=width)
                  for hyphen, width in ((False, 1000), (True, 1500)))  # fmt: skip
    assert "".join(r.text for r in lower_line(placed(items, plain))) == "中"
    runs = lower_line(placed(items, cut))
    assert "".join(r.text for r in runs) == "中\u00ad"
    assert runs[-1].x + runs[-1].width == pytest.approx(5 + 15)


@pytest.fixture(scope="module")
def chain(voice):
    return voice.chain


def test_a_column_runs_down_from_its_top(chain):
    (run,) = column(chain[1:], "中，文", 100, 30, 10)
    assert (run.vertical, run.turned, run.text, run.x) == (True, False, "中，文", 100)
    # Without vertical metrics a glyph's origin stands 0.88 em down and half its width to the left.
    assert (run.y, run.xs[0], run.ys[0]) == (near(38.8), 0, -5)
    assert run.origins()[2] == pytest.approx((95, 30 + 20 + 8.8))
    assert run.y + run.width == pytest.approx(30 + 30)


def test_what_is_turned_or_narrow_is_a_run_of_its_own(chain):
    runs = column(chain[1:], "中2019文100字", 100, 30, 10)
    assert [(r.text, r.turned, r.h_scale) for r in runs] == [
        ("中", False, 1), ("2019", True, 1), ("文", False, 1),
        ("100", False, 0.666), ("字", False, 1),
    ]  # fmt: skip
    turned, narrow = runs[1], runs[3]
    assert turned.xs == pytest.approx((0, 5, 10, 15))
    assert len(set(turned.ys)) == 1
    assert turned.y == pytest.approx(30 + 10 + 2.5)
    assert len(set(narrow.xs)) == 1
    assert narrow.ys == pytest.approx((-5, -1.67, 1.66), abs=0.02)


def test_flat_type_widens_a_column(chain):
    (plain,) = column(chain[1:], "中文", 100, 30, 10)
    (wide,) = column(chain[1:], "中文", 100, 30, 10, h_scale=1.2)
    assert (wide.xs, wide.width, wide.h_scale) == (plain.xs, plain.width, 1.2)
    assert wide.ys == pytest.approx([y * 1.2 for y in plain.ys])


def test_high_type_in_a_column_stands_to_the_right(chain):
    voice = UprightVoice(chain[1:], half_digits=True)
    parts = [VoicedText("中", voice), VoicedText("文", voice, size=600, rise=300)]
    runs = column(chain[1:], "", 100, 30, 10, parts=parts)
    assert [(r.text, r.size) for r in runs] == [("中", 10), ("文", 6)]
    assert runs[1].ys == pytest.approx((3 - 3,))
    assert runs[1].y == pytest.approx(30 + 10 + 0.88 * 6)


@pytest.mark.parametrize("text", HARD)
def test_every_character_of_a_column_is_in_a_run_once_and_in_order(chain, text):
    runs = column(chain, text, 100, 30, 10)
    assert "".join(r.text for r in runs) == text
    tops = [r.y - (0 if r.turned else 8.8) for r in runs]
    assert tops == sorted(tops)
    for run in runs:
        assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)
        assert run.vertical
        if run.turned:
            assert len(set(run.ys)) == 1


def test_manners_that_are_equal_are_one_run(chain):
    token = UprightVoice(chain[1:], half_digits=True).shape(["100"])[0]
    again = token._replace(manner=Manner(*token.manner))
    items = make_items([token, again])
    line = natural_line(items, 0, 1)
    assert len(lower_line(placed(items, line, vertical=True))) == 1
