"""One page made and written: what `banxin build` does once, and `--watch` again and again."""

import argparse
from pathlib import Path
from typing import Final

from layout.api import ComposedPage, Session
from layout.diagnostics import Diagnostic, StopError, error
from layout.errors import BanxinError
from layout.files import write_file

FORMATS: Final = ("pdf", "png", "html", "dump")


def build_one(
    session: Session,
    spec: Path,
    args: argparse.Namespace,
    formats: list[str],
    names: dict[str, Path],
) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """One page in every format. Nothing is written when anything of it cannot be made."""
    try:
        page = session.page(spec, overrides=args.set)
        found = list(page.diagnostics)
        if page.name in names:
            message = f"{spec.name} and {names[page.name].name} are both {page.name}"
            found.append(error("SAME-NAME", message, page.place))
        names.setdefault(page.name, spec)
        if args.final and page.stands_in:
            things = ", ".join(page.stands_in)
            found.append(
                error("NOT-FINAL", f"{page.name} is not final: {things} stand in", page.place)
            )
        if not page.drawable or any(d.code in ("SAME-NAME", "NOT-FINAL") for d in found):
            return [], tuple(found)
        made = [(_target(args.out, page, f), _make(page, f, args)) for f in formats]
        return [write_file(path, data) for path, data in made], tuple(found)
    except StopError as stop:
        return [], stop.diagnostics
    except BanxinError as exc:
        return [], (error("BUILD", f"{spec.name}: {exc}"),)


def _target(out: str, page: ComposedPage, form: str) -> Path:
    return Path(out) / f"{page.file_stem}.{'txt' if form == 'dump' else form}"


def _make(page: ComposedPage, form: str, args: argparse.Namespace) -> bytes:
    if form == "pdf":
        return page.pdf(args.renderer)
    if form == "png":
        return page.png(args.dpi)
    if form == "html":
        return page.html()
    return page.dump().encode("utf-8")
