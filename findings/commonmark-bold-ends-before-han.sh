#!/usr/bin/env bash
# markdown-it-py 4.0.0 and marko 2.2.1 against mistune 3.1.4: **bold** that ends with a Chinese stop.
#
# `**不要改。**照样排` is shown with its asterisks by the first two: by CommonMark 0.31.2, 6.2, a run of
# ** with a mark inside of it and a letter outside ends nothing, and 。 is a mark, Han are letters.
# English has a space there and never meets it. mistune, which does not look outside, sets it bold. With
# the stop outside (`**不要改**。照样排`) all three do. A row's end between two Han stays a line break
# of HTML in all of them, which a browser shows as a space.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --disable-pip-version-check markdown-it-py==4.0.0 mistune==3.1.4 marko==2.2.1
"$dir/venv/bin/python" - <<'PY'
import marko
import mistune
from markdown_it import MarkdownIt

RENDERERS = {
    "markdown-it-py": MarkdownIt("commonmark").render,
    "mistune": mistune.html,
    "marko": marko.convert,
}
for name, html in RENDERERS.items():
    inside, outside = html("**不要改。**照样排").strip(), html("**不要改**。照样排").strip()
    english, rows = html("**Leave it.** As it is").strip(), html("上一行\n下一行").strip()
    print(f"{name}: {inside} | {outside} | {english} | {rows!r}")
    bold = "<strong>不要改。</strong>" if name == "mistune" else "**不要改。**"
    assert inside == f"<p>{bold}照样排</p>", name
    assert outside == "<p><strong>不要改</strong>。照样排</p>", name
    assert english == "<p><strong>Leave it.</strong> As it is</p>", name
    assert rows == "<p>上一行\n下一行</p>", name
PY
