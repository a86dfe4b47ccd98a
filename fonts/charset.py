"""The characters every committed face is asked to hold.

Pure: standard library only, no fonts. build.py subsets to `wanted()`; the tests hold the faces
to `required()` and pin what a source lacks. A face's `lacks` in manifest.json is `wanted()`
minus what its source maps, so that nothing is missing in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

TGH_COUNT = 8105  # 通用规范汉字表 (State Council, 2013): 3500 + 3000 + 1605
GB2312_COUNT = 7445  # GB/T 2312-1980: 6763 hanzi and 682 symbols
TGH_PATH = Path(__file__).with_name("coverage") / "tgh8105.txt"

# Hanzi outside both lists that a newspaper sets all the same.
EXTRA_HANZI = "〇囍"

# Marks beyond GB/T 2312, by use. A string is its characters; a pair is an inclusive range.
MARKS: tuple[tuple[str, str | tuple[int, int]], ...] = (
    ("ASCII", (0x20, 0x7E)),
    ("Latin-1", (0xA0, 0xFF)),
    ("Latin Extended-A: pinyin and foreign names", (0x100, 0x17F)),
    ("pinyin beyond Extended-A", "ǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǸǹḾḿɑɡ"),
    ("combining marks that ccmp joins to m and ê", "\u0300\u0301\u0302\u0304\u0308\u030c"),
    ("spaces", "\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"),
    ("dashes: 破折号, 连接号 (GB/T 15834 4.8, 4.13)", "‐‑‒–—―⸺⸻−～〜"),
    ("ellipses (GB/T 15834 4.11)", "…⋯‥"),
    ("interpuncts (GB/T 15834 4.14)", "·‧•・"),
    ("quotation marks", "‘’‚‛“”„‟‹›«»〝〞〟"),
    ("brackets (GB/T 15834 4.9)", "〈〉《》「」『』【】〔〕〖〗〘〙〚〛（）［］｛｝｟｠"),
    ("title and emphasis marks (GB/T 15834 4.15 to 4.17)", "﹏﹃﹄﹁﹂﹍﹎"),
    ("ideographic marks", "、。〃々〆〒〓※＊†‡§¶‖"),
    ("doubled stops", "‼⁇⁈⁉"),
    ("kana marks: GB/T 2312 has the kana without them", "ー゛゜ゝゞヽヾ"),
    ("full-width ASCII", (0xFF01, 0xFF5E)),
    ("half-width ideographic marks", "｡｢｣､･"),
    ("full-width signs", "￠￡￢￣￤￥￦"),
    ("vertical presentation forms", (0xFE10, 0xFE19)),
    ("vertical brackets", (0xFE30, 0xFE4F)),
    ("primes and ratios", "′″‴‵‰‱"),
    ("signs", "℃℉№℡™©®℗Ωµℓ℅℀Å"),
    ("currency", "¢£¥€₩₽₤฿"),
    ("fractions", "½¼¾⅓⅔⅛⅜⅝⅞⁄"),
    ("superscripts and subscripts", "⁰⁴⁵⁶⁷⁸⁹⁺ⁿ₀₁₂₃₄₅₆₇₈₉"),
    ("mathematics", "×÷±∓≤≥≦≧≈≠≡≒∞∝√∑∏∫∮∠∟⊥∥∩∪∈∉⊂⊃∵∴∶∷∽⌒⊙⊿∕∂∆"),
    ("circled 0", "⓪"),
    ("circled 1 to 20", (0x2460, 0x2473)),
    ("circled 21 to 35", (0x3251, 0x325F)),
    ("circled 36 to 50", (0x32B1, 0x32BF)),
    ("parenthesised and stopped numbers", (0x2474, 0x249B)),
    ("black circled 1 to 10", (0x2776, 0x277F)),
    ("black circled 11 to 20", (0x24EB, 0x24F4)),
    ("parenthesised hanzi", (0x3220, 0x3229)),
    ("circled hanzi", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉㊤㊥㊦㊧㊨㊣㊙㈱"),
    ("Roman numbers I to XII", (0x2160, 0x216B)),
    ("small Roman numbers i to x", (0x2170, 0x2179)),
    ("unit squares", "㎎㎏㎜㎝㎞㎡㎥㎠㎢㎤㎖㎗㎘㏄㏎㏑㏒㏕㎐㎑㎒㎓㎾"),
    ("arrows", "←↑→↓↔↕↖↗↘↙⇐⇒⇔"),
    ("geometric marks", "■□▢▣▪▫▲△▶▷▼▽◀◁◆◇○◉◎●◐◑◢◣◤◥◦◯"),
    ("stars, faces, suits, notes", "★☆☀☁☂☎☏☒☞♀♂♠♡♢♣♤♥♦♧♨♩♪♫♬♭♯✓✗❖"),
    ("blocks and lines", "▁▂▃▄▅▆▇█▉▊▋▌▍▎▏▓▔▕"),
    ("Latin ligatures", "ﬁﬂ"),
)


def gb2312() -> frozenset[int]:
    """Code points of GB/T 2312, from Python's own codec, with the two ways it is mapped.

    The codec maps A1A4 to U+30FB and A1AA to U+2015; text writes U+00B7 and U+2014 (as GBK
    maps them), which are in MARKS.
    """
    found = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return frozenset(found)


def tgh8105(path: Path = TGH_PATH) -> frozenset[int]:
    """Code points of 通用规范汉字表 from the committed list; '#' starts a comment line.

    Raises ValueError when the list does not hold exactly 8105 different characters.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    chars = "".join(line for line in lines if not line.startswith("#"))
    found = frozenset(map(ord, chars))
    if not len(chars) == len(found) == TGH_COUNT:
        raise ValueError(
            f"{path.name}: {len(chars)} characters, {len(found)} different; expected {TGH_COUNT}"
        )
    return found


def marks() -> frozenset[int]:
    """Code points of MARKS."""
    found: set[int] = set()
    for _, member in MARKS:
        found |= set(map(ord, member)) if isinstance(member, str) else set(span(*member))
    return frozenset(found)


def span(first: int, last: int) -> range:
    """The code points first to last, both included."""
    return range(first, last + 1)


def required() -> frozenset[int]:
    """GB/T 2312, 通用规范汉字表 and printable ASCII: what no page can do without."""
    return gb2312() | tgh8105() | frozenset(span(0x20, 0x7E))


def wanted() -> frozenset[int]:
    """Everything a face is asked for: `required()`, the marks and the extra hanzi."""
    return required() | marks() | frozenset(map(ord, EXTRA_HANZI))


def ranges(code_points: Iterable[int]) -> list[str]:
    """Code points as "U+XXXX" and "U+XXXX-YYYY", in order: how the manifest writes a set."""
    runs: list[tuple[int, int]] = []
    for code in sorted(code_points):
        if runs and code == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return [f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in runs]


def tgh_from_unihan(text: str) -> str:
    """The 8105 in table order, from the text of Unihan_OtherMappings.txt (kTGH, UAX #38).

    An entry reads "U+4E00<tab>kTGH<tab>2013:1": year of the table and place in it.
    """
    entries = re.findall(r"^U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$", text, flags=re.MULTILINE)
    places = {int(place): chr(int(code, 16)) for code, place in entries}
    if sorted(places) != list(span(1, TGH_COUNT)):
        raise ValueError(f"kTGH numbers {len(places)} places; expected 1 to {TGH_COUNT}")
    return "".join(places[place] for place in sorted(places))


def tgh_file(chars: str, source: str) -> str:
    """The text of coverage/tgh8105.txt: the three levels of the table, fifty characters a line."""
    lines = [
        "# 通用规范汉字表 (Table of General Standard Chinese Characters, State Council, 2013)",
        f"# Source: {source}",
        "# Remade by: python fonts/build.py --tgh",
    ]
    for title, first, last in (("一级", 0, 3500), ("二级", 3500, 6500), ("三级", 6500, TGH_COUNT)):
        lines.append(f"# {title}字 {first + 1} to {last}")
        lines += [chars[at : min(at + 50, last)] for at in range(first, last, 50)]
    return "\n".join(lines) + "\n"
