"""Copy from Word as one pure call: bytes in, the files of an edition out, and what is told."""

from collections.abc import Sequence
from typing import Final

from layout.diagnostics import Diagnostic, StopError, error, info, shown, warning, whole_file
from layout.importer.arrange import arrange, split_long
from layout.importer.glyphs import missing_glyphs
from layout.importer.model import Facts, SourcePage, SourcePicture, SourceStory, SourceTable
from layout.importer.norms import NORMS
from layout.importer.pages import STYLES as SIZES
from layout.importer.pages import page_text, styles_text
from layout.importer.stories import edition_text, story_text
from layout.importer.word.captions import CopyTable
from layout.importer.word.count import MadeText, compared, printed
from layout.importer.word.draft import WordDraft, draft
from layout.importer.word.grid import grid_text
from layout.importer.word.model import WordParagraph, WordText
from layout.importer.word.package import WordPackage
from layout.importer.word.parting import parted, titles_of
from layout.importer.word.proofed import Proofed, display_text, head_made
from layout.importer.word.reader import WordReader
from layout.importer.word.text import counted
from layout.importer.word.told import WordTold
from layout.pictures.facts import PictureError
from layout.record import record
from layout.spec.markdown.displaymarks import unmarked
from layout.spec.tables.table import ABOVE, LEFT, parse_table

_FORMATS: Final = {"JPEG": "jpg", "PNG": "png", "TIFF": "tif"}
_PLAINER: Final = ((True, True), (True, False))
"""How a table is written that does not come back as it was: with marks kept out, or cells apart."""
_MOST_AMISS: Final = 12
_STEM: Final = 24


@record
class WordCount:
    """Characters that print: those that stand in the files, and those that came into stories,
    tables, and captions of pictures and tables."""

    stand: int = 0
    stories: int = 0
    tables: int = 0
    captions: int = 0

    @property
    def agrees(self) -> bool:
        """Whether as many came as stand there."""
        return self.stand == self.stories + self.tables + self.captions


@record
class WordImport:
    """The result: files by their names below the edition's folder, and which of them are copy; the
    page's blocks come of `page`. `amiss`: characters are lacking, or too many."""

    files: dict[str, bytes]
    copy: tuple[str, ...]
    page: SourcePage
    count: WordCount
    amiss: bool
    diagnostics: tuple[Diagnostic, ...] = ()


@record
class _PictureFile:
    """A picture that a page can be made with: its bytes, the end of its file's name, its aspect."""

    data: bytes
    end: str
    aspect: float


@record
class _Copy:
    """What came of one .docx."""

    stories: tuple[SourceStory, ...]
    pictures: tuple[SourcePicture, ...]
    tables: tuple[SourceTable, ...]
    files: dict[str, bytes]
    count: WordCount
    diagnostics: tuple[Diagnostic, ...]


def import_word(
    sources: Sequence[tuple[str, bytes]],
    *,
    page: str = "P1",
    page_format: str = "broadsheet",
    split: bool = False,
) -> WordImport:
    """Read the .docx files of some names, each a story, with their tables and pictures; with
    `split` a story begins at each title.

    Raises `StopError` for a file that is no .docx, is locked, has macros, is damaged or larger than
    may be. Pure: same bytes, same result.
    """
    norm = NORMS[page_format]
    stems: set[str] = set()
    files: dict[str, bytes] = {}
    made: list[_Copy] = []
    for name, data in sources:
        copied = _copied(name, data, _unique(name, stems), page_format, split=split)
        made.append(copied)
        files |= copied.files
    whole = SourcePage(
        name=page, facts=Facts(), banners=(), credits=(), header_rest=(), index_label="", index=(),
        stories=tuple(s for one in made for s in one.stories),
        pictures=tuple(p for one in made for p in one.pictures),
        tables=tuple(t for one in made for t in one.tables),
    )  # fmt: skip
    plan = arrange(whole, norm)
    copy = tuple(files)
    for each in plan.plans:
        text = page_text(each, whole, plan, "copy from Word")
        files[f"{each.name}.yaml"] = text.encode()
    if sheet := styles_text(plan):
        files[SIZES] = sheet.encode()
    pages = tuple(f"{each.name}.yaml" for each in plan.plans)
    files["edition.yaml"] = edition_text(Facts(), pages).encode()
    told = [d for one in made for d in one.diagnostics]
    told += [warning("IMPORT-LONG.paragraph", whole_file(f), file=f) for f in plan.too_long]
    lacking = missing_glyphs(whole, sources[0][0])
    told += [lacking] if lacking is not None else []
    parts = [one.count for one in made]
    count = WordCount(
        stand=sum(c.stand for c in parts), stories=sum(c.stories for c in parts),
        tables=sum(c.tables for c in parts), captions=sum(c.captions for c in parts),
    )  # fmt: skip
    amiss = any(d.code == "IMPORT-COUNT" for d in told)
    return WordImport(
        files=files, copy=copy, page=whole, count=count, amiss=amiss, diagnostics=tuple(told)
    )


def _unique(name: str, taken: set[str]) -> str:
    """The stem of a file's name as those of a story, a table and a picture."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    kept = [c for c in bare.rpartition(".")[0] or bare if c.isalnum() or c in "-_"]
    stem = "".join(kept).strip("-_")[:_STEM] or "稿件"
    unique, n = stem, 1
    while unique in taken:
        n += 1
        unique = f"{stem}-{n}"
    taken.add(unique)
    return unique


def _copied(name: str, data: bytes, stem: str, page_format: str, *, split: bool) -> _Copy:
    package = WordPackage(data, name)
    told = WordTold(name)
    reader = WordReader(package, told)
    whole = reader.read()
    texts = parted(whole) if split else [whole]
    files: dict[str, bytes] = {}
    in_stories: list[MadeText] = []
    in_tables: list[MadeText] = []
    in_captions: list[MadeText] = []
    stories: tuple[SourceStory, ...] = ()
    tables: tuple[SourceTable, ...] = ()
    pictures: tuple[SourcePicture, ...] = ()
    guessed = []
    for n, text in enumerate(texts, 1):
        own = f"{stem}-{n}" if len(texts) > 1 else stem
        found = draft(text, told)
        stories += _stories(found, own, told, page_format, files=files, made=in_stories)
        tables += _tables(found, own, told, files, in_tables)
        pictures += _pictures(found, own, package, told, files=files, made=in_captions)
        in_captions += [_title_made(table) for table in found.tables if table.numbers]
        guessed += [found.head["title"].text] if found.guessed else []
    stand = printed(reader.roots, reader.sheet)
    count = WordCount(
        stand=sum(len(words) for words in stand), stories=_characters(in_stories),
        tables=_characters(in_tables), captions=_characters(in_captions),
    )  # fmt: skip
    diagnostics = told.diagnostics(reader.words_of)
    where = whole_file(name)
    diagnostics += [info("IMPORT-WORD.title", where, title=title) for title in guessed]
    if not split and (titles := len(titles_of(whole))) > 1 and _are_styled(whole):
        diagnostics.append(info("IMPORT-WORD.titles", where, titles=titles))
    amiss = compared(stand, [*in_stories, *in_tables, *in_captions])
    for one in amiss[:_MOST_AMISS]:
        diagnostics.append(
            error(
                "IMPORT-COUNT.paragraph", where, paragraph=one.numbers[0] + 1,
                words=shown(one.words, 20), stand=one.stand, came=one.came,
            )
        )  # fmt: skip
    if len(amiss) > _MOST_AMISS:
        diagnostics.append(error("IMPORT-COUNT.more", where, more=len(amiss) - _MOST_AMISS))
    if not stories and not tables and not pictures:
        raise StopError([error("IMPORT-EMPTY.text", where)])
    if not stories:
        diagnostics.append(warning("IMPORT-NO-STORY.none", where))
    return _Copy(
        stories=stories, pictures=pictures, tables=tables, files=files, count=count,
        diagnostics=tuple(diagnostics),
    )  # fmt: skip


def _characters(made: Sequence[MadeText]) -> int:
    return sum(m.characters for m in made)


def _are_styled(text: WordText) -> bool:
    """Whether a style names a title: headings of the first level may be parts of one story."""
    return any(isinstance(b, WordParagraph) and b.part == "title" for b in text.blocks)


def _stories(
    found: WordDraft,
    stem: str,
    told: WordTold,
    page_format: str,
    *,
    files: dict[str, bytes],
    made: list[MadeText],
) -> tuple[SourceStory, ...]:
    """The story, in several files where it is longer than a page."""
    if not found.rows:
        return ()
    proofed = Proofed(found, told)
    head = {key: display_text(part.text) for key, part in found.head.items()}
    whole = SourceStory(file=f"stories/{stem}.md", paragraphs=tuple(proofed.paragraphs()), **head)
    out = []
    for part in split_long([whole], NORMS[page_format]):
        story, read = proofed.proof(part)
        files[story.file] = story_text(story).encode()
        made += proofed.made(story, read)
        out.append(story)
    made += head_made(found.head, out[0])
    return tuple(out)


def _tables(
    found: WordDraft, stem: str, told: WordTold, files: dict[str, bytes], made: list[MadeText]
) -> tuple[SourceTable, ...]:
    """The tables, each in a file."""
    out = []
    for n, each in enumerate(found.tables, 1):
        name = f"tables/{stem}-{n}.md"
        grid = grid_text(each.table)
        came, wanted = _table_characters(grid.text, name), _table_wanted(each)
        for careful, joined in _PLAINER if came != wanted else ():
            plainer = grid_text(each.table, careful=careful, joined=joined)
            again = _table_characters(plainer.text, name)
            if again == wanted or came < 0 <= again:
                told.note("mark", each.table.paragraph)
                grid, came = plainer, again
                break
        files[name] = grid.text.encode()
        made.append(MadeText(numbers=grid.numbers, characters=came - grid.added))
        told.note("table", each.table.paragraph, name)
        out.append(
            SourceTable(
                file=name, title=display_text(each.title), rows=grid.rows, header=grid.header,
                widest=grid.widest, unit=display_text(each.unit),
                notes=tuple(display_text(note) for note in each.notes),
            )
        )  # fmt: skip
    return tuple(out)


def _table_wanted(table: CopyTable) -> int:
    """Characters that a table's file should hold, its signs in brackets among them."""
    total = 0
    for row in table.table.rows:
        for cell in row:
            for p in cell.paragraphs:
                total += len(counted((p.mark.text if p.mark else "") + p.text))
                total += sum(len(counted(s.reading)) + 2 for s in p.spans if s.reading)
    return total


def _table_characters(text: str, name: str) -> int:
    """The characters that a table's file holds; -1 where it cannot be read."""
    try:
        table = parse_table(text.encode(), name)
    except StopError:
        return -1
    return sum(
        len(counted(unmarked(c.text.replace("\n", " "))[0]))
        for c in table.cells
        if c.text not in (LEFT, ABOVE)
    )


def _title_made(table: CopyTable) -> MadeText:
    texts = (table.title, table.unit, *table.notes)
    came = counted("".join(unmarked(display_text(text))[0] for text in texts))
    return MadeText(numbers=table.numbers, characters=len(came) - table.added)


def _pictures(
    found: WordDraft,
    stem: str,
    package: WordPackage,
    told: WordTold,
    *,
    files: dict[str, bytes],
    made: list[MadeText],
) -> tuple[SourcePicture, ...]:
    """The pictures whose files a page can be made with; captions stay where these are none."""
    out: list[SourcePicture] = []
    names: dict[str, tuple[str, float]] = {}
    for each in found.pictures:
        part, number = each.picture.part, each.picture.paragraph
        if part not in names:
            shown = _picture_file(package, part)
            if isinstance(shown, str):
                told.note(shown, number, part)
            else:
                name = f"assets/{stem}-{len(names) + 1}.{shown.end}"
                files[name] = shown.data
                names[part] = name, shown.aspect
                told.note("picture", number, name)
        file, aspect = names.get(part, ("", 1.0))
        if each.caption or each.credit:
            came = counted(unmarked(display_text(each.caption))[0] + each.credit)
            made.append(MadeText(numbers=each.numbers, characters=len(came) - each.added))
        if file or each.caption or each.credit:
            out.append(
                SourcePicture(
                    caption=_no_fields(display_text(each.caption)), credit=_no_fields(each.credit),
                    file=file, aspect=min(max(aspect, 0.1), 10.0),
                )
            )  # fmt: skip
    return tuple(out)


def _picture_file(package: WordPackage, part: str) -> _PictureFile | str:
    """The file of a picture, or the kind of what is wrong with it."""
    from layout.pictures.store import probe

    usual = part.rpartition(".")[2].lower() in ("jpg", "jpeg", "png", "tif", "tiff")
    try:
        data = package.data(part)
        if data is None:
            return "picture-damaged"
        facts = probe(data, part)
    except (PictureError, StopError):
        return "picture-damaged" if usual else "picture-kind"
    if facts.format not in _FORMATS:
        return "picture-kind"
    aspect = facts.width / max(1, facts.height)
    return _PictureFile(data=data, end=_FORMATS[facts.format], aspect=aspect)


def _no_fields(text: str) -> str:
    """A caption's words without what a page would fill in."""
    return text.replace("{", "｛").replace("}", "｝")
