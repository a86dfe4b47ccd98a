"""What a face calls itself, in old encodings too, and the name it has in a PDF."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from layout.faces.face import Face
from layout.faces.names import POSTSCRIPT, Names, safe
from tests.madefaces import cut_face, named_in
from tests.toyfont import toy_face


@pytest.mark.parametrize(
    ("platform", "encoding", "language", "codec"),
    [
        (3, 3, 0x804, "gbk"),
        (1, 25, 33, "gbk"),
        (1, 0, 33, "gbk"),  # says Mac Roman and holds GBK
        (3, 1, 0x804, "utf-16-be"),
        (0, 3, 0, "utf-16-be"),
    ],
)
def test_a_chinese_name_is_kept_in_any_encoding(
    tmp_path: Path, platform: int, encoding: int, language: int, codec: str
) -> None:
    change = named_in("方正书宋", platform, encoding, language, codec)
    face = Face(cut_face(tmp_path / "FZSS.ttf", "书", change=change))
    assert face.title == "方正书宋"
    assert face.name == "uni65B96B634E665B8B", "a PostScript name is ASCII"


@pytest.mark.parametrize(("codec", "encoding"), [("big5", 4), ("cp932", 2), ("gbk", 3)])
def test_each_old_windows_encoding_is_read(tmp_path: Path, codec: str, encoding: int) -> None:
    change = named_in("明朝", 3, encoding, 0x404, codec)
    assert Face(cut_face(tmp_path / "a.ttf", "书", change=change)).title == "明朝"


def test_a_latin_name_in_gbk_is_the_postscript_name(tmp_path: Path) -> None:
    change = named_in("FZShuSong-Z01", 3, 3, 0x804, "gbk")
    face = Face(cut_face(tmp_path / "a.ttf", "书", change=change))
    assert (face.name, face.title) == ("FZShuSong-Z01", "FZShuSong-Z01")


def test_two_bytes_for_a_latin_letter_are_one_letter(tmp_path: Path) -> None:
    change = named_in("\0F\0Z", 3, 3, 0x804, "latin-1")
    assert Face(cut_face(tmp_path / "a.ttf", "书", change=change)).name == "FZ"


def test_a_file_without_any_name_is_called_as_its_file(tmp_path: Path) -> None:
    face = Face(cut_face(tmp_path / "报宋.ttf", "书", change=named_in("", 3, 1, 0x409, "ascii")))
    assert (face.name, face.title) == ("Face", "报宋")


@pytest.mark.parametrize("name", ["方正书宋_GBK", "a\u202eb", "é"])
def test_a_name_that_is_not_ascii_is_no_postscript_name(name: str) -> None:
    assert safe(name) == ""


def test_a_postscript_name_holds_nothing_that_ends_a_pdf_name() -> None:
    assert safe("My Song/(Bold)<1>[2]{3}%#-") == "MySongBold123"
    assert len(safe("A" * 500)) == 63


def test_damaged_tables_give_what_can_be_read() -> None:
    whole = bytes.fromhex("0000 0001 0012 0003 0001 0409 0006 0002 0000 0041".replace(" ", ""))
    assert Names(whole).of(POSTSCRIPT) == "A"
    for size in range(len(whole)):
        assert Names(whole[:size]).of(POSTSCRIPT) in ("", "A")
    assert Names(b"\0\0\xff\xff\0\6" + bytes(12)).title == ""
    assert Names(b"").title == ""


def variable(path: Path) -> Path:
    """A toy face with an axis of weight, whose default is its hairline."""
    from fontTools.ttLib import TTFont

    font = TTFont(toy_face(path))
    builder = FontBuilder(font=font)
    builder.setupNameTable(
        {
            "familyName": "Toy SC Thin", "styleName": "Regular", "psName": "ToySC-Thin",
            "typographicFamily": "Toy SC",
        }
    )  # fmt: skip
    instances = [
        {"location": {"wght": value}, "stylename": name}
        for value, name in ((100, "Thin"), (500, "Medium"), (900, "Extra Black"))
    ]
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], instances)
    builder.setupGvar({})
    builder.save(path)
    return path


@pytest.mark.parametrize(
    ("instance", "axes", "name", "title"),
    [
        ("Extra Black", None, "ToySC-ExtraBlack", "Toy SC Extra Black"),
        (None, {"wght": 900}, "ToySC-ExtraBlack", "Toy SC Extra Black"),
        (None, {"wght": 850}, "ToySC-wght850", "Toy SC wght850"),
        ("Thin", None, "ToySC-Thin", "Toy SC Thin"),
    ],
)
def test_an_instance_of_a_variable_face_is_named_after_itself(
    tmp_path: Path, instance: str | None, axes: dict[str, float] | None, name: str, title: str
) -> None:
    face = Face(variable(tmp_path / "v.ttf"), instance=instance, axes=axes)
    assert (face.name, face.title) == (name, title)
