"""Findings as JSON and back: the same findings, in the same words."""

import json
from pathlib import Path
from typing import Any

import pytest

from layout.api import Session
from layout.archive.plain import plain_findings, plain_place, read_findings, read_place
from layout.diagnostics import Diagnostic, Place, Spot, error, whole_file
from layout.geometry import Rect
from layout.words.said import LANGUAGES, Named, said

ROOT = Path(__file__).parents[2]


def through(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return read_findings(json.loads(json.dumps(plain_findings(found))))


@pytest.mark.parametrize("spec", ["weekly/A2.yaml", "zhuzhou-2019-09-20/B2.yaml", "codes/Q1.yaml"])
def test_the_findings_of_a_page_are_the_same_afterwards(spec: str) -> None:
    found = Session().page(ROOT / "specs" / spec).diagnostics
    assert found
    assert through(found) == found
    for lang in LANGUAGES:
        assert [d.line(lang) for d in through(found)] == [d.line(lang) for d in found]
        assert [d.as_json(lang) for d in through(found)] == [d.as_json(lang) for d in found]


def test_what_is_said_in_what_is_said_and_names_stay() -> None:
    block = Named("lead", said("part.called-number", number=3, inner=""))
    what = said("part.made", x=(1, 2.5, "三", (said("part.not-made"),)), block=block)
    one = Diagnostic(
        said=what, severity="info", where=Spot("T1", Rect(1, 2, 3, 4)),
        spot=Spot("T2", Rect(0, 0, 1, 1)),
    )  # fmt: skip
    (back,) = through((one,))
    assert back == one
    named = back.said["block"]
    assert isinstance(named, Named)
    assert named.called == block.called


def test_a_place_is_the_same_afterwards() -> None:
    for place in (None, Place("a.yaml", 3, 4), whole_file("b.md")):
        assert read_place(json.loads(json.dumps(plain_place(place)))) == place
        assert through((error("JUMP-CYCLE.pages", place, chain="a"),))[0].where == place


GOOD: dict[str, Any] = {
    "severity": "info", "said": "a", "values": {}, "where": None, "spot": None,
}  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        None, 3, [3], [{}], [GOOD | {"severity": "grave"}], [GOOD | {"said": 3}],
        [GOOD | {"values": {"a": None}}], [GOOD | {"values": []}], [GOOD | {"where": ["f"]}],
        [GOOD | {"where": "f"}], [GOOD | {"spot": ["f", 1, 1]}],
    ],
)  # fmt: skip
def test_anything_else_is_refused(rows: Any) -> None:
    assert read_findings([GOOD])
    with pytest.raises(ValueError, match="no "):
        read_findings(rows)
