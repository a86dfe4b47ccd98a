"""The manual of the layout checks, written from the checks themselves.

`python -m layout.check.reference > docs/checks.md` writes it; a test holds the two together.
"""

import sys
from collections.abc import Iterator
from typing import Any, Final

from layout.check.catalogue import CHECKS
from layout.check.engine import Check
from layout.check.makeup.subject import Subject
from layout.spec.model.checks import Checks, Limits
from layout.spec.reader.fields import keys_of

_INTRO: Final = """\
# The layout checks

`banxin check SPEC...` composes each page and looks at what is drawn on it. It tells what it finds
with its place in the files, the measured value and the threshold; then, for every story, by how
many lines and characters it is over (溢) or under (欠); and which statements about the print
(`evidence:`) the page meets. Exit status: 0 good, 1 a check reports an error, 2 bad use.

This page is written by `python -m layout.check.reference`.

"""
_SETTING: Final = """\

## Setting them

`checks:` in a page or its edition; the page's go over the edition's. Lengths are in `zi` (字),
`lines` (行 of the grid), `mm` or `pt`.

```yaml
checks:
  RUNT: skip                       # skip, info, warning or error
  GUTTER-RUN: {height: 70}         # a threshold
  GRID: {by: 0.2mm, severity: error}
  accept:                          # of a page: findings that are meant
    - check: PAGE-CUT
      at: four-links               # a block's id, or words of the message
      why: the two halves are two sections
```

An accepted finding is told with its reason and not counted. One that explains nothing is a warning
(`ACCEPT-IDLE`): what it was for is gone, or misnamed.

A check that lacks its facts, such as FOLIO where the edition lists no other page, says
`not checked`, never that the page passed. What composing itself says (STANDS-IN, DISPLAY-WIDE …) is
told among the findings; what a check of the same name says too, only once.

## What a build tells

`banxin build` tells COLLIDE, INVISIBLE and TIGHT too: a page that is built without a word is one on
which nothing is covered. Every two things of a page are held against each other, whoever they
belong to:

- type on type: told where they share ink of more than 0.05 em both ways, 0.12 em in one line;
  characters of one run that are set closer than their ink is wide, where one pair shares more than
  0.12 em or half of the first share more than 0.05 em
- type under a picture, a panel or a tint painted after it: told where it covers ink
- type on a picture, a panel or a tint: told unless that is there for it (its block's tint, the
  panel of its own part, what a headline stands on) or is behind all of its block; and where it
  stands across the edge of it
- a rule and type: told where the rule goes through ink, whichever is painted first
- a rule over a picture, a panel or a tint: told unless they are of one block, or the rule lies
  wholly on a tint; under one, a warning
- a picture, a panel or a tint over another: a warning, unless the lower one is behind all of it, or
  is a picture whose own panel it is
- type nearer than `gap` to a rule, or to the edge of a picture, a panel or a tint: a warning

Rules may meet rules. What is meant stands under `accept:`.

## What is known of the print

```yaml
  - story: stories/projects.md
    evidence:
      - {column_ends: 奋战产业项目建设, source: the OCR text is cut here}
      - {column_ends: 其中一, required: false}
```

A column of the story ends exactly with these words, compared character by character with what is
drawn. A statement that is not met is told with the place where the words stand instead; it is an
error of EVIDENCE unless it is not `required`.

## As JSON

`banxin check --json` prints `{"pages": [...]}`, a page a member, in the order given:

- `spec`, `page`: the file, the page's name; `errors`, `warnings`: how many
- `checks`: `id`, `title`, `status` (`passed`, `found`, `off` or `not checked`), `found` and
  `accepted` findings, and `why` it was not checked
- `diagnostics`: `code` and `sub`, which tell what it is and never change, `severity`; `message` and
  `hint`, and the `values` in them, by name; `file`, `line` and `column` of what to mend; `page` and
  `rect_pt` (x, y, width, height in points from the trim's top left) where it is seen
- `accepted`: the same, and `why`
- `copyfit`: `story`, `block`, `columns`, `characters_per_line`, `lines` set, `room`, `characters`
  set, `over_lines`, `empty_lines`, `about_characters` over or missing, `says` (欠 3行 约60字)
- `evidence`: `block`, `story`, `column_ends`, `required`, `met`; `column` and `line` in which the
  words end, and `characters_off` behind the end of the nearest column: below zero before it, null
  where the words are not in the text

A page that cannot be made has `spec` and `diagnostics` alone.
"""


def reference() -> str:
    """The manual as Markdown."""
    return _INTRO + "\n".join(_table()) + "\n" + _SETTING


def _table() -> Iterator[str]:
    yield "| check | term | why | severity | threshold | source |"
    yield "|---|---|---|---|---|---|"
    for check in CHECKS:
        yield f"| {' | '.join(_row(check))} |"


def _row(check: Check[Subject]) -> tuple[str, ...]:
    field: Any = keys_of(Checks)[check.id]
    cls: type[Any] = field.metadata["kind"].cls
    own = {k: f for k, f in keys_of(cls).items() if k not in keys_of(Limits)}
    words = [f"`{key}` {_value(f.default)}: {f.metadata['doc']}" for key, f in own.items()]
    return (
        f"`{check.id}`",
        check.title,
        check.reason,
        check.severity,
        "; ".join(words),
        check.source,
    )


def _value(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.stdout.write(reference())
