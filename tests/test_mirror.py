"""Where a test stands: beside it in the mirror is what it tests, by room and by name."""

import ast
from pathlib import Path

from layout.check.catalogue import CHECKS

TESTS = Path(__file__).parent
ROOT = TESTS.parent
OTHER = frozenset({"assets", "bench", "fonts"})
"""Folders of scripts that are no rooms of the package: their tests stand in folders so called."""
ELSEWHERE = {
    # Whole pages and what lies round the package: they go through all rooms.
    "test_b1": "page B1, from its spec to its PDF",
    "test_manypages": "many pages in one file: layout/api.py",
    "test_section": "the four pages of the section",
    "test_specimen": "the specimen and what its captions say",
    "test_golden": "small pages against their dumps",
    "test_masthead_pages": "mastheads and imprints on whole pages",
    "test_advert_pages": "the specimen of adverts",
    "test_code_pages": "QR and bar codes on whole pages, read back",
    "test_furniture_page": "pairs of pages that must look alike",
    "test_reftests": "pairs of specs that must be set alike",
    "words/test_plain": "no word of a programmer in what an editor reads",
    "test_warnings": "warnings of libraries as errors, on a whole build",
    "test_howto": "docs/howto.md, docs/zh/howto.md and README.zh.md, followed",
    "test_docs": "README and docs: links, and the Chinese as it is shown",
    "test_imports": "what a build loads",
    "test_lanes": "the lanes of .ci",
    "test_locks": "locks/ against pyproject.toml",
    "test_optional": "what `make test` brings",
    "test_cost": "tests/cost.py, which counts",
    "test_squares": "tests/squares.py, the darkest of a square",
    "test_scans": "tests/scans.py, which prints and scans pages",
    "test_mirror": "this",
    "test_walls": "what the linter holds between rooms",
    "test_names": "one name for one class",
    # Two checks, or all of them, on pages drawn row by row.
    "check/makeup/test_make_up": "PAGE-CUT and GUTTER-RUN tell the same pages apart",
    "check/makeup/test_own_white": "COLLIDE finds nothing that the tool has placed by itself",
    "check/press/test_broken": "PDFs broken by a script, through all checks of preflight",
    "check/press/test_paper": "B1 to B4, book and spreads through preflight, in both standards",
    "check/test_command": "`banxin check`: layout/cli/check.py, run and report together",
    "cli/test_main": "the command as a whole: layout/cli/__init__.py",
    "cli/test_chinese": "every command on bad inputs, in Chinese",
    "importer/test_golden_import": "whole imports against the files that were written",
    "test_press_files": "B1 to B4, book and spreads against the rules of PDF/X",
    # Every renderer draws the same.
    "render/test_hollow": "hollow type in every renderer",
    "render/test_paths": "curves and borders in every renderer",
    "render/test_round_pictures": "pictures with round corners in every renderer",
    "render/test_transparent": "transparent pictures in every renderer",
    "preview/test_pixels": "the page of a browser against the press file, glyph by glyph",
    # Attacks and chance, against all readers.
    "spec/test_fuzz": "damage to a good page",
    "spec/test_hostile": "attacks on the reader",
    # Data outside of the package.
    "fonts/test_faces": "the faces in fonts/",
}
"""Tests that mirror no module, and what they are of. Their parts (test_golden_headlines) too."""


def part_of(name: str, known: set[str]) -> bool:
    """Whether a file is a part, by its name, of one that is known: test_build_edition."""
    return any(name == one or name.startswith(f"{one}_") for one in known)


def modules(test: Path) -> set[str]:
    """The names that tests of the modules and rooms of a folder's mirror have."""
    room = test.parent.relative_to(TESTS)
    home = ROOT / ("" if room.parts and room.parts[0] in OTHER else "layout") / room
    names = {p.stem for p in home.glob("*.py")} | {p.name for p in home.glob("*/")}
    return {f"test_{name.rstrip('_')}" for name in names if not name.startswith("__")}


def test_a_test_mirrors_a_module() -> None:
    """One that does not needs the name of what it tests (test_NAME.py, or test_NAME_PART.py) in the
    room of that, or a line in ELSEWHERE."""
    lost = []
    for test in sorted(TESTS.rglob("test_*.py")):
        name = test.relative_to(TESTS).with_suffix("").as_posix()
        if not (part_of(name, set(ELSEWHERE)) or part_of(test.stem, modules(test))):
            lost.append(name)
    assert lost == []


def test_what_stands_elsewhere_is_there_and_is_no_mirror() -> None:
    for name in ELSEWHERE:
        test = TESTS / f"{name}.py"
        assert test.is_file(), name
        assert test.stem not in modules(test), f"{name} mirrors a module: no need to list it"


def test_each_check_has_its_test() -> None:
    """Of the name of its file, and with that check in it."""
    for check in CHECKS:
        name = check.id.lower().replace("-", "_")
        test = TESTS / f"check/makeup/checks/test_{name}.py"
        assert test.is_file(), check.id
        assert f"{name}.CHECK" in test.read_text(encoding="utf-8"), check.id


def test_no_test_file_is_imported_by_another() -> None:
    """What two of them need is in a helper: a file that is moved breaks no other."""
    found = []
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and "test_" in (node.module or ""):
                found.append(f"{path.relative_to(TESTS)}: {node.module}")
    assert found == []
