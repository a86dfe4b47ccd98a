"""A page's scene against its display list, and what is kept from one scene to the next."""

import re
import shutil
from pathlib import Path as FilePath

import pytest

from layout.api import Session
from layout.display.items import Box, GlyphRun, Page, Path, Picture
from layout.render.svg.changes import changes
from layout.render.svg.scene import SceneMaker, dump_digest

ROOT = FilePath(__file__).parents[3]
EDITION = "specs/zhuzhou-2019-09-20"
PAGES = (
    *[f"{EDITION}/B{n}.yaml" for n in (1, 2, 3, 4)],
    *[str(p.relative_to(ROOT)) for p in sorted((ROOT / "specs/daily").glob("A*.yaml"))],
    "specs/adverts/page.yaml",
)
USE = re.compile(r"<use ")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def pages() -> list[str]:
    return [name for name in PAGES if (ROOT / name).is_file()]


@pytest.mark.parametrize("name", pages())
def test_a_scene_is_all_of_a_page_and_of_nothing_else(session: Session, name: str) -> None:
    page = session.page(ROOT / name)
    scene = page.scene()
    assert scene.digest == dump_digest(page.display)
    assert sum(len(block.pieces) for block in scene.blocks) == len(page.display.items)
    known = {block.id for block in page.display.blocks}
    assert {block.block for block in scene.blocks} - {""} <= known
    assert len({block.id for block in scene.blocks}) == len(scene.blocks)
    runs = [i for i in page.display.items if isinstance(i, GlyphRun)]
    inked = sum(_inked(session, run) for run in runs)
    assert len(USE.findall("".join(block.svg for block in scene.blocks))) == inked
    drawn = session.scenes.outlines.drawn(scene.names)
    assert all(drawn.values())


def _inked(session: Session, run: GlyphRun) -> int:
    """How many of a run's glyphs have ink, asked of the face itself."""
    face = session._faces.by_key(run.face)
    return sum(face.ink(glyph)[2] != face.ink(glyph)[0] for glyph in run.glyphs)


def test_words_of_a_scene_are_those_of_the_page(session: Session) -> None:
    page = session.page(ROOT / EDITION / "B1.yaml")
    scene = page.scene()
    words = "".join(line.text for block in scene.blocks for line in block.text)
    runs = [i for i in page.display.items if isinstance(i, GlyphRun) and i.glyphs]
    assert words == "".join(run.text for run in runs)
    for block in scene.blocks:
        for line in block.text:
            assert len(line.edges) == len(line.text) + 1
            assert list(line.edges) == sorted(line.edges)
            assert abs(line.edges[-1] - line.rect.width) < 0.01


@pytest.fixture
def b1(tmp_path: FilePath) -> FilePath:
    shutil.copytree(ROOT / EDITION, tmp_path / EDITION)
    shutil.copy(ROOT / "banxin.yaml", tmp_path)
    (tmp_path / "assets").mkdir()
    shutil.copy(ROOT / "assets/park.jpg", tmp_path / "assets")
    return tmp_path / EDITION / "B1.yaml"


def test_a_changed_word_makes_few_pieces_anew(
    b1: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session()
    old = session.page(b1).scene()
    made: list[object] = []
    whole = SceneMaker._piece

    def counted(self: SceneMaker, item: object, *rest: object) -> object:
        made.append(item)
        return whole(self, item, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(SceneMaker, "_piece", counted)
    story = b1.parent / "stories" / "03-四联行动.md"
    text = story.read_text("utf-8")
    story.write_text(_one(text), "utf-8")
    page = session.page(b1)
    new = page.scene()
    assert new.digest == dump_digest(page.display) != old.digest
    assert 0 < len(made) < 60 < len(page.display.items)
    found = changes(old, new)
    assert [one.block.block for one in found.changed] == ["four-links"]
    assert not found.added
    assert not found.gone
    change = found.changed[0]
    before = old.block(change.block.id)
    assert before is not None
    mended = (*before.pieces[: change.start], *change.pieces, *before.pieces[change.end :])
    assert mended == change.block.pieces
    fresh = Session().page(b1).scene()
    assert fresh == new


def _one(text: str) -> str:
    """A story with one character of its last paragraph changed."""
    at = next(k for k in range(len(text) - 5, 0, -1) if "\u4e00" <= text[k] <= "\u9fff")
    return text[:at] + ("的" if text[at] != "的" else "了") + text[at + 1 :]


def test_a_picture_with_other_bytes_is_another_picture(b1: FilePath) -> None:
    session = Session()
    page = session.page(b1)
    old = page.scene()
    found = [i for i in page.display.items if isinstance(i, Picture)]
    assert len(found) == 1
    key = re.search(r'href="picture/([0-9a-f]+)"', "".join(b.svg for b in old.blocks))
    assert key is not None
    shown = session.scenes.picture(key[1], session.resources(page))
    assert shown is not None
    assert shown.data.startswith(b"\xff\xd8")
    assert session.scenes.picture("0" * 32, session.resources(page)) is None
    source = b1.parents[2] / found[0].source
    data = source.read_bytes()
    source.write_bytes(data[:2] + b"\xff\xfe\x00\x04hi" + data[2:])
    new = session.page(b1).scene()
    assert [one.block.block for one in changes(old, new).changed] == ["picture"]
    assert new.digest == old.digest  # a dump names the file and not its bytes


def test_a_page_as_one_file_asks_for_nothing(session: Session) -> None:
    svg = session.page(ROOT / EDITION / "B1.yaml").svg()
    assert svg.startswith("<svg")
    assert svg.endswith("</svg>")
    references = re.findall(r'(?:href|src)="([^"]{0,20})', svg)
    assert references
    assert all(one.startswith(("#", "data:image/")) for one in references)
    assert "style=" not in svg
    assert "<script" not in svg


def test_blocks_of_a_page_without_any_are_one(session: Session) -> None:
    page = session.page(ROOT / EDITION / "B1.yaml")
    bare = Page(
        name="x", title="", date="", width=100, height=100, bleed=0, grid=page.display.grid,
        items=tuple(i for i in page.display.items if isinstance(i, Box | Path)),
    )  # fmt: skip
    scene = SceneMaker().scene(bare, session.resources(page))
    assert [block.id for block in scene.blocks] == ["page"]
