"""Which pages a proof shows, under which keys, and which stand side by side."""

from layout.api import Session
from layout.preview.issue import Newcomers, folder_of, issue_of
from tests.conftest import Project


def pages(project: Project, *names: str, listed: bool = True) -> None:
    text = project.spec.read_text(encoding="utf-8")
    for name in names:
        project.write(f"{name}.yaml", text.replace("page: T1", f"page: {name.split('/')[-1]}"))
    inside = f"[{', '.join(f'{name}.yaml' for name in names)}]" if listed else ""
    old = "pages: [T1.yaml]"
    project.change("edition.yaml", old, f"pages: {inside}" if listed else "")


def test_an_edition_has_its_pages_by_key_and_its_sheets(project: Project):
    pages(project, "A1", "A2", "A3", "A4")
    issue = issue_of(Session(), project.root)
    assert list(issue.pages) == ["A1", "A2", "A3", "A4"]
    assert issue.title == "城市晚报"
    assert issue.sheets(lambda _: False) == [["A4", "A1"], ["A2", "A3"]]


def test_a_page_of_two_is_both_its_halves(project: Project):
    pages(project, "A1", "A2", "A4")
    issue = issue_of(Session(), project.edition)
    assert issue.sheets(lambda key: key == "A2") == [["A4", "A1"], ["A2", "A2"]]


def test_a_page_alone_has_no_sheets(project: Project):
    issue = issue_of(Session(), project.spec)
    assert list(issue.pages) == ["T1"]
    assert issue.edition is None
    assert issue.sheets(lambda _: False) == []


def test_two_files_of_one_name_have_two_keys_which_stay(project: Project):
    pages(project, "am/A1", "pm/A1")
    first = issue_of(Session(), project.root)
    assert list(first.pages) == ["A1", "A1-2"]
    project.change("edition.yaml", "[am/A1.yaml, pm/A1.yaml]", "[pm/A1.yaml, am/A1.yaml]")
    again = issue_of(Session(), project.root, first)
    assert list(again.pages) == ["A1-2", "A1"]


def test_an_edition_that_lists_no_pages_has_those_beside_it(project: Project):
    pages(project, "A2", "A1", listed=False)
    issue = issue_of(Session(), project.root)
    assert list(issue.pages) == ["A1", "A2", "T1"]
    assert issue.edition is None
    assert list(issue_of(Session(), project.spec).pages) == ["T1"]


def test_the_folder_is_that_of_the_edition_or_the_page(project: Project):
    root = project.root.resolve()
    assert folder_of(project.root) == folder_of(project.edition) == folder_of(project.spec) == root


def test_a_spec_that_comes_beside_an_edition_without_a_list_is_seen(project: Project):
    pages(project, "A1", listed=False)
    issue = issue_of(Session(), project.root)
    came = Newcomers(project.root.resolve())
    came.take(issue)
    assert not came.came(issue)
    project.change("A1.yaml", "lines: 5-40", "lines: 5-39")  # a page: it is watched as one
    project.change("styles.yaml", "styles:", "# words\nstyles:")  # it may have become a page
    assert came.came(issue)
    came.take(issue)
    project.write("A2.yaml", project.spec.read_text("utf-8").replace("page: T1", "page: A2"))
    assert came.came(issue)
    came.take(issue)
    assert not came.came(issue)


def test_an_edition_that_lists_its_pages_waits_for_none_beside_it(project: Project):
    issue = issue_of(Session(), project.root)
    came = Newcomers(project.root.resolve())
    came.take(issue)
    project.write("A2.yaml", project.spec.read_text("utf-8").replace("page: T1", "page: A2"))
    assert not came.came(issue)
