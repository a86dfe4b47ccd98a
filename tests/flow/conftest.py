"""A setter with the toy face in every role, and stories, styles and blocks made in a line each."""

from pathlib import Path
from typing import TypeVar

import pytest

from layout.color import Color
from layout.diagnostics import Place
from layout.display.items import Grid
from layout.faces.catalog import ROLES, Catalog, OwnFace
from layout.flow.placed import Made, PlacedLine
from layout.flow.type.setter import Setter
from layout.geometry import Rect
from layout.spec.markdown.story import parse_story
from layout.spec.reader.kinds import Span
from layout.spec.resolve.defaults import TextStyle
from layout.spec.resolve.resolved import RBlock, RBox, RColumns, RHeadline, RStory, StyledText
from tests.toyfont import toy_face

T = TypeVar("T")

SIZE = 10.0
PITCH = 12.0
ASCENT = 0.88
HERE = Place("page.yaml", 7, 5)
GRID = Grid(
    type_area=Rect(20, 30, 430, 600), columns=((20, 150), (160, 290)), pitch=PITCH, lines=50,
    baseline=(PITCH - SIZE) / 2 + ASCENT * SIZE,
)  # fmt: skip
BODY = TextStyle(face="报宋", size=SIZE, latin_gap_em=0.0)


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toy_face(tmp_path_factory.mktemp("toy") / "Toy.ttf")


@pytest.fixture
def setter(toy: Path) -> Setter:
    return Setter(Catalog(dict.fromkeys(ROLES, OwnFace(path=toy))), {})


@pytest.fixture(scope="session")
def setter_of_session(toy: Path) -> Setter:
    """One setter for all examples of a property."""
    return Setter(Catalog(dict.fromkeys(ROLES, OwnFace(path=toy))), {})


def changed(record: T, **changes: object) -> T:
    """The same record with some fields changed."""
    kept = {name: getattr(record, name) for name in type(record).__slots__}  # type: ignore[attr-defined]
    return type(record)(**kept | changes)


def words(text: str, size: float = SIZE, **more: object) -> StyledText:
    style = TextStyle(**({"face": "黑", "size": size, "align": "left"} | more))  # type: ignore[arg-type]
    return StyledText(text=text, style=style, place=HERE)


def headline(*title: str, lines: int | None = 4, size: float = 20.0, **more: object) -> RHeadline:
    settings: dict[str, object] = {
        "lines": lines, "title": tuple(words(t, size) for t in title), "steps": False,
        "kicker": None, "beside": False, "subtitle": None, "align": "left", "rule": "none",
        "place": HERE,
    }  # fmt: skip
    return RHeadline(**(settings | more))  # type: ignore[arg-type]


def story(text: str, **more: object) -> RStory:
    settings: dict[str, object] = {
        "story": parse_story(text.encode(), "one.md"), "headline": None, "label": None,
        "body": BODY, "subhead": BODY, "strong": BODY, "emphasis": BODY, "runin": BODY,
        "byline": None, "foot": None, "stands_in": False,
    }  # fmt: skip
    if not isinstance(more.get("columns"), RColumns):
        count = more.pop("columns", 1)
        own = {k: more.pop(k) for k in tuple(more) if k in RColumns.__match_args__}
        settings["columns"] = columns(count, **own)  # type: ignore[arg-type]
    return RStory(**(settings | more))  # type: ignore[arg-type]


def columns(count: int = 1, **more: object) -> RColumns:
    settings: dict[str, object] = {
        "count": count, "policy": "whole", "measure": None, "gutter": SIZE, "level": False,
        "widows": True, "keep": 2, "rule": "none",
    }  # fmt: skip
    return RColumns(**(settings | more))  # type: ignore[arg-type]


def block(
    content: object, first: int = 1, last: int = 10, width: float = 100.0, **more: object
) -> RBlock:
    rect = Rect(20, GRID.top_of(first), width, (last - first + 1) * PITCH)
    settings: dict[str, object] = {
        "id": "lead", "place": HERE, "at_cols": Span(1, 1), "at_lines": Span(first, last),
        "rect": rect, "inner": rect, "fill": None, "rules": ("none",) * 4, "nudge": 0.0,
        "content": content,
    }  # fmt: skip
    settings |= more
    settings.setdefault("areas", (settings["inner"],))
    return RBlock(**settings)  # type: ignore[arg-type]


def box(
    rules: tuple[str, str, str, str] = ("thin", "thin", "thin", "thin"),
    fill: Color | None = None,
    side: float = SIZE,
    whole: int = 12,
) -> RBox:
    """A box by the name 框."""
    heading = words("题", align="center").style
    return RBox(
        name="框", fill=fill, rules=rules, side=side, style=None, heading=heading, whole=whole
    )


def boxed(text: str, look: RBox | None = None, **more: object) -> RStory:
    """A story in which `:::框` is a box; all in one style."""
    made = story(text, **more)
    names = {p.styles for p in made.story.paragraphs if p.styles}
    return changed(
        made,
        boxes=(("框", look or box()),),
        styles=tuple((name, made.body) for name in sorted(names)),
    )


def lines_of(made: Made, node: str) -> list[PlacedLine]:
    """The lines of a node among what was made."""
    return [item for item in made.items if isinstance(item, PlacedLine) and item.node == node]


def text_of(line: PlacedLine) -> str:
    return "".join(token.text for token in line.items.tokens)


@pytest.fixture(scope="session")
def setter_once(toy: Path) -> Setter:
    """One setter for all examples of a property."""
    return Setter(Catalog(dict.fromkeys(ROLES, OwnFace(path=toy))), {})
