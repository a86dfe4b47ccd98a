"""What no line end may part."""

import pytest

from layout.text.bonds import bonds


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("9月20日", ["9月20日"]),
        ("5年", ["5年"]),
        ("15 km", ["5 km"]),  # the figures before it are one token anyway
        ("15 people", []),
        ("（IGBT）", ["（IGBT）"]),
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
