"""`banxin plates`: of specs and of PDFs, what it writes, its status."""

import json
from pathlib import Path

import pytest
from PIL import Image

from layout.cli import BAD_USE, GOOD, PROBLEMS, main
from tests.conftest import Project
from tests.plates.sheets import SHEETS, Sheet

HEAVY = Sheet("1 1 1 1 k 20 20 30 30 re f", {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "light.pdf").write_bytes(SHEETS["a spot"].pdf())
    (tmp_path / "heavy.pdf").write_bytes(HEAVY.pdf())
    (tmp_path / "cut.pdf").write_bytes(HEAVY.pdf()[:300])
    return tmp_path


def test_a_picture_a_plate_and_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder / "out"
    assert main(["plates", str(folder / "light.pdf"), "-o", str(out), "--dpi", "50"]) == GOOD
    assert sorted(p.name for p in out.iterdir()) == sorted(
        f"light-{n}.png" for n in ("Cyan", "Magenta", "Yellow", "Black", "PANTONE_871_C", "ink")
    )
    said = capsys.readouterr().out
    assert "light: 50 ppi, by banxin" in said
    assert "PANTONE 871 C" in said


def test_over_the_limit_is_status_1_with_the_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["plates", str(folder / "heavy.pdf"), "-o", str(folder / "out"), "--json"]
    assert main(command) == PROBLEMS
    [page] = json.loads(capsys.readouterr().out)["pages"]
    assert page["most_mean"]["percent"] == 400.0
    [box] = page["over"]["boxes_mm"]
    assert box == pytest.approx([7.06, 17.64, 17.64, 28.22], abs=0.2)
    assert main([*command, "--limit", "400"]) == GOOD


@pytest.mark.parametrize(("name", "told"), [("cut.pdf", "damaged"), ("none.pdf", "does not exist")])
def test_a_bad_file_is_named_and_the_others_are_made(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
) -> None:
    files = [str(folder / name), str(folder / "light.pdf")]
    assert main(["plates", *files, "-o", str(folder / "out"), "--dpi", "30"]) == PROBLEMS
    found = capsys.readouterr()
    assert name.removesuffix(".pdf") in found.err + found.out
    assert told in found.err + found.out
    assert "Traceback" not in found.err
    assert (folder / "out/light-Cyan.png").is_file()


@pytest.mark.parametrize("options", [["--dpi", "5"], ["--dpi", "9999"], ["--limit", "500"]])
def test_numbers_out_of_range_are_bad_use(folder: Path, options: list[str]) -> None:
    assert main(["plates", str(folder / "light.pdf"), *options]) == BAD_USE


def test_nothing_of_a_pdf_can_be_set(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["plates", str(folder / "light.pdf"), "-o", str(folder / "out")]
    assert main([*command, "--set", "press.ink_limit=220"]) == BAD_USE
    assert "light.pdf is a PDF" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_pages_of_one_name_do_not_write_over_one_another(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b/light.pdf").write_bytes(HEAVY.pdf())
    out = folder / "out"
    files = [str(folder / "light.pdf"), str(folder / "b/light.pdf")]
    main(["plates", *files, "-o", str(out), "--dpi", "30", "-q"])
    assert (out / "light-Cyan.png").is_file()
    assert (out / "light-2-Cyan.png").is_file()


def test_spots_of_one_name_as_a_file_have_a_picture_each(project: Project) -> None:
    names = ("金/1", "金:1", "金_1", "ink", "INK", "softproof")
    rows = "".join(f"  s{n}: {{spot: '{name}', as: M20 K10}}\n" for n, name in enumerate(names))
    texts = ", ".join(f"{{text: 字, style: w{n}}}" for n in range(len(names)))
    styles = "".join(f"  w{n}: {{size: 9pt, color: s{n}}}\n" for n in range(len(names)))
    project.write("spots.yaml", f"colors:\n{rows}styles:\n{styles}")
    spec = project.write(
        "S.yaml",
        "page: S\nstyles: spots.yaml\nformat: tabloid\nblocks:\n"
        f"  - {{id: s, text: [{texts}], at: {{cols: 1-6, lines: 5-40}}}}\n",
    )
    out = project.root / "out"
    command = ["plates", str(spec), "-o", str(out), "--dpi", "30", "-q", "--soft-proof"]
    assert main(command) == GOOD
    found = [p.name for p in out.iterdir()]
    assert len(found) == 4 + len(names) + 2, found
    with Image.open(out / "S-ink.png") as ink, Image.open(out / "S-softproof.png") as proof:
        assert (ink.mode, proof.mode) == ("RGB", "RGB")


def test_the_name_of_a_second_page_is_free(folder: Path) -> None:
    for sub in ("a", "b", "c"):
        (folder / sub).mkdir()
    for name in ("a/x.pdf", "b/x.pdf", "c/x-2.pdf"):
        (folder / name).write_bytes(HEAVY.pdf())
    out = folder / "out"
    files = [str(folder / name) for name in ("a/x.pdf", "b/x.pdf", "c/x-2.pdf")]
    main(["plates", *files, "-o", str(out), "--dpi", "30", "-q"])
    assert len(list(out.glob("*-Cyan.png"))) == 3


def test_a_limit_of_nothing_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(folder / "out")
    command = ["plates", str(folder / "light.pdf"), "-o", out, "--dpi", "30", "--limit", "0"]
    assert main(command) == PROBLEMS
    assert "over 0 %" in capsys.readouterr().out


def test_nothing_over_the_limit_is_said_as_such(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["plates", str(folder / "light.pdf"), "-o", str(folder / "out"), "--dpi", "30"]
    main([*command, "--lang", "zh"])
    assert "空值" not in capsys.readouterr().out


def test_a_spec_has_the_limit_of_its_press(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.change("T1.yaml", "page: T1\n", "page: T1\npress: {ink_limit: 100}\n")
    out = project.root / "out"
    main(["plates", str(project.spec), "-o", str(out), "--dpi", "36", "--json"])
    [page] = json.loads(capsys.readouterr().out)["pages"]
    assert page["limit"] == 100.0
    assert page["inks"]["Black"] > 1
    assert (out / "T1-Black.png").is_file()


def test_a_soft_proof_is_written_where_it_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out"
    command = ["plates", str(folder / "heavy.pdf"), "-o", str(out), "--dpi", "50", "--json"]
    main([*command, "--soft-proof"])
    [page] = json.loads(capsys.readouterr().out)["pages"]
    assert page["written"]["softproof"] == str(out / "heavy-softproof.png")
    with Image.open(out / "heavy-softproof.png") as alone:
        bare = alone.convert("RGB").getpixel((1, 1))
        assert isinstance(bare, tuple)
        assert 180 < min(bare) <= max(bare) < 215
        assert max(alone.convert("RGB").getpixel((25, 45))) < 110  # type: ignore[arg-type]
        size = alone.size
    main([*command, "--beside"])
    with Image.open(out / "heavy-softproof.png") as both:
        assert both.size == (2 * size[0] + 16, size[1])
        assert both.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


def test_a_soft_proof_of_a_page_is_by_the_profile_of_its_press(project: Project) -> None:
    out = project.path("out")
    command = ["plates", str(project.spec), "-o", str(out), "--dpi", "30", "-q", "--soft-proof"]
    main(command)
    assert len(list(out.glob("*-softproof.png"))) == 1
    project.path("assets/profiles").mkdir()
    project.path("assets/profiles/p.icc").write_bytes(b"none")
    assert main(command) == PROBLEMS
