"""What a page and its edition say of the press, and what goes with the display list of it."""

import pytest

from layout.api import Session
from layout.diagnostics import Diagnostic, Place, StopError
from layout.display.dump import dump
from layout.display.press import PRESS, PressFacts
from layout.display.undump import parse_dump
from tests.conftest import Project
from tests.pictures.profiles import profile

PAGE = "page: P1\nformat: tabloid\n"
EDITION = "name: 湘江晨报\ndate: 2019-09-20\npages: [P1.yaml]\n"


def facts(project: Project, page: str = "", edition: str = "", *, overrides: tuple[str, ...] = ()):
    project.write("edition.yaml", EDITION + edition)
    made = Session().page(project.write("P1.yaml", PAGE + page), overrides=overrides)
    assert not made.diagnostics, made.diagnostics
    return made.display.press


def placed(project: Project, name: str, data: bytes) -> None:
    path = project.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


def faults(project: Project, page: str) -> list[tuple[str, int]]:
    with pytest.raises(StopError) as caught:
        facts(project, page)
    return [(f"{d.code}.{d.sub}", line_of(d)) for d in caught.value.diagnostics]


def line_of(told: Diagnostic) -> int:
    assert isinstance(told.where, Place)
    return told.where.line


def test_of_which_nothing_is_said(project: Project) -> None:
    found = facts(project)
    assert found == PRESS == PressFacts(pdfx="x4", ink_limit=240)


def test_an_edition_says_it_for_its_pages(project: Project) -> None:
    found = facts(project, edition="press: {pdfx: x1a, ink_limit: 220%}\n")
    assert found == PressFacts(pdfx="x1a", ink_limit=220)


def test_a_page_says_its_own_key_by_key(project: Project) -> None:
    found = facts(project, "press: {pdfx: none}\n", "press: {pdfx: x1a, ink_limit: 220}\n")
    assert found == PressFacts(pdfx="none", ink_limit=220)


def test_a_condition_may_be_its_name_alone(project: Project) -> None:
    found = facts(project, "press: {condition: IFRA26}\n")
    assert found == PressFacts(condition="IFRA26")


def test_a_condition_is_told_whole(project: Project) -> None:
    said = "press: {condition: {identifier: OURS, info: 二号机, registry: https://example.org}}\n"
    found = facts(project, said)
    assert found == PressFacts(
        condition="OURS", condition_info="二号机", registry="https://example.org"
    )


def test_a_profile_stands_beside_the_file_that_names_it(project: Project) -> None:
    placed(project, "icc/own.icc", profile())
    placed(project, "press.icc", profile())
    assert facts(project, "press: {profile: press.icc}\n").profile == "press.icc"
    assert facts(project, "", "press: {profile: icc/own.icc}\n").profile == "icc/own.icc"


def test_another_profile_leaves_the_condition_of_the_first_behind(project: Project) -> None:
    placed(project, "a.icc", profile())
    placed(project, "b.icc", profile())
    edition = "press: {profile: a.icc, condition: IFRA26}\n"
    assert facts(project, "press: {profile: b.icc}\n", edition).condition == ""
    assert facts(project, "press: {pdfx: x1a}\n", edition).condition == "IFRA26"
    found = facts(project, "press: {condition: OURS}\n", edition)
    assert (found.profile, found.condition) == ("a.icc", "OURS")


def test_set_changes_it_for_one_build(project: Project) -> None:
    edition = "press: {pdfx: x1a, ink_limit: 220}\n"
    found = facts(project, edition=edition, overrides=("press.pdfx=none",))
    assert found == PressFacts(pdfx="none", ink_limit=220)


def test_a_profile_that_is_not_there_is_named(project: Project) -> None:
    assert faults(project, "press: {profile: pres.icc}\n") == [("MISSING-FILE.named", 3)]


@pytest.mark.parametrize("path", ["../press.icc", "/etc/press.icc", "https://example.org/a.icc"])
def test_a_profile_stays_inside_the_project(project: Project, path: str) -> None:
    assert faults(project, f"press:\n  profile: {path}\n") == [("BAD-PATH.named", 4)]


def test_an_unfit_profile_is_refused_by_name(project: Project) -> None:
    placed(project, "rgb.icc", profile(kind=b"mntr", space=b"RGB "))
    with pytest.raises(StopError) as caught:
        facts(project, "press:\n  ink_limit: 220\n  profile: rgb.icc\n")
    (told,) = caught.value.diagnostics
    assert (told.code, told.sub) == ("PRESS-PROFILE", "unfit")
    assert line_of(told) == 5
    assert "rgb.icc" in told.message
    assert "one of a screen, and no output profile" in told.message


@pytest.mark.parametrize(
    "wrong", ["{pdfx: x3}", "{pdfx: PDF/X-4}", "{ink_limit: 90}", "{ink_limit: 301}", "x4",
              "{condition: {info: a}}", "{profil: a.icc}"],
)  # fmt: skip
def test_what_cannot_be_is_refused(project: Project, wrong: str) -> None:
    assert faults(project, f"press: {wrong}\n")


def test_an_ink_over_the_presss_own_limit_is_told(project: Project) -> None:
    project.write("own.yaml", "colors: {深红: C30 M100 Y100}\n")
    project.write("edition.yaml", EDITION + "styles: own.yaml\npress: {ink_limit: 220}\n")
    page = Session().page(project.write("P1.yaml", PAGE))
    (told,) = page.diagnostics
    assert (told.code, told.sub, told.said["most"]) == ("INK", "over", 220)


def test_a_dump_says_what_is_not_as_usual_and_is_read_back(project: Project) -> None:
    project.write("edition.yaml", EDITION)
    path = project.write("P1.yaml", PAGE)
    plain = Session().page(path).display
    assert "\npress" not in dump(plain)
    said = ("press={pdfx: x1a, ink_limit: 220.5, condition: {identifier: 二号机, info: a b}}",)
    display = Session().page(path, overrides=said).display
    text = dump(display)
    assert '\npress pdfx=x1a condition="二号机" condition-info="a b" ink-limit=220.5\n' in text
    assert parse_dump(text).press == display.press
    assert dump(parse_dump(text)) == text


@pytest.mark.parametrize(
    ("written", "kinds"),
    [
        ("true", "crop bleed registration bars slug strip"),
        ("false", ""),
        ("crop", "crop"),
        ("[slug, crop, crop]", "crop slug"),
    ],
)
def test_marks_are_all_or_none_or_some(project: Project, written: str, kinds: str) -> None:
    assert facts(project, f"press: {{marks: {written}}}\n").marks == kinds


def test_a_page_has_no_marks_where_it_says_so(project: Project) -> None:
    edition = "press: {marks: true, ink_limit: 220}\n"
    found = facts(project, "press: {marks: false}\n", edition)
    assert (found.marks, found.ink_limit) == ("", 220.0)
    assert facts(project, "", edition).marks.startswith("crop ")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("角线", '"crop"'),
        ("[crop, 色标]", '"bars"'),
        ("croq", '"crop"'),
        ("yes", "true"),
        ("all", '(did you mean "true"?)'),
        ("None", '(did you mean "false"?)'),
        ("Crop", "true or false, or a list"),
        ("crop slug", "true or false, or a list"),
        ("[]", ""),
    ],
)
def test_other_marks_are_refused(project: Project, written: str, wanted: str) -> None:
    with pytest.raises(StopError) as caught:
        facts(project, f"press: {{marks: {written}}}\n")
    (told,) = caught.value.diagnostics
    assert wanted in str(told)
    assert told.code == "VALUE"
