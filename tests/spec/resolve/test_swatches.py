"""Colours by name: spots, tints, and what two of them may not have in common."""

from typing import Any

import pytest

from layout.color import BLACK, Color
from layout.diagnostics import Diagnostic, Place
from layout.spec.reader.kinds import Name
from layout.spec.resolve.swatches import color_of, named_colors
from layout.words.said import said
from tests.spec.helpers import sheet, where
from tests.told import assert_told

GOLD = "金: {spot: PANTONE 871 C, as: M20 Y60 K20}"
SOLID = Color(m=20, y=60, k=20, spot="PANTONE 871 C")


def colors(*texts: str) -> tuple[dict[str, Color], list[Diagnostic]]:
    found: list[Diagnostic] = []
    return named_colors(tuple(map(sheet, texts)), found), found


def test_a_spot_and_its_tints_by_name() -> None:
    made, found = colors(f"colors: {{浅金: 金 30%, 更浅: 浅金 50%, {GOLD}, 专红: spot M100 Y80}}\n")
    assert not found
    assert made["金"] == SOLID
    assert made["浅金"] == Color(m=6, y=18, k=6, spot="PANTONE 871 C", tint=30)
    assert made["更浅"] == SOLID.tinted(15)
    assert made["专红"] == Color(m=100, y=80, spot="专红")


def test_a_tint_of_inks_is_so_much_of_each() -> None:
    made, found = colors(
        "colors: {浅红: 红 20%, 网: black 12.5%, deep: C80 K20, pale: deep 50 %}\n"
    )
    assert not found
    assert made["浅红"] == Color(m=20, y=20)
    assert made["网"] == Color(k=12.5)
    assert made["pale"] == Color(c=40, k=10)


def test_a_tint_is_written_wherever_a_colour_is() -> None:
    made, _ = colors(f"colors: {{{GOLD}}}\n")
    faults: list[Diagnostic] = []
    assert color_of(Name("金 30%", Place("t.yaml")), made, faults) == SOLID.tinted(30)
    assert color_of(BLACK, made, faults) == BLACK
    assert not faults
    assert color_of(Name("今 30%", Place("t.yaml")), made, faults) is None
    assert_told(faults[0], "UNKNOWN-COLOR.name", {"name": "今"})


def test_a_pages_sheet_may_change_what_a_spot_looks_like() -> None:
    made, found = colors(f"colors: {{{GOLD}}}\n", "colors: {金: {spot: PANTONE 871 C, as: Y60}}\n")
    assert not found
    assert made["金"] == Color(y=60, spot="PANTONE 871 C")


def test_one_spot_by_two_names_of_colours_is_one_spot() -> None:
    made, found = colors(f"colors: {{{GOLD}, gold: {{spot: PANTONE 871 C, as: M20 Y60 K20}}}}\n")
    assert not found
    assert made["金"] == made["gold"]


@pytest.mark.parametrize(
    ("rows", "key", "severity", "values"),
    [
        (
            (GOLD, "银: {spot: PANTONE 871 C, as: K40}"),
            "SPOT.alternates",
            "error",
            {"name": "PANTONE 871 C", "inks": "K40", "other": "M20 Y60 K20", "color": "金"},
        ),
        (
            (GOLD, "gold: {spot: Pantone 871C, as: M20 Y60 K20}"),
            "SPOT.alike",
            "warning",
            {"name": "Pantone 871C", "other": "PANTONE 871 C"},
        ),
        (("黑: spot K80",), "SPOT.reserved", "error", {"name": "黑", "path": "colors.黑"}),
        (("a: b 10%", "b: c 10%", "c: K50"), "TINT.least", "", {}),  # 1 % is
        (("a: b 5%", "b: c 10%", "c: K50"), "TINT.least", "error", {"percent": 0.5}),
        (
            ("a: b 50%", "b: a 50%"),
            "COLOR-CYCLE.names",
            "error",
            {"colors": "a → b → a"},
        ),
        (
            ("a: acent 50%",),
            "UNKNOWN-COLOR.name",
            "error",
            {"name": "acent", "hint": said("part.did-you-mean", word="accent")},
        ),
    ],
)
def test_what_is_told_and_where(
    rows: tuple[str, ...], key: str, severity: str, values: dict[str, Any]
) -> None:
    _, found = colors("colors:\n" + "".join(f"  {row}\n" for row in rows))
    told = [d for d in found if d.said is not None and d.said.key == key]
    assert {d.severity for d in told} == ({severity} if severity else set())
    if told:
        assert_told(told[0], key, values)
        assert where(told[0])[0] in range(2, 2 + len(rows))
