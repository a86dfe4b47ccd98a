"""Pictures made wrong, and what comes of one for a press."""

import io
import random
import zlib
from pathlib import Path

from PIL import Image

from layout.pictures import PictureStore, PressPicture


def samples(store: PictureStore, name: str) -> Image.Image:
    """The press form decoded again, as ink amounts or gray."""
    got = store.press(name)
    if got.jpeg:
        return Image.open(io.BytesIO(got.data))
    mode = {"cmyk": "CMYK", "gray": "L", "bilevel": "1"}[got.mode]
    return Image.frombytes(mode, (got.width, got.height), rows(got))


def fax(tmp_path: Path, *, broken: bool) -> str:
    noise = Image.frombytes("1", (200, 200), random.Random(80).randbytes(25 * 200))
    noise.save(tmp_path / "fax.tif", compression="group4")
    data = bytearray((tmp_path / "fax.tif").read_bytes())
    if broken:
        for at in range(200, 400):
            data[at] ^= 0x5A
    (tmp_path / "fax.tif").write_bytes(data)
    return "fax.tif"


def rows(press: PressPicture) -> bytes:
    """The samples of a picture that is no JPEG."""
    return zlib.decompress(press.data)
