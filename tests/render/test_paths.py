"""Curves and borders in every renderer: the points of the display list come back, and two programs
that did not write them draw the same picture."""

import io
import re
from pathlib import Path as File

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from layout.color import BLACK, Color
from layout.display.dump import dump
from layout.display.items import Box, Item, Path
from layout.display.undump import parse_dump
from layout.environment import Files
from layout.errors import MissingToolError
from layout.flow.rules import rules
from layout.geometry import Rect
from layout.render.base import Resources
from layout.render.facsimile import FacsimileBackend
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from layout.render.weasy_pdf import WeasyBackend, load
from layout.spec.resolve.defaults import RULE_STYLES, RuleStyle
from tests.toypage import Faces, page

RED = Color(m=100, y=90)
CURVE = Path(
    steps=(("M", (20.0, 30.0)), ("C", (40.0, 10.0, 60.0, 50.0, 80.5, 30.25)), ("L", (80, 60))),
    color=BLACK, width=0.5, node="n",
)  # fmt: skip
SHAPE = Path(
    steps=(("M", (100.0, 30.0)), ("L", (130.0, 30.0)), ("L", (115.0, 50.0)), ("Z", ())),
    color=RED, filled=True,
)  # fmt: skip
BOTH = Path(steps=SHAPE.steps, color=BLACK, width=3.0, filled=True, round=True)
SIDE = 300.0


@pytest.fixture
def resources(tmp_path: File) -> Resources:
    return Resources.of(Faces(), Files(root=tmp_path))


def pdf_of(resources: Resources, *items: Item) -> bytes:
    return PressBackend().render([page(*items, width=SIDE, height=SIDE)], resources)


def operators(pdf: bytes) -> list[tuple[str, tuple[float, ...]]]:
    with pikepdf.open(io.BytesIO(pdf)) as read:
        found = pikepdf.parse_content_stream(read.pages[0])
        return [
            (
                str(one.operator),
                tuple(float(v) for v in one.operands if not isinstance(v, pikepdf.Name)),
            )
            for one in found
        ]


def test_press_has_the_points_of_the_display_list(resources: Resources) -> None:
    pdf = pdf_of(resources, CURVE, SHAPE)
    with pikepdf.open(io.BytesIO(pdf)) as read:
        left, bottom, _, _ = (float(v) for v in read.pages[0].TrimBox)
    drawn = [(op, at) for op, at in operators(pdf) if op in "mlch"]
    wanted = [(letter.lower(), at) for path in (CURVE, SHAPE) for letter, at in path.steps]
    assert [op for op, _ in drawn] == [{"z": "h"}.get(op, op) for op, _ in wanted]
    for (_, found), (_, points) in zip(drawn, wanted, strict=True):
        back = [
            v - left if i % 2 == 0 else SIDE - (v - bottom) for i, v in enumerate(found)
        ]  # fmt: skip
        assert back == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize(
    ("path", "paint", "ends"), [(CURVE, "S", 0.0), (SHAPE, "f", 0.0), (BOTH, "B", 1.0)]
)
def test_press_strokes_and_fills_as_asked(
    resources: Resources, path: Path, paint: str, ends: float
) -> None:
    found = operators(pdf_of(resources, path))
    ops = [op for op, _ in found]
    assert paint in ops
    assert ops[ops.index(paint) + 1] == "Q"
    assert dict(found)["J"] == dict(found)["j"] == (ends,)
    assert ("w" in ops) is (path.width > 0)


def test_only_thin_black_paths_overprint(resources: Resources) -> None:
    def overprints(path: Path) -> bool:
        with pikepdf.open(io.BytesIO(pdf_of(resources, path))) as read:
            return b"/GSO gs" in read.pages[0].Contents.read_bytes()

    assert overprints(CURVE)
    assert not overprints(BOTH)
    assert not overprints(SHAPE)
    assert not overprints(Path(steps=CURVE.steps, color=RED, width=0.5))
    assert not overprints(Path(steps=CURVE.steps, color=BLACK, width=2.0))


def test_a_path_of_nothing_draws_nothing(resources: Resources) -> None:
    assert operators(pdf_of(resources, Path(steps=(), color=BLACK, width=1.0))) == []
    assert operators(pdf_of(resources, Path(steps=CURVE.steps, color=BLACK))) == []


def test_what_follows_has_its_own_state(resources: Resources) -> None:
    box = Box(rect=Rect(0, 0, 9, 9), fill=RED)
    found = [op for op, _ in operators(pdf_of(resources, BOTH, box))]
    assert found.count("k") == 2
    assert found.count("q") == found.count("Q") == 1
    assert found[-2:] == ["re", "f"]


def test_facsimile_has_the_points_too(resources: Resources) -> None:
    sheet = page(CURVE, BOTH, width=SIDE, height=SIDE)
    html = FacsimileBackend().render([sheet], resources).decode("utf-8")
    shown = re.findall(r'<svg style="left:([-.\d]+)pt;top:([-.\d]+)pt[^>]*><path d="([^"]*)"', html)
    assert len(shown) == 2
    for path, (left, top, drawn) in zip((CURVE, BOTH), shown, strict=True):
        steps = re.findall(r"([MLCZ])([^MLCZ]*)", drawn)
        assert [letter for letter, _ in steps] == [letter for letter, _ in path.steps]
        for (_, numbers), (_, points) in zip(steps, path.steps, strict=True):
            values = [float(v) for v in numbers.split()]
            back = [v + float(left if i % 2 == 0 else top) for i, v in enumerate(values)]
            assert back == pytest.approx(points, abs=0.002)
    assert "fill:none;stroke-width:0.5" in html
    assert "stroke-linecap:round" in html


def test_an_image_is_as_large_as_its_ink() -> None:
    area = BOTH.bounds()
    assert (area.x, area.y, area.right, area.bottom) == (97.0, 27.0, 133.0, 53.0)


@pytest.mark.parametrize("name", [n for n, s in RULE_STYLES.items() if s.ornamental])
def test_two_renderers_draw_one_picture(resources: Resources, name: str) -> None:
    try:
        load()
    except MissingToolError as exc:
        pytest.skip(str(exc))
    frame = rules.frame((name,) * 4, Rect(20, 20, 150, 90), "n")
    alone = rules.horizontal(name, 20, 140, 150, "n") + rules.vertical(name, 200, 20, 90, "n")
    sheet = page(*frame, *alone, width=SIDE, height=SIDE / 2)
    press = PressBackend().render([sheet], resources)
    weasy = WeasyBackend().render([sheet], resources)
    shots = [Image.open(io.BytesIO(page_png(p, dpi=288))).convert("L") for p in (press, weasy)]
    assert shots[0].size == shots[1].size
    assert ImageStat.Stat(shots[0]).extrema[0][0] < 80  # something is drawn
    apart = ImageStat.Stat(ImageChops.difference(*shots)).mean[0]
    assert apart < 0.35, apart
    moved = ImageChops.offset(shots[1], 1, 0)
    assert ImageStat.Stat(ImageChops.difference(shots[0], moved)).mean[0] > 2 * apart


@pytest.mark.parametrize("name", RULE_STYLES)
def test_a_dump_of_any_rule_comes_back(name: str) -> None:
    sheet = page(*rules.frame((name,) * 4, Rect(20, 20, 150, 90), "n"), width=SIDE, height=SIDE)
    assert dump(parse_dump(dump(sheet))) == dump(sheet)


def test_a_coloured_wave_is_in_its_inks(resources: Resources) -> None:
    style = RuleStyle(lines=((0.0, 1.2),), wave=(9.0, 3.0), color=RED)
    found = operators(pdf_of(resources, *rules.horizontal(style, 20, 40, 100, "n")))
    assert ("K", (0.0, 1.0, 0.9, 0.0)) in found
