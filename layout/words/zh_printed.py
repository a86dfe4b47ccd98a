"""What the checks of content of preflight say in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PF08.not-embedded": ("{thing}的字体没有嵌入文件", "导出时嵌入全部字体"),
    "PF08.type3": (
        "{thing}的字体是用图拼成的",
        "换用OpenType、TrueType或Type 1字体",
    ),
    "PF09.broken": ("{thing}的字体坏了：{value}", "重新导出，必要时嵌入完整字体"),
    "PF09.missing": ("{thing}里缺字：{value}{times}", "换用有这些字的字体"),
    "PF10.alternate": ("{thing}用的专色以{value:term}为替代色{times}", "专色的替代色改用CMYK"),
    "PF10.space": ("{thing}是{value:term}{times}，只可用{limit:term}", "转成印刷厂的CMYK"),
    "PF10.unknown": ("{thing}的颜色读不懂{times}", "以CMYK重新导出"),
    "PF11.spot": ("印刷厂没有{thing}这种墨{times}", "转成CMYK，或让印前部列入预检方案"),
    "PF12.alike": (
        "专色{value:quoted}与{limit:quoted}是一种油墨两个名字，会出两块版",
        "统一名称",
    ),
    "PF13.inside": ("成品框内的{thing}用了套版色{times}", "套版色只用于规矩线，改用单黑"),
    "PF14.flat": (
        "{thing}总墨量{value:.0f}%，超过{limit:.0f}%{times}",
        "减墨，或以黑版代替三色灰",
    ),
    "PF14.more": ("此处总墨量也超过{limit:.0f}%", "减墨"),
    "PF14.over": (
        "总墨量{value:.0f}%，超过{limit:.0f}%：共{area:.0f} mm²，占版面{share:.2f}%，"
        "最重处距左{x:.0f} mm、距上{y:.0f} mm",
        "图片按新闻纸分色，色块减墨",
    ),
    "PF15.coarse": (
        "{thing}只有{value:.0f}ppi，低于{limit:.0f}{times}",
        "换大图，或缩小",
    ),
    "PF16.coarse": (
        "线条稿{thing}只有{value:.0f}ppi，低于{limit:.0f}{times}",
        "以1200ppi重扫，或用矢量图",
    ),
    "PF17.knocks-out": (
        "{thing}：{value:.1f}pt黑字镂空，小于{limit:.0f}pt应叠印{times}",
        "设为叠印",
    ),
    "PF17.mode": (
        "{thing}：{value:.1f}pt黑字设了叠印，仍会镂空{times}",
        "退给出PDF的人重做（预检17）",
    ),
    "PF18.knocks-out": (
        "{thing}：{value:mm}黑线镂空，细于{limit:mm}应叠印{times}",
        "线改用单黑叠印；外来的PDF退给对方重做（预检18）",
    ),
    "PF19.white": ("{thing}是白色却设了叠印，可能看不见{times}", "白色改为镂空"),
    "PF20.gray": (
        "{thing}：{value:.1f}pt黑字用的是灰度，不能叠印{times}",
        "改用CMYK的单黑",
    ),
    "PF21.rich": (
        "{thing}：黑字墨量{value:.0f}%，超过{limit:.0f}%{times}",
        "改用单黑",
    ),
    "PF22.inks": (
        "{thing}：{value:.1f}pt字用{inks}种墨套印，{limit:.0f}pt以上才可{times}",
        "改用一种墨，或加大",
    ),
    "PF22.reversed": (
        "{thing}：{value:.1f}pt反白字压在{inks}种墨上，至少{limit:.0f}pt{times}",
        "加大加粗，或改浅底黑字",
    ),
    "PF23.small": ("{thing}：字只有{value:.1f}pt，至少{limit:.0f}pt{times}", "加大字号"),
    "PF24.hairline": ("{thing}：线只有{value:mm}，至少{limit:mm}{times}", "加粗"),
    "PF24.tinted": (
        "{thing}：套印或加网的线只有{value:mm}，至少{limit:mm}{times}",
        "加粗，或改用一种墨的实地",
    ),
    "PF31.outside": (
        "{thing}：字距成品边{value:.1f} mm，至少{limit:.0f} mm{times}",
        "往里移",
    ),
    "PF32.unlike": (
        "{thing}按{value:quoted}分色，版面用的是{limit:quoted}{times}",
        "照版面的印刷条件重新分色",
    ),
    "PF33.dark": (
        "{thing}：{ink:term}{value:.1f}%，超过{limit:.0f}%会糊死{times}",
        "调浅，或用实地",
    ),
    "PF33.faint": (
        "{thing}：{ink:term}{value:.1f}%，不到{limit:.0f}%会丢网点{times}",
        "加深，或去掉",
    ),
    "PF33.photo-dark": (
        "{thing}：{value:.0f}%的面积黑版超过{limit:.0f}%{times}",
        "按新闻纸分色，提亮暗部",
    ),
    "PF33.photo-faint": (
        "{thing}：{value:.0f}%的面积不到{limit:.0f}%{times}",
        "亮部加一点网点，或做成白纸",
    ),
    "PF34.covered": "各版覆盖率：{value}",
    "PF34.empty": "{ink:term}版是空版",
    "part.pdfread-cmap-named": "编码用{name}，文件里没有",
    "part.pdfread-font-unread": "文件里的字体已损坏",
    "part.press-covers": "{ink:term}{share:.2f}%",
    "part.press-font-unread": "字体{font}的字形读不出：{why}",
    "part.press-inline": "内嵌图像",
    "part.press-no-intent": "没有带特性文件的输出意图可比",
    "part.press-path": "图形",
    "part.press-picture": "图像（对象{number}）",
    "part.press-plates": "第{page}页墨量不能确定：{why}",
    "part.press-shading": "渐变",
    "part.press-spot": "专色{name:quoted}",
    "part.press-times": "（{count}处）",
    "part.press-too-many": "第{page}页图形太多，反白字下面没有查完",
    "part.press-type": "字体{font}（对象{number}）",
    "part.seen-beside": "“{words}”旁的{what}",
    "part.seen-font": "用{font}排的字",
    "part.seen-picture": "图片（{across}×{down}像素）",
    "part.seen-words": "“{words}”",
}
