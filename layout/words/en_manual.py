"""The fixed words of the manual in English: for docs/spec.md and docs/checks.md.

By the names of `layout.words.manual`; what a key is for stands with the key, in the model.
"""

from typing import Final

_EXAMPLE_PAGE: Final = """\
page: B1
date: 2019-09-20
format: broadsheet          # 390 × 550 mm, 8 columns of 13字, 120 lines; each can be set here
header:
  lines: 3
  left: ["{year}年{month}月{day}日 {weekday}"]
blocks:
  - id: main
    text: [{text: "凝心聚力谋发展 | 继往开来谱新篇", style: main}]
    at: {cols: 1-8, lines: 5-12}    # columns × lines of the grid, both counted from 1
  - id: market
    story: stories/market.md
    at: {cols: 1-3, lines: 14-23}
    columns: 2
    headline: {lines: 6, size: 24pt}
    rules: thin
"""

_EXAMPLE_STORY: Final = """\
---
kicker: 城市记忆——
title: 河边的早市
---

河边的早市有四十年了。卖菜的老周说：“从前只有三五个摊，如今一百八十个。”

他每天四点起床，先到批发市场，再赶回来占位置，2024年也不例外。
"""

_INTRO: Final = """\
# The spec language

A page is a YAML file, its articles are Markdown files beside it. Here is a page that builds,
`B1.yaml`:

```yaml
{example_page}```

and its article, `stories/market.md`:

```markdown
{example_story}```

`banxin build B1.yaml` makes `out/B1.pdf`. Save the file with a mistake in it and the command names
file, line and column, what stands there and what was expected.

This page is written from the program's own tables by `python -m layout.spec.reference`; `banxin
schema` gives the same as JSON Schema, for editors.

## What holds everywhere

- **Text is text.** `NO`, `on`, `1.10`, `010` and `390:30` are words where a text is expected;
  nothing is guessed. A number is written `13` or `0.5`: no exponent, no `_`, no full-width digits.
- **A key that is left out has its default.** A key with nothing behind it is a mistake and is told
  (`picture:` alone may be empty, for a picture that is still to come).
- **A short form** stands for a mapping: `format: tabloid`, `columns: 2`, `rules: thin`, a line of
  text by its words alone.
- **Paths** are relative to the file that names them or else to the project's root, the nearest
  folder upward with `banxin.yaml`, and stay inside that root. They are written with `/`.
- **Lengths** have a unit: `pt` `mm` `cm` `in` `q` (级, a quarter of a millimetre), and `em` of the
  type at hand, `zi` (字 of the body), `lines` (行 of the grid); 字 行 级 毫米 点 磅 are taken too.
  Sizes of type may be named: {hao}.
- **Colours** are inks in per cent, `M100 Y100` or `K30`, or a name: {colors}, and your own. A tint
  of a named one is so many per cent of its inks: `accent 30%`. A spot ink (专色) is named among the
  `colors:` of a style sheet.
- **Anchors** (`&a`, `*a`) may save typing; merge keys (`<<`) and tags (`!x`) are refused.
- **Quotes** hold a text that begins with `@ & * ! | > % [` or a brace or backquote, or that has a
  colon before a space or a # after one: YAML takes these for its own. A comment is a # and a space;
  words right behind a # are told.
- **Encoding** is UTF-8, with or without a byte order mark; any line ends.
- **Limits**: {limits}.
- `--set key.path=value` changes one value for one build: `--set format.columns=7`,
  `--set blocks.market.at.lines=30-42` (a block by its id, or by its number from 1).
"""

_STORY_TEXT: Final = """\
The head stands between two lines of `---`. Below it: paragraphs with an empty line between, in
which these are marks:

| written | set |
|---|---|
| `### 小标题` | a small heading on a line of its own, in the style `subhead` |
| `#### 一、统筹推进` | a heading in the first line of the paragraph below it |
| `**bold**` `*emphasis*` `***both***` | in 黑, in 楷, in 黑 |
| `10^3^` `m^2^` `甲^[1]^` | high: smaller and raised; no line ends before it |
| `H~2~O` `PM~2.5~` | low, after a letter, a bracket or another mark; `17^2^/~3~` is a fraction |
| `[words](https://…)` | the words; http, https and mailto alone are links |
| `<https://…>` `<mailto:…>` | the address |
| `[words]{着重}` | a dot at each Han (着重号) |
| `[words]{下划线}` `[words]{波浪线}` | a line under them, a wavy one |
| `[words]{框}` | a box round them |
| `[words]{红}` `[words]{醒目}` | in that colour; in the face, size and colour of that style |
| `[株洲]{音 zhū zhōu}` | letters over each character, in the style `拼音` |
| `[^1]`; in a row of its own `[^1]: words` | ①; the note at its column's foot, in `脚注` |
| `[words]{不断}` | on one line, where they are no longer than one |
| `[words]{断行}` | the line ends behind them, and is flush |
| `{落款} words` | a paragraph in that style; several names parted by spaces |
| `:::楷体`, paragraphs, `:::` | all of them in that style |
| `> words` | a quotation, in the style `引文` |
| `\\| words` before each row | verse, in `诗`, a row a line; a row with `\\|` alone parts stanzas |
| `- words`, `1. words` | an item of a list, in `列表`; two blanks more, a level deeper |
| `{缩1行} words`, `{撑1行} words` | the paragraph set by hand, so many lines shorter or longer |
| `\\` at the end of a row | the line ends there; what follows has no indent |
| `\\*` `\\^` `\\~` `\\[` … | the mark as itself |

Several marks may stand in one brace, with a space between: `[words]{着重 红}`. In a column dots
stand to the right of the text, lines to its left. A style's size counts beside that of the body.
What the lines stand too close for is told (MARK-ROOM), in points. `音` is the last word of its
brace; behind it stands a group of letters for each character, a word of Latin being one, and none
for marks. Letters wider than their character stand out over a neighbour that has none, to its
middle; where two meet, the characters are set apart.

A note goes on to the next empty row, and may stand anywhere in the file. `note_sign` in the head
says how its sign is printed. Notes take whole lines of the grid from the foot of their column,
under a short rule; in level columns they end level with the text beside them. A note without a
sign, a sign without a note, a note that has no room, and lines left empty because a sign goes to
and fro between two columns are told (NOTE).

Between `:::列表` and `:::`, and behind `{列表}`, what copy numbers with begins an item too: 一、
（一） 1. 1、 （1） 1） ① A. ● and their like; a mark of another kind than those before it lies a
level deeper. The text of all items of a list hangs as far as the widest mark of its level. Between
`:::诗` and `:::`, and behind `{诗}`, each row is a line. A 日期 below a 落款 stands centred under
it, and no further right than by itself. Set by hand a paragraph loses lines by squeezing, then by
characters up to 2 % closer, by marks at half an em, by both; it wins some by gaps of an eighth of
an em at most (HAND).

Marks stand close to their words, have their other end in the same paragraph and may stand inside
one another. Headings in the line have face, size and digits of the style `runin`. What is high or
low is up to {most_script} letters, figures and signs, or up to four Han, with no space. All else is
text: `3*5`, `60*80*100`, `3~5天，10~20人`, `甲*、乙*`, `2^3+2^4`, `_`. What looks like a mark
without its other end, or one of another dialect (a table, HTML, `~~`, TeX, `------`),
is set as it stands and told, once a kind; a backslash before it says that it is meant.

In the head, and in every text of a spec that is set as type (headlines, captions, headers, credits,
导读), `10^3^`, `H~2~O`, `**bold**` and the backslash are marks too; `*` and `[ ]` are themselves.

Rows without an empty one between them are one paragraph, joined without a space, unless both sides
are Latin, and that is told; `paragraphs: rows` in the head or the edition makes each a paragraph of
its own, `paragraphs: joined` says that they are meant to be one. White at the head of a row is left
out, for the indent is the style's; a tab is set as a space. Both are told. U+3000 inside a text is
an em. A space typed between Han and a letter or figure (第 2187 期) is no character of Chinese: in
running text it gives way to the style's `latin_gap`. In small headings, in the head and in texts of
a spec it parts two things (`全长42.6公里 12个站点`) and is as wide as between two Han. Both are
remarked on, once a story or spec.
"""

_PREFLIGHT_INTRO: Final = """\
# Preflight

`banxin preflight FILE... [--profile NAME|PATH] [--json] [--picture DIR]` judges a PDF of anyone's:
from Banxin, InDesign, Quartz, Ghostscript, Word. It interprets every page, operator by operator,
with forms, patterns, Type 3 glyphs, soft masks and annotations, and tells what it finds with page,
place in millimetres from the trim's top left, measured value, limit and object. `--picture` draws
the findings on their pages, by their numbers.

A file passes *by these rules*; nothing here certifies it. What is not known to be allowed is told:
an operator, a colour space, a filter or an annotation that nobody knows is an error, never passed
over. Built with `--final`, a page, a book and spreads are preflighted before they are written, by
what their spec says of the press.

**Exit status**: 0 when no error was found and every check that looks for errors was run, on all
pages; 1 when an error was found, the file could not be read, or a check for errors was not run
(`not checked`, with the reason and the package that brings what is missing); 2 for bad use. A
profile with `not_checked: warning` lets what was not run pass. A file that cannot be read (damaged,
cut short, locked, or larger than is read) is a finding, and then no other check has passed.

How much is read is counted, not clocked: bytes, objects, pages, depth, decoded streams, operators,
things painted (`layout/pdf/limits.py`). More is `PF00`, an error.

This page is written by `python -m layout.check.press.reference`.

## The checks

What is grave is *error* (stops the file) or *warning* (a person should look); where a check tells
of both, the one is its rule and the other its message's own.
"""

_PREFLIGHT_LIMITS: Final = """\
## Profiles and their limits

A profile is YAML; `like` names a built-in one, of which it changes what it writes.

```yaml
like: newspaper-x4
title: 株洲日报印务
checks:
  PF03: {allowed: [IFRA26]}        # a limit
  PF11: {allowed: [PANTONE 185 C]}
  PF14: {most: 220}
  PF23: skip                       # skip, info, warning or error
not_checked: error                 # or warning
```

`standard` is `x4`, `x1a` or `none`: what the file must claim to be, and keep.
"""

_PREFLIGHT_JSON: Final = """\
## JSON

`--json` prints `{"files": [...]}`; of each file:

| key | what |
|---|---|
| `file`, `profile`, `standard` | what was judged, by what |
| `pages` | how many there are; null where the file could not be opened |
| `errors`, `warnings`, `clean` | counts; whether it passes |
| `checks` | `id`, `title`, `status` (`passed`, `found`, `off`, `not checked`), \
`found` (a count), `why` of a check that was not run |
| `findings` | errors first, each with the keys below |

| key of a finding | what |
|---|---|
| `number` | that of the text and of the picture |
| `id`, `sub` | the check's number, and which of its messages: they never change |
| `severity`, `message`, `hint` | in the language asked for |
| `page`, `box_mm` | page from 1; left, top, width, height from the trim's top left. \
Not there for what is of the whole file |
| `measured`, `limit`, `object` | in the unit that the message tells; the font, colour, \
operator or object number. Each is there where the check tells it |
| `values` | what else the message holds, by name |

From Python: `layout.check.press.run.preflight(data, name, find_rules("newspaper-x4"))`.
"""

_CHECKS_INTRO: Final = """\
# The layout checks

`banxin check SPEC...` composes each page and looks at what is drawn on it. It tells what it finds
with its place in the files, the measured value and the threshold; then, for every story, by how
many lines and characters it is over (溢) or under (欠); and which statements about the print
(`evidence:`) the page meets. Exit status: 0 good, 1 a check reports an error, 2 bad use.

This page is written by `python -m layout.check.reference`.

"""

_CHECKS_SETTING: Final = """\

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
  set, `over_lines`, `empty_lines`, `about_characters` over or missing, `says` (欠文约60字（3行）);
  of a table `table`, `block`, `columns`, `rows`, `lines` it takes, `room`, `characters`,
  `over_lines`, `empty_lines`, `says` (空3行);
  of an advert `advert` whose it is, `block`, `booked`, `width_mm` and `height_mm` of its frame,
  `booked_width_mm`, `booked_height_mm`, `file`, `state` (`there`, `stands-in`, `missing`),
  `says` (图稿未到)
- `evidence`: `block`, `story`, `column_ends`, `required`, `met`; `column` and `line` in which the
  words end, and `characters_off` behind the end of the nearest column: below zero before it, null
  where the words are not in the text

A page that cannot be made has `spec` and `diagnostics` alone.
"""

MANUAL: Final[dict[str, str]] = {
    "example-page": _EXAMPLE_PAGE,
    "example-story": _EXAMPLE_STORY,
    "intro": _INTRO,
    "limits": (
        "a file of {kib} KiB, {depth} levels, {nodes} values with aliases followed, "
        "{scalar} characters a value, {paragraphs} paragraphs a story"
    ),
    "story-text": _STORY_TEXT,
    "title-page": "A page",
    "title-edition": "An edition",
    "title-styles": "A style sheet",
    "title-story": "A story",
    "title-project": "A project",
    "title-corrections": "Corrections of a reading",
    "heading-blocks": "Blocks",
    "blocks": (
        "A block is known by the one key that names its kind: {kinds}. Their order is the reading "
        "order. Every block may have these keys:"
    ),
    "heading-block": "A block `{key}`",
    "head-keys": "| key | takes | default | what it is for |",
    "required": "**required**",
    "default-format": "the preset's",
    "default-style": "that of `like`",
    "or-nothing": "{takes}, or nothing",
    "or-record": "{lone}; or {record}",
    "list": "a list of {number}: {of}",
    "list-or-one": "a list of {number}: {of}; or one alone",
    "number-between": "{least} to {most}",
    "number-most": "up to {most}",
    "number-fixed": "{most}",
    "map": "names, each with {of}",
    "a-block": "a block",
    "length": "a length in {units}",
    "length-signed": "a length in {units}, may be negative",
    "text-most": "{text}, up to {most} characters",
    "built-in": "What is built in",
    "formats": "Formats",
    "format-width": "width, mm",
    "format-height": "height, mm",
    "format-columns": "columns",
    "format-column": "measure of a column, 字",
    "format-lines": "lines",
    "format-area": "height of the type area, mm",
    "format-top": "from the trim to the type area, mm",
    "formats-both": (
        "In both: body {body} pt (小五), gutter {gutter}字, bleed {bleed} mm; the pitch is the "
        "height of the type area by its lines."
    ),
    "styles": "Styles",
    "styles-text": (
        "A style sheet changes any of them by name and adds its own. `body`, `subhead` and "
        "`byline` have the size of `format.body`. A — is as the line itself has it."
    ),
    "head-styles": (
        "| style | face | size, pt | leading | colour | align | indent, em | gap, em | digits |"
    ),
    "paragraph-styles": "Styles of paragraphs",
    "paragraph-styles-text": (
        "A paragraph of a story names them at its head, `{落款} 株洲市人民政府`, several parted by "
        "spaces; between `:::楷体` and `:::` on rows of their own they hold for every paragraph. A "
        "style sheet changes them and adds its own. What a style does not say is that of the text "
        "around it; its lines keep to the leading of the story."
    ),
    "head-paragraph-styles": "| style | what it changes |",
    "leading": "{leading} pt",
    "leading-grid": "the grid's",
    "digits-half": "half",
    "digits-proportional": "proportional",
    "houses": "Houses",
    "houses-text": (
        "`house` gives these keys of every style other values than they have by themselves. It is "
        "that of the page, else of its style sheet, of the edition, of the edition's style sheet; "
        "a style may name one for itself. A style's own keys win over it, and one with no space "
        "between Han and Latin, as display type is set, keeps none."
    ),
    "head-houses": "| house | sets | keys |",
    "house-clreq": (
        "as W3C CLREQ and GB/T 15834-2011 say: marks full, squeezed where a line needs it, the "
        "paragraph broken as one"
    ),
    "house-daily": (
        "as a national daily of 2025 was measured to: marks full, the one at a line's end half; "
        "two side by side are squeezed, all else is pushed out (推出), line by line"
    ),
    "house-kaiming": (
        "， 、 ； and quotes half an em, 。 ？ ！ a whole one that is never squeezed, as xeCJK's "
        "manual has 开明 and a national daily of 2010 was measured to"
    ),
    "house-no-keys": "the defaults",
    "rules": "Rules",
    "rules-text": (
        "`none` is no rule. A style sheet's `rules:` changes any of them by name and adds its own. "
        "As a frame of four each turns its corners; dots, waves and the units of a border are "
        "drawn a little wider or closer, so that a whole number of them fits."
    ),
    "head-rules": "| rule | | drawn as, pt |",
    "and": " and ",
    "list-between": ", ",
    "rule-pattern": "units {size} broad",
    "rule-wave": "waves {long} long and {high} high, of lines of {widths}",
    "rule-dots": "dots, {apart} apart, of {widths}",
    "rule-dashes": "dashes of {dash}, {apart} apart, of {widths}",
    "rule-lines": "lines of {widths}",
    "trade": "Words of the trade",
    "trade-text": (
        "A key or a value that is written in Chinese is refused with the word that is meant. These "
        "are the words that are known, and where their keys stand."
    ),
    "head-trade-keys": "| called | key | stands in |",
    "head-trade-values": "| called | value |",
    "checks-intro": _CHECKS_INTRO,
    "checks-setting": _CHECKS_SETTING,
    "preflight-intro": _PREFLIGHT_INTRO,
    "preflight-limits": _PREFLIGHT_LIMITS,
    "preflight-json": _PREFLIGHT_JSON,
    "preflight-head": "| check | term | why | {profiles} | source |",
    "preflight-head-limits": "| check | key | without a profile | what it is |",
    "preflight-no-list": "none",
    "severity-info": "remark",
    "severity-skip": "off",
    "head-checks": "| check | term | why | severity | threshold | source |",
    "threshold": "`{key}` {value}: {purpose}",
    "thresholds-between": "; ",
    "severity-error": "error",
    "severity-warning": "warning",
    "schema-page": "Banxin page spec",
    "schema-edition": "Banxin edition: what the pages of one issue share",
    "schema-styles": "Banxin style sheet: styles, colours and faces",
    "schema-project": "Banxin project: banxin.yaml",
    "schema-corrections": "Banxin corrections: corrections.yaml",
    "schema-story": "Banxin story: the front matter of a Markdown file",
}
