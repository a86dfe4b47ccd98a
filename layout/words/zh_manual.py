"""The fixed words of the manual in Chinese: for docs/zh/spec.md and docs/zh/checks.md.

By the names of `layout.words.manual`; what keys, mappings and checks are for is in `zh_keys`.
"""

from typing import Final

_EXAMPLE_PAGE: Final = """\
page: B1
date: 2019-09-20
format: broadsheet          # 对开：390×550mm，8栏，每栏13字，120行；各项都可以在这里另定
header:
  lines: 3
  left: ["{year}年{month}月{day}日 {weekday}"]
blocks:
  - id: main
    text: [{text: "凝心聚力谋发展 | 继往开来谱新篇", style: main}]
    at: {cols: 1-8, lines: 5-12}    # 占第1至8栏、第5至12行，都从1数起
  - id: market
    story: stories/market.md
    at: {cols: 1-3, lines: 14-23}
    columns: 2
    headline: {lines: 6, size: 24pt}
    rules: thin
"""

_EXAMPLE_STORY: Final = """\
---
kicker: 城市记忆——
title: 河边的早市
---

河边的早市有四十年了。卖菜的老周说：“从前只有三五个摊，如今一百八十个。”

他每天四点起床，先到批发市场，再赶回来占位置，2024年也不例外。
"""

_INTRO: Final = """\
# 版面文件的写法

一个版写一个版面文件，每篇稿件写一个稿件文件，放在旁边。版面文件用YAML格式，就是一行一项、前面是\
键（英文）、冒号后面是值的文本；稿件用Markdown格式，就是加几个符号的文本。下面是一个能排出来的\
版，`B1.yaml`：

```yaml
{example_page}```

这是版上的稿件，`stories/market.md`：

```markdown
{example_story}```

`banxin build B1.yaml`排出`out/B1.pdf`。写错了，命令会说在哪个文件、哪一行、哪一列，写的是什么，\
应该是什么。

想照着一步一步做，看[从空文件夹到付印](howto.md)。知道报社的叫法，不知道写什么键，看[报社的叫法\
](#报社的叫法)。这一篇是查键用的：程序照自己的表写出来（\
`python -m layout.spec.reference --lang zh`）。`banxin schema --lang zh`给出同样的内容，供编辑软\
件补全和核对。

## 处处一样的规矩

- **文字就是文字**。该写文字的地方，`NO`、`on`、`1.10`、`010`、`390:30`都照字面排，不猜。数写成\
`13`、`0.5`：不用指数，不用`_`，不用全角数字。
- **键不写，就用默认值**。写了键、后面空着，算错，会说（只有`picture:`可以空着，表示图还没来）。
- **简写**。一组键值常可以只写一个值：`format: tabloid`、`columns: 2`、`rules: thin`；一行字可以\
只写字。
- **路径**从写路径的那个文件算起，或从项目的根算起；往上找，最近一个有`banxin.yaml`的文件夹就是\
根。不能出根外。路径里用`/`。
- **长度**要带单位：`pt`（点、磅） `mm` `cm` `in` `q`（级，四分之一毫米），`em`（字宽，跟着当时的\
字号）、`zi`（正文的一个字）、`lines`（版面的一行）；也可以写字、行、级、毫米、点、磅。字号可以写\
名字：{hao}。
- **颜色**写油墨的百分数，如`M100 Y100`、`K30`；或写名字：{colors}，还有自己起名的。名字后面写\
百分数，是这个颜色的平网：`accent 30%`。专色在样式表的`colors:`里定。
- **锚点**（`&a`、`*a`）可以少写几遍；合并键（`<<`）和标签（`!x`）不用。
- **引号**。文字以`@ & * ! | > % [`、花括号、反引号开头，或者里面有冒号加空格、空格加#，要整段加\
引号，因为YAML把这些符号留给自己用。#加空格是注释，不排；#后面紧跟着字，会提示。
- **编码**是UTF-8，有没有字节序标记都行；换行符不拘。
- **限度**：{limits}。
- `--set 键.键=值`只改这一次：`--set format.columns=7`，`--set blocks.market.at.lines=30-42`（块\
用id指，或用从1数起的号码）。
"""

_STORY_TEXT: Final = """\
稿头写在两行`---`之间。下面是正文：段与段之间空一行，段里可以用这些符号：

| 写 | 排 |
|---|---|
| `### 小标题` | 小标题单占一行，样式`subhead` |
| `#### 一、统筹推进` | 标题接排在下面一段的段首 |
| `**黑体**` `*楷体*` `***都写***` | 黑体，楷体，黑体 |
| `10^3^` `m^2^` `甲^[1]^` | 上标：缩小，升高；前面不换行 |
| `H~2~O` `PM~2.5~` | 下标，接在字母、括号或别的符号后面；`17^2^/~3~`是分数 |
| `[文字](https://…)` | 只排文字；只认http、https、mailto这几种链接 |
| `<https://…>` `<mailto:…>` | 排网址、邮址本身 |
| `[字句]{着重}` | 每个汉字下加点（着重号） |
| `[字句]{下划线}` `[字句]{波浪线}` | 下面画直线、画浪线 |
| `[字句]{框}` | 四周加框 |
| `[字句]{红}` `[字句]{醒目}` | 用这个名字的颜色；用这个样式的字体、字号、颜色 |
| `[株洲]{音 zhū zhōu}` | 逐字注音，用样式`拼音` |
| `[^1]`，另起一行`[^1]: 注文` | 注号①；注文排在注号所在那一栏的底下，用样式`脚注` |
| `[字句]{不断}` | 排在一行里，比一行长的除外 |
| `[字句]{断行}` | 在这几个字后面断行，两端照样齐 |
| `{落款} 文字` | 这一段用这个样式；几个名字之间空一格 |
| `:::楷体`、各段、`:::` | 中间各段都用这个样式 |
| `> 文字` | 引文，用样式`引文` |
| 每行前写`\\| 文字` | 诗，用样式`诗`，一行排一行；单写`\\|`的一行隔开两节 |
| `- 文字`、`1. 文字` | 列表的一项，用样式`列表`；多空两格，低一级 |
| `{缩1行} 文字`、`{撑1行} 文字` | 这一段手工缩、撑几行 |
| 行末的`\\` | 到这里换行，下一行不缩进 |
| `\\*` `\\^` `\\~` `\\[` …… | 排符号本身 |

几样可以写在一个花括号里，中间空一格：`[字句]{着重 红}`。竖排时点在右边，线在左边。样式的字号按\
与正文的比例算。行间画不下的会提示（MARK-ROOM），说差多少磅。`音`写在花括号里的最后，一字一组，\
中间空一格，外文一个词算一字，标点不算。注音比字宽，伸到旁边没有注音的字上面，至多伸到一半；\
两个都长，字就让开。

注文写在文章的哪里都行，到空行为止。注号的样子由稿头的`note_sign`定。脚注从那一栏的底下占整行，\
上面一条短线；各栏拉齐时，连注文一起齐。有注没有号、有号没有注、注排不下、注号在两栏之间来回跑\
空出来的行，都会提示（NOTE）。

`:::列表`与`:::`之间，或者`{列表}`后面，照打的序号也成一项：一、（一）1. 1、（1）1）① A. ●之类；\
换一种序号就低一级。同一列表同一级的文字，都与最宽的序号后面对齐。`:::诗`与`:::`之间，或者`{诗}`后面，\
一行就是一行。日期跟在落款下面，就在落款下面居中，不超出日期自己该靠到的右边。手工缩行，先挤标点和\
间隙，再把字距最多紧2%，再把标点都收成半角，再两样都用；撑行时，字距最多松到八分之一字（HAND）。

符号紧贴文字，两头在同一段里，可以套着用。段首标题的字体、字号、数字照样式`runin`。上标、下标最多\
{most_script}个字母、数字、符号，或四个汉字，中间没有空格。别的都照字面排：`3*5`、`60*80*100`、\
`3~5天，10~20人`、`甲*、乙*`、`2^3+2^4`、`_`。只有一头的符号，和别处的写法（表格、HTML、`~~`、TeX、\
`------`），照原样排，并提示，一种说一次；前面加反斜杠，表示本来就要这个符号。

稿头里，版面文件里凡是排上版的字（标题、图说、报眉、署名、导读），也可以用`10^3^`、`H~2~O`、\
`**黑体**`和反斜杠；`*`和`[ ]`在那里就是符号本身。

中间没有空行的几行并成一段，接头处不加空格（两边都是外文的加），并提示。稿头或本期设置里写\
`paragraphs: rows`，一行就是一段；写`paragraphs: joined`，表示本来就是一段。行首的空白去掉，缩进\
由样式定；制表符排成空格；两样都提示。文字中间的全角空格（U+3000）空一个字。汉字与字母、数字之间\
打的半角空格（第 2187 期）不是中文的写法：正文里不排，改用样式的间隙`latin_gap`；小标题、稿头、版\
面文件的文字里，用来隔开两样东西（`全长42.6公里 12个站点`），照两个汉字之间的空格那样宽。两样都提\
示，一篇稿件、一个文件说一次。
"""

_PREFLIGHT_INTRO: Final = """\
# 预检

`banxin preflight FILE... [--profile NAME|PATH] [--json] [--picture DIR]`查任何程序做的PDF：版心、\
InDesign、Quartz、Ghostscript、Word都行。逐个操作符读每一页，连同表单、图案、Type 3字形、软蒙版\
和批注，报告查到的问题：哪一页、离成品框左上角多少毫米、量得多少、限多少、哪个对象。`--picture`\
把问题按编号画在页面上。

合格只是*按这些规则*合格，不是认证。不能确认准用的一律报告：没人认识的操作符、色彩空间、压缩方式、\
批注都算错误，不放过。加`--final`出版时，单版、合订和对页在写出之前先按版面文件对印刷的说明预检。

**退出码**：没有错误，查错误的检查在所有页上都查成了，是0；有错误、文件读不出、或查错误的检查没有\
查成（写“没有查”，附原因和缺的软件包），是1；命令写错，是2。预检方案里写`not_checked: warning`，\
没查成的就放过。文件读不出（损坏、截断、加锁、超过限度）也是一条错误，这时别的检查一概不算合格。

读多少是数出来的，不看钟：字节、对象、页、层数、解压后的数据、操作符、所画的东西\
（`layout/pdf/limits.py`）。超过就是`PF00`错误。

本页由`python -m layout.check.press.reference --lang zh`写成。

## 各项检查

*错误*拦下文件，*警告*要人看一眼；一项检查两种都有的，表里写的是总的，个别的写在提示里。
"""

_PREFLIGHT_LIMITS: Final = """\
## 预检方案和限度

预检方案是YAML；`like`写一个自带的方案，只改写出来的部分。

```yaml
like: newspaper-x4
title: 株洲日报印务
checks:
  PF03: {allowed: [IFRA26]}        # 限度
  PF11: {allowed: [PANTONE 185 C]}
  PF14: {most: 220}
  PF23: skip                       # skip、info、warning或error
not_checked: error                 # 或warning
```

`standard`是`x4`、`x1a`或`none`：文件要标明并做到的标准。
"""

_PREFLIGHT_JSON: Final = """\
## JSON

`--json`输出`{"files": [...]}`，每个文件有：

| 键 | 内容 |
|---|---|
| `file`、`profile`、`standard` | 查的是什么，按什么查 |
| `pages` | 页数；文件打不开时是null |
| `errors`、`warnings`、`clean` | 错误数、警告数、是否合格 |
| `checks` | `id`、`title`、`status`（`passed`合格、`found`有问题、`off`不查、\
`not checked`没有查）、`found`（几处）、没有查的原因`why` |
| `findings` | 错误在前，各有下面的键 |

| 问题的键 | 内容 |
|---|---|
| `number` | 文字报告和图上的编号 |
| `id`、`sub` | 检查的编号，和是哪一条提示：永不改变 |
| `severity`、`message`、`hint` | 用所选的语言 |
| `page`、`box_mm` | 页码从1起；离成品框左上角的左、上、宽、高。整个文件的问题没有这两项 |
| `measured`、`limit`、`object` | 量得的和限度，单位同提示；哪个字体、颜色、操作符\
或对象号。有的检查没有 |
| `values` | 提示里其余的值，按名称 |

Python里用`layout.check.press.run.preflight(data, name, find_rules("newspaper-x4"))`。
"""

_CHECKS_INTRO: Final = """\
# 版面检查

`banxin check 版面文件……`把版排出来，看实际画在上面的东西。查出什么，就说在哪个文件哪一行，量出来\
是多少，门槛是多少；然后说每篇稿件溢几行、几个字，或欠几行、几个字；再说原报情况（`evidence:`）合\
不合。退出码（给别的程序看的一个数）：0没有错误，1查出错误，2命令用错了。

这一篇由`python -m layout.check.reference --lang zh`写出。

"""

_CHECKS_SETTING: Final = """\

## 怎样设

在版面文件或本期设置里写`checks:`；版面文件的盖过本期设置的。长度的单位是`zi`（字）、`lines`（\
行）、`mm`、`pt`。

```yaml
checks:
  RUNT: skip                       # skip不查，info提示，warning警告，error错误
  GUTTER-RUN: {height: 70}         # 改门槛
  GRID: {by: 0.2mm, severity: error}
  accept:                          # 只写在版面文件里：有意这样排的
    - check: PAGE-CUT
      at: four-links               # 块的id，或提示里的几个字
      why: 上下两半是两个栏目
```

准许了的照样说，附上理由，不计数。一条准许什么也没对上，是一个警告（`ACCEPT-IDLE`）：那个毛病已经\
没有了，或者名字写错了。

缺材料没法查的，如本期没有列出别的版就查不了FOLIO，说“没有查”，决不说通过。排版时说过的（\
STANDS-IN、DISPLAY-WIDE等）也列在里面；与某项检查同名的只说一次。

## 排版时就会说的

`banxin build`自己就会说COLLIDE、INVISIBLE、TIGHT：一声不响排出来的版，没有一样东西被盖住。版上每\
两样东西都比过，不管是谁的：

- 字压字：两个方向上墨迹相叠都超过0.05个字，同一行里超过0.12个字的，算；一串字排得比墨迹还密的，\
有一对相叠超过0.12个字，或有一半超过0.05个字的，算
- 字在后画的图、色块、网底之下：墨迹被盖住的，算
- 字在图、色块、网底之上：除非那就是给这些字的（自己块的底色、自己那部分的色块、标题下面垫的），\
或垫在整块后面；骑在边上的，算
- 线与字：线穿过墨迹的，不论谁先画，算
- 线在图、色块、网底之上：除非同属一块，或整条线都在网底上，算；线在底下的，是警告
- 图、色块、网底压在别的图、色块、网底上：警告，除非下面那个垫在上面那个整块的后面，或是一幅图压\
着自己的色块
- 字离线，离图、色块、网底的边，比`gap`还近：警告

线与线可以相接。有意这样排的，写在`accept:`里。

## 原报情况

重排一张印过的报，知道某一栏止于哪里，就写上：

```yaml
  - story: stories/projects.md
    evidence:
      - {column_ends: 奋战产业项目建设, source: OCR文本在这里断开}
      - {column_ends: 其中一, required: false}
```

稿件有一栏正好止于这几个字，与排出来的逐字比对。不合的，说这几个字现在落在哪里；算EVIDENCE的错\
误，写了`required: false`的只报告。

## 给程序读的（JSON）

`banxin check --json`打印`{"pages": [...]}`，一版一项，按所给的顺序：

- `spec`、`page`：文件、版次；`errors`、`warnings`：错误、警告各几个
- `checks`：`id`、`title`、`status`（`passed`通过，`found`查出，`off`不查，`not checked`没有\
查）、`found`查出几个、`accepted`准许几个，没有查的有`why`
- `diagnostics`：`code`和`sub`说明是什么，永远不变；`severity`轻重；`message`和`hint`是话，\
`values`是话里的值，按名；`file`、`line`、`column`是要改的地方；`page`、`rect_pt`是在版上哪里（\
左、上、宽、高，单位pt，从成品左上角量起）
- `accepted`：同上，另有`why`
- `copyfit`：`story`、`block`、`columns`、`characters_per_line`每行字数、`lines`排了几行、`room`\
容几行、`characters`排了几个字、`over_lines`溢几行、`empty_lines`空几行、`about_characters`溢或欠\
约几个字、`says`一句话（欠文约60字（3行））；表格是`table`、`block`、`columns`、`rows`、\
`lines`要占几行、`room`、`characters`、`over_lines`缺几行、`empty_lines`、`says`（空3行）；\
广告是`advert`谁家的、`block`、`booked`订的规格、`width_mm`和`height_mm`图框、`booked_width_mm`、\
`booked_height_mm`、`file`、`state`（`there`已到、`stands-in`代用、`missing`未到）、`says`（图稿未到）
- `evidence`：`block`、`story`、`column_ends`、`required`、`met`合不合；`column`、`line`是这几个\
字止于哪一栏哪一行；`characters_off`是过了最近的栏末几个字，负数是还差几个字，正文里没有这几个字\
就是null

排不出来的版只有`spec`和`diagnostics`。
"""

MANUAL: Final[dict[str, str]] = {
    "example-page": _EXAMPLE_PAGE,
    "example-story": _EXAMPLE_STORY,
    "intro": _INTRO,
    "limits": (
        "一个文件{kib}KiB，套{depth}层，{nodes}个值（连别名展开的），一个值{scalar}个字，"
        "一篇稿件{paragraphs}段"
    ),
    "story-text": _STORY_TEXT,
    "title-page": "版面文件",
    "title-edition": "本期设置",
    "title-styles": "样式表",
    "title-story": "稿件",
    "title-project": "项目",
    "title-corrections": "改样",
    "heading-blocks": "块",
    "blocks": ("一块是哪一种，看写了哪一个键：{kinds}。先后就是阅读顺序。每一种块都可以写这些键："),
    "heading-block": "{name} `{key}`",
    "head-keys": "| 键 | 写什么 | 不写时 | 用处 |",
    "required": "**必写**",
    "default-format": "照`preset`",
    "default-style": "照`like`",
    "or-nothing": "{takes}，或空着",
    "or-record": "{lone}；或{record}",
    "list": "列表，{number}项，每项：{of}",
    "list-or-one": "列表，{number}项，每项：{of}；只有一项，可直接写",
    "number-between": "{least}至{most}",
    "number-most": "最多{most}",
    "number-fixed": "{most}",
    "map": "按名列出，每条：{of}",
    "a-block": "块",
    "length": "长度，单位{units}",
    "length-signed": "长度，单位{units}，可以是负的",
    "text-most": "{text}，最多{most}个字",
    "built-in": "现成的",
    "formats": "现成的开本",
    "format-width": "宽，mm",
    "format-height": "高，mm",
    "format-columns": "栏数",
    "format-column": "每栏字数",
    "format-lines": "行数",
    "format-area": "版心高，mm",
    "format-top": "天头（成品上边到版心），mm",
    "formats-both": (
        "两种都是正文{body}pt（小五），栏距{gutter}字，出血{bleed}mm；行距是版心高除以行数。"
    ),
    "styles": "现成的样式",
    "styles-text": (
        "样式表可以按名改其中任何一个，也可以添自己的。`body`、`subhead`、`byline`的字号"
        "跟着`format.body`。写—的，跟着所在的那一行。"
    ),
    "head-styles": (
        "| 样式 | 排什么 | 字体 | 字号，pt | 行距 | 颜色 | 对齐 | 缩进，字 | 中西间隙，字 | 数字 |"
    ),
    "paragraph-styles": "段落样式",
    "paragraph-styles-text": (
        "稿件里在段首写出来，如`{落款} 株洲市人民政府`，几个之间空一格；单占一行的`:::楷体`"
        "与`:::`之间，各段都用这个样式。样式表可以改，也可以添自己的。样式里没有写的，照周围的正文；行距照稿件的。"
    ),
    "head-paragraph-styles": "| 样式 | 改哪几项 |",
    "leading": "{leading}pt",
    "leading-grid": "跟着版面的行",
    "digits-half": "半角",
    "digits-proportional": "照字体",
    "houses": "排法",
    "houses-text": (
        "`house`一个词定下各样式里这几项的默认值。先看本版，再看本版样式表、本期设置、本期样式表，"
        "谁先写了就用谁的；样式自己也可以写。样式里写明的盖过排法；中西文之间本来不空的样式"
        "（标题）照旧不空。"
    ),
    "head-houses": "| 排法 | 怎样排 | 改哪几项 |",
    "house-clreq": ("照W3C《中文排版需求》和GB/T 15834-2011：标点全角，行里不够就挤，整段断行"),
    "house-daily": (
        "照2025年一份全国性日报量得：标点全角，只有行末的收成半角，相邻的挤，别的一律推出，逐行断"
    ),
    "house-kaiming": (
        "开明式：逗号、顿号、分号、引号半角，句号、问号、叹号全角，不挤。照2010年一份全国性日报"
    ),
    "house-no-keys": "都用默认值",
    "rules": "现成的线",
    "rules-text": (
        "`none`是没有线。样式表的`rules:`可以按名改其中任何一种，也可以添自己的。四边作框时转角相接；"
        "点、波、花边的每一个单位略放宽或收窄，正好排下整数个。"
    ),
    "head-rules": "| 线 | | 怎样画，pt |",
    "and": "、",
    "list-between": "、",
    "rule-pattern": "花纹，宽{size}",
    "rule-wave": "波，长{long}，高{high}，线粗{widths}",
    "rule-dots": "圆点，相距{apart}，径{widths}",
    "rule-dashes": "短划，长{dash}，相距{apart}，粗{widths}",
    "rule-lines": "线粗{widths}",
    "trade": "报社的叫法",
    "trade-text": (
        "键和值都是英文词。照报社的叫法找：这一样叫什么键，写在哪里。把叫法当键写了，也会提示该写哪个词。"
    ),
    "head-trade-keys": "| 叫法 | 键 | 写在 |",
    "head-trade-values": "| 叫法 | 值 |",
    "checks-intro": _CHECKS_INTRO,
    "checks-setting": _CHECKS_SETTING,
    "preflight-intro": _PREFLIGHT_INTRO,
    "preflight-limits": _PREFLIGHT_LIMITS,
    "preflight-json": _PREFLIGHT_JSON,
    "preflight-head": "| 检查 | 叫法 | 为什么 | {profiles} | 依据 |",
    "preflight-head-limits": "| 检查 | 键 | 不写时 | 作用 |",
    "preflight-no-list": "无",
    "severity-info": "备注",
    "severity-skip": "不查",
    "head-checks": "| 检查 | 叫法 | 为什么 | 轻重 | 门槛 | 依据 |",
    "threshold": "`{key}` {value}：{purpose}",
    "thresholds-between": "；",
    "severity-error": "错误",
    "severity-warning": "警告",
    "schema-page": "版心：版面文件",
    "schema-edition": "版心：本期设置",
    "schema-styles": "版心：样式表（样式、颜色、线、字体）",
    "schema-project": "版心：项目（banxin.yaml）",
    "schema-corrections": "版心：改样（corrections.yaml）",
    "schema-story": "版心：稿头（稿件文件开头的一段）",
}
