"""docs/afterwards.md in both languages: its tables, written by the command itself."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.afterwards.facts import FACTS, Facts, facts_of, page_count
from bench.afterwards.tools import TREATMENTS, Program, Treatment
from bench.edition import ROOT
from bench.table import table
from layout.files import write_file

DOCS: Final = {"en": ROOT / "docs/afterwards.md", "zh": ROOT / "docs/zh/afterwards.md"}
KEPT, LOST, CHANGED, FAILED = "kept", "lost", "changed", "refused"
ABSENT = "absent"
"""Of a fact that a file never had: it counts for nothing."""

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {KEPT: "·", LOST: "lost", CHANGED: "changed", FAILED: "refused"},
    "zh": {
        KEPT: "·", LOST: "丢", CHANGED: "变", FAILED: "不做",
        "intent": "输出意图", "identification": "X标识", "Info": "Info", "boxes": "各框",
        "blend space": "混合空间", "overprint": "叠印", "spots": "专色", "trailer id": "文件ID",
        "version": "PDF版本", "fonts": "字体", "pictures": "图", "text": "文字",
        "opened and saved": "打开再存", "pages put behind the first file's": "接在前一个文件后",
        "pages put in a new file": "放进新文件", "a page put in a new file": "取一版放进新文件",
        "by": "用什么做", "what": "做什么",
    },
}  # fmt: skip

Verdict = dict[str, str]
"""By fact, whether it was kept, lost or changed."""
Verdicts = dict[str, dict[str, Verdict]]
"""By treatment, by file."""


def compare(before: Facts, after: Facts) -> Verdict:
    """What became of each fact of a file."""
    made: Verdict = {}
    for fact in FACTS:
        one, other = before[fact], after[fact]
        if one == other:
            made[fact] = KEPT if _says(one) else ABSENT
        else:
            made[fact] = CHANGED if _says(other) else LOST
    return made


def _says(value: object) -> bool:
    """Whether a fact has anything in it."""
    if isinstance(value, (list, tuple)):
        return any(map(_says, value))
    return bool(value)


def treated(treatment: Treatment, one: Path, other: Path) -> Verdict:
    """What a treatment makes of a file; of all facts that it was refused, where the program ends
    without one."""
    pages = 1 if treatment.takes else page_count(one)
    with tempfile.TemporaryDirectory(prefix="banxin-afterwards-") as folder:
        out = Path(folder) / "out.pdf"
        try:
            treatment.act(one, other, out)
        except Exception:  # whatever a program raises: it made nothing of a good file
            return dict.fromkeys(FACTS, FAILED)
        return compare(facts_of(one, pages), facts_of(out, pages))


def judged(files: Mapping[str, tuple[Path, Path]]) -> Verdicts:
    """What every treatment whose program is here makes of every file."""
    return {
        treatment.name: {name: treated(treatment, *paths) for name, paths in files.items()}
        for treatment in TREATMENTS
        if treatment.program.version()
    }


def cell(verdicts: Mapping[str, Verdict], fact: str, lang: str) -> str:
    """A cell: what became of a fact; with the files, where it is not the same of all that have
    it."""
    words = WORDS[lang]
    by: dict[str, list[str]] = {}
    for name, verdict in verdicts.items():
        if verdict[fact] != ABSENT:
            by.setdefault(verdict[fact], []).append(name)
    if len(by) <= 1:
        return words[next(iter(by), KEPT)]
    parts = [f"{words[what]}: {', '.join(names)}" for what, names in by.items() if what != KEPT]
    return "; ".join(parts) if lang == "en" else "；".join(p.replace(": ", "：") for p in parts)


def rows(verdicts: Verdicts, lang: str) -> list[list[str]]:
    """The table's rows, a treatment each."""
    words = WORDS[lang]
    return [
        [
            t.program.name,
            words.get(t.what, t.what),
            *[cell(verdicts[t.name], f, lang) for f in FACTS],
        ]
        for t in TREATMENTS
        if t.name in verdicts
    ]


def write_docs(verdicts: Verdicts) -> None:
    """Put table and versions into the pages, between their marks."""
    for lang, path in DOCS.items():
        words = WORDS[lang]
        head = [words.get("by", "by"), words.get("what", "what"), *[words.get(f, f) for f in FACTS]]
        text = path.read_text(encoding="utf-8")
        text = _between(text, "table", table(head, rows(verdicts, lang)))
        text = _between(text, "versions", versions(lang))
        write_file(path, text.encode("utf-8"))


def versions(lang: str) -> str:
    """The programs with their versions, as the pages say them."""
    named = [f"{program.name} {program.version()}" for program in programs() if program.version()]
    return f"{', '.join(named)}." if lang == "en" else f"{'、'.join(named)}。"


def programs() -> Iterator[Program]:
    """Each program once, in the order of the table."""
    yield from dict.fromkeys(t.program for t in TREATMENTS)


def _between(text: str, mark: str, what: str) -> str:
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.S)
    return pattern.sub(lambda _: f"{start}\n{what}\n{end}", text)


def read_rows(text: str) -> dict[str, Sequence[str]]:
    """The rows of the table in a page of docs, by program and treatment."""
    found = re.search(r"<!-- table -->\n(.*?)\n<!-- /table -->", text, re.S)
    lines = found[1].splitlines()[2:] if found else []
    cells = [[part.strip() for part in line.strip("|").split(" |")] for line in lines]
    return {f"{row[0]}: {row[1]}": row[2:] for row in cells}
