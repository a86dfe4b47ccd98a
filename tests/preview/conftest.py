"""Windows of the live proof, in the browser of tests/conftest.py."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE_MS = 20_000
"""How long a test waits for what must come: longer than any machine needs, it is no limit."""

OpenWindow = Callable[..., "Page"]


@pytest.fixture
def window(browser: "Browser") -> Iterator[OpenWindow]:
    """Opens windows, each of a person of its own; whatever a window complains of fails the test.

    `expected` are beginnings of what it may say: of a line that a test cuts, say.
    """
    said: list[str] = []
    contexts = []

    def opened(
        url: str,
        *,
        lang: str = "zh-CN",
        size: tuple[int, int] = (1280, 800),
        expected: tuple[str, ...] = (),
        drawn: bool = True,
        **options: object,
    ) -> "Page":
        context = browser.new_context(
            locale=lang,
            viewport={"width": size[0], "height": size[1]},
            **options,  # type: ignore[arg-type]  # any option of a context
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))

        def heard(text: str) -> None:
            if not any(text.startswith(one) or one in text for one in expected):
                said.append(text)

        page.on(
            "console", lambda one: heard(one.text) if one.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: heard(f"{error}\n{error.stack}"))
        page.goto(url)
        origin = "/".join(url.split("/")[:3])
        if drawn:
            until(page, "window.banxin?.state?.rev > 0")
        outside = [one for one in asked if not one.startswith((origin, "data:", "blob:"))]
        assert outside == [], "a request left the machine"
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def until(page: "Page", expression: str) -> object:
    """Wait until an expression of JavaScript is true in a window, and give its value.

    Playwright's own way needs `eval`, which the policy of the live proof refuses.
    """
    script = f"""() => new Promise((resolve, reject) => {{
        let last = "";
        const end = setTimeout(
            () => reject(new Error("in vain: " + {json.dumps(expression)} + last)), {PATIENCE_MS});
        const look = () => {{
            let found = false;
            try {{ found = {expression}; }} catch (error) {{ last = `: ${{error}}`; }}
            if (!found) return setTimeout(look, 10);
            clearTimeout(end);
            resolve(typeof found === "object" ? true : found);
        }};
        look();
    }})"""
    return page.evaluate(script)


def frames(page: "Page") -> None:
    """Wait until what a key or the mouse asked for is drawn: much is drawn with the next frame."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
