"""Where the milliseconds of a cold `banxin build` go, stage by stage."""

import json
import sys
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import PAGE, copy_project
from bench.figures import Figures
from bench.table import section, table

# What a stage is called, and the function that does it. A name that is gone is an error here:
# a profile that leaves out a stage in silence would mislead.
STAGES: Final = {
    "find the pages, load PyYAML": "layout.api:Session.specs",
    "load the spec and the stories": "layout.pipeline:load_page",
    "resolve": "layout.pipeline:resolve",
    "check the faces": "layout.pipeline:check_faces",
    "pictures": "layout.pipeline:with_pixels",
    "compose": "layout.pipeline:compose",
    "lower": "layout.pipeline:lower",
    "glyphs in use": "layout.render.press.document:collect",
    "subset and compress fonts": "layout.render.press.document:fonts_of",
    "page content": "layout.render.press.document:page_stream",
    "picture into the PDF": "layout.render.press.document:_Images.number",
    "put the file together": "layout.render.press.objects:ObjectFile.finish",
}

_CHILD: Final = """\
import gc, importlib, json, sys, time
clock = time.perf_counter
began = clock()
spent = {}
stages = json.loads(sys.argv.pop())
from layout.cli import main
import layout.cli.build
first = clock()
import layout.render.press.document, layout.render.press.images
second = clock()
for name, where in stages.items():
    module, _, path = where.partition(":")
    owner = importlib.import_module(module)
    *within, last = path.split(".")
    for part in within:
        owner = getattr(owner, part)
    inner = getattr(owner, last)
    def timed(*args, _inner=inner, _name=name, **options):
        start = clock()
        try:
            found = _inner(*args, **options)
            return list(found) if _name == "check the faces" else found
        finally:
            spent[_name] = spent.get(_name, 0.0) + clock() - start
    setattr(owner, last, timed)
third = clock()
gc.set_threshold(200_000, 20, 100)  # as the installed command does
status = main(sys.argv[1:])
end = clock()
print(json.dumps({"imports of the spec, text and flow": first - began,
    "imports of the press renderer": second - first, **spent,
    "all else between the first import and the end": end - third - sum(spent.values())}))
sys.exit(status)
"""


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    copy_project(folder)
    command = (sys.executable, "-c", _CHILD, "build", PAGE, "-q", "-o", "out", json.dumps(STAGES))
    rounds = []
    bare = []
    launcher.run(command, folder)
    for _ in range(runs):
        rounds.append(json.loads(launcher.run(command, folder).out))
        bare.append(launcher.run((sys.executable, "-c", ""), folder).wall)
    start = Figures.of(bare)
    rows = [("Python itself", f"{start.median:.1f}", f"{start.least:.1f}")]
    total = start.median
    for name in rounds[0]:
        found = Figures.of([r[name] * 1000 for r in rounds])
        total += found.median
        rows.append((name, f"{found.median:.1f}", f"{found.least:.1f}"))
    rows.append(("together", f"{total:.0f}", ""))
    return section(f"Where a cold build goes ({runs} rounds)", table(("", "ms", "min"), rows))
