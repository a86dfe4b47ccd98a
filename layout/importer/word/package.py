"""The container of a .docx (ECMA-376 part 2): a zip whose parts are read within limits, by name.

A part's name is a key and never a path. Nothing is unpacked to a disk; what lies outside of the
file is not fetched.
"""

import posixpath
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zlib import error as zlib_error

from layout.diagnostics import StopError, error, whole_file
from layout.errors import BanxinError
from layout.importer.wordfile import OLE, ZIP
from layout.record import record
from layout.words.said import Said, said

MOST_FILE: Final = 128 * 1024 * 1024
"""Bytes of a .docx, its photographs among them."""
MOST_PARTS: Final = 4000
MOST_XML: Final = 16 * 1024 * 1024
"""Bytes of a part's XML as unpacked: a book of half a million characters has as many."""
MOST_DEPTH: Final = 250
"""Elements of any kind one inside the other; Word's own, with a drawing in a table, come to 50."""
MOST_PICTURE: Final = 64 * 1024 * 1024
MOST_UNPACKED: Final = 768 * 1024 * 1024
"""Bytes that all parts together may say they have."""
MOST_RATIO: Final = 250
"""Times that a part may be larger than it is packed; Word's own XML comes to some 30."""
SMALL: Final = 4 * 1024 * 1024
"""Bytes below which a part may be packed as well as it can."""

_OPENDOCUMENT: Final = b"application/vnd.oasis.opendocument"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ENTRY: Final = b"PK\x01\x02"
_USUAL: Final = "word/document.xml"
_TYPES: Final = "[Content_Types].xml"
_OFFICE_DOCUMENT: Final = "/officeDocument"
_WORD: Final = "wordprocessingml"
_KINDS: Final = (
    ("spreadsheetml", "part.file-excel"), ("presentationml", "part.file-powerpoint"),
)  # fmt: skip
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
)  # fmt: skip
"""Names of ISO/IEC 29500 Strict, and those that Word itself writes."""
_STRICT_WORD: Final = (
    (b"openxmlformats.org/wordprocessingml/main", b"openxmlformats.org/wordprocessingml/2006/main"),
    (b"openxmlformats.org/drawingml/main", b"openxmlformats.org/drawingml/2006/main"),
    (b"openxmlformats.org/drawingml/picture", b"openxmlformats.org/drawingml/2006/picture"),
    (
        b"openxmlformats.org/drawingml/wordprocessingDrawing",
        b"openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)


class _EntitiesError(BanxinError):
    """A part declares a document type, in which entities may stand."""


class _Tree(TreeBuilder):
    """Builds a part's tree, and stops at a document type: no part has one, and no entity is read
    but the five of XML itself."""

    def doctype(self, *_: object) -> None:
        """Called before anything of it is read."""
        raise _EntitiesError


@record
class PartRelation:
    """What a part refers to: its kind, and the name of another part or an address outside."""

    kind: str
    target: str
    outside: bool


class WordPackage:
    """The parts of one .docx."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises `StopError` for what is no .docx, is locked, holds macros or would unpack to more
        than it may."""
        self.file = file
        if data.startswith(OLE):
            key = "IMPORT-DOCX.locked" if _ENCRYPTED in data else "IMPORT-DOCX.old"
            raise _stop(file, said(key))
        if not data.startswith(ZIP):
            from layout.spec.reader.notext import kind_of

            raise _stop(
                file, said("IMPORT-DOCX.none", kind=kind_of(data) or said("part.file-text"))
            )
        entries = data.count(_ENTRY)
        if entries > MOST_PARTS:  # of the directory, before it is read into memory
            raise _stop(file, said("IMPORT-DOCX.parts", parts=entries, most=MOST_PARTS))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as exc:
            raise _stop(file, said("IMPORT-DOCX.damaged", part=file, fault=_fault(exc))) from exc
        self._checked(self._zip.infolist())
        self.main = self._main()

    def _checked(self, infos: Iterable[zipfile.ZipInfo]) -> None:
        """The sizes that the parts say they have, before one of them is unpacked."""
        infos = list(infos)
        # A name is the same in capitals (part 2, 6.2.2.3); some programs write \ for /.
        self._names = {info.filename.lower().replace("\\", "/"): info for info in infos}
        whole = sum(info.file_size for info in infos)
        if whole > MOST_UNPACKED:
            raise _stop(self.file, said("IMPORT-DOCX.bytes", bytes=whole, most=MOST_UNPACKED))
        for info in infos:
            if info.file_size > max(SMALL, info.compress_size * MOST_RATIO):
                told = said(
                    "IMPORT-DOCX.packed", part=_shown(info.filename), bytes=info.file_size,
                    packed=info.compress_size,
                )  # fmt: skip
                raise _stop(self.file, told)
        if any(info.flag_bits & 1 for info in infos):
            raise _stop(self.file, said("IMPORT-DOCX.locked"))

    def _main(self) -> str:
        """The name of the part that is the document."""
        types = self.xml(_TYPES)
        if types is None:
            odf = (self.data("mimetype") or b"").startswith(_OPENDOCUMENT)
            kind = "part.file-opendocument" if odf else "part.file-zip"
            raise _stop(self.file, said("IMPORT-DOCX.none", kind=said(kind)))
        listed = " ".join(e.get("ContentType", "") for e in types)
        if "vbaProject" in listed or "macroEnabled" in listed or self._holds("vbaproject.bin"):
            raise _stop(self.file, said("IMPORT-DOCX.macros"))
        main = next(
            (r.target for r in self.relations("").values()
             if r.kind.endswith(_OFFICE_DOCUMENT) and not r.outside), "",
        )  # fmt: skip
        main = main or (_USUAL if _USUAL in self._names else "")
        kind = next((key for word, key in _KINDS if word in listed), "")
        if not main or (_WORD not in listed and kind) or main.lower() not in self._names:
            told = said("IMPORT-DOCX.none", kind=said(kind or "part.file-zip"))
            raise _stop(self.file, told)
        return main

    def _holds(self, end: str) -> bool:
        return any(name.endswith(end) for name in self._names)

    def data(self, name: str, most: int = MOST_PICTURE) -> bytes | None:
        """A part's bytes; None where there is none of the name. Raises `StopError`."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.file_size > most:
            told = said(
                "IMPORT-DOCX.large", part=_shown(info.filename), bytes=info.file_size, most=most
            )
            raise _stop(self.file, told)
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)
        except (zipfile.BadZipFile, zlib_error, OSError, EOFError, ValueError, RuntimeError) as exc:
            # NotImplementedError, of another way of packing, is a RuntimeError.
            told = said("IMPORT-DOCX.damaged", part=_shown(info.filename), fault=_fault(exc))
            raise _stop(self.file, told) from exc
        return data

    def xml(self, name: str) -> Element | None:
        """A part's XML; None where there is none of the name. Raises `StopError`."""
        data = self.data(name, MOST_XML)
        if data is None:
            return None
        if b"purl.oclc.org/ooxml" in data:
            for strict, usual in (*_STRICT, *_STRICT_WORD):
                data = data.replace(strict, usual)
        parser = XMLParser(target=_Tree())  # noqa: S314  a document type stops it: no entities
        try:
            parser.feed(data)
            made = parser.close()
        except _EntitiesError:
            raise _stop(self.file, said("IMPORT-DOCX.entities", part=_shown(name))) from None
        except (ParseError, ValueError, LookupError) as exc:
            told = said("IMPORT-DOCX.damaged", part=_shown(name), fault=_fault(exc))
            raise _stop(self.file, told) from exc
        assert isinstance(made, Element)
        if _is_deeper(made, MOST_DEPTH):
            raise _stop(self.file, said("IMPORT-DOCX.deep", most=MOST_DEPTH))
        return made

    def relations(self, part: str) -> dict[str, PartRelation]:
        """What a part refers to, by the ids that it uses; the package itself is the part ``."""
        folder, name = posixpath.split(part)
        found = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        out: dict[str, PartRelation] = {}
        for each in found if found is not None else ():
            target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            out[each.get("Id", "")] = PartRelation(
                kind=each.get("Type", ""), target=target, outside=outside
            )
        return out


def _is_deeper(root: Element, most: int) -> bool:
    """Whether elements stand deeper in one another than so many."""
    level = [root]
    for _ in range(most):
        level = [inner for each in level for inner in each]
        if not level:
            return False
    return True


def _stop(file: str, told: Said) -> StopError:
    return StopError([error(told, whole_file(file))])


def _fault(exc: BaseException) -> Said | str:
    """What is wrong with a part, in the words of the person who reads it where it is known."""
    if isinstance(exc, ParseError):
        line, column = exc.position
        return said("part.fault-xml", line=line, column=column + 1)
    if isinstance(exc, zipfile.BadZipFile | zlib_error | EOFError):
        return said("part.fault-unpack")
    return _shown(str(exc) or exc.__class__.__name__)


def _shown(text: str) -> str:
    """A name or a reason out of a file, cut and without what cannot be seen."""
    return "".join(c for c in text if c.isprintable())[:80]
