"""Printing conditions by the descriptions of profiles."""

import pytest

from layout.pictures.conditions import CUSTOM, REGISTERED, REGISTRY, condition_of


@pytest.mark.parametrize(
    ("description", "identifier"),
    [
        ("Newsprint coldset 220 % (Derived from ANSI CGATS/SNAP TR 002-2007)", "CGATS TR 002"),
        ("ISOnewspaper26v4", "IFRA26"),
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("Uncoated FOGRA29", "FOGRA29"),
        ("PSO Coated v3", "FOGRA51"),
        ("PSOuncoated_v3_FOGRA52", "FOGRA52"),
        ("Japan Color 2002 Newspaper", "JCN2002"),
    ],
)
def test_the_condition_is_that_of_the_profiles_data(description: str, identifier: str) -> None:
    found = condition_of(description)
    assert (found.identifier, found.registry) == (identifier, REGISTRY)
    assert found.info == REGISTERED[identifier]


@pytest.mark.parametrize("description", ["Our press 2019", "FOGRA390", "WAN-IFRAnewspaper26v5"])
def test_of_an_unknown_one_only_its_own_words_are_said(description: str) -> None:
    found = condition_of(description)
    assert (found.identifier, found.info, found.registry) == (CUSTOM, description, "")


def test_what_is_stated_goes_first() -> None:
    found = condition_of("ISOnewspaper26v4", "OURS", "Our hall, web 2", "https://example.org")
    assert found.identifier == "OURS"
    assert (found.info, found.registry) == ("Our hall, web 2", "https://example.org")


def test_a_registered_name_brings_its_registry() -> None:
    assert condition_of("Our press", "IFRA26").registry == REGISTRY
    assert condition_of("Our press", "IFRA27").registry == ""
