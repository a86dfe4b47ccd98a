"""What tests ask of the window of a live proof, in words of a page: points, blocks, lines."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def client(window: "Page", x: float, y: float) -> tuple[float, float]:
    """Where a place of the page in front, in points, is in the window."""
    at = window.evaluate("([x, y]) => banxin.view.client(banxin.page, x, y)", [x, y])
    return at["x"], at["y"]


def line_of(window: "Page", text: str) -> dict[str, Any]:
    """The line of the page's words that holds a text."""
    found: dict[str, Any] = window.evaluate(
        "text => Object.values(banxin.state.text).flat().find(one => one.text.includes(text))", text
    )
    assert found, text
    return found


def place_of(window: "Page", text: str) -> tuple[float, float]:
    """Where in the window the first character of a text stands."""
    line = line_of(window, text)
    at = line["text"].index(text)
    edges = line["edges"]
    x = line["x"] + (edges[at] + edges[at + 1]) / 2
    return client(window, x, line["y"] + line["h"] / 2)


def click_word(window: "Page", text: str) -> None:
    """Click the first character of a text."""
    line = line_of(window, text)
    window.evaluate("one => banxin.view.centre(banxin.page, one.x, one.y)", line)
    window.mouse.click(*place_of(window, text))


def text(window: "Page", selector: str) -> str:
    """The words that an element shows."""
    return window.locator(selector).inner_text()


def seen(window: "Page") -> dict[str, Any]:
    """Zoom, scroll and overlays: what a change must not touch."""
    found: dict[str, Any] = window.evaluate(
        """() => ({zoom: banxin.view.zoom, x: banxin.stage.scrollLeft, y: banxin.stage.scrollTop,
                   layers: banxin.view.table.dataset.layers})"""
    )
    return found
