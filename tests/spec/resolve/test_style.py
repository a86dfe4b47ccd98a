"""Styles and colours by name: what builds on what, circles, and names there are not."""

from itertools import pairwise
from typing import Any

import pytest

from layout.color import Color
from layout.diagnostics import Diagnostic
from layout.spec.model.style import SCALE
from layout.spec.resolve.defaults import COLORS, STYLES, Scales
from layout.spec.resolve.style import LIKE_MOST, Styles
from layout.words.said import said
from tests.spec.helpers import codes, refused, sheet, where
from tests.told import assert_told


def styles(*texts: str, body: float = 9.0) -> tuple[Styles, list[Diagnostic]]:
    found: list[Diagnostic] = []
    made = Styles(tuple(map(sheet, texts)), body_size=body, pitch=12.0, faults=found)
    return made, found


def values(made: Styles, name: str, *keys: str) -> list[Any]:
    return [getattr(made.get(name), key) for key in keys]


def test_without_sheets_the_built_in_styles_are_there() -> None:
    made, found = styles()
    assert not found
    for name in STYLES:
        assert made.get(name).name == name
    assert made.get("body") == STYLES["body"]


def test_text_styles_have_the_size_of_the_body() -> None:
    made, _ = styles(body=10.5)
    assert [made.get(n).size for n in ("body", "subhead", "runin", "byline", "note")] == [
        10.5, 10.5, 10.5, 10.5, 8.0
    ]  # fmt: skip


def test_a_heading_in_the_line_takes_what_a_part_of_a_line_can() -> None:
    made, found = styles(
        "styles:\n  runin: {like: subhead, face: 楷, size: 10pt, digits: half}\n", body=10.0
    )
    assert not found
    assert values(made, "runin", "face", "size", "half_digits") == ["楷", 10.0, True]
    _, found = styles("styles:\n  runin: {color: M100, face: 黑}\n")
    assert [(d.code, d.severity, where(d)) for d in found] == [("STYLE-IDLE", "warning", (2, 18))]


def test_units_become_points_and_em() -> None:
    made, found = styles(
        "styles:\n"
        "  a: {size: 2zi, leading: 1.5em, tracking: 1.8pt, stroke: 0.02em, indent: 2zi}\n"
        "  b: {size: 小四, leading: 1lines, h_scale: 110, digits: proportional, indent: 1lines}\n"
        "  c: {size: 10mm, leading: 2lines, color: M30 Y100}\n"
        "  d: {latin_gap: 0.1, level: none, fit: first}\n"
    )
    assert not found
    keys: tuple[str, ...] = ("size", "leading", "tracking_em", "stroke_em", "indent_em")
    assert values(made, "a", *keys) == [18.0, 27.0, pytest.approx(0.1), 0.02, 2.0]
    keys = ("size", "leading", "h_scale", "half_digits", "indent_em")
    assert values(made, "b", *keys) == [12.0, 0.0, pytest.approx(1.1), False, 1.0]
    keys = ("size", "leading", "color")
    millimetres = pytest.approx(28.3465, abs=1e-4)
    assert values(made, "c", *keys) == [millimetres, 24.0, Color(m=30, y=100)]
    assert values(made, "d", "latin_gap_em", "level", "fit") == [0.1, "none", "first"]


def test_type_is_condensed_and_flattened_by_its_size_as_written() -> None:
    made, found = styles(
        "styles:\n"
        "  a: {size: 50pt, h_scale: 88}\n"
        "  b: {size: 34pt, v_scale: 60, leading: 1.5em, stroke: 0.34pt, indent: 34pt}\n"
        "  c: {like: b, size: 20pt}\n"
        "  d: {like: b, h_scale: 80}\n"
        "  e: {like: b, v_scale: 100}\n"
    )
    assert not found
    keys = ("size", "h_scale", "written")
    assert values(made, "a", *keys) == [50.0, 0.88, 50.0]
    assert values(made, "b", *keys) == [pytest.approx(20.4), pytest.approx(1 / 0.6), 34.0]
    assert values(made, "b", "leading", "stroke_em", "indent_em") == [
        pytest.approx(30.6), pytest.approx(0.34 / 20.4), 1.0
    ]  # fmt: skip
    assert values(made, "c", *keys) == [pytest.approx(12), pytest.approx(1 / 0.6), 20.0]
    assert values(made, "d", *keys) == [pytest.approx(20.4), pytest.approx(0.8 / 0.6), 34.0]
    assert values(made, "e", *keys) == [34.0, 1.0, 34.0]


def test_scales_left_open_are_drawn_as_near_to_the_face_as_they_may_be() -> None:
    made, found = styles(
        "styles:\n"
        "  a: {size: 30pt, h_scale: [70, 100]}\n"
        "  b: {like: a, v_scale: 80}\n"
        "  c: {like: a, h_scale: 90}\n"
        "  d: {size: 30pt, h_scale: [60, 80], v_scale: [110, 130]}\n"
    )
    assert not found
    assert values(made, "a", "size", "h_scale", "scales") == [30, 1, Scales((0.7, 1), (1, 1))]
    assert values(made, "b", "size", "scales") == [24, Scales((0.7, 1), (0.8, 0.8))]
    assert values(made, "c", "h_scale", "scales") == [0.9, None]
    assert values(made, "d", "size", "h_scale") == [33, pytest.approx(0.8 / 1.1)]


@pytest.mark.parametrize("key", ["h_scale", "v_scale"])
def test_scales_out_of_order_and_out_of_bounds_are_told(key: str) -> None:
    made, found = styles(f"styles: {{a: {{{key}: [100, 70]}}}}")
    assert_told(found[0], "STYLE-LIMIT.order", {"least": 100.0, "most": 70.0})
    assert made.get("a").scales is not None
    assert refused(SCALE, "40").said.key == "VALUE.kind"
    assert refused(SCALE, "[60, 80, 100]").said.key == "VALUE.count"


def test_what_is_not_written_comes_from_like_or_from_the_body() -> None:
    text = "styles:\n  body: {face: 楷}\n  zz: {size: 7pt}\n  aa: {size: 8pt}\n  main: {face: 黑}\n"
    made, found = styles(text + "  b: {like: title, size: 20pt}\n")
    assert not found
    assert values(made, "aa", "face", "size") == ["楷", 8.0]
    assert values(made, "zz", "face", "size") == ["楷", 7.0]  # whatever its name
    assert values(made, "b", "face", "size", "align") == ["大标宋", 20.0, "left"]
    assert values(made, "main", "face", "size", "align") == ["黑", 66.0, "fill"]  # the built-in


def test_a_later_sheet_lies_over_an_earlier_one() -> None:
    made, found = styles(
        "styles: {a: {size: 7pt, face: 黑}, b: {like: a}}\ncolors: {accent: C100, mine: accent}\n",
        "styles: {a: {size: 8pt, color: mine}}\ncolors: {accent: K50}\n",
    )
    assert not found
    assert values(made, "a", "size", "face", "color") == [8.0, "黑", Color(k=50)]
    assert values(made, "b", "size", "face") == [8.0, "黑"]
    assert made.colors["mine"] == Color(k=50)
    assert made.get("index-page").color == Color(k=50)  # a built-in style in a changed colour


def test_colours_may_name_one_another_in_any_order() -> None:
    made, found = styles("colors: {a: b, b: 红, 红: M100 Y90, c: black}\n")
    assert not found
    assert made.colors["a"] == made.colors["b"] == Color(m=100, y=90)
    assert made.colors["c"] == COLORS["black"]


@pytest.mark.parametrize(
    ("text", "key", "place", "values"),
    [
        (
            "styles:\n  a: {like: b}\n  b: {like: a}\n",
            "STYLE-CYCLE.like",
            (3, 13),
            {"styles": "a → b → a"},
        ),
        ("styles:\n  a: {like: a}\n", "STYLE-CYCLE.like", (2, 13), {"styles": "a → a"}),
        ("styles:\n  body: {like: body}\n", "STYLE-CYCLE.like", (2, 16), {"styles": "body → body"}),
        (
            "styles:\n  a: {like: titel}\n",
            "UNKNOWN-STYLE.name",
            (2, 13),
            {"name": "titel", "hint": said("part.did-you-mean", word="title")},
        ),
        (
            "styles:\n  a: {color: acent}\n",
            "UNKNOWN-COLOR.name",
            (2, 14),
            {"name": "acent", "hint": said("part.did-you-mean", word="accent")},
        ),
        (
            "colors:\n  a: qqqqq\n",
            "UNKNOWN-COLOR.name",
            (2, 6),
            {
                "name": "qqqqq",
                "hint": said(
                    "part.known-colors",
                    names=(
                        "black",
                        "white",
                        "paper",
                        "accent",
                        "tint",
                        "tint-2",
                        "红",
                        "蓝",
                        "绿",
                        "灰",
                        "a",
                    ),
                ),
            },
        ),
        ("colors:\n  a: b\n  b: a\n", "COLOR-CYCLE.names", (3, 6), {"colors": "a → b → a"}),
        (
            "colors:\n  accent: accent\n",
            "COLOR-CYCLE.names",
            (2, 11),
            {"colors": "accent → accent"},
        ),
        ("colors:\n  K50: K50\n", "COLOR-NAME.ink", (2, 3), {"path": "colors", "name": "K50"}),
        ("colors:\n  a b: K50\n", "COLOR-NAME.ink", (2, 3), {"path": "colors", "name": "a b"}),
        (
            "styles:\n  a: {size: 50zi}\n",
            "STYLE-LIMIT.value",
            (2, 13),
            {"path": "styles.a.size", "value": 900.0, "unit": "pt", "least": 1.0, "most": 600.0},
        ),
        (
            "styles:\n  a: {leading: 1pt}\n",
            "STYLE-LIMIT.value",
            (2, 16),
            {"path": "styles.a.leading", "value": 1.0, "unit": "pt", "least": 4.5, "most": 600.0},
        ),
        (
            "styles:\n  a: {tracking: -1em}\n",
            "STYLE-LIMIT.value",
            (2, 17),
            {"path": "styles.a.tracking", "value": -1.0, "unit": "em", "least": -0.5, "most": 10.0},
        ),
        (
            "styles:\n  a: {stroke: 9pt}\n",
            "STYLE-LIMIT.value",
            (2, 15),
            {"path": "styles.a.stroke", "value": 1.0, "unit": "em", "least": 0.0, "most": 0.5},
        ),
    ],
)
def test_what_is_refused_and_where(
    text: str, key: str, place: tuple[int, int], values: dict[str, Any]
) -> None:
    _, found = styles(text, body=18.0 if "50zi" in text else 9.0)
    assert {d.said.key for d in found} == {key}
    assert where(found[0]) == place
    assert_told(found[0], key, values)


@pytest.mark.parametrize("names", ["abcdefghijklmnopqrst", "tsrqponmlkjihgfedcba"])
def test_a_long_chain_is_refused_from_either_end(names: str) -> None:
    rows = [f"  {a}: {{like: {b}}}" for a, b in pairwise(names)]
    text = "\n".join(["styles:", *rows, f"  {names[-1]}: {{size: 7pt}}\n"])
    _, found = styles(text)
    assert set(codes(found)) == {"STYLE-DEPTH"}
    short = "\n".join(["styles:", *rows[-LIKE_MOST:], f"  {names[-1]}: {{size: 7pt}}\n"])
    made, none = styles(short)
    assert not none
    assert made.get(names[-LIKE_MOST - 1]).size == 7.0


def test_the_longest_chain_does_not_recurse() -> None:
    rows = "".join(f"  s{i:03}: {{like: s{i + 1:03}}}\n" for i in range(199))
    _, found = styles("styles:\n" + rows, "styles:\n" + rows.replace("199", "body"))
    assert "STYLE-DEPTH" in codes(found)
