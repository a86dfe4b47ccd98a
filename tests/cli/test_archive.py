"""`banxin build --cluster`: what is refused before anything is asked; the rest is tested with real
workers in tests/archive."""

from pathlib import Path

import pytest

from layout.cli import main
from tests.conftest import Project

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
