"""QR and bar codes on whole pages: the specimen against its dump, and read back from the picture of
a page, as made and as printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from layout.api import ComposedPage, Session
from layout.check.building import told_on_building
from layout.check.run import check_page
from layout.cli import main
from layout.diagnostics import StopError
from layout.display.items import Box
from layout.geometry import Rect
from tests.codereading import spread, texts
from tests.conftest import Golden, Project
from tests.told import assert_told

SPECIMEN = Path(__file__).parents[1] / "specs/codes"
DPI = 300
QR_CODES = {
    "masthead#code1": "https://www.example.com/2026/09/23",
    "masthead#code2": "https://www.example.com/客户端",
    "in-text#code": "https://www.example.com/a/1207",
    "tinted#code": "版心样报第1213期",
    "dark#code": "https://www.example.com/h",
    "natural#code": "https://www.example.com/",
}
BARS = {"issn#code": "9779999999008" + "07", "daily#code": "9779999999008" + "01213"}


def whites(page: ComposedPage) -> Iterator[tuple[str, Rect]]:
    """The codes of a page, by their nodes, with the white that belongs to each."""
    for item in page.display.items:
        if isinstance(item, Box) and item.role == "quiet":
            yield item.node, item.rect


def cut_out(image: Image.Image, rect: Rect) -> Image.Image:
    """A part of the picture of a page: what a reader held over it sees of a code and its white."""
    scale = DPI / 72
    left, top, right, foot = (v * scale for v in (rect.x, rect.y, rect.right, rect.bottom))
    return image.crop((round(left), round(top), round(right), round(foot)))


@pytest.fixture(scope="module")
def specimen() -> ComposedPage:
    return Session().page(SPECIMEN / "Q1.yaml")


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The specimen as `banxin build --to png` makes it."""
    out = tmp_path_factory.mktemp("codes")
    spec = str(SPECIMEN / "Q1.yaml")
    assert main(["build", spec, "--to", "png", "--dpi", str(DPI), "-o", str(out)]) == 0
    with Image.open(out / "Q1.png") as image:
        return image.convert("RGB")


def test_the_specimen_is_set_as_it_was(specimen: ComposedPage, golden: Golden) -> None:
    assert specimen.good
    golden("codes-Q1.dump", specimen.dump())


def test_the_specimen_has_nothing_to_be_told_but_what_stands_in(specimen: ComposedPage) -> None:
    assert {d.code for d in check_page(specimen).diagnostics} == {"STANDS-IN"}


def test_every_code_of_the_page_is_read(specimen: ComposedPage, picture: Image.Image) -> None:
    read = {node: texts(cut_out(picture, rect)) for node, rect in whites(specimen)}
    assert {node: read[node] for node in QR_CODES} == {n: [t] for n, t in QR_CODES.items()}
    assert set(read) == {*QR_CODES, *BARS}
    assert set(QR_CODES.values()) <= set(texts(picture))  # all of them at once, too


def test_every_figure_of_an_issn_is_read(specimen: ComposedPage, picture: Image.Image) -> None:
    found = {n: texts(cut_out(picture, r), addon=True) for n, r in whites(specimen) if n in BARS}
    assert found == {node: [figures] for node, figures in BARS.items()}


@pytest.mark.parametrize("node", [*QR_CODES, *BARS])
def test_a_code_is_read_after_the_dot_gain(
    specimen: ComposedPage, picture: Image.Image, node: str
) -> None:
    printed = spread(cut_out(picture, dict(whites(specimen))[node]), DPI)
    assert texts(printed, addon=node in BARS) == [{**QR_CODES, **BARS}[node]]


GAPS = [7, 8, 9, 10]
BAR_CODE = """\
  - id: {name}
    code: {{barcode: 9999-9994, addon: "{addon}", addon_gap: {gap}, magnification: 80}}
    at: {{cols: {cols}, lines: {lines}}}
"""


def test_the_add_on_is_read_at_every_distance_that_may_be_asked_for(project: Project) -> None:
    codes = {f"b{gap}{addon}": (gap, addon) for gap in GAPS for addon in ("42", "54321")}
    blocks = [
        BAR_CODE.format(
            name=name, addon=addon, gap=gap, cols="1-3" if addon == "42" else "4-6",
            lines=f"{20 * (gap - 7) + 1}-{20 * (gap - 7) + 10}",
        )
        for name, (gap, addon) in codes.items()
    ]  # fmt: skip
    spec = project.write("G1.yaml", "page: G1\nformat: tabloid\nblocks:\n" + "".join(blocks))
    page, out = Session().page(spec), project.path("out")
    assert main(["build", str(spec), "--to", "png", "--dpi", "300", "-o", str(out)]) == 0
    with Image.open(out / "G1.png") as image:
        for node, rect in whites(page):
            gap, addon = codes[node.removesuffix("#code")]
            wide = 11 + 95 + gap + (20 if addon == "42" else 47) + 5
            assert rect.width == pytest.approx(wide * 0.264 * 72 / 25.4)
            seen = cut_out(image, rect)
            for shown in (seen, spread(seen, DPI)):
                assert texts(shown, addon=True) == [f"9779999999008{addon}"], node


@pytest.mark.parametrize("gap", ["6", "11", "12"])
def test_no_other_distance_may_be_asked_for(project: Project, gap: str) -> None:
    block = BAR_CODE.format(name="b", addon="42", gap=gap, cols="1-6", lines="1-20")
    with pytest.raises(StopError) as stop:
        project.composed("page: G1\nformat: tabloid\nblocks:\n" + block)
    (one,) = stop.value.diagnostics
    assert (one.code, str(one.where)) == ("VALUE", "G1.yaml:5:56")


SMALL = """\
page: G1
format: tabloid
blocks:
  - id: tiny
    code: https://www.example.com/one/two/three/four?five=six
    at: {cols: 1, lines: 1-3}
"""


def test_what_is_too_small_to_read_is_told_by_build_and_by_check(project: Project) -> None:
    page = project.composed(SMALL)
    for found in (told_on_building(page), check_page(page).diagnostics):
        (one,) = [d for d in found if d.code == "CODE"]
        assert_told(one, "CODE.module", {"block": "tiny", "least_mm": "0.396"})
        assert one.severity == "error"
        assert str(one.where) == "G1.yaml:5:11"
        assert one.said is not None
        side = 3 * page.display.grid.pitch / 72 * 25.4
        assert one.said["wide_mm"] == pytest.approx(side)
        assert one.said["need_mm"] == pytest.approx(
            side / float(one.said["module_mm"]) * 0.396, 0.01
        )


def test_a_page_without_codes_asks_for_no_reader_of_them(project: Project) -> None:
    assert all(d.code != "CODE" for d in told_on_building(Session().page(project.spec)))
