"""What the tool places by itself keeps clear of rules and edges: no block needs an inset for it."""

import pytest
from PIL import Image

from layout.api import Session
from layout.check.run import check_page
from tests.conftest import SENTENCE, Project

BLOCKS = {
    "label on a frame": "story: stories/label.md, rules: thin",
    "label on a 文武线": "story: stories/label.md, rules: wenwu",
    "label on a double frame": "story: stories/label.md, rules: double",
    "text under a rule": "story: stories/plain.md, rules: {top: wenwu}",
    "text over a rule": "story: stories/titled.md, rules: {bottom: thick}",
    "headline beside": "story: stories/titled.md, headline: {stands: beside}, rules: {top: wenwu}",
    "headline inside": "story: stories/titled.md, headline: {stands: inside}, rules: {top: thick}",
    "caption on a tint": "picture: assets/a.png, caption: 秋柿, fill: tint",
    "caption above it": "picture: assets/a.png, caption: 秋柿, caption_at: above, fill: tint",
    "caption at the side": "picture: assets/a.png, caption: 秋柿, caption_at: left, rules: thin",
    "captions of a group": "pictures: [{picture: assets/a.png, caption: 甲}], fill: tint",
}
ROOM = {"caption at the side": "1-3"}


@pytest.fixture
def plain(project: Project) -> Project:
    Image.new("RGB", (600, 400), (20, 90, 160)).save(project.path("assets/a.png"))
    for name, head in (("label", "label: 相关链接"), ("titled", "title: 老街"), ("plain", "")):
        text = "\n\n".join([SENTENCE * 2] * 9)
        front = f"---\n{head}\n---\n\n" if head else ""
        project.write(f"stories/{name}.md", front + text)
    return project


def collisions(project: Project, name: str, more: str = "") -> list[str]:
    """What COLLIDE tells, by its sub-code."""
    cols = ROOM.get(name, "1-2")
    block = f"  - {{id: a, {BLOCKS[name]}{more}, at: {{cols: {cols}, lines: 3-14}}}}\n"
    project.write("T1.yaml", f"page: T1\nformat: tabloid\nblocks:\n{block}")
    found = check_page(Session().page(project.path("T1.yaml"))).diagnostics
    return [d.sub for d in found if d.code == "COLLIDE"]


@pytest.mark.parametrize("name", BLOCKS)
def test_nothing_touches_a_rule_or_an_edge(plain: Project, name: str) -> None:
    assert collisions(plain, name) == []


@pytest.mark.parametrize("name", ["text under a rule", "headline beside", "caption on a tint"])
def test_an_inset_of_nothing_is_taken_at_its_word_and_told(plain: Project, name: str) -> None:
    assert "touches" in collisions(plain, name, ", inset: 0pt")


def test_a_headline_over_its_text_keeps_its_lines_under_a_rule(plain: Project) -> None:
    """It has white of its own: its story is as deep as without the rule."""
    body = "story: stories/titled.md, columns: 2"
    rooms = []
    for rules in ("", ", rules: {top: thick}"):
        block = f"  - {{id: a, {body}{rules}, at: {{cols: 1-3, lines: 3-14}}}}\n"
        plain.write("T1.yaml", f"page: T1\nformat: tabloid\nblocks:\n{block}")
        rooms.append(Session().page(plain.path("T1.yaml")).display.fits[0].room)
    assert rooms[0] == rooms[1]
