"""What values that a key may have are called in Chinese: on the fields of the live proof, where the
file has the words of the schema. What each does stands in `zh_keys`.

A row is a value with its name, or a key and a value where it is called otherwise there.
"""

import re
from collections.abc import Mapping
from typing import Final

from layout.words.zh_names import NAMES

VALUES: Final[dict[str, str]] = {
    row.split()[0]: row.split()[1]
    for row in """
above 上面
absolute 绝对比色
across 左右排
align.left 靠左
align.right 靠右
all 全部
arrange.column 上下排
arrange.grid 分行
arrange.line 一行
arrange.row 并排
arrange.stack 上下排
auto 自动
balance 匀行
band 整条色块
banjiao 半角
bar 竖线
bars 色标
basic 基本
before 前面
after 后面
below 下面
beside 旁边
bleed 出血线
bottom 下
bottom-left 左下
bottom-right 右下
box 整块
broadsheet 对开
cct CCT
center 居中
centered 名字居中
clreq 标准
column 第一栏
corner 角上
cover 铺满
crop 裁切线
daily 日报
disc 圆
divided 分格
dot 点
down 竖排
drawn 照字体
end 末尾
equal 平分
error 错误
even 尽量匀
fewest 松行最少
fill 撑满
first 逐行
fit 最大
folio 版次
full 再进半字
gb 国标
grid 基本栏
half 半角
first_mark.half 缩进处
hang 伸出半字
hangmobanjiao 行末半角
head 头上
headline 标题
hung 挂块
indent 照缩进
info 提示
inside 里面
ja 日文
joined 连成一段
justify 两端齐
kaiming 开明
keep 保留
bonds.keep 不断开
kicker 引题
left 左
line 一行
middle 中
mosaic 一大带小
name 名字
newsprint 新闻纸
none 不用
outline 轮廓
look.outline 加框
overlap 压角
own 各在图下
pairs 只挤相连
panel 色块
part 可断开
part.left 左版
part.right 右版
perceptual 可感知
pill 半圆头
plain 一条脚线
look.plain 只用颜色
point 小数点
polygon 多边形
proportional 照字体
quanjiao 全角
registration 十字线
relative 相对比色
right 右
rope 绳纹
beads 圆点
corners 双线方角
lozenge 菱纹
meander 回纹
row 并排
rows 逐行
saturation 饱和度
shape 照图形
shoulder 肩题
skip 不查
slug 说明行
space 空
spread 撑满
square 方
stack 两行
steady 匀且稳
steps 错开
strict 严
strip 中缝
marks.strip 测控条
tabloid 四开
text 正文
three 三线表
title 主题
together 合在一处
top 上
top-left 左上
top-right 右上
total 通盘
trim 去掉
turned 横躺
under 下面
unequal 前栏多字
upright 直立
warning 警告
whole 整幅
policy.whole 整字数
x1a PDF/X-1a
x4 PDF/X-4
zh-hans 简体
zh-hant 繁体
rule-name.none 无线
rule-name.thin 正线
rule-name.thick 反线
rule-name.double 双正线
rule-name.double-thick 双反线
rule-name.wenwu 文武线
rule-name.wenwuwen 文武文线
rule-name.dotted 点线
rule-name.dashed 虚线
rule-name.wavy 曲线
rule-name.double-wavy 双曲线
rule-name.meander 回纹
rule-name.rope 绳纹
rule-name.beads 圆点
rule-name.lozenge 菱纹
rule-name.corners 双线方角
rule-name.masthead 报眉线
rule-name.foot 脚线
color.black 黑
color.white 白
color.paper 纸色
color.accent 主色
color.tint 浅底
color.tint-2 再浅的底
style-name.body 正文
style-name.brief 短讯
style-name.runin 段首黑体
style-name.main 大题
style-name.series 通栏题
style-name.series-sub 通栏副题
style-name.byline-head 文前署名
style-name.box-heading 方框标题
style-name.jump 转接
style-name.end 文末符号
style-name.credits-role 职务
style-name.credits-name 姓名
style-name.table-head 表头
style-name.table-title 表题
style-name.table-note 表注
style-name.folio 版次
style-name.header-name 报眉名字
style-name.header 报眉
style-name.index-page 导读版次
style-name.index-title 导读标题
style-name.index-label 导读栏头
style-name.foot 报尾
style-name.note 注
style-name.masthead 报名
style-name.masthead-latin 报名外文
style-name.masthead-day 报头日
style-name.masthead-date 报头日期
style-name.masthead-note 报头附注
style-name.imprint 报尾
style-name.advert-mark 广告二字
style-name.advert-frame 广告框
style-name.code-figures 码下数字
""".strip().splitlines()
}
_CODE: Final = re.compile(r"`([^`]*)`")
_WORD: Final = re.compile(r"[A-Za-z][\w-]*\Z", re.ASCII)


def value_name(key: str, value: str) -> str:
    """What a value of a key is called; itself where it has no name."""
    found = VALUES.get(f"{key}.{value}") or VALUES.get(value)
    if found is None and key == "style-name":
        found = NAMES.get(value)
    return found or value


def in_words(text: str, words: Mapping[str, str]) -> str:
    """What a key is for, for who reads no keys: its values by what they are called (`words`), and
    other keys. A name that what it does begins with is not said twice."""

    def told(match: re.Match[str]) -> str:
        code, before, rest = match[1], text[: match.start()], text[match.end() :]
        key_of, _, value = code.partition(": ")
        if code in words:
            called = words[code]
            return "" if rest.startswith(called) or before.endswith(called) else f"“{called}”"
        if not _WORD.match(key_of) or key_of not in NAMES:
            return match[0]
        return f"“{NAMES[key_of]}”" + (f"“{value_name(key_of, value)}”" if value else "")

    return _CODE.sub(told, text)
