"""What a worker is asked to make and what it answers: plain data, no code, nothing pickled of ours.

An order is JSON; an answer is JSON and the bytes of the files made, or the names under which they
lie on a shelf. Files are named by their paths from the project's root, which may lie elsewhere on
the other machine.
"""

import argparse
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from layout.archive.facts import MadeFacts, plain_facts, read_facts
from layout.archive.inputs import Inputs
from layout.archive.plain import (
    is_file_name,
    plain_findings,
    plain_place,
    read_findings,
    read_place,
)
from layout.diagnostics import Diagnostic
from layout.editions import EditionFile
from layout.files import digest_of_file
from layout.record import record

OPTIONS: Final = ("renderer", "pdfx", "marks", "dpi", "set", "final")
"""Options of a build on which the bytes of a page depend."""


@record
class Recipe:
    """How pages are made: options of the build, and what becomes of a page and of an edition."""

    options: Mapping[str, Any]
    formats: tuple[str, ...]
    kinds: tuple[str, ...]

    def args(self, out: Path) -> argparse.Namespace:
        """The options as those who make pages take them."""
        return argparse.Namespace(out=str(out), **self.options)

    def text(self) -> str:
        """The recipe as one text: what is made otherwise has another."""
        return json.dumps([dict(self.options), self.formats, self.kinds], sort_keys=True)


def recipe_of(args: argparse.Namespace, formats: list[str], kinds: list[str]) -> Recipe:
    """The recipe of a build."""
    options = {name: getattr(args, name) for name in OPTIONS}
    return Recipe(options=options, formats=tuple(formats), kinds=tuple(kinds))


@record
class Order:
    """Pages to be made together: their specs, and the edition where its files are made too.

    `root` is the project's root on the machine that asks, from which the edition's path goes;
    `heads` are the digests of the specs there, `identity` is what it makes pages with. `bundle` is
    the digest of the files that are sent along; empty where they are to be read from `root`. The
    files made may be laid at `place`, if its shelf bears the `word`.
    """

    root: str
    specs: tuple[str, ...]
    heads: Inputs
    recipe: Recipe
    identity: Mapping[str, str]
    edition: EditionFile | None = None
    bundle: str = ""
    place: str = ""
    word: str = ""

    def packed(self) -> bytes:
        """The order as it is sent."""
        recipe, edition = self.recipe, self.edition
        row = {
            "root": self.root,
            "specs": self.specs,
            "heads": dict(self.heads),
            "options": dict(recipe.options),
            "formats": recipe.formats,
            "kinds": recipe.kinds,
            "identity": dict(self.identity),
            "edition": None if edition is None else _plain_edition(edition),
            "bundle": self.bundle,
            "place": self.place,
            "word": self.word,
        }
        return json.dumps(row).encode("ascii")


def read_order(data: bytes) -> Order:
    """An order as it came. Raises `ValueError` for what is none, or names a file that is not below
    the root."""
    row: Any = json.loads(data)
    try:
        root = row["root"]
        specs = tuple(map(_below, row["specs"]))
        recipe = Recipe(
            options={name: row["options"][name] for name in OPTIONS},
            formats=tuple(row["formats"]),
            kinds=tuple(row["kinds"]),
        )
        edition = row["edition"]
        return Order(
            root=root,
            specs=specs,
            heads={_below(name): digest for name, digest in row["heads"].items()},
            recipe=recipe,
            identity=row["identity"],
            edition=None if edition is None else _read_edition(edition),
            bundle=row["bundle"],
            place=row["place"],
            word=row["word"],
        )
    except (KeyError, TypeError, AttributeError) as exc:
        raise ValueError("no order") from exc


class MadeFile(NamedTuple):
    """A file that was made: its name, the digest of its bytes, and these; or where it lies on a
    shelf."""

    name: str
    digest: str
    data: bytes | Path


@record
class AnsweredPage:
    """A page as a worker made it, with what it was made of."""

    inputs: Inputs
    files: tuple[MadeFile, ...]
    facts: MadeFacts


@record
class AnsweredVolume:
    """The book and the spreads of an edition, each by its kind."""

    files: tuple[tuple[str, MadeFile], ...]
    found: tuple[Diagnostic, ...]


@record
class Answer:
    """What came of an order. `refused` is what the worker makes pages with, where that is not what
    was asked for; `unlike` names a file that is another one there."""

    pages: tuple[AnsweredPage, ...] = ()
    volume: AnsweredVolume | None = None
    refused: Mapping[str, str] | None = None
    unlike: str = ""

    def packed(self) -> tuple[bytes, list[bytes]]:
        """The answer as it is sent: its words, and the bytes of files in the order in which they
        are named there, or nothing of those that lie on a shelf."""
        bodies: list[bytes] = []

        def named(file: MadeFile) -> list[str]:
            if isinstance(file.data, bytes):
                bodies.append(file.data)
                return [file.name, file.digest]
            return [file.name, file.digest, file.data.name]

        row = {
            "pages": [
                {
                    "inputs": dict(page.inputs),
                    "files": [named(file) for file in page.files],
                    **plain_facts(page.facts),
                }
                for page in self.pages
            ],
            "volume": self.volume
            and {
                "files": [[kind, *named(file)] for kind, file in self.volume.files],
                "found": plain_findings(self.volume.found),
            },
            "refused": self.refused and dict(self.refused),
            "unlike": self.unlike,
        }
        return json.dumps(row).encode("ascii"), bodies


def read_answer(words: bytes, bodies: list[bytes], place: Path | None = None) -> Answer:
    """An answer as it came; `place` is where its files may have been laid. Raises `ValueError` for
    what is none, for bytes that are not those of their digest, and for a file that is not below the
    root: what is unlike there is sent along."""
    row: Any = json.loads(words)
    rest = iter(bodies)

    def file(name: str, digest: str, laid: str = "") -> MadeFile:
        if laid and (place is None or not is_file_name(laid)):
            raise ValueError(f"{laid} lies nowhere")
        data = place / laid if laid and place is not None else next(rest)
        now = sha256(data).hexdigest() if isinstance(data, bytes) else digest_of_file(data)
        if not is_file_name(name) or now != digest:
            raise ValueError(f"{name} is not as it was made")
        return MadeFile(name, digest, data)

    try:
        pages = [
            AnsweredPage(
                inputs={_below(name): digest for name, digest in page["inputs"].items()},
                files=tuple([file(*one) for one in page["files"]]),
                facts=read_facts(page),
            )
            for page in row["pages"]
        ]
        volume = row["volume"] and AnsweredVolume(
            files=tuple([(kind, file(*one)) for kind, *one in row["volume"]["files"]]),
            found=read_findings(row["volume"]["found"]),
        )
        unlike = row["unlike"] and _below(row["unlike"])
        return Answer(pages=tuple(pages), volume=volume, refused=row["refused"], unlike=unlike)
    except (KeyError, TypeError, AttributeError, StopIteration) as exc:
        raise ValueError("no answer") from exc


def _plain_edition(edition: EditionFile) -> dict[str, Any]:
    return {
        "path": edition.path.as_posix(),
        "place": plain_place(edition.place),
        "stem": edition.stem,
        "title": edition.title,
        "date": edition.date,
        "gutter": edition.gutter,
        "pages": len(edition.pages),
        "strip": edition.strip is not None,
    }


def _read_edition(row: dict[str, Any]) -> EditionFile:
    """An edition without the paths of its pages, which are those of the order."""
    place = read_place(row["place"])
    if place is None:
        raise ValueError("no place")
    count, strip = row["pages"], row["strip"]
    return EditionFile(
        path=Path(_below(row["path"])),
        place=place,
        stem=row["stem"],
        title=row["title"],
        date=row["date"],
        gutter=float(row["gutter"]),
        pages=(Path(),) * count,
        strip=Path() if strip else None,
    )


def _below(name: str) -> str:
    """A name that stays below the root. Raises `ValueError`."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\0" in name or not path.parts:
        raise ValueError(f"{name} is not below the root")
    return name
