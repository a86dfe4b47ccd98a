"""Words of a story changed in its Markdown."""

import random
from pathlib import Path

import pytest

from layout.rewrite.passages import origins
from layout.rewrite.story import (
    StoryText,
    head_words,
    passage,
    passages,
    set_head,
    set_source,
    set_words,
    span_of,
    story_text,
    words_at,
)
from layout.rewrite.texts import RefusedError
from tests.rewrite.chance import rows_changed

SPECS = Path(__file__).parents[2] / "specs"
HEAD = """\
---
title: 明月当空照 | 繁星堆满天    # 两行题
byline: "本报记者：甲"
---

"""


def put(body: str, before: str, after: str, name: str = "1", head: str = "") -> str:
    """The body after a change of the words that are in its paragraph once."""
    doc = story_text(head + body, "a.md")
    text = passage(doc, name).text
    start = text.index(before) if before else len(text)
    made = set_words(doc, name, start, start + len(before), before=before, after=after)
    assert made.text.startswith(head)
    assert passage(made, name).text == text[:start] + after + text[start + len(before) :]
    return made.text[len(head) :]


@pytest.mark.parametrize(
    ("body", "before", "after", "becomes"),
    [
        ("甲乙丙丁。\n", "乙", "己庚", "甲己庚丙丁。\n"),
        ("甲**乙丙**丁。\n", "乙", "己", "甲**己丙**丁。\n"),
        ("甲**乙丙**丁。\n", "丁", "戊", "甲**乙丙**戊。\n"),
        ("甲**乙丙**丁。\n", "乙丙丁", "乙丁", "甲**乙**丁。\n"),
        ("甲**乙丙**丁。\n", "乙丙", "", "甲丁。\n"),
        ("甲乙丙丁。\n", "甲", "#甲", "#甲乙丙丁。\n"),
        ("甲乙丙丁。\n", "甲", "### 甲", "\\### 甲乙丙丁。\n"),
        ("甲乙丙丁。\n", "甲", "- 甲", "\\- 甲乙丙丁。\n"),
        ("甲乙丙丁。\n", "乙", "*乙*", "甲\\*乙\\*丙丁。\n"),
        ("甲乙丙丁。\n", "丙", "3*4", "甲乙3*4丁。\n"),
        ("甲\\*乙丙。\n", "*", "＊", "甲＊乙丙。\n"),
        ("甲\\*乙丙。\n", "甲*", "丁", "丁乙丙。\n"),
        ("甲乙\n丙丁。\n", "乙丙", "己", "甲己\n丁。\n"),
        ("> 甲乙。\n", "甲", "己", "> 己乙。\n"),
        ("- 甲乙\n- 丙丁\n", "甲", "己", "- 己乙\n- 丙丁\n"),
        ("{落款} 甲乙\n", "乙", "丙", "{落款} 甲丙\n"),
        ("### 小题\n\n正文。\n", "小题", "大题", "### 大题\n\n正文。\n"),
        ("甲10^3^乙。\n", "3", "4", "甲10^4^乙。\n"),
        ("[甲](https://a.b)乙。\n", "甲", "丙", "[丙](https://a.b)乙。\n"),
        ("甲乙。", "乙。", "乙！", "甲乙！"),
        ("甲，\\\n乙丙。\n", "甲", "己", "己，\\\n乙丙。\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words(body: str, before: str, after: str, becomes: str, end: str):
    head = HEAD
    if end == "\r\n":
        body, becomes, head = (t.replace("\n", end) for t in (body, becomes, head))
    assert put(body, before, after) == becomes
    assert put(body, before, after, head=head) == becomes


def test_a_note_and_its_sign():
    body = "甲乙[^1]丙。\n\n[^1]: 注文。\n"
    assert put(body, "注", "附", "^1") == body.replace("注文", "附文")
    assert put(body, "丙", "丁") == body.replace("丙", "丁")
    with pytest.raises(RefusedError) as refused:
        put(body, "①", "②")
    assert refused.value.diagnostics[0].said.key == "REWRITE.marks"


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("甲乙。", "", "REWRITE.empty"),
        ("甲", "甲\n己", "CONTROL.value"),
        ("甲", "甲\u200e", "CONTROL.value"),
    ],
)
def test_what_cannot_be_is_named(before: str, after: str, key: str):
    with pytest.raises(RefusedError) as refused:
        put("甲乙。\n", before, after)
    assert refused.value.diagnostics[0].said.key == key
    with pytest.raises(RefusedError) as refused:
        set_words(story_text("甲乙。\n", "a.md"), "1", 0, 1, before="乙", after="x")
    assert refused.value.diagnostics[0].said.key == "REWRITE.other-words"
    with pytest.raises(RefusedError):
        set_words(story_text("甲乙。\n", "a.md"), "2", 0, 1, before="乙", after="x")


def test_the_head():
    doc = story_text(HEAD + "正文。\n", "a.md")
    made = set_head(doc, ["title"], "一: 二")
    assert made.text == doc.text.replace("明月当空照 | 繁星堆满天", '"一: 二"')
    made = head_words(doc, "title", -1, before="繁星", after="满城灯")
    assert made.text == doc.text.replace("繁星", "满城灯")
    made = set_head(doc, ["subtitle"], "副")
    assert made.text == doc.text.replace("# 两行题\n", "# 两行题\nsubtitle: 副\n")
    assert set_head(doc, ["byline"], None).text == doc.text.replace('byline: "本报记者：甲"\n', "")
    with pytest.raises(RefusedError):
        set_head(doc, ["titel"], "x")
    made = set_head(story_text("正文。\r\n", "a.md"), ["title"], "a: b")
    assert made.text == '---\r\ntitle: "a: b"\r\n---\r\n\r\n正文。\r\n'
    assert (
        set_head(story_text("---\n---\n正文。\n", "a.md"), ["title"], "x").story.front.title == "x"
    )
    made = set_head(doc, ["notes"], "一\n二")
    assert "notes: |-\n  一\n  二\n" in made.text


def test_source_with_its_marks():
    doc = story_text(HEAD + "甲乙丙。\n\n丁戊。\n", "a.md")
    at = doc.text.index("乙")
    made = set_source(doc, at, at + 1, before="乙", after="**己**")
    assert passage(made, "1").text == "甲己丙。"
    assert [run.voice for run in passage(made, "1").runs] == ["strong"]
    for after in ("乙\n\n", "乙[^1"):
        if "\n" in after:
            with pytest.raises(RefusedError) as refused:
                set_source(doc, at, at + 1, before="乙", after=after)
            assert refused.value.diagnostics[0].said.key == "REWRITE.other-passage"
    at = doc.text.index("甲乙")
    for sign in ("### ", "> ", "- ", "{落款} "):
        with pytest.raises(RefusedError) as refused:
            set_source(doc, at, at + 1, before="甲", after=f"{sign}甲")
        assert refused.value.diagnostics[0].said.key == "REWRITE.mark"
    at = doc.text.index("明月")
    assert "残月" in set_source(doc, at, at + 2, before="明月", after="残月").text


def test_where_a_paragraph_stands():
    doc = story_text(HEAD + "- **甲**乙\n- 丙[丁](https://a.b)\n\n戊\n己。\n", "a.md")
    stretches = [doc.text[slice(*span_of(doc, str(n)))] for n in (1, 2, 3)]
    assert stretches == ["**甲**乙", "丙[丁](https://a.b)", "戊\n己。"]
    assert words_at(doc, doc.text.index("丁")) == ("2", 2)
    assert words_at(doc, 0) is None


def stories() -> list[StoryText]:
    files = sorted(SPECS.glob("*/stories/*.md"))
    return [story_text(f.read_bytes().decode(), f.name) for f in files]


def test_every_character_of_every_story_is_found_in_its_file():
    for doc in stories():
        for _, paragraph in passages(doc.story):
            at = origins(paragraph, doc.text, doc.starts)
            kept = [(n, c) for n, c in zip(at, paragraph.text, strict=True) if n >= 0]
            assert [n for n, _ in kept] == sorted({n for n, _ in kept})
            assert all(doc.text[n] in (c, "\t") for n, c in kept)
            made = [c for n, c in zip(at, paragraph.text, strict=True) if n < 0]
            assert len(made) <= 4 + paragraph.text.count(" ") + 3 * len(paragraph.runs)


WORDS = [
    "新",
    "#头",
    "*星*",
    "- 项",
    "a b",
    "1. 甲",
    "{红} x",
    "[^1]",
    "**",
    "~3",
    "|",
    "> 引",
    "\\",
    "3^2^",
    "",
    ":::",
]


def test_words_by_chance():
    """Whatever is typed in whatever place: it stands there as it was typed, or is refused; no row
    but its own changes, and no end of a row."""
    docs, done, refused = stories(), 0, 0
    for seed in range(400):
        rng = random.Random(seed)
        doc = rng.choice(docs)
        if rng.random() < 0.2:
            doc = doc.again(doc.text.replace("\n", "\r\n"))
        name, paragraph = rng.choice(passages(doc.story))
        text = paragraph.text
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice([0, 1, 2, 5, 20]))
        word = rng.choice(WORDS)
        try:
            made = set_words(doc, name, start, end, before=text[start:end], after=word)
        except RefusedError:
            refused += 1
            continue
        done += 1
        wanted = text[:start] + word + text[end:]
        assert passage(made, name).text.strip() == wanted.strip()
        others = [p.text for n, p in passages(made.story) if n != name]
        assert others == [p.text for n, p in passages(doc.story) if n != name]
        assert rows_changed(doc.text, made.text) <= 1
        assert ("\r\n" in doc.text) == ("\r\n" in made.text)
        assert "\n" not in made.text.replace("\r\n", "") or "\r\n" not in doc.text
    assert refused < done / 20
