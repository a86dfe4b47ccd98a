"""`Session.file`: many pages in one file, made by several processes.

In a process of its own: a fork is not made where threads run, and a test runner may have some.
"""

import pickle
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from layout.api import Session
from layout.diagnostics import Place, StopError, error
from layout.render.base import RenderError
from tests.conftest import Project
from tests.cost import HANG_S
from tests.told import assert_told

ROOT = Path(__file__).parents[1]
SPECS = [*(ROOT / "specs/grids").glob("G?.yaml"), *(ROOT / "specs/labels").glob("L?.yaml")]


def run(code: str, folder: Path) -> str:
    """What a script prints that has a session and the specs of a folder."""
    head = f"""
        import os
        from pathlib import Path
        from layout.api import Session
        from layout.diagnostics import StopError
        boss, session = os.getpid(), Session(lasting=False)
        specs = sorted(Path({str(folder)!r}).glob("T?.yaml"))
    """
    script = textwrap.dedent(head) + textwrap.dedent(code)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=HANG_S, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def pages(project: Project) -> Project:
    """Four pages of one text."""
    text = project.spec.read_text(encoding="utf-8")
    for name in ("T2", "T3", "T4"):
        project.write(f"{name}.yaml", text.replace("page: T1\n", f"page: {name}\n"))
    return project


def test_the_file_is_the_same_for_any_number_of_processes() -> None:
    out = run(
        f"""
        specs = {[str(spec) for spec in sorted(SPECS)]}
        other = Session()
        pages = [other.page(spec) for spec in specs]
        whole = other.render(pages)
        for jobs in (1, 2, 5):
            made = session.file(specs, jobs=jobs)
            print(made.pdf == whole, made.diagnostics == tuple([p.diagnostics for p in pages]))
        """,
        ROOT,
    )
    assert out == 3 * "True True\n"


def test_it_is_made_by_several(pages: Project) -> None:
    out = run(
        """
        prepare, room = session.prepare, Path(specs[0]).parent
        def told(page):
            (room / f"{os.getpid()}.pid").touch()
            while len(list(room.glob("*.pid"))) < 3:
                pass
            return prepare(page)
        session.prepare = told
        print(len(session.file(specs, jobs=3).diagnostics))
        """,
        pages.root,
    )
    assert out == "4\n"


def test_the_first_page_at_fault_is_told(pages: Project) -> None:
    """Whole, though another process has found it: its diagnostics, and not those of a later one."""
    for name in ("T2", "T4"):
        pages.change(f"{name}.yaml", f"page: {name}\n", f"page: {name}\nnonsense: 1\n")
    with pytest.raises(StopError) as alone:
        Session().page(pages.root / "T2.yaml")
    out = run(
        """
        for jobs in (1, 4):
            try:
                session.file(specs, jobs=jobs)
            except StopError as stop:
                print(stop.diagnostics)
        """,
        pages.root,
    )
    assert out == 2 * f"{alone.value.diagnostics}\n"


def test_a_page_that_would_lose_a_character_is_not_made(pages: Project) -> None:
    text = pages.spec.read_text(encoding="utf-8")
    pages.write("T3.yaml", text.replace("page: T1\n", "page: T3\n").replace("one.md", "rare.md"))
    pages.write("stories/rare.md", "中文\n\n字句👍段\n")
    out = run(
        """
        try:
            session.file(specs, jobs=2)
        except StopError as stop:
            print([d.code for d in stop.diagnostics if d.severity == "error"])
        """,
        pages.root,
    )
    assert out == "['NO-GLYPH']\n"


def test_a_process_that_is_killed_is_told(pages: Project) -> None:
    out = run(
        """
        prepare, dead = session.prepare, specs[0].with_name("dead")
        def told(page):
            if os.getpid() != boss:
                dead.touch()
                os.kill(os.getpid(), 9)
            while not dead.exists():
                pass
            return prepare(page)
        session.prepare = told
        try:
            session.file(specs, jobs=2)
        except StopError as stop:
            print([(d.said.key, dict(d.said.values)["end"].key) for d in stop.diagnostics])
        """,
        pages.root,
    )
    assert out == "[('WORKER.died', 'part.ended-by')]\n"


def test_a_page_leaves_nothing_that_must_be_looked_for(pages: Project) -> None:
    """No circle of objects: what a page was made of is let go of with the page."""
    out = run(
        """
        import gc
        session.page(specs[0]).pdf()
        gc.collect()
        gc.disable()
        for spec in specs[1:]:
            session.page(spec).pdf()
        print(gc.collect())
        """,
        pages.root,
    )
    assert out == "0\n"


def test_a_file_of_no_page_is_refused() -> None:
    with pytest.raises(RenderError) as told:
        Session().file([])
    assert_told(told.value.args[0], "part.pdf-empty", {})


def test_a_fault_goes_from_one_process_to_another_whole() -> None:
    fault = StopError([error("WORKER.died", Place("T1.yaml", 3), file="T1.yaml", end="-")])
    again = pickle.loads(pickle.dumps(fault))
    assert (again.diagnostics, str(again)) == (fault.diagnostics, str(fault))


@pytest.mark.parametrize("specs", ["T1.yaml", Path("T1.yaml")])
def test_one_spec_is_no_list_of_specs(specs: str | Path) -> None:
    with pytest.raises(TypeError, match="a list of page specs is expected"):
        Session().file(specs)  # type: ignore[arg-type]
