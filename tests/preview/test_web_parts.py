"""Parts of the window by themselves, in a real browser: outlines, endurance, names, print."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from tests.conftest import Project
from tests.preview.conftest import OpenWindow, until
from tests.preview.looking import line_of
from tests.preview.served import Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocketRoute

CHANGES = 120


@pytest.fixture
def proof(project: Project) -> Iterator[Served]:
    """A served edition of one page."""
    with served(project.edition, lang="zh") as one:
        yield one


def test_a_run_is_one_path_and_holds_all_of_its_outlines(proof: Served, window: OpenWindow) -> None:
    page = window(proof.url)
    assert page.evaluate("document.querySelectorAll('.ink use').length") == 0
    drawn = page.evaluate(
        """async () => {
            const { Outlines } = await import('./web/js/outlines.js');
            const one = new Outlines();
            one.add({ a: 'm1 2l2 2z', b: 'm0 0q1 1 2 0z' });
            const lacked = one.lacks;
            return [lacked, one.drawn('<g><use href="#a" x="5"/><use href="#b" x="7" y="-2"/></g>'
                + '<rect/><g><use href="#a" x="1.5"/><use href="#gone" x="9"/></g>'),
                one.lacks];
        }"""
    )
    lacked, svg, lacks = drawn
    assert (lacked, lacks) == (False, True)
    assert svg == (
        '<g><path d="M5 0m1 2l2 2zM7 -2m0 0q1 1 2 0z"/></g><rect/>'
        '<g><path d="M1.5 0m1 2l2 2z"/></g>'
    )


def test_nothing_grows_with_the_changes(proof: Served, window: OpenWindow, browser: Any) -> None:
    """Changes of one line, outlines that come and go, layers and findings with each."""
    page = window(proof.url, drawn=False)
    lines: list[WebSocketRoute] = []

    def between(line: "WebSocketRoute") -> None:
        lines.append(line)
        line.connect_to_server()

    page.route_web_socket("**/live", between)
    page.reload()
    until(page, "window.banxin?.state?.rev > 0")
    page.keyboard.press("Control+f")
    page.keyboard.type("新城")
    page.keyboard.press("g")
    base = page.evaluate("banxin.state.rev")
    line = line_of(page, "豆浆店")
    session = page.context.new_cdp_session(page)

    def change(number: int) -> None:
        name = f"g{number}"
        words = dict(line, text=f"第{number}次", edges=[0, 9, 18, 27, 36][: len(str(number)) + 3])
        said: list[dict[str, Any]] = [
            {
                "type": "change",
                "page": "T1",
                "base_rev": base + number,
                "rev": base + number + 1,
                "symbols": {name: "m0 0l900 0l0 900z"},
                "drop": [f"g{number - 1}"] if number else [],
                "pieces": {
                    "b-lead": {
                        "start": 3,
                        "end": 4,
                        "svg": f'<g transform="scale(.01)"><use href="#{name}" x="0"/></g>',
                        "count": 0,
                    }
                },
                "text": {"b-side": [words]},
                "gone": [],
                "made_ms": 1,
            },
            {
                "type": "layers",
                "page": "T1",
                "rev": base + number + 1,
                "layers": {"grid": {"under": f'<path d="M0 0H{number}"/>', "over": ""}},
            },
            {
                "type": "findings",
                "page": "T1",
                "rev": base + number + 1,
                "complete": True,
                "findings": [
                    {
                        "code": "X",
                        "severity": "warning",
                        "message": str(number),
                        "rect": [1, 1, 9, 9],
                    }
                ],
            },
        ]
        for one in said:
            lines[-1].send(json.dumps(one))

    def held() -> dict[str, float]:
        session.send("HeapProfiler.collectGarbage")
        found = session.send("Memory.getDOMCounters")
        return {
            "nodes": found["nodes"],
            "listeners": found["jsEventListeners"],
            "events": page.evaluate("banxin.count() + banxin.live.listeners"),
            **page.evaluate("banxin.paper().held"),
        }

    def reach(number: int) -> None:
        until(page, f"banxin.state.rev === {base + number}")
        page.keyboard.press("x")  # before and after
        page.keyboard.press("x")
        until(page, "document.querySelectorAll('.flash').length === 0")

    for number in range(30):
        change(number)
    reach(30)
    early = held()
    for number in range(30, CHANGES):
        change(number)
    reach(CHANGES)
    late = held()
    for some, more in (("nodes", 250), ("listeners", 30)):  # what is not collected yet
        assert late.pop(some) <= early.pop(some) + more
    assert late == early
    assert page.evaluate("banxin.state.rev") == base + CHANGES


def names(page: "Page") -> list[str]:
    """What can be pressed or filled in and has no name."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, a, input, [role=separator]')]
            .filter(one => one.checkVisibility() && !(one.getAttribute('aria-label')
                || one.textContent.trim() || one.labels?.[0]?.textContent.trim()))
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    return found


def test_everything_has_a_name_and_can_be_reached(proof: Served, window: OpenWindow) -> None:
    page = window(proof.url)
    for tab in ("block", "findings", "fits"):
        page.click(f"#tab-{tab}")
        assert names(page) == []
    page.keyboard.press("Control+f")
    assert names(page) == []
    page.keyboard.press("Escape")
    reached = set()
    page.evaluate("document.activeElement.blur()")
    for _ in range(70):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.title"))
        if page.evaluate("document.activeElement === document.body"):
            continue  # round the whole window
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 100)")
    assert {"stage", "layer-grid", "side-grip", "source-grip", "language", "zoom"} <= reached
    # Bars between panes are moved by keys, and stay where they were left.
    wide = page.evaluate("document.querySelector('#side').offsetWidth")
    page.focus("#side-grip")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.querySelector('#side').offsetWidth") == wide + 20
    page.reload()
    until(page, "window.banxin?.state?.rev > 0")
    assert page.evaluate("document.querySelector('#side').offsetWidth") == wide + 20


def test_colours_can_be_read(proof: Served, window: OpenWindow) -> None:
    """Words against their ground by WCAG 2: 4.5 to 1, light and dark."""
    page = window(proof.url)
    script = """() => {
        const style = getComputedStyle(document.documentElement);
        const light = name => {
            const [r, g, b] = style.getPropertyValue(name).trim().match(/[0-9a-f]{1,2}/gi)
                .map(one => parseInt(one.length === 1 ? one + one : one, 16) / 255)
                .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const pairs = [];
        for (const ink of ['ink', 'ink-2', 'ink-3', 'accent', 'error', 'warning', 'info', 'good'])
            for (const ground of ['pane', 'field'])
                pairs.push([ink, ground]);
        for (const ink of ['ink', 'accent']) pairs.push([ink, 'accent-soft']);
        for (const ink of ['ink', 'error']) pairs.push([ink, 'error-soft']);
        return pairs.map(([a, b]) => {
            const expand = name => {
                const text = style.getPropertyValue(name).trim();
                return text.length === 4 ? '#' + [...text.slice(1)].map(c => c + c).join('') : text;
            };
            document.documentElement.style.setProperty('--a', expand('--' + a));
            document.documentElement.style.setProperty('--b', expand('--' + b));
            const [p, q] = [light('--a'), light('--b')].sort((x, y) => y - x);
            return [a, b, (p + 0.05) / (q + 0.05)];
        });
    }"""
    for _ in range(2):
        low = [one for one in page.evaluate(script) if one[2] < 4.5]
        assert low == []
        page.click("#bar-end button:has(svg):not(#language) >> nth=0")


def test_the_browser_prints_the_page_alone(
    project: Project, proof: Served, window: OpenWindow, tmp_path: Path
) -> None:
    page = window(proof.url)
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    document = pypdfium2.PdfDocument(io.BytesIO(printed))
    assert len(document) == 1
    wide, high = page.evaluate("[banxin.state.width, banxin.state.height]")
    assert document[0].get_size() == pytest.approx((wide, high), abs=1.5)
    text = document[0].get_textpage().get_text_bounded()
    assert "叠层" not in text
    assert "问题" not in text
    image = document[0].render(scale=0.5).to_pil().convert("L")
    image.save(tmp_path / "printed.png")
    assert image.getextrema()[0] < 120, "nothing is printed"


def test_each_letter_is_of_one_thing_and_words_of_overlays_can_be_read(
    proof: Served, window: OpenWindow
) -> None:
    page = window(proof.url)
    until(page, "!!banxin.edit")
    letters = page.evaluate(
        "banxin.keys.all.filter(one => one.word && !one.when && one.key.length === 1)"
        ".map(one => one.key)"
    )
    assert len(letters) > 20
    assert sorted(letters) == sorted(set(letters))
    for key in "kh":
        page.keyboard.press(key)
    until(page, "document.querySelectorAll('[data-layer=blocks] > .label').length > 0")
    page.keyboard.press("0")
    heights = """[...document.querySelectorAll('[data-layer] > .label')]
        .filter(one => one.getAttribute("visibility") !== "hidden")
        .map(one => one.dataset.pt * one.getCTM().d * one.ownerSVGElement.getScreenCTM().d
             / one.ownerSVGElement.getCTM().d)"""
    until(page, f"{heights}.length > 20")
    assert page.evaluate("banxin.scale") < 1
    assert min(page.evaluate(heights)) >= 10.9
    # Words that are drawn larger lie on none of another overlay, and on the page.
    boxes = """[...document.querySelectorAll("[data-layer] > .label")]
        .filter(one => one.closest("[data-layer=blocks], [data-layer=numbers]"))
        .filter(one => one.getAttribute("visibility") !== "hidden" && !one.matches(".fine"))
        .map(one => one.getBoundingClientRect())
        .map(({left, top, right, bottom}) => [left, top, right, bottom])"""
    found = page.evaluate(boxes)
    paper = page.evaluate(
        "(({left, right}) => [left, right])"
        "(document.querySelector('.paper').getBoundingClientRect())"
    )
    assert all(paper[0] - 1 <= a[0] and a[2] <= paper[1] + 1 for a in found)
    meet = [
        (a, b)
        for i, a in enumerate(found)
        for b in found[:i]
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1
    ]
    assert meet == []
