"""What the live proof says in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "PROOFING.defect": "{file}：版心程序出错，不是版面的错：{why}",
    "USE.editor": (
        "--editor要写命令，如'code -g {{file}}:{{line}}:{{column}}'，不能写{command:quoted}"
    ),
    "USE.no-port": "本机没有空闲端口：{reason}",
    "part.address-not-kept": "{folder}写不进去：校样的网址每次都不一样",
    "part.correction-by-hand": "这一条是存疑待查，没有改法，查过后改文字，或去掉这一条",
    "part.correction-homeless": "各版上没有{name}",
    "part.correction-made": "“{words}”是照{file}第{line}行自动排出的，不能照改，在那一行改",
    "part.correction-set-by-hand": "“{what}”在稿件里手改；段落改好自动勾销，字体改好手工勾销",
    "part.correction-was-done": "“{words}”已经改好",
    "part.file-unread": "{file}读不出：{why}",
    "part.message-id": "消息的编号应是整数",
    "part.message-lacks": "消息缺{name}",
    "part.message-no-json": "消息不是JSON对象",
    "part.message-unknown": "没有这种消息",
    "part.no-block-here": "版样里没有“{name}”这一块，不能单独改",
    "part.no-editing": "这里不能改样",
    "part.no-editor": "没有设定编辑器，启动时加--editor",
    "part.no-page-open": "校样里没有“{name}”这一版",
    "part.no-source": "找不到出处",
    "part.no-text-file": "{file}不是文本",
    "part.no-words-here": "这几个字不在稿件和版样里，或在表里，不能就地改",
    "part.not-of-the-proof": "{file}不是本校样的文件",
    "part.not-opened": "{command}启动不了：{reason}",
    "part.port-taken": "端口{port}已被占用，校样改用{next}",
    "part.served": "校样已关闭",
    "part.serving": "用浏览器打开上面的地址，存盘即见改样，按Ctrl-C结束",
    "part.words-apart": "“{words}”不在一段里，一条改样只在一段之内",
    "part.words-begin": "这几个字已经在一段开头，选段中的字另起段",
    "part.words-begin-not": "接排要选一段开头的字，第一段除外",
    "part.words-many": "一条改样最多{most}字",
    "part.words-many-times": "“{words}”重复太多，多选几个字",
    "part.words-no-note": "查什么，写上一句",
    "part.words-no-paragraph": "只有稿件正文能接排、另起段",
    "part.words-none": "没有写改成什么",
}
