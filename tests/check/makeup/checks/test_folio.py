"""导读 and jump lines against the pages of the edition."""

import pytest

from layout.api import Session
from layout.check.engine import NotCheckedError
from layout.check.makeup.checks import folio
from layout.check.makeup.subject import IndexEntry, PageFacts, Subject
from layout.check.run import check_page
from layout.diagnostics import Place
from layout.words.said import said
from tests.check.pages import facts, found, run, subject, told_by
from tests.conftest import Project
from tests.told import Told, told


class Pages:
    """An edition of two pages."""

    def pages(self) -> dict[str, PageFacts]:
        return {
            "B1": PageFacts(names=("B1",), titles=("一版的标题",)),
            "B2": PageFacts(names=("B2",), titles=("砥砺奋进谋跨越千亿产业欲腾飞", "第二篇")),
        }


def guide(page: str, title: str) -> Subject:
    entry = IndexEntry(
        block="guide", node="guide#1", page=page, title=title, place=Place("T.yaml", 9, 9)
    )
    return subject([run("B2", 60, 100, "guide#1")], index=(entry,), edition=Pages())


def test_a_title_that_the_page_has_is_good() -> None:
    assert not told_by(folio.CHECK, guide("B2", "砥砺奋进谋跨越千亿产业欲腾飞"))


def test_a_title_that_it_has_not_is_told_with_the_nearest() -> None:
    broken = found(folio.CHECK, guide("B2", "砥砺奋进谋跨越万亿产业欲腾飞"))
    near = said("part.did-you-mean", word="砥砺奋进谋跨越千亿产业欲腾飞")
    assert [told(f) for f in broken] == [
        ("FOLIO.title", {"page": "B2", "text": "砥砺奋进谋跨越万亿产业欲腾飞", "hint": near})
    ]
    assert str(broken[0].where) == "T.yaml:9:9"
    assert broken[0].spot is not None


@pytest.mark.parametrize("mark", ["，", "、", "·", "——"])
def test_a_mark_where_the_headline_begins_another_line_is_no_other_title(mark: str) -> None:
    assert not told_by(folio.CHECK, guide("B2", f"砥砺奋进谋跨越{mark}千亿产业欲腾飞"))
    (one,) = told_by(folio.CHECK, guide("B1", f"砥砺奋进谋跨越{mark}千亿产业欲腾飞"))
    assert one[1]["hint"] == said("part.title-elsewhere", pages=("B2",))
    assert told_by(folio.CHECK, guide("B2", f"砥砺奋进谋跨越{mark}千亿产业"))


def test_a_title_of_another_page_is_told_where_it_is() -> None:
    (one,) = told_by(folio.CHECK, guide("B2", "一版的标题"))
    assert one[1]["hint"] == said("part.title-elsewhere", pages=("B1",))


def test_a_page_that_is_not_there() -> None:
    broken = found(folio.CHECK, guide("B7", "第二篇"))
    assert told(broken[0], "page") == ("FOLIO.page", {"page": "B7"})
    assert broken[0].hint


@pytest.mark.parametrize(
    ("words", "page"),
    [("下转B2版", ""), ("（上接B1版）", ""), ("下转第B3版", "B3"), ("上接4版", "4")],
)
def test_jump_lines_name_pages_that_are_there(words: str, page: str) -> None:
    line = run(words, 60, 100, "s#jump")
    told = found(folio.CHECK, subject([line], edition=Pages()))
    keys = [(f.said.key, f.said["text"], f.said["page"]) for f in told]
    assert keys == ([("FOLIO.jump", words, page)] if page else [])


def test_running_text_may_speak_of_pages() -> None:
    line = run("报纸写着下转B9版", 60, 100, "s#p1", line=facts())
    assert not told_by(folio.CHECK, subject([line]))


INDEX = """\
  - id: guide
    index: [{page: T2, title: "河边的 | 新桥"}]
    at: {cols: 5-6, lines: 22-30}
"""
OTHER = """\
page: T2
edition: edition.yaml
format: tabloid
blocks:
  - story: stories/three.md
    at: {cols: 1-3, lines: 5-20}
  - text: [{text: "本版 | 要闻", style: note}]
    at: {cols: 4-6, lines: 5-8}
"""


def status(project: Project) -> tuple[str, str, list[Told]]:
    report = check_page(Session().page(project.spec))
    result = next(r for r in report.results if r.id == "FOLIO")
    return result.status, str(result.why or ""), [told(d, "page", "text") for d in result.found]


@pytest.fixture
def edition(project: Project) -> Project:
    project.change("T1.yaml", "  - id: picture\n", INDEX + "  - id: picture\n")
    project.write("T2.yaml", OTHER)
    project.write("stories/three.md", "---\ntitle: 河边的 | 新桥\n---\n\n新桥通车了。\n")
    project.change("edition.yaml", "pages: [T1.yaml]", "pages: [T1.yaml, T2.yaml]")
    return project


def test_a_page_with_its_edition_on_disk(edition: Project) -> None:
    assert status(edition) == ("passed", "", [])
    edition.change("T1.yaml", "河边的 | 新桥", "本版 | 要闻")
    assert status(edition) == ("passed", "", [])
    edition.change("T1.yaml", "本版 | 要闻", "河边的早市")
    assert status(edition)[2] == [("FOLIO.title", {"page": "T2", "text": "河边的早市"})]


def test_an_edition_of_one_page_or_with_a_broken_one_is_not_checked(edition: Project) -> None:
    edition.change("T2.yaml", "cols: 1-3", "cols: 1-9")
    got = status(edition)
    assert got[0] == "not checked"
    assert "T2.yaml cannot be read: " in got[1]
    edition.change("edition.yaml", "pages: [T1.yaml, T2.yaml]", "pages: [T1.yaml]")
    assert status(edition) == ("not checked", "the edition lists no other page", [])


def test_both_of_two_facing_pages_are_pages(edition: Project) -> None:
    edition.change("T2.yaml", "page: T2\n", "page: T2\nfacing: T3\n")
    edition.change("T1.yaml", "{page: T2, title", "{page: T3, title")
    assert status(edition) == ("passed", "", [])


def test_facts_that_are_not_at_hand_raise() -> None:
    class Nothing:
        def pages(self) -> dict[str, PageFacts]:
            raise NotCheckedError(said("part.no-other-page"))

    with pytest.raises(NotCheckedError):
        found(folio.CHECK, subject([run("下转B2版", 60, 100, "s#jump")], edition=Nothing()))
