"""`banxin serve`: a process of its own, from its address to Ctrl-C."""

import os
import signal
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from layout.cli import main
from tests.conftest import Project
from tests.cost import HANG_S
from tests.preview.served import free_port

Capture = pytest.CaptureFixture[str]


@pytest.mark.skipif(os.name != "posix", reason="sends the signals of a terminal")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_and_ends_quietly(end: signal.Signals, project: Project):
    port = str(free_port())
    command = [sys.executable, "-m", "layout", "serve", str(project.root), "--no-browser"]
    with subprocess.Popen(
        [*command, "--port", port, "--lang", "zh"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        parts = urlsplit(url)
        assert (parts.hostname, str(parts.port)) == ("127.0.0.1", port)
        line = HTTPConnection(parts.netloc, timeout=HANG_S)
        line.request("GET", parts.path)
        assert line.getresponse().status == 200
        process.send_signal(end)
        out, err = process.communicate(timeout=HANG_S)
    assert process.returncode == 0
    assert out == ""
    assert err.splitlines()[-1] == "校样已关闭"
    assert "Traceback" not in err
    assert project.path(".banxin/serve.json").is_file()


@pytest.mark.parametrize("name", ["empty", "stories/two.md"])
def test_what_holds_no_page_is_refused_and_no_folder_is_left(
    project: Project, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    given = project.path(name)
    if not given.exists():
        given.mkdir()
    assert main(["serve", str(given), "--no-browser"]) != 0
    told = capsys.readouterr()
    assert told.out == ""
    assert given.name in told.err
    assert not list(project.root.rglob(".banxin"))


def test_a_path_that_leads_nowhere_is_bad_use(project: Project, capsys: Capture):
    assert main(["serve", str(project.path("T2.yaml")), "--no-browser"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_an_address_that_cannot_be_kept_is_told(
    project: Project, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("layout.preview.server.Proofing.run", lambda self: self.socket.close())
    command = ["serve", str(project.spec), "--no-browser", "--port", str(free_port())]
    assert main(command) == 0
    assert "another one each time" not in capsys.readouterr().err
    project.path(".banxin/serve.json").unlink()
    project.path(".banxin/.gitignore").unlink()
    project.path(".banxin").rmdir()
    project.write(".banxin", "no folder")
    assert main(command) == 0
    assert "another one each time" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "80", "65536"])
def test_a_port_out_of_range_is_bad_use(port: str, project: Project, capsys: Capture):
    assert main(["serve", str(project.spec), "--port", port]) == 2
    assert f"--port goes from 1024 to 65535, not {port}" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["code 'x", " "])
def test_an_editor_that_is_no_command_is_bad_use(command: str, project: Project, capsys: Capture):
    assert main(["serve", str(project.spec), "--editor", command]) == 2
    assert "--editor is a command" in capsys.readouterr().err
