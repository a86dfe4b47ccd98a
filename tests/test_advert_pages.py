"""Adverts on a whole page: the specimen, against its dump and the list of its adverts."""

from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.cli import main
from tests.conftest import Golden

SPECIMEN = Path(__file__).parents[1] / "specs/adverts"


@pytest.fixture(scope="module")
def specimen() -> ComposedPage:
    return Session().page(SPECIMEN / "G1.yaml")


def test_the_specimen_is_set_as_it_was(specimen: ComposedPage, golden: Golden) -> None:
    assert specimen.good
    golden("adverts-G1.dump", specimen.dump())


def test_the_specimen_has_nothing_to_be_told_but_what_stands_in(specimen: ComposedPage) -> None:
    assert {d.code for d in check_page(specimen).diagnostics} == {"STANDS-IN"}


def test_its_adverts_are_listed(specimen: ComposedPage) -> None:
    rows = check_page(specimen).adverts
    assert [(row.client, row.booked, row.state) for row in rows] == [
        ("某某印刷厂", "报眼", "missing"),
        ("某某花店", "小方块", "missing"),
        ("某某书店", "半通栏", "there"),
        ("某某茶社", "半通栏", "there"),
        ("某某博物馆", "通栏", "there"),
        ("某某剧院", "通栏", "missing"),
    ]
    assert set(specimen.stands_in) >= {"ear", "square", "waiting"}


def test_check_prints_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SPECIMEN / "G1.yaml")]) == 0
    out = capsys.readouterr().out
    row = next(line for line in out.splitlines() if "某某博物馆" in line)
    assert row.split() == ["某某博物馆", "strip", "通栏", "225×37mm", "图稿已到"]
