"""Looking at a page in a real browser: it changes in place, and everything leads to its source."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.preview.conftest import OpenWindow, frames, until
from tests.preview.looking import click_word, client, line_of, place_of, seen, text
from tests.preview.served import Served, free_port, served

WORD = "豆浆店"


@pytest.fixture
def proof(project: Project) -> Iterator[Served]:
    """A served edition of one page."""
    with served(project.edition, lang="zh", editor="true {file} {line}") as one:
        yield one


def test_a_saved_file_changes_the_page_in_place(
    project: Project, proof: Served, window: OpenWindow, tmp_path: Path
) -> None:
    page = window(proof.url)
    page.keyboard.press("g")
    page.keyboard.press("2")
    until(page, "document.querySelector('.drawing [data-layer=grid]').children.length > 0")
    assert re.search("栏.*栏距", text(page, "#layers .keys:not([hidden])").replace("\n", " "))
    line = line_of(page, WORD)
    page.evaluate("one => banxin.view.centre(banxin.page, one.x, one.y)", line)
    before = seen(page)
    assert before["zoom"] == 2
    assert before["y"] > 0
    untouched = page.evaluate_handle("banxin.scene('side')[0]")
    page.evaluate("() => { window.heard = 0; banxin.on('page', () => heard += 1); }")

    project.change("stories/one.md", WORD, "豆花铺")
    until(page, "Object.values(banxin.state.text).flat().some(one => one.text.includes('豆花铺'))")

    assert seen(page) == before
    assert page.evaluate("heard") == 0, "the page was drawn anew"
    assert page.evaluate("one => one === banxin.scene('side')[0]", untouched)
    # Before and after.
    assert page.locator("button[aria-pressed][title^='改前改后']").first.is_enabled()
    drawn = "banxin.scene('lead').map(one => one.outerHTML).join('')"
    after = page.evaluate(drawn)
    page.keyboard.press("x")
    frames(page)
    assert page.locator("#was").is_visible()
    was = page.evaluate("document.querySelector('.ink [id=b-lead]').outerHTML")
    assert was != after
    page.keyboard.press("x")
    assert page.evaluate("document.querySelector('.ink [id=b-lead]').outerHTML") == after
    # A block that moves, and one that goes and comes again.
    project.change("T1.yaml", "lines: 42-70", "lines: 43-71")
    until(page, "banxin.state.info.get('picture').lines[0] === 43")
    project.change("T1.yaml", "  - id: side", "  - id: other")
    until(page, "banxin.state.info.has('other')")
    assert page.evaluate("banxin.scene('other').length") == 1
    assert page.evaluate("[...document.querySelectorAll('.ink > *')].map(one => one.id)") == (
        page.evaluate("banxin.state.order")
    )
    assert seen(page) == before


def test_an_error_lies_over_the_last_good_page_until_it_is_mended(
    project: Project, proof: Served, window: OpenWindow
) -> None:
    page = window(proof.url)
    drawn = page.evaluate("document.querySelector('.ink').childElementCount")
    page.evaluate("banxin.select('side')")
    until(page, "document.querySelector('.source-text .here')?.textContent.includes('id: side')")
    project.change("T1.yaml", "cols: 5-6", "cols: 5-16")
    page.wait_for_selector("#band:not([hidden])")
    assert re.search(r"T1\.yaml:\d+:\d+", text(page, "#band .where"))
    assert "5-16" in text(page, "#band .message")
    assert page.evaluate("document.querySelector('.ink').childElementCount") == drawn
    until(page, "document.querySelector('.source-text .here')?.textContent.includes('5-16')")
    assert "side.at.cols" in text(page, "#band .message")  # by its name, not by its number
    page.click("#band .open")
    until(page, "document.querySelector('#status-said').textContent.includes('T1.yaml')")
    # All of the page is seen under the band; what is told elsewhere says which errors.
    below = "document.querySelector('.paper').getBoundingClientRect().top"
    foot = "document.querySelector('#band').getBoundingClientRect().bottom"
    until(page, f"{below} >= {foot}")
    assert "side.at.cols" in page.evaluate("document.querySelector('#pages button').title")
    page.keyboard.press("1")  # one can look about meanwhile
    page.evaluate("banxin.stage.scrollTop = 200")
    project.change("T1.yaml", "cols: 5-16", "cols: 5-6")
    page.wait_for_selector("#band", state="hidden")
    until(page, "banxin.view.table.style.paddingTop === '0px'")
    # A long list of names is folded to two lines.
    project.change("T1.yaml", "story: stories/two.md", "story: stories/two.md\n    body: 无此样式")
    page.wait_for_selector("#band .more")
    assert page.evaluate("document.querySelector('#band ul').offsetHeight") < 60
    page.click("#band .more")
    assert page.evaluate("document.querySelector('#band ul').offsetHeight") > 60
    page.click("#band .more")
    assert page.evaluate("document.querySelector('#band ul').offsetHeight") < 60
    project.change("T1.yaml", "\n    body: 无此样式", "")
    page.wait_for_selector("#band", state="hidden")
    until(page, "!document.querySelector('.source-text').textContent.includes('5-16')")
    # A half-written story, and a file that is gone for a minute.
    story = project.path("stories/two.md")
    kept = story.read_text(encoding="utf-8")
    story.unlink()
    page.wait_for_selector("#band:not([hidden])")
    assert "two.md" in text(page, "#band")
    story.write_text(kept, encoding="utf-8")
    page.wait_for_selector("#band", state="hidden")


def test_words_and_blocks_lead_to_their_source(
    project: Project, proof: Served, window: OpenWindow
) -> None:
    page = window(proof.url)
    page.keyboard.press("2")
    click_word(page, WORD)
    until(page, "document.querySelector('#source-head').textContent.startsWith('stories/one.md')")
    until(page, "document.querySelector('.source-text mark')")
    line = int(text(page, "#source-head").split(":")[1])
    row = project.path("stories/one.md").read_text(encoding="utf-8").splitlines()[line - 1]
    assert WORD in row
    assert text(page, ".source-text mark") == WORD[0]
    assert "字 ×" in text(page, "#panel-block")
    assert page.evaluate("banxin.selected") == "lead"
    # A picture's block leads to the spec.
    page.evaluate("banxin.view.refit('page')")
    rect = page.evaluate("banxin.state.info.get('picture').rect")
    page.mouse.click(*client(page, rect[0] + rect[2] / 2, rect[1] + rect[3] / 3))
    until(page, "document.querySelector('.source-text .here')?.textContent.includes('id: picture')")
    spec = project.spec.read_text(encoding="utf-8").splitlines()
    assert "id: picture" in spec[int(text(page, "#source-head").split(":")[1]) - 1]
    # Nothing is picked any more: no line of a file is marked.
    page.keyboard.press("Escape")
    until(page, "document.querySelector('#source-head').textContent === ''")
    assert page.locator(".source-text .here").count() == 0
    # Hover tells the measures, in the foot and over the block.
    page.mouse.move(*place_of(page, "早市"))
    until(page, "document.querySelector('#status-block').textContent.includes('《河边的早市》')")
    assert re.search(r"[\d.]+ × [\d.]+ mm.*字 × .*行", text(page, "#status-block"))
    until(page, "document.querySelector('.glass-hover text')?.textContent.includes(' mm')")
    assert re.search(r"第\d栏", text(page, "#status-place"))
    # What is under it is told anew where the page moves below a pointer that rests, with any tool.
    block = "document.querySelector('#status-block').textContent"
    page.keyboard.press("e")
    page.evaluate("banxin.view.zoomTo(2); banxin.view.centre(banxin.page, 0, 0)")
    until(page, f"!{block}.includes('早市')")
    page.evaluate("banxin.view.refit('page')")
    until(page, f"{block}.startsWith('稿件《河边的早市》')")
    # A key that can do nothing now says why.
    page.keyboard.press(".")
    until(page, "document.querySelector('#status-said').textContent.includes('放大镜')")


def test_findings_are_listed_and_lead_to_their_place(
    project: Project, proof: Served, window: OpenWindow
) -> None:
    page = window(proof.url)
    project.change("stories/two.md", "2024年也不例外。", "2024年也不例外。" * 60)
    page.click("#tab-findings")
    over = page.locator("#panel-findings li > button", has_text="OVERSET")
    over.first.wait_for()
    count = int(text(page, "#tab-findings .badge"))
    assert count >= 1
    # Its number stands on the page too, its place in columns and lines.
    number = over.first.locator(".number").inner_text()
    assert re.search(r"第\d(–\d)?栏 第\d+(–\d+)?行", over.first.inner_text())
    page.keyboard.press("Escape")
    page.locator("#layer-findings").check()
    frames(page)
    assert page.locator(".glass-findings .number text", has_text=re.compile(f"^{number}$")).count()
    # No number lies on what is told of what does not fit.
    page.wait_for_selector(".drawing [data-layer=unfit] > .label")
    until(
        page,
        """(() => {
            const rects = (what) => [...document.querySelectorAll(what)]
                .map(one => one.getBoundingClientRect());
            const labels = rects(".drawing [data-layer=unfit] > .label");
            return rects(".glass-findings .number").every(a => labels.every(b =>
                a.right <= b.left + 1 || b.right <= a.left + 1
                || a.bottom <= b.top + 1 || b.bottom <= a.top + 1)); })()""",
    )
    over.first.click()
    frames(page)
    assert page.locator("#panel-findings [aria-current=true]").count() == 1
    assert page.evaluate("document.querySelectorAll('.glass-flash rect').length") >= 1
    page.fill("#panel-findings input", "OVERSET")
    shown = page.locator("#panel-findings li").count()
    assert shown == over.count()
    page.fill("#panel-findings input", "")
    page.keyboard.press("F8")
    frames(page)
    assert page.locator("#panel-findings [aria-current=true]").count() == 1
    # 溢文 and 欠文 of each story, live.
    page.click("#tab-fits")
    row = page.locator("#panel-fits tr.over")
    over_told = re.search(r"溢文(\d+)字（(\d+)行）", row.inner_text())
    assert over_told
    # It is seen on the page, whatever overlays are shown.
    page.locator("#layer-findings").uncheck()
    assert page.evaluate("banxin.view.table.dataset.layers") == ""
    until(page, "document.querySelector('.drawing [data-layer=unfit] > .label')")
    assert page.locator(".drawing .over [data-layer=unfit] > .label").is_visible()
    project.change("stories/two.md", "2024年也不例外。" * 60, "2024年也不例外。")
    row.wait_for(state="detached")
    until(page, "!document.querySelector('.drawing [data-layer=unfit] > .label')")
    page.click("#tab-findings")
    over.first.wait_for(state="detached")


def test_search_selection_and_copy(proof: Served, window: OpenWindow) -> None:
    page = window(proof.url, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("Control+f")
    page.keyboard.type("第一班公交车驶出车站")
    sentences = page.evaluate("banxin.state.fits.length") and 24
    until(page, f"document.querySelector('#find .count').textContent.includes('{sentences}')")
    frames(page)
    marks = page.evaluate("document.querySelectorAll('.glass-found rect').length")
    assert marks > sentences, "one that goes over a line's end has two marks"
    page.keyboard.press("Enter")
    frames(page)
    assert "第 2 处" in text(page, "#find .count")
    page.keyboard.press("Escape")
    frames(page)
    assert page.locator("#find").is_hidden()
    assert page.evaluate("document.querySelectorAll('.glass-found rect').length") == 0
    # Lines of a paragraph are copied as one.
    page.keyboard.press("1")
    lines = page.evaluate(
        "banxin.state.text['b-lead'].filter(one => one.paragraph === 2).map(one => one.text)"
    )
    page.evaluate(
        """() => {
            const spans = [...document.querySelectorAll('.words span')]
                .filter(one => one.line.paragraph === 2 && one.line.story.includes('one'));
            getSelection().setBaseAndExtent(
                spans[0].firstChild, 0, spans.at(-1).firstChild, spans.at(-1).firstChild.length);
        }"""
    )
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()") == "".join(lines)


def test_tools_zoom_and_keys(proof: Served, window: OpenWindow) -> None:
    page = window(proof.url)
    assert page.evaluate("banxin.view.fit") == "page"
    x, y = place_of(page, "早市")
    page.mouse.move(x, y)
    under = page.evaluate("([x, y]) => banxin.view.at(x, y)", [x, y])
    page.keyboard.down("Control")
    for _ in range(5):
        page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    until(page, "banxin.view.zoom > 1")
    frames(page)
    now = page.evaluate("([x, y]) => banxin.view.at(x, y)", [x, y])
    assert (now["x"], now["y"]) == pytest.approx((under["x"], under["y"]), abs=1.0)
    # Two fingers, twice as far apart and a little lower: what was between them still is.
    page.keyboard.press("1")
    page.evaluate("banxin.view.centre(banxin.page, 300, 400)")
    pinched = page.evaluate(
        """async () => {
            const send = (name, ...places) => banxin.stage.dispatchEvent(new TouchEvent(name, {
                cancelable: true,
                touches: places.map(([clientX, clientY], identifier) =>
                    new Touch({ identifier, target: banxin.stage, clientX, clientY })) }));
            const held = banxin.view.at(500, 400);
            send("touchstart", [450, 400], [550, 400]);
            send("touchmove", [420, 410], [580, 410]);
            const taken = !send("touchmove", [400, 420], [600, 420]);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            send("touchend");
            return { taken, held, now: banxin.view.at(500, 420), zoom: banxin.view.zoom };
        }"""
    )
    assert pinched["taken"]
    assert pinched["zoom"] == pytest.approx(2)
    for axis in "xy":
        assert pinched["now"][axis] == pytest.approx(pinched["held"][axis], abs=1.5)
    page.keyboard.press("1")
    frames(page)
    assert page.evaluate("document.querySelector('.paper').offsetWidth") == pytest.approx(
        page.evaluate("banxin.state.width") * 96 / 72, abs=1
    )
    page.keyboard.press("9")
    assert page.evaluate("banxin.view.fit") == "width"
    page.keyboard.press("0")
    # The loupe draws the outlines under the pointer, larger.
    page.keyboard.press("z")
    page.mouse.move(*place_of(page, "早市"))
    page.wait_for_selector("#loupe:not([hidden])")
    drawn = page.evaluate("document.querySelector('#loupe path[d^=M]').getAttribute('d')")
    assert page.evaluate(
        "d => document.querySelectorAll(`.ink path[d=${JSON.stringify(d)}]`).length", drawn
    )
    page.keyboard.press("Escape")
    frames(page)
    assert page.locator("#loupe").is_hidden()
    # A hundred millimetres, measured.
    page.keyboard.press("m")
    begin = client(page, 100, 300)
    end = client(page, 100 + 72 / 25.4 * 100, 300)
    page.mouse.move(*begin)
    page.mouse.down()
    page.mouse.move(*end, steps=3)
    page.mouse.up()
    frames(page)
    assert "100.00 mm" in text(page, "#status-said").replace("99.99", "100.00")
    assert "字" in text(page, "#status-said")
    page.keyboard.press("Escape")
    # From block to block, and the list of keys.
    page.keyboard.press("n")
    first = page.evaluate("banxin.selected")
    page.keyboard.press("n")
    assert page.evaluate("banxin.selected") not in (None, first)
    page.keyboard.press("?")
    frames(page)
    assert "改前改后" in text(page, "#help")
    page.keyboard.press("Escape")
    frames(page)
    assert page.locator("#help").is_hidden()
    assert page.evaluate("document.querySelectorAll('#help dt').length") > 35


def test_two_windows_and_two_languages(project: Project, proof: Served, window: OpenWindow) -> None:
    chinese = window(proof.url)
    english = window(proof.url, lang="en-GB", color_scheme="dark")
    assert text(chinese, "#tab-fits") == "溢欠文"
    assert text(english, "#tab-fits") == "Copyfit"
    assert english.evaluate("document.documentElement.dataset.theme") == "dark"
    english.keyboard.press("4")
    project.change("T1.yaml", "cols: 5-6", "cols: 5-16")
    for page in (chinese, english):
        page.wait_for_selector("#band:not([hidden])")
    told = text(chinese, "#band .message")
    assert re.search("[一-鿿]", told)
    assert not re.search("[一-鿿]", text(english, "#band .message"))
    english.click("#language")
    until(english, f"document.querySelector('#band .message').textContent === {told!r}")
    assert text(english, "#tab-fits") == "溢欠文"
    assert english.evaluate("document.documentElement.lang") == "zh-CN"
    project.change("T1.yaml", "cols: 5-16", "cols: 5-6")
    for page in (chinese, english):
        page.wait_for_selector("#band", state="hidden")
    assert chinese.evaluate("banxin.view.fit") == "page"
    assert english.evaluate("banxin.view.zoom") == 4


def test_a_window_goes_on_after_the_server_was_started_again(
    project: Project, window: OpenWindow
) -> None:
    port = free_port()
    with served(project.edition, lang="zh", port=port) as proof:
        page = window(proof.url, expected=("WebSocket connection", "Failed to load resource"))
        page.keyboard.press("2")
        click_word(page, WORD)
        before = seen(page)
    until(page, "document.body.dataset.link === 'lost'")
    assert "重连" in text(page, "#status-link")
    assert page.evaluate("document.querySelector('.ink').childElementCount") > 0
    project.change("stories/two.md", "四十年", "五十年")
    with served(project.edition, lang="zh", port=port):
        until(page, "document.body.dataset.link === 'open'")
        until(
            page, "Object.values(banxin.state.text).flat().some(one => one.text.includes('五十年'))"
        )
        assert seen(page) == before
        project.change("stories/two.md", "五十年", "六十年")
        until(
            page, "Object.values(banxin.state.text).flat().some(one => one.text.includes('六十年'))"
        )


def test_the_press_file_is_downloaded(
    project: Project, proof: Served, window: OpenWindow, tmp_path: Path
) -> None:
    page = window(proof.url)
    with page.expect_download() as waiting:
        page.click("a[download]")
    assert waiting.value.suggested_filename.endswith(".pdf")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-1.")


def test_both_sides_of_a_sheet_and_a_page_that_was_never_good(
    project: Project, window: OpenWindow
) -> None:
    page_of = project.spec.read_text(encoding="utf-8")
    second = page_of.replace("page: T1", "page: T2").replace("one.md", "three.md")
    project.write("T 2+.yaml", second)  # a name that an address has to write otherwise
    project.write(
        "stories/three.md", "---\ntitle: 第二版 | 的头条\n---\n\n" + "印刷机转起来。" * 60
    )
    for name in ("T3", "T4"):
        project.write(f"{name}.yaml", f"page: {name}\nedition: edition.yaml\nformat: tabloid\n")
    pages = 'pages: [T1.yaml, T3.yaml, T4.yaml, "T 2+.yaml"]'
    project.change("edition.yaml", "pages: [T1.yaml]", pages)
    project.change("T1.yaml", "cols: 5-6", "cols: 5-16")
    with served(project.edition, lang="zh") as proof:
        page = window(proof.url, drawn=False)
        page.wait_for_selector("#band:not([hidden])")
        assert "还排不出来" in text(page, "#band")
        for key in ("0", "+", "n", "z", "Escape", "r", "r", "x"):
            page.keyboard.press(key)
        project.change("T1.yaml", "cols: 5-16", "cols: 5-6")
        until(page, "banxin.state.rev > 0 && document.querySelector('#band').hidden")
        assert page.evaluate("banxin.view.fit") == "page"
        page.keyboard.press("d")
        until(
            page, "banxin.open.length === 2 && banxin.open.every(one => banxin.model(one).rev > 0)"
        )
        until(
            page,
            "/校样.*城市晚报.*T2版.*T1版/s.test(document.querySelector('#bar-paper').innerText)",
        )
        # Of a long name it is the paper's that is cut, never the pages'.
        paper, *others = page.evaluate(
            """() => {
              banxin.hello.paper = "城市晚报".repeat(9);
              banxin.emit("book", banxin.hello);
              return [...document.querySelectorAll("#paper-name span")].map(
                (one) => one.scrollWidth > one.clientWidth);
            }"""
        )
        assert paper
        assert others
        assert not any(others)
        boxes = page.evaluate(
            "banxin.view.papers.map(one => one.root.getBoundingClientRect().toJSON())"
        )
        assert boxes[0]["right"] == pytest.approx(boxes[1]["left"], abs=1)
        assert boxes[0]["left"] >= 0
        assert boxes[1]["right"] <= 1280
        # A click on the other side is of that page, and changes of both are shown.
        other = page.evaluate("banxin.open.find(one => one !== 'T1')")
        at = page.evaluate(
            """page => {
                const lines = Object.values(banxin.model(page).text).flat();
                const { x, y, w, h } = lines.find(one => one.text.includes('印刷机'));
                return banxin.view.client(page, x + w / 2, y + h / 2);
            }""",
            other,
        )
        page.mouse.click(at["x"], at["y"])
        until(page, "document.querySelector('#source-head').textContent.includes('three.md')")
        project.change("stories/three.md", "印刷机转起来。", "印刷机停下来。")
        words = (
            "Object.values(banxin.model(banxin.open[{}]).text).flat().map(one => one.text).join('')"
        )
        both = " + ".join(words.format(n) for n in (0, 1))
        until(page, f"({both}).includes('停下来')")
        address = page.evaluate("location.hash")
        # One page again: of the two it is the one that was picked, else the one gone to; the pane
        # of the source does not keep a file that is none of its page.
        page.keyboard.press("d")
        until(page, f"banxin.open.join() === '{other}'")
        assert "three.md" in text(page, "#source-head")
        for _ in range(3):
            page.keyboard.press("[")
        until(page, "banxin.open.join() === 'T1'")
        assert text(page, "#source-head") == ""
        page.keyboard.press("d")
        until(page, "banxin.open.length === 2")
        page.goto("about:blank")
        page.goto(proof.url + address)
        until(
            page, "banxin.open.length === 2 && banxin.open.every(one => banxin.model(one).rev > 0)"
        )
        page.goto("about:blank")  # before the server goes
