"""Corrections of the last reading in the live proof: written, listed, carried out, taken out."""

import os
from typing import Any

import pytest

from layout.preview.maker import Maker
from layout.preview.marking import HEAD, PickedWords, entry_of
from layout.preview.readings import Readings, is_half_saved
from layout.preview.received import StrangeMessageError
from layout.preview.state import PageState
from layout.proof.standing import judge
from layout.spec.model.corrections import WordCorrection
from tests.conftest import Project
from tests.preview.editing import project_to_change
from tests.preview.served import Message, Window, served

TEXTS = (
    "",
    "产业链很长，产业链很新，产业链也很宽。",
    "这一句里有产业链。",
    "Banxin sets New York pages",
)


def pick(which: int, words: str, nth: int = 1, story: str | None = "s.md") -> PickedWords:
    at = -1
    for _ in range(nth):
        at = TEXTS[which].index(words, at + 1)
    return PickedWords(story=story, texts=TEXTS, which=which, start=at, end=at + len(words))


def as_entry(data: dict[str, Any]) -> WordCorrection:
    given = {key: value for key, value in data.items() if key not in ("query", "page")}
    return WordCorrection(**given | {"delete": "should_be" not in data})


@pytest.mark.parametrize(
    ("which", "words", "nth", "kind", "new"),
    [
        (1, "产业链", 1, "replace", "产业"),
        (1, "产业链", 2, "replace", "供应链"),
        (1, "产业链", 3, "insert", "产业链条"),
        (2, "产业链", 1, "delete", ""),
        (1, "链", 2, "delete", ""),
        (2, "一句", 1, "transpose", "句一"),
        (3, "New York", 1, "replace", "New York's"),
        (2, "有", 1, "query", ""),
    ],
)
def test_an_entry_is_of_the_words_that_were_picked(
    which: int, words: str, nth: int, kind: str, new: str
) -> None:
    found = pick(which, words, nth)
    entry = entry_of(found, "A1", kind, new, "查一查" if kind == "query" else "")
    state, count, _ = judge(TEXTS, as_entry(entry))
    assert (state, count, entry["story"]) == ("open", 1, "s.md")
    assert "nth" not in entry
    text = TEXTS[which]
    if kind == "query":
        assert entry["query"] is True
        return
    # By force: the text with the entry carried out is the text with the picked words changed.
    made = text.replace(entry["words"], entry.get("should_be", ""))
    assert made == text[: found.start] + new + text[found.end :]
    if entry.get("should_be"):  # and it is counted off then
        after = [made if k == which else each for k, each in enumerate(TEXTS)]
        assert judge(after, as_entry(entry))[0] == "done"


HEADS = ("",) * len(HEAD)
STORY = (*HEADS, "河边的早市。渡船到了。", "第二段，渡船又到了。")


def of_story(which: int, words: str) -> PickedWords:
    at = STORY[len(HEAD) + which].index(words)
    return PickedWords(
        story="s.md", texts=STORY, which=len(HEAD) + which, start=at, end=at + len(words)
    )


@pytest.mark.parametrize(
    ("which", "words", "kind", "asked"),
    [
        (0, "渡船", "break", {"words": "渡船到", "paragraph": "另起段"}),
        (1, "第", "join", {"words": "第", "paragraph": "接排"}),
        (0, "早市", "face", {"words": "早市", "face": "楷体"}),
        (1, "渡船", "face", {"words": "渡船", "face": "楷体", "nth": 2}),
    ],
)
def test_paragraphs_and_faces_are_asked_for_at_their_words(
    which: int, words: str, kind: str, asked: dict[str, Any]
) -> None:
    found = of_story(which, words)
    entry = entry_of(found, "A1", kind, "楷体", "")
    assert entry == {"story": "s.md", **asked}
    state, _, place = judge(STORY, WordCorrection(**entry))
    assert (state, place[0]) == ("open", found.which)


@pytest.mark.parametrize(
    ("which", "words", "kind", "key"),
    [
        (0, "河边", "break", "part.words-begin"),
        (0, "河边", "join", "part.words-begin-not"),
        (1, "渡船", "join", "part.words-begin-not"),
        (0, "河边", "face", "part.words-none"),
    ],
)
def test_what_cannot_be_asked_of_paragraphs_is_refused(
    which: int, words: str, kind: str, key: str
) -> None:
    with pytest.raises(StrangeMessageError) as refused:
        entry_of(of_story(which, words), "A1", kind, "", "")
    assert refused.value.args[0].key == key
    if kind in ("break", "join"):
        with pytest.raises(StrangeMessageError):
            entry_of(pick(1, "产业链", 1, story=None), "A1", kind, "", "")


def test_words_that_stand_alike_all_over_are_counted() -> None:
    texts = ("甲乙" * 30,)
    found = PickedWords(story="s.md", texts=texts, which=0, start=24, end=26)
    entry = entry_of(found, "A1", "replace", "丙丁", "")
    assert (entry["words"], entry["should_be"], entry["nth"]) == ("甲乙", "丙丁", 13)


@pytest.mark.parametrize(
    ("kind", "new", "note", "key"),
    [
        ("replace", "产业链", "", "CORRECTION.same"),
        ("replace", " ", "", "part.words-none"),
        ("query", "", " ", "part.words-no-note"),
        ("shout", "", "", "part.message-lacks"),
        ("replace", "字" * 401, "", "part.words-many"),
    ],
)
def test_what_asks_for_nothing_is_refused(kind: str, new: str, note: str, key: str) -> None:
    with pytest.raises(StrangeMessageError) as refused:
        entry_of(pick(1, "产业链"), "A1", kind, new, note)
    assert refused.value.args[0].key == key


class Desk:
    """A proofreader at a line to the server."""

    def __init__(self, window: Window, made: Project) -> None:
        self.window = window
        self.made = made
        self.none = window.next("reading")
        self.page: Message = window.next("page")
        self.number = 100

    def line(self, words: str) -> dict[str, Any]:
        """What a browser says of the first of some words: their line, and where in it."""
        for lines in self.page["text"].values():
            for number, line in enumerate(lines):
                rest = "".join(one["text"] for one in lines[number:])
                if 0 <= rest.find(words) < len(line["text"]):
                    return {
                        "node": line["node"], "text": line["text"], "words": words,
                        "paragraph": line.get("paragraph"), "offset": line.get("offset"),
                        "index": rest.index(words),
                    }  # fmt: skip
        raise AssertionError(words)

    def edit(self, **op: Any) -> Message:
        """A change, and what is answered."""
        self.number += 1
        self.window.say(type="edit", id=self.number, page="E1", op=op)
        return self.window.until(lambda m: m.get("id") == self.number)

    def mark(self, words: str, **asked: Any) -> Message:
        return self.edit(op="mark", file="corrections.yaml", base="any", reading="初校",
                         **self.line(words), **asked)  # fmt: skip

    def reading(self, count: int, **states: int) -> Message:
        """The list, when it has so many entries, so many of each state."""
        return self.window.until(
            lambda m: (
                m["type"] == "reading"
                and len(m["corrections"]) == count
                and all(m["counts"][state] == n for state, n in states.items())
            )
        )

    def text(self, name: str = "corrections.yaml") -> str:
        return self.made.path(name).read_text(encoding="utf-8")


def test_corrections_are_written_listed_and_carried_out(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with (
        served(made.edition, lang="zh") as proof,
        proof.window("E1", lang="zh") as window,
        proof.window("E1", lang="zh") as other,
    ):
        desk = Desk(window, made)
        assert (desk.none["base"], desk.none["corrections"]) == ("absent", [])

        done = desk.mark("第一班", kind="replace", new="头一班", note="", by="王校对")
        assert done["label"] == "写改样“第一班”"
        assert desk.text() == (
            "reading: 初校\nby: 王校对\ncorrections:\n"
            "  - {story: lead.md, words: 第一班, should_be: 头一班, reading: 初校}\n"
        )
        (one,) = desk.reading(1, open=1)["corrections"]
        assert (one["state"], one["page"], one["block"]) == ("open", "E1", "lead")
        assert one["says"].startswith("“第一班”改为“头一班”")
        assert one["rect"][2] > 0
        # Another window sees it, and so does it when a hand has put words into the file.
        other.until(lambda m: m["type"] == "reading" and len(m["corrections"]) == 1)
        made.write("corrections.yaml", desk.text() + "  # 手写的\n")

        assert (
            desk.mark("老厂房", kind="insert", new="老厂房区", note="全称", by="")["type"] == "done"
        )
        assert desk.mark("湖边", kind="replace", new="湖畔", note="", by="王校对")["type"] == "done"
        assert desk.text().endswith(
            "  - {story: lead.md, words: 老厂房, should_be: 老厂房区, note: 全称, reading: 初校}\n"
            "  - {page: E1, words: 湖边, should_be: 湖畔, reading: 初校}\n  # 手写的\n"
        )
        now = desk.reading(3, open=3)

        # Carried out: in the text, the head of a story, a value of the spec; then counted off.
        for number in (1, 2, 3):
            op = {"op": "carry", "file": now["file"], "base": now["base"], "number": number}
            assert desk.edit(**op)["type"] == "done"
        assert "清晨六点，头一班公交车" in desk.text("stories/lead.md")
        assert "title: 老厂房区里\n" in desk.text("stories/lead.md")
        assert "    caption: 湖畔的新园区\n" in desk.text("E1.yaml")
        now = desk.reading(3, done=3)
        # Each leads to its new words; they are listed as they are met: the headline first.
        assert all(one["rect"] for one in now["corrections"])
        assert [one["order"] for one in now["corrections"]] == [1, 0, 2]
        refused = desk.edit(op="carry", file=now["file"], base=now["base"], number=1)
        assert "已经改好" in refused["message"]

        # Taken out, the comment stays; the reading is named; a list that is known no more is left.
        op = {"op": "unmark", "file": now["file"], "base": now["base"]}
        assert desk.edit(**op, number=2)["label"] == "去掉改样“老厂房”"
        now = desk.reading(2)
        assert desk.edit(**op, number=1)["diagnostics"][0]["code"] == "UNDERNEATH"
        op = {"op": "reading", "file": now["file"], "base": now["base"], "reading": "二校"}
        assert desk.edit(**op)["label"] == "校次二校"
        assert "reading: 二校\n" in desk.text()
        assert "# 手写的" in desk.text()


def test_one_that_is_carried_out_keeps_the_others_beside_it(project: Project) -> None:
    made = project_to_change(project.root / "own")
    lead = made.path("stories/lead.md").read_text(encoding="utf-8")
    lead = lead.replace("第二段在这里", "从下午五点开会，到零点签字付印")
    lead = lead.replace("驶出车站", "零点去签字")
    made.write("stories/lead.md", lead)
    tight = (
        "corrections:\n"
        "  - {story: lead.md, words: 到零点签, should_be: 到零点头签}    # 王\n"
        "  - {story: lead.md, words: 点签字付, should_be: 点夜班部付}\n"
        "  - {story: lead.md, words: 班部, should_be: 班组}\n"
    )
    made.write("corrections.yaml", tight)
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        now = desk.reading(3, open=2)
        op: dict[str, Any] = {"op": "carry", "file": now["file"], "base": now["base"]}
        assert desk.edit(**op, number=1)["type"] == "done"
        assert "到零点头签字付印" in desk.text("stories/lead.md")
        assert "{story: lead.md, words: 签字付, should_be: 夜班部付}" in desk.text()
        now = desk.reading(3, done=1, open=1)
        op["base"] = now["base"]
        once = desk.text()
        assert desk.edit(**op, number=2)["type"] == "done"
        assert "到零点头夜班部付印" in desk.text("stories/lead.md")
        twice = desk.text()
        assert twice != once
        assert "    # 王\n" in twice
        desk.reading(3, done=2, open=1)
        # Undone and done again with the words of the others.
        window.say(type="undo", id=1)
        assert window.next("done", id=1)["type"] == "done"
        assert desk.text() == once
        window.say(type="undo", id=2)
        assert window.next("done", id=2)["type"] == "done"
        assert (desk.text(), desk.text("stories/lead.md")) == (tight, lead)
        for number in (3, 4):
            window.say(type="redo", id=number)
            assert window.next("done", id=number)["type"] == "done"
        assert desk.text() == twice
        # Where they have been written into since, what stands there is left.
        made.write("corrections.yaml", tight)
        window.say(type="undo", id=5)
        assert window.next("done", id=5)["type"] == "done"
        assert desk.text() == tight
        assert "到零点头签字付印" in desk.text("stories/lead.md")


def test_words_marked_at_once_lie_over_no_place_of_those_before(project: Project) -> None:
    made = project_to_change(project.root / "own")
    lead = made.path("stories/lead.md").read_text(encoding="utf-8")
    lead = lead.replace("第二段在这里", "到零点签字付印").replace("驶出车站", "零点去签字")
    made.write("stories/lead.md", lead)
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        asked = {"kind": "insert", "new": "零点头", "note": "", "by": "王"}
        line = desk.line("到零点签字付印")
        for words, new in (("零点", asked), ("签字", asked | {"kind": "replace", "new": "夜班部"})):
            at = line["index"] + "到零点签字付印".index(words)
            op = {**line, "words": words, "index": at, "reading": "初校", **new}
            done = desk.edit(op="mark", file="corrections.yaml", base="any", **op)
            assert done["type"] == "done"
        assert desk.text().endswith(
            "  - {story: lead.md, words: 到零点签, should_be: 到零点头签, reading: 初校}\n"
            "  - {story: lead.md, words: 签字付, should_be: 夜班部付, reading: 初校}\n"
        )


def test_one_that_is_lost_by_another_is_asked_about(project: Project) -> None:
    made = project_to_change(project.root / "own")
    text = (
        "corrections:\n"
        "  - {story: lead.md, words: 班公, should_be: 趟车}\n"
        "  - {story: lead.md, words: 一班公交, should_be: 一趟公交}\n"
    )
    lead = made.path("stories/lead.md").read_text(encoding="utf-8")
    made.write("corrections.yaml", text)
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        now = desk.reading(2, open=2)
        op = {"op": "carry", "file": now["file"], "base": now["base"], "number": 1}
        asked = desk.edit(**op)
        assert asked["type"] == "refused"
        assert "第2条" in asked["ask"]["question"]
        assert desk.text("stories/lead.md") == lead
        window.say(type="edit", id=9, page="E1", op=op, confirm=asked["ask"]["confirm"])
        assert window.until(lambda m: m.get("id") == 9)["type"] == "done"
        assert "第一趟车交车" in desk.text("stories/lead.md")


def test_a_query_is_listed_and_not_carried_out(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        done = desk.mark("第一班", kind="query", new="", note="是头班吗", by="")
        assert done["type"] == "done", done
        assert (
            "{story: lead.md, words: 第一班, query: true, note: 是头班吗, reading: 初校}"
            in desk.text()
        )
        now = desk.reading(1, open=1)
        assert now["corrections"][0]["mark"] == "query"
        refused = desk.edit(op="carry", file=now["file"], base=now["base"], number=1)
        assert "存疑" in refused["message"]


def test_the_file_is_begun_by_the_first_entry_and_goes_with_it(project: Project) -> None:
    made = project_to_change(project.root / "own")
    file = made.path("corrections.yaml")
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        assert desk.mark("豆浆店", kind="delete", new="", note="", by="")["type"] == "done"
        text = desk.text()
        assert text == (
            "reading: 初校\ncorrections:\n"
            "  - {story: lead.md, words: 豆浆店, delete: true, reading: 初校}\n"
        )
        window.say(type="undo", id=1)
        assert window.next("done", id=1)["digest"] == "absent"
        assert not file.exists()
        window.say(type="redo", id=2)
        assert window.next("done", id=2)["type"] == "done"
        assert desk.text() == text
        # Where others have written into it, it is not taken away: the entry alone goes.
        other = "  - {page: E1, words: 湖边, delete: true}\n"
        made.write("corrections.yaml", text + other)
        window.say(type="undo", id=3)
        assert window.until(lambda m: m.get("id") == 3)["type"] == "done"
        assert desk.text() == f"reading: 初校\ncorrections:\n{other}"


def test_words_of_two_paragraphs_and_broken_files_are_refused(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with served(made.edition, lang="zh") as proof, proof.window("E1", lang="zh") as window:
        desk = Desk(window, made)
        line = desk.line("豆浆店") | {"words": "豆浆店已经排起了长队。河边"}
        refused = desk.edit(op="mark", file="corrections.yaml", kind="delete", **line)
        assert refused["type"] == "refused"
        assert "一段" in refused["message"]
        made.write("corrections.yaml", "corrections: [{words: 字\n")
        broken = window.until(lambda m: m["type"] == "reading" and m["faults"])
        assert broken["faults"][0]["line"] >= 1
        assert desk.mark("豆浆店", kind="delete", new="", note="", by="")["type"] == "refused"
        assert desk.text() == "corrections: [{words: 字\n"


def test_a_file_of_corrections_that_cannot_be_read_says_so(project: Project) -> None:
    made = project_to_change(project.root / "own")
    elsewhere = project.write("elsewhere.yaml", "corrections:\n  - {page: E1, words: 秘}\n")
    file = made.path("corrections.yaml")
    readings = Readings(file)
    for begin, end in (
        (lambda: file.symlink_to(elsewhere), file.unlink),  # out of the project
        (file.mkdir, file.rmdir),
        (lambda: os.mkfifo(file), file.unlink),
        (lambda: file.symlink_to("gone.yaml"), file.unlink),  # a link to what is not there
        (lambda: file.symlink_to(file), file.unlink),
    ):
        begin()
        readings.take({})
        told = readings.data("zh")
        assert [one["file"] for one in told["faults"]] == ["corrections.yaml"]
        assert "秘" not in str(told)
        assert told["corrections"] == []
        assert told["base"] != "absent"
        end()
        readings.take({})
        assert readings.data("zh")["faults"] == []
        assert readings.data("zh")["base"] == "absent"


def test_a_half_saved_file_leaves_the_list_that_was_read_last(project: Project) -> None:
    one = "  - {story: two.md, words: 老周, delete: true}\n"
    bad = "  - {story: two.md, words: 新周, nht: 2, delete: true}\n"
    file = project.write("corrections.yaml", f"reading: 二校\ncorrections:\n{bad}{one}")
    readings = Readings(file)
    states = {"T1": Maker().made(PageState(key="T1", spec=project.spec, name="T1"))}

    def told() -> Message:
        assert readings.stale(states)
        readings.take(states)
        assert not readings.stale(states)
        return readings.data("zh")

    # A bad entry is told, and the other stands with the number that it has in the file.
    first = told()
    assert [(e["number"], e["state"]) for e in first["corrections"]] == [(2, "open")]
    assert [(f["line"], f["code"]) for f in first["faults"]] == [(3, "UNKNOWN-KEY")]
    assert first["held"] is False
    assert not is_half_saved(file)
    # Half of the file: the list stays, under the digest of what is there now.
    file.write_text(f"reading: 二校\ncorrections:\n{one}  - {{story: ", encoding="utf-8")
    half = told()
    assert is_half_saved(file)
    assert half["held"] is True
    assert half["corrections"] == first["corrections"]
    assert half["base"] != first["base"]
    assert {f["code"] for f in half["faults"]} == {"YAML"}
    # Whole again, and gone.
    file.write_text(f"reading: 二校\ncorrections:\n{one}", encoding="utf-8")
    whole = told()
    assert (whole["held"], whole["faults"]) == (False, [])
    assert [e["number"] for e in whole["corrections"]] == [1]
    file.unlink()
    none = told()
    assert (none["corrections"], none["base"]) == ([], "absent")


def test_what_is_counted_off_on_a_page_of_before_says_so(project: Project) -> None:
    project.write(
        "corrections.yaml", "corrections:\n  - {story: two.md, words: 老周, delete: true}\n"
    )
    maker, readings = Maker(), Readings(project.path("corrections.yaml"))
    state = maker.made(PageState(key="T1", spec=project.spec, name="T1"))
    readings.take({"T1": state})
    told = readings.data("zh")
    assert (told["counts"]["open"], told["broken"], told["unseen"]) == (1, [], [])
    project.change("T1.yaml", "columns: 2", "colums: 2")
    broken = maker.made(state)
    assert broken.fault
    assert readings.stale({"T1": broken})
    readings.take({"T1": broken})
    told = readings.data("zh")
    assert (told["counts"]["open"], told["broken"], told["unseen"]) == (1, ["T1"], [])
    assert not readings.stale({"T1": broken})
    never = maker.made(PageState(key="T1", spec=project.spec, name="T1"))
    readings.take({"T1": never})
    assert readings.data("zh")["unseen"] == ["T1"]
    project.change("T1.yaml", "colums: 2", "columns: 2")
    mended = maker.made(broken)
    assert readings.stale({"T1": mended})
    readings.take({"T1": mended})
    assert readings.data("zh")["broken"] == []
