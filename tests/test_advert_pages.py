"""Adverts on a whole page: the specimen, against its dump and the list of its adverts."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from layout.api import ComposedPage, Session
from layout.check.press.profile import find_rules
from layout.check.press.run import preflight
from layout.check.run import check_page
from layout.cli import main
from tests import pdfread
from tests.conftest import Golden
from tests.cost import HANG_S

SPECIMEN = Path(__file__).parents[1] / "specs/adverts"


@pytest.fixture(scope="module")
def specimen() -> ComposedPage:
    return Session().page(SPECIMEN / "G1.yaml")


def test_the_specimen_is_set_as_it_was(specimen: ComposedPage, golden: Golden) -> None:
    assert specimen.good
    golden("adverts-G1.dump", specimen.dump())


def test_the_specimen_has_nothing_to_be_told_but_what_stands_in(specimen: ComposedPage) -> None:
    assert {d.code for d in check_page(specimen).diagnostics} == {"STANDS-IN"}


def test_its_adverts_are_listed(specimen: ComposedPage) -> None:
    rows = check_page(specimen).adverts
    assert [(row.client, row.booked, row.state) for row in rows] == [
        ("某某印刷厂", "报眼", "missing"),
        ("某某花店", "小方块", "missing"),
        ("某某书店", "半通栏", "there"),
        ("某某茶社", "半通栏", "there"),
        ("某某博物馆", "通栏", "there"),
        ("某某剧院", "通栏", "missing"),
    ]
    assert set(specimen.stands_in) >= {"ear", "square", "waiting"}


def test_check_prints_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SPECIMEN / "G1.yaml")]) == 0
    out = capsys.readouterr().out
    row = next(line for line in out.splitlines() if "某某博物馆" in line)
    assert row.split() == ["某某博物馆", "strip", "通栏", "225×37mm", "图稿已到"]


@pytest.fixture(scope="module")
def vector() -> ComposedPage:
    pytest.importorskip("typst", reason="typst draws SVG")
    return Session().page(SPECIMEN / "G2.yaml")


def test_the_page_of_pdf_and_svg_is_set_as_it_was(vector: ComposedPage, golden: Golden) -> None:
    assert vector.good
    golden("adverts-G2.dump", vector.dump())


def test_what_is_told_of_it(vector: ComposedPage) -> None:
    found = [(d.code, d.severity) for d in check_page(vector).diagnostics]
    assert set(found) == {("STANDS-IN", "warning"), ("ARTWORK", "info")}


def test_its_adverts_are_vector_in_ink_with_their_spot(vector: ComposedPage) -> None:
    with pikepdf.open(io.BytesIO(vector.pdf())) as pdf:
        forms = [x for x in pdf.pages[0].Resources.XObject.values() if x.Subtype == "/Form"]
        assert len(forms) == 2  # each advert once, though it stands twice
        met = [name for form in forms for name in _names(form, set())]
        assert "/PANTONE 151 C" in met
        assert not {"/DeviceRGB", "/ICCBased", "/CalRGB"} & set(met)
    text = "".join(pdfread.text(vector.pdf()).split())
    assert "早市花比人先醒" in text
    assert "江声合唱" in text


@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_a_page_with_artwork_is_a_pdf_x(vector: ComposedPage, standard: str) -> None:
    """But for its spot, which the profile does not have and the paper does."""
    page = Session().page(SPECIMEN / "G2.yaml", overrides=(f"press.pdfx={standard}",))
    report = preflight(page.pdf(), "G2.pdf", find_rules(f"newspaper-{standard}"))
    assert {d.code for d in report.found if d.severity == "error"} <= {"PF11"}
    assert page.pdf()[5:8] == (b"1.6" if standard == "x4" else b"1.4")


def test_the_script_makes_its_artwork(tmp_path: Path) -> None:
    root = SPECIMEN.parents[1]
    done = subprocess.run(
        [sys.executable, "assets/make_artwork.py", "--out", str(tmp_path)],
        cwd=root, capture_output=True, text=True, timeout=HANG_S, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    kept = root / "assets/advert-choir.svg"
    assert (tmp_path / kept.name).read_bytes() == kept.read_bytes()
    with pikepdf.open(tmp_path / "advert-flowers.pdf") as pdf:
        trim = [float(v) for v in pdf.pages[0].TrimBox]
        assert [round((b - a) / 72 * 25.4, 1) for a, b in zip(trim[:2], trim[2:], strict=True)] == [
            225.4, 36.7,
        ]  # fmt: skip


def _names(value: Any, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Every name that an object leads to."""
    if isinstance(value, pikepdf.Name):
        yield str(value)
    if not isinstance(value, pikepdf.Object) or (value.is_indirect and value.objgen in seen):
        return
    if value.is_indirect:
        seen.add(value.objgen)
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, inside in value.items():
            yield key
            yield from _names(inside, seen)
    elif isinstance(value, pikepdf.Array):
        for inside in value:
            yield from _names(inside, seen)
