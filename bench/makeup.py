"""Making up a page with all that costs: balance and copyfit of B1, in a warm process."""

import gc
import time
from pathlib import Path
from typing import Final

from bench.child import Launcher
from bench.edition import EDITION, ROOT
from bench.figures import Figures, Target
from bench.table import section, table
from layout.api import Session
from layout.pipeline import compose_page
from layout.workshop import Workshop

FITTED: Final = ROOT / "bench" / "makeup" / "B1.yaml"
PLAIN: Final = ROOT / EDITION / "B1.yaml"
TARGET: Final = Target(text="< 50 ms", limit=50.0)


def report(launcher: Launcher, folder: Path, runs: int) -> str:
    """The section of the report."""
    del launcher, folder
    gc.set_threshold(200_000, 20, 100)  # as the installed command does
    rows = []
    for name, spec in (("B1 as it is", PLAIN), ("balance, copyfit, wraps", FITTED)):
        anew, kept = (
            Figures.of(_composed(spec, runs, forget=True)),
            Figures.of(_composed(spec, runs, forget=False)),
        )
        rows.append(
            [name, f"{anew.median:.1f}", f"{anew.least:.1f}", f"{kept.median:.1f}",
             TARGET.text if spec == FITTED else ""]
        )  # fmt: skip
    said = [
        str(d) for d in Session().page(FITTED).diagnostics if d.code in ("FITTED", "FIT", "PLACING")
    ]
    return section(
        f"Making up a page ({runs} rounds)",
        table(["load, resolve, compose and lower, ms", "no paragraph kept", "min",
               "paragraphs kept", "target"], rows),
        "What copyfit moved: " + ("; ".join(said) or "nothing") + ".",
    )  # fmt: skip


def _composed(spec: Path, runs: int, *, forget: bool) -> list[float]:
    """Milliseconds of composing the page, with or without the paragraphs set before."""
    workshop = Workshop(lasting=False)  # keeps no block of the page
    compose_page(spec, workshop)  # faces opened, files parsed, tokens shaped
    out = []
    for _ in range(runs):
        if forget:
            workshop.paragraphs.clear()
            workshop.lowered.clear()
        began = time.perf_counter()
        compose_page(spec, workshop)
        out.append((time.perf_counter() - began) * 1000)
    return out
