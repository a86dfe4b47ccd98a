"""`banxin build --cluster`: a back catalogue made by the workers of a cluster."""

import argparse
import contextlib
from pathlib import Path

from layout.api import Session
from layout.archive.cluster import Cluster
from layout.archive.folders import folders, lone_pages
from layout.archive.group import FolderTold, PageCame, PageGroup, VolumeCame
from layout.archive.identity import identity
from layout.archive.order import recipe_of
from layout.archive.run import Archive
from layout.archive.way import way_of
from layout.cli import BAD_USE, PROBLEMS
from layout.cli.built import (
    as_json,
    page_json,
    page_summary,
    unmade_kinds,
    volume_summary,
)
from layout.cli.report import fault, note, remark, say, say_json, tell
from layout.cli.specs import Specs
from layout.diagnostics import Diagnostic, Place, Spot, whole_file
from layout.editions import EditionFile
from layout.environment import Files
from layout.errors import BanxinError
from layout.making.fromhere import from_here
from layout.making.page import WHOLE, overrides_of
from layout.record import replace
from layout.words.said import said


def build_archive(
    session: Session, args: argparse.Namespace, formats: list[str], kinds: list[str]
) -> int:
    """Make what is not made yet, of any number of editions. Returns the exit status."""
    specs = Specs(session, args.spec, args.lang, quiet=args.quiet)
    if "pages" not in kinds and specs.pages and not specs.editions:
        remark("banxin build", said("USE.no-edition"), args.lang)
        return BAD_USE
    out = Path(args.out)
    of_editions = {spec for edition in specs.editions for spec in edition.specs}
    alone = lone_pages(
        out, [spec for spec in specs.pages if spec not in of_editions], overrides_of(args)
    )
    issues = [edition.path for edition in specs.editions] + [folder for folder, _, _ in alone]
    telling = _Telling(args, specs, kinds, many=len(issues) > 1)
    program = identity()
    recipe = recipe_of(args, formats if "pages" in kinds else [], kinds)
    way = way_of(recipe, repr(sorted(program.items())))
    groups: list[PageGroup] = []
    for one in folders(out, specs.editions):
        if one.fault is not None:
            telling.refused(one.edition, one.fault)
        else:
            groups.append(PageGroup(one.folder, one.edition.specs, one.edition, way))
    groups += [PageGroup(folder, own, None, way, issue) for folder, issue, own in alone]
    crew = Cluster(args.cluster, program, lambda one: tell([one], args.lang, quiet=args.quiet))
    pages, volumes = sum(len(group.specs) for group in groups), len(specs.editions)
    try:
        with contextlib.closing(Archive(groups, way, program, out).make(crew)) as coming:
            for came in coming:
                telling.came(came)
    except KeyboardInterrupt:
        telling.broken_off(pages, volumes)
        raise
    except BanxinError as exc:  # what is done is done, and is told
        note(fault(exc, args.lang))
        specs.worse(PROBLEMS)
    telling.end(pages, volumes)
    return specs.status


class _Telling:
    """What is said while an archive is made: each page as it comes, and how many in the end."""

    def __init__(
        self, args: argparse.Namespace, specs: Specs, kinds: list[str], *, many: bool
    ) -> None:
        """With `many` issues each line says which one it is about."""
        self._kinds = kinds
        self._many = many
        self._args = args
        self._specs = specs
        self._once: set[Diagnostic] = set()
        self._pages_done = {"made": 0, "before": 0}
        self._volumes_done = {"made": 0, "before": 0}
        self._refused = 0
        self._faulty = 0
        self._unmade = {"book": 0, "spreads": 0}
        self._notes: list[Diagnostic] = []
        self._pages = [
            page_json(given, (), found, (), args.lang) for given, found in specs.failed if args.json
        ]
        self._editions: list[dict[str, object]] = []

    def came(self, came: PageCame | VolumeCame | FolderTold) -> None:
        """Whatever comes."""
        if isinstance(came, FolderTold):
            self._noted(came.found)
        elif isinstance(came, PageCame):
            self._page(came)
        else:
            self._volume(came)

    def refused(self, edition: EditionFile, fault: Diagnostic) -> None:
        """An edition of which nothing is sent."""
        self._refused += len(edition.specs)
        self._noted(from_here((fault,), edition.path))

    def broken_off(self, pages: int, volumes: int) -> None:
        """How far it was when it was broken off, and how it goes on."""
        if not (self._args.json or self._args.quiet):
            self.end(pages, volumes)
            note(said("part.archive-goes-on").words(self._args.lang))

    def _noted(self, found: tuple[Diagnostic, ...]) -> None:
        """Findings of a folder or of the run; what is the same of several is told once."""
        new = [one for one in found if one not in self._once]
        self._once.update(new)
        self._notes += new
        tell(new, self._args.lang, quiet=self._args.quiet)
        self._specs.judge(new)

    def _found(self, found: tuple[Diagnostic, ...], spec: Path, issue: str) -> None:
        """Findings of a page or an edition; what pages share is told once."""
        here = from_here(found, spec)
        if self._many:
            here = tuple([_of_issue(one, spec, issue) for one in here])
        tell(
            [one for one in here if one not in self._once], self._args.lang, quiet=self._args.quiet
        )
        self._once.update(one for one in here if one.where is None or one.severity != "error")
        self._specs.judge(found)

    def _page(self, came: PageCame) -> None:
        """A page, with the files that were written now."""
        args = self._args
        good = bool(came.written or came.made.ready)
        if good:
            self._pages_done["before" if came.before else "made"] += 1
            self._faulty += any(one.severity == "error" for one in came.found)
        self._found(came.found, came.spec, came.issue)
        self._written(came.written, came.before)
        if args.json:
            row = page_json(
                str(came.spec), came.written, came.found, came.made.stands_in, args.lang
            )
            self._pages.append(row | {"before": came.before})
        elif not args.quiet:
            line = page_summary(
                came.made, came.found, written=bool(came.written), before=came.before,
                issue=came.issue if self._many else "",
            )  # fmt: skip
            note(line.words(args.lang))

    def _volume(self, came: VolumeCame) -> None:
        """The book and the spreads of an edition."""
        args, volume = self._args, came.volume
        self._found(volume.found, volume.edition.path, volume.edition.stem)
        if volume.written:
            self._volumes_done["before" if came.before else "made"] += 1
        for kind in unmade_kinds(volume, self._kinds):
            self._unmade[kind] += 1
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
            note(
                volume_summary(volume, came.pages, self._kinds, before=came.before).words(args.lang)
            )

    def end(self, pages: int, volumes: int) -> None:
        """How many pages of those sent were made, were there, and are not: where no page has a file
        of its own, how many editions; and what is wrong with what was made."""
        lang = self._args.lang
        if self._args.json:
            notes = as_json(self._notes, lang)
            say_json({"pages": self._pages, "editions": self._editions, "diagnostics": notes})
            return
        if self._args.quiet:
            return
        if "pages" in self._kinds:
            key, done, all_of = "part.archive", self._pages_done, pages + self._refused
        else:
            key, done, all_of = "part.archive-volumes", self._volumes_done, volumes
        line = said(key, **done, left=all_of - sum(done.values()))
        more = [said("part.archive-faulty", count=self._faulty)] if self._faulty else []
        if "pages" in self._kinds:
            more += [
                said("part.archive-without", count=count, kind=said(WHOLE[kind]))
                for kind, count in self._unmade.items() if count
            ]  # fmt: skip
        if more:
            line = said("part.archive-more", line=line, what=tuple(more))
        note(line.words(lang))

    def _written(self, paths: "tuple[Path, ...] | list[Path]", before: bool) -> None:
        for path in () if before or self._args.quiet or self._args.json else paths:
            say(str(path))


def _of_issue(one: Diagnostic, spec: Path, issue: str) -> Diagnostic:
    """A finding that says which of several issues it is about."""
    where = one.where
    if isinstance(where, Spot):
        return replace(one, where=replace(where, page=f"{issue} {where.page}")) if issue else one
    if where is None:
        return replace(one, where=whole_file(str(spec))) if one.severity == "error" else one
    own = spec.parent / where.file  # an issue that is a project by itself is not in its own paths
    if spec.is_absolute() and Files.around(spec).root == spec.parent and own.exists():
        return replace(one, where=Place(str(own), where.line, where.column))
    return one
