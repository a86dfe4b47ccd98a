"""B1 against B1 with changes whose truth is known, and pages set anew from changed copy."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from layout.api import Session
from layout.color import Color
from layout.compare.listed import changes
from layout.display.dump import dump
from layout.display.items import (
    Box,
    GlyphRun,
    Item,
    Page,
    Picture,
    Stroke,
)
from layout.display.items import Path as DrawnPath
from layout.display.undump import parse_dump
from layout.record import replace
from layout.units import mm, to_mm
from tests.compare.changed import (
    block_moved,
    item_changed,
    kinds,
    shifted,
    told,
)
from tests.conftest import Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def b1() -> Page:
    return Session().page(ROOT / "specs/zhuzhou-2019-09-20/B1.yaml").display


def runs(page: Page, node: str) -> list[int]:
    return [
        n for n, item in enumerate(page.items)
        if isinstance(item, GlyphRun) and node in item.node and len(item.text) > 4
    ]  # fmt: skip


def test_a_page_is_the_same_as_itself_and_as_its_dump(b1: Page) -> None:
    assert told(b1, b1) == []
    assert told(b1, parse_dump(dump(b1))) == []


def test_a_shift_below_the_tolerance_is_none(b1: Page) -> None:
    small = replace(b1, items=tuple(shifted(i, mm(0.04), -mm(0.03)) for i in b1.items))
    assert told(b1, small) == []
    large = replace(b1, items=tuple(shifted(i, mm(0.06), 0.0) for i in b1.items))
    assert told(b1, large)


@pytest.mark.parametrize("name", ["guide", "projects", "picture", "four-links", "series"])
def test_a_block_that_moved_is_told_once(b1: Page, name: str) -> None:
    found = told(b1, block_moved(b1, name, mm(12.5), -b1.grid.pitch))
    assert kinds(found) == [("block", "moved")]
    assert found[0].block == name
    words = found[0].said.words("en")
    assert "12.50 mm right and 4.08 mm up (1 line)" in words
    assert "右移12.50 mm" in found[0].said.words("zh")
    before, after = found[0].before, found[0].after
    assert before is not None
    assert after is not None
    assert after.rect.x - before.rect.x == pytest.approx(mm(12.5))


def test_two_blocks_that_changed_places(b1: Page) -> None:
    places = {b.id: b.rect for b in b1.blocks}
    one, other = places["guide"], places["brief"]
    dx, dy = other.x - one.x, other.y - one.y
    swapped = block_moved(block_moved(b1, "guide", dx, dy), "brief", -dx, -dy)
    found = told(b1, swapped)
    assert kinds(found) == [("block", "swapped")]
    assert {"guide", "brief"} <= set(dict(found[0].said.values).values())


def test_a_line_that_moved_by_itself(b1: Page) -> None:
    at = runs(b1, "01-产业项目建设.md#p")[3]
    found = told(b1, item_changed(b1, at, lambda i: shifted(i, 0.0, mm(0.3))))
    assert kinds(found) == [("lines", "moved")]
    assert found[0].count == 1
    assert "0.30 mm down" in found[0].said.words("en")
    words = dict(found[0].said.values)["first"]
    assert found[0].said.words("zh").count(str(words)) == 1  # a lone line is named once


def test_a_long_passage_says_how_much_of_it_is_left_out(b1: Page) -> None:
    node = b1.items[runs(b1, "01-产业项目建设.md#p")[9]].node
    kept = tuple(item for item in b1.items if item.node != node)
    (found,) = [c for c in told(b1, replace(b1, items=kept)) if c.kind == "text"]
    assert found.count > 60
    words = found.said.words("zh")
    left = found.count - 60 + words.count("¶")
    assert f"〔略{left}字〕" in words
    assert words.startswith(f"删{found.count}字：")
    assert f"〔{left} left out〕" in found.said.words("en")


def test_glyphs_that_stand_otherwise_in_their_line(b1: Page) -> None:
    at = runs(b1, "01-产业项目建设.md#p")[3]

    def loosened(item: Item) -> Item:
        assert isinstance(item, GlyphRun)
        return replace(item, xs=(*item.xs[:3], *(x + mm(0.2) for x in item.xs[3:])))

    found = told(b1, item_changed(b1, at, loosened))
    assert kinds(found) == [("spacing", "glyphs")]
    assert "0.20 mm" in found[0].said.words("en")


WHOLE = ("new", "gone", "replaced")
CHANGES: dict[str, tuple[Callable[[GlyphRun], GlyphRun], tuple[str, str]]] = {
    "colour": (lambda r: replace(r, color=Color(0, 100, 100, 0)), ("type", "color")),
    "spot": (lambda r: replace(r, color=Color(0, 0, 0, 80, "金", 80)), ("type", "color")),
    "face": (lambda r: replace(r, face="NotoSerifSC-Black@32dea753"), ("type", "face")),
    "size": (lambda r: replace(r, size=r.size + 0.5), ("type", "size")),
    "squeezed": (lambda r: replace(r, h_scale=0.9), ("type", "h_scale")),
    "hollow": (lambda r: replace(r, hollow=True, stroke_em=0.02), ("type", "hollow")),
    "glyph": (lambda r: replace(r, glyphs=(r.glyphs[0] + 1, *r.glyphs[1:])), ("type", "glyph")),
    "word": (lambda r: replace(r, text="新" + r.text[1:]), ("text", "replaced")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_set_otherwise(b1: Page, name: str) -> None:
    change, expected = CHANGES[name]
    at = runs(b1, "04-创新引领.md#p")[2]

    def made(item: Item) -> Item:
        assert isinstance(item, GlyphRun)
        return change(item)

    found = kinds(told(b1, item_changed(b1, at, made)))
    assert expected in found
    if name == "hollow":
        found.remove(("type", "stroke_em"))
    assert found == [expected]


def test_rules_tints_and_pictures(b1: Page) -> None:
    rule = next(n for n, i in enumerate(b1.items) if isinstance(i, Box) and i.node == "header")
    tint = next(n for n, i in enumerate(b1.items) if isinstance(i, Box) and i.role == "tint")
    picture = next(n for n, i in enumerate(b1.items) if isinstance(i, Picture))
    shown = b1.items[picture]
    assert isinstance(shown, Picture)
    gone = replace(b1, items=(*b1.items[:rule], *b1.items[rule + 1 :]))
    assert kinds(told(b1, gone)) == [("shape", "gone")]
    assert kinds(told(gone, b1)) == [("shape", "new")]
    red = item_changed(b1, tint, lambda i: replace(i, fill=Color(0, 60, 60, 0)))
    assert kinds(told(b1, red)) == [("shape", "color")]
    placed = item_changed(b1, rule, lambda i: shifted(i, 0.0, 1.0))
    assert kinds(told(b1, placed)) == [("shape", "placed")]
    crop = item_changed(b1, picture, lambda i: replace(i, crop=(0.1, 0.0, 1.0, 1.0)))
    (one,) = told(b1, crop)
    assert (one.kind, one.what) == ("picture", "crop")
    # A tenth of what is now nine tenths of the picture, as it is printed.
    cut = to_mm(shown.rect.width) / 9
    assert one.said.words("zh").endswith(f" → 裁去左{cut:.1f} mm")
    whole = item_changed(b1, picture, lambda i: replace(i, crop=(0.0, 0.0, 1.0, 1.0)))
    (one,) = told(whole, crop)
    assert f"不裁 → 裁去左{cut:.1f} mm" in one.said.words("zh")
    other = item_changed(b1, picture, lambda i: replace(i, source="assets/other.jpg"))
    assert ("picture", "file") in kinds(told(b1, other))
    round_ = item_changed(b1, picture, lambda i: replace(i, corners=(4.0, 4.0, 4.0, 4.0)))
    assert kinds(told(b1, round_)) == [("picture", "outline")]
    (content,) = changes([b1], [b1], 0.1, lambda one, other, page: False)
    assert kinds(content) == [("picture", "content")]


def test_pages_of_another_size_and_press(b1: Page) -> None:
    found = told(b1, replace(b1, width=b1.width + mm(5), bleed=b1.bleed + mm(1)))
    assert set(kinds(found)) == {("page", "size"), ("page", "bleed")}
    found = told(b1, replace(b1, press=replace(b1.press, pdfx="x1a")))
    assert kinds(found) == [("page", "pdfx")]
    assert told(b1, replace(b1, items=b1.items[::-1]))


@pytest.mark.parametrize("seed", range(6))
def test_no_change_of_an_item_is_missed(b1: Page, seed: int) -> None:
    """One item at random, one of its values at random, beyond the tolerance: it is told, on the
    page's own block, and nothing is told of the others."""
    chance = random.Random(seed)
    for _ in range(12):
        at = chance.randrange(len(b1.items))
        item = b1.items[at]
        way = mm(chance.choice((-1, 1)) * chance.uniform(0.07, 30))
        if isinstance(item, GlyphRun) and chance.random() < 0.5:
            k = chance.randrange(len(item.xs))
            made: Item = replace(item, xs=tuple(x + way * (n == k) for n, x in enumerate(item.xs)))
        elif isinstance(item, Stroke):
            made = replace(item, width=item.width + abs(way))
        elif isinstance(item, DrawnPath) and chance.random() < 0.5:
            made = replace(item, filled=not item.filled)
        else:
            made = shifted(item, way * chance.choice((0, 1)), way)
        found = told(b1, item_changed(b1, at, lambda _, made=made: made))  # type: ignore[misc]
        assert found, (seed, at, item)
        assert len(found) <= 2, (kinds(found), item)


def place_of_lines(page: Page) -> dict[str, tuple[float, float]]:
    """The lines whose words stand once on a page, and where: an oracle that knows no blocks."""
    found = [(i.text, (i.x, i.y)) for i in page.items if isinstance(i, GlyphRun)]
    once = Counter(text for text, _ in found)
    return {text: place for text, place in found if once[text] == 1}


def test_a_paragraph_shortened_so_that_the_rest_moves_up(project: Project) -> None:
    session = Session()
    head = "---\ntitle: 河边的早市\n---\n\n"
    body = ["".join(f"{n}{m}号摊卖{n}斤菜。" for m in "甲乙丙丁戊己庚") for n in "一二三"]
    project.write("stories/two.md", head + "\n\n".join(body))
    before = session.page(project.spec).display
    last, body[0] = body[0][-30:], body[0][:-30]
    project.write("stories/two.md", head + "\n\n".join(body))
    after = session.page(project.spec).display
    found = told(before, after)
    one, other = place_of_lines(before), place_of_lines(after)
    kept = [text for text in one if text in other and one[text] != other[text]]
    lines = [c for c in found if c.kind == "lines" and c.what in ("moved", "column")]
    assert sum(c.count for c in lines) == len(kept) > 3
    assert len(lines) <= 4  # told together, and not line by line
    (text,) = [c for c in found if c.kind == "text"]
    assert text.what == "gone"
    assert str(text.said["old"]) == last
    assert not any(c.kind in ("type", "shape", "picture", "block") for c in found)


def test_paragraphs_that_changed_places_are_no_loss(project: Project) -> None:
    session = Session()
    head = "---\ntitle: 河边的早市\n---\n\n"
    body = ["卖菜的老周说，从前只有三五个摊。", "天亮以前灯火一盏一盏地亮起来。", "傍晚才收摊。"]
    project.write("stories/two.md", head + "\n\n".join(body))
    before = session.page(project.spec).display
    project.write("stories/two.md", head + "\n\n".join([body[1], body[0], body[2]]))
    found = told(before, session.page(project.spec).display)
    assert [c.what for c in found if c.kind == "text"] == ["moved"]


def test_words_are_told_as_a_reader_names_them(project: Project) -> None:
    session = Session()
    project.write(
        "stories/two.md", "---\ntitle: 早市\n---\n\n2019年的早市有四十年了 OK。\n\n散。\n"
    )
    before = session.page(project.spec).display

    def changed(text: str) -> list[tuple[str, ...]]:
        project.write("stories/two.md", f"---\ntitle: 早市\n---\n\n{text}\n")
        found = told(before, session.page(project.spec).display)
        return [
            (c.what, *(str(c.said[k]) if c.what in WHOLE else "" for k in ("old", "new")))
            for c in found if c.kind == "text"
        ]  # fmt: skip

    assert changed("2020年的早市有四十年了 OK。\n\n散。") == [("replaced", "2019", "2020")]
    assert changed("2019年的早市有八年多了 OK。\n\n散。") == [("replaced", "四十年", "八年多")]
    assert changed("2019年的早市四十年了 OK。\n\n散。") == [("gone", "有", "")]
    assert changed("2019年的早市有四十年了 OK。散。") == [("joined", "", "")]
    assert changed("2019年的早市有\n\n四十年了 OK。\n\n散。") == [("parted", "", "")]
    assert changed("2019年的早市有四十年了 OK。\n\n散。") == []


def test_an_edition_where_a_story_goes_on_elsewhere(b1: Page) -> None:
    """A block on another page is one that moved there, with its lines."""
    other = replace(b1, name="B9", items=(), frames=(), blocks=(), fits=())
    block = next(b for b in b1.blocks if b.id == "projects")
    own = [i for i in b1.items if i.node.partition("#")[0] in (block.node, block.id)]
    frames = tuple(f for f in b1.frames if f.block == "projects")
    fits = tuple(f for f in b1.fits if f.block == "projects")
    rest = replace(
        b1,
        items=tuple(i for i in b1.items if i not in own),
        frames=tuple(f for f in b1.frames if f not in frames),
        blocks=tuple(b for b in b1.blocks if b != block),
        fits=tuple(f for f in b1.fits if f not in fits),
    )
    there = replace(other, items=tuple(own), frames=frames, blocks=(block,), fits=fits)
    found = changes([b1, other], [rest, there], mm(0.05), lambda one, other, page: True)
    assert kinds(found[0]) == []
    assert kinds(found[1]) == [("block", "page")]
    assert "from page B1 to page B9" in found[1][0].said.words("en")


def test_words_that_ran_over_are_not_told_as_taken_out(project: Project) -> None:
    rows = "".join(f"第{k}件事写在这里。" for k in range(100, 130))
    project.write("stories/one.md", f"---\ntitle: 题\n---\n\n{rows}\n")
    whole = Session().page(project.spec).display
    project.change("T1.yaml", "lines: 5-40", "lines: 5-14")
    project.change("stories/one.md", "第101件事", "第101件新事")
    short = Session().page(project.spec).display
    (fit,) = [one for one in short.fits if one.over_characters]

    def texts(a: Page, b: Page) -> dict[str, int]:
        return {c.what: c.count for c in told(a, b) if c.kind == "text"}

    gone, back = texts(whole, short), texts(short, whole)
    assert set(gone) == {"new", "over"}
    assert set(back) == {"gone", "fits"}
    assert (gone["new"], back["gone"]) == (1, 1)
    (one,) = [c for c in told(whole, short) if c.what == "over"]
    assert one.said["over"] == fit.over_characters
    assert one.said["count"] == pytest.approx(fit.over_characters, abs=2)
    # Where nothing is over, words that are gone at the end were taken out.
    fits = replace(short, fits=tuple([replace(f, over_characters=0) for f in short.fits]))
    assert set(texts(whole, fits)) == {"new", "gone"}
    # Of a text that goes on on another page nothing is over.
    on = replace(short, fits=tuple([replace(f, jumps="B2") for f in short.fits]))
    assert set(texts(whole, on)) == {"new", "gone"}


def test_a_headline_over_what_goes_on_is_no_text_that_moved(b1: Page) -> None:
    """Two lines of a story go from the page on which it goes on to that on which it begins: what
    stands over the rest stays where it is."""
    block = next(b for b in b1.blocks if b.id == "projects")
    own = [i for i in b1.items if i.node.partition("#")[0] == block.node]
    head = next(i for i in own if isinstance(i, GlyphRun) and i.node.endswith("#title"))
    again = replace(
        head, text="八个字以上的转版标题", clusters=tuple(range(10)), glyphs=head.glyphs[:1] * 10,
        xs=tuple(head.size * n for n in range(10)),
    )  # fmt: skip
    body = [i for i in own if isinstance(i, GlyphRun) and "#p" in i.node]
    on = replace(block, id="projects-on")

    def pages(lines: int) -> list[Page]:
        first, rest = tuple(body[:lines]), tuple(body[lines:])
        frames = tuple(f for f in b1.frames if f.block == "projects")
        return [
            replace(b1, items=(head, *first), blocks=(block,), frames=frames, fits=()),
            replace(
                b1, name="B9", items=(again, *rest), blocks=(on,), fits=(),
                frames=tuple(replace(f, block=on.id) for f in frames),
            ),
        ]  # fmt: skip

    found = changes(pages(40), pages(44), mm(0.05), lambda one, other, page: True)
    assert {kind for page in found for kind, _ in kinds(page)} == {"lines"}
