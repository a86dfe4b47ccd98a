"""Copy from Word as its stories, tables and pictures: what each thing of Word becomes."""

import io

import pytest
from PIL import Image

from layout.importer.word import WordImport, import_word
from tests.worddocs import STYLES, box, cell, changed, docx, field, p, picture, r, ruby, table

KAI = "<w:rFonts w:ascii='Times New Roman' w:eastAsia='楷体_GB2312' w:hint='eastAsia'/>"
HEI = "<w:rFonts w:eastAsia='黑体'/>"
TITLE = "<w:b/><w:sz w:val='52'/>"
MIDDLE = '<w:jc w:val="center"/>'
OPENED = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
BREAK = "<w:r><w:br/></w:r>"
NOTE = '<w:r><w:rPr><w:rStyle w:val="a9"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
LONG = "这一段是正文，写得长些，好让它看上去就是正文，不会被当作标题，也不会被当作作者。"


def imported(body: str, **others: object) -> WordImport:
    made = import_word([("dir/稿.docx", docx(body, **others))])
    assert not made.amiss, [str(d) for d in made.diagnostics]
    return made


def story(body: str, **others: object) -> str:
    """The rows of a story's text below its head."""
    text = imported(body, **others).files["stories/稿.md"].decode()
    return text.split("---\n", 2)[2].strip()


def head(body: str, **others: object) -> dict[str, str]:
    text = imported(body, **others).files["stories/稿.md"].decode()
    rows = text.split("---\n", 2)[1].splitlines()
    return {key: value.strip('"') for key, _, value in (row.partition(": ") for row in rows)}


def told(body: str, **others: object) -> list[str]:
    found = imported(body, **others).diagnostics
    return [
        d.said["what"].key.removeprefix("part.word-") for d in found if d.said.key.endswith("kind")
    ]


def png(width: int = 300, height: int = 200) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (["甲", r("乙", "<w:b/>"), "丙。"], "甲**乙**丙。"),
        # Runs as Word splits them, by revision and by the script that it hints.
        ([r("甲"), r("乙", "<w:b/>"), r("丙", "<w:b w:val='1'/>"), r("丁")], "甲**乙丙**丁"),
        ([r("甲", "<w:b w:val='0'/>"), "乙。"], "甲乙。"),
        (["请", r("务必看清。", "<w:b/>"), "照样排"], "请**务必看清。**照样排"),
        (["甲", r(" 乙 ", "<w:b/>"), "丙"], "甲 **乙** 丙"),
        (["甲", r("乙", KAI), "丙。"], "甲*乙*丙。"),
        (["甲", r("，乙“", KAI), "丙”。"], "甲[，乙“]{楷体}丙”。"),
        (["甲", r("乙", "<w:b/>"), r("丙", KAI), "丁"], "甲**乙**[丙]{楷体}丁"),
        (["甲", r("乙", "<w:b/>" + KAI), "丁"], "甲**[乙]{楷体}**丁"),
        (["1", r("2", KAI), "3年"], "1[2]{楷体}3年"),
        (["甲", r("乙", HEI), "丙。"], "甲**乙**丙。"),
        (["请", r("务必", "<w:em w:val='dot'/>"), "。"], "请[务必]{着重}。"),
        (["甲", r("湘江", "<w:u w:val='single'/>"), "。"], "甲[湘江]{下划线}。"),
        (["甲", r("左传", "<w:u w:val='wave'/>"), "。"], "甲[左传]{波浪线}。"),
        (["甲", r("必答", "<w:bdr w:val='single'/>"), "。"], "甲[必答]{框}。"),
        (["甲", r("乙", "<w:em w:val='dot'/><w:b/>"), "。"], "甲**[乙]{着重}**。"),
        (["甲", r("乙", "<w:em w:val='dot'/><w:u w:val='single'/>")], "甲[乙]{着重 下划线}"),
        ([ruby("株", "zhū"), ruby("洲", "zhōu"), "市。"], "[株洲]{音 zhū zhōu}市。"),
        ([ruby("渌口", "lùkǒu"), "。"], "[渌口]{音 lù kǒu}。"),
        ([ruby("攸县", "xyz"), "。"], "攸县（xyz）。"),
        (["10", r("3", "<w:vertAlign w:val='superscript'/>"), "倍"], "10^3^倍"),
        (["H", r("2", "<w:vertAlign w:val='subscript'/>"), "O。"], "H~2~O。"),
        # What no story can set high is set plainly, and told.
        (["甲", r("，乙丙丁戊己", "<w:vertAlign w:val='superscript'/>"), "。"], "甲，乙丙丁戊己。"),
        (["“弯”和‘单’——还有……3~5天、60*80", "。"], "“弯”和‘单’——还有……3~5天、60\\*80。"),
        (["　　缩进", "<w:r><w:tab/></w:r>", "的话"], "缩进 的话"),
        (["行一", BREAK, "行二。"], "行一\\\n行二。"),
        (["行一。", BREAK, "　　第二段。"], "行一。\n\n第二段。"),
        (["行一。", BREAK, BREAK, "第二段。"], "行一。\n\n第二段。"),
        (["行一", '<w:r><w:br w:type="page"/></w:r>', "行二。"], "行一\\\n行二。"),
        (["- 不是列表"], "\\- 不是列表"),
        (["1. 甲"], "1\\. 甲"),
        (["{落款} 甲"], "\\{落款} 甲"),
        (["### 甲"], "\\### 甲"),
        (["[^1]和[词]{着重}"], "\\[^1\\]和\\[词\\]{着重}"),
        (["甲", changed("ins", "乙"), changed("del", "丙"), "丁。"], "甲乙丁。"),
        (["甲", changed("moveFrom", "乙"), changed("moveTo", "丙"), "丁。"], "甲丙丁。"),
        (["第", field(" PAGE \\* MERGEFORMAT ", "12"), "页"], "第12页"),
        (["见", field(' HYPERLINK "https://a.test" ', "通告"), "。"], "见[通告](https://a.test)。"),
        (["甲", field(" EQ \\o\\ac(○,3) ", None), "。"], "甲③。"),
        (["甲", field(" EQ \\o\\ac(○,3) ", ""), "。"], "甲③。"),
        (["甲", field(" REF 无 ", ""), "。"], "甲。"),
        (["甲", field(" EQ \\* jc2 \\o\\ad(\\s\\up 9(zhū),株) ", None), "。"], "甲[株]{音 zhū}。"),
        (["<w:fldSimple w:instr='DATE'>" + r("9月20日") + "</w:fldSimple>", "到。"], "9月20日到。"),
        (["<w:smartTag>" + r("株洲") + "</w:smartTag>", "到。"], "株洲到。"),
        (["<w:sdt><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>", "。"], "控件。"),
        (["甲", "<w:r><w:noBreakHyphen/></w:r>", "乙"], "甲-乙"),
        (["甲", "<w:r><w:softHyphen/></w:r>", "乙"], "甲乙"),
        (['<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "甲"], "√甲"),
        (['<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>', "甲"], "〓甲"),
        (["甲", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "。"], "甲a+b。"),
        (["甲", r("藏", "<w:vanish/>"), "乙"], "甲乙"),
        (["甲", r("ab", "<w:caps/>"), "乙"], "甲AB乙"),
        (["外", box("框里的话。")], "外\n\n框里的话。"),
        (["甲\u200e乙\ufeff"], "甲乙"),
    ],
)  # fmt: skip
def test_runs(runs: list[str], written: str) -> None:
    rows = story(p(LONG) + p(*runs) + p(LONG)).split("\n\n")
    assert "\n\n".join(rows[1:-1]) == written


@pytest.mark.parametrize(
    ("paragraph", "written"),
    [
        (p("一、从哪里走起", style="2"), "### 一、从哪里走起"),
        (p("从哪里走起", BREAK, "走到哪里", style="2"), "### 从哪里走起 | 走到哪里"),
        (p("甲 | 乙", style="2"), "### 甲|乙"),
        (p("甲", BREAK, ruby("株", "zhū"), style="2"), "### 甲 | [株]{音 zhū}"),
        (p("走多久", about='<w:outlineLvl w:val="2"/>'), "### 走多久"),
        (p(r("粗短行", "<w:b/>")), "### 粗短行"),
        (p(r("粗的一句话。", "<w:b/>")), "**粗的一句话。**"),
        (p(r("整段楷体的话。", KAI)), "{楷体} 整段楷体的话。"),
        (p("株洲市某局", about='<w:jc w:val="right"/>'), "{落款} 株洲市某局"),
        (p("2026年9月20日", about='<w:jc w:val="right"/>'), "{日期} 2026年9月20日"),
        (p("9月20日", about='<w:jc w:val="right"/>'), "{日期} 9月20日"),
        (p("二〇二六年九月", about='<w:jc w:val="end"/>'), "{日期} 二〇二六年九月"),
        (p("＊＊＊", about='<w:jc w:val="center"/>'), "{居中} ＊＊＊"),
        (p("引来的话。", style="q"), "{引文} 引来的话。"),
        (p("自家的小标题样式", style="x2"), "### 自家的小标题样式"),
        (p("沿", about='<w:framePr w:dropCap="drop"/>') + p("江步道。"), "沿江步道。"),
        # A field that begins and never ends swallows nothing.
        (
            p("甲", OPENED, "乙。") + p("丙。"),
            "甲乙。\n\n丙。",
        ),
        (p(""), ""),
        (p("　　　"), ""),
    ],
)
def test_paragraphs(paragraph: str, written: str) -> None:
    rows = story(p(LONG) + paragraph + p(LONG)).split("\n\n")
    assert "\n\n".join(rows[1:-1]) == written


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next():
    body = p("前半句，", about="<w:rPr><w:del/></w:rPr>") + p("后半句。") + p(LONG)
    assert story(body).startswith("前半句，后半句。\n\n")


LEVELS = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF0D8;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>"""


def listed(words: str, number: int, level: int = 0, style: str = "") -> str:
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(words, about=about, style=style)


def test_lists_keep_the_numbers_that_word_prints():
    body = p(LONG) + "".join(
        [
            listed("先看版样；", 1), listed("看头；", 1, 1), listed("5G再看尾。", 1, 1),
            listed("后看文。", 1), listed("黑点。", 2), listed("总则。", 3),
            listed("小标题", 1, 0, "2"),
        ]
    ) + p(LONG)  # fmt: skip
    assert story(body, numbering=LEVELS).split("\n\n")[1:-1] == [
        "{列表} 一、先看版样；", "{列表} 1.看头；", "{列表} 2. 5G再看尾。", "{列表} 二、后看文。",
        "- 黑点。", "第一条　总则。", "### 三、小标题",
    ]  # fmt: skip


def test_an_empty_paragraph_of_a_list_counts_and_a_deleted_one_does_not():
    gone = '<w:rPr><w:del/></w:rPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(LONG) + listed("甲。", 1) + listed("", 1) + listed("乙。", 1)
    body += p(changed("del", "丙"), about=gone) + listed("丁。", 1)
    assert story(body, numbering=LEVELS).split("\n\n")[1:] == [
        "{列表} 一、甲。", "{列表} 三、乙。", "{列表} 四、丁。",
    ]  # fmt: skip


def test_notes_stand_behind_their_paragraphs():
    held = p("<w:r><w:footnoteRef/></w:r>", "注文有", r("黑", "<w:b/>"))
    notes = f'<w:footnote w:id="2">{held}</w:footnote>'
    made = story(p(LONG) + p("话", NOTE, "说完。") + p(LONG), footnotes=notes)
    assert made.split("\n\n")[1:3] == ["话[^1]说完。", "[^1]: 注文有**黑**"]


def test_footnotes_and_endnotes_have_ids_of_their_own():
    foot = f'<w:footnote w:id="2">{p("脚注。")}</w:footnote>'
    end = f'<w:endnote w:id="2">{p("没人提到的尾注。")}</w:endnote>'
    end += f'<w:endnote w:id="3">{p("尾注。")}{table([["甲", "乙"]])}</w:endnote>'
    other = '<w:r><w:endnoteReference w:id="3"/></w:r>'
    made = story(p(LONG) + p("话", NOTE, "说", other, "完。"), footnotes=foot, endnotes=end)
    assert made.split("\n\n")[1:] == ["话[^1]说[^2]完。", "[^1]: 脚注。", "[^2]: 尾注。　甲　乙"]


def test_links_keep_their_words_and_addresses():
    outside = (
        '<Relationship Id="rL" Type="http://x/hyperlink" Target="https://a.test/x" '
        'TargetMode="External"/>'
    )
    words = r("通告", '<w:rStyle w:val="Hyperlink"/>')
    link = f'<w:hyperlink r:id="rL">{words}</w:hyperlink>'
    body = p(LONG) + p("见", link, "。") + p(LONG)
    assert story(body, relations=outside).split("\n\n")[1] == "见[通告](https://a.test/x)。"
    assert told(body, relations=outside) == []


@pytest.mark.parametrize(
    ("first", "parts"),
    [
        (
            [p("某地公布", style="yt"), p("步道贯通", style="a3"), p("——走七十分钟", style="a5"),
             p("本报记者 甲某某")],
            {"kicker": "某地公布", "title": "步道贯通", "subtitle": "——走七十分钟",
             "byline": "本报记者 甲某某"},
        ),
        ([p("步道贯通", style="1")], {"title": "步道贯通"}),
        (
            [p(r("某地公布新规", "<w:sz w:val='28'/>"), about='<w:jc w:val="center"/>'),
             p(r("沿江步道贯通", "<w:sz w:val='44'/>"), about='<w:jc w:val="center"/>'),
             p(r("六公里走七十分钟", "<w:sz w:val='28'/>"), about='<w:jc w:val="center"/>')],
            {"kicker": "某地公布新规", "title": "沿江步道贯通", "subtitle": "六公里走七十分钟"},
        ),
        ([p("看样莫嫌三遍少　付印须知一字难", style="a3")],
         {"title": "看样莫嫌三遍少 | 付印须知一字难"}),
        ([p("看样莫嫌三遍少", style="a3"), p("付印须知一字难", style="a3")],
         {"title": "看样莫嫌三遍少 | 付印须知一字难"}),
        ([p("看样莫嫌三遍少", BREAK, "付印须知一字难", style="a3")],
         {"title": "看样莫嫌三遍少 | 付印须知一字难"}),
        ([p(r("老街口开起修伞铺", TITLE), about=MIDDLE),
          p(r("新伞旧伞都能修", TITLE), about=MIDDLE),
          p(r("——一把伞能用十年", "<w:sz w:val='28'/>"), about=MIDDLE)],
         {"title": "老街口开起修伞铺 | 新伞旧伞都能修", "subtitle": "——一把伞能用十年"}),
        ([p(r("老街口开起修伞铺", TITLE), about=MIDDLE),
          p(r("——新伞旧伞都能修", TITLE), about=MIDDLE)],
         {"title": "老街口开起修伞铺", "subtitle": "——新伞旧伞都能修"}),
        ([p(r("居中的一行题"), about=MIDDLE), p(r("和字一样大的"), about=MIDDLE),
          p(r("又有一行字"), about=MIDDLE)],
         {"title": "居中的一行题 | 和字一样大的", "subtitle": "又有一行字"}),
        ([p("从软件里来的稿件　不必重打", style="a3")], {"title": "从软件里来的稿件　不必重打"}),
        ([p("甲乙  丙丁", style="a3")], {"title": "甲乙 丙丁"}),
        ([p(r("粗体标题一行", "<w:b/>"))], {"title": "粗体标题一行"}),
        ([p("首行就是标题")], {"title": "首行就是标题"}),
        ([p(NOTE, style="1"), p(r("粗的", "<w:b/>"))], {}),
        ([p("长" * 201, style="a3"), p("副题", style="a5")], {}),
        ([p("编辑同志：")], {}),
        ([p("2^3与3~5", style="a3")], {"title": "2^3与3~5"}),
        ([p("甲**乙**丙", style="a3")], {"title": "甲\\\\*\\\\*乙\\\\*\\\\*丙"}),
    ],
)  # fmt: skip
def test_heads(first: list[str], parts: dict[str, str]) -> None:
    assert head("".join(first) + p(LONG) + p(LONG)) == parts


def test_copy_pasted_from_the_web_is_one_paragraph_of_word():
    body = p("首行是题", BREAK, BREAK, "　　头一段。", BREAK, "　　第二段。", BREAK, "又一行。")
    assert head(body) == {"title": "首行是题"}
    assert story(body).split("\n\n") == ["头一段。", "第二段。\\\n又一行。"]


def test_a_first_line_that_nothing_marks_is_told():
    found = imported(p("首行就是标题") + p(LONG)).diagnostics
    assert [d.said.key for d in found] == ["IMPORT-WORD.title"]


def test_who_signs_at_the_end_is_the_byline():
    body = p("步道贯通", style="a3") + p(LONG) + p(LONG) + p("（记者 甲某某 通讯员 乙某某）")
    assert head(body)["byline"] == "（记者 甲某某 通讯员 乙某某）"


def test_a_text_that_is_all_in_one_face_is_not_marked():
    assert story(p(r(LONG, KAI)) + p(r("甲。", KAI), r("乙。", HEI))) == f"{LONG}\n\n甲。**乙。**"


def test_tables_are_files_with_their_cells_joined():
    rows = [
        ["届次", cell("成绩", about='<w:gridSpan w:val="2"/>')],
        [cell("", about="<w:vMerge/>"), "男", "女"],
        ["一", cell(p(r("3", "<w:b/>")), p("秒")), "4|5"],
    ]
    rows[0][0] = cell("届次", about='<w:vMerge w:val="restart"/>')
    made = imported(p(LONG) + p("表1 运动会成绩") + table(rows) + p(LONG))
    assert made.files["tables/稿-1.md"].decode().splitlines() == [
        "| 届次 | 成绩 | << |",
        "| -- | -- | -- |",
        "| ^^ | 男 | 女 |",
        "| 一 | **3**<br>秒 | 4\\|5 |",
    ]
    (one,) = made.page.tables
    assert (one.title, one.header, one.rows) == ("表1 运动会成绩", 2, 3)
    assert made.count.tables == 12
    assert made.count.captions == 7


def test_a_caption_by_its_style_is_the_title_of_the_table_below():
    body = p(LONG) + p("一周菜价", style="a7") + table([["品种", "本周"], ["粮油", "5.2"]])
    (one,) = imported(body).page.tables
    assert one.title == "一周菜价"


def test_a_note_in_a_table_or_a_title_goes_to_the_end():
    notes = f'<w:footnote w:id="2">{p("注文。")}</w:footnote>'
    grid = table([[cell(p("甲", NOTE)), "乙"], ["丙", "丁"]])
    for body in (p(LONG) + grid + p(LONG), p("题目", NOTE, style="a3") + p(LONG)):
        assert story(body, footnotes=notes).endswith("\n\n注文。")
        assert "note" in told(body, footnotes=notes)


def test_a_table_has_its_unit_over_it_and_its_notes_under_it():
    grid = table([["区县", "收入"], ["甲县", "3.2"]])
    body = p(LONG) + p("表二各县收入") + p("（单位：亿元）") + grid + p("注：未含乙县。")
    body += p("资料来源：某局") + p(LONG)
    made = imported(body)
    (one,) = made.page.tables
    assert (one.title, one.unit) == ("表二各县收入", "单位：亿元")
    assert one.notes == ("注：未含乙县。", "资料来源：某局")
    page = made.files["P1.yaml"].decode()
    assert '    unit: "单位：亿元"\n    notes: ["注：未含乙县。", "资料来源：某局"]\n' in page
    assert story(body).split("\n\n") == [LONG, LONG]


def test_a_table_that_ranges_pictures_is_none():
    shots = [cell(p(picture("a.png"))), cell(p(picture("b.png")))]
    grid = table([shots, ["江边的步道", "山脚的步道"]])
    media = {"a.png": png(), "b.png": png(200, 300)}
    made = imported(p(LONG) + grid + p(LONG), media=media)
    assert made.page.tables == ()
    assert [(x.file, x.caption) for x in made.page.pictures] == [
        ("assets/稿-1.png", "江边的步道"), ("assets/稿-2.png", "山脚的步道"),
    ]  # fmt: skip
    words = table([[cell(p(picture("a.png"))), "左边这格是字"], ["江边", "2"]])
    assert len(imported(p(LONG) + words, media=media).page.tables) == 1


def test_marks_that_heads_captions_and_cells_have_not_are_told():
    dots = "<w:em w:val='dot'/>"
    for body in (
        p("题", r("目", dots), style="a3") + p(LONG),
        p(LONG) + table([[cell(p("甲", r("乙", dots))), "丙"], ["丁", "戊"]]),
        p(LONG) + p(picture("a.png")) + p("图为", r("步道", dots), "。"),
    ):
        assert "head-mark" in told(body, media={"a.png": png()})
    body = p("题", ruby("目", "mù"), style="a3") + p(LONG)
    assert told(body) == ["reading"]
    assert head(body) == {"title": "题目（mù）"}


def test_a_day_under_the_title_is_no_subtitle():
    middle = '<w:jc w:val="center"/>'
    body = p("题目一行", style="a3") + p("（2026年9月20日）", about=middle)
    body += p("作者：甲某某", about=middle) + p(LONG)
    assert head(body) == {"title": "题目一行", "byline": "作者：甲某某"}
    assert story(body).split("\n\n")[0] == "{居中} （2026年9月20日）"


def test_signs_typed_as_private_characters_are_known_by_their_face():
    wings = "<w:rFonts w:ascii='Wingdings' w:hAnsi='Wingdings'/>"
    body = p(LONG) + p(r("\uf0fc", wings), "已办", r("\uf041", wings), "。") + p(LONG)
    assert story(body).split("\n\n")[1] == "√已办〓。"
    assert told(body) == ["symbol"]


def test_a_table_in_a_table_is_told_and_keeps_its_words():
    inner = table([["内一", "内二"]])
    made = imported(p(LONG) + table([["外", cell("前", inner)], ["甲", "乙"]]))
    assert "前<br>内一<br>内二" in made.files["tables/稿-1.md"].decode()
    assert told(p(LONG) + table([["外", cell("前", inner)], ["甲", "乙"]])) == ["table", "nested"]


def test_a_frame_of_one_cell_is_no_table():
    body = p(LONG) + table([[cell("框里一段。", "再一段。")]])
    assert story(body).split("\n\n")[1:] == ["框里一段。", "再一段。"]
    assert told(body) == ["frame"]


def test_pictures_come_with_their_captions():
    body = p(LONG) + p(picture("一.png"), about='<w:jc w:val="center"/>')
    body += p("图为江边的步道。（甲某某 摄）") + p(LONG)
    made = imported(body, media={"一.png": png()})
    (one,) = made.page.pictures
    assert (one.file, one.caption, one.credit) == (
        "assets/稿-1.png",
        "图为江边的步道。",
        "甲某某 摄",
    )
    assert one.aspect == 1.5
    assert made.files[one.file] == png()
    assert '  - picture: "assets/稿-1.png"' in made.files["P1.yaml"].decode()


def test_pictures_that_cannot_be_used_are_told():
    body = p(LONG) + p(picture("a.emf")) + p(picture("b.png")) + p(picture("c"))
    outside = (
        '<Relationship Id="c" Type="http://x/image" Target="file:///etc/passwd" '
        'TargetMode="External"/>'
    )
    media = {"a.emf": b"\x01\x00\x00\x00", "b.png": png()[:60]}
    found = told(body, media=media, relations=outside)
    assert sorted(found) == ["picture-damaged", "picture-kind", "picture-outside"]


def test_a_picture_whose_bytes_are_damaged_keeps_no_story_back():
    data = bytearray(docx(p(LONG) + p(picture("a.png")), media={"a.png": bytes(range(256)) * 40}))
    at = data.index(b"word/media/a.png") + 40
    data[at : at + 8] = b"\xff" * 8
    made = import_word([("稿.docx", bytes(data))])
    assert [d.said["what"].key for d in made.diagnostics] == ["part.word-picture-damaged"]
    assert made.page.pictures == ()
    assert made.count.agrees


def test_what_has_no_counterpart_is_told_once_a_kind_with_its_place():
    red = "<w:color w:val='FF0000'/>"
    body = (
        p("首段写得长些，好不当作题目，免得认错。")
        + p(r("红", red), "字。")
        + p(r("又红", red), "。")
    )
    made = imported(
        body, comments=f'<w:comment w:id="1">{p("请核。")}</w:comment>', header=p("某报内部")
    )
    lines = [str(d) for d in made.diagnostics]
    assert any(
        "colour of words not kept, 2 times" in x and "paragraph 2, “红字。”" in x for x in lines
    )
    assert any("1 comment not taken (“请核。”)" in x for x in lines)
    assert any("header is not taken (“某报内部”)" in x for x in lines)
    assert len(lines) == 3


def test_colours_of_a_style_are_those_of_its_paragraphs_and_no_ones_choice():
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="blue"><w:name w:val="heading 3"/>'
        '<w:rPr><w:i/><w:color w:val="2F5496"/></w:rPr></w:style>'
    )
    assert told(p(LONG) + p("蓝色小标题", style="blue") + p(LONG), styles=styles) == []


@pytest.mark.parametrize(
    ("looks", "kind"),
    [
        ("<w:color w:val='FF0000'/>", "colour"), ("<w:color w:val='262626'/>", ""),
        ("<w:i/>", "italic"), ("<w:strike/>", "strike"), ("<w:dstrike/>", "strike"),
        ("<w:highlight w:val='yellow'/>", "highlight"), ("<w:shd w:fill='FFFF00'/>", "highlight"),
        ("<w:shd w:fill='FFFFFF'/>", ""), ("<w:vanish/>", "hidden"),
        ("<w:eastAsianLayout w:id='1' w:combine='1'/>", "combined"), ("<w:rtl/>", ""),
        ("<w:vertAlign w:val='superscript'/>", "script"), ("<w:webHidden/>", ""),
    ],
)  # fmt: skip
def test_looks_that_have_no_counterpart(looks: str, kind: str) -> None:
    assert told(p(LONG) + p("甲", r("，乙，丙，", looks), "。")) == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (p("甲", changed("ins", "乙")), "inserted"),
        (p("甲", changed("del", "乙")), "deleted"),
        (p("甲", box("乙")), "textbox"),
        (p("甲", "<w:r><w:object/></w:r>"), "object"),
        (p("甲", "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"), "equation"),
        (p("甲", ruby("乙丙", "bing")), "reading"),
        (p("甲", field(" AUTHOR ", None)), "field"),
        (p("甲", '<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>'), "symbol"),
        (p("甲", '<w:r><w:br w:type="page"/></w:r>', "乙"), "page-break"),
        (p("甲\u200e乙"), "control"),
        (p("甲", r("　　", "<w:u w:val='single'/>"), "乙"), "blank"),
        ('<w:altChunk r:id="x"/>', "chunk"),
        (p("沿", about='<w:framePr w:dropCap="drop"/>') + p("江。"), "drop-cap"),
        (
            p("甲", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("点此输入")
              + "</w:sdtContent></w:sdt>"),
            "placeholder",
        ),
        (
            p("甲", "<w:r><w:pict><v:shape><v:textpath string='艺术字'/></v:shape></w:pict></w:r>"),
            "art",
        ),
        (
            p("甲", '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/'
              '2006/chart"/></w:drawing></w:r>'),
            "chart",
        ),
        (table([["甲" * 2500, "乙"], ["丙", "丁"]]), "large-table"),
    ],
)  # fmt: skip
def test_things_that_have_no_counterpart(paragraph: str, kind: str) -> None:
    assert told(p(LONG) + paragraph + p(LONG)) == [kind]


def test_several_files_are_several_stories():
    made = import_word(
        [("甲/稿.docx", docx(p("甲稿", style="a3") + p(LONG))), ("乙/稿.docx", docx(p(LONG)))]
    )
    assert [s.file for s in made.page.stories] == ["stories/稿.md", "stories/稿-2.md"]


def test_a_file_of_several_stories_is_split_at_its_titles():
    notes = f'<w:footnote w:id="2">{p("注文。")}</w:footnote>'
    body = p("引一", style="yt") + p("题一", style="a3") + p("话", NOTE, "。" + LONG)
    body += p("上半句话", style="a3") + p("下半句话", style="a3") + p("又话", NOTE, "。" + LONG)
    body += table([["甲", "乙"], ["丙", "丁"]])
    data = docx(body, footnotes=notes)
    made = import_word([("稿.docx", data)], split=True)
    assert [(s.file, s.kicker, s.title) for s in made.page.stories] == [
        ("stories/稿-1.md", "引一", "题一"),
        ("stories/稿-2.md", "", "上半句话 | 下半句话"),
    ]
    assert [t.file for t in made.page.tables] == ["tables/稿-2-1.md"]
    (told,) = [d for d in import_word([("稿.docx", data)]).diagnostics if d.said.sub == "titles"]
    assert told.said["titles"] == 2


def test_headings_split_a_file_that_has_no_titles():
    body = p("题一", style="1") + p(LONG) + p("小题", style="2") + p(LONG) + p("题二", style="1")
    made = import_word([("稿.docx", docx(body + p(LONG)))], split=True)
    assert [s.title for s in made.page.stories] == ["题一", "题二"]
    assert made.count.agrees


def test_notes_are_counted_from_one_in_each_story():
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"注{n}。")}</w:footnote>' for n in (2, 3))
    other = NOTE.replace('"2"', '"3"')
    body = (
        p("题一", style="a3") + p("话", NOTE, "。") + p("题二", style="a3") + p("话", other, "。")
    )
    made = import_word([("稿.docx", docx(body, footnotes=notes))], split=True)
    assert "[^1]: 注3。" in made.files["stories/稿-2.md"].decode()
    assert made.count.agrees


def test_a_long_story_goes_on_in_a_second_file():
    made = imported("".join(p(f"第{n}段，" + LONG * 4) for n in range(90)))
    assert [s.file for s in made.page.stories] == ["stories/稿.md", "stories/稿-续2.md"]
    assert made.count.agrees


def test_names_of_iso_strict_are_read_too():
    data = docx(p(LONG) + p(r("甲", "<w:b/>"), "乙。"))
    from tests.worddocs import packed, parts

    held = parts(p(LONG) + p(r("甲", "<w:b/>"), "乙。"))
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = {n: d.replace(old, new) for n, d in held.items()}
    assert (
        import_word([("稿.docx", packed(strict))]).files == import_word([("稿.docx", data)]).files
    )


def test_styles_may_be_lacking():
    assert story(p(LONG) + p(r("甲", "<w:b/>"), "乙。"), styles="").endswith("**甲**乙。")
    assert "heading 1" in STYLES


@pytest.mark.parametrize("figures", ["²", "1" * 5000, "-1", ""])
def test_a_number_that_is_none_says_nothing(figures: str) -> None:
    listed = f'<w:numPr><w:ilvl w:val="{figures}"/><w:numId w:val="1"/></w:numPr>'
    before = f'<w:trPr><w:gridBefore w:val="{figures}"/></w:trPr>'
    grid = table([["甲", cell("乙", about=f'<w:gridSpan w:val="{figures}"/>')], ["丙", "丁"]])
    made = imported(
        p("标题") + p("第一段，写完了。", about=f'<w:outlineLvl w:val="{figures}"/>')
        + p("第二段，写完了。", about=listed) + grid.replace("<w:tr>", f"<w:tr>{before}", 1)
    )  # fmt: skip
    assert made.count.agrees
