"""ReportLab's file structure over objects whose bodies are finished bytes.

The owner of ReportLab. Only `pdfdoc` is loaded: the canvas would cost a third more at start.
"""

import importlib
import sys
from types import ModuleType
from typing import Any, Final

Parts = tuple[bytes, ...]
"""A body in pieces, which are put together when the file is written: a photograph is not copied."""

_LATER: Final = ("PIL.Image", "pickle", "tempfile", "textwrap")
"""What ReportLab names at the head of its modules and uses in none of what is asked of it here."""


class _Later(ModuleType):
    """Stands for a module until something is asked of it, then hands over to the true one."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


# With all that they load themselves, that is a tenth of a cold build. Whoever else imports one of
# them finds it as it is: they stand in while ReportLab is loaded, and no longer.
_deferred = [name for name in _LATER if name not in sys.modules]
sys.modules.update({name: _Later(name) for name in _deferred})
try:
    from reportlab.pdfbase import pdfdoc
finally:
    for _name in _deferred:
        del sys.modules[_name]


class _RawObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An indirect object that formats to the bytes it was given."""

    def __init__(self, data: bytes | Parts = b"") -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        return self.data if isinstance(self.data, bytes) else b"".join(self.data)


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document without the empty font dictionary and the outline ReportLab begins with."""

    def __init__(self, version: tuple[int, int]) -> None:
        super().__init__(invariant=1, pdfVersion=version)
        self.objectcounter = 0
        for registry in (self.idToObject, self.idToObjectNumberAndVersion, self.numberToId):
            registry.clear()

    def format(self) -> bytes:
        """The whole file, each body copied once.

        ReportLab's own copies an object three times, which a photograph makes felt, and lets a
        settings file in the user's home put comments between objects.
        """
        catalog, info = self.Reference(self.Catalog), self.Reference(self.info)
        file = pdfdoc.PDFFile(self._pdfVersion)
        names = [self.numberToId[number] for number in range(1, self.objectcounter + 1)]
        for number, name in enumerate(names, 1):
            self.idToOffset[name] = file.add(b"%d 0 obj\n" % number)
            body = self.idToObject[name].data
            parts = (body,) if isinstance(body, bytes) else body
            for part in parts:
                file.add(part)
            file.add(b"endobj\n" if parts[-1].endswith(b"\n") else b"\nendobj\n")
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, names)
        trailer = pdfdoc.PDFTrailer(
            startxref=file.add(table.format(self)),
            Size=len(names) + 1,
            Root=catalog,
            Info=info,
            ID=self.ID(),
        )
        file.add(trailer.format(self))
        whole: bytes = file.format(self)
        return whole


class ObjectFile:
    """A PDF file in the making: objects get their numbers in the order they come."""

    __slots__ = ("_bodies", "_document")

    def __init__(self, version: tuple[int, int]) -> None:
        self._document = _Document(version)
        self._bodies: dict[int, _RawObject] = {}

    def add(self, body: bytes | Parts) -> int:
        """Add an object by its body; its number."""
        number = self.reserve()
        self._bodies[number].data = body
        return number

    def reserve(self) -> int:
        """The number of an object whose body comes later, by `fill`."""
        holder = _RawObject()
        self._document.Reference(holder)
        number: int = self._document.objectcounter
        self._bodies[number] = holder
        return number

    def fill(self, number: int, body: bytes | Parts) -> None:
        """Give a reserved object its body."""
        self._bodies[number].data = body

    def finish(self, *, catalog: bytes, info: bytes, identity: bytes) -> bytes:
        """The whole file. `identity` is the 16 bytes of the trailer's ID."""
        document = self._document
        document.Catalog = _RawObject(catalog)
        document.info = _RawObject(info)
        mark = identity.hex().upper().encode("ascii")
        document._ID = b"[<%s><%s>]" % (mark, mark)
        return document.format()
