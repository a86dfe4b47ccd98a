"""A proof set: all that a proof of a page shows, gathered, and its files.

What costs seconds (`PARTS`) can be left out; it is then told as not run, as is what cannot be made.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from layout.api import ComposedPage, Session
from layout.check.makeup.subject import PageFacts
from layout.check.press.run import FileReport
from layout.check.run import check_page
from layout.console import OutputError
from layout.diagnostics import Diagnostic, StopError, error, whole_file
from layout.editions import file_stem
from layout.errors import BanxinError
from layout.files import FreeNames
from layout.pictures.pillow import jpeg_of
from layout.proof.corrections import Proofreading
from layout.proof.facts import proof_facts
from layout.proof.marks import Letters
from layout.proof.overlay import overlaid
from layout.proof.proofed import PlatePictures, ProofedPage
from layout.proof.report import face_words, report
from layout.proof.tables.colours import colours_table
from layout.proof.tables.faces import faces_table
from layout.proof.tables.pictures import pictures_table
from layout.proof.tables.stories import stories_table
from layout.proof.tables.table import ProofTable
from layout.record import record, replace
from layout.words.said import Language, said

PARTS: Final = ("full", "plates", "preflight", "html", "pdf")
"""What can be left out: the picture at full resolution, plates and soft proof, preflight, the
report, the annotated PDF."""
PLATES_DPI: Final = 150.0
COARSER: Final = 3
"""Plates in the report are so much coarser than those beside it."""
QUALITY: Final = 82
"""Of pictures of plates in the report, JPEGs."""
_TITLES: Final = {
    "full": "part.part-full", "plates": "part.part-plates", "preflight": "part.part-preflight",
    "html": "part.part-html", "pdf": "part.part-pdf",
}  # fmt: skip


@record
class ProofOptions:
    """What a set is to hold: `dpi` of the pictures for reading, `full_dpi` of those at full
    resolution, the overlays of the marked one, and which of `PARTS` are left out."""

    lang: Language
    dpi: float
    full_dpi: float
    show: tuple[str, ...]
    without: frozenset[str] = frozenset()


def read_corrections(path: Path) -> Proofreading:
    """The corrections of a file. Raises `StopError`."""
    from layout.environment import Files, PathError, dead_link
    from layout.spec.readcorrections import load_corrections
    from layout.spec.reader.nodes import MAX_BYTES

    env = Files.around(path)
    try:
        if (dead := dead_link(path)) is not None:
            raise PathError(dead)
        data = env.read(path, MAX_BYTES)
    except PathError as exc:
        told = error(
            "UNREADABLE.lookup", whole_file(env.label(path.absolute())), reason=exc.args[0]
        )
        raise StopError([told]) from exc
    return Proofreading(load_corrections(data, env.label(path.resolve())))


def proofed(
    session: Session,
    page: ComposedPage,
    options: ProofOptions,
    *,
    letters: Letters | None = None,
    known: dict[Path, PageFacts | StopError] | None = None,
    proofreading: Proofreading | None = None,
) -> ProofedPage:
    """All that is told of a page. `known` keeps pages of its edition between calls; `proofreading`
    counts off its corrections."""
    lang = options.lang
    read = proofreading.on(page) if proofreading is not None else ()
    marks = tuple([replace(mark, told=one.noted(lang)) for one in read for mark in one.marks])
    not_run = [
        said("part.not-run-asked", what=said(_TITLES[part])) for part in PARTS
        if part in options.without
    ]  # fmt: skip
    checked = check_page(page, known)
    for result in checked.unchecked:
        not_run.append(said("part.not-run-check", id=result.id, why=result.why or ""))
    press: FileReport | None = None
    of_press: tuple[Diagnostic, ...] = ()
    if "preflight" not in options.without:
        press, of_press = _preflighted(page)
        for result in press.unchecked:
            not_run.append(said("part.not-run-check", id=result.id, why=result.why or ""))
    store = session.pictures(page.composed.environment)
    tables = [
        stories_table(page, checked, lang),
        faces_table(page, press, lang),
        pictures_table(page, store, lang),
        colours_table(page.display, lang),
    ]
    plates = None
    if "plates" not in options.without:
        try:
            plates, inks = _plates(page, lang)
        except OutputError:
            raise
        except BanxinError as exc:
            not_run.append(
                said("part.not-run-fault", what=said(_TITLES["plates"]), why=exc.args[0])
            )
        else:
            tables.append(inks)
            if plates.soft is None:
                not_run.append(said("part.plates-no-profile"))
    return ProofedPage(
        page=page,
        facts=proof_facts(
            page, lang, findings=(*checked.diagnostics, *of_press), corrections=marks,
            letters=letters,
        ),
        checked=checked,
        press=press,
        tables=tuple(tables),
        plates=plates,
        not_run=tuple(not_run),
        corrections=read,
        reading=proofreading.reading if proofreading is not None else "",
    )  # fmt: skip


def _preflighted(page: ComposedPage) -> tuple[FileReport, tuple[Diagnostic, ...]]:
    """The press file of a page, judged as a final build of it is."""
    from layout.check.press.run import preflight
    from layout.making.final import on_page, rules_of
    from layout.making.page import spots_of

    display = page.display
    rules = rules_of(display.press, (display.width, display.height), spots_of(page))
    made = preflight(page.pdf(), f"{page.file_stem}.pdf", rules)
    return made, tuple([on_page(one, (page.name,)) for one in made.found])


def _plates(page: ComposedPage, lang: Language) -> tuple[PlatePictures, ProofTable]:
    """The plates as pictures, and what they measure."""
    from layout.plates.coverage import measure
    from layout.plates.plate import coarser
    from layout.plates.shown import ink_png, plate_png
    from layout.plates.softproof import proof_png
    from layout.proof.tables.inks import inks_table

    plates = page.plates(PLATES_DPI)
    found = measure(plates, page.display.press.ink_limit)
    small = coarser(plates, COARSER)
    profile = page.profile()
    soft = proof_png(plates, profile) if profile is not None else None
    pictures = PlatePictures(
        inks=tuple(
            [(ink, plate_png(tones, plates.dpi)) for ink, tones in plates.trimmed().items()]
        ),
        total=ink_png(plates, found),
        soft=soft,
        small=tuple(
            [
                (ink, jpeg_of(plate_png(tones, small.dpi), QUALITY))
                for ink, tones in small.trimmed().items()
            ]
        ),
        small_total=jpeg_of(ink_png(small, found), QUALITY),
        small_soft=jpeg_of(proof_png(coarser(plates, 2), profile), QUALITY)
        if profile is not None
        else None,
    )
    return pictures, inks_table(plates, found, lang)


def page_files(
    session: Session, proof: ProofedPage, stem: str, options: ProofOptions
) -> Iterator[tuple[str, str, bytes]]:
    """The files of a page: what each is (`page`, `proof`, `report`, `full`, `annotated`, or an
    ink), its name, its bytes. Raises `BanxinError`."""
    page, facts, lang = proof.page, proof.facts, options.lang
    marked = page.with_display(overlaid(facts, options.show, face_words(page.faces(), lang)))
    yield "page", f"{stem}.png", page.png(options.dpi)
    yield "proof", f"{stem}-proof.png", marked.png(options.dpi)
    yield "report", f"{stem}-proof.txt", report(page, lang).encode("utf-8")
    if "full" not in options.without:
        yield "full", f"{stem}-full.png", page.png(options.full_dpi)
    if proof.plates is not None:
        names = FreeNames("ink", "softproof", "proof", "full")
        for ink, data in proof.plates.inks:
            yield ink, f"{stem}-{names.take(file_stem(ink))}.png", data
        yield "ink", f"{stem}-ink.png", proof.plates.total
        if proof.plates.soft is not None:
            yield "softproof", f"{stem}-softproof.png", proof.plates.soft
    if "pdf" not in options.without:
        from layout.proof.annotate import annotated_pdf

        yield "annotated", f"{stem}-annotated.pdf", annotated_pdf(session, proof)
