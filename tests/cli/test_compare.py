"""`banxin compare` as a person uses it: what it takes, what it says, its status."""

import json
from pathlib import Path

import pytest

from layout.cli import main
from layout.compare.sides import Given, taken_apart
from tests.conftest import Project

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def builds(project: Project, tmp_path: Path) -> tuple[Path, Path]:
    """Two builds of an edition of two pages: the second story of one has changed."""
    second = project.spec.read_text(encoding="utf-8").replace("page: T1", "page: T2")
    project.write("T2.yaml", second.replace("stories/two.md", "stories/three.md"))
    project.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开，人不多。\n")
    project.change("edition.yaml", "[T1.yaml]", "[T1.yaml, T2.yaml]")
    one, other = tmp_path / "one", tmp_path / "other"
    main(["build", str(project.root), "--to", "pdf,dump", "-o", str(one), "-q"])
    project.write("stories/three.md", "---\ntitle: 晚市\n---\n\n晚市刚开，人很多。\n")
    main(["build", str(project.root), "--to", "pdf,dump", "-o", str(other), "-q"])
    return one, other


def test_two_builds(builds: tuple[Path, Path], capsys: Capture) -> None:
    one, other = map(str, builds)
    assert main(["compare", one, one]) == 0
    assert capsys.readouterr().out.endswith("2 pages compared: the same\n")
    assert main(["compare", one, other]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "page T1: the same"
    assert said[1] == "page T2: 1 text"
    assert said[2].endswith("text: 晚市刚开，人[不 → 很]多。")
    assert said[-1] == "2 pages compared, 1 differs"
    assert main(["compare", one, other, "--lang", "zh"]) == 1
    assert "改字：晚市刚开，人[不 → 很]多。" in capsys.readouterr().out
    assert main(["compare", one, other, "-q"]) == 1
    assert capsys.readouterr() == ("", "")


def test_the_status_is_the_same_where_the_reader_goes(
    builds: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`banxin compare A B | head -1` says by its status whether they differ."""
    from layout.cli import compare

    def gone(_text: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(compare, "say", gone)
    one, other = map(str, builds)
    assert main(["compare", one, other]) == 1
    assert main(["compare", one, one]) == 0


def test_pdfs_without_dumps_are_compared_by_pixels(
    builds: tuple[Path, Path], capsys: Capture
) -> None:
    for folder in builds:
        for dump in folder.glob("*.txt"):
            dump.unlink()
    one, other = map(str, builds)
    assert main(["compare", one, one]) == 0
    assert "T1: the same" in capsys.readouterr().out
    assert main(["compare", one, other, "--json"]) == 1
    made = json.loads(capsys.readouterr().out)
    ways = [(page["a"], page["way"], len(page["changes"])) for page in made["pages"]]
    assert ways == [("T1", "bytes", 0), ("T2", "pixels", 1)]
    (change,) = made["pages"][1]["changes"]
    assert change["kind"] == "pixels"
    assert "很" in change["message"]
    _, _, width, height = change["after"]["rect_mm"]
    assert 0 < width < 8
    assert 0 < height < 8
    assert [note.partition(":")[0] for note in made["notes"]] == [
        f"paper{end}.pdf" for end in ("-spreads", "", "-spreads", "")
    ] or made["notes"]


def test_the_json_is_what_the_docs_say(builds: tuple[Path, Path], capsys: Capture) -> None:
    one, other = map(str, builds)
    main(["compare", one, other, "--json"])
    made = json.loads(capsys.readouterr().out)
    assert list(made) == [
        "version", "a", "b", "differs", "tolerance_mm", "dpi", "pages", "only_a", "only_b",
        "totals", "notes", "written",
    ]  # fmt: skip
    assert (made["version"], made["differs"], made["tolerance_mm"]) == (1, True, 0.05)
    assert made["totals"] == {"text": 1}
    page = made["pages"][1]
    assert list(page) == ["a", "b", "way", "changes", "pixels", "notes"]
    (change,) = page["changes"]
    assert list(change) == [
        "kind", "what", "block", "before", "after", "count", "place", "values", "message",
    ]  # fmt: skip
    assert (change["kind"], change["what"], change["block"]) == ("text", "replaced", "side")
    assert change["values"]["old"] == "不"
    assert change["after"]["page"] == "T2"
    docs = (Path(__file__).parents[2] / "docs/compare.md").read_text(encoding="utf-8")
    for key in (*made, *page, *change):
        assert f"`{key}`" in docs, key


def test_a_page_against_its_dump_and_its_pdf(
    project: Project, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    main(["build", str(project.spec), "--to", "pdf,dump", "-o", str(out), "-q"])
    spec = str(project.spec)
    assert main(["compare", spec, str(out / "T1.txt")]) == 0
    assert main(["compare", spec, str(out / "T1.pdf")]) == 0
    project.change("stories/two.md", "四十年", "四十一年")
    assert main(["compare", spec, str(out / "T1.txt")]) == 1
    assert main(["compare", str(out / "T1.pdf"), spec]) == 1
    assert main(["compare", str(out / "T1.txt"), spec, "--pixels"]) == 1
    capsys.readouterr()
    (out / "T1.pdf").rename(out / "other.pdf")
    assert main(["compare", str(out / "T1.txt"), str(out / "other.pdf")]) == 2
    assert "a dump without a PDF beside it" in capsys.readouterr().err


def test_pages_that_are_missing_are_told(builds: tuple[Path, Path], capsys: Capture) -> None:
    one, other = builds
    for file in one.glob("T2.*"):
        file.unlink()
    assert main(["compare", str(one), str(other)]) == 1
    said = capsys.readouterr().out
    assert "only in B: page T2" in said
    assert "1 without a partner" in said


def test_a_picture_that_shows_something_else(
    builds: tuple[Path, Path], project: Project, tmp_path: Path, capsys: Capture
) -> None:
    from PIL import Image

    new = Image.new("CMYK", (300, 200), (0, 90, 90, 0))
    new.save(project.path("assets/park.jpg"))
    third = tmp_path / "third"
    main(["build", str(project.root), "--to", "pdf,dump", "-o", str(third), "-q"])
    assert main(["compare", str(builds[1]), str(third)]) == 1
    said = capsys.readouterr().out
    assert said.count("assets/park.jpg shows another picture") == 2
    assert "text" not in said
    for file in (*builds[1].glob("*.pdf"), *third.glob("*.pdf")):
        file.unlink()
    assert main(["compare", str(builds[1]), str(third)]) == 0


def encrypted(path: Path) -> None:
    import pikepdf

    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


BAD = {
    "nothing.yaml": (None, "does not exist"),
    "empty.pdf": (b"", "nothing that can be compared"),
    "damaged.pdf": (b"%PDF-1.7\n%%EOF", "cannot be made"),
    "cut.txt": (b"banxin-dump 1\npage A", "cannot be made"),
    "words.txt": ("一篇稿子".encode(), "nothing that can be compared"),
    "binary.yaml": (b"\xff\xfe\x00", "UTF-8"),
    "broken.yaml": (b"page: [", "YAML"),
    "folder": ("", "has no pages"),
    "a\x00b": (None, "does not exist"),
    "x" * 300: (None, "does not exist"),
    "T1.yaml@": (None, "does not exist"),
    "@": (None, "does not exist"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_cannot_be_compared_is_told(
    project: Project, tmp_path: Path, name: str, lang: str, capsys: Capture
) -> None:
    content, words = BAD[name]
    path = tmp_path / name if "@" not in name else Path(name)
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "":
        path.mkdir()
    for pair in ((str(path), str(project.spec)), (str(project.spec), str(path))):
        assert main(["compare", *pair, "--lang", lang]) == 2
        out, told = capsys.readouterr()
        assert out == ""
        assert "Traceback" not in told
        assert len(told.splitlines()) <= 3
        if lang == "en":
            assert words in told
        else:
            assert any("\u4e00" <= c <= "\u9fff" for c in told)


def test_a_pdf_that_is_locked(project: Project, tmp_path: Path, capsys: Capture) -> None:
    encrypted(tmp_path / "locked.pdf")
    assert main(["compare", str(project.spec), str(tmp_path / "locked.pdf")]) == 2
    assert "password" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--dpi", "5"], "--dpi"),
        (["--dpi", "nan"], "--dpi"),
        (["--tolerance", "-1"], "--tolerance"),
        (["--tolerance", "inf"], "--tolerance"),
    ],
)
def test_options_out_of_bounds(
    project: Project, options: list[str], words: str, capsys: Capture
) -> None:
    assert main(["compare", str(project.spec), str(project.spec), *options]) == 2
    assert words in capsys.readouterr().err


def test_one_page_alone_is_nothing_to_compare(project: Project, capsys: Capture) -> None:
    assert main(["compare", str(project.spec)]) == 2
    assert "--at" in capsys.readouterr().err
    assert main(["compare", str(project.spec), "--at", "HEAD", "--points", "1,2=3,4"]) == 2
    assert "--points" in capsys.readouterr().err


def test_arguments_are_taken_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a@b.yaml").touch()
    (tmp_path / "B1.yaml").touch()
    assert taken_apart("B1.yaml", "") == Given("B1.yaml")
    assert taken_apart("B1.yaml@HEAD~1", "") == Given("B1.yaml", "HEAD~1")
    assert taken_apart("B1.yaml@HEAD@{1}", "") == Given("B1.yaml", "HEAD@{1}")
    assert taken_apart("@main", "B1.yaml@v1") == Given("B1.yaml", "main")
    assert taken_apart("a@b.yaml", "") == Given("a@b.yaml")
    assert taken_apart("a@b.yaml@v1", "") == Given("a@b.yaml", "v1")
    assert taken_apart("gone.yaml@v1", "") == Given("gone.yaml", "v1")
