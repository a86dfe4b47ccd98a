"""Many pages made side by side on the cores, and given out in their own order."""

import argparse
import contextlib
from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from layout.api import Session
from layout.diagnostics import Diagnostic, Place, error
from layout.environment import cores
from layout.files import sweep
from layout.making.page import MadePage, make_page, settle
from layout.record import replace

if TYPE_CHECKING:
    from layout.workers import Died

Results = Generator[tuple[int, "MadePage | Died"], None, None]


def make_pages(
    session: Session,
    specs: Sequence[Path],
    args: argparse.Namespace,
    formats: list[str],
    *,
    bound: Collection[int],
    jobs: int | None,
    mark: str,
) -> Generator[tuple[MadePage, list[Path], tuple[Diagnostic, ...]], None, None]:
    """Each page with the files written of it and its diagnostics, in the order of `specs`.

    `jobs` is how many processes make them, one a core unless told. Pages numbered in `bound`, from
    0, are made ready for a book as well. Files wait under `mark` until those of all pages before
    are settled: whoever leaves early sweeps what waits.
    """

    def work(at: int) -> MadePage:
        own = f"{mark}{at}"
        return make_page(session, specs[at], args, formats, mark=own, bound=at in bound)

    if len(specs) == 1:
        results: Results = ((0, work(0)) for _ in specs)
    else:
        from layout.workers import share_out  # a page alone is made without it

        hands = cores() if jobs is None else jobs
        if hands > 1 and "pdf" in formats:
            session.load(args.renderer)
        results = share_out(work, len(specs), hands)
    names: dict[str, Path] = {}
    waiting: dict[int, MadePage | Died] = {}
    turn = 0
    with contextlib.closing(results):
        for at, result in results:
            waiting[at] = result
            while turn in waiting:
                made = waiting.pop(turn)
                if not isinstance(made, MadePage):
                    sweep(Path(args.out), f"{mark}{turn}")
                    made = _died(specs[turn], made)
                turn += 1
                written, found = settle(made, names)
                if len(found) > len(made.found):  # another page has its files
                    made = replace(made, ready=b"")
                yield made, written, found


def _died(spec: Path, died: "Died") -> MadePage:
    fault = error("WORKER.died", Place(str(spec)), file=spec.name, end=died.told())
    return MadePage(spec=spec, found=(fault,))
