"""What `banxin --help` and `banxin COMMAND --help` say in Chinese, by the keys of
`layout.words.help_en`.
"""

from typing import Final

_SPEC: Final = "版面文件、edition.yaml，或放一期报纸的文件夹"
_SET: Final = "只改一个值，文件不动"

HELP: Final[dict[str, str]] = {
    "--help": "显示这份说明",
    "--lang": "用哪种语言说话，写在命令前后都行；不写就看banxin.yaml，再看系统的语言",
    "banxin.description": "版心：排报纸版面，出大样，复原旧版。",
    "banxin.epilog": """\
从这里开始：
  banxin new my-paper                              新建一期小报，马上能排
  banxin build specs/zhuzhou-2019-09-20            排出一期的各版，放进out/
  banxin build specs/zhuzhou-2019-09-20/B1.yaml --to pdf,png
  banxin build B1.yaml --watch                     文件一存盘就重排

退出码：0 正常，1 版面有问题，2 命令写错。""",
    "banxin.--version": "显示版本号",
    "build": "排版：出PDF、PNG、HTML",
    "build.description": "按版面文件排出报纸版面。",
    "build.epilog": """\
SPEC是一个版（B1.yaml）、一期的edition.yaml，或放这一期的文件夹。每个版排成out/版名.pdf，
版名是文件里的`page:`。一期报纸排出三样：

  pages     每版一个PDF
  book      整本out/EDITION.pdf，各版按顺序合在一起；EDITION是文件夹的名字
  spreads   对页out/EDITION-spreads.pdf，按印张的面拼好：B4|B1、B2|B3；
            两版中间空多少，由edition.yaml的`spread:`定

  banxin build specs/zhuzhou-2019-09-20 --only pages,spreads
  banxin build specs/zhuzhou-2019-09-20/B1.yaml
  banxin build B1.yaml --to pdf,png --dpi 200 -o proofs
  banxin build B1.yaml --set blocks.picture.at.lines=21-50     只在这一次改
  banxin build B1.yaml --watch                                 文件一存盘就重排
  banxin build 1958/* 1959/* --cluster 127.0.0.1:8786 -o out   多台机器一起排（Dask）

溢文：排不下的字不上版，多几个字几行都报出来，别的照排，退出码是1。哪个字所有字体都没有，
这一版就不出；别的版照出，整本和对页不出。最后几行逐版逐期说排成了没有，哪些图和稿子还是
代用的；加了--final，有代用的版就不出。

--json输出{"pages": [{"spec", "written", "diagnostics", "stands_in"}], "editions": [{"edition",
"written": {"book", "spreads"}, "diagnostics"}]}。--jobs是多少，出来的文件都一样。

加--cluster时，每期在out里有自己的文件夹，名字与项目里的一样；里面的banxin-manifest.jsonl记着
排好了哪些：中断了接着排，再排一次只排改过的。排出来会不一样的机器不用。详见docs/zh/archive.md。

退出码：0 正常，1 版面有问题，2 命令写错。""",
    "build.spec": _SPEC,
    "build.--out": "成品放进哪个文件夹（out）",
    "build.--to": "每版出什么：pdf、png、html、dump，用逗号隔开（pdf）",
    "build.--only": "一期只出其中几样：pages、book、spreads（全出）",
    "build.--renderer": "用什么生成PDF（press）",
    "build.--pdfx": "印刷PDF按哪个标准：x4、x1a，或none不按（x4）",
    "build.--marks": (
        "版外的印刷标记：all全要、none不要，或crop、bleed、registration、bars、slug、strip，用逗号隔开"
    ),
    "build.--dpi": "PNG的分辨率（150）",
    "build.--set": _SET,
    "build.--final": "有代用图、代用稿的版不出",
    "build.--jobs": "同时用几个进程（每个核一个）",
    "build.--watch": "文件一存盘就重排",
    "build.--cluster": "派活的程序（dask scheduler）的地址：发给那里的各台机器排",
    "build.--json": "结果写成JSON",
    "build.--quiet": "只报错误",
    "new": "新建一期小报，马上能排",
    "new.description": "新建一个文件夹，里面是一期马上能排的小报。",
    "new.epilog": """\
NAME文件夹里有头版A1和后面各版、稿件、样式表和几幅示意图。不改就能排；里面的文字都写着怎样
换成自己的，并标着`stands_in: true`，没换完之前`banxin build --final`不出这一版。

  banxin new my-paper                                 对开，A1到A4
  banxin new my-paper --format tabloid --pages 1      四开，只有A1
  banxin new special-2026-05-04                       出版日期就是名字里的日期
  banxin new 1201 --from 1130 --date 2026-12-01       照1130那一期的版样开版
  banxin new 1201 --from 1130 --date 2026-12-01 --keep 天气

写了--from，就照那一期的版样开版：报眉、线、署名和各块位置都留着。稿件只留题目各项，内容清空；
图片、表格、大标题留着，标上`stands_in: true`（代用）。--keep写要留的稿件、图片：块的id或文件名。
`banxin todo NAME`列出还缺什么。

NAME是相对路径时，文件夹建在当前文件夹里；写全路径就照写的建。文件夹里已有东西就不动；
新文件夹要么建全，要么不建。

--json输出{"folder", "format", "pages", "written": [...], "diagnostics": [...]}。

退出码：0 正常，1 写不进去，2 命令写错。""",
    "new.name": "要建的文件夹",
    "new.--format": "对开broadsheet，四开tabloid（broadsheet）",
    "new.--pages": "几个版，1到32（4）",
    "new.--from": "照哪一期的版样",
    "new.--date": "出版日期，和--from一起用，如2026-12-01（NAME里的日期）",
    "new.--keep": "保留的稿件或图片，可写几次",
    "new.--json": "结果写成JSON",
    "new.--quiet": "只报错误",
    "import": "把Word稿或OCR文字变成稿件和初排版面",
    "import.description": """\
把Word或WPS的稿子（.docx），或一个版的OCR文字，变成稿件，并配好第一版的版面文件。

一个.docx是一篇稿：主题、引题、副题、作者按样式认，没有样式的看字号和排法；小标题、
黑体、楷体、着重号、下划线、拼音、列表、脚注都带过来，表格和图片另存成文件。没有
接受的修订，插入的取，删除的不取；带不过来的，说明是什么、在哪一段。原稿的字数和
导入的字数逐段核对。FOLDER里已有版面的，只添稿件，版面不动。

OCR文字：中文里的半角标点改成全角，栏尾断开的段落接上，标题拆成引题和对仗的主题，
认出报眉各项、编辑署名、提要、导读、图说和摄影署名。事实从不改动：可疑之处
记在日志里，由你对照原报核实。每一处改动都连同规则和位置记在import-log.jsonl；
用--undo可以一个字节不差地退回原文。""",
    "import.epilog": """\
例子：
  banxin import 稿件.docx -o specs/today          出stories/、tables/、assets/和初排版面
  banxin import b1-ocr.md -o specs/special-1     出stories/、edition.yaml、B1.yaml和日志
  banxin import scan.md -o specs/x --page A3     文中没有版次时，写明是哪一版
  banxin import scan.md -o specs/x --format tabloid   按四开排，不按对开
  banxin import b1-ocr.md -o specs/x --beside    你改过的文件留着，另写<file>.new
  banxin import --undo specs/x                   按日志退回原文，写到标准输出

退出码：0 正常；1 读不了，或字数不符，或会盖掉你改过的文件；2 命令写错。""",
    "import.source": "一个或几个.docx；或一个版的文字，UTF-8，最大2MiB",
    "import.--out": "这一期的文件夹，specs/NAME",
    "import.--format": "第一版的开本：对开broadsheet，四开tabloid（broadsheet）",
    "import.--page": "版次；不写就看正文，再看文件名，.docx是P1",
    "import.--split": ".docx里每个标题（标题，没有就看标题1）起一篇稿",
    "import.--beside": "你改过的文件不动，在旁边写<file>.new，接着做",
    "import.--undo": "按日志退回原文；COPY处写这一期的文件夹",
    "import.--json": "结果写成JSON",
    "lines": "按栏宽排一段文字，逐行看",
    "lines.description": "文本文件每行是一段，排好后逐行列出。",
    "lines.epilog": """\
FILE里每个有字的行是一段；写-就读标准输入。每行后面依次是：自然宽（挤压、裁去行首行尾空白
之后，拉齐之前），排成宽，用到哪一级调整，每处空隙加了多少（全角的百分之几），离栏宽还差多少，
再就是要说明的事：悬挂、连字符、松、超宽、不足、违反禁则、无合适断法、拆连用标点、拆不宜拆处、
拆单词。

  banxin lines story.txt --measure 13              一栏宽13个9pt的字
  banxin lines story.txt --measure 20字 --gap 0    中西文之间不留空
  banxin lines story.txt --measure 42mm --size 小五 --indent 0
  banxin lines story.txt --measure 8,8,8,13        图旁三行，下面恢复满栏
  banxin lines story.txt --measure 13 --style kaiming --level strict --hanging on
  banxin lines story.txt --measure 13 --house daily    照一家日报的排法断行
  banxin lines story.txt --measure 13 --explain    每行为什么断在那里
  banxin lines story.txt --measure 13 --glyphs     每个字的位置
  banxin lines - --measure 13 --json < story.txt
  banxin lines story.txt --measure 13 --pdf out.pdf    同样的行，出印刷PDF

调整分级：shrink:2-8依次挤词距、间隔号、括号引号、点号、中西文间隙、句末点号，--tighten允许时
再挤汉字；stretch:1-3依次拉词距、中西文间隙、全部字距。over表示这一行排不下。太松的行、断在
禁则处的行，另在标准错误输出里报文件、行、列。
--explain列出每行的代价，并说明不在这里断，整段要多付多少代价，那一行会断在哪里。
--json输出{"lines": [{"paragraph", "line", "text", "measure_pt", "natural_pt", "set_pt",
"residual_pt", "tier", "gap_em", "last", "hung", "hyphen", "reasons", "glyphs": [{"text", "x",
"advance", "origin"}]}]}，单位是pt，从栏的左边量起；段和行从1数起。`x`是落笔处，`origin`是字形
放的位置。行尾的连字符是单独一个字形U+00AD，不算正文。加了--explain，每行还有"cost":
{"terms": {name: demerits}, "total", "next_best", "instead"}。有问题时还有"diagnostics"。

退出码：0 正常，1 排不下或有缺失，2 命令写错。""",
    "lines.group.rules": "断行规则",
    "lines.group.marks": "标点",
    "lines.group.space": "间隙，单位是全角（em）",
    "lines.file": "UTF-8文本；-是标准输入",
    "lines.--measure": "行宽：13就是13字；42mm；8,8,13是前两行和其余各行",
    "lines.--size": "字号（9pt）",
    "lines.--face": "字体，见`banxin fonts`（报宋）",
    "lines.--script": "按哪里的规矩：简体、繁体、日文（zh-hans）",
    "lines.--digits": "数字宽：半角half，按字体proportional（half）",
    "lines.--level": "行首行尾禁则的级别（gb）",
    "lines.--fit": "怎样断行：整段一起算total，逐行断first（total）",
    "lines.--house": "哪一家的排法，定下的各项还可以另写（clreq，下面括号里是clreq的值）",
    "lines.--bonds": "日期、数字和单位：排在一行keep，可以拆开part（keep）",
    "lines.--squeeze": (
        "哪些标点可以挤：一行要多少挤多少all，只挤连用的标点pairs，不挤none；挤不进的推到下一行（all）"
    ),
    "lines.--loose": "各行松紧尽量均匀even，或松行（超过5%%）尽量少fewest（even）",
    "lines.--hyphenate": "外文单词可以加连字符断开（on）",
    "lines.--style": (
        "标点宽度：全角quanjiao、开明kaiming、半角banjiao、行末半角hangmobanjiao、cct（quanjiao）"
    ),
    "lines.--hanging": "， 、 。可以悬在栏外（off）",
    "lines.--first-mark": (
        "段首的前引号、前括号：缩进半个字half，缩进一个字full，悬出半个字hang（half）"
    ),
    "lines.--line-start": "行首标点的空白，裁掉trim，留着keep（trim）",
    "lines.--line-end": "行尾标点的空白，裁掉trim，留着keep（trim）",
    "lines.--squeeze-stops": "。 ？ ！也可以挤，放在最后挤（on）",
    "lines.--indent": "首行缩进（2）",
    "lines.--gap": "中西文之间的空隙（0.25）",
    "lines.--gap-least": "这个空隙最小挤到多少（0.125）",
    "lines.--gap-most": "汉字拉开之前，这个空隙最大拉到多少（0.5）",
    "lines.--tighten": "汉字最多可以比密排再紧多少（0）",
    "lines.--explain": "每行为什么断在那里",
    "lines.--glyphs": "每个字的位置",
    "lines.--json": "全部写成JSON",
    "lines.--pdf": "同样的行排成小样：一张纸上若干栏",
    "todo": "一期还缺什么、哪些是代用的",
    "todo.description": "列出一期里还空着的、代用的。",
    "todo.epilog": """\
SPEC是一期的文件夹、本期设置或一个版。一处一行，写明位置：代用的稿件、图片、表格、大标题，
`banxin new --from`留下没写的题目，没排满的栏，写了名字却找不到的文件。

  banxin todo 1201
  banxin todo 1201/A1.yaml

--json输出{"pages": [{"page", "to_come": [...]}]}。

退出码：0 都齐了，1 还缺，或有的版做不出，2 命令写错。""",
    "todo.spec": "一期或几个版",
    "todo.--json": "结果写成JSON",
    "find": "查一期稿件里的字句",
    "find.description": "查一期所有稿件、表格和版面文件里的字句，逐处列出。",
    "find.epilog": """\
EDITION是一期的文件夹、本期设置或一个版。一处一行：文件、行、列，和前后的字。照原样找；稿件各行
相连的，跨行的也找得到。各项的名称不算。

  banxin find 株州 my-paper                        株洲错成株州
  banxin find 国际 my-paper --except 国际化       不算国际化里的

--json输出{"places": [{"file", "line", "column", "before", "words", "after", "spec",
"parted"}],
"diagnostics": [...]}。

退出码：0 找到了，1 没找到或有的版读不了，2 命令写错。""",
    "find.words": "要找的字",
    "find.spec": "一期，或一个版",
    "find.--except": "含有这些字、不算在内的长词，可写几次",
    "find.--json": "各处写成JSON",
    "replace": "替换一期稿件里的字句",
    "replace.description": "把一期所有稿件、表格里的字句换成别的。",
    "replace.epilog": """\
不加--write什么也不改，只逐处列出改成什么样。加了--write，要么全改，要么都不改；先照改后的样子把
各版读一遍。版面文件里的（图说、标题、文件名）、中间有标记的（**株**州、题目里的|）
只提示，不改。

  banxin replace 株州 株洲 my-paper                先看要改哪些
  banxin replace 株州 株洲 my-paper --write        改
  banxin replace 国际 世界 my-paper --except 国际化

--json输出{"places": [...], "new", "written": [...], "diagnostics": [...]}。

退出码：0 正常，1 没找到或没写入，2 命令写错。""",
    "replace.words": "要找的字",
    "replace.new": "换成什么",
    "replace.spec": "一期，或一个版",
    "replace.--except": "含有这些字、不改的长词，可写几次",
    "replace.--write": "写入文件",
    "replace.--json": "各处写成JSON",
    "check": "查版：标题、栏、行、溢文欠文",
    "check.description": "付印之前像编辑一样把版面查一遍。",
    "check.epilog": """\
每版排好以后查印出来的样子：标题相撞（碰题、题压题、背题），线和栏把版面切断（断版、通缝），
栏（孤行、孤字、溢文、欠文、栏不齐、错行、跳栏），墨迹出版心，行太松，禁则，字体种数，图说，
导读，还有版面文件里记下的原报情况。最后列出每篇稿子差几行几字。各项检查和理由见
docs/zh/checks.md。

  banxin check specs/zhuzhou-2019-09-20/B1.yaml
  banxin check specs/zhuzhou-2019-09-20 --json
  banxin check B1.yaml --set checks.WIDOW=skip

标准、轻重、准许的例外写在版面文件或edition.yaml的`checks:`下面。

退出码：0 正常，1 有检查报错误，2 命令写错。""",
    "check.spec": _SPEC,
    "check.--set": _SET,
    "check.--json": "查到的全部写成JSON",
    "check.--quiet": "只报错误和总数",
    "compare": "比较两次排版、两个PDF、两个版面文件或git里的两个状态",
    "compare.description": "比较两个状态的版面，列出不同。",
    "compare.epilog": """\
A是改前，B是改后，可以是版面文件、一期报纸、排好的文件夹、PDF、dump
（`banxin build --to dump`），或它们在git里的某个状态：B1.yaml@HEAD~1；只写@main，
就是另一边的路径在main里的样子。各版先按版名对应，再按次序。

两边都有版面清单的（版面文件、dump），说出哪一块、哪一行、哪些字移了位，移了多少毫米、
到了哪里，改了哪些字、字体、字号、颜色、图片。别的画成图逐点比：字边的灰度不算，少一个逗号算。
-o写出compare.html，直接打开就能看（叠加、滑动、渐变、切换、并排），另有
NAME-compare.png（红的只有A有，绿的只有B有）、compare.json、compare.txt。

  banxin compare out/yesterday out/today
  banxin compare B1.yaml --at HEAD~1 -o out/compare      上次提交以来改了什么
  banxin compare B1.yaml@v1 B1.yaml@v2
  banxin compare out/B1.pdf from-the-printer.pdf
  banxin compare B1.yaml scan.tif                        与印好的报纸的扫描图比
  banxin compare . scans.pdf                             一期各版与多页的扫描图比

--json写出{"version", "a", "b", "differs", "tolerance_mm", "dpi", "pages": [{"a", "b", "way",
"changes": [{"kind", "what", "block", "before", "after", "count", "place", "values", "message"}],
"pixels", "notes"}], "only_a", "only_b", "totals", "notes", "written"}，长度是毫米，
从成品左上角量起。各项见docs/zh/compare.md。

退出状态：0相同，1不同，2用法不对或没法比。""",
    "compare.a": "改前：版面文件、一期报纸、排好的文件夹、PDF、dump；PATH@REV是git里的状态",
    "compare.b": "改后；或印好的报纸的扫描图",
    "compare.--at": "A取git里这个状态；不写B，就与现在的比",
    "compare.--out": "报告写进哪个文件夹",
    "compare.--tolerance": "移动多少毫米以内不算（0.05）",
    "compare.--dpi": "画版面的分辨率（150）；扫描图的分辨率",
    "compare.--pixels": "有版面清单也逐点比",
    "compare.--scan": "B是扫描图，虽然PDF里不只有图片；或装扫描图的文件夹",
    "compare.--points": "版面与扫描图上对应的点，自己对不上时用",
    "compare.--json": "写成JSON",
    "compare.--quiet": "只给退出状态和错误",
    "plates": "分色：每色一版，量出各处墨量",
    "plates.description": "给版面和PDF分色，量墨量。",
    "plates.epilog": """\
FILE是版面文件、一期报纸，或任何PDF。每版写出NAME-Cyan.png、NAME-Magenta.png、NAME-Yellow.png、
NAME-Black.png，专色各一张：灰度，深处有墨，裁到成品；另有NAME-ink.png，是总墨量，超限处红色。
表里是：各版的墨占多少，一个像素和15mm²平均最多多少墨、在哪里，超限多大、在哪里。PDF里量不出的
会写明。

  banxin plates specs/zhuzhou-2019-09-20 -o out/plates
  banxin plates ad.pdf --limit 220
  banxin plates B2.yaml --soft-proof
  banxin plates out/B1.pdf --by ghostscript          装了才能用，用来核对

版面的限度是`press:`的`ink_limit`，没写的是240。

--json输出{"pages": [{"file", "page", "by", "dpi", "limit", "window_mm2", "inks", "most",
"most_mean", "over", "over_mean", "not_measured", "written"}]}，墨量是百分比，位置是距成品左上角的
毫米数。

退出码：0 正常，1 平均墨量超限，或文件有损坏，2 命令写错。""",
    "plates.file": "版面文件、一期报纸，或PDF",
    "plates.--out": "放进哪个文件夹（out/plates）",
    "plates.--dpi": "分辨率（150）",
    "plates.--by": "用什么分色：banxin、ghostscript（banxin）",
    "plates.--limit": "总墨量限度，百分比（版面自己的，240）",
    "plates.--soft-proof": "另做软打样：印在新闻纸上的样子，NAME-softproof.png",
    "plates.--beside": "软打样，左边放屏幕上的样子",
    "plates.--set": _SET,
    "plates.--json": "量出的写成JSON",
    "plates.--quiet": "只报超限的版和错误",
    "preflight": "预检：任何来源的PDF，上版前查一遍",
    "preflight.description": "按报纸印刷的要求查PDF。",
    "preflight.epilog": """\
FILE是任何程序做的PDF。逐个操作符读出页面，查：自称什么标准，输出意图，页面框，字体，色彩和专色，
叠印，总墨量，图像分辨率，透明，图层，脚本。不能确认准用的一律报告。各项检查和理由见
docs/zh/preflight.md。

  banxin preflight ad.pdf
  banxin preflight out/*.pdf --profile newspaper-x1a
  banxin preflight ad.pdf --picture found              出图，标上带编号的框
  banxin preflight ad.pdf --profile our-press.yaml     自己的预检方案

预检方案：newspaper-x4、newspaper-x1a、gwg-newspaper、general，或一个YAML文件的路径，开头可写
`like: newspaper-x4`。文件读不出也是一条错误。查不成的检查写“没有查”；查错误的检查没查成，文件就
不算合格，除非方案里写了`not_checked: warning`。合格只是按这些规则合格，不是认证。

退出码：0 没有错误，1 有错误，或查错误的检查没查成，2 命令写错。""",
    "preflight.file": "要查的PDF",
    "preflight.--profile": "印刷方的要求（newspaper-x4）",
    "preflight.--picture": "标出问题的页面图放进哪个文件夹",
    "preflight.--json": "查到的全部写成JSON",
    "preflight.--quiet": "只报错误和总数",
    "serve": "看活样：浏览器里看版，文件一存盘版面就变",
    "serve.description": "在浏览器里看各版，版面始终跟文件一致。",
    "serve.epilog": """\
SPEC是一个版（B1.yaml）、本期设置（edition.yaml）或本期的文件夹。命令给出一个网址，用浏览器打开就能
看样、改样。只有本机能用，网址不要外传；下次启动网址不变。

  banxin serve my-paper
  banxin serve my-paper/A1.yaml --editor 'code -g {file}:{line}:{column}'

版面、稿件、样式、图片一存盘，版上就地改好。有错时仍留着上一个好的版，错处写在版上。

退出码：0 按Ctrl-C结束，1 没有空闲端口，2 命令写错。""",
    "serve.spec": _SPEC,
    "serve.--port": "端口（8715，或上次用的）；被占用就用下一个",
    "serve.--no-browser": "不打开浏览器",
    "serve.--editor": "用编辑器打开文件的命令，写{file} {line} {column}",
    "serve.--quiet": "只给网址",
    "proof": "出整套校样：大样、分色、各种表、校样报告、批注PDF",
    "proof.description": "像编辑画版样那样画出版面，校样上该有的都列出来。",
    "proof.epilog": """\
每版：
  NAME.png、NAME-full.png      版面原样，看的和高清的
  NAME-proof.png、-proof.txt   加了标记的大样；查到的问题、各栏行数、松行写成文字
  NAME-Cyan.png等、-ink.png、-softproof.png     分色、总墨量、印在纸上的样子
  NAME-annotated.pdf           每个问题一条批注，标记分图层；不是PDF/X，不能付印
全部再出一份报告EDITION-proof.html，浏览器直接打开，不用联网：标记可以开关，有放大镜，点问题就到
版上那一处，有各种表，有初校、二校、三校、付印的签名栏。A4、A3都能打印；填好的内容点“存一份”存下来。

  banxin proof specs/zhuzhou-2019-09-20
  banxin proof B1.yaml --without full,plates         快一些，没做的报告里写明
  banxin proof B1.yaml --show loose,numbers          大样上只要这两种标记
  banxin proof B1.yaml --dpi 200 -o out/b1

--without可写：full（高清图）、plates（分色）、preflight（预检）、html（报告）、pdf（批注PDF）。
标记（不写就是前七种）：
  grid       栏和栏间着色            lines    版心每五行一条线
  baselines  每行的基线              numbers  行号（逢五）和栏号
  frames     排文顺序，排了几行、能排几行，空的部分
  blocks     块的边、id和位置
  loose      空隙超过5%的松行，标出数字；挤过的行标紫色
  threads    一篇稿子各栏怎么接，转到哪一版、接哪一版
  classes    字符类别                squeezes 标点让出多少，各行挤了几级
  findings   查到的问题，带编号      corrections  上一校的改样
  unfit      溢文和放不下的，标红：有就总标着

退出码：0 正常，1 版面有错误，2 命令写错。""",
    "proof.spec": _SPEC,
    "proof.--out": "放进哪个文件夹（out/proof）",
    "proof.--dpi": "图的分辨率（110）",
    "proof.--full-dpi": "高清图的分辨率（300）",
    "proof.--corrections": "上一校的改样（不写就用本期旁边的corrections.yaml）",
    "proof.--without": "不做哪几样：full、plates、preflight、html、pdf",
    "proof.--show": (
        "只要其中几种标记：grid、lines、baselines、numbers、frames、blocks、loose（不写就是这七种），"
        "另有threads、classes、squeezes、unfit、findings、corrections"
    ),
    "proof.--set": _SET,
    "proof.--json": "各栏、各行、查到的问题、各种表写成JSON",
    "proof.--quiet": "只报错误",
    "dump": "把版上每样东西的位置写成文字",
    "dump.description": "列出版上每样东西的位置。",
    "dump.epilog": """\
每串字的字体、字号、位置、落笔处，每个框、线、图，每栏每块，单位pt，从成品左上角量起，y向下。
写法固定，两版可以用diff比较。

  banxin dump B1.yaml | grep '^frame'            每栏排了几行
  banxin dump B1.yaml -o B1.txt
  banxin dump specs/zhuzhou-2019-09-20 -o out/   每版一个文件

退出码：0 正常，1 版面有错误，2 命令写错。""",
    "dump.spec": _SPEC,
    "dump.--out": "一个文件；几个版写文件夹（以/结尾）",
    "dump.--set": _SET,
    "dump.--quiet": "只报错误",
    "fonts": "有哪些字体，哪个字在哪个字体里",
    "fonts.description": "列出各种字体，或查一段文字的每个字由哪个字体出。",
    "fonts.epilog": """\
版面文件里写字体的角色（报宋、黑、楷），不写字体文件。角色自己的字体缺字，由后面的字体补；
哪个字体都没有，就报错并指出位置。自己的字体写进样式表：

  faces: {仿宋: fonts/MyFangsong.otf}

  banxin fonts                      全部角色
  banxin fonts --text 喆祎          这几个字各角色由哪个字体出
  banxin fonts --text 喆祎 --json
  banxin fonts --used A1.yaml       一个版用了哪些字体、哪些字
  banxin fonts --used my-paper --text 喆      喆字由哪个字体出，在哪几版

退出码：0 正常，1 --text的字哪个字体都没有，或版面有错误，2 命令写错。""",
    "fonts.--text": "要查的字",
    "fonts.--used": "版面文件、edition.yaml或文件夹：看用了哪些字体",
    "fonts.--json": "写成JSON",
    "schema": "版面文件的JSON Schema，给编辑器用",
    "schema.description": "输出一种文件的JSON Schema（draft 2020-12）。",
    "schema.epilog": """\
  banxin schema -o page.schema.json
  banxin schema styles -o styles.schema.json

版面文件第一行写上`# yaml-language-server: $schema=page.schema.json`，装有YAML语言服务的编辑器
就能补全、查错，并显示每个键的用途。

退出码：0 正常，2 命令写错。""",
    "schema.name": "page、edition、styles、story、project之一（page）",
    "schema.--out": "写进文件",
}
