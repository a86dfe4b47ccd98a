"""Who may come in: each refusal of a request, and of a WebSocket."""

from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from layout.preview.guard import policy
from tests.conftest import Project, small_project
from tests.preview.served import Served, Window, served


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_project(tmp_path_factory.mktemp("guarded") / "paper")


@pytest.fixture(scope="module")
def proof(project: Project):
    with served(project.edition) as one:
        yield one


def test_its_own_address_is_answered_and_says_what_may_not_be_done_with_it(proof: Served):
    answer = proof.get()
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["content-security-policy"] == policy(proof.proofing.port)
    assert "server" not in answer.headers


def test_the_policy_lets_nothing_in_from_elsewhere():
    given = dict(part.strip().split(" ", 1) for part in policy(8715).split(";"))
    assert given["default-src"] == "'none'"
    allowed = {word for words in given.values() for word in words.split()}
    sockets = {"ws://127.0.0.1:8715", "ws://localhost:8715"}
    assert allowed == {"'none'", "'self'", "data:", "blob:", *sockets}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""])
def test_a_foreign_host_is_refused(host: str, proof: Served):
    assert proof.get(Host=host.format(port=proof.proofing.port)).status in (400, 403)


def test_localhost_is_this_machine_too(proof: Served):
    assert proof.get(Host=f"LOCALHOST:{proof.proofing.port}").status == 200


def test_a_request_without_a_host_is_refused(proof: Served):
    import socket

    with socket.create_connection(("127.0.0.1", proof.proofing.port)) as line:
        line.sendall(f"GET {proof.parts.path} HTTP/1.0\r\n\r\n".encode())
        assert b" 403 " in line.recv(100)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1"]
)
def test_a_foreign_origin_is_refused(origin: str, proof: Served):
    given = origin.format(port=proof.proofing.port)
    assert proof.get(Origin=given).status == 403
    with pytest.raises(InvalidStatus) as refused:
        Window(proof, origin=given)
    assert refused.value.response.status_code == 403


def test_a_socket_without_an_origin_is_refused(proof: Served):
    with pytest.raises(InvalidStatus) as refused:
        Window(proof, origin=None)
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_asks_for_is_refused(site: str, proof: Served):
    assert proof.get(Sec_Fetch_Site=site).status == 403
    assert proof.get(Sec_Fetch_Site="none").status == 200


@pytest.mark.parametrize(
    "path", ["/", "/live", "/web/index.html", "/x{token}/", "/{token}x/", "//"]
)
def test_without_the_token_nothing_is_there(path: str, proof: Served):
    token = proof.proofing.address.token
    assert proof.get(path.format(token=token)).status == 404


def test_a_socket_without_the_token_is_refused(proof: Served):
    with pytest.raises(InvalidStatus) as refused:
        Window(proof, path="/live")
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_is_answered(method: str, proof: Served):
    assert proof.get(method=method).status == 405


def test_a_request_with_a_body_is_refused(proof: Served):
    assert proof.get(Content_Length="5").status == 413


def test_a_path_too_long_is_refused(proof: Served):
    assert proof.get("web/" + "x" * 5000).status == 414
    assert proof.get("web/" + "x" * 100_000).status in (400, 404, 414)


@pytest.mark.parametrize(
    "path",
    [
        "web/../app.py", "web/%2e%2e/app.py", "web/..%2fapp.py", "web//etc/passwd", "web/js",
        "web/%2fetc%2fpasswd", "web/../../../README.md", "web/index.html%00", "web/none.js",
    ],
)  # fmt: skip
def test_a_path_that_climbs_out_of_the_front_end_leads_nowhere(path: str, proof: Served):
    assert proof.get(path).status == 404


@pytest.mark.parametrize(
    "name",
    [
        ".banxin/serve.json", "banxin.yaml/../.banxin/serve.json", "../outside.md", "/etc/passwd",
        "stories/../../outside.md", "~/x", "", "stories", "link.md", "a\0b", "notes.md",
        "assets/park.jpg",
    ],
)  # fmt: skip
def test_a_source_that_no_page_is_made_of_is_not_given(name: str, proof: Served, project: Project):
    from urllib.parse import quote

    project.write("../outside.md", "秘密")
    project.write("notes.md", "不属于任何版")
    link = project.path("link.md")
    link.unlink(missing_ok=True)
    link.symlink_to(project.path("../outside.md"))
    with proof.window("T1") as window:
        window.next("page")
    assert proof.get(f"source?file={quote(name)}").status == 404


def test_a_story_that_is_a_link_out_of_the_project_is_not_given(tmp_path: Path):
    project = small_project(tmp_path / "paper")
    project.write("../outside.md", "---\ntitle: 秘密\n---\n\n秘密。\n")
    story = project.path("stories/two.md")
    story.unlink()
    story.symlink_to(project.path("../outside.md"))
    with served(project.edition) as proof, proof.window("T1") as window:
        window.next("error")
        assert proof.get("source?file=stories/two.md").status == 404


def test_a_message_too_large_ends_its_socket_and_nothing_else(proof: Served):
    from layout.preview.received import MOST_BYTES

    with proof.window("T1") as window, proof.window("T1") as other:
        window.next("page")
        window.say(type="focus", file="x" * MOST_BYTES, name="")
        assert window.closed() == 1009
        other.next("page")
    assert proof.get().status == 200
