"""What the words of a line are in their file, and how a story would fit with other words."""

from pathlib import Path
from typing import Any

import pytest

from layout.preview.asked import AskedFile, Instead, answered, tried
from layout.preview.maker import Maker
from layout.preview.received import StrangeMessageError
from layout.preview.state import PageState
from layout.render.svg.text import WordLine
from layout.revise.reviser import Done, Refused, Reviser
from tests.conftest import Project, small_project
from tests.preview.editing import project_to_change


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project_to_change(tmp_path_factory.mktemp("asked") / "paper")


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


@pytest.fixture(scope="module")
def state(paper: Project, maker: Maker) -> PageState:
    made = maker.made(PageState(key="E1", spec=paper.path("E1.yaml"), name="E1"))
    assert made.page is not None
    return made


def line_with(state: PageState, text: str) -> WordLine:
    """The line of the page that holds a text."""
    assert state.aspect is not None
    lines = [line for block in state.aspect.scene.blocks for line in block.text]
    return next(line for line in lines if text in line.text)


def question(state: PageState, text: str) -> dict[str, Any]:
    """What a browser asks of a text."""
    line = line_with(state, text)
    paragraph, offset = (line.passage.paragraph, line.passage.offset) if line.passage else (None, 0)
    return {
        "what": "words",
        "node": line.node,
        "text": line.text,
        "paragraph": paragraph,
        "offset": offset,
        "index": line.text.index(text),
    }


def words(paper: Project, state: PageState, text: str) -> dict[str, Any]:
    return answered(state, question(state, text), Reviser(paper.edition))


def test_a_paragraph_is_given_with_its_marks_and_where_it_stands(
    paper: Project, state: PageState
) -> None:
    found = words(paper, state, "清晨")
    text = paper.path("stories/lead.md").read_text(encoding="utf-8")
    assert found["text"] == "第一段有**黑体**的字。清晨六点，第一班公交车驶出车站。"
    assert text[found["start"] : found["end"]] == found["text"]
    assert found["text"][found["caret"] :].startswith("清晨")
    assert (found["how"], found["kind"], found["multiline"]) == ("words", "paragraph", True)
    assert found["base"] == Reviser(paper.edition).digest("stories/lead.md")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("老厂房", "title", "stories/lead.md title"),
        ("城市建设", "kicker", "stories/lead.md kicker"),
        ("湖边", "caption", "E1.yaml blocks 4 caption"),
        ("改样的人", "text", "E1.yaml blocks 3 text 1 text"),
        ("上", "text", "E1.yaml blocks 5 stack 1 text 1"),
    ],
)
def test_other_words_are_values_of_a_head_or_a_spec(
    paper: Project, state: PageState, text: str, kind: str, place: str
) -> None:
    found = words(paper, state, text)
    assert (found["how"], found["kind"]) == ("set", kind)
    assert " ".join(map(str, (found["file"], *found["path"]))) == place
    assert found["text"][found["caret"] :].startswith(text)


def test_rows_that_end_in_another_way_keep_it(paper: Project, state: PageState) -> None:
    path = paper.path("stories/side.md")
    old = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + old.replace(b"\n", b"\r\n"))
    try:
        found = words(paper, state, "河边的早市有")
        text = path.read_bytes().decode("utf-8-sig")
        assert found["newline"] == "\r\n"
        assert text[found["start"] : found["end"]] == found["source"] == "河边的早市有四十年了。"
    finally:
        path.write_bytes(old)


def test_words_that_nobody_typed_lead_to_what_they_are_made_of(
    tmp_path: Path, maker: Maker
) -> None:
    """They are no value of another key: nothing else is opened to be changed."""
    made = small_project(tmp_path / "paper")
    spec = made.spec.read_text("utf-8").replace("lines: 42-70", "lines: 42-60")
    late = "  - {id: late, stack: [{text: [晚], lines: 20}], at: {cols: 1, lines: 62-84}}\n"
    made.spec.write_text(spec + late, "utf-8")  # the date has a 20, too
    state = maker.made(PageState(key="T1", spec=made.spec, name="T1"))
    assert state.aspect is not None, state.fault
    lines = [line for block in state.aspect.scene.blocks for line in block.text]
    head = [line for line in lines if line.node.startswith("header")]
    assert len(head) >= 2
    for line in head:
        asked = {"what": "words", "node": line.node, "text": line.text, "index": 0}
        found = answered(state, asked, Reviser(made.edition))
        path = found.get("path", [])
        if found["how"] == "set":  # then it is typed there
            assert "blocks" not in path
            assert line.text[0] in found["text"] or "{" in found["text"]
            continue
        assert found["how"] == "look"
        assert found["file"] in ("T1.yaml", "edition.yaml")
        assert found["line"] >= 1


def test_words_that_stand_nowhere_are_refused(paper: Project, state: PageState) -> None:
    for strange in ({"node": "nobody"}, {"node": None}, {"node": "header#folio"}, {}):
        with pytest.raises(StrangeMessageError):
            answered(state, {"what": "words", **strange}, Reviser(paper.edition))
    with pytest.raises(StrangeMessageError):
        answered(state, {"what": "everything"}, Reviser(paper.edition))


def test_a_trial_tells_what_would_be_over_and_writes_nothing(
    paper: Project, maker: Maker, state: PageState
) -> None:
    reviser = Reviser(paper.edition)
    found = words(paper, state, "河边的早市有")
    before = {p: p.read_bytes() for p in paper.root.rglob("*.*") if p.is_file()}
    op = {
        "op": "words",
        "file": found["file"],
        "base": found["base"],
        "start": found["end"],
        "end": found["end"],
        "before": "",
        "after": "一句很长的话，" * 80,
    }
    message = {"what": "try", "op": op}
    told = tried(maker, state=state, message=message, reviser=reviser, lang="zh")
    fit = next(one for one in told["fits"] if one["block"] == "side")
    assert fit["over_lines"] > 0
    assert fit["over_characters"] > 100
    assert {p: p.read_bytes() for p in before} == before
    assert reviser.labels() == (None, None)
    again = maker.made(state)  # the page itself is as it was
    assert again.rev == state.rev


def test_a_trial_shows_the_page_as_it_would_be(
    paper: Project, maker: Maker, state: PageState
) -> None:
    """Its blocks and outlines are those that the page has when the change is made."""
    reviser = Reviser(paper.edition)
    found = words(paper, state, "河边的早市有")
    op = {"op": "words", "file": found["file"], "base": found["base"], "start": found["end"],
          "end": found["end"], "before": "", "after": "又添一句。"}  # fmt: skip
    plain = tried(maker, state=state, message={"op": op}, reviser=reviser, lang="zh")
    assert "trial" not in plain
    asked = {"op": op, "show": True}
    trial = tried(maker, state=state, message=asked, reviser=reviser, lang="zh")["trial"]
    assert trial["rev"] == state.rev
    assert state.aspect is not None
    assert trial["digest"] != state.aspect.scene.digest
    assert maker.made(state).rev == state.rev  # nothing of the page itself is another
    path = paper.path("stories/side.md")
    before = path.read_bytes()
    try:
        assert isinstance(reviser.edit(op), Done)
        made = maker.made(state)
        assert made.aspect is not None
        assert trial["digest"] == made.aspect.scene.digest
        now = {block.id: block for block in made.aspect.scene.blocks}
        old = {block.id: block for block in state.aspect.scene.blocks}
        changed = {one for one in now if one not in old or now[one].svg != old[one].svg}
        assert trial["blocks"] == {one: now[one].svg for one in changed}
        assert trial["order"] == list(now)
        names = set().union(*[now[one].names for one in changed])
        assert trial["symbols"] == {name: made.aspect.symbols[name] for name in names}
    finally:
        path.write_bytes(before)


def test_a_trial_of_what_others_share_is_no_question_yet(
    paper: Project, maker: Maker, state: PageState
) -> None:
    reviser = Reviser(paper.edition)
    op = {"op": "set", "file": "styles.yaml", "base": reviser.digest("styles.yaml"),
          "path": ["styles", "big", "size"], "value": "30pt"}  # fmt: skip
    assert isinstance(reviser.tried(op), Refused)
    told = tried(maker, state=state, message={"op": op}, reviser=reviser, lang="zh")
    assert told["fits"]


def test_a_trial_tells_what_composing_would_say_anew(
    paper: Project, maker: Maker, state: PageState
) -> None:
    """A headline that would be set smaller is told, though its story fits as before."""
    reviser = Reviser(paper.edition)
    found = words(paper, state, "老厂房里")

    def told(value: str) -> list[Any]:
        op = {"op": "set", "file": found["file"], "base": found["base"], "path": found["path"],
              "value": value}  # fmt: skip
        made = tried(maker, state=state, message={"op": op}, reviser=reviser, lang="zh")
        return list(made["notes"])

    assert told("老厂房外") == []
    notes = told("老厂房里" * 5)
    assert [one["code"] for one in notes] == ["DISPLAY-SHRUNK"]
    assert "缩到" in notes[0]["message"]


def test_a_trial_of_what_is_refused_is_refused(
    paper: Project, maker: Maker, state: PageState
) -> None:
    from layout.diagnostics import StopError

    for op in (None, {}, {"op": "words", "file": "../up.md"}, {"op": "set", "file": "E1.yaml"}):
        with pytest.raises(StopError):
            tried(maker, state=state, message={"op": op}, reviser=Reviser(paper.edition), lang="en")


def test_one_file_is_read_instead_of_what_it_holds(paper: Project) -> None:
    from layout.environment import Files

    spec = paper.path("E1.yaml").resolve()
    env = Instead(Files.around(spec), spec, b"page: E2\n")
    assert env.read(spec, 100) == b"page: E2\n"
    assert env.read(paper.path("styles.yaml").resolve(), 10_000).startswith(b"styles:")
    assert (env.label(spec), env.root) == ("E1.yaml", Files.around(spec).root)


def test_a_file_without_values_is_no_place_for_one(paper: Project) -> None:
    paper.write("plain.md", "只有一段。\n")
    from layout.environment import Files

    source = AskedFile.read(Files.around(paper.path("E1.yaml")), "plain.md")
    assert not source.has_values
    assert source.offset(1, 3) == 2
