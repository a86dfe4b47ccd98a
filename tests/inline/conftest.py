"""The toy face as a voice, and texts set with it."""

from collections.abc import Callable, Sequence

import pytest

from layout.faces.face import Face
from layout.inline.breaks import Breaks, legal_breaks
from layout.inline.items import Items, make_items
from layout.inline.line import SetParagraph
from layout.inline.paragraph import ParagraphRules, set_paragraph
from layout.inline.parts import VoicedText
from layout.inline.spacing import Spacing
from layout.text.bonds import Bond
from layout.text.scripts import HANS
from layout.text.segment import tokens
from layout.text.shape import Voice
from tests.toyfont import toy_face

MakeItems = Callable[..., Items]
SetText = Callable[..., SetParagraph]


@pytest.fixture(scope="session")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Voice:
    face = Face(toy_face(tmp_path_factory.mktemp("toy") / "Toy.ttf"))
    return Voice([face], half_digits=True)


@pytest.fixture(scope="session")
def items(voice: Voice) -> MakeItems:
    """`items(text, tracking=0, bonds=(), **fields of Spacing)`."""

    def make(text: str, tracking: int = 0, bonds: Sequence[Bond] = (), **spacing: object) -> Items:
        rules = Spacing(**spacing)  # type: ignore[arg-type]
        return make_items(voice.shape(tokens(text)), rules, tracking=tracking, bonds=bonds)

    return make


@pytest.fixture(scope="session")
def set_text(voice: Voice) -> SetText:
    """`set_text(text, measure, **rules)`: no indent, Han-Latin gap or hyphens unless told."""

    def make(text: str, measure: int, **rules: object) -> SetParagraph:
        asked: dict[str, object] = {"indent": 0, "latin_gap": 0, "hyphenate": False} | rules
        return set_paragraph([VoicedText(text, voice)], ParagraphRules(**asked), measure)  # type: ignore[arg-type]

    return make


def ends_of(done: SetParagraph) -> tuple[Breaks, list[int]]:
    """The legal breaks of a paragraph set without hanging marks, and those its lines end at."""
    breaks = legal_breaks(done.items, HANS, hanging=False)
    return breaks, [breaks.last.index(line.last) for line in done.lines]


def line_texts(done: SetParagraph) -> list[str]:
    """The clusters of each line, spaces inside it too."""
    out = []
    for line in done.lines:
        text = ""
        for i in range(line.first, line.last + 1):
            space = done.items.spaces[i] if i < line.last else None
            text += done.items.tokens[i].text + (space.text if space else "")
        out.append(text)
    return out
