"""What the keys of the spec language are for, in Chinese: for docs/zh/spec.md, docs/zh/checks.md
and `banxin schema --lang zh`.

`KEYS`: by the class that declares a key and the key as it is written. `CLASSES`: a mapping's name
and its purpose. `STYLES`: what a built-in style sets. `CHECKS`: why a check looks, by what rule;
its name stands in the check, which has a Chinese one. What holds no Latin letter in the model is
Chinese already and has no row. A test holds the tables and the model together
(tests/words/test_zh_keys.py).
"""

from typing import Final

_IN_VIEW: Final = "裁图时要留在画面里的一点：从左、从上量起，0至1"
_SCALE: Final = "手定大小：`100%`就是`fit`定的大小；再大，超出图框的裁掉"
_ALIGN: Final = "图在图框里左右怎样靠；不写，朝旁边的图说靠，没有就居中。裁过的图不写时照`focus`"
_VALIGN: Final = "图在图框里上下怎样靠；不写，朝上下的图说靠，没有就居中。裁过的图不写时照`focus`"
_SHIFT: Final = "手动挪图：先往右，后往下；往左、往上写负数"
_SEES: Final = "`banxin check`的门槛"

KEYS: Final[dict[str, str]] = {
    "PageSpec.facing": "右边的那一版，两版排成一整块时写（通版）",
    "PageSpec.edition": "本期设置；不写，就用同一文件夹里的`edition.yaml`（有的话）",
    "PageSpec.title": "PDF文件的标题，不排上版",
    "PageSpec.date": "本版日期，代替本期设置里的",
    "PageSpec.format": "开本和版心：写现成的名字，或逐项自定",
    "PageSpec.blocks": "版上各块，先后就是阅读顺序",
    "PageSpec.between": "各篇之间的线（水线、栏线），和留的空",
    "PageSpec.house": "本版的排法，代替本期设置里的",
    "PageSpec.styles": "本版用的样式表",
    "PageSpec.checks": f"{_SEES}，盖过本期设置里的",
    "Format.preset": "`broadsheet`对开，`tabloid`四开",
    "Format.width": "成品（裁切后）的宽",
    "Format.height": "成品（裁切后）的高",
    "Format.bleed": "出血：四边超出成品的部分",
    "Format.columns": (
        "基本栏数；或写各栏的宽，如[71zi, 34zi]：版面分成几大块，块里各自分栏；[109zi]只定版心的宽"
    ),
    "Format.column": "基本栏的栏宽，各栏一样宽时写",
    "Format.gutter": "栏距（栏空）",
    "Format.body": "正文字号",
    "Format.lines": "版心行数，可带小数，如121.5：整行以外的留在下边",
    "Format.pitch": "行距：基线到基线",
    "Format.top": "天头：成品上边到版心",
    "Facing.page": "右边那一版的版次",
    "Facing.gutter": "左右版心之间空多少；不写，是两个内侧白边",
    "Facing.strip": "中缝里排文字、广告的那一条多宽，在左右版心之间的正中；块写`part: strip`排进去",
    "Header.lines": "占几行；不写占3行，挂色块的占4行",
    "Header.folio": "版次，排在外侧",
    "Header.outer": "外侧是左是右",
    "Header.left": "版次旁边的字",
    "Header.center": "中间的字",
    "Header.right": "内侧的字",
    "Header.rule": "报眉下面的线",
    "Header.above": "报眉上面的线；挂色块的不写是粗线",
    "Header.style": (
        "样子：`plain`各项同在一条脚线上，下面是线；`panel`版次垫色块；`band`整条垫色块；"
        "`centered`名字居中；`divided`分格，格间用细线；`hung`名字或版次垫色块，从上线挂下来"
    ),
    "Header.hangs": "挂下来的色块上排什么：`name`名字，`folio`版次",
    "Header.corners": "色块的圆角，写法同块",
    "Header.numeral": "版次里数字（如第{page}版的2）的样式：排大些，或空心",
    "Header.name": "专版名或报名，用样式`header-name`，排在版次旁边",
    "Header.fill": "色块、整条的颜色；不写是`accent`",
    "Line.text": "这一行的字；` | `隔开上下句",
    "Line.style": "用什么样式",
    "Line.align": "怎样对齐，代替样式里的",
    "Block.id": "块的名字，提示里、--set里用来指这一块",
    "Block.at": (
        "占哪几栏、哪几行。稿件的正文可以分几处排，形状随意，按写的先后接排。stack、row里的块不写"
    ),
    "Block.lines": ("在stack、row里占几行；`fill`是别的块剩下多少占多少；不写，有多少内容占多少"),
    "Block.cols": "在row里占几个基本栏；`fill`是别的块剩下多少占多少；不写，余下的平分",
    "Block.width": "在row里多宽，代替`cols`；不写，余下的平分",
    "Block.wrap": "可以压在稿件上，稿件的字绕着块排",
    "Block.fit": "凑满版面时可以变动的；图片可只写`whole`或`cover`",
    "Block.over": "有意压在哪一块（如图片）上，写前面那一块的id：两块的位置可以重叠",
    "Block.fill": "底下的网底或色块",
    "Block.reverse": "反白：样式没有定颜色的字用纸色；不写，底色深的自动反白",
    "Block.rules": "四边的线；只写`thin`就四边都是",
    "Block.corners": (
        "底色、直线边框和块里的图的圆角，如2mm：四角一样写一个半径；不一样写四个，从左上角顺时针写起；"
        "两头圆写`pill`"
    ),
    "Block.inset": (
        "内空。写一个值：左右（竖排时上下）；两个：左右、上下；四个：上、右、下、左。"
        "不写：加线、垫底的稿件、报头、报尾左右1zi、上下半行；栏头不在旁边的导读左右1zi；文字块0.5zi；表格、码和带图说的图四边0.5zi，广告四边0.5pt；"
        "挨着线的文字留半行。有花边的从花边里面算起"
    ),
    "Block.nudge": "里面的内容整个下移；上移写负数；稿件、图片、导读、报头没有这一项",
    "At.cols": "占哪几个基本栏，如1-3",
    "At.from": (
        "从哪里起，如37.5zi：从版心左边量起，写了`cols`就从那几栏的左边量起；只写`width`，从0起"
    ),
    "At.width": "多宽，如16.25zi；不写，到版心或那几栏的右边为止",
    "At.lines": "占哪几行，如42-79",
    "At.part": (
        "通版的哪一部分：栏和字在左版（`left`）、右版（`right`）或中缝（`strip`）里数；"
        "别的都不写，就是整个部分"
    ),
    "At.of": "某篇稿件的id：栏、行、字都在那篇里面数，那篇的字绕着这一块排",
    "Wrap.shape": "文字避开什么：`box`整块，`polygon`多边形，`outline`带透明或圆角的图的轮廓",
    "Wrap.standoff": "图文间距；不写是`1zi`",
    "Wrap.points": "多边形各角：从块的左、上量起，写宽和高的几分之几",
    "Fit.picture": (
        "`whole`整幅照排，旁边露出纸或块的`fill`；`cover`铺满图框，多的裁掉。"
        "不写：广告和带透明的图整幅排，别的铺满"
    ),
    "Fit.lines": "块在stack、row里可占几行至几行",
    "Fit.headline": "标题可占几行至几行",
    "Fit.gutter": "栏距，写下限和上限",
    "Fit.leading": "行距，写下限和上限",
    "Between.rule": "两篇之间的线",
    "Between.down": "左右两篇之间的；不写照`rule`",
    "Between.across": "上下两篇之间的；不写照`rule`",
    "Between.white": (
        "左右两篇之间空多少；按长度分宽、不写`gutter`的row也照这个。空得不一样会说，一倍半以内还有线；"
        "不写，4zi以内有线"
    ),
    "Between.lines": (
        "上下两篇之间空几行，不写`gap`的stack也照这个。一倍半以内还有线；不写，3行以内有线"
    ),
    "Edges.all": "没有另写的各边",
    "Edges.top": "上边的线；不写照`all`",
    "Edges.right": "右边的线；不写照`all`",
    "Edges.bottom": "下边的线；不写照`all`",
    "Edges.left": "左边的线；不写照`all`",
    "StoryBlock.story": "稿件文件",
    "StoryBlock.headline": "标题怎样排",
    "StoryBlock.columns": "正文分几栏",
    "StoryBlock.body": "正文用什么样式",
    "StoryBlock.subhead": "小标题在正文里怎样排",
    "StoryBlock.label": "栏目（如核心阅读）什么样子、排在哪里；只写一个词就是样式",
    "LabelLook.style": "文字用什么样式；不写是`label`",
    "LabelLook.stands": "在题的哪里：`corner`块角，`above`题上，`beside`题左",
    "LabelLook.level": "题旁的栏目和谁齐平：`kicker`引题，`title`主题；不写，有引题就齐引题",
    "LabelLook.look": "样子：`panel`垫色块，`outline`加框，`plain`只用颜色",
    "LabelLook.color": "色块的颜色，或框和字的颜色；不写是`accent`",
    "LabelLook.corners": "色块、框的圆角，写法同块；`pill`是两头圆",
    "LabelLook.rule": "框用什么线",
    "LabelLook.arrange": "` | `隔开的字排一行（`line`）还是几行（`stack`）",
    "LabelLook.vertical": "栏目直排",
    "LabelLook.picture": "栏花：用图代替字，整图不裁",
    "LabelLook.height": "栏花的高",
    "LabelLook.stands_in": "栏花是代用图",
    "StoryBlock.byline_at": "作者署名在哪里：`head`文前，`end`文末",
    "StoryBlock.find_dateline": "正文开头的几个字是电头（如本报讯（记者 …）），照电头排",
    "StoryBlock.vertical": "正文竖排，从右往左；`columns`这时是上下分的栏",
    "StoryBlock.jump_to": "下转：排不完的转到这一版，那一版要有`jump_from`本版的块",
    "StoryBlock.jump_from": "上接：正文从这一版开始，那里排不下的排在这里",
    "StoryBlock.initial": "首字放大（首字下沉）占几行；开头是数字、外文词的，整个放大",
    "StoryBlock.end": "文末符号，接在最后一个字后面",
    "StoryBlock.foot": "文末附注，排在末栏底下，如图片作者",
    "StoryBlock.stands_in": "正文是代用稿",
    "StoryBlock.evidence": "原报情况：已知原报各栏止于何处；`banxin check`说合不合",
    "JumpTo.page": "另一版的版次；那一版这篇稿件的块写着本版",
    "JumpTo.words": "这行字怎么写，如`下转第二版`；不写，照本期设置，或`（下转A2版）`",
    "JumpTo.style": "这行字用什么样式；不写是`jump`",
    "JumpFrom.words": "这行字怎么写，如`上接第一版`；不写，照本期设置，或`（上接A1版）`",
    "JumpFrom.stands": "`text`排在正文上面、第一栏；`headline`就当标题排",
    "Edition.jump_to_words": "各处的下转怎么写，如`下转第{page}版`；不写是`（下转{page}版）`",
    "Edition.jump_from_words": "各处的上接怎么写，如`上接第{page}版`；不写是`（上接{page}版）`",
    "FrontMatter.jump_title": "转到别的版接排时的主题，单独排",
    "BylineAt.stands": "`head`文前，`end`文末",
    "BylineAt.over": (
        "在文前的：`column`排在第一栏上头，`all`通栏，在标题下面；竖排时是第一层或全部各层"
    ),
    "BylineAt.style": "用什么样式；不写，文前用`byline-head`，文末用`byline`",
    "BylineAt.rule": "文前署名下面的线",
    "BylineAt.lines": "文前署名连线占几行；不写，比字的行数多一行",
    "Headline.stands": "标题在正文的什么地方：`above`上面，`beside`旁边，`inside`里面",
    "Headline.lines": "占行；不写，需要几行占几行",
    "Headline.white": (
        "末行与下面正文之间至少空多少，从字身量到字身；不写是半行或半个字（取小的），"
        "提要题下面是一行"
    ),
    "Headline.span": "排在上面的，从第一栏起跨几栏；不写，跨全部。几处并排起头的，栏数合起来算",
    "Headline.cols": "排在里面的，占稿件的哪几栏，如2-3",
    "Headline.row": "排在里面的，从栏的第几行起；不写，居中",
    "Headline.side": "串文题、竖题在正文哪一边；不写，在左，竖排正文在右",
    "Headline.width": "串文题、竖题多宽；不写，需要多宽就多宽",
    "Headline.title": (
        "主题怎样分行：`line`上下句排一行，`stack`排两行，`steps`两行错开，"
        "`balance`匀行：各行差不多长，不断词"
    ),
    "Headline.rows": "匀行的主题分几行；不写，需要几行分几行",
    "Headline.even": "主题各行都撑到最长一行的宽",
    "Headline.alone": "只排主题，引题、副题、提要题都不排：接排的那一版用",
    "Headline.kicker": (
        "引题的位置：`above`主题上面；`shoulder`肩题，从主题第一个字上面排起；"
        "竖的主题用`beside`，引题在上头，副题在下头"
    ),
    "Headline.shoulder": "肩题的线：`under`在下面，`beside`在前面",
    "Shoulder.stands": "`under`在字下，跟字一样长；`beside`竖在字前",
    "Shoulder.rule": "什么线",
    "Headline.style": "主题的样式",
    "Headline.kicker_style": "引题的样式",
    "Headline.subtitle_style": "副题的样式",
    "Headline.summary": "提要题的样式",
    "Headline.align": "各行怎样对齐：不写，靠左，竖题居中；`fill`把主题撑满",
    "Headline.size": "主题的字号，代替样式里的；`fit`是宽和占行容得下的最大字号，半磅一级",
    "Headline.least": "`size: fit`时最小缩到多少；不写是样式字号的0.6",
    "Headline.most": "`size: fit`时最大放到多少；没写占行的，不超过样式的字号",
    "Headline.vertical": "竖题：字竖排",
    "Headline.fill": "标题底下的网底或色块",
    "Headline.corners": "标题底下的底色、图片做圆角，写法同块",
    "Headline.picture": "标题底下的图",
    "Headline.fit": "底下的图：`cover`铺满，多的裁掉；`whole`整幅照排，旁边露出色块或纸",
    "Headline.focus": _IN_VIEW,
    "Headline.inset": "网底、图里面的内空，写法同块；不写是1zi和半行",
    "Headline.stands_in": "底下的图是代用图",
    "Headline.rule": "标题上面的线",
    "Summary.style": "用什么样式；各行怎样对齐，看样式的`align`",
    "Summary.measure": "行长；不写，与标题同宽",
    "Summary.rule": "上下各一条线",
    "Summary.fill": "底下的网底或色块",
    "Columns.count": "几栏；不写是一栏，`policy: grid`是版面的栏数",
    "Columns.policy": (
        "破栏：栏宽不是整字数时怎样分。`whole`各栏取整字数，余下的归栏距；"
        "`unequal`取整字数，多出的字归前几栏；`equal`平分；`grid`用版面的基本栏"
    ),
    "Columns.measure": "每栏多宽；不写，取排得下的整字数",
    "Columns.gutter": "栏距至少多少",
    "Columns.level": "各栏拉平，底下一样齐",
    "Columns.justify": "为了各栏底下对齐，可以加的空",
    "Columns.widows": "准许孤行：段首、段末的一行可以单独落在栏底、栏首",
    "Columns.keep": "小标题下面至少跟几行正文",
    "Columns.rule": "栏线",
    "Justify.subhead": "小标题上面最多加多少；先用这一项",
    "Justify.paragraph": "段与段之间最多加多少；次用",
    "Justify.leading": "行与行之间最多加多少；最后用",
    "Subhead.style": "用什么样式",
    "Subhead.lines": "一个占几行；不在行上的连线一共占几行，不写，要几行占几行",
    "Subhead.above": "上面的线，跟栏一样宽",
    "Subhead.below": "下面的线",
    "Subhead.bar": "下线粗的一头：线名",
    "Subhead.leading": "不在行上的几行小标题的行距；不写是字号的1.25倍",
    "Bar.rule": "什么线，如0.8mm带颜色的",
    "Bar.length": "多长；不写是3zi",
    "Bar.end": "在线的哪一头",
    "Subhead.align": "怎样对齐：`indent`同正文的缩进；不写照样式",
    "Evidence.column_ends": "原报一栏的最后几个字",
    "Evidence.source": "根据什么知道的",
    "Evidence.required": "非合不可；写false就只报告，不算错",
    "TextBlock.text": "各行的字",
    "TextBlock.arrange": "`stack`上下排，`row`并排",
    "TextBlock.valign": "上下排时，整体靠上、居中还是靠下",
    "TextBlock.gap": "上下排时，行与行之间空多少",
    "TextBlock.vertical": "字竖排",
    "TextBlock.stands_in": "是代用的字",
    "CaptionedBlock.caption": "图说，需要几行排几行",
    "CaptionedBlock.credit": "图片作者",
    "CaptionedBlock.credit_at": (
        "作者排在哪里：`end`图说末行右端，排不下就另起一行；`below`总是另起一行"
    ),
    "CaptionedBlock.caption_mark": (
        "`true`：图说前加指着图的记号，在图下▲，在图上▼，在图左▶，在图右◀；也可写自己的记号。"
        "图说排在一处的，不写也加"
    ),
    "CaptionedBlock.caption_at": "图说在图的哪一边；`inside`压在图的下边",
    "CaptionedBlock.caption_lines": "图说在上、在下时占几行；不写，需要几行占几行",
    "CaptionedBlock.caption_width": "图说行长，不超过图的宽；在旁边的，不写是`9zi`",
    "CaptionedBlock.caption_fill": "图说压图时垫的底色；不写，字直接压在图上",
    "CaptionedBlock.keyline": "`true`：每幅图四边加细线，画在图边和圆角里面；也可写线的粗细",
    "CaptionedBlock.advert": "是广告：一点也不裁",
    "PictureBlock.picture": "图片文件，或PDF的一页（`map.pdf#2`）；没有图，写`picture:`，后面空着",
    "PictureBlock.focus": _IN_VIEW,
    "PictureBlock.scale": _SCALE,
    "PictureBlock.align": _ALIGN,
    "PictureBlock.valign": _VALIGN,
    "PictureBlock.shift": _SHIFT,
    "PictureBlock.stands_in": "是代用图",
    "PicturesBlock.pictures": "各幅图，按阅读顺序",
    "PicturesBlock.arrange": (
        "`row`并排，`column`上下排，`grid`每行`columns`幅，`mosaic`第一幅大，其余在右边排成一列，"
        "`overlap`其余压在第一幅的角上"
    ),
    "PicturesBlock.captions": (
        "短图说排在哪里：`own`各在图下，`together`按`caption_at`排在一处，一条一行，`joined`连成一段；不写，叠图是`together`"
    ),
    "PicturesBlock.columns": "grid时每行几幅",
    "PicturesBlock.sizes": "`shape`按各图的形状，`equal`一样大",
    "PicturesBlock.gap": "图与图之间空多少；不写是`0.5zi`",
    "PictureItem.picture": "图片文件；图还没有来，空着",
    "PictureItem.caption": "这一幅的短图说",
    "PictureItem.credit": "图片作者",
    "PictureItem.fit": "`whole`整幅，`cover`铺满；不写，照整组的`fit`",
    "PictureItem.focus": _IN_VIEW,
    "PictureItem.scale": _SCALE,
    "PictureItem.align": _ALIGN,
    "PictureItem.valign": _VALIGN,
    "PictureItem.shift": _SHIFT,
    "PictureItem.corners": "这一幅的圆角；不写，照整组的",
    "PictureItem.keyline": "这一幅四边的线；不写，照整组的",
    "PictureItem.caption_mark": "图说前的记号；不写，照整组的",
    "PictureItem.corner": (
        "`arrange: overlap`时压在第一幅的哪个角上：左上、右上、右下、左下；不写是右下`bottom-right`"
    ),
    "PictureItem.width": "压角的图多宽，占第一幅的百分之几；不写是`40%`",
    "PictureItem.out": (
        "伸出第一幅多少：横向、纵向，只写一个两边一样；小于0是缩在里面。第一幅会相应缩小，整组不出块"
    ),
    "PictureItem.beyond": "`out`里有多少还要伸出块外",
    "PictureItem.edge": "压在第一幅上的图四周的白边；不写是`1mm`",
    "PictureItem.stands_in": "是代用图",
    "IndexBlock.index": "各条",
    "PageMark.shape": "`disc`圆，`square`方",
    "PageMark.color": "颜色；不写是`accent`",
    "PageMark.size": "多大；不写，最宽的版次要多大就多大",
    "PageMark.corners": "方的圆角，写法同块",
    "IndexBlock.mark": "版次垫的底：`disc`圆，`square`方，版次反白",
    "IndexBlock.leading": "条与条的距离，如1lines：一行一条，从上头排起；不写，各条均分高度",
    "IndexBlock.label": "栏头的字",
    "IndexBlock.label_at": (
        "栏头在哪里：`left`左边，字竖着排；`above`上面；`beside`左边，字横着排；`none`不要"
    ),
    "IndexBlock.panel": "栏头在accent色块上反白；写false，就用那种颜色排字",
    "IndexBlock.columns": "分几栏；有几条分几栏，就成一条通栏",
    "IndexBlock.page_at": "版次在哪里：`before`标题前面，字大些；`above`标题上面；`after`行末",
    "IndexBlock.between": "条与条之间、栏与栏之间的线",
    "IndexBlock.leader": "版次在行末时，标题到版次的引线",
    "IndexBlock.page_style": "版次的样式",
    "IndexBlock.title_style": "标题的样式",
    "IndexBlock.label_style": "栏头的样式",
    "TableRules.like": (
        "成套的线：`three`上下用反线、表头下用正线（三线表）；`rows`行与行之间也加正线；"
        "`all`列与列之间、左右两边也加；`none`不用线"
    ),
    "TableRules.top": "表格上边的线",
    "TableRules.head": "表头下面的线",
    "TableRules.rows": "两行之间的线",
    "TableRules.columns": "两列之间的线",
    "TableRules.bottom": "表格下边的线",
    "TableRules.sides": "表格左右两边的线",
    "TableBlock.table": "表格文件：.md、.csv或.tsv",
    "TableBlock.title": "表题，在表的上面居中：样式`table-title`",
    "TableBlock.unit": "表右上角的字，如单位：万元：样式`table-note`",
    "TableBlock.notes": "表注，在表的下面，每条要几行排几行：样式`table-note`",
    "TableBlock.header": "表头占几行；不写是1，表头空着就没有",
    "TableBlock.widths": (
        "各列的宽：几个字（`6`或`6字`，按表格的字号），或长度，或`auto`，或`2fr`（余下的占两份）。"
        "只写一个`auto`或不写，按各列的字数定"
    ),
    "TableBlock.align": (
        "各列怎样对齐，或只写一个：`point`按小数点对齐。`auto`或不写，照Markdown里写的；"
        "没有写，数字用`point`，第一列用`left`，其余用`center`"
    ),
    "TableBlock.valign": "比本行矮的格子，字排在哪里",
    "TableBlock.gap": "两列的字之间空多少；`1zi`",
    "TableBlock.leading": "行距，也是单行的行高；不写，占版面一行",
    "TableBlock.air": "每行另加的空，上下各一半；不写没有",
    "TableBlock.ruling": "表格的线",
    "TableBlock.header_fill": "表头的底色",
    "TableBlock.stripe_fill": "隔行的底色",
    "TableBlock.style": "表格里字的样式；`table`",
    "TableBlock.header_style": "表头里字的样式；`table-head`",
    "TableBlock.stands_in": "是代用表",
    "IndexItem.page": "在哪一版",
    "IndexItem.title": "那一版上的主题",
    "CreditsBlock.credits": "排哪几项",
    "CreditsBlock.arrange": "`line`排成一行，排不下就几行；`stack`一职一行，冒号对齐",
    "CreditsBlock.align": "各行怎样对齐",
    "AdvertBlock.advert": "图稿：PDF的一页（`ad.pdf#2`）、SVG、PNG、JPEG、TIFF；没到空着",
    "AdvertBlock.client": "谁家的广告：列在表里，图稿没到时印在框里",
    "AdvertBlock.booked": "订的规格，照刊例的名称：半通栏",
    "AdvertBlock.mark": "角上加“广告”二字（法律要求）；图稿上已有的写`false`",
    "AdvertBlock.mark_at": "这两个字在哪个角",
    "AdvertBlock.stands_in": "不是真的图稿，是代用的",
    "AdvertSize.width": "宽：`4cols`、`170mm`、`50%`",
    "AdvertSize.height": "高：`20lines`、`80mm`、`50%`",
    "Edition.rate_card": "刊例：本报广告的各种规格，同名的盖过现成的",
    "BookedAdvertLimits.by": "图框与所订规格最多差多少",
    "BookedAdvertLimits.white": "图稿在框里最多空出多少",
    "BookedAdvertLimits.ink": "图稿总墨量（四色相加）最多百分之几，取15mm²的平均",
    "ArtworkLimits.by": "广告放大缩小最多差多少",
    "Code.qr": "二维码的内容：网址或文字；`{website}`",
    "Code.barcode": (
        "条码的内容：ISSN，`{issn}`，自动变成977、前七位和`variant`；或EAN-13的12位、13位数字"
    ),
    "Code.caption": "码下面的文字，一行或几行",
    "Code.caption_at": "文字在下面、上面还是右边",
    "Code.error": "二维码污损多少还认得出：7%、15%、25%、30%，越高码越密",
    "Code.size": "二维码的边长，不算四周的留白；不写就尽地方放大",
    "Code.magnification": "条码的放大系数：`100%`时最窄的条0.33mm；不写就是100%，地方不够则缩",
    "Code.height": "条码的条高；100%时22.85mm，不写就尽地方",
    "Code.variant": "ISSN后面的两位数字",
    "Code.addon": "附加码，两位或五位数字，如`{issue}`；位数不够的前面补0",
    "Code.addon_gap": "主码与附加码之间空几个模块；标准最多12个，隔10个以上有的扫不到附加码",
    "Code.reduction": "缩条：每条的宽、二维码每个模块的四边缩去多少，抵网点扩大（BWR）",
    "CodeBlock.code": "什么码；只写文字就是二维码的内容",
    "CodeBlock.align": "在所占地方的左、中、右",
    "CodeBlock.valign": "在所占地方的上、中、下",
    "MastheadBlock.masthead": "报名的文字：`{name}`",
    "MastheadBlock.logo": "题写的报名：图片，代替文字",
    "MastheadBlock.latin": (
        "外文报名，排在报名下面，与报名同宽；字母之间最多空0.7个字号，还不够宽就居中，"
        "可把`masthead-latin`放大"
    ),
    "MastheadBlock.day": "日期里几号排大字",
    "MastheadBlock.date": (
        "几号旁边的各行；不写，就是`{year}年{month}月`、`{weekday}`、`农历{ganzhi}年{lunar}`、`{term}`"
    ),
    "MastheadBlock.foot": (
        "线上面的各项：期号、版数、刊号、零售价。通栏的排成一行撑满，别的一项一行"
    ),
    "MastheadBlock.arrange": (
        "`across`报名和日期左右排；`stack`上下排，占几栏；`down`报名竖排，别的排在旁边"
    ),
    "MastheadBlock.date_at": "日期在哪一边",
    "MastheadBlock.codes": "码，下面各有文字：在一边的最外面；上下排时单占一层",
    "MastheadBlock.codes_at": "码在哪一边",
    "MastheadBlock.align": "`left`报名排在另一边，`center`在所余处居中",
    "MastheadBlock.below": "底下的线；`masthead`是0.8mm的套色线",
    "MastheadBlock.between": "通栏时，`foot`一行上面的线",
    "MastheadBlock.stands_in": "报名不是真的题字，是代用的",
    "ImprintBlock.imprint": "各项",
    "ImprintBlock.between": "两项之间：`dot`点、`bar`竖线、`space`空",
    "ImprintBlock.rows": "排几行；不写，一行排不下就排两行",
    "ImprintBlock.align": "`spread`撑满，或靠左、居中",
    "ImprintBlock.below": "下面的线；`foot`是0.41mm",
    "ImprintBlock.above": "上面的线",
    "RuleBlock.vertical": "竖线",
    "StackBlock.stack": "各块，从上到下",
    "StackBlock.gap": "块与块之间空几行",
    "RowBlock.row": "各块，从左到右",
    "RowBlock.gutter": "两块之间的空；不写，是版面的栏距",
    "Checks.EVIDENCE": "与原版不符",
    "PageChecks.accept": "有意这样排的，写明理由",
    "Limits.severity": "查出来算什么：`error`错误，`warning`警告，`info`提示，`skip`不查",
    "TitleAbutLimits.overlap": "较矮一题有百分之几的高度与另一题相并才算",
    "TitleAbutLimits.gap": "两题隔开这么远就不算",
    "TitleStackLimits.gap": "两题至少隔多少",
    "TitleOrphanLimits.lines": "下面至少跟几行正文",
    "PageCutLimits.width": "缝有版心宽的百分之几才算",
    "PageCutLimits.across": "版头、版尾的通栏稿件，有几篇的边不算缝",
    "GutterRunLimits.height": "一条缝最多直下版心高的百分之几",
    "GutterRunLimits.articles": "挨着几篇稿件才算",
    "GutterRunLimits.side": "边栏最宽可占版心宽的百分之几；一版可以有一个边栏",
    "WidowLimits.head": "段末落在栏首的，至少几行",
    "WidowLimits.foot": "段首落在栏底的，至少几行",
    "RuntLimits.least": "段末一行至少几个字，标点不算",
    "UndersetLimits.lines": "每栏可以空几行",
    "ColbalLimits.lines": "各栏末尾可以差几行",
    "GridLimits.by": "基线可以差多少",
    "OutLimits.by": "可以出去多少",
    "CollideLimits.gap": "字与线、与图和网底的边至少隔多少",
    "InvisibleLimits.least": "字与底的明度至少差多少（L*：白纸100，实地黑14）",
    "FineTypeLimits.several": "几种墨套印的字最小多大",
    "FineTypeLimits.rich": "深黑的字最小多大",
    "FineTypeLimits.reversed": "反白字压在一种墨上，最小多大",
    "FineTypeLimits.reversed_several": "反白字压在几种墨或图上，最小多大",
    "CroppedLimits.area": "最多裁掉面积的百分之几",
    "CoarseLimits.least": "图排出来每英寸至少多少像素",
    "CoarseLimits.line_art": "黑白线条图每英寸至少多少像素",
    "TightLimits.white": "题与正文至少空多少；字小的是半个字",
    "TightLimits.summary": "提要题下面至少空多少",
    "LooseLimits.gap": "字与字之间最多空多少，以字宽计",
    "FoldLimits.clear": "正文、小字到中缝的空",
    "FoldLimits.size": "标题字多大以上可以跨中缝",
    "FacesLimits.most": "一版最多几种字体",
    "UnreadCodeLimits.qr": "二维码一个模块的边长至少多少",
    "UnreadCodeLimits.bars": "条码最窄的条至少多宽",
    "UnreadCodeLimits.height": "条码的条至少多高",
    "CaptionLimits.gap": "图说离图最远多少",
    "Accept.check": "是哪一项检查的",
    "Accept.at": "说的是哪一块：写块的id，或提示里的几个字",
    "Accept.why": "理由",
    "Edition.name": "报名，知道就写",
    "Edition.section": "专版名",
    "Edition.date": "出版日期；星期照日期推算",
    "Edition.weekday": "照原报写的星期；与日期核对",
    "Edition.lunar": "照原报写的农历日期；与日期核对",
    "Edition.paper": "报头、报尾里报纸自己的各项，期号怎样算",
    "Edition.page_count": "今日共几版；比`pages`列的多时写",
    "Edition.phone": "电话，照原样排",
    "Edition.staff": "本版编辑等人，排在报眉",
    "Edition.credits": "策划、执行等，用`credits`块排",
    "Edition.paragraphs": (
        "稿件文件里一行是不是一段：`rows`一行一段；`joined`没有空行隔开的各行并成一段。"
        "稿件自己的稿头写了，以稿头为准"
    ),
    "Edition.house": (
        "各行的排法，管样式里没写明的：`clreq`照《中文排版需求》，`daily`照日报（标点全角，别的推出），"
        "`kaiming`开明式。见“排法”"
    ),
    "Edition.styles": "各版共用的样式表",
    "Edition.pages": "各版的版面文件，按顺序",
    "Edition.spread": "对页怎样拼",
    "Edition.checks": _SEES,
    "Edition.press": "付印的要求",
    "PageSpec.press": "本版付印的要求，盖过本期设置里的",
    "Press.pdfx": (
        "印刷PDF按哪个标准：`x4`即PDF/X-4，`x1a`即PDF/X-1a:2003，`none`不按；不写是x4。"
        "`banxin build --pdfx`盖过这里"
    ),
    "Press.profile": (
        "印刷厂的ICC特性文件，CMYK；不写，用`assets/profiles`里的第一个，没有就用自带的新闻纸的"
    ),
    "Press.condition": "文件里写明的印刷条件；不写，照特性文件",
    "Press.overprint_lines": "比这细的单黑线叠印；不写是`2pt`（GWG）。黑字不论大小都叠印",
    "Press.ink_limit": "总墨量上限，各色墨相加：`240%`",
    "Press.marks": (
        "出血以外的印刷标记：`true`全要，或写要哪几样：`crop`裁切线（连同折标）、`bleed`出血线、"
        "`registration`十字线、`bars`色标、`slug`说明行、`strip`测控条；不写就没有。"
        "`banxin build --marks`盖过这里"
    ),
    "Press.intent": (
        "图片里油墨印不出的颜色怎么办：perceptual整体压缩，照片合眼；relative只压印不出的；"
        "saturation求鲜艳；absolute连纸白也照原样；默认perceptual"
    ),
    "Press.black_point": (
        "黑场补偿：图片的黑对到油墨的黑，暗部层次不丢；默认要，配`intent: relative`才看得出"
    ),
    "Press.resolution": "图片按版上大小降到每英寸多少像素；不写就不降，从不放大，两级线条图不动",
    "Press.sharpen": "转换的图片和灰度图按新闻纸网线加锐化；默认不加",
    "Press.most_black": (
        "单黑照片和转换的图片暗部最深的K，再深的用曲线提亮，亮部、中间调不动；"
        "默认85%，单黑线条图仍是实地"
    ),
    "Press.least_dot": "单黑照片最小的网点，更小的改成此数或纸白，看近哪个；默认3%",
    "Condition.identifier": (
        "在ICC登记的名称，如`CGATS TR 002`、`IFRA26`；没有登记的，写印刷厂自己的"
    ),
    "Condition.info": "说明；不写，照登记的，没有登记的照特性文件",
    "Condition.registry": "在哪里登记，写网址；在ICC登记的不写",
    "PaperFacts.issue": "期号怎样算，供`{issue}`用",
    "PaperFacts.latin": "报名的外文",
    "PaperFacts.lettering": "谁题写的报名",
    "PaperFacts.cn_number": "国内统一连续出版物号，如`CN 43-0001`",
    "PaperFacts.issn": "ISSN；核对末位校验码",
    "PaperFacts.price": "每份零售价，照原样排",
    "PaperFacts.website": "网址，照原样排",
    "PaperFacts.mail": "邮箱，照原样排",
    "PaperFacts.publisher": "主办、出版单位，照原样排",
    "PaperFacts.address": "社址，照原样排",
    "PaperFacts.own": "自设的项：写了`{印刷: 本报印刷厂}`，文字里用`{印刷}`",
    "Issues.first": "起算期的日期",
    "Issues.number": "起算期的期号",
    "Issues.weekdays": "星期几出报，如`[一, 三, 五]`；不写就是天天出",
    "Issues.without": "不出报的日子，如春节休刊：`2026-02-16/2026-02-19`，或只写一天",
    "Issues.extra": "照星期或休刊本来不出、却要出报的日子",
    "Role.role": "职名",
    "Role.names": "人名",
    "Spread.strip": (
        "中缝的版面文件：印在最外面一张的折线上，末版和首版之间，两版内侧白边的正中；和版一样高"
    ),
    "Spread.gutter": "中缝：两版成品之间另加的空，各版自己的边空不算",
    "StyleSheet.house": "用这个样式表的各行的排法，管样式里没写明的。见本期设置",
    "StyleSheet.styles": "各样式，按名",
    "StyleSheet.colors": "各颜色，按名；几种墨叠成的黑只能写成`深黑: rich K100 C40`，用在大面积上",
    "StyleSheet.rules": "各种线，按名：改现成的，或添自己的",
    "StyleSheet.boxes": "稿件里的方框，按名：改编者按、链接、延伸阅读，或添自己的",
    "StyleSheet.faces": "自备的字体，按字体名，一个或几个；`生僻`专管冷僻字，不论字体",
    "Style.like": "从哪个样式改起",
    "Style.house": "这个样式的排法，写明的各项盖过排法",
    "Style.face": "字体名",
    "Style.size": "字号",
    "Style.leading": "行距：基线到基线；`1lines`跟着版面的行走",
    "Style.color": "墨色，或颜色名",
    "Style.tracking": "字距：每个字后面加的空",
    "Style.h_scale": "字宽是字号的百分之几，长体小于100，平体大于100；"
    "写两个值，是一行题为了排满可取的最窄和最宽",
    "Style.v_scale": "字高是字号的百分之几，扁体小于100；两个值同`h_scale`；"
    "竖题靠字高排满长，靠字宽排满宽",
    "Style.hollow": "空心字：整行字只画轮廓，粗细照`stroke`，不写是字号的1/50；照样能选、能查",
    "Style.stroke": "描边：笔画加粗多少",
    "Style.align": "怎样对齐；`justify`两端齐，`fill`把一行撑满",
    "Style.indent": "段首缩进",
    "Style.hang": "一段从第二行起缩进",
    "Style.left": "稿件里的一段，左边缩进",
    "Style.right": "稿件里的一段，右边缩进",
    "Style.before": "稿件里的一段，上面空几行（版心的行）",
    "Style.after": "稿件里的一段，下面空几行；上下两段都写了，取大的",
    "Style.with_next": "不排在栏底：同下一段连着，像小标题",
    "Style.lead_in": "段首到第一个`：`为止（答：）用的字体",
    "Style.latin_gap": "汉字与外文、数字之间的空，以字宽计",
    "Style.digits": "数字宽度：`half`半角，`proportional`照字体",
    "Style.percent": "数字半角时%的宽度：`drawn`照字体，`half`也半角",
    "Style.latin_gap_least": "挤行时这个空最少留多少，以字宽计",
    "Style.latin_gap_most": "拉行时这个空先开到多少，然后才拉开汉字，以字宽计",
    "Style.level": "行首行末禁则，从宽到严：`none` `basic` `gb` `strict`",
    "Style.punctuation": (
        "标点宽度：`quanjiao`全角，`kaiming`开明，`banjiao`半角，`hangmobanjiao`行末半角，`cct`"
    ),
    "Style.first_mark": (
        "段首是前引号、前括号时，墨迹在哪里：`half`在缩进处，`full`再进半个字，`hang`伸出半个字"
    ),
    "Style.line_start": "行首标点的空白：`trim`去掉，`keep`留着",
    "Style.line_end": "行末标点的空白：`trim`去掉，`keep`留着",
    "Style.loose": "`even`各行尽量匀，`fewest`松行（超过5%）尽量少，"
    "`steady`匀，且同段标点尽量不忽全忽半",
    "Style.hanging": "行末的，、。可以悬在栏外",
    "Style.hyphenate": "外文词可以加连字符断开",
    "Style.mark_blank": "标点旁边的空最多留多少，几分之几字：0.5全留；0.1，题里的引号、逗号就靠拢",
    "Style.optical": "一行题按笔画的边分字距，不按字身：空白尽量匀，一行的长短不变",
    "Style.squeeze": (
        "哪些标点可以挤：`all`一行用得着的都挤（先挤进），`pairs`只挤相连的两个，`none`不挤；"
        "挤不进的推到下一行（推出）"
    ),
    "Style.squeeze_stops": "。？！也可以挤，排在别的标点之后",
    "Style.bonds": ("日期、数字与单位：`keep`尽量排在一行里，`part`照一般的词断开"),
    "Style.tighten": "汉字之间最多挤进多少，以字宽计",
    "Style.script": "照哪里的规矩排标点：`zh-hans`简体，`zh-hant`繁体，`ja`日文",
    "Style.column_numbers": "竖排里四位以上的数：`turned`横躺，`upright`一个字一个字直立",
    "Style.fit": "怎样断行：`total`整段通盘考虑，`first`一行断了再断下一行",
    "TextBox.like": "从哪个方框改起",
    "TextBox.style": "框里文字的样式；不写，用与方框同名的样式",
    "TextBox.heading": "框里小标题的样式；不写是`box-heading`",
    "TextBox.rules": "四边的线：写`thin`是四边都加",
    "TextBox.fill": "底色或底块",
    "TextBox.corners": (
        "底色和四边边框的圆角，写法同块；最大一行。框被分到两栏的，分开的那一头是方角"
    ),
    "TextBox.inset": "框边到文字空多少；两边有线或有底色的空1zi，不然不空",
    "TextBox.whole": "连边不超过几行就不断开；12",
    "Keyline.width": "线的粗细；不写是`0.1mm`",
    "Keyline.color": "线的颜色；不写是黑",
    "Swatch.spot": "墨名，按印刷厂的叫法：`PANTONE 871 C`",
    "Swatch.as": "最像这种墨的四色，屏幕、样张上用，没有这种墨的印刷厂也用",
    "Ruling.like": "从哪一种线改起",
    "Ruling.lines": "各条线的粗细，从上往下；作框时从外往里",
    "Ruling.gap": "线与线之间空多少；不写是`0.35mm`",
    "Ruling.dash": "一划一空；划写`0pt`就是圆点。画的时候凑成整数个",
    "Ruling.wave": "曲线：峰到峰",
    "Ruling.height": "曲线：峰到谷；取峰距的三分之一，转角最顺",
    "Ruling.size": "花边的宽",
    "Ruling.color": "颜色；两色套印的线要有1pt，再细就套不准",
    "OwnFaceSpec.file": "字体文件：TTF、OTF或TTC",
    "OwnFaceSpec.index": "TTC里的第几个字体，从0数起",
    "OwnFaceSpec.instance": "可变字体的哪个实例，写实例名",
    "OwnFaceSpec.axes": "可变字体各轴的值",
    "FrontMatter.title": "主题；` | `隔开上下句；匀行的主题里写`|?`，表示最好断在这里",
    "FrontMatter.summary": "提要题：几行字说清大意",
    "FrontMatter.label": "栏目，排在题上面，或代替题：核心阅读",
    "FrontMatter.byline": "作者署名",
    "FrontMatter.dateline": "电头，接排在第一段前头，黑体：`本报城关{month}月{day}日讯（记者 …）`",
    "FrontMatter.note_sign": "脚注的注号怎么排：①、[1]，或照写的样子",
    "FrontMatter.paragraphs": (
        "`rows`：文件里一行一段；`joined`：没有空行隔开的各行并成一段，不再提示。"
        "不写，照本期设置；那里也没写，就并成一段，并提示"
    ),
    "FrontMatter.stands_in": "是代用稿",
    "FrontMatter.notes": "给编辑看的话，不排",
    "Project.lang": "提示和大样用哪种语言，`zh`中文，`en`英文；`--lang`优先",
    "WordCorrection.story": "稿件文件，`01-town.md`，带不带文件夹都行",
    "WordCorrection.page": "哪一版：图说、报眉、表格等不在稿件里的字",
    "WordCorrection.words": "校样上的原文，写到只有一处为止",
    "WordCorrection.should_be": "改成什么",
    "WordCorrection.delete": "删去，不补别的字",
    "WordCorrection.query": "要查的字，怎么改还不知道，疑问写在`note`里",
    "WordCorrection.paragraph": "接排：这几个字起的一段接到上一段；另起段：从这几个字起另起一段",
    "WordCorrection.face": "这几个字改什么字体、字号，如楷体、小五号",
    "WordCorrection.nth": "同样的字有几处时，改第几处，头一处是1",
    "WordCorrection.by": "谁改的",
    "WordCorrection.reading": "哪一校",
    "WordCorrection.note": "为什么改，或要核对什么",
    "Corrections.by": "谁改的，各条没有另写的",
    "Corrections.reading": "现在是哪一校，各条没有另写的也算；在活校样里另选，先把原来的写进这些条",
    "Corrections.corrections": "一处一条",
}

CLASSES: Final[dict[str, tuple[str, str]]] = {
    "PageSpec": ("一个版", "一个版写一个文件。"),
    "Format": ("开本", "成品、版心和版面的栏与行。没写的，照`preset`。"),
    "Facing": (
        "通版",
        "左右两版排成一整块。`format`写的是其中一版；栏从左版数到右版，两个版心之间的空就像一个栏距；"
        "报眉左右各一条，版次在外侧。只写右边那一版的版次也行：`facing: A5`。",
    ),
    "Header": (
        "报眉",
        "报眉在版面顶上。文字里可以用`{page}`版次 `{year}`年 `{month}`月 `{day}`日 "
        "`{weekday}`星期 `{date}`日期 `{name}`报名 `{section}`专版名 `{phone}`电话 "
        "`{staff}`编辑 `{pages}`今日版数 `{lunar}`农历 `{ganzhi}`干支 `{zodiac}`生肖 `{term}`节气，"
        "还有`paper`里的各项，如`{issue}`期号、`{issn}`，排的时候换成本期的。当天没有的项"
        "（如节气）连同紧挨着的字和一个间隔（空格、` · `、` | `、顿号）一起不排。",
    ),
    "Line": ("一行字", "一行标题字，连同样式。"),
    "Block": ("块", "每一种块都可以写的。"),
    "At": ("位置", "版面上的位置：占哪几栏、哪几行，都从1数起；或从哪里起、多宽，用字或别的长度。"),
    "Wrap": ("绕排", "文围图：块下面稿件的字绕着块排，行还在原来的行上。"),
    "Fit": (
        "凑满",
        "为了把版面凑满，可以变动的值，各写下限和上限；还有图怎样放进图框，可以只写一个词："
        "`fit: whole`。改了什么都会说，没写的不动。",
    ),
    "Between": (
        "各篇之间的线",
        "版上各篇之间的线（水线），在空的正中，线头到那一篇为止，碰到别的线就接上。版心边上、框边、"
        "底色边上没有线；块在`rules`里写了哪一边（`none`也算），那一边也没有。同一stack、row里的图和"
        "文不隔开。只写线名也行：`between: thin`。",
    ),
    "Edges": ("四边的线", "块四边的线，各写线名。"),
    "StoryBlock": ("稿件块", "一篇稿件：上面是标题，下面正文分栏。"),
    "Shoulder": ("肩题的线", "肩题（排在主题左肩上的引题）的线。"),
    "LabelLook": (
        "栏目",
        "一篇稿件的栏目什么样子、排在哪里；只写一个词就是样式。排在块角（`corner`）的色块从块的上边"
        "挂下来，别的排在文字上头；`above`排在题上，跟题对齐；`beside`排在题左，和引题或主题齐平。",
    ),
    "JumpTo": (
        "下转",
        "稿件转到哪一版，转版的那行字怎么写。字里可以有`{page}`（另一版的版次）、`{title}`（主题），"
        "和别处能用的各项。",
    ),
    "JumpFrom": (
        "上接",
        "稿件从哪一版转来，那一版排不下的排在这里。上接的那行字排在正文上面，"
        "或者就是标题：`《{title}》上接第一版`。稿头写了`jump_title`的，这里的主题就用这个短题，单独排。",
    ),
    "BylineAt": (
        "作者署名的位置",
        "作者署名排在文末，自占一行，靠右；或排在文前，标题下面，署名下面有线。文前的排在稿件开头的"
        "那一版，转到的那一版怎样写都不管。",
    ),
    "Headline": (
        "标题",
        "稿件自己的标题（引题、主题、副题、提要题）怎样排。排在正文上面，盖全部的栏，"
        "或只盖前`span`栏（盖文题）；`beside`排在正文旁边，自占一栏（串文题）；"
        "`inside`排在正文中间，各行绕开标题（文包题）。竖题与块同高，一行是一列，从右往左，"
        "这时`left`、`center`、`right`是靠上、居中、靠下。",
    ),
    "Summary": ("提要题", "标题下面几行字，说清稿件的大意。"),
    "Columns": ("分栏", "块里的正文怎样分栏。"),
    "Justify": ("各栏拉平", "为了各栏底下一样齐，可以加的空。"),
    "PageMark": ("版次的底", "导读里版次垫的圆或方；只写一个词就是形状。"),
    "Bar": ("小标题的粗线头", "小标题下线粗的一头。"),
    "Subhead": (
        "小标题",
        "稿件的小标题在正文各行之间怎样排。加了线或另定行距的不排在行上：` | `隔开的几行按自己的"
        "行距排，连线连空一共占整行，下面的正文又回到行上。",
    ),
    "Evidence": (
        "原报情况",
        "已知原报的一栏正好止于某几个字。与排出来的逐字比对，`banxin check`说合不合；"
        "不合的，说这几个字现在落在哪里。",
    ),
    "TextBlock": (
        "文字块",
        "标题字：专栏名、通栏大题、一句话，或一个竖排的框。样式是`align: justify`的"
        "（如`body`、`brief`）是一段，需要几行排几行。竖排时一条是一列，从右往左；"
        "是一段的，需要几列排几列。这时`left`、`center`、`right`是一列的上、中、下，"
        "`top`、`middle`、`bottom`是块的右、中、左。",
    ),
    "PictureBlock": (
        "图片块",
        "一幅图在图框里整幅排，或裁到图框那么大（`fit`）；图说在一边，或在图里。"
        "裁掉多少会说（`CROPPED`裁切）。",
    ),
    "PicturesBlock": (
        "组照块",
        "组照：一条总图说，各图可有自己的短图说。整组把地方占满。`sizes: shape`时，"
        "一行的图同高、一列的图同宽，各照自己的形状，块高些低些，大家裁得一样多。",
    ),
    "PictureItem": ("组照里的一幅", "组照里的一幅图，下面可有一条短图说。"),
    "IndexBlock": ("导读块", "导读：别的版有什么，排成一列、几栏，或通栏一条。"),
    "TableRules": ("表格的线", "表格的线：用哪一套，哪些与这一套不同。"),
    "TableBlock": (
        "表格块",
        "表格，从Markdown（`| 甲 | 乙 |`）或CSV文件里来，各行站在版面的行上。\n\n"
        "格子里`**黑**`、`m^2^`、`H~2~O`和别处一样；Markdown里写`<br>`、CSV里在引号中换行，就另起一行。"
        "写`<<`的格与左格合并，写`^^`的格与上格合并。字前面的全角空格是缩进。",
    ),
    "IndexItem": ("导读的一条", "导读里的一条。"),
    "CreditsBlock": ("署名块", "本期的署名；两个字的名字撑到三个字宽。"),
    "AdvertBlock": (
        "广告块",
        "广告：图稿整幅排进所订的框，角上加“广告”二字；图稿没到，先排空框，写明是谁家的、什么规格。"
        "规格照刊例（本期设置的`rate_card`，没有就用现成的），框与规格不合会说（`ADVERT`）。"
        "样式：`advert-mark`、`advert-frame`。",
    ),
    "AdvertSize": (
        "广告规格",
        "刊例上的一种规格。百分比是版心的百分之几，有报眉的不算报眉；宽`50%`是半个版心减去半个栏距。",
    ),
    "ArtworkLimits": ("图稿", "置入的PDF、SVG，印出来会怎样。"),
    "BookedAdvertLimits": ("广告不合", "广告与所订规格不合，或图稿与框不合。"),
    "Code": (
        "码",
        "给机器读的码：二维码（`qr`），或EAN-13条码（`barcode`），下面可有文字。只用黑版，"
        "印在自己的白底上，四周照标准留白。内容里可用的项同报眉。文字的样式是`code`，"
        "条码数字的样式是`code-figures`。",
    ),
    "CodeBlock": ("码的块", "一个二维码或条码。"),
    "MastheadBlock": (
        "报头块",
        "报头：报名、日期和各项号码，底下一道线。文字里可用的项同报眉。样式：`masthead`、"
        "`masthead-latin`、`masthead-day`、`masthead-date`、`masthead-note`。",
    ),
    "ImprintBlock": (
        "报尾块",
        "报尾：谁办的报、社址电话，排成一两行，下面一道线；样式`imprint`。",
    ),
    "RuleBlock": ("线块", "一条线，在所占各行的正中；竖线在所占各栏的正中。"),
    "StackBlock": (
        "上下排的块",
        "几块上下排，各写`lines`，或有多少内容占多少。里面的块不写`at`。线、底、内空是整组的。",
    ),
    "RowBlock": (
        "并排的块",
        "几块左右并排，各写`cols`或`width`，都与最高的同高。里面的块不写`at`。有一块写了`width`，或row写了`gutter`，或row不在基本栏上、占的栏比块还少，就按长度分宽。",
    ),
    "PageChecks": ("本版的检查", "本版的门槛，盖过本期设置；还有有意这样排、不算毛病的。"),
    "TitleAbutLimits": ("碰题", "两题并排，连着读成一题。"),
    "TitleStackLimits": ("题压题", "一题紧接在另一题下面。"),
    "TitleOrphanLimits": ("背题", "标题、小标题落在栏底。"),
    "PageCutLimits": ("断版", "一条横缝，没有东西跨过，从版的一边通到另一边。"),
    "GutterRunLimits": ("通缝", "一条栏缝直下版面。"),
    "WidowLimits": ("孤行", "一段的一行单独落在栏首、栏底。"),
    "RuntLimits": ("孤字", "段末一行只有一个字。"),
    "PlainLimits": ("没有门槛的检查", "只定轻重，没有门槛。"),
    "UndersetLimits": ("欠文", "栏里空着。"),
    "ColbalLimits": ("栏不齐", "一篇稿件各栏底下不一样齐。"),
    "GridLimits": ("错行", "相邻两栏的行不在一条线上。"),
    "OutLimits": ("出版心", "墨迹出了版心。"),
    "CollideLimits": ("压字", "被盖住、被线穿过、印在别的东西上，或紧挨着。"),
    "InvisibleLimits": ("看不清", "字与底深浅差不多。"),
    "FineTypeLimits": ("小字套印", "小字用几种墨套印，或在几种墨里反白。"),
    "CroppedLimits": ("裁切", "图被裁掉一部分。"),
    "CoarseLimits": ("像素不足", "图的像素不够排这么大。"),
    "TightLimits": ("题文过密", "标题离正文太近。"),
    "LooseLimits": ("字距过松", "一行的字拉得太开。"),
    "FoldLimits": ("压中缝", "通版上的正文或小字压着中缝。"),
    "FacesLimits": ("字体杂", "字体种类太多。"),
    "UnreadCodeLimits": ("扫不出", "二维码、条码扫不准。"),
    "CaptionLimits": ("图文分离", "图说离图太远。"),
    "Accept": ("准许", "有意这样排的：照样说，附上理由，不计数。"),
    "Edition": ("本期设置", "同一期各版共有的。"),
    "PaperFacts": (
        "报纸",
        "报纸自己的各项，每项都能在报眉、报头、报尾的文字里用：`{issn}`。",
    ),
    "Press": (
        "付印",
        "印刷厂要什么样的文件。本版写的盖过本期设置，一项一项地盖；换了特性文件，印刷条件也跟着换。",
    ),
    "Condition": (
        "印刷条件",
        "印刷条件（输出意图）：文件里写明是照什么条件做的。可以只写名称：`condition: IFRA26`。",
    ),
    "Issues": ("期号", "期号怎样算：从创刊号算起，或从知道期号的任何一期算起。"),
    "Role": ("职名与人名", "一个职名和人名：责任编辑:尹二荣。"),
    "Spread": ("对页", "对页：本期相邻两版并排印在一张纸的一面。"),
    "Checks": (
        "检查",
        "版面检查的门槛和轻重。`RUNT: skip`不查这一项；"
        "`GUTTER-RUN: {height: 70, severity: info}`只改写出来的。",
    ),
    "StyleSheet": ("样式表", "样式、颜色、线和字体写在一个文件里。"),
    "Style": ("样式", "一种文字怎样排。没写的照`like`，没有`like`照`body`。"),
    "TextBox": (
        "稿件里的方框",
        "稿件里写`:::链接`，各段，`:::`；里面的`### 标题`是框的标题。没有写的，照所套用的方框，或"
        "同名的现成方框：编者按下面一条细线，链接垫底色`tint`，延伸阅读四边细线。框排在一栏里，占整行：有线或有底"
        "色的边占一行，在哪里都占；没有的空一行，在栏头、栏底不空。连边不超过`whole`行的整框移到下一栏；更深"
        "的断开，断处不封口。",
    ),
    "Keyline": ("图边线", "图四边的线，画在图边里面。"),
    "Swatch": (
        "专色",
        "单独出一块版的墨。墨名就是颜色名时，可以简写成`spot M20 Y60 K20`。",
    ),
    "Ruling": (
        "线型",
        "一种线怎样画；没写的照`like`，或照现成的同名线。只写粗细也行：`hair: 0.08mm`。",
    ),
    "OwnFaceSpec": ("自备字体", "自备的字体，放在项目文件夹里。"),
    "Project": ("项目", "banxin.yaml所在的文件夹是项目的根，路径都在里面。这个文件可以空着。"),
    "Corrections": (
        "改样",
        "一期或一版的改样，写在旁边的corrections.yaml里，大样上标出来，改了的自动勾销。",
    ),
    "WordCorrection": ("改样的一条", "改哪篇稿件，校样上的原文，改成什么。"),
    "FrontMatter": ("稿头", "稿件文件开头的一段。"),
}

STYLES: Final[dict[str, str]] = {
    "body": "正文",
    "brief": "短稿、简讯的正文",
    "subhead": "小标题，单占一行",
    "runin": "接排在段首的小标题",
    "main": "一版的主题、通栏大题",
    "series": "专栏名，反白",
    "series-sub": "专栏名旁边的小字，反白",
    "title": "稿件的主题",
    "kicker": "引题",
    "subtitle": "副题",
    "summary": "提要题",
    "label": "栏目，如核心阅读，反白",
    "byline": "作者署名，在文末",
    "byline-head": "作者署名，在文前",
    "box-heading": "编者按、链接一类方框的标题",
    "jump": "转版行：下转、上接",
    "end": "文末符号",
    "caption": "图说",
    "credit": "图片作者",
    "credits-role": "署名块的职名",
    "credits-name": "署名块的人名",
    "table": "表格的正文",
    "table-head": "表头",
    "table-title": "表题",
    "table-note": "表注、单位",
    "folio": "报眉的版次",
    "header-name": "报眉的报名、专版名",
    "header": "报眉别的字",
    "index-page": "导读的版次",
    "index-title": "导读的标题",
    "index-label": "导读的栏头",
    "foot": "文末附注",
    "note": "版上的说明小字",
    "masthead": "报头的报名",
    "masthead-latin": "报头的外文报名",
    "masthead-day": "报头日期里的大字几号",
    "masthead-date": "报头日期的各行",
    "masthead-note": "报头的期号、刊号等",
    "imprint": "报尾",
    "advert-mark": "广告角上的“广告”二字",
    "advert-frame": "广告空框里的字",
    "code": "码下面的文字",
    "code-figures": "条码的数字",
}

_PROPOSED: Final = "是本项目提出的"

CHECKS: Final[dict[str, tuple[str, str]]] = {
    "TITLE-ABUT": (
        "两题一样高，中间只隔一条栏缝，读者会连成一题读。",
        "行规：忌并题、碰题；外国报纸也忌",
    ),
    "TITLE-STACK": (
        "标题下面要有自己的正文；两题紧接，会当成一题的两层。",
        "行规：忌叠题",
    ),
    "TITLE-ORPHAN": (
        "标题落在栏底，就和自己的正文背过脸去。",
        "行规：题下本栏要有正文",
    ),
    "PAGE-CUT": (
        "一条缝从左通到右，一版就断成互不相干的两截；稿件要互相咬住。",
        f"行规（断版）；占版心宽的百分之几{_PROPOSED}",
    ),
    "GUTTER-RUN": (
        "一条栏缝挨着几篇稿件直下，把版面从上到下劈开。",
        f"行规（通缝）；占版心高的百分之几{_PROPOSED}",
    ),
    "WIDOW": (
        "一行离了自己的段，会当成标题或排错。",
        "行规（孤行）",
    ),
    "RUNT": (
        "单单一个字占一行，有没有标点都一样，栏里就缺一块。",
        "《中文排版需求》：段末一行避免只有一个字",
    ),
    "OVERSET": (
        "排不下的字，就从版上丢了。",
        "字数、行数，按实际排出的算",
    ),
    "UNDERSET": (
        "栏底空一块，像是丢了字。",
        "字数、行数，按实际排出的算",
    ),
    "COLBAL": (
        "一篇稿件各栏高低不一，底下参差。",
        f"行规（栏不齐）；一行{_PROPOSED}",
    ),
    "GRID": (
        "相邻两栏的行只差一点，像是排歪了。",
        f"《中文排版需求》：各栏的行对齐；0.1mm{_PROPOSED}",
    ),
    "JUMP": (
        "读者读完一栏，找右边一栏的头，再找下面；接到别处，人就读丢了。",
        "行规：一篇之内从左到右、从上到下读",
    ),
    "OUT": (
        "四边留白是跟印刷厂说好的；墨迹进去了，会裁掉、蹭脏，或像排错。",
        "本版自己的版心；字的大小按字体轮廓",
    ),
    "FOLD": (
        "纸在那里折，折线还会偏一毫米上下：正文隔着折痕读，小字折断，人脸折坏。图和大题跨得过去。",
        "通版的行规；留的空和字号是本软件自定的建议",
    ),
    "COLLIDE": (
        "被盖住、被线穿过、印在别的东西上的字读不了；图被别的东西盖住，等于不声不响地裁了。",
        "行规；看实际画出来的，不看版面文件怎样写：版上每样东西都与别的比过，字按字形轮廓",
    ),
    "INVISIBLE": (
        "字与底深浅差不多，印出来就看不见。",
        "明度按CIE 1976 L*算墨印在纸上，从100到14。新闻纸是82到36（ISO 12647-3），只有一半光景，"
        "每厘米40线的网点又把小字的边打碎。取25，黑字压实地青、大红，这两种底上反白，"
        f"K40作字或垫在反白下面，都算看得清；25这个数{_PROPOSED}。"
        "网点扩大按印出来的算：五成网扩大26%",
    ),
    "INK": (
        "墨多了，纸吃不下，蹭脏下一张。黑字压在这么多墨上不能叠印，只好镂空，套不准就露白。",
        "印刷厂的`ink_limit`，没写按240%（ISO 12647-3）；图按15平方毫米平均，12pt以下黑字要叠印："
        "GWG 2015报纸",
    ),
    "FINE-TYPE": (
        "各色版差半毫米也算套准：小字用几种墨，边上露色；在几种墨里反白，笔画就糊了。",
        "GWG 2015报纸：几种墨套印的字10pt起；行规：反白字在一种墨上9pt起，几种墨上12pt起；"
        "套印允差见CY/T；12pt以下的黑字只用单黑（GWG）",
    ),
    "CROPPED": (
        "裁掉的读者就看不到了：广告的字、人的头、二维码四周要留的白。",
        f"二维码四周的白：ISO/IEC 18004；面积的百分之几{_PROPOSED}",
    ),
    "COARSE": (
        "放得太大，图就发虚、起锯齿；黑白线条图没有网点，锯齿出得更早。",
        f"行业惯例：每条网线两个像素，新闻纸每英寸100线（每厘米40线）；线条图的像素数{_PROPOSED}",
    ),
    "TIGHT": (
        "标题、图说几乎贴着正文或别的标题，就读成一片，提要题最容易。",
        f"课本上标题的空（占行：上下合起来空一行到两行）；半行、提要题下面一行{_PROPOSED}",
    ),
    "LOOSE": (
        "字间处处空出八分之一字以上，这一行看上去就发白。",
        f"《中文排版需求》：行的调整，最后一步；八分之一字{_PROPOSED}",
    ),
    "KINSOKU": (
        "后引号、句号一类不放行首，前引号一类不放行末，词和数字不拆开。",
        "GB/T 15834-2011第5.1条；《中文排版需求》：行首行末禁则",
    ),
    "MARKS": (
        "半角、重复、不成对的标点，不是打错，就是改了意思。",
        "GB/T 15834-2011第4章、第5.1条",
    ),
    "FACES": (
        "一版字体太多，就散了；几种字体换粗细、换大小，才拢得住。",
        f"行规；四种{_PROPOSED}",
    ),
    "CAPTION": (
        "图说挨着哪幅图，读者就当是哪幅的。",
        f"《中文排版需求》：图说在图上或图下；距离{_PROPOSED}",
    ),
    "ADVERT": (
        "广告按规格收钱，印什么由客户定：框小了、空了一块、墨太重蹭脏对面，都要赔。",
        "规格：刊例；总墨量240%：ISO 12647-3，取15mm²的平均：GWG 2015；差多少算不合"
        f"{_PROPOSED}；“广告”二字：《广告法》第14条",
    ),
    "ARTWORK": (
        "PDF图稿送来什么样就印成什么样：缺的字体、太粗的图、太重的墨，都成了这一版的。",
        f"预检各条（docs/zh/preflight.md），照印出来的大小查；尺寸差多少算不合{_PROPOSED}",
    ),
    "CODE": (
        "模块糊成一片、四周没有留白的码，印了也扫不出来。",
        "GS1通用规范5.12.3.1：二维码一个模块0.396mm；EAN-13最窄的条0.264mm（80%）、条高18.28mm；"
        "四周的留白：ISO/IEC 18004、15420",
    ),
    "FOLIO": (
        "叫读者去看某一版，那一版就得有。",
        "导读、转版行与本期各版核对",
    ),
    "EVIDENCE": (
        "知道原报一栏止于哪里的，这里也要止在那里。",
        "版面文件里的`evidence:`",
    ),
}
