"""What a page is given for the programs that read it back: indents as spaces, lines that end a hair
before their edge, and what these programs then make of columns and squeezed marks."""

import re
from pathlib import Path

import pytest

from bench.reading.tools import READERS, Reader
from layout.api import Session
from layout.display.items import GlyphRun
from layout.faces.catalog import Catalog
from layout.faces.face import Face
from layout.lastmade import NEVER
from layout.record import replace
from layout.render.press.cache import Widths
from layout.render.press.content import SLACK_PT, show
from layout.render.press.reading import aids_of
from tests import pdfread
from tests.render.press.conftest import Draw
from tests.render.press.helpers import line, pens
from tests.toypage import cid_keyed, run, toy_font
from tests.typed import near

WIDTHS = {1: 1000, 2: 500}
TEXT = (
    "国他有子到就这，不一到可法要而，个成会们以种大，我上民所一后工、而以为中他要同、了多年"
    "来也生对。大国（有子）到就“这不”一到可法，要而个成会。"
)
PAGE = """\
page: A1
format: tabloid
blocks:
  - {id: a, story: s.md, columns: {count: 3, level: true}, at: {cols: 1-3, lines: 3-20}}
"""


def built(folder: Path, page: str = PAGE, story: str = TEXT) -> tuple[Path, str]:
    """A page of one story in columns; its PDF, and the text of its body."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "banxin.yaml").write_text("", encoding="utf-8")
    (folder / "A1.yaml").write_text(page, encoding="utf-8")
    paragraphs = "\n\n".join([story * 2, story, story[:25] + "。", story * 2])
    (folder / "s.md").write_text(f"---\ntitle: 试\n---\n\n{paragraphs}\n", encoding="utf-8")
    made = Session().page(folder / "A1.yaml")
    out = folder / "A1.pdf"
    made.write_pdf(out)
    return out, paragraphs.replace("\n", "")


@pytest.fixture(params=READERS, ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    found: Reader = request.param
    if not found.version():
        pytest.skip(f"{found.name} is missing and has read nothing ({found.brings})")
    return found


def test_columns_an_em_apart_are_read_one_after_another(tmp_path: Path, reader: Reader) -> None:
    if reader.target is None:
        pytest.skip(f"{reader.name} reads across all columns: docs/readers.md")
    pdf, text = built(tmp_path)
    assert text in re.sub(r"\s", "", reader.read(pdf))


def test_marks_squeezed_to_an_em_are_not_parted(
    tmp_path: Path, reader: Reader, song: Face, draw: Draw
) -> None:
    text = "一二》《三四，（五六）”，七"
    places = [0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8.5, 9, 9.5, 10.5]
    assert len(places) == len(text) + 1
    pdf = tmp_path / "line.pdf"
    pdf.write_bytes(draw(line(song, text, places[:-1], places[-1])))
    (read,) = [found for found in reader.read(pdf).splitlines() if found.strip()]
    assert read.strip() == text


@pytest.mark.parametrize("keys", ["", "initial: 2, "])
def test_no_spaces_stand_between_a_mark_and_its_words(
    tmp_path: Path, reader: Reader, keys: str
) -> None:
    """Those of an indent would lie over the mark of an item, and put it behind its words."""
    if reader.target is None:
        pytest.skip(f"{reader.name} reads across all columns: docs/readers.md")
    items = "".join(f"{mark}短的\n\n" for mark in ("1. ", "- ", "{列表} ①", "{列表} （1）"))
    page = PAGE.replace("columns: {count: 3, level: true}", f"{keys}columns: 1")
    page = page.replace("3-20", "3-70")
    pdf, _ = built(tmp_path, page, f"本市要闻{TEXT}\n\n{items}甲乙")
    read = re.sub(r"[ \n\r\f]", "", reader.read(pdf))
    for words in ("1.短的", "●短的", "①短的", "（1）短的"):
        assert read.replace("\u3000", "").count(words) == 5, words
    assert "本市" in read


def test_an_indent_is_written_as_the_spaces_it_stands_for(tmp_path: Path) -> None:
    pdf, _ = built(tmp_path)
    page = Session().page(tmp_path / "A1.yaml")
    heads = [c for c in pdfread.chars(pdf.read_bytes()) if c.char == "\u3000"]
    runs = [r for r in page.display.items if isinstance(r, GlyphRun) and r.line is not None]
    paragraphs = {run.node: run for run in reversed(runs)}
    assert len(paragraphs) == 4
    assert len(heads) == 2 * len(paragraphs)
    edges = sorted((r.y, r.x - k * r.size) for r in paragraphs.values() for k in (2, 1))
    for char, (y, x) in zip(sorted(heads, key=lambda c: (c.y, c.x)), edges, strict=True):
        assert (char.x, char.y) == (near(x, abs=0.01), near(y, abs=0.01))


def test_no_spaces_where_there_is_no_indent(tmp_path: Path) -> None:
    (tmp_path / "styles.yaml").write_text("styles:\n  body: {indent: 0}\n", encoding="utf-8")
    pdf, _ = built(tmp_path, PAGE.replace("blocks:", "styles: styles.yaml\nblocks:"))
    assert "\u3000" not in [c.char for c in pdfread.chars(pdf.read_bytes())]


def test_the_last_glyph_of_a_line_stands_a_hair_before_its_place() -> None:
    for em in (9.0, 12.5, 36.0):
        for xs in ([0, em, 2 * em], [0, em * 1.037, em * 2.11]):
            shown = show([1, 1, 1], xs, WIDTHS, em, ends=True)
            *others, last = pens(shown, em)
            assert others == pytest.approx(xs[:-1], abs=SLACK_PT)
            assert 0.0003 < xs[-1] - last < 0.0022
    assert show([1], [0], WIDTHS, 9.0, ends=True) == "[<0001>]TJ"


def test_lines_end_where_their_last_run_does(tmp_path: Path) -> None:
    built(tmp_path)
    display = Session().page(tmp_path / "A1.yaml").display
    runs = [r for r in display.items if isinstance(r, GlyphRun)]
    lines = {id(r.line): r for r in runs if r.line is not None}
    widths = Widths(Catalog().face("报宋"))
    parts = aids_of(display, lambda key: widths, NEVER)
    assert frozenset().union(*(p.ends for p in parts)) == {id(r) for r in lines.values()}
    bare = aids_of(replace(display, frames=()), lambda key: widths, NEVER)
    assert not any(part.indents for part in bare)
    assert any(part.indents for part in parts)


def test_a_soft_hyphen_takes_no_letter_with_it(
    tmp_path: Path, reader: Reader, draw: Draw, song: Face
) -> None:
    """HarfBuzz gives it no glyph, so the letter before it stands for both."""
    word = replace(
        run(song, "COVID19", 100, 200, 12), text="COVID\u00ad19", clusters=(0, 1, 2, 3, 4, 6, 7)
    )
    pdf = tmp_path / "soft.pdf"
    pdf.write_bytes(draw(word))
    assert reader.read(pdf).strip() == "COVID19"


@pytest.mark.parametrize("keyed", [False, True])
def test_a_shared_glyph_of_an_own_cff_face_is_read_as_what_was_written(
    tmp_path: Path, reader: Reader, draw: Draw, keyed: bool
) -> None:
    path = toy_font(tmp_path / "toy.otf", cff=True)
    face = Face(cid_keyed(path, {"A": 700, "B": 30000, "C": 40001}) if keyed else path)
    plain = run(face, "ABC", 100, 200, 50)
    pdf = tmp_path / "own.pdf"
    pdf.write_bytes(draw(plain, replace(plain, y=300.0, text="一B⼀"), own=(face,)))
    read = [found.strip() for found in reader.read(pdf).splitlines() if found.strip()]
    assert read == ["ABC", "一B⼀"]
