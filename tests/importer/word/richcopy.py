"""Copy from Word as one rich file, for whole imports: everything that a story may hold."""

import io

from PIL import Image

from tests.worddocs import box, cell, changed, docx, field, p, picture, r, ruby, table

KAI = "<w:rFonts w:ascii='Times New Roman' w:eastAsia='楷体_GB2312' w:hint='eastAsia'/>"
MIDDLE = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
NOTE = '<w:r><w:rPr><w:rStyle w:val="a9"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
NUMBERING = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""


def _listed(words: str, number: int, level: int = 0) -> str:
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(words, about=about)


def _png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 128).save(out, "PNG")
    return out.getvalue()


def rich() -> bytes:
    """The file. Its head is told by its look alone, as most copy has it."""
    down = '<w:vMerge w:val="restart"/>'
    body = [
        p(r("样稿怎样进版", "<w:sz w:val='28'/>"), about=MIDDLE),
        p(r("从文字处理软件来的稿件　不必重打一个字", "<w:b/><w:sz w:val='44'/>"), about=MIDDLE),
        p(r("——标题、楷体、着重号都跟着来", "<w:sz w:val='28'/>"), about=MIDDLE),
        p("本报记者 甲某某 通讯员 乙某某", about=MIDDLE),
        p("　　稿件多半从文字处理软件里来。编辑把稿件另存一份，交给排版，以前要",
          r("重打一遍。", "<w:b/>"),
          "现在不必了：", r("楷体", KAI), "、", r("着重号", "<w:em w:val='dot'/>"), "、",
          r("下划线", "<w:u w:val='single'/>"),
          "都跟着来。“引号”是什么样就是什么样——破折号、省略号……一个字也不改。"),
        p("　　生僻的字注了音，也带过来：", ruby("株", "zhū"), ruby("洲", "zhōu"), "、",
          ruby("渌口", "lùkǒu"),
          "。上标和下标照样，如10", r("3", "<w:vertAlign w:val='superscript'/>"), "、H",
          r("2", "<w:vertAlign w:val='subscript'/>"), "O。脚注", NOTE, "排在栏底。"),
        p("带过来的和带不过来的", style="2"),
        p("　　修订没有接受的，插入的字留着，", changed("ins", "像这几个字，"),
          changed("del", "像这几个，"),
          "删掉的不要。", field(" PAGE ", "12"), "页以前的", r("颜色", "<w:color w:val='FF0000'/>"),
          "不留。", field(" EQ \\o\\ac(○,3) ", None), "圈码留着。",
          box("文本框里的话，单独成段。")),
        _listed("先看标题，再看正文；", 1), _listed("看数字：里程、人数；", 1, 1),
        _listed("看人名、地名。", 1, 1), _listed("最后看版样。", 1),
        p(r("整段是楷体的话，写成段首的样式。", KAI)),
        _listed("黑点的列表也来；", 2), _listed("一条一段。", 2),
        p("表格和图片", style="2"),
        p("　　表格另存成一个文件，合并的格子照样合并；图片存进资料夹，图说跟着走。"),
        p("表1　三条步道的里程"),
        table(
            [
                [cell("步道", about=down), cell("里程（公里）", about='<w:gridSpan w:val="2"/>'),
                 cell("走完要多久", about=down)],
                [cell("", about="<w:vMerge/>"), "南段", "北段", cell("", about="<w:vMerge/>")],
                ["江边", "3.2", "2.8", "七十分钟"], ["山脚", "1.5", "4.0", "六十五分钟"],
            ]
        ),
        p(picture("a.png"), about=MIDDLE), p("图为放大镜下的网点。（丙某某 摄）", about=MIDDLE),
        p(picture("b.png"), about=MIDDLE), p("图2 铅字架", style="a7"),
        *[p("　　" + "下面几段是说明文字，让这一篇长一些，看得出段落和小标题站在哪里。" * 3)] * 4,
        p("某市某局", about=RIGHT), p("2026年9月20日", about=RIGHT),
    ]  # fmt: skip
    note = p("注文在这里，长一点，看看注排成什么样子。")
    return docx(
        "".join(body),
        numbering=NUMBERING,
        footnotes=f'<w:footnote w:id="2">{note}</w:footnote>',
        comments=f'<w:comment w:id="1">{p("请核。")}</w:comment>',
        header=p("某报内部"),
        media={"a.png": _png(300, 400), "b.png": _png(400, 280)},
    )
