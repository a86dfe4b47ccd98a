"""Bytes to text: encodings named, unseen characters found with their place."""

import pytest

from layout.spec.reader.chars import decode, forbidden
from layout.words.said import said
from tests.spec.helpers import codes, faults_of, where


def test_a_byte_order_mark_is_taken_off_and_line_ends_stay() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb", "t") == "a\r\nb"


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("标题".encode("utf-16"), (1, 1), "UTF-16"),
        ("a\n标题: 壮丽".encode("gbk"), (2, 1), "GBK"),
        ("a: 标题".encode()[:-1], (1, 5), "cut inside a character"),
        (b"ab\r\ncd\xff\xff", (2, 3), "damaged"),
        (b"ab\rcd\rx\xff\xff", (3, 2), "0xFF"),
    ],
)
def test_another_encoding_is_named_with_its_place(
    data: bytes, place: tuple[int, int], words: str
) -> None:
    (found,) = faults_of(decode, data, "t")
    assert found.code == "ENCODING"
    assert where(found) == place
    assert words in found.message
    assert "UTF-8" in found.message


@pytest.mark.parametrize(
    "char", ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "\uffff"]
)
def test_an_unseen_character_is_named_with_its_place(char: str) -> None:
    (found,) = faults_of(decode, f"甲\n乙丙{char}丁".encode(), "t")
    assert found.code == "CONTROL"
    assert where(found) == (2, 3)
    assert f"U+{ord(char):04X}" in found.message


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00[Content_Types].xml\xff\xfe word/document.xml", "Word file (.docx)"),
        (b"PK\x03\x04\x14\x00[Content_Types].xml xl/workbook.xml", "Excel"),
        (b"PK\x03\x04\x14\x00a.md", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", ".doc, .wps"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"{\\rtf1\\ansi", ".rtf"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00", "JPEG"),
    ],
)
def test_a_file_that_is_no_text_is_named(data: bytes, name: str) -> None:
    (found,) = faults_of(decode, data, "a.md")
    assert (found.code, where(found)) == ("NOT-TEXT", (1, 1))
    assert name in found.message
    way = "part.import-it" if "Word file" in name else "part.save-as-text"
    assert found.said["hint"] == said(way)


def test_a_text_that_speaks_of_such_files_is_one() -> None:
    assert decode(b"the %PDF- of PK\x03".replace(b"\x03", b"3"), "t") == "the %PDF- of PK3"


def test_utf16_without_a_mark_is_guessed_at() -> None:
    (found,) = faults_of(decode, "page: A".encode("utf-16-le"), "t")
    assert codes([found]) == ["CONTROL"]
    assert found.said["hint"] == said("part.looks-like-utf-16")


@pytest.mark.parametrize(
    "text", ["壮丽70年　奋斗", "a\u00a0b", "𠮷", "\U00031350", "e\u0301", "👩‍🚀"]
)
def test_what_print_needs_may_stand(text: str) -> None:
    assert decode(text.encode(), "t") == text
    assert not forbidden(text)


def test_line_ends_may_stand_only_where_lines_do() -> None:
    assert str(forbidden("a\nb")) == "a line end"
    assert str(forbidden("a\tb")) == "a tab"
    assert not forbidden("a\n\tb", lines=True)
