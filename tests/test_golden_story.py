"""What stands with a story, against its golden dumps; and the specimen that shows it."""

from pathlib import Path

import pytest

from layout.api import Session
from tests.conftest import SENTENCE, Golden, Project

BODY = "\n\n".join([SENTENCE * 2] * 2)
STORIES = {
    "signed": f"---\ntitle: 河边的早市\nbyline: 本报记者 江帆\n---\n\n{BODY}\n",
    "dated": f"---\ndateline: 本报石塘{{month}}月{{day}}日讯（记者 白露）\n---\n\n{BODY}\n",
    "boxed": (
        f"---\nbyline: 本报记者 江帆\n---\n\n:::编者按\n编者按：{SENTENCE}\n:::\n\n{BODY}\n\n"
        f":::延伸阅读\n### 另见\n\n{SENTENCE}\n:::\n\n{SENTENCE}\n\n"
        f":::链接\n{SENTENCE * 4}\n:::\n"
    ),
    "found": f"本报讯（通讯员 秦川）{BODY}\n",
}
HEAD = "page: G1\nformat: tabloid\ndate: 2024-05-06\nblocks:\n"


def block(story: str, keys: str, at: str = "{cols: 1-3, lines: 1-20}") -> str:
    return f"  - {{id: lead, story: stories/{story}.md, at: {at}, {keys}}}\n"


PAGES = {
    "story-byline": block("signed", "byline_at: head, columns: {count: 2, level: true}"),
    "story-byline-all": block("signed", "byline_at: {stands: head, over: all}, columns: 2"),
    "story-boxes": block("boxed", "columns: 3", "{cols: 1-4, lines: 1-18}"),
    "story-boxes-level": block(
        "boxed", "columns: {count: 2, level: true}", "{cols: 1-3, lines: 1-30}"
    ),
    "story-boxes-picture": (
        block("boxed", "columns: 3", "{cols: 1-4, lines: 1-22}")
        + "  - {id: view, picture: assets/park.jpg, wrap: box,"
        " at: {of: lead, cols: 2, lines: 3-7}}\n"
    ),
    "story-dateline": block("dated", "columns: 2"),
    "story-dateline-found": block("found", "columns: 2, find_dateline: true"),
    "story-byline-down": block("signed", "byline_at: head, columns: 2, vertical: true"),
}


def made(project: Project, text: str):
    page = project.composed(HEAD + text, STORIES)
    assert page.good, page.diagnostics
    return page


@pytest.mark.parametrize("name", PAGES)
def test_it_is_set_as_it_was(project: Project, golden: Golden, name: str) -> None:
    golden(f"{name}.dump", made(project, PAGES[name]).dump())


def test_the_specimen_is_made() -> None:
    """All of it stands on one page, with nothing lost and nothing set smaller than asked."""
    page = Session().page(Path(__file__).parents[1] / "specs/story/A1.yaml")
    assert page.good, page.diagnostics
    assert {d.code for d in page.diagnostics} <= {"UNDERSET", "STANDS-IN"}
