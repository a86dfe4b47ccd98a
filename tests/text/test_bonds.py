"""What no line end may part."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.faces.face import Face
from layout.inline.items import make_items
from layout.text import bonds as module
from layout.text.bonds import Bond, bonds
from layout.text.segment import tokens
from layout.text.shape import Voice
from tests.toyfont import toy_face


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("9月20日", ["9月20日"]),
        ("5年", ["5年"]),
        ("15 km", ["5 km"]),  # the figures before it are one token anyway
        ("15 people", []),
        ("（IGBT）", ["（IGBT）"]),
        ("按GB/T 15834—2011，", ["GB/T 15834—2011"]),
        ("CY/T35-2001和GB 18030—2022", ["CY/T35-2001", "GB 18030—2022"]),
        ("ISO 12647-3:2013的值", ["ISO 12647-3:2013"]),
        ("GB/T 7714.1", ["GB/T 7714.1"]),
        ("NBA 2019赛季", []),
        ("ISBN 978-7-5066", []),
        ("390毫米×550毫米", ["米×"]),
        ("宽，×5", []),
        ("甲×乙", ["甲×"]),
        ("据说××市", []),
        ("误差±几", ["±几"]),
        ("京－沪", ["京－"]),
        ("“3·15”晚会", ["3·15"]),
        ('他说"你好"了', ['"你', '好"']),
        ("说\"OK\",又说'再见'。", ["'再", "见'"]),
        ('it\'s "好"', ['"好', '好"']),
        ("don't说'好'", ["'好", "好'"]),
    ],
)
def test_what_is_kept_together(text: str, kept: list[str]) -> None:
    assert [text[a:b] for a, b, *_ in bonds(text)] == kept


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("11月24日", False),
        ("15 km", False),
        ("（GDP）", False),
        ("３．１４", True),
        ("米×5", True),
        ("9·18", True),
    ],
)
def test_digits_of_one_number_are_never_parted_and_what_belongs_to_it_may_be(
    text: str, wall: bool
) -> None:
    assert [bond.wall for bond in bonds(text)] == [wall]


@pytest.mark.parametrize(
    "text",
    ["9月20日", "15 km", "（GDP）", "9·18", "390毫米×550毫米", '说"你好"', "`词语`", "<词语>"],
)
def test_nothing_but_the_second_sign_of_a_topic_closes_as_if_it_opened(text: str) -> None:
    """# before a figure is № and ends no line; behind a topic it may, as a bracket that closes."""
    assert [bond.closes for bond in bonds(text)].count(False) > 0
    topic = f"{text}，#话题#"
    assert [topic[b.first : b.after] for b in bonds(topic) if b.closes] == ["题#"]


def test_the_part_of_standards_is_compiled_for_a_text_that_may_have_one() -> None:
    """It is a third of the pattern, and a build of a page has mostly none."""
    module._bond.cache_clear()
    assert len(list(bonds("10月1日，GB 18030，达500吨（APP）、LED 2500盏"))) == 2
    assert module._bond.cache_info().currsize == 1
    for text in (
        "GB/T 15834—2011",
        "GB 18030—2022",
        "ISO 12647-3:2013",
        "CY/T 35",
        "IEC 60050:1990",
    ):
        assert [bond[:2] for bond in bonds(text)] == [(0, len(text))]
    assert module._bond.cache_info().currsize == 2


@pytest.mark.parametrize(
    ("bond", "bonded", "walls", "second"),
    [
        (Bond(0, 2), (0,), (), 1250),
        (Bond(0, 2, wall=True), (), (0,), 1250),
        (Bond(0, 2, wall=True, solid=True), (), (0,), 1000),
    ],
)
def test_what_is_kept_on_a_line_keeps_its_white_and_may_be_parted_unless_it_is_said_otherwise(
    tmp_path: Path, bond: Bond, bonded: tuple[int, ...], walls: tuple[int, ...], second: int
) -> None:
    """A quarter of an em between Han and Latin, where a word of both stands on one line."""
    voice = Voice([Face(toy_face(tmp_path / "toy.ttf"))], half_digits=True)
    found = make_items(voice.shape(tokens("卡A座")), bonds=[bond])
    assert (found.bonded, found.walls, found.start[1]) == (bonded, walls, second)


@given(st.text(alphabet="株洲3月9日年·×÷（(Aa)０５％年GB/T15834-2 mm", max_size=24))
def test_the_pattern_without_signs_finds_what_the_whole_one_does(text: str) -> None:
    assert not {"±", "－"} & set(text)
    for standards in (False, True):
        whole = module._bond(standards=standards, signs=True, times=True)
        times = not {"×", "÷"}.isdisjoint(text)
        short = module._bond(standards=standards, signs=False, times=times)
        assert [*map(str, short.finditer(text))] == [*map(str, whole.finditer(text))]
