"""Captions and credits of pictures, taken apart."""

import pytest

from layout.correction.captions import CAPTION_MOST, says_what_it_shows, split_credit


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("图为车间。（张三 摄）", "图为车间。", "张三 摄"),
        ("图为车间。(张三摄)", "图为车间。", "张三摄"),
        ("图为车间。张三摄", "图为车间。", "张三摄"),
        ("图为车间。张三 摄。", "图为车间。", "张三 摄"),
        ("图为车间 张三 摄", "图为车间", "张三 摄"),
        ("轮转印刷机 本报记者 张三 摄", "轮转印刷机", "本报记者 张三 摄"),
        ("张三 李四 摄", "", "张三 李四 摄"),
        ("图为车间。资料图片", "图为车间。", "资料图片"),
        ("图为车间。新华社发（张三摄）", "图为车间。", "新华社发（张三摄）"),
        ("图为车间。图片由印刷厂提供", "图为车间。", "图片由印刷厂提供"),
        ("图为车间。（印刷厂供图）", "图为车间。", "印刷厂供图"),
        ("图为车间。摄影：张三", "图为车间。", "摄影：张三"),
        ("他拍摄", "他拍摄", ""),
        ("车间里的轮转机", "车间里的轮转机", ""),
        ("　图为车间。　", "图为车间。", ""),
        ("", "", ""),
    ],
)
def test_a_caption_and_whose_the_picture_is(line: str, caption: str, credit: str) -> None:
    assert split_credit(line) == (caption, credit)


def test_a_long_line_is_a_paragraph() -> None:
    for more, credit in ((0, "张三 摄"), (1, "")):
        words = "长" * (CAPTION_MOST - 7 + more) + "。（张三 摄）"
        assert split_credit(words)[1] == credit
        assert says_what_it_shows("图为" + words[2:]) is (more == 0)


@pytest.mark.parametrize(
    "line",
    ["图为车间。", "上图为车间", "左图：车间", "图①为车间", "▲图为车间", "图3：车间", "题图:车间"],
)
def test_how_captions_begin(line: str) -> None:
    assert says_what_it_shows(line)


@pytest.mark.parametrize("line", ["地图为证", "图纸在桌上", "车间图为证", "图"])
def test_how_they_do_not(line: str) -> None:
    assert not says_what_it_shows(line)
