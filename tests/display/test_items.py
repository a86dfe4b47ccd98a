"""Nodes of a page: whose a thing is, and what of it."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.check.makeup.gather import gather
from layout.display.items import owner_of, part_of
from tests.conftest import SENTENCE, Project

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("node", "owner", "part"),
    [
        ("stories/a.md#p12", "stories/a.md", "p12"), ("stories/a.md", "stories/a.md", ""),
        ("pics#2#caption", "pics", "2#caption"), ("头版#jump-to", "头版", "jump-to"),
        ("stories/C#.md", "stories/C#.md", ""), ("stories/C#.md#title", "stories/C#.md", "title"),
        ("a#p3.md#p1", "a#p3.md", "p1"), ("第#3期.md#end", "第#3期.md", "end"), ("", "", ""),
    ],
)  # fmt: skip
def test_a_node_is_of_an_owner(node: str, owner: str, part: str) -> None:
    assert (owner_of(node), part_of(node)) == (owner, part)


def test_every_thing_of_a_page_has_a_block_of_it_as_its_owner() -> None:
    for name in ("zhuzhou-2019-09-20/B1", "specimen/S1", "headlines/H1", "furniture/F1"):
        page = Session().page(ROOT / f"specs/{name}.yaml").display
        owners = {name for block in page.blocks for name in (block.id, block.node)}
        assert {owner_of(item.node) for item in page.items} <= owners


@pytest.mark.parametrize("name", ["C#.md", "a#p3.md", "第#3期.md"])
def test_a_story_in_a_file_with_that_sign_is_checked_as_any_other(
    project: Project, name: str
) -> None:
    project.write(f"stories/{name}", f"---\ntitle: 老厂房\n---\n\n{SENTENCE * 9}\n")
    project.write(
        "T1.yaml",
        f"page: T1\nformat: tabloid\nblocks:\n  - {{id: a, story: 'stories/{name}', "
        "columns: {count: 2, level: true}, headline: {lines: 4, size: 24pt}, "
        "at: {cols: 1-3, lines: 1-40}}\n",
    )
    made = gather(Session().page(project.spec).composed)
    assert [title.text for title in made.titles] == ["老厂房"]
    text = [line for line in made.lines if line.facts is not None]
    assert {line.frame for line in text} == {0, 1}
    assert {line.part for line in text} == {"p1"}
