"""Places in the files of A and B by the paths that a person typed: two copies of an edition have
files of the same names."""

from collections.abc import Iterable
from pathlib import Path

from layout.diagnostics import Diagnostic, Place
from layout.environment import Files
from layout.record import replace


def as_typed(
    found: Iterable[Diagnostic], spec: Path, typed: str, path: Path, rev: str
) -> tuple[Diagnostic, ...]:
    """What was found in a spec and what it reads, with each file as it is reached from the argument
    `typed`. `path` is where that was read: another folder where it is of a state of git, `rev`."""
    root = Files.around(spec).root
    base, shown = (path, Path(typed)) if path.is_dir() else (path.parent, Path(typed).parent)

    def reached(place: Place) -> Place:
        file = root / place.file
        if not file.exists():  # some are told by the path that was typed, from where one stands
            file = Path(place.file)
        try:
            name = str(shown / file.resolve().relative_to(base.resolve()))
        except ValueError:  # it lies beside what was given
            name = place.file if rev else str(file)
        return replace(place, file=f"{name}@{rev}" if rev else name)

    return tuple([
        replace(one, where=reached(one.where)) if isinstance(one.where, Place) else one
        for one in found
    ])  # fmt: skip
