"""What preflight and the reader of PDFs say in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PF00.content": (
        "页面内容有读不懂的地方：{why}",
        "别的程序读法不同，印出来可能不同；重新导出",
    ),
    "PF00.mended": (
        "文件有损坏，修补后才读出：{why}",
        "重新导出，或用会报告修补内容的工具重写",
    ),
    "PF00.page": (
        "这一页读不出：{why}",
        "重新导出",
    ),
    "PF00.tree": (
        "文件里页的结构不对：{why}",
        "重新导出",
    ),
    "PF00.unread": (
        "文件读不出：{why}",
        "重新导出，并查看传输是否完整",
    ),
    "PF01.apart": (
        "{object:term}写了两样：{value}和{limit}",
        "重新导出",
    ),
    "PF01.conformance": (
        "写明合乎“{value}”，该是{limit}",
        "导出为PDF/X-1a:2003",
    ),
    "PF01.id": (
        "文件没有自己的编号",
        "重新导出",
    ),
    "PF01.metadata": (
        "文件说明里没写{object:term}",
        "用支持这个标准的程序重新导出",
    ),
    "PF01.none": (
        "没有标明是{limit}",
        "导出为{limit}",
    ),
    "PF01.older": (
        "是{value}，{limit}的旧版",
        "印刷厂要{limit}就照要求导出",
    ),
    "PF01.other": (
        "标明的是“{value}”，要的是{limit}",
        "导出为{limit}，或换一个预检方案",
    ),
    "PF01.streams": (
        "文件压缩的方式是PDF 1.4里没有的",
        "按PDF 1.4导出",
    ),
    "PF01.version": (
        "是PDF {value}，这个标准最高PDF {limit}",
        "按PDF {limit}导出",
    ),
    "PF01.xmp": (
        "文件说明读不出：{why}",
        "重新导出",
    ),
    "PF02.components": (
        "输出意图{object}的特性文件写着{value}个分量，印刷是{limit}个",
        "选用印刷厂的特性文件",
    ),
    "PF02.identifier": (
        "输出意图没有写印刷条件的名称",
        "写上印刷条件的名称",
    ),
    "PF02.info": (
        "输出意图{object}不是已登记的印刷条件，也没有说明是哪一种",
        "写上说明",
    ),
    "PF02.no-profile": (
        "输出意图{object}没有嵌入特性文件",
        "导出时嵌入印刷厂的特性文件",
    ),
    "PF02.none": (
        "没有PDF/X的输出意图",
        "导出时以印刷厂的特性文件为输出意图",
    ),
    "PF02.profile": (
        "输出意图{object}的特性文件：{why}",
        "选用印刷厂的特性文件",
    ),
    "PF02.several": (
        "有{value}个PDF/X的输出意图，只能有{limit}个",
        "只留印刷厂的特性文件",
    ),
    "PF03.unknown": (
        "印刷条件“{value}”不在{limit}之内",
        "按印刷厂的条件重新分色，或让印前部列入预检方案",
    ),
    "PF04.art": (
        "这一页只有作品框，没有成品框",
        "补上成品框",
    ),
    "PF04.bad": (
        "成品框不是有大小的矩形",
        "补上成品框",
    ),
    "PF04.both": (
        "这一页有成品框，又有作品框",
        "去掉作品框",
    ),
    "PF04.height": (
        "成品高{value:.2f} mm，该是{limit:g}±{by:g}",
        "按预定的尺寸做",
    ),
    "PF04.none": (
        "这一页没有成品框",
        "导出时带上成品框",
    ),
    "PF04.width": (
        "成品宽{value:.2f} mm，该是{limit:g}±{by:g}",
        "按预定的尺寸做",
    ),
    "PF05.bad": (
        "{object:term}不是矩形",
        "重新导出",
    ),
    "PF05.bleed": (
        "出血框超出了媒体框",
        "放大纸面，或缩小出血",
    ),
    "PF05.bottom": (
        "贴着下切口的只出血{value:.1f} mm，该有{limit:g}",
        "延伸到出血里",
    ),
    "PF05.left": (
        "贴着左切口的只出血{value:.1f} mm，该有{limit:g}",
        "延伸到出血里",
    ),
    "PF05.no-media": (
        "这一页没有媒体框",
        "重新导出",
    ),
    "PF05.right": (
        "贴着右切口的只出血{value:.1f} mm，该有{limit:g}",
        "延伸到出血里",
    ),
    "PF05.top": (
        "贴着上切口的只出血{value:.1f} mm，该有{limit:g}",
        "延伸到出血里",
    ),
    "PF05.trim": (
        "成品框超出了{object:term}",
        "各框要一层套一层",
    ),
    "PF06.turned": (
        "这一页转了{value:g}°",
        "转正再导出",
    ),
    "PF06.unit": (
        "这一页的尺寸按{value:g}倍算",
        "按原大导出",
    ),
    "PF07.empty": (
        "成品框内什么也没有",
        "去掉这一页，或重新导出",
    ),
    "PF07.no-pages": (
        "文件里没有页",
        "重新导出",
    ),
    "PF25.blend": (
        "{number}处用混合模式“{value:term}”",
        "拼合透明，导出为PDF/X-1a",
    ),
    "PF25.group": (
        "有透明组",
        "拼合透明，导出为PDF/X-1a",
    ),
    "PF25.mask": (
        "{number}处有软蒙版",
        "拼合透明，导出为PDF/X-1a",
    ),
    "PF25.opacity": (
        "{number}处不透明度{value:.0f}%",
        "拼合透明，导出为PDF/X-1a",
    ),
    "PF25.page-space": (
        "这一页的透明在{value:term}里混合，不在CMYK里",
        "混合空间改用CMYK",
    ),
    "PF25.picture": (
        "{number}幅图带软蒙版",
        "拼合透明，导出为PDF/X-1a",
    ),
    "PF25.space": (
        "透明组在{value:term}里混合，不在CMYK里",
        "混合空间改用CMYK",
    ),
    "PF26.bits": (
        "图像每通道{value}位，{limit}位就够",
        "改成8位",
    ),
    "PF26.external": (
        "数据在另一个文件里",
        "导出时带全",
    ),
    "PF26.filter": (
        "有的数据用{value:term}压缩，旧的制版机读不了",
        "换一种压缩重新导出",
    ),
    "PF27.action": (
        "有一点就动作的按钮或链接",
        "去掉",
    ),
    "PF27.annotation": (
        "印刷范围里有批注，或印刷不收的附着物",
        "去掉，或移到版外",
    ),
    "PF27.attachment": (
        "带有附件",
        "去掉",
    ),
    "PF27.encrypted": (
        "文件已加密",
        "不加保护另存",
    ),
    "PF27.form": (
        "有表单，{value}个域",
        "把表单拼合",
    ),
    "PF27.locked": (
        "文件已加密，要密码才能打开：{why}",
        "不加保护另存",
    ),
    "PF27.script": (
        "有脚本",
        "去掉",
    ),
    "PF28.alternates": (
        "图像带有替代图",
        "去掉",
    ),
    "PF28.black": (
        "{number}处自带黑版函数",
        "去掉",
    ),
    "PF28.halftone": (
        "{number}处自带网屏",
        "去掉，用印刷厂的",
    ),
    "PF28.opi": (
        "图是占位的，到厂可能换成另一幅",
        "置入图像本身",
    ),
    "PF28.postscript": (
        "页面里有一段程序，不是画",
        "重新导出",
    ),
    "PF28.reference": (
        "引用了另一个文件的页",
        "置入进来",
    ),
    "PF28.transfer": (
        "{number}处带传递曲线",
        "把曲线用到图上，然后去掉",
    ),
    "PF29.any": (
        "有图层，PDF/X-1a里没有",
        "导出时去掉图层",
    ),
    "PF29.hidden": (
        "隐藏图层“{object}”里有{number}处内容",
        "删掉图层，或显示出来",
    ),
    "PF29.not-printed": (
        "图层“{object}”标明不打印",
        "删掉，或改为打印",
    ),
    "PF29.off": (
        "图层“{object}”是隐藏的",
        "删掉，或显示出来",
    ),
    "PF30.apart": (
        "做没做陷印写了两样：{value}和{limit}",
        "两处写成一样",
    ),
    "PF30.info": (
        "做没做陷印只写了一处（{value}）",
        "有的程序看不到：重新导出",
    ),
    "PF30.missing": (
        "没有写明做没做陷印",
        "导出时写明，通常是没做",
    ),
    "PF30.no-name": (
        "做没做陷印写的是“{value}”，写法不对",
        "重新导出",
    ),
    "PF30.unknown": (
        "做没做陷印写的是{value}，看不明白",
        "写明做没做",
    ),
    "PROFILE.no-mapping": "预检方案的位置上是{what}",
    "PROFILE.unknown": (
        "没有叫“{name}”的预检方案",
        "{hint}",
    ),
    "PROFILE.unread": "{file}：预检方案读不出：{why}",
    "part.pdfread-components": "颜色有{given}个分量，色彩空间要{expected}个",
    "part.pdfread-content-damaged": "操作符损坏：{why}",
    "part.pdfread-damaged": "不是PDF，或已损坏：{reason}",
    "part.pdfread-empty": "文件是空的",
    "part.pdfread-fault": "{kind}：{text}",
    "part.pdfread-font": "字体{name}：{fault}",
    "part.pdfread-form-box": "表单对象{object}没有BBox",
    "part.pdfread-image": "图像{object}：{fault}",
    "part.pdfread-inline": "内嵌图像读不出",
    "part.pdfread-late-header": "文件头不在文件的开头",
    "part.pdfread-locked": "要密码才能打开",
    "part.pdfread-loop": "对象{object}套进了自己",
    "part.pdfread-missing": "资源里没有{kind} {name}",
    "part.pdfread-most-characters": "字符超过{most:,}个",
    "part.pdfread-most-content": "页面内容超过{most:,}字节",
    "part.pdfread-most-file": "超过{most:,}字节",
    "part.pdfread-most-filters": "数据流的滤镜超过{most:,}个",
    "part.pdfread-most-nesting": "表单和图案套了{most:,}层以上",
    "part.pdfread-most-objects": "对象超过{most:,}个",
    "part.pdfread-most-operators": "操作符超过{most:,}个",
    "part.pdfread-most-pages": "超过{most:,}页",
    "part.pdfread-most-painted": "所画的东西超过{most:,}件",
    "part.pdfread-most-points": "路径超过{most:,}段",
    "part.pdfread-most-saved": "图形状态存了{most:,}层以上",
    "part.pdfread-most-stream": "有数据流超过{most:,}字节",
    "part.pdfread-most-tree": "页树超过{most:,}层",
    "part.pdfread-no-annotation": "有一处批注不是字典",
    "part.pdfread-no-font": "没选字体就排了字",
    "part.pdfread-no-header": "开头不是PDF的开头",
    "part.pdfread-no-page": "该是页的位置上是{kind}",
    "part.pdfread-no-pages": "没有页树",
    "part.pdfread-no-resources": "这一页的资源不是字典",
    "part.pdfread-no-stream": "没有数据流",
    "part.pdfread-operands": "操作符{operator}的参数不对",
    "part.pdfread-operator": "没有{operator}这个操作符",
    "part.pdfread-outside-glyph": "d0或d1写在字形之外",
    "part.pdfread-outside-text": "操作符{operator}写在BT和ET之外",
    "part.pdfread-page-count": "写着{count}页，实有{pages}页",
    "part.pdfread-page-loop": "对象{object}在页树里出现两次",
    "part.pdfread-page-unread": "内容读不出",
    "part.pdfread-pattern": "图案{name}的类型不认识",
    "part.pdfread-shading": "渐变类型{type}",
    "part.pdfread-space": "色彩空间{name}：{fault}",
    "part.pdfread-state-key": "图形状态里有不认识的键{key}，或值不对",
    "part.pdfread-stream-unread": "数据流{object}读不出：{why}",
    "part.pdfread-text-in-text": "BT和ET之间又有BT",
    "part.pdfread-unmarked": "EMC没有对应的BMC或BDC",
    "part.pdfread-unrestored": "有{number}个图形状态存了没有恢复",
    "part.pdfread-unsaved": "Q没有对应的q",
    "part.pdfread-xobject": "Subtype为{kind}的XObject",
    "part.preflight-failed": "不合格",
    "part.preflight-no-name": "没有名称",
    "part.preflight-no-picture": "{file}：没有出图：{why}",
    "part.preflight-pages-unread": "读不出的页：{pages}：{why}",
    "part.preflight-passed": "按这些规则合格",
    "part.preflight-profiles": "{names:and}，或预检方案文件的路径",
    "part.preflight-summary": "{profile}：{what}：{verdict}",
    "part.preflight-unread": "文件读不出",
}
