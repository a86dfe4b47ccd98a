"""`python -m bench.stale`: random edits of an edition, each compared with a fresh build.

The proof's own threads watch and make the pages; after each edit, or a burst of them, every page in
view must come to what a session makes of it that has seen nothing else: the same display list, or
the same faults. A page that does not is stale, and is told with the seed that shows it.
"""

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.randomedits import RandomEdits
from layout.api import Session
from layout.diagnostics import Diagnostic
from layout.errors import BanxinError
from layout.preview.state import PageState
from layout.preview.watcher import Watcher
from layout.preview.worker import Worker
from layout.render.svg.scene import dump_digest

ROOT: Final = Path(__file__).parents[1]
PATIENCE_S: Final = 120.0
"""A guard: what is not shown by then will never be."""
BURST: Final = 6
MOST_BAD: Final = 3

Truth = tuple[str, tuple[Diagnostic, ...]]
"""The digest of a page's display list, or its errors."""


def truth(spec: Path) -> Truth:
    """What a page is, by a session that has made no other."""
    try:
        page = Session().page(spec)
        if page.drawable:
            return dump_digest(page.display), ()
        found = page.diagnostics
    except BanxinError as exc:
        found = getattr(exc, "diagnostics", ())
    return "", tuple(d for d in found if d.severity == "error")


def shown(state: PageState) -> Truth:
    """What a proof shows of a page."""
    if state.fault or state.aspect is None:
        return "", tuple(d for d in state.fault if d.severity == "error")
    return state.aspect.scene.digest, ()


class StaleError(Exception):
    """A page is not what its files say."""


class Proof:
    """A proof without browsers: its threads, and what they have come to."""

    def __init__(self, given: Path) -> None:
        self._changed = threading.Condition()
        self.worker = Worker(given, self._told)
        self._watcher = Watcher(self.worker)

    def _told(self, _key: str) -> None:
        with self._changed:
            self._changed.notify_all()

    @contextmanager
    def running(self) -> Iterator["Proof"]:
        """Begin and end it."""
        self.worker.start()
        self._watcher.start()
        try:
            self.worker.ask(lambda _: None).result(PATIENCE_S)
            self.worker.view(tuple(self.worker.states))
            yield self
        finally:
            self._watcher.stop()
            self.worker.stop()

    def until(self, key: str, wanted: Truth) -> None:
        """Wait until a page is shown as it should be. Raises `StaleError`."""
        end = time.monotonic() + PATIENCE_S
        with self._changed:
            while key not in (states := self.worker.states) or shown(states[key]) != wanted:
                if time.monotonic() > end:
                    raise StaleError(
                        f"{key}: {shown(states[key]) if key in states else None} for {wanted}"
                    )
                self._changed.wait(1.0)


def files_of(given: Path) -> set[Path]:
    """All that the pages of an edition are made of, but what Banxin brings along."""
    session = Session()
    pages = [session.page(spec) for spec in session.page_files(given)]
    used = {path.resolve() for page in pages for path in page.files}
    root = pages[0].composed.environment.root.resolve()
    edition = given / "edition.yaml" if given.is_dir() else given
    return {path for path in used | {edition.resolve()} if path.is_relative_to(root)}


def listed_in(given: Path) -> tuple[Path, ...] | None:
    """The pages that an edition lists; None where that cannot be told: all then stay."""
    try:
        return Session().page_files(given)
    except BanxinError:
        return None


def edit(given: Path, count: int, seed: int) -> dict[str, int]:
    """Make `count` edits of the edition at `given`. Returns how many were of each kind, how many
    states were compared, and how many of these were good. Raises `StaleError`."""
    edits = RandomEdits(files_of(given), seed)
    found: dict[str, int] = {}
    done: list[str] = []
    bad = 0
    with Proof(given).running() as proof:
        pages = dict(proof.worker.issue.pages)
        left = count
        while left:
            burst = min(left, edits.random.choice((1, 1, 1, edits.random.randint(2, BURST))))
            for _ in range(burst):
                done.append(edits.one())
                kind = done[-1].split()[0]
                found[kind] = found.get(kind, 0) + 1
            left -= burst
            bad += 1
            if bad > MOST_BAD:  # a page that is at fault for good shows little
                done.append(edits.mend(edits.pristine))
            listed = listed_in(given)
            for key, spec in pages.items():
                if listed is not None and spec not in listed:
                    continue
                wanted = truth(spec)
                bad = bad if wanted[1] else 0
                found["good"] = found.get("good", 0) + (not wanted[1])
                found["compared"] = found.get("compared", 0) + 1
                try:
                    proof.until(key, wanted)
                except StaleError as exc:
                    last = "; ".join(done[-burst - 3 :])
                    raise StaleError(f"seed {seed}, edit {count - left}: {last}: {exc}") from exc
    return found


def main() -> None:
    """Edit copies of editions until the edits are done; end with status 1 at the first stale."""
    parser = argparse.ArgumentParser(prog="python -m bench.stale", description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--specs", default="zhuzhou-2019-09-20,weekly,story,tables")
    args = parser.parse_args()
    names = args.specs.split(",")
    total: dict[str, int] = {}
    begun = time.monotonic()
    for at, name in enumerate(names):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "banxin.yaml").write_text("", encoding="utf-8")
            shutil.copytree(ROOT / "specs" / name, root / "specs" / name)
            shutil.copytree(ROOT / "assets", root / "assets")
            given = root / "specs" / name
            if not (given / "edition.yaml").is_file():
                given = next(iter(sorted(given.glob("*.yaml"))))
            count = args.edits // len(names)
            try:
                found = edit(given, count, args.seed * 1000 + at)
            except StaleError as exc:
                sys.exit(f"stale: {name}: {exc}")
            for kind, number in found.items():
                total[kind] = total.get(kind, 0) + number
            print(f"{name}: {count} edits, {found}", flush=True)
    seconds = time.monotonic() - begun
    compared, good = total.pop("compared", 0), total.pop("good", 0)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(total.items()))
    print(f"{sum(total.values())} edits ({told}), {seconds:.0f} s")
    print(f"{compared} pages compared, {good} of them good; none stale")


if __name__ == "__main__":
    main()
