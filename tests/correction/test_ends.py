"""Whether a piece of text may end a paragraph."""

import pytest

from layout.correction.ends import is_ended, open_quote


@pytest.mark.parametrize(
    "text",
    [
        "夜市开张。", "夜市开张！", "夜市开张？ ", "他说：", "他说:", "他走了……", "他走了...",
        "夜市开张.", "他说：“走。”", "他说：“走。’”", "夜市开张。（完）", "（他走了。）",
        "夜市开张。(完)", "夜市开张。【完】", "夜市开张。〔注〕", '他说："走。"', "他说：“OK.”",
        "好。）", "", '他答："对" "不对："',
    ],
)  # fmt: skip
def test_may_end(text: str) -> None:
    assert is_ended(text)


@pytest.mark.parametrize(
    "text",
    [
        "夜市开张", "夜市，", "夜市；", "他说“走”", "他说（走）", "3.5.", "OK.", "夜市（开张。）了",
        '他说："', "夜市【重】", "《早市》", "夜市开张、",
    ],
)  # fmt: skip
def test_may_not_end(text: str) -> None:
    assert not is_ended(text)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("他说：“走", True), ("他说：“走”", False), ("“甲”“乙", True), ('他说："走', True),
        ('他说："走"', False), ("it's", False), ("他走了", False), ("走”", False),
    ],
)  # fmt: skip
def test_whether_a_quotation_is_open(text: str, is_open: bool) -> None:
    assert open_quote(text) is is_open
