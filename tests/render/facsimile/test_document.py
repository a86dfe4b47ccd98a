"""The facsimile read back: its text, its fonts, and where each glyph stands."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen

from layout.color import BLACK, WHITE, Color
from layout.display.items import Page
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.faces.woff2 import Look, document_font
from layout.record import replace
from layout.render.base import RenderError, Resources
from layout.render.facsimile import FacsimileBackend
from layout.render.facsimile.spans import SLACK_PT
from layout.render.screen import screen_rgb
from tests import htmlread
from tests.render.facsimile.samples import glyph_runs, toy
from tests.toypage import Faces, page, run

TABLES = {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "name", "post"}
Made = tuple[list[Page], Resources, str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    sheets, resources = toy(tmp_path_factory.mktemp("toy"))
    return sheets, resources, FacsimileBackend().render(sheets, resources).decode("utf-8")


def test_text_is_the_display_lists_in_its_order(made: Made) -> None:
    sheets, _, html = made
    found = htmlread.chars(html)
    assert len(found) == len(sheets) == 2
    for sheet, chars in zip(sheets, found, strict=True):
        assert "".join(c.char for c in chars) == "".join(r.text for r in glyph_runs(sheet))
    assert "&lt;b&gt;A&amp;amp;B&lt;/b&gt;" in re.sub("</?span[^>]*>", "", html)


def test_every_glyph_is_the_one_that_was_composed_and_stands_in_its_place(made: Made) -> None:
    sheets, resources, html = made
    for sheet, chars in zip(sheets, htmlread.chars(html), strict=True):
        left = iter(chars)
        for item in glyph_runs(sheet):
            face = resources.face(item.face)
            ends = (*item.clusters[1:], len(item.text))
            places = item.origins()
            first = 0  # glyph of the cluster at hand
            for at, end in enumerate(ends):
                if end == item.clusters[at]:
                    continue  # drawn with the next glyph, which has the character
                char = next(left)
                assert char.char == item.text[item.clusters[at]]
                assert char.x == pytest.approx(places[at][0], abs=SLACK_PT + 0.002)
                slack = SLACK_PT + 0.002 if item.vertical else 0.001
                assert char.y == pytest.approx(places[at][1], abs=slack)
                assert char.size == item.size
                ink = _ink(face, item.glyphs[at])
                if item.stroke_em:
                    assert char.ink is not None
                    assert ink is not None
                    grown = [b - a for a, b in zip(ink, char.ink, strict=True)]
                    half = item.stroke_em / 2  # to the left and down, to the right and up
                    assert grown == pytest.approx([-half, -half, half, half], abs=0.012)
                elif first == at:
                    assert char.ink == (ink and pytest.approx(ink, abs=0.0006))
                else:
                    assert char.ink is not None
                    assert ink is not None
                    assert char.ink[2] - char.ink[0] > ink[2] - ink[0]
                for more in range(item.clusters[at] + 1, end):
                    char = next(left)
                    assert (char.char, char.ink) == (item.text[more], None)
                first = at + 1
        assert next(left, None) is None


def _ink(face: Face, glyph: int) -> tuple[float, ...] | None:
    pen = BoundsPen(None)
    face.font.draw_glyph_with_pen(glyph, pen)
    return tuple(v / face.upem for v in pen.bounds) if pen.bounds else None


def test_the_reader_sees_a_glyph_out_of_place(made: Made) -> None:
    _, _, html = made
    moved = html.replace("letter-spacing:0.137pt", "letter-spacing:0.537pt")
    assert moved != html
    before, after = (htmlread.chars(text)[0] for text in (html, moved))
    assert max(abs(a.x - b.x) for a, b in zip(before, after, strict=True)) > 0.3


def test_fonts_have_no_layout_tables_and_only_what_is_used(made: Made) -> None:
    sheets, _, html = made
    found = htmlread.fonts(html)
    kinds = {name: set(font.keys()) - TABLES for name, font in found.items()}
    assert {frozenset(kind) for kind in kinds.values()} == {
        frozenset(("glyf", "loca")),
        frozenset(("CFF ",)),
    }
    assert {font.flavor for font in found.values()} == {"woff2"}
    used: dict[str, set[int]] = {}
    for chars in htmlread.chars(html):
        for char in chars:
            used.setdefault(char.family, set()).add(ord(char.char))
    assert {name: set(font.getBestCmap()) for name, font in found.items()} == used
    assert len(sheets) == 2  # whose fonts are shared
    regular = [name for name in found if name.startswith("NotoSerifSC-Regular ")]
    # Five looks of — (joined in a line, in a column, their empty second half, alone in each), and
    # the thickened one.
    assert len(regular) == 6


def test_a_character_with_two_looks_gets_two_fonts(tmp_path: Path) -> None:
    song = Catalog().face("报宋")
    half = run(song, "19", y=70, features={"hwid": True})
    sheet = page(run(song, "2019", y=50), half)
    assert half.glyphs[0] != song.glyph("1")
    html = FacsimileBackend().render([sheet], _resources(tmp_path, song)).decode("utf-8")
    looks = {(c.char, c.family) for c in htmlread.chars(html)[0]}
    assert sorted(char for char, _ in looks) == ["0", "1", "1", "2", "9", "9"]
    assert len(htmlread.fonts(html)) == 2


def test_a_hyphen_at_a_lines_end_is_drawn(tmp_path: Path) -> None:
    song = Catalog().face("报宋")
    line = run(song, "inter-", y=50)
    line = replace(line, text="inter\u00ad")
    html = FacsimileBackend().render([page(line)], _resources(tmp_path, song)).decode("utf-8")
    *_, last = htmlread.chars(html)[0]
    assert (last.char, last.ink is not None) == ("\u2010", True)
    assert "\u00ad" not in html  # browsers draw it only where they break a line themselves


def test_the_file_needs_nothing_beside_it(made: Made) -> None:
    html = made[2]
    assert '<html lang="zh-Hans">' in html
    assert "<title>株洲日报 T1</title>" in html
    assert "<script" not in html
    outside = re.findall(r"""(?:url\(|src="|href="|@import)(.{5})""", html)
    assert set(outside) == {"data:"}
    assert "//" not in re.sub(r"base64,[A-Za-z0-9+/=]*", "", html)


def test_sizes_are_true(made: Made) -> None:
    html = made[2]
    assert "@page p1{size:566.929pt 793.701pt;margin:0;bleed:8.504pt}" in html
    assert ".p2{page:p2;width:425.197pt;height:283.465pt}" in html


def test_colours_are_given_for_screens_and_in_inks(made: Made) -> None:
    html = made[2]
    assert "color:#231f20;color:device-cmyk(0 0 0 1)" in html
    assert "background-color:device-cmyk(0 1 0.9 0)" in html
    assert screen_rgb(WHITE) == (255, 255, 255)
    assert screen_rgb(BLACK) == (35, 31, 32)
    assert screen_rgb(Color(m=100, y=100)) == (237, 28, 36)
    assert screen_rgb(Color(c=30, m=20, y=20, k=40)) < screen_rgb(Color(c=30, m=20, y=20, k=10))


def test_pictures_have_their_text_and_their_crop(made: Made) -> None:
    html = made[2]
    assert 'alt="一幅&quot;图&quot;"' in html
    assert re.search(r'class="window" style="left:270pt;top:460pt;width:80pt;height:80pt"', html)
    assert 'style="left:-40pt;top:0pt;width:160pt;height:80pt"' in html


def test_same_pages_same_bytes(made: Made) -> None:
    sheets, resources, html = made
    assert FacsimileBackend().render(sheets, resources) == html.encode("utf-8")
    script = (
        "import hashlib,sys; from pathlib import Path; "
        "from tests.render.facsimile.samples import toy; "
        "from layout.render.facsimile import FacsimileBackend; "
        "print(hashlib.sha256(FacsimileBackend().render(*toy(Path(sys.argv[1])))).hexdigest())"
    )
    folder = resources.environment.root
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Shanghai", "PYTHONUTF8": "1"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(html.encode("utf-8")).hexdigest()


def test_runs_that_cannot_be_characters_are_refused(tmp_path: Path) -> None:
    song = Catalog().face("报宋")
    good = run(song, "动力谷")
    resources = _resources(tmp_path, song)
    for bad, reason in (
        (replace(good, text="动力\x0b"), r"U\+000B"),
        (replace(good, text="动力\ud800"), r"U\+D800"),
        (replace(good, clusters=(2, 1, 0)), "clusters"),
        (replace(good, text="", clusters=(0, 0, 0)), "no character"),
        (replace(good, face="Nobody@0"), "Nobody@0"),
    ):
        with pytest.raises(RenderError, match=reason):
            FacsimileBackend().render([page(bad)], resources)
    with pytest.raises(RenderError, match="at least one page"):
        FacsimileBackend().render([], resources)


def test_a_run_without_glyphs_draws_nothing(tmp_path: Path) -> None:
    song = Catalog().face("报宋")
    empty = replace(run(song, "动"), glyphs=(), xs=(), clusters=(), text="")
    html = FacsimileBackend().render([page(empty)], _resources(tmp_path, song)).decode("utf-8")
    assert htmlread.chars(html) == [[]]
    assert htmlread.fonts(html) == {}


def test_a_document_font_is_bare_when_asked() -> None:
    song = Catalog().face("报宋")
    looks = {"中": Look(((song.glyph("中"), 0),), 1000), "—": Look((), 500)}
    assert document_font(song, looks, family="X")[:4] == b"wOF2"
    assert document_font(song, looks, family="X", flavor=None)[:4] == b"\x00\x01\x00\x00"


def _resources(folder: Path, *faces: Face) -> Resources:
    from layout.environment import Files

    return Resources.of(Faces(*faces), Files(root=folder))
