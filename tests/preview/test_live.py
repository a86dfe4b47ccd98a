"""What a browser hears: the page, what changes of it, what is wrong, what stands."""

import gc
import socket

import pytest

from layout.api import Session
from layout.preview.server import GARBAGE
from layout.render.svg.scene import dump_digest
from layout.rewrite.texts import digest_of
from tests.conftest import Project
from tests.preview.served import Message, Sleeper, Window, served, until
from tests.preview.shown import Shown


def fresh(project: Project) -> str:
    """The digest of the page as a fresh build has it."""
    return dump_digest(Session().page(project.spec).display)


def test_a_page_is_shown_as_a_build_has_it(project: Project):
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        hello = window.next("hello")
        assert [(p["page"], p["spec"]) for p in hello["pages"]] == [("T1", "T1.yaml")]
        assert hello["paper"] == "城市晚报"
        page = window.next("page")
        assert page["digest"] == fresh(project)
        assert page["order"] == list(page["blocks"])
        used = {name for svg in page["blocks"].values() for name in svg.split('href="#')[1:]}
        assert {name.split('"')[0] for name in used} == set(page["symbols"])
        lines = [line for block in page["text"].values() for line in block]
        assert any(line["text"].startswith("河边的早市有四十年了") for line in lines)
        assert all(len(line["edges"]) == len(line["text"]) + 1 for line in lines)
        lead = next(info for info in page["info"] if info["block"] == "lead")
        assert (lead["cols"], lead["lines"], lead["file"]) == ([1, 4], [5, 40], "T1.yaml")
        assert set(page["files"]) >= {"T1.yaml", "stories/one.md", "edition.yaml", "styles.yaml"}
        assert window.next("findings")["page"] == "T1"


def test_a_saved_word_changes_its_block_alone(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        page = window.next("page")
        project.change("stories/two.md", "2024年也不例外", "2025年也不例外")
        change = window.next("change")
        assert (change["base_rev"], change["rev"]) == (page["rev"], page["rev"] + 1)
        assert change["digest"] == fresh(project) != page["digest"]
        assert list(change["pieces"]) == list(change["text"]) == ["b-side"]
        assert not change["blocks"]
        assert not change["gone"]
        assert "info" not in change  # what it says of blocks is as it was
        (piece,) = change["pieces"].values()
        assert piece["end"] - piece["start"] < piece["count"]


def test_pieces_lead_from_one_state_to_the_next(project: Project):
    """A browser that puts them in place has what a browser has that comes later."""
    with served(project.edition) as proof, proof.window("T1") as window:
        shown = Shown(window.next("page"))
        for number, (old, new) in enumerate(
            [("一百八十个", "二百个"), ("四十年", "四十一年"), ("批发市场，", ""), ("老周", "老王")]
        ):
            project.change("stories/two.md", old, new)
            shown.take(window.next("change"))
            assert shown.rev == number + 2
        project.change("T1.yaml", "cols: 5-6, lines: 5-20", "cols: 5-6, lines: 7-22")
        shown.take(window.next("change"))
        assert shown.same(proof.data("scene/T1"))


def test_an_error_leaves_the_last_good_page_and_says_where(project: Project):
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        page = window.next("page")
        project.change("T1.yaml", "columns: 2", "colums: 2")
        fault = window.next("error")
        assert fault["rev"] == page["rev"]
        (one,) = fault["diagnostics"]
        assert (one["file"], one["line"], one["column"]) == ("T1.yaml", 10, 5)
        assert "columns" in one["hint"]
        assert proof.data("scene/T1")["digest"] == page["digest"]
        project.change("T1.yaml", "colums: 2", "columns: 2")
        assert window.next("fine")["rev"] == page["rev"]
        assert window.next("findings", complete=True)


def test_a_page_that_is_listed_before_its_file_is_there_is_told_and_comes_with_it(
    project: Project,
):
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        assert window.next("hello")["faults"] == []
        window.next("page")
        project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
        told = window.until(lambda m: m["type"] == "pages" and m["faults"])
        (one,) = told["faults"]
        assert (one["file"], one["severity"]) == ("edition.yaml", "error")
        assert "T2.yaml" in one["message"]
        assert [page["page"] for page in told["pages"]] == ["T1"]
        with proof.window("T1") as other:  # who comes later is told too
            assert "T2.yaml" in other.next("hello")["faults"][0]["message"]
        second = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
        project.write("T2.yaml", second)
        come = window.until(lambda m: m["type"] == "pages" and not m["faults"])
        assert [page["page"] for page in come["pages"]] == ["T1", "T2"]


def test_the_name_of_the_edition_follows_its_file(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        name = window.next("hello")["paper"]
        text = project.edition.read_text(encoding="utf-8")
        project.write("edition.yaml", f"section: 副刊\n{text}")
        told = window.until(lambda m: m["type"] == "pages" and m["paper"] != name)
        assert "副刊" in told["paper"]


def test_a_second_browser_comes_to_an_error_and_sees_the_page_too(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        window.next("page")
        project.change("stories/two.md", "title: 河边的早市", "title: [河边的早市")
        window.next("error")
        with proof.window("T1") as other:
            assert other.next("page")["rev"] == 1
            assert other.next("error")["diagnostics"]


def test_a_page_that_is_at_fault_from_the_first_is_told_and_shown_when_mended(project: Project):
    project.change("T1.yaml", "columns: 2", "colums: 2")
    with served(project.edition) as proof, proof.window("T1") as window:
        assert window.next("error")["rev"] == 0
        assert proof.get("scene/T1").status == 404
        project.change("T1.yaml", "colums: 2", "columns: 2")
        assert window.next("page")["digest"] == fresh(project)


def test_all_findings_are_listed_and_complete_when_checks_and_preflight_have_run(project: Project):
    from layout.check.run import check_page

    project.change("T1.yaml", "lines: 5-20", "lines: 5-12")  # too little room
    with served(project.edition) as proof, proof.window("T1") as window:
        first = window.next("findings")
        assert not first["complete"]
        assert "OVERSET" in {one["code"] for one in first["findings"]}
        whole = window.next("findings", complete=True)
        report = check_page(Session().page(project.spec))
        told = [one["code"] for one in whole["findings"] if one["source"] != "preflight"]
        assert sorted(told) == sorted(found.code for found in report.diagnostics)
        assert {one["source"] for one in whole["findings"]} >= {"compose", "check"}
        project.change("stories/two.md", "老周", "老王")
        while not (again := window.next("findings"))["complete"]:
            old = {one["code"] for one in again["findings"] if one.get("old")}
            assert old <= set(told) | {one["code"] for one in whole["findings"]}
        assert sorted(one["code"] for one in again["findings"]) == sorted(
            one["code"] for one in whole["findings"]
        )


def test_a_window_that_is_opened_later_is_told_what_stands(project: Project):
    with served(project.edition) as proof:
        with proof.window("T1") as window:
            whole = window.next("findings", complete=True)
        with proof.window("T1") as other:
            assert other.next("findings") == whole


def test_a_thumbnail_comes_when_nobody_waits(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        listed = window.until(lambda m: m["type"] == "pages" and m["pages"][0]["thumb"] > 0)
        assert listed["pages"][0]["thumb"] == 1
        answer = proof.get("thumb/T1")
        assert answer.read().startswith(b"\x89PNG")
        assert answer.headers["content-type"] == "image/png"


def test_the_press_pdf_is_what_a_build_writes(project: Project):
    from layout.cli import main

    with served(project.edition) as proof, proof.window("T1") as window:
        window.next("page")
        project.change("stories/two.md", "老周", "老王")  # what was saved a moment ago counts
        answer = proof.get("pdf/T1")
        given = answer.read()
        assert "attachment" in answer.headers["content-disposition"]
    assert main(["build", str(project.spec), "-o", str(project.path("out")), "-q"]) == 0
    assert project.path("out/T1.pdf").read_bytes() == given


def test_no_pdf_is_made_of_a_page_at_fault(project: Project):
    with served(project.edition) as proof:
        project.change("T1.yaml", "columns: 2", "colums: 2")
        answer = proof.get("pdf/T1?lang=zh")
        assert answer.status == 409
        assert "T1.yaml:10:5" in answer.read().decode()
        assert proof.get("pdf/T9").status == 404


def test_a_page_is_shown_as_it_was_before_its_last_change(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        page = window.next("page")
        assert proof.get("scene/T1?before=1").status == 404
        project.change("stories/two.md", "老周", "老王")
        change = window.next("change")
        assert proof.data("scene/T1?before=1")["digest"] == page["digest"]
        project.change(
            "stories/two.md", "title: 河边的早市", "title: 河边的早市  # 题"
        )  # nothing is seen
        window.next("change")
        assert proof.data("scene/T1")["digest"] == change["digest"]
        assert proof.data("scene/T1?before=1")["digest"] == page["digest"]


def test_a_source_is_given_with_its_digest(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        files = window.next("page")["files"]
        for name in ("T1.yaml", "stories/one.md", "edition.yaml"):
            found = proof.data(f"source?file={name}")
            assert found["text"] == project.path(name).read_text(encoding="utf-8")
            assert found["digest"] == files[name]
            assert files[name] == digest_of(project.path(name).read_bytes())  # as a change names it


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_schema_of_a_file_is_given(lang: str, project: Project):
    with served(project.edition) as proof:
        assert "blocks" in proof.data(f"schema/page?lang={lang}")["properties"]
        assert proof.get("schema/none").status == 404


def test_a_picture_is_given_that_stands_on_the_page(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        svg = window.next("page")["blocks"]["b-picture"]
        address = svg.split('href="picture/')[1].split('"')[0]
        answer = proof.get(f"picture/{address}")
        assert answer.headers["content-type"] in ("image/jpeg", "image/png")
        assert len(answer.read()) > 100
        assert proof.get("picture/0123").status == 404
        project.path("assets/park.jpg").write_text("no picture at all")
        fault = window.next("error")
        assert "park.jpg" in fault["diagnostics"][0]["message"]


def test_two_browsers_hear_of_each_other(project: Project):
    with served(project.edition) as proof, proof.window("T1") as one, proof.window("T1") as two:
        one.say(type="focus", file="stories/two.md", name="甲")
        two.say(type="focus", file="stories/two.md", name="乙")
        both = one.until(
            lambda m: m["type"] == "editors" and len(m["files"].get("stories/two.md", ())) == 2
        )
        assert [who["name"] for who in both["files"]["stories/two.md"]] == ["甲", "乙"]
        one.say(type="focus", file=None, name="甲")
        two.until(lambda m: m["type"] == "editors" and len(m["files"]) == 1
                  and len(m["files"]["stories/two.md"]) == 1)  # fmt: skip


def test_a_message_that_is_none_is_refused_and_the_next_one_is_heard(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        for text in (
            "",
            "{",
            "[]",
            '{"type": "no"}',
            '{"type": 5}',
            "[" * 5000,
            '{"type":"again"}',
        ):
            window.socket.send(text)
            assert window.next("refused")["message"]
        window.say(type="launch", id=7, file="T1.yaml", line=1, column=1)
        assert window.next("refused")["id"] == 7
        before = project.path("T1.yaml").read_bytes()
        window.say(type="undo", id="seven")
        assert "whole number" in window.next("refused", id="seven")["message"]
        assert project.path("T1.yaml").read_bytes() == before
        window.say(type="again", page="T1")
        assert window.next("page")
        window.socket.send(b"\x00\x01")
        assert window.closed() == 1008


def test_a_word_leads_to_its_file_line_and_column(project: Project):
    with served(project.edition) as proof, proof.window("T1") as window:
        text = window.next("page")["text"]["b-side"]
        number = next(k for k, line in enumerate(text) if line["text"].startswith("他每天四点"))
        index = text[number]["text"].index("点")
        window.say(type="where", id=3, page="T1", block="b-side", line=number, index=index)
        place = window.next("answer", id=3)
        assert (place["file"], place["line"], place["column"]) == ("stories/two.md", 7, 5)
        title = next(k for k, line in enumerate(text) if line["text"] == "河边的早市")
        window.say(type="where", id=4, page="T1", block="b-side", line=title, index=2)
        place = window.next("answer", id=4)
        assert (place["line"], place["column"]) == (2, 10)
        for wrong in ({"block": "b-none"}, {"line": 999}, {"line": -1}, {"page": "T9"}):
            given = {"page": "T1", "block": "b-side", "line": 0, "index": 0} | wrong
            window.say(type="where", id=5, **given)
            assert window.next("refused", id=5)["message"]


def test_what_does_not_fit_is_sent_and_nothing_where_all_fits(project: Project):
    """It is shown unasked, and must cost nothing: most pages have none of it."""
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        window.say(type="show", layers=["unfit"])
        layer = window.next("layers")["layers"]["unfit"]
        assert (layer["under"], layer["over"]) == ("", "")
        heard = len(window.heard)
        project.change("stories/two.md", "2024年也不例外", "2025年也不例外")
        rev = window.next("change")["rev"]
        window.next("findings", rev=rev)
        assert "layers" not in [one["type"] for one in window.heard[heard:]]
        project.change("stories/two.md", "2025年也不例外。", "2025年也不例外。" * 60)
        layer = window.next("layers")["layers"]["unfit"]
        assert 'class="label' in layer["over"]
        project.change("stories/two.md", "2025年也不例外。" * 60, "2025年也不例外。")
        window.until(lambda m: m["type"] == "layers" and m["layers"]["unfit"]["over"] == "")


def test_overlays_are_sent_that_are_shown_and_follow_the_page(project: Project):
    with served(project.edition) as proof, proof.window("T1", lang="zh") as window:
        window.next("page")
        window.say(type="show", layers=["grid", "frames", "findings", "none"])
        first = window.until(lambda m: m["type"] == "layers" and "grid" in m["layers"])
        assert set(first["layers"]) <= {"grid", "frames", "findings"}
        assert first["layers"]["grid"]["under"].startswith("<")
        project.change("T1.yaml", "cols: 5-6, lines: 5-20", "cols: 5-6, lines: 7-22")
        change = window.next("change")
        again = window.until(lambda m: m["type"] == "layers" and m["rev"] == change["rev"])
        assert again["layers"]["frames"] != first["layers"].get("frames")
        window.say(type="show", layers=[])
        project.change("stories/two.md", "老周", "老王")
        window.next("findings", complete=True, rev=change["rev"] + 1)
        later = [m for m in window.heard if m["type"] == "layers" and m["rev"] > change["rev"]]
        assert later == []


def test_a_file_is_opened_in_the_users_editor_without_a_shell(project: Project):
    import shlex
    import sys
    import time

    from tests.cost import HANG_S

    out = project.path("opened.txt")
    script = "import sys; open(sys.argv[1], 'w').write(chr(10).join(sys.argv[2:]))"
    words = [sys.executable, "-c", script, str(out), "{file}", "{line}:{column}", "$(touch hit)"]
    with (
        served(project.edition, editor=shlex.join(words)) as proof,
        proof.window("T1") as window,
    ):
        assert window.next("hello")["editor"]
        window.next("page")
        window.say(type="launch", id=1, file="stories/two.md", line=5, column=3)
        assert window.next("done", id=1)
        end = time.monotonic() + HANG_S
        while not out.exists() or not out.read_text().endswith("hit)"):
            assert time.monotonic() < end
            time.sleep(0.01)
        lines = out.read_text(encoding="utf-8").split("\n")
        assert lines == [str(project.path("stories/two.md").resolve()), "5:3", "$(touch hit)"]
        window.say(type="launch", id=2, file="../../etc/passwd", line=1, column=1)
        assert "no file of this proof" in window.next("refused", id=2)["message"]


def test_a_browser_that_sleeps_holds_nothing_up_and_wakes_to_the_newest_state(project: Project):
    """It reads nothing while the page is changed; what was between is never sent to it."""
    with served(project.edition) as proof, proof.window("T1") as awake:
        awake.next("page")
        proof.proofing.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        asleep = Sleeper(proof)
        asleep.say(type="open", pages=["T1"], lang="en")
        for number in range(30):
            lines = ["42-70", "42-68"] if number % 2 == 0 else ["42-68", "42-70"]
            project.change("T1.yaml", *lines)
            newest = awake.next("change")["rev"]
        pages: list[Message] = []
        while not pages or pages[-1]["rev"] < newest:
            pages += [m for m in asleep.read() if m["type"] in ("page", "change")]
        assert len(pages) < 20, "it was sent what nobody sees"
        shown = Shown(pages[0])
        for change in pages[1:]:
            shown.take(change)
        assert shown.same(proof.data("scene/T1"))
        asleep.close()


def test_a_browser_that_takes_no_answers_is_closed_and_may_come_back(project: Project):
    from layout.preview.hub import MOST_ANSWERS, Browser

    browser = Browser(1, "en")
    for number in range(MOST_ANSWERS):
        browser.answer({"type": "done", "id": number})
    before = browser.lost
    browser.answer({"type": "done", "id": 0})
    assert (before, browser.lost) == (False, True)
    assert len(browser.answers) == MOST_ANSWERS


def test_there_is_an_end_to_browsers(project: Project, monkeypatch: pytest.MonkeyPatch):
    from websockets.exceptions import InvalidStatus

    import layout.preview.hub

    monkeypatch.setattr(layout.preview.hub, "MOST_BROWSERS", 2)
    with served(project.edition) as proof:
        with proof.window("T1"), proof.window("T1"), pytest.raises(InvalidStatus), proof.window():
            pass
        hub = proof.proofing.hub
        until(lambda: hub is not None and not hub.browsers)


def test_after_a_restart_a_browser_is_shown_the_page_again(project: Project):
    with served(project.edition) as first:
        window = Window(first)
        window.say(type="open", pages=["T1"], lang="en")
        hello, page = window.next("hello"), window.next("page")
        url = first.url
    assert window.closed() in (1001, 1012)
    project.change("stories/two.md", "老周", "老王")
    with served(project.edition, port=0) as second, second.window("T1") as other:
        assert second.url == url
        again = other.next("page")
        assert other.heard[0]["session"] != hello["session"]
        assert again["digest"] == fresh(project) != page["digest"]


@pytest.mark.parametrize("name", ["T1.yaml", "stories/two.md", "edition.yaml", "styles.yaml"])
def test_a_file_that_is_gone_half_or_wrong_leaves_the_page_until_it_is_back(
    name: str, project: Project
):
    path = project.path(name)
    good = path.read_bytes()
    with served(project.edition) as proof, proof.window("T1") as window:
        page = window.next("page")
        for bad in (None, good[: len(good) // 2] + b"\xff\xfe\x00", b"\x00" * 50, b"---\n[" * 9):
            path.unlink() if bad is None else path.write_bytes(bad)
            fault = window.next("error")
            assert fault["diagnostics"][0]["message"]
            assert fault["rev"] == page["rev"]
            assert proof.data("scene/T1")["digest"] == page["digest"]
            path.write_bytes(good)
            assert window.next("fine")["rev"] == page["rev"]


def test_what_old_states_leave_is_collected_in_time_and_the_limit_given_back(project: Project):
    before = gc.get_threshold()
    with served(project.edition) as proof, proof.window("T1") as window:
        window.next("page")
        until(lambda: gc.get_threshold()[0] == GARBAGE)
    assert gc.get_threshold() == before
