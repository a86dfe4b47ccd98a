"""`make calendars`: packages for the 农历, day by day from 1929 to 2100, against DE440."""

import datetime
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from bench.calendars.packages import Date, Package, packages
from bench.calendars.reference import Reference
from layout.errors import BanxinError
from tests.ephemeris import months

SINCE, LAST = datetime.date(1929, 1, 1), datetime.date(2100, 12, 31)
DAYS = [SINCE + datetime.timedelta(days=n) for n in range((LAST - SINCE).days + 1)]
BEFORE_SPRING = datetime.date(2026, 2, 10)
"""Between 立春 and 正月初一: still 乙巳."""
SHOWN = 9
SIMPLE = str.maketrans("驚蟄處種滿穀", "惊蛰处种满谷")


def main() -> None:
    """Print a table, and where each package is wrong."""
    warnings.simplefilter("ignore")
    reference = Reference()
    term_s, moon_s = reference.erfa_s
    print(f"pyerfa from DE440: terms within {term_s:.1f} s, new moons within {moon_s:.0f} s")
    on = dict(zip(reference.days(reference.terms), reference.names, strict=True))
    firsts = months(reference.days(reference.new_moons), list(on.items()))
    lunar = dict(_lunar(firsts))
    print("package: version, licence, wheels, kB, ms to import; days wrong, terms wrong; 干支")
    for package in packages():
        wrong = _wrong(package.lunar, lunar)
        terms = _wrong(package.term, on) if package.term is not None else None
        ganzhi = package.ganzhi(BEFORE_SPRING) if package.ganzhi is not None else "-"
        told = "-" if terms is None else str(len([d for d in terms if d in on]))
        print(f"{_about(package)}; {len(wrong)}, {told}; {ganzhi}", flush=True)
        for what, days in (("days", wrong), ("terms", terms or [])):
            if days:
                print(f"    {what}: {', '.join(_runs(days))}")


def _lunar(firsts: dict[Date, tuple[int, int, bool]]) -> Iterator[tuple[Date, object]]:
    starts = list(firsts)
    for first, following in zip(starts, [*starts[1:], LAST + datetime.timedelta(1)], strict=True):
        for n in range((following - first).days):
            yield first + datetime.timedelta(days=n), (*firsts[first], n + 1)


def _wrong(
    asked: Callable[[Date], object], right: dict[Date, object] | dict[Date, str]
) -> list[Date]:
    """The days on which a package says something else, or nothing."""
    found = []
    for day in DAYS:
        try:
            said = asked(day)
        except (BanxinError, ValueError, IndexError, KeyError, TypeError, OverflowError):
            said = None
        if isinstance(said, str):
            said = said.translate(SIMPLE)
        if said != right.get(day, ""):
            found.append(day)
    return found


def _runs(days: list[Date]) -> list[str]:
    runs: list[list[Date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    told = [f"{run[0]} ({len(run)})" if len(run) > 1 else str(run[0]) for run in runs[:SHOWN]]
    return told if len(runs) <= SHOWN else [*told, f"{len(runs) - SHOWN} more"]


def _about(package: Package) -> str:
    """Version, licence, wheels, kB of what is installed, ms to import, least of five."""
    clock = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
    run = [sys.executable, "-c", clock.format(package.module)]
    took = [float(subprocess.run(run, capture_output=True, check=True).stdout) for _ in range(5)]
    if package.name == "banxin":
        return "banxin, with borax"
    found = distribution(package.name)
    files = [Path(str(f.locate())) for f in found.files or ()]
    size = sum(f.stat().st_size for f in files if f.suffix in (".py", ".so", ".json"))
    told = found.metadata.json
    licence = str(told.get("license_expression") or told.get("license") or "?").splitlines()[0]
    return (
        f"{package.name} {found.version}, {licence[:20]}, {package.wheels}, {size / 1000:.0f}, "
        f"{min(took) * 1000:.0f}"
    )


if __name__ == "__main__":
    main()
