"""A paragraph's text as tokens: the pieces that are shaped together and never parted by a line end.

A token is one Han character, one mark, a whole ——, ……, number or word, or a run of spaces. The
pieces joined give the text back exactly.

A compound word is cut after each of its hyphens (UAX #14 LB21, HY and HH): but only a word of
nothing but letters, and only where two letters stand before the hyphen and three after it, which
is what TeX leaves of an English word at a line's end. Dates, telephone numbers, codes such as B1-B4
and addresses stay whole (GB/T 15835-2011: a number is one piece). After the marks of class BA, such
as | and the dots between Tibetan syllables, a word is cut wherever letters stand on both sides.
"""

import re
from functools import cache, lru_cache
from typing import Final

from layout.text.charclass import ALONE, POSTFIXES, CharClass
from layout.text.links import link_breaks
from layout.text.scripts import HANS, Script

# What cannot be seen and has no width (Unicode Default_Ignorable_Code_Point, the part that occurs):
# joiners, variation selectors, soft hyphens, direction marks, tags.
_SILENT = (
    r"\u00ad\u034f\u061c\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2061-\u206f\ufe00-\ufe0f"
    r"\U000e0000-\U000e01ef"
)
# Spaces without width, which only say whether a line may end there (UAX #14 ZW and WJ).
_JOINERS = r"\u2060\ufeff"
_NO_WIDTH = rf"\u200b{_JOINERS}"
_UNSEEN = _SILENT + _NO_WIDTH
# What hangs on the character before it: the silent, combining marks, vowels and finals of Hangul
# in parts, the colours of an emoji.
_HANGS = (
    rf"[{_SILENT}\u0300-\u036f\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f"
    r"\u3099\u309a\ud7b0-\ud7fb\ufe20-\ufe2f\U0001f3fb-\U0001f3ff]"
)
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Letters, digits and signs of alphabets, written left to right. The marks that Chinese shares with
# them (· — … and the curly quotes) are not here: in a Chinese text they are Chinese.
_WEST = (
    r"\u0021-\u007e\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u02ff\u0370-\u058f\u0900-\u10ff\u1200-\u167f"
    r"\u1681-\u180a\u1810-\u1aaf\u1b00-\u1b5b\u1b5d-\u1b60\u1b6b-\u1b73\u1b7d-\u1dbf\u1e00-\u1fff"
    r"\u2010-\u2012\u2020-\u2022\u2030-\u2034\u2039\u203a\u2044\u2056-\u205e\u2070-\u209f\u20a0-\u20cf"
    r"\u2100-\u214f\u2200-\u22ee\u22f0-\u22ff\u2800\u2c00-\u2e39\u2e3c-\u2e5d\ua4d0-\ua7ff\ua880-\uabff"
    r"\ufb00-\ufb06"
    r"\U00010000-\U000107ff\U00011000-\U00016fdf\U0001bc00-\U0001bcaf\U0001d100-\U0001daaf"
    r"\U0001e000-\U0001e7ff"
    # Hyphens and word separators that Hebrew and dead scripts share with others.
    r"\u05be\U00010857\U0001091f\U00010a50-\U00010a57\U00010af0-\U00010af5\U00010b39-\U00010b3f"
)
_RIGHT_TO_LEFT = (
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_EMOJI = r"[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_CLOSING = r"+%,.;:!?)\]}|‰℃°′″"
_OPENING = r"(\[{"
_HAN_OR_CLOSE = r"\u3400-\u9fff”’）》〉】〗〕］｝」』"

_OPERATORS: Final = "×÷±∓≈≠≤≥≦≧∽≡"
_SIGNS: Final = frozenset(_OPERATORS)
"""Signs of arithmetic that faces draw on an em among Han."""
_PLAIN_SIGNS: Final = f"°²³‰′″℃−∶{_OPERATORS}"
"""Signs of measures and of arithmetic in plain texts, which belong to words as letters do."""

MAX_WORD: Final = 400
"""Letters of one token. A longer word is no word; as one token it would cost HarfBuzz gigabytes."""
_MANY = f"{{1,{MAX_WORD}}}"
_CLOSED: Final = rf"[!-')-Z\\-z|-~{_PLAIN_SIGNS}]"
_OPENERS: Final = rf"[{_OPENING}]{{1,8}}+"
"""A bracket that opens belongs to a word when more of the word follows, else to what comes next.
So many in a row are looked through: that keeps the search linear."""

# Most paragraphs hold nothing that hangs, hides or runs the other way. For them a short pattern
# does; the whole one takes longer to compile than a page takes to cut, so it waits to be needed.
_POINTERS: Final = "■□▲△▶▼◀●○★☆"
"""Marks of captions and of lists, each as an ideograph; the tables would say so, and take longer to
load."""
_PLAIN_ALONE: Final = rf"{_POINTERS}\u2190-\u2193\u2460-\u2473"
"""With arrows and the numbers of notes, each a token."""
_BREAK: Final = "\u200b"
_PLAIN_CHARS: Final = (
    rf" -~·—‘’“”…⋯{_PLAIN_SIGNS}{_PLAIN_ALONE}\u3000-\u3029\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20"
    r"\uff3b-\uff40\uff5b-\uff5e"
)
_PLAIN: Final = re.compile(f"[{_PLAIN_CHARS}]*+")
# Sets of a plain text are given by the few characters that are not in them: of a range, each
# character is a step of compiling, and there are twenty thousand Han.
_OPEN_IN_PLAIN: Final = (
    rf" -~{_BREAK}·—‘“…⋯{_PLAIN_SIGNS}{_PLAIN_ALONE}\u3000-\u3008\u300a\u300c\u300e\u3010"
    r"\u3012-\u3014\u3016\u3018-\u3029\uff01-\uff08\uff0a-\uff20\uff3b\uff3c\uff3e-\uff40\uff5b\uff5c\uff5e"
)
"""All of a plain text but `_HAN_OR_CLOSE`."""
_JOINING: Final = frozenset({*map(chr, range(0x20, 0x7F)), *f"{_BREAK}\u3000—…⋯？！{_PLAIN_SIGNS}"})
"""What a token of a plain text may begin with that is more than one character."""
_PLAIN_TOKEN: Final = re.compile(
    rf"[^ -~{_BREAK}\u3000—…⋯？！{_PLAIN_SIGNS}]+"  # Han and marks, most of a text: each is a token
    rf"|[ {_BREAK}\u3000]+"
    r"|——|……|⋯⋯|(?:？|！){2,3}"
    rf"|(?<=[^{_OPEN_IN_PLAIN}])[{_CLOSING}]+"
    rf"|(?:{_CLOSED}|{_OPENERS}(?={_CLOSED})|(?<=[A-Za-z])’(?=[A-Za-z])){_MANY}"
    r"|.",
    re.DOTALL,
)


@cache
def _token() -> re.Pattern[str]:
    """The whole pattern. What it gives for a plain text is what `_PLAIN_TOKEN` gives."""
    tied = rf"(?:{_HANGS}|[{_JOINERS}](?=[{_WEST}]))*"
    return re.compile(
        rf"[\u3400-\u9fff“”‘’（）《》，、；：。](?!{_HANGS})"  # most of a text, so asked first
        rf"|(?:[{_SPACES}{_NO_WIDTH}][{_SILENT}]*)+"
        rf"|(?:——|――|……|⋯⋯|‥‥|[〳〴]〵|[？！]{{2,3}}){_HANGS}*"
        # 互联网+AI: the + stays with 网
        rf"|(?<=[{_HAN_OR_CLOSE}\u3040-\u31ff\uac00-\ud7a3])[{_CLOSING}]+{_HANGS}*"
        rf"|(?:(?![{_OPENING}])[{_WEST}]{tied}|{_OPENERS}(?=[{_WEST}])|(?<=[A-Za-z])’(?=[A-Za-z])){_MANY}"
        rf"|(?:{_RIGHT_TO_LEFT}(?:{_HANGS}|[{_JOINERS}](?={_RIGHT_TO_LEFT}))*){_MANY}"
        rf"|[\U0001f1e6-\U0001f1ff]{{2}}{_HANGS}*"  # a flag
        rf"|.(?:\u200d{_EMOJI}|{_HANGS})*",
        re.DOTALL,
    )


@cache
def _one_of(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked for."""
    return re.compile(pattern, re.DOTALL)


_WEST_CHAR: Final = f"[{_WEST}]|{_RIGHT_TO_LEFT}"
_UNSEEN_CHAR: Final = f"[{_UNSEEN}]"
_SPACE: Final = frozenset(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Every character of the pattern of spaces: a set is asked sooner than a pattern is compiled."""

_COMMON_WEST: Final = (("!", "~"), ("\u00c0", "\u024f"), ("\u0370", "\u04ff"))
_COMMON_HAN: Final = (("\u3007", "\u9fff"), ("\u2460", "\u2761"), ("\uac00", "\ud7a3"))
"""Letters and numbers that are nothing else, so that no table need be asked, nor the pattern of all
letters."""

_JOINED: Final = r"[-|](?:(?<=[A-Za-z]{2}-)(?=[A-Za-z]{3})|(?<=[A-Za-z]\|)(?=[A-Za-z]))"
"""What a plain text has if any word of it is to be cut."""
HYPHEN_BEFORE: Final = 2
HYPHEN_AFTER: Final = 3
"""Letters that must stand before and after a hyphen for a line to end there: what TeX keeps of an
English word (\\lefthyphenmin, \\righthyphenmin), so that Wi-Fi, X-ray and e-mail stay whole."""


def tokens(text: str) -> list[str]:
    """The text cut into tokens, in order; nothing is dropped."""
    plain = _PLAIN.fullmatch(text.replace(_BREAK, " ")) is not None
    found = _plain(text) if plain else _token().findall(text)
    if not _SIGNS.isdisjoint(text):
        found = [part for word in found for part in _operators(word)]
    if "/" in text:
        found = _solidi(found)
    if plain and not _has_joint(text, found):
        return found
    return [part for word in found for part in (_parts(word) if len(word) > 2 else (word,))]


def _plain(text: str) -> list[str]:
    """The tokens of a plain text, its compound words whole."""
    found: list[str] = []
    for piece in _PLAIN_TOKEN.findall(text):
        if piece[0] in _JOINING:
            found.append(piece)
        else:
            found += piece
    return found


def _has_joint(text: str, found: list[str]) -> bool:
    """Whether any word of a plain text is to be cut."""
    if "-" not in text and "|" not in text:
        return False
    # A long enough word comes first: the pattern takes longer to compile than a page to cut.
    long = any("|" in w or len(w) > HYPHEN_BEFORE + HYPHEN_AFTER for w in found if len(w) > 2)
    return long and _one_of(_JOINED).search(text) is not None


def _solidi(found: list[str]) -> list[str]:
    """A typed / between a word and Chinese is the Chinese mark: 元/m2, km/小时. Inside a word, and
    beside a space, it is the word's own."""
    out: list[str] = []
    for word, after in zip(found, [*found[1:], " "], strict=True):
        core = word
        if "/" in core and link_breaks(core):
            out.append(core)
            continue
        if len(core) > 1 and core[0] == "/" != core[1] and out and not out[-1][-1].isspace():
            out.append("/")
            core = core[1:]
        if len(core) > 1 and core[-1] == "/" != core[-2] and not after[0].isspace():
            out += [core[:-1], "/"]
        else:
            out.append(core)
    return out


def _operators(word: str) -> list[str]:
    """Each × and the like that no letter or figure of its own word stands before: those of ××市, of
    毫米×550 and of 误差±5, not those of 5×3."""
    rest = word.lstrip(_OPERATORS)
    signs = list(word[: len(word) - len(rest)])
    return [*signs, rest] if rest else signs


def letters(word: str) -> list[str]:
    """A word cut into its letters, each with what hangs on it."""
    if word.isascii():
        return list(word)
    from layout.text.linebreak import is_letter

    out: list[str] = []
    for char in word:
        if out and (hangs(char) or (is_letter(char) and not char.isalpha())):
            out[-1] += char
        else:
            out.append(char)
    return out


def class_of(token: str, script: Script = HANS) -> CharClass:
    """The class of a token in a script.

    A token of nothing that can be seen is a space without width.
    """
    if len(token) == 1:  # an ideograph or a mark: nearly every token
        if "\u4e00" <= token <= "\u9fff" or token in _POINTERS:
            return CharClass.HAN
        if token in script.classes:
            return script.classes[token]
    seen = seen_in(token)
    first = seen[:1]
    if not first or first in _SPACE:
        return CharClass.SPACE
    if seen in ALONE:
        return ALONE[seen]
    if first in script.classes:
        two = len(seen) == 2 and seen[1] in "？！"
        return CharClass.FULL if two else script.classes[first]
    if POSTFIXES.issuperset(seen):
        return CharClass.POSTFIX
    if seen.isascii() and seen[-1] not in "-|":
        return CharClass.WEST
    return _class_of_word(seen)


def _class_of_word(seen: str) -> CharClass:
    """The class of what is no mark of the script: words, ideographs, signs of other writing."""
    if seen.isascii():  # it ends in a hyphen
        return CharClass.JOINT if seen[-2].isalpha() else CharClass.WEST
    if seen[-1].isalnum():
        if any(a <= seen[0] <= b for a, b in _COMMON_WEST):
            return CharClass.WEST
        if any(a <= seen[0] <= b for a, b in _COMMON_HAN):
            return CharClass.HAN
        if len(seen) > 1:
            return CharClass.WEST if _one_of(_WEST_CHAR).match(seen) else CharClass.HAN
    return _class_of_other(seen)


def _class_of_other(seen: str) -> CharClass:
    """The class of what ends in a mark that is none of the script's, or is a rare letter: some that
    are letters by category are brackets by use."""
    from layout.text.linebreak import is_letter, may_part, not_first, not_last

    if len(seen) == 1 or not any(map(str.isalnum, seen)):
        if all(map(not_last, seen)):
            return CharClass.PREFIX
        if all(map(not_first, seen)):
            return CharClass.POSTFIX
    if not (seen[0].isascii() or _one_of(_WEST_CHAR).match(seen)):
        return CharClass.HAN
    joint = len(seen) > 1 and may_part(seen[-1]) and is_letter(seen[-2])
    return CharClass.JOINT if joint else CharClass.WEST


def _parts(word: str) -> list[str]:
    """A word cut after the marks inside it that a line may end with."""
    if word.isalnum():
        return [word]
    out: list[str] = []
    done = 0
    for i, char in enumerate(word):
        if char.isalnum() or not _parting(char):
            continue
        end = i + 1
        while end < len(word) and hangs(word[end]):
            end += 1
        if _lettered(word, i, end) and (char not in _hyphens() or _is_compound(word)):
            out.append(word[done:end])
            done = end
    out.append(word[done:])
    return out


def _parting(char: str) -> bool:
    """Whether a word may be cut after the character."""
    if char.isascii():
        return char in "-|"
    if char == "’" or hangs(char):
        return False
    from layout.text.linebreak import may_part

    return may_part(char)


def _hyphens() -> str:
    from layout.text.linebreak import HYPHENS

    return HYPHENS


def _lettered(word: str, at: int, after: int) -> bool:
    """Whether enough letters stand before the mark at an offset and from `after` on."""
    from layout.text.linebreak import is_letter

    left, right = (HYPHEN_BEFORE, HYPHEN_AFTER) if word[at] in _hyphens() else (1, 1)
    beside = word[max(0, at - left) : at] + word[after : after + right]
    return len(beside) == left + right and all(map(is_letter, beside))


@lru_cache(maxsize=8)
def _is_compound(word: str) -> bool:
    """Whether a word is of letters and hyphens only, marks before and after it aside: anything else
    is a number, a code or an address."""
    from layout.text.linebreak import is_letter

    ends = [i for i, char in enumerate(word) if char.isalnum()]
    core = word[ends[0] : ends[-1] + 1] if ends else ""
    return all(is_letter(c) or c in _hyphens() or c in "'’" or hangs(c) for c in core)


def seen_in(text: str) -> str:
    """The text without what cannot be seen."""
    return text if _PLAIN.fullmatch(text) else _one_of(_UNSEEN_CHAR).sub("", text)


def unseen(char: str) -> bool:
    """Whether a character has neither ink nor width, so that no face need have it."""
    return not _PLAIN.fullmatch(char) and _one_of(_UNSEEN_CHAR).match(char) is not None


def hangs(char: str) -> bool:
    """Whether a character belongs to the one before it."""
    return not _PLAIN.fullmatch(char) and _one_of(_HANGS).match(char) is not None


def right_to_left(token: str) -> bool:
    """Whether a word is written from right to left."""
    if token < "\u0590" or "\u0900" <= token < "\ufb1d":  # no pattern is needed for nearly all
        return False
    return not _PLAIN.fullmatch(token) and _one_of(_RIGHT_TO_LEFT).match(token) is not None
