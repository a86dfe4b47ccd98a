"""An archive without a cluster: what is done stays, what changed is made again, nothing is lost."""

import os
import random
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.archive import shelf
from layout.archive.group import PageCame, PageGroup, VolumeCame
from layout.archive.lot import Lost, Lot, Pack
from layout.archive.manifest import NAME, Manifest
from layout.archive.order import Answer, read_order
from layout.archive.run import MOST_PAGES, Archive
from layout.diagnostics import Diagnostic, Place
from layout.editions import pages_of
from layout.files import WriteError, this_machine, unwritten
from layout.record import replace
from layout.words.said import said
from tests.conftest import Project
from tests.papers import ME, NAMES, Here, catalogue, files, make, on_one_core, way_of
from tests.told import told

PAGES = ("pages",)
WAY = way_of()


@pytest.fixture
def crew(tmp_path: Path) -> Here:
    return Here(tmp_path / "bench")


def test_the_same_bytes_as_on_one_core_and_nothing_twice(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project)
    out = tmp_path / "out"
    first = make(crew, out, editions)
    assert files(out) == on_one_core(editions, tmp_path / "one")
    assert crew.asked == [(0, 1, 2, 3)] * 2  # an edition's own files: its pages together
    assert crew.bundles == 0
    again = make(crew, out, editions)
    assert crew.asked == [(0, 1, 2, 3)] * 2
    assert all(came.before for came in again)
    assert _told(again) == _told(first)
    assert [_files(came) for came in again] == [_files(came) for came in first]


def _told(came: list[PageCame | VolumeCame]) -> list[tuple[Diagnostic, ...]]:
    return [one.found if isinstance(one, PageCame) else one.volume.found for one in came]


def _files(came: PageCame | VolumeCame) -> tuple[object, ...]:
    return came.written if isinstance(came, PageCame) else came.volume.written


def test_a_book_alone_has_no_pages_beside_it_and_is_not_made_twice(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    first = make(crew, out, editions, way_of(("book",), formats=()))
    assert set(files(out)) == {"d1/d1.pdf"}
    again = make(crew, out, editions, way_of(("book",), formats=()))
    for came in (first, again):
        assert all(one.made.ready for one in came if isinstance(one, PageCame))
        assert [_files(one) for one in came][:-1] == [()] * 4
    assert len(crew.asked) == 1


@pytest.mark.parametrize(
    ("file", "touched"),
    [
        ("d1/stories/T2.md", {"T2"}),
        ("d1/T3.yaml", {"T3"}),
        ("d1/styles.yaml", {*NAMES}),
        ("d1/edition.yaml", {*NAMES}),
        ("assets/park.jpg", {"T1"}),
    ],
)
def test_a_page_is_made_again_when_any_file_of_it_is_another(
    project: Project, crew: Here, tmp_path: Path, file: str, touched: set[str]
) -> None:
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    make(crew, out, editions, way_of(PAGES))
    data = project.path(file).read_bytes()
    project.path(file).write_bytes(data + b"\n")
    came = make(crew, out, editions, way_of(PAGES))
    assert {
        one.made.name for one in came if isinstance(one, PageCame) and not one.before
    } == touched


def test_a_file_that_was_missing_and_is_there_now_makes_its_page_again(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    """A picture beside the spec goes before that of the project."""
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    make(crew, out, editions, way_of(PAGES))
    nearer = project.path("d1/assets/park.jpg")
    nearer.parent.mkdir()
    nearer.write_bytes(project.path("assets/park.jpg").read_bytes())
    came = make(crew, out, editions, way_of(PAGES))
    assert [one.before for one in came] == [False, True, True, True]


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda p: p.unlink(), "MADE-AGAIN.gone"),
        (lambda p: p.write_bytes(b"%PDF-half"), "MADE-AGAIN.changed"),
        (lambda p: (p.unlink(), p.symlink_to("T1.pdf")), "MADE-AGAIN.changed"),
    ],
)
def test_an_output_that_is_not_as_it_was_made_is_made_again_and_that_is_told(
    project: Project, crew: Here, tmp_path: Path, spoil, key: str
) -> None:
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    make(crew, out, editions, way_of(PAGES))
    before = files(out)
    spoil(out / "d1/T2.pdf")
    came = make(crew, out, editions, way_of(PAGES))
    assert [one.before for one in came] == [True, False, True, True]
    assert files(out) == before
    assert _noted(crew) == [(key, "T2.pdf")]
    make(crew, out, editions, way_of(PAGES))
    assert _noted(crew) == []


def test_two_runs_that_make_the_same_are_told(
    project: Project, crew: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = catalogue(project)
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(shelf, "own_mark", lambda: f"{this_machine()}-{os.getppid()}")
        other = shelf.Shelf(out)
    other.put_up([out / "d2"])
    make(crew, out, editions)
    assert _noted(crew) == [("CLUSTER.twice", "d2")]
    other.take_down()
    project.write("d2/stories/T1.md", "另一篇。")
    make(crew, out, editions)
    assert _noted(crew) == []


def test_a_file_that_the_full_disk_does_not_take_is_named_by_its_place(
    project: Project, crew: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = catalogue(project, days=1)
    out = tmp_path / "out"

    def full(path: Path, *_: object) -> Path:
        raise WriteError(unwritten(path, OSError(28, "No space left on device")))

    with monkeypatch.context() as patch:
        patch.setattr("layout.making.edition.write_file", full)
        (*_, volume) = make(crew, out, editions)
        patch.setattr("layout.making.page.write_beside", full)
        first, *_ = make(crew, out, editions, way_of(PAGES))
    assert isinstance(volume, VolumeCame)
    assert isinstance(first, PageCame)
    paths = [one.said["why"]["path"] for one in (volume.volume.found[0], first.found[0])]
    assert paths == [str(out / "d1/d1.pdf"), str(out / "d1/T1.pdf")]
    assert all(not one.before for one in make(crew, out, editions))


def _noted(crew: Here) -> list[tuple[str, str]]:
    """What was told of the folders: its key, and the name of the file."""
    found = [one for noted in crew.noted for one in noted.found]
    return [
        (told(one)[0], Path(one.where.file).name if isinstance(one.where, Place) else "")
        for one in found
    ]


def test_changed_files_are_made_again_without_a_word(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    make(crew, tmp_path / "out", editions)
    project.write("d1/stories/T2.md", "改过了。\n")
    make(crew, tmp_path / "out", editions)
    assert _noted(crew) == []


def test_another_program_is_told_once(project: Project, crew: Here, tmp_path: Path) -> None:
    editions = catalogue(project, days=1)
    make(crew, tmp_path / "out", editions, way_of(PAGES))
    came = make(crew, tmp_path / "out", editions, way_of(PAGES, identity="another"))
    assert not any(one.before for one in came)
    assert _noted(crew) == [("MADE-AGAIN.program", "")]


def test_two_projects_of_one_name_are_not_written_over_one_another(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    """A project that was moved, or copied as it is, is the same."""
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    make(crew, out, editions)
    before = files(out)
    copied = tmp_path / "copied" / project.root.name
    shutil.copytree(project.root, copied)
    came = make(crew, out, [copied / "d1/edition.yaml"])
    assert all(one.before for one in came)
    (copied / "d1/stories/T2.md").write_text("另一个项目的。\n", "utf-8")
    assert make(crew, out, [copied / "d1/edition.yaml"]) == []
    ((key, _),) = _noted(crew)
    assert key == "SAME-FILE.projects"
    ((fault,),) = [noted.found for noted in crew.noted]
    assert str(copied) in str(fault)
    assert str(project.root) in str(fault)
    assert files(out) == before
    shutil.rmtree(project.root)
    assert make(crew, out, [copied / "d1/edition.yaml"])
    assert files(out) != before


def test_a_folder_that_cannot_be_written_refuses_its_issue_alone(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project)
    out = tmp_path / "out"
    out.mkdir()
    (out / "d1").write_text("a file", "utf-8")
    came = make(crew, out, editions, way_of(PAGES))
    assert {one.spec.parent.name for one in came if isinstance(one, PageCame)} == {"d2"}
    assert _noted(crew) == [("BUILD.folder", "d1")]
    (out / "d1").unlink()
    (out / "d1" / NAME).mkdir(parents=True)
    make(crew, out, editions, way_of(PAGES))
    assert _noted(crew) == [("BUILD.folder", "d1")]


def test_another_way_of_making_it_is_another_page(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1, names=("T1",))
    out = tmp_path / "out"
    make(crew, out, editions, way_of(PAGES))
    (came,) = make(crew, out, editions, way_of(PAGES, pdfx="none"))
    assert not came.before
    assert _noted(crew) == [("MADE-AGAIN.way", "")]
    (came,) = make(crew, out, editions, way_of(PAGES))
    assert not came.before  # the file is that of the other way
    assert _noted(crew) == [("MADE-AGAIN.way", "")]
    (came,) = make(crew, out, editions, way_of(PAGES))
    assert came.before


def test_a_torn_manifest_is_mended_and_only_what_it_lost_is_made(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    out = tmp_path / "out"
    make(crew, out, editions, way_of(PAGES))
    manifest = out / "d1" / NAME
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:-100])
    came = make(crew, out, editions, way_of(PAGES))
    assert [one.before for one in came] == [True, True, True, False]
    assert _noted(crew) == [("MANIFEST.unread", NAME)]
    assert sorted(manifest.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_what_is_wrong_with_a_page_is_told_again_and_it_is_not_tried_again(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1, names=("T1", "T2"))
    project.change("d1/T2.yaml", "stories/T2.md", "stories/T9.md")
    first = make(crew, tmp_path / "out", editions)
    again = make(crew, tmp_path / "out", editions)
    assert [[told(d)[0] for d in found if d.severity == "error"] for found in _told(first)] == [
        [], ["MISSING-FILE.named"], ["NOT-WHOLE.pages"],
    ]  # fmt: skip
    assert _told(again) == _told(first)
    assert len(crew.asked) == 1
    project.write("d1/stories/T9.md", "来了。\n")
    assert not any(came.before for came in make(crew, tmp_path / "out", editions))


def test_a_page_that_ends_workers_is_told_and_the_others_are_made(
    project: Project, tmp_path: Path
) -> None:
    editions = catalogue(project)
    crew = Here(tmp_path / "bench", deadly=("d2/T3.yaml",))
    came = make(crew, tmp_path / "out", editions)
    one, two = (
        [c for c in came if isinstance(c, VolumeCame) and c.volume.edition.stem == day]
        for day in ("d1", "d2")
    )
    assert [told(d)[0] for d in two[0].volume.found] == ["NOT-WHOLE.pages"]
    assert len(one[0].volume.written) == 2
    lost = [c for c in came if isinstance(c, PageCame) and not c.written]
    assert [(c.spec.name, told(c.found[0])[0]) for c in lost] == [("T3.yaml", "WORKER.died")]
    assert set(files(tmp_path / "out")) >= {"d2/T1.pdf", "d2/T2.pdf", "d2/T4.pdf"}
    crew = Here(tmp_path / "bench")  # the next run tries again
    make(crew, tmp_path / "out", editions)
    assert files(tmp_path / "out") == on_one_core(editions, tmp_path / "one")


def test_pages_of_one_name_are_told_in_their_order(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    catalogue(project, names=("T1",))
    pages = (project.path("d1/T1.yaml"), project.path("d2/T1.yaml"))
    came = make(crew, tmp_path / "out", [], way_of(PAGES), pages)
    first, second = (one for one in came if isinstance(one, PageCame))
    assert first.written
    assert not second.written
    assert told(second.found[-1])[0] == "SAME-NAME.pages"


def test_pages_whose_stories_jump_are_one_job(
    project: Project, crew: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layout.archive.run.MOST_PAGES", 2)
    catalogue(project, days=1, names=("T1", "T2", "T3", "T4", "T5", "T6"))
    for name in ("T2", "T6"):
        project.change(f"d1/{name}.yaml", "blocks:\n", "blocks:\n  # no jump_to here\n")
    make(crew, tmp_path / "out", [project.path("d1/edition.yaml")], way_of(PAGES))
    assert crew.asked == [(1, 5), (0, 2), (3, 4)]


class Asked(Here):
    """A crew that is asked and makes nothing; `lots` are what it was asked for."""

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        self.lots = list(lots)
        yield from ()


@pytest.mark.parametrize("seed", range(12))
def test_of_any_mixture_each_page_is_asked_for_once(
    project: Project, tmp_path: Path, seed: int
) -> None:
    """Editions with files of their own, pages by themselves, stories that jump, two projects."""
    dice = random.Random(seed)
    project.write("../other/banxin.yaml", "")
    groups: list[PageGroup] = []
    together: list[set[tuple[int, int]]] = []
    for number in range(dice.randint(1, 12)):
        issue = f"{dice.choice(('', '../other/'))}i{number}"
        specs = []
        jumping = set()
        for at in range(dice.randint(1, 11)):
            jumps = dice.random() < 0.3
            text = f"page: A{at}\nblocks: []  # {'jump_to' if jumps else ''}\n"
            specs.append(project.write(f"{issue}/A{at}.yaml", text))
            if jumps:
                jumping.add((number, at))
        names = ", ".join(spec.name for spec in specs)
        whole = dice.random() < 0.3
        edition = pages_of(project.write(f"{issue}/edition.yaml", f"pages: [{names}]\n"))[1]
        groups.append(PageGroup(tmp_path / f"out/{number}", specs, edition if whole else None, WAY))
        together.append({(number, at) for at in range(len(specs))} if whole else jumping)
    crew = Asked(tmp_path / "bench")
    assert list(Archive(groups, WAY, ME, tmp_path / "out").make(crew)) == []
    asked = [page for lot in crew.lots for page in lot.pages]
    every = [(n, at) for n, one in enumerate(groups) for at in range(len(one.specs))]
    assert sorted(asked) == every
    for lot in crew.lots:
        assert len({groups[n].roots[at] for n, at in lot.pages}) == 1
        mixed = [part for part in together if part & set(lot.pages)]
        assert all(part <= set(lot.pages) for part in mixed)
        if lot.whole:
            assert mixed == [set(lot.pages)]
        last = set(lot.pages[-1:]).union(*(part for part in mixed if lot.pages[-1] in part))
        assert len(set(lot.pages) - last) < MOST_PAGES or lot.whole
    short = [lot for lot in crew.lots if not lot.whole and len(lot.pages) < MOST_PAGES]
    assert len(short) <= 2  # one a project


class Unlucky(Here):
    """A crew whose lots end in any order; of some a worker ends before it answers, or after it has
    laid what it made, and some are given up. It is broken off after so many answers."""

    def __init__(self, folder: Path, seed: int, answers: int) -> None:
        super().__init__(folder)
        self._dice = random.Random(seed)
        self._left = answers

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        while lots:
            lots.rotate(self._dice.randrange(len(lots)))
            chance = self._dice.random()
            if chance < 0.2 and len(lots[0].pages) > 1:
                yield lots.popleft(), Lost(said("part.worker-gone", number=5))
            elif chance < 0.4:
                self._bench.make(*pack(lots[0]))
            else:
                if not self._left:
                    raise KeyboardInterrupt
                self._left -= 1
                yield from super().work(deque([lots.popleft()]), pack)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_ends_no_page_is_lost_or_wrong(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("layout.archive.run.MOST_PAGES", 3)
    editions = catalogue(project, days=3, names=("T1", "T2"))
    given = editions[:2] if seed % 2 else []  # these with their own files
    lone = [spec for path in editions[len(given) :] for spec in pages_of(path)[0]]
    out = tmp_path / "out"
    tries = 0
    while True:
        crew = Unlucky(tmp_path / "bench", 10 * seed + tries, answers=tries)
        try:
            came = make(crew, out, given, lone=lone)
            if all(one.volume.written for one in came if isinstance(one, VolumeCame)):
                break
        except KeyboardInterrupt:
            assert not list(out.rglob(".*"))
        tries += 1
    assert tries
    assert sorted(one.spec for one in came if isinstance(one, PageCame)) == sorted(
        spec for path in editions for spec in pages_of(path)[0]
    )
    wanted = on_one_core(editions, tmp_path / "one")
    own = {f"{path.parent.name}/{path.parent.name}" for path in editions[len(given) :]}
    assert files(out) == {
        name: data for name, data in wanted.items() if not name.startswith(tuple(own))
    }
    assert crew.bundles == 0
    assert all(one.before for one in make(Asked(tmp_path / "bench"), out, given, lone=lone))


class Afar(Here):
    """A crew of another machine, on which the project does not lie."""

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        def elsewhere(lot: Lot) -> tuple[bytes, bytes]:
            order, bundle = pack(lot)
            here = replace(read_order(order), place="")
            return replace(here, root=f"/nowhere{here.root}").packed(), bundle

        yield from super().work(lots, elsewhere)


def test_pages_of_several_issues_are_sent_along_together(project: Project, tmp_path: Path) -> None:
    editions = catalogue(project, days=3, names=("T1", "T2"))
    lone = [spec for path in editions for spec in pages_of(path)[0]]
    crew = Afar(tmp_path / "bench")
    came = make(crew, tmp_path / "out", [], way_of(PAGES), lone=lone)
    assert sum(isinstance(one, PageCame) and len(one.written) == 1 for one in came) == 6
    assert crew.bundles == len(crew.asked) - 1  # what is asked first shows that nothing is there
    wanted = on_one_core(editions, tmp_path / "one")
    pages = [f"d{day}/{name}.pdf" for day in (1, 2, 3) for name in ("T1", "T2")]
    assert files(tmp_path / "out") == {page: wanted[page] for page in pages}


def test_what_is_written_down_is_put_on_the_disk_by_time_and_in_the_end(
    project: Project, crew: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = catalogue(project, names=("T1", "T2"))
    monkeypatch.setattr("layout.archive.run.MOST_PAGES", 1)
    synced: list[str] = []
    sync = Manifest.sync

    def counted(manifest: Manifest) -> None:
        synced.append(manifest.path.parent.name)
        sync(manifest)

    monkeypatch.setattr(Manifest, "sync", counted)
    make(crew, tmp_path / "out", editions, way_of(PAGES))
    assert sorted(synced) == ["d1", "d2"]
    synced.clear()
    monkeypatch.setattr("layout.archive.run.SYNC_S", -1)
    make(crew, tmp_path / "again", editions, way_of(PAGES))
    assert synced == ["d1", "d1", "d2", "d2"]


FACING = """\
page: T2
facing: T3
format: tabloid
blocks:
  - {id: wide, text: [{text: 两个版连成一整块, style: main}], at: {cols: 1-12, lines: 5-14}}
  - {story: stories/T2.md, at: {part: left, cols: 1-2, lines: 20-40}}
"""
STRIP = """\
page: 中缝
format: {width: 34mm, height: 390mm, columns: [10zi], lines: 84, top: 20mm, bleed: 3mm}
blocks:
  - {text: [{text: 中缝字, style: body}], at: {cols: 1, lines: 1-3}}
"""


def test_facing_pages_and_what_stands_in_the_fold_come_as_on_one_core(
    project: Project, crew: Here, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    project.write("d1/T2.yaml", FACING)
    project.write("d1/fold.yaml", STRIP)
    project.change("d1/edition.yaml", "T2.yaml, T3.yaml, T4.yaml", "T2.yaml, T4.yaml")
    project.change("d1/edition.yaml", "styles:", "spread: {strip: fold.yaml}\nstyles:")
    first = make(crew, tmp_path / "out", editions)
    assert files(tmp_path / "out") == on_one_core(editions, tmp_path / "one")
    names = {"T2-T3", "T2", "T3", "中缝", "d1-spreads"}
    assert {f"d1/{name}.pdf" for name in names} <= set(files(tmp_path / "out"))
    again = make(crew, tmp_path / "out", editions)
    assert all(came.before for came in again)
    assert _told(again) == _told(first)
