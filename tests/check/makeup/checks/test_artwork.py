"""ARTWORK: placed PDFs by their boxes, their size, their bleed, and what preflight says of them."""

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from layout.check.building import told_on_building
from layout.check.engine import Finding, Result
from layout.check.makeup.checks import artwork
from layout.check.makeup.gather import gather
from layout.check.press import placed
from layout.check.press.run import FileReport
from layout.diagnostics import StopError, error, warning, whole_file
from layout.words.said import said
from tests.artmade import ORANGE, advert_pdf, image, page_of, saved
from tests.conftest import Project
from tests.told import told

PAGE = """\
page: G1
format: {width: WIDEpt, height: 240pt, bleed: 3mm, columns: 1, column: 200pt, gutter: 0pt, top: 0mm,
  pitch: 10pt, body: 8pt, lines: 24}
blocks:
  - {id: ad, KEY: assets/ad.pdf, at: {cols: 1, lines: FROM}}
"""
"""A page whose type area is as wide as the artwork, which is 200 × 100 points."""
BLACK = b"0 0 0 1 k 0 0 220 120 re f"


def page_with(lines: str = "5-14", key: str = "advert", wide: int = 240) -> str:
    return PAGE.replace("FROM", lines).replace("KEY", key).replace("WIDE", str(wide))


def findings(
    project: Project, data: bytes, *, lines: str = "5-14", key: str = "advert", more: str = "",
    wide: int = 240,
) -> list[Finding]:  # fmt: skip
    project.path("assets/ad.pdf").write_bytes(data)
    page = page_with(lines, key, wide) + more
    return list(artwork.CHECK.run(gather(project.composed(page).composed)))


def test_right_artwork_has_nothing_to_be_told(project: Project) -> None:
    assert findings(project, advert_pdf(BLACK)) == []


def test_one_without_a_box_of_its_own_is_told_with_its_size(project: Project) -> None:
    (one,) = findings(project, advert_pdf(BLACK, trim=None), key="picture", lines="7-10")
    assert told(one)[0] == "ARTWORK.untrimmed"
    assert (round(told(one)[1]["wide_mm"], 1), one.about) == (77.6, ("ad", "assets/ad.pdf"))


@pytest.mark.parametrize("cut", [True, False])
def test_a_picture_that_nobody_can_decode_is_an_error(project: Project, cut: bool) -> None:
    pdf = pikepdf.new()
    made = image(pdf, b"\0\0\0\x80" * 250_000, (500, 500), Name.DeviceCMYK)
    if cut:
        made.write(made.read_raw_bytes()[:60], filter=Name.FlateDecode)
    resources = Dictionary(XObject={"/I": pdf.make_indirect(made)})
    page_of(pdf, b"q 200 0 0 100 10 10 cm /I Do Q", resources=resources)
    found = [told(f, "number") for f in findings(project, saved(pdf)) if f.severity == "error"]
    assert found == ([("ARTWORK.preflight", {"number": "00"})] if cut else [])


@pytest.mark.parametrize(
    ("key", "severity"), [("part.plates-picture", "error"), ("part.plates-bits", "info")]
)
def test_what_could_not_be_checked_is_told_once_a_reason(
    project: Project, monkeypatch: pytest.MonkeyPatch, key: str, severity: str
) -> None:
    why = said("part.press-plates", page=1, why=said(key, bits=4))
    judged(monkeypatch, why=why, ids=("PF14", "PF33", "PF34"))
    (one,) = findings(project, advert_pdf(BLACK))
    assert (told(one)[0], one.severity) == ("ARTWORK.unread", severity)
    assert told(one)[1]["number"] == ("14", "33", "34")


def test_comments_are_not_printed(project: Project) -> None:
    notes = [Dictionary(Type=Name.Annot, Subtype=Name.Text)] * 2
    (one,) = findings(project, advert_pdf(BLACK, Annots=notes))
    assert told(one, "notes") == ("ARTWORK.notes", {"notes": 2})


@pytest.mark.parametrize(
    ("lines", "scaled"), [("5-14", None), ("6-14", 90.0), ("5-9", 50.0), ("3-22", None)]
)
def test_an_advert_of_another_size_is_told(
    project: Project, lines: str, scaled: float | None
) -> None:
    found = findings(project, advert_pdf(BLACK), lines=lines)
    assert [told(f, "percent") for f in found] == (
        [] if scaled is None else [("ARTWORK.scaled", {"percent": pytest.approx(scaled)})]
    )
    assert findings(project, advert_pdf(BLACK), lines=lines, key="picture") == []


@pytest.mark.parametrize(
    ("bleed", "lines", "sides"),
    [
        ([0, 0, 220, 120], "1-10", []),
        ([10, 10, 210, 110], "1-10", ["part.at-left", "part.at-head", "part.at-right"]),
        ([0, 10, 210, 120], "1-10", ["part.at-right"]),
        ([0, 10, 220, 110], "5-14", []),  # neither head nor foot stands at an edge
        ([0, 10, 220, 110], "15-24", ["part.at-foot"]),
        ([2, 0, 220, 120], "1-10", ["part.at-left"]),  # 8 points of the 8.5 that are wanted
    ],
)
def test_one_at_an_edge_without_bleed_is_told(
    project: Project, bleed: list[int], lines: str, sides: list[str]
) -> None:
    found = findings(project, advert_pdf(BLACK, BleedBox=bleed), lines=lines, wide=200)
    seen = [one.key for f in found for one in dict(told(f)[1])["sides"]]
    assert seen == sides
    assert {told(f)[0] for f in found} <= {"ARTWORK.no-bleed"}


def judged(
    monkeypatch: pytest.MonkeyPatch, *found: Any, why: Any = None, ids: tuple[str, ...] = ("PF14",)
) -> dict[str, Any]:
    """Preflight finds what is given; what it was asked is returned."""
    asked: dict[str, Any] = {}

    def report(data: bytes, file: str, rules: Any) -> FileReport:
        asked.update(data=data, rules=rules)
        results = [Result(id="PF15", title="", status="found", found=found)]
        for one in ids if why is not None else ():
            results.append(Result(id=one, title="", status="not checked", why=why))
        return FileReport(file=file, rules=rules, results=tuple(results), pages=1)

    monkeypatch.setattr(placed, "preflight", report)
    return asked


def test_what_preflight_finds_is_told_with_its_number(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = whole_file("ad.pdf")
    asked = judged(
        monkeypatch,
        error("PF15.low", place),
        *[warning("PF24.hairline", place)] * 10,
        why=error("PF00.unread", place).said,
    )
    found = findings(project, advert_pdf(BLACK), lines="5-9", key="picture")
    keys = [(told(f)[0], told(f)[1].get("number"), f.severity) for f in found]
    assert keys[0] == ("ARTWORK.preflight", "15", "error")
    assert keys[7] == ("ARTWORK.preflight", "24", "warning")
    assert keys[8:] == [("ARTWORK.more", None, "warning"), ("ARTWORK.unread", ("14",), "info")]
    with pikepdf.open(io.BytesIO(asked["data"])) as pdf:  # as large as it is printed
        assert [float(v) for v in pdf.pages[0].TrimBox] == [0, 0, 100, 50]
    assert asked["rules"].name == "newspaper-x4"


def test_the_profile_is_that_of_the_page(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = judged(monkeypatch)
    findings(project, advert_pdf(BLACK), more="press: {pdfx: x1a}\n")
    assert asked["rules"].name == "newspaper-x1a"
    skipped = {k for k, v in asked["rules"].limits.items() if v.severity == "skip"}
    assert skipped <= placed.OF_A_FILE


def test_a_build_tells_it_unless_it_is_explained(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(monkeypatch, error("PF15.low", whole_file("ad.pdf")))
    project.path("assets/ad.pdf").write_bytes(advert_pdf(BLACK))
    page = page_with()
    told_on = told_on_building(project.composed(page))
    assert [(d.code, d.severity) for d in told_on if d.code == "ARTWORK"] == [("ARTWORK", "error")]
    accept = "checks:\n  accept: [{check: ARTWORK, at: assets/ad.pdf, why: 客户要这样}]\n"
    assert not [d for d in told_on_building(project.composed(page + accept)) if d.code == "ARTWORK"]
    off = "checks: {ARTWORK: skip}\n"
    assert not [d for d in told_on_building(project.composed(page + off)) if d.code == "ARTWORK"]


def test_transparent_artwork_is_refused_in_x1a(project: Project) -> None:
    soft = Dictionary(ExtGState={"/Soft": Dictionary(ca=0.5)})
    data = advert_pdf(b"/Soft gs " + BLACK, resources=soft)
    assert [told(f)[0] for f in findings(project, data)] in ([], ["ARTWORK.preflight"])
    with pytest.raises(StopError) as stop:
        findings(project, data, more="press: {pdfx: x1a}\n")
    assert "ARTWORK.transparent" in [told(d)[0] for d in stop.value.diagnostics]


def test_wherever_it_stands_it_is_judged(project: Project) -> None:
    """A logo, a picture of a group, one behind a headline."""
    project.path("assets/ad.pdf").write_bytes(advert_pdf(BLACK, trim=None))
    page = """\
page: G1
format: tabloid
blocks:
  - {id: head, masthead: 报, logo: assets/ad.pdf, at: {cols: 1-6, lines: 1-9}}
  - {id: group, pictures: [{picture: assets/ad.pdf}], at: {cols: 1-2, lines: 11-30}}
  - id: story
    story: stories/one.md
    headline: {lines: 6, picture: assets/ad.pdf}
    at: {cols: 3-6, lines: 11-40}
"""
    found = artwork.CHECK.run(gather(project.composed(page).composed))
    about = {f.about[0] for f in found if told(f)[0] == "ARTWORK.untrimmed"}
    assert about == {"head", "group", "story"}


def test_a_spot_is_an_error_unless_the_paper_names_it(project: Project) -> None:
    ink = advert_pdf(b"/Spot cs 1 scn 0 0 220 120 re f")
    (one,) = findings(project, ink)
    assert (told(one)[1]["number"], one.severity) == ("11", "error")
    styles = project.path("styles.yaml").read_text(encoding="utf-8")
    named = f"colors:\n  橙: {{spot: {ORANGE}, as: M60 Y100}}\n"
    project.write("styles.yaml", named + styles)
    assert findings(project, ink) == []
