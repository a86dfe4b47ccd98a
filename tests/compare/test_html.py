"""The report in a real Chromium, from the disk: what it shows, by mouse and by keyboard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layout.cli import main
from tests.conftest import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OUTSIDE = re.compile(r"""(?:src|href|url\()\s*=?\s*["']?(?!data:|#)[a-z]+:""")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two pages that differ, with words that a careless report would run."""
    from tests.conftest import project as made  # the fixture's own function

    folder = tmp_path_factory.mktemp("report")
    paper: Project = made.__wrapped__(folder)  # type: ignore[attr-defined]
    second = paper.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    paper.write("T2.yaml", second.replace("stories/two.md", "stories/three.md"))
    paper.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开，人不多。\n")
    paper.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    one, other = folder / "one", folder / "other"
    main(["build", str(paper.root), "--to", "pdf,dump", "-o", str(one), "-q"])
    paper.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开，<b>人</b>&很多。\n")
    paper.change("stories/two.md", "四十年", "五十年")
    paper.change("stories/two.md", "早市\n---", "早市</script><script>window.bad=1</script>\n---")
    main(["build", str(paper.root), "--to", "pdf,dump", "-o", str(other), "-q"])
    out = folder / "report"
    assert main(["compare", str(one), str(other), "-o", str(out), "--lang", "zh", "-q"]) == 1
    return out


@pytest.fixture(scope="module")
def opened(report: Path, browser: "Browser") -> "Iterator[Page]":
    """The report in a window, and that it asked for nothing and complained of nothing."""
    said: list[str] = []
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.on(
        "request", lambda one: said.append(one.url)
        if not one.url.startswith(("file:", "data:")) else None,
    )  # fmt: skip
    page.goto((report / "compare.html").as_uri())
    page.wait_for_function("document.documentElement.dataset.ready === 'yes'")
    page.wait_for_function("[...document.images].every((i) => i.complete && i.naturalWidth)")
    yield page
    page.close()
    assert said == []


def state(page: "Page", name: str) -> object:
    return page.evaluate(f"state.{name}")


def seen(page: "Page") -> str:
    """Which pictures of the page in view are seen."""
    return str(
        page.evaluate(
            "[...document.querySelectorAll('.page:not([hidden]) .first .layer')]"
            ".filter((i) => i.style.visibility !== 'hidden').map((i) => i.classList[1]).join(' ')"
        )
    )


def test_what_is_written(report: Path) -> None:
    names = sorted(path.name for path in report.iterdir())
    assert names == [
        "T1-compare.png", "T2-compare.png", "compare.html", "compare.json", "compare.txt",
    ]  # fmt: skip
    made = json.loads((report / "compare.json").read_text(encoding="utf-8"))
    assert made["written"] == ["T1-compare.png", "T2-compare.png"]
    assert made["totals"]["text"] == 3
    assert "改字" in (report / "compare.txt").read_text(encoding="utf-8")
    text = (report / "compare.html").read_text(encoding="utf-8")
    assert not OUTSIDE.search(text)
    assert "default-src 'none'" in text


def test_words_of_the_paper_are_no_code(opened: "Page") -> None:
    assert opened.evaluate("window.bad") is None
    listed = str(opened.evaluate("document.querySelector('#page-1 ol').textContent"))
    assert "<b>人</b>&很" in listed


def test_views_by_keyboard(opened: "Page") -> None:
    opened.keyboard.press("1")
    assert seen(opened) == "over"
    opened.keyboard.press("2")
    assert seen(opened) == "a b"
    before = state(opened, "part")
    opened.keyboard.press("ArrowRight")
    assert state(opened, "part") == before + 2  # type: ignore[operator]
    clip = opened.evaluate("document.querySelector('.layer.b').style.clipPath")
    assert clip == f"inset(0px 0px 0px {before + 2}%)"  # type: ignore[operator]
    opened.keyboard.press("3")
    assert opened.evaluate("Number(document.querySelector('.layer.b').style.opacity)") == (
        pytest.approx((before + 2) / 100)  # type: ignore[operator]
    )
    opened.keyboard.press("4")
    assert seen(opened) == "b"
    opened.keyboard.press("Space")
    assert seen(opened) == "a"
    opened.keyboard.press("Space")
    assert seen(opened) == "b"
    opened.keyboard.press("5")
    assert opened.is_visible("#page-0 .sheet.second")
    assert opened.evaluate("document.querySelector('[data-mode=beside]').ariaChecked") == "true"
    opened.keyboard.press("1")


def test_views_by_mouse(opened: "Page") -> None:
    opened.click("#page-0 [data-mode=slide]")
    edge = opened.locator("#page-0 .edge").bounding_box()
    sheet = opened.locator("#page-0 .sheet.first").bounding_box()
    assert edge is not None
    assert sheet is not None
    opened.mouse.move(edge["x"] + edge["width"] / 2, sheet["y"] + 60)
    opened.mouse.down()
    opened.mouse.move(sheet["x"] + sheet["width"] * 0.25, sheet["y"] + 80, steps=4)
    opened.mouse.up()
    assert state(opened, "part") == pytest.approx(25, abs=1)
    opened.mouse.move(sheet["x"] + sheet["width"] * 0.7, sheet["y"] + 80)
    assert state(opened, "part") == pytest.approx(25, abs=1)
    opened.click("#page-0 [data-mode=blend]")
    opened.locator("#page-0 input[type=range]").fill("80")
    assert opened.evaluate("document.querySelector('.layer.b').style.opacity") == "0.8"
    opened.click("#page-0 [data-mode=toggle]")
    opened.click("#page-0 [data-side=a]")
    assert seen(opened) == "a"
    opened.click("#page-0 [data-mode=overlay]")
    opened.click("#page-0 [data-marks]")
    assert not opened.is_visible("#page-0 .first svg.marks")
    opened.click("#page-0 [data-marks]")


def test_a_change_is_brought_into_view(opened: "Page") -> None:
    opened.keyboard.press("1")
    opened.keyboard.press("0")
    rows = opened.locator("#page-0 li button").all_inner_texts()
    wanted = next(n for n, row in enumerate(rows) if "四" in row)
    for number in range(wanted + 1):
        opened.keyboard.press("n")
        assert state(opened, "at") == number
    box = opened.locator("#page-0 .first [data-kinds='was now'] .mark.at .now").bounding_box()
    desk = opened.locator("#page-0 .desk").bounding_box()
    assert box is not None
    assert desk is not None
    assert desk["x"] <= box["x"]
    assert box["x"] + box["width"] <= desk["x"] + desk["width"]
    assert desk["y"] <= box["y"]
    assert box["y"] + box["height"] <= desk["y"] + desk["height"]
    zoom = state(opened, "zoom")
    opened.keyboard.press("+")
    assert state(opened, "zoom") > zoom  # type: ignore[operator]
    opened.keyboard.press("0")
    assert state(opened, "zoom") == 0
    at = int(str(state(opened, "at")))
    for _ in range(at + 1):  # back past the first one: the last
        opened.keyboard.press("p")
    last = opened.locator("#page-0 li button").last
    assert last.get_attribute("aria-current") == "true"


def test_side_by_side_both_show_the_same_place(opened: "Page") -> None:
    opened.keyboard.press("5")
    opened.keyboard.press("0")
    opened.click("#page-0 li button:has-text('四')")
    both = "[...document.querySelectorAll('#page-0 .pane')].map((p) => [p.scrollLeft, p.scrollTop])"
    opened.wait_for_function(f"() => {{ const s = {both}; return String(s[0]) === String(s[1]); }}")
    for pane, kinds in (("first", "was"), ("second", "now")):
        own = f"#page-0 .{pane} [data-kinds={kinds}]"
        mark = opened.locator(f"{own} .mark.at .now").bounding_box()
        room = opened.locator(f"#page-0 .pane:has(.{pane})").bounding_box()
        assert mark is not None
        assert room is not None
        assert room["x"] <= mark["x"]
        assert mark["x"] + mark["width"] <= room["x"] + room["width"]
    opened.evaluate("document.querySelectorAll('#page-0 .pane')[1].scrollBy(40, 60)")
    opened.wait_for_function(
        f"() => {{ const s = {both}; return s[0][1] > 0 && String(s[0]) === String(s[1]); }}"
    )
    # What is only in B is marked on B alone: on A other words stand at its place.
    added = opened.locator("#page-0 li button:has(ins):not(:has(del))").get_attribute("data-n")
    seen = "(one) => one.closest('svg').checkVisibility() && one.closest('.sheet').classList[1]"
    marks = f"#page-0 .mark[data-n='{added}']"
    assert [opened.evaluate(seen, one) for one in opened.query_selector_all(marks)] == [
        False, "second",
    ]  # fmt: skip
    opened.keyboard.press("1")
    assert opened.evaluate(seen, opened.query_selector(marks)) == "first"
    opened.keyboard.press("0")


def test_what_has_changed_is_shown_fine_enough_to_read(opened: "Page") -> None:
    """150 pixels an inch and more: 9 pt are 19 pixels high."""
    sharp = opened.evaluate(
        "[...document.querySelectorAll('#page-0 .first .layer.b img.fine')].map((i) =>"
        " 100 * i.naturalWidth / parseFloat(i.style.width) / i.closest('.sheet').dataset.w)"
    )
    assert sharp
    assert all(110 * one >= 150 for one in sharp)


def test_pages_and_languages(opened: "Page") -> None:
    opened.click("nav [role=tab] >> nth=1")
    assert opened.is_visible("#page-1")
    assert not opened.is_visible("#page-0")
    opened.keyboard.press("PageUp")
    assert opened.is_visible("#page-0")
    assert "版面对比" in opened.inner_text("h1")
    a, b = opened.locator("header .side").all_inner_texts()
    assert re.fullmatch(r"A 2024年5月6日 星期一\s.*/one", a), a
    assert b.endswith("/other")
    assert opened.title() == "2024年5月6日 星期一"
    opened.click("#lang")
    assert opened.inner_text("h1") == "Comparison"
    assert "改字" not in opened.inner_text("main")
    opened.click("#lang")


def test_it_prints_all_pages(opened: "Page") -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(opened.pdf(format="A4", print_background=True))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    count = len(document)
    document.close()
    assert 2 <= count <= 5
    for words in ("T1版", "T2版", "五", "只有A有", "只有B有"):
        assert words in text
