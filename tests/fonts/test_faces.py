"""The committed faces are what the manual says of them: coverage, forms, widths, names, hashes."""

from __future__ import annotations

import hashlib
import importlib
import json
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
SERIF = [f"NotoSerifSC-{weight}.ttf" for weight in ("Regular", "SemiBold", "Bold", "Black")]
SANS = [f"NotoSansSC-{weight}.ttf" for weight in ("Regular", "Medium", "Bold", "Black")]
NOTO = SERIF + SANS
KAI = "BanxinKai-Regular.ttf"
ALL = [*NOTO, KAI]
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700, "Black": 900}

# Characters of charset.wanted() that a source does not have. None is required().
NOTO_LACKS = """\
U+0104-010F U+0114-0119 U+011C-0127 U+012C-0142 U+0145-0146 U+0149-014B U+0150-0151 U+0154-0167
U+016E-017F U+0302 U+0308 U+0E3F U+2004-200A U+201B U+201F U+2031 U+2034 U+2044 U+2070 U+2075-207A
U+207F-2089 U+20A4 U+20BD U+2117 U+2153-2154 U+215B-215E U+2252 U+2612 U+2717
"""
KAI_LACKS = """\
U+25A3 U+25D0-25D1 U+260F U+266B U+2E3B U+301A-301B U+FE17-FE18 U+FE34 U+FE49-FE4F U+FFE6
"""
LACKS = dict.fromkeys(NOTO, NOTO_LACKS) | {KAI: KAI_LACKS}

# What LXGW's and Fontworks' licences or trademarks name.
RESERVED = ("lxgw", "霞鹜", "落霞孤鹜", "wenkai", "文楷", "klee", "fontworks", "source")

TURNED = "（，。）—…《"


@pytest.fixture
def charset(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(FONTS))
    return importlib.import_module("charset")


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))
    return found


def opened(file: str) -> TTFont:
    return TTFont(FONTS / file, lazy=True)


def shaped(
    file: str, text: str, *, down: bool = False, **features: bool
) -> list[tuple[int, int, int]]:
    """(glyph, advance, x offset) of each glyph; the advance runs down in vertical text."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / file))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ttb" if down else "ltr"
    buffer.script = "Hani"
    buffer.language = "zh-hans"
    hb.shape(font, buffer, features)
    return [
        (info.codepoint, -place.y_advance if down else place.x_advance, place.x_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def features_of(file: str) -> set[str]:
    font = opened(file)
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return {r.FeatureTag for table in tables for r in table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("file", ALL)
def test_holds_gb2312_and_the_8105_whole(file: str, charset: Any) -> None:
    assert charset.ranges(charset.required() - opened(file).getBestCmap().keys()) == []


@pytest.mark.parametrize("file", ALL)
def test_lacks_exactly_what_is_stated(file: str, charset: Any, manifest: dict[str, Any]) -> None:
    stated = {face["file"]: face["lacks"] for face in manifest["faces"]}
    lacks = charset.ranges(charset.wanted() - opened(file).getBestCmap().keys())
    assert lacks == stated[file] == LACKS[file].split()


@pytest.mark.parametrize("file", ALL)
def test_holds_nothing_else(file: str, charset: Any) -> None:
    assert charset.ranges(opened(file).getBestCmap().keys() - charset.wanted()) == []


def test_manifest_and_folder_agree(manifest: dict[str, Any]) -> None:
    assert [face["file"] for face in manifest["faces"]] == ALL
    assert sorted(path.name for path in FONTS.glob("*.[to]tf")) == sorted(ALL)
    for face in manifest["faces"]:
        data = (FONTS / face["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == face["sha256"], face["file"]
        assert (FONTS / face["licence"]).is_file()
        assert face["roles"]


@pytest.mark.parametrize("file", ALL)
def test_is_a_static_glyf_face_of_a_thousand_units(file: str, manifest: dict[str, Any]) -> None:
    font = opened(file)
    stated = next(face for face in manifest["faces"] if face["file"] == file)
    assert font["head"].unitsPerEm == stated["upem"] == 1000
    assert font["OS/2"].usWeightClass == stated["weight"] == WEIGHTS[file[:-4].split("-")[1]]
    assert font["OS/2"].fsType == 0  # installable embedding: a PDF may carry it
    assert {"glyf", "loca", "BASE", "vhea", "vmtx", "GSUB", "GDEF"} <= set(font.keys())
    assert not {"CFF ", "CFF2", "fvar", "gvar", "STAT", "DSIG", "fpgm", "prep", "cvt "} & set(
        font.keys()
    )


@pytest.mark.parametrize("file", SERIF)
def test_serif_keeps_every_feature(file: str, manifest: dict[str, Any]) -> None:
    assert features_of(file) == set(manifest["features"])


@pytest.mark.parametrize("file", SANS)
def test_sans_keeps_every_feature_its_source_has(file: str, manifest: dict[str, Any]) -> None:
    assert features_of(file) == set(manifest["features"]) - {"chws", "vchw"}


def test_kai_has_vert_and_nothing_else() -> None:
    assert features_of(KAI) == {"vert"}


@pytest.mark.parametrize("file", ALL)
def test_marks_turn_in_vertical_text(file: str) -> None:
    across = {char: shaped(file, char)[0][0] for char in TURNED}
    down = {char: shaped(file, char, down=True)[0] for char in TURNED}
    assert [char for char in TURNED if down[char][0] == across[char]] == []
    assert {down[char][1] for char in TURNED} == {1000}
    assert shaped(file, "中", down=True)[0][0] == shaped(file, "中")[0][0]


def test_kai_turns_the_dash_as_its_source_turns_the_bar() -> None:
    assert shaped(KAI, "—", down=True) == shaped(KAI, "―", down=True)


@pytest.mark.parametrize("file", ALL)
def test_dash_is_one_em_in_simplified_chinese(file: str) -> None:
    assert [advance for _, advance, _ in shaped(file, "—")] == [1000]
    assert sum(advance for _, advance, _ in shaped(file, "——")) == 2000
    assert [advance for _, advance, _ in shaped(file, "……")] == [1000, 1000]


@pytest.mark.parametrize("file", NOTO)
def test_noto_needs_locl_for_that_and_joins_two_dashes(file: str) -> None:
    assert shaped(file, "—", locl=False)[0][1] < 950
    assert len(shaped(file, "——")) == 1


@pytest.mark.parametrize("file", NOTO)
def test_halt_halves_the_stops_and_brackets(file: str) -> None:
    for char in "，。、；：？！）》】”’":
        assert [part[1:] for part in shaped(file, char, halt=True)] == [(500, 0)], char
    for char in "（《【“‘":
        assert [part[1:] for part in shaped(file, char, halt=True)] == [(500, -500)], char
    assert shaped(file, "中", halt=True)[0][1] == 1000


@pytest.mark.parametrize("file", NOTO)
def test_hwid_gives_half_width_ascii(file: str) -> None:
    text = "".join(map(chr, range(0x20, 0x7F)))
    assert {advance for _, advance, _ in shaped(file, text, hwid=True)} == {500}
    assert {advance for _, advance, _ in shaped(file, "0123456789")} != {500}


@pytest.mark.parametrize("file", SERIF)
def test_chws_closes_up_stop_and_bracket(file: str) -> None:
    assert [part[1] for part in shaped(file, "。」（", chws=True)] == [500, 500, 1000]


@pytest.mark.parametrize("file", ALL)
def test_names_are_ours_or_unreserved(file: str) -> None:
    names = opened(file)["name"].names
    shown = [str(record) for record in names if record.nameID in {1, 3, 4, 6, 16}]
    assert len(shown) >= 4
    assert [(text, word) for text in shown for word in RESERVED if word in text.casefold()] == []
    assert {(r.platformID, r.platEncID, r.langID) for r in names} == {(3, 1, 0x409)}


def test_kai_says_whose_work_it_is() -> None:
    name = opened(KAI)["name"]
    assert name.getDebugName(1) == name.getDebugName(16) == "Banxin Kai"
    assert name.getDebugName(6) == "BanxinKai-Regular"
    copyright_record = name.getDebugName(0)
    licence = (FONTS / "OFL-BanxinKai.txt").read_text(encoding="utf-8")
    for holder in ("2021-2023 LXGW", "2020 The Klee Project Authors"):
        assert holder in copyright_record
        assert holder in licence
    assert "SIL Open Font License" in name.getDebugName(13)
    assert "GPL" not in licence


@pytest.mark.parametrize("file", sorted(FONTS.glob("OFL-*.txt")), ids=lambda path: path.name)
def test_licence_texts_are_whole(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
    assert text.startswith(("Copyright", "\ufeffCopyright"))
    assert text.rstrip().endswith("OTHER DEALINGS IN THE FONT SOFTWARE.")
