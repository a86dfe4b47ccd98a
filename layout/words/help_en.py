"""What `banxin --help` and `banxin COMMAND --help` say in English.

`COMMAND` is its line in the list of commands, `COMMAND.description` and `COMMAND.epilog` stand
above and below its options, `COMMAND.--option` or `COMMAND.argument` beside one, `COMMAND.group.x`
over some. `%%` is one %. Loaded when help is asked for.
"""

from typing import Final

HELP: Final[dict[str, str]] = {
    "--help": "show this help message and exit",
    "--lang": (
        "language of what is said, before or after the command; else that of "
        "banxin.yaml, or of the machine"
    ),
    "banxin.description": "版心 sets, proofs and reproduces Chinese newspaper pages.",
    "banxin.epilog": """\
Begin here:
  banxin new my-paper                              a small edition to begin with
  banxin build specs/zhuzhou-2019-09-20            every page of an edition, into out/
  banxin build specs/zhuzhou-2019-09-20/B1.yaml --to pdf,png
  banxin build B1.yaml --watch                     again whenever a file is saved

Exit status: 0 good, 1 problems found in the work, 2 bad use.""",
    "banxin.--version": "print the version and stop",
    "build": "make pages: PDF, PNG, HTML",
    "build.description": "Make newspaper pages from their specs.",
    "build.epilog": """\
SPEC is a page (B1.yaml), an edition (edition.yaml) or an edition's folder. Each page becomes
out/NAME.pdf, NAME being its own `page:`. An edition becomes three things:

  pages     a PDF for each page
  book      out/EDITION.pdf, all pages in their order; EDITION is the name of its folder
  spreads   out/EDITION-spreads.pdf, the sides of its sheets as they are printed: B4|B1, B2|B3;
            the gutter between two pages is the edition's `spread:`

  banxin build specs/zhuzhou-2019-09-20 --only pages,spreads
  banxin build specs/zhuzhou-2019-09-20/B1.yaml
  banxin build B1.yaml --to pdf,png --dpi 200 -o proofs
  banxin build B1.yaml --set blocks.picture.at.lines=21-50     for this build only
  banxin build B1.yaml --watch                                 again whenever a file is saved
  banxin build 1958/* 1959/* --cluster 127.0.0.1:8786 -o out   on the workers of a Dask cluster

Text that does not fit (overset) is left off the page: its characters and lines are counted and
reported, all the rest is drawn, and the command ends with status 1. A character that no face has
stops the page: it is not written; the other pages are, the book and the spreads are not. The last
lines, one a page and one an edition, say what came of it, and what stands in for a picture or a
text that is not at hand; with --final such a page is not made.

--json prints {"pages": [{"spec", "written", "diagnostics", "stands_in"}], "editions": [{"edition",
"written": {"book", "spreads"}, "diagnostics"}]}. The same files come out of any number of --jobs.

With --cluster each edition has a folder of its own in out/, called as in the project, and in it
banxin-manifest.jsonl says what is done: a run that was broken off goes on, and a second one makes
only what has changed. A worker that would make other files is refused. docs/archive.md tells more.

Exit status: 0 good, 1 problems found in the work, 2 bad use.""",
    "build.spec": "page spec, edition file or edition folder",
    "build.--out": "folder for what is made (out)",
    "build.--to": "what to make of pages: pdf,png,html,dump (pdf)",
    "build.--only": "of an edition, some of pages,book,spreads (all)",
    "build.--renderer": "maker of the PDF (press)",
    "build.--pdfx": "what the press PDF keeps to: PDF/X-4, PDF/X-1a or neither (x4)",
    "build.--marks": "printer's marks: all, none, or crop,bleed,registration,bars,slug,strip",
    "build.--dpi": "resolution of the PNG (150)",
    "build.--set": "change one value",
    "build.--final": "refuse a page on which anything stands in",
    "build.--jobs": "processes side by side (one a core)",
    "build.--watch": "make again when a file is saved",
    "build.--cluster": "send pages to the workers of this Dask scheduler",
    "build.--json": "what was made and found, as JSON",
    "build.--quiet": "errors only",
    "new": "a small edition that builds at once",
    "new.description": "Make a folder with a small edition that builds at once.",
    "new.epilog": """\
NAME becomes a folder with a front page A1 and the pages behind it, stories, styles, and drawn
pictures. It builds as it is; all its texts say how to put your own in their place, and are marked
`stands_in: true`, so that `banxin build --final` makes nothing of a page until they are gone.

  banxin new my-paper                                 对开, A1 to A4
  banxin new my-paper --format tabloid --pages 1      四开, A1 alone
  banxin new special-2026-05-04                       its date of issue is that of its name
  banxin new 1201 --from 1130 --date 2026-12-01       the pages of 1130 as today's frame
  banxin new 1201 --from 1130 --date 2026-12-01 --keep weather

With --from the pages of another edition are the frame: headers, rules, credits and all places stay.
Stories keep the parts of their heads and lose their words; pictures, tables and main headlines stay
and are marked `stands_in: true`. What --keep names, by the id of its block or its file, stays as it
is. `banxin todo NAME` lists what is to come.

A relative NAME stays inside this folder; a whole path is taken as it is. A folder that holds
anything is left as it is, and a new one is whole or not there.

--json prints {"folder", "format", "pages", "written": [...], "diagnostics": [...]}.

Exit status: 0 good, 1 it cannot be written, 2 bad use.""",
    "new.name": "the folder to make",
    "new.--format": "对开 or 四开 (broadsheet)",
    "new.--pages": "how many, 1 to 32 (4)",
    "new.--from": "the edition whose pages are the frame",
    "new.--date": "of issue, with --from: 2026-12-01 (that in NAME)",
    "new.--keep": "a story or picture that stays; more than once",
    "new.--json": "what was made, as JSON",
    "new.--quiet": "errors only",
    "import": "copy from Word, or OCR text of a page, to stories and a first spec",
    "import.description": """\
Make stories and a first page spec out of copy from Word or WPS (.docx), or out of
the OCR text of a newspaper page.

Each .docx is a story: its title, 引题, 副题 and by-line by their styles or their
look, headings, 黑, 楷, 着重号, lines, 拼音, lists, notes. Tables and pictures become
files of their own. Insertions nobody has accepted are kept, deletions left out;
what has no counterpart is told with its place. The characters that print in the
file are counted and held against those that came out. Where FOLDER holds an edition
already, the copy is added to it and its pages stay.

Of OCR text, half-width marks in Chinese become full-width, paragraphs cut at a column's foot
are joined, headings are split into kicker and couplet, the header's fields,
credits, summary, index, captions and picture credits are recognised. Facts are
never corrected: what looks doubtful is flagged in the log for you to compare
with the print. Every change is in import-log.jsonl with its rule and place;
undone (--undo), it gives back the source byte for byte.""",
    "import.epilog": """\
examples:
  banxin import 稿件.docx -o specs/today          stories/, tables/, assets/, a first page
  banxin import b1-ocr.md -o specs/special-1     stories/, edition.yaml, B1.yaml, log
  banxin import scan.md -o specs/x --page A3     the page's number, when the text lacks it
  banxin import scan.md -o specs/x --format tabloid   on 四开 instead of 对开
  banxin import b1-ocr.md -o specs/x --beside    keep what you edited, write <file>.new
  banxin import --undo specs/x                   the source again, from the log, to stdout

exit status: 0 done; 1 the copy cannot be read, characters of it are lacking, or
files you edited would be replaced; 2 wrong use.""",
    "import.source": "one or more .docx; or text of one page, UTF-8, at most 2 MiB",
    "import.--out": "the edition's folder, specs/NAME",
    "import.--format": "of the first page: 对开 or 四开 (broadsheet)",
    "import.--page": "the page's number; else from the text or the file's name, of .docx P1",
    "import.--split": "of .docx: a story for each title (标题, or 标题 1)",
    "import.--beside": "where you have edited a file since, write <file>.new beside it and go on",
    "import.--undo": "give back the source of the edition in the folder COPY, by undoing its log",
    "import.--json": "report as JSON on stdout",
    "lines": "set a text at a measure, line by line",
    "lines.description": "Set each line of a text file as a paragraph and show the lines it makes.",
    "lines.epilog": """\
Each line of FILE that holds text is a paragraph; `-` reads standard input. The figures of a line:
its natural width (after squeezing and trimming, before justifying), its set width, the tier of
adjustment that was needed, what each gap gained, in per cent of an em, what is left over to the
measure (left), and what is to be said of it: hung (a mark stands beside the measure), hyphen,
loose, over, short, forbidden-break, fallback, parted-run, parted-bond, cut-word.

  banxin lines story.txt --measure 13              a column of 13 characters of 9 pt
  banxin lines story.txt --measure 20字 --gap 0    no space between Han and Latin
  banxin lines story.txt --measure 42mm --size 小五 --indent 0
  banxin lines story.txt --measure 8,8,8,13        three lines beside a picture, the rest below it
  banxin lines story.txt --measure 13 --style kaiming --level strict --hanging on
  banxin lines story.txt --measure 13 --house daily    as a measured daily sets its lines
  banxin lines story.txt --measure 13 --explain    why each line ends where it does
  banxin lines story.txt --measure 13 --glyphs     where each character stands
  banxin lines - --measure 13 --json < story.txt
  banxin lines story.txt --measure 13 --pdf out.pdf    the same lines as a press PDF

Tiers: shrink:2-8 squeezes word spaces, ·, brackets, pauses, the Han-Latin gap, stops and, where
--tighten allows it, Han; stretch:1-3 opens word spaces, the Han-Latin gap, every gap. `over`: the
line does not fit. A line that is loose, or ends where none may (禁则), is told on stderr with its
file, line and column.
--explain prints the demerits of each line and by how many the paragraph would be worse if no line
ended there, with the end that its line would have instead.
--json gives {"lines": [{"paragraph", "line", "text", "measure_pt", "natural_pt", "set_pt",
"residual_pt", "tier", "gap_em", "last", "hung", "hyphen", "reasons", "glyphs": [{"text", "x",
"advance", "origin"}]}]}, all in points from the left edge of the measure; paragraphs and lines
count from 1. `x` is where the pen stands, `origin` where the face's outline is placed. A hyphen at
a line's end is a glyph of its own, U+00AD, and no part of the text. With --explain each line has
"cost": {"terms": {name: demerits}, "total", "next_best", "instead"}. With findings there is
"diagnostics" too.

Exit status: 0 good, 1 the text cannot be set without loss, 2 bad use.""",
    "lines.group.rules": "rules of line ends",
    "lines.group.marks": "marks",
    "lines.group.space": "space, in em",
    "lines.file": "UTF-8 text, or - for standard input",
    "lines.--measure": (
        "width of the lines: 13 is 13字; 42mm; 8,8,13 for the first two and the rest"
    ),
    "lines.--size": "of the type (9pt)",
    "lines.--face": "see `banxin fonts` (报宋)",
    "lines.--script": "whose rules",
    "lines.--digits": "width of digits (half)",
    "lines.--level": "line-start and -end rules 禁则 (gb)",
    "lines.--fit": "how lines are broken (total)",
    "lines.--house": (
        "the house style of the lines; options that follow from it may be given as well (clreq, "
        "whose values stand in brackets below)"
    ),
    "lines.--bonds": (
        "a date, a figure and its unit: kept on one line, or parted like words (keep)"
    ),
    "lines.--squeeze": (
        "which marks give their blank: all that a line needs, only pairs side by side, none; what "
        "then does not fit goes to the next line (all)"
    ),
    "lines.--loose": (
        "lines as even as they can be, or as few loose ones (over 5 %%) as may be (even)"
    ),
    "lines.--hyphenate": "cut foreign words with a hyphen (on)",
    "lines.--style": (
        "width of marks 全角 开明 半角 行末半角 CCT: quanjiao, kaiming, banjiao, "
        "hangmobanjiao, cct (quanjiao)"
    ),
    "lines.--hanging": "， 、 。 may stand beside the measure (off)",
    "lines.--first-mark": (
        "a mark that opens a paragraph: its ink on the indent, half an em in, half an em out"
    ),
    "lines.--line-start": "the blank of a mark that begins a line (trim)",
    "lines.--line-end": "the blank of a mark that ends a line (trim)",
    "lines.--squeeze-stops": "。 ？ ！ give their blank, last (on)",
    "lines.--indent": "of a first line (2)",
    "lines.--gap": "between Han and Latin (0.25)",
    "lines.--gap-least": "what squeezing may leave of it (0.125)",
    "lines.--gap-most": "to what it may open before the Han do (0.5)",
    "lines.--tighten": "how much closer than solid Han may stand (0)",
    "lines.--explain": "why each line ends where it does",
    "lines.--glyphs": "where each character stands",
    "lines.--json": "all of it as JSON",
    "lines.--pdf": "the same lines as a galley (小样): columns on one sheet",
    "todo": "what of an edition is still empty or stands in",
    "todo.description": "List what of an edition is still empty, or stands in for what is to come.",
    "todo.epilog": """\
SPEC is an edition's folder or file, or a page. Each thing is a row with its place: stories,
pictures, tables and headlines that stand in, words that `banxin new --from` has left to be written,
columns that are not full, files that are named and not there.

  banxin todo 1201
  banxin todo 1201/A1.yaml

--json prints {"pages": [{"page", "to_come": [...]}]}.

Exit status: 0 nothing is to come, 1 something is, or a page cannot be made, 2 bad use.""",
    "todo.spec": "editions and pages",
    "todo.--json": "the list as JSON",
    "find": "where words stand in the stories of an edition",
    "find.description": "List the places of words in all stories, tables and specs of an edition.",
    "find.epilog": """\
EDITION is an edition's folder or file, or a page. Each place is a row: file, line, column, and what
stands round the words. They are found as they are typed; where rows of a story are joined, words
that go on in the next row too. Keys are no words.

  banxin find 株州 my-paper                        株洲, mistyped
  banxin find 国际 my-paper --except 国际化       not inside 国际化

--json prints {"places": [{"file", "line", "column", "before", "words", "after", "spec",
"parted"}],
"diagnostics": [...]}.

Exit status: 0 found, 1 nothing found or pages that cannot be read, 2 bad use.""",
    "find.words": "what to look for",
    "find.spec": "the edition, or a page",
    "find.--except": "longer words that hold them and are left out; more than once",
    "find.--json": "the places as JSON",
    "replace": "words of all stories of an edition put in place of others",
    "replace.description": "Put words in place of others in all stories and tables of an edition.",
    "replace.epilog": """\
Without --write nothing is changed: each place is a row, with what would stand there. With --write
all files are changed or none; the pages are read first as they would be. Places in specs (captions,
headlines, names of files), and words with a mark inside (**株**州, a couplet's |), are told and not
changed.

  banxin replace 株州 株洲 my-paper                see what would be changed
  banxin replace 株州 株洲 my-paper --write        change it
  banxin replace 国际 世界 my-paper --except 国际化

--json prints {"places": [...], "new", "written": [...], "diagnostics": [...]}.

Exit status: 0 good, 1 nothing found, or not written, 2 bad use.""",
    "replace.words": "what to look for",
    "replace.new": "what to put there",
    "replace.spec": "the edition, or a page",
    "replace.--except": "longer words that hold them and stay; more than once",
    "replace.--write": "change the files",
    "replace.--json": "the places as JSON",
    "check": "layout checks: headlines, columns, lines, copyfit",
    "check.description": "Check pages as an editor does before they go to press.",
    "check.epilog": """\
Each page is composed, and what is drawn is looked at: headlines that collide (碰题 题压题 背题),
lines that cut the page (断版 通缝), columns (孤行 孤字 溢文 欠文 栏不齐 错行 跳栏), ink outside the
type area, loose lines, prohibitions (禁则), families of type, captions, 导读; and what the spec
states of the print. Then how every story fits, in 行 and 字. docs/checks.md has the list with its
reasons.

  banxin check specs/zhuzhou-2019-09-20/B1.yaml
  banxin check specs/zhuzhou-2019-09-20 --json
  banxin check B1.yaml --set checks.WIDOW=skip

Thresholds, severities and accepted findings stand in the page or its edition, under `checks:`.

Exit status: 0 good, 1 a check reports an error, 2 bad use.""",
    "check.spec": "page spec, edition file or edition folder",
    "check.--set": "change one value",
    "check.--json": "all findings as JSON",
    "check.--quiet": "errors and the count only",
    "compare": "what differs between two builds, PDFs, specs, or states of git",
    "compare.description": "Hold two states of pages against each other.",
    "compare.epilog": """\
A is before, B after: a page spec, an edition, the folder of a build, a PDF, a dump
(`banxin build --to dump`), or one of these at a state of git: B1.yaml@HEAD~1, or @main alone for
the other one's path there. Pages are paired by name, then by order.

Where both have a display list (specs and dumps) it is told which block, line, glyph moved, by how
many mm and where to; which words, faces, sizes, colours and pictures are others. Else pages are
drawn and their pixels compared: what anti-aliasing makes of an edge does not count, a missing
comma does. -o writes compare.html, which opens from the disk (overlay, slide, blend, toggle, side
by side), NAME-compare.png (red only in A, green only in B), compare.json and compare.txt.

  banxin compare out/yesterday out/today
  banxin compare B1.yaml --at HEAD~1 -o out/compare      what has changed since the last commit
  banxin compare B1.yaml@v1 B1.yaml@v2
  banxin compare out/B1.pdf from-the-printer.pdf
  banxin compare B1.yaml scan.tif                        with a scan of the printed page
  banxin compare . scans.pdf                             an edition with scans of its pages

--json prints {"version", "a", "b", "differs", "tolerance_mm", "dpi", "pages": [{"a", "b", "way",
"changes": [{"kind", "what", "block", "before", "after", "count", "place", "values", "message"}],
"pixels", "notes"}], "only_a", "only_b", "totals", "notes", "written"}, lengths in mm from the
trim's top left. docs/compare.md says what each is.

Exit status: 0 the same, 1 they differ, 2 bad use, or it cannot be said.""",
    "compare.a": "before: page spec, edition, build folder, PDF, dump; PATH@REV for a state of git",
    "compare.b": "after; or a scan of the printed page",
    "compare.--at": "A as it was at this state of git; without B against what stands there now",
    "compare.--out": "write the report into this folder",
    "compare.--tolerance": "how far a thing may have moved, in mm (0.05)",
    "compare.--dpi": "resolution at which pages are drawn (150); of a scan, that of its file",
    "compare.--pixels": "compare pixels where display lists would do",
    "compare.--scan": "B is a scan, though a PDF with more than pictures; or a folder of scans",
    "compare.--points": "points of the page and of the scan, where it is not found by itself",
    "compare.--json": "the changes as JSON",
    "compare.--quiet": "the exit status and errors only",
    "plates": "separations: a plate an ink, and how much ink lies where",
    "plates.description": "Separate pages and PDFs, and measure their ink.",
    "plates.epilog": """\
FILE is a page spec, an edition, or any PDF. For each page NAME-Cyan.png, NAME-Magenta.png,
NAME-Yellow.png, NAME-Black.png and one a spot are written, grey, dark where the ink lies, cut to
the trim; and NAME-ink.png, all inks together, red where they are over the limit. The table says
what each plate covers, where most ink lies, of a pixel and as a mean over 15 mm², and what is over
the limit: how much, where. What of a PDF could not be measured is named.

  banxin plates specs/zhuzhou-2019-09-20 -o out/plates
  banxin plates ad.pdf --limit 220
  banxin plates B2.yaml --soft-proof
  banxin plates out/B1.pdf --by ghostscript          a second opinion, where it is installed

A page's own limit is `ink_limit` of its `press:`, 240 where it says none.

--json prints {"pages": [{"file", "page", "by", "dpi", "limit", "window_mm2", "inks", "most",
"most_mean", "over", "over_mean", "not_measured", "written"}]}, ink in per cent, lengths in mm from
the trim's top left.

Exit status: 0 good, 1 a mean is over the limit or a file is damaged, 2 bad use.""",
    "plates.file": "page spec, edition, or PDF",
    "plates.--out": "folder (out/plates)",
    "plates.--dpi": "resolution (150)",
    "plates.--by": "who separates: banxin, ghostscript (banxin)",
    "plates.--limit": "most ink in per cent (that of the page's press, 240)",
    "plates.--soft-proof": "the page as its paper shows it too: NAME-softproof.png",
    "plates.--beside": "that, to the right of the screen's picture",
    "plates.--set": "change one value",
    "plates.--json": "what was measured as JSON",
    "plates.--quiet": "only pages over the limit, and errors",
    "preflight": "a PDF of anyone's, judged before it goes to plate",
    "preflight.description": "Judge PDFs as a newspaper's press takes them.",
    "preflight.epilog": """\
FILE is any PDF, whoever made it. Its pages are interpreted, operator by operator, and checked: what
it claims to be, its output intent, boxes, fonts, colours and spots, overprint, ink, resolution of
pictures, transparency, layers, scripts. What is not known to be allowed is told. docs/preflight.md
has the list with its reasons.

  banxin preflight ad.pdf
  banxin preflight out/*.pdf --profile newspaper-x1a
  banxin preflight ad.pdf --picture found              pages with numbered boxes, as PNG
  banxin preflight ad.pdf --profile our-press.yaml     a profile of your own

Profiles: newspaper-x4, newspaper-x1a, gwg-newspaper, general, or the path of a YAML file that may
begin with `like: newspaper-x4`. A file that cannot be read is a finding. A check that could not be
run is `not checked`, and no file passes in which a check for errors was not run, unless the profile
says `not_checked: warning`. A file passes by these rules; nothing here certifies it.

Exit status: 0 no errors, 1 errors found or a check for errors not run, 2 bad use.""",
    "preflight.file": "PDF to judge",
    "preflight.--profile": "what the press asks (newspaper-x4)",
    "preflight.--picture": "folder for pictures of the pages with the findings drawn on them",
    "preflight.--json": "all findings as JSON",
    "preflight.--quiet": "errors and the count only",
    "serve": "the live proof: pages in a browser that change as files are saved",
    "serve.description": "Show pages in a browser and keep them as the files are.",
    "serve.epilog": """\
SPEC is a page (B1.yaml), an edition (edition.yaml) or an edition's folder. The address that is
printed opens the proof; whoever has it may look at the pages and change them, nobody else, and
only on this machine. It stays the same from one start to the next.

  banxin serve my-paper
  banxin serve my-paper/A1.yaml --editor 'code -g {file}:{line}:{column}'

Save a spec, a story, a style or a picture, and the page changes in place. What is wrong is told
over the last good page.

Exit status: 0 ended by Ctrl-C, 1 no port is free, 2 bad use.""",
    "serve.spec": "page spec, edition file or edition folder",
    "serve.--port": "port (8715, or that of the last time); the next free one where it is taken",
    "serve.--no-browser": "open no browser",
    "serve.--editor": "command that opens a file in your editor, with {file} {line} {column}",
    "serve.--quiet": "print the address only",
    "proof": "the proof set: overlays, plates, tables, a report in HTML, notes in a PDF",
    "proof.description": "Draw pages as an editor proofs them, with all that a proof must show.",
    "proof.epilog": """\
For each page:
  NAME.png, NAME-full.png      the page, for reading and at full resolution
  NAME-proof.png, -proof.txt   the page with marks over it; findings, frames, loose lines in words
  NAME-Cyan.png …, -ink.png, -softproof.png     plates, all ink, the page as its paper shows it
  NAME-annotated.pdf           each finding a note at its place, the overlays as layers; no PDF/X
And for all of them a report, EDITION-proof.html, in one file that any browser opens: overlays that
switch, loupe, findings that lead to their places, tables, a form for 初校 二校 三校 and 付印. It
prints on A4 and A3; what is filled in is kept in a copy that its button saves.

  banxin proof specs/zhuzhou-2019-09-20
  banxin proof B1.yaml --without full,plates         quicker; the report says what was not run
  banxin proof B1.yaml --show loose,numbers          only these marks in NAME-proof.png
  banxin proof B1.yaml --dpi 200 -o out/b1

Parts of --without: full, plates, preflight, html, pdf.
Marks (the first seven unless told):
  grid       columns and gutters tinted      lines    every fifth line of the grid
  baselines  of the grid                     numbers  of lines (by fives) and columns
  frames     reading order, lines and room, what is left empty
  blocks     their edges, ids and places
  loose      lines whose gaps exceed 5 % of an em, with the figure; squeezed lines in violet
  threads    arrows from column to column of a story, from and to other pages
  classes    characters by kind              squeezes  which marks gave up how much, tiers
  findings   of check and preflight, numbered            corrections  of the last reading
  unfit      what does not fit, in red: shown unasked

Exit status: 0 good, 1 a page has errors, 2 bad use.""",
    "proof.spec": "page spec, edition file or edition folder",
    "proof.--out": "folder (out/proof)",
    "proof.--dpi": "resolution of pictures for reading (110)",
    "proof.--full-dpi": "full resolution (300)",
    "proof.--corrections": "corrections of the last reading (corrections.yaml beside the edition)",
    "proof.--without": "parts left out: some of full,plates,preflight,html,pdf",
    "proof.--show": (
        "some of grid,lines,baselines,numbers,frames,blocks,loose (these seven), "
        "threads,classes,squeezes,unfit,findings,corrections"
    ),
    "proof.--set": "change one value",
    "proof.--json": "frames, lines, findings, tables as JSON",
    "proof.--quiet": "errors only",
    "dump": "what stands where, as stable text",
    "dump.description": "Print the display list of pages.",
    "dump.epilog": """\
The display list: every glyph run with its face, size, place and pen positions, every box, rule and
picture, every frame and block, in points from the trim's top left, y down. The form is stable, so
that two versions of a page can be compared with diff.

  banxin dump B1.yaml | grep '^frame'            which column holds how many lines
  banxin dump B1.yaml -o B1.txt
  banxin dump specs/zhuzhou-2019-09-20 -o out/   a file for each page

Exit status: 0 good, 1 the page has errors, 2 bad use.""",
    "dump.spec": "page spec, edition file or edition folder",
    "dump.--out": "a file, or a folder (ending in /) for several pages",
    "dump.--set": "change one value",
    "dump.--quiet": "errors only",
    "fonts": "the roles of type and the faces behind them",
    "fonts.description": "List the roles of type, or say which face has each character of a text.",
    "fonts.epilog": """\
A spec names a role (报宋, 黑, 楷), never a font file. Where the face of a role lacks a character,
the next one behind it draws it; a character in no face is an error that names its place.
A face of your own takes a role in a style sheet:

  faces: {仿宋: fonts/MyFangsong.otf}

  banxin fonts                      all roles
  banxin fonts --text 喆祎          which face draws these characters, role by role
  banxin fonts --text 喆祎 --json
  banxin fonts --used A1.yaml       the faces a page is set in, and their characters
  banxin fonts --used my-paper --text 喆      which face drew 喆, and on which pages

Exit status: 0 good, 1 a character of --text is in no face or a page has errors, 2 bad use.""",
    "fonts.--text": "characters to look for",
    "fonts.--used": "page specs, edition files or folders: the faces they are set in",
    "fonts.--json": "as JSON",
    "schema": "JSON Schema of the spec files, for editors",
    "schema.description": "Print the JSON Schema (draft 2020-12) of a kind of file.",
    "schema.epilog": """\
  banxin schema -o page.schema.json
  banxin schema styles -o styles.schema.json

With `# yaml-language-server: $schema=page.schema.json` as its first line a spec gets completion,
checking and the purpose of each key in any editor that has a YAML language server.

Exit status: 0 good, 2 bad use.""",
    "schema.name": "one of page, edition, styles, story, project (page)",
    "schema.--out": "write it to a file",
}
