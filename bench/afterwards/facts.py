"""What a press file says of itself, as far as others may lose it on the way."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pikepdf
import pypdfium2

FACTS: Final = (
    "intent", "identification", "Info", "boxes", "blend space", "overprint", "spots",
    "trailer id", "version", "fonts", "pictures", "text",
)  # fmt: skip
"""In the order of the table's columns."""
_BOXES: Final = ("/MediaBox", "/BleedBox", "/TrimBox")
_DEPTH: Final = 6

Facts = dict[str, object]


def facts_of(path: Path, pages: int | None = None) -> Facts:
    """The facts of a file and of its first `pages`; all of them where that is not said."""
    with pikepdf.open(path) as pdf:
        some = list(pdf.pages)[:pages]
        intents = [i for i in pdf.Root.get("/OutputIntents", ()) if i.get("/S") == "/GTS_PDFX"]
        info = dict(pdf.docinfo) if "/Info" in pdf.trailer else {}
        states, spaces, fonts, pictures = set(), set(), set(), set()
        for thing in _resources(some):
            states |= set(map(_state, thing.get("/ExtGState", {}).values()))
            spaces |= {
                str(space[1])
                for space in thing.get("/ColorSpace", {}).values()
                if isinstance(space, pikepdf.Array) and space[0] == "/Separation"
            }
            fonts |= set(map(_font, thing.get("/Font", {}).values()))
            pictures |= {
                _picture(x) for x in thing.get("/XObject", {}).values() if x.Subtype == "/Image"
            }
        return {
            "intent": sorted(map(_intent, intents)),
            "identification": _identified(pdf, info),
            "Info": sorted((k, str(info[k])) for k in ("/Title", "/Trapped") if k in info),
            "boxes": [[_box(page, name) for name in _BOXES] for page in some],
            "blend space": [_blend(page) for page in some],
            "overprint": sorted(states - {(None, None, None)}, key=str),
            "spots": sorted(spaces),
            "trailer id": bytes(pdf.trailer.ID[0]) if "/ID" in pdf.trailer else b"",
            "version": _version(path, pdf),
            "fonts": sorted(fonts),
            "pictures": sorted(pictures, key=str),
            "text": _text(path, len(some)),
        }


def page_count(path: Path) -> int:
    """The pages of a file."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _resources(pages: list[Any]) -> Iterator[Any]:
    """The resources of pages and of all forms below them."""
    seen: set[tuple[int, int]] = set()

    def below(holder: Any, depth: int) -> Iterator[Any]:
        own = holder.get("/Resources")
        if own is None:
            return
        yield own
        for form in own.get("/XObject", {}).values():
            if form.get("/Subtype") == "/Form" and form.objgen not in seen and depth < _DEPTH:
                seen.add(form.objgen)
                yield from below(form, depth + 1)

    for page in pages:
        yield from below(page.obj, 0)


def _state(state: Any) -> tuple[object, ...]:
    """OP, op and OPM, as far as they say something."""
    over, fill, mode = (state.get(key) for key in ("/OP", "/op", "/OPM"))
    return (bool(over), bool(fill), int(mode or 0)) if over or fill else (None, None, None)


def _blend(page: Any) -> str:
    group = page.obj.get("/Group")
    return "" if group is None else str(group.get("/CS"))


def _intent(intent: Any) -> tuple[str, str]:
    """The condition that an intent names, and the digest of its profile."""
    profile = intent.get("/DestOutputProfile")
    digest = "" if profile is None else hashlib.sha256(profile.read_bytes()).hexdigest()
    return str(intent.get("/OutputConditionIdentifier")), digest


def _identified(pdf: pikepdf.Pdf, info: dict[str, Any]) -> tuple[str, str]:
    """The version of PDF/X that XMP states, and that which Info does."""
    stated = ""
    if "/Metadata" in pdf.Root:
        xmp = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
        found = re.search(r'GTS_PDFXVersion(?:>|=")([^<"]*)', xmp)
        stated = found[1] if found else ""
    return stated, str(info.get("/GTS_PDFXVersion", ""))


def _box(page: Any, name: str) -> list[float]:
    """A box of a page, from the media's lower left; a tool may move the origin."""
    media = page.obj.get("/MediaBox", page.mediabox)
    box = page.obj.get(name, media if name == "/MediaBox" else None)
    if box is None:
        return []
    left, bottom = float(media[0]), float(media[1])
    x1, y1, x2, y2 = map(float, box)
    return [round(v, 1) for v in (x1 - left, y1 - bottom, x2 - left, y2 - bottom)]


def _version(path: Path, pdf: pikepdf.Pdf) -> tuple[str, bool]:
    """The file's version, and whether it has object streams."""
    return pdf.pdf_version, b"/ObjStm" in path.read_bytes()


def _font(font: Any) -> tuple[str, bool]:
    """The name of a face without its subset tag, and whether it is embedded."""
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = holder.get("/FontDescriptor", {})
    name = str(font.get("/BaseFont", "")).lstrip("/").removesuffix("-Identity-H")
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return name.split("+")[-1].removesuffix("-Identity-V"), embedded


def _picture(image: Any) -> tuple[object, ...]:
    space = image.get("/ColorSpace")
    kind = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    jpeg = image.get("/Filter") == "/DCTDecode"
    return int(image.Width), int(image.Height), kind, jpeg, "/SMask" in image


def _text(path: Path, pages: int) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        found = [pdf[at].get_textpage().get_text_range() for at in range(pages)]
    return "".join("".join(found).split())
