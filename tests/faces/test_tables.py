"""A font file that is not whole is refused before it can lose a character."""

import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from layout.faces.catalog import bundled_folder
from layout.faces.face import Face, FaceError
from layout.faces.tables import REQUIRED, read_directory
from layout.pipeline import compose_page
from layout.workshop import Workshop
from tests.conftest import Project
from tests.toyfont import toy_face
from tests.toypage import toy_font

BOLD = bundled_folder() / "NotoSansSC-Bold.ttf"


@pytest.mark.parametrize("path", sorted(bundled_folder().glob("*.ttf")), ids=lambda p: p.stem)
def test_every_bundled_face_is_whole(path: Path) -> None:
    found = read_directory(path, 0)
    assert set(REQUIRED) <= set(found.tables)
    assert found.size == path.stat().st_size


@pytest.mark.parametrize("cff", [False, True])
def test_a_file_cut_anywhere_is_refused(tmp_path: Path, *, cff: bool) -> None:
    data = toy_font(tmp_path / "whole.ttf", cff=cff).read_bytes()
    whole = read_directory(tmp_path / "whole.ttf", 0)
    end = max(offset + length for offset, length in whole.tables.values())
    cut = tmp_path / "cut.ttf"
    for size in range(4, end):
        cut.write_bytes(data[:size])
        with pytest.raises(FaceError, match=r"cut\.ttf is damaged"):
            Face(cut)
    cut.write_bytes(data[:end])
    assert Face(cut).has("A")


@pytest.mark.parametrize("tag", [*REQUIRED, "loca"])
def test_a_table_that_is_missing_is_named(tmp_path: Path, tag: str) -> None:
    path = toy_font(tmp_path / "t.ttf")
    path.write_bytes(path.read_bytes().replace(tag.encode(), b"xxxx", 1))
    with pytest.raises(FaceError, match=f"no table {tag}"):
        Face(path)


@pytest.mark.parametrize("entry", [-2, -1])
def test_outlines_outside_their_table_are_refused(tmp_path: Path, entry: int) -> None:
    path = toy_face(tmp_path / "t.ttf")
    font = TTFont(path)
    glyphs, wide = font["maxp"].numGlyphs, font["head"].indexToLocFormat
    start, _ = read_directory(path, 0).tables["loca"]
    each = 4 if wide else 2
    data = bytearray(path.read_bytes())
    at = start + (glyphs + 1 + entry) * each
    data[at : at + each] = struct.pack(">I" if wide else ">H", 0xFFF0)
    path.write_bytes(data)
    with pytest.raises(FaceError, match="loca"):
        Face(path)


def test_a_collection_is_looked_at_face_by_face(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(toy_font(tmp_path / "a.ttf")), TTFont(toy_face(tmp_path / "b.ttf"))]
    path = tmp_path / "two.ttc"
    collection.save(path)
    assert Face(path, index=0).has("A")
    assert Face(path, index=1).has("中")
    with pytest.raises(FaceError, match="no face number 2"):
        Face(path, index=2)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(FaceError, match="damaged or cut short"):
        Face(path, index=1)


def own_face(project: Project, data: bytes) -> None:
    project.path("g.ttf").write_bytes(data)
    project.write("styles.yaml", "faces: {仿宋: g.ttf}\nstyles:\n  body: {face: 仿宋}\n")


@pytest.mark.parametrize("size", [100_000, 500_000])
def test_a_face_cut_short_stops_the_page_at_its_place(project: Project, size: int) -> None:
    own_face(project, BOLD.read_bytes()[:size])
    with pytest.raises(Exception, match="damaged or cut short") as caught:
        compose_page(project.spec, Workshop())
    assert "styles.yaml:1:13: error: faces.仿宋: g.ttf is damaged" in str(caught.value)
    assert "[FACE]" in str(caught.value)


def test_a_face_without_any_character_of_the_text_is_told(project: Project) -> None:
    own_face(project, toy_font(project.path("toy.ttf")).read_bytes())  # A, B and C
    found = [
        d for d in compose_page(project.spec, Workshop()).diagnostics if d.code == "FACE-EMPTY"
    ]
    assert [str(d.where) for d in found] == ["styles.yaml:1:13"]
    own_face(project, BOLD.read_bytes())
    codes = {d.code for d in compose_page(project.spec, Workshop()).diagnostics}
    assert "FACE-EMPTY" not in codes
