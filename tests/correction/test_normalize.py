"""Width rules: what they change, what they must not, and the way back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.correction.edits import Change, Draft, DraftPiece
from layout.correction.normalize import normalize, undo

# Few characters, all of which some rule looks at: random text then meets the rules' edges.
NASTY = st.text(
    alphabet="中文字报，。“”‘’…—·（）,.:;!?()-~\"' \t\n\u3000\u200b\uff1109A１２ａ％％%・•⋯―－a",
    max_size=40,
)
ANY = st.text(max_size=60)


def fixed(text: str) -> str:
    return normalize(text).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("那一年,株洲", "那一年，株洲"),
        ("平台(APP)。该平台", "平台（APP）。该平台"),
        ("互联网+,我们", "互联网+，我们"),
        ("“牛鼻子”,产业", "“牛鼻子”，产业"),
        ("“一对一”,“量身”;好!真的?是:", "“一对一”，“量身”；好！真的？是："),
        ("用互联网(Internet), 报纸", "用互联网（Internet），报纸"),
        ("他说:“好”", "他说：“好”"),
        ("机器停了.", "机器停了。"),
        ("印刷机已经停了.工人都下班了.", "印刷机已经停了。工人都下班了。"),
        ("老工人说.“好.”", "老工人说。“好。”"),
        ("等等...还有", "等等……还有"),
        ("等等…还有", "等等……还有"),
        ("等等。。。还有", "等等……还有"),
        ("一件事--印报", "一件事——印报"),
        ("一件事－－印报", "一件事——印报"),
        ("他到株洲工作去了—走了很长一段路", "他到株洲工作去了——走了很长一段路"),
        ("今天的报纸已经印好—工人们正在装车呢", "今天的报纸已经印好——工人们正在装车呢"),
        ('他说"你好"就走', "他说“你好”就走"),
        ("他说'你好'就走", "他说‘你好’就走"),
        ("列夫•托尔斯泰", "列夫·托尔斯泰"),
        ("列夫・托尔斯泰", "列夫·托尔斯泰"),
        ("100~150千克", "100～150千克"),
        ("２０１９年", "2019年"),
        ("１．５米", "1.5米"),
        ("报纸， 印刷", "报纸，印刷"),
        ("用 Typst 排版", "用Typst排版"),
        ("零宽\u200b字", "零宽字"),
    ],
)
def test_changes(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "1,301个、10:30开、1:500的图",
        "173.1亿元，13.5%，2.5米",
        "B1-B4版，3+5+2，22527655",
        "use a, b; and (c): d! e? f...",
        "Dr. Smith said, “hello, world.”",
        "北京—上海",
        "1．第一条，A．甲",
        "原来的清河—株洲班车将保留到年底",
        "正在建设的京港高铁黄冈—九江段完工",
        "……——“”‘’·【】（）《》",
        "“有链强链”“无链建链”",
        "蒂姆.伯纳斯",
        "万维网的发明者蒂姆.伯纳斯来到了印刷厂。",
        "it's a dog's life",
        "http://a.b/c?d=e&f=1,2",
    ],
)
def test_keeps(text: str) -> None:
    assert normalize(text).edits == ()


def test_odd_quote_stays() -> None:
    assert fixed('他说"你好') == '他说"你好'


def test_headings_keep_their_spaces() -> None:
    assert normalize("明月当空照 繁星堆满天,好", spaces=False).text == "明月当空照 繁星堆满天，好"
    assert normalize("电话:22527655 星期五", spaces=False).text == "电话：22527655 星期五"


def test_every_edit_says_rule_and_place() -> None:
    source = "那年,(甲)说:是..."
    result = normalize(source)
    assert [e.rule for e in result.edits] == [
        "W1.comma", "W1.bracket", "W1.bracket", "W1.colon", "E1.ellipsis",
    ]  # fmt: skip
    for edit in result.edits:
        assert source[edit.start : edit.end] == edit.before != edit.after


@settings(max_examples=600)
@given(NASTY | ANY)
def test_idempotent(text: str) -> None:
    once = normalize(text)
    twice = normalize(once.text)
    assert twice.edits == ()
    assert twice.text == once.text


@settings(max_examples=400)
@given(NASTY | ANY)
def test_undo_gives_the_source(text: str) -> None:
    assert undo(normalize(text)) == text


@settings(max_examples=400)
@given(NASTY | ANY)
def test_offset_map_never_decreases(text: str) -> None:
    result = normalize(text)
    offsets = result.offsets()
    forward = [offsets.to_new(i) for i in range(len(text) + 1)]
    back = [offsets.to_old(i) for i in range(len(result.text) + 1)]
    assert forward == sorted(forward)
    assert back == sorted(back)
    assert forward[-1] == len(result.text)
    assert back[-1] == len(text)
    assert all(0 <= v <= len(result.text) for v in forward)


@settings(max_examples=300)
@given(NASTY)
def test_unchanged_characters_map_to_themselves(text: str) -> None:
    result = normalize(text)
    offsets = result.offsets()
    changed = {i for e in result.edits for i in range(e.start, e.end)}
    for i, char in enumerate(text):
        if i not in changed:
            assert result.text[offsets.to_new(i)] == char


@settings(max_examples=300)
@given(NASTY | ANY)
def test_words_are_never_touched(text: str) -> None:
    """Letters, digits' values and Han come through in order, whatever the marks do; a look-alike
    (`layout.text.radicals`) comes through as the character meant."""
    wide = str.maketrans({c: chr(ord(c) - 0xFEE0) for c in map(chr, range(0xFF01, 0xFF5F))})

    def words(value: str) -> str:
        return re.sub(r"[^\w]|_", "", value).translate(wide)

    def meant(char: str) -> str:
        return normalize(char).text if ord(char) >= 0x2E80 and not char.isspace() else char

    assert words(normalize(text).text) == words("".join(map(meant, text)))


def test_undo_refuses_another_text() -> None:
    result = normalize("那年,他")
    broken = type(result)(text="完全不同", edits=result.edits)
    with pytest.raises(ValueError, match="does not fit"):
        broken.undo()


def test_a_change_across_a_seam_keeps_the_seam() -> None:
    source = "甲.|..乙"
    cells = [DraftPiece("甲", 0, 1), DraftPiece(".", 1, 2), DraftPiece("", 2, 3, "J", fixed=True)]
    cells += [DraftPiece(".", 3, 4), DraftPiece(".", 4, 5), DraftPiece("乙", 5, 6)]
    draft = Draft(source, cells)
    draft.apply([Change(1, 4, "……", "E1")])
    result = draft.repair()
    assert result.text == "甲……乙"
    assert result.undo() == source
    assert [e.rule for e in result.edits] == ["E1", "J", "E1"]


def test_a_long_hostile_line_stays_quick() -> None:
    text = "，" + '",' * 20_000 + "中"
    assert undo(normalize(text)) == text
