"""The first arrangement: everything placed once, nothing over anything, and it builds."""

import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.importer import import_text, write_edition
from layout.importer.arrange import (
    HEADER_LINES,
    STYLE_PT,
    arrange,
    chunk_roles,
    column_count,
    headline,
    split_long,
    text_lines,
)
from layout.importer.model import (
    SourceIndexItem,
    SourcePage,
    SourceParagraph,
    SourceRole,
    SourceStory,
)
from layout.importer.norms import BROADSHEET, NORMS
from layout.importer.plan import Arrangement
from layout.pipeline import compose_page
from layout.record import replace
from layout.workshop import Workshop
from tests.importer.pagetexts import PAGE
from tests.press_texts import PRESS_TEXTS, as_markdown

PARAGRAPHS = [p for paragraphs in PRESS_TEXTS.values() for p in paragraphs]
SHARED = Path(__file__).parents[3] / "shared" / "cases" / "zh-hans-02-keji-wenhua.md"
SOURCE = Path(__file__).parents[2] / "specs" / "zhuzhou-2019-09-20" / "source" / "b1-ocr.md"
HARMLESS = frozenset({"STANDS-IN", "UNDERSET"})


def check(page: SourcePage, plan: Arrangement) -> None:
    """Every block inside the grid, none over another, every story and picture placed once."""
    for one in plan.plans:
        for block in one.blocks:
            assert 1 <= block.cols[0] <= block.cols[1] <= plan.norm.columns
            assert HEADER_LINES < block.lines[0] <= block.lines[1] <= plan.norm.lines
        for a, b in combinations(one.blocks, 2):
            beside = a.cols[1] < b.cols[0] or b.cols[1] < a.cols[0]
            assert beside or a.lines[1] < b.lines[0] or b.lines[1] < a.lines[0]
    blocks = [b for one in plan.plans for b in one.blocks]
    placed = [b.story.file for b in blocks if b.story]
    assert sorted(placed) == sorted(s.file for s in page.stories)
    assert sum(b.picture is not None for b in blocks) == len(page.pictures)
    assert [i for b in blocks for i in b.index] == list(page.index)
    assert [x for b in blocks for x in b.banners if x.role == "main"] == [
        x for x in page.banners if x.role == "main"
    ]


def build(
    source: str, folder: Path, name: str = "p1.md", page_format: str = "broadsheet"
) -> list[str]:
    """Import, write, compose every page; the codes of what was said beyond the harmless."""
    imported = import_text(source.encode(), name=name, page_format=page_format)
    write_edition(imported, folder)
    said: list[str] = []
    for spec in sorted(folder.glob("*.yaml")):
        if spec.name in ("edition.yaml", "headline-sizes.yaml"):
            continue
        assert f"\nformat: {page_format} " in spec.read_text(encoding="utf-8")
        made = compose_page(spec, Workshop())
        assert made.page.runs if hasattr(made.page, "runs") else made.drawable
        said += [str(d) for d in made.diagnostics if d.code not in HARMLESS]
    return said


def long_text(characters: int, stories: int, seed: int) -> str:
    chance = random.Random(seed)
    rows: list[str] = []
    each = characters // stories
    for number in range(stories):
        rows.append(f"## 第{number + 1}组—— 毫厘之间见功夫 方寸之内有乾坤")
        length = 0
        while length < each:
            rows.append(chance.choice(PARAGRAPHS))
            length += len(rows[-1])
    return "\n\n".join(rows)


@pytest.mark.parametrize("seed", range(6))
def test_it_builds(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    source = PAGE + "\n\n" + long_text(chance.randint(500, 9000), chance.randint(1, 7), seed)
    assert build(source, tmp_path) == []


@pytest.mark.parametrize("seed", range(3))
def test_it_builds_as_a_tabloid(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    source = PAGE + "\n\n" + long_text(chance.randint(500, 9000), chance.randint(1, 7), seed)
    assert build(source, tmp_path, page_format="tabloid") == []
    plan = arrange(import_text(source.encode(), name="x.md").page, NORMS["tabloid"])
    check(import_text(source.encode(), name="x.md").page, plan)


def test_a_long_story_goes_on_over_the_pages_of_a_tabloid(tmp_path: Path) -> None:
    assert build(long_text(12000, 2, 3), tmp_path, page_format="tabloid") == []
    assert (tmp_path / "P1-2.yaml").is_file()


def test_the_texts_build_on_one_page(tmp_path: Path) -> None:
    assert build(as_markdown(PRESS_TEXTS), tmp_path) == []
    assert not (tmp_path / "P1-2.yaml").exists()


def test_a_whole_page_of_text_in_one_story(tmp_path: Path) -> None:
    assert build(long_text(9000, 1, 1), tmp_path) == []
    assert not (tmp_path / "P1-2.yaml").exists()


def test_more_than_a_page_goes_on(tmp_path: Path) -> None:
    assert build(long_text(26000, 2, 3), tmp_path) == []
    edition = (tmp_path / "edition.yaml").read_text(encoding="utf-8")
    assert '"P1-2.yaml"' in edition
    assert (tmp_path / "stories/01-第1组-续2.md").is_file()


def test_hard_text_builds(tmp_path: Path) -> None:
    latin = "The quick brown fox（快狐）jumps over 13,500.75 lazy dogs, ISO 12647-3, said “Adobe”. "
    source = (
        f"# {'很长的标题一直写下去' * 6}\n\n## {'副标题也很长' * 8}\n\n"
        f"责任编辑:{' '.join(['甲乙丙'] * 30)}\n\n策划:{' '.join(['丁戊'] * 25)}\n\n"
        f"### {'没有停顿的故事标题' * 7}\n\n{latin * 12}\n\n“‘（《》）’”{'“”' * 60}。\n\n"
        "### 短\n\n短。\n\n### 编者按\n\n短。"
    )
    said = build(source, tmp_path)
    assert [d for d in said if "error" in d] == []


def test_the_text_of_b1_builds(tmp_path: Path) -> None:
    assert build(SOURCE.read_text(encoding="utf-8"), tmp_path, "b1-ocr.md") == []
    assert not list(tmp_path.glob("*-2.yaml"))


@pytest.mark.parametrize("page_format", ["broadsheet", "tabloid"])
def test_a_caption_of_several_lines_builds(page_format: str, tmp_path: Path) -> None:
    caption = "图为印刷车间里的轮转机，" + "纸带从四组印刷单元里穿过，" * 7 + "机长在看。"
    source = f"# 题\n\n机器响了。\n\n![](a.jpg)\n\n{caption}\n\n![](b.jpg)\n\n{caption}"
    assert build(source, tmp_path, page_format=page_format) == []
    assert "caption_lines: " in (tmp_path / "P1.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page_format", ["broadsheet", "tabloid"])
def test_the_text_of_b1_builds_in_both_formats(page_format: str, tmp_path: Path) -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert build(source, tmp_path, "b1-ocr.md", page_format) == []


@pytest.mark.shared
def test_a_text_nobody_here_wrote_builds(tmp_path: Path) -> None:
    if not SHARED.is_file():
        pytest.skip("the shared case ../shared/cases/zh-hans-02-keji-wenhua.md is not there")
    assert build(SHARED.read_text(encoding="utf-8"), tmp_path, SHARED.name) == []
    assert not list(tmp_path.glob("*-2.yaml"))


@pytest.mark.parametrize(
    ("title", "size", "fills"),
    [
        ("开机了", 84.0, False),
        ("滚筒不停墨香长在", 84.0, False),
        ("滚筒不停 墨香长在人间", 84.0, True),
        ("滚筒不停十二版 墨香长在人间", 71.0, True),
        ("凝心聚力谋发展 继往开来谱新篇", 66.0, True),
        ("很长的标题一直写下去一直写下去写到二十个字", 47.0, True),
    ],
)
def test_the_main_headline_is_not_spread(
    title: str, size: float, fills: bool, tmp_path: Path
) -> None:
    imported = import_text(f"# {title}\n\n## 题\n\n他来了。".encode(), name="a1.md")
    plan = arrange(imported.page)
    (block,) = [b for b in plan.plans[0].blocks if b.banners]
    assert plan.sizes.get("main", STYLE_PT["main"]) == size
    assert (block.align == "") is fills
    # A fifth of white over its size, in lines of 11.57 pt.
    assert block.lines[1] - block.lines[0] + 1 == -(-size * 1.2 // BROADSHEET.pitch_pt)
    write_edition(imported, tmp_path)
    made = compose_page(tmp_path / "A1.yaml", Workshop())
    assert [str(d) for d in made.diagnostics if d.code not in HARMLESS] == []


TITLES = st.lists(st.text(alphabet="印刷机 —A", min_size=1, max_size=60), max_size=6)


@settings(max_examples=100, deadline=None)
@given(TITLES, st.integers(0, 40), st.integers(0, 6), st.integers(0, 9))
def test_nothing_overlaps(titles: list[str], blocks: int, pictures: int, items: int) -> None:
    rows = [f"## {t}\n\n" + "\n\n".join(PARAGRAPHS[: blocks % 9]) for t in titles]
    rows += [f"![图{i}](x.jpg)\n\n\n\n图说{i}" for i in range(pictures)]
    rows += ["### 核心提示", *PARAGRAPHS[: blocks % 4]]
    rows += ["### 导读", *(f"- B{i + 1} 标题" for i in range(items))]
    page = import_text("\n\n".join(["# 头", *rows]).encode(), name="x.md").page
    check(page, arrange(page))


def test_a_small_tabloid_of_tiny_stories() -> None:
    source = "\n\n".join(f"## 短讯{i}\n\n报纸到了。" for i in range(200))
    page = import_text(source.encode(), name="x.md").page
    plan = arrange(page)
    check(page, plan)
    assert max(len(p.blocks) for p in plan.plans) <= 100


def test_a_story_is_divided_at_paragraphs() -> None:
    (story,) = import_text(long_text(30000, 1, 2).encode(), name="x.md").page.stories[:1]
    whole = import_text(long_text(30000, 1, 2).encode(), name="x.md").page
    assert len(whole.stories) >= 3
    assert whole.stories[1].notes == f"goes on from {story.file}"
    assert split_long(whole.stories) == whole.stories


def test_a_paragraph_longer_than_a_page_is_told() -> None:
    imported = import_text(("# 题\n\n" + "长" * 20000 + "。").encode(), name="x.md")
    assert [d.code for d in imported.diagnostics if d.severity == "warning"] == ["IMPORT-LONG"]


def story_of(lines: int, measure: float, byline: str = "") -> SourceStory:
    """A story of paragraphs that take one line each."""
    text = "长" * (int(measure) - 2)
    one = SourceParagraph(text=text, start=0, end=len(text))
    return SourceStory(file="a.md", paragraphs=(one,) * lines, byline=byline)


@pytest.mark.parametrize(
    ("rows", "height"),
    [(1, 2), (2, 3), (39, 40), (40, 42), (79, 81), (80, 83), (120, 124)],
)
@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_text_has_a_line_to_spare_and_one_more_for_every_forty(
    rows: int, height: int, count: int
) -> None:
    """`rows` are the lines of each column; one line more than fills them takes a row more."""
    measure = BROADSHEET.measure(count)
    full = story_of(rows * count, measure)
    assert text_lines(full, count, BROADSHEET) == height
    signed = story_of(rows * count - 1, measure, byline="本报记者 张三")
    assert text_lines(signed, count, BROADSHEET) == height
    more = story_of(rows * count + 1, measure)
    assert text_lines(more, count, BROADSHEET) == height + 1 + ((rows + 1) % 40 == 0)


def test_a_short_story_has_fewer_columns() -> None:
    """As many as leave each four lines, three at least."""
    most = BROADSHEET.most_columns
    assert most == 5
    for count in range(3, most + 1):
        assert column_count(story_of(4 * count, 12), BROADSHEET) == count
        assert column_count(story_of(4 * count - 1, 12), BROADSHEET) == max(3, count - 1)
    assert column_count(story_of(1, 12), BROADSHEET) == 3
    assert column_count(story_of(400, 12), BROADSHEET) == most


def titled(**words: str) -> SourceStory:
    return SourceStory(file="a.md", paragraphs=(), **words)


def test_a_headline_has_its_lines_and_one_more() -> None:
    """36 pt and a third of it, 引题 and 副题 with half their size of white."""
    pitch = BROADSHEET.pitch_pt
    for words, high in (
        ({"title": "题"}, 36 * 1.35),
        ({"title": "题", "subtitle": "副"}, 36 * 1.35 + STYLE_PT["subtitle"] * 1.6),
        ({"title": "题", "label": "编者按"}, 36 * 1.35 + 20),
        ({"kicker": "引"}, STYLE_PT["kicker"] * 1.5),
        ({"subtitle": "副"}, STYLE_PT["subtitle"] * 1.6),
    ):
        room = headline(titled(**words), 36, BROADSHEET)
        assert room.lines == -(-high // pitch) + 1, words
        assert (room.beside, room.stack, room.size_pt) == (False, False, 36)
    assert headline(titled(), 36, BROADSHEET).lines == 0


def test_a_kicker_stands_beside_its_title_where_both_fit_in_a_line() -> None:
    """The type area is 999 pt wide; two characters of the title part them."""
    kicker = "引" * 5
    free = (999 - 5 * STYLE_PT["kicker"]) / 36 - 2
    for count, beside in ((int(free), True), (int(free) + 1, False)):
        room = headline(titled(kicker=kicker, title="题" * count), 36, BROADSHEET)
        assert room.beside is beside
        high = 36 * 1.35 + (0 if beside else STYLE_PT["kicker"] * 1.5)
        assert room.lines == -(-high // BROADSHEET.pitch_pt) + 1
    assert not headline(titled(kicker=kicker), 36, BROADSHEET).beside


def test_halves_of_a_couplet_are_stacked_where_they_do_not_fit_side_by_side() -> None:
    """27 characters of 36 pt in 999 pt, one of them between the halves, one to spare."""
    for first, second, stack, size in (
        (12, 12, False, 36),
        (13, 12, False, 35.5),
        (13, 13, True, 36),
    ):
        room = headline(titled(title="上" * first + " | " + "下" * second), 36, BROADSHEET)
        assert (room.stack, room.size_pt) == (stack, size)
        high = size * 1.35 * (2 if stack else 1)
        assert room.lines == -(-high // BROADSHEET.pitch_pt) + 1
    assert not headline(titled(title="上" * 40), 36, BROADSHEET).stack


def test_a_title_too_wide_is_set_smaller_in_half_points() -> None:
    room = headline(titled(title="题" * 30), 36, BROADSHEET)
    assert room.size_pt == int(999 * 0.96 / 31 * 2) / 2
    stacked = headline(titled(title="上" * 30 + " | " + "下" * 20), 36, BROADSHEET)
    assert stacked.size_pt == int(999 * 0.96 / 30 * 2) / 2


@pytest.mark.parametrize(
    ("title", "count", "size"),
    [
        ("题" * 10, 4, 13.0),  # 13.99 pt fit, the size that is usual does
        ("题" * 11, 4, 12.5),  # 139.86 / 11 = 12.71
        ("题" * 16, 4, 8.5),  # 8.74
        ("题" * 3 + " | " + "题" * 11, 4, 12.5),  # in two lines: the wider half
        ("题" * 17, 4, 13.0),  # too wide for two columns: across the page
        ("题" * 100, 5, 8.0),  # 999 × 0.85 / 100 = 8.49
    ],
)
def test_titles_of_the_index_are_as_large_as_the_widest_fits(
    title: str, count: int, size: float
) -> None:
    """In half points: 14 % of 999 pt beside a summary, 85 % across the page."""
    page = import_text("# 题\n\n他来了。".encode(), name="a1.md").page
    index = tuple(
        SourceIndexItem(page=f"A{k}", title=title if k == 2 else "题") for k in range(count)
    )
    sizes = arrange(replace(page, index=index)).sizes
    assert (sizes["index-title"], sizes["index-page"]) == (size, 20.0)


@pytest.mark.parametrize(("ems", "size"), [(66, None), (67, 14.5), (100, 9.5), (400, 6.0)])
def test_a_subtitle_wider_than_the_page_is_set_smaller_down_to_six_points(
    ems: int, size: float | None
) -> None:
    """Of 15 pt, 66 characters fill 990 of 999 pt."""
    page = import_text("# 题\n\n他来了。".encode(), name="a1.md").page
    long = replace(page.stories[0], subtitle="题" * ems)
    assert arrange(replace(page, stories=(long,))).sizes.get("subtitle") == size


def test_functions_share_rows() -> None:
    """A name takes three characters at least and one of white; two stand behind the function."""
    role = SourceRole(role="策划", names=("张三",))  # 2 + 2 + 3 + 1 = 8
    assert [len(row) for row in chunk_roles([role] * 4, 17)] == [2, 2]
    assert [len(row) for row in chunk_roles([role] * 4, 16.9)] == [1, 1, 1, 1]
    assert [len(row) for row in chunk_roles([role] * 4, 3)] == [1, 1, 1, 1]
    assert chunk_roles([], 9) == []
    long = SourceRole(role="策划", names=("欧阳一二", "张三"))  # 2 + 2 + 5 + 4 = 13
    assert [len(row) for row in chunk_roles([long, role], 22)] == [2]
    assert [len(row) for row in chunk_roles([long, role], 21.9)] == [1, 1]
