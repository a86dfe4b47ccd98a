"""Radicals and other look-alikes of ideographs, and the ideographs they stand for.

Readers of PDF and some OCR write a character as the radical that looks the same (U+2F63 for 生). No
face for text has the radicals, and no search finds them.

Sources: Unicode compatibility decompositions (NFKC) of the Kangxi radicals U+2F00-2FD5 and of the
vertical, small and half-width forms of marks; canonical decompositions of compatibility ideographs;
the property Equivalent_Unified_Ideograph (EquivalentUnifiedIdeograph.txt of the Unicode Character
Database, version 14.0) for the CJK Radicals Supplement U+2E81-2EF3. U+2E80 has none and stays.
"""

import re
import unicodedata
from typing import Final

# A radical and its ideograph, each pair as it stands in EquivalentUnifiedIdeograph.txt. Versions
# after 14.0 name U+2B739 for U+2E95, which few faces have and nobody writes.
_PAIRS: Final = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 "
    "⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 "
    "⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 "
    "⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 "
    "⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 "
    "⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 "
    "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 "
    "⻲亀 ⻳龟 "
)
_SUPPLEMENT: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}
LOOK_ALIKES = re.compile(
    "[\u2e81-\u2ef3\u2f00-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe31\ufe32\ufe35-\ufe44\ufe47\ufe48"
    "\ufe50-\ufe6b\uff61-\uff64\U0002f800-\U0002fa1d]"
)
# What decomposes to ASCII is the Chinese mark, as these forms stand in Chinese alone.
_WIDE: Final = {c: chr(ord(c) + 0xFEE0) for c in ",;:!?()[]"} | {"...": "……"}


def equivalent(char: str) -> tuple[str, str]:
    """The character meant, and the rule that says so."""
    if char <= "\u2fd5":
        return _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char), "F2.radical"
    if char >= "\U0002f800" or char <= "\ufad9":
        return unicodedata.normalize("NFC", char), "F3.compatibility"
    plain = unicodedata.normalize("NFKC", char)
    return _WIDE.get(plain, plain), "F4.form"


def plain(text: str) -> str:
    """The text with each radical and compatibility ideograph as the character meant, one for one:
    for who only asks what a line is."""
    return LOOK_ALIKES.sub(_one, text)


def _one(match: re.Match[str]) -> str:
    after, _ = equivalent(match.group())
    return after if len(after) == 1 else match.group()
