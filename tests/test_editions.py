"""An edition that lists no pages is told as that, and is not taken for a page."""

import pytest

from layout.diagnostics import StopError
from layout.editions import pages_of
from tests.conftest import Project


def codes(project: Project, name: str) -> list[str]:
    with pytest.raises(StopError) as stop:
        pages_of(project.path(name))
    return [one.said.key for one in stop.value.diagnostics]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "edition.yaml",
            "name: 城市晚报\ndate: 2024-05-06\nstyles: styles.yaml\n",
            "NO-PAGES.none",
        ),
        ("edition.yaml", "name: 城市晚报\n# pages: [T1.yaml]\n", "NO-PAGES.none"),
        ("edition.yaml", "name: 城市晚报\npages: []\n", "NO-PAGES.none"),
        ("edition.yaml", "name: 城市晚报\npagse: [T1.yaml]\n", "UNKNOWN-KEY.key"),
        ("monday.yaml", "section: 副刊\nphone: '123'\n", "NO-PAGES.none"),
    ],
)
def test_pages_that_are_missing_or_misspelt(
    project: Project, name: str, text: str, told: str
) -> None:
    project.write(name, text)
    assert codes(project, name) == [told]


@pytest.mark.parametrize(
    "text", ["page: T9\ntitle: 副刊\n", "blocks: []\n", "# pages\npage: T9\nblocks: []\n"]
)
def test_a_page_is_a_page_whatever_is_wrong_with_it(project: Project, text: str) -> None:
    path = project.write("T9.yaml", text)
    assert pages_of(path) == ((path,), None)
