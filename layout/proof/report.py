"""The proof in words: findings, how full each frame is, and every line that needs an eye."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from layout.api import ComposedPage
from layout.diagnostics import Place, shown
from layout.display.items import Page
from layout.faces.survey import FaceUse
from layout.proof.legend import summary
from layout.proof.setlines import page_lines
from layout.spec.resolve.resolved import RStory
from layout.words.said import said


def oversets(page: ComposedPage) -> dict[str, str]:
    """For each story whose text does not fit, by its node: how much is over."""
    stories = [b.content for b in page.composed.resolved.blocks if isinstance(b.content, RStory)]
    signed = {s.byline.place: s.story.name for s in stories if s.byline is not None}
    out: dict[str, str] = {}
    for found in page.diagnostics:
        told = found.said
        values = dict(told.values)
        if told.key in ("OVERSET.story", "OVERSET.down"):
            out[told["node"]] = str(said("part.over", **values))
        elif told.key in ("OVERSET.homeless", "OVERSET.narrow"):
            node = signed.get(found.where) if isinstance(found.where, Place) else None
            if node is not None:
                out[node] = str(said("part.over-line", **values))
    return out


def report(page: ComposedPage) -> str:
    """The text that goes with the pictures of a proof."""
    display = page.display
    none = [str(said("part.proof-none"))]
    parts = [
        "  ·  ".join(summary(display, page_lines(display))),
        _section("part.proof-findings", [str(d) for d in page.diagnostics] or none),
        _section("part.proof-in-order", list(_table(_frames(display)))),
        _section("part.proof-faces", list(_table(face_rows(page.faces())))),
        _section("part.proof-loose-lines", list(_table(_lines(display))) or none),
    ]
    return "\n\n".join(parts) + "\n"


def _section(key: str, lines: list[str]) -> str:
    """Lines under their title."""
    title = str(said(key))
    return "\n".join([title, "-" * len(title), *lines])


def _frames(page: Page) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("frame", "lines", "room", "empty", "measure", "text")]
    for order, frame in enumerate(page.frames, 1):
        empty = str(frame.room - frame.lines)
        measure = f"{frame.rect.width:.1f} pt"
        rows.append((str(order), str(frame.lines), str(frame.room), empty, measure, frame.node))
    return rows


IN_A_LEGEND: Final = 8
FEW: Final = 40
"""Characters of a face that are named one by one; of a body face only how many there are."""


def face_rows(faces: Iterable[FaceUse]) -> list[tuple[str, ...]]:
    """The faces of a page as rows: what each is, how many characters it draws, and which where they
    are few."""
    rows: list[tuple[str, ...]] = [("role", "face", "file", "different", "in all", "characters")]
    for face in faces:
        few = list(face.characters)[:FEW]
        words = "".join(map(shown, few)) + ("…" if len(face.characters) > FEW else "")
        name = face.face if face.shipped or face.title == face.face else shown(face.title)
        different, total = len(face.characters), sum(face.characters.values())
        rows.append(
            (" ".join(face.roles), name, shown(face.file), f"{different:,}", f"{total:,}", words)
        )
    return rows


def face_words(faces: Iterable[FaceUse]) -> list[str]:
    """Each face in a few words for the foot of a proof; the user's own, and those that draw a few
    characters, with which."""
    out = []
    for face in faces:
        name = f"{'、'.join(face.roles)}：{shown(face.title, 30)}"
        if not face.shipped:
            name += f" ({shown(face.file, 30)})"
        total = sum(face.characters.values())
        few = "".join(map(shown, face.characters)) if len(face.characters) <= IN_A_LEGEND else ""
        out.append(f"{name}, {total:,} 字" + (f": {few}" if few else ""))
    return out


def _lines(page: Page) -> list[tuple[str, ...]]:
    marked = [line for line in page_lines(page) if line.loose or line.tight]
    if not marked:
        return []
    rows: list[tuple[str, ...]] = [("frame", "line", "gap", "tier", "natural", "set", "text")]
    for line in sorted(marked, key=lambda m: (m.loose, m.facts.gap_em), reverse=True):
        f = line.facts
        rows.append(
            (
                str(line.frame + 1) if line.frame >= 0 else "-",
                str(line.number),
                f"{f.gap_em:.1%}" if line.loose else "",
                f.tier,
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


def as_json(page: ComposedPage, written: Mapping[str, str]) -> dict[str, object]:
    """The proof as data; lengths in points, gaps in em."""
    lines = [line for line in page_lines(page.display) if line.loose or line.tight]
    return {
        "page": page.name,
        "written": dict(written),
        "diagnostics": [d.as_json() for d in page.diagnostics],
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
