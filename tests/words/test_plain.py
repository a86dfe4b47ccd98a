"""No message that an editor reads has a programmer's words: names of PDF, of Python, of code.

What stands between backticks is written so in a file, and stays. What is left besides has its
reason beside it.
"""

import re
from typing import Final

import pytest

from layout.words import zh

WORDS: Final = (
    r"Device[A-Z]\w*", "ICC(?:Based|CMYK|RGB|Gray)", "Separation", "OPM", "Info", "XMP",
    "GTS_[A-Za-z]+", "Subtype", "[A-Z][a-z]+Box", "UserUnit", "OutputCondition[A-Za-z]*", "Trapped",
    "Cyan", "Magenta", "Yellow", "Black", "node", "id", "null", "None", "Traceback",
)  # fmt: skip
NEVER: Final = (
    *(rf"(?<![A-Za-z_{{]){word}(?![A-Za-z])" for word in WORDS),
    r"对象\{", "（对象", r"blocks\.\d",
    r"\{\w*(?:width|height|room|white|needed|long|left|high|radius|gutter|measure)_pt[^}]*\}pt",
    r"\{[^}]*\}mm(?![²a-z])",
)  # fmt: skip
"""What an editor has never typed nor read: objects and keys of PDF, English inks, lengths of the
page in points, millimetres without their space (GB 3101-1993, 3.4)."""
REASONS: Final = {
    "part.press-type": "`object` of the JSON of preflight, for programs",
    "part.press-picture": "`object` of the JSON of preflight, for programs",
    "part.pdfread-form-box": "damage to a file, for whoever makes it again",
    "part.pdfread-xobject": "damage to a file, for whoever makes it again",
    "part.pdfread-loop": "damage to a file, for whoever makes it again",
    "part.pdfread-page-loop": "damage to a file, for whoever makes it again",
}
OTHERS: Final = ("COMPARE.", "SCAN", "part.compare-", "part.scan-")
"""Rooms with a table and a test of their own."""


def programmers(text: str) -> list[str]:
    """The words of a message that are none of an editor's."""
    bare = re.sub(r"`[^`]*`", "", text)
    return [found for one in NEVER for found in re.findall(one, bare)]


@pytest.mark.parametrize(
    "text",
    [
        "字体PTSQIG+Sans（对象50）", "图像（对象{number}）", "用DeviceCMYK，叠印模式1", "OPM 1",
        "没有TrimBox", "Cyan 3.75%", "blocks.2：没有这个键", "高{height_pt:.1f}pt",
        "成品宽{value:.2f}mm", "在XMP里是{value}", "改写成块的id",
    ],
)  # fmt: skip
def test_a_programmers_word_is_seen(text: str) -> None:
    assert programmers(text)


@pytest.mark.parametrize(
    "text",
    ["{size_pt:g}pt的字", "`id`写得不对", "面积{area:.2f} mm²", "{width_pt:mm}", "按{pt}排"],
)
def test_an_editors_word_is_none(text: str) -> None:
    assert programmers(text) == []


def test_no_message_has_a_programmers_word() -> None:
    found = {}
    for key, entry in zh.WORDS.items():
        if key in REASONS or key.startswith(OTHERS):
            continue
        for text in (entry,) if isinstance(entry, str) else entry:
            if words := programmers(text):
                found[key] = words
    assert found == {}


def test_each_reason_is_still_one() -> None:
    idle = [
        key
        for key in REASONS
        if not any(
            programmers(text)
            for entry in [zh.WORDS[key]]
            for text in ((entry,) if isinstance(entry, str) else entry)
        )
    ]
    assert idle == []
