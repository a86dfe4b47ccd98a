"""Runs resolved to stretches: one face, size and height each, nothing lost, no needless cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from layout.flow.type.voices import HIGH, LOW, SCRIPT_SIZE, StyleStretch, Voices, stretches
from layout.spec.markdown.paragraph import NAMED, Run
from layout.spec.markdown.story import Paragraph, parse_story
from layout.spec.resolve.defaults import TextStyle

BODY = TextStyle(face="报宋", size=10.0)
VOICES = Voices(
    strong=TextStyle(name="strong", face="黑", size=10.0),
    emphasis=TextStyle(name="emphasis", face="楷", size=10.0),
    runin=TextStyle(name="runin", face="细黑", size=11.0),
)
HEIGHTS = {0: "", HIGH: "^", LOW: "~"}


def paragraph(text: str) -> Paragraph:
    (found,) = parse_story(text.encode(), "one.md").paragraphs
    return found


def cut(text: str) -> list[tuple[str, str, int, int, bool]]:
    found = stretches(paragraph(text), BODY, VOICES)
    return [(s.text, s.style.face, s.size, s.rise, s.tied) for s in found]


def faces(text: str) -> list[tuple[str, str]]:
    return [(part, face) for part, face, *_ in cut(text)]


def test_a_plain_paragraph_is_one_stretch() -> None:
    assert list(stretches(paragraph("中文"), BODY, VOICES)) == [
        StyleStretch(text="中文", style=BODY)
    ]


def test_bold_and_emphasis() -> None:
    assert faces("甲**乙**丙*丁*") == [("甲", "报宋"), ("乙", "黑"), ("丙", "报宋"), ("丁", "楷")]


def test_bold_goes_before_emphasis_whichever_stands_outside() -> None:
    assert faces("***甲***") == [("甲", "黑")]
    assert faces("**甲*乙*丙**") == [("甲乙丙", "黑")]
    assert faces("*甲**乙**丙*") == [("甲", "楷"), ("乙", "黑"), ("丙", "楷")]


def test_high_and_low_type_are_tied_to_what_they_stand_beside() -> None:
    assert cut("m^2^和H~2~O") == [
        ("m", "报宋", 1000, 0, False),
        ("2", "报宋", SCRIPT_SIZE, HIGH, True),
        ("和H", "报宋", 1000, 0, False),
        ("2", "报宋", SCRIPT_SIZE, LOW, True),
        ("O", "报宋", 1000, 0, False),
    ]
    assert cut("^14^C")[0] == ("14", "报宋", SCRIPT_SIZE, HIGH, False)  # nothing stands before it
    assert cut("**m^2^**")[1] == ("2", "黑", SCRIPT_SIZE, HIGH, True)


def test_a_link_cuts_nothing() -> None:
    assert faces("甲[乙](https://a.b)丙") == [("甲乙丙", "报宋")]
    assert faces("甲[乙**丙**](https://a.b)**丁**") == [("甲乙", "报宋"), ("丙丁", "黑")]


def test_a_heading_in_the_line_has_its_own_size_also_in_another_face() -> None:
    assert cut("#### 一m^2^*二*\n正文") == [
        ("一m", "细黑", 1100, 0, False),
        ("2", "细黑", 660, 374, True),
        ("二", "楷", 1100, 0, False),
        ("\u3000正文", "报宋", 1000, 0, False),
    ]


marks = st.lists(
    st.sampled_from(["甲", "乙a", "1", "*", "**", "^2^", "~2~", "[", "](https://a.b)", "**丙**"]),
    min_size=1,
    max_size=25,
).map("".join)


@given(marks)
def test_each_character_is_set_as_its_innermost_runs_say(source: str) -> None:
    found = paragraph(source)
    parts = list(stretches(found, BODY, VOICES))
    assert "".join(part.text for part in parts) == found.text
    at = 0
    for part in parts:
        assert part.text
        for offset in range(at, at + len(part.text)):
            held = {run.voice for run in found.runs if run.start <= offset < run.end}
            face = "黑" if "strong" in held else "楷" if "emphasis" in held else "报宋"
            height = "^" if "super" in held else "~" if "sub" in held else ""
            assert (part.style.face, HEIGHTS[part.rise]) == (face, height)
            assert part.size == (SCRIPT_SIZE if height else 1000)
        assert part.tied == (part.rise != 0 and at > 0)
        at += len(part.text)
    for a, b in pairwise(parts):
        assert (a.style, a.size, a.rise) != (b.style, b.size, b.rise)


def test_a_style_by_name_has_its_size_and_width_beside_the_one_it_stands_in() -> None:
    big = TextStyle(name="大", face="黑", size=15.0, h_scale=0.6)
    named = Paragraph(text="甲乙", kind="display", runs=(Run(1, 2, NAMED, "大"),), lines=())
    voices = VOICES._replace(named=(("大", big),))
    assert [(s.size, s.wide) for s in stretches(named, BODY, voices)] == [(1000, 1000), (1500, 600)]
    smaller = TextStyle(face="报宋", size=5.0, h_scale=0.5)
    beside = voices._replace(beside=BODY)
    assert [(s.size, s.wide) for s in stretches(named, smaller, beside)] == [
        (1000, 1000), (1500, 600)
    ]  # fmt: skip
