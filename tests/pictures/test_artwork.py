"""Pages of PDFs as pictures: their names, their sizes, what is kept of them."""

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.environment import Files
from layout.pictures import PictureError, PictureStore
from layout.pictures.artwork import named, parted
from tests.artmade import advert_pdf, page_of, saved


@pytest.mark.parametrize(
    ("source", "path", "page"),
    [
        ("ad.pdf", "ad.pdf", 1),
        ("ad.pdf#2", "ad.pdf", 2),
        ("a/广告.PDF#12", "a/广告.PDF", 12),
        ("ad.pdf#page=3", "ad.pdf", 3),
        ("logo.ai#2", "logo.ai", 2),
        ("C#.png", "C#.png", 1),
        ("a.png#2", "a.png#2", 1),
        ("ad.pdf#two", "ad.pdf#two", 1),
        ("ad.pdf#٣", "ad.pdf#٣", 1),
    ],
)
def test_a_page_is_named_behind_its_file(source: str, path: str, page: int) -> None:
    assert parted(source) == (path, page)


def test_the_first_page_is_the_file() -> None:
    assert (named("ad.pdf", 1), named("ad.pdf", 3)) == ("ad.pdf", "ad.pdf#3")


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(Files(tmp_path))


def test_its_size_is_that_of_its_trim(store: PictureStore, tmp_path: Path) -> None:
    (tmp_path / "ad.pdf").write_bytes(advert_pdf())
    info = store.info("ad.pdf")
    assert (info.vector, info.format, info.width, info.height) == (True, "PDF", 20000, 10000)
    (tmp_path / "park.png").write_bytes(_png())
    with pytest.raises(PictureError, match="a picture of pixels"):
        store.art("park.png")


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (4, 4)).save(out, "PNG")
    return out.getvalue()


def test_each_page_is_a_picture(store: PictureStore, tmp_path: Path) -> None:
    pdf = pikepdf.new()
    page_of(pdf)
    page_of(pdf, trim=(20, 20, 100, 60))
    (tmp_path / "ads.pdf").write_bytes(saved(pdf))
    assert (store.info("ads.pdf").width, store.info("ads.pdf#2").width) == (20000, 8000)
    with pytest.raises(PictureError, match="has 2 pages; there is no page 3") as told:
        store.info("ads.pdf#3")
    assert told.value.source == "ads.pdf#3"


def test_what_is_read_is_kept_until_the_file_is_another(
    store: PictureStore, tmp_path: Path
) -> None:
    path = tmp_path / "ad.pdf"
    path.write_bytes(advert_pdf())
    first = store.art("ad.pdf")
    assert store.art("ad.pdf") is first
    path.write_bytes(advert_pdf(b"0 0 0 1 k 0 0 300 300 re f"))
    assert store.art("ad.pdf").digest != first.digest


def test_rgb_becomes_ink_of_the_press(store: PictureStore, tmp_path: Path) -> None:
    (tmp_path / "ad.pdf").write_bytes(advert_pdf(b"1 0 0 rg 0 0 300 300 re f"))
    form = b"".join(p for p in store.art("ad.pdf").objects[-1].pieces if isinstance(p, bytes))
    start = form.index(b"stream\n") + 7
    cyan, magenta, yellow, black = map(float, zlib.decompress(form[start:]).split()[:4])
    assert magenta > 0.6 > cyan
    assert yellow > 0.6 > black
