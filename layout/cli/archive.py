"""`banxin build --cluster`: a back catalogue made by the workers of a cluster."""

import argparse
import contextlib
from pathlib import Path

from layout.api import Session
from layout.archive.cluster import Cluster
from layout.archive.group import PageCame, PageGroup, VolumeCame, Way
from layout.archive.identity import identity
from layout.archive.inputs import FileDigests
from layout.archive.order import recipe_of
from layout.archive.run import Archive, folders
from layout.cli import PROBLEMS
from layout.cli.built import as_json, page_json, page_summary, volume_summary
from layout.cli.report import fault, note, say, say_json, tell
from layout.cli.specs import Specs
from layout.diagnostics import Diagnostic
from layout.errors import BanxinError
from layout.making.fromhere import from_here
from layout.words.said import said


def build_archive(
    session: Session, args: argparse.Namespace, formats: list[str], kinds: list[str]
) -> int:
    """Make what is not made yet, of any number of editions. Returns the exit status."""
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    telling = _Telling(args, specs)
    program = identity()
    way = Way(
        recipe=recipe_of(args, formats if "pages" in kinds else [], kinds),
        identity=repr(sorted(program.items())),
        digests=FileDigests(),
    )
    groups: list[PageGroup] = []
    for one in folders(Path(args.out), specs.editions):
        if one.fault is not None:
            telling.found((one.fault,), one.edition.path)
        else:
            groups.append(PageGroup(one.folder, one.edition.specs, one.edition, way))
    of_editions = {spec for edition in specs.editions for spec in edition.specs}
    alone = [spec for spec in specs.pages if spec not in of_editions]
    if alone:
        groups.append(PageGroup(Path(args.out), alone, None, way))
    crew = Cluster(args.cluster, program, lambda one: tell([one], args.lang, quiet=args.quiet))
    try:
        with contextlib.closing(Archive(groups, way, program).make(crew)) as coming:
            for came in coming:
                telling.page(came) if isinstance(came, PageCame) else telling.volume(came)
    except BanxinError as exc:  # what is done is done, and is told
        note(fault(exc, args.lang))
        specs.worse(PROBLEMS)
    telling.end(sum(len(group.specs) for group in groups))
    return specs.status


class _Telling:
    """What is said while an archive is made: each page as it comes, and how many in the end."""

    def __init__(self, args: argparse.Namespace, specs: Specs) -> None:
        self._args = args
        self._specs = specs
        self._once: set[Diagnostic] = set()
        self._counts = {"made": 0, "before": 0}
        self._pages = [
            page_json(given, (), found, (), args.lang) for given, found in specs.failed if args.json
        ]
        self._editions: list[dict[str, object]] = []

    def found(self, found: tuple[Diagnostic, ...], spec: Path) -> None:
        """Findings of a page or an edition; what pages share is told once."""
        told = [one for one in found if one not in self._once]
        tell(from_here(told, spec), self._args.lang, quiet=self._args.quiet)
        self._once.update(one for one in found if one.where is None or one.severity != "error")
        self._specs.judge(found)

    def page(self, came: PageCame) -> None:
        """A page, with the files that were written now."""
        args = self._args
        good = bool(came.written or came.made.ready)
        if good:
            self._counts["before" if came.before else "made"] += 1
        self.found(came.found, came.spec)
        self._written(came.written, came.before)
        if args.json:
            row = page_json(
                str(came.spec), came.written, came.found, came.made.stands_in, args.lang
            )
            self._pages.append(row | {"before": came.before})
        elif not args.quiet:
            line = page_summary(came.made, came.found, good=good, before=came.before)
            note(line.words(args.lang))

    def volume(self, came: VolumeCame) -> None:
        """The book and the spreads of an edition."""
        args, volume = self._args, came.volume
        self.found(volume.found, volume.edition.path)
        self._written([path for _, path in volume.written], came.before)
        if args.json:
            self._editions.append(
                {
                    "edition": str(volume.edition.path),
                    "written": {kind: str(path) for kind, path in volume.written},
                    "diagnostics": as_json(volume.found, args.lang),
                    "before": came.before,
                }
            )
        elif not args.quiet:
            note(volume_summary(volume, came.pages).words(args.lang))

    def end(self, pages: int) -> None:
        """How many pages were made, were there, and are not."""
        if self._args.json:
            say_json({"pages": self._pages, "editions": self._editions})
        elif not self._args.quiet:
            made, before = self._counts["made"], self._counts["before"]
            line = said("part.archive", made=made, before=before, left=pages - made - before)
            note(line.words(self._args.lang))

    def _written(self, paths: "tuple[Path, ...] | list[Path]", before: bool) -> None:
        for path in () if before or self._args.quiet or self._args.json else paths:
            say(str(path))
