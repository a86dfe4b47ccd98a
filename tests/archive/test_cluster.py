"""A real scheduler and real workers on loopback: the same bytes, whoever dies meanwhile.

The command runs in a process of its own; what the tests do to it they do when it has told a page,
so that no clock decides anything. What is made is small: eight pages of two editions.
"""

import json
import random
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from layout.archive import cluster as module
from layout.archive.cluster import Cluster, _Hand
from layout.archive.lot import MOST_DEATHS, Lot
from layout.archive.manifest import NAME
from layout.diagnostics import Diagnostic
from tests.conftest import Project
from tests.cost import HANG_S
from tests.farm import BROKEN, DEADLY, FAR, OTHER, Farm, farm
from tests.papers import ME, NAMES, catalogue, files, on_one_core
from tests.told import told as told_key

SEED = 15


@pytest.fixture(scope="module")
def dask() -> Iterator[Farm]:
    """A scheduler without workers."""
    with farm() as made:
        yield made


@pytest.fixture
def workers(dask: Farm) -> Iterator[Farm]:
    """The scheduler, whose workers of a test are gone after it."""
    yield dask
    for pid in tuple(dask.workers):
        dask.kill(pid)


def begun(
    dask: Farm, editions: list[Path], out: Path, *more: str, patch: str = ""
) -> "subprocess.Popen[str]":
    """The command, begun; `patch` is run before it."""
    start = f"import sys\n{patch}\nfrom layout.cli import main\nsys.exit(main(sys.argv[1:]))"
    words = ["build", *map(str, editions), "--cluster", dask.address, "-o", str(out), *more]
    return subprocess.Popen(
        [sys.executable, "-c", start, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def banxin(
    dask: Farm, editions: list[Path], out: Path, *more: str, patch: str = ""
) -> tuple[int, str, str]:
    """The command: its status, what it made, what it said."""
    process = begun(dask, editions, out, *more, patch=patch)
    made, said = process.communicate(timeout=HANG_S)
    return process.returncode, made, said


def test_the_same_bytes_as_on_one_core_from_a_path_and_from_a_bundle(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    """A worker of another version is refused by name, one on which nothing can be made loses no
    page; one that has not the files is sent them; a second run asks nobody."""
    editions = catalogue(project)
    wanted = on_one_core(editions, tmp_path / "one")
    workers.start()
    workers.start(OTHER)
    workers.start(BROKEN)
    status, _, said = banxin(workers, editions, tmp_path / "path")
    assert (status, files(tmp_path / "path")) == (0, wanted), said
    assert "is given nothing" in said
    assert "Banxin 0.0.9 older" in said
    assert said.splitlines()[-1] == "8 pages made, 0 made before, 0 not made"
    for pid in tuple(workers.workers):
        workers.kill(pid)
    workers.start(FAR)
    status, _, said = banxin(workers, editions, tmp_path / "bundle")
    assert (status, files(tmp_path / "bundle")) == (0, wanted), said
    for pid in tuple(workers.workers):
        workers.kill(pid)
    status, made, said = banxin(workers, editions, tmp_path / "path", "--json")
    pages = json.loads(made)["pages"]
    assert (status, len(pages)) == (0, 8)
    assert all(page["before"] and page["written"] for page in pages)


@pytest.mark.parametrize(
    ("others", "to"), [([None], []), ([True], ["two"]), ([False], ["one"]), ([], ["one"])]
)
def test_a_lot_that_failed_waits_for_who_has_yet_to_say_what_it_is(
    monkeypatch: pytest.MonkeyPatch, others: list[bool | None], to: list[str]
) -> None:
    cluster = Cluster("tcp://127.0.0.1:1", ME, lambda _: None)
    sent: list[str] = []
    monkeypatch.setattr(cluster, "_send", lambda _, hand, *__: sent.append(hand.address))
    hands = [("one", True), *(("two", fit) for fit in others)]
    cluster._hands = {name: _Hand(name, fit=fit) for name, fit in hands}
    lots = deque([Lot(pages=((0, 0),), failed_on={"one"})])
    client: Any = None
    assert list(cluster._hand_out(client, lots, lambda _: (b"", b""))) == []
    assert sent == to


def test_workers_killed_at_random_lose_no_page_and_make_none_wrong(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    editions = catalogue(project)
    dice = random.Random(SEED)
    workers.start()
    workers.start()
    alone = "import layout.archive.run as r\nr.MOST_PAGES = 1"  # each page is a lot
    process = begun(workers, editions, tmp_path / "out", "--only", "pages", patch=alone)
    assert process.stderr is not None
    kills = 0
    for line in process.stderr:
        if ": made" in line and kills < MOST_DEATHS - 1 and dice.random() < 0.7:
            workers.kill(dice.choice(workers.workers))
            workers.start()
            kills += 1
    assert process.wait(HANG_S) == 0
    assert kills >= 3
    wanted = on_one_core(editions, tmp_path / "one")
    pages = {f"d{day}/{name}.pdf" for day in (1, 2) for name in NAMES}
    assert files(tmp_path / "out") == {name: wanted[name] for name in pages}


def test_a_client_that_was_killed_goes_on_where_it_was(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    editions = catalogue(project, days=3)
    out = tmp_path / "out"
    workers.start()
    process = begun(workers, editions, out)
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("d1: book"):
            break
    process.kill()
    process.communicate(timeout=HANG_S)
    stood = (out / "d1" / NAME).read_bytes()
    (out / "d1" / NAME).write_bytes(stood + stood[:70])  # and the next line was torn
    before = {path: path.stat().st_mtime_ns for path in (out / "d1").glob("*.pdf")}
    status, _, said = banxin(workers, editions, out)
    assert (status, files(out)) == (0, on_one_core(editions, tmp_path / "one")), said
    assert said.count(": made before") >= len(NAMES)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_page_that_ends_every_worker_is_an_error_of_that_page(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    catalogue(project, days=1)
    for _ in range(MOST_DEATHS):
        workers.start(DEADLY)
    status, _, said = banxin(workers, [project.path("d1/T3.yaml")], tmp_path / "out")
    assert status == 1
    assert "T3.yaml" in said
    assert "[WORKER]" in said
    assert files(tmp_path / "out") == {}


def test_without_a_worker_of_use_the_run_ends_and_says_so(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    workers.start(OTHER)
    patch = "import layout.archive.cluster as c\nc.PATIENCE_S = 0.5"
    status, _, said = banxin(workers, editions, tmp_path / "out", patch=patch)
    assert status == 1
    assert "no worker that can be used (1 refused)" in said
    assert "no worker has connected" not in said
    assert said.splitlines()[-1] == "0 pages made, 0 made before, 4 not made"


def test_where_no_worker_has_connected_it_is_said_soon_and_in_the_end(
    workers: Farm, project: Project, tmp_path: Path
) -> None:
    editions = catalogue(project, days=1)
    patch = "import layout.archive.cluster as c\nc.PATIENCE_S = 0.5\nc.HUSH_S = 0.1"
    status, _, said = banxin(workers, editions, tmp_path / "out", patch=patch)
    assert status == 1
    first, *_ = said.splitlines()
    assert "no worker has connected yet" in first
    assert said.count("has connected yet") == 1
    assert "no worker has connected (begin one: dask worker)" in said


def test_a_worker_that_connects_a_little_later_is_not_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(1000))  # a second each time that it is looked at
    monkeypatch.setattr(module, "HUSH_S", 4.0)
    monkeypatch.setattr(module, "LOOK_S", 0.0)
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    for late, told in ((2, []), (3, ["CLUSTER.waiting"])):
        asked = iter(range(1000))
        heard: list[Diagnostic] = []
        cluster = Cluster("tcp://127.0.0.1:1", ME, heard.append)
        monkeypatch.setattr(
            module,
            "_there",
            lambda *_, asked=asked, late=late: {"w"} if next(asked) > late else set(),
        )
        lots = deque([Lot(pages=((0, 0),))])

        def send(*_: object, cluster: Cluster = cluster, lots: deque[Lot] = lots) -> None:
            cluster._count += 1
            lots.clear()

        monkeypatch.setattr(cluster, "_send", send)
        client: Any = None
        assert list(cluster._work(client, lots, lambda _: (b"", b""))) == []
        assert [told_key(one)[0] for one in heard] == told
