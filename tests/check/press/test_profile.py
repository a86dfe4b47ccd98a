"""Profiles: built in and a shop's own, read as specs are."""

from pathlib import Path

import pytest

from layout.check.press.catalogue import CHECKS
from layout.check.press.checks.pf04_trim import TrimLimits
from layout.check.press.checks.pf05_bleed import BleedLimits
from layout.check.press.profile import BUILT_IN, find_rules
from layout.check.press.run import preflight
from layout.diagnostics import Place, StopError
from tests.check.press.checks.plainsheet import plain


def written(folder: Path, text: str) -> str:
    path = folder / "ours.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_profile_has_limits_for_every_check(name: str):
    rules = find_rules(name)
    assert set(rules.limits) == {check.id for check in CHECKS}
    assert all(isinstance(rules.limits[check.id], check.limits) for check in CHECKS)


def test_a_profile_changes_what_it_writes_and_nothing_else(tmp_path: Path):
    rules = find_rules(
        written(
            tmp_path,
            "like: newspaper-x1a\ntitle: 我们厂\nchecks:\n  PF04: {width: 390, severity: warning}\n"
            "  PF05: {least: 5}\n  PF06: skip\n",
        )
    )
    trim, bleed = rules.limits["PF04"], rules.limits["PF05"]
    assert isinstance(trim, TrimLimits)
    assert isinstance(bleed, BleedLimits)
    assert (rules.name, rules.title, rules.standard) == ("ours", "我们厂", "x1a")
    assert (trim.width, trim.height, trim.by, bleed.least) == (390, None, 0.1, 5)
    assert rules.severities["PF04"] == "warning"
    assert rules.severities["PF06"] == "skip"


def test_a_check_left_out_is_off_and_not_passed(tmp_path: Path):
    def breaks(_pdf: object, page: object) -> None:
        page["/Rotate"] = 90  # type: ignore[index]

    data = plain(breaks=breaks)
    assert not preflight(data, "a.pdf", find_rules("newspaper-x4")).clean
    own = find_rules(written(tmp_path, "like: newspaper-x4\nchecks: {PF06: skip}\n"))
    report = preflight(data, "a.pdf", own)
    assert {r.id: r.status for r in report.results}["PF06"] == "off"
    assert report.clean


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("like: newspaper-x5\n", "VALUE.kind", (1, 7)),
        ("checks:\n  PF99: skip\n", "UNKNOWN-KEY.key", (2, 3)),
        ("checks:\n  PF04: {widht: 390}\n", "UNKNOWN-KEY.key", (2, 10)),
        ("checks:\n  PF04: {width: wide}\n", "VALUE.kind", (2, 17)),
        ("checks:\n  PF05: grave\n", "VALUE.kind", (2, 9)),
        ("standard: x3\n", "VALUE.kind", (1, 11)),
        ("- a\n", "PROFILE.no-mapping", (1, 1)),
        ("a: [\n", "YAML", None),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, text: str, key: str, place: tuple[int, int] | None
):
    with pytest.raises(StopError) as stop:
        find_rules(written(tmp_path, text))
    found = stop.value.diagnostics[0]
    assert found.said.key.startswith(key)
    if place is not None:
        assert isinstance(found.where, Place)
        assert (found.where.line, found.where.column) == place


def test_a_profile_that_is_not_there_is_named_with_the_nearest(tmp_path: Path):
    with pytest.raises(StopError) as stop:
        find_rules("newspaper-x1")
    assert stop.value.diagnostics[0].said.key == "PROFILE.unknown"
    assert "newspaper-x" in stop.value.diagnostics[0].hint
    with pytest.raises(StopError) as stop:
        find_rules(str(tmp_path / "none.yaml"))
    assert stop.value.diagnostics[0].said.key == "PROFILE.unread"
