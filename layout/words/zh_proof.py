"""What proofs say in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "part.layer-baselines": "基线",
    "part.layer-blocks": "块",
    "part.layer-class-close": "后引号、后括号",
    "part.layer-class-digit": "数字",
    "part.layer-class-latin": "外文",
    "part.layer-class-open": "前引号、前括号",
    "part.layer-class-other": "破折号、省略号、间隔号等",
    "part.layer-class-pause": "点号，、；：",
    "part.layer-class-stop": "点号。？！",
    "part.layer-classes": "字符类别",
    "part.layer-correction": "改样",
    "part.layer-corrections": "改样",
    "part.layer-findings": "查出的问题",
    "part.layer-frames": "栏框",
    "part.layer-gave-half": "标点让出¼字以上",
    "part.layer-gave-quarter": "让出¼字以内",
    "part.layer-grid": "栏",
    "part.layer-jump-from": "接{page}",
    "part.layer-jump-to": "转{page}",
    "part.layer-lines": "五行线",
    "part.layer-loose": "松紧",
    "part.layer-numbers": "行号",
    "part.layer-squeezes": "挤压",
    "part.layer-thread": "串文：下文接哪一栏",
    "part.layer-threads": "串文",
}
