"""Stories that go on from page to page: all of the text, once, and both ends name each other."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image

from layout.api import ComposedPage, Session
from layout.cli import main
from layout.diagnostics import StopError
from layout.display.items import GlyphRun
from layout.spec.markdown.story import parse_story
from tests.conftest import SENTENCE, Golden, Project
from tests.told import assert_told

FIRST = """\
page: T1
format: tabloid
blocks:
  - {id: lead, story: stories/long.md, columns: 2, headline: {lines: 4, size: 14pt}, jump_to: T2,
     at: {cols: 1-3, lines: 1-16}}
"""
SECOND = """\
page: T2
format: tabloid
blocks:
  - {id: rest, story: stories/long.md, headline: {lines: 4, size: 14pt}, jump_from: T1,
     at: {cols: 2-3, lines: 1-80}}
"""
Change = Callable[[Project], object]


@pytest.fixture
def two(project: Project) -> Project:
    text = "\n\n".join(f"{k}、{SENTENCE}" * 3 for k in "甲乙丙丁")
    project.write("stories/long.md", f"---\ntitle: 长文\n---\n\n{text}\n")
    project.write("T1.yaml", FIRST)
    project.write("T2.yaml", SECOND)
    project.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml]\n")
    return project


def page(project: Project, name: str) -> ComposedPage:
    return Session().page(project.path(f"{name}.yaml"))


def body(made: ComposedPage) -> str:
    document = pypdfium2.PdfDocument(made.pdf())
    text = re.sub(r"\s", "", document[0].get_textpage().get_text_range())
    return text.removeprefix("长文")


def test_both_pages_hold_the_whole_text_once(two: Project) -> None:
    first, second = page(two, "T1"), page(two, "T2")
    one, other = body(first), body(second)
    assert one.endswith("（下转T2版）")
    assert other.startswith("（上接T1版）")
    story = parse_story(two.path("stories/long.md").read_bytes(), "long.md")
    whole = re.sub(r"\s", "", "".join(p.text for p in story.paragraphs))
    assert one.removesuffix("（下转T2版）") + other.removeprefix("（上接T1版）") == whole
    fit, rest = first.display.fits[0], second.display.fits[0]
    assert fit.jumps == "T2"
    assert fit.over_characters == rest.characters
    assert fit.characters + rest.characters == len(whole)
    assert first.good
    assert second.good


def test_a_space_behind_the_first_character_moves_no_end(two: Project) -> None:
    """It is not set, and is counted: a character before the jump would be set on both pages."""
    text = "A " + SENTENCE * 12
    two.write("stories/long.md", f"---\ntitle: 长文\n---\n\n{text}\n")
    two.change("T1.yaml", "columns: 2,", "columns: 2, initial: 2,")
    one, other = body(page(two, "T1")), body(page(two, "T2"))
    whole = one.removesuffix("（下转T2版）") + other.removeprefix("（上接T1版）")
    assert whole == "A" + SENTENCE * 12


@pytest.mark.parametrize(
    "group",
    [
        "{pictures: [assets/p.png, assets/p.png]}",
        "{pictures: [assets/p.png, assets/p.png], arrange: mosaic}",
        "{pictures: [assets/p.png, assets/p.png], arrange: overlap}",
    ],
)
def test_pictures_of_a_group_have_their_shapes_on_the_page_before(two: Project, group: str) -> None:
    """The heights of a stack are those of its pictures, also where only its story's end counts."""
    two.path("assets").mkdir(exist_ok=True)
    Image.new("L", (400, 300)).save(two.path("assets/p.png"))
    two.write(
        "T1.yaml",
        "page: T1\nformat: tabloid\nblocks:\n"
        "  - stack:\n"
        f"      - {group}\n"
        "      - {story: stories/long.md, columns: 2, jump_to: T2, lines: 8}\n"
        "    at: {cols: 1-3, lines: 1-80}\n",
    )
    first, second = page(two, "T1"), page(two, "T2")
    assert first.display.fits[0].over_characters == second.display.fits[0].characters > 0


@pytest.mark.parametrize("name", ["T1", "T2"])
def test_both_ends_are_set_as_they_were(two: Project, golden: Golden, name: str) -> None:
    golden(f"jump-{name}.dump", page(two, name).dump())


def files(project: Project, name: str) -> set[str]:
    root = project.root.resolve()
    made = {f.resolve() for f in page(project, name).files}
    return {f.relative_to(root).as_posix() for f in made if f.is_relative_to(root)}


def test_the_other_page_is_one_of_the_files_a_page_is_made_of(two: Project) -> None:
    """With its pictures: a page without one of them is at fault, and this one waits for it."""
    Image.new("L", (300, 300), 90).save(two.path("town.png"))
    picture = "  - {picture: town.png, at: {cols: 1-3, lines: 20-60}}\n"
    two.write("T1.yaml", FIRST + picture)
    assert {"T1.yaml", "town.png"} <= files(two, "T2")
    assert "T2.yaml" in files(two, "T1")
    two.path("town.png").unlink()
    assert any(d.code == "JUMP-WAITS" for d in page(two, "T2").diagnostics)
    assert {"T1.yaml", "town.png"} <= files(two, "T2")  # what it waits for


@pytest.mark.parametrize("name", ["T1", "T2"])
def test_a_page_hangs_on_another_that_cannot_be_read(two: Project, name: str) -> None:
    other = {"T1": "T2.yaml", "T2": "T1.yaml"}[name]
    text = two.path(other).read_text(encoding="utf-8")
    two.write(other, text + "'")
    assert other in files(two, name)
    two.path(other).unlink()
    assert other in files(two, name)


def test_a_word_changed_on_the_page_before_moves_the_rest(two: Project) -> None:
    session = Session()
    before = session.page(two.path("T2.yaml")).dump()
    two.change("T1.yaml", "lines: 1-16", "lines: 1-20")
    assert session.page(two.path("T2.yaml")).dump() != before


WRONG: dict[str, tuple[Change, str, str]] = {
    "no such page": (lambda p: p.change("T1.yaml", "T2,", "T9,"), "T1", "JUMP-PAGE.unknown"),
    "itself": (
        lambda p: p.change("T1.yaml", "jump_to: T2", "jump_to: T1"), "T1", "JUMP-PAGE.itself",
    ),
    "nobody takes it up": (
        lambda p: p.change("T2.yaml", "jump_from: T1,", ""), "T1", "JUMP-PAGE.not-taken-up",
    ),
    "nobody let it go": (
        lambda p: p.change("T1.yaml", "jump_to: T2,", ""), "T2", "JUMP-PAGE.not-sent",
    ),
    "twice": (
        lambda p: p.write("T2.yaml", SECOND + SECOND.split("blocks:\n")[1].replace("rest", "again")
                          .replace("cols: 2-3", "cols: 4-5")),
        "T2", "JUMP-TWICE.block",
    ),
    "a circle": (
        lambda p: (
            p.change("T1.yaml", "jump_to: T2", "jump_to: T2, jump_from: T2"),
            p.change("T2.yaml", "jump_from: T1", "jump_from: T1, jump_to: T1"),
        ),
        "T1", "JUMP-CYCLE.pages",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_leads_nowhere_is_told_at_its_place(two: Project, name: str) -> None:
    change, of, key = WRONG[name]
    change(two)
    with pytest.raises(StopError) as stop:
        page(two, of)
    told = [d for d in stop.value.diagnostics if d.said.key == key]
    assert told
    if key == "JUMP-CYCLE.pages":
        assert told[0].said["chain"] == "T1.yaml → T2.yaml → T1.yaml"
    assert str(told[0].where).startswith("T")


FAULTS: dict[str, tuple[str, str]] = {
    "an unknown key": ("columns: 2", "colums: 2"),
    "no YAML": ("blocks:", "blocks: ["),
    "a story that is missing": (
        "blocks:\n",
        "blocks:\n  - {id: b, story: stories/none.md, at: {cols: 5-6, lines: 1-9}}\n",
    ),
    "a place off the page": ("lines: 1-16", "lines: 1-1600"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_error_of_the_first_page_does_not_stop_the_second(two: Project, fault: str) -> None:
    two.change("T1.yaml", *FAULTS[fault])
    with pytest.raises(StopError) as stop:
        page(two, "T1")
    second = page(two, "T2")
    assert second.drawable
    assert not second.good
    told = [d for d in second.diagnostics if d.severity == "error"]
    assert [(d.code, str(d.where).split(":")[0]) for d in told] == [("JUMP-WAITS", "T2.yaml")]
    assert_told(told[0], "JUMP-WAITS.coming-from", {"page": "T1", "story": "stories/long.md"})
    assert "长文" in second.dump()
    assert body(second) == ""
    assert not set(stop.value.diagnostics) & set(second.diagnostics)


@pytest.mark.parametrize("change", [("jump_from", "jump_form"), ("blocks:", "blocks: [")])
def test_an_error_of_the_second_page_does_not_stop_the_first(
    two: Project, change: tuple[str, str]
) -> None:
    whole = page(two, "T1").dump()
    two.change("T2.yaml", *change)
    with pytest.raises(StopError):
        page(two, "T2")
    first = page(two, "T1")
    assert first.good
    assert first.dump() == whole
    told = [d for d in first.diagnostics if d.code == "JUMP-WAITS"]
    assert [d.severity for d in told] == ["warning"]
    assert_told(told[0], "JUMP-WAITS.going-on", {"page": "T2", "story": "stories/long.md"})


def test_an_error_is_told_once_where_an_edition_is_built(
    two: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    two.change("T1.yaml", "columns: 2", "colums: 2")
    status = main(["build", str(two.root), "-o", str(two.path("out")), "-j", "1"])
    said = capsys.readouterr().err
    assert status == 1
    assert said.count("[UNKNOWN-KEY]") == 1
    assert said.count("[JUMP-WAITS]") == 1
    assert two.path("out/T2.pdf").is_file()
    assert not two.path("out/T1.pdf").exists()


def test_a_page_is_known_by_its_file_where_nothing_of_it_can_be_read(two: Project) -> None:
    two.path("T1.yaml").write_bytes(b"\xff\xfe")
    assert [d.code for d in page(two, "T2").diagnostics if d.severity == "error"] == ["JUMP-WAITS"]
    two.path("T1.yaml").unlink()
    assert [d.code for d in page(two, "T2").diagnostics if d.severity == "error"] == ["JUMP-WAITS"]


def test_a_third_page_waits_too(two: Project) -> None:
    two.change(
        "T2.yaml", "at: {cols: 2-3, lines: 1-80}", "jump_to: T3, at: {cols: 2-3, lines: 1-6}"
    )
    third = SECOND.replace("page: T2", "page: T3").replace("jump_from: T1", "jump_from: T2")
    two.write("T3.yaml", third)
    two.change("edition.yaml", "T2.yaml", "T2.yaml, T3.yaml")
    assert page(two, "T3").good
    two.change("T1.yaml", "columns: 2", "colums: 2")
    made = page(two, "T3")
    assert made.drawable
    (told,) = [d for d in made.diagnostics if d.severity == "error"]
    assert_told(told, "JUMP-WAITS.coming-from", {"page": "T2"})


def test_a_jump_with_nothing_left_is_told_on_both_pages(two: Project) -> None:
    two.change("T1.yaml", "lines: 1-16", "lines: 1-60")
    first, second = page(two, "T1"), page(two, "T2")
    assert "JUMP-EMPTY" in [d.code for d in first.diagnostics]
    assert "下转" not in body(first)
    assert second.display.fits[0].characters == 0
    assert [d.code for d in second.diagnostics] == ["JUMP-EMPTY"]
    (told,) = second.diagnostics
    assert_told(told, "JUMP-EMPTY.nothing-comes", {"page": "T1", "story": "stories/long.md"})
    assert str(told.where).startswith("T2.yaml:4:")


def test_a_jump_with_nothing_left_is_neither_over_nor_short_on_the_second_page(
    two: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its by-line is on the first; that page's own empty lines are told by build as by check."""
    two.change("stories/long.md", "title: 长文", "title: 长文\nbyline: 本报记者 王小明")
    two.change("T1.yaml", "lines: 1-16", "lines: 1-60")
    first, second = page(two, "T1"), page(two, "T2")
    assert "本报记者王小明" in body(first)
    assert "本报记者" not in body(second)
    (under,) = [d.message for d in first.diagnostics if d.code == "UNDERSET"]
    assert [d.code for d in second.diagnostics] == ["JUMP-EMPTY"]
    main(["check", str(two.root)])
    said = capsys.readouterr().out
    one, other = said.split("== T2 ==")
    assert under in one
    assert one.count("[UNDERSET]") == 1
    assert "[JUMP-EMPTY]" in other
    assert "[UNDERSET]" not in other
    assert "[TITLE-ORPHAN]" not in other
    assert "[OVERSET]" not in other
    assert "无来文" in other


def test_a_third_page_is_told_once_that_nothing_comes(two: Project) -> None:
    two.change("T1.yaml", "lines: 1-16", "lines: 1-60")
    two.change("T2.yaml", "jump_from: T1", "jump_from: T1, jump_to: T3")
    third = SECOND.replace("page: T2", "page: T3").replace("jump_from: T1", "jump_from: T2")
    two.write("T3.yaml", third)
    two.change("edition.yaml", "T2.yaml", "T2.yaml, T3.yaml")
    for name in ("T2", "T3"):
        assert [d.code for d in page(two, name).diagnostics] == ["JUMP-EMPTY"]


def test_a_story_goes_on_to_either_of_two_facing_pages_and_from_either(two: Project) -> None:
    """T2 and T3 are one sheet: a story comes to T3, and one goes from it to T4."""
    two.change("T1.yaml", "jump_to: T2", "jump_to: T3")
    two.write(
        "T2.yaml",
        "page: T2\nfacing: T3\nformat: tabloid\nblocks:\n"
        "  - {id: rest, story: stories/long.md, headline: {lines: 4, size: 14pt}, jump_from: T1,\n"
        "     at: {part: right, cols: 2-3, lines: 1-80}}\n"
        "  - {id: next, story: stories/next.md, headline: {lines: 4, size: 14pt}, jump_to: T4,\n"
        "     at: {part: right, cols: 5-6, lines: 1-12}}\n",
    )
    two.write("stories/next.md", f"---\ntitle: 再一篇\n---\n\n{SENTENCE * 6}\n")
    two.write("T4.yaml", SECOND.replace("T2", "T4").replace("T1", "T3").replace("long", "next"))
    two.write("edition.yaml", "date: 2024-05-06\npages: [T1.yaml, T2.yaml, T4.yaml]\n")
    first, sheet, last = (page(two, name) for name in ("T1", "T2", "T4"))
    assert first.good, first.diagnostics
    assert sheet.good, sheet.diagnostics
    assert last.good, last.diagnostics
    assert body(first).endswith("（下转T3版）")
    fits = {fit.block: fit for fit in sheet.display.fits}
    assert first.display.fits[0].over_characters == fits["rest"].characters
    assert fits["next"].over_characters == last.display.fits[0].characters > 0


def runs(made: ComposedPage, node: str) -> list[GlyphRun]:
    return [i for i in made.display.items if isinstance(i, GlyphRun) and node in i.node]


def said_at(made: ComposedPage, node: str) -> str:
    return "".join(run.text for run in runs(made, node))


@pytest.mark.parametrize(
    ("to", "origin", "edition", "lines"),
    [
        ("T2", "T1", "", ("（下转T2版）", "（上接T1版）")),
        ("{page: T2}", "{page: T1}", "", ("（下转T2版）", "（上接T1版）")),
        ("{page: T2, words: 下转第二版}", "{page: T1, words: 上接第一版}", "",
         ("下转第二版", "上接第一版")),
        ("T2", "T1",
         "jump_to_words: '▶下转第{page}版'\njump_from_words: '《{title}》上接{page}版'\n",
         ("▶下转第T2版", "《长文》上接T1版")),
        ("{page: T2, words: '{month}月下转'}", "T1", "jump_to_words: 下转\n",
         ("5月下转", "（上接T1版）")),
        ("{page: T2, words: '[下转]{红}{page}版'}", "T1", "", ("下转T2版", "（上接T1版）")),
    ],
)  # fmt: skip
def test_the_lines_of_a_jump_may_have_words_of_their_own(
    two: Project, to: str, origin: str, edition: str, lines: tuple[str, str]
) -> None:
    two.change("T1.yaml", "jump_to: T2", f"jump_to: {to}")
    two.change("T2.yaml", "jump_from: T1", f"jump_from: {origin}")
    two.change("edition.yaml", "date:", f"{edition}date:")
    first, second = page(two, "T1"), page(two, "T2")
    assert first.good, first.diagnostics
    assert second.good, second.diagnostics
    assert (said_at(first, "#jump-to"), said_at(second, "#jump-from")) == lines


def test_a_jump_line_has_the_style_it_names(two: Project) -> None:
    two.write("styles.yaml", "styles: {转: {face: 黑, size: 8pt}}\n")
    two.change("T1.yaml", "page: T1\n", "page: T1\nstyles: styles.yaml\n")
    two.change("T1.yaml", "jump_to: T2", "jump_to: {page: T2, style: 转}")
    (line,) = runs(page(two, "T1"), "#jump-to")
    assert line.size == 8
    assert "Sans" in line.face


def test_a_story_may_go_on_under_the_words_that_say_where_it_comes_from(two: Project) -> None:
    """They are the headline, and take no line of the text."""
    before = page(two, "T2")
    two.change(
        "T2.yaml", "jump_from: T1",
        "jump_from: {page: T1, words: '《{title}》上接第一版', stands: headline}",
    )  # fmt: skip
    after = page(two, "T2")
    assert after.good, after.diagnostics
    assert said_at(after, "#title") == "《长文》上接第一版"
    assert not runs(after, "#jump-from")
    one, other = before.display.fits[0], after.display.fits[0]
    assert other.characters == one.characters
    assert other.room == one.room + 1


def test_a_story_may_go_on_under_a_shorter_title(two: Project) -> None:
    text = two.path("stories/long.md").read_text(encoding="utf-8")
    head = (
        "kicker: 引题\ntitle: 很长的[一个]{红}主题 | 分成两句\nsubtitle: 副题\njump_title: 短题\n"
    )
    two.write("stories/long.md", text.replace("title: 长文\n", head))
    two.change("T2.yaml", "jump_from: T1", "jump_from: {page: T1, words: '《{title}》'}")
    first, second = page(two, "T1"), page(two, "T2")
    assert said_at(first, "#title") == "很长的一个主题　分成两句"
    assert said_at(first, "#subtitle") == "副题"
    assert said_at(second, "#title") == "短题"
    assert not runs(second, "#kicker")
    assert not runs(second, "#subtitle")
    assert said_at(second, "#jump-from") == "《短题》"
    two.change("stories/long.md", "jump_title: 短题\n", "")
    assert said_at(page(two, "T2"), "#jump-from") == "《很长的一个主题　分成两句》"
    assert said_at(page(two, "T2"), "#kicker") == "引题"


@pytest.mark.parametrize(
    ("jump", "code"),
    [
        ("{page: T2, words: '{pag}'}", "UNKNOWN-FIELD"),
        ("{page: T2, style: 转}", "UNKNOWN-STYLE"),
        ("{page: T2, stands: headline}", "UNKNOWN-KEY"),
        ("{words: 下转}", "MISSING-KEY"),
        ("{page: T9, words: 下转九版}", "JUMP-PAGE"),
    ],
)
def test_what_a_jump_cannot_be_is_told(two: Project, jump: str, code: str) -> None:
    two.change("T1.yaml", "jump_to: T2", f"jump_to: {jump}")
    try:
        found = page(two, "T1").diagnostics
    except StopError as stop:
        found = stop.diagnostics
    assert code in {d.code for d in found if d.severity == "error"}


def test_a_story_does_not_go_on_to_the_other_page_of_its_own_sheet(two: Project) -> None:
    two.change("T1.yaml", "page: T1\n", "page: T1\nfacing: T2\n")
    with pytest.raises(StopError) as stop:
        page(two, "T1")
    assert_told(stop.value.diagnostics[0], "JUMP-PAGE.itself", {"page": "T2"})
