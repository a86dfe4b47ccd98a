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


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """A value that formats to the bytes it was given."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        return self.data


class _Places:
    """What ReportLab asks of a document for its table: the number and the place of each object."""

    def __init__(self) -> None:
        self.idToObjectNumberAndVersion: dict[int, tuple[int, int]] = {}
        self.idToOffset: dict[int, int] = {}


class ObjectFile:
    """A PDF file in the making: objects get their numbers in the order they come."""

    __slots__ = ("_bodies", "_version")

    def __init__(self, version: tuple[int, int]) -> None:
        self._version = version
        self._bodies: list[bytes | Parts] = []

    def add(self, body: bytes | Parts) -> int:
        """Add an object by its body; its number."""
        self._bodies.append(body)
        return len(self._bodies)

    def reserve(self) -> int:
        """The number of an object whose body comes later, by `fill`."""
        return self.add(b"")

    def fill(self, number: int, body: bytes | Parts) -> None:
        """Give a reserved object its body."""
        self._bodies[number - 1] = body

    def finish(self, *, catalog: bytes, info: bytes, identity: bytes) -> bytes:
        """The whole file, each body copied once. `identity` is the 16 bytes of the trailer's ID."""
        root, about = self.add(catalog), self.add(info)
        file, places = pdfdoc.PDFFile(self._version), _Places()
        for number, body in enumerate(self._bodies, 1):
            places.idToObjectNumberAndVersion[number] = (number, 0)
            places.idToOffset[number] = file.add(b"%d 0 obj\n" % number)
            parts = (body,) if isinstance(body, bytes) else body
            for part in parts:
                file.add(part)
            file.add(b"endobj\n" if parts[-1].endswith(b"\n") else b"\nendobj\n")
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, list(places.idToOffset))
        mark = identity.hex().upper().encode("ascii")
        trailer = pdfdoc.PDFTrailer(
            startxref=file.add(table.format(places)),
            Size=len(self._bodies) + 1,
            Root=_Raw(b"%d 0 R" % root),
            Info=_Raw(b"%d 0 R" % about),
            ID=_Raw(b"[<%s><%s>]" % (mark, mark)),
        )
        file.add(trailer.format(places))
        whole: bytes = file.format(places)
        return whole
