"""An edition on disk: what is written, what a person's edit protects, what the files say."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from layout.api import Session
from layout.diagnostics import StopError
from layout.importer import import_text, write_edition
from layout.importer.checksums import read_record, sha256
from layout.importer.log import undo_log
from layout.importer.model import Imported
from layout.importer.stories import _BOLD, escaped, story_text
from layout.importer.write import edition_files
from layout.spec.markdown.story import parse_story
from tests.importer.pagetexts import PAGE

EDITION = Path(__file__).parents[2] / "specs" / "zhuzhou-2019-09-20"


@pytest.fixture
def imported() -> Imported:
    return import_text(PAGE.encode(), name="a1-test.md")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_what_is_written(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path / "new")
    assert sorted(snapshot(tmp_path / "new")) == sorted([
        ".import.json", "A1.yaml", "edition.yaml", "headline-sizes.yaml", "import-log.jsonl",
        "source/a1-test.md", "source/a1-test.normalised.md", "stories/01-制版车间.md",
        "stories/02-细活.md",
        "stories/03-印刷车间.md", "stories/核心提示.md",
    ])  # fmt: skip
    assert (tmp_path / "new/source/a1-test.md").read_bytes() == PAGE.encode()


def test_the_files_alone_give_the_source_back(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    text = (tmp_path / "source/a1-test.normalised.md").read_bytes()
    log = (tmp_path / "import-log.jsonl").read_text(encoding="utf-8")
    assert undo_log(text, log) == PAGE.encode()


def test_again_changes_nothing(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    before = snapshot(tmp_path)
    again = write_edition(imported, tmp_path)
    assert again.written == ()
    assert snapshot(tmp_path) == before


def test_a_new_text_replaces_what_nobody_edited(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    other = import_text(PAGE.replace("凌晨1点", "凌晨2点").encode(), name="a1-test.md")
    written = write_edition(other, tmp_path).written
    assert "stories/03-印刷车间.md" in written
    assert "edition.yaml" not in written


def test_an_edit_is_safe(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    for name in ("A1.yaml", "stories/02-细活.md"):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("\n改了。\n")
    before = snapshot(tmp_path)
    with pytest.raises(StopError) as stop:
        write_edition(imported, tmp_path)
    assert sorted(Path(d.where.file).name for d in stop.value.diagnostics) == [  # type: ignore[union-attr]
        "02-细活.md",
        "A1.yaml",
    ]
    assert snapshot(tmp_path) == before


def test_beside(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    first = (tmp_path / "A1.yaml").read_bytes()
    (tmp_path / "A1.yaml").write_text("# mine\n", encoding="utf-8")
    result = write_edition(imported, tmp_path, beside=True)
    assert result.beside == ("A1.yaml",)
    assert (tmp_path / "A1.yaml").read_text(encoding="utf-8") == "# mine\n"
    assert (tmp_path / "A1.yaml.new").read_bytes() == first
    # It stays the person's: the next import without --beside refuses again.
    with pytest.raises(StopError, match="has been edited since the last import"):
        write_edition(imported, tmp_path)


def test_a_sheet_that_no_page_names_stays_away(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    (tmp_path / "A1.yaml").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "headline-sizes.yaml").unlink()
    for _ in range(2):
        result = write_edition(imported, tmp_path, beside=True)
        assert result.beside == ("A1.yaml", "headline-sizes.yaml")
        assert not (tmp_path / "headline-sizes.yaml").exists()
        assert (tmp_path / "headline-sizes.yaml.new").is_file()
        assert "headline-sizes.yaml" not in read_record((tmp_path / ".import.json").read_bytes())


def test_the_record_of_the_edition_is_true() -> None:
    record = read_record((EDITION / ".import.json").read_bytes())
    assert "source/b1-ocr.md" in record
    # The page is composed by hand since, and three more stand beside it in the edition;
    # everything else is as it was imported.
    for name, checksum in record.items():
        assert (EDITION / name).is_file()
        by_hand = name in ("B1.yaml", "edition.yaml")
        assert by_hand or sha256((EDITION / name).read_bytes()) == checksum, name


def test_a_strangers_file_is_not_replaced(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text("name: 我的\n", encoding="utf-8")
    with pytest.raises(StopError, match="was not written by an import"):
        write_edition(imported, tmp_path)
    assert list(snapshot(tmp_path)) == ["edition.yaml"]


def test_a_broken_record_protects_everything(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    (tmp_path / ".import.json").write_text("[", encoding="utf-8")
    other = import_text(PAGE.replace("凌晨1点", "凌晨2点").encode(), name="a1-test.md")
    with pytest.raises(StopError, match="IMPORT-EDITED"):
        write_edition(other, tmp_path)


def test_a_folder_in_the_way(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "A1.yaml").mkdir()
    with pytest.raises(StopError, match="is not a file"):
        write_edition(imported, tmp_path)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StopError, match="IMPORT-WRITE"):
        write_edition(imported, tmp_path / "file")


def test_same_bytes_each_time() -> None:
    one, two = (edition_files(import_text(PAGE.encode(), name="a1-test.md")) for _ in range(2))
    assert one == two


def test_the_record_names_checksums(imported: Imported, tmp_path: Path) -> None:
    write_edition(imported, tmp_path)
    record = json.loads((tmp_path / ".import.json").read_text(encoding="utf-8"))
    assert record["source"] == "a1-test.md"
    assert set(record["sha256"]) == set(snapshot(tmp_path)) - {".import.json"}


@pytest.mark.parametrize(
    "text",
    [
        "一\\二",
        "*星*",
        "**粗**字",
        "#井",
        "---",
        "a*b*c",
        "\\*",
        "** 不 **",
        "***",
        "1**2",
        "**甲*乙**",
        "10^3^和H~2~O",
        "**m^2^**",
        "甲^2",
        "3~5天",
        "[甲](https://a.b/c_(d)*e*)",
        "![图](a.jpg)",
        "**[甲](https://a.b)**",
        "<https://a.b>和<mailto:a@b.c>",
        "#### 一",
        "### 二",
        "####",
        "行尾\\",
        "^*^",
    ],
)
def test_a_paragraph_is_read_back_as_it_was(text: str) -> None:
    data = f"---\n---\n\n{escaped(text)}\n".encode()
    (paragraph,) = parse_story(data, "x.md").paragraphs
    bold = text in ("**粗**字", "**m^2^**", "**[甲](https://a.b)**")
    assert paragraph.text == (text.replace("**", "") if bold else text)
    assert [run.voice for run in paragraph.runs] == (["strong"] if bold else [])


def test_only_what_could_be_markup_is_escaped() -> None:
    assert escaped("3~5天、周一^、[注]、（一）<甲>") == "3~5天、周一^、[注]、（一）<甲>"
    assert escaped("3~5天、6~8天") == r"3\~5天、6\~8天"


words = st.lists(
    st.sampled_from(
        [
            *"甲乙。“”aB12 *^~[]()<>\\#-!_`|",
            "**",
            "](https://a.b)",
            "#### ",
            "mailto:",
            "{甲}",
            "1. ",
            "- ",
            ":::",
        ]
    ),
    max_size=30,
).map("".join)


@example("**甲****甲**")
@example("|")
@given(words | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])))
def test_any_words_are_read_back_as_they_were(words: str) -> None:
    text = words.strip()
    assume(text)
    for head, kind in (("", "body"), ("### ", "subhead")):
        (paragraph,) = parse_story(f"{head}{escaped(text)}\n".encode(), "x.md").paragraphs
        assert paragraph.kind == kind
        assert paragraph.text == _BOLD.sub(r"\1", text)
        assert {run.voice for run in paragraph.runs} <= {"strong"}


def test_stories_are_read_back(imported: Imported) -> None:
    for story in imported.page.stories:
        read = parse_story(story_text(story).encode(), story.file)
        assert [p.text for p in read.paragraphs] == [p.text for p in story.paragraphs]
        assert (read.front.kicker or "", read.front.title or "") == (story.kicker, story.title)
        assert (read.front.subtitle or "", read.front.label or "") == (story.subtitle, story.label)


@pytest.mark.parametrize("staff", [1, 3, 7])
@pytest.mark.parametrize("size", ["broadsheet", "tabloid"])
def test_what_a_header_holds_goes_into_its_lines(tmp_path: Path, size: str, staff: int) -> None:
    """Date, telephone, section and staff, however many: the first page builds."""
    roles = ("责任编辑", "美术编辑", "校对", "值班编委", "版式", "图片编辑", "检校")
    names = " ".join(f"{role}：王小明" for role in roles[:staff])
    source = (
        "2025年11月24日 星期一 A05 民生\n\n"
        f"{names} 电话:0731-26501188\n\n# 菜价稳中有降\n\n本报讯 昨日，夜市重新开张。\n"
    )
    write_edition(import_text(source.encode(), name="a05.md", page_format=size), tmp_path)
    (tmp_path / "banxin.yaml").write_text("")
    made = Session().page(tmp_path / "A05.yaml")
    assert [d.message for d in made.diagnostics if d.severity == "error"] == []
