"""The comments in the files of an import in Chinese, by their English. A brace stands for what
differs from file to file, and is kept."""

from typing import Final

_WHOLE: Final = "Every word is on it and nothing overlaps;"

COMMENTS: Final[dict[str, str]] = {
    f"{{name}}: a first page, made from the OCR text. {_WHOLE}": (
        "{name}：由OCR文本排出的初样。字一个不少，各块不相重叠；"
    ),
    f"{{name}}: a first page, made from the copy from Word. {_WHOLE}": (
        "{name}：由Word稿件排出的初样。字一个不少，各块不相重叠；"
    ),
    "composing it is yours. Places are columns × lines of the grid, from 1: {example}.": (
        "怎样排，自己定。位置用栏和行说，都从1数起，如{example}。"
    ),
    "Good first steps: fewer, wider columns for the lead story ({example} in cols 1-3),": (
        "先做这几样：头条少分几栏、排宽些（占cols 1-3，{example}），"
    ),
    "a seventh of the page for the picture, a size of its own for each headline ({example}).": (
        "图占版面七分之一，各篇标题用各自的字号（{example}）。"
    ),
    "{command} makes the page; {again} makes it again at each save.": (
        "{command}排出这一版；{again}存一次盘，重排一遍。"
    ),
    "{width} × {height} mm, {columns} columns × {column} zi, gutter 1 zi, 9 pt, {lines} lines": (
        "{width}×{height}毫米，{columns}栏，每栏{column}字，栏距1字，9磅，{lines}行"
    ),
    "sizes after the length of the headlines": "标题有长有短，字号另定",
    "Sizes at which the longest line of each style still fits the page.": (
        "各样式最长的一行也排得下的字号。"
    ),
    "报眉; {fields} are filled in": "报眉；{fields}自动填上",
    "策划, 执行: from edition.yaml": "策划、执行写在edition.yaml里",
    "导读: what the other pages hold": "导读：别的版上有什么",
    "the page's one colour": "全版只用这一种颜色",
    "of whole characters, evenly filled": "每栏取整数个字，各栏拉平",
    "占行: the text begins below": "占行：正文从下面排起",
    "the OCR text has no pictures: name the file here, such as": (
        "OCR文本里没有图：在这里写文件名，如"
    ),
    "assets/park.jpg, and take this line out": "assets/park.jpg，并删掉这一行",
    "What the pages of this issue share, as the text of the page gives it.": (
        "本期设置：各版共有的，照文本里写的。"
    ),
    'name: "…"          the paper\'s name is not in the text: write it here': (
        'name: "…"          报名：文本里没有，写在这里'
    ),
    "date: 2019-09-20   the date is not in the text: write it here": (
        "date: 2019-09-20   日期：文本里没有，写在这里"
    ),
    "as printed; checked against the date": "照原报；与日期核对",
    "named in the header (报眉)": "排在报眉里",
    "named under the main headline": "排在大标题下面",
}
NOTES: Final[dict[str, str]] = {"goes on from {file}": "接{file}"}
"""Of the head of a story that was divided."""
