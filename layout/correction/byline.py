"""A line that says who wrote a story: 本报记者 张三 文/图, ■本报记者 李四, 文／王五, □ 赵六."""

import re
from typing import Final

from layout.correction.captions import SURNAMES


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_MARKS: Final = "□■◎●○▲◆◇△▼▽★☆※•　 \t"
_ONLY_NAMES: Final = frozenset("□■◎○◇◆")
"""After these, under a title, a name alone is a by-line."""
_MOST: Final = 60
_PAUSES: Final = frozenset("，。！？；,;!?“”《》")
_HOUSE: Final = (
    r"(?:本报|本刊|本网|新华社|中新社|人民网|新华网|央视|驻[\u4e00-\u9fff]{1,4}"
    r"|[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|商报|都市报|网|社))"
)
_OFFICE: Final = re.compile(
    rf"(?P<house>{_HOUSE})?(?:全媒体|融媒体|见习|实习|首席|特约|特派|高级|摄影|驻[\u4e00-\u9fff]{{1,3}})*"
    r"(?:记者|通讯员|评论员|观察员|撰稿人|撰稿|实习生|作者)"
)
_ACTS: Final = _set(
    "文 图 摄 文图 图文 撰文 采写 摄影 报道 摄影报道 综合报道 整理 编译 供图 制图"
    " 撰稿 作者 文并图 文和图"
)
_WRITES: Final = frozenset(
    ["文", "文图", "图文", "撰文", "采写", "撰稿", "作者", "编译", "文并图", "文和图", "报道"]
)
_PLACE: Final = re.compile(r"[\u3400-\u9fff]{2,14}[学校院局所站社村厂司部会班馆店乡镇区县市心园行]")
"""Where somebody is at home, as it stands before a name under a title: 城关小学."""
_BREAK: Final = re.compile(r"[\s、:：/／|｜&·]+")
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_DOUBLE: Final = _set("欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 南宫")


def is_byline(text: str, *, under_title: bool) -> bool:
    """Whether a line holds nothing but who wrote the story and in what office.

    Under a title a mark and a name are enough (□李四), and a place and a name (城关小学 赵小禾).
    记者观察 is none: no name begins so.
    """
    if len(text) > _MOST or not _PAUSES.isdisjoint(text):
        return False
    words = text.strip(_MARKS).split()
    if under_title and len(words) == 2 and _PLACE.fullmatch(words[0]):
        return _is_name(words[1], sure=False)
    bare = text.strip(_MARKS)
    inside = bare[1:-1].strip() if bare[:1] in "（(" and bare[-1:] in "）)" else bare
    known = named = house = False
    lone = ""  # 张 三 is one name
    for token in filter(None, _BREAK.split(inside)):
        if token in _ACTS:
            known = known or token in _WRITES
            continue
        rest = token
        if office := _OFFICE.match(token):
            known, house = True, house or bool(office["house"])
            rest = token[office.end() :]
            if not rest:
                continue
        joined = lone + rest if lone and len(rest) == 1 else rest
        if len(rest) == 1 and not lone:
            lone = rest
            continue
        for act in ("摄影报道", "报道", "摄影", "整理"):  # 记者张三报道
            joined = joined.removesuffix(act) if len(joined) > len(act) + 1 else joined
        lone = ""
        if not _is_name(joined, sure=known and not (office and rest)):
            return False
        named = True
    if lone or not inside:
        return False
    marked = text.strip()[:1] in _ONLY_NAMES
    return (known and (named or house)) or (marked and named and under_title)


def _is_name(text: str, *, sure: bool) -> bool:
    """Whether a word may be a person's name; `sure` where an office stands before it."""
    if not _HAN.fullmatch(text) or not 2 <= len(text) <= 4:
        return False
    if len(text) == 4:
        return text[:2] in _DOUBLE
    return sure or text[0] in SURNAMES or text[:2] in _DOUBLE
