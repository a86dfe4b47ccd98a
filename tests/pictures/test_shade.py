"""How dark a picture is, cell by cell."""

from io import BytesIO

import pytest
from PIL import Image

from layout.color import Color
from layout.pictures.shade import shade
from tests.typed import near


def test_a_shade_is_the_light_of_its_pixels() -> None:
    def of(mode: str, color: object, kind: str = "PNG") -> tuple[float, float]:
        out = BytesIO()
        Image.new(mode, (900, 400), color).save(out, kind)  # type: ignore[arg-type]
        return shade(out.getvalue(), "p").under(0.1, 0.1, 0.3, 0.2)

    assert of("RGB", (255, 255, 255)) == (near(1.0, abs=0.005), 1.0)
    assert of("RGB", (0, 0, 0)) == (0.0, 1.0)
    assert of("RGB", (255, 0, 0))[0] == pytest.approx(0.2126, abs=0.005)
    assert of("L", 188)[0] == pytest.approx(0.5, abs=0.01)
    assert of("1", 1) == (1.0, 1.0)
    assert of("RGBA", (0, 0, 0, 0))[1] == 0.0
    assert of("LA", (188, 255)) == (near(0.5, abs=0.01), 1.0)
    assert of("P", 0)[0] == 0.0
    assert of("I;16", 65535)[0] == pytest.approx(1.0, abs=0.005)
    cyan = of("CMYK", (255, 0, 0, 0), "TIFF")[0]
    assert cyan == pytest.approx(Color(c=100.0).printed, abs=0.005)
    gray = of("CMYK", (0, 0, 0, 102), "JPEG")[0]
    assert gray == pytest.approx(Color(k=40.0).printed, abs=0.02)
