"""Corrections carried out in files that are newer than the page that is shown."""

from dataclasses import dataclass
from typing import Any

import pytest

from layout.diagnostics import StopError
from layout.preview.carrying import carried_out
from layout.preview.maker import Maker
from layout.preview.received import StrangeMessageError
from layout.preview.state import PageState
from layout.revise.reviser import Reviser
from layout.revise.told import Done, Refused
from layout.spec.model.corrections import WordCorrection
from tests.conftest import Project
from tests.preview.editing import LEAD, SPEC, project_to_change

BUS = "清晨六点，第一班公交车驶出车站"


@dataclass
class Shown:
    """A page as it was shown last, and the writer of its files."""

    made: Project
    state: PageState
    reviser: Reviser

    def carry(self, of: str = "lead.md", **asked: Any) -> Done | Refused:
        """Carry an entry out."""
        whose = {"page": of, "story": None} if of == "E1" else {"story": of}
        entry = WordCorrection(**{**whose, **asked})
        op = carried_out(entry, {"E1": self.state}, self.reviser).op
        return self.reviser.edit(op)

    def text(self, name: str = "stories/lead.md") -> str:
        return self.made.path(name).read_text(encoding="utf-8")


@pytest.fixture
def shown(project: Project) -> Shown:
    made = project_to_change(project.root / "own")
    spec = made.path("E1.yaml")
    state = Maker().made(PageState(key="E1", spec=spec, name="E1"))
    assert state.page is not None
    return Shown(made, state, Reviser(made.path("edition.yaml")))


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (("第一班公交车", "第一班早公交车"), ("一班公", "一班早公")),
        (("六点，第一", "六点整，第一"), ("六点，第", "六点整，第")),
        (("公交车驶出", "公交驶出"), ("公交车驶", "公交驶")),
        (("第一班", "头一班"), ("第一班", "头一班")),
        (("清晨六点，第一班", "早晨六点，第二班"), ("清晨六点，第一班", "早晨六点，第二班")),
    ],
)
@pytest.mark.parametrize("put", ["旧话一句：", "旧", "**旧话**一句："])
def test_words_are_changed_where_they_stand_now(
    shown: Shown, asked: tuple[str, str], made: tuple[str, str], put: str
) -> None:
    text = LEAD.replace(BUS, put + BUS)
    shown.made.write("stories/lead.md", text)  # and nobody has made the page of it
    assert isinstance(shown.carry(words=asked[0], should_be=asked[1]), Done)
    assert shown.text() == text.replace(*made)


def test_words_that_stand_no_more_are_not_looked_for_where_they_stood(shown: Shown) -> None:
    text = LEAD.replace("第一班", "头一班车")
    shown.made.write("stories/lead.md", text)
    with pytest.raises(StopError):
        shown.carry(words="第一班", should_be="第一早班")
    assert shown.text() == text


def test_a_page_that_cannot_be_set_any_more_says_no_places(shown: Shown) -> None:
    text = LEAD.replace(BUS, "旧话一句：" + BUS)
    shown.made.write("stories/lead.md", text)
    shown.made.write("E1.yaml", SPEC.replace("style: big}", "style: bigg}"))
    shown.made.path("stories/side.md").unlink()
    assert isinstance(shown.carry(words="第一班", should_be="第一早班"), Done)
    assert shown.text() == text.replace("第一班", "第一早班")


def test_a_story_that_is_saved_meanwhile_is_left(shown: Shown) -> None:
    entry = WordCorrection(story="lead.md", words="第一班", should_be="第一早班")
    op = carried_out(entry, {"E1": shown.state}, shown.reviser).op
    text = LEAD.replace(BUS, "旧话一句：" + BUS)
    shown.made.write("stories/lead.md", text)
    refused = shown.reviser.edit(op)
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].code == "UNDERNEATH"
    assert shown.text() == text


def test_words_of_no_story_are_changed_in_the_file_that_the_page_was_made_of(shown: Shown) -> None:
    newer = SPEC.replace("湖边的新园区", "湖边的湖边的新园区")
    shown.made.write("E1.yaml", newer)
    refused = shown.carry("E1", words="湖边", should_be="湖畔")
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].code == "UNDERNEATH"
    assert shown.text("E1.yaml") == newer
    shown.made.write("E1.yaml", SPEC)
    assert isinstance(shown.carry("E1", words="湖边", should_be="湖畔"), Done)
    assert shown.text("E1.yaml") == SPEC.replace("湖边", "湖畔")


@pytest.mark.parametrize(
    ("title", "asked", "made"),
    [
        # A character on either side of the break is another one.
        ("画格满版 | 文章按行", {"words": "格满版文章", "should_be": "格块版文字"},
         "画格块版 | 文字按行"),
        # All on either side of it is.
        ("画格满版 | 文章按行", {"words": "满版文章", "should_be": "整张诗篇"},
         "画格整张 | 诗篇按行"),
        ("画格满版 | 文章按行", {"words": "满版文章", "should_be": "整张大诗篇"},
         "画格整张 | 大诗篇按行"),
        ("画格满版 | 文章按行", {"words": "版文", "delete": True}, "画格满 | 章按行"),
        ("画格满版 | 文章按行", {"words": "文章按行", "delete": True}, "画格满版"),
        ("画格满版 | 文章按行", {"words": "画格满版", "delete": True}, "文章按行"),
        ("画 | 格满 | 版", {"words": "格满", "delete": True}, "画 | 版"),
        ("画格满版 | 文章按行", {"words": "版文", "should_be": "版诗文"}, "画格满版 | 诗文章按行"),
    ],
)  # fmt: skip
def test_a_headline_keeps_its_breaks(
    shown: Shown, title: str, asked: dict[str, Any], made: str
) -> None:
    shown.made.write("stories/lead.md", LEAD.replace("老厂房里", title))
    done = shown.carry(**asked)
    assert isinstance(done, Done), done
    assert f"title: {made}\n" in shown.text()


def test_words_that_nobody_typed_say_where_they_come_from(project: Project) -> None:
    made = project_to_change(project.root / "own")
    made.write("E1.yaml", SPEC.replace("text: [上]", 'text: ["{weekday}"]'))
    state = Maker().made(PageState(key="E1", spec=made.path("E1.yaml"), name="E1"))
    shown = Shown(made, state, Reviser(made.path("edition.yaml")))
    with pytest.raises(StrangeMessageError) as refused:
        shown.carry("E1", words="星期一", should_be="周一")
    assert refused.value.args[0].key == "part.correction-made"
