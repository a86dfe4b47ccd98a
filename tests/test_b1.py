"""Page B1, end to end: what its PDF holds against what its spec and stories say."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from layout.api import ComposedPage, Session
from layout.display.items import GlyphRun, Page
from layout.text.charclass import NOT_AT_END, NOT_AT_START
from layout.text.segment import class_of, tokens
from layout.units import mm
from tests import pdfread

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "specs/zhuzhou-2019-09-20/B1.yaml"
BLANK = re.compile(r"\s+")


@cache
def made() -> tuple[ComposedPage, bytes]:
    page = Session().page(SPEC)
    return page, page.pdf()


@pytest.fixture
def page() -> Page:
    return made()[0].display


def runs(page: Page, node: str = "") -> list[GlyphRun]:
    return [i for i in page.items if isinstance(i, GlyphRun) and i.node.startswith(node)]


def body_runs(page: Page) -> list[list[GlyphRun]]:
    """The runs of each body line."""
    lines: dict[int, list[GlyphRun]] = {}
    for run in runs(page):
        if run.line is not None:
            lines.setdefault(id(run.line), []).append(run)
    return list(lines.values())


def squeeze(text: str) -> str:
    return BLANK.sub("", text.replace("|", ""))


def test_has_no_error_and_one_thing_that_stands_in():
    page, _ = made()
    assert page.good
    assert [d.code for d in page.diagnostics] == ["STANDS-IN"]
    assert page.stands_in == ("assets/park.jpg",)


def test_the_pdf_holds_each_story_once_and_in_reading_order():
    composed, pdf = made()
    extracted = squeeze(pdfread.text(pdf))
    at = -1
    for story in composed.composed.sources.stories:
        if story is None:
            continue
        words = squeeze(story.text)
        assert extracted.count(words) == 1, f"{story.name} is not in the PDF once and whole"
        assert extracted.index(words) > at
        at = extracted.index(words)


ADDED = "B1（示意图，用程序绘制，并非实景）原注："
"""The folio, and what marks the drawn picture and the credit of the print as what they are."""


def test_the_pdf_holds_every_word_of_the_source_text_and_no_other_but_what_is_marked_as_ours():
    """Against the normalised source: headings, credits, caption, 导读 and all stories."""
    _, pdf = made()
    source = (SPEC.parent / "source/b1-ocr.normalised.md").read_text(encoding="utf-8")
    marks = str.maketrans("", "", "#*-【】|")
    lines = [squeeze(line.translate(marks)) for line in source.splitlines()]
    extracted = squeeze(pdfread.text(pdf)).replace("-", "")
    rest = extracted
    for line in sorted((line for line in lines if line), key=len, reverse=True):
        for part in re.split(
            r"(?<=——)|(?=责任编辑)|(?=美术编辑)|(?=校对)|(?=电话)|(?=星期五)", line
        ):
            for piece in re.split(r"^(B[234])", part):
                if piece:
                    assert piece in extracted, f"“{piece}” is not on the page"
                    rest = rest.replace(piece, "", 1)
    assert squeeze(rest) == ADDED, "the page says what the source does not"


def test_glyph_origins_read_back_equal_the_display_list(page: Page):
    """A mark whose box is cut begins in it, a tenth, three or five tenths of an em further on; its
    ink does not."""
    composed, pdf = made()
    catalog = composed.composed.catalog
    back = [c for c in pdfread.chars(pdf) if not c.char.isspace() and c.char != "\u2060"]
    wanted, inks = [], []
    for run in runs(page):
        face = catalog.by_key(run.face)
        for gid, x, cluster in zip(run.glyphs, run.xs, run.clusters, strict=True):
            char = run.text[cluster]
            if not char.isspace():
                wanted.append((char, run.x + x, run.y))
                bearing, *_ = face.ink(gid)
                inks.append(run.x + x + bearing * run.size * run.h_scale / face.upem)
    found: list[tuple[str, float, float, float, float]] = []
    for c in back:  # a joined —— is one glyph and reads back as two characters at one place
        again = found and c.char == found[-1][0] == "—" and abs(c.y - found[-1][2]) < 1e-3
        if again and (len(found) >= len(wanted) or wanted[len(found)][0] != "—"):
            continue
        found.append((c.char, c.x, c.y, c.ink, c.size))
    assert [f[0] for f in found] == [w[0] for w in wanted]
    cut = 0.0
    for (char, x, y, left, size), want, ink in zip(found, wanted, inks, strict=True):
        further = x - want[1]
        if abs(further) >= 0.01:
            assert char in "“‘（《·"
            assert any(abs(further - part * size) < 0.01 for part in (0.1, 0.3, 0.5))
            further = 0.0
            cut += 1
        worst = max(abs(further), abs(y - want[2]))
        assert worst < 0.01, f"{char} is {worst:.4f} pt off"
        assert abs(left - ink) < 0.01 + size / 1000, f"the ink of {char} is {left - ink:.4f} pt off"
    assert cut > 20


def test_every_font_is_an_embedded_subset_with_a_unicode_map():
    _, pdf = made()
    with pikepdf.open(__import__("io").BytesIO(pdf)) as document:
        fonts = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
        type0 = [f for f in fonts if f.get("/Subtype") == "/Type0"]
        assert len(type0) == len({r.face for r in runs(made()[0].display)})
        assert not [
            f
            for f in fonts
            if f.get("/Type") == "/Font"
            and f.get("/Subtype") not in ("/Type0", "/CIDFontType2", "/CIDFontType0")
        ]
        for font in type0:
            assert font.Encoding == "/Identity-H"
            assert "/ToUnicode" in font
            below = font.DescendantFonts[0]
            assert re.match(r"/[A-Z]{6}\+", str(below.BaseFont))
            assert "/FontFile2" in below.FontDescriptor or "/FontFile3" in below.FontDescriptor


def test_boxes_are_true_to_size(page: Page):
    _, pdf = made()
    with pikepdf.open(__import__("io").BytesIO(pdf)) as document:
        trim = [float(v) for v in document.pages[0].TrimBox]
        bleed = [float(v) for v in document.pages[0].BleedBox]
    assert trim[2] - trim[0] == pytest.approx(mm(390), abs=1e-3)
    assert trim[3] - trim[1] == pytest.approx(mm(550), abs=1e-3)
    assert trim[0] - bleed[0] == pytest.approx(mm(3), abs=1e-3)


def test_two_builds_are_the_same_bytes_whatever_the_hash_seed():
    code = (
        "import sys, hashlib; from layout.api import Session; "
        "print(hashlib.sha256(Session().page(sys.argv[1]).pdf()).hexdigest())"
    )
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", code, str(SPEC)],
            env=env,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_no_line_begins_or_ends_against_the_rules(page: Page):
    checked = 0
    for line in body_runs(page):
        text = "".join(r.text for r in line).strip()
        first, last = tokens(text)[0], tokens(text)[-1]
        assert class_of(first) not in NOT_AT_START["gb"], text
        assert class_of(last) not in NOT_AT_END["gb"], text
        checked += 1
    assert checked > 200


def test_body_baselines_stand_on_the_grid(page: Page):
    grid = page.grid
    for line in body_runs(page):
        run = line[0]
        if run.node.partition("#")[0].endswith("核心阅读.md"):
            continue  # its own leading
        row = (run.y - grid.type_area.y - grid.baseline) / grid.pitch
        assert abs(row - round(row)) < 1e-6, run.text


def test_justified_lines_are_flush(page: Page):
    for line in body_runs(page):
        facts = line[0].line
        assert facts is not None
        if not facts.last:
            indent = facts.measure - facts.set
            assert indent == pytest.approx(0, abs=0.02) or indent == pytest.approx(
                2 * line[0].size, abs=0.02
            ), line[0].text


def test_at_most_one_loose_line_in_the_broken_columns(page: Page):
    """The stories at 20 and 21 字; the one before “百日攻坚” cannot be avoided."""
    loose = []
    for line in body_runs(page):
        facts = line[0].line
        assert facts is not None
        story = line[0].node.partition("#")[0]
        if facts.gap_em > 0.05 and any(n in story for n in ("/01-", "/03-", "/04-")):
            loose.append("".join(r.text for r in line))
    assert loose == ["这仅仅是株洲高新区奋战产业项目建设"]


def test_the_cut_of_the_printed_column_falls_where_it_did(page: Page):
    first = next(f for f in page.frames if "/01-" in f.node and f.order == 1)
    inside = [
        "".join(r.text for r in line)
        for line in body_runs(page)
        if "/01-" in line[0].node and line[0].x < first.rect.right - 1
    ]
    assert inside[-1].endswith("奋战产业项目建设")
