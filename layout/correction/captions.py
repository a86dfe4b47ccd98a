"""A caption and whose the picture is, taken apart."""

import re
from typing import Final

# A caption with a credit is short; a longer line is a paragraph that happens to end like one.
CAPTION_MOST: Final = 120
_HAN = r"[\u3400-\u9fff]"
# Of two phrases before 摄 the first is a name only where it begins with one of the surnames that
# most people in China bear; elsewhere it is the caption's last word.
SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范廖贾韦傅邹孟熊秦邱侯薛阎雷龙史陶黎贺顾毛郝龚邵"
)
_SURNAME = f"[{''.join(sorted(SURNAMES))}]"
_NAME = rf"(?:{_HAN}{{2,4}}|{_HAN}[ \u3000]+{_HAN}|{_HAN}{{1,4}}·{_HAN}{{1,6}})"
_BESIDE = r"[ \u3000、，/／]+"
_NAMES = rf"(?:(?:{_SURNAME}{_HAN}{{1,2}}|{_HAN}[ \u3000]+{_HAN}){_BESIDE})*{_NAME}"
_OFFICE = rf"{_HAN}{{0,10}}(?:记者|通讯员|摄影师|实习生)"
_BLANK = r"[ \u3000]*"
_ACT = r"(?:摄影报道|摄影|摄|供图)"
_CREDIT = "|".join(
    (
        rf"{_OFFICE}{_BLANK}{_NAME}(?:{_BESIDE}{_NAME})*{_BLANK}[/／]?{_BLANK}{_ACT}",
        rf"{_NAMES}[ \u3000/／]+{_ACT}",
        rf"(?:新华社|中新社|本报|人民图片)(?:稿|供图|发)(?:{_BLANK}[（(]?{_NAMES}{_BLANK}{_ACT}[）)]?)?",
        r"(?:资料|网络|档案)(?:图片|照片|图)",
        rf"(?:图片|照片)(?:由{_HAN}{{2,20}}提供|来源{_HAN}{{2,20}}|来自{_HAN}{{2,20}})",
    )
)
# Straight after a stop, or in brackets, a credit needs no space within: 。张三摄, （张三摄）.
_CLOSE_SET = rf"{_CREDIT}|{_NAMES}{_ACT}|{_HAN}{{2,16}}(?:供图|提供)|摄影?[：:]{_BLANK}{_NAMES}"
_TAIL = re.compile(
    rf"(?P<caption>.*?)(?:[（(]{_BLANK}(?P<inside>{_CLOSE_SET}){_BLANK}[）)]"
    rf"|(?<=[。！？!?”）)]){_BLANK}(?P<after>{_CLOSE_SET})"
    rf"|(?:^|(?<=[ \u3000|；;]))(?P<apart>{_CREDIT}))[。.]?"
)
_CAPTION = re.compile(
    r"(?:[▲△▼▽◀▶◆●■↑↓←→][ \u3000]*)?[上下左右题大小]?图(?:[①-⑨\d][ \u3000]*)?[为：:]"
)


def says_what_it_shows(text: str) -> bool:
    """Whether a short line begins as captions do: 图为……."""
    return len(text) <= CAPTION_MOST and bool(_CAPTION.match(text))


def split_credit(text: str) -> tuple[str, str]:
    """The caption, and whose the picture is, as they are printed; either may be empty.

    `图为车间。（张三 摄）` is `图为车间。` and `张三 摄`; a line that names no one is all caption.
    """
    line = text.strip()
    if len(line) > CAPTION_MOST or not (match := _TAIL.fullmatch(line)):
        return line, ""
    credit = match["inside"] or match["after"] or match["apart"]
    return match["caption"].rstrip(" \u3000|"), credit.strip()
