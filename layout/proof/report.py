"""The proof in words: findings, how full each frame is, and every line that needs an eye."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Place, shown
from layout.display.items import Page
from layout.faces.survey import FaceUse
from layout.proof.legend import summary
from layout.proof.setlines import page_lines, told
from layout.spec.resolve.resolved import RStory
from layout.words.said import Language, Said, in_words, said

_FRAMES: Final = (
    "part.head-frame", "part.head-lines", "part.head-room", "part.head-empty",
    "part.head-measure", "part.head-text",
)  # fmt: skip
_FACES: Final = (
    "part.head-role", "part.head-face", "part.head-file", "part.head-different",
    "part.head-in-all", "part.head-characters",
)  # fmt: skip
_LINES: Final = (
    "part.head-frame", "part.head-line", "part.head-gap", "part.head-tier",
    "part.head-natural", "part.head-set", "part.head-text",
)  # fmt: skip


def oversets(page: ComposedPage, lang: Language = "en") -> dict[str, str]:
    """For each story whose text does not fit, by its node: how much is over."""
    stories = [b.content for b in page.composed.resolved.blocks if isinstance(b.content, RStory)]
    signed = {s.byline.place: s.story.name for s in stories if s.byline is not None}
    out: dict[str, str] = {}
    for found in page.diagnostics:
        told = found.said
        values = dict(told.values)
        if told.key in ("OVERSET.story", "OVERSET.down"):
            out[told["node"]] = said("part.over", **values).words(lang)
        elif told.key in ("OVERSET.homeless", "OVERSET.narrow"):
            node = signed.get(found.where) if isinstance(found.where, Place) else None
            if node is not None:
                out[node] = said("part.over-line", **values).words(lang)
    return out


def report(page: ComposedPage, lang: Language = "en") -> str:
    """The text that goes with the pictures of a proof."""
    display = page.display
    none = [said("part.proof-none").words(lang)]
    parts = [
        "  ·  ".join(summary(display, page_lines(display), lang)),
        _section("part.proof-findings", [d.line(lang) for d in page.diagnostics] or none, lang),
        _section("part.proof-in-order", list(_table(_frames(display, lang))), lang),
        _section("part.proof-faces", list(_table(face_rows(page.faces(), lang))), lang),
        _section("part.proof-loose-lines", list(_table(_lines(display, lang))) or none, lang),
    ]
    return "\n\n".join(parts) + "\n"


def _section(key: str, lines: list[str], lang: Language) -> str:
    """Lines under their title."""
    title = said(key).words(lang)
    return "\n".join([title, "-" * _width(title), *lines])


def _frames(page: Page, lang: Language) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [in_words(_FRAMES, lang)]
    for order, frame in enumerate(page.frames, 1):
        empty = str(frame.room - frame.lines)
        measure = f"{frame.rect.width:.1f} pt"
        rows.append((str(order), str(frame.lines), str(frame.room), empty, measure, frame.node))
    return rows


IN_A_LEGEND: Final = 8
FEW: Final = 40
"""Characters of a face that are named one by one; of a body face only how many there are."""


def face_rows(faces: Iterable[FaceUse], lang: Language = "en") -> list[tuple[str, ...]]:
    """The faces of a page as rows: what each is, how many characters it draws, and which where they
    are few."""
    rows: list[tuple[str, ...]] = [in_words(_FACES, lang)]
    for face in faces:
        few = list(face.characters)[:FEW]
        words = "".join(map(shown, few)) + ("…" if len(face.characters) > FEW else "")
        name = face.face if face.shipped or face.title == face.face else shown(face.title)
        different, total = len(face.characters), sum(face.characters.values())
        rows.append(
            (" ".join(face.roles), name, shown(face.file), f"{different:,}", f"{total:,}", words)
        )
    return rows


def face_words(faces: Iterable[FaceUse], lang: Language = "en") -> list[str]:
    """Each face in a few words for the foot of a proof; the user's own, and those that draw a few
    characters, with which."""
    out = []
    for face in faces:
        roles, title = "、".join(face.roles), shown(face.title, 30)
        named: Said | str = title
        if not face.shipped:
            named = said("part.proof-face-own", title=title, file=shown(face.file, 30))
        total = sum(face.characters.values())
        told = said("part.proof-face", roles=roles, title=named, number=total)
        if 0 < len(face.characters) <= IN_A_LEGEND:
            chars = "".join(map(shown, face.characters))
            told = said("part.proof-face-few", roles=roles, title=named, number=total, chars=chars)
        out.append(told.words(lang))
    return out


def _lines(page: Page, lang: Language) -> list[tuple[str, ...]]:
    marked = [line for line in page_lines(page) if line.loose or line.tight]
    if not marked:
        return []
    rows: list[tuple[str, ...]] = [in_words(_LINES, lang)]
    for line in sorted(marked, key=lambda m: (m.loose, m.facts.gap_em), reverse=True):
        f = line.facts
        rows.append(
            (
                str(line.frame + 1) if line.frame >= 0 else "-",
                str(line.number),
                f"{f.gap_em:.1%}" if line.loose else "",
                told(f.tier, lang),
                f"{f.natural:.2f}",
                f"{f.set:.2f}",
                line.text,
            )
        )
    return rows


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines, every column but the last as wide as its widest cell."""
    if not rows:
        return
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(
    page: ComposedPage, written: Mapping[str, str], lang: Language = "en"
) -> dict[str, object]:
    """The proof as data, its messages in a language; lengths in points, gaps in em."""
    lines = [line for line in page_lines(page.display) if line.loose or line.tight]
    return {
        "page": page.name,
        "written": dict(written),
        "diagnostics": [d.as_json(lang) for d in page.diagnostics],
        "frames": [
            {"order": order, "node": f.node, "lines": f.lines, "room": f.room}
            for order, f in enumerate(page.display.frames, 1)
        ],
        "faces": [face_json(face) for face in page.faces()],
        "lines": [
            {
                "frame": line.frame + 1,
                "line": line.number,
                "text": line.text,
                "gap_em": round(line.facts.gap_em, 5),
                "tier": line.facts.tier,
            }
            for line in lines
        ],
    }


def face_json(face: FaceUse) -> dict[str, object]:
    """A face and its characters as data."""
    return {
        "face": face.face,
        "title": face.title,
        "file": face.file,
        "roles": list(face.roles),
        "shipped": face.shipped,
        "characters": face.characters,
    }
