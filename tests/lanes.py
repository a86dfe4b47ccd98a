"""The suite on every Python that starts here, with three sets of packages: `python -m tests.lanes`.

    locked   what locks/dev.txt pins, with hashes: what CI and `make test` run, linters included
    newest   what an installer brings today within the ranges of pyproject.toml
    oldest   the lower bounds of pyproject.toml exactly (locks/oldest.txt), on 3.11 only

Each lane has an environment of its own below .lanes/, and a log beside it. The table says of each
lane what passed, what failed and what was not run. A Python that does not start is told and is not
green. Exit status: 0 all green, 1 something failed, 3 nothing failed and something was not run.
"""

import argparse
import contextlib
import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".lanes"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PIP = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
)
GREEN, FAILED, INCOMPLETE = 0, 1, 3
SLOWEST_START_S = 120


@dataclass(frozen=True)
class Lane:
    """A set of packages: how it is installed, on which Pythons, and what is run beside the tests.

    `files` are what the set depends on; it is installed again when one of them changes, and each
    time where `fresh` is true.
    """

    name: str
    pythons: tuple[str, ...]
    installs: tuple[tuple[str, ...], ...]
    files: tuple[str, ...]
    linters: tuple[tuple[str, ...], ...] = ()
    fresh: bool = False


def _pinned(lock: str) -> tuple[tuple[str, ...], ...]:
    """How a lock is installed: nothing that it does not name, nothing built, then the project."""
    return (
        (*PIP, "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock),
        (*PIP, "--no-deps", "--no-build-isolation", "-e", "."),
    )


LANES = (
    Lane(
        "locked",
        PYTHONS,
        _pinned("locks/dev.txt"),
        ("locks/dev.txt", "pyproject.toml"),
        linters=LINTERS,
    ),
    Lane(
        "newest",
        PYTHONS,
        (
            (*PIP, "--upgrade", "pip"),
            (*PIP, "--upgrade", "--upgrade-strategy", "eager", "-e", ".", "--group", "dev"),
        ),
        ("pyproject.toml",),
        fresh=True,
    ),
    Lane(
        "oldest", PYTHONS[:1], _pinned("locks/oldest.txt"), ("locks/oldest.txt", "pyproject.toml")
    ),
)


@dataclass(frozen=True)
class Result:
    """What came of a lane on a Python. `words` is what else is to be known."""

    lane: str
    python: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    words: str = ""
    ran: bool = True

    @property
    def state(self) -> str:
        if not self.ran:
            return "not run"
        return "green" if self.passed and not self.failed else "FAILED"


def candidates(version: str, environ: Mapping[str, str]) -> Iterator[Path]:
    """Where a Python of a version may be: on the path, then where pyenv and uv keep theirs.

    A name on the path may be a shim that only says which versions there are.
    """
    names = (f"python{version}", "python3", "python")
    for folder in environ.get("PATH", "").split(os.pathsep):
        if folder:
            yield from (Path(folder) / name for name in names)
    home = Path(environ.get("HOME") or Path.home())
    pyenv = Path(environ.get("PYENV_ROOT") or home / ".pyenv")
    for shelf in (pyenv / "versions", home / ".local" / "share" / "uv" / "python"):
        if shelf.is_dir():
            for version_of in sorted(shelf.iterdir(), reverse=True):
                yield version_of / "bin" / names[0]


def starts(executable: Path, version: str) -> str:
    """The full version of a Python that starts, is of `version` and can make environments."""
    code = "import sys, venv, ensurepip; print('.'.join(map(str, sys.version_info[:3])))"
    if not (executable.is_file() and os.access(executable, os.X_OK)):
        return ""
    try:
        done = subprocess.run(
            [executable, "-I", "-c", code],
            capture_output=True,
            text=True,
            check=False,
            timeout=SLOWEST_START_S,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    said = done.stdout.strip()
    return said if done.returncode == 0 and said.startswith(f"{version}.") else ""


def find(version: str, environ: Mapping[str, str] = os.environ) -> tuple[Path, str] | None:
    """The first Python of a version that really starts, and its full version."""
    seen: set[Path] = set()
    for path in candidates(version, environ):
        if path not in seen:
            seen.add(path)
            if full := starts(path, version):
                return path, full
    return None


def read_report(xml: str) -> tuple[int, int, int]:
    """Passed, failed and skipped of a JUnit report, as pytest writes it; errors are failures.

    Raises `ValueError` for a text that is no report of tests.
    """
    try:
        suites = list(ET.fromstring(xml).iter("testsuite"))
    except ET.ParseError as exc:
        raise ValueError(f"no report: {exc}") from exc
    if not suites:
        raise ValueError("no report: it has no testsuite")
    tests, bad, skipped = 0, 0, 0
    for suite in suites:
        tests += int(suite.get("tests", 0))
        bad += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    # A test that fails and whose teardown fails too is one of `tests` and two of the others.
    return max(0, tests - bad - skipped), bad, skipped


def table(results: Sequence[Result]) -> str:
    """Lane, Python, passed, failed, not run and the state, a row each, and a last line for all."""
    head = ("lane", "Python", "passed", "failed", "not run", "", "")
    rows: list[tuple[str, ...]] = [head]
    for r in results:
        counts = [str(n) if r.ran else "–" for n in (r.passed, r.failed, r.skipped)]
        rows.append((r.lane, r.python, *counts, r.state, r.words))
    widths = [max(len(row[at]) for row in rows) for at in range(6)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if 2 <= at < 5 else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=False))
        ]
        lines.append("  ".join([*cells, row[6]]).rstrip())
    green, failed, absent = (
        sum(r.state == state for r in results) for state in ("green", "FAILED", "not run")
    )
    lines.append(f"lanes: {green} green, {failed} failed, {absent} not run")
    return "\n".join(lines)


def status(results: Sequence[Result]) -> int:
    """The exit status: only where every lane is green it is 0."""
    states = {r.state for r in results}
    if "FAILED" in states:
        return FAILED
    return GREEN if states == {"green"} else INCOMPLETE


def install(lane: Lane, python: Path, full: str, log: Path) -> Path | None:
    """The Python of a lane's own environment, made or brought up to date; None where that fails."""
    folder = HOME / f"{lane.name}-{full.rpartition('.')[0]}"
    own = folder / "bin" / "python"
    stamp = folder / "installed"
    content = b"".join((ROOT / name).read_bytes() for name in lane.files)
    mark = f"{full} {ROOT} {hashlib.sha256(content).hexdigest()}"
    if not lane.fresh and stamp.is_file() and stamp.read_text("utf-8") == mark and starts_at(own):
        return own
    stamp.unlink(missing_ok=True)
    commands = [[str(python), "-m", "venv", "--clear", str(folder)]]
    commands += [[str(own), *words] for words in lane.installs]
    for command in commands:
        if run(command, log):
            return None
    stamp.write_text(mark, "utf-8")
    return own


def starts_at(own: Path) -> bool:
    """Whether an environment's Python is still there: the one it was made of may be gone."""
    return own.exists()


def run(command: Sequence[str], log: Path) -> int:
    """The exit status of a command in the tree; what it says is added to the log."""
    with log.open("a", encoding="utf-8") as out:
        out.write(f"$ {' '.join(command)}\n")
        out.flush()
        return subprocess.run(
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False
        ).returncode


def run_lane(lane: Lane, version: str, tests: Sequence[str] = ()) -> Result:
    """Install a lane and run it on one Python."""
    found = find(version)
    if found is None:
        return Result(lane.name, version, ran=False, words=f"no Python {version} starts here")
    python, full = found
    HOME.mkdir(exist_ok=True)
    log = HOME / f"{lane.name}-{version}.log"
    log.write_text("", "utf-8")
    name = log.relative_to(ROOT)
    own = install(lane, python, full, log)
    if own is None:
        return Result(lane.name, full, failed=1, words=f"could not be installed: {name}")
    bad = [words[0] for words in lane.linters if run([str(own.parent / words[0]), *words[1:]], log)]
    report = HOME / f"{lane.name}-{version}.xml"
    report.unlink(missing_ok=True)
    options = ["-n", "auto", "-q", f"--junitxml={report}", "-o", f"cache_dir={HOME / 'cache'}"]
    code = run([str(own), "-m", "pytest", *options, *tests], log)
    try:
        passed, failed, skipped = read_report(report.read_text("utf-8"))
    except (OSError, ValueError):
        return Result(lane.name, full, failed=1, words=f"the tests did not run: {name}")
    if code and not failed:
        bad.append("pytest")
    words = f"{', '.join(dict.fromkeys(bad))} failed" if bad else ""
    if bad or failed:
        words = "; ".join(filter(None, (words, str(name))))
    return Result(lane.name, full, passed, failed + len(bad), skipped, words)


@contextlib.contextmanager
def busy(number: int) -> Iterator[None]:
    """So many processes that do nothing but use a core, for as long as this lasts."""
    code = "import os\nwhile os.getppid() == {}:\n    sum(range(100000))"
    command = [sys.executable, "-c", code.format(os.getpid())]
    crew = [subprocess.Popen(command) for _ in range(number)]
    try:
        yield
    finally:
        for process in crew:
            process.kill()
            process.wait()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the lanes that are asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.lanes")
    parser.add_argument("--only", default="", help="some of locked,newest,oldest (all)")
    parser.add_argument("--python", default="", help=f"some of {','.join(PYTHONS)} (all)")
    parser.add_argument("--load", type=int, default=0, help="busy processes beside (0)")
    parser.add_argument("tests", nargs="*", help="some tests (all)")
    args = parser.parse_args(arguments)
    lanes = _chosen(parser, args.only, [lane.name for lane in LANES])
    pythons = _chosen(parser, args.python, PYTHONS)
    results = []
    with busy(args.load):
        for lane in LANES:
            for version in lane.pythons:
                if lane.name in lanes and version in pythons:
                    results.append(run_lane(lane, version, args.tests))
                    _say(table(results[-1:]).splitlines()[1])
    _say("")
    _say(table(results))
    return status(results)


def _chosen(parser: argparse.ArgumentParser, words: str, known: Sequence[str]) -> list[str]:
    chosen = [w for w in words.split(",") if w] or list(known)
    for word in chosen:
        if word not in known:
            parser.error(f"{word}: expected some of {', '.join(known)}")
    return chosen


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
