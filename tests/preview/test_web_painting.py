"""What Chromium paints anew when a page changes: the tiles that the change meets, and no others."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.conftest import Project
from tests.preview.conftest import OpenWindow, until
from tests.preview.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FEW: Final = 4
CHANGE = """() => new Promise((done) => {
  const path = document.querySelectorAll('.ink path')[3];
  path.setAttribute('d', path.getAttribute('d') + ' ');
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
})"""


def tiles(browser: "Browser", page: "Page", file: Path) -> list[int]:
    """How many tiles of each layer are drawn for one changed line, fewest first."""
    browser.start_tracing(page=page, path=file, categories=["cc", "benchmark"])
    page.evaluate(CHANGE)
    browser.stop_tracing()
    layers: Counter[int] = Counter()
    for event in json.loads(file.read_text("utf-8"))["traceEvents"]:
        if event.get("name") == "RasterTask" and event.get("ph") == "X":
            layers[event["args"]["tileData"]["layerId"]] += 1
    return sorted(layers.values())


def test_a_changed_line_draws_few_tiles_of_the_page(
    project: Project, window: OpenWindow, browser: "Browser", tmp_path: Path
) -> None:
    with served(project.edition) as one:
        page = window(one.url)
        until(page, "document.querySelectorAll('.ink path').length > 20")
        tiles(browser, page, tmp_path / "first.json")  # what is drawn late is drawn now
        found = tiles(browser, page, tmp_path / "trace.json")
        assert found
        assert found[0] <= FEW
        # The same without the layer: all of what scrolls.
        page.evaluate("() => { document.querySelector('.drawing').style.transform = 'none'; }")
        tiles(browser, page, tmp_path / "again.json")
        assert tiles(browser, page, tmp_path / "broken.json")[0] > FEW
