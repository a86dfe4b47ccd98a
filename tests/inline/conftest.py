"""The toy face as a voice, and texts set with it."""

from collections.abc import Callable

import pytest

from layout.faces.face import Face
from layout.inline.items import Items, make_items
from layout.inline.line import SetParagraph
from layout.inline.paragraph import Rules, VoicedText, set_paragraph
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
    """`items(text, **options of make_items)`."""

    def make(text: str, **options: object) -> Items:
        return make_items(voice.shape(tokens(text)), **options)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def set_text(voice: Voice) -> SetText:
    """`set_text(text, measure, **rules)`: no indent and no Han-Latin gap unless told."""

    def make(text: str, measure: int, **rules: object) -> SetParagraph:
        asked: dict[str, object] = {"indent": 0, "latin_gap": 0} | rules
        return set_paragraph([VoicedText(text, voice)], Rules(**asked), measure)  # type: ignore[arg-type]

    return make


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
