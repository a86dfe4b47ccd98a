"""Generated OCR noise: an import undone is the source to the byte, whatever the reader did."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.importer import Imported, import_text, write_edition
from layout.importer.log import log_lines, undo_log
from layout.pipeline import compose_page
from layout.workshop import Workshop
from tests.press_texts import PRESS_TEXTS

SENTENCES = [s + "。" for ps in PRESS_TEXTS.values() for p in ps for s in p.split("。") if s]
HEADS = """\
2026年1月2日 星期五 A3 社会新闻
二〇二六年一月二日 星期五 A03
二O二六年一月二日
A05 民生
第05版
05 要闻
株洲晚报
责任编辑：张　三 校对：李四五
# A05 民生
2026-01-02 星期五
""".splitlines()
LINES = """\
——记者走访北门口夜市
--副题
一一记者走访
—副题
**记者观察**
__记者观察__
## 一 账怎么算
一、账怎么算
### **粗题**
■本报记者 李四
□ 李四
文／王五
作者：张三
记者观察
●出租 两室一厅
▲图为夜市。
图为夜市。（张三 摄）
![](a.jpg)
| 甲 | 乙 |
|---|---|
摊位 | 数量
<table><tr><td>摊位</td><td>120</td></tr></table>
<table>
</table>
$$
E=mc^2
面积$10\\mathrm{km}^2$，满
甲<br>乙&nbsp;
```
---
======
朝辞白帝彩云间，
千里江陵一日还。
第一条　为了加强管理，制定本办法。
inter-
national
well-
known
导读
A4 纸从哪里来
此致 敬礼
夜市夜市夜市夜市夜市
第A05版
http://a.com/b?c=(1),欢迎
老 街 的 灯
明月当空照 繁星堆满天
""".splitlines()
LOOKS = {"一": "⼀", "生": "⽣", "比": "⽐", "车": "⻋", "口": "⼝", "长": "⻓", "见": "⻅",
         "〇": "○", "，": " , ", "。": ".", "：": ":", "（": "(", "）": ")", "“": '"', "”": '"',
         "——": "-", "、": "､", "》": "︾", "0": "O"}  # fmt: skip
SHEETS = ("edition.yaml", "headline-sizes.yaml")
BREAKS = [
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r\n\r\n",
    " \n",
    "\\\n",
    "\n\u3000\u3000",
    "\n> ",
    "\n- ",
]


@st.composite
def sentence(draw: st.DrawFn) -> str:
    """A sentence as a reader of a scan may give it."""
    text = draw(st.sampled_from(SENTENCES))
    for clean in draw(st.lists(st.sampled_from(sorted(LOOKS)), max_size=5)):
        text = text.replace(clean, LOOKS[clean])
    match draw(st.integers(0, 7)):
        case 0:
            text = " ".join(text)
        case 1:
            at = draw(st.integers(1, max(1, len(text) - 1)))
            text = text[:at] + draw(st.sampled_from([" ", "\u3000", "\u200b", "\xa0"])) + text[at:]
        case 2:
            at = draw(st.integers(1, max(1, len(text) - 1)))
            text = text[:at] + draw(st.sampled_from(BREAKS)) + text[at:]
        case 3:
            text += text[-draw(st.integers(1, 20)) :]
        case _:
            pass
    return text


@st.composite
def page(draw: st.DrawFn) -> str:
    """The text of a page: header lines, titles, sentences and all other kinds, in any order."""
    line = st.one_of(sentence(), sentence(), st.sampled_from(LINES), st.sampled_from(HEADS))
    title = st.sampled_from(["# 老街的灯又亮了", "## 桥通了", "桥通了一年多", "#### 短"])
    parts = draw(st.lists(st.one_of(line, line, title), min_size=1, max_size=14))
    return "".join(part + draw(st.sampled_from(BREAKS)) for part in parts)


def undone(imported: Imported) -> bytes:
    log = log_lines(imported.text, imported.repair.text, imported.log)
    return undo_log(imported.repair.text.encode(), log)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(page())
@example(
    "![](a.jpg)\n——记者走访北门口夜市\n版 面 在 电 脑 上 拼 好 以 后 ， 并 不 会 进 机 器 。\n"
)
def test_undone_it_is_the_source(text: str) -> None:
    data = text.encode()
    try:
        imported = import_text(data, name="x.md")
    except StopError:
        return
    assert undone(imported) == data
    assert imported.repair.undo() == text


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(page())
def test_every_change_is_in_the_log_at_its_place(text: str) -> None:
    """What the log does not name stands in the new text as it stood: in silence nothing changes."""
    try:
        imported = import_text(text.encode(), name="x.md")
    except StopError:
        return
    rows = map(json.loads, log_lines(text, imported.repair.text, imported.log).splitlines())
    edits = [(r["byte"], r["before"].encode(), r["after"].encode(), r["rule"]) for r in rows
             if r["kind"] == "edit"]  # fmt: skip
    old, at, made = text.encode(), 0, b""
    for place, before, after, rule in edits:
        assert rule
        assert place >= at
        assert old[place : place + len(before)] == before != after
        made += old[at:place] + after
        at = place + len(before)
    assert made + old[at:] == imported.repair.text.encode()


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(page())
def test_what_is_imported_again_needs_no_marks_mended(text: str) -> None:
    """The new text is settled: its marks, spaces and look-alikes ask for nothing more."""
    try:
        new = import_text(text.encode(), name="x.md").repair.text
        again = import_text(new.encode(), name="x.md")
    except StopError:
        return
    rules = {e.rule for e in again.log if e.kind == "edit"}
    assert not {r for r in rules if r.startswith(("F", "C1"))}


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(page(), st.sampled_from(["broadsheet", "tabloid"]))
def test_the_first_spec_builds(text: str, page_format: str) -> None:
    """Whatever the reader did, every page that is written is made, without an error."""
    try:
        imported = import_text(text.encode(), name="x.md", page_format=page_format)
    except StopError:
        return
    with TemporaryDirectory() as folder:
        write_edition(imported, Path(folder))
        pages = sorted(set(Path(folder).glob("*.yaml")) - {Path(folder) / n for n in SHEETS})
        assert pages
        for spec in pages:
            made = compose_page(spec, Workshop())
            assert [str(d) for d in made.diagnostics if d.severity == "error"] == []
