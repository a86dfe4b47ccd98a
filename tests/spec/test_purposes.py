"""What keys and mappings are for, in both languages."""

from layout.spec.markdown.story import FrontMatter
from layout.spec.model.checks import Checks, PageChecks, TitleAbutLimits
from layout.spec.model.furniture import PictureBlock
from layout.spec.model.story import StoryBlock
from layout.spec.purposes import (
    class_purpose,
    heading,
    is_chinese,
    purpose,
    row_of,
    style_purpose,
)


def test_a_key_is_that_of_the_class_that_declares_it() -> None:
    assert row_of(StoryBlock, "story") == "StoryBlock.story"
    assert row_of(StoryBlock, "at") == "Block.at"
    assert row_of(PictureBlock, "caption") == "CaptionedBlock.caption"
    assert row_of(PageChecks, "TITLE-ABUT") == "Checks.TITLE-ABUT"
    assert row_of(TitleAbutLimits, "severity") == "Limits.severity"


def test_a_purpose_is_said_in_a_language() -> None:
    assert purpose(StoryBlock, "story") == "the story's file"
    assert purpose(StoryBlock, "story", "zh") == "稿件文件"


def test_what_is_chinese_stands_for_itself() -> None:
    assert is_chinese("引题")
    assert not is_chinese("the 引题")
    assert purpose(FrontMatter, "kicker", "zh") == "引题"
    assert purpose(Checks, "RUNT", "zh") == "孤字"


def test_a_mapping_has_a_name_and_a_purpose() -> None:
    assert heading(TitleAbutLimits) == "TitleAbut"
    assert heading(TitleAbutLimits, "zh") == "碰题"
    assert class_purpose(StoryBlock) == "An article: headline above, text in columns below."
    assert class_purpose(StoryBlock, "zh") == "一篇稿件：上面是标题，下面正文分栏。"


def test_a_style_says_what_it_sets() -> None:
    assert style_purpose("kicker") == "引题"
    assert style_purpose("脚注") == "脚注"
