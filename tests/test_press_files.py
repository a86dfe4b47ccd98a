"""B1 to B4, their book and their spreads as PDF/X-4 and PDF/X-1a:2003, held against each rule.

What reads them shares nothing with what wrote them: pikepdf, and through it qpdf. No other tool
that is free gives a verdict on PDF/X; these are our rules, and nothing is certified by them.
"""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.cost import HANG_S
from tests.pdfxrules import RULES, Opened

ROOT = Path(__file__).parents[1]
EDITION = "specs/zhuzhou-2019-09-20"
NAMES = ("B1", "B2", "B3", "B4", "zhuzhou-2019-09-20", "zhuzhou-2019-09-20-spreads")
BOTH = ("x4", "x1a")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each standard, with the files of the edition."""
    folder = tmp_path_factory.mktemp("press")
    for pdfx in BOTH:
        done = subprocess.run(
            [sys.executable, "-m", "layout", "build", EDITION, "--pdfx", pdfx,
             "-o", str(folder / pdfx)],
            cwd=ROOT, capture_output=True, text=True, timeout=HANG_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        (folder / f"{pdfx}.txt").write_text(done.stderr, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def opened(built: Path) -> dict[tuple[str, str], Opened]:
    """Each file opened once."""
    return {
        (pdfx, name): Opened((built / pdfx / f"{name}.pdf").read_bytes(), pdfx)
        for pdfx in BOTH
        for name in NAMES
    }


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("pdfx", BOTH)
def test_every_file_keeps_each_rule(
    rule: str, pdfx: str, opened: dict[tuple[str, str], Opened]
) -> None:
    assert {n: found for n in NAMES if (found := RULES[rule](opened[pdfx, n]))} == {}


@pytest.mark.parametrize("pdfx", BOTH)
@pytest.mark.parametrize("name", NAMES)
def test_qpdf_finds_nothing(built: Path, pdfx: str, name: str) -> None:
    job = pikepdf.Job(["qpdf", "--check", str(built / pdfx / f"{name}.pdf")])
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        job.run()
    assert job.exit_code == 0
    assert not job.has_warnings


def test_qpdf_would_find_something(built: Path, tmp_path: Path) -> None:
    data = (built / "x4/B1.pdf").read_bytes()
    (tmp_path / "bad.pdf").write_bytes(data[: len(data) // 2])
    job = pikepdf.Job(["qpdf", "--check", str(tmp_path / "bad.pdf")])
    try:
        job.run()
        assert job.exit_code != 0
    except pikepdf.PdfError:  # what cannot be mended is raised
        pass


PDFA: dict[str, set[str]] = {
    # PDF/A forbids overprint of ICC colours; ours is of DeviceCMYK, which it does not tell apart.
    "ISO_19005_2:6.2.4.2-2": {"overprint mode 1 with overprinting on"},
    # What PDF/X asks for and PDF/A does not know: names of its namespaces, and Trapped.
    "ISO_19005_2:6.6.2.3.1-1": {"pdfxid", "pdfx", "pdf:Trapped"},
    # It is no PDF/A and does not say so.
    "ISO_19005_2:6.6.4-1": {"no PDF/A identification"},
    # The checker reads no fonts that write down, nor their W2.
    "pikepdf:font-vertical": {"vertical writing (Identity-V)", "CIDFont has /W2"},
}
"""What pikepdf's validator of PDF/A-2b says of our files, by its rules: words, one of which each
finding has. It knows intents of PDF/A alone, so ours is called one for its eyes. Fonts, profile and
all else it passes."""


@pytest.mark.parametrize("pdfx", BOTH)
@pytest.mark.parametrize("name", NAMES)
def test_pikepdf_finds_only_what_pdfx_asks_for(built: Path, pdfx: str, name: str) -> None:
    pdfa = pytest.importorskip("pikepdf.pdfa", reason="pikepdf is older than its validator")
    with pikepdf.open(built / pdfx / f"{name}.pdf") as pdf:
        pdf.Root.OutputIntents[0].S = pikepdf.Name.GTS_PDFA1
        report = pdfa.check(pdf, pdfa.Flavour.PDFA_2B)
    assert report.findings
    for found in report.findings:
        assert any(word in found.message for word in PDFA.get(found.rule, ())), str(found)


def test_pikepdf_would_find_a_font_outside_and_a_wrong_profile(built: Path) -> None:
    pdfa = pytest.importorskip("pikepdf.pdfa", reason="pikepdf is older than its validator")
    with pikepdf.open(built / "x4/B1.pdf") as pdf:
        pdf.Root.OutputIntents[0].S = pikepdf.Name.GTS_PDFA1
        (font, *_) = (f for _, f in pdf.pages[0].Resources.Font.items())
        descriptor = font.DescendantFonts[0].FontDescriptor
        (program,) = [key for key, _ in descriptor.items() if key.startswith("/FontFile")]
        del descriptor[program]
        pdf.Root.OutputIntents[0].DestOutputProfile.N = 3
        rules = {found.rule for found in pdfa.check(pdf, pdfa.Flavour.PDFA_2B).findings}
    assert rules - set(PDFA)


def test_the_see_through_picture_of_b3_is_live_in_x4_and_told_in_x1a(
    built: Path, opened: dict[tuple[str, str], Opened]
) -> None:
    def masks(pdfx: str, key: str) -> int:
        return sum(key in obj for obj in opened[pdfx, "B3"].streams())

    assert (masks("x4", "/SMask"), masks("x4", "/Mask")) == (1, 0)
    assert (masks("x1a", "/SMask"), masks("x1a", "/Mask")) == (0, 1)
    assert "flattened" in (built / "x1a.txt").read_text(encoding="utf-8")
    assert "flattened" not in (built / "x4.txt").read_text(encoding="utf-8")


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    for pdfx in BOTH:
        subprocess.run(
            [sys.executable, "-m", "layout", "build", f"{EDITION}/B3.yaml", "--pdfx", pdfx, "-q",
             "-o", str(tmp_path / pdfx)],
            cwd=ROOT, timeout=HANG_S, check=True,
        )  # fmt: skip
        again = (tmp_path / pdfx / "B3.pdf").read_bytes()
        assert again == (built / pdfx / "B3.pdf").read_bytes()


def test_the_text_is_the_same_whatever_the_file_keeps_to(
    opened: dict[tuple[str, str], Opened],
) -> None:
    """What readers take from a page is its content stream and its fonts: X changes neither."""

    def stream(pdfx: str, name: str) -> Any:
        page = opened[pdfx, name].pdf.pages[0]
        fonts = sorted(str(font.BaseFont) for _, font in page.Resources.Font.items())
        return fonts, page.Contents.read_bytes()

    for name in ("B1", "B2", "B4"):
        assert stream("x4", name) == stream("x1a", name)
