"""The import as one call: what is recognised, what is logged, and the way back to the bytes."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.importer import Imported, import_text
from layout.importer.decode import MAX_BYTES
from layout.importer.log import log_lines, undo_log
from tests.importer.pagetexts import PAGE
from tests.press_texts import PRESS_TEXTS, as_markdown

EDITION = Path(__file__).parents[2] / "specs" / "zhuzhou-2019-09-20"
SOURCE = EDITION / "source" / "b1-ocr.md"


def undone(imported: Imported) -> bytes:
    log = log_lines(imported.text, imported.repair.text, imported.log)
    return undo_log(imported.repair.text.encode(), log)


def on_the_page(imported: Imported) -> str:
    """Every word that will be set, from the page and not from the normalised text."""
    page = imported.page
    words = [b.text for b in page.banners]
    for story in page.stories:
        words += [story.label, story.kicker, story.title, story.subtitle, story.byline]
        words += [p.text for p in story.paragraphs]
    words += [w for p in page.pictures for w in (p.caption, p.credit)]
    words += [*page.credits, page.index_label, *page.header_rest, page.facts.paper]
    words += [w for i in page.index for w in (i.page, i.title)]
    for role in (*page.facts.staff, *page.facts.credits):
        words += [role.role, *role.names]
    return "".join(words)


class TestPage:
    page = import_text(PAGE.encode(), name="a1-test.md").page

    def test_facts(self) -> None:
        facts = self.page.facts
        assert (facts.date, facts.weekday, facts.phone) == ("2021-05-04", "星期二", "12345678")
        assert [(r.role, r.names) for r in facts.staff] == [
            ("责任编辑", ("甲一",)),
            ("美术编辑", ("乙二",)),
        ]
        assert [(r.role, r.names) for r in facts.credits] == [("策划", ("丙三", "丁四五"))]
        assert facts.paper == ""

    def test_the_page_is_named_after_the_file(self) -> None:
        assert self.page.name == "A1"

    def test_banners(self) -> None:
        assert [(b.role, b.text) for b in self.page.banners] == [
            ("series", "百年印刷 | 匠心传承"),
            ("series-sub", "车间里的报纸·印刷篇"),
            ("main", "滚筒不停 | 墨香长在"),
        ]

    def test_stories(self) -> None:
        brief, first, small, second = self.page.stories
        assert (brief.label, brief.title, len(brief.paragraphs)) == ("核心提示", "", 2)
        assert (first.kicker, first.title) == (
            "制版车间——",
            "毫厘之间见功夫 | 方寸之内有乾坤",
        )
        assert first.paragraphs[0].text.startswith(
            "版面拼好以后，并不会马上送进印刷机。校样先要出两遍："
        )
        assert first.paragraphs[0].cuts == (24,)
        assert small.title == "细活"
        assert (second.kicker, second.title) == (
            "印刷车间——",
            "纸带飞驰一百里 | 墨色均匀八万张",
        )
        assert second.subtitle == "——印报工人的一夜"
        assert second.byline == "本报记者 甲一"
        assert second.paragraphs[0].text == (
            "凌晨1点20分，最后一块版挂上滚筒，共印1,301份。老师傅说：“听声音就知道哪一组不对劲。”"
        )

    def test_files(self) -> None:
        assert [s.file for s in self.page.stories] == [
            "stories/核心提示.md",
            "stories/01-制版车间.md",
            "stories/02-细活.md",
            "stories/03-印刷车间.md",
        ]

    def test_picture_and_index(self) -> None:
        (picture,) = self.page.pictures
        assert (picture.caption, picture.credit) == ("轮转印刷机", "本版图片由印刷厂提供")
        assert self.page.index_label == "导读"
        assert [(i.page, i.title) for i in self.page.index] == [
            ("A2", "纸从哪里来 | 墨往何处去"),
            ("A3", "检样台前"),
        ]


def test_small_headings_stay_in_their_story() -> None:
    rows = [
        "## 一夜",
        "他来了。",
        "### 开机",
        "机器响了。",
        "### 停机",
        "机器停了。",
        "## 次日",
        "到了。",
    ]
    text = "\n\n".join(rows)
    stories = import_text(text.encode(), name="x.md").page.stories
    assert [s.title for s in stories] == ["一夜", "次日"]
    assert [(p.text, p.subhead) for p in stories[0].paragraphs] == [
        ("他来了。", False), ("开机", True), ("机器响了。", False), ("停机", True),
        ("机器停了。", False),
    ]  # fmt: skip


def test_a_text_without_marks_of_headings() -> None:
    page = import_text("印报人的一夜\n\n凌晨一点，机长按下了铃。".encode(), name="x.md").page
    assert [(s.title, len(s.paragraphs)) for s in page.stories] == [("印报人的一夜", 1)]


def test_where_the_page_number_comes_from() -> None:
    body = "# 题\n\n他来了。"
    assert import_text(body.encode(), name="x.md", page="C7").page.name == "C7"
    assert import_text(body.encode(), name="dir/c3_scan.md").page.name == "C3"
    assert import_text(body.encode(), name="scan.md").page.name == "P1"
    assert import_text(f"第A05版\n\n{body}".encode(), name="scan.md").page.name == "A05"
    assert import_text(f"12\n\n{body}".encode(), name="c3_scan.md").page.name == "C3"
    assert import_text(f"12\n\n{body}".encode(), name="scan.md").page.name == "12"


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("A3 2021年5月6日 星期四", "A3"),
        ("2021年5月6日 星期四 B12", "B12"),
        ("2021年5月6日　星期四　第3版", "3"),
        ("03版 2021年5月6日星期四", "03"),
        ("2021年5月6日星期四第十二版", "12"),
        ("Ａ４ | 2021年5月6日 星期四 电话:22527655", "A4"),
    ],
)
def test_the_pages_name_beside_the_date(line: str, page: str) -> None:
    text = f"{line}\n责任编辑:甲一\n\n# 题\n\n他来了。"
    imported = import_text(text.encode(), name="b7-scan.md")
    assert (imported.page.name, imported.page.header_rest) == (page, ())
    facts = imported.page.facts
    assert (facts.date, facts.weekday) == ("2021-05-06", "星期四")
    assert [str(e.note) for e in imported.log if e.rule == "N1.page"] == [
        f"the page is {page}, as the header says beside the date; "
        "the file's name b7-scan.md says B7"
    ]
    told = import_text(text.encode(), name="x.md", page="C2")
    assert told.page.name == "C2"
    assert f"the header's line says {page}" in str(told.log[0].note)
    assert told.page.header_rest == ()


def test_other_words_of_a_header_line_stay() -> None:
    text = "第3版 要闻 2021年5月6日 星期四\n\n# 题\n\n他来了。"
    page = import_text(text.encode(), name="x.md").page
    assert (page.name, page.header_rest) == ("3", ("要闻",))


@pytest.mark.parametrize("words", ["今日8版", "共16版", "A4纸张", "3", "V2.0"])
def test_what_is_no_pages_name(words: str) -> None:
    text = f"2021年5月6日 星期四 {words}\n\n# 题\n\n他来了。"
    page = import_text(text.encode(), name="x.md").page
    assert (page.name, page.header_rest) == ("P1", (words,))


LABELS = ["# 导读", "## 【导读】", "**今日导读**", "导读", "【导读】", "本期导读：", "■ 导 读"]


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "shape", ["· {} {}", "{} {}", "1. {}版 {}", "▶{} {}", "- {}. {}", "【{}】{}", "第{}版：{}"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_guide(label: str, shape: str, gap: str) -> None:
    items = [("A4", "纸从哪里来 墨往何处去"), ("B2", "检样台前，灯还亮着"), ("A6", "2019年的报纸")]
    rows = gap.join([label, *(shape.format(*item) for item in items)])
    text = f"# 开机\n\n机器响了。\n\n{rows}\n\n# 停机\n\n机器停了。"
    page = import_text(text.encode(), name="x.md").page
    assert page.index_label in ("导读", "今日导读", "本期导读")
    assert [(i.page, i.title.replace(" | ", " ")) for i in page.index] == items
    assert [[p.text for p in s.paragraphs] for s in page.stories] == [
        ["机器响了。"],
        ["机器停了。"],
    ]


def test_a_guide_inside_a_story_does_not_end_it() -> None:
    text = "# 开机\n\n机器响了。\n\n**导读**\n\nA4 纸从哪里来\n\n报纸送到了千家万户。"
    page = import_text(text.encode(), name="x.md").page
    assert [i.page for i in page.index] == ["A4"]
    assert [[p.text for p in s.paragraphs] for s in page.stories] == [
        ["机器响了。", "报纸送到了千家万户。"]
    ]


@pytest.mark.parametrize(
    ("rows", "pictures"),
    [
        (["!", "图为车间里的轮转机。 张三 摄"], [("图为车间里的轮转机。", "张三 摄")]),
        (["图为车间里的轮转机 张三 摄", "!"], [("图为车间里的轮转机", "张三 摄")]),
        (["!", "图为夜班，机长在检样。新华社发"], [("图为夜班，机长在检样。", "新华社发")]),
        (["!", "轮转印刷机", "（张三 摄）"], [("轮转印刷机", "张三 摄")]),
        (["!", "（张三 摄）", "轮转印刷机"], [("轮转印刷机", "张三 摄")]),
        (["（张三 摄）", "!"], [("", "张三 摄")]),
        (["!", "本报记者 张三 摄"], [("", "本报记者 张三 摄")]),
        (["!", "资料图片"], [("", "资料图片")]),
        (["!", "轮转印刷机(张三 摄)"], [("轮转印刷机", "张三 摄")]),
        (["!", "图为甲。 张三 摄", "!", "图为乙。 李四 摄"],
         [("图为甲。", "张三 摄"), ("图为乙。", "李四 摄")]),
        (["图为夜班，机长在检样。"], [("图为夜班，机长在检样。", "")]),
    ],
)  # fmt: skip
def test_captions_and_credits(rows: list[str], pictures: list[tuple[str, str]]) -> None:
    middle = "\n\n".join(row.replace("!", "![](a.jpg)") for row in rows)
    text = f"# 题\n\n机器响了。\n\n{middle}\n\n机器停了。"
    page = import_text(text.encode(), name="x.md").page
    assert [(p.caption, p.credit) for p in page.pictures] == pictures
    assert [[p.text for p in s.paragraphs] for s in page.stories] == [["机器响了。", "机器停了。"]]
    assert page.credits == ()


def test_a_long_paragraph_that_names_a_photographer_stays() -> None:
    long = "他拍了一夜，" * 25 + "走了。（张三 摄）"
    text = f"# 题\n\n![](a.jpg)\n\n{long}\n\n后来他又以他自己拍下来的这张\n\n图为媒，讲了下去。"
    page = import_text(text.encode(), name="x.md").page
    assert [p.text for p in page.stories[0].paragraphs] == [
        long,
        "后来他又以他自己拍下来的这张图为媒，讲了下去。",
    ]


def test_straight_quotes_do_not_hide_an_end() -> None:
    text = '# 题\n\n他说:"印报的都是年轻人。"\n\n第二天,报纸送到了。\n\n他说:"\n\n好的。"就走了。'
    page = import_text(text.encode(), name="x.md").page
    assert [p.text for p in page.stories[0].paragraphs] == [
        "他说：“印报的都是年轻人。”",
        "第二天，报纸送到了。",
        "他说：“好的。”就走了。",
    ]


def test_a_weekday_that_is_not_the_dates() -> None:
    imported = import_text("2019年9月20日 星期四\n\n# 题\n\n他来了。".encode(), name="x.md")
    doubts = [e for e in imported.log if e.severity == "doubt"]
    assert [(d.rule, d.before, str(d.note)) for d in doubts] == [
        ("X12.date", "星期四", "2019-09-20 was a 星期五")
    ]
    assert imported.page.facts.weekday == "星期四"


def test_a_date_inside_a_story_is_no_header() -> None:
    page = import_text(
        "# 题\n\n他来了。\n\n2019年9月20日\n\n# 又题\n\n走了。".encode(), name="x.md"
    ).page
    assert page.facts.date == ""
    assert page.stories[0].paragraphs[-1].text == "2019年9月20日"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "IMPORT-EMPTY"),
        (" \n\u3000\n".encode(), "IMPORT-EMPTY"),
        ("株洲高新区的报纸".encode("gbk"), "IMPORT-ENCODING"),
        ("报纸".encode("utf-16"), "IMPORT-ENCODING"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "IMPORT-BINARY"),
        (b"PK\x03\x04\x14\x00\xff\xab word/document.xml", "IMPORT-BINARY"),
        (b"%PDF-1.4\n\x00\x01", "IMPORT-BINARY"),
        (b"a" * (MAX_BYTES + 1), "IMPORT-SIZE"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(StopError) as stop:
        import_text(data, name="x.md")
    assert [d.code for d in stop.value.diagnostics] == [code]


def test_gbk_is_named() -> None:
    with pytest.raises(StopError, match="reads as GBK"):
        import_text("# 题\n\n株洲高新区".encode("gbk"), name="x.md")


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n\n", "\n \n\t\n").encode(),
        as_markdown(PRESS_TEXTS).encode(),
    ],
    ids=["page", "bom", "crlf", "white", "texts"],
)
def test_the_log_undone_is_the_source(data: bytes) -> None:
    imported = import_text(data, name="x.md")
    assert undone(imported) == data
    assert imported.repair.undo().encode() == data


HOSTILE = st.text(
    alphabet="中文字报，。“”—…#-*> \n\n\n\r\t\u3000\ufeffAB12.|:：（）!?[]()~'\""
    "责任编辑：【导读】年月日",
    min_size=1,
    max_size=150,
)


@settings(max_examples=400, deadline=None)
@given(HOSTILE | st.text(min_size=1, max_size=80))
def test_any_text_is_undone_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        imported = import_text(data, name="x.md")
    except StopError:
        return
    assert undone(imported) == data


@pytest.mark.parametrize(
    "text",
    [
        "没完\n" * 9_000,
        "产值3亿元" * 9_000,
        "(" * 20_000 + "中",
        "“" * 20_000,
        "-" * 100_000 + "x",
        '"' * 20_000 + "中",
        "。)" * 20_000,
        '中。"\n' * 9_000,
        "A1 " * 9_000,
        "张三 " * 9_000,
    ],
    ids=[
        "lines",
        "sums",
        "brackets",
        "quotes",
        "dashes",
        "straight",
        "closers",
        "ends",
        "pages",
        "names",
    ],
)
def test_a_long_hostile_text_comes_through(text: str) -> None:
    """Nothing here may be slower than its length: these would take hours if one were."""
    assert undone(import_text(text.encode(), name="x.md")) == text.encode()


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_no_han_is_lost(text: str) -> None:
    try:
        imported = import_text(text.encode(), name="x.md")
    except StopError:
        return
    wanted = Counter(c for c in text if c in "中文字报责任编辑导读")
    if "![" in text:
        return  # a picture's address is no word of the page
    assert Counter(c for c in on_the_page(imported) if c in wanted) == wanted


def test_a_log_of_another_text_is_refused() -> None:
    imported = import_text(PAGE.encode(), name="x.md")
    log = log_lines(imported.text, imported.repair.text, imported.log)
    with pytest.raises(ValueError, match="does not fit"):
        undo_log(imported.repair.text.encode()[40:], log)


def test_records_say_where() -> None:
    imported = import_text(PAGE.encode(), name="x.md")
    rows = PAGE.split("\n")
    log = log_lines(imported.text, imported.repair.text, imported.log)
    for record in map(json.loads, log.split("\n")[:-1]):
        here = PAGE.encode()[record["byte"] :].decode()
        if record["kind"] in ("edit", "kept", "doubt"):
            assert here.startswith(record["before"])
            head = record["before"].split("\n")[0]
            assert rows[record["line"] - 1][record["column"] - 1 :].startswith(head)
        if record["kind"] == "edit" and record["after"]:
            there = imported.repair.text.encode()[record["to_byte"] :].decode()
            assert there.startswith(record["after"])


class TestSourceText:
    """The acceptance figures for the text of page B1."""

    @pytest.fixture
    def imported(self) -> Imported:
        return import_text(SOURCE.read_bytes(), name="b1-ocr.md")

    def test_marks_joins_dots(self, imported: Imported) -> None:
        rules = Counter(e.rule for e in imported.log)
        marks = {r: n for r, n in rules.items() if r.startswith("W")}
        assert marks == {"W1.comma": 171, "W1.colon": 8, "W1.semicolon": 7, "W1.bracket": 6}
        assert rules["J1.join"] == rules["J1.cut"] == 4
        assert rules["M2.list-dot"] == 3
        assert rules["K1.decimal"] == 4

    def test_the_cuts(self, imported: Imported) -> None:
        cuts = [(e.file, e.before, e.after) for e in imported.log if e.kind == "cut"]
        assert [c[1:] for c in cuts] == [
            ("奋战产业项目建设", "“百日攻坚”行动"),
            ("办服务。“他们全", "程帮忙跑腿，让我"),
            ("解决方案，其中一", "个方案就是全面推"),
            ("料项目投产，成为", "全球唯一可以生产"),
        ]
        stories = {s.file: s for s in imported.page.stories}
        for entry in (e for e in imported.log if e.kind == "cut"):
            assert entry.paragraph is not None
            text = stories[entry.file].paragraphs[entry.paragraph - 1].text
            assert text[: entry.offset].endswith(entry.before)
            assert text[entry.offset :].startswith(entry.after)

    def test_every_doubtful_fact_is_flagged_and_left(self, imported: Imported) -> None:
        doubts = " ".join(e.after for e in imported.log if e.severity == "doubt")
        words = "".join(p.text for s in imported.page.stories for p in s.paragraphs)
        for fact in (
            "规模工业增加值完成706亿元", "一般公共预算收入456亿元", "增长130%", "467万平方米厂房",
            "用地1047亩", "全部铁产品", "非仕电机", "从株洲高新区生产的",
            "创新体系健全的开发区、开放平台", "3个离岸创新中心", "Ubi",
        ):  # fmt: skip
            assert fact in doubts
            assert fact in words
        assert "B1-B4" in doubts
        assert any(e.rule == "N3.decimals" for e in imported.log)
        for plausible in ("84个", "1359项", "6项"):
            assert plausible not in doubts

    def test_the_bytes_come_back(self, imported: Imported) -> None:
        assert undone(imported) == SOURCE.read_bytes()

    def test_the_page(self, imported: Imported) -> None:
        page = imported.page
        assert page.name == "B1"
        assert [(s.label or s.kicker, s.title) for s in page.stories] == [
            ("核心阅读", ""),
            ("产业项目建设——", "明月当空照 | 繁星堆满天"),
            ("招商引资——", "多点发力高效率 | 创新机制高质量"),
            ("四联行动——", "干部跑起来 | 部门动起来"),
            ("创新引领——", "培育经济新动能 | 锻造发展新引擎"),
        ]
        assert [(b.role, b.text) for b in page.banners] == [
            ("series", "壮丽70年 | 奋斗新时代"),
            ("series-sub", "株洲发展成就巡礼·高新区篇"),
            ("main", "凝心聚力谋发展 | 继往开来谱新篇"),
        ]
        assert [i.page for i in page.index] == ["B2", "B3", "B4"]
        assert page.facts.date == "2019-09-20"
        assert page.pictures[0].caption == "中国动力谷自主创新园"
