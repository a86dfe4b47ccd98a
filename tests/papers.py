"""A small back catalogue: editions of a project, each page with other text; and what makes it here.

`Here` is a crew without a cluster: orders are carried out in this process, as a worker does.
"""

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from layout.archive.folders import folders, lone_pages
from layout.archive.group import FolderTold, PageCame, PageGroup, VolumeCame
from layout.archive.identity import identity
from layout.archive.lot import Lost, Lot, Pack
from layout.archive.maker import Bench
from layout.archive.order import Answer, Recipe, read_answer, recipe_of
from layout.archive.run import Archive
from layout.archive.way import Way
from layout.archive.way import way_of as made_way
from layout.editions import pages_of
from tests.conftest import Project

PAGE = """\
page: {name}
edition: edition.yaml
format: tabloid
blocks:
  - id: lead
    story: stories/{name}.md
    at: {{cols: 1-3, lines: 5-20}}
    headline: {{lines: 6}}
"""
PICTURE = "  - {picture: assets/park.jpg, at: {cols: 1-6, lines: 42-70}}\n"
NAMES = ("T1", "T2", "T3", "T4")


def catalogue(project: Project, days: int = 2, names: tuple[str, ...] = NAMES) -> list[Path]:
    """Editions of as many days, in `paper/d1` and on; the first page of each has a picture."""
    out = []
    for day in range(1, days + 1):
        for at, name in enumerate(names):
            text = "清晨第一班车驶出车站。" * (at + day)
            project.write(f"d{day}/stories/{name}.md", f"---\ntitle: 第{day}日\n---\n\n{text}\n")
            page = PAGE.format(name=name) + (PICTURE if at == 0 else "")
            project.write(f"d{day}/{name}.yaml", page)
        listed = ", ".join(f"{name}.yaml" for name in names)
        project.write(f"d{day}/styles.yaml", project.path("styles.yaml").read_text("utf-8"))
        edition = f"name: 城市晚报\ndate: 2024-05-0{day}\nstyles: styles.yaml\npages: [{listed}]\n"
        out.append(project.write(f"d{day}/edition.yaml", edition))
    return out


def args_of(**given: object) -> argparse.Namespace:
    """The options of a build, as its parser gives them."""
    plain: dict[str, object] = {
        "renderer": "press", "pdfx": None, "marks": None, "dpi": 150.0, "set": [], "final": False,
    }  # fmt: skip
    return argparse.Namespace(**plain | given)


ALL = ("pages", "book", "spreads")
ME = identity()


def way_of(
    kinds: tuple[str, ...] = ALL,
    formats: tuple[str, ...] = ("pdf",),
    identity: str = "",
    **given: object,
) -> Way:
    """How pages are made."""
    recipe: Recipe = recipe_of(args_of(**given), list(formats), list(kinds))
    return made_way(recipe, identity or repr(sorted(ME.items())))


class Here:
    """A crew of this process. `deadly` are specs over which a worker ends; `asked` are the specs of
    each order that was carried out."""

    def __init__(self, folder: Path, deadly: tuple[str, ...] = ()) -> None:
        folder.mkdir(exist_ok=True)
        self._bench = Bench(folder)
        self._deadly = deadly
        self.asked: list[tuple[int, ...]] = []
        self.bundles = 0
        self.noted: list[FolderTold] = []

    def work(self, lots: deque[Lot], pack: Pack) -> Iterator[tuple[Lot, Answer | Lost]]:
        from layout.words.said import said

        while lots:
            lot = lots.popleft()
            order, bundle = pack(lot)
            if any(name.encode() in order for name in self._deadly):
                yield lot, Lost(said("part.worker-gone", number=3))
                continue
            self.asked.append(tuple([at for _, at in lot.pages]))
            self.bundles += bool(bundle)
            yield lot, read_answer(*self._bench.make(order, bundle), lot.place)


def make(
    crew: Here,
    out: Path,
    editions: list[Path],
    way: Way | None = None,
    pages: tuple[Path, ...] = (),
    *,
    lone: Iterable[Path] = (),
) -> list[PageCame | VolumeCame]:
    """All that comes of some editions, and of pages by themselves, in one folder or, where `lone`,
    in those of their issues; what is noted of their folders is kept by the crew."""
    way = way or way_of()
    known = [edition for path in editions if (edition := pages_of(path)[1]) is not None]
    groups = [
        PageGroup(one.folder, one.edition.specs, one.edition, way)
        for one in folders(out, known)
        if one.fault is None
    ]
    if pages:
        groups.append(PageGroup(out, pages, None, way))
    groups += [PageGroup(at, own, None, way, issue) for at, issue, own in lone_pages(out, lone)]
    came = list(Archive(groups, way, ME, out).make(crew))
    crew.noted = [one for one in came if isinstance(one, FolderTold)]
    return [one for one in came if not isinstance(one, FolderTold)]


def files(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their names, without the manifests."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".jsonl"
    }


def on_one_core(editions: list[Path], out: Path) -> dict[str, bytes]:
    """What `banxin build` makes of each edition, into a folder of its own."""
    from layout.cli import main

    for edition in editions:
        main(["build", str(edition), "-j", "1", "-q", "-o", str(out / edition.parent.name)])
    return files(out)
