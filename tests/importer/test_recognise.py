"""What OCR texts from use came out as wrongly, each kind on a text of its own."""

from collections import Counter

import pytest

from layout.importer import Imported, import_text
from layout.importer.glyphs import missing_glyphs
from layout.importer.log import log_lines, undo_log
from layout.importer.model import SourceStory

HEAD = "2026年1月2日 星期五 A3 社会新闻\n\n# 老街的灯又亮了\n\n"
LONE = "卖菜的老周每天四点起床，先到批发市场，再赶回来占位置，年年都是一样，从来也不例外。"


def read(text: str, name: str = "in.md") -> Imported:
    imported = import_text(text.encode(), name=name)
    log = log_lines(imported.text, imported.repair.text, imported.log)
    assert undo_log(imported.repair.text.encode(), log) == text.encode()
    return imported


def story(text: str) -> SourceStory:
    (found,) = read(text).page.stories
    return found


def paragraphs(text: str) -> list[tuple[str, bool]]:
    return [(p.text, p.subhead) for p in story(text).paragraphs]


def doubts(imported: Imported) -> Counter[str]:
    return Counter(e.rule for e in imported.log if e.kind == "doubt")


@pytest.mark.parametrize("dash", ["——", "--", "—", "－－", "一一"])
def test_a_subtitle_is_no_text(dash: str) -> None:
    made = story(f"{HEAD}{dash}记者走访北门口夜市\n\n本报讯 昨日，夜市重新开张。")
    assert (made.title, made.subtitle) == ("老街的灯又亮了", "——记者走访北门口夜市")
    assert [p.text for p in made.paragraphs] == ["本报讯 昨日，夜市重新开张。"]


def test_two_rows_of_a_subtitle_are_both_there() -> None:
    made = story(f"{HEAD}——记者走访北门口夜市\n——桥头的早市\n\n本报讯 昨日，夜市重新开张。")
    assert made.subtitle == "——记者走访北门口夜市　——桥头的早市"


def test_spread_lines_close_up() -> None:
    text = f"{HEAD}本报讯 昨日 , 夜 市 重 新 开 张 。 首 批 摊 位 有 120 个 。"
    assert paragraphs(text) == [("本报讯 昨日，夜市重新开张。首批摊位有120个。", False)]
    assert read("# 老 街 的 灯\n\n亮了。").page.stories[0].title == "老街的灯"


def test_radicals_are_characters_and_the_stop_after_one_is_mended() -> None:
    text = f"{HEAD}本报讯 ⼀位摊主说，⽣意⽐去年好，⻋就停在路⼝."
    made = read(text)
    words = made.page.stories[0].paragraphs[0].text
    assert words == "本报讯 一位摊主说，生意比去年好，车就停在路口。"
    assert Counter(e.rule for e in made.log)["F2.radical"] == 5
    assert not doubts(made)


def test_radicals_hide_no_by_line_and_no_small_heading() -> None:
    made = story(f"{HEAD}本报记者 马⼩⻰\n\n桥通了。\n\n⼀、账怎么算\n\n账要从头算，一共是三千元。")
    assert made.byline == "本报记者 马小龙"
    assert [(p.text, p.subhead) for p in made.paragraphs][1] == ("一、账怎么算", True)


def test_tables_and_formulas_are_told_and_joined_to_nothing() -> None:
    table = "<table><tr><td>摊位</td><td>120</td></tr></table>"
    text = f"{HEAD}本报讯 昨日，夜市开张。\n\n{table}\n\n面积$10\\mathrm{{km}}^2$，夜市已满。"
    made = read(text)
    assert [p.text for p in made.page.stories[0].paragraphs][1:] == [
        table,
        "面积$10\\mathrm{km}^2$，夜市已满。",
    ]
    assert doubts(made) == {"X16.table": 1, "X14.formula": 1}


@pytest.mark.parametrize("mark", ["**{}**", "__{}__", "### **{}**"])
def test_a_bold_line_is_a_small_heading(mark: str) -> None:
    words = mark.format("记者观察")
    text = f"{HEAD}本报讯 昨日，桥通了。\n\n{words}\n\n桥头有人卖菜。"
    assert paragraphs(text)[1:] == [("记者观察", True), ("桥头有人卖菜。", False)]
    text = f"{HEAD}{words}\n\n桥头有人卖菜。"
    if "#" not in mark:
        assert paragraphs(text) == [("记者观察", True), ("桥头有人卖菜。", False)]


@pytest.mark.parametrize(
    "heading",
    [
        "## 一 账怎么算",
        "# 一 账怎么算",
        "## 一　账怎么算",
        "## 一、账怎么算",
        "## （一）账怎么算",
        "一、账怎么算",
        "**一 账怎么算**",
    ],
)
def test_a_counted_heading_is_a_small_one(heading: str) -> None:
    text = f"{HEAD}本报讯 昨日，桥通了。\n\n{heading}\n\n账要从头算，一共是三千元。"
    assert [s for _, s in paragraphs(text)] == [False, True, False]
    assert "|" not in paragraphs(text)[1][0]
    text = f"{HEAD}{heading}\n\n账要从头算，一共是三千元。"
    assert [s for _, s in paragraphs(text)] == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "二〇二六年一月二日 星期五 A03",
        "二○二六年一月二日　星期五　第A03版",
        "二O二六年一月二日 星期五 A03版",
        "A03 2026年1月2日 星期五",
        "A03 2026-01-02 星期五",
        "# 二〇二六年一月二日 星期五 A03",
        "二〇二六年一月二日（星期五） A03",
        "2026年1⽉2⽇ 星期五 A03",
    ],
)
def test_a_date_in_any_figures(line: str) -> None:
    made = read(f"{line}\n\n# 桥通了\n\n本报讯 昨日，桥通了。")
    facts = made.page.facts
    assert (facts.date, facts.weekday, made.page.name) == ("2026-01-02", "星期五", "A03")
    assert made.page.banners == ()
    assert made.page.header_rest == ()
    assert [s.title for s in made.page.stories] == ["桥通了"]


@pytest.mark.parametrize(
    ("line", "page", "rest"),
    [
        ("A05 民生", "A05", ("民生",)),
        ("# A05 民生", "A05", ("民生",)),
        ("第05版", "05", ()),
        ("A05版：民生", "A05", ("民生",)),
        ("05 要闻", "05", ("要闻",)),
        ("株洲晚报\nA05 民生", "A05", ("民生",)),
        ("株洲晚报\n\n2026年1月2日 星期五\n\nA05 民生", "A05", ("民生",)),
    ],
)
def test_the_line_of_the_page(line: str, page: str, rest: tuple[str, ...]) -> None:
    made = read(f"{line}\n\n# 桥通了\n\n本报讯 昨日，桥通了。", name="b7.md").page
    assert (made.name, made.header_rest) == (page, rest)
    assert [s.title for s in made.stories] == ["桥通了"]
    assert made.banners == ()
    if "晚报" in line:
        assert made.facts.paper == "株洲晚报"


def test_a_heading_that_looks_like_a_page_stays_a_heading() -> None:
    for title in ("G60 沪昆高速通车", "A4 纸张涨价", "12 年磨一剑"):
        assert title[:2] in read(f"# {title}\n\n本报讯 昨日，桥通了。").page.stories[0].title


@pytest.mark.parametrize(
    "line",
    ["■本报记者 李四", "■ 本报记者 李四", "□李四", "文／李四", "作者：李四", "本报记者 李四 文/图"],
)
def test_a_by_line(line: str) -> None:
    made = read(f"{HEAD}{line}\n\n夜市重新开张，首批摊位有120个。")
    (found,) = made.page.stories
    assert found.byline == line.removeprefix("■ ")
    assert [p.text for p in found.paragraphs] == ["夜市重新开张，首批摊位有120个。"]
    assert not doubts(made)
    before = read(f"# 灯亮了\n\n亮了。\n\n{line}\n\n# 桥通了\n\n通了。").page.stories
    assert [s.title for s in before] == ["灯亮了", "桥通了"]


def test_the_ideographic_space_of_an_article_stays() -> None:
    text = f"{HEAD}第一条　为了加强管理，制定本办法。\n\n第二条　本办法从今天起施行。"
    assert [p for p, _ in paragraphs(text)] == [
        "第一条　为了加强管理，制定本办法。",
        "第二条　本办法从今天起施行。",
    ]


def test_a_name_spread_to_three_characters_is_one() -> None:
    made = read("2026年1月2日 星期五 责任编辑：张　三 校对：李 四 王五六\n\n# 题\n\n来了。")
    assert [r.names for r in made.page.facts.staff] == [("张三",), ("李四", "王五六")]


def test_what_stays_as_it_is_is_told() -> None:
    text = (
        f"{HEAD}本报讯 昨日，夜市重新开张，首批摊位有120个，桥头有人卖菜，人多\n\n记者观察\n\n"
        "桥头有人卖菜，有__很多__人，共2O26人。\n\n参加者有张三 李四 王五等人。\n\n"
        "桥头有人卖菜，有__很多__人，共2O26人。"
    )
    assert doubts(read(text)) == {
        "X11.unfinished": 1, "X18.heading": 1, "X15.markup": 2, "X9.pattern": 2, "X17.space": 2,
        "X19.repeat": 1,
    }  # fmt: skip


def test_a_paper_with_a_latin_name_and_lines_of_a_header_each_on_its_own() -> None:
    text = (
        "株洲晚报 ZHUZHOU EVENING NEWS\n2026年1月2日 农历乙巳年十一月十四\n星期五\nA06 城事\n\n"
        "# 桥通了\n\n本报讯 昨日，桥通了。\n\nA06"
    )
    made = read(text)
    facts = made.page.facts
    assert (facts.paper, facts.date, facts.weekday) == ("株洲晚报", "2026-01-02", "星期五")
    assert made.page.name == "A06"
    assert made.page.header_rest == ("ZHUZHOU EVENING NEWS", "农历乙巳年十一月十四", "城事")
    assert doubts(made) == {"X18.heading": 1}  # the page's name at its foot


def test_a_sentence_with_a_date_is_no_header() -> None:
    made = read(
        "# 办法\n\n（2026年1月1日市人民政府令第8号公布）\n\n第一章　总则\n\n"
        "第一条　为了管理，制定。"
    )
    assert made.page.facts.date == ""
    assert [(p.text, p.subhead) for p in made.page.stories[0].paragraphs] == [
        ("（2026年1月1日市人民政府令第8号公布）", False),
        ("第一章　总则", True),
        ("第一条　为了管理，制定。", False),
    ]


def test_lines_of_an_engine_that_marks_nothing() -> None:
    """As rapidocr gives a page: rows of print, half-width marks, no mark of a heading."""
    rows = [
        "A05 民生", "2026年1月2日", "星期五", "责编：张三", "老街的灯又亮了",
        "记者走访北门口夜市一", "本报讯（记者李四）昨日18时，", "北门口夜市重新开张.首批摊位有",
        "120个，从桥头排到老电影院，全长", "800米.",
    ]  # fmt: skip
    made = read("\n".join(rows))
    (found,) = made.page.stories
    assert (made.page.name, found.title) == ("A05", "老街的灯又亮了")
    assert [p.text for p in found.paragraphs] == [
        "记者走访北门口夜市一",
        "本报讯（记者李四）昨日18时，北门口夜市重新开张。首批摊位有120个，从桥头排到老电影院，全长800米。",
    ]
    assert doubts(made) == {"X18.heading": 2}


def test_characters_that_no_face_has_are_told() -> None:
    missing = missing_glyphs(read("# 題\n\n會議開了。").page, "x.md")
    assert missing is not None
    assert all(char in missing.message for char in "題會議開")
    assert missing_glyphs(read("# 题\n\n会开了。").page, "x.md") is None


def test_a_place_and_a_name_under_a_title_are_a_by_line() -> None:
    made = story("# 老槐树 | 新校园\n\n城关小学 赵小禾\n\n操场边有一棵老槐树，它比爷爷还老。")
    assert (made.title, made.byline) == ("老槐树 | 新校园", "城关小学 赵小禾")


def test_phrases_of_an_advert_are_no_main_headline() -> None:
    """Two halves of one length are a couplet; three phrases, or unequal ones, are not."""
    end = "\n\n兴隆家电 冬日特惠 全场八折\n\n城东商场 开业"
    made = read(f"{HEAD}本报讯 昨日，夜市重新开张。{end}")
    assert [p.text for p in made.page.stories[0].paragraphs][1:] == [
        "兴隆家电 冬日特惠 全场八折",
        "城东商场 开业",
    ]
    assert not made.page.banners
    assert doubts(made)["X18.heading"] == 2
    couplet = read(f"{HEAD}本报讯 昨日，夜市重新开张。\n\n凝心聚力谋发展 继往开来谱新篇")
    assert [b.text for b in couplet.page.banners] == ["凝心聚力谋发展 | 继往开来谱新篇"]


def test_words_that_follow_themselves_are_told_once() -> None:
    words = "全县秋菜面积达到两万亩，比上年多出三千亩。"
    made = read(f"{HEAD}本报讯 昨日，夜市重新开张。{words}{words}")
    assert doubts(made)["X19.repeat"] == 1


@pytest.mark.parametrize("marks", ["#", "##", "######"])
def test_a_heading_after_text_that_none_began_begins_a_story_whatever_its_size(marks: str) -> None:
    """What stands before the first heading of a page has no size that another could be under."""
    made = read(f"{LONE}\n\n{marks} 河边的早市\n\n{LONE}\n").page
    assert [(s.title, len(s.paragraphs)) for s in made.stories] == [("", 1), ("河边的早市", 1)]
