"""A small edition to be changed by hand."""

from pathlib import Path
from typing import Any

from layout.revise.reviser import Done, Refused, Reviser
from layout.words.said import LANGUAGES

FILES = {
    "edition.yaml": (
        "# 一期\nname: 云埠日报\ndate: 2026-11-29    # 周日\npages: [A1.yaml, A2.yaml]\n"
        "styles: styles.yaml\n"
    ),
    "styles.yaml": (
        "styles:\n  # 头条\n  lead: {like: title, size: 40pt}    # 大\n  second: {like: lead}\n"
    ),
    "A1.yaml": (
        "# 头版\npage: A1\nformat: tabloid\nblocks:\n"
        "  # 头条\n  - id: lead\n    story: stories/甲.md    # 稿\n"
        "    headline: {lines: 6, style: lead}\n"
        "    at: {cols: 1-3, lines: 5-30}    # 左\n\n"
        "  - id: side\n    text: [{text: 标语, style: second}]\n    at: {cols: 4-5, lines: 5-10}\n"
        "  - id: group\n    stack:\n      - id: top\n        text: 上\n        lines: 4\n"
        "      - id: foot\n        text: 下\n    at: {cols: 4-5, lines: 12-30}\n"
        "  - id: two\n    story: stories/乙.md\n    at:\n      - {cols: 1-2, lines: 32-40}\n"
        "      - {cols: 3-5, lines: 32-36}    # 第二个框\n"
    ),
    "A2.yaml": (
        "page: A2\nformat: tabloid\nblocks:\n  - {id: x, text: 字, at: {cols: 1-2, lines: 1-4}}\n"
    ),
    "stories/甲.md": "---\ntitle: 甲题\n---\n\n第一段的字。\n\n第二段，**黑**字。\n",
    "stories/乙.md": "乙稿的字。\r\n\r\n第二段。\r\n",
}


def made(folder: Path) -> Path:
    """The edition in a folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder / "edition.yaml"


def edit(reviser: Reviser, confirm: Any = "", **op: Any) -> Done | Refused:
    """A change of a file as it is now."""
    given = {"file": "A1.yaml", **op}
    if "base" not in given:
        given["base"] = reviser.digest(str(given["file"]))
    return reviser.edit(given, confirm)


def key(refused: Done | Refused) -> str:
    """What was refused, by the key of its message."""
    assert isinstance(refused, Refused), refused
    assert refused.diagnostics
    for lang in LANGUAGES:
        assert refused.diagnostics[0].line(lang)
    return refused.diagnostics[0].said.key
