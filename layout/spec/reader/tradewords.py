"""Words of the trade for the keys and values of a spec: what an editor who writes 栏数 means.

Asked only for a word that a spec does not know, so that the hint beside the fault is a word that
it does.
"""

from collections.abc import Iterable
from typing import Final

from layout.words.said import Said, said

KEY_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "columns": ("栏数", "栏", "分栏", "几栏", "通栏"),
    "cols": ("栏位", "占栏", "列"),
    "lines": ("行数", "行", "占行", "高"),
    "at": ("位置", "版位"),
    "from": ("起点", "左起", "从"),
    "width": ("宽", "宽度"),
    "column": ("栏宽",),
    "title": ("标题", "主题", "主标题", "正题", "大标题", "题目", "题"),
    "kicker": ("引题", "肩题", "眉题", "引标题", "引标"),
    "subtitle": ("副题", "副标题", "子题", "副标"),
    "summary": ("提要", "提要题", "摘要", "内容提要", "导语"),
    "label": ("栏题", "栏头", "栏目", "栏目题"),
    "byline": ("作者", "署名", "记者", "通讯员", "撰稿"),
    "dateline": ("电头", "讯头", "消息头"),
    "byline_at": ("署名位置", "题下署名"),
    "picture": ("图片", "照片", "图", "配图", "插图"),
    "pictures": ("组图", "组照"),
    "caption": ("图说", "图注", "图片说明", "说明"),
    "credit": ("图片作者", "摄影", "供图", "摄"),
    "story": ("正文", "稿件", "稿子", "文章", "稿", "文"),
    "text": ("文字", "内容"),
    "page": ("版", "版次", "版面", "版号", "页"),
    "format": ("版式", "开本", "版型", "幅面"),
    "header": ("报眉", "版眉", "表头"),
    "name": ("报名", "报纸", "报刊名"),
    "date": ("日期", "出版日期"),
    "weekday": ("星期", "星期几"),
    "edition": ("期", "刊期", "报期"),
    "styles": ("样式", "样式表"),
    "style": ("样式", "字样"),
    "blocks": ("块", "版块", "稿块"),
    "headline": ("题式", "标题样式", "标题区"),
    "body": ("正文", "正文样式"),
    "subhead": ("小标题", "小题"),
    "initial": ("首字下沉", "首字", "首字放大"),
    "jump_to": ("下转", "转版"),
    "jump_from": ("上接",),
    "jump_title": ("转版题", "上接题", "接题", "短题"),
    "index": ("导读", "要目"),
    "credits": ("版权", "责编", "责任编辑", "编辑"),
    "table": ("表", "表格"),
    "notes": ("表注", "注"),
    "unit": ("单位",),
    "widths": ("列宽",),
    "ruling": ("表线", "表格线"),
    "rules": ("线", "框线", "水线", "边框", "花边"),
    "fill": ("底色", "底纹", "填充"),
    "vertical": ("竖排", "直排"),
    "face": ("字体",),
    "size": ("字号", "大小"),
    "leading": ("行距",),
    "h_scale": ("长体", "长", "平体", "字宽", "收窄"),
    "v_scale": ("扁体", "扁", "字高", "压扁"),
    "optical": ("光学字距", "匀字距", "字距均匀"),
    "mark_blank": ("标点空", "标点间距", "引号间距"),
    "color": ("颜色", "色"),
    "align": ("对齐",),
    "indent": ("缩进",),
    "strip": ("中缝", "中缝块"),
    "gutter": ("栏距", "栏空", "栏间", "中缝"),
    "bleed": ("出血",),
    "top": ("天头",),
    "inset": ("内空", "内边距"),
    "gap": ("间隔", "间距"),
    "reverse": ("反白",),
    "corners": ("圆角", "转角"),
    "keyline": ("图边线", "边线", "细框"),
    "over": ("压在", "压图", "叠在"),
    "captions": ("图说排法",),
    "caption_mark": ("图说记号", "图说三角"),
    "corner": ("压角", "哪一角"),
    "out": ("伸出",),
    "beyond": ("伸出块外",),
    "edge": ("白边",),
    "wrap": ("绕排", "文围图", "绕图"),
    "fit": ("凑满", "凑版"),
    "stack": ("上下排",),
    "row": ("并排",),
    "rule": ("栏线", "题线"),
    "span": ("跨栏",),
    "alone": ("只排主题", "只要主题"),
    "level": ("拉平", "齐栏", "禁则"),
    "end": ("文末符号",),
    "foot": ("附注", "文末附注"),
    "advert": ("广告",),
    "stands_in": ("代用",),
    "evidence": ("原报情况",),
    "staff": ("本版编辑", "版面编辑"),
    "phone": ("电话", "热线"),
    "facing": ("通版", "连版", "跨版", "对开版"),
    "between": ("水线", "文间线", "分隔线", "栏线"),
    "part": ("部分", "哪一版"),
    "spread": ("对页",),
    "checks": ("检查", "查版"),
    "accept": ("准许", "例外"),
    "faces": ("自备字体",),
    "colors": ("颜色表",),
    "spot": ("专色", "专色名"),
    "as": ("代替色", "替代色"),
    "tracking": ("字距",),
    "stroke": ("描边",),
    "digits": ("数字", "数字宽"),
    "punctuation": ("标点", "标点宽"),
    "hanging": ("标点悬挂", "悬挂"),
    "masthead": ("报头", "报题"),
    "client": ("客户", "广告客户", "广告主"),
    "booked": ("规格", "广告规格", "订版"),
    "rate_card": ("刊例", "广告价目"),
    "code": ("码", "二维码", "条码", "条形码"),
    "codes": ("报头二维码",),
    "qr": ("二维码",),
    "barcode": ("条码", "条形码"),
    "addon": ("附加码", "附加条码"),
    "magnification": ("放大系数", "放大倍数"),
    "reduction": ("缩条", "条宽缩减"),
    "imprint": ("报尾", "版权页", "尾栏"),
    "press": ("付印", "印刷", "制版"),
    "profile": ("特性文件", "色彩特性文件", "ICC"),
    "condition": ("印刷条件", "输出意图", "输出条件"),
    "ink_limit": ("总墨量", "墨量上限", "叠墨上限"),
    "paper": ("报社", "本报"),
    "lunar": ("农历", "阴历", "夏历", "旧历"),
    "issue": ("期号", "期数", "总期号"),
    "cn_number": ("刊号", "统一刊号", "国内统一刊号", "国内统一连续出版物号"),
    "issn": ("国际刊号", "国际标准刊号"),
    "postal": ("邮发代号", "邮发"),
    "price": ("定价", "零售价", "售价"),
    "website": ("网址", "网站"),
    "mail": ("邮箱", "电子邮箱"),
    "address": ("社址", "地址"),
    "publisher": ("主办", "主管主办", "出版单位"),
    "lettering": ("题字", "题签", "题写"),
    "latin": ("外文报名", "英文报名", "拼音报名"),
    "logo": ("报徽", "题字图", "报名图"),
    "without": ("休刊", "停刊"),
    "weekdays": ("出报日", "出版日"),
    "house": ("排法", "社风", "排字规矩", "排版风格"),
}
"""Keys with the words that newspapers have for them."""
_IN_A_STORY: Final = ("title", "kicker", "subtitle", "summary", "label", "byline", "dateline")
VALUE_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "tabloid": ("四开", "4开", "四开报", "小报", "四开小报"),
    "broadsheet": ("对开", "对开报", "大报", "二开"),
    "left": ("左", "左边", "居左", "靠左", "左齐", "左对齐"),
    "right": ("右", "右边", "居右", "靠右", "右齐", "右对齐"),
    "center": ("中", "居中", "中间", "中齐"),
    "justify": ("两端对齐", "两端", "齐行"),
    "above": ("上", "上边", "上面", "上方"),
    "below": ("下", "下边", "下面", "下方"),
    "inside": ("里", "内", "里面", "图内"),
    "beside": ("旁边", "串文", "侧面"),
    "top": ("上", "靠上", "顶", "上边"),
    "middle": ("中", "居中", "中间"),
    "bottom": ("下", "靠下", "底", "下边"),
    "head": ("文前", "题下", "开头"),
    "end": ("文末", "末尾", "文尾"),
    "stack": ("上下排", "上下", "两行", "竖列", "叠排", "分行"),
    "row": ("并排", "横排", "一排"),
    "down": ("竖排", "直排", "竖", "竖着排"),
    "across": ("横排", "横着排", "横", "横题"),
    "column": ("上下排", "竖列", "一列", "上下", "本栏"),
    "grid": ("格子", "网格", "方阵", "田字格"),
    "mosaic": ("主次拼排", "拼排", "拼图"),
    "overlap": ("叠图", "叠放", "压角"),
    "own": ("各自", "各排各的"),
    "together": ("一处", "排在一处", "合排"),
    "top-left": ("左上", "左上角"),
    "top-right": ("右上", "右上角"),
    "bottom-right": ("右下", "右下角"),
    "bottom-left": ("左下", "左下角"),
    "line": ("一行", "排一行", "单行", "一行题"),
    "steps": ("错开", "阶梯", "错行"),
    "balance": ("匀行", "均分"),
    "fill": ("撑满", "拉满"),
    "whole": ("整幅", "不裁", "全图"),
    "cover": ("铺满", "裁满"),
    "skip": ("不查", "跳过"),
    "info": ("提示",),
    "warning": ("警告",),
    "error": ("错误",),
    "half": ("半角", "半身"),
    "proportional": ("比例",),
    "drawn": ("照字体", "原样"),
    "daily": ("日报", "大报排法"),
    "kaiming": ("开明", "开明式"),
    "quanjiao": ("全角", "全角式"),
    "banjiao": ("半角", "半角式"),
    "hangmobanjiao": ("行末半角", "行末半角式"),
    **{day: (f"周{day}", f"星期{day}", f"礼拜{day}") for day in "一二三四五六"},
    "日": ("周日", "星期日", "星期天", "周天", "天", "礼拜天"),
    "point": ("小数点", "按小数点", "个位对齐", "数字"),
    "three": ("三线", "三线表"),
    "all": ("全线", "格线", "全框", "全部"),
    "none": ("无", "无线", "不要", "没有"),
    "strip": ("中缝",),
    "thin": ("水线", "正线", "细线", "单线", "细正线"),
    "thick": ("反线", "粗线"),
    "double": ("双线", "双正线", "双细线"),
    "double-thick": ("双反线", "双粗线"),
    "wenwu": ("文武线", "文武", "子母线", "正反线"),
    "wenwuwen": ("文武文线", "文武文"),
    "dotted": ("点线", "圆点线"),
    "dashed": ("虚线", "短线"),
    "wavy": ("曲线", "波浪线", "波纹线"),
    "double-wavy": ("双曲线", "双波浪线"),
    "meander": ("回纹", "回纹花边", "回字纹"),
    "rope": ("绳纹", "绳纹花边"),
    "beads": ("圆点", "圆点花边", "珠线"),
    "lozenge": ("菱纹", "菱纹花边", "菱形花边"),
    "corners": ("双线方角", "方角"),
    "masthead": ("报头线",),
    "foot": ("报尾线",),
}
"""Values of a choice, and built-in rules, with the words for them."""


def meant_key(word: str, known: Iterable[str]) -> Said | str:
    """`did you mean "columns"?` for 栏数, or where the key of that name stands; empty for a word
    that is none of the trade's."""
    keys = [key for key, words in KEY_WORDS.items() if word.strip() in words]
    here = [key for key in keys if key in set(known)]
    if here:
        return said("part.did-you-mean", word=here[0])
    if "story" in keys and "kicker" in known:
        return said("part.text-below-head")
    if not keys:
        return ""
    if keys[0] in _IN_A_STORY:
        return said("part.key-of-story-head", key=keys[0])
    return said("part.key-of-other-place", key=keys[0])


def meant_kind(word: str, kinds: Iterable[str]) -> Said | str:
    """`did you mean "masthead"?` for 报头 among the keys that name a kind; or nothing."""
    near = next((kind for kind in kinds if word.strip() in KEY_WORDS.get(kind, ())), "")
    return said("part.did-you-mean", word=near) if near else ""


def key_for(word: str) -> str:
    """The first key that a word of the trade stands for, wherever it stands; or nothing."""
    return next((key for key, words in KEY_WORDS.items() if word in words), "")


def meant_value(word: str, choices: Iterable[str]) -> Said | str:
    """`did you mean "tabloid"?` for 四开, or nothing."""
    near = next((c for c in choices if word.strip() in VALUE_WORDS.get(c, ())), "")
    return said("part.did-you-mean", word=near) if near else ""
