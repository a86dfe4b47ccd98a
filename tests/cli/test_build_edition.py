"""`banxin build` of an edition: pages, book, spreads; what is refused; jobs change nothing.

What forks runs in a process of its own, as it does for a user.
"""

import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from layout.cli import main
from layout.files import own_mark
from layout.units import mm, to_mm
from tests import pdfread
from tests.conftest import Project
from tests.cost import HANG_S
from tests.typed import near

Capture = pytest.CaptureFixture[str]
NAMES = ("T1", "T2", "T3", "T4")
BLEED_MM = 3.0
TABLOID_MM = (275.0, 390.0)


@pytest.fixture
def edition(project: Project) -> Project:
    """Four pages that differ; T3 uses a face in columns that the others do not."""
    page = project.spec.read_text(encoding="utf-8")
    for at, name in enumerate(NAMES[1:], 2):
        story = f"---\ntitle: 第{at}版\n---\n\n这是第{at}版的短文，讲的是{'甲乙丙丁'[at - 1]}事。\n"
        project.write(f"stories/{name}.md", story)
        own = page.replace("page: T1", f"page: {name}").replace("two.md", f"{name}.md")
        project.write(f"{name}.yaml", own)
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml, T3.yaml, T4.yaml]")
    return project


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def banxin(
    *words: object, code: int | None = 0, patch: str = ""
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own; `patch` is run before it."""
    start = f"import sys\n{patch}\nfrom layout.cli import main\nsys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", start, *map(str, words)],
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert code is None or done.returncode == code, done.stderr
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_an_edition_makes_pages_book_and_spreads(
    edition: Project, out: Path, capsys: Capture
) -> None:
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    got = capsys.readouterr()
    names = [*(f"{name}.pdf" for name in NAMES), "paper.pdf", "paper-spreads.pdf"]
    assert got.out.splitlines() == [str(out / name) for name in names]
    assert sorted(names) == [path.name for path in sorted(out.iterdir())]
    assert got.err.splitlines()[-1] == "paper: book of 4 pages, spreads of 1 sheet"


def test_the_text_of_the_book_is_that_of_the_pages(edition: Project, out: Path) -> None:
    assert main(["build", str(edition.edition), "-o", str(out), "-q"]) == 0
    texts = [pdfread.text((out / f"{name}.pdf").read_bytes()) for name in NAMES]
    assert len(set(texts)) == 4
    book, spreads = ((out / f"paper{end}.pdf").read_bytes() for end in ("", "-spreads"))
    assert [pdfread.text(book, at) for at in range(4)] == texts
    assert [pdfread.text(spreads, at) for at in range(2)] == [
        texts[3] + texts[0],
        texts[1] + texts[2],
    ]


def test_glyphs_stand_in_a_spread_where_they_stand_on_the_page(edition: Project, out: Path) -> None:
    edition.change("edition.yaml", "pages:", "spread: {gutter: 8mm}\npages:")
    assert main(["build", str(edition.root), "-o", str(out), "-q"]) == 0
    spread = pdfread.chars((out / "paper-spreads.pdf").read_bytes(), 1)
    left, right = (pdfread.chars((out / f"{n}.pdf").read_bytes()) for n in ("T2", "T3"))
    moved = mm(TABLOID_MM[0] + 8)
    wanted = [*((c.char, c.x, c.y) for c in left), *((c.char, c.x + moved, c.y) for c in right)]
    assert len(spread) == len(wanted)
    for got, (char, x, y) in zip(spread, wanted, strict=True):
        assert got.char == char
        assert (got.x, got.y) == (near(x, abs=0.01), near(y, abs=0.01))


@pytest.mark.parametrize("gutter", [0.0, 8.0])
def test_a_spread_is_two_trims_and_the_gutter_wide(
    edition: Project, out: Path, gutter: float
) -> None:
    if gutter:
        edition.change("edition.yaml", "pages:", f"spread: {{gutter: {gutter}mm}}\npages:")
    assert main(["build", str(edition.root), "-o", str(out), "-q", "--only", "spreads"]) == 0
    assert [path.name for path in out.iterdir()] == ["paper-spreads.pdf"]
    width, height = TABLOID_MM
    with pikepdf.open(out / "paper-spreads.pdf") as read:
        assert read.check_pdf_syntax() == []
        for page in read.pages:
            trim, media = ([to_mm(float(v)) for v in box] for box in (page.trimbox, page.mediabox))
            assert trim == pytest.approx(
                [BLEED_MM, BLEED_MM, BLEED_MM + 2 * width + gutter, BLEED_MM + height], abs=0.01
            )
            assert media == pytest.approx(
                [0, 0, 2 * width + gutter + 2 * BLEED_MM, height + 2 * BLEED_MM], abs=0.01
            )
            assert page.BleedBox == page.MediaBox
            left, right = (page.Resources.XObject[name] for name in ("/L", "/R"))
            shown = [[to_mm(float(v)) for v in form.BBox] for form in (left, right)]
            moves = [to_mm(float(form.Matrix[4])) for form in (left, right)]
            # Of each page the bleed is shown at the outer edge, the trim is the end at the fold.
            assert [moves[0] + v for v in shown[0][::2]] == pytest.approx(
                [0, BLEED_MM + width], abs=0.01
            )
            assert [moves[1] + v for v in shown[1][::2]] == pytest.approx(
                [BLEED_MM + width + gutter, 2 * (BLEED_MM + width) + gutter], abs=0.01
            )


def test_one_font_a_face_however_many_pages(edition: Project, out: Path) -> None:
    assert main(["build", str(edition.root), "-o", str(out), "-q"]) == 0
    for name in ("paper", "paper-spreads"):
        with pikepdf.open(out / f"{name}.pdf") as read:
            fonts = [
                str(o.BaseFont).partition("+")[2]
                for o in read.objects
                if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == "/Type0"
            ]
            images = [o for o in read.objects if _is(o, "/Image")]
            assert len(fonts) == len(set(fonts)) > 1
            assert len(images) == 1


def _is(thing: pikepdf.Object, kind: str) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == kind


def test_jobs_change_no_byte_and_no_word(edition: Project, out: Path) -> None:
    edition.change("T2.yaml", "caption: 湖边的新园区", "caption: 湖边的新园区\n    stands_in: true")
    edition.change("T3.yaml", "cols: 1-4, lines: 5-40", "cols: 1-4, lines: 5-14")
    said = []
    for jobs in (1, 2, 7):
        done = banxin("build", edition.root, "-o", out / str(jobs), "--jobs", jobs, code=1)
        said.append([line.replace(str(out / str(jobs)), "") for line in
                     (*done.stdout.splitlines(), *done.stderr.splitlines())])  # fmt: skip
    assert said[0] == said[1] == said[2]
    made = [files(out / str(jobs)) for jobs in (1, 2, 7)]
    assert len(made[0]) == 6
    assert made[0] == made[1] == made[2]


def test_glyphs_with_two_meanings_are_told_apart_in_the_book(project: Project, out: Path) -> None:
    # “-” and a soft hyphen are one glyph: each page alone gives it the glyph's own code.
    project.write("stories/two.md", "---\ntitle: 甲\n---\n\n长词用-连接。\n")
    second = project.spec.read_text(encoding="utf-8")
    second = second.replace("page: T1", "page: T2").replace("two.md", "soft.md")
    project.write("T2.yaml", second)
    project.write("stories/soft.md", "---\ntitle: 乙\n---\n\n长词typo\u00adgraphy。\n")
    project.change("edition.yaml", "[T1.yaml]", "[T2.yaml, T1.yaml]")
    for jobs in (1, 2):
        banxin("build", project.root, "-o", out / str(jobs), "--jobs", jobs, "-q")
    assert files(out / "1") == files(out / "2")
    one, two = ((out / f"1/T{n}.pdf").read_bytes() for n in (1, 2))
    book = (out / "1/paper.pdf").read_bytes()
    assert pdfread.text(book, 0) == pdfread.text(two)
    assert pdfread.text(book, 1) == pdfread.text(one)


def test_a_warning_of_what_the_pages_share_is_told_once(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.write("edition.yaml", edition.edition.read_text("utf-8") + "section: 追梦 #青春\n")
    assert main(["build", str(edition.root), "-o", str(out), "--jobs", "1"]) == 0
    told = [row for row in capsys.readouterr().err.splitlines() if "[COMMENT]" in row]
    assert len(told) == 1
    assert "“#青春” is left out" in told[0]


def test_pages_alone_make_no_book(edition: Project, out: Path, capsys: Capture) -> None:
    specs = [str(edition.path(f"{name}.yaml")) for name in NAMES]
    assert main(["build", *specs, "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{name}.pdf" for name in NAMES]
    assert main(["build", *specs, "-o", str(out), "--only", "book"]) == 2
    assert "are made of an edition" in capsys.readouterr().err


def test_png_is_of_pages_only(edition: Project, out: Path) -> None:
    words = ["build", str(edition.root), "-o", str(out), "-q", "--dpi", "20"]
    assert main([*words, "--to", "png"]) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"{name}.png" for name in NAMES]
    assert main([*words, "--to", "png,pdf"]) == 0
    assert {"paper.pdf", "paper-spreads.pdf", "T4.pdf"} < {path.name for path in out.iterdir()}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "bok"], "--only takes pages, book, spreads, not bok"),
        (["--only", ","], "not nothing"),
        (["--only", "book", "--to", "png"], "are press PDFs"),
        (["--only", "book", "--renderer", "weasyprint"], "are press PDFs"),
        (["--only", "book", "--watch"], "--watch makes pages"),
        (["--jobs", "0"], "--jobs goes from 1 to"),
        (["--jobs", "many"], 'takes a whole number, not "many"'),
    ],
)
def test_bad_use(edition: Project, capsys: Capture, words: list[str], said: str) -> None:
    assert main(["build", str(edition.root), *words]) == 2
    assert said in capsys.readouterr().err


def test_a_page_that_cannot_be_made_stops_the_book_and_no_other_page(
    edition: Project, out: Path, capsys: Capture
) -> None:
    assert main(["build", str(edition.root), "-o", str(out), "-q"]) == 0
    before = files(out)
    edition.change("T2.yaml", "columns: 2", "colums: 2")
    edition.change("T3.yaml", "湖边的新园区", "湖边的老园区")
    capsys.readouterr()
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    got = capsys.readouterr()
    assert got.out.splitlines() == [str(out / f"{name}.pdf") for name in ("T1", "T3", "T4")]
    told = "without the book and the spreads: T2.yaml was not made [NOT-WHOLE]"
    assert f"edition.yaml:4:8: error: {told}" in got.err
    assert got.err.splitlines()[-1] == "paper: the book and the spreads not made, 1 error"
    after = files(out)
    assert {name for name in after if after[name] != before[name]} == {"T3.pdf"}
    assert after.keys() == before.keys()


@pytest.mark.parametrize("count", [2, 3])
def test_blank_halves_are_said(edition: Project, out: Path, capsys: Capture, count: int) -> None:
    listed = ", ".join(f"T{n}.yaml" for n in range(1, count + 1))
    edition.write("edition.yaml", f"date: 2024-05-06\nstyles: styles.yaml\npages: [{listed}]\n")
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    err = capsys.readouterr().err
    halves = "last half" if count == 3 else "last 2 halves"
    assert "[SPREAD-BLANK]" in err
    assert f"warning: {count} pages: the {halves} of the spreads stay" in err
    spreads = (out / "paper-spreads.pdf").read_bytes()
    assert pdfread.text(spreads, 0) == pdfread.text((out / "T1.pdf").read_bytes())
    first = pdfread.chars(spreads, 0)[0]
    alone = pdfread.chars((out / "T1.pdf").read_bytes())[0]
    assert first.x == pytest.approx(alone.x + mm(TABLOID_MM[0]), abs=0.01)  # on the right half


def test_a_lone_page_has_a_book_and_no_spreads(
    project: Project, out: Path, capsys: Capture
) -> None:
    assert main(["build", str(project.root), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["T1.pdf", "paper.pdf"]
    assert "T1 is the only page [SPREAD-ALONE]" in capsys.readouterr().err


def test_pages_of_different_sizes_make_no_spread(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.change("T3.yaml", "format: tabloid", "format: {preset: tabloid, height: 400mm}")
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    err = capsys.readouterr().err
    assert "without spreads: T3 is 275 × 400 mm with 3 mm bleed and T1 275 × 390 mm" in err
    assert "[SPREAD-SIZES]" in err
    assert (out / "paper.pdf").exists()
    assert not (out / "paper-spreads.pdf").exists()


@pytest.mark.parametrize("names", [("A 1", "A_1"), ("A&1", "A#1"), ("a1", "A1"), ("é1", "É1")])
def test_pages_that_would_share_a_file_are_refused(
    project: Project, out: Path, capsys: Capture, names: tuple[str, str]
) -> None:
    page = project.spec.read_text(encoding="utf-8")
    for at, name in enumerate(names, 1):
        project.write(f"T{at}.yaml", page.replace("page: T1", f'page: "{name}"'))
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    assert main(["build", str(project.root), "-o", str(out)]) == 1
    err = capsys.readouterr().err
    assert f"T2.yaml:1:7: error: {names[1]} and {names[0]} (T1.yaml) would both be written" in err
    assert "[SAME-FILE]" in err
    assert "[NOT-WHOLE]" in err
    assert len(list(out.iterdir())) == 1


def test_a_page_called_as_the_edition_keeps_its_file(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.change("T2.yaml", "page: T2", "page: paper")
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    err = capsys.readouterr().err
    assert "the book would be written over paper.pdf" in err
    with pikepdf.open(out / "paper.pdf") as read:
        assert len(read.pages) == 1
    assert (out / "paper-spreads.pdf").exists()


def test_two_editions_of_one_name_do_not_share_a_book(
    project: Project, out: Path, tmp_path: Path, capsys: Capture
) -> None:
    import shutil

    other = tmp_path / "other" / "paper"
    shutil.copytree(project.root, other)
    spec = (other / "T1.yaml").read_text(encoding="utf-8").replace("page: T1", "page: V1")
    (other / "T1.yaml").write_text(spec, encoding="utf-8")
    assert main(["build", str(project.root), str(other), "-o", str(out)]) == 1
    assert capsys.readouterr().err.count("[SAME-FILE]") == 1
    assert sorted(path.name for path in out.iterdir()) == ["T1.pdf", "V1.pdf", "paper.pdf"]


def test_final_lists_the_places_and_makes_no_book(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.change("T2.yaml", "caption: 湖边的新园区", "caption: 湖边的新园区\n    stands_in: true")
    edition.change("stories/T2.md", "title: 第2版", "title: 第2版\nstands_in: true")
    Image.new("L", (1600, 1200), 128).save(edition.path("assets/park.jpg"))  # fine enough for print
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    line = next(r for r in capsys.readouterr().err.splitlines() if r.startswith("T2: made"))
    assert line.endswith("; standing in: stories/T2.md, assets/park.jpg")
    assert main(["build", str(edition.root), "-o", str(out / "final"), "--final"]) == 1
    err = capsys.readouterr().err
    told = [row for row in err.splitlines() if row.endswith("[NOT-FINAL]")]
    assert len(told) == 2
    assert [row.split(": ")[0] for row in told] == ["T2.yaml:12:5", "T2.yaml:17:14"]
    assert all("T2 is not final: " in row for row in told)
    names = sorted(path.name for path in (out / "final").iterdir())
    assert names == ["T1.pdf", "T3.pdf", "T4.pdf"]


def test_json_tells_pages_and_editions(edition: Project, out: Path, capsys: Capture) -> None:
    assert main(["build", str(edition.root), "-o", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [p["written"] for p in told["pages"]] == [[f"{out}/{name}.pdf"] for name in NAMES]
    assert told["pages"][0].keys() == {"spec", "written", "diagnostics", "stands_in"}
    assert told["editions"] == [
        {
            "edition": str(edition.edition),
            "written": {"book": f"{out}/paper.pdf", "spreads": f"{out}/paper-spreads.pdf"},
            "diagnostics": [],
        }
    ]


def test_a_worker_that_dies_is_told_at_its_page(edition: Project, out: Path) -> None:
    patch = """
import os, time
from layout.api import Session
boss, page = os.getpid(), Session.page
dying, dead = os.pipe()
def deadly(self, spec, **more):
    if os.getpid() != boss:
        os.kill(os.getpid(), 9)
    if ends:  # wait for the worker's death, with which its end of the pipe goes
        os.close(ends.pop())
        os.read(dying, 1)
    return page(self, spec, **more)
ends = [dead]
Session.page = deadly
"""
    done = banxin("build", edition.root, "-o", out, "--jobs", 2, code=1, patch=patch)
    told = [row for row in done.stderr.splitlines() if "[WORKER]" in row]
    assert len(told) == 1
    assert "the process that made it was ended by SIGKILL" in told[0]
    assert "[NOT-WHOLE]" in done.stderr
    assert len(list(out.iterdir())) == 3


def test_ctrl_c_leaves_no_worker_and_no_half_file(edition: Project, out: Path) -> None:
    out.mkdir()
    patch = """
import os, time
import layout.making.page as make
boss, write = os.getpid(), make.write_beside
def slow(path, data, mark=""):
    made = write(path, data, mark)
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(3600)
    return made
make.write_beside = slow
"""
    start = f"import sys\n{patch}\nfrom layout.cli import main\nsys.exit(main(sys.argv[1:]))"
    child = subprocess.Popen(
        [sys.executable, "-c", start, "build", str(edition.root), "-o", str(out), "--jobs", "3"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    pids = {int(child.stdout.readline()) for _ in range(3)}
    assert len(pids) == 3
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=HANG_S)
    assert child.returncode == 130
    assert err.splitlines()[-1] == "stopped"
    assert list(out.iterdir()) == []
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


SLOW = """
import os, time
import layout.making.page as make
write = make.write_beside
def slow(path, data, mark=""):
    made = write(path, data, mark)
    os.write(1, b"begun\\n")
    time.sleep(3600)
    return made
make.write_beside = slow
"""


def begun(edition: Project, out: Path) -> subprocess.Popen[str]:
    """A build in a process of its own that has written a file beside its place, and waits."""
    start = f"import sys\n{SLOW}\nfrom layout.cli import entry\nentry()"
    words = ["build", str(edition.spec), "-o", str(out)]
    child = subprocess.Popen(
        [sys.executable, "-c", start, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    return child


def test_a_build_that_is_ended_leaves_nothing(edition: Project, out: Path) -> None:
    child = begun(edition, out)
    child.terminate()
    _, err = child.communicate(timeout=HANG_S)
    assert child.returncode == 143
    assert err.splitlines()[-1] == "stopped"
    assert list(out.iterdir()) == []


def test_what_a_killed_build_left_goes_with_the_next(edition: Project, out: Path) -> None:
    child = begun(edition, out)
    other = out / f".B9.pdf.{own_mark()}-0.part"  # of a process that lives: this one
    other.write_bytes(b"")
    (out / ".B9.pdf.notes.part").write_bytes(b"")  # none of ours
    child.kill()
    child.communicate(timeout=HANG_S)
    assert len(list(out.iterdir())) == 3
    banxin("build", edition.spec, "-o", out)
    assert {p.name for p in out.iterdir()} == {".B9.pdf.notes.part", other.name, "T1.pdf"}


def test_of_two_pages_of_one_name_the_one_that_was_not_made_is_named(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.change("T3.yaml", "page: T3", "page: T2")
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    (line,) = [row for row in said.splitlines() if "[NOT-WHOLE]" in row]
    assert "T3.yaml was not made" in line


def test_progress_is_for_a_terminal(edition: Project, out: Path) -> None:
    assert "[1/4]" not in banxin("build", edition.root, "-o", out).stderr
    for option, wanted in (("--jobs=2", True), ("-q", False)):
        main_end, other = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-m", "layout", "build", str(edition.root), "-o", str(out), option],
            stdout=subprocess.DEVNULL,
            stderr=other,
        )
        os.close(other)
        said = io.BytesIO()
        while True:
            try:
                part = os.read(main_end, 4096)
            except OSError:  # how Linux ends a terminal that nobody writes to any more
                break
            if not part:
                break
            said.write(part)
        os.close(main_end)
        assert child.wait(30) == 0
        assert (b"[1/4] T1.yaml" in said.getvalue()) is wanted
        assert (b"[4/4] T4.yaml" in said.getvalue()) is wanted


FACING = """\
page: T2
facing: T3
format: tabloid
blocks:
  - {id: wide, text: [{text: 两个版连成一整块, style: main}], at: {cols: 1-12, lines: 5-14}}
  - {story: stories/T2.md, at: {part: left, cols: 1-2, lines: 20-40}}
  - {story: stories/T3.md, at: {part: right, cols: 1-2, lines: 20-40}}
"""


def test_two_facing_pages_are_one_and_two(edition: Project, out: Path, capsys: Capture) -> None:
    """One leaf by themselves and in the book; by themselves and in the spreads, a page each."""
    edition.write("T2.yaml", FACING)
    edition.change("edition.yaml", "T2.yaml, T3.yaml, T4.yaml", "T2.yaml, T4.yaml")
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    got = capsys.readouterr()
    made = sorted(path.stem for path in out.iterdir())
    assert made == ["T1", "T2", "T2-T3", "T3", "T4", "paper", "paper-spreads"]
    assert "SPREAD" not in got.err
    assert got.err.splitlines()[-1].startswith("paper: book of 4 pages, spreads of 1 sheet")
    sizes = {name: trims(out / f"{name}.pdf") for name in made}
    across, high = TABLOID_MM
    assert sizes["T2-T3"] == [(near(2 * across), near(high))]
    assert sizes["T2"] == sizes["T3"] == [(near(across), near(high))]
    assert sizes["paper"] == [*sizes["T1"], *sizes["T2-T3"], *sizes["T4"]]
    assert sizes["paper-spreads"] == [(near(2 * across), near(high))] * 2
    texts = {name: pdfread.text((out / f"{name}.pdf").read_bytes(), 0) for name in made}
    assert "两个版" in texts["T2"]
    assert "整块" in texts["T3"]
    assert "第2版的短文" in texts["T2"]
    assert "第2版的短文" not in texts["T3"]
    assert "第3版的短文" in texts["T3"]
    # The title stands in the sheet of the spreads where it stands on the sheet of the two.
    inner = pdfread.chars((out / "paper-spreads.pdf").read_bytes(), 1)
    whole = pdfread.chars((out / "T2-T3.pdf").read_bytes())
    places = {round(c.x, 2) for c in inner if c.char == "块"}
    assert {round(c.x, 2) for c in whole if c.char == "块"} <= places


def trims(path: Path) -> list[tuple[float, float]]:
    """The size of each page of a PDF as it is cut, in mm."""
    with pikepdf.open(path) as pdf:
        boxes = [[float(v) for v in page.trimbox] for page in pdf.pages]
    return [(to_mm(b[2] - b[0]), to_mm(b[3] - b[1])) for b in boxes]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("pages: [T2.yaml, T4.yaml]", "two sides of one leaf, since T2 is page 1"),
        ("pages: [T1.yaml, T2.yaml, T4.yaml, T5.yaml]", "T2 and T3 are printed on two sheets"),
        ("pages: [T1.yaml, T2.yaml, T4.yaml]\nspread: {gutter: 12mm}", "with 12.0 mm between"),
    ],
)
def test_facing_pages_that_do_not_come_together_on_a_sheet_are_told(
    edition: Project, out: Path, capsys: Capture, rest: str, told: str
) -> None:
    edition.write("T2.yaml", FACING)
    edition.write("T5.yaml", edition.path("T4.yaml").read_text("utf-8").replace("T4\n", "T5\n"))
    edition.write("edition.yaml", f"date: 2024-05-06\nstyles: styles.yaml\n{rest}\n")
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    (row,) = [r for r in capsys.readouterr().err.splitlines() if "[SPREAD-FACING]" in r]
    assert told in row
    assert (out / "paper-spreads.pdf").exists()


def test_the_pages_of_two_are_no_other_pages(edition: Project, out: Path, capsys: Capture) -> None:
    edition.write("T2.yaml", FACING)
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    err = capsys.readouterr().err
    assert "[SAME-NAME]" in err
    assert sorted(path.stem for path in out.iterdir()) == ["T1", "T2", "T2-T3", "T3", "T4"]


STRIP = """\
page: 中缝
format: {width: 34mm, height: 390mm, columns: [10zi], lines: 84, top: 20mm, bleed: 3mm}
blocks:
  - {text: [{text: 中缝字, style: note}], at: {cols: 1, lines: 1-3}}
"""


def test_a_strip_is_printed_in_the_fold_of_the_outermost_side(
    edition: Project, out: Path, capsys: Capture
) -> None:
    edition.write("strip.yaml", STRIP)
    listed = edition.edition.read_text("utf-8")
    edition.write("edition.yaml", f"{listed}spread: {{strip: strip.yaml}}\n")
    assert main(["build", str(edition.root), "-o", str(out)]) == 0
    assert "SPREAD" not in capsys.readouterr().err
    spreads = (out / "paper-spreads.pdf").read_bytes()
    found = [c for c in pdfread.chars(spreads, 0) if c.char == "缝"]
    (alone,) = [c for c in pdfread.chars((out / "中缝.pdf").read_bytes()) if c.char == "缝"]
    moved = mm(TABLOID_MM[0]) - mm(34) / 2
    assert [(c.x, c.y) for c in found] == [
        (near(alone.x + moved, abs=0.01), near(alone.y, abs=0.01))
    ]
    assert not [c for c in pdfread.chars(spreads, 1) if c.char == "缝"]
    book = (out / "paper.pdf").read_bytes()
    assert len(trims(out / "paper.pdf")) == 4
    assert not any(c.char == "缝" for n in range(4) for c in pdfread.chars(book, n))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("width: 34mm", "width: 60mm"),
            "60.0 mm wide, between the type areas are 49.6 mm [STRIP]",
        ),
        (("height: 390mm", "height: 380mm"), "380.0 mm high, the pages beside it 390.0 mm [STRIP]"),
        (("cols: 1", "cols: 2"), "without the spreads: strip.yaml was not made [NOT-WHOLE]"),
    ],
)
def test_a_strip_that_does_not_fit_between_the_pages_is_told(
    edition: Project, out: Path, capsys: Capture, change: tuple[str, str], told: str
) -> None:
    edition.write("strip.yaml", STRIP.replace(*change))
    listed = edition.edition.read_text("utf-8")
    edition.write("edition.yaml", f"{listed}spread: {{strip: strip.yaml}}\n")
    assert main(["build", str(edition.root), "-o", str(out)]) == 1
    err = capsys.readouterr().err
    hintless = re.sub(r" \([^()]*\) \[STRIP\]", " [STRIP]", err)
    assert told in hintless
    assert (out / "paper.pdf").exists()
    assert not (out / "paper-spreads.pdf").exists()


def test_a_strip_that_is_not_there_is_told(edition: Project, capsys: Capture) -> None:
    listed = edition.edition.read_text("utf-8")
    edition.write("edition.yaml", f"{listed}spread: {{strip: stripe.yaml}}\n")
    assert main(["check", str(edition.root)]) == 1
    assert "spread.strip" in capsys.readouterr().err
