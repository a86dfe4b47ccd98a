"""A small edition to be changed by hand in a browser, and what a test asks of it."""

import contextlib
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conftest import Project
from tests.preview.conftest import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

SPEC = """\
# The page that is changed by hand.
page: E1
edition: edition.yaml
format: tabloid
blocks:
  # The lead; its place has a comment behind it.
  - id: lead
    story: stories/lead.md
    headline: {lines: 6, style: big}    # as large as it was
    columns: 2
    at: {cols: 1-3, lines: 5-30}    # not the fold

  - id: side
    story: stories/side.md
    at: {cols: 4-6, lines: 5-20}
  - id: note
    text: [{text: "改样的人写在这里", style: own}]
    fill: tint
    at: {cols: 4-6, lines: 22-24}
  - id: view
    picture: assets/park.jpg
    caption: 湖边的新园区
    at: {cols: 1-3, lines: 40-60}
  - id: pile
    stack:
      - {id: upper, text: [上], lines: 2}
      - {id: lower, text: [下], lines: 2}
    at: {cols: 4-6, lines: 40-46}
  - id: twin
    text: [{text: 一, style: &kind big}]
    at: {cols: 4-6, lines: 48-52}
  - id: other
    text: [{text: 二, style: *kind}]
    at: {cols: 4-6, lines: 54-58}
  - {id: list, text: [昨天, 今天，晴], at: {cols: 4-6, lines: 68-72}}
  - id: long
    text: [按字定位]
    at: {from: 2zi, width: 10zi, lines: 64-66}    # by lengths
"""
EDITION = "name: 城市晚报\ndate: 2024-05-06\nstyles: styles.yaml\npages: [E1.yaml]\n"
STYLES = (
    "styles:\n  big: {like: title, size: 24pt}    # used twice\n  own: {like: body, size: 12pt}\n"
)
LEAD = """\
---
title: 老厂房里
kicker: 城市建设——    # the shoulder
---

第一段有**黑体**的字。清晨六点，第一班公交车驶出车站。

第二段在这里，街角的豆浆店已经排起了长队。
"""
SIDE = "---\ntitle: 河边的早市\n---\n\n河边的早市有四十年了。\n"


def project_to_change(root: Path) -> Project:
    """The edition, written below a folder."""
    from PIL import Image

    made = Project(root)
    made.write("banxin.yaml", "")
    for name, text in {
        "E1.yaml": SPEC, "edition.yaml": EDITION, "styles.yaml": STYLES,
        "stories/lead.md": LEAD, "stories/side.md": SIDE,
    }.items():  # fmt: skip
        made.write(name, text)
    picture = made.path("assets/park.jpg")
    picture.parent.mkdir()
    Image.new("CMYK", (900, 300), (30, 10, 60, 5)).save(picture)
    return made


class Hand:
    """A person at a window, who changes things."""

    def __init__(self, window: "Page", project: Project) -> None:
        self.window = window
        self.project = project
        until(window, "!!window.banxin.edit")

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives."""
        return self.window.evaluate(expression)

    def text(self, name: str = "E1.yaml") -> str:
        """What stands in a file."""
        return self.project.path(name).read_text(encoding="utf-8")

    def until(self, expression: str) -> Any:
        """Wait until an expression is true."""
        return until(self.window, expression)

    def tool(self, name: str) -> None:
        """Take a tool."""
        self.value(f"banxin.tools.pick('{name}')")

    def pick(self, block: str) -> None:
        """Pick a block, and wait for what its spec says of it."""
        self.value("banxin.panels.show('edit')")
        self.value(f"banxin.selection.pick({{page: banxin.page, block: '{block}'}})")
        self.until(f"banxin.edit.mover.answer?.block === '{block}'")
        self.value("banxin.stage.focus()")

    def middle(self, block: str, across: float = 0.5, down: float = 0.5) -> tuple[float, float]:
        """A place of a block in the window, in parts of its width and height."""
        at = self.value(
            f"(() => {{ const [x, y, w, h] = banxin.state.info.get('{block}').rect;"
            f" return banxin.view.client(banxin.page, x + w * {across}, y + h * {down}); }})()"
        )
        return at["x"], at["y"]

    def word(self, block: str, text: str) -> tuple[float, float]:
        """A place in the window of the first character of some words of a block."""
        at = self.value(
            "(() => { const model = banxin.state;"
            f" for (const id of model.partsOf('{block}')) for (const line of model.text[id] ?? [])"
            f" {{ const k = line.text.indexOf('{text}'); if (k < 0) continue;"
            " const mid = (line.edges[k] + line.edges[k + 1]) / 2;"
            " return banxin.view.client(banxin.page, line.x + mid, line.y + line.h / 2); } })()"
        )
        return at["x"], at["y"]

    def drag(self, start: tuple[float, float], end: tuple[float, float], *keys: str) -> None:
        """Drag from one place to another, with keys held down."""
        mouse, keyboard = self.window.mouse, self.window.keyboard
        mouse.move(*start)
        mouse.down()
        for key in keys:
            keyboard.down(key)
        mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        mouse.move(*end)
        mouse.up()
        for key in keys:
            keyboard.up(key)

    @contextlib.contextmanager
    def unanswered(self) -> Iterator[None]:
        """While it lasts, what a spec says of a block does not come: it comes at the end."""
        self.value(
            "(() => { const { live, edit } = banxin, ask = live.ask;"
            " edit.desk.forget(banxin.page);"
            " const gate = new Promise((open) => { window.answered = () => {"
            " live.ask = ask; open(); }; });"
            " live.ask = async (one) => { if (one.what === 'block') await gate;"
            " return ask.call(live, one); }; })()"
        )
        try:
            yield
        finally:
            self.value("window.answered()")

    def changes(self, name: str, work: Callable[[], object]) -> list[tuple[str, str]]:
        """Do some work, wait until a file is another one and the page is made again, and give the
        rows of it that are others: what stood there and what stands there, empty for no row."""
        path = self.project.path(name)
        before = path.read_text(encoding="utf-8")
        rev = self.value("banxin.state.rev + (banxin.state.errors.length ? 0.5 : 0)")
        work()
        self.until(
            "!banxin.edit.mover.ghostly && "
            f"banxin.state.rev + (banxin.state.errors.length ? 0.5 : 0) !== {rev}"
        )
        after = path.read_text(encoding="utf-8")
        old, new = before.splitlines(), after.splitlines()
        rows: list[tuple[str, str]] = []
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                rows += zip_longest(old[i:j], new[k:m], fillvalue="")
        return rows

    def double_click(self, at: tuple[float, float]) -> None:
        """Double-click words, and wait for their editor."""
        self.window.mouse.dblclick(*at)
        self.until("!!document.querySelector('.edit-words textarea')")

    def field(self, key: str) -> Any:
        """The control of a value in the panel."""
        self.value("banxin.panels.show('edit')")
        self.until(f"!!document.querySelector('[data-key=\"{key}\"]')")
        return self.window.locator(f'[data-key="{key}"] .control').locator("input, select").first

    def fault(self, key: str) -> str:
        """What is told beside a value."""
        return str(self.window.locator(f'[data-key="{key}"] .fault').inner_text())

    @property
    def said(self) -> str:
        """What the line at the foot says."""
        return str(self.value("document.getElementById('status-said').textContent"))
