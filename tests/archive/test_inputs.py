"""What a page was made of: whatever it read, whatever it looked for, whatever is taken unasked."""

from pathlib import Path

import pytest

from layout.api import Session
from layout.archive import inputs
from layout.archive.inputs import FileDigests, RecordedFiles, digest_of_inputs
from layout.environment import PathError, stamp_of
from tests.conftest import Project

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "spec", ["zhuzhou-2019-09-20/B2.yaml", "weekly/A4.yaml", "adverts/G2.yaml"]
)
def test_all_files_of_a_page_are_known_the_second_time_too(spec: str) -> None:
    """A session keeps what it has parsed: what it need not read again belongs to the page too."""
    session, env = Session(lasting=False), RecordedFiles(ROOT, FileDigests())
    first: dict[str, str | None] = {}
    for _ in range(2):
        env.begin()
        page = session.page(ROOT / "specs" / spec, env=env)
        page.pdf()
        found = env.inputs()
        assert {p.resolve() for p in page.files} <= {(ROOT / name).resolve() for name in found}
        assert found == (first or found)
        first = found
    assert not env.stale
    assert first == FileDigests().inputs(ROOT, first)


def test_where_a_name_is_looked_for_first_belongs_to_it(project: Project) -> None:
    env = RecordedFiles(project.root, FileDigests())
    project.write("d1/page.yaml", "")
    env.find("assets/park.jpg", project.path("d1"))
    with pytest.raises(PathError):
        env.find("assets/none.jpg", project.path("d1"))
    found = env.inputs()
    nearer, there = found["d1/assets/park.jpg"], found["assets/park.jpg"]
    assert (nearer, there is not None) == (None, True)
    assert found["d1/assets/none.jpg"] is None
    assert found["assets/none.jpg"] is None


def test_a_file_has_the_digest_of_what_was_read(project: Project) -> None:
    """Not of what stands there when the page is made: somebody may have saved meanwhile."""
    env = RecordedFiles(project.root, FileDigests())
    path = project.path("stories/one.md")
    env.read(path, 1 << 20)
    before = FileDigests().of(path)
    path.write_bytes(b"saved meanwhile")
    assert env.inputs()["stories/one.md"] == before
    assert env.inputs()["stories/one.md"] != FileDigests().of(path)


@pytest.mark.parametrize("name", ["assets/profiles/house.icc", "fonts/own.ttf"])
def test_a_profile_or_a_face_that_is_another_one_makes_it_stale(
    project: Project, name: str
) -> None:
    """A session reads these once and holds them."""
    env = RecordedFiles(project.root, FileDigests())

    def page() -> bool:
        env.begin()
        env.find(name, project.root)
        env.inputs()
        return env.stale

    project.write(name, "one")
    assert [page(), page()] == [False, False]
    project.write(name, "another")
    assert page()


def test_a_profile_that_is_new_makes_it_stale(project: Project) -> None:
    env = RecordedFiles(project.root, FileDigests())
    env.inputs()
    project.write("assets/profiles/README.md", "no profile")
    env.inputs()
    assert not env.stale
    project.write("assets/profiles/house.icc", "one")
    env.inputs()
    assert env.stale


def test_a_digest_of_inputs_sees_names_digests_and_options() -> None:
    one = digest_of_inputs({"a": "1", "b": None}, "x")
    assert digest_of_inputs({"b": None, "a": "1"}, "x") == one
    others: list[tuple[dict[str, str | None], str]] = [
        ({"a": "1"}, "x"),
        ({"a": "1", "b": "1"}, "x"),
        ({"a": "1", "b": None}, "y"),
    ]
    assert one not in [digest_of_inputs(inputs, options) for inputs, options in others]


def test_a_digest_is_kept_as_long_as_the_file_is_the_same(tmp_path: Path) -> None:
    digests, path = FileDigests(), tmp_path / "a"
    assert digests.of(path) is None
    path.write_bytes(b"one")
    first = digests.of(path)
    assert digests.of(path) == first
    path.write_bytes(b"another")
    assert digests.of(path) not in (None, first)
    path.unlink()
    assert digests.of(path) is None
    assert digests.of(tmp_path) is None


def test_the_digests_of_the_files_asked_for_last_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "MOST_KEPT", 3)
    digests = FileDigests()
    paths = [tmp_path / str(number) for number in range(5)]
    for path in paths:
        path.write_text(path.name)
        digests.of(path)
        digests.of(paths[0])
    kept = [path.name for path in paths if digests.at(path, stamp_of(path))]
    assert kept == ["0", "3", "4"]
