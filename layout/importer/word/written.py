"""A paragraph of a .docx as a story writes it: its marks, and a backslash before what is none.

What is written is read again by the story's own reader (`layout.importer.word.proofed`); here it
is only made as it should be.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from layout.importer.stories import HEADS, literal, no_markup
from layout.importer.word.model import (
    BOLD,
    BREAK,
    DOTS,
    FRAME,
    HIGH,
    KAI,
    LOW,
    UNDERLINE,
    WAVY,
    WordSpan,
)
from layout.spec.markdown.markpieces import BEGINNING, ENDING

_NAMES: Final = ((DOTS, "着重"), (UNDERLINE, "下划线"), (WAVY, "波浪线"), (FRAME, "框"))
KAI_STYLE: Final = "楷体"
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\\()<>\[\]]{1,1500}", re.IGNORECASE)
_ESCAPED: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~＃＊－—＼［］｛｝＾：＞｜")
_BAR: Final = re.compile(r"[ \u3000]+(\\?\|)[ \u3000]+")
"""What parts the rows of a heading, where it is a sign of its words."""
_HEADS: Final = (*HEADS, "｛", "：：", "::", "—", "＞", "｜")
_INDENT: Final = re.compile(r"[ \t]*\u3000[ \t\u3000]*\u3000|[ \t\xa0]{4}|\t")


def rows_of(spans: Sequence[WordSpan]) -> list[list[list[WordSpan]]]:
    """The paragraphs of a paragraph of Word, each of lines, each of spans without blanks at their
    ends. A line end that is doubled, or has an indent behind it, ends a paragraph: so does copy
    that was pasted from a page of the web."""
    lines: list[list[WordSpan]] = [[]]
    for span in spans:
        if span.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    out: list[list[list[WordSpan]]] = []
    apart = True
    for line in lines:
        bare = _trimmed(line)
        if not bare:
            apart = True
            continue
        if apart or _INDENT.match("".join([s.text for s in line])):
            out.append([])
        out[-1].append(bare)
        apart = False
    return out


def _trimmed(line: list[WordSpan]) -> list[WordSpan]:
    out = [s._replace(text=s.text.replace("\t", " ")) for s in line if s.text or s.note]
    while out and not out[0].note and not out[0].text.strip():
        out.pop(0)
    while out and not out[-1].note and not out[-1].text.strip():
        out.pop()
    if out:
        out[0] = out[0]._replace(text=out[0].text.lstrip())
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    return out


def written(
    lines: Sequence[Sequence[WordSpan]],
    *,
    scripts: bool = True,
    marks: bool = True,
    careful: bool = False,
    heading: bool = False,
) -> str:
    """Lines of one paragraph as its rows in a file; those of a `heading` in one row.

    Without `scripts` high and low type is none, without `marks` there is no voice at all; `careful`
    puts a backslash before every sign.
    """
    if not marks:
        lines = [[WordSpan(s.text, note=s.note) for s in line] for line in lines]
    elif not scripts:
        lines = [[s._replace(voices=s.voices - {HIGH, LOW}) for s in line] for line in lines]
    signs = _signs("".join([s.text for line in lines for s in line]), lines, careful=careful)
    if heading:
        return " | ".join([_BAR.sub(r"\1", _line(list(line), signs)) for line in lines])
    made = [_headed(_line(list(line), signs), line[0]) for line in lines]
    return "\\\n".join(made)


def _signs(text: str, lines: Sequence[Sequence[WordSpan]], *, careful: bool) -> frozenset[str]:
    """The signs of a paragraph that a backslash stands before."""
    if careful:
        return _ESCAPED
    spans = [s for line in lines for s in line]
    bracketed = any(s.voices - {BOLD, HIGH, LOW} or s.reading or s.link or s.note for s in spans)
    out = set("\\*")
    scripted = any(s.voices & {HIGH, LOW} for s in spans)
    out |= {"^"} if scripted or text.count("^") > 1 else set()
    out |= {"~"} if scripted or text.count("~") > 1 else set()
    if bracketed or any(two in text for two in ("](", "]{", "[^")):
        out |= {"[", "]"}
    if "<" in text and ":" in text:
        out.add("<")
    return frozenset(out)


def _headed(row: str, first: WordSpan) -> str:
    """A row whose beginning is no head of a paragraph."""
    bare = not (first.note or first.voices or first.reading or first.link)
    return no_markup(row, _HEADS) if bare else row


def _line(spans: list[WordSpan], signs: frozenset[str]) -> str:
    out = ""
    at = 0
    for bold, held in groupby(spans, key=lambda s: BOLD in s.voices):
        group = list(held)
        inner = _group(group, spans, at, out, signs, bold=bold)
        at += len(group)
        if bold and inner.strip():
            lead = inner[: len(inner) - len(inner.lstrip())]
            tail = inner[len(inner.rstrip()) :]
            inner = f"{lead}**{inner.strip()}**{tail}"
        out += inner
    return out


def _group(
    group: list[WordSpan],
    whole: list[WordSpan],
    at: int,
    before: str,
    signs: frozenset[str],
    *,
    bold: bool,
) -> str:
    """Spans that are all in 黑, or none of them."""
    out = ""
    for n, span in enumerate(group, at):
        last = (before + out)[-1:]
        around = [whole[i] for i in (n - 1, n + 1) if 0 <= i < len(whole)]
        starred = not bold and not any(s.voices & {BOLD, KAI} for s in around)
        out += _span(span, last, around=whole[n + 1 : n + 2], starred=starred, signs=signs)
    return out


def _span(
    span: WordSpan, last: str, *, around: list[WordSpan], starred: bool, signs: frozenset[str]
) -> str:
    if span.note:
        return f"[^{span.note}]"
    bare = span.text.strip()
    if not bare:
        return literal(span.text, signs)
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    tail = span.text[len(span.text.rstrip()) :]
    words = literal(bare, signs)
    for voice, sign in ((HIGH, "^"), (LOW, "~")):
        if voice in span.voices:
            words = sign + words + sign
    names = [name for voice, name in _NAMES if voice in span.voices]
    if KAI in span.voices:
        last = lead[-1:] or last
        after = tail[:1] or (around[0].text[:1] if around else "")
        plain = not names and not span.reading and not span.link and words[:1] not in "*^~["
        if (
            starred and plain and last != "*" and bare[0] not in ENDING
            and bare[-1] not in BEGINNING
            and not (last.isdigit() and bare[0].isdigit())
            and not (bare[-1].isdigit() and after.isdigit())
        ):  # fmt: skip
            words = f"*{words}*"
        else:
            names.append(KAI_STYLE)
    if span.reading:
        names.append(f"音 {span.reading}")
    if names:
        words = f"[{words}]{{{' '.join(names)}}}"
    address = span.link if _ADDRESS.fullmatch(span.link) else ""
    if address and address not in (bare, f"mailto:{bare}"):
        words = f"[{words}]({address})"
    return lead + words + tail
