"""What stands in a row of a paragraph: words, escapes, and what may be the mark of something.

`10^3^` and `H~2~O` are written as Pandoc has them (its manual, "Superscripts and subscripts"),
links as CommonMark 0.31 has them (6.3 and 6.5). But a Chinese text has `~` and `*` between numbers
(3~5天, 60*80*100厘米), `^` in powers and in faces (^_^): there they are text, and a backslash makes
any of them text.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, Final

from layout.diagnostics import Place
from layout.spec.markdown.paragraph import NAMED, NOTE

if TYPE_CHECKING:  # loaded where a text has a brace
    from layout.spec.markdown.braces import Voicing

LABEL: Final = r"[^\]\[\s^:：]{1,8}"
"""The label of a note."""
MOST_SCRIPT: Final = 12
"""Characters of high or low type; more than that is a sentence between two stray marks."""
MOST_ADDRESS: Final = 2000

_WORD: Final = r"0-9A-Za-z\u0391-\u03a9\u03b1-\u03c9"
_SIGN: Final = r"+\-\u2212±"
_FIGURE: Final = r"①-⑳†‡§®©™°′″∞%"  # of notes and units
_HAN: Final = r"\u3400-\u9fff"
_ESCAPED: Final = r"\\[!-/:-@\[-`{-~＃＊－—＼［］｛｝＾：＞｜]"

# High type. The words of a mark, and what may not follow its other end: a figure there makes it a
# power that was typed plainly (2^3+2^4), as does a letter after an expression (2^n+3^n).
_HIGH_WORDS: Final = (
    rf"[{_SIGN}]?[{_WORD}]{{1,{MOST_SCRIPT}}}[{_SIGN}]?\^(?!\d)"
    rf"|[{_HAN}]{{1,4}}[{_WORD}]{{0,2}}\^(?![{_WORD}])"
    rf"|(?=[^\^\s]*[{_WORD}{_FIGURE}])"
    rf"[{_WORD}{_SIGN}{_FIGURE}=,./·×'()（）\[\]［］〔〕]{{1,{MOST_SCRIPT}}}\^(?![{_WORD}])"
    rf"|(?:\*|\\\*){{1,3}}\^(?![{_WORD}])"
    rf"|(?<=[{_WORD})\]）］~]\^)[{_SIGN}]{{1,2}}\^(?!\d)"
)
# It stands after what it is high beside; only figures may begin a word (^14^C, ^[1]^).
_HIGH: Final = (
    rf"\^(?:(?<=[^\s(（\[［“‘《〈【]\^)|(?=[0-9\[(（［〔*\\{_FIGURE}]))(?P<high>{_HIGH_WORDS})"
)
# Low type stands after a letter, a bracket or another mark, or after the bar of a fraction
# (17^2^/~3~): after a figure or Han, ~ is a range.
_LOW: Final = (
    r"~(?:(?<=[A-Za-z\u0391-\u03a9\u03b1-\u03c9)\]）］^*]~)|(?<=\^[/⁄]~))(?P<low>"
    rf"[{_WORD}]{{1,{MOST_SCRIPT}}}~(?!\d)"
    rf"|[{_HAN}]{{1,4}}~(?![{_WORD}])"
    rf"|(?=[^~\s]*[{_WORD}])[{_WORD}{_SIGN}=,.]{{1,{MOST_SCRIPT}}}~(?![{_WORD}]))"
)
_SCHEME: Final = r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"
_IN_ADDRESS: Final = r"[^\s\\()<>\[\]]"
_LINK_END: Final = (
    rf"\]\((?P<target>{_SCHEME}(?:{_IN_ADDRESS}|\({_IN_ADDRESS}*\)){{1,{MOST_ADDRESS}}})\)"
    r"|\](?=\((?P<other>[^()\s]{1,400})\))"
)
_AUTO_LINK: Final = (
    rf"<(?P<target>{_SCHEME}[^\s\\<>]{{1,{MOST_ADDRESS}}})>"
    r"|<(?=(?P<other>[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]{1,400})>)"
)
_SIGN_OF_NOTE: Final = rf"\[\^(?P<label>{LABEL})\]"
_BRACE: Final = r"\]\{(?P<words>[^{}\[\]\\]{1,400})\}"
_MARK: Final = re.compile(rf"(?P<escaped>{_ESCAPED})|(?P<stars>\*+)|(?P<open>!?\[)|[\^~<\]]")
_MAILTO: Final = "mailto:"

# A lone asterisk may be a note's: 甲*、乙*。 It opens nothing before a mark that ends, and closes
# nothing after one that begins. Two are never a note's.
ENDING: Final = frozenset("，。、；：！？”’）》〉】〕］」』,;:!?)]}")
BEGINNING: Final = frozenset("“‘（《〈【〔［「『([{")

JOIN: Final = "join"
BREAK: Final = "break"
STARS: Final = ("*", "**", "***")


class Piece:
    """A stretch of one row: words, or a mark that may turn out to be markup. A bracket that
    `closes` with a brace has what that asks for; one that `opens` may be that of a link."""

    __slots__ = ("asked", "closes", "mark", "markup", "opens", "place", "target", "text")

    def __init__(self, text: str, place: Place, mark: str = "", target: str = "") -> None:
        self.text = text
        self.place = place
        self.mark = mark
        self.target = target
        self.asked: Voicing = ()
        self.opens = self.closes = False
        self.markup = mark in (JOIN, BREAK)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when a text first has its mark."""
    return re.compile(pattern)


def cut(
    body: str,
    first: Place,
    pieces: list[Piece],
    pairs: list[tuple[int, int]],
    names: AbstractSet[str],
    *,
    signs: Mapping[str, str],
    display: bool = False,
) -> None:
    """Add the pieces of one row; marks that hold nothing but words are added to `pairs` as well.
    `names` are those of styles and colours, `signs` those of notes by their labels. In `display`
    type links, emphasis and marks of words but those of `names` are no marks."""
    done = at = 0
    spans = not display or "]{" in body
    while (mark := _MARK.search(body, at)) is not None:
        start, at = mark.span()
        if display and not (
            mark[0] in ("**", "^", "~")
            or mark.lastgroup == "escaped"
            or (spans and mark[0] in ("[", "]"))
        ):
            continue
        place = _moved(first, start)
        made: list[Piece] = []
        match mark.lastgroup or mark[0]:
            case "escaped":
                made = [Piece(mark[0][1], _moved(place, 1))]
            case "stars":
                made = [_stars(mark[0], place, body[start - 1 : start], body[at : at + 1])]
            case "open":
                made = [Piece(mark[0], place, "[")]
                if signs and (note := _pattern(_SIGN_OF_NOTE).match(body, start)):
                    label = note["label"]
                    if label in signs:
                        at = note.end()
                        sign = Piece(signs[label], place)
                        made = [_whole(NOTE, place, label), sign, _whole("", place)]
            case "]":
                made = [_closing(body, place, start, names, display=display)]
                at = start + len(made[0].text)
            case "<":
                if auto := _pattern(_AUTO_LINK).match(body, start):
                    at = auto.end()
                    made = _address(auto["target"], auto["other"], place)
            case sign:
                if found := _pattern(_HIGH if sign == "^" else _LOW).match(body, start):
                    at = found.end()
                    words = _unescaped(found[0][1:-1], _moved(place, 1))
                    made = [_whole(sign, place), *words, _whole("", place)]
        if made:
            if start > done:
                pieces.append(Piece(body[done:start], _moved(first, done)))
            if made[0].markup:
                pairs.append((len(pieces), len(pieces) + len(made) - 1))
            pieces += made
            done = at
    if done < len(body):
        pieces.append(Piece(body[done:], _moved(first, done)))


def _closing(
    body: str, place: Place, start: int, names: AbstractSet[str], *, display: bool
) -> Piece:
    """The bracket at an offset, with the address of a link or the brace behind it."""
    after = body[start + 1 : start + 2]
    braced = _braced(body, place, start, names) if after == "{" else None
    if braced is not None and not (display and any(v != NAMED for v, _ in braced.asked)):
        return braced
    if display:
        return Piece("]", place, "]")
    end = _pattern(_LINK_END).match(body, start) if after == "(" else None
    if end and end["target"]:
        return Piece(end[0], place, "](", end["target"])
    return Piece("]", place, "]", end["other"] if end else "")


def _braced(body: str, place: Place, start: int, names: AbstractSet[str]) -> Piece | None:
    """The bracket at an offset with the brace behind it; None where that is no mark."""
    found = _pattern(_BRACE).match(body, start)
    if found is None:
        return None
    from layout.spec.markdown.braces import asked

    wanted = asked(found["words"], names)
    if wanted is None:
        return None
    piece = Piece(found[0], place, "]{")
    piece.asked = wanted
    return piece


def _whole(mark: str, place: Place, target: str = "") -> Piece:
    """Either end of a mark that needs no partner found."""
    piece = Piece("", place, mark, target)
    piece.markup = True
    return piece


def _address(target: str | None, other: str | None, place: Place) -> list[Piece]:
    """`<https://…>`: the address is set; of a mail address without its scheme. One of another
    scheme is text."""
    if target is None:
        return [Piece("<", place, "strange", f"<{other}>")]
    skip = len(_MAILTO) if target.lower().startswith(_MAILTO) else 0
    words = Piece(target[skip:], _moved(place, 1 + skip))
    return [_whole("<", place, target), words, _whole("", place)]


def _stars(text: str, place: Place, before: str, after: str) -> Piece:
    piece = Piece(text, place, text if text in STARS else "")
    if piece.mark and not (text == "*" and before.isdigit() and after.isdigit()):  # 60*80*100
        piece.opens = bool(after.strip()) and not (text == "*" and after in ENDING)
        piece.closes = bool(before.strip()) and not (text == "*" and before in BEGINNING)
    return piece


def _unescaped(text: str, place: Place) -> Iterator[Piece]:
    """The words of high or low type."""
    done = 0
    for match in _pattern(_ESCAPED).finditer(text):
        if match.start() > done:
            yield Piece(text[done : match.start()], _moved(place, done))
        done = match.end()
        yield Piece(text[done - 1], _moved(place, done - 1))
    if done < len(text):
        yield Piece(text[done:], _moved(place, done))


def _moved(place: Place, by: int) -> Place:
    return Place(place.file, place.line, place.column + by)
