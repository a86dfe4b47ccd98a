"""Files: which belong to a page, where they may lie, and every fault of all of them at once."""

import os
from pathlib import Path
from typing import Any

import pytest

from layout.environment import Files
from layout.spec.load import is_edition, load_edition, load_page, nearest_file
from layout.words.said import said
from tests.conftest import Project
from tests.spec.conftest import line_of, load
from tests.spec.helpers import codes, faults_of, where
from tests.told import assert_told


def test_a_page_with_all_it_names(full: Project) -> None:
    sources = load(full)
    assert sources.edition.name == "城市晚报"
    assert [path.name for _, path in sources.sheets] == ["styles.yaml", "own.yaml"]
    assert [s.name if s else None for s in sources.stories[:3]] == [
        "stories/one.md", "stories/two.md", None,
    ]  # fmt: skip
    assert {p.name for p in sources.files} == {
        "T1.yaml", "edition.yaml", "styles.yaml", "own.yaml", "one.md", "two.md",
    }  # fmt: skip


def test_an_edition_beside_is_taken_without_being_named(full: Project) -> None:
    full.change("T1.yaml", "edition: edition.yaml\n", "")
    assert load(full).edition.name == "城市晚报"
    full.edition.unlink()
    assert load(full).edition.name is None


def test_a_page_in_a_folder_does_not_take_the_roots_edition(full: Project) -> None:
    full.write("inner/P.yaml", "page: P\n")
    assert load_page(Files(full.root), full.path("inner/P.yaml")).edition.name is None


def test_paths_go_from_the_file_then_from_the_root(full: Project) -> None:
    full.write("inner/P.yaml", "page: P\nedition: edition.yaml\nstyles: own.yaml\n")
    full.write("inner/own.yaml", "colors: {inner: K10}\n")
    sources = load_page(Files(full.root), full.path("inner/P.yaml"))
    assert sources.edition.name == "城市晚报"
    assert sources.sheets[-1][1] == full.path("inner/own.yaml")
    assert sources.sheets[0][1] == full.path("styles.yaml")  # named by the edition


def test_faults_of_every_file_are_told_in_one_run(full: Project) -> None:
    full.change("T1.yaml", "arrange: row", "arrange: rwo")
    full.change("T1.yaml", "stories/two.md", "stories/tow.md")
    full.change("edition.yaml", "phone:", "fone:")
    full.change("own.yaml", "size: 9pt", "size: 9")
    full.change("stories/one.md", "title:", "titel:")
    found = faults_of(load, full)
    assert [(d.code, str(d.where)) for d in found] == [
        ("VALUE", f"T1.yaml:{line_of(full, 'rwo')}:14"),
        ("UNKNOWN-KEY", "edition.yaml:5:1"),
        ("VALUE", "own.yaml:2:28"),
        ("UNKNOWN-KEY", "stories/one.md:3:1"),
        ("MISSING-FILE", f"T1.yaml:{line_of(full, 'tow.md')}:12"),
    ]
    assert found[-1].said["hint"] == said("part.did-you-mean", word="stories/two.md")


def test_a_style_sheet_named_twice_is_read_and_told_once(full: Project) -> None:
    full.change("T1.yaml", "styles: own.yaml", "styles: styles.yaml")
    full.write("styles.yaml", "color: {}\n")
    assert codes(faults_of(load, full)) == ["UNKNOWN-KEY"]


OUTSIDE = [
    "../outside.md", "../../etc/passwd", "/etc/passwd", "/dev/zero", "/dev/stdin", "~/x.md",
    "/proc/self/environ", "file:///etc/passwd", "http://127.0.0.1:9/x.md", r"\\host\share\x.md",
    r"C:\x.md", "C:x.md", "$HOME/x.md", "$(touch pwned).md", "|touch pwned", "-output=x",
    "a" * 5000, "a" * 300 + ".md", "a/" * 400 + "x.md", "图片/../../outside.md", "photo\n.md",
    "photo.md\0.txt", "\u202egnp.exe", "\ufeffx.md", "inside/../../outside.md", "link.md",
    "linked/outside.md", "loop.md", "pipe.md", "stories", ".", "", " ", "one.md/x",
]  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_path_may_not_leave_nor_hang(full: Project, name: str) -> None:
    outside = full.root.parent / "outside.md"
    outside.write_text("正文", encoding="utf-8")
    (full.root / "link.md").symlink_to(outside)
    (full.root / "linked").symlink_to(full.root.parent)
    (full.root / "loop.md").symlink_to(full.root / "loop.md")
    os.mkfifo(full.root / "pipe.md")
    quoted = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    quoted = quoted.replace("\0", "\\0").replace("\ufeff", "\\ufeff").replace("\u202e", "\\u202e")
    for old, key in (
        ("story: stories/two.md", "story"),
        ("styles: own.yaml", "styles"),
        ("edition: edition.yaml", "edition"),
    ):
        before = full.spec.read_text(encoding="utf-8")
        full.change("T1.yaml", old, f'{key}: "{quoted}"')
        (found,) = faults_of(load, full)
        assert found.code in ("BAD-PATH", "MISSING-FILE")
        assert where(found)[0] == line_of(full, f"{key}: ") if key != "story" else True
        assert found.message.startswith(f'{key}: "')
        full.write("T1.yaml", before)


def test_links_inside_the_root_are_fine(full: Project) -> None:
    (full.root / "three.md").symlink_to(full.root / "stories" / "two.md")
    full.change("T1.yaml", "stories/two.md", "three.md")
    assert load(full).stories[1] is not None


def test_a_linked_root_is_the_root(full: Project) -> None:
    link = full.root.parent / "link"
    link.symlink_to(full.root)
    assert load_page(Files(link), link / "T1.yaml").page.page == "T1"


@pytest.mark.parametrize("kind", ["fifo", "folder", "outside", "dangling"])
def test_an_edition_beside_that_cannot_be_read_is_told(full: Project, kind: str) -> None:
    full.change("T1.yaml", "edition: edition.yaml\n", "")
    full.edition.unlink()
    if kind == "fifo":
        os.mkfifo(full.edition)
    elif kind == "folder":
        full.edition.mkdir()
    else:
        full.edition.symlink_to("/etc/passwd" if kind == "outside" else "nowhere.yaml")
    found = faults_of(load, full)
    assert found[0].code in ("BAD-PATH", "MISSING-FILE")
    assert found[0].said["name"] == "edition.yaml"


def test_a_page_is_not_its_own_edition(full: Project) -> None:
    full.change("T1.yaml", "edition: edition.yaml", "edition: T1.yaml")
    (found,) = faults_of(load, full)
    assert (found.code, where(found)) == ("ITSELF", (2, 10))


@pytest.mark.parametrize(
    ("pages", "key", "place", "values"),
    [
        (
            "[T2.yaml]",
            "MISSING-FILE.named",
            (9, 9),
            {
                "path": "pages.1",
                "name": "T2.yaml",
                "fault": said("part.path-missing"),
                "hint": said("part.did-you-mean", word="T1.yaml"),
            },
        ),
        (
            "[T1.yaml, ./T1.yaml]",
            "TWICE.page",
            (9, 18),
            {"path": "pages.2", "name": "./T1.yaml", "number": 1},
        ),
        ("[edition.yaml]", "ITSELF.page", (9, 9), {"path": "pages.1"}),
        (
            "[../T1.yaml]",
            "BAD-PATH.named",
            (9, 9),
            {"path": "pages.1", "name": "../T1.yaml", "fault": said("part.path-outside")},
        ),
        (
            "T1.yaml",
            "VALUE.kind",
            (9, 8),
            {
                "what": said("part.node-text", text="T1.yaml"),
                "kind": said("part.kind-list", of=said("part.path")),
                "path": "pages",
            },
        ),
        (
            "[~]",
            "VALUE.kind",
            (9, 9),
            {"what": said("part.node-nothing"), "kind": said("part.path"), "path": "pages.1"},
        ),
    ],
)
def test_editions(
    full: Project, pages: str, key: str, place: tuple[int, int], values: dict[str, Any]
) -> None:
    full.change("edition.yaml", "[T1.yaml]", pages)
    (found,) = faults_of(load_edition, Files(full.root), full.edition)
    assert_told(found, key, values)
    assert where(found) == place


def test_an_edition_and_its_pages(full: Project) -> None:
    edition, pages = load_edition(Files(full.root), full.edition)
    assert edition.section == "副刊"
    assert pages == (full.spec,)
    assert is_edition(Files(full.root), full.edition)
    assert not is_edition(Files(full.root), full.spec)
    full.write("edition.yaml", "pages: [T1.yaml]\npages: [T1.yaml]\n")
    assert is_edition(Files(full.root), full.edition)  # a faulty one is one still
    full.write("edition.yaml", "pages: [")
    assert not is_edition(Files(full.root), full.edition)


def test_what_was_parsed_is_kept_and_a_changed_file_is_read_anew(full: Project) -> None:
    memo: dict[Any, Any] = {}
    env = Files(full.root)
    first = load_page(env, full.spec, memo)
    assert load_page(env, full.spec, memo).page is first.page
    assert load_page(env, full.spec, memo, ("title=甲",)).page.title == "甲"
    full.change("stories/two.md", "早市", "夜市")
    again = load_page(env, full.spec, memo)
    assert again.stories[0] is first.stories[0]
    assert again.stories[1] is not first.stories[1]
    full.change("T1.yaml", "page: T1", "pagee: T1")
    for _ in range(2):  # a fault is told each time
        assert "UNKNOWN-KEY" in codes(faults_of(load_page, env, full.spec, memo))


def test_a_missing_page_is_told(full: Project) -> None:
    (found,) = faults_of(load_page, Files(full.root), full.path("T9.yaml"))
    assert (found.code, str(found.where)) == ("MISSING-FILE", "T9.yaml:1:1")


def test_the_nearest_file_is_never_one_outside(tmp_path: Path) -> None:
    root = tmp_path / "paper"
    root.mkdir()
    (tmp_path / "secret.md").touch()
    (root / "stories").mkdir()
    (root / "stories" / "one.md").touch()
    env = Files(root)
    assert str(nearest_file(env, "../secrt.md", root)) == ""
    assert str(nearest_file(env, "stories/oen.md", root)) == 'did you mean "stories/one.md"?'
    assert (
        str(nearest_file(env, "stories/oen.md", root / "stories"))
        == 'did you mean "stories/one.md"?'
    )
    assert str(nearest_file(env, "nowhere/oen.md", root)) == ""
