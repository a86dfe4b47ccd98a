"""The press files that are handed to others: what each of them is, and how it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.edition import EDITION, ROOT
from layout.cli import main

SPECIMEN: Final = ROOT / "specs/press"


@dataclass(frozen=True, slots=True, kw_only=True)
class PressFile:
    """A file: its name in the table, its name when it is made, and the options of the
    build."""

    name: str
    spec: Path
    made: str
    options: tuple[str, ...] = ()


X1A: Final = ("--pdfx", "x1a")
FILES: Final = (
    PressFile(name="X-4", spec=SPECIMEN / "X1.yaml", made="X1.pdf"),
    PressFile(name="X-1a", spec=SPECIMEN / "X2.yaml", made="X2.pdf", options=X1A),
    PressFile(name="sheet", spec=SPECIMEN, made="press-spreads.pdf", options=("--only", "spreads")),
)
"""The specimen of press files: marks, a spot, black on tints, pictures, of which X1 has one that is
see-through."""
WHOLE: Final = (
    PressFile(name="B1 X-4", spec=ROOT / EDITION / "B1.yaml", made="B1.pdf"),
    PressFile(name="B1 X-1a", spec=ROOT / EDITION / "B1.yaml", made="B1.pdf", options=X1A),
)
"""And a page of a newspaper."""


def make_files(files: Sequence[PressFile], folder: Path) -> dict[str, tuple[Path, Path]]:
    """Each file by its name, with the one that is put behind it: X2, made for the same press.
    Raises `RuntimeError` where Banxin does not make one."""
    made: dict[str, tuple[Path, Path]] = {}
    for file in files:
        out = folder / file.name.replace(" ", "-")
        press = X1A if file.options == X1A else ()
        _build(file.spec, file.options, out)
        _build(SPECIMEN / "X2.yaml", press, out / "behind")
        made[file.name] = (out / file.made, out / "behind" / "X2.pdf")
    return made


def _build(spec: Path, options: Sequence[str], out: Path) -> None:
    if main(["build", str(spec), "-q", "-o", str(out), *options]):
        raise RuntimeError(f"{spec.name} {' '.join(options)} was not built")
