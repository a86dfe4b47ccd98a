"""`python -m bench.mutants`: sixty small changes, each against the tests of its room.

Prints the seed, and each change that no test has noticed with its file, line, before and after.
What the tests cannot notice, as it changes nothing that anybody sees, stands in equivalent.txt with
the reason. Ends with 1 where more than five others live. The checkout is copied and never changed.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from bench.edition import ROOT
from bench.mutants.draw import COUNT, ROOMS, SEED, Mutant, candidates, drawn, shares
from bench.mutants.equivalent import Equivalent, known
from bench.mutants.runs import BrokenError, Run, copied, tried, unchanged
from bench.table import table

LIVE = 5
"""Changes that may live without a reason."""


def main(argv: Sequence[str] | None = None) -> int:
    """Draw, run, print; 1 where too many live, 2 where the tests fail without a change."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the draw ({SEED})")
    parser.add_argument("--count", type=int, default=COUNT, help=f"changes in all ({COUNT})")
    parser.add_argument("--room", action="append", choices=ROOMS, help="only of these rooms")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--list", action="store_true", help="print what is drawn, run nothing")
    args = parser.parse_args(argv)
    if args.count < 1 or args.jobs < 1:
        parser.error("--count and --jobs are 1 or more")
    pools = {room: candidates(ROOT, room) for room in args.room or ROOMS}
    wanted = shares(pools, args.count)
    mutants = [m for room, pool in pools.items() for m in drawn(pool, wanted[room], args.seed)]
    print(f"seed {args.seed}: {len(mutants)} changes of {sum(map(len, pools.values())):,}")
    if args.list:
        for mutant in mutants:
            print(_said(mutant))
        return 0
    began = time.monotonic()
    try:
        ends = _all(mutants, args.jobs)
    except BrokenError as exc:
        print(f"bench.mutants: {exc}", file=sys.stderr)
        return 2
    live = [mutant for mutant, end in zip(mutants, ends, strict=True) if end.passed]
    print(f"\n{_report(mutants, live)}\n\n{(time.monotonic() - began) / 60:.0f} minutes")
    return int(sum(_why(mutant) is None for mutant in live) > LIVE)


def _all(mutants: Sequence[Mutant], jobs: int) -> list[Run]:
    """How each ends, in their order: so many at a time, each in a copy of its own."""
    with tempfile.TemporaryDirectory(prefix="banxin-mutants-") as folder:
        copies: Queue[Path] = Queue()
        for number in range(jobs):
            copies.put(copied(ROOT, Path(folder, str(number))))

        def alone(room: str) -> Run:
            copy = copies.get()
            try:
                return unchanged(copy, room)
            finally:
                copies.put(copy)

        def one(mutant: Mutant) -> Run:
            copy = copies.get()
            try:
                end = tried(copy, mutant, before[mutant.room])
            finally:
                copies.put(copy)
            print(f"{'LIVES ' if end.passed else 'killed'} {_said(mutant)}", flush=True)
            print(
                f"       {end.seconds:.0f} s {'' if end.passed else end.failed[:100]}", flush=True
            )
            return end

        with ThreadPoolExecutor(jobs) as pool:
            rooms = list(dict.fromkeys(m.room for m in mutants))
            before = dict(zip(rooms, pool.map(alone, rooms), strict=True))
            return list(pool.map(one, mutants))


def _said(mutant: Mutant) -> str:
    return f"{mutant.place}  [{mutant.change.kind}]\n       {mutant.before}\n       {mutant.after}"


def _why(mutant: Mutant) -> Equivalent | None:
    return known().get((mutant.path, mutant.before, mutant.after))


def _report(mutants: Sequence[Mutant], live: Sequence[Mutant]) -> str:
    """A table by rooms, and what lives: first what nobody has given a reason for."""
    rows = []
    for room in dict.fromkeys(m.room for m in mutants):
        own = [m for m in mutants if m.room == room]
        left = [m for m in live if m.room == room]
        equal = sum(_why(m) is not None for m in left)
        rows.append([room, *map(str, (len(own), len(own) - len(left), len(left) - equal, equal))])
    rows.append(["all", *(str(sum(int(row[k]) for row in rows)) for k in range(1, 5))])
    parts = [table(["room", "changes", "killed", "live", "equivalent"], rows)]
    for mutant in sorted(live, key=lambda m: _why(m) is not None):
        why = _why(mutant)
        said = _said(mutant) if why is None else f"{_said(mutant)}\n       equivalent: {why}"
        parts.append(f"LIVES  {said}")
    return "\n\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
