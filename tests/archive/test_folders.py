"""Which folder a page is written into: that of its issue, called as in the project."""

from pathlib import Path

from layout.archive.folders import folders, lone_pages
from layout.editions import pages_of
from tests.conftest import Project
from tests.papers import NAMES, catalogue
from tests.told import told


def test_a_page_made_without_its_edition_goes_into_the_folder_of_it(
    project: Project, tmp_path: Path
) -> None:
    first, _ = catalogue(project)
    evening = first.read_text("utf-8").replace("T1.yaml, ", "").replace("T4.yaml", "T5.yaml")
    project.write("d1/evening.yaml", evening)
    page = project.path("d1/T4.yaml").read_text("utf-8").replace("T4", "T5")
    project.write("d1/T5.yaml", page.replace("edition.yaml", "evening.yaml"))
    project.write("d1/T6.yaml", page.replace("T5", "T6"))
    pages = [project.path(f"{name}.yaml") for name in ("d1/T2", "d2/T1", "d1/T5", "d1/T6", "d1/T1")]
    out = tmp_path / "out"
    assert lone_pages(out, pages) == [
        (out / "d1", "d1", (pages[0], pages[4])),
        (out / "d2", "d2", (pages[1],)),
        (out / "d1/evening", "evening", (pages[2],)),
        (out, "", (pages[3],)),
    ]


def test_each_edition_has_its_folder_and_two_of_one_folder_are_told(
    project: Project, tmp_path: Path
) -> None:
    first, second = catalogue(project)
    other = project.write("d1/evening.yaml", first.read_text("utf-8"))
    lone = project.write("../lone/edition.yaml", first.read_text("utf-8"))
    project.write("../lone/T1.yaml", project.path("d1/T1.yaml").read_text("utf-8"))
    nested = project.write("d3/edition.yaml", first.read_text("utf-8"))
    for name in NAMES:
        project.write(f"d3/{name}.yaml", project.path(f"d1/{name}.yaml").read_text("utf-8"))
        project.write(f"../lone/{name}.yaml", project.path(f"d1/{name}.yaml").read_text("utf-8"))
    editions = [there for path in (first, second, other, lone, first, nested)
                if (there := pages_of(path)[1])]  # fmt: skip
    found = folders(Path("out"), editions)
    names = ["out/d1", "out/d2", "out/d1/evening", "out/lone", "out/d1", "out/d3"]
    assert [one.folder.as_posix() for one in found] == names
    assert [one.fault and told(one.fault)[0] for one in found] == [
        None, None, None, None, "SAME-FILE.folders", None,
    ]  # fmt: skip
