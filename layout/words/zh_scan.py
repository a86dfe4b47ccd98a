"""What comparing with a scan says in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "SCAN-LAY.coarse": (
        "版面在扫描图上每英寸只有{dpi:.0f}像素，太粗，量不准：至少{least_dpi:.0f}",
        "用150dpi以上重扫",
    ),
    "SCAN-LAY.empty": ("版上内容太少，在扫描图里找不到", "换有文字或图片的版"),
    "SCAN-LAY.framed": (
        "像是同一框架的另一版：有{count}块在扫描图上找不到，找到的各处相差达{apart_mm:.1f} mm",
        "与印出的同一版比；确是这一版，就把纸晾干压平，重扫",
    ),
    "SCAN-LAY.mirrored": ("扫描图左右反了", "翻过来；胶片是从背面扫的"),
    "SCAN-LAY.neighbour": (
        "扫描图上是{other}，不是{page}：前者有{other_percent:.0f}%在图上找到",
        "用{file}与这张扫描图比",
    ),
    "SCAN-LAY.other": (
        "扫描图上不是这一版：版上{features}处特征，只有{agreed}处对得上",
        "与印出的同一版比；确是这一版，就用--points给出三四个对应点",
    ),
    "SCAN-LAY.part": (
        "扫描图上版面太少：只有{shown_percent:.0f}%，可量的{pieces}处",
        "扫整版，或扫大一些的部分",
    ),
    "SCAN-LAY.points-flat": (
        "--points的点在一条线上或挤在一处",
        "选三四个相距远的点：版心的四角",
    ),
    "SCAN-LAY.points-nothing": (
        "按--points的点，扫描图上不是这一版：只找到{pieces}处",
        "核对各点：距成品左边、上边的毫米=扫描图的像素",
    ),
    "SCAN-LAY.slanted": ("扫描图拍得太斜，量不了", "正上方拍，或放平扫描"),
    "SCAN-LAY.stretched": (
        "纸张伸缩最大{stretch_mm:.1f} mm，两处相差{apart_mm:.1f} mm：超过{most_mm:.1f} mm，"
        "分不清是印歪还是纸变形",
        "纸晾干压平，重扫",
    ),
    "SCAN-LAY.undrawn": ("{name}是版面清单，没有字体，画不出来", "给版面文件，或同一次生成的PDF"),
    "SCAN-LAY.unlike": (
        "版面只有{found_percent:.0f}%在扫描图上找到：是别的版，或别的日期",
        "与印出的同一版比",
    ),
    "SCAN-POINTS.count": (
        "给了{count}对点：要{least}至{most}对",
        '--points "20,30=118,177; 370,30=2185,180; 370,520=2183,3071; 20,520=117,3070"',
    ),
    "SCAN-POINTS.one": ("扫描图有{pages}页，--points只用于一页", "把那一页另存一个文件"),
    "SCAN-POINTS.pair": (
        "“{text}”不是一对点",
        "距版面左边、上边的毫米=扫描图的像素：20,30=118,177",
    ),
    "SCAN-TOOLS.missing": ("与扫描图比要装{packages:and}", "pip install 'banxin[scan]'"),
    "part.scan-bare": "{block}：没有可量的内容",
    "part.scan-block": "{block}",
    "part.scan-bottom": "下",
    "part.scan-down-by": "偏下{mm:.2f}±{error_mm:.2f} mm",
    "part.scan-dpi": "文件写的是{told_dpi:.0f}dpi，按本版量是{dpi:.1f}",
    "part.scan-field": "第{row}排第{column}格",
    "part.scan-good": "各处偏差都不超过{tolerance_mm:g} mm",
    "part.scan-head": "{block}：标题“{text}”{shift}",
    "part.scan-is-fair": "尚可",
    "part.scan-is-good": "好",
    "part.scan-is-poor": "差",
    "part.scan-kind-good": "在位",
    "part.scan-kind-off": "有偏差",
    "part.scan-kind-unseen": "没有比",
    "part.scan-left": "左",
    "part.scan-left-by": "偏左{mm:.2f}±{error_mm:.2f} mm",
    "part.scan-lies": (
        "{name}在{scan}上：转{turn:.2f}°，每英寸{dpi_x:.1f}×{dpi_y:.1f}像素，"
        "梯形变形{keystone_mm:.1f} mm"
    ),
    "part.scan-line": "{block}：第{column}栏第{line}行“{text}”{shift}",
    "part.scan-missing": "{page}没有扫描图",
    "part.scan-moved": "{block}：{shift}",
    "part.scan-negative": "扫描图是负片，已反转再比",
    "part.scan-no-page": "{file}没有第{page}页，共{pages}页",
    "part.scan-none": "{scan}：{why}",
    "part.scan-off": "{count}块偏差超过{tolerance_mm:g} mm，或与本版不同",
    "part.scan-other": "{block}：没找到，{share}与印出的不同",
    "part.scan-out": "{block}：不在扫描图上",
    "part.scan-page": "{file}第{page}页",
    "part.scan-part-only": "{came}；版面有{percent:.0f}%不在扫描图上，{count}块没有比全",
    "part.scan-partly": "{block}：只有{share}在扫描图上",
    "part.scan-percent": "{percent:.0f}%",
    "part.scan-pixels": "{file}有{million:.0f}百万像素，最多读{most_million:.0f}百万",
    "part.scan-print": "{page}印样的扫描图",
    "part.scan-right": "右",
    "part.scan-right-by": "偏右{mm:.2f}±{error_mm:.2f} mm",
    "part.scan-set": (
        "比了{pages}页扫描图，{good}页好，{off}页有偏差或没有比全，{lost}页没法比"
        "，{other}页不是这里的版"
    ),
    "part.scan-shift": "{parts}",
    "part.scan-shown": "扫描图上有版面的{percent:.0f}%",
    "part.scan-side": "{block}：{side}边{shift}",
    "part.scan-small": "{file}只有{width_px}×{height_px}像素，不够一版",
    "part.scan-sure": (
        "纸张伸缩最大{stretch_mm:.2f} mm；定位误差不超过{error_mm:.2f} mm，"
        "图上的版面对上{found_percent:.0f}%，可信度：{confidence}"
    ),
    "part.scan-top": "上",
    "part.scan-unknown": "{file}不是能读的扫描图：要PNG、JPEG、TIFF、JPEG 2000或PDF",
    "part.scan-unlike": "{block}：{share}与印出的不同",
    "part.scan-up-by": "偏上{mm:.2f}±{error_mm:.2f} mm",
}
