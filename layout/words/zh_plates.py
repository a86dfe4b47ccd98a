"""What separations say in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PLATES.fault": "{file}：{fault}",
    "PLATES.ghostscript": (
        "Ghostscript分不了这一版的色：{why}",
        "去掉--by ghostscript，由版心自己分色",
    ),
    "PLATES.inks": "{count}种油墨，一版最多{most}种",
    "PLATES.no-ghostscript": (
        "没有装Ghostscript",
        "装软件包ghostscript；去掉--by ghostscript就不用装",
    ),
    "PLATES.size": (
        "色版{width_px}×{height_px}像素，超出限度：每版最多{most}像素",
        "--dpi改小些",
    ),
    "part.plates-annotations": "有外观的批注",
    "part.plates-area": "{area:.1f}mm²，占版面{percent:.2f}%，{places}处",
    "part.plates-at": "{percent:.0f}%，距左{x_mm:.0f}mm、距上{y_mm:.0f}mm",
    "part.plates-bits": "每色{bits}位的多色图",
    "part.plates-blend": "混合模式{mode}，各色合在一起算",
    "part.plates-box": "距左{left:.0f}—{right:.0f}mm，距上{top:.0f}—{bottom:.0f}mm",
    "part.plates-each": "{percent:.2f}%",
    "part.plates-empty": "空版",
    "part.plates-inks": "专色和四色共{count}种，只分{most}种",
    "part.plates-jpx": "JPEG 2000的图",
    "part.plates-keyed": "有一色不显示的多色图",
    "part.plates-mended": "文件有损坏，修补后才读出：{why}",
    "part.plates-missed": "没有量",
    "part.plates-most-mean": "墨最多处（{area:g}mm²平均）",
    "part.plates-most-pixel": "墨最多处（一个像素）",
    "part.plates-over-mean": "超过{limit:g}%（{area:g}mm²平均）",
    "part.plates-over-pixel": "超过{limit:g}%（像素）",
    "part.plates-page": "{page}：{dpi:g}ppi，分色：{by}",
    "part.plates-picture": "解不开的图",
    "part.plates-rgb": "RGB：灰全算黑墨，是最少的墨量",
    "part.plates-rgb-picture": "RGB色表的图",
    "part.plates-rgb-shading": "RGB的渐变",
    "part.plates-seconds": "超过{seconds}秒",
    "part.plates-shading": "第{kind}类渐变",
    "part.plates-space": "{space}的颜色",
    "part.plates-status": "退出码{status}",
    "part.plates-transfer": "传递曲线",
    "part.plates-type3": "自带颜色的Type 3字体",
    "part.plates-unread": "读不懂的内容",
}
