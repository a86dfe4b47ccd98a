"""The characters in the XML and those that came out: two walks, and a difference that is told."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.importer.word import WordImport, import_word
from layout.importer.word.count import MadeText, compared
from layout.importer.word.line import LineReader
from layout.importer.word.model import WordBlock
from layout.importer.word.reader import WordReader
from tests.worddocs import box, cell, changed, docx, field, p, r, ruby, table


def imported(body: str, **others: object) -> WordImport:
    return import_word([("稿.docx", docx(body, **others))])


WORDS = st.text(
    st.sampled_from(
        "甲乙丙丁，。“”——……（）1.、-*^~[]{}<>|\\#：； 　\tAb3%＞｜落款着重@&_`!$=+\u00a0·"
    ),
    min_size=1, max_size=12,
)  # fmt: skip
LOOKS = st.lists(
    st.sampled_from(
        [
            "<w:b/>", "<w:em w:val='dot'/>", "<w:u w:val='single'/>", "<w:u w:val='wave'/>",
            "<w:rFonts w:eastAsia='楷体_GB2312'/>", "<w:vertAlign w:val='superscript'/>",
            "<w:vertAlign w:val='subscript'/>", "<w:color w:val='FF0000'/>", "<w:i/>",
            "<w:bdr w:val='single'/>", "<w:rFonts w:eastAsia='黑体' w:hint='eastAsia'/>",
            "<w:vanish/>", "<w:caps/>",
        ]
    ),
    max_size=2, unique=True,
).map("".join)  # fmt: skip
PLAIN = st.builds(r, WORDS, LOOKS)
BREAKS = st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:bookmarkStart/>"])
HELD = st.one_of(
    PLAIN,
    BREAKS,
    st.builds(
        ruby, st.sampled_from(["株", "株洲", "甲Ab"]), st.sampled_from(["zhū", "zhūzhōu", "a b"])
    ),
    st.builds(changed, st.sampled_from(["ins", "del", "moveTo"]), WORDS),
    st.builds(lambda x: f"<w:sdt><w:sdtContent>{x}</w:sdtContent></w:sdt>", PLAIN),
    st.builds(lambda x: f"<w:smartTag>{x}</w:smartTag>", PLAIN),
    st.builds(lambda x: f"<w:hyperlink r:id='no'>{x}</w:hyperlink>", PLAIN),
    st.builds(lambda x: f"<w:fldSimple w:instr='PAGE'>{x}</w:fldSimple>", PLAIN),
    st.builds(field, st.sampled_from([" PAGE ", " REF 甲 "]), st.one_of(st.none(), WORDS)),
    st.just("<w:r><w:noBreakHyphen/></w:r>"),
    st.just('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
    st.builds(lambda x: box(p(r(x))), WORDS),
    st.builds(lambda x: f"<m:oMath><m:r><m:t>{x}</m:t></m:r></m:oMath>", st.just("a=b")),
    st.just('<w:r><w:footnoteReference w:id="1"/></w:r>'),
)
ABOUT = st.sampled_from(
    [
        "", "", "", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:outlineLvl w:val="1"/>',
        "<w:rPr><w:del/></w:rPr>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>',
    ]
)  # fmt: skip
STYLE = st.sampled_from(["", "", "", "1", "2", "a3", "a5", "a7", "yt"])
PARAGRAPHS = st.builds(
    lambda held, style, about: p(*held, style=style, about=about),
    st.lists(HELD, max_size=5), STYLE, ABOUT,
)  # fmt: skip
CELLS = st.builds(
    lambda held, about: cell(*held, about=about),
    st.lists(PARAGRAPHS, min_size=1, max_size=2),
    st.sampled_from(
        ["", "", "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"]
    ),
)
TABLES = st.builds(table, st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=3))
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=7)
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""
NOTES = f'<w:footnote w:id="1">{p("注文一条，见“甲”。")}</w:footnote>'


@given(BODIES)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_structure_comes_through_with_all_its_characters(body: list[str]) -> None:
    end = p("末尾总有一段正文，好让稿件不空。")
    made = imported("".join(body) + end, numbering=NUMBERING, footnotes=NOTES)
    told = [d for d in made.diagnostics if d.code == "IMPORT-COUNT"]
    assert told == [], "\n".join(str(d) for d in told)
    assert made.count.agrees
    assert not made.amiss


def test_a_reader_that_drops_a_run_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count is of another walk: what the reader loses is told with its paragraph and words."""
    body = (
        p("第一段好好的。") + p(r("第二段里"), r("粗的字", "<w:b/>"), r("没有了。")) + p("第三段。")
    )
    assert not imported(body).amiss
    whole: Callable[..., None] = LineReader._run

    def dropping(self: LineReader, run: Element, depth: int) -> None:
        if not any("粗" in (t.text or "") for t in run):
            whole(self, run, depth)

    monkeypatch.setattr(LineReader, "_run", dropping)
    made = imported(body)
    told = [d for d in made.diagnostics if d.code == "IMPORT-COUNT"]
    assert made.amiss
    assert not made.count.agrees
    assert [(d.said["paragraph"], d.said["stand"], d.said["came"]) for d in told] == [(2, 11, 8)]
    assert "粗的字" in str(told[0])


def test_a_reader_that_reads_twice_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    whole: Callable[..., None] = LineReader._run

    def twice(self: LineReader, run: Element, depth: int) -> None:
        whole(self, run, depth)
        whole(self, run, depth)

    monkeypatch.setattr(LineReader, "_run", twice)
    told = [d for d in imported(p("一句话。") + p("两句话。")).diagnostics if d.severity == "error"]
    assert [(d.said["stand"], d.said["came"]) for d in told] == [(4, 8), (4, 8)]


def test_a_reader_that_loses_a_table_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    body = p("正文一段。") + table([["甲", "乙"], ["丙", "丁"]]) + p("再来一段。")
    assert imported(body).count.tables == 4
    whole = WordReader.blocks

    def without(self: WordReader, parent: Element, depth: int) -> list[WordBlock]:
        found = whole(self, parent, depth)
        return [b for b in found if not hasattr(b, "rows")]

    monkeypatch.setattr(WordReader, "blocks", without)
    lost = [d.said["words"] for d in imported(body).diagnostics if d.severity == "error"]
    assert lost == ["甲", "乙", "丙", "丁"]


def test_pieces_of_one_paragraph_are_counted_together() -> None:
    stand = ["甲乙", "丙", "丁戊己"]
    pieces = [MadeText(numbers=(0,), characters=1), MadeText(numbers=(0, 1), characters=2)]
    assert compared(stand, [*pieces, MadeText(numbers=(2,), characters=3)]) == ()
    (amiss,) = compared(stand, pieces)
    assert (amiss.numbers, amiss.words, amiss.stand, amiss.came) == ((2,), "丁戊己", 3, 0)


@pytest.mark.parametrize(
    ("body", "characters"),
    [
        (p("　　甲，“乙”——……") + p(""), 9),
        (p(ruby("株洲", "zhū zhōu"), "好"), 10),
        (p(r("甲"), changed("ins", "乙"), changed("del", "丙"), "。"), 3),
        (p("第", field(" PAGE ", "12"), "页。"), 5),
        (p(r("甲"), r("藏", "<w:vanish/>"), r("乙", "<w:rStyle w:val='hid'/>"), "。"), 2),
        (p(box("框里"), "外"), 3),
        (p("甲", "<w:r><w:noBreakHyphen/></w:r>", "乙"), 3),
        (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "乙"), 4),
    ],
)
def test_what_counts(body: str, characters: int) -> None:
    made = imported(body)
    assert made.count.stand == made.count.stories == characters
    assert not made.amiss
