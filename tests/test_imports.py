"""What a build loads. Start-up is most of what a user waits for, so dear libraries stay out of it.

Each build runs in a process of its own, through the command's own entry, and tells its modules.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import Project
from tests.cost import HANG_S

ROOT = Path(__file__).parents[1]
EDITION = "specs/zhuzhou-2019-09-20"

# By what they cost over a bare interpreter each is more than a feature of the page is worth.
BARRED = (
    "numpy",
    "cv2",
    "pydantic",
    "pikepdf",
    "typst",
    "xml.parsers.expat",
    "fontTools",
    "weasyprint",
    "pickle",
    "shutil",
    "tempfile",
    "asyncio",
    "http.server",
    "aiohttp",
    "starlette",
    "uvicorn",
    "pypdfium2",
    "watchfiles",
    "distributed",
    "layout.archive",
)

_BUILD = """\
import json, sys
from layout.cli import main
status = main(sys.argv[1:])
print(json.dumps([status, sorted(sys.modules)]))
"""
_LIBRARY = """\
import json, sys
import reportlab.pdfbase.pdfdoc
print(json.dumps([0, sorted(sys.modules)]))
"""


def loaded(code: str, *args: str) -> set[str]:
    """The modules a fresh process holds after running `code`, which must end well."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=HANG_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    status, modules = json.loads(done.stdout.splitlines()[-1])
    assert status == 0, done.stderr
    return set(modules)


@pytest.fixture(scope="module")
def b1_modules(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("b1")
    modules = loaded(_BUILD, "build", f"{EDITION}/B1.yaml", "-q", "-o", str(out))
    assert (out / "B1.pdf").read_bytes().startswith(b"%PDF-")
    return modules


def test_b1_went_the_whole_way(b1_modules: set[str]) -> None:
    # Else the test below would pass for a build that made nothing.
    assert {"layout.pipeline", "layout.render.press.document", "uharfbuzz", "yaml"} <= b1_modules


MOST_CALLS: Final = 460_000
"""What a build of B1 may take, imports and all. It took 437,000 calls before it had rounded frames,
adverts, codes and labels to ask for, and 439,000 before what a press PDF is made of now: what each
black item overprints (13,000), and PDF/X-4 (1,000). What a page does not have may cost it next to
nothing."""

_COUNTED = """\
import importlib, json, sys
from tests.cost import calls
out = []
found = calls(lambda: out.append(importlib.import_module("layout.cli").main(sys.argv[2:])),
              int(sys.argv[1]))
print(json.dumps([out[0], [str(found)]]))
"""


def test_a_build_of_b1_takes_no_more_calls_than_it_may(tmp_path: Path) -> None:
    args = ("build", f"{EDITION}/B1.yaml", "-q", "-o", str(tmp_path))
    loaded(_BUILD, *args)  # so that its modules are compiled
    (found,) = loaded(_COUNTED, str(MOST_CALLS), *args)
    assert (tmp_path / "B1.pdf").is_file()
    assert int(found) > MOST_CALLS // 2  # else the bound holds nothing


@pytest.mark.parametrize("name", BARRED)
def test_a_build_of_b1_does_not_load(name: str, b1_modules: set[str]) -> None:
    found = sorted(m for m in b1_modules if m == name or m.startswith(name + "."))
    assert found == []


@pytest.mark.parametrize(
    "name",
    [
        "layout.importer",
        "layout.proof",
        "layout.render.facsimile",
        "layout.revise",
        "layout.rewrite",
    ],
)
def test_a_build_of_b1_loads_no_other_command(name: str, b1_modules: set[str]) -> None:
    assert sorted(m for m in b1_modules if m.startswith(name + ".")) == []


@pytest.mark.parametrize(("lang", "other"), [("en", "zh"), ("zh", "en")])
@pytest.mark.parametrize("command", ["build", "check"])
def test_no_words_are_loaded_but_those_of_the_language(
    command: str, lang: str, other: str, tmp_path: Path
) -> None:
    out = ["-o", str(tmp_path)] if command == "build" else []
    modules = loaded(_BUILD, command, f"{EDITION}/B1.yaml", *out, "--lang", lang)
    words = {m.removeprefix("layout.words.") for m in modules if m.startswith("layout.words.")}
    assert lang in words  # B1 tells of its picture that stands in
    assert {w for w in words if other in w or w.startswith("help_")} == set()


def test_the_watch_sees_a_barred_library(tmp_path: Path) -> None:
    # The same harness on a process that does load one.
    code = _BUILD.replace("import json, sys\n", "import asyncio, json, sys\n", 1)
    assert "asyncio" in loaded(code, "build", f"{EDITION}/B1.yaml", "-q", "-o", str(tmp_path))


def test_a_page_without_pictures_loads_no_more_of_pillow_than_reportlab_does(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / EDITION, tmp_path / EDITION)
    spec = tmp_path / EDITION / "B1.yaml"
    text = spec.read_text(encoding="utf-8")
    without = re.sub(r"(?ms)^  - id: picture\n.*?(?=^  - id: )", "", text)
    assert "picture:" in text
    assert "picture:" not in without
    spec.write_text(without, encoding="utf-8")
    (tmp_path / "banxin.yaml").write_text("", encoding="utf-8")
    page = loaded(_BUILD, "build", str(spec), "-q", "-o", str(tmp_path / "out"))
    library = loaded(_LIBRARY)
    assert (tmp_path / "out/B1.pdf").is_file()
    assert pillow(page) <= pillow(library)


def test_b1_reads_its_jpeg_without_more_of_pillow(b1_modules: set[str]) -> None:
    # A CMYK JPEG goes to press as it is: its header is read by our own parser.
    assert pillow(b1_modules) <= pillow(loaded(_LIBRARY))


def pillow(modules: set[str]) -> set[str]:
    """The modules of Pillow among those loaded."""
    return {m for m in modules if m == "PIL" or m.startswith("PIL.")}


_PNG = """\
import json, sys
from layout.pictures.pillow import open_image
image = open_image(open("assets/type-sort.png", "rb").read(), "a.png")
print(json.dumps([0 if image.size == (704, 1024) else 1, sorted(sys.modules)]))
"""


def test_a_png_alone_loads_no_reader_of_other_pictures() -> None:
    """`Image.open` loads five readers first, and `subprocess` for the programs of one of them."""
    modules = pillow(loaded(_PNG))
    assert "PIL.PngImagePlugin" in modules
    assert not {"PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin"} & modules


def test_an_import_of_text_loads_no_reader_of_word(tmp_path: Path) -> None:
    text = tmp_path / "a1.md"
    text.write_text("# 城北早市\n\n早市开张了。\n", encoding="utf-8")
    modules = loaded(_BUILD, "import", str(text), "-o", str(tmp_path / "issue"))
    assert "layout.importer.write" in modules
    assert sorted(m for m in modules if m.startswith("layout.importer.word.")) == []


_SERVED = """\
import json, sys
from pathlib import Path
import layout.cli, layout.cli.serve
from layout.preview.server import Proofing, Wishes
proofing = Proofing(Wishes(given=Path(sys.argv[1]), lang="zh"))
address = sorted(sys.modules)
proofing._made()
print(json.dumps([0, ["at the address " + name for name in address] + sorted(sys.modules)]))
"""


def test_a_proof_answers_before_it_has_loaded_the_engine(project: Project) -> None:
    # A browser reads its files while the engine is loaded and the first page is made.
    modules = loaded(_SERVED, str(project.edition))
    assert {"uvicorn", "starlette", "layout.preview.hub"} <= modules
    assert not {"at the address uvicorn", "at the address starlette"} & modules
    dear = (
        "layout.api",
        "layout.spec.",
        "layout.flow.",
        "layout.revise.reviser",
        "yaml",
        "uharfbuzz",
    )
    assert sorted(m for m in modules if m.startswith(dear)) == []
