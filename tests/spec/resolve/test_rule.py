"""Rules by name: built-in ones, those of a style sheet, and what a sheet may not say of them."""

from typing import Any

import pytest

from layout.color import Color
from layout.spec.model.rule import PATTERNS
from layout.spec.resolve.defaults import RULE_NAMES, RULE_STYLES, RuleStyle
from layout.units import mm
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import load, resolved
from tests.spec.helpers import codes, faults_of, where
from tests.told import assert_told

NEAR = pytest.approx


def ruled(project: Project, rules: str, name: str) -> Any:
    """The rule `name` of a page whose sheet holds `rules`."""
    project.write("styles.yaml", f"rules:\n{rules}")
    project.change("T1.yaml", "    columns: 2", f"    columns: 2\n    rules: {name}")
    return resolved(project).blocks[0].rules[0]


def test_every_built_in_rule_has_its_name_in_the_trade():
    assert set(RULE_NAMES) == set(RULE_STYLES)
    assert {s.pattern for s in RULE_STYLES.values()} - {""} == set(PATTERNS)


def test_built_in_rules_go_by_their_names(project: Project):
    assert ruled(project, "  other: 1pt\n", "{all: wenwu, bottom: none}") == "wenwu"
    assert resolved(project).blocks[0].rules == ("wenwu", "wenwu", "none", "wenwu")


def test_lines_stand_side_by_side_about_the_middle(project: Project):
    rule = ruled(project, "  own: {lines: [3pt, 1pt], gap: 2pt, color: K50}\n", "own")
    assert rule == RuleStyle(lines=((-1.5, 3.0), (2.5, 1.0)), color=Color(k=50.0))
    assert rule.reach == 3.0


def test_one_width_alone_is_a_rule(project: Project):
    assert ruled(project, "  own: 0.2mm\n", "own").lines == ((0.0, NEAR(mm(0.2))),)


def test_a_built_in_rule_is_changed_by_its_name(project: Project):
    rule = ruled(project, "  wenwu: {gap: 2pt}\n", "wenwu")
    (a, thick), (b, thin) = rule.lines
    assert (thick, thin) == (0.992, 0.283)
    assert b - a - (thick + thin) / 2 == NEAR(2.0)


def test_a_rule_is_like_another_whatever_their_order(project: Project):
    sheet = "  a: {like: b, color: accent}\n  b: {like: wavy, lines: 1pt}\n"
    rule = ruled(project, sheet, "a")
    assert rule.wave == RULE_STYLES["wavy"].wave
    assert rule.lines == ((0.0, 1.0),)
    assert rule.color == Color(m=100.0, y=100.0)


def test_a_wave_meets_at_half_a_right_angle_when_its_height_is_not_said(project: Project):
    assert ruled(project, "  own: {lines: 1pt, wave: 10pt}\n", "own").wave == (10.0, NEAR(3.18))
    project.write("T1.yaml", project.path("T1.yaml").read_text().replace("rules: own", "rules: w"))
    project.write("styles.yaml", "rules:\n  w: {lines: 1pt, wave: 10pt, height: 2pt}\n")
    rule = resolved(project).blocks[0].rules[0]
    assert isinstance(rule, RuleStyle)
    assert rule.wave == (10.0, 2.0)


def test_a_pattern_has_its_size_and_weight_where_none_is_said(project: Project):
    rule = ruled(project, "  own: {pattern: rope}\n", "own")
    assert (rule.size, rule.lines) == (RULE_STYLES["rope"].size, RULE_STYLES["rope"].lines)


def test_sides_that_are_not_named_have_the_rule_of_all(project: Project):
    project.change("T1.yaml", "    columns: 2", "    columns: 2\n    rules: {all: thin, top: none}")
    assert resolved(project).blocks[0].rules == ("none", "thin", "thin", "thin")


def test_text_keeps_clear_of_a_border(project: Project):
    plain = resolved(project).blocks[0].inset
    project.change(
        "T1.yaml", "    columns: 2", "    columns: 2\n    inset: 5pt\n    rules: meander"
    )
    assert plain == (0.0, 0.0, 0.0, 0.0)
    assert resolved(project).blocks[0].inset == (6.5, 11.5, 6.5, 11.5)


@pytest.mark.parametrize(
    ("rules", "key", "column", "values"),
    [
        (
            "  own: {like: thinn}\n",
            "UNKNOWN-RULE.name",
            15,
            {"name": "thinn", "hint": said("part.did-you-mean", word="thin")},
        ),
        ("  own: {like: own}\n", "RULE-CYCLE.like", 15, {"rules": "own → own"}),
        ("  own: {color: K50}\n", "RULE-EMPTY.keys", 8, {"path": "rules.own"}),
        ("  own: {}\n", "RULE-EMPTY.keys", 8, {"path": "rules.own"}),
        (
            "  own: {lines: 1pt, dash: [1pt, 1pt, 1pt]}\n",
            "RULE-DASH.odd",
            27,
            {"path": "rules.own.dash", "lengths": 3},
        ),
        (
            "  own: {lines: 1pt, dash: [0pt, 0.1pt]}\n",
            "RULE-DASH.short",
            27,
            {"path": "rules.own.dash", "width_pt": 0.1, "least_pt": 0.5},
        ),
        (
            "  own: {lines: 1pt, wave: 4pt, pattern: rope}\n",
            "RULE-WAYS.two",
            41,
            {"path": "rules.own", "keys": ("wave", "pattern")},
        ),
        (
            "  own: {lines: 1pt, height: 2pt}\n",
            "RULE-WAYS.height",
            29,
            {"path": "rules.own.height"},
        ),
        ("  own: {lines: 1pt, size: 2pt}\n", "RULE-WAYS.size", 27, {"path": "rules.own.size"}),
        ("  none: 1pt\n", "RULE-NAME.none", 3, {"path": "rules"}),
        (
            "  own: {pattern: ropes}\n",
            "VALUE.kind",
            18,
            {
                "what": said("part.node-text", text="ropes"),
                "kind": said(
                    "part.one-of", names=("meander", "rope", "beads", "lozenge", "corners")
                ),
                "hint": said("part.did-you-mean", word="rope"),
                "path": "rules.own.pattern",
            },
        ),
        (
            "  own: {lines: [1zi]}\n",
            "VALUE.unit",
            17,
            {
                "text": "1zi",
                "unit": "zi",
                "hint": said("part.units", units=("mm", "pt")),
                "path": "rules.own.lines.1",
            },
        ),
        (
            "  own: {lines: []}\n",
            "VALUE.count",
            16,
            {"values": 0, "least": 1, "most": 5, "path": "rules.own.lines"},
        ),
    ],
)
def test_rules_that_cannot_be(
    project: Project, rules: str, key: str, column: int, values: dict[str, Any]
):
    project.write("styles.yaml", f"rules:\n{rules}")
    (found,) = faults_of(resolved, project)
    assert_told(found, key, values)
    assert where(found) == (2, column)


def test_rules_in_a_circle_and_too_many_like_another(project: Project):
    project.write("styles.yaml", "rules:\n  a: {like: b}\n  b: {like: a}\n")
    assert "RULE-CYCLE" in codes(faults_of(resolved, project))
    chain = "".join(f"  r{n}: {{like: r{n + 1}}}\n" for n in range(20))
    project.write("styles.yaml", f"rules:\n{chain}  r20: 1pt\n")
    assert "RULE-DEPTH" in codes(faults_of(resolved, project))


@pytest.mark.parametrize(
    "key",
    [
        "header:\n  rule: wenwuu", "header:\n  above: wenwuu", "rules: {left: wenwuu}",
        "headline: {rule: wenwuu}", "columns: {rule: wenwuu}",
    ],
)  # fmt: skip
def test_a_rule_that_there_is_not(project: Project, key: str):
    old, new = ("header:", key) if key.startswith("header:") else ("    columns: 2", f"    {key}")
    if key.startswith("headline"):
        old = "    columns: 2\n    headline: {lines: 6}"
    project.change("T1.yaml", old, new)
    found = faults_of(resolved, project)
    assert codes(found) == ["UNKNOWN-RULE"]
    assert found[0].said["hint"] == said("part.did-you-mean", word="wenwu")


def test_a_rule_block_needs_a_rule(project: Project):
    project.change("T1.yaml", "blocks:", "blocks:\n  - {rule: none, at: {cols: 1, lines: 80}}")
    assert codes(faults_of(load, project)) == ["VALUE"]


def test_two_inks_on_a_hairline_are_told(project: Project):
    sheet = "  own: {lines: 0.5pt, color: accent}\n  broad: {lines: 1pt, color: accent}\n"
    project.write("styles.yaml", f"rules:\n{sheet}  rope: {{color: accent}}\n")
    page = resolved(project)
    assert [d.code for d in page.remarks] == ["RULE-INKS"]
    assert_told(page.remarks[0], "RULE-INKS.thin", {"inks": 2, "width_pt": 0.5})
