"""Corrections of a reading: what each asks for, what has come of it, where its words stand."""

from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.diagnostics import Diagnostic, Place, StopError
from layout.proof.corrections import Proofreading, ReadCorrection, counted
from layout.proof.setlines import page_lines
from layout.proof.standing import judge, names_story
from layout.proof.wordchange import change_of, changes_of, fault_of, in_words
from layout.spec.model.corrections import WordCorrection
from layout.spec.readcorrections import load_corrections
from tests.conftest import Project


def entry(words: str, should_be: str | None = None, **more: object) -> WordCorrection:
    return WordCorrection(
        story="s.md",
        words=words,
        should_be=should_be,
        delete=should_be is None and not more.get("query"),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("old", "new", "mark", "part", "come"),
    [
        ("在新马工业园", "在新马产业园", "replace", "工", "产"),
        ("株洲高新区", "株洲市高新区", "insert", "", "市"),
        ("很很好", "很好", "delete", "很", ""),
        ("多余的话", None, "delete", "多余的话", ""),
        ("发展经济社会", "发展社会经济", "transpose", "经济社会", "社会经济"),
        ("甲和乙", "乙和甲", "transpose", "甲和乙", "乙和甲"),
        ("甲乙丙丁", "丁丙乙甲", "replace", "甲乙丙丁", "丁丙乙甲"),  # no two parts change places
        ("二〇一九年", "2019年", "replace", "二〇一九", "2019"),
        ("株 洲", "株 州", "replace", "洲", "州"),
        ("aab", "ab", "delete", "a", ""),
        ("株洲", "株洲市", "insert", "", "市"),
    ],
)
def test_the_mark_is_at_what_is_another(
    old: str, new: str | None, mark: str, part: str, come: str
) -> None:
    change = change_of(entry(old, new))
    bare = "".join(old.split())
    assert (change.mark, bare[change.first : change.last], change.new) == (mark, part, come)
    if new is not None:  # brute force: the change made gives what should be there
        made = bare[: change.first] + change.new + bare[change.last :]
        assert made == "".join(new.split())


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("发展经济社会", "发展社会经济", ("经济", "", "社会")),
        ("甲和乙", "乙和甲", ("甲", "和", "乙")),
        ("上中下左", "下中上左", ("上", "中", "下")),
        ("一二三四五", "四五三一二", ("一二", "三", "四五")),
        ("abab", "baba", ("a", "", "bab")),
    ],
)
def test_two_parts_that_change_their_places(old: str, new: str, parts: tuple[str, ...]) -> None:
    change = change_of(entry(old, new))
    assert change.mark == "transpose"
    assert change.cuts is not None
    first, last = change.cuts
    found = old[change.first : first], old[first:last], old[last : change.last]
    assert "".join(found[::-1]) == change.new  # they make what should be there
    assert sum(map(len, (found[0], found[2]))) == sum(map(len, (parts[0], parts[2])))
    if old != "abab":
        assert found == parts


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("一个字只占21.5点高", "两个字只占22.5点高", [("一", "两"), ("21.5", "22.5")]),
        ("印厂写的是几点开机", "印刷厂写的是几点几分开机", [("", "刷"), ("", "几分")]),
        ("很很好的一天天", "很好的一天", [("很", ""), ("天", "")]),
        ("the old press room", "the new press rooms", [("old", "new"), ("room", "rooms")]),
        ("甲乙丙", "丁乙戊", [("甲乙丙", "丁乙戊")]),  # too near for two marks
        ("首班公交", "头班公交", [("首", "头")]),
        ("问题1301个", "问题1310个", [("1301", "1310")]),  # a figure is of a piece
        ("500人", "5000人", [("500", "5000")]),
        ("约12.5%", "约15.2%", [("12.5%", "15.2%")]),
        ("好的", "好的呢", [("", "呢")]),
    ],
)
def test_changes_that_are_far_apart_are_marked_one_by_one(
    old: str, new: str, changes: list[tuple[str, str]]
) -> None:
    given, made, at = entry(old, new), "", 0
    bare, wanted = "".join(old.split()), "".join(new.split())
    found = changes_of(given)
    assert [(bare[one.first : one.last], one.new) for one in found] == changes or " " in old
    for one in found:  # brute force: all of them made give what should be there
        made += bare[at : one.first] + one.new
        at = one.last
    assert made + bare[at:] == wanted
    for one in found:
        assert one.new in "".join(in_words(given, one)[1].split())


@pytest.mark.parametrize(
    ("texts", "one", "state", "count"),
    [
        (["株洲高新区很大"], entry("高新区", "高新技术区"), "open", 1),
        (["株洲高新技术区很大"], entry("高新区", "高新技术区"), "done", 0),
        (["株洲很大"], entry("高新区", "高新技术区"), "lost", 0),
        (["高新区", "高新区"], entry("高新区", "高新技术区"), "doubt", 2),
        (["高新区高新区"], entry("高新区", "高新技术区", nth=2), "open", 2),
        (["高新区"], entry("高新区", "高新技术区", nth=2), "doubt", 1),
        (["高新区，高新技术区"], entry("高新区", "高新技术区", nth=2), "done", 1),
        (["产业链，产业链"], entry("产业链", "产业", nth=99), "doubt", 2),
        (["产业链，产业"], entry("产业链", "产业", nth=2), "done", 1),
        (["高新区，高新技术区"], entry("高新区", "高新技术区", nth=9), "doubt", 1),
        # What should be there holds the words: they are none that still stand.
        (["株洲市高新区"], entry("株洲", "株洲市"), "done", 0),
        (["株洲市和株洲"], entry("株洲", "株洲市"), "open", 1),
        (["很很好"], entry("很很好", "很好"), "open", 1),
        (["很好"], entry("很很好", "很好"), "done", 0),
        (["一二三"], entry("多余的话"), "done", 0),
        (["一多余的话二"], entry("多余的话"), "open", 1),
        (["一 二\u3000三四"], entry("二三", "二又三"), "open", 1),
        (["一", "二"], entry("一二", "三"), "lost", 0),
        (["哈哈哈"], entry("哈哈", "呵呵"), "doubt", 2),
        (["可疑的话"], entry("可疑", query=True), "open", 1),
        (["可信的话"], entry("可疑", query=True), "done", 0),
    ],
)
def test_an_entry_is_judged(texts: list[str], one: WordCorrection, state: str, count: int) -> None:
    assert judge(texts, one)[:2] == (state, count)


def test_the_place_of_the_words_is_counted_in_their_text() -> None:
    texts = ["甲", "乙甲乙", "甲甲"]
    assert [judge(texts, entry("甲", "丙", nth=n))[2] for n in (1, 2, 3, 4)] == [
        (0, 0), (1, 0), (2, 0), (2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"words": "一", "should_be": "二"}, "CORRECTION.of-what"),
        ({"words": "一", "should_be": "二", "story": "s.md", "page": "B1"}, "CORRECTION.of-what"),
        ({"words": "一", "story": "s.md"}, "CORRECTION.what"),
        ({"words": "一", "should_be": "二", "delete": True, "page": "B1"}, "CORRECTION.both"),
        ({"words": "一", "should_be": "二", "query": True, "page": "B1"}, "CORRECTION.both"),
        ({"words": "一", "delete": True, "query": True, "page": "B1"}, "CORRECTION.both"),
        ({"words": "一 二", "should_be": "一二", "story": "s.md"}, "CORRECTION.same"),
    ],
)
def test_an_entry_that_asks_for_nothing_is_a_fault(given: dict[str, object], key: str) -> None:
    fault = fault_of(WordCorrection(**given))  # type: ignore[arg-type]
    assert fault is not None
    assert fault.key == key


@pytest.mark.parametrize(
    ("given", "name", "meant"),
    [
        ("one.md", "paper/stories/one.md", True),
        ("stories/one.md", "paper/stories/one.md", True),
        ("ne.md", "paper/stories/one.md", False),
        (None, "one.md", False),
    ],
)
def test_a_story_is_named_by_the_end_of_its_path(
    given: str | None, name: str, *, meant: bool
) -> None:
    assert names_story(given, name) is meant


def proofread(
    project: Project, rows: str, *, whole: bool = True
) -> tuple[ComposedPage, tuple[ReadCorrection, ...], list[Diagnostic]]:
    text = f"reading: 二校\nby: 王校对\ncorrections:\n{rows}"
    path = project.write("corrections.yaml", text)
    reading = Proofreading(load_corrections(path.read_bytes(), "corrections.yaml"))
    page = Session().page(project.spec)
    reading.on(page)
    return page, reading.all(), list(reading.diagnostics(whole=whole))


def test_a_mark_stands_at_its_words_wherever_the_line_is_broken(project: Project) -> None:
    story = "".join(f"第{n}句说的是别的事情，" for n in range(100, 160))
    project.write("stories/one.md", f"---\ntitle: 题目\n---\n\n{story}\n")
    page = Session().page(project.spec)
    lines = page_lines(page.display)
    broken = False
    for n in (100, 123, 131, 158):
        words = f"第{n}句说的"
        rows = f"  - {{story: one.md, words: {words}, delete: true}}\n"
        _, (one,), found = proofread(project, rows)
        assert found == []
        assert (one.state, one.by, one.reading) == ("open", "王校对", "二校")
        assert one.marked is not None
        whole = "".join(line.text for line in lines if line.node.startswith("stories/one.md"))
        at, seen = whole.index(words), 0
        wanted = []
        for line in lines:  # brute force: which lines hold a part of the words
            if not line.node.startswith("stories/one.md"):
                continue
            if seen < at + len(words) and at < seen + len(line.text):
                wanted.append(line.rect)
            seen += len(line.text)
        assert len(one.marked.spots) == len(wanted)
        broken = broken or len(wanted) > 1
        for spot, rect in zip(one.marked.spots, wanted, strict=True):
            assert rect.x - 5 <= spot.x < spot.right <= rect.right + 5
            assert rect.y - 1 <= spot.y + spot.height / 2 <= rect.bottom + 1
    assert broken, "one of them is broken over two lines"


def test_of_words_that_stand_several_times_all_are_asked_about(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n渡船到了。\n\n再等一班渡船。\n")
    _, (one,), _ = proofread(project, "  - {story: one.md, words: 渡船, should_be: 轮渡}\n")
    assert one.state == "doubt"
    assert [mark.mark for mark in one.marks] == ["query", "query"]
    first, second = (mark.spots[0] for mark in one.marks)
    assert not first.meets(second)


def test_what_is_done_has_its_place_for_who_looks_whether_it_is(project: Project) -> None:
    """核红: what has come is marked, of words that have gone what stands on either side."""
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n头班公交车来了，站台上没有人。\n")
    rows = (
        "  - {story: one.md, words: 首班公交, should_be: 头班公交}\n"
        "  - {story: one.md, words: 公交来了, should_be: 公交车来了}\n"
        "  - {story: one.md, words: 站台上边没有, should_be: 站台上没有}\n"
        "  - {story: one.md, words: 这一句, delete: true}\n"
    )
    page, read, _ = proofread(project, rows)
    assert [one.state for one in read] == ["done"] * 4
    (line,) = [line for line in page_lines(page.display) if "公交车" in line.text]
    wanted = [(0, 1), (4, 5), (10, 12)]
    for one, (first, last) in zip(read, wanted, strict=False):
        assert one.marked is None
        (mark,) = one.marks
        (spot,) = mark.spots
        assert mark.done
        assert one.noted("zh").startswith("已改：")
        assert spot.x == pytest.approx(line.rect.x + first * line.size, abs=2)
        assert spot.right == pytest.approx(line.rect.x + last * line.size, abs=2)
    assert read[3].marks == ()  # none can say where it was


STORY = """\
---
title: 题
---

头一段说的是河边的早市。

第二段说的是渡船。

第三段里有早市，也有渡船。
"""


@pytest.mark.parametrize(
    ("row", "state", "count"),
    [
        ("words: 第二段, paragraph: 接排", "open", 2),
        ("words: 头一段, paragraph: 接排", "open", 1),
        ("words: 说的是渡船, paragraph: 接排", "done", 0),
        ("words: 说的是渡船, paragraph: 另起段", "open", 1),
        ("words: 第二段, paragraph: 另起段", "done", 0),
        ("words: 渡船, paragraph: 另起段", "doubt", 0),
        ("words: 渡船, paragraph: 另起段, nth: 2", "open", 1),
        ("words: 渡船, paragraph: 另起段, nth: 3", "lost", 0),
        ("words: 轮渡, paragraph: 接排", "lost", 0),
        ("words: 河边, face: 楷体", "open", 1),
    ],
)
def test_paragraphs_and_faces_are_asked_for(
    project: Project, row: str, state: str, count: int
) -> None:
    """接排, 另起段 and a typeface: an edge, the two edges that are to meet, the words."""
    project.write("stories/one.md", STORY)
    page, (one,), _ = proofread(project, f"  - {{story: one.md, {row}}}\n")
    assert one.state == state
    if state != "open":
        assert not any(mark.mark in ("join", "break") and not mark.done for mark in one.marks)
        return
    (mark,) = one.marks
    assert len(mark.spots) == count
    if mark.mark == "face":
        assert (mark.words, mark.spots[0].width > 9) == ("〔改楷体〕", True)
        assert one.told("zh").startswith("“河边”改楷体")
        return
    assert mark.words == f"〔{one.entry.paragraph}〕"
    assert all(spot.width == 0 for spot in mark.spots)
    lines = [line for line in page_lines(page.display) if one.entry.words in line.text]
    at = mark.spots[-1]
    assert any(line.rect.y - 1 < at.y + at.height / 2 < line.rect.bottom + 1 for line in lines)
    if count == 2:
        (end,) = [line for line in page_lines(page.display) if line.text.endswith("早市。")]
        assert mark.spots[0].x == pytest.approx(end.rect.right, abs=6)


def test_an_entry_asks_for_one_thing(project: Project) -> None:
    for row in (
        "paragraph: 接排, face: 楷体",
        "paragraph: 另起段, delete: true",
        "face: 黑体, query: true",
    ):
        _, read, found = proofread(project, f"  - {{story: one.md, words: 题, {row}}}\n")
        assert read == ()
        assert [one.said.key for one in found] == ["CORRECTION.both"]


def test_an_insertion_is_an_edge_and_takes_no_character(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n许多是压过的。\n")
    rows = (
        "  - {story: one.md, words: 压过的, should_be: 压过形的}\n"
        "  - {story: one.md, words: 许多, should_be: 的许多}\n"
    )
    page, (middle, head), _ = proofread(project, rows)
    (line,) = [line for line in page_lines(page.display) if "压过" in line.text]
    for one, at in ((middle, 5), (head, 0)):
        assert one.marked is not None
        (spot,) = one.marked.spots
        assert spot.width == 0
        assert spot.x == pytest.approx(line.rect.x + at * line.size, abs=0.5)


def test_what_is_asked_of_words_is_written_beside_them(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n全长21里。\n")
    rows = "  - {story: one.md, words: 21里, query: true, note: 公里还是里}\n"
    _, (one,), found = proofread(project, rows)
    assert found == []
    assert one.marked is not None
    assert (one.state, one.marked.mark, one.marked.words) == ("open", "query", "公里还是里")
    assert one.told("zh").startswith("查“21里”")


def test_the_same_words_of_another_paragraph_are_not_marked(project: Project) -> None:
    story = "---\ntitle: 题\n---\n\n头一段里的话。\n\n末一段里的话，末一段里的话。\n"
    project.write("stories/one.md", story)
    rows = "".join(
        f"  - {{story: one.md, words: 里的话, should_be: 里说的话, nth: {n}}}\n" for n in (1, 2, 3)
    )
    _, read, _ = proofread(project, rows)
    spots = [one.marked.spots[0] for one in read if one.marked]
    assert len(spots) == 3
    assert spots[0].y < spots[1].y == spots[2].y
    assert spots[1].x < spots[2].x


def test_a_headline_and_a_caption_are_corrected_too(project: Project) -> None:
    rows = (
        "  - {story: two.md, words: 首班, should_be: 头班}\n"
        "  - {page: T1, words: 新园区, should_be: 老园区}\n"
    )
    project.write("stories/two.md", "---\ntitle: 首班公交 | 五点半\n---\n\n清晨。\n")
    page, (title, caption), found = proofread(project, rows)
    assert found == []
    assert [one.state for one in (title, caption)] == ["open", "open"]
    blocks = {b.id: b.rect for b in page.display.blocks}
    for one, block in ((title, "side"), (caption, "picture")):
        assert one.marked is not None
        (spot,) = one.marked.spots
        assert blocks[block].meets(spot)


def test_what_is_lost_in_doubt_or_misnamed_is_told_at_its_place(project: Project) -> None:
    project.write("stories/one.md", "---\ntitle: 题\n---\n\n重复的话，重复的话。已改的字。\n")
    rows = (
        "  - {story: one.md, words: 没有的话, should_be: 有的话}\n"
        "  - {story: one.md, words: 重复的话, should_be: 一次的话}\n"
        "  - {story: on.md, words: 一, should_be: 二}\n"
        "  - {page: T9, words: 一, should_be: 二}\n"
        "  - {story: one.md, words: 旧字, should_be: 已改的字}\n"
        "  - {story: one.md, words: 同, should_be: 同}\n"
    )
    _, read, found = proofread(project, rows)
    assert [one.state for one in read] == ["lost", "doubt", "absent", "absent", "done"]
    told = {(d.said.key, d.where.line) for d in found if isinstance(d.where, Place)}
    assert told == {
        ("CORRECTION.lost", 4), ("CORRECTION.doubt", 5), ("CORRECTION.no-story", 6),
        ("CORRECTION.no-page", 7), ("CORRECTION.same", 9),
    }  # fmt: skip
    hints = {d.said.key: d.said.hint("zh") for d in found}
    assert "one.md" in hints["CORRECTION.no-story"]
    assert "T1" in hints["CORRECTION.no-page"]
    assert counted(read).words("zh") == "共5处：已改1、未改0、找不到或不明2、不在这几版2"
    _, _, some = proofread(project, rows, whole=False)
    assert [d.said.key for d in some] == [d.said.key for d in found]  # no other page has it


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- words: 一", "ROOT"),
        ("corrections: {", "YAML"),
        ("{}", "MISSING-KEY"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(text: str, code: str) -> None:
    with pytest.raises(StopError) as stop:
        load_corrections(text.encode(), "corrections.yaml")
    assert code in {d.code for d in stop.value.diagnostics}
    assert all(getattr(d.where, "file", "") == "corrections.yaml" for d in stop.value.diagnostics)


GOOD = "{story: a.md, words: 一, should_be: 二}"


@pytest.mark.parametrize(
    ("bad", "code", "place"),
    [
        ("{story: a.md}", "MISSING-KEY", (3, 5)),
        ("{story: a.md, words: 一, nht: 2, should_be: 二}", "UNKNOWN-KEY", (3, 29)),
        ("{story: a.md, words: 一, should_be: 二, reading: 四校}", "VALUE", (3, 52)),
        ("{story: a.md, words: 一, should_be: 二, nth: 0}", "VALUE", (3, 48)),
        ("{story: a.md, words: 一, words: 三, delete: true}", "DUPLICATE-KEY", (3, 29)),
        ("{story: a.md, words: " + "字" * 3000 + ", delete: true}", "VALUE", (3, 26)),
        ("story: a.md\n    words: 一\n    words: 二\n    delete: true", "DUPLICATE-KEY", (5, 5)),
        ("{story: a.md,\n   words: 一,\n   words: 三, delete: true}", "DUPLICATE-KEY", (5, 4)),
        ("[一, 二]", "VALUE", (3, 5)),
        ("一 改 二", "VALUE", (3, 5)),
        ("", "VALUE", (3, 4)),
    ],
)
def test_an_entry_that_cannot_be_read_keeps_none_of_the_others_back(
    bad: str, code: str, place: tuple[int, int]
) -> None:
    text = f"corrections:\n  - {GOOD}\n  - {bad}\n  - {GOOD}\n"
    given = load_corrections(text.encode(), "corrections.yaml")
    assert [number for number, _ in given.numbered()] == [1, 3]
    assert [(one.words, one.should_be) for one in given.corrections] == [("一", "二")] * 2
    [fault] = given.faults
    where = fault.where
    assert isinstance(where, Place)
    assert (fault.code, where.file) == (code, "corrections.yaml")
    assert (where.line, where.column) == place


def test_what_is_wrong_at_the_head_keeps_no_entry_back() -> None:
    text = f"reading: 四校\nby: 王\nbye: 李\ncorrections:\n- {GOOD}\n- {GOOD}\nby: 张\n"
    given = load_corrections(text.encode(), "corrections.yaml")
    assert (given.reading, given.by, len(given.corrections)) == (None, "王", 2)
    assert [one.code for one in given.faults] == ["DUPLICATE-KEY", "VALUE", "UNKNOWN-KEY"]


def test_more_entries_than_are_read_and_more_faults_than_are_told() -> None:
    many = load_corrections(f"corrections: [{', '.join([GOOD] * 1001)}]".encode(), "c.yaml")
    assert (len(many.corrections), [one.code for one in many.faults]) == (1000, ["VALUE"])
    bad = ", ".join(["{story: a.md}"] * 300 + [GOOD])
    wrong = load_corrections(f"corrections: [{bad}]".encode(), "c.yaml")
    assert [number for number, _ in wrong.numbered()] == [301]
    assert len(wrong.faults) < 300
    assert wrong.faults[-1].code == "TOO-MANY"


def test_the_command_counts_them_off(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    from layout.cli import main

    project.write("stories/one.md", "---\ntitle: 题\n---\n\n株州高新区。\n")
    project.write(
        "corrections.yaml",
        "corrections:\n  - {story: one.md, words: 株州, should_be: 株洲, note: 地名}\n",
    )
    words = ["proof", str(project.edition), "-o", str(tmp_path), "--dpi", "20", "--json", "-q"]
    words += ["--without", "full,plates,preflight,pdf", "--lang", "zh"]
    main(words)
    (page,) = json.loads(capsys.readouterr().out)["pages"]
    (one,) = page["corrections"]
    assert (one["state"], one["mark"], one["on_page"]) == ("open", "replace", True)
    html = (tmp_path / "T1-proof.html").read_text("utf-8")
    assert "未改" in html
    assert "地名" in html
    project.change("stories/one.md", "株州", "株洲")
    main(words)
    (page,) = json.loads(capsys.readouterr().out)["pages"]
    assert page["corrections"][0]["state"] == "done"
    assert "共1处：已改1" in (tmp_path / "T1-proof.html").read_text("utf-8")
    # One that cannot be read is told, and the proof is made of the others.
    bad = "  - {story: one.md, words: 高新, words: 区, delete: true}\n"
    project.change("corrections.yaml", "corrections:\n", f"corrections:\n{bad}")
    (tmp_path / "T1-proof.html").unlink()
    assert main(words) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told["diagnostics"]] == ["DUPLICATE-KEY"]
    (one,) = told["pages"][0]["corrections"]
    assert (one["number"], one["state"]) == (2, "done")
    assert "words" in (tmp_path / "T1-proof.html").read_text("utf-8")


def test_a_file_of_corrections_that_is_not_there_or_broken(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from layout.cli import main

    words = ["proof", str(project.spec), "-o", str(tmp_path / "out"), "--dpi", "20"]
    assert main([*words, "--corrections", str(tmp_path / "none.yaml")]) == 2
    assert "none.yaml" in capsys.readouterr().err
    project.write("corrections.yaml", "corrections: [{story: one.md\n")
    assert main(words) == 1
    assert "corrections.yaml:1:" in capsys.readouterr().err
    file = project.path("corrections.yaml")
    file.unlink()
    file.symlink_to("gone.yaml")
    assert main([*words, "--lang", "zh"]) == 1
    told = capsys.readouterr().err
    assert "corrections.yaml" in told
    assert "指向的“gone.yaml”不存在" in told
    file.unlink()
    file.mkdir()
    assert main([*words, "--lang", "zh"]) == 1
    assert "corrections.yaml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("排版室因此有三条规矩", "排版室有三条规矩", "删去“因此”：排版室〔因此〕有三条规矩"),
        ("多余的话", None, "删去“多余的话”"),
        ("许多是压过的", "许多是压过形的", "加“形”：许多是压过〔形〕的"),
        ("字", "文字", "加“文”：〔文〕字"),
        ("the old press room", "the press room", "删去“old”：the 〔old〕 press room"),
        ("两号", "三号", "“两号”改为“三号”"),
        ("甲和乙", "乙和甲", "“甲和乙”对调为“乙和甲”"),
    ],
)
def test_what_is_told_is_what_is_to_be_done(old: str, new: str | None, told: str) -> None:
    given = entry(old, new)
    one = ReadCorrection(
        number=1, entry=given, change=change_of(given), state="open", of="s.md", by="", reading="",
    )  # fmt: skip
    assert one.told("zh") == told
