"""The comments in the files of a new edition in Chinese, by their English in the templates."""

from typing import Final

_PLACES: Final = "The front page. Places are columns × lines of the grid, both counted from 1:"
_FRONT: Final = "Every key is in docs/spec.md; `banxin schema` helps an editor to know them."
_STYLES: Final = "How each kind of text is set."
_STACK: Final = "A stack: blocks one under the other"
_ARTICLE: Final = "An article under its picture."
_EMPTY: Final = "`picture:` with"
_PARTS: Final = "(引题 主题 副题)"
_KEYS: Final = "键的用法见docs/zh/spec.md。"
_FOLDER: Final = "Nothing needs to stand here."

COMMENTS: Final[dict[str, str]] = {
    f"The root of the project: paths in the specs stay inside this folder. {_FOLDER}": (
        "项目的根：版面文件里的路径都在这个文件夹里面。lang是命令说话用的语言，zh中文，en英文。"
    ),
    "What the pages share. Every key: docs/spec.md, “An edition”.": (
        "本期设置：各版共有的。键的用法见docs/zh/spec.md的“本期设置”。"
    ),
    "报名, as {name} in the header (报眉)": "报名；报眉里写{name}，就换成这个名字",
    "{year} {month} {day}; the {weekday} and {lunar} follow from it": (
        "出版日期：报眉里的{year} {month} {day}；星期{weekday}、农历{lunar}照日期推算"
    ),
    "then {issue} {cn_number} {price} may stand in it, and in a masthead (报头)": (
        "写了，报眉和报头里就可以用{issue} {cn_number} {price}"
    ),
    "then {phone} may stand in the header": "电话，写了，报眉里就可以用{phone}",
    "then {staff}": "编辑，写了，报眉里就可以用{staff}",
    "faces, sizes, colours": "样式表：字体、字号、颜色",
    "lines as a measured daily sets them; without it as the standard says": (
        "照日报的排法；不写照标准"
    ),
    "in their order; `banxin build` makes all of them": "各版按顺序；banxin build全排",
    f"{_STYLES} What is not said is the toolkit's default: docs/spec.md, “Styles”;": (
        "样式表：每种文字怎样排。没写的用现成的，见docs/zh/spec.md的“现成的样式”；"
    ),
    "`banxin fonts` lists the faces.": "有哪些字体，用banxin fonts看。",
    "The main headline of a page; then each story its own voice and its own step.": (
        "先是一版的主题；再是各篇稿件，各有字体，各有轻重。"
    ),
    "the head of a small panel": "小色块的栏头",
    "sizes by their names": "字号可以写名字",
    "inks in per cent; reversed words (反白) stand on it": "油墨的百分数；字在上面反白",
    "delete this row when the text is your own": "代用稿；换上自己的稿子，删掉这一行",
    "delete this when the picture is the true one": "代用图；换上真图，删掉这一行",
    "delete this when nothing stands in any more": "没有代用的了，删掉这一行",
    f"{_PLACES} 四开 has 6 columns of": ("头版。位置用栏和行说，都从1数起：四开有6栏，每栏11字，"),
    f"11字 and 86 lines. {_FRONT}": f"从上到下86行。{_KEYS}",
    f"{_PLACES} 对开 has 8 columns of": ("头版。位置用栏和行说，都从1数起：对开有8栏，每栏13字，"),
    f"13字 and 120 lines. {_FRONT}": f"从上到下120行。{_KEYS}",
    "what the pages share: name, date, styles": "本期设置：各版共有的报名、日期、样式",
    "275 × 390 mm; {preset: tabloid, columns: 5} would change one value": (
        "四开，275×390mm；只改一项，如{preset: tabloid, columns: 5}"
    ),
    "390 × 550 mm; {preset: broadsheet, columns: 7} would change one value": (
        "对开，390×550mm；只改一项，如{preset: broadsheet, columns: 7}"
    ),
    "the folio is at the outer edge: right on odd pages, left on even ones": (
        "版次排在外侧：单数版在右，双数版在左"
    ),
    "Blocks are written in the order they are read.": "各块照阅读的先后写。",
    "Words of the page's own. ` | ` is the break of a couplet: an em of white in one line.": (
        "版上自己的字。` | `隔开上下句：排在一行，中间空一个字。"
    ),
    "A picture is cut to its place. `picture:` with nothing behind it keeps the place empty.": (
        "图裁到地方那么大。picture:后面空着，是给图留地方。"
    ),
    f"{_STACK}, as high as what stands in them; `fill` takes the rest.": (
        "上下排（stack）：几块有多少内容占多高；写fill的，剩下多少占多少。"
    ),
    f"{_STACK}; a row: blocks side by side, all as high as the highest.": (
        "上下排（stack）和并排（row）；并排的几块与最高的同高。"
    ),
    "`fill` takes what the others leave.": "写fill的，别的剩下多少占多少。",
    "导读: `banxin check` holds its titles and page names against the pages.": (
        "导读：banxin check拿标题和版次与各版核对。"
    ),
    "A vertical headline (竖题) to the left of its text, and what is left under it a panel.": (
        "竖题在正文左边；下面剩的地方是一个色块。"
    ),
    "A vertical headline (竖题) to the right of its text.": "竖题在正文右边。",
    "A vertical main headline: each entry is a column, from the right to the left.": (
        "竖的主题：一条是一列，从右往左。"
    ),
    "reversed words (反白), as the fill is dark": "底色深，字反白",
    "Words on a panel: reversed (反白), as the fill is dark.": "色块上的字：底色深，反白。",
    "Words on a panel, running down: reversed (反白), as the fill is dark.": (
        "色块上的竖排字：底色深，反白。"
    ),
    "An article. Its head (引题 主题 副题) is in its file; this says how it is set.": (
        "一篇稿件。引题、主题、副题写在稿件文件里，这里说怎样排。"
    ),
    f"{_ARTICLE} The head {_PARTS} is in the story's file; this says how it": (
        "一篇稿件，上面是图。引题、主题、副题写在稿件文件里，这里说怎样排。"
    ),
    f"is set. A picture is cut to its place, or stands in it whole with `fit: whole`; {_EMPTY}": (
        "图裁到地方那么大；fit: whole是整幅照排；"
    ),
    "nothing behind it keeps the place empty.": "picture:后面空着，是给图留地方。",
    "占9行; steps: the couplet in two steps": "占9行；steps是上下句错开两行",
    "占13行; steps: the couplet in two steps": "占13行；steps是上下句错开两行",
    "小标题 in the middle of two lines": "小标题占两行，居中",
    "四破三; the columns end level": "四破三；各栏拉平",
    "五破三; the columns end level": "五破三；各栏拉平",
    "What text is to run round stands over a story: its place is counted in the story's columns.": (
        "要文字绕着排的，压在稿件上：位置在那篇稿件的栏里数。"
    ),
    "the columns of the page": "用版面的基本栏",
    "A page behind the front page. To add one: copy this file, change `page:`, and name it in": (
        "头版后面的版。要加一版：复制这个文件，改page:，"
    ),
    "edition.yaml.": "再写进edition.yaml的pages。",
    "a style: larger type on lines of its own": "样式名：字大些，行距自定",
    "No picture yet: write a file of assets/ behind `picture:`.": (
        "图还没有来：来了，把assets里的文件名写在picture:后面。"
    ),
    "Each line is set in the style that it names.": "每一行各写样式。",
}
