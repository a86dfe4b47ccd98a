"""All layers together: each by itself, the same with and without the others."""

import pytest

from layout.api import ComposedPage, Session
from layout.display.items import Item
from layout.proof.facts import proof_facts
from layout.proof.layers.catalogue import LAYERS, NAMES, layers
from layout.proof.marks import NODE
from layout.proof.overlay import overlaid
from tests.conftest import Project


@pytest.fixture
def page(project: Project) -> ComposedPage:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    return Session().page(project.spec)


def test_the_names_are_those_of_the_layers() -> None:
    assert sorted(NAMES) == sorted(LAYERS)
    assert [one.NAME for one in LAYERS.values()] == list(LAYERS)


def test_a_layer_is_the_same_without_the_others(page: ComposedPage) -> None:
    facts = proof_facts(page, "zh", findings=page.diagnostics)
    together = {one.name: one for one in layers(facts)}
    assert list(together) == list(LAYERS)
    for name in NAMES:
        assert layers(facts, (name,)) == (together[name],)
    drawn = {name for name, one in together.items() if one.items}
    assert {"grid", "lines", "baselines", "numbers", "frames", "blocks", "findings"} <= drawn


def test_each_item_says_that_it_is_no_part_of_the_page(page: ComposedPage) -> None:
    def node(item: Item) -> str:
        return item.node

    for one in layers(proof_facts(page, "en", findings=page.diagnostics)):
        assert {node(item) for item in one.items} <= {NODE}


def test_all_of_them_over_a_page_leave_it_as_it_is(page: ComposedPage) -> None:
    marked = overlaid(proof_facts(page, "zh", findings=page.diagnostics), NAMES)
    assert [i for i in marked.items if i.node != NODE] == list(page.display.items)


def test_a_name_that_is_none_is_refused(page: ComposedPage) -> None:
    with pytest.raises(KeyError):
        layers(proof_facts(page, "en"), ("gird",))
