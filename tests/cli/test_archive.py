"""`banxin build --cluster`: what is refused before anything is asked; the rest is tested with real
workers in tests/archive."""

import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.archive.lot import Lost, Lot, Pack
from layout.archive.order import Answer
from layout.cli import main
from tests.conftest import Project
from tests.papers import Here, catalogue

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--cluster", "10.0.0.7:8786"], "TLS alone"),
        (["--cluster", "nonsense"], "address of a scheduler"),
        (["--cluster", "127.0.0.1:1", "--jobs", "2"], "without --jobs"),
        (["--cluster", "127.0.0.1:1", "--watch", "--only", "pages"], "without --jobs"),
        (["--cluster", "127.0.0.1:1", "--renderer", "weasyprint"], "without --jobs"),
    ],
)
def test_bad_use_is_told(
    project: Project, tmp_path: Path, capsys: Capture, words: list[str], told: str
) -> None:
    assert main(["build", str(project.edition), "-o", str(tmp_path / "out"), *words]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_is_not_there_is_told(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("layout.archive.cluster.CONNECT_S", 0.5)
    out = str(tmp_path / "out")
    assert main(["build", str(project.edition), "-o", out, "--cluster", "127.0.0.1:9"]) == 1
    said = capsys.readouterr().err
    assert "tcp://127.0.0.1:9 cannot be reached" in said
    assert said.splitlines()[-1] == "0 pages made, 0 made before, 1 not made"


def test_the_extra_is_named_where_it_is_missing(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    out = str(tmp_path / "out")
    assert main(["build", str(project.edition), "-o", out, "--cluster", "127.0.0.1:9"]) == 1
    assert "pip install banxin[cluster]" in capsys.readouterr().err


def test_an_encrypted_address_without_certificates_is_told(
    project: Project, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask

    out, address = str(tmp_path / "out"), "tls://127.0.0.1:9"
    words = ["build", str(project.edition), "-o", out, "--cluster", address]
    keys = [f"distributed.comm.tls.{key}" for key in ("ca-file", "client.cert", "client.key")]
    with dask.config.set(dict.fromkeys(keys)):
        assert main(words) == 1
        assert main(["--lang", "zh", *words]) == 1
    said = capsys.readouterr().err
    assert "no certificates are given" in said
    assert "没有写证书" in said
    assert "TypeError" not in said
    with dask.config.set(dict.fromkeys(keys, str(tmp_path / "none.pem"))):
        assert main(words) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_no_logger_of_the_cluster_speaks() -> None:
    import logging

    import distributed  # noqa: F401  which gives some of them a level

    from layout.archive.cluster import _hush

    _hush()
    assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)
    assert not logging.getLogger("distributed.of.later").isEnabledFor(logging.ERROR)


class Stopped(Here):
    """A crew that is broken off after one lot."""

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        yield next(super().work(lots, pack))
        raise KeyboardInterrupt


def said(capsys: Capture, crew: Here, words: list[str], lang: str = "zh") -> tuple[int, list[str]]:
    """What the command says with a crew of this process, a line each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("layout.cli.archive.Cluster", lambda *_: crew)
        status = main(["--lang", lang, "build", *words, "--cluster", "127.0.0.1:9"])
    return status, capsys.readouterr().err.splitlines()


def test_lines_say_which_issue_and_the_last_one_what_is_wrong(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    editions = catalogue(project, names=("T1", "T2"))
    project.change("d1/T1.yaml", "lines: 5-20", "lines: 5-12")
    project.write("d1/stories/T1.md", "清晨第一班车驶出车站。" * 200)
    project.change("d2/T2.yaml", "stories/T2.md", "stories/T9.md")
    crew = Here(tmp_path / "bench")
    words = [*map(str, editions), "-o", str(tmp_path / "out")]
    status, lines = said(capsys, crew, words)
    assert status == 1
    assert sum("溢文" in line for line in lines) >= 1
    assert any(line.startswith("d1 T1：已排出，错误1处") for line in lines), lines
    assert any(line.startswith("d1 T2：已排出，警告") for line in lines), lines
    assert any(line.startswith("d2 T2：没有排出，错误1处") for line in lines), lines
    assert "d2：没有整本和对页，错误1处" in lines
    assert lines[-1] == (
        "本次排出3版，以前已排出0版，没有排出1版；排出的有1版有错误，1期没有整本，1期没有对页"
    )
    _, again = said(capsys, crew, words)
    assert any(line.startswith("d1：整本2版，对页1张，以前已排出") for line in again), again
    _, alone = said(capsys, crew, words[1:])
    assert any(line.startswith("T2：没有排出") for line in alone)  # one issue: its pages are enough


def test_findings_of_issues_that_are_projects_by_themselves_say_which(
    tmp_path: Path, project: Project, capsys: Capture
) -> None:
    catalogue(project, names=("T1",))
    for day in ("d1", "d2"):
        project.change(f"{day}/T1.yaml", "stories/T1.md", "stories/T9.md")
        (project.root / day).rename(tmp_path / day)
    words = [str(tmp_path / day) for day in ("d1", "d2")]
    _, lines = said(capsys, Here(tmp_path / "bench"), [*words, "-o", str(tmp_path / "out")])
    for word in words:
        assert sum(line.startswith(f"{word}/T1.yaml:") for line in lines) == 1, lines


def test_a_book_alone_is_counted_in_editions(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    editions = catalogue(project, days=1, names=("T1", "T2"))
    crew, out = Here(tmp_path / "bench"), str(tmp_path / "out")
    words = [str(editions[0]), "--only", "book", "-o", out]
    _, lines = said(capsys, crew, words)
    assert any(line.startswith("T1：已排好，没有单独出文件") for line in lines), lines
    assert lines[-1] == "本次排出1期，以前已排出0期，没有排出0期"
    _, lines = said(capsys, crew, words)
    assert any(line.startswith("T1：以前已排好，没有单独出文件") for line in lines), lines
    assert lines[-1] == "本次排出0期，以前已排出1期，没有排出0期"
    page = [str(project.path("d1/T1.yaml")), "--only", "book", "-o", out]
    assert said(capsys, crew, page)[0] == 2


def test_editions_that_are_refused_are_counted(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    editions = catalogue(project, days=1, names=("T1", "T2"))
    other = tmp_path / "other"
    shutil.copytree(project.root, other)
    words = [str(editions[0]), str(other / "d1"), "-o", str(tmp_path / "out")]
    status, lines = said(capsys, Here(tmp_path / "bench"), words)
    assert status == 1
    assert lines[-1] == "本次排出2版，以前已排出0版，没有排出2版"


def test_who_breaks_it_off_is_told_how_far_it_was(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    editions = catalogue(project, names=("T1", "T2"))
    words = [*map(str, editions), "-o", str(tmp_path / "out")]
    status, lines = said(capsys, Stopped(tmp_path / "bench"), words)
    assert status == 130
    assert lines[-3:] == [
        "本次排出2版，以前已排出0版，没有排出2版", "原来的命令再打一遍，就接着排", "已停止",
    ]  # fmt: skip
