"""The address is kept for its owner alone, and is the same after a restart."""

import json
import socket
from pathlib import Path

import pytest

from layout.preview.address import FILE, FOLDER, Address, keep_address, kept_address, listen
from tests.conftest import Project
from tests.preview.served import free_port, served

SECRET = "a" * 43


def test_what_is_kept_comes_back(tmp_path: Path):
    assert keep_address(tmp_path, Address(token=SECRET), 8717)
    assert kept_address(tmp_path) == Address(token=SECRET, port=8717)
    path = tmp_path / FOLDER / FILE
    assert path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_two_new_addresses_differ(tmp_path: Path):
    assert kept_address(tmp_path).token != kept_address(tmp_path).token


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"token": 5, "port": 1}', '{"token": "short", "port": 1}',
             f'{{"token": "{SECRET}", "port": "x"}}', f'{{"token": "{SECRET}", "port": 70000}}',
             f'{{"token": "../../{SECRET}", "port": 1}}']
)  # fmt: skip
def test_a_damaged_file_gives_a_new_address(text: str, tmp_path: Path):
    path = tmp_path / FOLDER / FILE
    path.parent.mkdir()
    path.write_text(text)
    path.chmod(0o600)
    found = kept_address(tmp_path)
    assert SECRET not in found.token
    assert found.port == 0


def test_a_file_that_others_may_read_is_not_trusted(tmp_path: Path):
    keep_address(tmp_path, Address(token=SECRET), 8717)
    (tmp_path / FOLDER / FILE).chmod(0o644)
    assert kept_address(tmp_path).token != SECRET


def test_a_link_is_not_followed(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text(json.dumps({"token": SECRET, "port": 1}))
    elsewhere.chmod(0o600)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).symlink_to(elsewhere)
    assert kept_address(tmp_path).token != SECRET


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path):
    (tmp_path / FOLDER).write_text("no folder")
    assert not keep_address(tmp_path, Address(token=SECRET), 1)


def test_a_port_that_is_taken_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))
        taken.listen()
        port = taken.getsockname()[1]
        one = listen(port)
        try:
            assert port < one.getsockname()[1] < port + 40
            assert one.getsockname()[0] == "127.0.0.1"
        finally:
            one.close()


def test_a_restarted_proof_has_its_address_again(project: Project):
    with served(project.edition) as first:
        before = first.url
    with served(project.edition, port=0) as second:
        assert second.url == before
        with served(project.edition, port=0) as third:  # beside it: the next port, the same token
            assert third.url != before
            assert third.proofing.address.token == second.proofing.address.token
            assert third.get().status == 200
        assert kept_address(project.root).port == second.proofing.port
