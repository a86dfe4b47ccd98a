"""Fixtures that more than one folder of tests uses."""

import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from layout.api import ComposedPage

# No example fails on a clock: on a busy machine any of them may take long, or take long to make.
# In CI the examples are the same on any day, so that it fails for what was changed; by hand each
# run tries others, and what they find becomes an example of its test.
settings.register_profile(
    "counted",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("counted")

# As the command itself has it (`layout.cli`): a test run holds very many objects that stay, and
# the collector would go through them again and again.
gc.set_threshold(200_000, 20, 100)

# What commands say is tested in English, whatever the machine speaks, unless a test asks for more.
for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"

# Matrices of a hundred rows are solved sooner by one thread than by several that wait for one
# another, which on a busy machine takes three times the processor's time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A shell lets what it runs in the background ignore Ctrl-C, and every child would inherit that:
# those that tests send it to would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PAGE = """\
page: T1
edition: edition.yaml
format: tabloid
header:
  left: ["{year}年{month}月{day}日 {weekday}"]
blocks:
  - id: lead
    story: stories/one.md
    at: {cols: 1-4, lines: 5-40}
    columns: 2
    headline: {lines: 6}
  - id: side
    story: stories/two.md
    at: {cols: 5-6, lines: 5-20}
    headline: {lines: 6, size: 22pt}
  - id: picture
    picture: assets/park.jpg
    caption: 湖边的新园区
    at: {cols: 1-6, lines: 42-70}
"""
EDITION = """\
name: 城市晚报
date: 2024-05-06
styles: styles.yaml
pages: [T1.yaml]
"""
STYLES = """\
styles:
  note: {like: body, size: 8pt}
"""
ONE = """\
---
kicker: 城市建设——
title: 老厂房里 | 长出新园区
---

"""
SENTENCE = "清晨六点，第一班公交车驶出车站，“新城”在薄雾中醒来；街角的豆浆店已经排起了长队。"
TWO = """\
---
title: 河边的早市
---

河边的早市有四十年了。卖菜的老周说：“从前只有三五个摊，如今一百八十个。”

他每天四点起床，先到批发市场，再赶回来占位置，2024年也不例外。
"""


@dataclass(frozen=True)
class Project:
    """A small edition on disk: one tabloid page, two stories, a picture."""

    root: Path

    @property
    def spec(self) -> Path:
        return self.root / "T1.yaml"

    @property
    def edition(self) -> Path:
        return self.root / "edition.yaml"

    def path(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, text: str) -> Path:
        """A file of the project, its folder made where it is missing."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> Path:
        """Replace a text that must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        return self.write(name, text.replace(old, new))

    def composed(self, page: str, stories: Mapping[str, str] | None = None) -> "ComposedPage":
        """Another page, G1, as it is composed, with stories of these names."""
        from layout.api import Session

        for name, story in (stories or {}).items():
            self.write(f"stories/{name}.md", story)
        return Session().page(self.write("G1.yaml", page))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A fresh small project for each test."""
    return small_project(tmp_path / "paper")


def small_project(root: Path) -> Project:
    """A small project, written below a folder."""
    from PIL import Image

    made = Project(root)
    made.write("banxin.yaml", "")
    made.write("T1.yaml", PAGE)
    made.write("edition.yaml", EDITION)
    made.write("styles.yaml", STYLES)
    made.write("stories/one.md", ONE + "\n\n".join([SENTENCE * 3] * 8) + "\n")
    made.write("stories/two.md", TWO)
    picture = made.path("assets/park.jpg")
    picture.parent.mkdir()
    Image.new("CMYK", (300, 200), (30, 10, 60, 5)).save(picture)
    return made


CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How Chromium is begun: quietly, asking nothing of any network."""


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium, one for all tests of a worker, driven by playwright, which brings none
    of its own. Where it is missing, tests of it are skipped."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=CHROMIUM)
        yield chromium
        chromium.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden dumps anew, for a person to read in the diff."""
    parser.addoption("--update-golden", action="store_true", help="write golden dumps anew")


Golden = Callable[[str, str], None]
"""Holds a text against the golden file of a name."""


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with tests/golden/NAME; never writes in CI."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            if os.environ.get("CI"):
                pytest.fail("golden files are not written in CI")
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no {path.name}: run pytest --update-golden and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare


Measured = Callable[[str], None]
"""Takes a figure that a test has measured, to be printed when all tests are done."""


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Says a figure at the end of the run, whichever process has measured it."""
    return lambda words: record_property("measured", words)


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    """Print what tests have measured."""
    for report in terminalreporter.stats.get("passed", []):
        for name, words in report.user_properties:
            if name == "measured":
                terminalreporter.write_line(f"measured: {words}")
