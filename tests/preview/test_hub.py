"""The browsers of a proof: each is owed the way from what it has to what there is."""

import gc
import json

import pytest

from layout.preview.hub import MOST_PAGES, Browser, Hub
from layout.preview.worker import Worker
from layout.proof.marks import DONE, READING
from layout.render.svg.numbers import rgb
from tests.conftest import Project
from tests.preview.shown import Message, Shown


class Desk:
    """A worker without threads and a hub without a loop: what they do is done when asked."""

    def __init__(self, project: Project) -> None:
        self.worker = Worker(project.edition, lambda _: None)
        self.worker._refresh()
        self.hub = Hub(session="s", editing=False, editor=False)
        self.hub.worker = self.worker
        self.worker.wanted = self.hub.wanted

    def window(self, *pages: str) -> Browser:
        """A browser that looks at pages."""
        browser = self.hub.join("en")
        assert browser is not None
        self.hub.open(browser, pages, None)
        return browser

    def work(self) -> None:
        """All that the worker would do at once."""
        self.worker._look()
        for key in [key for key, state in self.worker.states.items() if state.stale]:
            self.worker._make(key)

    def owed(self, browser: Browser, *kinds: str) -> list[Message]:
        """What a browser is owed of some kinds."""
        found = [json.loads(text) for text in self.hub.owed(browser)]
        return [one for one in found if one["type"] in kinds]


@pytest.fixture
def desk(project: Project) -> Desk:
    one = Desk(project)
    one.work()
    return one


def test_states_that_a_browser_did_not_take_are_left_out(project: Project, desk: Desk):
    quick, slow = desk.window("T1"), desk.window("T1")
    (page,) = desk.owed(quick, "page")
    kept, late = Shown(page), Shown(desk.owed(slow, "page")[0])
    for number in range(5):
        project.change("stories/two.md", f"{2024 + number}年", f"{2025 + number}年")
        desk.work()
        (change,) = desk.owed(quick, "change")
        kept.take(change)
    (change,) = desk.owed(slow, "change")
    assert (change["base_rev"], change["rev"]) == (1, 6)
    late.take(change)
    assert (late.blocks, late.text, late.rev) == (kept.blocks, kept.text, kept.rev)
    assert desk.owed(slow, "page", "change", "findings", "pages") == []


def test_a_page_that_is_not_in_view_is_not_sent(project: Project, desk: Desk):
    browser = desk.window()
    assert desk.owed(browser, "page") == []
    desk.hub.open(browser, ["T1", "T9"], "zh")
    assert len(desk.owed(browser, "page")) == 1
    desk.hub.open(browser, [], None)
    project.change("stories/two.md", "老周", "老王")
    desk.work()
    assert desk.owed(browser, "change") == []
    desk.hub.open(browser, ["T1"], None)
    assert len(desk.owed(browser, "page")) == 1  # what it had it was let forget
    desk.hub.open(browser, ["T1"] * 50, None)
    assert len(browser.pages) <= MOST_PAGES


def test_a_page_that_is_asked_for_before_it_is_known_is_sent_when_it_is(project: Project):
    """A window that was left open is quicker than a proof that is started anew."""
    desk = Desk(project)
    states, desk.worker.states = desk.worker.states, {}
    browser = desk.window("T1", "T1", "T9")
    assert browser.pages == ("T1", "T9")
    assert desk.owed(browser, "page") == []
    desk.worker.states = states
    desk.work()
    assert len(desk.owed(browser, "page")) == 1


def test_a_change_of_language_says_again_what_is_said_in_words(project: Project, desk: Desk):
    project.change("T1.yaml", "lines: 5-20", "lines: 5-12")
    desk.work()
    browser = desk.window("T1")
    first = desk.owed(browser, "page", "findings")
    desk.hub.open(browser, ["T1"], "zh")
    (again,) = desk.owed(browser, "page", "findings")
    assert [one["code"] for one in again["findings"]] == [
        one["code"] for one in first[1]["findings"]
    ]
    assert again["findings"][0]["message"] != first[1]["findings"][0]["message"]


def test_outlines_are_sent_once(project: Project, desk: Desk):
    browser = desk.window("T1")
    (page,) = desk.owed(browser, "page")
    project.change("stories/two.md", "老周", "老麟")
    desk.work()
    (change,) = desk.owed(browser, "change")
    assert len(change["symbols"]) == 1
    assert not change["symbols"].keys() & page["symbols"].keys()
    project.change("stories/two.md", "老麟", "老周")
    desk.work()
    (change,) = desk.owed(browser, "change")
    assert change["symbols"] == {}


def test_each_page_of_a_browser_has_all_of_its_outlines(project: Project) -> None:
    """What one page has brought another has not: each keeps its own."""
    one = project.path("T1.yaml").read_text(encoding="utf-8")
    project.write("T2.yaml", one.replace("T1", "T2").replace("stories/two.md", "stories/three.md"))
    three = project.path("stories/two.md").read_text(encoding="utf-8")
    project.write("stories/three.md", three.replace("老周", "老麟"))
    project.change("edition.yaml", "T1.yaml", "T1.yaml, T2.yaml")
    desk = Desk(project)
    desk.work()
    browser = desk.window("T1", "T2")
    held = {one["page"]: Shown(one) for one in desk.owed(browser, "page")}
    for old, new in (("老周", "老麟"), ("老麟", "老麟凤"), ("老麟凤", "老周")):
        project.change("stories/two.md", old, new)
        desk.work()
        for change in desk.owed(browser, "change"):
            held[change["page"]].take(change)
        (page,) = desk.owed(desk.window("T1"), "page")
        assert held["T1"].same(page)  # no glyph that it uses is missing
    assert held.keys() == {"T1", "T2"}


def test_edits_do_not_grow_what_is_kept(project: Project, desk: Desk):
    """The most that is held over sixty edits is what was held over the sixty before them. What is
    kept between two pages is let go of more often here than in a long session."""
    desk.worker.maker.session._workshop._most = 40
    browser = desk.window("T1")
    assert len(desk.owed(browser, "page")) == 1
    text = project.path("stories/two.md").read_text(encoding="utf-8")
    most = []
    gc.collect()
    gc.freeze()  # what other tests have left behind need not be looked through
    for turn in range(3):
        held = []
        for number in range(60):
            word = f"{turn}{number:02}号文件"
            project.write("stories/two.md", text.replace("一百八十个", word))
            desk.work()
            assert len(desk.owed(browser, "change")) == 1
            if number % 10 == 9:
                gc.collect()
                held.append(len(gc.get_objects()))
        most.append(max(held))
    assert most[2] < most[1] + 60, most  # not one object an edit


def test_a_page_is_whole_whatever_session_has_drawn_it(project: Project, desk: Desk):
    """A new face begins a new session, which knows no outline of the pages that are shown."""
    early = desk.window("T1")
    desk.owed(early, "page")
    desk.worker.renew()
    late = desk.window("T1")
    (page,) = desk.owed(late, "page")
    assert page["symbols"]
    project.change("stories/two.md", "老周", "老麟")
    desk.work()
    (change,) = desk.owed(early, "change")
    assert len(change["symbols"]) == 1
    assert desk.owed(late, "change") == [change]


def test_a_defect_of_what_is_said_of_a_page_is_told_and_ends_nothing(
    project: Project, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object, **__: object) -> None:
        raise KeyError("broken")

    browser = desk.window("T1")
    desk.hub.show(browser, ["grid"])
    desk.owed(browser, "page")
    monkeypatch.setattr(desk.worker.maker, "told", fail)
    monkeypatch.setattr(desk.worker.maker, "laid", fail)
    project.change("stories/two.md", "老周", "老王")
    desk.work()
    _, layers, findings = desk.owed(browser, "change", "layers", "findings")
    assert layers["layers"]["grid"]["over"] == ""
    assert [one["code"] for one in findings["findings"]].count("PROOFING") == 2
    monkeypatch.undo()
    project.change("stories/two.md", "老王", "老李")
    desk.work()
    _, layers, findings = desk.owed(browser, "change", "layers", "findings")
    assert layers["layers"]["grid"]["under"]
    assert "PROOFING" not in [one["code"] for one in findings["findings"]]


def test_corrections_of_the_last_reading_are_shown_and_followed(project: Project, desk: Desk):
    browser = desk.window("T1")
    desk.hub.show(browser, ["corrections"])
    desk.owed(browser, "page")
    desk.worker.laying.lay("T1")
    (none,) = desk.owed(browser, "layers")
    assert none["layers"]["corrections"]["over"] == ""
    text = "corrections:\n  - {story: two.md, words: 卖菜的老周, should_be: 卖菜的老王}\n"
    project.write("corrections.yaml", text)
    desk.work()
    (layers,) = desk.owed(browser, "layers")
    assert layers["layers"]["corrections"]["over"]
    project.change("stories/two.md", "卖菜的老周", "卖菜的老王")  # it is carried out
    desk.work()
    (layers,) = desk.owed(browser, "layers")
    ticked = layers["layers"]["corrections"]["over"]
    assert rgb(DONE) in ticked
    assert rgb(READING) not in ticked
    project.write("corrections.yaml", "corrections: [")
    desk.work()
    assert desk.owed(browser, "error") == []
