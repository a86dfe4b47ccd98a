"""What making an archive on a cluster says in Chinese, as `layout.words.zh` has it."""

from typing import Final

WORDS: Final[dict[str, str | tuple[str, str]]] = {
    "CLUSTER.projects": (
        "{file}：各版分属几个项目，不能一起发到别的机器",
        "上面的文件夹只留一个banxin.yaml",
    ),
    "CLUSTER.refused": (
        "机器{worker}不派活：排出来的文件会不一样（{parts}）",
        "那台机器按同一份锁定清单装同一版的Banxin",
    ),
    "CLUSTER.unasked": (
        "机器{worker}不派活：说不出用什么排版：{why}",
        "那台机器按同一份锁定清单装同一版的Banxin",
    ),
    "CLUSTER.waiting": ("还没有机器连上来，等{seconds}秒", "用dask worker添机器"),
    "SAME-FILE.folders": (
        "这一期和{other}都要写到{file}",
        "分两次放进两个文件夹，或有一个改名",
    ),
    "USE.cluster-address": "--cluster后面写派活的程序的地址，如tcp://127.0.0.1:8786，不能写{given:quoted}",
    "USE.cluster-alone": "--cluster由各台机器排印刷版面，不能与--jobs、--watch、--renderer同用",
    "USE.cluster-tls": (
        "{given}：别的机器只能用加密的TLS连接",
        "写tls://…，证书写在Dask的设置里",
    ),
    "part.archive": "本次排出{made}版，以前已排出{before}版，没有排出{left}版",
    "part.bundle-file": "有文件没有传全：{file}",
    "part.bundle-head": "收到的不是一包文件",
    "part.bundle-large": "要发的文件太多：最多{files}个，共{most}字节",
    "part.bundle-name": "文件名不能发：{file}",
    "part.bundle-other": "收到的不是发来的那一包",
    "part.cluster-byte-order": "字节顺序",
    "part.cluster-certificates": "没有写证书：写在{file}里，见docs/zh/archive.md",
    "part.cluster-compressor": "压缩程序",
    "part.cluster-faces": "字体",
    "part.cluster-gone": "{address}没有回音了；已排出的都在，下次接着排",
    "part.cluster-missing": "用--cluster要装{package}：`pip install banxin[cluster]`",
    "part.cluster-nobody": "{address}：一台机器也没有连上（先开dask worker）",
    "part.cluster-none": "{address}：没有能用的机器（{count}台不能用）",
    "part.cluster-part": "{name}是{there}，这里是{here}",
    "part.cluster-profiles": "色彩特性文件",
    "part.cluster-uncertified": "{file}里写的证书用不了：{why}",
    "part.cluster-unreached": "连不上{address}：派活的程序（dask scheduler）开了没有，端口对不对",
    "part.cluster-unreached-tls": "连不上{address}：派活的程序（dask scheduler --protocol tls）开了没有，"
    "端口对不对，两边的证书是不是同一单位签发的",
    "part.made-before": "以前已排出",
    "part.worker-failed": "在别的机器上出错：{why}",
    "part.worker-gone": "在别的机器上中断{number}次",
    "part.worker-unlike": "在别的机器上，那里的{file}与这里的不一样",
    "part.worker-unsent": "没有开始：{why}",
}
