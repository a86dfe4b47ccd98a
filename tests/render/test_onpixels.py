"""Rules in pictures: their gaps stay open, and their ink is the plate's, wherever they stand."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layout.display.items import Box, Item, Page
from layout.environment import Files
from layout.faces.catalog import Catalog
from layout.flow.rules import rules
from layout.geometry import Rect
from layout.record import replace
from layout.render.base import Resources
from layout.render.onpixels import fineness, on_pixels
from layout.render.png import page_png
from layout.render.press.document import PressBackend
from layout.spec.resolve.defaults import RULE_STYLES
from tests.toypage import page

DPIS = (100, 101.6, 127, 150, 200, 254, 300)
PLAIN = ("thin", "thick", "double", "double-thick", "wenwu", "wenwuwen")
PLACES = [0.0, 0.09, 0.18, 0.27, 0.36, 0.45, 0.54, 0.63]  # of points: all parts of a pixel
STEP, LONG = 12.0, 60.0
WHITE, BLACK = 255, 32  # what pdfium makes of no ink and of K alone, in grey


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Resources:
    return Resources.of(Catalog(), Files(root=tmp_path_factory.mktemp("project")))


def shot(display: Page, dpi: float, resources: Resources, *, snap: bool = True) -> Image.Image:
    moved = on_pixels(display, dpi) if snap else display
    pdf = PressBackend().render([moved], resources)
    made = page_png(pdf, dpi=dpi, finer=fineness(display, dpi) if snap else 1)
    return Image.open(io.BytesIO(made)).convert("L")


def ladder(name: str, *, down: bool) -> Page:
    """The rule once for each place in a pixel, one beside the other, each half of them turned
    over."""
    items: list[Item] = []
    for number, part in enumerate(PLACES):
        at = STEP * (number + 1) + part
        draw = rules.vertical if down else rules.horizontal
        where = (at, STEP) if down else (STEP, at)
        items += draw(name, *where, LONG, "n", flip=number % 2 == 1)
    return small(items)


def small(items: list[Item]) -> Page:
    side = STEP * (len(PLACES) + 1)
    return replace(page(*items), width=side, height=side, bleed=0.0)


def profile(image: Image.Image, number: int, dpi: float, *, down: bool) -> list[float]:
    """Darkness from 0 to 1 across a rule of a ladder, at its middle."""
    scale = dpi / 72
    middle = round((STEP + LONG / 2) * scale)
    first, last = round(STEP * (number + 0.5) * scale), round(STEP * (number + 1.5) * scale)
    row = [image.getpixel((k, middle) if down else (middle, k)) for k in range(first, last)]
    return [(WHITE - v) / (WHITE - BLACK) for v in row]  # type: ignore[operator]


def gaps(dark: list[float], lines: int) -> list[tuple[float, float, float]]:
    """Of a profile with so many lines: the lightest pixel between each two, and the darkest of
    both. Lines are the darkest local maxima."""
    peaks = [
        k
        for k in range(1, len(dark) - 1)
        if dark[k] > 0.05 and dark[k] >= dark[k - 1] and dark[k] > dark[k + 1]
    ]
    assert len(peaks) == lines, dark
    return [(min(dark[a : b + 1]), dark[a], dark[b]) for a, b in pairwise(peaks)]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("dpi", DPIS)
@pytest.mark.parametrize("name", PLAIN)
def test_gaps_are_open_and_ink_is_the_plates(
    name: str, dpi: float, *, down: bool, resources: Resources
) -> None:
    image = shot(ladder(name, down=down), dpi, resources)
    lines = RULE_STYLES[name].lines
    for number in range(len(PLACES)):
        dark = profile(image, number, dpi, down=down)
        wanted = sum(width for _, width in lines) * dpi / 72
        assert sum(dark) == pytest.approx(wanted, rel=0.10)
        for light, one, other in gaps(dark, len(lines)):
            # Lighter by 40 % as darkness goes, and as the values of the pixels do.
            assert light <= 0.6 * min(one, other)
            values = [WHITE - d * (WHITE - BLACK) for d in (light, one, other)]
            assert values[0] >= 1.4 * max(values[1:])


def test_as_pdfium_draws_a_rectangle_they_close(resources: Resources) -> None:
    """The reason for all this: without the places, a gap is shut somewhere on the ladder."""
    image = shot(ladder("wenwu", down=False), 100, resources, snap=False)
    rows = [profile(image, n, 100, down=False) for n in range(len(PLACES))]
    lightest = []
    for dark in rows:
        inked = [k for k, d in enumerate(dark) if d > 0.05]
        lightest.append(min(dark[inked[0] : inked[-1] + 1]))
    assert max(lightest) > 0.2


@pytest.mark.parametrize("dpi", [100, 150, 200, 300])
@pytest.mark.parametrize("name", ["dotted", "dashed", "wavy", "double-wavy", "rope", "meander"])
def test_ink_of_dashes_and_waves_is_the_plates(name: str, dpi: float, resources: Resources) -> None:
    display = ladder(name, down=False)

    def ink(at: float, image: Image.Image) -> float:
        total = sum((WHITE - v) * n for v, n in enumerate(image.histogram()[:256]))
        return total / at**2

    exact = ink(1200, shot(display, 1200, resources))
    assert ink(dpi, shot(display, dpi, resources)) == pytest.approx(exact, rel=0.10)


def test_a_frame_stays_closed(resources: Resources) -> None:
    """Where two sides meet there is no white pixel and no stump."""
    for name in ("double", "wenwu", "wenwuwen"):
        for part in PLACES:
            rect = Rect(12 + part, 15 + part / 2, 70, 50)
            items = rules.frame((name,) * 4, rect, "n")
            image = shot(small(list(items)), 150, resources)
            box = image.point([255 * (v < 225) for v in range(256)]).getbbox()
            assert box is not None
            left, top, right, bottom = box
            for edge in [
                image.getpixel((x, y)) for x in range(left, right) for y in (top, bottom - 1)
            ] + [image.getpixel((x, y)) for y in range(top, bottom) for x in (left, right - 1)]:
                assert edge < 250  # type: ignore[operator]


@given(
    st.lists(st.tuples(st.floats(0.05, 3), st.floats(0.05, 3)), min_size=1, max_size=7),
    st.floats(0, 3),
    st.sampled_from(DPIS),
)
def test_no_rule_is_moved_a_pixel_or_made_wider(
    parts: list[tuple[float, float]], start: float, dpi: float
) -> None:
    boxes = []
    y = 10 + start
    for width, gap in parts:
        boxes.append(Rect(10, y, 50, width))
        y += width + gap
    made = on_pixels(page(*rules_of(boxes)), dpi)
    for old, new in zip(boxes, [i.rect for i in made.items if isinstance(i, Box)], strict=True):
        assert abs(new.y - old.y) <= 72 / dpi + 1e-6
        assert new.height == pytest.approx(old.height, abs=1e-9)


def rules_of(boxes: list[Rect]) -> list[Item]:
    (pattern,) = rules.horizontal("thin", 0, 0, 1, "n")
    assert isinstance(pattern, Box)
    return [Box(rect=rect, fill=pattern.fill, node="n", role="rule") for rect in boxes]


def test_a_page_without_rules_is_left_alone() -> None:
    plain = page(Box(rect=Rect(0, 0, 50, 1), fill=RULE_STYLES["thin"].color, role="tint"))
    assert on_pixels(plain, 100) is plain
    assert fineness(plain, 100) == 1
