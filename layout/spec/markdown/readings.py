"""Letters over characters, `[株洲]{音 zhū zhōu}`: each group with the character it belongs to."""

import re
from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Place
from layout.spec.markdown.paragraph import RUBY, Paragraph, Run
from layout.spec.markdown.strays import Stray, misread

CHARACTER: Final = re.compile(r"[0-9A-Za-z]+|[^\W_]")
"""What has a group of its own: a character, or a whole word of Latin. Marks have none."""


def spelled(
    text: str, runs: Sequence[Run], lines: Sequence[tuple[int, Place]], found: list[Stray]
) -> tuple[Run, ...]:
    """The runs with each reading parted into its characters. One that has more groups than
    characters or fewer, or stands inside another, is told in `found` and left out."""
    whole = Paragraph(text=text, kind="body", runs=(), lines=tuple(lines) or ((0, Place("")),))
    out: list[Run] = []
    until = 0
    for run in runs:
        if run.voice != RUBY:
            out.append(run)
            continue
        words, place = text[run.start : run.end], whole.place_at(run.start)
        if run.start < until:
            found.append(misread("RUBY.inside", words, place))
            continue
        until = run.end
        groups = run.target.split()
        characters = list(CHARACTER.finditer(words))
        if len(groups) != len(characters):
            found.append(
                misread("RUBY.count", words, place, groups=len(groups), characters=len(characters))
            )
            continue
        out += [
            Run(run.start + c.start(), run.start + c.end(), RUBY, group)
            for c, group in zip(characters, groups, strict=True)
        ]
    return tuple(sorted(out, key=lambda r: r.start))
