"""What the bytes of a page depend on besides its files: the program that makes it.

Two machines on which all of this is the same make the same bytes of the same files. Versions are
not enough for Banxin itself: two checkouts may bear one and differ.
"""

import sys
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import layout
from layout.faces.catalog import bundled_folder
from layout.pictures.profile import PACKED, SUFFIXES, shipped_profiles
from layout.render.press.flate import best_compressor

Identity = Mapping[str, str]
"""By the name of a part, what it is: a version, a digest, or both."""

PACKAGES: Final = (
    "uharfbuzz", "reportlab", "PyYAML", "pillow", "pypdfium2", "fonttools", "brotli", "pyphen",
    "zint-bindings", "pikepdf", "typst", "borax",
)  # fmt: skip
"""Those that have a part in what stands on a page; servers and reports have none."""
_SHORT: Final = 12
_FACES: Final = frozenset({".ttf", ".otf", ".ttc"})


def identity() -> dict[str, str]:
    """What this process makes pages with."""
    code = Path(layout.__file__).parent
    faces = (p for p in bundled_folder().iterdir() if p.suffix in _FACES)
    profiles = (p for p in shipped_profiles().iterdir() if p.suffix in (*SUFFIXES, PACKED))
    return {
        "Banxin": f"{_version('banxin')} {digest_of(code.rglob('*.py'), code)}",
        "faces": digest_of(faces, bundled_folder()),
        "profiles": digest_of(profiles, shipped_profiles()),
        "compressor": best_compressor().name,
        "Unicode": unicodedata.unidata_version,
        "byte order": sys.byteorder,
        **{name: _version(name) for name in PACKAGES},
    }


def unlike(ours: Identity, theirs: Identity) -> list[tuple[str, str, str]]:
    """The parts in which two identities differ: the name, what it is here, what it is there."""
    names = dict.fromkeys((*ours, *theirs))
    return [
        (name, ours.get(name, "-"), theirs.get(name, "-"))
        for name in names
        if ours.get(name) != theirs.get(name)
    ]


def digest_of(files: Iterable[Path], folder: Path) -> str:
    """The beginning of a digest over the names and the bytes of files below a folder."""
    whole = sha256()
    for path in sorted(files):
        if path.is_file():
            data = path.read_bytes()
            whole.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
            whole.update(data)
    return whole.hexdigest()[:_SHORT]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
