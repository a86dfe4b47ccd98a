"""The specimen of adverts against its dump; nothing is told but what stands in."""

from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
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
