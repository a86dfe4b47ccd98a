"""The how-to in both languages, and README.zh.md, as a newcomer follows them: every command is run,
every piece is written, and what they say that a command tells is told."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from layout.api import ComposedPage, Session
from layout.check.run import check_page
from layout.cli import COMMANDS, main
from layout.cli.build import build_all
from layout.diagnostics import Place, StopError, error
from layout.record import record
from layout.words.said import Language, Named, said

ROOT = Path(__file__).parents[1]
FINE = ComposedPage.png
DPI = 40.0
FENCE = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.M | re.S)
FILE = re.compile(r"`(my-paper/[^`]+\.(?:yaml|md))`")


@record
class HowTo:
    """One of them: its file, the heading behind its first chapter, and words in it."""

    lang: Language
    file: str
    next: str
    made: tuple[str, ...]
    least: tuple[int, int]  # commands and pieces
    fitted: str = ""

    def text(self) -> str:
        return (ROOT / self.file).read_text(encoding="utf-8")

    def steps(self) -> Iterator[tuple[str, str, str]]:
        """Of the first chapter: language, content, and the file that was last named before it."""
        chapter = self.text().partition(f"\n## {self.next}\n")[0]
        for fence in FENCE.finditer(chapter):
            files = FILE.findall(chapter[: fence.start()])
            if fence[1]:  # a fence of no language is what a command says
                yield fence[1], fence[2], files[-1] if files else ""


PAGES = ("A1.png", "A4.pdf", "my-paper.pdf", "my-paper-spreads.pdf", "proof")
REFUSED = ("# refused", "# 不出")
QUOTED = (
    "a loose line: gaps of 20 % of an em in “…”: “62.8%，” after it, 3.5 em, may not be parted",
)
"""Of the English how-to, in the words of its own language."""
ENGLISH = HowTo(
    lang="en",
    file="docs/howto.md",
    next="How the lines are set",
    made=PAGES,
    least=(10, 9),
    fitted='"from": headline 6 lines',
)
CHINESE = HowTo(
    lang="zh",
    file="docs/zh/howto.md",
    next="行是怎样排的",
    made=PAGES,
    least=(10, 9),
    fitted="《前有导读后有转接》：标题占6行",
)
README = HowTo(
    lang="zh", file="README.zh.md", next="命令", made=("A1.pdf", "A2.png", "proof"), least=(7, 2)
)
BOTH = pytest.mark.parametrize("howto", [ENGLISH, CHINESE], ids=lambda h: h.lang)


def put(path: Path, piece: str) -> None:
    """A piece of a page where the text says: all of it, in place of a block, or at its end."""
    if piece.startswith(("page:", "reading:")):
        path.write_text(piece, encoding="utf-8")
        return
    page = path.read_text(encoding="utf-8")
    names = re.findall(r"^ *- id: (\S+)|^ +(?=\S)", piece, re.M)
    for name in [n for n in names if n]:
        found = re.search(rf"^( *)- id: {name}(?: +#.*)?\n(?:\1 .*\n)*", page, re.M)
        if found:
            page = page[: found.start()] + piece + page[found.end() :]
            break
    else:
        page += piece
    path.write_text(page, encoding="utf-8")


def once(session: Session, args: argparse.Namespace, formats: list[str]) -> int:
    """In place of the watch, which goes on for ever: what it does when it begins."""
    return build_all(session, args, formats, ["pages"])


def coarse(page: ComposedPage, dpi: float = 150.0) -> bytes:
    """In place of pictures as fine as they are asked for."""
    return FINE(page, min(dpi, DPI))


def as_coarse(_page: object, _dpi: float) -> int:
    """In place of a picture drawn finer than it is, for its dashes: six times, at so few pixels."""
    return 1


@pytest.mark.parametrize("howto", [ENGLISH, CHINESE, README], ids=lambda h: h.file)
def test_every_command_and_every_piece(
    howto: HowTo,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("layout.making.watch.watch", once)
    monkeypatch.setattr("layout.making.proofset.PLATES_DPI", DPI)  # fine ones take their time
    monkeypatch.setattr(ComposedPage, "png", coarse)
    monkeypatch.setattr("layout.render.onpixels.fineness", as_coarse)
    ran = written = 0
    for language, content, name in howto.steps():
        if language != "sh":
            assert language in ("yaml", "markdown"), language
            if language == "markdown":
                Path(name).write_text(content, encoding="utf-8")
            else:
                put(Path(name), content)
            written += 1
            continue
        for row in content.splitlines():
            program, *words = shlex.split(row, comments=True)
            assert program == "banxin"
            status = main(words)
            told = capsys.readouterr()
            assert status == any(mark in row for mark in REFUSED), f"{row}\n{told.err}"
            ran += 1
    assert ran >= howto.least[0]
    assert written >= howto.least[1]
    for file in howto.made:
        assert (tmp_path / "out" / file).exists(), file


@BOTH
def test_what_the_chapter_says_of_its_page(
    howto: HowTo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page as the chapter leaves it: what it says the commands tell, they do tell."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-paper", "--format", "tabloid", "-q"]) == 0
    found: dict[str, set[str]] = {}
    page = Path("my-paper/A4.yaml")
    for language, content, name in howto.steps():
        if language == "markdown":
            Path(name).write_text(content, encoding="utf-8")
        elif language == "yaml":
            put(Path(name), content)
            if content.startswith("checks:"):
                found["after"] = codes(page)
            elif "jump_from" in content:
                found["before"] = codes(page)
            elif content.startswith("page:"):
                found["first"] = codes(page)
    assert "UNDERSET" in found["first"]
    assert found["before"] == {"STANDS-IN", "FITTED"}
    assert found["after"] == {"STANDS-IN", "FITTED"}
    composed = Session().page(page)
    assert f"`{howto.fitted}" in howto.text()
    assert any(howto.fitted in d.line(howto.lang) for d in composed.diagnostics)
    report = check_page(composed)
    assert [e.met for e in report.evidence] == [True]
    assert [a.diagnostic.code for a in report.accepted] == ["GUTTER-RUN"]


def codes(page: Path) -> set[str]:
    return {d.code for d in check_page(Session().page(page)).diagnostics} - {
        "PICTURE-INKS",
        "CROPPED",
        "OVER",
    }


def test_the_readme_names_every_command() -> None:
    table = README.text().partition("\n## 命令\n")[2].partition("\n\n报社")[0]
    named = set(re.findall(r"`(\w+)`", table))
    assert set(COMMANDS) <= named, "README.zh.md says nothing of a command"
    assert named <= {*COMMANDS, "banxin"}


def test_both_tell_of_the_same_tasks() -> None:
    """What is code in the English how-to, a key, a command, a mark, stands in the Chinese one."""
    other = {".venv/bin/banxin", ENGLISH.fitted.rstrip(), *QUOTED}
    prose = FENCE.sub("", ENGLISH.text())
    missing = [
        code
        for code in dict.fromkeys(re.findall(r"`([^`\n]+)`", prose))
        if code not in other and code.removeprefix("out/") not in CHINESE.text()
    ]
    assert missing == [], f"{CHINESE.file} says nothing of these"


def test_the_example_of_a_message_is_what_the_page_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Chinese how-to shows a mistake in the page that it has the reader write."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-paper", "--format", "tabloid", "-q"]) == 0
    steps = list(CHINESE.steps())
    page = next(content for _, content, name in steps if content.startswith("page:"))
    for language, content, name in steps:
        if language == "markdown":
            Path(name).write_text(content, encoding="utf-8")
    Path("my-paper/A4.yaml").write_text(page.replace("columns:", "colums:"), encoding="utf-8")
    with pytest.raises(StopError) as stop:
        Session().page(Path("my-paper/A4.yaml"))
    shown = re.search(r"^```\n(.*?)^```$", CHINESE.text(), re.M | re.S)
    assert shown is not None
    assert shown[1].splitlines() == [d.line("zh") for d in stop.value.diagnostics]


MISTAKES = {
    "不是UTF-8编码": ("stories/lead.md", "title", "t\udcb4tle"),
    "冒号是全角的": ("A1.yaml", "page: ", "page："),
    "冒号后面要空一格": ("A1.yaml", "page: ", "page:"),
    "要用空格，打成了制表符": ("A1.yaml", "    at: {cols: 1-6", "\tat: {cols: 1-6"),
    "跟上面哪一行也对不齐": ("A1.yaml", "    at: {cols: 1-6", "   at: {cols: 1-6"),
    "要加引号": ("stories/lead.md", "title: ", "title: 快讯: "),
    "不存在": ("A1.yaml", "stories/lead.md", "stories/led.md"),
    "重叠": ("A1.yaml", "lines: 12-45", "lines: 12-49"),
    "版面只有": ("A1.yaml", "cols: 3-6", "cols: 3-7"),
    "溢文": ("A2.yaml", "columns: {count: 2", "lines: 12\n        columns: {count: 2"),
    "欠文": ("A1.yaml", "subhead: 2", "lines: 34"),
    "哪个字体都没有": ("stories/lead.md", "这张样报", "这张𪚥样报"),
    "是代用稿": ("A1.yaml", "", ""),
    "是代用图": ("A1.yaml", "", ""),
}
"""What the Chinese how-to quotes of messages: a file, and a mistake in it that is told so."""


@pytest.mark.parametrize("quoted", MISTAKES)
def test_quoted_messages_are_told(
    quoted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"`{quoted}`" in CHINESE.text()
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-paper", "--format", "tabloid", "-q"]) == 0
    name, right, wrong = MISTAKES[quoted]
    file = Path("my-paper", name)
    text = file.read_text(encoding="utf-8")
    assert right in text
    broken = text.replace(right, wrong, 1)
    file.write_text(broken, encoding="utf-8", errors="surrogateescape")
    page = Path("my-paper/A2.yaml" if name == "A2.yaml" else "my-paper/A1.yaml")
    try:
        told = Session().page(page).diagnostics
    except StopError as stop:
        told = stop.diagnostics
    assert any(quoted in d.line("zh") for d in told), [d.line("zh") for d in told]


def test_the_chinese_how_to_quotes_no_other_message() -> None:
    table = CHINESE.text().partition("| 提示里说 |")[2].partition("\n\n")[0]
    firsts = [row.split("|")[1] for row in table.splitlines()[2:]]
    assert {code for cell in firsts for code in re.findall("`([^`]+)`", cell)} == set(MISTAKES)


def test_quoted_words_are_those_of_the_table() -> None:
    why = said("part.why-word", piece="62.8%，", width=3.5)
    loose = said("LOOSE.gaps", text="……", percent=20, limit="", why=why)
    assert f"`{loose.words('zh')}`" in CHINESE.text()
    meant = said("part.did-you-mean", word="columns")
    unknown = said("UNKNOWN-KEY.key", path="blocks.5", key="colums", hint=meant)
    called = said("part.called-headline", title="干部跑起来部门动起来")
    over = said(
        "OVERSET.story",
        node=Named("stories/03-四联行动.md", called),
        characters=48, lines=3, of=48, room=45,
        deeper=1,
    )  # fmt: skip
    for row, told in ((43, unknown), (59, over)):
        line = error(told, Place("B1.yaml", row, 5)).line("zh")
        assert f"\n{line}\n" in README.text(), line


def whole_page(howto: HowTo, name: str, form: str) -> Path:
    """A page that stands in one piece in a later chapter, put into a new paper."""
    assert main(["new", "my-paper", "--format", form, "-q"]) == 0
    (piece,) = [f[2] for f in FENCE.finditer(howto.text()) if f[2].startswith(f"page: {name}")]
    page = Path(f"my-paper/{name}.yaml")
    page.write_text(piece, encoding="utf-8")
    return page


@BOTH
def test_the_page_without_basic_columns_is_as_it_says(
    howto: HowTo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = Session().page(whole_page(howto, "A5", "broadsheet"))
    measures: dict[str, set[float]] = {}
    for frame in made.display.frames:
        measures.setdefault(frame.block, set()).add(round(frame.rect.width / 9, 6))
    assert measures == {"lead": {16.25}, "beside": {16.0}, "narrow": {20.0}, "wide": {15.0}}


@BOTH
def test_the_two_pages_as_one_are_as_it_says(
    howto: HowTo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = whole_page(howto, "A6", "tabloid")
    assert main(["build", str(page), "-q"]) == 0
    assert {"A6-A7.pdf", "A6.pdf", "A7.pdf"} <= {made.name for made in Path("out").iterdir()}
    assert "FOLD" not in codes(page)
    piece = page.read_text(encoding="utf-8")
    small = piece.replace("style: main}", "style: note, align: center}")
    page.write_text(small, encoding="utf-8")
    assert "FOLD" in codes(page)
