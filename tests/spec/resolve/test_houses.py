"""House styles: what each gives every style, and what wins over it."""

from typing import Any

import pytest

from layout.diagnostics import Diagnostic
from layout.record import fields, replace
from layout.spec.model import style as model
from layout.spec.model.style import Style
from layout.spec.reader.fields import keys_of
from layout.spec.resolve.defaults import STYLES, TextStyle
from layout.spec.resolve.houses import HOUSES, in_house
from layout.spec.resolve.style import PLAIN_HOUSE, Styles
from tests.conftest import Project
from tests.spec.conftest import resolved
from tests.spec.helpers import faults_of, sheet, where


def styles(house: str, *texts: str) -> Styles:
    found: list[Diagnostic] = []
    made = Styles(tuple(map(sheet, texts)), body_size=9.0, pitch=12.0, faults=found, house=house)
    assert not found, found
    return made


def test_every_house_that_a_spec_may_name_is_there():
    assert tuple(HOUSES) == model.HOUSES
    assert model.HOUSES[0] == PLAIN_HOUSE
    known = {f.name for f in fields(TextStyle)}
    for house in HOUSES.values():
        assert set(house.changes) <= known
        assert {field.removesuffix("_em") for field in house.changes} <= set(keys_of(Style))
        assert house.source


def test_clreq_is_what_is_built_in():
    for name, style in STYLES.items():
        assert in_house(style, "clreq") == style, name


@pytest.mark.parametrize("house", ["daily", "kaiming"])
def test_a_house_changes_every_style_and_nothing_else_of_it(house: str):
    changes = HOUSES[house].changes
    for name in STYLES:
        style, made = styles("clreq").get(name), styles(house).get(name)
        for field in fields(TextStyle):
            if field.name in changes and (style.latin_gap_em or "gap" not in field.name):
                assert getattr(made, field.name) == changes[field.name], (name, field.name)
            else:
                assert getattr(made, field.name) == getattr(style, field.name), (name, field.name)


def test_display_type_keeps_no_gap():
    made = styles("daily").get("title")
    assert (made.latin_gap_em, made.squeeze) == (0.0, "pairs")


def test_a_style_of_its_own_key_wins():
    text = "styles:\n  body: {fit: total, latin_gap: 0.25}\n  box: {like: body, squeeze: all}\n"
    made = styles("daily", text)
    body, box, note = made.get("body"), made.get("box"), made.get("note")
    assert (body.fit, body.latin_gap_em, body.squeeze) == ("total", 0.25, "pairs")
    assert (box.fit, box.squeeze, box.bonds) == ("total", "all", "part")
    assert note.fit == "first"


def test_a_style_may_name_a_house_for_itself():
    text = (
        "styles:\n  a: {house: daily}\n  b: {like: a, house: kaiming, fit: first}\n"
        "  c: {like: a}\n  d: {like: a, house: clreq}\n"
    )
    made = styles("clreq", text)
    body, a, b, c, d = map(made.get, ("body", "a", "b", "c", "d"))
    assert a == replace(in_house(body, "daily"), name="a")
    assert b == replace(in_house(body, "kaiming"), name="b", fit="first")
    assert c == replace(a, name="c")
    assert d == replace(body, name="d")  # back to the beginning


@pytest.mark.parametrize(
    ("said_by", "house"),
    [
        ((), "clreq"),
        (("edition-sheet",), "edition-sheet"),
        (("edition", "edition-sheet"), "edition"),
        (("sheet", "edition", "edition-sheet"), "sheet"),
        (("page", "sheet", "edition", "edition-sheet"), "page"),
        (("sheet", "edition-sheet"), "sheet"),
    ],
)
@pytest.mark.parametrize("named", ["daily", "kaiming"])
def test_the_nearest_place_says_the_house(
    full: Project, said_by: tuple[str, ...], house: str, named: str
):
    other = {"daily": "kaiming", "kaiming": "daily"}[named]

    def words(place: str) -> str:
        return f"house: {named if place == house else other}\n" if place in said_by else ""

    full.write("own.yaml", words("sheet") + "colors: {a: K50}\n")
    full.write("all.yaml", words("edition-sheet") + "colors: {b: K50}\n")
    full.write("edition.yaml", words("edition") + "styles: all.yaml\n")
    full.write("T1.yaml", words("page") + "page: T1\nedition: edition.yaml\nstyles: own.yaml\n")
    page = resolved(full)
    assert page.body == in_house(page.body, named if said_by else "clreq")
    assert (page.body.fit == "first") == (bool(said_by) and named == "daily")


def test_a_sheet_of_edition_and_page_alike_says_it_once(full: Project):
    full.write("all.yaml", "house: daily\n")
    full.write("edition.yaml", "styles: all.yaml\nhouse: kaiming\n")
    full.write("T1.yaml", "page: T1\nedition: edition.yaml\nstyles: all.yaml\n")
    assert resolved(full).body.fit == "first"  # the page's sheet is nearer than the edition
    full.write("T1.yaml", "page: T1\nedition: edition.yaml\n")
    assert resolved(full).body.punctuation == "kaiming"


@pytest.mark.parametrize("value", ["dayly", "日报", "[daily]", "2"])
def test_a_house_there_is_not_is_told_with_those_there_are(full: Project, value: Any):
    full.write("T1.yaml", f"page: T1\nhouse: {value}\n")
    (fault,) = faults_of(resolved, full)
    assert where(fault) == (2, 8)
    if value != "[daily]":
        assert "daily" in str(fault)
