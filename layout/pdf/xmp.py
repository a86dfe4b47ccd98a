"""XMP metadata as texts by `prefix:name`, read by expat within limits: no entity, no file."""

from typing import Any, Final
from xml.parsers import expat

MOST_BYTES: Final = 1 << 22
MOST_DEPTH: Final = 40
MOST_VALUES: Final = 2_000
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES: Final = {
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    RDF: "rdf",
}
"""Namespaces by the prefix that they have here, whatever the file calls them."""


class XmpError(Exception):
    """The metadata is no XMP that can be read; the message says why, in the parser's words."""


def read_xmp(data: bytes) -> dict[str, str]:
    """Properties by prefix and name: `pdfxid:GTS_PDFXVersion`. Of several values (Alt, Seq, Bag)
    the first. Raises `XmpError`."""
    if len(data) > MOST_BYTES:
        raise XmpError(f"more than {MOST_BYTES} bytes")
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _XmpReader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _refuse
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        parser.Parse(data.strip(b"\0 \t\r\n"), True)
    except (expat.ExpatError, ValueError) as exc:
        raise XmpError(str(exc)[:120]) from exc
    return reader.found


def _refuse(*_: Any) -> None:
    raise XmpError("it declares entities")


class _XmpReader:
    """Collects the properties of every rdf:Description."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._open: list[str] = []
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens: attributes of a description are properties."""
        self._open.append(tag)
        if len(self._open) > MOST_DEPTH:
            raise XmpError(f"deeper than {MOST_DEPTH}")
        self._text = []
        if tag == f"{RDF} Description":
            for name, value in attributes.items():
                self._put(name, value)

    def end(self, _tag: str) -> None:
        """An element closes: its text is the value of the property it is in."""
        words = "".join(self._text).strip()
        if words:
            inside = f"{RDF} Description"
            if inside in self._open:
                at = self._open.index(inside)
                if at + 1 < len(self._open):
                    self._put(self._open[at + 1], words)
        self._open.pop()
        self._text = []

    def text(self, words: str) -> None:
        """Characters inside an element."""
        self._text.append(words)

    def _put(self, name: str, value: str) -> None:
        space, _, local = name.rpartition(" ")
        if len(self.found) < MOST_VALUES and space:
            self.found.setdefault(f"{PREFIXES.get(space, space)}:{local}", value.strip())
