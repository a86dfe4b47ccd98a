"""Black as readers paint it: no reader looks at the output intent, so no PNG is a proof.

pypdfium2 5.15 (PDFium 159.0.8149), poppler 22.12 and Ghostscript 10.00 all gave 35, 31, 32 for K
100, with an intent of newsprint and without.
"""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.pictures.profile import shipped_profiles
from layout.render.png import page_png

BLACK = (35, 31, 32)


@pytest.fixture(scope="module", params=[False, True], ids=["without an intent", "with an intent"])
def black(request: pytest.FixtureRequest) -> bytes:
    """A sheet an inch wide, full of K 100."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(72, 72))
    page.Contents = pdf.make_stream(b"0 0 0 1 k 0 0 72 72 re f")
    if request.param:
        profile = pdf.make_stream(sorted(shipped_profiles().glob("*.icc"))[0].read_bytes(), N=4)
        pdf.Root.OutputIntents = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFX,
                OutputConditionIdentifier="CGATS TR 002",
                DestOutputProfile=profile,
            )
        ]
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def middle(data: bytes) -> object:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").getpixel((image.width // 2, image.height // 2))


def test_by_pdfium(black: bytes) -> None:
    assert middle(page_png(black, dpi=72)) == pytest.approx(BLACK, abs=2)


@pytest.mark.parametrize(
    ("tool", "package", "options"),
    [
        ("pdftoppm", "poppler-utils", "-r 72 -png -singlefile a.pdf a"),
        ("gs", "ghostscript", "-q -dNOPAUSE -dBATCH -sDEVICE=png16m -r72 -sOutputFile=a.png a.pdf"),
    ],
)
def test_by_others(black: bytes, tool: str, package: str, options: str, tmp_path: Path) -> None:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"not run: {tool} is missing: install {package}")
    (tmp_path / "a.pdf").write_bytes(black)
    subprocess.run([found, *options.split()], cwd=tmp_path, check=True, timeout=60)
    assert middle((tmp_path / "a.png").read_bytes()) == pytest.approx(BLACK, abs=6)
