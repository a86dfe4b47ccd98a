"""Random damage to a good page: an answer within a second, and never anything but a diagnostic."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.diagnostics import StopError
from layout.environment import Files
from layout.spec.load import load_page
from layout.spec.reader.nodes import MAX_FAULTS
from layout.spec.resolve.page import resolve
from tests.conftest import Project
from tests.cost import calls
from tests.spec.conftest import EDITION, OWN, PAGE

FILES = {"T1.yaml": PAGE, "edition.yaml": EDITION, "own.yaml": OWN}
VALUES = st.sampled_from(
    ["0", "1", "-1", "2.5", ".nan", ".inf", "1e9", "~", "''", "[]", "{}", "[1]", "{a: b}", "true",
     "no", "9pt", "0.1pt", "600pt", "1000zi", "19zi", "-3mm", "20000mm", "1-1", "6-1", "1-999",
     "400", "K100", "accent", "M101", "小五", "３mm", "fill", "none", "body", "news", "qqq", "黑",
     "../x", "/etc/passwd", "T1.yaml", "&a", "*a", "!!str", "!!x", "<<", "|", ">", "-", "?", ":",
     ",", "#", "%", "@", "`"]
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all examples: each writes the file it damages and puts it back."""
    from PIL import Image

    root = tmp_path_factory.mktemp("fuzz")
    project = Project(root)
    project.write("banxin.yaml", "")
    for name, text in FILES.items():
        project.write(name, text)
    project.write("styles.yaml", "styles: {note: {like: body}}\n")
    project.write("stories/one.md", "---\ntitle: 甲 | 乙\nkicker: 丙\n---\n丁\n")
    project.write("stories/two.md", "丁\n")
    (root / "assets").mkdir()
    Image.new("L", (3, 2)).save(root / "assets" / "park.jpg")
    return root


def answer(root: Path, name: str, data: bytes) -> None:
    """Load and resolve the page with one file replaced."""
    (root / name).write_bytes(data)
    env = Files(root)
    try:
        calls(lambda: _answer(root, env), most=500_000)  # some 20,000
    finally:
        (root / name).write_text(FILES.get(name, "丁\n"), encoding="utf-8")


def _answer(root: Path, env: Files) -> None:
    try:
        page = resolve(env, load_page(env, root / "T1.yaml"))
        for block in page.blocks:  # what is taken lies on the page and has a size
            assert page.grid.type_area.holds(block.rect)
            assert block.rect.holds(block.inner)
            assert block.inner.width > 0
            assert block.inner.height > 0
    except StopError as stop:
        assert stop.diagnostics  # noqa: PT017
        assert len(stop.diagnostics) <= 3 * MAX_FAULTS  # noqa: PT017
        for found in stop.diagnostics:
            assert found.where is not None
            assert "\n" not in str(found)
            assert len(str(found)) < 2000


RELAXED = settings(max_examples=150)


@RELAXED
@given(st.sampled_from(list(FILES)), st.binary(max_size=200))
def test_byte_soup(shelf: Path, name: str, data: bytes) -> None:
    answer(shelf, name, data)


@RELAXED
@given(st.data())
def test_a_value_replaced(shelf: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(FILES)))
    text = FILES[name]
    for _ in range(data.draw(st.integers(1, 3))):
        ends = [i for i, c in enumerate(text) if c in ",]}\n"]
        end = data.draw(st.sampled_from(ends))
        start = max(text.rfind(mark, 0, end) + len(mark) for mark in (": ", "[", "{", ", ", "\n"))
        text = text[: min(start, end)] + data.draw(VALUES) + text[end:]
    answer(shelf, name, text.encode())


@RELAXED
@given(st.data())
def test_bytes_damaged(shelf: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(FILES)))
    raw = bytearray(FILES[name].encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        width = data.draw(st.integers(0, 3))
        raw[at : at + width] = data.draw(st.binary(max_size=3))
    answer(shelf, name, bytes(raw))


@RELAXED
@given(st.data())
def test_lines_moved(shelf: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(FILES)))
    rows = FILES[name].split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        row = data.draw(st.sampled_from(rows))
        if data.draw(st.booleans()):
            rows.remove(row)
        rows.insert(data.draw(st.integers(0, len(rows))), row)
    answer(shelf, name, "\n".join(rows).encode())


def test_the_shelf_is_good(shelf: Path) -> None:
    env = Files(shelf)
    assert len(resolve(env, load_page(env, shelf / "T1.yaml")).blocks) == 7
