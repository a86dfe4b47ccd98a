"""What is measured: `banxin serve` and Typst with PDF.js, each a process and a window of one
Chromium."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from bench.edition import ROOT
from bench.launcher import ENVIRONMENT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

SWITCHES: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SIZE: Final = {"width": 1280, "height": 900}
PATIENCE_MS: Final = 30_000
QUIET_S: Final = 0.5
REST_S: Final = 1.0
"""So long a new window goes on building itself up when it is there already."""
_HOOK: Final = """\
() => new Promise((ready) => {
  const begin = () => {
    if (!(window.banxin?.state?.rev > 0)) return setTimeout(begin, 5);
    window.painted = { count: 0, at: 0 };
    window.banxin.on("drawn", () => requestAnimationFrame(() => requestAnimationFrame(() => {
      window.painted = {
        count: window.painted.count + 1, at: performance.timeOrigin + performance.now() };
    })));
    ready(true);
  };
  begin();
})"""
_WAIT: Final = """\
([count, patience]) => new Promise((done, gone) => {
  const end = performance.now() + patience;
  const look = () => {
    if (window.painted.count > count) return done(window.painted);
    if (performance.now() > end) return gone(new Error("nothing was painted"));
    setTimeout(look, 5);
  };
  look();
})"""


class Shown:
    """A window in which something is painted again and again, and the process that sends it."""

    def __init__(
        self, process: "subprocess.Popen[str]", page: "Page", devtools: "CDPSession"
    ) -> None:
        self.process = process
        self.page = page
        self._devtools = devtools

    def count(self) -> int:
        """How often it has been painted."""
        return int(self.page.evaluate("() => window.painted.count"))

    def painted(self, before: int) -> float:
        """When it is painted after it was `before` times: milliseconds of the system's clock."""
        found = self.page.evaluate(_WAIT, [before, PATIENCE_MS])
        return float(found["at"])

    def clock_ms(self) -> float:
        """How far its clock is before the system's: its origin is read once, and clocks are set."""
        least = None
        for _ in range(5):
            start = time.time()
            there = float(self.page.evaluate("() => performance.timeOrigin + performance.now()"))
            end = time.time()
            if least is None or end - start < least[0]:
                least = end - start, there - (start + end) * 500
        assert least is not None
        return least[1]

    def heap_mb(self) -> float:
        """What the window's scripts hold, when all rubbish is gone."""
        for _ in range(2):
            self._devtools.send("HeapProfiler.collectGarbage")
        metrics = self._devtools.send("Performance.getMetrics")["metrics"]
        return float(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")) / 1e6

    def nodes(self) -> int:
        """The nodes of its document."""
        metrics = self._devtools.send("Performance.getMetrics")["metrics"]
        return int(next(m["value"] for m in metrics if m["name"] == "Nodes"))

    def settle(self) -> None:
        """Wait until the process, and what it has started, has nothing to do: a proof that was just
        begun draws and checks the pages that nobody looks at."""
        end = time.monotonic() + PATIENCE_MS / 1000
        before = -1
        while (now := self._ticks()) != before and time.monotonic() < end:
            before = now
            time.sleep(QUIET_S)

    def _ticks(self) -> int:
        """Processor time of the process and its children, in the system's ticks."""
        total = 0
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    facts = (
                        (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
                    )
                except OSError:  # it has just ended
                    continue
                if self.process.pid in (int(folder.name), int(facts[1])):
                    total += int(facts[11]) + int(facts[12])
        return total

    def memory_mb(self) -> float:
        """What the process holds of the machine's memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1e3 if found else 0.0


@contextmanager
def chromium() -> "Iterator[Browser]":
    """The system's Chromium. Raises `FileNotFoundError` where there is none."""
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=SWITCHES)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def ours(browser: "Browser", spec: Path) -> Iterator[Shown]:
    """`banxin serve` and its window, when the page is shown."""
    with _running([str(Path(sys.executable).with_name("banxin")), "serve", str(spec),
                   "--no-browser", "-q"]) as process:  # fmt: skip
        page, devtools = _window(browser, _address(process))
        page.evaluate(_HOOK)
        yield Shown(process, page, devtools)
        page.context.close()


@contextmanager
def typst(browser: "Browser", source: Path, pdfjs: Path) -> Iterator[Shown]:
    """Typst's compiler, its window and PDF.js, when the page is shown."""
    words = [sys.executable, "-m", "bench.live_rival", str(source), str(pdfjs)]
    with _running(words) as process:
        page, devtools = _window(browser, _address(process))
        shown = Shown(process, page, devtools)
        page.wait_for_function("window.painted?.count > 0", timeout=PATIENCE_MS)
        yield shown
        page.context.close()


def cold(browser: "Browser", spec: Path) -> float:
    """Milliseconds from the start of `banxin serve` to its page painted in a window: one of a
    browser that is open already, and has nothing else to do."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          const look = () => {
            if (!(window.banxin?.state?.rev > 0)) return requestAnimationFrame(look);
            requestAnimationFrame(() => requestAnimationFrame(() => {
              window.firstPainted = performance.timeOrigin + performance.now(); }));
          };
          look();
        })"""
    )
    time.sleep(REST_S)
    start = time.time()
    with _running([str(Path(sys.executable).with_name("banxin")), "serve", str(spec),
                   "--no-browser", "-q"]) as process:  # fmt: skip
        page.goto(_address(process))
        at = page.evaluate(
            """() => new Promise((done) => { const look = () => window.firstPainted
               ? done(window.firstPainted) : setTimeout(look, 5); look(); })"""
        )
        context.close()
    return float(at) - start * 1000


@contextmanager
def _running(words: list[str]) -> "Iterator[subprocess.Popen[str]]":
    process = subprocess.Popen(
        words, cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)


def _address(process: "subprocess.Popen[str]") -> str:
    out: IO[str] | None = process.stdout
    assert out is not None
    address = out.readline().strip()
    if not address.startswith("http://127.0.0.1:"):
        raise RuntimeError(f"no address but {address!r}")
    return address


def _window(browser: "Browser", address: str) -> "tuple[Page, CDPSession]":
    context: Any = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable")
    return page, devtools
