"""Which face of a page lent characters to which: nothing is set in another face without a word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from layout.diagnostics import Diagnostic, Place, info, shown, warning
from layout.faces.catalog import RARE, ROLES, Catalog
from layout.faces.face import Face
from layout.flow.placed import PlacedItem, PlacedLine, PlacedPage
from layout.lastmade import NEVER, LastMade
from layout.ownfaces import GivenFace
from layout.record import record
from layout.spec.resolve.resolved import RPage
from layout.text.charclass import CharClass
from layout.text.scripts import EM
from layout.text.shape import Token
from layout.words.said import Said, said

MOST_NAMED: Final = 12
"""Characters named in one finding; `banxin fonts --used` lists them all."""

Owners = dict[str, list[GivenFace]]
"""The user's own faces by key: one file may be given for several roles."""
_LONG: Final = (CharClass.DASH, CharClass.ELLIPSIS)
_MOST_WORDS: Final = 4
"""Words named that are set whole in the other face for one character's sake."""


@record
class _Lent:
    """What one face drew for another: the characters that it lacks, and the words that are set in
    the other face whole because of them."""

    chars: Counter[str]
    words: dict[str, None]


def lendings(
    placed: PlacedPage,
    page: RPage,
    given: Sequence[GivenFace],
    catalog: Catalog,
    last: LastMade = NEVER,
) -> Iterator[Diagnostic]:
    """For each pair of faces what one drew that the other lacks; and each face of the user's whose
    — was drawn longer to make —— of it.

    A character of the user's own face that comes from another design is a warning, one that comes
    from the shipped face of the same role, or from a face given for rare characters, a remark.
    """
    pairs: dict[tuple[str, str], _Lent] = {}
    dashes: Counter[str] = Counter()
    first: dict[tuple[str, str], str] = {}
    for block in placed.blocks:
        work = partial(_lent_or_dashes, block.items)
        for token in last.of(("lent", page.name, block.id), block.items, work):
            if token.lacking:
                for lender, chars, word in _parts(token, catalog.by_key(token.lacking)):
                    pair = (token.lacking, lender)
                    first.setdefault(pair, block.id)
                    lent = pairs.setdefault(pair, _Lent(chars=Counter(), words={}))
                    lent.chars.update(chars)
                    if word:
                        lent.words[word] = None
            elif token.manner.wide != EM and token.pieces:
                dashes[token.pieces[0].face] += 1
    own: Owners = {}
    for one in given:
        own.setdefault(catalog.open(one.source).key, []).append(one)
    places = {block.id: block.place for block in page.blocks}
    for (lacking, lender), lent in pairs.items():
        place = places.get(first[lacking, lender])
        yield _lent(catalog.by_key(lacking), catalog.by_key(lender), lent, own, place)
    for key, count in dashes.items():
        face = catalog.by_key(key)
        place = own[key][0].spec.file.place if key in own else None
        yield info("FACE-DASH.drawn-longer", place, face=_named(face, own), count=count)


def _lent_or_dashes(items: Iterable[PlacedItem]) -> list[Token]:
    """What of a block's lines another face drew than their own, and their dashes."""
    dash = CharClass.DASH  # looked up once: every token of a page is asked
    return [
        token
        for item in items
        if isinstance(item, PlacedLine)
        for token in item.items.tokens[item.line.first : item.line.last + 1]
        if token.lacking or token.cls is dash
    ]


def _parts(token: Token, lacking: Face) -> Iterator[tuple[str, list[str], str]]:
    """What each face behind the first one drew of a token: the characters that the first lacks, and
    the word, if more of it is drawn for their sake. —— and …… count as one."""
    ends = [piece.char for piece in token.pieces[1:]] + [len(token.text)]
    if token.cls in _LONG:
        yield token.pieces[0].face, [token.text], ""
        return
    drawn: dict[str, list[str]] = {}
    for piece, end in zip(token.pieces, ends, strict=True):
        if piece.face != token.lacking:
            drawn.setdefault(piece.face, []).extend(token.text[piece.char : end])
    for lender, chars in drawn.items():
        lacked = [char for char in chars if not lacking.has(char)] or chars
        yield lender, lacked, token.text if len(lacked) < len(chars) else ""


def _lent(
    lacking: Face,
    lender: Face,
    lent: _Lent,
    own: Owners,
    block: Place | None,
) -> Diagnostic:
    """The diagnostic of one pair of faces; at the place of the one that lacks, or the block."""
    words = lent.chars
    count = len(words)
    told = said(
        "FACE-LENT.chars",
        face=_named(lacking, own),
        lender=_named(lender, own),
        chars=tuple([_counted(lacking, w, n) for w, n in words.most_common(MOST_NAMED)]),
        more=said("part.lent-more", chars=count - MOST_NAMED, total=words.total())
        if count > MOST_NAMED
        else "",
        count=count,
        words=_whole(lent.words, count) if lent.words else "",
    )
    as_set = _high_or_low(words, lent.words)
    ones, others = own.get(lacking.key, []), own.get(lender.key, [])
    if not ones:
        return info(told.having(hint=as_set), block)
    roles = {other.role for other in others} or {_role(lender)}
    alike = [one for one in ones if one.role in roles]
    if alike or RARE in roles:
        return info(told.having(hint=as_set), (alike or ones)[0].spec.file.place)
    hint = said("part.lent-give", count=count, role=RARE)
    if all(lacking.has(char) for word in words for char in word):
        hint = said("part.lent-long")
    return warning(told.having(hint=as_set or hint), ones[0].spec.file.place)


def _whole(words: Iterable[str], count: int) -> Said:
    """The words that are set whole in the other face for the sake of so many characters."""
    named = tuple([said("part.lent-char", text=shown(word), times="") for word in words])
    if len(named) > _MOST_WORDS:
        return said("part.lent-words-more", count=count, words=named[:_MOST_WORDS])
    return said("part.lent-words", count=count, words=named)


def _high_or_low(chars: Iterable[str], words: Iterable[str]) -> Said | str:
    """How figures that are characters of their own, ₂ of CO₂, are had from the face itself."""
    from layout.text.highlow import HIGH_AND_LOW, as_marks  # few faces lend

    small = [char for char in chars if char in HIGH_AND_LOW]
    if not small:
        return ""
    shown_in = next((word for word in words if small[0] in word), small[0])
    return said("part.lent-high-low", marks=as_marks(shown_in), text=shown_in)


def _counted(face: Face, words: str, count: int) -> Said:
    """What a face lacks, and how often; a mark may be whole, of characters that it has."""
    return said(
        "part.lent-whole" if all(map(face.has, words)) else "part.lent-char",
        text=shown(words),
        times=said("part.lent-times", count=count) if count > 1 else "",
    )


def _named(face: Face, own: Owners) -> Said:
    """`faces.报宋 (fonts/My.ttf, 方正书宋)`, or `the shipped 报宋 (NotoSerifSC-Regular)`."""
    ones = own.get(face.key)
    if ones:
        names = tuple(dict.fromkeys(one.name for one in ones))
        return said("part.face-own", names=names, file=ones[0].file, title=shown(face.title))
    role = _role(face)
    if not role:
        return said("part.face-shipped-other", face=face.name)
    return said("part.face-shipped", role=role, face=face.name)


def _role(face: Face) -> str:
    """The role that a shipped file is for; empty for none."""
    return next((role for role, (file, _) in ROLES.items() if file == face.path.name), "")
