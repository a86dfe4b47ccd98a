"""The report of a proof in a browser: opened from the disk, looked at, filled in, printed."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PIL import ImageChops

from layout.cli import main
from tests.conftest import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def report(project: Project, tmp_path: Path) -> Path:
    project.change("T1.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-13")
    out = tmp_path / "out"
    words = ["proof", str(project.spec), "-o", str(out), "--without", "full,pdf,preflight,plates"]
    assert main([*words, "--dpi", "30", "-q", "--lang", "zh"]) == 1  # 溢文
    return out / "T1-proof.html"


@pytest.fixture
def opened(browser: "Browser", report: Path) -> "Iterator[Page]":
    context = browser.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    page = context.new_page()
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda one: heard.append(one.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda one: asked.append(one.url))
    page.goto(report.as_uri())
    yield page
    context.close()
    assert heard == []
    outside = [one for one in asked if not one.startswith(("file:", "data:", "blob:"))]
    assert outside == []


def shown(page: "Page", layer: str) -> bool:
    script = f"getComputedStyle(document.querySelector('.layer.{layer}')).display != 'none'"
    return bool(page.evaluate(script))


def scroll(page: "Page") -> tuple[float, float]:
    at = page.evaluate("(s => [s.scrollLeft, s.scrollTop])(document.querySelector('.stage'))")
    return at[0], at[1]


def test_overlays_switch_findings_lead_and_the_copy_keeps_what_is_filled_in(
    opened: "Page", tmp_path: Path
) -> None:
    page = opened
    assert shown(page, "findings")
    assert not shown(page, "grid")
    page.get_by_label("栏格", exact=True).check()
    assert shown(page, "grid")
    page.get_by_label("栏格", exact=True).uncheck()
    assert not shown(page, "grid")

    # All of the page is seen when the report is opened, and its numbers can be read at any size,
    # none on another one.
    sheet, room = page.locator(".sheet").bounding_box(), page.locator(".stage").bounding_box()
    assert sheet is not None
    assert room is not None
    assert sheet["height"] <= room["height"]
    for how in ("整版", "适合宽度", "原大"):
        page.get_by_role("button", name=how, exact=True).click()
        boxes = page.evaluate(
            "[...document.querySelectorAll('.tag')].map(t => t.getBoundingClientRect().toJSON())"
        )
        assert len(boxes) > 1
        assert min(box["height"] for box in boxes) >= 11
        for n, one in enumerate(boxes):
            for other in boxes[:n]:
                across = min(one["right"], other["right"]) - max(one["left"], other["left"])
                down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
                assert min(across, down) < 0.5
    page.get_by_role("button", name="整版").click()
    assert scroll(page) == (0, 0)
    page.locator(".findings .go").last.click()
    number = page.locator(".findings .go").last.inner_text()
    hot = page.locator(f".hot[id$='-p{number}']")
    assert "lit" in (hot.get_attribute("class") or "")
    box, stage = hot.bounding_box(), page.locator(".stage").bounding_box()
    assert box is not None
    assert stage is not None
    assert stage["x"] - 1 <= box["x"] + box["width"] / 2 <= stage["x"] + stage["width"] + 1
    assert stage["y"] - 1 <= box["y"] + box["height"] / 2 <= stage["y"] + stage["height"] + 1

    page.get_by_label("问题处", exact=True).uncheck()
    assert not shown(page, "findings")
    page.locator(".findings .go").first.click()  # what is led to is seen
    assert shown(page, "findings")

    zoom = page.locator(".zoom output")
    page.get_by_role("button", name="原大").click()
    assert zoom.inner_text() == "100%"
    page.locator(".stage").focus()
    page.keyboard.press("+")
    assert zoom.inner_text() == "125%"
    page.get_by_role("button", name="放大镜").click()
    page.locator(".stage").hover()
    assert page.locator("#loupe").is_visible()
    page.get_by_role("button", name="放大镜").click()
    assert not page.locator("#loupe").is_visible()

    page.get_by_label("T1 二校 改动").fill("7")
    page.get_by_label("T1 值班总编 签名").fill("李总编")
    page.get_by_label("T1 初校 姓名").fill("王“校对”<b>")
    page.get_by_label("批注").fill("第三行\n再看一遍 & </textarea>")
    page.get_by_label("基线").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="存一份").click()
    copy = tmp_path / "copy.html"
    waiting.value.save_as(copy)
    assert waiting.value.suggested_filename == "T1-proof.html"
    page.goto(copy.as_uri())
    assert page.get_by_label("T1 初校 姓名").input_value() == "王“校对”<b>"
    assert page.get_by_label("批注").input_value() == "第三行\n再看一遍 & </textarea>"
    assert page.get_by_label("T1 二校 改动").input_value() == "7"
    assert page.get_by_label("T1 值班总编 签名").input_value() == "李总编"
    assert shown(page, "baselines")
    assert page.locator(".zoom").is_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="存一份").click()
    again = tmp_path / "again.html"
    waiting.value.save_as(again)
    assert again.read_text("utf-8") == copy.read_text("utf-8")


def test_it_prints_whole_on_both_papers(opened: "Page") -> None:
    for paper, wide in (("A4", 595), ("A3", 842)):
        printed = pdfium.PdfDocument(io.BytesIO(opened.pdf(format=paper)))
        assert printed[0].get_size()[0] == pytest.approx(wide, abs=2)
        texts = [printed[k].get_textpage().get_text_bounded() for k in range(len(printed))]
        assert "T1" in texts[0]
        assert "初校" not in texts[0]  # the picture of the page has a sheet of its own
        whole = "".join("".join(texts).split())  # Skia loses Han that are radicals: none is asked
        words = (
            "初校",
            "二校",
            "三校",
            "责任编辑",
            "付印",
            "改动",
            "查出的",
            "OVERSET",
            "稿件",
            "没有查的",
        )
        assert [word for word in words if word not in whole] == []
        assert "放大镜" not in whole
        # A sheet that lies about alone says whose it is, when it was made, and which it is.
        for number, text in enumerate(texts, 1):
            own = "".join(text.split())
            assert "城市晚报2024年5月6日星期一T1版校样第" in own, (number, own)
            assert "排出" in own
            assert f"第{number}张，共{len(texts)}张" in own
        # The picture of the page is whole on the first sheet, and as large as this lets it be: it
        # holds the one thing that is green.
        seen = printed[0].render(scale=1).to_pil().convert("RGB")
        red, green, _ = seen.split()
        more = ImageChops.subtract(green, red).point([255 * (v > 12) for v in range(256)])
        box = more.getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert 0 < left < right < seen.width
        assert right - left > 0.5 * seen.width
        assert 0.4 * seen.height < top < bottom < 0.97 * seen.height
